"""Names of persons and groups.

In: one value of an author field. Out: `Name` objects; the printed form is always kept.
A name is split only with a basis: a comma, or a family name with bare initials. Anything else,
and anything that holds a word of organisations, stays a literal. Nothing raises; time is linear.
"""

import re
from html.entities import html5
from itertools import pairwise
from typing import Any

from coprod.models import Name
from coprod.models._base import storing_twin
from coprod.text.name_characters import FIRST, names_in_characters
from coprod.text.name_words import (
    ALL_SUFFIXES,
    COUNTRIES,
    DEGREES,
    EDITOR_MARKS,
    GENERATIONS,
    GROUP_WORDS,
    NO_NAMES,
    NOT_IN_A_PERSON,
    PARTICLES,
    SUFFIXES,
)

_THIRD_PARTS = SUFFIXES | DEGREES | frozenset("V")
_NOT_A_PLAIN_PART = NOT_IN_A_PERSON | SUFFIXES | NO_NAMES

_INITIALS = re.compile(r"[^\W\d_](?:[.-]{0,2}[^\W\d_]){0,3}\.?")
_NOT_A_NAME = re.compile(r"[0-9{}@]|://")
_SEMICOLON = re.compile(";")
_ENTITY_END = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][0-9A-Za-z]{1,31})$")

_StoredName = storing_twin(Name)

_MOST_WORDS = 10
_LONGEST_NAME = 200
_LONGEST_ET_AL = 30
_ET_AL_STARTS = frozenset("eEaA&.…[( ")
_ET_AL = frozenset(("", "…", "et al", "et alii", "and others", "& others"))


def parse_name(text: str) -> Name:
    """The name, split where the text gives a basis for it.

    Args:
        text: One author, e.g. `"Wang, Huanming"`.

    Examples:
        >>> parse_name("van der Berg, J").to_dict()
        {'literal': 'van der Berg, J', 'family': 'van der Berg', 'given': 'J'}
        >>> parse_name("Ranola, R. F., Jr.").suffix
        'Jr.'
        >>> parse_name("Griffin DK").family
        'Griffin'
        >>> parse_name("A. Paula Rodriguez Müller").family is None
        True
    """
    literal = text.strip()
    name = plain_name(literal)
    if name is not None:
        return name
    family, comma, given = literal.partition(",")
    return _with_comma(literal, family.rstrip(), given.lstrip()) if comma else _without_comma(literal)


def plain_name(literal: str) -> Name | None:
    """A family name, a comma and at most three given names or initials, nothing of them special; None for other names.

    Examples:
        >>> plain_name("Kruijf, Johanna V.").given
        'Johanna V.'
        >>> plain_name("Smith, Jr.") is None, plain_name("World Bank, The") is None
        (True, True)
    """
    family, _comma, given = literal.partition(",")
    given = given.lstrip()
    if not family.isalpha() or family in _NOT_A_PLAIN_PART:
        return None
    if not given.isalpha() and (given.count(" ") > 2 or not given.replace(" ", "").replace(".", "").isalpha()):
        return None
    if not _NOT_A_PLAIN_PART.isdisjoint(given.split()) or (literal > FIRST and names_in_characters(literal)):
        return None
    name: Any = _StoredName(literal, family, given)
    name.__class__ = Name  # as `as_record` does; a call for each name is felt
    return name  # type: ignore[no-any-return]


def _with_comma(literal: str, family: str, given: str) -> Name:
    """A name with one comma or more, if it looks like a person's."""
    if not family or not given or len(literal) > _LONGEST_NAME or not _is_person(literal):
        return Name(literal=literal)
    given, comma, third = given.partition(",")
    if comma:
        return _of_three(literal, family, given.rstrip(), third.strip())
    if given in GENERATIONS:
        parts = _split_initials(family) or (family, None, None)
        return Name(literal=literal, family=parts[0], given=parts[1], suffix=given)
    family, given, suffix = _without_suffix(family, given)
    if is_et_al(given) or _are_several(family, given) or names_in_characters(literal):
        return Name(literal=literal)
    return Name(literal=literal, family=family, given=given, suffix=suffix)


def _is_person(literal: str) -> bool:
    """Whether nothing in the text speaks of a group, a number or an address."""
    words = literal.replace(",", " ").split()
    if len(words) > _MOST_WORDS or not NOT_IN_A_PERSON.isdisjoint(words):
        return False
    if _NOT_A_NAME.search(literal) is None:
        return True
    others = " ".join([word for word in words if word not in SUFFIXES])
    return _NOT_A_NAME.search(others) is None


def _of_three(literal: str, family: str, second: str, third: str) -> Name:
    """`Last, First, Jr.`, `Last, Jr., First`, `Last, First, Ed.`; a literal if it is none of them."""
    if second and (third in ALL_SUFFIXES or third in _THIRD_PARTS):
        return Name(literal=literal, family=family, given=second, suffix=third)
    if second and third in EDITOR_MARKS:
        return Name(literal=literal, family=family, given=second, role="editor")
    if second in SUFFIXES and third and "," not in third:
        return Name(literal=literal, family=family, given=third, suffix=second)
    if second and not third:
        family, given, suffix = _without_suffix(family, second)
        return Name(literal=literal, family=family, given=given, suffix=suffix)
    return Name(literal=literal)


