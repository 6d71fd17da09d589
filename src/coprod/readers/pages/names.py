"""Names of persons as pages print them: given name first, in a row with commas and "and".

In: the text of one name, or of a row of names. Out: `Name`s, each with its place in the text. A name is split only
with a basis: what `coprod.text.names` knows, or two words that are no initials and no words of organisations. Nothing
raises; time is linear.
"""

import re
from typing import Final, NamedTuple

import attrs

from coprod.models import Name
from coprod.text._words import word_set
from coprod.text.name_rows import is_plain_name, parted, without_suffixes
from coprod.text.names import parse_name

_WORD: Final = re.compile(r"[^\W\d_]{2,}(?:[-'’‐][^\W\d_]+){0,3}")
_TITLES: Final = word_set("dame dr lady lord madam miss mr mrs ms mx prof professor rev reverend sir")
"""What stands before a name, in small letters, and is no given name."""

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
        >>> name_on_page("Ting Zhao, PhD").suffix
        'PhD'
    """
    given, _, family = text.partition(" ")
    if is_plain_name(given, family):
        return Name(literal=text, family=family, given=given)
    bare, suffix = without_suffixes(text.strip())
    name = _bare_name(bare)
    if suffix is None:
        return name
    return attrs.evolve(name, literal=text.strip(), suffix=suffix) if name.family is not None else parse_name(text)


def _bare_name(text: str) -> Name:
    """The name without suffixes, split where there is a basis for it."""
    name = parse_name(text)
    if name.family is not None:
        return name
    given, _, family = name.literal.partition(" ")
    if given.rstrip(".").casefold() in _TITLES:
        return name
    if not _is_whole_word(given) or not _is_whole_word(family):
        return name
    if parse_name(f"{family}, {given}").family != family:
        return name
    return Name(literal=name.literal, family=family, given=given)


def _is_whole_word(word: str) -> bool:
    """Whether a word is the whole of a given or a family name, and no initials."""
    if _WORD.fullmatch(word) is None or not word[0].isupper():
        return False
    return not (word.isupper() and len(word) <= _LONGEST_INITIALS)


def names_in(text: str) -> Row:
    """The names of a row such as `"A. Baker, Ana Costa and Mia Dahl"`, or `"Baker, A.; Costa, Ana"`.

    Examples:
        >>> row = names_in("T. Adler, J. Brandt, et al.")
        >>> [found.name.literal for found in row.names], row.et_al
        (['T. Adler', 'J. Brandt'], (21, 27))
        >>> [found.name.family for found in names_in("Adler, T., Brandt, J., & Costa, A. B.").names]
        ['Adler', 'Brandt', 'Costa']
    """
    row = parted(text)
    found = [Found(name_on_page(text[start:end]), start, end) for start, end in row.names]
    return Row(tuple(found), row.left_out[0] if row.left_out else None)
