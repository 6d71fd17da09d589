"""Names of persons as pages print them: given name first, in a row with commas and "and".

In: the text of one name, or of a row of names. Out: `Name`s, each with its place in the text. A name is split only
with a basis: what `coprod.text.names` knows, or two words that are no initials and no words of organisations. Nothing
raises; time is linear.
"""

import re
from typing import Final, NamedTuple

import attrs

from coprod.models import Name
from coprod.text.names import is_et_al, parse_name

_WORD: Final = re.compile(r"[^\W\d_]{2,}(?:[-'’‐][^\W\d_]+){0,3}")
_JOINT: Final = re.compile(r"\s*(?:[,;]\s*(?:and\s|&\s|und\s|et\s(?!al\b))?|\s(?:and|&|und)\s)\s*")
_ET_AL: Final = re.compile(r"[,;\s]+(?:et al\.?|and others|…|\.\.\.)\s*$", re.IGNORECASE)
_LONGEST_INITIALS: Final = 3


class Found(NamedTuple):
    """A name, and where it stands."""

    name: Name
    start: int
    end: int


class Row(NamedTuple):
    """The names of a row."""

    names: tuple[Found, ...]
    et_al: tuple[int, int] | None
    """Where it says that names were left out; None: it does not."""


def name_on_page(text: str) -> Name:
    """The name, split where there is a basis for it.

    Examples:
        >>> name_on_page("Ting Zhao").family, name_on_page("Zhao, Ting").family
        ('Zhao', 'Zhao')
        >>> name_on_page("A. Paula Rodriguez Müller").family, name_on_page("Health Council").family
        (None, None)
    """
    name = parse_name(text)
    if name.family is not None:
        return name
    given, _, family = name.literal.partition(" ")
    if not _is_whole_word(given) or not _is_whole_word(family):
        return name
    if parse_name(f"{family}, {given}").family != family:
        return name
    return attrs.evolve(name, family=family, given=given)


def _is_whole_word(word: str) -> bool:
    """Whether a word is the whole of a given or a family name, and no initials."""
    if _WORD.fullmatch(word) is None or not word[0].isupper():
        return False
    return not (word.isupper() and len(word) <= _LONGEST_INITIALS)


def names_in(text: str) -> Row:
    """The names of a row such as `"A. Baker, Ana Costa and Mia Dahl"`.

    Examples:
        >>> row = names_in("T. Adler, J. Brandt, et al.")
        >>> [found.name.literal for found in row.names], row.et_al
        (['T. Adler', 'J. Brandt'], (21, 27))
    """
    mark = _ET_AL.search(text[-30:])
    end = len(text) if mark is None else len(text) - len(text[-30:]) + mark.start()
    found: list[Found] = []
    start = 0
    for joint in (*_JOINT.finditer(text, 0, end), None):
        stop = end if joint is None else joint.start()
        printed = text[start:stop].strip()
        if printed and not is_et_al(printed):
            first = start + len(text[start:stop]) - len(text[start:stop].lstrip())
            found.append(Found(name_on_page(printed), first, first + len(printed)))
        start = end if joint is None else joint.end()
    if mark is None:
        return Row(tuple(found), None)
    told = text[end:].strip(" ,;\t")
    return Row(tuple(found), (text.index(told, end), text.index(told, end) + len(told)))
