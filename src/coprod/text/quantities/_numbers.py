"""Numbers in digits and in English words.

In: a text and a place in it. Out: a `Number` that begins there, or None. What is too long to be a quantity is
none. Nothing raises.
"""

import re
from decimal import Context, Decimal
from typing import NamedTuple

from coprod.text._words import plain
from coprod.text.quantities._digits import digits_at

_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "dozen": Decimal(12),
    "bn": Decimal(10**9),
    "m": Decimal(10**6),
    "k": Decimal(1000),
}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_WORTH = {
    **{word: number for number, word in enumerate(_SMALL + _TEENS)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "a": 1,
}

_UNDER_TEN = f"(?:{'|'.join(_SMALL)})"
_UNDER_HUNDRED = f"(?:(?:{'|'.join(_TENS)})(?:[- ]{_UNDER_TEN}\\b)?|{'|'.join(_TEENS)}|{_UNDER_TEN})"
_UNDER_THOUSAND = f"(?:(?:{_UNDER_TEN}|a)[- ]hundred(?:(?: and)? {_UNDER_HUNDRED}\\b)?|{_UNDER_HUNDRED})"
_LARGE = f"(?:{_UNDER_THOUSAND}|a)[- ](?:thousand|million|billion|trillion)"
_WORDS = re.compile(
    rf"(?:{_LARGE}(?:(?:,| and)? {_UNDER_THOUSAND}\b)?|(?:a|{_UNDER_TEN}) dozen|{_UNDER_THOUSAND})\b", re.IGNORECASE
)
_RAISED = re.compile(r"(?:\^[({]?([-−–]?[0-9]{1,2})[)}]?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?![0-9])")
_SCALE = re.compile(r"[ \u00a0-](hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\s?[×x*]\s?10\s?\^?\s?(?P<power>[-−–⁻+]?[0-9]{1,2}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![0-9])"
    rf"|(?i:{_SCALE.pattern})"
)
_PART = re.compile(
    r"[- ](halves|half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?"
    r"|tenths?)\b",
    re.IGNORECASE,
)
SCALED = re.compile(
    r"(?:(?:an? )?(?P<part>half|quarter)(?:(?: of)? an?)?|a third of a) "
    r"(?P<scale>dozen|hundred|thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
"""`half a million`, `a quarter of a million`."""

_OF_SCALE = re.compile(r"(?: of)? an? (dozen|hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_AND_A_PART = re.compile(r"[- ]and[- ](?:a|one)[- ](half|quarter)\b(?!(?: of)? an? | dozen)", re.IGNORECASE)
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_CONTEXT = Context(prec=28)
_SHARES = Context(prec=6)
"""For shares: more digits than that of a third say nothing."""

_ONE = Decimal(1)


class Number(NamedTuple):
    """A number as it stands in a text."""

    start: int
    end: int
    value: Decimal
    is_word: bool
    is_part: bool = False
    """Whether it is a fraction in words, such as `two thirds`."""

    @property
    def is_whole(self) -> bool:
        """Whether it has no decimals."""
        return self.value == self.value.to_integral_value()


def number_at(text: str, start: int, end: int) -> Number | None:
    """The number that begins there, with its scale: `1,204`, `3.2 million`, `twenty-five`, `two thirds`.

    Examples:
        >>> number_at("3.2 million people", 0, 18)
        Number(start=0, end=11, value=Decimal('3200000'), is_word=False, is_part=False)
        >>> number_at("one hundred and five", 0, 20).value
        Decimal('105')
    """
    if text[start].isdigit() or text[start] in ".·":
        number = _in_digits(text, start, end)
    else:
        number = _in_words(text, start, end)
    if number is None or not text.startswith(("and", "And"), number.end + 1, end):
        return number
    return _and_a_part(text, number, end)


def _and_a_part(text: str, number: Number, end: int) -> Number:
    """The number with the part that is added in words: `two and a half million`."""
    found = None if number.is_part or not number.is_whole else _AND_A_PART.match(text, number.end, end)
    if found is None:
        return number
    value = number.value + share(_ONE, Decimal(_PARTS[plain(found[1])]))
    scale = _SCALE.match(text, found.end(), end)
    if scale is not None:
        value = _times(value, _SCALES[plain(scale[1])])
    return number._replace(end=found.end() if scale is None else scale.end(), value=value)


def _in_digits(text: str, start: int, end: int) -> Number | None:
    found = digits_at(text, start, end)
    if found is None:
        return None
    stop, value = found
    raised = _RAISED.match(text, stop, end) if text[start:stop] == "10" else None
    if raised is not None:
        return Number(start, raised.end(), _times(Decimal(1), _power(raised[1] or raised[2])), False)
    times = _TIMES.match(text, stop, end)
    if times is None:
        return Number(start, stop, value, False)
    scale = _SCALES[plain(times[2])] if times["power"] is None else _power(times["power"])
    return Number(start, times.end(), _times(value, scale), False)


def _in_words(text: str, start: int, end: int) -> Number | None:
    of_scale = SCALED.match(text, start, end) if text[start] in "AaHhQq" else None
    if of_scale is not None:
        value = share(_ONE, Decimal(_PARTS[plain(of_scale["part"] or "third")]))
        return Number(start, of_scale.end(), _times(value, _SCALES[plain(of_scale["scale"])]), True)
    found = _WORDS.match(text, start, end)
    if found is None:
        return None
    value = _worth(plain(found[0]))
    part = _PART.match(text, found.end(), end)
    if part is not None and value < 10:
        word = plain(part[1])
        below = _PARTS[word if word in _PARTS else word.removesuffix("s")]
        value = share(value, Decimal(below))
        whole = _OF_SCALE.match(text, part.end(), end)
        if whole is not None:
            return Number(start, whole.end(), _times(value, _SCALES[plain(whole[1])]), True)
        return Number(start, part.end(), value, True, True)
    scale = _SCALE.match(text, found.end(), end)
    if scale is not None:
        return Number(start, scale.end(), _times(value, _SCALES[plain(scale[1])]), True)
    return Number(start, found.end(), value, True)


def _worth(words: str) -> Decimal:
    """The value of a number in lower-case words."""
    total = current = 0
    for word in words.replace("-", " ").replace(",", " ").split():
        if word == "and":
            continue
        if word in ("hundred", "dozen"):
            current *= int(_SCALES[word])
        elif word in _SCALES:
            total, current = total + current * int(_SCALES[word]), 0
        else:
            current += _WORTH[word]
    return Decimal(total + current)


def share(part: Decimal, whole: Decimal) -> Decimal:
    """One number divided by another, in six digits, whatever the caller's decimal context is; 0 for a whole of 0.

    Examples:
        >>> share(Decimal(1), Decimal(3)), share(Decimal(61), Decimal(100))
        (Decimal('0.333333'), Decimal('0.61'))
    """
    return _SHARES.divide(part, whole) if whole else Decimal(0)


def _times(value: Decimal, scale: Decimal) -> Decimal:
    """The product without an exponent: 3200000, not 3.2E+6.

    Examples:
        >>> _times(Decimal("3.2"), Decimal(1000000))
        Decimal('3200000')
    """
    digits = format(_CONTEXT.multiply(value, scale), "f")
    return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)


def _power(exponent: str) -> Decimal:
    """Ten raised to a printed exponent."""
    return Decimal(f"1E{exponent.translate(_PLAIN_DIGITS)}")


def same_scale(text: str, first: Number, last: Number) -> Decimal:
    """The value of the first end of a range, in the scale that only the last one states: `2-3 million`."""
    scale = _SCALE.search(text, last.start, last.end)
    if scale is None or scale.end() != last.end or _SCALE.search(text, first.start, first.end) is not None:
        return first.value
    return _times(first.value, _SCALES[plain(scale[1])]) if first.value < 1000 else first.value


def scaled(value: Decimal, scale: str) -> Decimal:
    """The value in a scale that only amounts of money use: `3bn`, `5m`, `40k`."""
    return _times(value, _SCALES[plain(scale)])
