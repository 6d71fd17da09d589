"""What stands in front of a number: a modifier that belongs to it, or a name that the number is part of.

In: a text, the number, the sentence's start and end. Out: a modifier with its place, or a verdict. Only a short
stretch before the number is read.
"""

import re
from decimal import Decimal

from coprod.text._words import word_set
from coprod.text.quantities._numbers import Number
from coprod.text.quantities._vocabulary import BOUNDS, LABELS, MONTHS, STOPS

_WINDOW = 40
_LONGEST_RUN = 200
_BOUND_SIGNS = frozenset("<>=≤≥≦≧⩽⩾~∼≈±")
_AFTER = re.compile(
    r"(?:\+(?!\w)|,? (?:or|and) (?:(?P<lower>more|older|over|above|longer|greater|higher|up)"
    r"|(?P<upper>less|fewer|younger|under|below|shorter|lower))\b)"
)
_NO_WORD = '()[]{}<>,;:!?"“”'
_MONTH_BEFORE = re.compile(rf"\b{MONTHS}\s\Z")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?\s(?:of )?{MONTHS}\b")
_SERIAL = re.compile(
    r"(?=\+?[0-9]++(?:[-./: ][0-9]|\s?[-–—]))"
    r"(?:(?!(?:1[5-9]|20)[0-9]{2}-(?:1[5-9]|20)[0-9]{2}\b)[0-9]{4}-[0-9]{3}[0-9Xx]\b|\+?[0-9]+(?:[- ][0-9]{2,}){2,}"
    r"|(?![1-9][0-9]{0,2}(?:\.[0-9]{3}){2}(?:,[0-9]{1,2})?(?![0-9]|[.,][0-9]))[0-9]+(?:[./:][0-9]+){2,}"
    r"|[0-9]+\s?[-–—]\s?[0-9]+ of [0-9,]+)"
)
_CITED = re.compile(r"[\[(][0-9]{1,3}(?:[\s,;–-]+[0-9]{1,3})*[\])]")
_OPENED = re.compile(r"[\[(][0-9\s,;–-]*\Z")
_HEADINGS = word_set(
    "methods method results result background objective objectives conclusion conclusions findings design setting"
    " settings participants purpose aim aims introduction discussion interpretation abstract measurements"
)
"""Labels of sections, behind which a sentence may begin."""

_NO_NAME_ENDINGS = ("ing", "ed", "ly", "s", "men", "people", "children")
_LEADING = word_set("age median mean average total maximum minimum drawn exactly")
"""Words that begin a sentence in front of a number without being a name."""

_JOINED = frozenset(("and", "or", "&"))
_NAMED_LIST = re.compile(r"(?<!\w)(?P<name>[^\W\d_]{3,20})\s[0-9]{1,3}(?:,\s[0-9]{1,3}){0,5},?\s(?:and|or|&)\s\Z")
_MARKED = re.compile(r"(?:\A|[\s(,;:])\Z")
FIRST_YEAR, LAST_YEAR = 1500, 2100


def _bounds_by_end() -> dict[str, re.Pattern[str]]:
    """The bounds that end with a word, with or without a bracket before it, or with a sign."""
    ending: dict[str, dict[str, list[str]]] = {}
    for name, given in BOUNDS.items():
        for words in given.split("|"):
            last = words.replace(r"\.?", "").replace(r"\.", ".").split()[-1]
            end = last[-1] if last[-1] in _BOUND_SIGNS else last
            ending.setdefault(end, {}).setdefault(name, []).append(words)
    found: dict[str, re.Pattern[str]] = {}
    for end, named in ending.items():
        groups = "|".join(rf"(?P<{name}>{'|'.join(words)})" for name, words in named.items())
        found[end] = found[f"({end}"] = re.compile(rf"(?<!\w)(?:{groups})\s*\Z", re.IGNORECASE)
    found["approx."] = found["approx"]
    return found


_BOUND = _bounds_by_end()
_LONGEST_BOUND = max(map(len, "|".join(BOUNDS.values()).split("|")))


def modifier_before(text: str, at: int, start: int) -> tuple[str | None, int]:
    """The modifier that ends there and where it begins; (None, at) without one.

    Examples:
        >>> modifier_before("in more than 30 towns", 13, 0)
        ('lower_bound', 3)
    """
    begin = max(start, at - _WINDOW)
    window = text[begin:at].rstrip()
    if not window:
        return None, at
    bound = _BOUND.get(window[-1] if window[-1] in _BOUND_SIGNS else window.rsplit(None, 1)[-1].lower())
    if bound is None:
        return None, at
    begin = max(begin, begin + len(window) - _LONGEST_BOUND - 1)
    found = bound.search(text[begin:at])
    if found is None or found.lastgroup is None:
        return None, at
    return found.lastgroup, begin + found.start()


def modifier_after(text: str, at: int, end: int) -> tuple[str | None, int]:
    """The modifier that begins there, such as `or more`, and where it ends; (None, at) without one."""
    found = _AFTER.match(text, at, end)
    if found is None:
        return None, at
    return ("upper_bound" if found["upper"] else "lower_bound"), found.end()


