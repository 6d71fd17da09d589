"""Words, numbers and years that stand once in a file, so that each can be found again wherever it went.

In: a random generator. Out: `Mark`s, and a way to find known marks in any text. A word is a `z` and five other
letters or digits; nothing else that the laboratory writes has a `z` in it. A number has six digits, a year four.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import NamedTuple

OUTSIDE = -1
"""The record of a mark that belongs to none: a header, a footer, a remark between records."""

_LETTERS = "abcdefghijklmnopqrstuvwxy"
_MARK = re.compile(r"z[0-9a-y]{5}|\d{4}-\d{3}[\dX]|(?<!\d)\d{6}(?!\d)|(?<!\d)[12]\d{3}(?!\d)", re.IGNORECASE)


class Mark(NamedTuple):
    """Where a mark belongs."""

    record: int
    """Number of its record; `OUTSIDE` for what an edit wrote between records."""

    value: int
    """Number of its value: marks of one value stand together."""


Marks = dict[str, Mark]


def known_marks(text: str, known: Mapping[str, Mark]) -> Iterator[str]:
    """The marks in a text, in order.

    Examples:
        >>> list(known_marks("About Zqafik and zother in 1951", {"zqafik": Mark(0, 0), "1951": Mark(0, 1)}))
        ['zqafik', '1951']
    """
    for found in _MARK.findall(text):
        mark = found.lower()
        if mark in known:
            yield mark


class Marker:
    """Makes marks and remembers where they belong.

    Attributes:
        marks: All marks made so far.
        record: The record that is being written.
        value: The value that is being written.
    """

    def __init__(self, random: Random, marks: Mapping[str, Mark] | None = None) -> None:
        self.random = random
        self.marks: Marks = dict(marks or {})
        self.record = 0
        self.value = 0

    def word(self) -> str:
        """A word of letters and digits, such as `zq7f3k`."""
        return self._new(lambda: "z" + "".join(self.random.choices(_LETTERS + "0123456789", k=5)))

    def name(self) -> str:
        """A word of letters alone, with a capital, such as `Zqafik`."""
        return self._new(lambda: "z" + "".join(self.random.choices(_LETTERS, k=5))).capitalize()

    def number(self) -> str:
        """Six digits, rising from mark to mark, so that a last page stands behind the first."""
        return self._new(lambda: str(100_000 + len(self.marks) * 16 + self.random.randrange(16)))

    def year(self) -> str:
        """A year from 1000 to 2999."""
        return self._new(lambda: str(self.random.randrange(1000, 3000)))

    def issn(self) -> str:
        """An ISSN with a right check digit, neither half of which looks like a year."""
        return self._new(self._issn)

    def _issn(self) -> str:
        digits = f"{self.random.randrange(3000, 10000)}{self.random.randrange(300, 1000)}"
        check = -sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True)) % 11
        return f"{digits[:4]}-{digits[4:]}{'x' if check == 10 else check}"

    def _new(self, make: Callable[[], str]) -> str:
        while (mark := make()) in self.marks:
            pass
        self.marks[mark] = Mark(self.record, self.value)
        return mark
