"""Dates, as far as they are known.

In: one value of a date field, in any of the forms that exports use. Out: a `PartialDate` or None.
What is no date gives None; what cannot be, such as a month 13, is left out; the printed form is
kept in `raw` where it differs from ISO 8601. Nothing raises; the first 200 characters are read.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from coprod.models import PartialDate
from coprod.models._base import storing_twin
from coprod.text._words import word_set
from coprod.text.months import MONTHS, SEASONS

_READ = 200
_CACHED = 40
"""Longest text that is remembered: files repeat their dates, and a short key costs little memory."""

_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_LEAP_YEAR = 2000

_GLUE = word_set("st nd rd th of the de del do di le el den der")
_COUNTED = word_set("issue iss no nr number part suppl supplement vol volume")
"""Words whose number is no day."""

_USUAL = re.compile(r"([0-9]{4})/([0-9]{1,2})?/([0-9]{1,2})?/?")
_ISO = re.compile(r"([0-9]{4})[-.]([0-9]{1,2})(?:[-.]([0-9]{1,2}))?(?=$|[\sT,;])")
_DAY_MONTH_YEAR = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})(?![0-9])")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[-./]([0-9]{4})(?![0-9])")
_MONTH_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?=/[^0-9]|$)")
_RANGE = re.compile(r"[-\u2010-\u2015\u2212/&]|\b(?:to|bis|and|through|until)\b")
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")

_LONGEST_PLACEHOLDER = 9
_NO_VALUES = word_set("na n/a n.a. nan none null undefined n.d. n.d - -- --- – — ? ?? ??? / .") | {"", "NaN"}
NO_VALUES = frozenset(form for word in _NO_VALUES for form in (word, word.upper(), word.capitalize()))
"""What stands where there is no value, in the ways that programs write it."""


class _Point(NamedTuple):
    """What one side of a date says, not yet checked."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None


_NOTHING = _Point()


_PLAIN_WORDS = frozenset([*MONTHS, *SEASONS, *_GLUE, "to", "bis", "and", "through", "until", "undefined", "t", "z"])


def says_more_than_a_date(text: str) -> bool:
    """Whether words stand in the text that are no part of a date.

    Examples:
        >>> says_more_than_a_date("2025/05/06/Epub"), says_more_than_a_date("4-8 Aug. 2020")
        (True, False)
    """
    return any(not word.isdigit() and word.casefold() not in _PLAIN_WORDS for word in _TOKEN.findall(text))


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
    return _read_cached(text) if len(text) <= _CACHED else _read(text)


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
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    date: Any = _StoredDate(year, month, day, None, None, text)
    date.__class__ = PartialDate
    return date  # type: ignore[no-any-return]


_TWO_DIGITS = {f"{number:02d}": number for number in range(1, 29)}
_StoredDate = storing_twin(PartialDate)


def _read(text: str) -> PartialDate | None:
    """The date of a text of any length."""
    printed = text.strip()
    if len(printed) == 4 and _is_number(printed):
        year = _year(printed)
        return None if year is None else PartialDate(year=year)
    found = _USUAL.fullmatch(printed)
    if found is None:
        return _build(*_parse(printed[:_READ]), printed)
    point = _checked(_numbers(found))
    if point.year is None:
        return None
    return PartialDate(year=point.year, month=point.month, day=point.day, raw=printed)


_read_cached = lru_cache(maxsize=4096)(_read)


def _numbers(found: re.Match[str]) -> _Point:
    """Year, month and day that three groups of digits name."""
    year, month, day = found.groups()
    return _Point(int(year), int(month) if month else None, int(day) if day else None)


def _build(start: _Point, end: _Point, printed: str | None) -> PartialDate | None:
    """The checked date of a start and an end; None if nothing is left."""
    first, last = _checked(start), _checked(end)
    if first == _NOTHING:
        return None
    if last in (first, _Point(first.year)):
        last = _NOTHING
    if first.year is not None and last != _NOTHING and _order(last, 99) < _order(first, 0):
        first, last = _Point(first.year), _NOTHING
    date = _dated(first, None if last == _NOTHING else _dated(last, None, None), None)
    return date if date.iso == printed or printed is None else _dated(first, date.end, printed)


