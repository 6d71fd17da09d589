"""JSON-LD of schema.org: the one article that a page describes.

In: the text of a script element. Out: key, value, line within the script and parts of a name, for what it says of the
article; nothing if it describes none, or several.
What can go wrong: `DamagedError`, for a text that is no JSON, or that is too deep to be of any use. It has what the
text says all the same: everything, if only commas before closing brackets are wrong; what is whole before the damage,
if that says that the outermost thing is a publication; else nothing.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from coprod.readers.pages.blocks import NO_BREAK
from coprod.readers.pages.json_whole import whole_part


class Fact(NamedTuple):
    """One value of an article."""

    key: str
    value: str
    offset: int
    """Lines between the tag of the script and the key."""

    person: tuple[str | None, str | None, str | None, str | None] = (None, None, None, None)
    """Family name, given name, affiliation, ORCID."""


class DamagedError(ValueError):
    """A text that is not read as JSON.

    Attributes:
        facts: What it says of an article all the same.
    """

    def __init__(self, message: str, facts: Iterable[Fact] = ()) -> None:
        super().__init__(message)
        self.facts: tuple[Fact, ...] = tuple(facts)


_DEEPEST: Final = 40
_LONGEST: Final = 4_000_000
_MOST: Final = 20_000
"""Values of one key: more are no list of authors or keywords."""

_WRAPPING: Final = re.compile(r"(?<=\A)[\s/*]*+(?:<!\[CDATA\[|<!--)[^\S\n]*+(?:\*/)?|[/*]{0,4}(?:\]\]>|-->)[\s/*]*+\Z")
"""What hides a script from old browsers and from XML."""

_STRING_OR_BRACKET: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)

_OUTSIDE: Final = re.compile(rf'("(?:[^"\\]++|\\.)*+"?)|[{NO_BREAK}]', re.DOTALL)
"""A string, or a no-break space that stands between two of them."""

_WORKS: Final = frozenset(("ScholarlyArticle", "MedicalScholarlyArticle", "Thesis", "Chapter"))
"""Types that only publications have."""

_PERHAPS: Final = frozenset(("Article", "Report", "Book", "TechArticle", "CreativeWork", "Review"))
"""Types that newspapers and shops use too: such a thing is a publication if it has a DOI or is part of a periodical."""

_NAMES_A_WORK: Final = re.compile(rf'"(?:[^"\s]{{0,40}}[/:])?(?:{"|".join(sorted(_WORKS | _PERHAPS))})"')

_PERIODICALS: Final = frozenset(("Periodical", "PublicationIssue", "PublicationVolume"))
OF_PAGES: Final = ("@graph", "mainEntity", "mainEntityOfPage")
"""Keys under which a page names the thing that it is."""
_DOI: Final = re.compile(r"(?:doi\.org/|doi:|\b)10\.[0-9]{4,9}/", re.IGNORECASE)
_NOT_OF_A_WORK: Final = frozenset(
    ("@context", "@graph", "image", "thumbnailUrl", "logo", "mainEntityOfPage", "mainEntity", "isPartOf")
)


def article_in(text: str, keys: tuple[str, ...] = OF_PAGES) -> Iterator[Fact]:
    """What the text says of the one article that it describes.

    Args:
        text: Text of the script element.
        keys: Keys of a page under which the article may stand.

    Raises:
        DamagedError: The text is no JSON, or is nested too deeply.

    Examples:
        >>> found = article_in('{"@type": "ScholarlyArticle", "headline": "Trust", "author": [{"name": "Ana Costa"}]}')
        >>> [(fact.key, fact.value) for fact in found]
        [('@type', 'ScholarlyArticle'), ('headline', 'Trust'), ('author', 'Ana Costa')]
    """
    text = _WRAPPING.sub(lambda found: "\n" * found[0].count("\n"), text)
    if not text.strip():
        return iter(())
    if any(space in text for space in NO_BREAK):
        text = _OUTSIDE.sub(lambda part: part[1] or " ", text)
    _bound(text)
    try:
        parsed, objects = _parsed(text)
    except json.JSONDecodeError:
        raise _damaged(text, keys) from None
    return _of_one([item for item in _things(parsed, keys) if _is_work(item)], objects, text)


def _of_one(works: list[Mapping[str, Any]], objects: list[dict[str, Any]], text: str) -> Iterator[Fact]:
    if len(works) != 1:
        return iter(())
    (work,) = works
    return _facts(work, text, next(place for place, item in enumerate(objects) if item is work))


def _bound(text: str) -> None:
    if len(text) > _LONGEST:
        raise DamagedError(f"JSON-LD of more than {_LONGEST} characters; not read")
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > _DEEPEST:
            raise DamagedError(f"JSON-LD that is nested more than {_DEEPEST} levels deep; not read")


def _parsed(text: str) -> tuple[Any, list[dict[str, Any]]]:
    """What the text says, and the objects in it in the order in which they end."""
    objects: list[dict[str, Any]] = []

    def noted(item: dict[str, Any]) -> dict[str, Any]:
        objects.append(item)
        return item

    parsed = json.loads(text, parse_int=str, parse_float=str, parse_constant=str, strict=False, object_hook=noted)
    return parsed, objects


def _damaged(text: str, keys: tuple[str, ...]) -> DamagedError:
    """The error of a text that is no JSON, with what it says of an article.

    Of several articles none is read, and of a thing within another none: what is lost may say that the page is about
    something else.
    """
    part = whole_part(text)
    line, column = text.count("\n", 0, part.damage) + 1, part.damage - text.rfind("\n", 0, part.damage)
    where = f"line {line}, column {column} of it"
    try:
        parsed, objects = _parsed(part.text)
    except json.JSONDecodeError:
        return DamagedError(f"JSON-LD that is no JSON at {where}; not read")
    if part.is_all:
        works = [item for item in _things(parsed, keys) if _is_work(item)]
        message = f"JSON-LD with a comma before a closing bracket at {where}; read without it"
        return DamagedError(message, _of_one(works, objects, part.text))
    is_one = isinstance(parsed, dict) and _is_work(parsed)
    if not is_one or _NAMES_A_WORK.search(part.behind):
        return DamagedError(f"JSON-LD that is no JSON at {where}; not read")
    message = f"JSON-LD that is no JSON at {where}; read only what is whole before that"
    return DamagedError(message, _of_one([parsed], objects, part.text))


def _things(parsed: Any, keys: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    """The things that a page describes: those at the top, in a graph, and what a page is about."""
    waiting = [parsed]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item[:_MOST]))
        elif isinstance(item, dict):
            yield item
            if not _is_work(item):
                waiting.extend(item[key] for key in keys if isinstance(item.get(key), (dict, list)))


def _types(item: Mapping[str, Any]) -> set[str]:
    return {str(kind).rpartition("/")[2].rpartition(":")[2] for kind in _listed(item.get("@type"))}


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value[:_MOST]
    return [] if value is None else [value]


def _is_work(item: Mapping[str, Any]) -> bool:
    types = _types(item)
    if types & _WORKS:
        return True
    if not types & _PERHAPS:
        return False
    named = [text for key in ("identifier", "@id", "sameAs", "doi") for text in _texts(item.get(key))]
    return any(_DOI.search(text) for text in named) or any(_types(whole) & _PERIODICALS for whole in _wholes(item))


def _wholes(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What the work is part of, and what that is part of."""
    found: list[Mapping[str, Any]] = []
    waiting = _listed(item.get("isPartOf"))
    while waiting and len(found) < _DEEPEST:
        whole = waiting.pop(0)
        if isinstance(whole, dict):
            found.append(whole)
            waiting.extend(_listed(whole.get("isPartOf")))
    return found


