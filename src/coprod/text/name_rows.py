"""Rows of names: several persons and groups in one line, parted.

In: a text that is nothing but names, given name first (`Ann Lee, Bo Ek and Cy Ray`) or family name first
(`Lee, A., Ek, B.`; `Lee, Ann; Ek, Bo`). Out: where each name stands, with the suffixes and degrees behind it, and
where the row says that names were left out. An "and" or a comma inside the name of a group parts nothing. Where a row
may be read in two ways, it is parted at its marks, and nothing is lost. Nothing raises; time is linear.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from coprod.text._words import word_set
from coprod.text.mojibake import encoded_once
from coprod.text.name_characters import are_names_in_row, is_name_in_characters
from coprod.text.name_words import ALL_SUFFIXES, COUNTRIES, GROUP_WORDS, LINK_WORDS, NO_NAMES, PARTICLES

Place = tuple[int, int]
"""Where something begins and ends in a text."""


class NameRow(NamedTuple):
    """The names of a row."""

    names: tuple[Place, ...]
    """Where each name stands, in order."""

    left_out: tuple[Place, ...]
    """Where the row says that there are more."""


class _Piece(NamedTuple):
    """What stands between two joints."""

    start: int
    stop: int
    """Where it ends without the suffixes behind it."""

    end: int
    mark: str
    """The comma or another mark in front of it; "" for none."""

    conjunction: int | None
    """Where the "and" in front of it begins."""


_AND: Final = r"(?:and|AND|&|und|UND|(?:et|ET)(?!\s++(?i:al)\b))\s++"
_JOINT: Final = re.compile(rf"([,，、;；•|])\s*+({_AND})?+|(?<=\s)(?:([·●])\s++|({_AND}))")
_BETWEEN_PARTS: Final = ";；"
"""Marks of rows in which a comma stands inside a name."""

_BREAK: Final = "|"
_BETWEEN_NAMES: Final = _BETWEEN_PARTS + _BREAK + "•·●"

_COUNTED: Final = r"(?:other|more|further)?\s{0,2}(?:others|more|authors?|co-?authors?|colleagues|contributors|persons)"
_MARK_ALONE: Final = re.compile(
    r"[\[(]?(?:(?i:et\.?\s{1,3}al(?:ii)?\.?)|(?:and )?others|…|\.{3,4}|al\.?|u\. ?a\.|andere|weitere|autres)[\])]?"
    r"|\+\s?[0-9]{1,4}|(?:other |their |his |her )?(?:co-?authors|colleagues|co-?workers)"
    rf"|(?:\+\s?)?[0-9]{{1,4}}\s{{1,2}}(?i:{_COUNTED})"
)
_MARK_BEHIND: Final = re.compile(
    r"(?<=[^\s,;])(?:\s?(?:…|\.\.\.|\[…\]|\[\.\.\.\])|\s[\[(]?(?i:et\.?\s?al(?:ii)?\.?)[\])]?"
    rf"|\s\+\s?[0-9]{{1,4}}(?:\s{{1,2}}(?i:{_COUNTED}))?)$"
)
_LAST: Final = ("others", "more", "many more", "many others")
"""What says so behind an "and" only."""

_PLAIN: Final = re.compile(r"([^\W\d_]{2,30}) ([^\W\d_]{2,30})(?:, | and |$)")
_LONGEST_MARK: Final = 40

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’‐.·][^\W\d_]*)*")
_INITIALS: Final = re.compile(r"(?:[^\W\d_a-z]\.[ -]?){1,5}|[^\W\d_a-z]{1,4}")
_NO_INITIALS: Final = re.compile(r"[a-z.]|III")
"""What a suffix has that cannot be initials."""

_OF_GROUPS: Final = GROUP_WORDS | (LINK_WORDS - {"and", "&"})
_FIELDS: Final = word_set(
    "affairs business care climate communities consumer control cultural culture digital economic education energy",
    "equality evaluation excellence families finance food foreign health home housing human industrial industry",
    "innovation justice labor labour local media mental nutrition population prevention quality regional rural safety",
    "security services skills social sport sports strategy tourism trade transport urban water women works youth",
)
"""What offices are for, in small letters: `Social Care` is no person behind `Department of Health and`."""

_HEADS: Final = word_set(
    "agency association bureau center centre college commission committee council department faculty federation",
    "foundation hospital institute ministry office organisation organization school society the union university",
)
"""How the name of another group begins, in small letters."""

_SPECIAL: Final = (
    _OF_GROUPS
    | ALL_SUFFIXES
    | NO_NAMES
    | word_set("Dame Dr Lady Lord Madam Miss Mr Mrs Ms Mx Prof Professor Rev Reverend Sir")
    | {word.capitalize() for word in (*_FIELDS, *_HEADS, *PARTICLES, *_LAST)}
)
"""Words that are more than a part of a name, as they begin one."""

_FOOTNOTES: Final = "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§,"
_LAST_WORD: Final = re.compile(r"(?:,\s{0,3}|\s{1,3})([^\s,]{1,10})$")
_MOST_GIVEN: Final = 3
_MOST_WORDS: Final = 7
_NEAR: Final = 400
"""Characters of a name that are looked at: none is longer."""

_MOST_FIELDS: Final = 6
"""Commas in the name of a group."""


def parted(text: str) -> NameRow:
    """The names of a row, and where it says that more were left out.

    Examples:
        >>> def names(text):
        ...     return [text[start:end] for start, end in parted(text).names]
        >>> names("Ann Lee, PhD, Bo Ek, MD and the Ministry of Food and Health")
        ['Ann Lee, PhD', 'Bo Ek, MD', 'the Ministry of Food and Health']
        >>> names("Lee, A., Ek, B., & van der Ray, C."), names("Lee, Ann; Ek, Bo")
        (['Lee, A.', 'Ek, B.', 'van der Ray, C.'], ['Lee, Ann', 'Ek, Bo'])
        >>> parted("Ann Lee • Bo Ek, and 3 others")
        NameRow(names=((0, 7), (10, 15)), left_out=((17, 29),))
    """
    plain = _plain_row(text)
    if plain is not None:
        return NameRow(plain, ())
    left_out: list[Place] = []
    segments: list[list[_Piece]] = [[]]
    is_inverted = False
    for piece in _pieces(text, left_out):
        if piece.mark and piece.mark in _BETWEEN_NAMES and segments[-1]:
            segments.append([])
            is_inverted = is_inverted or piece.mark in _BETWEEN_PARTS
        _append(text, segments[-1], piece)
    names = [place for one in segments if one for place in _names(text, one, is_inverted=is_inverted)]
    return NameRow(tuple(names), tuple(left_out))


def _plain_row(text: str) -> tuple[Place, ...] | None:
    """The names of a row like most: two words each, nothing of them special; None for other rows."""
    places: list[Place] = []
    at = 0
    while at < len(text):
        found = _PLAIN.match(text, at)
        if found is None or not is_plain_name(found[1], found[2]):
            return None
        places.append((at, found.end(2)))
        at = found.end()
    return tuple(places)


def is_plain_name(given: str, family: str) -> bool:
    """Whether two words are a given and a family name, and can be nothing else.

    Examples:
        >>> is_plain_name("Ann", "Lee"), is_plain_name("Health", "Council"), is_plain_name("Li", "PhD")
        (True, False, False)
    """
    if len(given) < 2 or len(family) < 2 or not (given.istitle() and family.istitle()):
        return False
    return given.isalpha() and family.isalpha() and given not in _SPECIAL and family not in _SPECIAL


def _pieces(text: str, left_out: list[Place]) -> list[_Piece]:
    """What stands between the joints; what says that names were left out goes to the other list."""
    pieces: list[_Piece] = []
    mark, conjunction, start = "", None, 0
    for joint in [*_JOINT.finditer(text), None]:
        end = joint.start() if joint is not None else len(text)
        part = text[start:end]
        first, last = end - len(part.lstrip()), start + len(part.rstrip())
        is_cut = False
        if first < last:
            stop = _without_mark(text, first, last, conjunction, left_out)
            last, is_cut = stop, stop < last
        if first < last:
            pieces.append(_Piece(first, last, last, mark, conjunction))
        if joint is not None:
            if is_cut or (first == end and mark == _BREAK):
                mark = _BREAK
            else:
                mark = joint[1] or joint[3] or (mark if first == end else "")
            group = 2 if joint[2] is not None else 4
            conjunction = joint.start(group) if joint[group] is not None else None
            start = joint.end()
    return pieces


def _without_mark(text: str, start: int, end: int, conjunction: int | None, left_out: list[Place]) -> int:
    """Where the piece ends in front of what says that names were left out."""
    if end - start <= _LONGEST_MARK and _is_mark(text[start:end], is_last=conjunction is not None):
        left_out.append((start if conjunction is None else conjunction, end))
        return start
    behind = _MARK_BEHIND.search(text, max(start, end - _LONGEST_MARK), end)
    if behind is None or behind.start() <= start:
        return end
    left_out.append((end - len(behind[0].lstrip()), end))
    return behind.start()


def _is_mark(text: str, *, is_last: bool) -> bool:
    return _MARK_ALONE.fullmatch(text) is not None or (is_last and text.lower() in _LAST)


def _append(text: str, segment: list[_Piece], piece: _Piece) -> None:
    """Adds a piece; a suffix goes to the piece in front of it."""
    before = segment[-1] if segment else None
    if before is not None and piece.conjunction is None and _is_suffix_of(text, before, piece):
        segment[-1] = before._replace(end=piece.end)
    else:
        segment.append(piece)


def _is_suffix_of(text: str, before: _Piece, piece: _Piece) -> bool:
    words = _core(text, piece).split(None, _MOST_WORDS)
    if not ALL_SUFFIXES.issuperset(words):
        return False
    return all(_NO_INITIALS.search(word) for word in words) or len(_own_words(_core(text, before))) > 1


def _core(text: str, piece: _Piece) -> str:
    return text[piece.start : min(piece.stop, piece.start + _NEAR)]


def _own_words(name: str) -> list[str]:
    """The words of a name without its particles."""
    return [word for word in name.split() if word not in PARTICLES]


def _names(text: str, segment: list[_Piece], *, is_inverted: bool) -> list[Place]:
    """The names between two marks that always part names."""
    pieces = [_core(text, piece) for piece in segment]
    if all(map(is_name_in_characters, pieces)):
        is_row = any(piece.mark == "、" for piece in segment[1:]) or are_names_in_row(pieces)
        return _places(segment) if is_row else _spans(segment, 2)
    if _are_pairs(segment, pieces):
        return _spans(segment, 2)
    if is_inverted:
        return _inverted(segment, pieces)
    if len(segment) > 2 and _is_pair(segment, pieces) and all(map(is_like_person, pieces[2:])):
        return [*_spans(segment[:2], 2), *_places(segment[2:])]
    return _in_order(segment, pieces)


def _places(segment: list[_Piece]) -> list[Place]:
    return [(piece.start, piece.end) for piece in segment]


def _spans(segment: list[_Piece], size: int) -> list[Place]:
    """Where so many pieces at a time stand."""
    starts, ends = segment[::size], [*segment[size - 1 : -1 : size], segment[-1]]
    return [(first.start, last.end) for first, last in zip(starts, ends, strict=True)]


def _are_pairs(segment: list[_Piece], pieces: list[str]) -> bool:
    """Whether the pieces are family and given names in turn.

    One pair needs no more. Several in whole words need an "and" in front of a family name, or a given name of more
    words than one: `Kant, Hegel, Marx, Engels` are four.
    """
    if len(pieces) % 2 or not all(_is_pair(segment, pieces, at) for at in range(0, len(pieces), 2)):
        return False
    given = pieces[1::2]
    return (
        len(given) == 1
        or any(piece.conjunction is not None for piece in segment)
        or all(map(_are_initials, given))
        or any(" " in name for name in given)
    )


def _is_pair(segment: list[_Piece], pieces: list[str], at: int = 0) -> bool:
    """Whether a piece and the next are a family name and what belongs to it."""
    family, given = pieces[at], pieces[at + 1]
    if segment[at + 1].conjunction is not None or segment[at + 1].mark not in ",，" or is_of_group(family):
        return False
    own = _own_words(family)
    if not 0 < len(own) <= _MOST_WORDS or not all(word[0].isupper() for word in own) or _are_initials(family):
        return False
    if _are_initials(given):
        return ("." in given or len(own) == 1) and given not in COUNTRIES
    words = given.split(None, _MOST_GIVEN)
    if len(own) > 1 or len(words) > _MOST_GIVEN or not all(map(_is_word_of_name, words)) or is_of_group(given):
        return False
    return not words[0].isupper() and (len(words) == 1 or not family.isupper())


def _are_initials(text: str) -> bool:
    return len(text) <= _LONGEST_MARK and _INITIALS.fullmatch(text) is not None


def _is_word_of_name(word: str) -> bool:
    letters = encoded_once(word)
    return letters[0].isupper() and _WORD.fullmatch(letters) is not None


def _inverted(segment: list[_Piece], pieces: list[str]) -> list[Place]:
    """The names between two semicolons: commas are inside them, an "and" may part two."""
    cuts = [0, *[at for at in range(1, len(segment)) if _parts_inverted(segment, pieces, at)], len(segment)]
    places: list[Place] = []
    for start, end in pairwise(cuts):
        name, texts = segment[start:end], pieces[start:end]
        if len(name) > 2 and all(map(is_like_person, texts)):
            places += _places(name)
        else:
            places += _spans(name, 2 if _are_pairs(name, texts) else len(name))
    return places


def _parts_inverted(segment: list[_Piece], pieces: list[str], at: int) -> bool:
    """Whether the "and" in front of a piece stands between two names, with or without commas in them."""
    if segment[at].conjunction is None or is_of_group(pieces[at - 1]):
        return False
    return is_like_person(pieces[at]) or (at + 1 < len(pieces) and _is_pair(segment, pieces, at))


def _in_order(segment: list[_Piece], pieces: list[str]) -> list[Place]:
    """The names of pieces that are one each, but for those of groups."""
    places: list[Place] = []
    at = 0
    while at < len(segment):
        first, is_group = at, is_of_group(pieces[at])
        while (after := _within_group(segment, pieces, at, is_group=is_group, is_first=at == first)) > at:
            at, is_group = after, True
        places.append((segment[first].start, segment[at].end))
        at += 1
    return places


def _within_group(segment: list[_Piece], pieces: list[str], at: int, *, is_group: bool, is_first: bool) -> int:
    """The last piece up to the next joint that the name of a group goes on with; the same one if it does not.

    It is `Food and Agriculture Organization`, and `Department for Environment, Food and Rural Affairs`.
    """
    after = at + 1
    if after == len(segment):
        return at
    if segment[after].conjunction is not None:
        goes_on = not segment[after].mark and (
            is_group or (is_first and " " not in pieces[at] and is_of_group(pieces[after]))
        )
        return after if goes_on and not _begins_anew(pieces[after]) else at
    if not is_group:
        return at
    while after < min(len(segment), at + _MOST_FIELDS) and segment[after].conjunction is None:
        if not _is_word_of_name(pieces[after]) or pieces[after].isupper():
            return at
        after += 1
    is_list = after < len(segment) and segment[after].conjunction is not None and not _begins_anew(pieces[after])
    return after if is_list else at


def _begins_anew(name: str) -> bool:
    """Whether what stands behind an "and" is a person or another group, and not the rest of the name of one."""
    words = name.lower().split()
    if words[0] in _HEADS or (name.isupper() and len(words) == 1):
        return True
    return is_like_person(name) and _FIELDS.isdisjoint(words)


def is_of_group(text: str) -> bool:
    """Whether a word of the text is one of organisations.

    Examples:
        >>> is_of_group("Ministry of Food"), is_of_group("Ann Smith")
        (True, False)
    """
    return not _OF_GROUPS.isdisjoint(text.replace(",", " ").split())


def is_like_person(text: str) -> bool:
    """Whether the text is two words or more that may be the name of a person.

    Examples:
        >>> is_like_person("J. van der Berg"), is_like_person("Berg"), is_like_person("World Bank")
        (True, False, False)
    """
    words = text.split(None, _MOST_WORDS)
    if not 1 < len(words) <= _MOST_WORDS or is_of_group(text):
        return False
    own = [word.rstrip(_FOOTNOTES) for word in words if word not in PARTICLES and word.rstrip(",") not in ALL_SUFFIXES]
    return len(own) > 1 and all(word and _is_word_of_name(word) for word in own)


def without_suffixes(text: str) -> tuple[str, str | None]:
    """A name without the suffixes and degrees behind it, and these.

    Examples:
        >>> without_suffixes("Ann Lee, MD, PhD"), without_suffixes("Lee MD")
        (('Ann Lee', 'MD, PhD'), ('Lee MD', None))
    """
    end = len(text)
    while (found := _LAST_WORD.search(text, max(0, end - _LONGEST_MARK), end)) is not None:
        if found[1].rstrip(",") not in ALL_SUFFIXES:
            break
        end = found.start()
    bare = text[:end]
    if end == len(text) or " " not in bare:
        return text, None
    return bare, text[end:].strip(" ,")
