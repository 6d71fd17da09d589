"""Lines to raw records: the quick way for clean records, the careful one for all others.

In: blocks of lines and the form of the file. Out: `RawRecord`s and `Diagnostic`s, in the order of the file.
A stretch of lines runs up to ER, or to the next TY. One in which every line is a tag in the form of the file is
cut with a table; any other is walked line by line by `Walker`. Nothing raises; what fits nowhere is told.
"""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

from coprod.decoding import Block, text_of
from coprod.diagnostics import Diagnostic
from coprod.readers.ris.forms import Form, table
from coprod.readers.ris.raw import RawRecord, Stretch
from coprod.readers.ris.walker import Walker, glued_type

_TY: Final = "TY"
_ER: Final = "ER"


def read_records(source: str, blocks: Iterable[Block], form: Form) -> Iterator[RawRecord | Diagnostic]:
    """All records of a source, and what was odd about their lines."""
    for stretch in stretches(blocks, form):
        if isinstance(stretch, RawRecord):
            yield stretch
        else:
            yield from Walker(source, stretch, form).walk()


def stretches(blocks: Iterable[Block], form: Form) -> Iterator[RawRecord | Stretch]:
    """Clean records as they are; other lines up to ER, or up to the next TY where ER is missing."""
    look_up = table(form).get
    head = itemgetter(slice(form.width))
    width = form.width
    lines: list[bytes] = []
    tags: list[str | None] = []
    first = 1
    for block in blocks:
        scan = len(tags)
        lines += block.lines
        tags += map(look_up, map(head, block.lines))
        start = 0
        for end in _places(tags, _ER, scan):
            record = clean_record(lines, tags, start, end, first, width)
            if record is None and glued_type(text_of(lines[end][width:])) is not None:
                tags[end] = None
                continue
            yield record or for_walker(first + start, lines[start : end + 1])
            start = end + 1
        if start == 0:
            start = _last_place(tags, _TY)
            if start:
                yield for_walker(first, lines[:start])
        del lines[:start], tags[:start]
        first += start
    if any(lines):
        yield for_walker(first, lines, last=True)


def for_walker(first: int, lines: list[bytes], *, last: bool = False) -> Stretch:
    """Lines for the careful way."""
    return Stretch(first, list(map(text_of, lines)), last)


def _places(tags: list[str | None], tag: str, start: int) -> Iterator[int]:
    """Where a tag stands, from `start` on."""
    try:
        while True:
            start = tags.index(tag, start)
            yield start
            start += 1
    except ValueError:
        return


def _last_place(tags: list[str | None], tag: str) -> int:
    """Where a tag stands last; 0 if nowhere."""
    for place in range(len(tags) - 1, 0, -1):
        if tags[place] == tag:
            return place
    return 0


def clean_record(
    lines: list[bytes], tags: list[str | None], start: int, end: int, first: int, width: int
) -> RawRecord | None:
    """The record from `start` to the ER at `end`, if it is TY, tags and ER and nothing else."""
    while start < end and not lines[start]:
        start += 1
    if tags[start] is not _TY:
        return None
    inner = tags[start + 1 : end]
    if None in inner or _TY in inner or lines[end][width:].strip():
        return None
    own = lines[start:end]
    try:
        kind, *values = [line[width:].decode().strip() for line in own]
    except UnicodeDecodeError:
        return None
    return RawRecord(kind, inner, values, first + start, first + end, b"\n".join(own))  # type: ignore[arg-type]