def is_year(number: Number) -> bool:
    """Whether the number may be a year: four digits and nothing else."""
    return number.end - number.start == 4 and not number.is_word and FIRST_YEAR <= number.value <= LAST_YEAR


def skipped_to(text: str, start: int, end: int, behind: int) -> int:
    """Where a run ends that begins there and is no number: an address, a DOI, an ISSN, a date; `start` if none does.

    A number up to `behind` with white space on both sides is no part of an address.
    """
    is_first = start == 0 or text[start - 1].isspace()
    if not is_first or not text[behind : behind + 1].isspace():
        tail = text[start : min(end, start + _LONGEST_RUN)].split(None, 1)[0]
        before = "" if is_first else text[max(0, start - _LONGEST_RUN) : start].rsplit(None, 1)[-1]
        if _is_address(before + tail):
            return start + len(tail)
    serial = _SERIAL.match(text, start, end)
    return serial.end() if serial is not None else start


def _is_address(run: str) -> bool:
    """Whether a run of characters without white space is an address or a DOI."""
    if "@" in run or run.startswith("www."):
        return True
    return "/" in run and ("10." in run or "www" in run or "://" in run or "doi" in run.lower())


def is_attached(text: str, number: Number, start: int) -> bool:
    """Whether the number is the tail of a word or of another number: `COVID-19`, `H1N1`, `24/7`."""
    if number.start == start:
        return False
    before = text[number.start - 1]
    if before.isalnum() or before in "_#@§^\\":
        return True
    if before not in "-–‐‑−/.:'’,·" or number.start - 1 == start:
        return False
    earlier = text[number.start - 2]
    return earlier.isalnum() or (before == "." and earlier == ".")


def is_marker(text: str, number: Number, start: int, end: int) -> bool:
    """Whether the number only numbers an item, or a reference: `1) `, `(2)`, `[12, 14]`, `1. ` at the start."""
    if number.is_word:
        return False
    after = text[number.end : number.end + 1]
    before = text[max(start, number.start - 60) : number.start]
    opened = _OPENED.search(before)
    if (opened is None and after not in (".", ")")) or not number.is_whole:
        return False
    if opened is not None and _CITED.match(text, number.start - len(before) + opened.start(), end) is not None:
        return True
    if after == ")" and number.value < 100 and before.rfind("(") <= before.rfind(")"):
        return _MARKED.search(before) is not None
    return after in (".", ")") and not before.strip() and (number.end + 1 == end or text[number.end + 1].isspace())


def is_date(text: str, number: Number, start: int, end: int) -> bool:
    """Whether the number is the day or the year of a date with a month."""
    if number.is_word:
        return False
    is_day = number.value <= 31
    before = text[max(start, number.start - 12) : number.start]
    if (is_day and _MONTH_AFTER.match(text, number.end, end) is not None) or (
        _MONTH_BEFORE.search(before) is not None and (is_day or is_year(number))
    ):
        return number.is_whole
    return False


def word_before(text: str, at: int, start: int) -> str:
    """The word directly in front, parted by white space only; "" without one."""
    begin = max(start, at - _WINDOW)
    if at <= begin or not text[at - 1].isspace():
        return ""
    words = text[begin:at].rsplit(None, 1)
    if not words or words[-1][-1] in _NO_WORD:
        return ""
    return words[-1].lstrip(_NO_WORD).rstrip(".")


def is_named(text: str, number: Number, start: int) -> bool:
    """Whether the number is part of a name: `type 2`, `Table 3`, `Web 2.0`, `SDG 5`, `Big Five`."""
    word = word_before(text, number.start, start)
    if not word:
        return False
    lowered = word.lower()
    if number.is_word:
        is_title = text[number.start].isupper() and lowered not in _HEADINGS and word[-1] not in ".:"
        return is_title or (lowered in LABELS and number.value < 10 and not lowered.endswith("s"))
    if lowered in LABELS or (lowered in _JOINED and _is_label_of_list(text, number.start, start)):
        return True
    if not word[0].isupper() or lowered in STOPS or lowered in ("iqr", "range"):
        return False
    at_start = not text[start : number.start - 1].strip("\"'“‘([ ").removesuffix(word)
    if at_start and word[1:] == word[1:].lower():
        return not lowered.endswith(_NO_NAME_ENDINGS) and lowered not in _LEADING
    return True


def _is_label_of_list(text: str, at: int, start: int) -> bool:
    """Whether the numbers in front are those of names: `4` in `Chapters 3 and 4`."""
    found = _NAMED_LIST.search(text, max(start, at - _WINDOW), at)
    name = "" if found is None else found["name"].lower()
    return name in LABELS or name.removesuffix("s") in LABELS


def decade(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """The value in years, of decades and centuries.

    Examples:
        >>> decade(Decimal(2), "decades")
        (Decimal('20'), 'year')
    """
    lowered = unit.lower()
    if lowered.startswith("decade"):
        return value * 10, "year"
    if lowered.startswith("centur"):
        return value * 100, "year"
    return value, unit
