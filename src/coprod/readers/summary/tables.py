"""Tables in the sections of a summary page: their rows are text of the section, and no sentences.

In: blocks. Out: whether one is the row of a table, a rule between two rows or a caption; and the quantities that the
cells of a row are, each of which measures what the first cell of its row names. A row has its cells apart by tabs, as
HTML and a browser's copy have them, or between bars, as in Markdown.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Final, NamedTuple

import attrs

from coprod.models import Quantity
from coprod.readers.pages.blocks import Block, collapsed
from coprod.readers.summary.headings import LIST_MARK, is_prose
from coprod.text.quantities import Found, quantities_in

_CAPTION: Final = re.compile(
    r"[*_]{0,3}(?:table|figure|fig\.?|tab\.?|chart|box)\s[0-9A-Z]{1,4}(?:\.[0-9]{1,2})?(?:\s?[.:–—|-](?:[*_\s].{0,200})?)?",
    re.IGNORECASE,
)
FIRST_WORDS: Final = frozenset(("box", "chart", "fig", "figure", "tab", "table"))
"""Words that a caption can begin with, in small letters."""

_RULE: Final = re.compile(r"[|:\s+-]*+")
_NUMBER: Final = re.compile(r"[−–-]?\s?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,10})?(?=\*{0,3}\Z)")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}(?:[–/-][0-9]{2,4})?")
_AROUND: Final = " *_"
"""White space and marks of emphasis around the text of a cell."""

_CELL: Final = re.compile(r"(?![•‣▪◦●*–-]\s)(?:\S{1,30}\s){0,5}\S{0,29}[^\s.!?:;,…]")
_ONLY_NUMBER: Final = re.compile(
    r"[<>≈~±+−–-]?\s?[€$£]?[0-9](?:[0-9.,]{0,12}[0-9])?\s?%?\*{0,3}(?:\s?\([^()]{1,20}\))?"
)
_FEWEST: Final = 2
"""Cells of a row, and rows of a table."""


class Cell(NamedTuple):
    """A cell, by its place in the text of its block."""

    start: int
    end: int


def is_caption(text: str) -> bool:
    """Whether a line names a table or a figure.

    Examples:
        >>> is_caption("Table 1. Proposals by group"), is_caption("Table 1 shows that trust rose.")
        (True, False)
    """
    return _CAPTION.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Whether a line only parts two rows.

    Examples:
        >>> is_rule("|---|:--:|"), is_rule("| a |")
        (True, False)
    """
    return "-" in text and "|" in text and _RULE.fullmatch(text) is not None


def cells_of(block: Block) -> tuple[Cell, ...]:
    """The cells of a row; none if the block is no row.

    Examples:
        >>> from coprod.readers.pages.tree import Piece
        >>> row = Block([Piece("Tenants\\t14%\\t18", 1, 0)])
        >>> [row.text[cell.start : cell.end] for cell in cells_of(row)]
        ['Tenants', '14%', '18']
    """
    text = block.text
    if text.startswith("|") and text.endswith("|"):
        bars = [place for place, letter in enumerate(text) if letter == "|"]
        places = [_stripped(text, before + 1, after) for before, after in pairwise(bars)]
    else:
        places = _apart_by_tabs(block)
    if len(places) < _FEWEST:
        return ()
    cells = tuple([place for place in places if place.start < place.end])
    if len(cells) < _FEWEST or any(is_prose(text[cell.start : cell.end]) for cell in cells):
        return ()
    mark = LIST_MARK.match(text)
    return () if mark is not None and mark.end() > cells[0].end else cells


def _apart_by_tabs(block: Block) -> list[Cell]:
    raw = "".join([piece.text for piece in block.pieces]) if block.tag in (None, "tr") else ""
    if "\t" not in raw:
        return []
    places: list[Cell] = []
    at = 0
    for part in raw.split("\t"):
        length = len(collapsed(part))
        if length:
            places.append(Cell(at, at + length))
            at += length + 1
    return places


def _stripped(text: str, start: int, end: int) -> Cell:
    part = text[start:end]
    first = start + len(part) - len(part.lstrip(_AROUND))
    return Cell(first, first + len(part.strip(_AROUND)))


def rows_in(blocks: list[Block]) -> dict[Block, tuple[Cell, ...]]:
    """The blocks that are rows of a table, each with the cells that say something of its first; none in a heading row.

    A single row is no table.
    """
    found: dict[Block, tuple[Cell, ...]] = {}
    if len(blocks) < _FEWEST or not _may_have_rows(blocks):
        return found
    table: list[tuple[Block, tuple[Cell, ...]]] = []
    for block in [*blocks, None]:
        cells = cells_of(block) if block is not None else ()
        if block is not None and (cells or (table and is_rule(block.text))):
            table.append((block, cells))
            continue
        if len(table) >= _FEWEST:
            (first, head), *rows = table
            found[first] = head if _holds_numbers(first, head) else ()
            found.update(rows)
        table = []
    return found


def _may_have_rows(blocks: list[Block]) -> bool:
    """Whether there is a bar or a tab anywhere; without them there are no cells."""
    return "|" in "".join([block.text for block in blocks]) or "\t" in "".join(
        [piece.text for block in blocks for piece in block.pieces]
    )


def torn_cells(blocks: list[Block]) -> list[Block]:
    """The cells of tables that a rendering put on lines of their own: short lines in a row, some only a number.

    Examples:
        >>> from coprod.readers.pages.tree import Piece
        >>> lines = ["Trust rose.", "Boat", "Share", "Red", "14%", "Blue", "86%", "Fares rose."]
        >>> [cell.text for cell in torn_cells([Block([Piece(line, 1, 0)]) for line in lines])]
        ['Boat', 'Share', 'Red', '14%', 'Blue', '86%']
    """
    found: list[Block] = []
    if len(blocks) <= _FEWEST or _numbers_in(blocks) < _FEWEST:
        return found
    for is_short, some in groupby(blocks, key=lambda block: _CELL.fullmatch(block.text) is not None):
        cells = list(some)
        if is_short and len(cells) > _FEWEST and _numbers_in(cells) >= _FEWEST:
            found += cells
    return found


def _numbers_in(blocks: list[Block]) -> int:
    """How many of the blocks are only a number."""
    return len([block for block in blocks if _ONLY_NUMBER.fullmatch(block.text) is not None])


def _holds_numbers(block: Block, cells: tuple[Cell, ...]) -> bool:
    """Whether a first row has numbers that are no years, so that it is no row of headings."""
    texts = [block.text[cell.start : cell.end] for cell in cells[1:]]
    return any(text[:1].isdigit() and not _YEAR.fullmatch(text) for text in texts)


def quantities_of(block: Block, cells: tuple[Cell, ...]) -> Iterator[Found]:
    """The quantities that the cells of a row are, by their places in it; the first cell says what they measure."""
    if not cells:
        return
    named, *others = cells
    for cell in others:
        quantity = _quantity(block.text[cell.start : cell.end])
        if quantity is not None:
            measured = attrs.evolve(quantity, measures=block.text[named.start : named.end], of=None)
            yield Found(cell.start, cell.start + len(quantity.text), measured, (named.start, named.end), None)


def _quantity(cell: str) -> Quantity | None:
    """The quantity that a cell begins with, if it is nothing else; a bare number has no kind."""
    found = quantities_in(cell)
    if found and found[0].start == 0 and len(found) == 1:
        return found[0].quantity
    number = _NUMBER.match(cell)
    if number is None:
        return None
    digits = number[0].replace(",", "").replace(" ", "").replace("−", "-").replace("–", "-")
    return Quantity(text=number[0], value=Decimal(digits))
