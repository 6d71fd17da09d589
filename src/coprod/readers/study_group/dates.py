"""Dates in running text, as pages give them for meetings.

In: a sentence or a line. Out: the dates in it, each with its place: days, ranges of days within a month or over two,
months, seasons and bare years, in English words or in digits. What cannot be a date is left out. Nothing raises.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import attrs

from coprod.models import PartialDate
from coprod.text._words import plain
from coprod.text.months import ENGLISH_MONTHS, days_in

_SEASONS: Final = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}

MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
"""The name of a month, for patterns that take no note of case."""

_WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?(?![^\W\d_])\.?"
_TOKEN = re.compile(
    rf"(?P<year>(?:19|20)[0-9]{{2}}(?![0-9]))"
    rf"|(?P<day>[0-9]{{1,2}}(?![0-9]))(?:\s?(?:st|nd|rd|th)\b)?\.?"
    rf"|(?P<month>{MONTH})"
    rf"|(?P<weekday>{_WEEKDAY})"
    r"|(?P<dash>[-\u2010-\u2015\u2212/]|\b(?:to|until|till|through|thru)\b)"
    r"|(?P<also>&|\band\b|\+)"
    r"|(?P<season>(?:spring|summer|autumn|fall|winter)\b)"
    r"|(?P<glue>,|\b(?:the|of|in)\b)",
    re.IGNORECASE,
)
_BEGINS = (
    rf"[0-9]{{1,2}}(?![0-9])|(?:19|20)[0-9]{{2}}(?![0-9])|{MONTH}|(?:{_WEEKDAY})"
    r"|(?:spring|summer|autumn|fall|winter)\b"
)
_START = re.compile(rf"[0-9JFMASONDTWjfmasondtwſ](?<=(?<![\w./:])(?i:(?={_BEGINS})).)")
"""The first letter of what dates begin with: a set of letters is found sooner than words."""

_USUAL = re.compile(rf"(?:([0-9]{{1,2}}) )?({MONTH}) ((?:19|20)[0-9]{{2}})(?=[.;)]|\Z)", re.IGNORECASE)
"""`13 June 2014` or `June 2014` where nothing follows that a date goes on with: a run of words that is one date."""

_DIGIT = re.compile(r"[0-9]")
_MAYBE = re.compile(r"[12JFMASONDjfmasondſ](?:[09][0-9]{2}(?![0-9])|(?i:a[nry]|eb|pr|u[gln]|ep|ct|ov|ec))")
"""Stands at every year and month, without one of which there is no date; found sooner than they are."""

_SPACE = re.compile(r"\s*")
_DASHES: Final = frozenset("-–—")
_SIDE_OF_YEARS = re.compile(r"\s*[0-9]{2}")
"""What stands behind the dash of a range of years; one digit is the number of something."""

_ENDS: Final = frozenset(" ,;.)-–")
"""What stands behind most words of a date."""

_ISO = re.compile(
    r"(?<![\w-])((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})"
    r"(?:\s?(?:/|–|to)\s?(?:((?:19|20)[0-9]{2})-)?(?:([0-9]{2})-)?([0-9]{2}))?(?![\w-])"
)
_DOTTED = re.compile(
    r"(?<![\w.])([0-9]{1,2})(?:\.|/)?(?:([0-9]{1,2})?(?:\.|/)?)?\s?[-–]\s?([0-9]{1,2})([./])([0-9]{1,2})\4((?:19|20)[0-9]{2})(?!\w)"
)
_DIGITS = re.compile(r"(?<![\w.])([0-9]{1,2})([./])([0-9]{1,2})\2((?:19|20)[0-9]{2})(?!\w)")


class Dated(NamedTuple):
    """A date in a text."""

    start: int
    end: int
    date: PartialDate
    bare: bool
    """Whether it is a year and nothing else."""


class _Point(NamedTuple):
    """One side of a date."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def dates_in(text: str) -> list[Dated]:
    """The dates of a text, in its order.

    Examples:
        >>> [dated.date.iso for dated in dates_in("From 30 August to 1st September 2017, and in May 2018.")]
        ['2017-08-30/2017-09-01', '2018-05']
        >>> [dated.date.iso for dated in dates_in("June 7-8, 2017; the 1970s; 2013-2015")]
        ['2017-06-07/2017-06-08']
    """
    return list(_dates_in(text)) if may_hold_date(text) else []


