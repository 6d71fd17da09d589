"""Names on summary pages: rows of them, and those in the first words.

In: the text of a line, or a passage. Out: names with their places. A row is nothing but names; a name that stands in a
sentence is taken only behind words such as "conducted by".
"""

import re
from typing import Final

import attrs

from coprod.models import Name
from coprod.readers.pages.blocks import Passage
from coprod.readers.pages.names import Found, Row, names_in
from coprod.text.names import parse_name

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE: Final = r"(?:de|del|da|di|do|dos|van|von|der|den|la|le|el|al|bin|ibn|ter|zu)"
_WORD_OF_NAME: Final = re.compile(
    rf"{_CAPITAL}\.?(?:[ -]?{_CAPITAL}\.){{0,3}}|{_CAPITAL}[^\W\d_]*(?:[-'’‐][^\W\d_]+){{0,3}}\.?|{_PARTICLE}|[ey]"
)
_INITIAL: Final = re.compile(rf"(?:^|[\s.-]){_CAPITAL}\.")
_CONDUCTED: Final = re.compile(
    r"\b(?:conducted|carried out|led|written|authored|undertaken|performed|done) by "
    r"(?:(?:researchers|authors|scholars|scientists) )?"
)
_WORDS_OF_NAMES: Final = re.compile(
    rf"(?:(?:{_CAPITAL}\.(?:-?{_CAPITAL}\.){{0,3}}|{_CAPITAL}[^\s,.;:()]*|and|{_PARTICLE}|et al\.?)"
    r"(?:,\s|\s|(?=[,.;:()])|$)){1,60}"
)
AND_OTHERS: Final = re.compile(r"(?:(?:his|her|their) )?(?:colleagues|co-?authors|others|co-?workers|team)\b")
_MORE: Final = re.compile(
    r",?\s(\+\s?[0-9]{1,4} (?:more|others|authors)|and [0-9]{1,4} (?:more|others|co-?authors))\.?\Z"
)
_LONGEST_MORE: Final = 30
_INITIALS: Final = re.compile(rf"(?:{_CAPITAL}\.[ -]?){{1,4}}\s?")


def row_in(text: str) -> Row:
    """The names of a row; "+2 more" behind it says as much as "et al.".

    Examples:
        >>> row_in("Ana Costa, Mia Dahl +2 more").et_al
        (20, 27)
    """
    more = _MORE.search(text, max(0, len(text) - _LONGEST_MORE))
    if more is None:
        return names_in(text)
    return names_in(text[: more.start()])._replace(et_al=more.span(1))


def row_of(text: str) -> Row | None:
    """The names of a line that is nothing but names: several, or one with initials or "et al."."""
    row = row_in(text)
    if not row.names or len(text) > 2000 or not all(_is_person(found.name.literal) for found in row.names):
        return None
    if len(row.names) > 1 or row.et_al is not None or _INITIAL.search(text):
        return row
    return None


def _is_person(literal: str) -> bool:
    words = literal.split()
    if not 2 <= len(words) <= 6 or not all(_WORD_OF_NAME.fullmatch(word) for word in words):
        return False
    return parse_name(f"{words[-1]}, {' '.join(words[:-1])}").family is not None


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
