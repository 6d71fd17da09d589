"""What a text says of a date: year, month, day and season, not yet checked.

In: one stripped value of a date field. Out: a `Point` for its beginning and one for its end; `NOTHING` where it says
nothing. A number that is a part of an address, an identifier or a page is no year. Nothing raises.
"""

import re
from typing import Final, NamedTuple

from coprod.text._words import word_set
from coprod.text.codes import COUNTED, FIRST_YEAR, LAST_YEAR, are_years, without_codes
from coprod.text.months import MONTHS, SEASONS

GLUE: Final = word_set("st nd rd th of the de del do di le el den der")
"""Words that may stand between the parts of a date."""

_COUNTED: Final = COUNTED | word_set("part suppl supplement")
"""Words whose number is no day."""

TOKEN: Final = re.compile(r"[0-9]+|[^\W\d_]+")
"""A number or a word."""

_ISO: Final = re.compile(r"([0-9]{4})[-.]([0-9]{1,2})(?:[-.]([0-9]{1,2}))?(?=$|[\sTZ,;+])")
_DAY_MONTH_YEAR: Final = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})(?![0-9])")
_MONTH_YEAR: Final = re.compile(r"([0-9]{1,2})[-./]([0-9]{4})(?![0-9])")
_MONTH_DAY: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?=/[^0-9]|$)")
_EAST_ASIAN: Final = re.compile(r"([0-9]{4})\s?[年년]\s?(?:([0-9]{1,2})\s?[月월]\s?(?:([0-9]{1,2})\s?[日일])?)?")
_CLOCK: Final = re.compile(r"([0-9]{1,2})[T\s]{1,4}[0-9]{1,2}:")
_RANGE: Final = re.compile(r"[-\u2010-\u2015\u2212/&]|\b(?:to|bis|and|through|until)\b")


