"""How numbers are printed in digits: `1,204.5` as in English, `1.204,5` as in most of Europe.

In: a text and a place where digits begin. Out: where the number ends, and its value; None for digits that a comma or
a point parts from others without making one number of them, such as `1,2,3`. A number is never cut.
"""

import re
from decimal import Decimal

from coprod.text.quantities._people import is_population
from coprod.text.quantities._units import PHYSICAL, TIME
from coprod.text.quantities._vocabulary import LABELS, MONTHS

NUMBER = (
    r"[-−–]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}+(?![0-9])(?:[.·][0-9]{1,9}+)?+|0,[0-9]{1,9}+"
    r"|[0-9]{1,9}+(?:[.·][0-9]{1,9}+|,[0-9]{1,2}+(?![0-9])|)|[.·][0-9]{1,9}+)"
)
"""A number in an interval or behind a sign, where no word of a list stands."""

_LONGEST = 24
_DIGITS = re.compile(
    r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?"
    r"|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})++(?![0-9,.]*[0-9])"
    r"|[0-9]++(?:[.·][0-9]++)?|[.·][0-9]++)"
)
_ALONE = r"(?![0-9]|[.,][0-9])"
_EUROPEAN = re.compile(
    rf"(?:[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}}){{1,4}}+,[0-9]{{1,2}}+|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}}){{2}}+"
    rf"|0,[0-9]{{1,12}}+|(?P<listed>(?!(?:1[5-9]|20)[0-9]{{2}},)[0-9]{{1,9}}+,[0-9]{{1,2}}+)){_ALONE}"
)
"""A decimal comma, or two points of thousands; `listed` may be two numbers of a list as well."""

_GOES_ON = re.compile(rf"(?:,\s|,?\s(?:and|or|&)\s|\s?[-‐‑–—−]\s?)(?P<next>[0-9]{{1,9}}+){_ALONE}")
"""What goes on with a list of whole numbers: `1,2 and 3`, `1,2-4`."""

_DAYS = re.compile(rf"(?:\s?[-–]\s?[0-9]{{1,2}})?\s{MONTHS}\b")
_NAMES = re.compile(r"[-‐‑](?=[^\W\d_])")
_FOLD = re.compile(r"[-‐‑](?:fold|point)")
_LAST_WORD = re.compile(r"[^\W\d_]{3,20}\s\Z")
_SIZE = re.compile(r"(?<![^\W_])[nN]\s?=\s?\Z")
"""In front of the size of a sample, which has no decimals."""

_SIGNS = str.maketrans("−–·", "--.")


def digits_at(text: str, start: int, end: int) -> tuple[int, Decimal] | None:
    """Where the number in digits ends that begins there, and its value.

    Examples:
        >>> digits_at("1,204 firms", 0, 11), digits_at("2,5 points", 0, 10), digits_at("1.250.000,5", 0, 11)
        ((5, Decimal('1204')), (3, Decimal('2.5')), (11, Decimal('1250000.5')))
        >>> digits_at("1,2 and 3", 0, 9), digits_at("1,2,3", 0, 5)
        (None, None)
    """
    found = _DIGITS.match(text, start, end)
    if found is None:
        return None
    first = found.end()
    is_parted = text[first : first + 1] in (",", ".") and text[first + 1 : min(first + 2, end)].isdigit()
    stop = _parted(text, start, first, end) if is_parted else first
    return None if stop is None or stop - start > _LONGEST else (stop, decimal_of(text[start:stop]))


def _parted(text: str, start: int, stop: int, end: int) -> int | None:
    """Where a number ends whose first digits a comma or a point parts from others."""
    found = _EUROPEAN.match(text, start, end)
    if found is None:
        return stop if text[stop] == "," and "." in text[start:stop] else None
    is_list = found["listed"] is not None and _is_list(text, start, found.end(), end)
    return None if is_list else found.end()


def _is_list(text: str, start: int, stop: int, end: int) -> bool:
    """Whether `2,5` there is, or may be, two numbers of a list, or a part of a name."""
    if text[start - 1 : start] in ("(", "[") and text[stop : stop + 1] in (")", "]"):
        return True
    if _NAMES.match(text, stop, end) is not None:
        return all(unit.match(text, stop, end) is None for unit in (_FOLD, TIME, PHYSICAL))
    before = text[max(0, start - 24) : start]
    following = _GOES_ON.match(text, stop, end)
    if following is not None and int(following["next"]) > int(text[start:stop].partition(",")[2]):
        return not before.lower().endswith("between ")
    if _DAYS.match(text, stop, end) is not None or _SIZE.search(before) is not None:
        return True
    word = _LAST_WORD.search(before)
    name = "" if word is None else word[0].strip().lower()
    return is_population(name) or name in LABELS or name.removesuffix("s") in LABELS


def decimal_of(printed: str) -> Decimal:
    """The value of a number as printed, with an English or a European comma.

    Examples:
        >>> decimal_of("1,204"), decimal_of("−0,25"), decimal_of("12.500,75"), decimal_of(".5")
        (Decimal('1204'), Decimal('-0.25'), Decimal('12500.75'), Decimal('0.5'))
    """
    first, point, last = printed.partition(".")
    if first.isdigit() and (last.isdigit() or not point):
        return Decimal(printed)
    plain = "".join(printed.split()).translate(_SIGNS)
    whole, comma, rest = plain.rpartition(",")
    if comma and "." not in rest and (len(rest) != 3 or whole in ("0", "-0")):
        return Decimal(f"{whole.replace('.', '')}.{rest}")
    return Decimal(plain.replace(".", "") if plain.count(".") > 1 else plain.replace(",", ""))
