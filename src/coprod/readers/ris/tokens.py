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
from coprod.readers.ris.joined import NARROW_INSIDE
from coprod.readers.ris.judging import glued_type
from coprod.readers.ris.parting import parted
from coprod.readers.ris.raw import RawRecord, Stretch
from coprod.readers.ris.walker import Walker

_TY: Final = "TY"
_ER: Final = "ER"
_WIDE: Final = b"  -"
"""What stands before a value, and in no prose."""


Candidate = tuple[int, int, list[bytes], list[str | None]]
"""First and last line of what may be a clean record, its lines from TY to ER, and their tags."""


def read_records(source: str, blocks: Iterable[Block], form: Form) -> Iterator[RawRecord | Diagnostic]:
    """All records of a source, and what was odd about their lines."""
    for item in candidates(blocks, form):
        yield from carefully(source, item, form)


def carefully(source: str, item: "Candidate | Stretch", form: Form) -> Iterator[RawRecord | Diagnostic]:
    """The records in some lines, and what was odd about them."""
    record = None if isinstance(item, Stretch) else clean_record(item, form.width, form.hyphen)
    if record is not None:
        yield from parted(source, record)
        return
    for part in Walker(source, as_stretch(item), form).walk():
        if isinstance(part, RawRecord):
            yield from parted(source, part)
        else:
            yield part


def candidates(blocks: Iterable[Block], form: Form) -> Iterator[Candidate | Stretch]:
    """Lines from TY to ER, which may be a clean record; other lines up to ER, or to the next TY where ER is missing."""
    look_up = table(form).get
    head = itemgetter(slice(form.width))
    width = form.width
    lines: list[bytes] = []
    tags: list[str | None] = []
    typed = False
    first = 1
    for block in blocks:
        first = block.first - len(lines)
        scan = len(tags)
        lines += block.lines
        tags += map(look_up, map(head, block.lines))
        start = 0
        for end in _places(tags, _ER, scan):
            begin = start
            while not lines[begin]:
                begin += 1
            if tags[begin] is _TY and not lines[end][width:].strip():
                yield first + begin, first + end, lines[begin : end + 1], tags[begin : end + 1]
            elif glued_type(text_of(lines[end][width:])) is not None:
                tags[end] = None  # the next record begins on this line
                continue
            else:
                yield for_walker(first + start, lines[start : end + 1])
            start = end + 1
        if start == 0:
            place = _last_place(tags, _TY, scan)
            if place and (typed or _TY in tags[scan:place]):  # what stands before the only TY may belong to it
                yield for_walker(first, lines[:place])
                start = place
        typed = (typed and not start) or _TY in tags[start or scan :]
        del lines[:start], tags[:start]
        first += start
    if any(lines):
        yield for_walker(first, lines, last=True)


def as_stretch(item: Candidate | Stretch) -> Stretch:
    """What turned out to be no clean record, for the careful way."""
    if isinstance(item, Stretch):
        return item
    first, _last, lines, _tags = item
    return for_walker(first, lines)


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


def _last_place(tags: list[str | None], tag: str, start: int) -> int:
    """Where a tag stands last, from `start` on; 0 if nowhere."""
    for place in range(len(tags) - 1, max(start, 1) - 1, -1):
        if tags[place] == tag:
            return place
    return 0


def clean_record(candidate: Candidate, width: int, hyphen: bytes = _WIDE) -> RawRecord | None:
    """The record, if every line is a tag of its own."""
    first, last, lines, tags = candidate
    inner = tags[1:-1]
    if None in inner or _TY in inner:
        return None
    own = lines[:-1]
    text = b"\n".join(own)
    usual = len(own) if hyphen.endswith(_WIDE) else 0
    if not hyphen and NARROW_INSIDE.search(text) is not None:
        return None
    if text.count(_WIDE) > usual or (hyphen and text.count(hyphen) > len(own)):
        return None  # lines were joined: a tag stands inside one
    kind, *values = [text_of(line[width:]).strip() for line in own]
    return RawRecord(kind, inner, values, first, last, text)  # type: ignore[arg-type]
