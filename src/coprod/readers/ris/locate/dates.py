"""Where a date stands, and its year, month, day and season.

In: the entries of a record, its date of publication and the names of a part of it. Out: the stretches. A number is
the month if another number in its place gives another month: `parse_date` itself is asked. What is not found gives
nothing, or where no part can be told apart, the whole value.
"""

import re
from collections.abc import Iterator
from typing import Final

from coprod.models import PartialDate
from coprod.readers.ris.locate.entries import Entry, Hit, Trace
from coprod.readers.ris.locate.ways import all_of
from coprod.readers.ris.meanings import plan
from coprod.text.dates import parse_date
from coprod.text.months import MONTH_NAMES

_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_TOKEN: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_COMPACT: Final = 8
"""Digits of `20220804`."""


def date_hits(trace: Trace, date: PartialDate, names: tuple[str, ...], value: object) -> list[Hit]:
    """The values that a date was read from, or the place of a part of it.

    Args:
        trace: The entries of the record.
        date: Date of publication of the record.
        names: `()` or `("raw",)` for the whole date, else e.g. `("end", "day")`.
        value: What stands there, e.g. 14.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> entry = entry_of("DA", "4-8 Aug. 2020")
        >>> trace = Trace("a.ris", "JOUR", (entry,), ())
        >>> [hit.text for hit in date_hits(trace, parse_date(entry.value), ("end", "day"), 8)]
        ['8']
    """
    stated = [*trace.of(plan(trace.kind).dates)]
    entries = _used(date.raw or date.iso or "", stated) or stated
    if names in ((), ("raw",)):
        return [all_of(entry) for entry in entries]
    if names in (("end",), ("end", "raw")):
        return _end_hits(date, entries)
    hit = _part_hit(entries, names, value)
    if hit is None and names[0] == "end":
        hit = _part_hit(entries, names[1:], value)
    return [hit] if hit is not None else [all_of(entry) for entry in entries[:1]]


def _used(raw: str, entries: list[Entry]) -> list[Entry]:
    """The entries whose values make up the printed form, which has `; ` between them."""
    for place, entry in enumerate(entries):
        if entry.value == raw:
            return [entry]
        head, rest = f"{entry.value}; ", entries[:place] + entries[place + 1 :]
        behind = _used(raw[len(head) :], rest) if raw.startswith(head) else []
        if behind:
            return [entry, *behind]
    return []


def _part(date: PartialDate | None, names: tuple[str, ...]) -> int | str | None:
    """The part of a date that the names lead to."""
    value: PartialDate | int | str | None = date
    for name in names:
        value = getattr(value, name, None)
    return value if isinstance(value, int | str) else None


def _part_hit(entries: list[Entry], names: tuple[str, ...], wanted: object) -> Hit | None:
    """The first place that says a part, among the entries whose dates have it."""
    said = [entry for entry in entries if _part(parse_date(entry.value), names) == wanted]
    hits = [hit for entry in said for hit in _tokens(entry) if _says(hit.text, names[-1], wanted)]
    return next((hit for hit in hits if _decides(hit, names, wanted)), hits[0] if hits else None)


def _tokens(entry: Entry) -> Iterator[Hit]:
    """Numbers and words; the parts of eight digits that are a date."""
    for found in _TOKEN.finditer(entry.value):
        hit = Hit(entry, *found.span())
        if len(found[0]) == _COMPACT and found[0].isdigit():
            yield from (hit.within(0, 4), hit.within(4, 6), hit.within(6, 8))
        else:
            yield hit


def _says(text: str, name: str, wanted: object) -> bool:
    """Whether a number or a word alone has the value."""
    if text.isdigit():
        return len(text) <= _COMPACT and int(text) == wanted
    return _part(parse_date(text), (name,)) == wanted


def _decides(hit: Hit, names: tuple[str, ...], wanted: object) -> bool:
    """Whether another value in this place changes the part of the date."""
    text = hit.entry.value
    for other in _others(wanted):
        changed = f"{text[: hit.start]}{_written(other, hit.text)}{text[hit.end :]}"
        if _part(parse_date(changed), names) == other:
            return True
    return False


def _others(wanted: object) -> tuple[int | str, ...]:
    return (wanted - 1, wanted + 1) if isinstance(wanted, int) else _SEASONS[:: 2 if wanted == "summer" else 1]


def _written(value: int | str, like: str) -> str:
    """The value as a number of as many digits, or as a word."""
    if isinstance(value, str):
        return value
    if like.isdigit():
        return f"{value:0{len(like)}d}"
    return MONTH_NAMES[(value - 1) % len(MONTH_NAMES)][:3]


def _end_hits(date: PartialDate, entries: list[Entry]) -> list[Hit]:
    """The part of a range that is its end: from the first to the last of its numbers and words."""
    hits = [_part_hit(entries, ("end", name), value) for name, value in _stated(date.end)]
    found = [hit for hit in hits if hit is not None]
    own = [hit for hit in found if hit.entry is found[0].entry]
    whole = [all_of(entry) for entry in entries]
    return [Hit(own[0].entry, min(hit.start for hit in own), max(hit.end for hit in own))] if own else whole


def _stated(date: PartialDate | None) -> list[tuple[str, int | str]]:
    """The parts that a date states."""
    parts = ((name, _part(date, (name,))) for name in ("year", "month", "day", "season"))
    return [(name, value) for name, value in parts if value is not None]
