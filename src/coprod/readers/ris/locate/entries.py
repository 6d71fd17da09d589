"""The lines of one record, cut again: each tag and value with the places of its lines.

In: a kept source and a Paper that was read from it. Out: a `Trace`, from which spans are computed. The one
tokenizer cuts the lines; a few lines behind the record tell it what follows, as they did when it was read.
What can go wrong: `LookupError` if the source does not have the record's lines.
"""

import functools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

import attrs

from coprod.models import Paper, SourceRef, Span
from coprod.readers.ris.forms import Form, form_of, match_line, match_medline
from coprod.readers.ris.joined import pieces
from coprod.readers.ris.judging import EDGES
from coprod.readers.ris.locate.shared import Found, begins, equal_before, parts_in, records_in
from coprod.readers.ris.raw import record_id
from coprod.text.markup import AMPERSAND, REFERENCE, entity_columns

if TYPE_CHECKING:
    from coprod.document import Kept

Place = tuple[int, int]
"""Line and column."""

_CONTEXT: Final = 13
"""Lines behind a record that the tokenizer may look at."""


@attrs.frozen
class Entry:
    """One tag of a record, with its value and where that stands."""

    tag: str
    """Tag, e.g. `"DO"`; `"TY"` for the type of reference."""

    value: str
    """The value; lines of a wrapped one are joined with single spaces."""

    parts: tuple[str, ...]
    """The lines of the value, stripped."""

    places: tuple[Place, ...]
    """Where each of them begins."""

    head: Place
    """Where the tag itself begins."""

    columns: tuple[int, ...] = ()
    """Where each character of the value, and its end, stands in what is printed; `()`: the value is as printed."""

    def part_ranges(self) -> Iterator[tuple[int, int]]:
        """Start and end of each line within the value.

        Examples:
            >>> list(Entry("AB", "one two", ("one", "two"), ((1, 6), (2, 0)), (1, 0)).part_ranges())
            [(0, 3), (4, 7)]
        """
        for start, end in self.printed_ranges():
            yield (self._column(start), self._column(end)) if self.columns else (start, end)

    def _column(self, printed: int) -> int:
        return min(bisect_left(self.columns, printed), len(self.value))

    def printed_ranges(self) -> Iterator[tuple[int, int]]:
        """Start and end of each line within the value as printed."""
        start = 0
        for part in self.parts:
            yield start, start + len(part)
            start += len(part) + 1

    @functools.cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line begins within the value as printed."""
        return tuple(start for start, _end in self.printed_ranges())


_URL_TAGS: Final = frozenset(("L1", "L2", "L3", "L4", "LK", "UR"))
_AS_PRINTED: Final = frozenset(("DA", "DO", "PY", "TY", "Y1"))
"""Tags in whose values no references are resolved."""


def resolved_entry(entry: Entry) -> Entry | None:
    """The entry with the characters that references in its value stand for; None if it has none.

    Examples:
        >>> entry = resolved_entry(entry_of("KW", "R&amp;D"))
        >>> entry.value, entry.columns
        ('R&D', (0, 1, 6, 7))
    """
    if "&" not in entry.value or entry.tag in _AS_PRINTED:
        return None
    text, columns = entity_columns(entry.value, AMPERSAND if entry.tag in _URL_TAGS else REFERENCE)
    if text == entry.value:
        return None
    value = text.strip()
    begin = len(text) - len(text.lstrip())
    return attrs.evolve(entry, value=value, columns=tuple(columns[begin : begin + len(value) + 1]))


def entry_of(tag: str, value: str, line: int = 1) -> Entry:
    """An entry on one line, in the form of the specification.

    Examples:
        >>> entry_of("TI", "Trust").places
        ((1, 6),)
    """
    return Entry(tag, value, (value,), ((line, len(f"{tag}  - ")),), (line, 0))


@attrs.frozen
class Hit:
    """A stretch of the value of an entry."""

    entry: Entry
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there.

        Examples:
            >>> Hit(entry_of("AU", "Ran, Bing"), 0, 3).text
            'Ran'
        """
        return self.entry.value[self.start : self.end]

    def within(self, start: int, end: int) -> "Hit":
        """A stretch of this one.

        Examples:
            >>> Hit(entry_of("AU", "Ran, Bing"), 5, 9).within(0, 1).text
            'B'
        """
        return Hit(self.entry, self.start + start, self.start + end)

    def spans(self, source: str) -> Iterator[Span]:
        """One span for each line that it touches.

        Examples:
            >>> list(Hit(entry_of("AU", "Ran, Bing"), 5, 9).spans("a.ris"))
            [Span(source='a.ris', line=1, start=11, end=15)]
        """
        columns = self.entry.columns
        begin, behind = (columns[self.start], columns[self.end]) if columns else (self.start, self.end)
        starts = self.entry.starts
        for index in range(max(bisect_right(starts, begin) - 1, 0), bisect_left(starts, behind)):
            (line, column), first = self.entry.places[index], starts[index]
            start, end = max(begin, first), min(behind, first + len(self.entry.parts[index]))
            if start < end:
                yield Span(source=source, line=line, start=column + start - first, end=column + end - first)


