"""Lines of a page that belong together, put together.

In: the blocks of a page, and what the layout knows of lines. Out: the blocks, a label with the value on the line below
it as one; in plain text also the parts of a line that a rendering tore apart at its links and highlights, and known
what leads to other pages of the results. Nothing raises; time is
linear, as a line is put together to at most `LONGEST` characters.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from coprod.diagnostics import Diagnostic, occurrence
from coprod.readers.pages.blocks import Block
from coprod.readers.pages.tree import Piece
from coprod.readers.search.layout import LONGEST, ROW
from coprod.readers.search.lines import BARE
from coprod.readers.search.people import are_names
from coprod.readers.search.torn_rows import JOINTS, anchors_in, names_above

if TYPE_CHECKING:
    from coprod.readers.search.lines import Lines, Told

_GOING_ON: Final = (",", ";", ":", ")", "?", "!")
"""What no line begins with."""

_DASHES: Final = ("- ", "– ")
_MARKED: Final = re.compile(r"(?:\[[A-Z]{1,10}\] ?){1,2}")
_ADDRESS: Final = re.compile(r"https?://\S+")

_NUMBER: Final = re.compile(r"[1-9][0-9]{0,4}")
_WORD: Final = r"(?:prev(?:ious)?|next)(?: page)?"
_LEADS: Final = re.compile(rf"(?:(?:{_WORD}|first|last|[0-9]{{1,5}}|…|\.\.\.|[«»‹›<>])(?:\s|$))++")
_LEADING: Final = re.compile(_WORD, re.IGNORECASE)
_GAPS: Final = ("…", "...")
_FEWEST_NUMBERS: Final = 2
_MOST_DIGITS: Final = 15
_MOST_CHARACTERS: Final = 200
"""Of a line that leads to other pages."""


class Together(NamedTuple):
    """The blocks of a page, put together."""

    blocks: list[Block]
    torn: list[Block]
    """Those of them that were torn apart."""

    def told(self, source: str) -> Iterator[Diagnostic]:
        """What was torn apart."""
        for block in self.torn:
            yield occurrence(
                "search.torn-lines", "warning", "parts of a line on several lines; they were joined", source=source,
                line=block.line, last=block.last_line, text=block.text,
            )  # fmt: skip


def put_together(blocks: Sequence[Block], lines: "Lines", *, plain: bool) -> Together:
    """The blocks, with those as one that are parts of one line.

    Args:
        blocks: Those of the page, in order.
        lines: What the layout knows of lines.
        plain: Whether the page is plain text, of which a rendering may have torn lines.
    """
    torn: dict[int, Block] = {}
    runs: list[_Run] = []
    for block in _with_whole_anchors(blocks, lines, torn) if plain else blocks:
        before = runs[-1] if runs else None
        is_torn = plain and before is not None and _is_torn(before.text, before.blocks[-1].text, block.text, lines)
        if before is None or not (is_torn or _is_labelled(before, block, lines)):
            runs.append(_Run(block, is_torn=id(block) in torn))
        elif _fields(block):  # the element below says itself what it holds
            runs[-1] = _Run(block, is_torn=id(block) in torn)
        else:
            before.add(block, is_torn=is_torn)
    found = [run.whole() for run in runs]
    return Together(found, [block for block, run in zip(found, runs, strict=True) if run.is_torn])


class _Run:
    """Blocks that follow each other and are parts of one line.

    Attributes:
        blocks: The parts.
        text: What they say together.
        is_torn: Whether a rendering tore them apart.
    """

    def __init__(self, block: Block, *, is_torn: bool = False) -> None:
        self.blocks: list[Block] = [block]
        self.text: str = block.text
        self.is_torn: bool = is_torn

    def add(self, block: Block, *, is_torn: bool) -> None:
        """Puts a block behind the others."""
        space = "" if block.text.startswith(_GOING_ON) else " "
        self.text = f"{self.text}{space}{block.text}"
        self.blocks.append(block)
        self.is_torn = self.is_torn or is_torn

    def whole(self) -> Block:
        """One block of all."""
        first, *rest = self.blocks
        if not rest:
            return first
        pieces = [piece for block in self.blocks[:-1] for piece in _with_line_end(block)]
        whole = Block([*pieces, *rest[-1].pieces], tag=first.tag, gap=first.gap, marks=first.marks)
        whole.text = self.text
        return whole


def _with_line_end(block: Block) -> list[Piece]:
    """The pieces of a block, with the end of its line."""
    *pieces, last = block.pieces
    return [*pieces, Piece(f"{last.text}\n", last.line, last.column)]


def _with_whole_anchors(blocks: Sequence[Block], lines: "Lines", torn: dict[int, Block]) -> list[Block]:
    """The blocks, with those as one that are the line by which a row is found, or the names above it."""
    texts = [block.text for block in blocks]
    found: list[Block] = []
    done = 0
    for anchor in anchors_in(texts, lines.is_anchor):
        names = None
        if lines.parts_names:
            names = names_above(texts, anchor, lambda text: _may_go_on(lines.told(text)), done)
        for first, end in (names, anchor) if names is not None else (anchor,):
            if end - first == 1:
                continue
            run = _Run(blocks[first])
            for block in blocks[first + 1 : end]:
                run.add(block, is_torn=True)
            whole = run.whole()
            torn[id(whole)] = whole
            found += [*blocks[done:first], whole]
            done = end
    return [*found, *blocks[done:]]


def _is_labelled(run: _Run, block: Block, lines: "Lines") -> bool:
    """Whether one line is a label, and the next may be the value."""
    before = run.blocks[0]
    if run.text[-1:] != ":" or _fields(before) or _row(before) != _row(block):
        return False
    field = lines.label(run.text)
    return field is not None and (_fields(block) or lines.may_be_of(field, block.text))


def _fields(block: Block) -> bool:
    """Whether the innermost element that the layout knows is not the row itself."""
    return bool(block.marks) and block.marks[0].name != ROW


def _row(block: Block) -> int | None:
    """The element of the innermost row that a block stands in."""
    return next((id(mark.tag) for mark in block.marks if ROW in mark.name.split()), None)


def _is_torn(before: str, last: str, text: str, lines: "Lines") -> bool:
    """Whether a line goes on with another.

    Args:
        before: The line so far.
        last: The last of the lines that it was put together from.
        text: The next line.
        lines: What the layout knows of lines.
    """
    if len(before) + len(text) >= LONGEST:
        return False
    if before[0] == "[" and _MARKED.fullmatch(before) is not None:
        return lines.told(f"{before} {text}") is not None
    if text.startswith(_DASHES):
        return lines.is_anchor(f"{before} {text}") and not (lines.is_anchor(before) or lines.is_anchor(text))
    if (before[-1:] == "," and _is_behind_comma(before, text, lines)) or _is_labelled_by(before, text, lines):
        return True
    if text.startswith(_GOING_ON) or text in JOINTS:
        return _may_go_on(lines.told(before))
    return (last in JOINTS or before.endswith(" &")) and _may_go_on(lines.told(text))


def _is_behind_comma(before: str, text: str, lines: "Lines") -> bool:
    """Whether a line that ends with a comma goes on: with an address, or names with names."""
    if _ADDRESS.fullmatch(text) is not None:
        return True
    return lines.starts_with_names and are_names(before) and (are_names(text) or lines.is_anchor(text))


def _is_labelled_by(before: str, text: str, lines: "Lines") -> bool:
    """Whether a number stands below the label that stands before it on one line."""
    if before[-1:] == ":" or not text[0].isdecimal() or len(text) > _MOST_DIGITS or lines.told(before) is not None:
        return False
    both = lines.told(f"{before} {text}")
    return both is not None and any(take.label is not None and take.start > len(before) for take in both.takes)


def _may_go_on(told: "Told | None") -> bool:
    return told is None or (told.kind == "line" and told.field in BARE)


def paging(texts: Sequence[str]) -> set[int]:
    """Which lines lead to other pages of the results: words that say it, and the numbers before them.

    Examples:
        >>> sorted(paging(["Trust", "327", "1", "2", "…", "9", "Next", "Help"]))
        [2, 3, 4, 5, 6]
        >>> sorted(paging(["1 2 3 Next", "12", "Next page"]))
        [0, 2]
    """
    found: set[int] = set()
    for index, text in enumerate(texts):
        if len(text) <= _MOST_CHARACTERS and _leads(text):
            found.add(index)
            found.update(_numbers_above(texts, index))
    return found


def _leads(text: str) -> bool:
    """Whether a line is words and numbers of pages."""
    words = text.lower()
    return ("next" in words or "prev" in words) and _LEADS.fullmatch(words) is not None


def _numbers_above(texts: Sequence[str], index: int) -> range:
    """The numbers of pages above a line, which grow from 1."""
    top, least, numbers = index, 0, 0
    while top > 0:
        text = texts[top - 1]
        number = int(text) if _NUMBER.fullmatch(text) is not None else 0
        if text not in _GAPS and not (number and (numbers == 0 or number < least)):
            break
        if number:
            least, numbers = number, numbers + 1
        top -= 1
    is_led = top > 0 and _LEADING.fullmatch(texts[top - 1]) is not None
    return range(top, index) if numbers >= _FEWEST_NUMBERS and (least == 1 or is_led) else range(0)
