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
_BOUND = re.compile(
    "|".join(rf"(?P<{name}>(?:(?<!\w)(?:{words})))" for name, words in BOUNDS.items()).join(("(?:", r")\s*\Z")),
    re.IGNORECASE,
)
_BOUND_SIGNS = frozenset("<>=≤≥≦≧⩽⩾~∼≈±")
_LAST_WORDS = [
    words.replace(r"\.?", "").replace(r"\.", ".").split()[-1] for words in "|".join(BOUNDS.values()).split("|")
]
_BOUND_ENDS = frozenset([*_LAST_WORDS, *[f"({word}" for word in _LAST_WORDS], "approx."])
_AFTER = re.compile(
    r"(?:\+(?!\w)|,? (?:or|and) (?:(?P<lower>more|older|over|above|longer|greater|higher|up)"
    r"|(?P<upper>less|fewer|younger|under|below|shorter|lower))\b)"
)
_NO_WORD = '()[]{}<>,;:!?"“”'
_MONTH_BEFORE = re.compile(rf"\b{MONTHS}\s\Z")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?\s(?:of )?{MONTHS}\b")
_SERIAL = re.compile(
    r"(?!(?:1[5-9]|20)[0-9]{2}-(?:1[5-9]|20)[0-9]{2}\b)[0-9]{4}-[0-9]{3}[0-9Xx]\b|\+?[0-9]+(?:[- ][0-9]{2,}){2,}"
    r"|(?![1-9][0-9]{0,2}(?:\.[0-9]{3}){2}(?:,[0-9]{1,2})?(?![0-9]|[.,][0-9]))[0-9]+(?:[./:][0-9]+){2,}"
    r"|[0-9]+\s?[-–—]\s?[0-9]+ of [0-9,]+"
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


def modifier_before(text: str, at: int, start: int) -> tuple[str | None, int]:
    """The modifier that ends there and where it begins; (None, at) without one.

    Examples:
        >>> modifier_before("in more than 30 towns", 13, 0)
        ('lower_bound', 3)
    """
    begin = max(start, at - _WINDOW)
    window = text[begin:at].rstrip()
    if not window or (window[-1] not in _BOUND_SIGNS and window.rsplit(None, 1)[-1].lower() not in _BOUND_ENDS):
        return None, at
    found = _BOUND.search(text[begin:at])
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


def skipped_to(text: str, start: int, end: int) -> int:
    """Where a run ends that begins there and is no number: an address, a DOI, an ISSN, a date; `start` if none does."""
    tail = text[start : min(end, start + _LONGEST_RUN)].split(None, 1)[0]
    is_first = start == 0 or text[start - 1].isspace()
    run = tail if is_first else text[max(0, start - _LONGEST_RUN) : start].rsplit(None, 1)[-1] + tail
    is_address = "@" in run or run.startswith("www.")
    if is_address or ("/" in run and ("10." in run or "www" in run or "://" in run or "doi" in run.lower())):
        return start + len(tail)
    serial = _SERIAL.match(text, start, end)
    return serial.end() if serial is not None else start


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
    if number.is_word or not number.is_whole:
        return False
    after = text[number.end : number.end + 1]
    before = text[max(start, number.start - 60) : number.start]
    opened = _OPENED.search(before)
    if opened is not None and _CITED.match(text, number.start - len(before) + opened.start(), end) is not None:
        return True
    if after == ")" and number.value < 100 and before.rfind("(") <= before.rfind(")"):
        return _MARKED.search(before) is not None
    return after in (".", ")") and not before.strip() and (number.end + 1 == end or text[number.end + 1].isspace())


def is_date(text: str, number: Number, start: int, end: int) -> bool:
    """Whether the number is the day or the year of a date with a month."""
    if number.is_word or not number.is_whole:
        return False
    before = text[max(start, number.start - 12) : number.start]
    if _MONTH_BEFORE.search(before) is not None and (number.value <= 31 or is_year(number)):
        return True
    return number.value <= 31 and _MONTH_AFTER.match(text, number.end, end) is not None


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