def _texts(value: Any) -> list[str]:
    """The texts of a value: of a thing, its value, its name or its address."""
    said = [_simple(item) for item in _listed(value)]
    return [text for text in said if text.strip()]


def _leaves(value: Any) -> list[str]:
    """The texts of a value that has neither a name nor an address: all that are in it, but for types."""
    found: list[str] = []
    waiting = [value]
    while waiting and len(found) < _MOST:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item[key] for key in reversed(item) if not key.startswith("@"))
        elif isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, str) and item.strip():
            found.append(item)
    return found


def _simple(item: Any) -> str:
    if isinstance(item, dict):
        item = next((item[key] for key in ("value", "@value", "name", "url", "@id") if key in item), None)
    if isinstance(item, bool):
        return "true" if item else "false"
    return item if isinstance(item, str) else ""


_OF_PERSONS: Final = ("author", "creator", "editor")
_NAMING_PERSONS: Final = frozenset(("sameAs", "identifier", "@id", "url"))
"""Keys under which an ORCID stands."""

_ORCID: Final = re.compile(r"[0-9]{4}(?:-[0-9]{4}){2}-[0-9]{3}[0-9X]")
_NAMES_OF_PERSONS: Final = frozenset(("@context", "@type", "name", "familyName", "givenName"))
_SAID_OF_WHOLES: Final = frozenset(("@context", "@id", "@type", "isPartOf", "name"))
_OF_WHOLES: Final = ("issn", "isbn", "volumeNumber", "issueNumber")


