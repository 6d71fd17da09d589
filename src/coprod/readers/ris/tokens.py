"""Lines to raw records: the quick way for clean records, the careful one for all others.

In: blocks of lines and the form of the file. Out: `RawRecord`s and `Diagnostic`s, in the order of the file.
A stretch of lines runs up to ER, or to the next TY. One in which every line is a tag in the form of the file is
cut with a table; any other is walked line by line by `Walker`. Nothing raises; what fits nowhere is told.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from coprod.decoding import Block
from coprod.diagnostics import Diagnostic
from coprod.readers.ris.forms import Form, table
from coprod.readers.ris.raw import RawRecord, Stretch
from coprod.readers.ris.walker import Walker

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
    width = form.width
    lines: list[str] = []
    tags: list[str | None] = []
    first = 1
    opened = False
    for block in blocks:
        new = [look_up(line[:width]) for line in block.lines]
        marks = [place for place, tag in enumerate(new, len(tags)) if tag is _ER or tag is _TY]
        lines += block.lines
        tags += new
        start = 0
        for mark in marks:
            if tags[mark] is _ER:
                record = clean_record(lines, tags, start, mark, first, width)
                yield record or Stretch(first + start, lines[start : mark + 1], last=False)
                start = mark + 1
                opened = False
            elif opened:
                yield Stretch(first + start, lines[start:mark], last=False)
                start = mark
            else:
                opened = True
        del lines[:start], tags[:start]
        first += start
    if lines:
        yield Stretch(first, lines, last=True)


def clean_record(
    lines: list[str], tags: list[str | None], start: int, end: int, first: int, width: int
) -> RawRecord | None:
    """The record from `start` to the ER at `end`, if it is TY, tags and ER and nothing else."""
    while start < end and not lines[start]:
        start += 1
    if tags[start] is not _TY:
        return None
    inner = tags[start + 1 : end]
    if None in inner or lines[end][width:].strip():
        return None
    kind, *values = [line[width:].strip() for line in lines[start:end]]
    return RawRecord(kind, inner, values, first + start, first + end, "\n".join(lines[start:end]))  # type: ignore[arg-type]
