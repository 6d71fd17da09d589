"""Recipes: which step takes which lines of a record, for one sequence of tags.

In: what tags mean in a type of reference, and the tags of a record. Out: a `Recipe`, or None where records with these
tags are unusual: a tag of two meanings, one that no specification has, a repeated tag of a field that holds one value.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from coprod.readers.ris import number_steps, text_steps
from coprod.readers.ris.identity import DOI_TAGS
from coprod.readers.ris.issuance import TITLE_TAGS
from coprod.readers.ris.meanings import (
    C7_IS_ARTICLE_NUMBER,
    PMCID_TAGS,
    SE_IS_START_PAGE,
    SN_IS_ANOTHER_NUMBER,
    SP_IS_A_LENGTH,
    Plan,
)
from coprod.readers.ris.memories import Unusual
from coprod.readers.ris.shelf import EMPTY_ROW, FIELDS, Lines, Row, Shelf, Step
from coprod.text._words import word_set

_TO_EXTRA: Final = word_set(
    "AD AV C1 C2 C4 C5 C6 C7 C8 CA CN CP DB DP ET ID LB M1 M2 NV OP RI RP SE ST SV T3 TA TT U1 U3 U4 U5 Y2"
)
"""Tags that no field holds where no step takes them; with any other tag that is left, a record is unusual."""

_UNTOUCHED: Final = frozenset(("L3", "U2", "PMID", "PMC"))
"""Tags that the careful way compares with others."""


_LINKS: Final = ("L1", "L2", "L4", "LK")


class Recipe(NamedTuple):
    """What to do with the records of one type that have the same tags in the same order."""

    row: Row
    """The fields that all of them share."""

    scalars: tuple[tuple[int, int], ...]
    """Places in the row, and places of the lines."""

    steps: tuple[tuple[Step, Any], ...]
    """Steps, and which lines each takes."""


Places = dict[str, list[int]]
"""Tags of a record in order, and the places of their lines."""

Taken = tuple[Step, Callable[[Places, Any], Any], object]
"""A step, how to find its lines, and the tags of those."""


class Draught(NamedTuple):
    """A recipe for all records with the same tags, however often each is repeated."""

    row: Row
    scalars: tuple[tuple[int, str], ...]
    steps: tuple[Taken, ...]


class Recipes:
    """The recipes of one source."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._draughts: dict[tuple[object, ...], Draught | None] = {}

    def make(self, meaning: Plan, tags: Iterable[str]) -> Recipe | None:
        """The recipe for the tags of a record, TY and ER among them; None if records with these tags are unusual."""
        places: Places = {}
        for place, tag in enumerate(tags):
            if tag in places:
                places[tag].append(place)
            else:
                places[tag] = [place]
        repeated = frozenset([tag for tag, found in places.items() if len(found) > 1])
        key = (meaning.kind, *places, repeated)
        if key not in self._draughts:
            if len(self._draughts) >= _MOST:
                self._draughts.clear()
            self._draughts[key] = _Cook(meaning, list(places)[1:-1], repeated, self._shelf).draught()
        draught = self._draughts[key]
        if draught is None:
            return None
        try:
            steps_taken = tuple([(step, find(places, wanted)) for step, find, wanted in draught.steps])
        except Unusual:
            return None
        return Recipe(draught.row, tuple([(field, places[tag][0]) for field, tag in draught.scalars]), steps_taken)


_MOST: Final = 1024
"""Recipes for the same tags that are kept before they are made anew."""


# How to find the lines of a step -----------------------------------------------------------------------


def picker(places: Sequence[int]) -> Callable[[Lines], tuple[bytes, ...]]:
    """A function that takes the lines at these places, always as a tuple.

    Examples:
        >>> picker([2, 0])([b"a", b"b", b"c"]), picker([1])([b"a", b"b"])
        ((b'c', b'a'), (b'b',))
    """
    if len(places) > 1:
        return itemgetter(*places)
    (place,) = places

    def pick(lines: Lines) -> tuple[bytes, ...]:
        return (lines[place],)

    return pick


def _one(places: Places, tag: str) -> int:
    return places[tag][0]


def _run(places: Places, tag: str) -> slice:
    """Lines of a tag that stand together."""
    found = places[tag]
    if found[-1] - found[0] + 1 != len(found):
        raise Unusual
    return slice(found[0], found[-1] + 1)


def _runs(places: Places, roles: Iterable[tuple[str, str]]) -> tuple[tuple[str, slice], ...]:
    return tuple([(role, _run(places, tag)) for tag, role in roles])


def _every(places: Places, tags: Iterable[str]) -> tuple[int, ...]:
    return tuple([place for tag in tags for place in places[tag]])


def _picked(places: Places, tags: Iterable[str]) -> Callable[[Lines], tuple[bytes, ...]]:
    return picker(_every(places, tags))


