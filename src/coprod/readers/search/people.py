"""Names of people as result lists print them: several in a line, given names first.

In: a line such as `"A, B and C"`, or one name. Out: whether the line is nothing but names; `Name` objects. A name is
split into given and family name only with a basis; otherwise it stays a literal. Nothing raises; time is linear.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from coprod.models import Name
from coprod.readers.pages.names import name_on_page
from coprod.text.markup import without_entities
from coprod.text.name_characters import is_name_in_characters
from coprod.text.name_rows import NameRow, is_like_person, parted, without_suffixes
from coprod.text.names import parse_name

_LONGEST: Final = 4000
"""Characters of a line of names."""

_NO_NAMES: Final = NameRow((), ())

_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ][\w'’-]{0,30}"
_CITED: Final = re.compile(
    rf"[(;]\s{{0,2}}(?:see |e\.g\.,? )?({_CAPITAL}(?:\s{_CAPITAL}){{1,3}}),? "
    r"(?:et al\.?,? |(?:and|&) [^\W\d_][\w'’ -]{0,40}, )?(?:1[89]|20)[0-9]{2}"
)
"""A family name of several words, as a citation in the text shows it."""


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
    text = without_entities(text) if "&" in text else text
    row = parted(text) if len(text) <= _LONGEST else _NO_NAMES
    names = [text[start:end] for start, end in row.names]
    persons = [_is_person(name) for name in names]
    if not any(persons):
        return False
    return all(persons) or all(
        person or is_group(name) or (len(name) > 1 and is_name_in_characters(name))
        for person, name in zip(persons, names, strict=True)
    )


def _is_person(name: str) -> bool:
    """Whether a name is like that of a person; `Oslo, Norway` is not, though it may be one."""
    family, comma, given = without_suffixes(name)[0].partition(",")
    return is_like_person(name) and not is_group(name) and (not comma or len(family.split()) > 1 or "." in given)


def name_of(text: str, families: Iterable[str] = ()) -> Name:
    """The name; split as names on pages are, or if it ends in one of the family names that the page shows elsewhere.

    Examples:
        >>> name_of("Trui Steen").family, name_of("A. Paula Rodriguez Müller").family
        ('Steen', None)
        >>> name_of("Cesar Casiano Flores", ["Casiano Flores"]).family
        'Casiano Flores'
    """
    name = name_on_page(text)
    if name.family is None:
        bare, suffix = without_suffixes(text)
        for family in families:
            if bare.endswith(f" {family}") and not is_group(bare):
                return attrs.evolve(name, family=family, given=bare[: -len(family)].rstrip(), suffix=suffix)
    return name


def cited_families(text: str) -> Iterator[str]:
    """Family names of several words that citations in a text show.

    Examples:
        >>> list(cited_families("It was not asked before (Casiano Flores, et al., 2021)."))
        ['Casiano Flores']
    """
    for found in _CITED.finditer(text):
        yield found[1]
