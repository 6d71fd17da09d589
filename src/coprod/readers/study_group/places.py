"""Places in running text: where a meeting was.

In: a sentence in which the dates are known. Out: what may be places, each with its city and country as far as they
are told apart. A university is no city; a country is one that the list of countries has. Nothing raises.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from coprod.readers.study_group.words import (
    ACADEMIC,
    COUNTRIES,
    GATHERING,
    INSTITUTION,
    NO_PLACE,
    OF_HONOURS,
    REGIONS,
    SURNAMES_TOO,
)
from coprod.text._words import word_set

_INSTITUTIONS: Final = INSTITUTION | SURNAMES_TOO
_NO_PLACE: Final = NO_PLACE | OF_HONOURS | word_set("edition host location place venue")
_CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’]*+(?:\.(?=[\w,;)])[\w'’]*+)*+\.?+(?:-[^\W\d_][\w'’]*+)*+)"
_JOINT = (
    r"(?: (?:de|del|della|da|do|dos|di|du|la|le|les|los|las|am|an der|im|bei|upon|on|sur|en|of|van|den|and|&|by|under"
    r"|ob) | )"
)
_CHUNK = re.compile(rf"(?:the )?{_CAPITAL}(?:{_JOINT}{_CAPITAL}){{0,5}}")
_ANCHOR = re.compile(
    r"(?<!\w)(?=[\w-]{2,12}+\s+(?:the )?[^\W\d_a-z])"
    rf"(?:(?P<sure>[Ii]n|[Aa]t|[Nn]ear)\s+|(?:and|(?i:{'|'.join(sorted(GATHERING))}))\s+(?=[^\W\d_a-z]))"
    r"|[,;:(|–—\x00\x01]++\s*|-\s+|\A\s*"
)
"""What stands before a place: of words, only those that a capital follows are looked at."""

_CHUNK_BEGINS = re.compile(r"(?:the )?[^\W\d_a-zß-öø-ÿ]")

_CLOSED = re.compile(r"\s*(?:[,;:.()|/–—\x00-]|\Z|(?:in|on|from|and|at)\b)")
"""What stands behind a place that no preposition announces."""

_QUOTE = re.compile('[“‘"]')
_QUOTED = re.compile(r"“[^”]{1,300}”|(?<!\w)‘[^’]{1,200}’(?!\w)|(?<!\w)\"[^\"]{1,300}\"(?!\w)")
"""Titles of meetings name no place."""

_JOINED = re.compile(r" (?:and|&|of|by|on|under) ")
_TO_NEXT = re.compile(r"\s?[,(]\s?|\s[-–|/]\s|\s(?=the )")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2}\Z")


class Place(NamedTuple):
    """What may be a place, by its offsets."""

    start: int
    end: int
    city: tuple[int, int] | None
    country: tuple[int, int] | None


class _Chunk(NamedTuple):
    start: int
    end: int
    text: str
    kind: str | None
    """`"country"`, `"institution"`, `"other"` for what is no place; None: it may be a city."""

    is_twin: bool
    """Whether only a slash parts it from the name before: `Ghent / Bruges`."""


def places_in(text: str, taken: Iterable[tuple[int, int]]) -> list[Place]:
    """The places of a sentence; nothing of the stretches `taken`, which are dates.

    Examples:
        >>> text = "Everybody came to see the harbour in Portland, Maine (USA)."
        >>> [(text[slice(*place.city)], text[slice(*place.country)]) for place in places_in(text, [])]
        [('Portland, Maine', 'USA')]
    """
    hidden = _masked(text, taken)
    found: list[Place] = []
    position = 0
    while (anchor := _ANCHOR.search(hidden, position)) is not None:
        position = max(anchor.end(), anchor.start() + 1)
        if _CHUNK_BEGINS.match(hidden, anchor.end()) is None:
            continue
        place = _place_at(hidden, anchor.end(), announced=anchor["sure"] is not None)
        if place is not None:
            found.append(place)
            position = place.end
    return found


def _masked(text: str, taken: Iterable[tuple[int, int]]) -> str:
    """The text with signs that stand in no place instead of what is taken and of what is quoted."""
    hidden = _hidden(text, taken, "\x00")
    if _QUOTE.search(text) is not None:
        hidden = _hidden(hidden, [quoted.span() for quoted in _QUOTED.finditer(text)], "\x01")
    return hidden


def _hidden(text: str, spans: Iterable[tuple[int, int]], sign: str) -> str:
    """The text with a sign for each letter of the spans, which follow each other."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts += (text[position:start], sign * (end - start))
        position = end
    return "".join([*parts, text[position:]])


def _place_at(text: str, start: int, *, announced: bool) -> Place | None:
    """The place that begins there; one that no preposition announces only if it ends like one."""
    place = _place(_chunks(text, start), announced=announced)
    return place if place is None or announced or _CLOSED.match(text, place.end) is not None else None


