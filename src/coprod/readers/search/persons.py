"""Persons of a row beside the line of its authors: what the icon of an ORCID leads to, and the editors of the whole.

In: the entries of a row, and the values of attributes. Out: entries of names without the words of the icon, names with
their ORCID, editors. An ORCID that cannot be told to be that of one of the authors goes to `extra`. Nothing raises.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from coprod.readers.pages.blocks import attribute, joined
from coprod.readers.search import people
from coprod.readers.search.authors import read_people
from coprod.readers.search.lines import ICON
from coprod.readers.search.making import Making, use
from coprod.readers.search.marks import Attribute
from coprod.readers.search.rows import Entry
from coprod.text.identifiers import clean_orcid
from coprod.text.name_rows import parted
from coprod.text.names import is_et_al

if TYPE_CHECKING:
    from bs4 import Tag

    from coprod.readers.pages.stream import Element

_OF_NAMES: Final = frozenset(("author", "authors", "citation"))
_OF_ONE: Final = ("author", "given", "family")
_EDITOR: Final = re.compile(r"\((?:eds?|editors?)\.?\)", re.IGNORECASE)


def without_icon(entry: Entry) -> Entry:
    """An entry of names without the words that stand for an icon in it.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> block = Block([Piece("Ana Costa, View ORCID ProfileBen Adler", 1, 0)])
        >>> without_icon(Entry("authors", block.passage(), block)).passage.text
        'Ana Costa, Ben Adler'
    """
    if entry.field not in _OF_NAMES or "orcid" not in entry.passage.text.lower():
        return entry
    text, parts, last = entry.passage.text, [], 0
    for icon in ICON.finditer(text):
        parts.append(entry.passage.part(last, icon.start()))
        last = icon.end()
    return entry._replace(passage=joined([part for part in (*parts, entry.passage.part(last, len(text))) if part], ""))


def read_of_elements(making: Making, found: Sequence[Entry]) -> None:
    """Authors of an element each; those that the line of the authors does not show are kept beside it."""
    if making.has_elements or not making.has("authors"):
        making.has_elements = True
        read_people(making, found)
        return
    shown = {word for name in making.draft.items["authors"] for word in name.literal.split()}
    for entry in found:
        name = entry.passage.stripped(",;")
        if not shown.issuperset(name.text.split()) and not is_et_al(name.text):
            making.keep("author", name)


def read_orcids(making: Making, found: Iterable[Attribute]) -> None:
    """The ORCIDs of links within the elements of authors."""
    names = making.draft.items.get("authors", [])
    places = _places(making)
    for value in found:
        orcid = clean_orcid(value.value)
        passage = attribute(value.value, value.tag.sourceline or 1)
        place = next((places[id(tag)] for tag in _around(value.tag) if id(tag) in places), None)
        if orcid is None or place is None or names[place].orcid not in (None, orcid):
            making.keep("orcid", passage)
            continue
        names[place] = attrs.evolve(names[place], orcid=orcid)
        making.draft.follow(f"authors[{place}]", orcid=passage)


def _places(making: Making) -> dict[int, int]:
    """Which of the authors stands in which element: those of a name in their order."""
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, name in enumerate(making.draft.items.get("authors", ())):
        free[name.literal].append(place)
    return {element: free[literal].popleft() for element, literal in _persons(making).items() if free[literal]}


def _persons(making: Making) -> dict[int, str]:
    """The name in each element of an author."""
    number = {id(block): index for index, block in enumerate(making.blocks)}
    entries = [entry for field in _OF_ONE for entry in making.all.get(field, ())]
    parts: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: number[id(entry.block)]):
        for mark in entry.marks:
            if "author" in mark.name.split():
                parts[id(mark.tag)].append(entry)
    return {
        element: joined([entry.passage for entry in group], " ").stripped(",;").text for element, group in parts.items()
    }


def _around(tag: "Tag | Element") -> "Iterator[Tag | Element]":
    above: Tag | Element | None = tag
    while above is not None:
        yield above
        above = above.parent


def read_editors(making: Making, found: Sequence[Entry]) -> None:
    """The editors of the book that a chapter is in: `"Ana Costa (ed.), Ben Adler (ed.)"`."""
    use(found)
    for entry in found:
        for start, end in parted(entry.passage.text).names:
            said = entry.passage.part(start, end).stripped(",;")
            sign = _EDITOR.search(said.text)
            literal = said.part(0, sign.start()).stripped("") if sign is not None else said
            if not literal:
                continue
            name = people.name_of(literal.text)
            parts = {"family": name.family, "given": name.given}
            places = {part: literal.find(value) for part, value in parts.items() if value is not None}
            making.draft.add("editors", name, literal, literal=literal, **places)
            if name.family is None and not people.is_group(literal.text):
                making.tell("search.name-not-split", literal, "editors")