def _tagged(places: Places, tags: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple([(tag, place) for tag in tags for place in places[tag]])


class _Cook:
    """Takes tag after tag from those that are left."""

    def __init__(self, meaning: Plan, tags: list[str], repeated: frozenset[str], shelf: Shelf) -> None:
        self._plan = meaning
        self._kind = meaning.kind
        self._shelf = shelf
        self._repeated = repeated
        self._left = dict.fromkeys(tags)
        self._is_usual = True

    def draught(self) -> Draught | None:
        """The recipe; None if records with these tags are unusual."""
        left = self._left
        if self._plan.csl is None or self._kind == "EDBOOK" or not _UNTOUCHED.isdisjoint(left):
            return None
        if "ST" in left and "TI" not in left and "T1" not in left:
            return None
        taken = [*self._search(), *self._texts(), *self._people(), *self._group_steps(), *self._pages()]
        scalars = tuple([(FIELDS[field], self._single(tag)) for tag, field in self._plan.plain if tag in left])
        taken += [*self._numbers(), *self._identity(), *self._rest()]
        if not self._is_usual or not _TO_EXTRA.issuperset(left) or self._is_asked_twice():
            return None
        if left:
            taken.append(self._extra())
        if "CP" in left:
            taken.append((self._step(number_steps.cp_step), _one, "CP"))
        row = EMPTY_ROW.copy()
        row[FIELDS["type"]] = self._plan.csl
        return Draught(row, scalars, tuple(taken))

    def _step(self, make: Callable[..., Step], *arguments: object) -> Step:
        return self._shelf.step(make, *arguments)

    def _single(self, tag: str) -> str:
        """A tag that may not be repeated."""
        del self._left[tag]
        self._is_usual = self._is_usual and tag not in self._repeated
        return tag

    def _several(self, *tags: str) -> tuple[str, ...]:
        """Those of the tags that are there."""
        found = tuple([tag for tag in tags if tag in self._left])
        for tag in found:
            del self._left[tag]
        return found

    def _is_asked_twice(self) -> bool:
        """Whether a tag that would go to `extra` may hold a number or a place in this type."""
        left = self._left
        if "CP" in left and "CP" in self._repeated:
            return True
        return PMCID_TAGS.get(self._kind) in left or not (self._plan.number_tags - {"SE", "CP"}).isdisjoint(left)

    def _search(self) -> Iterator[Taken]:
        """Without DO, a DOI may stand in many tags."""
        tags = () if "DO" in self._left else tuple(sorted(DOI_TAGS & self._left.keys()))
        if tags:
            yield self._step(number_steps.no_doi_step), _every, tags

    def _texts(self) -> Iterator[Taken]:
        for tag in ("TI", "T1"):
            if tag in self._left:
                yield self._step(text_steps.title_step), _one, self._single(tag)
                break

    def _people(self) -> Iterator[Taken]:
        for tag in self._several("AU") or self._several("A1"):
            yield self._step(text_steps.author_step), _run, tag
        roles = [(tag, role) for tag, role in self._plan.roles if self._several(tag)]
        if roles:
            yield self._step(text_steps.others_step), _runs, roles

    def _group_steps(self) -> Iterator[Taken]:
        """Steps that need several lines."""
        dates = tuple([self._single(tag) for tag in self._plan.dates if tag in self._left])
        if dates:
            yield self._step(number_steps.date_step, dates), _picked, dates
        titles = tuple([self._single(tag) for tag in TITLE_TAGS if tag in self._left])
        if titles:
            yield self._step(number_steps.container_step, self._kind, titles), _picked, titles

    def _pages(self) -> Iterator[Taken]:
        left = self._left
        start = "SE" if self._kind in SE_IS_START_PAGE and "SP" not in left else "SP"
        if start in left and "EP" in left:
            yield self._step(number_steps.page_step, start), _every, (self._single(start), self._single("EP"))
        elif start in left and self._kind not in SP_IS_A_LENGTH:
            yield self._step(number_steps.first_page_step, start), _one, self._single(start)

    def _numbers(self) -> Iterator[Taken]:
        if self._kind in C7_IS_ARTICLE_NUMBER and "C7" in self._left:
            yield self._step(number_steps.article_number_step), _one, self._single("C7")

    def _identity(self) -> Iterator[Taken]:
        left = self._left
        if "DO" in left:
            yield self._step(number_steps.doi_step), _one, self._single("DO")
        if "SN" in left:
            yield (
                self._step(number_steps.serial_step, self._kind not in SN_IS_ANOTHER_NUMBER),
                _picked,
                self._several("SN"),
            )
        labelled = tuple([tag for tag in ("U1", "C2") if tag in left])
        if labelled:
            yield self._step(number_steps.no_pmid_step), _every, labelled
        if "AN" in left:
            yield self._step(number_steps.accession_step, "DB" in left or "DP" in left), _one, self._single("AN")
        links = self._several("UR", *_LINKS)
        if links == ("UR",) and "UR" not in self._repeated:
            yield self._step(number_steps.url_step), _one, "UR"
        elif links:
            yield self._step(number_steps.links_step), _tagged, links

    def _rest(self) -> Iterator[Taken]:
        left = self._left
        for tag in ("AB", "N2"):
            if tag in left:
                yield self._step(text_steps.abstract_step, tag), _one, self._single(tag)
                break
        notes = self._several("N1", "RN")
        if len(notes) == 1 and notes[0] not in self._repeated:
            yield self._step(text_steps.note_step), _one, notes[0]
        elif notes:
            yield self._step(text_steps.notes_step), _picked, notes
        if "KW" in left:
            yield self._step(text_steps.keyword_step), _run, self._several("KW")[0]
        if "M3" in left:
            yield self._step(text_steps.genre_step), _one, self._single("M3")

    def _extra(self) -> Taken:
        tags = tuple(self._left)
        if self._repeated.isdisjoint(tags):
            return self._step(text_steps.extra_step, tags), _picked, tags
        return self._step(text_steps.repeated_extra_step), _tagged, tags