def _without_suffix(family: str, given: str) -> tuple[str, str, str | None]:
    """Family, given and suffix of `Last, First Jr.` and `Last Jr., First`.

    Examples:
        >>> _without_suffix("Driggers III", "William B.")
        ('Driggers', 'William B.', 'III')
    """
    head, _, last = given.rpartition(" ")
    if head and last in SUFFIXES:
        return family, head.rstrip(), last
    head, _, last = family.rpartition(" ")
    if head and last in SUFFIXES:
        return head.rstrip(), given, last
    return family, given, None


def _are_several(family: str, given: str) -> bool:
    """Whether several names are run together: `Agrawal A, Gupta K`, `M., Nacheva P. Moeller G.`."""
    if family[-1:] == "." and all(_are_initials(word) for word in family.split()):
        return True
    if " " not in family and given.count(" ") < 3:
        return False
    words = given.split()
    ends = [word for before, word in pairwise(words) if _ends_name(before, word)]
    return len(ends) > 1 or (len(ends) == 1 and ends[0] == words[-1] and _split_initials(family) is not None)


def _ends_name(before: str, word: str) -> bool:
    """Whether a word is an initial behind a word that is neither initial nor particle."""
    return before not in PARTICLES and _are_initials(word) and not _are_initials(before)


def _without_comma(literal: str) -> Name:
    """A name without a comma: family name and bare initials, or a literal."""
    parts = _split_initials(literal)
    if parts is None:
        return Name(literal=literal)
    family, given, suffix = parts
    return Name(literal=literal, family=family, given=given, suffix=suffix)


def _split_initials(text: str) -> tuple[str, str, str | None] | None:
    """Family name, initials and suffix of `"Chamberlain JA Jr"`; None if it is not of that form.

    Examples:
        >>> _split_initials("de la Fuente R")
        ('de la Fuente', 'R', None)
        >>> _split_initials("J. R. Smith")
    """
    words = text.split(" ", _MOST_WORDS) if len(text) <= 100 else []
    suffix = words.pop() if len(words) > 2 and words[-1] in SUFFIXES else None
    first = len(words)
    while first > 1 and _are_initials(words[first - 1]):
        first -= 1
    initials = words[first:]
    if not initials or len(initials) > 4 or not _is_family(words[:first]) or initials[-1] in COUNTRIES:
        return None
    return " ".join(words[:first]), " ".join(initials), suffix


def _are_initials(word: str) -> bool:
    """Whether a word is one to four capitals, with or without full stops and hyphens."""
    return word.isupper() and len(word) <= 10 and _INITIALS.fullmatch(word) is not None


def _is_family(words: list[str]) -> bool:
    """Whether the words are a family name: at most two of them not particles, and written in mixed case."""
    names = [word for word in words if word not in PARTICLES]
    if not 0 < len(names) <= 2 or not NOT_IN_A_PERSON.isdisjoint(words):
        return False
    return all(_is_family_word(name) for name in names)


def _is_family_word(word: str) -> bool:
    """`O'Connor`, `Pérez-de`, `Wu`; not `J`, `ACM`, `A.` or `COVID-19`."""
    if len(word) < 2 or not word[0].isupper() or word.isupper():
        return False
    return word.isalpha() or word.replace("-", "").replace("'", "").replace("’", "").replace("‐", "").isalpha()


def split_names(text: str) -> tuple[str, ...]:
    """The names that one value holds, as printed; mostly one.

    Examples:
        >>> split_names("Elliot, T; Almenar, JB; Rugani, B")
        ('Elliot, T', 'Almenar, JB', 'Rugani, B')
        >>> split_names("Wessels, K and Mathieu, R")
        ('Wessels, K', 'Mathieu, R')
        >>> split_names("Department of Health and Human Services")
        ('Department of Health and Human Services',)
        >>> split_names("李明, 王伟"), split_names("李, 明")
        (('李明', '王伟'), ('李, 明',))
    """
    if text > FIRST and (names := names_in_characters(text)):
        return names
    if ";" not in text and " and" not in text and text.count(",") < 2 and " & " not in text:
        return (text,)
    if ";" not in text:
        return _split_by_and(text)
    parts = _split_by_semicolon(text)
    return tuple([name for part in parts for name in _split_by_and(part)]) or (text,)


def _split_by_semicolon(text: str) -> list[str]:
    """The parts between semicolons, but not at the end of an entity (`M&uuml;ller`)."""
    if "&" not in text:
        return [part.strip() for part in text.split(";") if part.strip()]
    cuts = [found.start() for found in _SEMICOLON.finditer(text) if not _ends_entity(text, found.start())]
    parts = [text[start + 1 : end] for start, end in zip([-1, *cuts], [*cuts, len(text)], strict=True)]
    return [part.strip() for part in parts if part.strip()]