def distinct(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those that stand where one before them stands.

    Examples:
        >>> entry = entry_of("KW", "R&amp;D; trust")
        >>> [hit.text for hit in distinct([Hit(entry, 9, 14), Hit(resolved_entry(entry), 5, 10), Hit(entry, 0, 7)])]
        ['trust', 'R&amp;D']
    """
    places: dict[tuple[Span, ...], Hit] = {}
    for hit in hits:
        places.setdefault(tuple(hit.spans("")), hit)
    return list(places.values())


@attrs.frozen
class Trace:
    """The entries of a record, and the spans of all its lines."""

    source: str
    """Name of the source."""

    kind: str
    """Type of reference in capital letters; "" without TY."""

    entries: tuple[Entry, ...]
    """Its tags in order, the type of reference first; behind one with references, the same without them."""

    lines: tuple[Span, ...]
    """The lines that are not blank, without the white space around them."""

    noted: dict[object, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """What was found out for one question, for the next."""

    def of(self, tags: Iterable[str]) -> Iterator[Entry]:
        """The entries of the tags that are not empty, tag after tag.

        Examples:
            >>> trace = Trace("a.ris", "JOUR", (entry_of("T1", "A"), entry_of("TI", "B"), entry_of("TI", "")), ())
            >>> [entry.value for entry in trace.of(("TI", "T1"))]
            ['B', 'A']
        """
        for tag in tags:
            yield from self._by_tag.get(tag, ())

    @functools.cached_property
    def _by_tag(self) -> dict[str, list[Entry]]:
        """The entries that are not empty."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.value:
                found[entry.tag].append(entry)
        return dict(found)


_last: "WeakKeyDictionary[Kept, tuple[str | None, SourceRef, Trace]]" = WeakKeyDictionary()
"""The record of each source that was cut last: who asks for one field asks for more."""


def trace_of(kept: "Kept", record: Paper) -> Trace:
    r"""The entries of a record.

    Raises:
        LookupError: The record was not read from a source, or not from this one.

    Examples:
        >>> from coprod.decoding import Encoding
        >>> from coprod.document import Kept
        >>> import coprod
        >>> text = "TY  - JOUR\nTI  - Co-production\nER  - "
        >>> trace = trace_of(Kept(text, Encoding("utf-8", 0, True), text), coprod.loads(text).papers[0])
        >>> [(entry.tag, entry.places) for entry in trace.entries]
        [('TY', ((1, 6),)), ('TI', ((2, 6),))]
    """
    reference = record.source
    if reference is None:
        raise LookupError("the record was made by hand, it has no source")
    known = _last.get(kept)
    if known is None or known[:2] != (record.id, reference):
        known = _last[kept] = (record.id, reference, _cut(kept, record, reference))
    return known[2]


def _cut(kept: "Kept", record: Paper, reference: SourceRef) -> Trace:
    lines = _lines(kept, reference)
    form = form_of(kept.head)
    found = _found(kept, lines, form, record, reference)
    if found is None:
        where = f"lines {reference.first_line} to {reference.last_line} of {reference.name!r}"
        raise LookupError(f"{where} are not those of the record {record.id!r}")
    shifts = [kept.shift(number) for number in range(reference.first_line, reference.last_line + 1)]
    cutter = _Cutter(lines[: len(shifts)], reference.first_line, shifts, form)
    whole = tuple(cutter.all(reference.name))
    kind = (found.raw.type or "").upper()
    return Trace(reference.name, kind, tuple(_with_resolved(cutter.entries(found))), whole)


def _with_resolved(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        resolved = resolved_entry(entry)
        if resolved is not None:
            yield resolved


def _lines(kept: "Kept", reference: SourceRef) -> list[str]:
    """The lines of the record, and some behind it."""
    lines = [kept.line(number) for number in range(reference.first_line, reference.last_line + 1)]
    for number in range(reference.last_line + 1, reference.last_line + 1 + _CONTEXT):
        try:
            lines.append(kept.line(number))
        except LookupError:
            break
    return lines


def _found(kept: "Kept", lines: list[str], form: Form, record: Paper, reference: SourceRef) -> Found | None:
    """The record that the tokenizer finds in the lines, and whose text is that of the Paper; None if there is none."""
    wanted = None if record.id is None else record.id.partition("-")[0]
    span = (reference.first_line, reference.last_line)
    last = reference.last_line - reference.first_line + 1
    for found in records_in(kept, reference.name, lines, span, form):
        there = (one for one in found if (one.raw.first_line, one.raw.last_line) == (1, last))
        same = [one for one in there if wanted in (None, record_id(one.raw.text))]
        if same and wanted is not None and len(same) > 1:
            rank = equal_before(kept, reference.name, wanted, _rank(record), reference.first_line)
            return same[rank % len(same)]
        if same:
            return same[0]
    read = records_in(kept, reference.name, lines, span, form)
    parts = (part for found in read for one in found for part in parts_in(one, wanted or "", last))
    return next(parts, None)


def _rank(record: Paper) -> int:
    """How many records of the same text come before one, as its id says."""
    rank = (record.id or "").partition("-")[2]
    return int(rank) - 1 if rank.isdecimal() else 0


class _Cutter:
    """Finds the columns of what the tokenizer has stripped."""

    def __init__(self, lines: list[str], first: int, shifts: list[int], form: Form) -> None:
        self._lines = lines
        self._first = first
        self._shifts = shifts
        self._form = form
        self._cut: dict[int, dict[int, str]] = {}
        self._start: int | None = None

    def entries(self, found: Found) -> Iterator[Entry]:
        """The type of reference, and each tag."""
        raw = found.raw
        if raw.type is not None:
            self._start = found.type_start
            yield self._entry("TY", raw.type, (raw.type,), raw.type_line - 1)
        for place, (tag, value, start) in enumerate(zip(raw.tags, raw.values, found.starts, strict=True)):
            self._start = start
            with suppress(LookupError):  # one value that is not found hides no other
                yield self._entry(tag, value, tuple(raw.parts_of(place)), raw.line_of(place) - 1)

    def all(self, source: str) -> Iterator[Span]:
        """Every line that is not blank."""
        for index, line in enumerate(self._lines):
            text = line.strip()
            if text:
                start = line.find(text) + self._shifts[index]
                yield Span(source=source, line=self._first + index, start=start, end=start + len(text))

    def _entry(self, tag: str, value: str, parts: tuple[str, ...], index: int) -> Entry:
        places: list[Place] = []
        at = index
        for part in parts:
            at, column = self._place(part, tag, index, at)
            places.append((self._first + at, column + self._shifts[at]))
            at += 1
        return Entry(tag, value, parts, tuple(places), (self._first + index, self._tag_column(tag, index)))

    def _place(self, part: str, tag: str, index: int, at: int) -> tuple[int, int]:
        """Index of the line that a part stands on, from `at` on, and its column."""
        if at == index:
            for start, piece in self._pieces(index, tag):
                column = piece.rfind(part)
                if column >= self._value_column(piece) and not piece[column + len(part) :].strip().strip(EDGES):
                    return index, start + column
            at += 1
        for line in range(at, len(self._lines)):
            found = self._column(part, line)
            if found is not None:
                return line, found
        raise LookupError(f"{part!r} stands in none of the lines of the record")

    def _pieces(self, index: int, tag: str) -> list[tuple[int, str]]:
        """The piece of a joined line that the tag stands on, or those that begin with it."""
        if index not in self._cut:
            self._cut[index] = dict(pieces(self._lines[index], self._form))
        whole = self._cut[index]
        if self._start is not None:
            return [(self._start, whole[self._start])] if self._start in whole else []
        return [(start, piece) for start, piece in whole.items() if len(whole) == 1 or begins(piece, tag)]

    def _column(self, part: str, at: int) -> int | None:
        """Column of a part that is the whole text of a line, or of its first piece; None if it is not."""
        text = pieces(self._lines[at], self._form)[0][1]
        column = text.find(part)
        around = text[: max(column, 0)].strip() + text[column + len(part) :].strip()
        return column if column >= 0 and not around.strip(EDGES) else None

    def _value_column(self, line: str) -> int:
        """Where a value can begin at the earliest."""
        found = match_line(line) or match_medline(line)
        return found.start if found is not None else min(len(self._form.shown()), len(line))

    def _tag_column(self, tag: str, index: int) -> int:
        inside = [start for start, _piece in self._pieces(index, tag) if start]
        if inside:
            return inside[0] + self._shifts[index]
        line = self._lines[index].upper()
        column = line.rfind("TY") if tag == "TY" and line.lstrip(EDGES).startswith("ER") else line.find(tag)
        return max(column, 0) + self._shifts[index]
