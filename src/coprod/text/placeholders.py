"""Texts that stand where a value is missing.

In: a stripped value. Out: whether it states nothing. `NA` of a data frame, `null` of a program, `[No abstract
available]` of a database. Nothing raises; a look-up in a set.
"""

from typing import Final

from coprod.text.dates import NO_VALUES

_MISSING: Final = (
    "abstract",
    "abstracts",
    "author",
    "author name",
    "author names",
    "authors",
    "journal",
    "keywords",
    "summary",
    "title",
)
_GIVEN: Final = ("available", "found", "given", "listed", "named", "provided", "specified", "supplied")
_IN_BRACKETS: Final = ("no author", "no authors", "no title", "not applicable", *[f"not {how}" for how in _GIVEN])
"""Phrases that may be a title where they stand without brackets."""


def _phrases() -> frozenset[str]:
    """Phrases in small letters, with a capital and in capitals, in brackets and with a full stop."""
    plain = [f"no {what} {how}" for what in _MISSING for how in _GIVEN]
    plain += [f"{what} not {how}" for what in _MISSING for how in _GIVEN]
    plain.append("no abstract")
    cased = [form for text in plain for form in _in_cases(text)]
    bracketed = [form for text in (*plain, *_IN_BRACKETS) for form in _in_cases(text)]
    return frozenset([*cased, *[text + "." for text in cased], *[f"[{text}]" for text in bracketed]])


def _in_cases(text: str) -> tuple[str, ...]:
    return text, text.capitalize(), text.title(), text.upper()


_NO_PERSON: Final = frozenset(f"{word}, {word}" for word in ("N/A", "NA", "None", "none", "NULL", "null", "undefined"))
"""What programs write for a person of whom they know neither name."""

PLACEHOLDERS: Final = (NO_VALUES - {"", "Na", "Nan"}) | _phrases() | _NO_PERSON
"""Values that state nothing. `Na` and `Nan` are names, of persons and of sodium."""

LONGEST_PLACEHOLDER: Final = max(map(len, PLACEHOLDERS))


def states_nothing(text: str) -> bool:
    """Whether a text only says that there is none.

    Examples:
        >>> states_nothing("[No abstract available]"), states_nothing("NA"), states_nothing("No title is needed")
        (True, True, False)
    """
    return len(text) <= LONGEST_PLACEHOLDER and text in PLACEHOLDERS
