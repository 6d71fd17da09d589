"""A reader of pages: what `load` wants of it, made of one function that reads with a trace.

In: a function from a document to traced records and diagnostics. Out: a `Reader` that reads and that can trace,
since it reads the kept source again when it is asked where a value came from. A page that keeps programs out is told.
What can go wrong: `LookupError` for a path that a record has not, or a source that is not the record's.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, cast

import attrs

from coprod._ids import bare_id
from coprod.diagnostics import Diagnostic, occurrence
from coprod.document import Document
from coprod.exceptions import LimitError
from coprod.models import Finding, Paper, SourceRef, Span, StudyGroup
from coprod.readers.pages.blocks import Passage
from coprod.readers.pages.draft import Traced
from coprod.readers.pages.joints import pages_in
from coprod.readers.pages.locating import passages_of
from coprod.readers.pages.page import BEHIND, TALLY, Behind
from coprod.readers.paths import SAME, shown_path, steps_of, value_at
from coprod.readers.registry import Reader
from coprod.readers.shown import lines_of
from coprod.readers.walls import wall

if TYPE_CHECKING:
    from coprod.document import Kept

Record = Paper | Finding | StudyGroup

ReadTraced = Callable[[Document], Iterator[Traced | Diagnostic]]
"""Reads a document, with the trace of each record."""

SUFFIXES = (".html", ".htm", ".xhtml", ".txt", ".md")


def page_reader(name: str, sniff: Callable[[Document], float], traced: ReadTraced) -> Reader:
    """The reader of that name."""

    def every(document: Document) -> Iterator[Traced | Diagnostic]:
        return _every_page(document, sniff, traced)

    def read(document: Document) -> Iterator[Record | Diagnostic]:
        for item in every(document):
            yield item.record if isinstance(item, Traced) else item

    def locate(kept: "Kept", record: Record, path: str) -> tuple[Span, ...]:
        found = _read_again(kept, record, name, every)
        spans = (_locate(found, kept, record, one) for one in SAME.get(path, (path,)))
        return tuple(dict.fromkeys(span for some in spans for span in some))

    return Reader(name=name, suffixes=SUFFIXES, sniff=sniff, read=read, locate=locate)


_ROOM: Final = 20
"""Characters of blanks above pages on one line, for each of the text: each page is read with those above it."""


def _every_page(
    document: Document, sniff: Callable[[Document], float], traced: ReadTraced
) -> Iterator[Traced | Diagnostic]:
    """Reads a page, and the pages that were joined to it if they are of the same kind."""
    kept_out = wall(document.head)
    if kept_out is not None:
        text = "\n".join(lines_of(document.head))
        yield occurrence("page.wall", "info", kept_out, source=document.name, line=1, text=text or None)
        return
    yield from traced(document)
    behind = document.noted.get(BEHIND)
    if not isinstance(behind, Behind):
        return
    allowed = document.options.limits.pages
    line, column, room = behind.line, behind.column, _ROOM * (behind.column + len(behind.text))
    for number, (start, end) in enumerate(pages_in(behind.text), 2):
        text = behind.text[start:end]
        if number > allowed:
            raise LimitError(source=document.name, limit="pages", allowed=allowed, line=line)
        room -= column
        page = Document(document.name, iter([text]), document.options, lines_above=line - 1, columns_before=column)
        page.noted[TALLY] = document.noted[TALLY]
        if room < 0 or sniff(page) <= 0:
            yield _behind(document, line, behind.text[start:])
            return
        message = "another page begins behind the end of the page; read as a page of its own"
        first = text.partition("\n")[0]
        yield occurrence("page.joined", "info", message, source=document.name, line=line, text=first)
        yield from traced(page)
        line += text.count("\n")
        column = len(text) - text.rfind("\n") - 1 + (0 if "\n" in text else column)


def _behind(document: Document, line: int, text: str) -> Diagnostic:
    """What stands behind the last page that is read."""
    message = "another page begins behind the end of the page, of another kind or on one line with many; not read"
    last = line + text.count("\n")
    return occurrence("page.joined-not-read", "warning", message, source=document.name, line=line, last=last, text=text)


_Same = tuple[type, SourceRef | None, str | None]
"""What tells a record of a source from the others: kind, lines, and id without rank."""


def _read_again(kept: "Kept", record: Record, name: str, traced: ReadTraced) -> dict[_Same, list[Traced]]:
    """The records of the kept source, read once for all questions."""
    source = record.source.name if record.source is not None else ""
    if name not in kept.noted:
        found: dict[_Same, list[Traced]] = {}
        for item in traced(kept.reopened(source)):
            if isinstance(item, Traced):
                found.setdefault(_same(item.record), []).append(item)
        kept.noted[name] = found
    return cast("dict[_Same, list[Traced]]", kept.noted[name])


def _same(record: Record) -> _Same:
    return type(record), record.source, bare_id(record.id)


def _locate(found: dict[_Same, list[Traced]], kept: "Kept", record: Record, path: str) -> tuple[Span, ...]:
    steps = steps_of(path)
    value = value_at(record, steps)
    if value is None or value == ():
        return ()
    same = found.get(_same(record), ())
    if record.source is None or not same:
        raise LookupError("the record is not one of this source")
    trace = next((item.trace for item in same if item.record.id == record.id), same[0].trace)
    name = record.source.name
    passages = passages_of(trace.in_detail(), shown_path(steps), value)
    if passages is None:
        lines = range(record.source.first_line, record.source.last_line + 1)
        whole = (Span(source=name, line=line, start=0, end=len(kept.line(line))) for line in lines)
        return tuple(_behind_mark(span, kept) for span in whole)
    spans = dict.fromkeys(span for passage in passages for span in spans_of(passage, name, kept.line))
    return tuple(_behind_mark(span, kept) for span in spans)


def _behind_mark(span: Span, kept: "Kept") -> Span:
    """The span in the line as an editor shows it, where a byte order mark that was skipped stands before it."""
    shift = kept.shift(span.line) if span.start is not None else 0
    if not shift or span.start is None or span.end is None:
        return span
    return attrs.evolve(span, start=span.start + shift, end=span.end + shift)


def spans_of(passage: Passage, source: str, line: Callable[[int], str]) -> Iterator[Span]:
    """The spans of a passage, in the order of its text."""
    if passage.line is not None:
        yield Span(source=source, line=passage.line)
    open_span: tuple[int, int, int] | None = None
    for cut in passage.cuts:
        for number, start, end in cut.block.places(cut.start, cut.end, line):
            if open_span is not None and _meets(open_span, number, start, line):
                open_span = (number, open_span[1], end)
                continue
            if open_span is not None:
                yield Span(source=source, line=open_span[0], start=open_span[1], end=open_span[2])
            open_span = (number, start, end)
    if open_span is not None:
        yield Span(source=source, line=open_span[0], start=open_span[1], end=open_span[2])


def _meets(span: tuple[int, int, int], number: int, start: int, line: Callable[[int], str]) -> bool:
    """Whether nothing but white space stands between a span and the next."""
    return span[0] == number and span[2] <= start and not line(number)[span[2] : start].strip()