class Point(NamedTuple):
    """What one side of a date says, not yet checked."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    is_either: bool = False
    """Whether two numbers may be day and month, or month and day; neither is here."""


NOTHING: Final = Point()
_NO_DATE: Final = (NOTHING, NOTHING)


def numbers(found: re.Match[str]) -> Point:
    """Year, month and day that three groups of digits name."""
    year, month, day = found.groups()
    return Point(int(year), int(month) if month else None, int(day) if day else None)


def is_number(text: str) -> bool:
    """Whether the text is ASCII digits and nothing else."""
    return text.isascii() and text.isdigit()


def year_of(digits: str) -> int | None:
    """The number, if it is a year.

    Examples:
        >>> year_of("1987"), year_of("0000")
        (1987, None)
    """
    number = int(digits)
    return number if FIRST_YEAR <= number <= LAST_YEAR else None


def _small(text: str) -> int | None:
    """A number of one or two digits above 0; None for anything else."""
    return int(text) or None if len(text) <= 2 and is_number(text) else None


def parse_points(text: str) -> tuple[Point, Point]:
    """Start and end of the date in a stripped text.

    Examples:
        >>> parse_points("2021-13")[0].month
        13
    """
    text = without_codes(text)
    if "/" in text:
        text = text.rstrip("/ ")
        if "/" in text:
            return _parse_slashed(text)
    return _parse_plain(text)


def _parse_plain(text: str) -> tuple[Point, Point]:
    """A date without a slash between year and month: ISO, numbers, or words."""
    found = _ISO.match(text)
    if found is not None:
        return numbers(found), NOTHING
    found = _DAY_MONTH_YEAR.match(text)
    if found is not None:
        return _from_day_month(int(found[1]), int(found[2]), int(found[3])), NOTHING
    found = _MONTH_YEAR.match(text)
    if found is not None:
        return Point(int(found[2]), int(found[1])), NOTHING
    found = _EAST_ASIAN.match(text)
    if found is not None:
        return numbers(found), NOTHING
    return _parse_words(text)


def _from_day_month(first: int, second: int, year: int | None) -> Point:
    """Day and month, in whichever order is possible; neither where both are.

    Examples:
        >>> _from_day_month(14, 1, 2026).month, _from_day_month(3, 4, 2020).month
        (1, None)
    """
    if second > 12 or first == second:
        return Point(year, first, second)
    if first > 12:
        return Point(year, second, first)
    return Point(year, is_either=True)


def _parse_slashed(text: str) -> tuple[Point, Point]:
    """`YYYY/MM/DD/other`, `DD/MM/YYYY`, `10/15/online`, `2016-06-13/2016-06-14`, `Jan/Feb 2019`."""
    parts = [part.strip() for part in text.split("/", 3)]
    if len(parts[0]) == 4 and is_number(parts[0]):
        return _parse_ris(int(parts[0]), *(parts[1:] + [""] * (4 - len(parts))))
    found = _MONTH_DAY.match(text)
    if found is not None:
        return _from_day_month(int(found[1]), int(found[2]), None), NOTHING
    first, last = _ISO.match(parts[0]), _ISO.match(parts[1])
    if first is not None and last is not None:
        return numbers(first), numbers(last)
    return _parse_plain(text)


def _parse_ris(year: int, month: str, day: str, other: str) -> tuple[Point, Point]:
    """The form of the RIS specification, where `month` or `other` may name months or a season."""
    if len(month) > 2 and is_number(month):
        return (Point(year), Point(int(month))) if len(month) == 4 and are_years(year, int(month)) else _NO_DATE
    number = _small(month)
    day = _without_clock(day)
    if not other and not is_number(day):  # 2021//Aug
        day, other = "", day
    said, end = _parse_words(other if number is not None or not month or is_number(month) else month)
    if said.year not in (None, year):
        said, end = NOTHING, NOTHING
    if number is None:
        return said._replace(year=year, day=said.day or _small(day)), _with_year(end, year)
    is_range = said.month == number and _small(day) is None
    return Point(year, number, _small(day)), _with_year(end, year) if is_range else NOTHING


def _without_clock(day: str) -> str:
    """The day of a day with a time of day behind it.

    Examples:
        >>> _without_clock("06 12:00:00")
        '06'
    """
    found = _CLOCK.match(day)
    return day if found is None else found[1]


def _with_year(point: Point, year: int) -> Point:
    """The point in the year, unless it names nothing or another year."""
    return point if point == NOTHING or point.year is not None else point._replace(year=year)


def _parse_words(text: str) -> tuple[Point, Point]:
    """A date or a range with names of months or seasons."""
    sides = _RANGE.split(text, maxsplit=1)
    left = _point(sides[0])
    if len(sides) == 1:
        return left, NOTHING
    right = _point(sides[1])
    if NOTHING in (left, right):
        return (left if right == NOTHING else right), NOTHING
    return (_joined(left, right), NOTHING) if _is_one(left, right) else _range(left, right)


def _is_one(left: Point, right: Point) -> bool:
    """Whether two sides of a hyphen are parts of one date: `Aug-2018`, `2018-Aug-22`, `Aug-22, 2018`."""
    if left == Point(left.year):
        return right.year is None
    if left.day is not None and left.month is None:
        return right.day is None
    if left.year is not None or left.day is not None:
        return False
    return right == Point(right.year) or (right.year is not None and right == Point(right.year, day=right.day))


def _joined(left: Point, right: Point) -> Point:
    """One date of the parts of both."""
    season = left.season or right.season
    return Point(left.year or right.year, left.month or right.month, left.day or right.day, season)


def _range(left: Point, right: Point) -> tuple[Point, Point]:
    """Start and end, each completed by what only the other side says."""
    if right.day is not None and right.month is None and left.day is None:
        return left, NOTHING
    month = right.month if left.month is None and left.day is not None else left.month
    start = left._replace(year=left.year or right.year, month=month)
    if left.season is not None or right.season is not None:
        return start, NOTHING
    month = left.month if right.month is None and right.day is not None else right.month
    return start, Point(right.year or left.year, month, right.day)


def _point(text: str) -> Point:
    """Year, month, day and season that a text without a range names."""
    words = [word for word in TOKEN.findall(text.lower()) if word not in GLUE]
    if "s" in words:
        return NOTHING
    for index, word in enumerate(words):
        if len(word) == 8 and is_number(word) and _is_compact(word):
            return Point(int(word[:4]), int(word[4:6]), int(word[6:]))
        if word in MONTHS and not _is_running_text(words):
            return Point(_first_year(words), MONTHS[word], _day_beside(words, index))
    if words and _small(words[0]) is not None and (len(words) == 1 or (len(words) == 2 and _first_year(words))):
        return Point(_first_year(words), day=int(words[0]))
    seasons = [SEASONS[word] for word in words if word in SEASONS and not _is_running_text(words)]
    return Point(_first_year(words), season=seasons[0] if seasons else None)


def _is_compact(digits: str) -> bool:
    """Whether eight digits are year, month and day.

    Examples:
        >>> _is_compact("20190506"), _is_compact("20191234")
        (True, False)
    """
    return year_of(digits[:4]) is not None and int(digits[4:6]) <= 12 and int(digits[6:]) <= 31


def _is_running_text(words: list[str]) -> bool:
    """Whether so many words are no part of a date that `may` and `fall` need not be either."""
    return len([word for word in words if not word[0].isdigit() and word not in MONTHS and word not in SEASONS]) > 3


def _first_year(words: list[str]) -> int | None:
    """The first number of four digits that is a year."""
    years = [year_of(word) for word in words if len(word) == 4 and is_number(word)]
    return next((year for year in years if year is not None), None)


def _day_beside(words: list[str], index: int) -> int | None:
    """The number in front of the month, or else behind it."""
    before = _small(words[index - 1]) if index else None
    if before is not None and (index == 1 or words[index - 2] not in _COUNTED):
        return before
    return _small(words[index + 1]) if index + 1 < len(words) else None
