"""A point with three digits behind it, which parts thousands in `10.000 residents` and decimals in `0.125` or `1.459`.

In: a draft as read in English, where a point is a decimal one. Out: the draft with the value that can be known. Whole
things have no decimals (people, units of a study, the size of a sample, a part beside its share), and a sum of money
has two: there the point parts thousands. Of any other noun that is counted it cannot be known: the value stays as
printed, and the kind is None.
"""

import re
from decimal import Decimal

from coprod.text.quantities._drafts import Draft
from coprod.text.quantities._phrases import is_unit
from coprod.text.quantities._samples import counts_people

_POINTED = frozenset(("count", "statistic", "range", "money", "sample_size"))
_DECIMALS = -3
_FEW = 10
_PER = re.compile(r"\s?/|\s(?:per|a|an|each|every)\b")
_PER_UNIT = re.compile(
    r"(?:\s?/\s?|\s(?:per|a|an|each|every)\s)(?:lit[re]{2}s?|gallon|kilo\w*|k?Wh|[kM]?g|km|l|m[²³23]?|mile|tonne|ton|barrel|hour"
    r"|minute|share|unit|euro|dollar|pound|yen)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\b(?:price|rate|tariff|fare)s?\b[^.;,]{0,30}\Z", re.IGNORECASE)
_SHARE = re.compile(r"\s[(\[][0-9]{1,3}(?:[.,][0-9]{1,2})?\s?%[)\];,]")
"""Behind the number of those who are so large a share: `1.250 (62%)`."""

_NEAR = 45


def with_thousands(text: str, draft: Draft, start: int, end: int) -> Draft:
    """The draft, with its points of thousands read as such where that can be known.

    Examples:
        >>> draft = Draft(0, 12, "money", Decimal("12.500"), unit="euros")
        >>> with_thousands("12.500 euros", draft, 0, 12).value
        Decimal('12500')
    """
    if draft.kind not in _POINTED or draft.cue is not None or "." not in text[draft.start : draft.end]:
        return draft
    if not _is_pointed(draft):
        return draft
    if draft.kind in ("count", "statistic", "range"):
        return _counted(text, draft, end)
    is_decimal = draft.kind == "money" and _is_price(text, draft, start, end)
    return draft if is_decimal else _multiplied(draft)


def _counted(text: str, draft: Draft, end: int) -> Draft:
    """The draft of a number that counts a noun, or stands alone."""
    phrase = draft.phrase
    if phrase is None:
        is_part = _SHARE.match(text, draft.end, end) is not None
        is_whole, is_known = is_part, is_part or draft.kind == "statistic"
    else:
        is_few = _smallest(draft) < _FEW and _PER.match(text, phrase.end, end) is not None
        is_whole, is_known = counts_people(text, draft) and not is_few, is_unit(text, phrase)
    if draft.kind == "range":
        return _multiplied(draft) if is_whole else draft
    if is_whole:
        return _multiplied(draft._replace(kind="count"))
    return draft._replace(kind="statistic" if is_known else None)


def _numbers(draft: Draft) -> list[Decimal]:
    return [number for number in (draft.value, draft.low, draft.high) if number is not None]


def _is_pointed(draft: Draft) -> bool:
    """Whether all its numbers are whole or have three decimals, and one of them has."""
    has_point = False
    for number in _numbers(draft):
        if number.as_tuple().exponent == _DECIMALS and 1 <= abs(number) < 1000:
            has_point = True
        elif number != number.to_integral_value():
            return False
    return has_point


def _smallest(draft: Draft) -> Decimal:
    return min(map(abs, _numbers(draft)))


def _is_price(text: str, draft: Draft, start: int, end: int) -> bool:
    """Whether the money is a small price of a unit, or a rate of exchange, which may have three decimals."""
    if _smallest(draft) >= _FEW:
        return False
    if _PER_UNIT.match(text, draft.end, end) is not None:
        return True
    return _PRICE.search(text, max(start, draft.start - _NEAR), draft.start) is not None


def _multiplied(draft: Draft) -> Draft:
    """The draft with each number that has three decimals in thousands."""
    value, low, high = (_in_thousands(number) for number in (draft.value, draft.low, draft.high))
    return draft._replace(value=value, low=low, high=high)


def _in_thousands(number: Decimal | None) -> Decimal | None:
    if number is None or number.as_tuple().exponent != _DECIMALS:
        return number
    return Decimal(str(number).replace(".", ""))
