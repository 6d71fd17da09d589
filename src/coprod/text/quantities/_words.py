"""Quantities that begin with an article or with `half`: `a decade`, `half a year`, `a third of`, `a hundred`.

In: a text and where `a`, `an` or `half` begins. Out: a draft or None, and where to go on.
"""

import re
from decimal import Decimal

from coprod.text._words import plain, word_set
from coprod.text.quantities._context import decade, modifier_after, modifier_before, word_before
from coprod.text.quantities._counts import read_count
from coprod.text.quantities._drafts import Draft, Place
from coprod.text.quantities._numbers import SCALED, number_at, share
from coprod.text.quantities._readings import READERS

_HALF_TIME = re.compile(
    r"(?:an? half[- ](?P<one>year|month|decade|century|day|hour)\b(?![-])|half an? (?P<two>year|month|decade|century"
    r"|day|hour)\b)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"an? (?P<unit>year|month|week|decade|century|fortnight)\b(?!-)(?P<half> and a half)?", re.IGNORECASE
)
_PART = re.compile(
    r"(?:an? )?(?P<part>half|third|quarter|fifth|tenth)(?P<whole>(?= of\b| (?:the|their|its|all|our)\b))?(?![\w-])"
    r"(?P<alone>(?=\s?[.,;:)]|\Z|\s(?:were|was|had|have|are|is|did|do|in|on|at|by|for|from|with|after|during|between|when"
    r"|along|across|over|as|and|or|but|compared|if|while|since|within|through|under|less|more|higher|lower|to|said"
    r"|reported|felt|saw|found|lived|worked|relative)\b))?",
    re.IGNORECASE,
)
_BEFORE_ALONE = word_set(
    "between by to about nearly almost under over than least most roughly approximately around only just some exactly"
    " remaining further another"
)
"""Words behind which `a third` is a share, without `of`."""

_PLURAL_VERB = re.compile(r"\s(?:were|had|have|are|did|do)\b")
_BELOW = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_BEFORE_TIME = word_set(
    "for after within over about nearly almost under approximately around than least roughly lasting took lasted"
)
_NO_SHARE_BEFORE = word_set("first second third fourth last other latter former final the top bottom upper lower")


def article_at(text: str, at: int, start: int, end: int) -> tuple[Draft | None, int]:
    """The quantity that begins with an article, `half` or `quarter`, if there is one."""
    read = _number if SCALED.match(text, at, end) is not None else _draft
    draft = read(text, at, start, end)
    if draft is None:
        return None, at + 1
    modifier, first = modifier_before(text, draft.start, start)
    after, last = modifier_after(text, draft.end, end)
    if modifier is None and draft.modifiers:
        return draft, draft.end
    modifiers = tuple(name for name in (*draft.modifiers, modifier, after) if name is not None)
    return draft._replace(start=first, end=last, modifiers=modifiers), last


def _draft(text: str, at: int, start: int, end: int) -> Draft | None:
    """A half or a whole unit of time, a part of something, or a number."""
    half = _HALF_TIME.match(text, at, end)
    if half is not None:
        value, unit = decade(Decimal("0.5"), half["one"] or half["two"])
        return Draft(at, half.end(), "duration", value, unit=unit)
    time = _TIME.match(text, at, end)
    if time is not None:
        if word_before(text, at, start).lower() not in _BEFORE_TIME:
            return None
        value, unit = decade(Decimal("1.5") if time["half"] else Decimal(1), time["unit"])
        return Draft(at, time.end(), "duration", value, unit=unit)
    part = _PART.match(text, at, end)
    if part is not None and (part["whole"] is not None or part["alone"] is not None):
        before = word_before(text, at, start).lower()
        if before in _NO_SHARE_BEFORE or (
            part["whole"] is None and before not in _BEFORE_ALONE and not _is_subject(text, part.end(), end)
        ):
            return None
        return Draft(at, part.end(), "proportion", share(Decimal(1), Decimal(_BELOW[plain(part["part"])])))
    return _number(text, at, start, end)


def _is_subject(text: str, at: int, end: int) -> bool:
    """Whether a plural verb follows: `a third were tenants`."""
    return _PLURAL_VERB.match(text, at, end) is not None


def _number(text: str, at: int, start: int, end: int) -> Draft | None:
    """`a hundred farms`, `a dozen`, `a million`."""
    number = number_at(text, at, end)
    if number is None:
        return None
    place = Place(text, start, end, number)
    read = (draft for reader in READERS if (draft := reader(place)) is not None)
    return next(read, None) or read_count(place)
