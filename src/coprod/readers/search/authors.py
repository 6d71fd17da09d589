"""The authors of a row: a line of several, or an element for each.

In: the entries of a row. Out: names, in the draft. Nothing raises.
"""

from collections.abc import Iterable, Iterator, Sequence

from coprod.models import Abstract, Name
from coprod.readers.pages.blocks import Passage, joined
from coprod.readers.pages.locating import word_in
from coprod.readers.search import people
from coprod.readers.search.making import Making, use
from coprod.readers.search.rows import Entry
from coprod.text.markup import entity_columns
from coprod.text.name_rows import parted


def read_authors(making: Making, found: Iterable[Entry]) -> None:
    """Lines of names: `"A, B and C"`, or one name each."""
    abstract = making.draft.values.get("abstract")
    families = list(people.cited_families(abstract.text)) if isinstance(abstract, Abstract) else []
    for entry in found:
        _line(making, entry.passage, families)


def _line(making: Making, passage: Passage, families: Sequence[str] = ()) -> None:
    """The names of a row, and that it leaves some out; a semicolon of a character reference parts none."""
    text, columns = (
        entity_columns(passage.text) if "&" in passage.text else (passage.text, range(len(passage.text) + 1))
    )
    if text != passage.text:
        making.tell("search.references-resolved", passage, "authors")
    row = parted(text)
    for start, end in row.names:
        _author(making, text[start:end], passage.part(columns[start], columns[end]), families)
    for start, end in row.left_out:
        making.tell("search.names-left-out", passage.part(columns[start], columns[end]), "authors")


def _author(making: Making, text: str, passage: Passage, families: Sequence[str] = ()) -> None:
    if not text or text.lower() in ("and", "&", "by"):
        return
    name = people.name_of(text, families)
    _add(making, name, passage)
    if name.family is None and not people.is_group(text):
        making.tell("search.name-not-split", passage, "authors")


def _add(making: Making, name: Name, passage: Passage) -> None:
    path = making.draft.add("authors", name, passage, literal=passage)
    making.draft.trace.later(_parts_of_name, path, name, passage)


def _parts_of_name(path: str, name: Name, passage: Passage) -> Iterator[tuple[str, Passage]]:
    """Where family and given name stand in a name."""
    for part, value in (("family", name.family), ("given", name.given)):
        place = word_in(passage, value) if value is not None else None
        if place is not None:
            yield f"{path}.{part}", place


def read_people(making: Making, _found: object) -> None:
    """Authors that have an element each, perhaps with given and family name apart."""
    if making.has("authors"):
        return
    number = {id(block): index for index, block in enumerate(making.blocks)}
    entries = [entry for field in ("author", "given", "family") for entry in making.all.get(field, ())]
    groups: dict[int, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: number[id(entry.block)]):
        groups.setdefault(_element(entry), []).append(entry)
    for group in groups.values():
        use(group)
        _person(making, group)


def _person(making: Making, group: list[Entry]) -> None:
    whole = joined([entry.passage for entry in group], " ").stripped(",;")
    parts = {entry.field: entry.passage for entry in group}
    family, given = parts.get("family"), parts.get("given")
    if family is None:
        if parted(whole.text).left_out:
            _line(making, whole)
        else:
            _author(making, whole.text, whole)
        return
    name = Name(literal=whole.text, family=family.text, given=given.text if given is not None else None)
    making.draft.add("authors", name, whole, literal=whole, family=family, given=given)


def _element(entry: Entry) -> int:
    """Which element of an author the entry stands in."""
    return next((id(mark.tag) for mark in entry.marks if "author" in mark.name.split()), id(entry.block))