def _ends_entity(text: str, end: int) -> bool:
    """Whether the semicolon at this place closes an entity."""
    found = _ENTITY_END.search(text[max(0, end - 34) : end])
    return found is not None and (found[1][0] == "#" or found[1] + ";" in html5)


def _split_by_and(text: str) -> tuple[str, ...]:
    """The parts between `and`, where each is a split name; then the parts between commas."""
    if " and" not in text and " & " not in text:
        return _split_by_comma(text)
    cleaned = _without_trailing_and(text)
    parts = [part.strip(" ,") for part in cleaned.replace(" & ", " and ").split(" and ")]
    if len(parts) > 1:
        pairs = _pairs([piece.strip() for part in parts for piece in part.split(",")])
        if pairs:
            return pairs
        names = [name for part in parts for name in _split_by_comma(part)]
        return tuple(names) if all(_has_basis(name) for name in names) else (cleaned,)
    return _split_by_comma(cleaned)


def _without_trailing_and(text: str) -> str:
    """The text without an `and` at its end.

    Examples:
        >>> _without_trailing_and("Adhikari, B. and")
        'Adhikari, B.'
    """
    stripped = text.rstrip()
    return stripped[:-4].rstrip() if stripped.endswith(" and") else text


def _has_basis(text: str) -> bool:
    """Whether the text is a name that can be split."""
    return parse_name(text).family is not None


def _split_by_comma(text: str) -> tuple[str, ...]:
    """The parts between commas, where each is initials and a family name, or the other way round."""
    if text.count(",") < 2:
        return (text,)
    parts = [part.strip() for part in text.rstrip(" ,").split(",")]
    if len(parts) < 3 or not all(_is_whole_name(part) for part in parts):
        return _pairs(parts) or (text,)
    return tuple(parts)


def _pairs(parts: list[str]) -> tuple[str, ...]:
    """The names in parts that are family name and initials in turn, two or more of them; `()` for other parts.

    Examples:
        >>> _pairs(["Smith", "J. A.", "van der Berg", "K."])
        ('Smith, J. A.', 'van der Berg, K.')
        >>> _pairs(["Smith", "J.", "PhD", "MD"])
        ()
    """
    if len(parts) < 4 or len(parts) % 2 or not _THIRD_PARTS.isdisjoint(parts):
        return ()
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    if not all(_is_family(family.split()) and _all_initials(given) for family, given in pairs):
        return ()
    return tuple([f"{family}, {given}" for family, given in pairs])


def _all_initials(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 4 and all(_are_initials(word) for word in words)


def may_be_several(text: str) -> bool:
    """Whether a value that is kept as one name may hold several: words like names between commas or `and`.

    Examples:
        >>> may_be_several("John Smith, Ann Jones, Bob Ray"), may_be_several("John Smith and Ann Jones")
        (True, True)
        >>> may_be_several("Food and Agriculture Organization"), may_be_several("Smith, John")
        (False, False)
    """
    if (text.count(",") < 2 and " and " not in text and " & " not in text) or len(text) > _LONGEST_NAMES:
        return False
    parts = [part.strip() for part in text.replace(" & ", ",").replace(" and ", ",").split(",") if part.strip()]
    words = [part.split() for part in parts]
    if not _THIRD_PARTS.isdisjoint(parts) or not GROUP_WORDS.isdisjoint([word for part in words for word in part]):
        return False
    if not all(_is_like_a_name(part) for part in words):
        return False
    return all(len(part) > 1 for part in words) if len(words) == 2 else len(words) > 2


_LONGEST_NAMES = 2000


def _is_like_a_name(words: list[str]) -> bool:
    """Whether words may be a name, or a part of one: each has a capital letter in front, or is a particle."""
    named = [word for word in words if word not in PARTICLES]
    return 0 < len(named) <= 4 and all(word[0].isupper() and _NOT_A_NAME.search(word) is None for word in named)


def _is_whole_name(text: str) -> bool:
    """`I Plastinina`, `J. R. Smith`, `Wang HM`: a family name with initials on either side."""
    if " " not in text or len(text) > 100:
        return False
    if _split_initials(text) is not None:
        return True
    words = text.split()
    first = 0
    while first < len(words) and _are_initials(words[first]):
        first += 1
    return 0 < first <= 4 and _is_family(words[first:])


def is_et_al(text: str) -> bool:
    """Whether the text stands for names that were left out.

    Examples:
        >>> is_et_al("et al."), is_et_al("..."), is_et_al("Etal, A.")
        (True, True, False)
    """
    if text[:1] not in _ET_AL_STARTS or len(text) > _LONGEST_ET_AL:
        return False
    words = " ".join(text.lower().strip(" \t[]()").replace(".", " ").replace(",", " ").split())
    return words in _ET_AL and (bool(words) or "." in text)
