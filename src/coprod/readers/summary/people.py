"""Names on summary pages: rows of them, and those in the first words.

In: the text of a line, or a passage. Out: names with their places. A row is nothing but names; a name that stands in a
sentence is taken only behind words such as "conducted by".
"""

import functools
import re
from typing import Final

import attrs

from coprod.models import Name
from coprod.readers.pages.blocks import Passage
from coprod.readers.pages.names import Found, Row, names_in
from coprod.text.name_rows import is_like_person, without_suffixes
from coprod.text.name_words import PARTICLES

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE: Final = rf"(?:{'|'.join(map(re.escape, sorted(PARTICLES, reverse=True)))})"
_INITIAL: Final = re.compile(rf"(?:^|[\s.-]){_CAPITAL}\.")
_CONDUCTED: Final = re.compile(
    r"\b(?:conducted|carried out|led|written|authored|undertaken|performed|done) by "
    r"(?:(?:researchers|authors|scholars|scientists) )?"
)
_WORDS_OF_NAMES: Final = re.compile(
    rf"(?:(?:{_CAPITAL}\.(?:-?{_CAPITAL}\.){{0,3}}|{_CAPITAL}[^\s,.;:()]*|and|{_PARTICLE}|et al\.?)"
    r"(?:,\s|\s|(?=[,.;:()])|$)){1,60}"
)
_SURNAME: Final = re.compile(rf"(?:{_PARTICLE}\s){{0,3}}{_CAPITAL}[^\W\d_]+(?:[-'’‐\s]{_CAPITAL}[^\W\d_]+){{0,2}}")
AND_OTHERS: Final = re.compile(r"(?:(?:his|her|their) )?(?:colleagues|co-?authors|others|co-?workers|team)\b")
_JOINT: Final = re.compile(r"[^\w\s'’‐-]|\b(?:and|et|und)\b", re.IGNORECASE)
"""A line without any of these has one name at most, and no initials."""

_LONGEST_ROW: Final = 2000
_INITIALS: Final = re.compile(rf"(?:{_CAPITAL}\.[ -]?){{1,4}}\s?")


@functools.lru_cache(maxsize=64)
def row_of(text: str) -> Row | None:
    """The names of a line that is nothing but names: several, or one with initials or "et al.".

    Examples:
        >>> row_of("Ana Costa, Mia Dahl +2 more").et_al
        (20, 27)
        >>> row_of("Ana Costa, Who pays?") is None
        True
    """
    if len(text) > _LONGEST_ROW or _JOINT.search(text) is None or not _has_capitals(text):
        return None
    row = names_in(text)
    if not row.names or not all(_is_person(found.name.literal) for found in row.names):
        return None
    if len(row.names) > 1 or row.et_al is not None or _INITIAL.search(text):
        return row
    return None


def _has_capitals(text: str) -> bool:
    """Whether so many words of a line have a capital as those of a row of names: each name has two."""
    words = text.split()
    return 3 * sum(word[0].isupper() for word in words) >= len(words)


def _is_person(literal: str) -> bool:
    name, _suffix = without_suffixes(literal)
    return "," not in name and is_like_person(name)


def are_persons(row: Row, *, surnames: bool = False) -> bool:
    """Whether all names of a row are of persons; those of a citation may be family names alone.

    Examples:
        >>> are_persons(names_in("Costa & van Dahl"), surnames=True), are_persons(names_in("Trust rose"))
        (True, False)
    """
    return all(
        found.name.family is not None
        or _is_person(found.name.literal)
        or (surnames and _SURNAME.fullmatch(found.name.literal) is not None)
        for found in row.names
    )


def names_in_prose(text: Passage) -> list[tuple[Found, Passage]]:
    """The names in "conducted by A, B, and C", each with the passage that its places count from."""
    opening = _CONDUCTED.search(text.text)
    words = _WORDS_OF_NAMES.match(text.text, opening.end()) if opening is not None else None
    if words is None:
        return []
    row = text.part(words.start(), words.end()).stripped(",")
    if row.text.endswith(" and"):
        row = row.part(0, len(row.text) - 4).stripped(",")
    found = names_in(row.text)
    if found.et_al is not None or not all(_is_person(name.name.literal) for name in found.names):
        return []
    return [(name, row) for name in found.names]


def are_short_forms(short: list[Name], full: list[Name]) -> bool:
    """Whether the short names are the first of the full ones."""
    if len(short) > len(full):
        return False
    pairs = zip(short, full, strict=False)
    return all(_family(one) == _family(other) and _initial(one) == _initial(other) for one, other in pairs)


def _family(name: Name) -> str:
    return (name.family or name.literal).split()[-1]


def _initial(name: Name) -> str:
    return (name.given or name.literal)[0]


def split_as_in(name: Name, short: list[Name]) -> Name:
    """The name, split where a short form shows which words are the family name."""
    for other in short if name.family is None else ():
        initials = _INITIALS.match(other.literal)
        family = other.literal[initials.end() :] if initials is not None else ""
        if family and name.literal.endswith(f" {family}") and name.literal[0] == other.literal[0]:
            return attrs.evolve(name, family=family, given=name.literal[: -len(family) - 1])
    return name