def _dated(point: _Point, end: PartialDate | None, raw: str | None) -> PartialDate:
    """The date of a point."""
    return PartialDate(year=point.year, month=point.month, day=point.day, season=point.season, end=end, raw=raw)


def _checked(point: _Point) -> _Point:
    """The point without a year, month or day that cannot be; a day needs its month."""
    year, month, day, season = point
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        year = None
    if month is not None and not 1 <= month <= 12:
        month = None
    if month is None or day is None or not 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]:
        day = None
    return _Point(year, month, day, season if month is None else None)


def _order(point: _Point, unknown: int) -> tuple[int, int, int]:
    """What dates are compared by, with a stand-in for an unknown month or day."""
    return (point.year or 0, point.month or unknown, point.day or unknown)


def _is_number(text: str) -> bool:
    """Whether the text is ASCII digits and nothing else."""
    return text.isascii() and text.isdigit()


def _year(digits: str) -> int | None:
    """The number, if it is a year.

    Examples:
        >>> _year("1987"), _year("0000")
        (1987, None)
    """
    number = int(digits)
    return number if _FIRST_YEAR <= number <= _LAST_YEAR else None


def _small(text: str) -> int | None:
    """A number of one or two digits above 0; None for anything else."""
    return int(text) or None if len(text) <= 2 and _is_number(text) else None


def _parse(text: str) -> tuple[_Point, _Point]:
    """Start and end of the date in a stripped text."""
    if "/" in text:
        text = text.rstrip("/ ")
        if "/" in text:
            return _parse_slashed(text)
    return _parse_plain(text)


def _parse_plain(text: str) -> tuple[_Point, _Point]:
    """A date without a slash between year and month: ISO, numbers, or words."""
    found = _ISO.match(text)
    if found is not None:
        return _numbers(found), _NOTHING
    found = _DAY_MONTH_YEAR.match(text)
    if found is not None:
        return _from_day_month(int(found[1]), int(found[2]), int(found[3])), _NOTHING
    found = _MONTH_YEAR.match(text)
    if found is not None:
        return _Point(int(found[2]), int(found[1])), _NOTHING
    return _parse_words(text)


def _from_day_month(first: int, second: int, year: int | None) -> _Point:
    """Day and month, in whichever order is possible; neither where both are.

    Examples:
        >>> _from_day_month(14, 1, 2026), _from_day_month(3, 4, 2020)
        (_Point(year=2026, month=1, day=14, season=None), _Point(year=2020, month=None, day=None, season=None))
    """
    if second > 12 or first == second:
        return _Point(year, first, second)
    if first > 12:
        return _Point(year, second, first)
    return _Point(year)


def _parse_slashed(text: str) -> tuple[_Point, _Point]:
    """`YYYY/MM/DD/other`, `DD/MM/YYYY`, `10/15/online`, `2016-06-13/2016-06-14`, `Jan/Feb 2019`."""
    parts = [part.strip() for part in text.split("/", 3)]
    if len(parts[0]) == 4 and _is_number(parts[0]):
        return _parse_ris(int(parts[0]), *(parts[1:] + [""] * (4 - len(parts))))
    found = _MONTH_DAY.match(text)
    if found is not None:
        return _from_day_month(int(found[1]), int(found[2]), None), _NOTHING
    first, last = _ISO.match(parts[0]), _ISO.match(parts[1])
    if first is not None and last is not None:
        return _numbers(first), _numbers(last)
    return _parse_plain(text)


def _parse_ris(year: int, month: str, day: str, other: str) -> tuple[_Point, _Point]:
    """The form of the RIS specification, where `month` or `other` may name months or a season."""
    if len(month) == 4 and _is_number(month):
        return _Point(year), _Point(int(month))
    number = _small(month)
    said, end = _parse_words(other if number is not None or not month or _is_number(month) else month)
    if said.year not in (None, year):
        said, end = _NOTHING, _NOTHING
    if number is None:
        return said._replace(year=year, day=said.day or _small(day)), _with_year(end, year)
    is_range = said.month == number and _small(day) is None
    return _Point(year, number, _small(day)), _with_year(end, year) if is_range else _NOTHING


def _with_year(point: _Point, year: int) -> _Point:
    """The point in the year, unless it names nothing or another year."""
    return point if point == _NOTHING or point.year is not None else point._replace(year=year)


