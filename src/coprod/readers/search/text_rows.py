"""The rows of plain text: by the line that every row has, and what stands around it.

In: the lines of a page, as blocks, and what the layout knows of them. Out: the lines of each row, and those outside.
Nothing raises; time is linear.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from coprod.readers.pages.blocks import Block
from coprod.readers.search.layout import COUNT, Layout
from coprod.readers.search.lines import BARE, Lines, Told
from coprod.readers.search.people import are_names
from coprod.readers.search.rows import SENTENCE_ENDS, Sorted
from coprod.readers.search.torn import paging

_MOST_LINES: Final = 60
"""Lines between a pattern at the begin of a row and the line by which the row is found."""

_CONNECTING: Final = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
"""Words that no title ends in."""


def by_lines(blocks: Sequence[Block], layout: Layout, lines: Lines, *, is_torn: bool = False) -> Sorted:
    """Rows by the line that every row has, and the order of the lines before it.

    Args:
        blocks: Those of the page, in order.
        layout: The layout of the page.
        lines: What it knows of lines.
        is_torn: Whether lines of the page were torn apart, so that a title may stand on several.
    """
    again = _again(blocks, layout, lines)
    blocks = [block for block in blocks if block not in again] if again else blocks
    told = [lines.told(block.text) for block in blocks]
    for index in paging([block.text for block in blocks]):
        told[index] = Told(COUNT, (), "line")
        blocks[index].role = "furniture"
    anchors = [index for index, line in enumerate(told) if line is not None and line.field == layout.anchor]
    starts: list[int] = []
    floor = 0
    for anchor in anchors:
        start = _first(told, _start(blocks, told, anchor, floor, layout, lines), floor, layout, lines)
        starts.append(_torn(blocks, told, start, floor) if is_torn else start)
        floor = anchor + 1
    if not starts:
        return Sorted([], [*blocks, *again])
    found = Sorted([], [*blocks[: starts[0]], *again])
    for start, anchor, end in zip(starts, anchors, [*starts[1:], len(blocks)], strict=True):
        stop = _stop(told, anchor, end)
        begins = [start, *_begins(told, anchor + 1, stop, layout, lines)]
        for begin, after in pairwise([*begins, stop]):
            if begin == start or _is_begun(told, begin, layout, lines):
                found.rows.append(list(blocks[begin:after]))
            else:
                found.outside.extend(blocks[begin:after])
        found.outside.extend(blocks[stop:end])
    return Sorted(found.rows, [block for block in found.outside if block.role is None])


def _again(blocks: Sequence[Block], layout: Layout, lines: Lines) -> dict[Block, None]:
    """The lines by which rows are found that repeat the line above them: no row of their own begins there."""
    same = (below for above, below in pairwise(blocks) if above.text == below.text)
    return {block: None for block in same if (told := lines.told(block.text)) and told.field == layout.anchor}


def _start(
    blocks: Sequence[Block], told: Sequence[Told | None], anchor: int, floor: int, layout: Layout, lines: Lines
) -> int:
    """The first line of the row that is found by the line at `anchor`."""
    before = list(layout.order[: layout.order.index(layout.anchor or "")])
    start = anchor
    while before:
        field = before.pop()
        if field in lines.fields:
            start -= start > floor and _is(told[start - 1], field)
            continue
        bare = [field]
        while before and before[-1] not in lines.fields:
            bare.append(before.pop())
        start = _above(blocks, told, start, floor, bare, before)
    return start


def _first(told: Sequence[Told | None], start: int, floor: int, layout: Layout, lines: Lines) -> int:
    """The line above `start` that stands first in a row, if between them no line says that it is of none."""
    first = layout.order[0]
    if first not in lines.fields or first == layout.anchor or _is(told[start], first):
        return start
    for index in range(start - 1, max(floor, start - _MOST_LINES) - 1, -1):
        line = told[index]
        if _is(line, first):
            return index
        if line is not None and line.is_sure:
            break
    return start


def _above(
    blocks: Sequence[Block], told: Sequence[Told | None], start: int, floor: int, bare: list[str], before: list[str]
) -> int:
    """The first of the lines above `start` that say nothing of themselves.

    All of them belong to the row if a line stands above them that may stand before them in a row; without such a line
    there are as many as fields, and more only if they are names.
    """
    top = start
    while top > floor and start - top < _MOST_LINES and _is_bare(told[top - 1]):
        top -= 1
    above = told[top - 1] if top > floor else None
    if above is not None and above.field in before:
        return top
    first = start
    while "authors" in bare and first > top and are_names(blocks[first - 1].text):
        first -= 1
    others = len(bare) - ("authors" in bare and first < start)
    return max(top, first - others)


def _torn(blocks: Sequence[Block], told: Sequence[Told | None], start: int, floor: int) -> int:
    """The first line of a row whose title was torn apart: that behind a line that says something, or a sentence.

    Before the first row anything may stand; there a title goes on only where its words do. A line that says itself
    that it is a title begins one.
    """
    if not _is_bare(told[start]):
        return start
    top = start
    while top > floor and _is_bare(told[top - 1]) and not blocks[top - 1].text.endswith(SENTENCE_ENDS):
        if _is(told[top], "title"):
            return top
        top -= 1
    if _is(told[top], "title"):
        return top
    above = told[top - 1] if top > 0 else None
    if floor > 0 or (above is not None and above.field != COUNT):
        return top
    while start > top and _goes_on(blocks[start - 1].text, blocks[start].text):
        start -= 1
    return start


def _goes_on(text: str, after: str) -> bool:
    """Whether the words of a line go on in the next."""
    return after[0].islower() or text.rsplit(None, 1)[-1].lower() in _CONNECTING


def _is_bare(line: Told | None) -> bool:
    return line is None or (line.kind == "line" and line.field in BARE)


def _is(line: Told | None, field: str) -> bool:
    if line is None or line.kind == "heading":
        return False
    return line.field == field or any(take.field == field for take in line.takes)


def _begins(told: Sequence[Told | None], start: int, end: int, layout: Layout, lines: Lines) -> list[int]:
    """Where rows may begin that lack the line by which rows are found: at a line that stands first in a row."""
    first = layout.order[0]
    if first not in lines.fields or first == layout.anchor:
        return []
    found: list[int] = []
    is_below = False
    for index in range(start, end):
        line = told[index]
        if line is not None and line.is_sure:
            is_below = line.kind == "heading"
        elif _is(line, first) and (_is_begun(told, index, layout, lines) or not (is_below or index == start)):
            found.append(index)
            is_below = False
    return found


def _is_begun(told: Sequence[Told | None], index: int, layout: Layout, lines: Lines) -> bool:
    """Whether a second line says that a row begins here: one of those that stand before its title."""
    before = layout.order[1 : layout.order.index(layout.anchor or "")]
    known = list(takewhile(lines.fields.__contains__, before))
    return index + 1 < len(told) and any(_is(told[index + 1], field) for field in known)


def _stop(told: Sequence[Told | None], anchor: int, end: int) -> int:
    """Where a row ends: before the next, or before the line that counts the results."""
    return next((index for index in range(anchor + 1, end) if _is(told[index], COUNT)), end)
