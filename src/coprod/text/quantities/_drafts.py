"""What the readers of numbers share: a number's place, the draft of a quantity, signs, intervals.

In: a number in a sentence. Out: a `Draft`, completed by what stands directly behind it.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from coprod.text.quantities._digits import NUMBER, decimal_of
from coprod.text.quantities._numbers import Number
from coprod.text.quantities._phrases import Phrase
from coprod.text.quantities._units import PERCENT, PHYSICAL, TIME


class Draft(NamedTuple):
    """A quantity that is read so far."""

    start: int
    end: int
    kind: str | None
    """None: it cannot be known, though the number can be read."""
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    modifiers: tuple[str, ...] = ()
    phrase: Phrase | None = None
    cue: tuple[int, int] | None = None
    """Where the words stand that say what is measured, if they stand in front."""
    said: int | None = None
    """Where the words begin that stand between the number and its interval, if there are any."""

    @property
    def last(self) -> int:
        """Where what the number measures may follow."""
        return self.end if self.said is None else self.said


class Place(NamedTuple):
    """A number, and the sentence that it stands in."""

    text: str
    start: int
    end: int
    number: Number


INTERVAL = re.compile(
    r"[\s,;:(\[]{0,3}(?:with an? )?(?P<level>(?:80|90|95|99)(?:\.[0-9])?\s?%?[\s-]?(?:CIs?|CrI|UI|HDI|(?:confidence"
    r"|credible|uncertainty) intervals?)"
    r"(?:\s?[(\[](?:CI|CrI|UI)[)\]])?(?:\s(?:of|from|was|ranging from|between))?"
    r"|CI(?:s?\s?\(?(?:80|90|95|99)\s?%\)?)?+)[\s,=:(\[]{0,5}"
    rf"[$€£]?(?P<low>{NUMBER})\s?%?\s?(?:[-–—−]|to|,|;|and|\.\.\.?)\s?[$€£]?(?P<high>{NUMBER})(?:\s?%)?"
)
_BARE_INTERVAL = re.compile(
    rf"\s[(\[](?P<low>{NUMBER})\s?(?:[-–—]|to|[,;](?=\s|[-−–]?[0-9]*\.))\s?(?P<high>{NUMBER})[)\]]"
)

_ESTIMATES = frozenset(("percentage", "duration", "statistic", "mean", "money", "proportion"))
_WORDS = re.compile(r"(?:\s[\w'’/-]+){1,10}?\s[(\[]")
_NEAR = 80


def signed(place: Place) -> Decimal:
    """The value, negative if a minus sign stands in front that is no hyphen."""
    text, start, _, number = place
    at = number.start - 1
    if number.is_word or at < start or text[at] not in "-−–":
        return number.value
    is_minus = at == start or text[at - 1].isspace() or text[at - 1] in "(=<>[≈~,"
    return number.value.copy_negate() if is_minus else number.value


def percent(text: str, at: int, end: int) -> tuple[str | None, int]:
    found = PERCENT.match(text, at, end)
    return (None, at) if found is None else (found["unit"], found.end())


def timed(place: Place, draft: Draft) -> Draft:
    """The draft with a unit of time, or the noun behind, as its unit."""
    text, _, end, _ = place
    if draft.unit is not None:
        return draft
    found = TIME.match(text, draft.end, end)
    if found is not None:
        return draft._replace(unit=found["unit"], end=found.end())
    found = PHYSICAL.match(text, draft.end, end)
    return draft if found is None else draft._replace(unit=found["unit"], end=found.end())


def with_interval(place: Place, draft: Draft, at: int | None = None) -> Draft:
    """The draft with the ends of the confidence interval that begins there, or behind it."""
    text, _, end, _ = place
    at = draft.end if at is None else at
    found = INTERVAL.match(text, at, end)
    if found is None and draft.kind == "statistic":
        found = _BARE_INTERVAL.match(text, at, end)
    if found is None:
        return draft
    low, high = decimal_of(found["low"]), decimal_of(found["high"])
    stop, words = found.end(), found[0]
    opened = words.count("(") + words.count("[") - words.count(")") - words.count("]")
    while opened > 0 and text[stop : stop + 1] in (")", "]"):
        stop, opened = stop + 1, opened - 1
    return draft._replace(low=low, high=high, end=stop)


def with_intervals(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts, where an interval in brackets joins its estimate: `4.1 points lower (95% CI 2.2 to 6.0)`."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        is_interval = draft.kind == "statistic" and draft.value is None and draft.low is not None
        if last is not None and is_interval and _is_estimate(text, last, draft):
            end = _closed(text, last.start, draft.end)
            kept[-1] = last._replace(low=draft.low, high=draft.high, end=end, said=last.end)
        else:
            kept.append(draft)
    return kept


def _is_estimate(text: str, draft: Draft, interval: Draft) -> bool:
    """Whether the interval stands in brackets behind the clause of this number."""
    if draft.value is None or draft.low is not None or draft.kind not in _ESTIMATES:
        return False
    return interval.start - draft.end <= _NEAR and _WORDS.fullmatch(text, draft.end, interval.start) is not None


def _closed(text: str, start: int, end: int) -> int:
    """The end of the text, with the bracket that closes the one opened in it."""
    return (
        end + 1
        if text[end : end + 1] in (")", "]") and text.count("(", start, end) > text.count(")", start, end)
        else end
    )