def _facts(work: Mapping[str, Any], text: str, place: int) -> Iterator[Fact]:
    offsets = _offsets(text, place)
    for key, value in work.items():
        offset = offsets.get(key, 0)
        if key in _OF_PERSONS:
            yield from (fact for item in _listed(value) for fact in _person(key, item, offset))
        elif key not in _NOT_OF_A_WORK:
            yield from (Fact(key, said, offset) for said in _texts(value) or _leaves(value))
    offset = offsets.get("isPartOf", 0)
    for whole in _wholes(work):
        if _is_title(whole):
            yield from (Fact("isPartOf", said, offset) for said in _texts(whole.get("name")))
        for key in _OF_WHOLES:
            yield from (Fact(key, said, offset) for said in _texts(whole.get(key)))
        for key in whole:
            if key not in _OF_WHOLES and key not in _SAID_OF_WHOLES:
                yield from (Fact(f"isPartOf.{key}", said, offset) for said in _texts(whole[key]) or _leaves(whole[key]))
                yield from (Fact(part, said, offset) for part, said in _beside_name(f"isPartOf.{key}", whole[key]))


def _is_title(whole: Mapping[str, Any]) -> bool:
    """Whether the name of a whole is that of a periodical or book, not "Volume 3"."""
    types = _types(whole)
    return not types & {"PublicationVolume", "PublicationIssue"} or "Periodical" in types


def _person(key: str, item: Any, offset: int) -> Iterator[Fact]:
    if not isinstance(item, dict):
        yield from (Fact(key, said, offset) for said in _texts(item))
        return
    family, given = (next(iter(_texts(item.get(part))), None) for part in ("familyName", "givenName"))
    literal = next(iter(_texts(item)), None) if "name" in item else " ".join(part for part in (given, family) if part)
    more = list(_said_of_person(item))
    orcid = next((said for part, said in more if part in _NAMING_PERSONS and _is_orcid(said)), None)
    if literal:
        places = [name for place in _listed(item.get("affiliation")) for name in _texts(place)]
        yield Fact(key, literal, offset, (family, given, "; ".join(dict.fromkeys(places)) or None, orcid))
    yield from (Fact(f"{key}.{part}", said, offset) for part, said in more if said != orcid)


def _said_of_person(person: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is said of a person beside the name and those of institutions: `email`, `url`, `affiliation.address`."""
    for part, value in person.items():
        if part == "affiliation":
            yield from _beside_name(part, value)
        else:
            yield from ((part, said) for said in _said(part, value))


def _beside_name(part: str, value: Any) -> Iterator[tuple[str, str]]:
    """What is said of things beside their names: `affiliation.address`."""
    for thing in _listed(value):
        more = thing.items() if isinstance(thing, dict) else ()
        yield from ((f"{part}.{key}", said) for key, inner in more for said in _said(key, inner))


def _said(key: str, value: Any) -> list[str]:
    """What a value says; nothing for a name, a type, and an `@id` that only names the thing within the page."""
    if key in _NAMES_OF_PERSONS:
        return []
    said = _texts(value) or _leaves(value)
    return said if key != "@id" else [text for text in said if _is_orcid(text) or text.startswith("http")]


def _is_orcid(text: str) -> bool:
    return "orcid.org/" in text.lower() or _ORCID.fullmatch(text.strip()) is not None


_KEY_OR_BRACE: Final = re.compile(r'("(?:[^"\\]++|\\.)*+")(\s*+:)?+|[{}]', re.DOTALL)


def _offsets(text: str, place: int) -> dict[str, int]:
    """Lines before each key of one object, by its place in the order in which the objects end.

    Examples:
        >>> text = '[{"name": "Site"},\\n {"name": "Trust",\\n "author": {"name": "Ana Costa"}}]'
        >>> _offsets(text, 2)
        {'name': 1, 'author': 2}
    """
    unfinished: list[list[re.Match[str]]] = []
    finished = 0
    for found in _KEY_OR_BRACE.finditer(text):
        if found[0] == "{":
            unfinished.append([])
        elif found[2] is not None:
            unfinished[-1].append(found)
        elif found[0] == "}":
            keys = unfinished.pop()
            if finished == place:
                return _lines_of(keys, text)
            finished += 1
    return {}


def _lines_of(keys: list[re.Match[str]], text: str) -> dict[str, int]:
    """The lines before keys; where one stands twice, the last counts, as it does for its value."""
    lines = start = 0
    found: dict[str, int] = {}
    for key in keys:
        lines += text.count("\n", start, key.start())
        start = key.start()
        found[json.loads(key[1], strict=False)] = lines
    return found
