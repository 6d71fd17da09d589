"""Which mentions are of one meeting.

In: the mentions of a page. Out: those of each meeting, and what they tell together. Two are of one where nothing
differs, and the date, or place and year, are the same; the later one is compared with the last meetings of its year.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import attrs

from coprod.models import PartialDate
from coprod.readers.pages.blocks import Passage
from coprod.readers.study_group.meetings import Told

_COMPARED: Final = 200
"""Meetings of a year that a mention is compared with: the last ones."""


@attrs.define
class Known:
    """A meeting that was told of.

    Attributes:
        summed: What is known of it.
        mentions: What tells of it, in the order of the page.
        city: The name that its city is compared by.
    """

    summed: Told
    mentions: list[Told]
    city: str | None

    def add(self, mention: Told) -> None:
        """Adds one more mention."""
        self.mentions.append(mention)
        self.summed = _summed(self.summed, mention)
        self.city = _city(self.summed)


def gathered(told: Iterable[Told]) -> list[Known]:
    """The meetings, in the order of their first mentions."""
    meetings: list[Known] = []
    by_year: defaultdict[int | None, _Year] = defaultdict(_Year)
    for mention in told:
        city = _city(mention)
        comparable = city is not None or mention.date[0].month is not None
        year = by_year[mention.date[0].year] if comparable else None
        if year is not None and year.took(mention, city):
            continue
        meetings.append(Known(mention, [mention], city))
        if year is not None:
            year.add(meetings[-1])
    return meetings


class _Year:
    """The meetings of a year, of which the last ones are compared; those of a city are found by its name.

    Two names may be of one city if one begins with the other.
    """

    def __init__(self) -> None:
        self._known: list[Known] = []
        self._by_city: defaultdict[str, list[int]] = defaultdict(list)
        """Numbers of the last meetings, by the names of their cities; `""` for those without one."""

        self._names: list[tuple[str, int]] = []
        """The names of their cities in order, with the numbers."""

    def add(self, one: Known) -> None:
        """One more meeting; it pushes out the first of those that are compared."""
        self._known.append(one)
        self._note(len(self._known) - 1)
        if len(self._known) > _COMPARED:
            self._drop(len(self._known) - 1 - _COMPARED, self._known[-1 - _COMPARED].city or "")

    def took(self, mention: Told, city: str | None) -> bool:
        """Adds the mention to the meeting that it is of; whether there is one."""
        for number in sorted(self._of_city(city)) if city else range(len(self._known))[-_COMPARED:]:
            one = self._known[number]
            if _are_one(one.summed, mention):
                before = one.city or ""
                one.add(mention)
                if one.city != before:
                    self._drop(number, before)
                    self._note(number)
                return True
        return False

    def _of_city(self, city: str) -> Iterator[int]:
        """The meetings that may be in the city: without a city, or the name of one begins with that of the other."""
        for numbers in filter(None, [self._by_city.get(city[:end]) for end in range(len(city))]):
            yield from numbers
        for index in range(bisect_left(self._names, (city, 0)), len(self._names)):
            name, number = self._names[index]
            if not name.startswith(city):
                return
            yield number

    def _note(self, number: int) -> None:
        city = self._known[number].city or ""
        self._by_city[city].append(number)
        if city:
            insort(self._names, (city, number))

    def _drop(self, number: int, city: str) -> None:
        self._by_city[city].remove(number)
        if city:
            del self._names[bisect_left(self._names, (city, number))]


def _city(told: Told) -> str | None:
    return None if told.city is None else _name(told.city.text)


def _summed(one: Told, other: Told) -> Told:
    """What is known of a meeting from two mentions."""
    date = max(one.date, other.date, key=lambda date: _exactness(date[0]))
    city, country, ordinal = one.city or other.city, one.country or other.country, one.ordinal or other.ordinal
    if date is one.date and city is one.city and country is one.country and ordinal is one.ordinal:
        return one
    return attrs.evolve(one, date=date, city=city, country=country, ordinal=ordinal)


def _are_one(one: Told, other: Told) -> bool:
    """Whether two mentions are of one meeting: nothing differs, and the date or place and year are the same."""
    if _differ(one.city, other.city) or _differ(one.country, other.country):
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


def _exactness(date: PartialDate) -> int:
    """How much of a date is known."""
    return (date.month is not None) + (date.day is not None) + (date.end is not None)
