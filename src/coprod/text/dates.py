"""Dates, as far as they are known.

In: one value of a date field, in any of the forms that exports use. Out: a `PartialDate` or None.
What is no date gives None; what cannot be, such as a month 13, is left out; the printed form is
kept in `raw` where it differs from ISO 8601. Nothing raises; the first 200 characters are read.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from coprod.models import PartialDate
from coprod.models._base import storing_twin
from coprod.text._words import word_set
from coprod.text.codes import FIRST_YEAR, LAST_YEAR
from coprod.text.date_forms import GLUE, NOTHING, TOKEN, Point, is_number, numbers, parse_points, year_of
from coprod.text.months import MONTHS, SEASONS, days_in

_READ = 200
_CACHED = 40
"""Longest text that is remembered: files repeat their dates, and a short key costs little memory."""

_LEAP_YEAR = 2000

_USUAL = re.compile(r"([0-9]{4})/([0-9]{1,2})?/([0-9]{1,2})?/?")
_TWO_YEARS = re.compile(r"([0-9]{4})[-/\u2010-\u2015]([0-9]{2})")

Doubt: TypeAlias = Literal["impossible", "ambiguous"]
"""Why a part of a date is left out: it cannot be, or day and month can be read both ways."""

_Reading: TypeAlias = tuple[PartialDate | None, Doubt | None]

_LONGEST_PLACEHOLDER = 9
_NO_VALUES = word_set("na n/a n.a. nan none null undefined n.d. n.d - -- --- – — ? ?? ??? / .") | {"", "NaN"}
NO_VALUES = frozenset(form for word in _NO_VALUES for form in (word, word.upper(), word.capitalize()))
"""What stands where there is no value, in the ways that programs write it."""


_PLAIN_WORDS = frozenset([*MONTHS, *SEASONS, *GLUE, "to", "bis", "and", "through", "until", "undefined", "t", "z"])


def says_more_than_a_date(text: str) -> bool:
    """Whether words stand in the text that are no part of a date.

    Examples:
        >>> says_more_than_a_date("2025/05/06/Epub"), says_more_than_a_date("4-8 Aug. 2020")
        (True, False)
    """
    return any(not word.isdigit() and word.casefold() not in _PLAIN_WORDS for word in TOKEN.findall(text))


def parse_date(text: str) -> PartialDate | None:
    """The date that the text states, as far as it does.

    Args:
        text: One value, e.g. `"2022/08/04/"`, `"SEP 22"`, `"4-8 Aug. 2020"`.

    Returns:
        The date; None if the text states none. Equal texts may give the same object.

    Examples:
        >>> parse_date("2022/08//undefined").iso
        '2022-08'
        >>> parse_date("4-8 Aug. 2020").iso
        '2020-08-04/2020-08-08'
        >>> parse_date("SEP 22").to_dict()
        {'month': 9, 'day': 22, 'raw': 'SEP 22'}
        >>> parse_date("NA") is None
        True
    """
    if len(text) == 10:
        date = full_date(text)
        if date is not None:
            return date
    return _reading(text)[0]


def doubt_of(text: str) -> Doubt | None:
    """Why a part that the text states is not in its date; None if all that it states is there.

    Zeros, and a short second year, state nothing: `2021/00/00`, `2014-15`.

    Examples:
        >>> doubt_of("2021/13/45/"), doubt_of("03/04/2020"), doubt_of("2021/00/00")
        ('impossible', 'ambiguous', None)
    """
    return None if full_date(text) is not None else _reading(text)[1]


def full_date(text: str) -> PartialDate | None:
    """`2021/05/03` up to the 28th, the form that most exports write; None for the careful way.

    Examples:
        >>> full_date("2021/05/03").iso, full_date("2021/02/30")
        ('2021-05-03', None)
    """
    if len(text) != 10 or text[4] != "/" or text[7] != "/":
        return None
    month, day = _TWO_DIGITS.get(text[5:7], 99), _TWO_DIGITS.get(text[8:], 99)
    if month > 12 or day > 28 or not (text[:4].isdecimal() and text.isascii()):
        return None
    year = int(text[:4])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    date: Any = _StoredDate(year, month, day, None, None, text)
    date.__class__ = PartialDate  # as `as_record` does; a call for each date is felt
    return date  # type: ignore[no-any-return]


_TWO_DIGITS = {f"{number:02d}": number for number in range(1, 29)}
_StoredDate = storing_twin(PartialDate)


def _reading(text: str) -> _Reading:
    return _read_cached(text) if len(text) <= _CACHED else _read(text)


def _read(text: str) -> _Reading:
    """The date of a text of any length, and what is doubtful in it."""
    printed = text.strip()
    if len(printed) == 4 and is_number(printed):
        year = year_of(printed)
        return (None if year is None else PartialDate(year=year)), None
    found = _USUAL.fullmatch(printed)
    if found is None:
        start, end = parse_points(printed[:_READ])
        date = _build(start, end, printed)
        return date, None if date is None else _doubt(start, end, date, printed)
    point = _checked(said := numbers(found))
    if point.year is None:
        return None, None
    date = PartialDate(year=point.year, month=point.month, day=point.day, raw=printed)
    return date, None if point is said else _doubt(said, NOTHING, date, printed)


_read_cached = lru_cache(maxsize=4096)(_read)


def _doubt(start: Point, end: Point, date: PartialDate, printed: str) -> Doubt | None:
    """What is doubtful in a date: a stated part that it does not have."""
    if start.is_either:
        return "ambiguous"
    if _has_all(date, start) and (date.end is not None or _has_all(date, end)):
        return None
    return None if _is_next_year(printed) else "impossible"


def _has_all(date: PartialDate, point: Point) -> bool:
    """Whether each number of a point that is not zero is in the date."""
    pairs = ((date.year, point.year), (date.month, point.month), (date.day, point.day))
    return all(not said or said == has for has, said in pairs)


def _is_next_year(printed: str) -> bool:
    """Whether a text is a year and the next one, written short: `2014-15`."""
    found = _TWO_YEARS.match(printed)
    return found is not None and int(found[2]) == (int(found[1]) + 1) % 100


def _build(start: Point, end: Point, printed: str | None) -> PartialDate | None:
    """The checked date of a start and an end; None if nothing is left."""
    first, last = _checked(start), _checked(end)
    if first == NOTHING:
        return None
    if last in (first, Point(first.year)):
        last = NOTHING
    if first.year is not None and last != NOTHING and _order(last, 99) < _order(first, 0):
        first, last = Point(first.year), NOTHING
    date = _dated(first, None if last == NOTHING else _dated(last, None, None), None)
    return date if date.iso == printed or printed is None else _dated(first, date.end, printed)


def _dated(point: Point, end: PartialDate | None, raw: str | None) -> PartialDate:
    """The date of a point."""
    return PartialDate(year=point.year, month=point.month, day=point.day, season=point.season, end=end, raw=raw)


def _checked(point: Point) -> Point:
    """The point without a year, month or day that cannot be; a day needs its month."""
    year, month, day, season, _is_either = point
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        year = None
    if month is not None and not 1 <= month <= 12:
        month = None
    if month is None or day is None or not 1 <= day <= days_in(month, year or _LEAP_YEAR):
        day = None
    checked = Point(year, month, day, season if month is None else None)
    return point if checked == point else checked


def _order(point: Point, unknown: int) -> tuple[int, int, int]:
    """What dates are compared by, with a stand-in for an unknown month or day."""
    return (point.year or 0, point.month or unknown, point.day or unknown)


def merge_dates(dates: Iterable[PartialDate]) -> PartialDate | None:
    """One date of several that a record states, in order of trust.

    The first that has a year gives it; the others add month, day, season and end where these are
    missing, if they name no other year.

    Examples:
        >>> merge_dates([PartialDate(year=2021), PartialDate(month=5, raw="MAY")]).to_dict()
        {'year': 2021, 'month': 5, 'raw': '2021; MAY'}
        >>> merge_dates([]) is None
        True
    """
    parts = list(dates)
    if len(parts) < 2:
        return parts[0] if parts else None
    base = next((part for part in parts if part.year is not None), parts[0])
    merged, used = base, [base]
    for part in parts:
        if part is not base and part.year in (None, merged.year) and _adds(part, merged):
            merged, used = _with_parts_of(merged, part), [*used, part]
    return merged if merged is base else _with_raw(merged, used)


def _adds(part: PartialDate, date: PartialDate) -> bool:
    """Whether the part knows the date more closely."""
    if date.month is None:
        return part.month is not None or (part.season is not None and date.season is None)
    return date.day is None and date.end is None and part.day is not None and part.month == date.month


def _with_parts_of(date: PartialDate, part: PartialDate) -> PartialDate:
    """The date with month, day, season and end of the part."""
    end = part.end
    last = NOTHING if end is None else Point(end.year or date.year, end.month, end.day)
    return _build(Point(date.year, part.month, part.day, part.season or date.season), last, None) or date


def _with_raw(date: PartialDate, used: list[PartialDate]) -> PartialDate:
    """The date, with the printed forms of what it was made of."""
    raw = "; ".join([part.raw or str(part) for part in used])
    return _dated(Point(date.year, date.month, date.day, date.season), date.end, None if raw == date.iso else raw)


def is_placeholder(text: str) -> bool:
    """Whether the text only says that there is no value.

    Examples:
        >>> is_placeholder("N/A"), is_placeholder("undefined"), is_placeholder("Nah")
        (True, True, False)
    """
    if len(text) > _LONGEST_PLACEHOLDER:
        text = text.strip()
    return len(text) <= _LONGEST_PLACEHOLDER and text.strip() in NO_VALUES