def _parse_words(text: str) -> tuple[_Point, _Point]:
    """A date or a range with names of months or seasons."""
    sides = _RANGE.split(text, maxsplit=1)
    left = _point(sides[0])
    if len(sides) == 1:
        return left, _NOTHING
    right = _point(sides[1])
    if _NOTHING in (left, right):
        return (left if right == _NOTHING else right), _NOTHING
    return (_joined(left, right), _NOTHING) if _is_one(left, right) else _range(left, right)


def _is_one(left: _Point, right: _Point) -> bool:
    """Whether two sides of a hyphen are parts of one date: `Aug-2018`, `2018-Aug-22`, `Aug-22, 2018`."""
    if left == _Point(left.year):
        return right.year is None
    if left.day is not None and left.month is None:
        return right.day is None
    if left.year is not None or left.day is not None:
        return False
    return right == _Point(right.year) or (right.year is not None and right == _Point(right.year, day=right.day))


def _joined(left: _Point, right: _Point) -> _Point:
    """One date of the parts of both."""
    season = left.season or right.season
    return _Point(left.year or right.year, left.month or right.month, left.day or right.day, season)


def _range(left: _Point, right: _Point) -> tuple[_Point, _Point]:
    """Start and end, each completed by what only the other side says."""
    if right.day is not None and right.month is None and left.day is None:
        return left, _NOTHING
    month = right.month if left.month is None and left.day is not None else left.month
    start = left._replace(year=left.year or right.year, month=month)
    if left.season is not None or right.season is not None:
        return start, _NOTHING
    month = left.month if right.month is None and right.day is not None else right.month
    return start, _Point(right.year or left.year, month, right.day)


def _point(text: str) -> _Point:
    """Year, month, day and season that a text without a range names."""
    words = [word for word in _TOKEN.findall(text.lower()) if word not in _GLUE]
    if "s" in words:
        return _NOTHING
    for index, word in enumerate(words):
        if len(word) == 8 and _is_number(word) and _year(word[:4]) is not None:
            return _Point(int(word[:4]), int(word[4:6]), int(word[6:]))
        if word in MONTHS and not _is_running_text(words):
            return _Point(_first_year(words), MONTHS[word], _day_beside(words, index))
    if words and _small(words[0]) is not None and (len(words) == 1 or (len(words) == 2 and _first_year(words))):
        return _Point(_first_year(words), day=int(words[0]))
    seasons = [SEASONS[word] for word in words if word in SEASONS and not _is_running_text(words)]
    return _Point(_first_year(words), season=seasons[0] if seasons else None)


def _is_running_text(words: list[str]) -> bool:
    """Whether so many words are no part of a date that `may` and `fall` need not be either."""
    return len([word for word in words if not word[0].isdigit() and word not in MONTHS and word not in SEASONS]) > 3


def _first_year(words: list[str]) -> int | None:
    """The first number of four digits that is a year."""
    years = [_year(word) for word in words if len(word) == 4 and _is_number(word)]
    return next((year for year in years if year is not None), None)


def _day_beside(words: list[str], index: int) -> int | None:
    """The number in front of the month, or else behind it."""
    before = _small(words[index - 1]) if index else None
    if before is not None and (index == 1 or words[index - 2] not in _COUNTED):
        return before
    return _small(words[index + 1]) if index + 1 < len(words) else None


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
    last = _NOTHING if end is None else _Point(end.year or date.year, end.month, end.day)
    return _build(_Point(date.year, part.month, part.day, part.season or date.season), last, None) or date


def _with_raw(date: PartialDate, used: list[PartialDate]) -> PartialDate:
    """The date, with the printed forms of what it was made of."""
    raw = "; ".join([part.raw or str(part) for part in used])
    return _dated(_Point(date.year, date.month, date.day, date.season), date.end, None if raw == date.iso else raw)


def is_placeholder(text: str) -> bool:
    """Whether the text only says that there is no value.

    Examples:
        >>> is_placeholder("N/A"), is_placeholder("undefined"), is_placeholder("Nah")
        (True, True, False)
    """
    if len(text) > _LONGEST_PLACEHOLDER:
        text = text.strip()
    return len(text) <= _LONGEST_PLACEHOLDER and text.strip() in NO_VALUES
