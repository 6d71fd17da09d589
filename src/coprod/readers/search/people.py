"""Names of people as result lists print them: several in a line, given names first.

In: a line such as `"A, B and C"`. Out: where each name stands in it, and `Name` objects. A name is split into given and
family name only with a basis; otherwise it stays a literal. Nothing raises; time is linear.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from coprod.models import Name
from coprod.readers.pages.names import name_on_page
from coprod.text._words import word_set
from coprod.text.names import is_et_al, parse_name

_JOINT: Final = re.compile(r"[,;•|]\s*(?:(?:and|&)\s+)?|\s(?:and|&|und|et)\s+(?!al\b)")
LEFT_OUT: Final = re.compile(r"(?<=[\w.])(?:\s?(?:…|\.\.\.)|\s(?:et al\.?|and others))$", re.IGNORECASE)
"""What stands behind the last name, without a comma, where names were left out."""

_END: Final = re.compile("[,;]| and ")
_SUFFIXES: Final = word_set("Jr Jr. Sr Sr. II III IV PhD Ph.D. MD M.D.")
_PARTICLES: Final = word_set(
    "af al bin da dal das de dei del della den der di do dos du e el ibn la las le los",
    "san ten ter van von y zu zum zur 't",
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’‐.·][^\W\d_]*)*")
_IDEOGRAPHS: Final = re.compile(r"[\u3400-\u9fff]{2,5}|[\uac00-\ud7a3]{2,5}")
"""A name in Chinese, Japanese or Korean, which has no space in it."""

_MOST_WORDS: Final = 7
_LONGEST: Final = 4000
"""Characters of a line of names."""

_NEAR: Final = 400
"""Characters around an "and" that are looked at: no name is longer."""

_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ][\w'’-]{0,30}"
_CITED: Final = re.compile(
    rf"[(;]\s{{0,2}}(?:see |e\.g\.,? )?({_CAPITAL}(?:\s{_CAPITAL}){{1,3}}),? "
    r"(?:et al\.?,? |(?:and|&) [^\W\d_][\w'’ -]{0,40}, )?(?:1[89]|20)[0-9]{2}"
)
"""A family name of several words, as a citation in the text shows it."""


def places_of(text: str) -> list[tuple[int, int]]:
    """Where the names of a line stand.

    Examples:
        >>> line = "Ann Smith, John Ray, Jr. and Ministry of Food and Health"
        >>> [line[start:end] for start, end in places_of(line)]
        ['Ann Smith', 'John Ray, Jr.', 'Ministry of Food and Health']
        >>> len(places_of("Ministry of Food and Health and Ann Smith"))
        2
    """
    places: list[tuple[int, int]] = []
    start = 0
    for joint in [*_JOINT.finditer(text), None]:
        end = joint.start() if joint is not None else len(text)
        if joint is not None and joint[0][0].isspace() and _is_in_group(text, start, joint):
            continue
        if text[start:end].strip() in _SUFFIXES and places:
            places[-1] = (places[-1][0], end)
        elif text[start:end].strip():
            places.append((start, end))
        start = joint.end() if joint is not None else end
    return places


def _is_in_group(text: str, start: int, joint: re.Match[str]) -> bool:
    """Whether an "and" stands in the name of a group: a word of organisations before it, or one word on a side."""
    before = text[max(start, joint.start() - _NEAR) : joint.start()]
    after = _END.split(text[joint.end() : joint.end() + _NEAR], maxsplit=1)[0]
    if before.strip() in _SUFFIXES or _looks_like_person(after):
        return False
    return is_group(before) or (is_group(after) and len(before.split()) < 2)


def is_group(text: str) -> bool:
    """Whether a word of the text is one of organisations.

    Examples:
        >>> is_group("Ministry of Food"), is_group("Ann Smith")
        (True, False)
    """
    return parse_name(f"{text.replace(',', ' ')}, Ann").family is None


def are_names(text: str) -> bool:
    """Whether a line looks like nothing but names, one of them at least of a person.

    Examples:
        >>> are_names("Anna Uster"), are_names("Who co-produces, and why?"), are_names("J. R. Smith, A. van der Berg")
        (True, False, True)
    """
    names = [text[start:end] for start, end in places_of(text)] if len(text) <= _LONGEST else []
    persons = [_looks_like_person(name) for name in names]
    if not any(persons):
        return False
    return all(persons) or all(
        person or is_group(name) or _IDEOGRAPHS.fullmatch(name.strip())
        for person, name in zip(persons, names, strict=True)
    )


def _looks_like_person(text: str) -> bool:
    if is_et_al(text) or text in ("…", "..."):
        return True
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS:
        return False
    capital = [word for word in words if word not in _PARTICLES and word.rstrip(",") not in _SUFFIXES]
    return (
        len(capital) >= 2
        and all(word[0].isupper() and _WORD.fullmatch(word.rstrip(",")) is not None for word in capital)
        and not is_group(text)
    )


def name_of(text: str, families: Iterable[str] = ()) -> Name:
    """The name; split as names on pages are, or if it ends in one of the family names that the page shows elsewhere.

    Examples:
        >>> name_of("Trui Steen").family, name_of("A. Paula Rodriguez Müller").family
        ('Steen', None)
        >>> name_of("Cesar Casiano Flores", ["Casiano Flores"]).family
        'Casiano Flores'
    """
    head, _, suffix = text.rpartition(" ")
    if suffix in _SUFFIXES and head:
        name = name_of(head.rstrip(" ,"), families)
        return attrs.evolve(name, literal=text, suffix=suffix if name.family is not None else None)
    name = name_on_page(text)
    if name.family is None:
        for family in families:
            if text.endswith(f" {family}") and not is_group(text):
                return attrs.evolve(name, family=family, given=text[: -len(family)].rstrip())
    return name


def cited_families(text: str) -> Iterator[str]:
    """Family names of several words that citations in a text show.

    Examples:
        >>> list(cited_families("It was not asked before (Casiano Flores, et al., 2021)."))
        ['Casiano Flores']
    """
    for found in _CITED.finditer(text):
        yield found[1]
