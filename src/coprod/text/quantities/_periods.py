"""Periods of the calendar: `between 2010 and 2015`, `2013-2015`, `the first half of 2022`.

In: a text and a place where a year or `first half of` begins. Out: a `Draft` with the years, or None.
"""

import re
from decimal import Decimal

from coprod.text.quantities._context import FIRST_YEAR, LAST_YEAR
from coprod.text.quantities._drafts import Draft
from coprod.text.quantities._vocabulary import MONTHS

_DAY = r"(?:[0-9]{1,2}(?:st|nd|rd|th)?\s)?"
_SEASON = (
    r"(?:(?:early|mid|late|spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter|Q[1-4])(?:\s(?:of\s)?"
    r"|-))?"
)
_SIDE = rf"(?:{_DAY}{MONTHS}\s(?:[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s)?(?:of\s)?|{_SEASON})?"
_RIGHT = re.compile(
    rf"(?:\s?[-–—−/]\s?|\s(?P<word>to|and|through|until|till|up to)\s(?:the end"
    rf" of\s)?)(?P<side>{_SIDE})(?P<year>[12][0-9]{{3}})(?![\w]|[-.,][0-9])"
)
_SHORT_RIGHT = re.compile(r"[-–/](?P<year>[0-9]{2})(?![\w]|[-–./,][0-9])")
_LEFT = re.compile(rf"(?:(?<!\w)(?P<cue>between|from)\s)?(?P<side>{_SIDE})\Z", re.IGNORECASE)
_LONGEST_LEFT = 40
"""Characters that it has at most: `between 30th September 30th, of`."""

_MONTHS_LEFT = re.compile(
    rf"(?:(?<!\w)(?P<cue>between|from)\s)?(?<!\w){_DAY}{MONTHS}(?:\s?[-–—]\s?|\s(?P<word>to|and|through"
    rf"|until)\s){_DAY}{MONTHS}(?:\s[0-9]{{1,2}})?,?\s\Z",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)[- ](?:half|quarter|third|semester|trimester|(?:two"
    r"|three|six|nine) months|months) "
    r"of (?:the year )?(?P<year>[12][0-9]{3})(?![\w])",
    re.IGNORECASE,
)


def part_of_year(text: str, at: int, start: int, end: int) -> Draft | None:
    """`the first half of 2022`, from the word `first`."""
    found = _PART.match(text, at, end)
    if found is None:
        return None
    year = Decimal(found["year"])
    first = at - 4 if text[max(start, at - 4) : at].lower() == "the " else at
    return Draft(first, found.end(), "period", None, year, year, unit=None)


def period(text: str, at: int, start: int, end: int) -> Draft | None:
    """The period whose first year stands at `at`, or whose months stand in front of this year."""
    begin = max(start, at - 60)
    window = text[begin:at]
    year = Decimal(text[at : at + 4])
    right = _RIGHT.match(text, at + 4, end)
    left = None if right is None else _LEFT.search(window, max(0, len(window) - _LONGEST_LEFT))
    if right is not None and left is not None:
        cue = (left["cue"] or "").lower()
        last = Decimal(right["year"])
        word = right["word"] or "-"
        joined = cue == "between" if word == "and" else True
        if joined and year <= last and FIRST_YEAR <= last <= LAST_YEAR:
            first = begin + (left.start("cue") if cue else left.start("side"))
            return Draft(first, right.end(), "period", None, year, last, unit=None)
        return None
    short = _SHORT_RIGHT.match(text, at + 4, end)
    if short is not None and int(short["year"]) > int(year) % 100:
        last = Decimal(int(year) // 100 * 100 + int(short["year"]))
        return Draft(at, short.end(), "period", None, year, last, unit=None)
    months = _MONTHS_LEFT.search(window)
    if months is not None and (months["word"] != "and" or (months["cue"] or "").lower() == "between"):
        return Draft(begin + months.start(), at + 4, "period", None, year, year, unit=None)
    return None