def _chunks(text: str, start: int) -> Iterator[_Chunk]:
    """The names that stand here, with commas, brackets or dashes between them."""
    is_twin = False
    for _ in range(6):
        match = _CHUNK.match(text, start)
        if match is None:
            return
        start, last = match.span()
        end = _trimmed(text, start, last)
        if end is None:
            return
        name = text[start:end]
        yield _Chunk(start, end, name, _kind(name), is_twin)
        joint = _TO_NEXT.match(text, end)
        if joint is None or (end != last and text[end:last].strip(".")):
            return
        start, is_twin = joint.end(), "/" in joint[0]
        if "(" not in joint[0] and text.startswith(")", end):
            return


def _trimmed(text: str, start: int, end: int) -> int | None:
    """The end of the name without a full stop that ends the sentence, and before words that are in no name."""
    chunk = text[start:end]
    lowered = _bare(chunk).lower()
    if lowered in COUNTRIES:
        return end if chunk.endswith(".") and lowered.endswith(".") else start + len(chunk.rstrip("."))
    joined = _JOINED.search(chunk) if " " in chunk else None
    if joined is not None and not _is_institution(chunk):
        chunk = chunk[: joined.start()]
    if chunk.endswith(".") and _DOTTED.search(chunk) is None:
        chunk = chunk.rstrip(".")
    return start + len(chunk) if chunk else None


def _bare(chunk: str) -> str:
    return chunk[4:] if chunk[:4].lower() == "the " else chunk


def is_country(text: str) -> bool:
    """Whether the text names a country.

    Examples:
        >>> is_country("the Netherlands"), is_country("Bergen")
        (True, False)
    """
    bare = _bare(text.strip()).lower()
    return bare in COUNTRIES or bare.rstrip(".") in COUNTRIES


@lru_cache(maxsize=1024)
def _kind(chunk: str) -> str | None:
    """Whether a name is that of a country, of an institution, or of no place; a page names its places often."""
    if is_country(chunk):
        return "country"
    if not _INSTITUTIONS.isdisjoint([word.strip(".,") for word in chunk.lower().split()]):
        return "institution"
    return "other" if _is_no_place(chunk) else None


def _is_institution(chunk: str) -> bool:
    return _kind(chunk) == "institution"


def _is_no_place(chunk: str) -> bool:
    words = [word.strip(".,'’“”‘\"") for word in chunk.split()]
    if words[0] == "The" and len(words) > 1:
        words = words[1:]
    lowered = [word.lower() for word in words]
    if not _NO_PLACE.isdisjoint(lowered) or (len(words) > 1 and lowered[0] in ACADEMIC):
        return True
    if not words[-1].isupper() or not all(word.isupper() and len(word) > 1 for word in words):
        return False
    return _DOTTED.search(chunk) is None


def _place(chunks: Iterable[_Chunk], *, announced: bool) -> Place | None:
    """City and country of names in a row; None if they name no place.

    Behind a preposition the first name is the city; elsewhere it is the last before the country.
    """
    cities: list[_Chunk] = []
    country: _Chunk | None = None
    first: _Chunk | None = None
    last: _Chunk | None = None
    for chunk in chunks:
        first = first or chunk
        if chunk.kind == "country":
            country = last = chunk
            break
        if chunk.kind == "institution":
            last = chunk
            continue
        if chunk.kind is not None:
            if cities or last is None:
                break
            continue
        cities.append(chunk)
        last = chunk
        if len(cities) == 3:
            break
    if first is None or last is None or not (cities or country):
        return None
    city = _city(cities, announced=announced, has_country=country is not None)
    begin = first.start if first.kind == "institution" or city is None else city[0]
    end = country.end if country is not None else city[1] if city is not None else last.end
    return Place(begin, end, city, (country.start, country.end) if country else None)


def _city(cities: list[_Chunk], *, announced: bool, has_country: bool) -> tuple[int, int] | None:
    """The city, together with its state, `Washington, D.C.`, or with the one beside it, `Ghent / Bruges`."""
    if not cities:
        return None
    first, last = (0, len(cities) - 1 if has_country else 0) if announced else (len(cities) - 1, len(cities) - 1)
    if not announced and first and _is_region(cities[first].text):
        first -= 1
    if announced and not has_country and len(cities) > 1 and _is_region(cities[1].text):
        last = 1
    while cities[first].is_twin and first:
        first -= 1
    while last + 1 < len(cities) and cities[last + 1].is_twin:
        last += 1
    return cities[first].start, cities[last].end


def _is_region(text: str) -> bool:
    return text.strip(".").lower() in REGIONS or (text.endswith(".") and _DOTTED.search(text) is not None)
