"""Shares of a whole: `two thirds of`, `one in five`, `one tap in six`, `62% (447/719)`.

In: a number in a sentence. Out: a `Draft`, not yet with what it measures, or None.
"""

import re

from coprod.text.quantities._context import is_year
from coprod.text.quantities._digits import decimal_of
from coprod.text.quantities._drafts import Draft, Place, with_interval
from coprod.text.quantities._numbers import Number, number_at, share
from coprod.text.quantities._phrases import phrase_after
from coprod.text.quantities._units import PER_MILLE, PERCENT, PHYSICAL, TIME

_IN_OR_OF = re.compile(
    r"\s(?:in(?: every)?|(?:out )?of(?: every| the| these| those| our| their| its| all| all the| a total of)?)\s"
    r"(?=[0-9a-zA-Z])",
    re.IGNORECASE,
)
_SLASH = re.compile(r"/(?P<whole>[0-9][0-9,]{0,9}+)(?=\)|\s\([0-9.]{1,6}%)")
_PERCENT_BEFORE = re.compile(r"%\s?\(\Z")
_NOUN_IN = re.compile(r"\s[a-z]{3,20}\sin(?:\severy)?\s(?=[a-z])")
"""What stands between a part and its whole: `one tap in six`."""

_SHARE_CUE = re.compile(
    r"\b(?:proportion|probability|likelihood|fraction|share|ratio|rate)\b[^.;,()0-9]{0,30}\(?\Z", re.IGNORECASE
)
_PER_MILLE_OF = re.compile(rf"{PER_MILLE.pattern}(?= of\b)", re.IGNORECASE)
BEHIND_SHARES = (_IN_OR_OF, _SLASH, _NOUN_IN, _PER_MILLE_OF)
"""What stands behind a number that is a share by that."""


def read_share(place: Place) -> Draft | None:
    """`two thirds of`, `one in five`, `3 out of 10`, `0.34` where the sentence calls it a proportion."""
    text, start, end, number = place
    if number.is_part:
        timed = TIME.match(text, number.end, end)
        if timed is not None:
            return Draft(number.start, timed.end(), "duration", number.value, unit=timed["unit"])
        return Draft(number.start, number.end, "proportion", number.value)
    per_mille = _PER_MILLE_OF.match(text, number.end, end) if "‰" in text[number.end : number.end + 2] else None
    if per_mille is not None:
        return Draft(number.start, per_mille.end(), "proportion", number.value.scaleb(-3), unit=per_mille["unit"])
    found = _IN_OR_OF.match(text, number.end, end)
    if found is not None:
        whole = number_at(text, found.end(), end)
        if whole is not None and _is_whole_of(text, number, whole, found[0], end):
            phrase = phrase_after(text, whole.end, end, is_one=False)
            return Draft(number.start, whole.end, "proportion", share(number.value, whole.value), phrase=phrase)
    if (
        number.value < 1
        and not number.is_word
        and _SHARE_CUE.search(text[max(start, number.start - 50) : number.start])
        and PHYSICAL.match(text, number.end, end) is None
    ):
        return with_interval(place, Draft(number.start, number.end, "proportion", number.value))
    return None


def read_counted_share(place: Place) -> Draft | None:
    """`447/719` beside its percentage, and `one tap in six`."""
    if place.text.startswith("/", place.number.end):
        return _fraction(place)
    return _noun_in(place) if place.number.is_word else None


def _fraction(place: Place) -> Draft | None:
    """`62% (447/719)`, `447/719 (62%)`."""
    text, start, end, number = place
    found = _SLASH.match(text, number.end, end)
    if found is None or not number.is_whole:
        return None
    is_behind = _PERCENT_BEFORE.search(text, max(start, number.start - 3), number.start) is not None
    whole = decimal_of(found["whole"])
    if not 0 < whole >= number.value or (text[found.end()] == ")" and not is_behind):
        return None
    return Draft(number.start, found.end(), "proportion", share(number.value, whole))


def _noun_in(place: Place) -> Draft | None:
    """`one tap in six`, not `one school in six towns`."""
    text, _, end, number = place
    found = _NOUN_IN.match(text, number.end, end)
    whole = None if found is None else number_at(text, found.end(), end)
    if whole is None or not whole.is_word or whole.is_part or not whole.is_whole or number.value >= whole.value:
        return None
    phrase = phrase_after(text, whole.end, end, is_one=False)
    is_counted = phrase is not None and "," not in text[phrase.start : phrase.end]
    if is_counted or text.startswith((" of ", "-"), whole.end) or not _is_whole_of(text, number, whole, " in ", end):
        return None
    return Draft(number.start, whole.end, "proportion", share(number.value, whole.value))


def _is_whole_of(text: str, part: Number, whole: Number, link: str, end: int) -> bool:
    """Whether `part in whole` is a share, not a count in a year or in a number of places."""
    if part.value > whole.value or not part.is_whole or is_year(whole) or whole.value == 0:
        return False
    if " of" in link:
        is_idiom = part.is_word and part.value == 1 and "out" not in link
        return not is_idiom and whole.is_whole and PERCENT.match(text, whole.end, end) is None
    return part.value < 10 and TIME.match(text, whole.end, end) is None and PERCENT.match(text, whole.end, end) is None
