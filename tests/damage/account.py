"""Where every mark of a damaged file went.

In: a variant, what was read from the valid file, and what was read from the variant. Out: an `Account`. It knows no
format and no reader: both readings come as `Reading`, records with fields of text, and lines that were told.

Each mark on each line of the variant is one of these, the first that holds:

    right   in the same record and the same field as in the valid file, or in `extra` of that record, and the value
            that holds it holds neither marks of other values nor signs of the format
    told    in the text of a diagnostic that names the line, and whose code says that the text itself was left out
    shown   in another place, and a diagnostic that names the line says that the line was read in an unusual way; or in
            a value that was altered, and the text of such a diagnostic is what it was altered by
    moved   in another place, or in a value that was altered, in silence
    lost    nowhere

A diagnostic about something else excuses nothing: its code must be in the reader's own short list for that case.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from tests.damage.marks import Marks, known_marks
from tests.damage.variants import Variant

EXTRA: Final = "extra"
"""The field of what has no field of its own; right for every mark."""


class Value(NamedTuple):
    """A text of a record, and the field that it stands in."""

    field: str
    text: str


class Record(NamedTuple):
    """What a reader made of some lines; a reader that does not say which gives no lines."""

    lines: range | None
    values: tuple[Value, ...]


class Told(NamedTuple):
    """Lines of which a diagnostic says what was done with them."""

    ranges: tuple[tuple[int, int], ...]
    text: str
    left_out: bool
    """Whether the text itself was left out; else the line was read in an unusual way."""

    def names(self, line: int) -> bool:
        """Whether it is about that line."""
        return any(first <= line <= last for first, last in self.ranges)


class Reading(NamedTuple):
    """What a reader made of a file."""

    records: tuple[Record, ...] = ()
    told: tuple[Told, ...] = ()
    refused: str | None = None
    """Why the whole file was refused. None: it was not."""

    crashed: str | None = None
    """The exception that no reader may raise. None: there was none."""


class Lost(NamedTuple):
    """A mark that is not where it should be."""

    mark: str
    line: int
    text: str
    """The line."""

    where: tuple[str, ...] = ()
    """The fields that it is in."""


class Account(NamedTuple):
    """What became of the marks of one variant."""

    right: int
    told: int
    shown: int
    moved: list[Lost]
    lost: list[Lost]

    @property
    def complete(self) -> bool:
        """Whether every mark of a record that is still in the file is at its place."""
        return not (self.told or self.shown or self.moved or self.lost)


class _Holder(NamedTuple):
    """A value in which a mark was found."""

    record: int
    field: str
    altered: bool
    shown: bool
    """Whether a diagnostic shows the text that altered it."""


_SIGNS: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9](?![A-Za-z0-9])|(?:^|\s)>|\"")
"""What tags and quotations leave inside a value: two capitals alone, `>`, a straight quotation mark."""

_GAPS: Final = re.compile(r"\s+")


class Base:
    """Valid files as they were read: where each mark belongs, and which marks share a value."""

    def __init__(self, readings: Iterable[Reading], marks: Marks) -> None:
        self.fields: defaultdict[str, set[str]] = defaultdict(set)
        self.together: defaultdict[int, set[int]] = defaultdict(set)
        self.signs: Counter[int] = Counter()
        self.misplaced: set[str] = set()
        records = [record for reading in readings for record in reading.records]
        for number, record in enumerate(records):
            for value in record.values:
                self._add(number, value, marks)

    def _add(self, number: int, value: Value, marks: Marks) -> None:
        found = list(known_marks(value.text, marks))
        numbers = {marks[mark].value for mark in found}
        for mark in found:
            self.fields[mark].add(value.field)
            self.together[marks[mark].value] |= numbers
            if marks[mark].record != number:
                self.misplaced.add(mark)
        for one in numbers:
            self.signs[one] = max(self.signs[one], len(_SIGNS.findall(value.text)))

    def missing(self, marks: Marks) -> set[str]:
        """Marks that are not in the record that they were written in."""
        return self.misplaced | (marks.keys() - self.fields.keys())


def account(base: Base, variant: Variant, reading: Reading) -> Account:
    """What became of every mark that is still in the file."""
    return _Accountant(base, variant, reading).account()


class _Accountant:
    """The account of one variant."""

    def __init__(self, base: Base, variant: Variant, reading: Reading) -> None:
        self._base = base
        self._variant = variant
        self._marks = variant.marks
        self._reading = reading
        self._shown_lines: set[str] | None = None
        self._fields = self._expected()
        self._homes = homes(reading.records, self._marks)
        self._holders = self._found()

    def _expected(self) -> Mapping[int, set[str]]:
        """Fields by value; a mark that an edit added belongs where its value does."""
        fields: defaultdict[int, set[str]] = defaultdict(set)
        for mark, found in self._base.fields.items():
            fields[self._marks[mark].value] |= found
        return fields

    def _found(self) -> Mapping[str, list[_Holder]]:
        holders: defaultdict[str, list[_Holder]] = defaultdict(list)
        for number, record in enumerate(self._reading.records):
            for value in record.values:
                found = list(known_marks(value.text, self._marks))
                altered = self._is_altered(value, {self._marks[mark].value for mark in found})
                shown = altered and self._is_shown(value)
                for mark in found:
                    holders[mark].append(_Holder(number, value.field, altered, shown))
        return holders

    def _is_altered(self, value: Value, numbers: set[int]) -> bool:
        """Whether a value holds marks of values that it did not hold before, or a tag."""
        if any(not numbers <= (self._base.together.get(one) or {one}) for one in numbers):
            return True
        if not numbers or not numbers.isdisjoint(self._variant.markup_like):
            return False
        return len(_SIGNS.findall(value.text)) > max(self._base.signs[one] for one in numbers)

    def _is_shown(self, value: Value) -> bool:
        """Whether the text of a diagnostic is part of a value: it was told that this was read as text."""
        text = _GAPS.sub("", value.text)
        return any(line in text for line in self._told_lines())

    def _told_lines(self) -> set[str]:
        """The lines that diagnostics show, without white space."""
        if self._shown_lines is None:
            lines = {_GAPS.sub("", line) for told in self._reading.told for line in told.text.splitlines()}
            self._shown_lines = {line for line in lines if line}
        return self._shown_lines

    def account(self) -> Account:
        """Every mark on every line."""
        counts: Counter[str] = Counter()
        moved: list[Lost] = []
        lost: list[Lost] = []
        unread = self._unread()
        for number, line in enumerate(self._variant.lines(), 1):
            for mark in known_marks(line, self._marks):
                if mark in unread:
                    continue
                verdict = self._judge(mark, number)
                counts[verdict] += 1
                if verdict in ("moved", "lost"):
                    where = tuple(sorted({holder.field for holder in self._holders.get(mark, ())}))
                    (moved if verdict == "moved" else lost).append(Lost(mark, number, line, where))
        return Account(counts["right"], counts["told"], counts["shown"], moved, lost)

    def _unread(self) -> set[str]:
        """Marks that the reader does not even find in the valid files: they say nothing about damage."""
        return {mark for valid in self._variant.valid for mark in valid.marks if mark not in self._base.fields}

    def _judge(self, mark: str, line: int) -> str:
        holders = self._on_line(self._holders.get(mark, []), line)
        if any(self._is_right(mark, holder) for holder in holders):
            return "right"
        about = [told for told in self._reading.told if told.names(line)]
        if any(told.left_out and mark in told.text.lower() for told in about):
            return "right" if self._marks[mark].record < 0 else "told"
        if not holders:
            return "lost"
        return "shown" if about or any(holder.shown for holder in holders) else "moved"

    def _on_line(self, holders: list[_Holder], line: int) -> list[_Holder]:
        """The holders in records that were read from the line, if there are any."""
        records = self._reading.records
        near = [one for one in holders if (lines := records[one.record].lines) is not None and line in lines]
        return near or holders

    def _is_right(self, mark: str, holder: _Holder) -> bool:
        belongs = self._marks[mark]
        in_field = holder.field == EXTRA or holder.field in self._fields.get(belongs.value, ())
        if belongs.record < 0:
            return holder.field == EXTRA
        return in_field and not holder.altered and holder.record in self._homes.get(belongs.record, ())


def homes(records: Iterable[Record], marks: Marks) -> dict[int, set[int]]:
    """Which of the records that were read is which of those that were written.

    One that was read is the one that most of its marks come from; of one that was written it must have more than half
    of the marks that were found at all. So one that fell apart has one home at most, and two that ran together have
    one between them; one that stands twice has two.
    """
    held: list[Counter[int]] = []
    anywhere: defaultdict[int, set[str]] = defaultdict(set)
    for record in records:
        distinct = {mark for value in record.values for mark in known_marks(value.text, marks)}
        held.append(Counter(marks[mark].record for mark in distinct if marks[mark].record >= 0))
        for mark in distinct:
            anywhere[marks[mark].record].add(mark)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for number, counts in enumerate(held):
        for written, count in counts.most_common(1):
            if 2 * count > len(anywhere[written]):
                found[written].add(number)
    return found
