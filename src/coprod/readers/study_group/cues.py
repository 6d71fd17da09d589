"""Words and phrases that say what a sentence tells of.

In: a text. Out: its words, and where phrases stand in it. The words of a sentence are looked up once and remembered, so
that nothing costly is tried on a sentence that has none of its words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from coprod.text._words import plain

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8)
def words_in(text: str) -> frozenset[str]:
    """The words of a text, in lower case; a sentence is asked for them many times in a row.

    Examples:
        >>> sorted(words_in("Co-chairs met in 2014."))
        ['chairs', 'co', 'in', 'met']
    """
    return frozenset(_WORD.findall(plain(text)))


def has_any(text: str, words: frozenset[str]) -> bool:
    """Whether one of the words stands in a text.

    Examples:
        >>> has_any("We met twice.", frozenset(("met", "meets"))), has_any("It is metal.", frozenset(("met",)))
        (True, False)
    """
    return not words.isdisjoint(words_in(text))


class Phrases:
    """Phrases that are looked for as whole words, without regard to case.

    Args:
        phrases: The phrases, with semicolons between them.

    Attributes:
        first: The first words of the phrases, of which one stands in every text that has a phrase.

    Examples:
        >>> held = Phrases("was; were; took place")
        >>> held.search("The meeting took place.")[0], held.search("It takes place.")
        ('took place', None)
    """

    def __init__(self, phrases: str) -> None:
        said = [" ".join(phrase.split()) for phrase in phrases.split(";")]
        self.first: frozenset[str] = frozenset(_WORD.findall(phrase)[0] for phrase in said)
        longest_first = "|".join(map(re.escape, sorted(said, key=len, reverse=True)))
        self._pattern: re.Pattern[str] = re.compile(rf"\b(?:{longest_first})\b", re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """The first of them in a text."""
        return self._pattern.search(text) if has_any(text, self.first) else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand in a text, in its order."""
        return [found.span() for found in self._pattern.finditer(text)] if has_any(text, self.first) else []


def combined(first: Iterable[str], second: Iterable[str]) -> str:
    """The phrases that begin with one of the first words and end with one of the second.

    Examples:
        >>> combined(("is", "are"), ("to", "going"))
        'is to; is going; are to; are going'
    """
    return "; ".join(map(" ".join, product(first, second)))
