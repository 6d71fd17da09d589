"""Lists: markers in front of lines, and the items inside a paragraph.

In: blocks. Out: rows, each with its marker, as `"1"`, `"iv"`, `"b"`, and the text behind it. A letter or a Roman
number with a full stop is a marker only if its neighbour in the list follows, so that no initial is taken for one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from coprod.readers.pages.blocks import Block, Cut, Passage

_MARKER = re.compile(
    r"(?:\((?P<round>[0-9]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|[a-zA-Z])\)|(?P<half>[0-9]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|[a-zA-Z])\)"
    r"|(?P<dot>[0-9]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|[a-zA-Z])\.(?![0-9\w]))\s*(?=\S)"
    r"|(?P<glued>[0-9]{1,2})[.)](?=[^\W\d_a-z]|[“‘\"'])"
    r"|(?P<coded>RQ\s?[0-9]{1,2})\s?[:.–-]\s*(?=\S)"
    r"|(?:topic|theme|question|track|stream|strand|subject|panel)\s(?P<named>[0-9]{1,2}|[IVX]{1,4}|[A-Z])\s?[:.–—-]\s*(?=\S)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•·▪‣◦●○■□➢➤►✓→*]\s*(?=\S)|(?:[–—-]|o|§|\\uf0b7)\s+(?=\S)")
_JOINT = re.compile(r"\b(?:and|or|as well as)\Z")
_INLINE = re.compile(r"(?:(?<=[\s:;,])|\A)\((?P<marker>[0-9]{1,2}|[ivx]{1,5}|[a-z])\)\s+(?=\S)")
_FIRST: Final = ("a", "i", "1")
"""Markers that lists inside a paragraph begin with."""

_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Row(NamedTuple):
    """A block, with its place in a list."""

    block: Block
    marker: Passage | None
    ordinal: str | None
    """The marker without brackets, also where only HTML has it."""

    is_item: bool
    """Whether it stands in a list, with a marker or a bullet."""

    body: Passage
    """The text behind the marker."""


def rows_of(blocks: Sequence[Block]) -> list[Row]:
    """The blocks as rows.

    Examples:
        >>> from coprod.readers.pages.tree import Piece
        >>> rows = rows_of([Block([Piece(text, 1, 0)]) for text in ("(iv) Meet", "• Write", "A. Bell", "2013")])
        >>> [(row.ordinal, row.is_item, row.body.text) for row in rows]
        [('iv', True, 'Meet'), (None, True, 'Write'), (None, False, 'A. Bell'), (None, False, '2013')]
    """
    found = [_MARKER.match(block.text) for block in blocks]
    markers = [None if match is None else _marker(match) for match in found]
    rows: list[Row] = []
    for index, (block, match) in enumerate(zip(blocks, found, strict=True)):
        if match is None or not _is_marker(markers, index):
            rows.append(_unmarked(block))
            continue
        text, form = _marker(match)
        row = Row(block, block.passage(*match.span(form)), text, True, block.passage(match.end()))
        items = _items_on_a_line(row, markers[index + 1 : index + 2]) if text in _FIRST else []
        rows.extend(items or [row])
    return rows


def _items_on_a_line(row: Row, following: Sequence[tuple[str, str] | None]) -> list[Row]:
    """The items of a line that is a whole list, `(a) users; (b) trust`; none if the list goes on on the next line."""
    if row.ordinal is None or row.marker is None or not row.block.text.startswith("("):
        return []
    if any(marker is not None and goes_on(row.ordinal, marker[0]) for marker in following):
        return []
    inline = inline_list(row.block.passage())
    return [] if inline is None else [Row(row.block, marker, marker.text, True, text) for marker, text in inline.items]


def _marker(match: re.Match[str]) -> tuple[str, str]:
    """The marker and its form."""
    form = match.lastgroup or ""
    return match[form], form


def _unmarked(block: Block) -> Row:
    """The row of a block without a marker."""
    bullet = _BULLET.match(block.text)
    if bullet is not None:
        return Row(block, None, None, True, block.passage(bullet.end()))
    is_item = block.tag == "li" or block.ordinal is not None
    return Row(block, None, block.ordinal, is_item, Cut(block, 0, len(block.text)))


def _is_marker(markers: list[tuple[str, str] | None], index: int) -> bool:
    """Whether it is no initial: digits, brackets on both sides, or a neighbour that follows or goes before."""
    text, form = markers[index] or ("", "")
    if text.isdigit() or form in ("round", "named", "glued", "coded") or (form == "half" and text.islower()):
        return True
    near = set(markers[max(0, index - 6) : index + 7])
    return any(other is not None and other[1] == form and _follow(text, other[0]) for other in near)


@lru_cache(maxsize=1024)
def _follow(marker: str, other: str) -> bool:
    """Whether one of two markers may be the next behind the other."""
    return any(abs(first - second) == 1 for first in _values(marker) for second in _values(other))


def _values(marker: str) -> Iterator[int]:
    """The number that a marker may stand for: as a digit, as a letter, as a Roman number."""
    lowered = marker.lower()
    if lowered.isdigit():
        yield int(lowered)
        return
    if len(lowered) == 1:
        yield ord(lowered) + 1000
    if all(letter in _ROMAN for letter in lowered):
        yield roman(lowered)


@lru_cache(maxsize=1024)
def goes_on(marker: str, after: str) -> bool:
    """Whether a marker is the next behind another."""
    return any(new - old == 1 for new in _values(after) for old in _values(marker))


def roman(text: str) -> int:
    """The value of a Roman number.

    Examples:
        >>> roman("iv"), roman("xii")
        (4, 12)
    """
    digits = [_ROMAN[letter] for letter in text.lower()]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


class Inline(NamedTuple):
    """The items of a list inside a paragraph."""

    lead: Passage
    """What stands in front of it."""

    items: tuple[tuple[Passage, Passage], ...]
    """Marker and text of each."""


def inline_list(passage: Passage) -> Inline | None:
    """The items `(a) ...; (b) ...` of a paragraph; None if there are not two that follow each other.

    Examples:
        >>> from coprod.readers.pages.blocks import attribute
        >>> found = inline_list(attribute("We study (a) users; (b) officials; and (c) trust.", 1))
        >>> [(marker.text, item.text) for marker, item in found.items]
        [('a', 'users'), ('b', 'officials'), ('c', 'trust')]
    """
    if passage.text.count("(") < 2:
        return None
    matches: list[re.Match[str]] = []
    for match in _INLINE.finditer(passage.text):
        if matches and not goes_on(matches[-1]["marker"], match["marker"]):
            continue
        if not matches and match["marker"] not in _FIRST:
            continue
        matches.append(match)
    if len(matches) < 2:
        return None
    ends = [*(match.start() for match in matches[1:]), len(passage.text)]
    items = tuple(
        (passage.part(*match.span("marker")), _trimmed(passage.part(match.end(), end)))
        for match, end in zip(matches, ends, strict=True)
    )
    return Inline(passage.part(0, matches[0].start()), items)


def _trimmed(item: Passage) -> Passage:
    """The item without the words and stops that join it to the next."""
    text = item.text.rstrip()
    joint = _JOINT.search(text)
    if joint is not None:
        text = text[: joint.start()].rstrip()
    return item.part(0, len(text.rstrip(";,.")))
