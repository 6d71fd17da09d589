"""Which of JF, JO, T2, JA, J2, J1, BT and C3 names the journal or book that a work is in.

In: the values of one record. Out: the container's title, its abbreviation, a subtitle, and what found no
place. T2 is the container; it is a subtitle only where JO and JF name one and the same other journal.
"""

import functools
import re
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"\w+")
_SKIPPED: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "der",
        "des",
        "die",
        "et",
        "for",
        "fur",
        "für",
        "in",
        "la",
        "le",
        "les",
        "of",
        "on",
        "the",
        "und",
        "von",
        "y",
    ]
)


class Titles(NamedTuple):
    """What the title tags of one record say of its container."""

    full: str | None
    short: str | None
    subtitle: str | None
    left: tuple[str, ...]
    """Tags whose value is none of these."""


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Words that count in the name of a journal.

    Examples:
        >>> _words("The Journal of Public & Nonprofit Affairs")
        ('journal', 'public', 'nonprofit', 'affairs')
    """
    words = [word.casefold() for word in _WORD.findall(text[:500])]
    return tuple(word for word in words if word not in _SKIPPED) or tuple(words)


def is_same(one: str, other: str) -> bool:
    """Whether two names differ in case, punctuation and small words at most.

    Examples:
        >>> is_same("Policy & Politics", "Policy and politics")
        True
    """
    return one == other or _words(one) == _words(other)


def is_abbreviation(short: str, full: str) -> bool:
    """Whether each word of `short` begins a word of `full`, in order, or `short` is made of its initials.

    Examples:
        >>> is_abbreviation("Int. J. Public Sect. Manag.", "International Journal of Public Sector Management")
        True
        >>> is_abbreviation("PNAS", "Proceedings of the National Academy of Sciences")
        True
        >>> is_abbreviation("Public Administration", "Public Management Review")
        False
    """
    abbreviated, words = _words(short), _words(full)
    if not abbreviated or len("".join(abbreviated)) >= len("".join(words)):
        return False
    if len(abbreviated) == 1 and abbreviated[0] == "".join(word[0] for word in words):
        return True
    rest = iter(words)
    begins = all(any(_begins(part, word) for word in rest) for part in abbreviated)
    return begins and _begins(abbreviated[0], words[0])


def _begins(part: str, word: str) -> bool:
    """A word's beginning, or a contraction of it such as `intl` or `dev't`.

    Examples:
        >>> _begins("intl", "international"), _begins("soc", "science")
        (True, False)
    """
    if word.startswith(part):
        return True
    if len(part) < 3 or part[0] != word[0] or part[-1] != word[-1]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in part)


def article(values: dict[str, str], *, subtitle_allowed: bool) -> Titles:
    """The journal of an article: JF, JO, T2, and what abbreviates them.

    Examples:
        >>> article({"T2": "A review", "JO": "Int. J. X", "JF": "International Journal of X"}, subtitle_allowed=True)
        Titles(full='International Journal of X', short='Int. J. X', subtitle='A review', left=())
    """
    full, short, left = _periodical(values)
    second = values.get("T2")
    if second is None:
        return Titles(full, short, None, left)
    if full is None or is_same(full, second):
        return Titles(full or second, short, None, left)
    if is_abbreviation(full, second):
        return Titles(second, short or full, None, left)
    if is_abbreviation(second, full):
        return Titles(full, short or second, None, left)
    named_twice = "JO" in values and "JF" in values and not left
    if named_twice and subtitle_allowed:
        return Titles(full, short, second, left)
    return Titles(full, short, None, (*left, "T2"))


def _periodical(values: dict[str, str]) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Full name, abbreviation and what is left of JF and JO."""
    full, other = values.get("JF"), values.get("JO")
    if full is None or other is None:
        return full or other, None, ()
    if is_same(full, other):
        return full, None, ()
    if is_abbreviation(full, other):
        return other, full, ()
    if is_abbreviation(other, full):
        return full, other, ()
    return full, None, ("JO",)


def part(values: dict[str, str], order: tuple[str, ...]) -> Titles:
    """The book or the proceedings that a work is in: the first tag of `order` that is there.

    Examples:
        >>> part({"T2": "Co-production handbook", "BT": "Co-production Handbook"}, ("T2", "BT", "JF", "JO"))
        Titles(full='Co-production handbook', short=None, subtitle=None, left=())
    """
    full: str | None = None
    short: str | None = None
    left: list[str] = []
    for tag in order:
        value = values.get(tag)
        if value is None:
            continue
        if full is None:
            full = value
        elif is_same(value, full):
            continue
        elif short is None and tag in ("JO", "JF") and is_abbreviation(value, full):
            short = value
        else:
            left.append(tag)
    return Titles(full, short, None, tuple(left))