@lru_cache(maxsize=4)
def may_hold_date(text: str) -> bool:
    """Whether a text has a digit, and what stands at years and months: without both it holds no date."""
    return _DIGIT.search(text) is not None and _MAYBE.search(text) is not None


@lru_cache(maxsize=4)
def _dates_in(text: str) -> tuple[Dated, ...]:
    """The same; a sentence is asked for its dates several times in a row."""
    found, position = list[Dated](), 0
    while (start := _START.search(text, position)) is not None:
        usual = _USUAL.match(text, start.start())
        if usual is not None:
            found.extend(_made(_point_of(usual), None, text, *usual.span()))
            position = usual.end()
            continue
        dated = next(_in_digits(text, start.start()), None)
        if dated is not None:
            found.append(dated)
            position = dated.end
            continue
        tokens = _run(text, start.start())
        found.extend(_read(tokens, text))
        position = tokens[-1].end if tokens else start.end()
    return tuple(found)


def _point_of(usual: re.Match[str]) -> _Point:
    """The day that the usual words of a date say, or the month."""
    day, month, year = usual.groups()
    return _Point(int(year), ENGLISH_MONTHS[plain(month).rstrip(".")], None if day is None else int(day))


def _in_digits(text: str, start: int) -> Iterator[Dated]:
    """A date in digits alone that begins here."""
    iso = _ISO.match(text, start)
    if iso is not None:
        first = _Point(int(iso[1]), int(iso[2]), int(iso[3]))
        last = _Point(int(iso[4] or iso[1]), int(iso[5] or iso[2]), int(iso[6])) if iso[6] else None
        yield from _made(first, last, text, iso.start(), iso.end())
    several = _DOTTED.match(text, start)
    if several is not None:
        year, month, other = int(several[6]), int(several[5]), several[2]
        first = _Point(year, int(other) if other else month, int(several[1]))
        yield from _made(first, _Point(year, month, int(several[3])), text, several.start(), several.end())
    single = _DIGITS.match(text, start)
    if single is not None:
        one, other = int(single[1]), int(single[3])
        day, month = (one, other) if one > 12 or other <= 12 else (other, one)
        sure = one > 12 or other > 12 or one == other or single[2] == "."
        point = _Point(int(single[4]), month if sure else None, day if sure else None)
        yield from _made(point, None, text, *single.span())


def _run(text: str, start: int) -> list[_Token]:
    """The words of dates that follow each other from here, without what only joins them at the end."""
    tokens, position = list[_Token](), start
    while len(tokens) < 40 and (token := _TOKEN.match(text, position)) is not None:
        kind = token.lastgroup or ""
        begin, position = token.span()
        if kind in ("day", "year", "month") and text[position : position + 1] not in _ENDS and _is_glued(text, token):
            break
        tokens.append(_Token(kind, plain(token[kind]), begin, position))
        if text[position : position + 1].isspace():
            position = end_of_space(text, position)
    while tokens and tokens[-1].kind in ("dash", "also", "glue", "weekday"):
        tokens.pop()
    return tokens


def _is_glued(text: str, token: re.Match[str]) -> bool:
    """Whether the token is a part of a longer word or number: `1970s`, `30th-ranked`, `19:30`, `3.5`."""
    after = text[token.end() : token.end() + 2]
    return after[:1].isalnum() or (after[:1] in (":", "%") and token.lastgroup == "day" and after[1:].isdigit())


def end_of_space(text: str, position: int) -> int:
    """Where the white space ends that begins there."""
    space = _SPACE.match(text, position)
    return space.end() if space is not None else position


def end_before_space(text: str, position: int) -> int:
    """Where the white space begins that ends there."""
    while position and text[position - 1].isspace():
        position -= 1
    return position


def _read(tokens: list[_Token], text: str) -> Iterator[Dated]:
    """The dates of a run of words: cut where one is complete and a new one begins."""
    if all(token.kind not in ("month", "year") for token in tokens):
        return
    groups = list(_groups(tokens))
    for index, group in enumerate(groups):
        following = [token for other in groups[index + 1 : index + 2] for token in other if token.kind == "year"]
        year = int(following[0].text) if following and "year" not in _kinds(group) else None
        yield from _read_one(group, text, year)


