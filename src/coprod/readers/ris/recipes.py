"""Recipes: which step takes which lines of a record, for one sequence of tags.

In: what tags mean in a type of reference, and the tags of a record. Out: a `Recipe`, or None where records with these
tags are unusual: a tag of two meanings, one that no specification has, a repeated tag of a field that holds one value.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from coprod.readers.ris import steps
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
from coprod.readers.ris.steps import FIELDS, Lines, Row, Shelf, Step
from coprod.text._words import word_set

_TO_EXTRA: Final = word_set(
    "AD AV C1 C2 C4 C5 C6 C7 C8 CA CN DB DP ET ID LB M1 M2 NV OP RI RP SE ST SV T3 TA TT U1 U3 U4 U5 Y2"
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


def recipe(meaning: Plan, tags: list[str], shelf: Shelf) -> Recipe | None:
    """The recipe for the tags of a record, TY and ER among them; None if records with these tags are unusual."""
    if meaning.csl is None or meaning.kind == "EDBOOK":
        return None
    return _Cook(meaning, tags, shelf).recipe()


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


class _Cook:
    """Takes tag after tag from those that are left."""

    def __init__(self, meaning: Plan, tags: list[str], shelf: Shelf) -> None:
        self._plan = meaning
        self._kind = meaning.kind
        self._shelf = shelf
        left: dict[str, list[int]] = {}
        for place, tag in enumerate(tags):
            if tag in left:
                left[tag].append(place)
            else:
                left[tag] = [place]
        del left["TY"], left["ER"]
        self._left = left
        self._single = True

    def recipe(self) -> Recipe | None:
        left = self._left
        if not _UNTOUCHED.isdisjoint(left) or ("ST" in left and "TI" not in left and "T1" not in left):
            return None
        taken = [*self._search(), *self._texts(), *self._people(), *self._group_steps(), *self._pages()]
        scalars = tuple([(FIELDS[field], self._one(tag)) for tag, field in self._plan.plain if tag in left])
        taken += [*self._numbers(), *self._identity(), *self._rest()]
        if not self._single or not _TO_EXTRA.issuperset(left) or self._is_asked_twice():
            return None
        if left:
            taken.append(self._extra())
        row = steps.EMPTY_ROW.copy()
        row[FIELDS["type"]] = self._plan.csl
        return Recipe(row, scalars, tuple(taken))

    def _step(self, make: Callable[..., Step], *arguments: object) -> Step:
        return self._shelf.step(make, *arguments)

    def _one(self, tag: str) -> int:
        """The only line of a tag."""
        places = self._left.pop(tag)
        self._single = self._single and len(places) == 1
        return places[0]

    def _run(self, tag: str) -> slice:
        """Lines of a tag that stand together."""
        places = self._left.pop(tag)
        self._single = self._single and places[-1] - places[0] + 1 == len(places)
        return slice(places[0], places[-1] + 1)

    def _all(self, tags: Sequence[str]) -> list[int]:
        """All lines of the tags, tag after tag."""
        return [place for tag in tags if tag in self._left for place in self._left.pop(tag)]

    def _take(self, tags: Sequence[str]) -> Callable[[Lines], tuple[bytes, ...]]:
        return picker([self._one(tag) for tag in tags])

    def _is_asked_twice(self) -> bool:
        """Whether a tag that would go to `extra` may hold a number or a place in this type."""
        left = self._left
        return PMCID_TAGS.get(self._kind) in left or not (self._plan.number_tags - {"SE", "CP"}).isdisjoint(left)

    def _search(self) -> Iterator[tuple[Step, Any]]:
        """Without DO, a DOI may stand in many tags."""
        left = self._left
        if "DO" in left or DOI_TAGS.isdisjoint(left):
            return
        places = [place for tag in sorted(DOI_TAGS & left.keys()) for place in left[tag]]
        yield self._step(steps.no_doi_step), tuple(places)

    def _texts(self) -> Iterator[tuple[Step, Any]]:
        left = self._left
        for tag in ("TI", "T1"):
            if tag in left:
                yield self._step(steps.title_step), self._one(tag)
                break

    def _people(self) -> Iterator[tuple[Step, Any]]:
        author_tag = "AU" if "AU" in self._left else "A1"
        if author_tag in self._left:
            yield self._step(steps.author_step), self._run(author_tag)
        others = [(role, self._run(tag)) for tag, role in self._plan.roles if tag in self._left]
        if others:
            yield self._step(steps.others_step), tuple(others)

    def _group_steps(self) -> Iterator[tuple[Step, Any]]:
        """Steps that need several lines."""
        dates = tuple([tag for tag in self._plan.dates if tag in self._left])
        if dates:
            yield self._step(steps.date_step, dates), self._take(dates)
        titles = tuple([tag for tag in TITLE_TAGS if tag in self._left])
        if titles:
            yield self._step(steps.container_step, self._kind, titles), self._take(titles)

    def _pages(self) -> Iterator[tuple[Step, Any]]:
        left = self._left
        start = "SE" if self._kind in SE_IS_START_PAGE and "SP" not in left else "SP"
        if start in left and "EP" in left:
            yield self._step(steps.page_step, start), (self._one(start), self._one("EP"))
        elif start in left and self._kind not in SP_IS_A_LENGTH:
            yield self._step(steps.first_page_step, start), self._one(start)

    def _numbers(self) -> Iterator[tuple[Step, Any]]:
        left = self._left
        if self._kind in C7_IS_ARTICLE_NUMBER and "C7" in left:
            yield self._step(steps.article_number_step), self._one("C7")
        if "CP" in left:
            yield self._step(steps.cp_step), self._one("CP")

    def _identity(self) -> Iterator[tuple[Step, Any]]:
        left = self._left
        if "DO" in left:
            yield self._step(steps.doi_step), self._one("DO")
        if "SN" in left:
            tells = self._kind not in SN_IS_ANOTHER_NUMBER
            yield self._step(steps.serial_step, tells), picker(left.pop("SN"))
        labelled = tuple(place for tag in ("U1", "C2") for place in left.get(tag, ()))
        if labelled:
            yield self._step(steps.no_pmid_step), labelled
        if "AN" in left:
            yield self._step(steps.accession_step), self._one("AN")
        links = [tag for tag in ("UR", *_LINKS) if tag in left]
        if links == ["UR"] and len(left["UR"]) == 1:
            yield self._step(steps.url_step), self._one("UR")
        elif links:
            yield self._step(steps.links_step), tuple([(tag, place) for tag in links for place in left.pop(tag)])

    def _rest(self) -> Iterator[tuple[Step, Any]]:
        left = self._left
        for tag in ("AB", "N2"):
            if tag in left:
                yield self._step(steps.abstract_step, tag), self._one(tag)
                break
        notes = self._all(("N1", "RN"))
        if len(notes) == 1:
            yield self._step(steps.note_step), notes[0]
        elif notes:
            yield self._step(steps.notes_step), picker(notes)
        if "KW" in left:
            yield self._step(steps.keyword_step), self._run("KW")
        if "M3" in left:
            yield self._step(steps.genre_step), self._one("M3")

    def _extra(self) -> tuple[Step, Any]:
        tags = tuple(self._left)
        if all(len(places) == 1 for places in self._left.values()):
            return self._step(steps.extra_step, tags), self._take(tags)
        places = [place for places in self._left.values() for place in places]
        names = tuple([tag for tag, places in self._left.items() for _ in places])
        return self._step(steps.repeated_extra_step, names), picker(places)
