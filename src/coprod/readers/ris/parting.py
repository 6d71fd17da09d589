"""Two records that ran together, because neither the ER of one nor the TY of the other is there.

In: a `RawRecord`. Out: the records that it is made of, and a `Diagnostic` about each but the first. Tags that stand
once in a record stand twice in such a one, all of them first in one part and then again in the other; that, with a
second title among them, or another DOI, year and number, is taken for two records. A record that repeats less is left
whole. Nothing raises.
"""

import itertools
from collections.abc import Iterator
from typing import Final

from coprod.diagnostics import Diagnostic, occurrence
from coprod.readers.ris.raw import RawRecord
from coprod.readers.ris.vocabulary import TITLES
from coprod.text.identifiers import clean_doi

_NUMBERS: Final = frozenset(("DO", "EP", "IS", "PY", "SP", "VL", "Y1"))
"""Tags that two forms of one work, such as one in another language, do not both have."""

_MORE: Final = frozenset(("AB", "JF", "JO", "N2", "PB", "T2", "UR"))
_ONCE: Final = TITLES | _NUMBERS | _MORE
"""Tags that stand once in nearly every record."""

_FEW: Final = 3
"""So many of them, a title and a number among them, or a DOI, a year and a number, no record of one work repeats."""


def parted(source: str, raw: RawRecord) -> Iterator[RawRecord | Diagnostic]:
    """The records that one is made of, mostly itself.

    Examples:
        >>> tags, values = ["TI", "PY", "PB", "TI", "PY", "PB"], ["One", "1", "A", "Two", "2", "B"]
        >>> text = b"TY\\nTI\\nPY\\nPB\\nTI\\nPY\\nPB"
        >>> one, other, told = parted("a.ris", RawRecord("BOOK", tags, values, 1, 8, text))
        >>> one.values, other.values, told.code
        (['One', '1', 'A'], ['Two', '2', 'B'], 'ris.run-together')
    """
    places = list(cuts(raw))
    if not places:
        yield raw
        return
    lines = raw.text.split(b"\n")
    shown: dict[int, str] = {}
    for begin, end in itertools.pairwise((0, *places, len(raw.tags))):
        part = part_of(raw, lines, begin, end)
        yield part
        if begin:
            message = "the tags begin again: ER and TY are missing between two records; read as two"
            if part.first_line not in shown:
                shown = {part.first_line: lines[part.first_line - raw.first_line].decode("utf-8", "surrogatepass")}
            text = shown[part.first_line]
            yield occurrence("ris.run-together", "warning", message, source=source, line=part.first_line, text=text)


def cuts(raw: RawRecord) -> Iterator[int]:
    """Places of the tags that further records begin with."""
    if len(set(raw.tags)) == len(raw.tags):
        return
    begin = 0
    while (place := _cut(raw, begin)) is not None:
        yield place
        begin = place


def _cut(raw: RawRecord, begin: int) -> int | None:
    """Place of the tag that a second record begins with; None where there is one record from `begin` on."""
    again = {tag: found for tag, found in _once(raw, begin).items() if _differ(raw, found)}
    if len(again) < _FEW or _NUMBERS.isdisjoint(again):
        return None
    last_first = max(found[0] for found in again.values())
    first_second = min(found[1] for found in again.values())
    if last_first >= first_second:
        return None
    start = _start(raw, begin, last_first + 1, first_second)
    return start if not TITLES.isdisjoint(again) or _are_two_dois(raw, again, start) else None


def _are_two_dois(raw: RawRecord, again: dict[str, list[int]], start: int) -> bool:
    """Whether DOIs, years and other numbers name two works, though a title is missing, and the second has a name."""
    if len(_NUMBERS & again.keys()) < _FEW or not {"DO", "PY"} <= again.keys():
        return False
    one, other = (clean_doi(raw.values[place]) for place in again["DO"][:2])
    if one is None or other is None or one.startswith(other) or other.startswith(one):
        return False
    years = {raw.values[place][:4] for place in again["PY"][:2]}
    return len(years) > 1 and not _NAMES_IT.isdisjoint(raw.tags[start : start + _NEAR])


_NAMES_IT: Final = TITLES | {"A1", "AU"}
_NEAR: Final = 100
"""Tags in which a record says what it is."""


def _once(raw: RawRecord, begin: int) -> dict[str, list[int]]:
    """Places of the tags that should stand once, up to the third title: no more of the record is looked at."""
    places: dict[str, list[int]] = {}
    for place in range(begin, len(raw.tags)):
        tag = raw.tags[place]
        if tag in _ONCE and raw.values[place]:
            found = places.setdefault(tag, [])
            if len(found) == _TWO and (tag in TITLES or (tag == "DO" and TITLES.isdisjoint(places))):
                break
            found.append(place)
    return places


_TWO: Final = 2


def _differ(raw: RawRecord, places: list[int]) -> bool:
    return len(places) > 1 and raw.values[places[0]] != raw.values[places[1]]


def _start(raw: RawRecord, begin: int, low: int, high: int) -> int:
    """Where the tags begin again: behind blank lines, or at the tag that the first record begins with."""
    tags = raw.tags
    gaps = [place for place in range(low, high + 1) if raw.line_of(place) - _last_line(raw, place - 1) > 1]
    if len(gaps) == 1:
        return gaps[0]
    for place in range(low, high):
        if tags[place] == tags[begin] and tags[place - 1] != tags[begin]:
            return place
    return high


def _last_line(raw: RawRecord, place: int) -> int:
    """Line of the last part of a value, where no blank line parts them."""
    return raw.line_of(place) + len(raw.parts_of(place)) - 1


def part_of(raw: RawRecord, lines: list[bytes], begin: int, end: int) -> RawRecord:
    """The record from one tag up to another; ER belongs to the last, though it is not in the lines."""
    first = raw.line_of(begin) if begin else raw.first_line
    last, behind = raw.last_line, len(lines)
    if end < len(raw.tags):
        last = max(raw.line_of(end) - 1, raw.line_of(end - 1))
        while last > first and not lines[last - raw.first_line].strip():
            last -= 1
        behind = last - raw.first_line + 1
    text = lines[first - raw.first_line : behind]
    if _shares(raw, begin) or _shares(raw, end):
        text = [
            f"{raw.tags[place]}  - {raw.values[place]}".encode("utf-8", "surrogatepass") for place in range(begin, end)
        ]
    parts = raw.parts or {}
    has_type = raw.type_line <= last and (not begin or raw.type_line > first)
    return RawRecord(
        raw.type if has_type else None,
        raw.tags[begin:end],
        raw.values[begin:end],
        first,
        last,
        b"\n".join(text),
        [raw.line_of(place) for place in range(begin, end)],
        {place - begin: parts[place] for place in range(begin, end) if place in parts},
        raw.type_line if has_type else None,
    )


def _shares(raw: RawRecord, place: int) -> bool:
    """Whether a tag stands on the line of the one before it."""
    return 0 < place < len(raw.tags) and raw.line_of(place) == raw.line_of(place - 1)
