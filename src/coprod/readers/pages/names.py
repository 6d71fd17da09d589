"""Names of persons as pages print them: given name first, in a row with commas and "and".

In: the text of one name, or of a row of names. Out: `Name`s, each with its place in the text. A name is split only
with a basis: what `coprod.text.names` knows, or two words that are no initials and no words of organisations. Nothing
raises; time is linear.
"""

import re
from typing import Final, NamedTuple

from coprod.models import Name
from coprod.text._words import word_set
from coprod.text.names import is_et_al, parse_name

_WORD: Final = re.compile(r"[^\W\d_]{2,}(?:[-'’‐][^\W\d_]+){0,3}")
_JOINT: Final = re.compile(r"(?:(?<!\s)\s++)?+(?:[,;]\s*+(?:and\s|&\s|und\s|et\s(?!al\b))?|(?<=\s)(?:and|&|und)\s)\s*+")
_ET_AL: Final = re.compile(
    r"(?:(?<![,;\s])[,;\s]++(?:et al\.?|and others)|(?:(?<![,;\s])[,;\s]++)?+(?:…|(?<!\.)\.\.\.))\s*+$", re.IGNORECASE
)
_SEMICOLON: Final = re.compile(r"(?:(?<!\s)\s++)?+;\s*+(?:(?:and|&)\s\s*+)?+")
_ONLY_INITIALS: Final = re.compile(r"(?:[^\W\d_a-z]\.[ -]?){1,5}")
_TITLES: Final = word_set("dame dr lady lord madam miss mr mrs ms mx prof professor rev reverend sir")
"""What stands before a name, in small letters, and is no given name."""

_LONGEST_INITIALS: Final = 3
_LONGEST_MARK: Final = 30


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
    mark = _ET_AL.search(text, max(0, len(text) - _LONGEST_MARK))
    end = len(text) if mark is None else mark.start()
    ranges = _ranges(text, end, _SEMICOLON if ";" in text else _JOINT)
    if any(" " not in text[start:stop] for start, stop in ranges) and len(ranges) > 1:
        ranges = _paired(text, ranges) or ranges
    printed = [(text[start:stop], start, stop) for start, stop in ranges]
    found = tuple(Found(name_on_page(name), start, stop) for name, start, stop in printed if not is_et_al(name))
    if mark is None:
        return Row(found, None)
    told = text[end:].strip(" ,;\t")
    at = text.index(told, end)
    return Row(found, (at, at + len(told)))


def _ranges(text: str, end: int, joint: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the parts between the joints stand, without white space around them."""
    joints = [(found.start(), found.end()) for found in joint.finditer(text, 0, end)]
    starts = [0, *[stop for _start, stop in joints]]
    stops = [*[start for start, _stop in joints], end]
    ranges = []
    for start, stop in zip(starts, stops, strict=True):
        part = text[start:stop]
        first = start + len(part) - len(part.lstrip())
        if part.strip():
            ranges.append((first, first + len(part.strip())))
    return ranges


def _paired(text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges two by two, where each second one is initials; none if it is not so."""
    families, initials = ranges[::2], ranges[1::2]
    if len(families) != len(initials) or not all(_ONLY_INITIALS.fullmatch(text, *place) for place in initials):
        return []
    return [(first[0], last[1]) for first, last in zip(families, initials, strict=True)]
