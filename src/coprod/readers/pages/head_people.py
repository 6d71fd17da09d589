"""The people whom a page declares in its head: authors and editors, with what it says of each.

In: the entries on their way into a draft. Out: the names of a Paper. A name that one vocabulary prints whole is split
where another says how.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from coprod.models import Name
from coprod.readers.pages import head_names
from coprod.readers.pages.blocks import Passage, attribute
from coprod.readers.pages.names import name_on_page, names_in
from coprod.text.identifiers import clean_orcid
from coprod.text.names import is_et_al, parse_name, split_names

if TYPE_CHECKING:
    from coprod.readers.pages.head import Filling
    from coprod.readers.pages.metadata import Entry

_GENERIC: Final = ("author", "keywords", "rft.aulast", "rft.aufirst")
"""Names that pages also use to repeat the authors."""


def fill_people(filling: "Filling", field: str, of_field: tuple[str, ...]) -> None:
    """Fills a field of people from the first name that has any; others that say no more are told once."""
    chosen = next((name for name in of_field if filling.first((name,)) is not None), None)
    if chosen is None:
        return
    elsewhere = _split_names(filling, of_field)
    words: set[str] = set()
    for index, entry in filling.of((chosen,)):
        behind = _behind(filling, index)
        for printed in _printed(entry):
            if is_et_al(printed):
                message = "names were left out (et al.)"
                filling.tell("article.et-al", "info", message, entry.line, entry.value, field)
                continue
            name = _named(printed, entry, elsewhere)
            name, passages = _with_facts(name, entry, behind)
            filling.draft.add(field, name, attribute(printed, entry.line), **passages)
            words.update(_words(printed))
        filling.use(index)
    for index, entry in filling.of((*of_field, *_GENERIC)):
        if words.issuperset(_words(entry.value)):
            filling.use(index)


def _words(text: str) -> list[str]:
    return text.casefold().replace(",", " ").replace(";", " ").split()


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _split_names(filling: "Filling", of_field: tuple[str, ...]) -> dict[str, Name]:
    """Names whose parts a page tells apart, by what they look like in a row."""
    found: dict[str, Name] = {}
    for _index, entry in filling.of(of_field):
        name = parse_name(entry.value)
        if entry.family and entry.given:
            name = Name(literal=entry.value, family=entry.family, given=entry.given)
        if name.family and name.given:
            found.setdefault(_key(f"{name.given} {name.family}"), name)
    last, first = filling.first(("rft.aulast",)), filling.first(("rft.aufirst",))
    if last is not None and first is not None:
        family, given = last[1].value, first[1].value
        found.setdefault(_key(f"{given} {family}"), Name(literal=f"{family}, {given}", family=family, given=given))
    return found


def _named(printed: str, entry: "Entry", elsewhere: dict[str, Name]) -> Name:
    name = name_on_page(printed)
    if entry.family and entry.given:
        return Name(literal=printed, family=entry.family, given=entry.given)
    other = elsewhere.get(_key(printed))
    if name.family is None and other is not None:
        return Name(literal=printed, family=other.family, given=other.given, suffix=other.suffix)
    return name


def _printed(entry: "Entry") -> Iterator[str]:
    """The names that one value holds."""
    text = entry.value
    if ";" in text or entry.name != "citation_authors":
        yield from split_names(text)
    elif "," in text and all(" " in part.strip() for part in text.strip(" ,").split(",")):
        yield from (found.name.literal for found in names_in(text).names)
    else:
        yield text


def _behind(filling: "Filling", index: int) -> list[tuple[int, "Entry"]]:
    """The entries behind an author that speak of this author."""
    found = []
    for place in range(index + 1, len(filling.entries)):
        entry = filling.entries[place]
        if not entry.name.startswith(("citation_author_", "bepress_citation_author_")):
            break
        if entry.name in head_names.OF_AN_AUTHOR:
            found.append((place, entry))
            filling.use(place, (clean_orcid(entry.value) or "") if entry.name.endswith("orcid") else None)
    return found


def _with_facts(name: Name, entry: "Entry", behind: list[tuple[int, "Entry"]]) -> tuple[Name, dict[str, Passage]]:
    """The name with affiliation and ORCID, and where they stand."""
    passages: dict[str, Passage] = {"literal": attribute(name.literal, entry.line)}
    said = [("affiliation", entry.affiliation, entry.line), ("orcid", entry.orcid, entry.line)]
    said += [(head_names.OF_AN_AUTHOR[other.name], other.value, other.line) for _place, other in behind]
    places = [text for kind, text, _line in said if kind == "affiliation" and text]
    orcid = next(
        (found for kind, text, _line in said if kind == "orcid" and text and (found := clean_orcid(text))), None
    )
    for kind, text, line in said:
        if text and kind not in passages and (kind == "affiliation" or orcid is not None):
            passages[kind] = attribute(text, line)
    return attrs.evolve(name, affiliation="; ".join(dict.fromkeys(places)) or None, orcid=orcid), passages
