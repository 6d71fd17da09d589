"""The quick way for usual records, by recipes.

In: a `RawRecord`. Out: the Paper that the careful way would make of it, or None where anything is unusual: a repeated
tag besides AU and KW, an empty value, markup, a tag of two meanings, a value in more than its normal form.

A recipe says what to do with the tags of a record; records of one producer have few sequences of tags, so
it is made once for many. Its steps ask the same functions and memories that the careful way asks.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from coprod.models import Abstract, FrozenMapping
from coprod.models._base import storing_twin
from coprod.readers.ris.identity import is_address, may_hold_pmid
from coprod.readers.ris.issuance import TITLE_TAGS, Containers, Dates
from coprod.readers.ris.meanings import SP_IS_A_LENGTH, Plan
from coprod.readers.ris.people import People
from coprod.readers.ris.raw import RawRecord
from coprod.readers.ris.texts import RIGHTS
from coprod.text.dates import NO_VALUES
from coprod.text.identifiers import clean_doi, parse_serials
from coprod.text.pages import parse_pages

Values = list[str]
Fields = dict[str, Any]
Pick = Callable[[Values], tuple[str, ...]]
Step = Callable[[Values, Fields], bool]
"""Fills fields from the first values of the tags; False where something is unusual."""

_StoredAbstract = storing_twin(Abstract)

_TO_EXTRA: Final = frozenset(
    "AD AV C4 C5 C6 C8 CA CN DB DP ET ID LB M2 NV OP RI RP SE ST SV T3 TA TT U3 U4 U5 Y2".split()
)
"""Tags that no field holds; with any other tag that no step takes, a record is unusual."""

class Recipe(NamedTuple):
    """What to do with the records of one type that have the same tags in the same order."""

    author_tag: str | None
    has_keywords: bool
    scalar_fields: tuple[str, ...]
    pick_scalars: Pick
    steps: tuple[Step, ...]
    extra_tags: tuple[str, ...]
    pick_extra: Pick


def picker(places: Sequence[int]) -> Pick:
    """A function that takes the values at these places, always as a tuple.

    Examples:
        >>> picker([2, 0])(["a", "b", "c"]), picker([1])(["a", "b"]), picker([])(["a"])
        (('c', 'a'), ('b',), ())
    """
    if len(places) > 1:
        return itemgetter(*places)
    start = places[0] if places else 0
    take = itemgetter(slice(start, start + len(places)))

    def pick(values: Values) -> tuple[str, ...]:
        return tuple(take(values))

    return pick


def run_of(tag: str, tags: list[str], values: Values) -> Values:
    """All values of a tag; the usual case is that they stand together.

    Examples:
        >>> run_of("AU", ["TI", "AU", "AU", "PY"], ["A title", "Wang, H.", "Ran, B.", "2025"])
        ['Wang, H.', 'Ran, B.']
    """
    count = tags.count(tag)
    start = tags.index(tag)
    end = start + count
    if count == 1 or tags[start:end].count(tag) == count:
        return values[start:end]
    return [value for name, value in zip(tags, values, strict=True) if name == tag]


class Usual:
    """Makes the fields of usual records, with the memories of the careful way."""

    def __init__(self, people: People, dates: Dates, containers: Containers) -> None:
        self._people = people
        self._dates = dates
        self._containers = containers
        self._recipes: dict[tuple[str, ...], Recipe | None] = {}

    def fields(self, raw: RawRecord, plan: Plan) -> Fields | None:
        """The fields of a usual record, without id and source; None for the careful way."""
        tags, values = raw.tags, raw.values
        found = dict(zip(tags, values))  # noqa: B905 - lists of one length
        shape = (plan.kind, *found)
        try:
            recipe = self._recipes[shape]
        except KeyError:
            recipe = self._remember(shape, plan, list(found))
        if recipe is None or raw.parts or "" in values:
            return None
        first = list(found.values())
        scalars = recipe.pick_scalars(first)
        if not NO_VALUES.isdisjoint(map(str.lower, scalars)):
            return None
        fields: Fields = dict(zip(recipe.scalar_fields, scalars))  # noqa: B905 - tuples of one length
        fields["type"] = plan.csl
        surplus = len(tags) - len(found)
        if recipe.author_tag is not None:
            run = run_of(recipe.author_tag, tags, values)
            names = self._people.known(run)
            if names is None:
                return None
            fields["authors"] = names
            surplus -= len(run) - 1
        if recipe.has_keywords:
            run = run_of("KW", tags, values)
            joined = "".join(run)
            if ";" in joined or "*" in joined:
                return None
            fields["keywords"] = tuple(dict.fromkeys(run))
            surplus -= len(run) - 1
        if surplus:
            return None
        for step in recipe.steps:
            if not step(first, fields):
                return None
        if recipe.extra_tags:
            fields["extra"] = FrozenMapping(zip(recipe.extra_tags, zip(recipe.pick_extra(first))))  # noqa: B905
        return fields

    def _remember(self, shape: tuple[str, ...], plan: Plan, tags: list[str]) -> Recipe | None:
        if len(self._recipes) >= _MEMO_SIZE:
            self._recipes.clear()
        if plan.csl is None or plan.kind == "EDBOOK":
            recipe = None
        else:
            recipe = Cook(plan, tags, self._dates, self._containers).recipe()
        self._recipes[shape] = recipe
        return recipe


_MEMO_SIZE: Final = 10_000


class Cook:
    """Makes the recipe for one sequence of different tags; takes tag after tag from those that are left."""

    def __init__(self, plan: Plan, tags: list[str], dates: Dates, containers: Containers) -> None:
        self._plan = plan
        self._left = {tag: place for place, tag in enumerate(tags)}
        self._dates = dates
        self._containers = containers

    def recipe(self) -> Recipe | None:
        """The recipe; None if records with these tags are unusual."""
        author_tag = self._one("AU", "A1")
        keyword_tag = self._one("KW")
        scalars = self._scalars()
        steps = [*self._value_steps(), *self._group_steps()]
        left = self._left
        if not _TO_EXTRA.issuperset(left):
            return None
        return Recipe(
            author_tag,
            keyword_tag is not None,
            tuple(scalars),
            picker(tuple(scalars.values())),
            tuple(steps),
            tuple(left),
            picker(tuple(left.values())),
        )

    def _one(self, *tags: str) -> str | None:
        """The first of these tags that is there, taken; the others stay, and make the record unusual."""
        for tag in tags:
            if self._left.pop(tag, None) is not None:
                return tag
        return None

    def _scalars(self) -> dict[str, int]:
        left = self._left
        return {field: left.pop(tag) for tag, field in self._plan.plain if tag in left}

    def _value_steps(self) -> Iterator[Step]:
        """Steps that need one value."""
        for tags, make in _VALUE_STEPS:
            for tag in tags:
                if tag in self._left:
                    yield make(self._left.pop(tag))
                    break

    def _group_steps(self) -> Iterator[Step]:
        """Steps that need the values of several tags."""
        dates = [tag for tag in self._plan.dates if tag in self._left]
        if dates:
            yield date_step(self._dates, dates, self._take(dates))
        titles = [tag for tag in TITLE_TAGS if tag in self._left]
        if titles:
            yield container_step(self._containers, self._plan.kind, titles, self._take(titles))
        if "SP" in self._left and ("EP" in self._left or self._plan.kind not in SP_IS_A_LENGTH):
            yield page_step(self._left.pop("SP"), self._left.pop("EP", None))

    def _take(self, tags: list[str]) -> Pick:
        return picker([self._left.pop(tag) for tag in tags])


# Steps ------------------------------------------------------------------------------------------------


def title_step(place: int) -> Step:
    """A title without markup."""

    def step(first: Values, fields: Fields) -> bool:
        fields["title"] = title = first[place]
        return "<" not in title and "&" not in title

    return step


def abstract_step(place: int) -> Step:
    """An abstract without markup, which is no statement of rights."""

    def step(first: Values, fields: Fields) -> bool:
        text = first[place]
        abstract: Any = _StoredAbstract(text=text)
        abstract.__class__ = Abstract
        fields["abstract"] = abstract
        return "<" not in text and "&" not in text and not text.startswith(RIGHTS)

    return step


def doi_step(place: int) -> Step:
    """A DOI in its normal form."""

    def step(first: Values, fields: Fields) -> bool:
        fields["doi"] = doi = first[place]
        return clean_doi(doi) == doi

    return step


def serial_step(place: int) -> Step:
    """One ISSN in its normal form."""

    def step(first: Values, fields: Fields) -> bool:
        fields["issn"] = issn = parse_serials(first[place]).issn
        return issn == (first[place],)

    return step


def url_step(place: int) -> Step:
    """One web address."""

    def step(first: Values, fields: Fields) -> bool:
        fields["urls"] = (first[place],)
        return is_address(first[place])

    return step


def note_step(place: int) -> Step:
    """A note that holds neither rights nor a PMID."""

    def step(first: Values, fields: Fields) -> bool:
        note = first[place]
        fields["notes"] = (note,)
        return not note.startswith(RIGHTS) and not may_hold_pmid(note)

    return step


def accession_step(place: int) -> Step:
    """An accession number that cannot be a PMID."""

    def step(first: Values, fields: Fields) -> bool:
        fields["identifiers"] = FrozenMapping(accession=first[place])
        return not first[place].isdigit()

    return step


def genre_step(place: int) -> Step:
    """A kind of work that is no DOI."""

    def step(first: Values, fields: Fields) -> bool:
        fields["genre"] = first[place]
        return "10." not in first[place]

    return step


_VALUE_STEPS: Final[tuple[tuple[tuple[str, ...], Callable[[int], Step]], ...]] = (
    (("TI", "T1"), title_step),
    (("AB", "N2"), abstract_step),
    (("DO",), doi_step),
    (("SN",), serial_step),
    (("UR",), url_step),
    (("N1",), note_step),
    (("AN",), accession_step),
    (("M3",), genre_step),
)


def date_step(dates: Dates, tags: list[str], pick: Pick) -> Step:
    """Dates that say the same, or add to each other."""

    def step(first: Values, fields: Fields) -> bool:
        issued, left = dates.look_up(tuple(zip(tags, pick(first))))  # noqa: B905 - of one length
        fields["issued"] = issued
        return not left

    return step


def container_step(containers: Containers, kind: str, tags: list[str], pick: Pick) -> Step:
    """Titles that name one container."""

    def step(first: Values, fields: Fields) -> bool:
        placed = containers.look_up(kind, tuple(zip(tags, zip(pick(first)))), may_be_subtitle=kind == "JOUR")  # noqa: B905
        fields.update(placed.fields)
        return placed.is_usual

    return step


def page_step(start: int, end: int | None) -> Step:
    """Pages that are printed as they are kept."""

    def step(first: Values, fields: Fields) -> bool:
        last = first[end] if end is not None else None
        pages = parse_pages(first[start], last)
        fields["first_page"] = pages.first
        fields["last_page"] = pages.last
        fields["article_number"] = pages.article_number
        return pages.first == first[start] and pages.last == last

    return step