def _groups(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Runs of one date each: one is complete once its year is said, of a range that of its end."""
    group: list[_Token] = []
    joined = False
    is_complete = False
    for index, token in enumerate(tokens):
        if token.kind in ("dash", "also"):
            joined, is_complete = True, False
        elif token.kind != "glue":
            if (is_complete and not _goes_on(group, token)) or (
                joined and group and _begins_anew(group, tokens[index:])
            ):
                yield group
                group = []
                is_complete = False
            joined, is_complete = False, is_complete or token.kind == "year"
        group.append(token)
    if group:
        yield group


def _kinds(tokens: list[_Token]) -> list[str]:
    return [token.kind for token in tokens if token.kind in ("day", "month", "year", "season")]


def _goes_on(group: list[_Token], token: _Token) -> bool:
    """Whether a year in front is the year of what follows: `2017, 30 August`, `2016 June 3`."""
    return _kinds(group) == ["year"] and token.kind in ("month", "day") and group[-1].kind != "glue"


def _begins_anew(group: list[_Token], rest: list[_Token]) -> bool:
    """Whether what follows `and` or a dash is a date of its own: `May 2013 and June 2014`."""
    joint = next((token.kind for token in reversed(group) if token.kind in ("dash", "also")), "dash")
    kinds = _kinds(group)
    if joint == "dash":
        return _is_whole(group) and _is_number_alone(rest)
    if "year" in kinds:
        return True
    if "month" not in kinds:
        return False
    if "day" not in kinds:
        return rest[0].kind == "month"
    following = _point([token for token in rest if token.kind in ("day", "month")][:2])
    return following.month is not None and (_point(group).day or 0) - (following.day or 99) < 15


def _is_whole(group: list[_Token]) -> bool:
    """Whether nothing can follow the dash that a group ends with: it ends with its year, or is a range already."""
    kinds = _kinds(group)
    if "month" not in kinds:
        return False
    return kinds[-1] == "year" or (kinds.count("day") > 1 and [token.kind for token in group].count("dash") > 1)


def _is_number_alone(rest: list[_Token]) -> bool:
    """Whether a number follows that no month and no year makes a day of: `- 9 papers`."""
    return rest[0].kind == "day" and not {"month", "year"} & {token.kind for token in rest[1:3]}


def _read_one(group: list[_Token], text: str, year: int | None) -> Iterator[Dated]:
    """The date of one run, if it is one; a year that it does not say is that of the next: `May and June 2014`."""
    group = _trimmed(group)
    if len(group) == 1 and group[0].kind == "year":
        yield from _only_year(group, text)
        return
    kinds = set(_kinds(group))
    if not kinds & {"month", "year"} or (kinds == {"month"} and year is None):
        return
    if not kinds & {"year"} and year is None and text[group[0].start : group[-1].end].islower():
        return
    if kinds == {"year"} and (len(_kinds(group)) > 1 or _is_range(text, group)):
        return
    if "season" in kinds and "year" not in kinds:
        return
    if kinds == {"year", "day"}:
        yield from _only_year(group, text)
        return
    sides = _sides(group)
    first, last = _point(sides[0]), _point(sides[-1]) if len(sides) > 1 else None
    if first.year is None and (last is None or last.year is None):
        first = first._replace(year=year)
    if last is not None:
        first, last = _completed(first, last)
    yield from _made(first, last, text, group[0].start, group[-1].end)


def _trimmed(group: list[_Token]) -> list[_Token]:
    """The run without what only joins it to others."""
    start, end = 0, len(group)
    while start < end and group[end - 1].kind in ("dash", "also", "glue", "weekday"):
        end -= 1
    while start < end and group[start].kind in ("dash", "also", "glue"):
        start += 1
    return group[start:end]


def _only_year(group: list[_Token], text: str) -> Iterator[Dated]:
    """The year beside a number that is no day."""
    for token in group:
        if token.kind == "year" and not _is_range(text, [token]):
            yield from _made(_Point(int(token.text)), None, text, token.start, token.end)


def _is_range(text: str, group: list[_Token]) -> bool:
    """Whether the year is a side of a range of years: `2013-2015`, `2013-15`."""
    before, after = end_before_space(text, group[0].start), end_of_space(text, group[-1].end)
    if before > 1 and text[before - 1] in _DASHES and text[before - 2].isdigit():
        return True
    return text[after : after + 1] in _DASHES and _SIDE_OF_YEARS.match(text, after + 1) is not None


def _sides(group: list[_Token]) -> list[list[_Token]]:
    """The days, months and years on both sides of a dash; of `1, 2 and 3 June` the first and the last."""
    sides: list[list[_Token]] = [[]]
    for token in group:
        if token.kind in ("dash", "also") or (token.text == "," and _ends_with_bare_day(sides[-1], group, token)):
            if sides[-1]:
                sides.append([])
        elif token.kind in ("day", "month", "year", "season"):
            sides[-1].append(token)
    sides = [side for side in sides if side]
    if len(sides) > 1 and [t.kind for t in sides[-1]] == ["year"]:
        sides = [*sides[:-2], [*sides[-2], *sides[-1]]]
    if len(sides) > 1 and [t.kind for t in sides[0]] == ["year"]:
        sides = [[*sides[1], *sides[0]], *sides[2:]]
    return sides


def _ends_with_bare_day(side: list[_Token], group: list[_Token], comma: _Token) -> bool:
    """Whether the comma lists days: another day follows."""
    after = next((token for token in group if token.start >= comma.end and token.kind != "weekday"), None)
    return bool(side) and side[-1].kind == "day" and after is not None and after.kind == "day"


def _point(tokens: list[_Token]) -> _Point:
    said: dict[str, str] = {}
    for token in tokens:
        said.setdefault(token.kind, token.text)
    year, month, day, season = map(said.get, ("year", "month", "day", "season"))
    return _Point(
        None if year is None else int(year),
        None if month is None else ENGLISH_MONTHS[month.rstrip(".")],
        None if day is None else int(day),
        None if season is None else _SEASONS[season],
    )


def _completed(first: _Point, last: _Point) -> tuple[_Point, _Point]:
    """Both sides of a range, each with what only the other says."""
    first = first._replace(year=first.year or last.year, month=first.month or last.month)
    return first, last._replace(year=last.year or first.year, month=last.month or first.month)


def _made(first: _Point, last: _Point | None, text: str, start: int, end: int) -> Iterator[Dated]:
    """The date, if it can be."""
    if not _is_possible(first) or (last is not None and not _is_possible(last)):
        return
    if last == first or (last is not None and _order(last) < _order(first)):
        last = None
    raw = text[start:end].rstrip(".,")
    end = start + len(raw)
    date = _date(first, last, raw)
    yield Dated(start, end, date, bare=last is None and not any(first[1:]) and not is_ambiguous(date))


@lru_cache(maxsize=256)
def _date(first: _Point, last: _Point | None, raw: str) -> PartialDate:
    """The date; a page that says it often has it once."""
    finish = None if last is None else PartialDate(year=last.year, month=last.month, day=last.day, season=last.season)
    date = PartialDate(year=first.year, month=first.month, day=first.day, season=first.season, end=finish, raw=raw)
    return date if " " in raw or date.iso != raw else attrs.evolve(date, raw=None)


def is_ambiguous(date: PartialDate) -> bool:
    """Whether day and month of a date in digits can be read both ways, so that only the year is known.

    Examples:
        >>> [is_ambiguous(dated.date) for dated in dates_in("05/09/2018, 13/09/2018 and 2018")]
        [True, False, False]
    """
    return date.month is None and date.raw is not None and _DIGITS.fullmatch(date.raw) is not None


def _order(point: _Point) -> tuple[int, int, int]:
    return point.year or 0, point.month or 0, point.day or 0


def _is_possible(point: _Point) -> bool:
    if point.day is not None and point.month is None:
        return False
    if point.month is not None and not 1 <= point.month <= 12:
        return False
    return point.day is None or 1 <= point.day <= days_in(point.month or 1, point.year or 2000)
