"""The people whom a page declares in its head: authors and editors, with what it says of each.

In: the entries on their way into a draft. Out: the names of a Paper. A name that one vocabulary prints whole is split
where another says how.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from coprod.models import Name
from coprod.readers.pages import head_names
from coprod.readers.pages.blocks import Passage, attribute
from coprod.readers.pages.names import name_on_page
from coprod.text.identifiers import clean_orcid
from coprod.text.name_rows import parted
from coprod.text.names import is_et_al, parse_name, split_names

if TYPE_CHECKING:
    from coprod.readers.pages.head import Filling
    from coprod.readers.pages.metadata import Entry

_GENERIC: Final = ("author", "keywords", "rft.aulast", "rft.aufirst")
"""Names that pages also use to repeat the authors."""

_PLACES: Final = ("schema.author.affiliation.address", "schema.creator.affiliation.address")
"""Names that some pages use to repeat the institutions."""


def fill_people(filling: "Filling", field: str, of_field: tuple[str, ...]) -> None:
    """Fills a field of people from the first name that has any; others that say no more are told once."""
    chosen = next((name for name in of_field if any(filling.stated((name,)))), None)
    if chosen is None:
        return
    elsewhere = _split_names(filling, of_field)
    people: list[_Person] = []
    for index, entry in filling.stated((chosen,)):
        behind = _behind(filling, index)
        for printed in _printed(filling, entry, field):
            name = _named(printed, entry, elsewhere)
            people.append(_Person(name, attribute(printed, entry.line), [entry, *behind], []))
        filling.use(index)
    for other in of_field:
        if other != chosen:
            _join(filling, [entry for _index, entry in filling.of((other,))], people, elsewhere)
    _use_repeated(filling, of_field, people)
    for person in people:
        name, passages = _with_facts(filling, person)
        filling.draft.add(field, name, person.printed, **passages)


def _use_repeated(filling: "Filling", of_field: tuple[str, ...], people: "list[_Person]") -> None:
    """Notes that entries are read which only repeat names, or institutions."""
    words = {word for person in people for word in _words(person.printed.text)}
    for index, entry in filling.of((*of_field, *_GENERIC)):
        if words.issuperset(_words(entry.value)):
            filling.use(index)
    places = {_key(text) for person in people for entry in person.entries for _fact, text in _facts(entry)}
    for index, entry in filling.of(_PLACES):
        if _key(entry.value) in places:
            filling.use(index)


class _Person(NamedTuple):
    """A name, and what is said of this person."""

    name: Name
    printed: Passage
    entries: "list[Entry]"
    """The entry of the name, and those behind it that speak of this person."""

    elsewhere: "list[Entry]"
    """The entries of the same person in other vocabularies."""


def _join(filling: "Filling", entries: "list[Entry]", people: list[_Person], elsewhere: dict[str, Name]) -> None:
    """Adds what another vocabulary says of each person; keeps what it says of none, or of one of several."""
    if not any(entry.orcid or entry.affiliation for entry in entries):
        return
    names = [_named(entry.value, entry, elsewhere) for entry in entries]
    said, times = (Counter(map(_key_of, of_all)) for of_all in (names, (person.name for person in people)))
    known = {_key_of(person.name): person for person in people}
    for index, (entry, name) in enumerate(zip(entries, names, strict=True)):
        key = _key_of(name)
        likely = [*people[index : index + 1], *([known[key]] if times[key] == 1 else [])]
        same = next((one for one in likely if _is_same(one.name, name)), None)
        if same is not None and said[key] == times[key]:
            same.elsewhere.append(entry)
            continue
        for fact, value in _facts(entry):
            filling.draft.keep(f"{entry.printed}.{fact}", attribute(value, entry.line))


def _key_of(name: Name) -> str:
    """What the ways to write a name have in common: the family name and an initial, or the words in any order."""
    if not name.family or not name.given:
        return " ".join(sorted(_words(name.literal.replace(".", " "))))
    return f"{name.family.casefold()}, {name.given[0].casefold()}"


def _is_same(name: Name, other: Name) -> bool:
    """Whether two names may be one person's: the same words, or initials that fit."""
    words, others = (sorted(_words(one.literal.replace(".", " "))) for one in (name, other))
    if words == others:
        return True
    if not (name.family and name.given and other.family and other.given) or _key(name.family) != _key(other.family):
        return False
    given, other_given = (_words(one.replace(".", " ")) for one in (name.given, other.given))
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(given, other_given, strict=False))


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


def _printed(filling: "Filling", entry: "Entry", field: str) -> Iterator[str]:
    """The names that one value holds; what is odd about them is told."""
    if entry.name == "citation_authors":
        row = parted(entry.value)
        names = [entry.value[start:end] for start, end in row.names]
        is_cut = bool(row.left_out)
    else:
        printed = split_names(entry.value)
        names = [name for name in printed if not is_et_al(name)]
        is_cut = len(names) < len(printed)
        if len(names) > 1:
            message = "several names in one value; split"
            filling.tell("article.split-names", "info", message, entry.line, entry.value, field)
    if is_cut:
        message = "names were left out (et al.)"
        filling.tell("article.et-al", "info", message, entry.line, entry.value, field)
    yield from names


def _behind(filling: "Filling", index: int) -> "list[Entry]":
    """The entries behind an author that speak of this author."""
    found = []
    for place in range(index + 1, len(filling.entries)):
        entry = filling.entries[place]
        if not entry.name.startswith(("citation_author_", "bepress_citation_author_")):
            break
        if entry.name in head_names.OF_AN_AUTHOR:
            found.append(entry)
            filling.use(place, (clean_orcid(entry.value) or "") if entry.name.endswith("orcid") else None)
    return found


def _with_facts(filling: "Filling", person: _Person) -> tuple[Name, dict[str, Passage]]:
    """The name with affiliation and ORCID, and where they stand; what another vocabulary says otherwise is kept."""
    passages: dict[str, Passage] = {"literal": attribute(person.name.literal, person.entries[0].line)}
    said = [(fact, text, entry) for entry in person.entries for fact, text in _facts(entry)]
    places = dict.fromkeys(text for fact, text, _entry in said if fact == "affiliation")
    has_places = bool(places)
    said += [(fact, text, entry) for entry in person.elsewhere for fact, text in _facts(entry)]
    orcid: str | None = None
    for fact, text, entry in said:
        value = clean_orcid(text) if fact == "orcid" else text
        if fact == "orcid" and value is not None and orcid in (None, value):
            orcid = value
        elif fact == "affiliation" and not (has_places and entry in person.elsewhere):
            places[text] = None
        elif fact == "affiliation" and any(text.casefold() in place.casefold() for place in places):
            continue
        else:
            if entry.name not in head_names.OF_AN_AUTHOR:  # which are in extra already
                filling.draft.keep(f"{entry.printed}.{fact}", attribute(text, entry.line))
            continue
        passages.setdefault(fact, attribute(text, entry.line))
    return attrs.evolve(person.name, affiliation="; ".join(places) or None, orcid=orcid), passages


def _facts(entry: "Entry") -> "Iterator[tuple[str, str]]":
    """Affiliation and ORCID, as an entry says them."""
    if entry.name in head_names.OF_AN_AUTHOR:
        yield head_names.OF_AN_AUTHOR[entry.name], entry.value
        return
    if entry.affiliation:
        yield "affiliation", entry.affiliation
    if entry.orcid:
        yield "orcid", entry.orcid
