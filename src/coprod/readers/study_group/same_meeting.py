"""Which mentions are of one meeting.

In: the mentions of a page. Out: those of each meeting. Two are of one where nothing differs, and the date, or place and
year, are the same; the later one is compared with the last meetings of its year.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

import attrs

from coprod.models import PartialDate
from coprod.readers.pages.blocks import Passage
from coprod.readers.study_group.meetings import Told

_COMPARED: Final = 200
"""Meetings of a year that a mention is compared with: the last ones."""


class _Known(NamedTuple):
    """A meeting that was told of."""

    summed: Told
    """What is known of it."""

    city: str | None
    mentions: list[Told]


def gathered(told: Iterable[Told]) -> list[list[Told]]:
    """The mentions of each meeting, in the order of the first."""
    meetings: list[list[Told]] = []
    by_year: dict[int | None, list[_Known]] = {}
    for mention in told:
        year = mention.date[0].year if mention.date is not None else None
        known = by_year.setdefault(year, [])
        place = _place_among(known, mention)
        if place is None:
            meetings.append([mention])
            known.append(_Known(mention, _city(mention), meetings[-1]))
            continue
        summed = _summed(known[place].summed, mention)
        known[place].mentions.append(mention)
        known[place] = _Known(summed, _city(summed), known[place].mentions)
    return meetings


def _city(told: Told) -> str | None:
    return None if told.city is None else _name(told.city.text)


def _place_among(known: list[_Known], mention: Told) -> int | None:
    """Where the meeting of a mention stands among those of its year."""
    city = _city(mention)
    if city is None and (mention.date is None or mention.date[0].month is None):
        return None
    for place in range(max(0, len(known) - _COMPARED), len(known)):
        one = known[place]
        other = one.city
        if city and other and city[0] != other[0]:
            continue
        if _are_one(one.summed, mention):
            return place
    return None


def _summed(one: Told, other: Told) -> Told:
    """What is known of a meeting from two mentions."""
    dates = [told.date for told in (one, other) if told.date is not None]
    return attrs.evolve(
        one,
        date=max(dates, key=lambda date: exactness(date[0]), default=None),
        city=one.city or other.city,
        country=one.country or other.country,
        ordinal=one.ordinal or other.ordinal,
    )


def _are_one(one: Told, other: Told) -> bool:
    """Whether two mentions are of one meeting: nothing differs, and the date or place and year are the same."""
    if one.date is None or other.date is None or _differ(one.city, other.city) or _differ(one.country, other.country):
        return False
    first, second = one.date[0], other.date[0]
    if first.year != second.year or first.year is None or not _agree(first, second):
        return False
    if one.ordinal is not None and other.ordinal is not None and one.ordinal[0] != other.ordinal[0]:
        return False
    return (one.city is not None and other.city is not None) or (first.month is not None and second.month is not None)


def _differ(one: Passage | None, other: Passage | None) -> bool:
    if one is None or other is None or one.text == other.text:
        return False
    first, second = _name(one.text), _name(other.text)
    return not (first.startswith(second) or second.startswith(first))


@lru_cache(maxsize=1024)
def _name(place: str) -> str:
    return place.lower().removeprefix("the ")


def _agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates may be one, told more or less closely."""
    if one.month is None or other.month is None:
        return True
    if one.day is None or other.day is None:
        return one.month <= _last_month(other) and other.month <= _last_month(one)
    return (one.month, one.day) == (other.month, other.day) or _within(one, other) or _within(other, one)


def _last_month(date: PartialDate) -> int:
    return (date.end.month if date.end is not None else None) or date.month or 0


def _within(one: PartialDate, other: PartialDate) -> bool:
    """Whether the first day of one lies in the days of the other."""
    if other.end is None or other.end.month is None or other.end.day is None:
        return False
    day = (one.month or 0, one.day or 0)
    return (other.month or 0, other.day or 0) <= day <= (other.end.month, other.end.day)


def exactness(date: PartialDate) -> int:
    """How much of a date is known."""
    return (date.month is not None) + (date.day is not None) + (date.end is not None)
