"""Pounds, which are money or a weight: the words around them say it, or it cannot be known.

In: a number in front of `pounds`. Out: the match of the unit if it is money; a draft otherwise.
"""

import re

from coprod.text.quantities._drafts import Draft, Place, with_interval
from coprod.text.quantities._units import POUNDS

_COSTS = re.compile(
    r"\b(?:budget|charg|compensat|cost|debt|donat|earn|expen|fee|fine|fund|grant|income|invest|invoic|loan|paid|pay|pric|"
    r"profit|rent|revenue|salar|saving|sav(?:e|ed|es)\b|spen[dt]|subsid|tax|turnover|wage|worth)\w*\b[^.;]{0,50}\Z",
    re.IGNORECASE,
)
_PAID = re.compile(
    r" (?:per|an?|each|every) (?:capita|case|child|head|household|patient|person|pupil|student|visit)\b"
    r"| (?:was|were) (?:paid|spent)\b"
    r"| (?:in|of|from) (?:(?:the|its|their|our|his|her) )?(?:[a-z]{1,20} ){0,2}(?:budgets?|costs?|incomes?|revenues?|"
    r"sales|savings?|spending)\b(?=\W*\Z|\W?[,;.:)]| (?:a|after|and|as|between|by|during|each|every|for|from|in|last|"
    r"of|on|or|over|per|since|than|that|to|when|which|while)\b)"
)
"""The words behind: for whom it is paid, or what it is a part of."""

_WEIGHTS = re.compile(
    r"\b(?:weigh|lost|los[es]|gain|heav|load|bod(?:y|ies)|lift|pull)\w*\b[^.;,]{0,24}\Z", re.IGNORECASE
)
_LARGE = re.compile(r"[mb]illion\Z")
"""What no one gains, loses or lifts in pounds."""

_LOADED = re.compile(r" (?:per (?:acre|square|cubic|hectare|bushel)|of (?:force|thrust|weight))")


def paid_pounds(text: str, first: int, at: int, start: int, end: int) -> re.Match[str] | None:
    """The pounds behind a number, where the words around it say that something is paid.

    Examples:
        >>> paid_pounds("It cost 12 pounds.", 8, 10, 0, 18) is None, paid_pounds("12 pounds", 0, 2, 0, 9) is None
        (False, True)
    """
    found = POUNDS.match(text, at, end)
    if found is None or not (_COSTS.search(text, max(start, first - 60), first) or _PAID.match(text, found.end(), end)):
        return None
    return found


def read_pounds(place: Place) -> Draft | None:
    """`12 pounds` that are no money for certain: a weight where the sentence says so, else of no kind."""
    text, start, end, number = place
    found = POUNDS.match(text, number.end, end)
    if found is None:
        return None
    is_weight = _LOADED.match(text, found.end(), end) is not None or (
        _WEIGHTS.search(text, max(start, number.start - 60), number.start) is not None
        and _LARGE.search(text, max(number.start, number.end - 8), number.end) is None
    )
    kind = "statistic" if is_weight else None
    return with_interval(place, Draft(number.start, found.end(), kind, number.value, unit=found["unit"].strip(" -")))
