"""The number of results that a page announces, held against the number found.

In: the texts in which a page announces results. Out: a `Count`, and what differs. Nothing raises.
"""

import re
from typing import Final, NamedTuple

from coprod.text._words import word_set

_NUMBER: Final = r"(?<![0-9.,])([0-9]{1,3}(?:[.,\u00a0\u202f ][0-9]{3}){1,4}(?![0-9])|[0-9]{1,9}(?![0-9]))"
_RANGE: Final = re.compile(
    rf"{_NUMBER}\s{{0,3}}[-‐‑–—−]\s{{0,3}}{_NUMBER}"
    rf"\s{{0,3}}(?:of|out of|von|de|sur)\s{{0,3}}(?:about |over )?{_NUMBER}",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(
    rf"(about |over |more than )?(?<![\w.,-]){_NUMBER}\+?\s{{1,3}}(?:search )?(?:results?|hits|items|articles)\b",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(_NUMBER)

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SOUGHT: Final = re.compile(r"\b(?:results?|hits|items|articles|matches)[: ]{1,2}(?:for|from|in|by)\b", re.IGNORECASE)
_OF_COUNTS: Final = word_set(
    "about all approximately article articles chapters content de displaying entries found hits in item items more",
    "most of on out over page pages papers per publications recent relevance relevant result results s search sec",
    "second seconds show showing shown sorted sort sur than the their these to top total used view viewing von",
)
"""Words of texts that say how many results there are."""

_PAGE: Final = 10
"""Results: hardly any site shows fewer on a page by itself."""


class Count(NamedTuple):
    """Which results a page says it shows, and of how many."""

    first: int | None
    last: int | None
    total: int

    def differs(self, found: int) -> str | None:
        """What is odd about so many results; None if nothing is.

        Examples:
            >>> Count(1, 10, 47).differs(10) is None, Count(None, None, 3).differs(2)
            (True, '3 results are announced on this page, and 2 were found')
        """
        if self.first is not None and self.last is not None:
            announced = self.last - self.first + 1
            return None if found == announced else _said(announced, found)
        if found > self.total or (self.total <= _PAGE and found != self.total):
            return _said(self.total, found)
        return None


def _said(announced: int, found: int) -> str:
    return f"{announced} results are announced on this page, and {found} were found"


def count_of(text: str) -> Count | None:
    """The count that a text announces; None if it announces none.

    Examples:
        >>> count_of("1 – 10 of 1,047"), count_of("About 12 results (0.1 sec)"), count_of("Results")
        (Count(first=1, last=10, total=1047), None, None)
        >>> count_of("3 Results").total
        3
    """
    found = _RANGE.search(text)
    if found is not None:
        first, last, total = map(_number, found.groups())
        return Count(first, last, total) if first <= last else None
    found = _TOTAL.search(text) or _ALONE.fullmatch(text.strip())
    if found is None or (found.re is _TOTAL and found[1]):
        return None
    return Count(None, None, _number(found[found.re.groups]))


def is_count(text: str) -> bool:
    """Whether a text says how many results there are, which are shown, and perhaps what was sought, and no more.

    Examples:
        >>> is_count("Showing 1 - 10 of 1,047 results"), is_count("12 Results for: trust in care")
        (True, True)
        >>> is_count("Showing 1 - 6 Trust in care")
        False
    """
    return _SOUGHT.search(text) is not None or all(word in _OF_COUNTS for word in _LETTERS.findall(text.lower()))


def _number(digits: str) -> int:
    return int("".join(letter for letter in digits if letter.isdecimal()))
