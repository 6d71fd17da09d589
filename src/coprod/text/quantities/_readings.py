"""What kind of quantity a number is, from the signs directly around it.

In: a number in a sentence. Out: a `Draft`, not yet with what it measures, or None. The readers stand in `READERS` in
the order of their trust; the first that knows the number wins.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from coprod.text.quantities._context import decade, is_year, modifier_before
from coprod.text.quantities._drafts import Draft, Place, percent, signed, with_interval
from coprod.text.quantities._looks import either
from coprod.text.quantities._numbers import Number, number_at, same_scale, scaled
from coprod.text.quantities._people import is_person
from coprod.text.quantities._phrases import is_plural, phrase_after
from coprod.text.quantities._pounds import paid_pounds, read_pounds
from coprod.text.quantities._shares import BEHIND_SHARES, read_counted_share, read_share
from coprod.text.quantities._statistics import (
    BEHIND_STATISTICS,
    LEVELS,
    OPERATORS,
    SIGNED,
    has_cue,
    read_chain,
    read_interval,
    read_mean,
    read_operated,
    read_statistic,
)
from coprod.text.quantities._units import (
    MONEY_AFTER,
    MONEY_BEFORE,
    MONEY_SCALE,
    PER_MILLE,
    PERCENT,
    PHYSICAL,
    POUNDS,
    RATE,
    TIME,
    is_percent,
)

_SEPARATOR = re.compile(
    r"(?P<unit>\s?%|\spercent|\sper cent)?(?:\s?[-–—−‐‑]\s?(?=[0-9.$€£])|\s(?P<word>to|and|or)\s(?:up to"
    r" )?[−-]?)(?:[$€£])?(?=(?P<next>[0-9.]|[A-Za-z]))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<!\w)(?:between|from)\s[$€£]?\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:increas|decreas|rose|ris(?:e|en|ing)\b|f[ea]ll|declin|drop|grew|grow|reduc|improv|chang|went|climb|shr[aiu]nk"
    r"|doubl|tripl|quadrupl|halv|expand|s[au]nk|jump|lower|rais|extended|shorten|lengthen|narrow|widen|moved|shift"
    r"|plung|plummet|soar|surg|cut|slow|accelerat|slipp|slid|swell|swoll|worsen|tighten|contract|heated|cooled|warmed"
    r"|scaled|boost|brought|bring|advanc|evolv|upgrad|downgrad|progress|revis|switch|dwindl|mount|recover|edged|crept"
    r"|trimmed|lifted|pushed|pulled|transition|stretch|escalat|diminish|gr(?:ew|own))\w*\b"
    r"[^.;:]{0,60}\Z",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ied|ies|ying)|span(?:s|ned|ning)?|differ(?:s|ed|ing)?|spread|extend(?:s|ing)?|lie"
    r"|lay|lying)(?:\s\w+){0,2}?\s\Z",
    re.IGNORECASE,
)
"""Verbs in front of `from`, with which it begins a range, whatever else is said to change."""

_WORD = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_LISTED = re.compile(rf"(?:(?:,\s(?:[0-9][0-9.·]{{0,6}}|{_WORD})(?=,|\s)){{1,8}},?)?\s(?:and|or|&)\s(?=[0-9a-z.])")
_UNITS = (
    *((PERCENT, "percentage"), (TIME, "duration"), (MONEY_AFTER, "money"), (PHYSICAL, "statistic")),
    *((RATE, "statistic"), (PER_MILLE, "statistic")),
)
_UNITS_OF_RANGES = (
    *((PERCENT, "percentage"), (TIME, "duration"), (PHYSICAL, "range"), (RATE, "range"), (PER_MILLE, "range")),
)
_TO = re.compile(r"\s(?:to|versus|vs\.?)\s(?=[0-9a-z.])")
_AGED = re.compile(
    r"\b(?:(?:aged|at ages?|ages|age of|ages of)(?:\s(?:between|from|over|under|about|around|at least|above|below))?"
    r"|(?:older|younger) than)\s?\Z"
)
_BOUNDED = re.compile(r"(?<!\w)(?P<who>[^\W\d_]{3,20}) (?:under|over|above|below)(?: the age of)? \Z")
_BOUNDS = (" under ", " over ", " above ", " below ", " age of ")
_MONEY_ENDS = frozenset("$€£¥₹₩.sABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SIGNS_BEFORE = _MONEY_ENDS | OPERATORS
_TIMES = re.compile(
    r"(?P<unit>[- ]?fold\b(?! cross)"
    r"|\s?[×x](?![\w]) ?(?=higher|faster|more|lower|speed)|\stimes(?=\s(?:as|more|higher|greater"
    r"|larger|lower|less|faster|the|smaller|longer|likelier)\b))",
    re.IGNORECASE,
)
_BEHIND = either(
    *(PERCENT, TIME, PHYSICAL, RATE, PER_MILLE, MONEY_AFTER, POUNDS, _SEPARATOR, _LISTED, _TO, _TIMES),
    *BEHIND_SHARES,
    *BEHIND_STATISTICS,
)
"""What has to stand behind a number so that a reader knows it by that."""

_CLOSING = frozenset(")]:?!")
"""Signs that none of it begins with."""


def may_be_read(place: Place) -> bool:
    """Whether one of the `READERS` may know the number: by what stands behind it or in front of it, or by its value.

    Without all of that each of them gives None: the number can only count what follows.

    Examples:
        >>> from coprod.text.quantities._numbers import number_at
        >>> [may_be_read(Place(text, 0, len(text), number_at(text, 0, 2))) for text in ("12 nurses", "12% left")]
        [False, True]
    """
    text, start, end, number = place
    at = number.start
    is_closed = text[number.end : number.end + 1] in _CLOSING
    if not is_closed and _BEHIND.match(text, number.end, end) is not None:
        return True
    before = text[max(start, at - SIGNED) : at].rstrip("-−–+ \u00a0").rstrip()[-1:]
    return (
        before in _SIGNS_BEFORE
        or number.is_part
        or text.startswith(LEVELS, at)
        or (number.value < 1 and not number.is_word)
        or has_cue(place)
        or _is_age(text, at, start)
        or text.endswith(_BOUNDS, start, at)
    )


def read_range(place: Place) -> Draft | None:
    """`5-10 years`, `between 20 and 30%`, `from 3 to 7`."""
    text, start, _, number = place
    middle = _middle(place)
    if middle is None:
        return None
    unit, separator, is_timed = middle
    at = number.start - (1 if signed(place) < 0 else 0)
    begin = max(start, at - 20)
    cue = _BETWEEN.search(text[begin:at])
    word = (separator["word"] or "-").lower()
    if not _is_range(place, word, None if cue is None else cue[0].lower(), is_timed=is_timed):
        return None
    ends = _ends(place, separator, is_ordered=cue is None)
    if ends is None:
        return None
    low, high, end = ends
    modifier, first = modifier_before(text, at, start) if cue is None else (None, begin + cue.start())
    modifiers = ("range",) if modifier is None else (modifier, "range")
    return _of_kind(place, Draft(first, end, "range", None, low, high, unit=unit, modifiers=modifiers))


def _ends(place: Place, separator: re.Match[str], *, is_ordered: bool) -> tuple[Decimal, Decimal, int] | None:
    """Both ends of a range, and where it ends; without `from` or `between` the first end is the lower one."""
    last = _last(place, separator.end())
    if last is None:
        return None
    value = signed(place)
    high = last.value.copy_negate() if separator["word"] and place.text[last.start - 1] in "−-" else last.value
    if is_ordered and high <= value:
        return None
    low = same_scale(place.text, place.number, last)
    return (low.copy_negate() if value < 0 else low), high, last.end


def _of_kind(place: Place, draft: Draft) -> Draft | None:
    """The range with the kind of its unit; None if the two ends have different units."""
    if place.number.is_part:
        return draft._replace(kind="proportion")
    money = _money_around(place, draft.end)
    if money is not None:
        return draft._replace(kind="money", unit=money[0], start=min(draft.start, money[1]), end=money[2])
    measured = _with_unit(place, draft)
    unit = draft.unit
    if unit is not None and (measured.end == draft.end or not _is_same_unit(unit, measured.unit or "")):
        return None
    is_age = measured.kind == "range" and _is_age(place.text, draft.start, place.start)
    return measured._replace(kind="duration") if is_age else measured


def _is_age(text: str, at: int, start: int) -> bool:
    """Whether an age in years is said without the years: `aged 50 and over`."""
    first = max(start, at - 14)
    window = text[first:at]
    if "age" not in window and "der than" not in window and "ger than" not in window:
        return False
    return _AGED.search(text, first, at) is not None


def read_age(place: Place) -> Draft | None:
    """`50` in `aged 50 and over`."""
    number = place.number
    is_age = number.value < 130 and (_is_age(place.text, number.start, place.start) or _is_age_of_people(place))
    return Draft(number.start, number.end, "duration", number.value) if is_age else None


def _is_age_of_people(place: Place) -> bool:
    """Whether the number is the age of the people in front of it: `voters under 30`."""
    text, start, end, number = place
    if not text.endswith(_BOUNDS, start, number.start):
        return False
    found = _BOUNDED.search(text, max(start, number.start - 40), number.start)
    if found is None or not is_person(found["who"].lower()):
        return False
    phrase = phrase_after(text, number.end, end, is_one=False)
    is_counted = phrase is not None and is_plural(text[phrase.unit : phrase.end])
    return not is_counted and PERCENT.match(text, number.end, end) is None


def _is_same_unit(first: str, last: str) -> bool:
    """Whether both ends of a range have one unit: `4 days to 9 days`, not `27% to 84 MPa`."""
    return is_percent(last) if is_percent(first) else first[:2] == last[:2]


def _is_range(place: Place, word: str, cue: str | None, *, is_timed: bool) -> bool:
    """Whether the word between two numbers joins the ends of a range."""
    text, start, _, number = place
    if cue is not None and cue.startswith("from"):
        if word == "and":
            return False
        before = text[max(start, number.start - 75) : number.start].rstrip("$€£−-")[: -len("from ")]
        return _SPREAD.search(before) is not None or _CHANGE.search(before) is None
    if cue is not None:
        return word in ("and", "to", "-")
    if is_timed or word == "and" or (number.is_word and word == "-"):
        return False
    return word != "or" or number.is_word


def _last(place: Place, at: int) -> Number | None:
    """The other end of the range, if a number of the same kind stands there."""
    text, _, end, number = place
    last = number_at(text, at, end)
    if last is None or last.is_word != number.is_word or is_year(number):
        return None
    after = text[last.end : last.end + 1]
    if after.isalnum() and not (TIME.match(text, last.end, end) or PHYSICAL.match(text, last.end, end)):
        return None
    return last


def _middle(place: Place) -> tuple[str | None, re.Match[str], bool] | None:
    """The unit before what parts the two ends of a range, its match, and whether a unit of time stands there."""
    text, _, end, number = place
    found = _SEPARATOR.match(text, number.end, end)
    if found is not None:
        return (found["unit"] or "").strip() or None, found, False
    timed = TIME.match(text, number.end, end)
    found = None if timed is None else _SEPARATOR.match(text, timed.end(), end)
    return None if found is None or timed is None else (timed["unit"], found, True)


def _with_unit(place: Place, draft: Draft) -> Draft:
    """The draft with the unit that follows it: per cent, time, a physical unit or a noun."""
    text, _, end, _ = place
    for pattern, kind in _UNITS_OF_RANGES:
        found = pattern.match(text, draft.end, end)
        if found is not None:
            return draft._replace(kind=kind, unit=found["unit"], end=found.end())
    if draft.unit is not None:
        return draft
    phrase = phrase_after(text, draft.end, end, is_one=False)
    return draft if phrase is None else draft._replace(phrase=phrase, unit=text[phrase.unit : phrase.end])


def _money_around(place: Place, at: int) -> tuple[str, int, int] | None:
    """The currency of the number or the range that ends there, and where both begin and end."""
    text, start, end, number = place
    window = text[max(start, number.start - 12) : number.start]
    before = MONEY_BEFORE.search(window) if window.rstrip()[-1:] in _MONEY_ENDS else None
    if before is not None:
        scale = MONEY_SCALE.match(text, at, end)
        return before[0].strip(), number.start - len(before[0]), at if scale is None else scale.end()
    after = MONEY_AFTER.match(text, at, end)
    if after is None and text[at + 1 : at + 6] == "pound":
        after = paid_pounds(text, number.start, at, start, end)
    return None if after is None else (after["unit"].strip(" -"), number.start, after.end())


def read_money(place: Place) -> Draft | None:
    """`€3.2 million`, `$500`, `USD 40,000`, `12 euros`."""
    text, _, end, number = place
    money = _money_around(place, number.end)
    if money is None:
        return None
    unit, first, stop = money
    scale = MONEY_SCALE.match(text, number.end, end)
    value = number.value if scale is None else scaled(number.value, scale[1])
    return with_interval(place, Draft(first, stop, "money", value, unit=unit))


def read_percentage(place: Place) -> Draft | None:
    """`26%`, `26 per cent`, `3 percentage points`."""
    unit, stop = percent(place.text, place.number.end, place.end)
    if unit is None:
        return None
    value = signed(place)
    first = place.number.start - (1 if value < 0 else 0)
    return with_interval(place, Draft(first, stop, "percentage", value, unit=unit))


def read_times(place: Place) -> Draft | None:
    """`2.5-fold`, `three times higher`."""
    found = _TIMES.match(place.text, place.number.end, place.end)
    if found is None:
        return None
    number = place.number
    return Draft(number.start, found.end(), "statistic", number.value, unit=found["unit"].strip(" -"))


def read_duration(place: Place) -> Draft | None:
    """`six months`, `an 18-month follow-up`."""
    text, _, end, number = place
    found = TIME.match(text, number.end, end)
    if found is None or (number.is_word and len(found["unit"]) < 3) or (is_year(number) and len(found["unit"]) == 1):
        return None
    value, unit = decade(number.value, found["unit"])
    return with_interval(place, Draft(number.start, found.end(), "duration", value, unit=unit))


def read_listed(place: Place) -> Draft | None:
    """`5, 10 and 20%`: one quantity, whose unit stands behind the last number."""
    behind = _behind_last(place, _LISTED)
    if behind is None:
        return None
    kind, unit, end = behind
    return Draft(place.number.start, end, kind, unit=unit, modifiers=("list",))


def read_first(place: Place) -> Draft | None:
    """`6` in `rose from 6 to 12 months`: its unit stands behind the last number."""
    behind = _behind_last(place, _TO)
    if behind is None:
        return None
    return Draft(place.number.start, place.number.end, behind[0], signed(place), unit=behind[1])


def _behind_last(place: Place, rest: re.Pattern[str]) -> tuple[str, str, int] | None:
    """Kind, unit and end of the unit behind the last of several numbers."""
    text, _, end, number = place
    found = rest.match(text, number.end, end)
    last = None if found is None or is_year(number) else number_at(text, found.end(), end)
    if last is None or last.is_word != number.is_word or is_year(last):
        return None
    for pattern, kind in _UNITS:
        unit = pattern.match(text, last.end, end)
        if unit is not None:
            return kind, unit["unit"].strip(" -"), unit.end()
    return None


def read_physical(place: Place) -> Draft | None:
    """`5 mg`, `9 T`, `12.4 per 1,000`."""
    text, _, end, number = place
    if number.is_word:
        return None
    found = PHYSICAL.match(text, number.end, end)
    behind = text[number.end : number.end + 6]
    if found is None and "pound" in behind:
        return read_pounds(place)
    if found is None and ("per" in behind or "/" in behind or "‰" in behind):
        found = RATE.match(text, number.end, end) or PER_MILLE.match(text, number.end, end)
    if found is None:
        return None
    first = place.number.start - (1 if signed(place) < 0 else 0)
    return with_interval(place, Draft(first, found.end(), "statistic", signed(place), unit=found["unit"]))


READERS: tuple[Callable[[Place], Draft | None], ...] = (
    read_interval,
    read_chain,
    read_operated,
    read_range,
    read_money,
    read_percentage,
    read_listed,
    read_statistic,
    read_mean,
    read_counted_share,
    read_share,
    read_times,
    read_duration,
    read_first,
    read_age,
    read_physical,
)
