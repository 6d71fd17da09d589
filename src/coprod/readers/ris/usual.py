"""The quick way for usual records, by recipes.

In: a `RawRecord`. Out: the Paper that the careful way would make of it, or None where anything is unusual: a repeated
tag besides AU and KW, an empty value, markup, a tag of two meanings, a value in more than its normal form.

A recipe says what to do with a sequence of tags; records of one producer share theirs, so it is made once for
many. Its steps write into a row, one place a field of Paper, and ask the functions that the careful way asks.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

import attrs

from coprod.models import Abstract, FrozenMapping, Paper, SourceRef
from coprod.models._base import storing_twin
from coprod.readers.ris.identity import DOI_TAGS, is_address, may_hold_pmid
from coprod.readers.ris.issuance import TITLE_TAGS, Containers, Dates
from coprod.readers.ris.meanings import SP_IS_A_LENGTH, Plan, plan
from coprod.readers.ris.people import People
from coprod.readers.ris.raw import RawRecord
from coprod.readers.ris.texts import RIGHTS
from coprod.text.dates import NO_VALUES
from coprod.text.identifiers import clean_doi, parse_serials

Values = list[str]
Row = list[Any]
Pick = Callable[[Values], tuple[str, ...]]
Step = Callable[[Values, Row], bool]
"""Fills places of the row from the values of the tags; False where something is unusual."""

_FIELDS: Final = {field.name: place for place, field in enumerate(attrs.fields(Paper))}
_EMPTY_ROW: Final[Row] = [field.default for field in attrs.fields(Paper)]
_ID: Final = _FIELDS["id"]
_SOURCE: Final = _FIELDS["source"]

_StoredPaper = storing_twin(Paper)
_StoredAbstract = storing_twin(Abstract)

_TO_EXTRA: Final = frozenset(
    "AD AV C4 C5 C6 C8 CA CN DB DP ET ID LB M2 NV OP RI RP SE ST SV T3 TA TT U3 U4 U5 Y2".split()
)
"""Tags that no field holds; with any other tag that no step takes, a record is unusual."""

_MEMO_SIZE: Final = 10_000


class Recipe(NamedTuple):
    """What to do with the records of one type that have the same tags in the same order."""

    row: Row
    """The fields that all of them share."""

    scalars: tuple[tuple[int, int], ...]
    """Places in the row, and places in the values."""

    pick_scalars: Pick
    steps: tuple[Step, ...]


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


class Usual:
    """Makes the Papers of usual records, with the memories of the careful way."""

    def __init__(self, people: People, dates: Dates, containers: Containers) -> None:
        self._people = people
        self._dates = dates
        self._containers = containers
        self._recipes: dict[tuple[str | None, ...], Recipe | None] = {}

    def paper(self, raw: RawRecord, identifier: str, source: SourceRef) -> Paper | None:
        """The Paper of a usual record; None for the careful way."""
        values = raw.values
        shape = (raw.type, *raw.tags)
        try:
            recipe = self._recipes[shape]
        except KeyError:
            recipe = self._remember(shape, raw)
        if recipe is None or raw.parts or "" in values:
            return None
        row = recipe.row.copy()
        if not NO_VALUES.isdisjoint(recipe.pick_scalars(values)):
            return None
        for field, place in recipe.scalars:
            row[field] = values[place]
        for step in recipe.steps:
            if not step(values, row):
                return None
        row[_ID] = identifier
        row[_SOURCE] = source
        paper: Any = _StoredPaper(*row)
        paper.__class__ = Paper
        return paper  # type: ignore[no-any-return]

    def _remember(self, shape: tuple[str | None, ...], raw: RawRecord) -> Recipe | None:
        if len(self._recipes) >= _MEMO_SIZE:
            self._recipes.clear()
        recipe = Cook(plan(raw.type or ""), raw.tags, self._people, self._dates, self._containers).recipe()
        self._recipes[shape] = recipe
        return recipe


class Cook:
    """Makes the recipe for one sequence of tags; takes tag after tag from those that are left."""

    def __init__(self, meaning: Plan, tags: list[str], people: People, dates: Dates, containers: Containers) -> None:
        self._plan = meaning
        self._tags = tags
        self._left = {tag: place for place, tag in reversed(list(enumerate(tags)))}
        self._people = people
        self._dates = dates
        self._containers = containers

    def recipe(self) -> Recipe | None:
        """The recipe; None if records with these tags are unusual."""
        if self._plan.csl is None or self._plan.kind == "EDBOOK":
            return None
        if "DO" not in self._left and not DOI_TAGS.isdisjoint(self._left):
            return None
        runs = [*self._run_steps()]
        if len(self._tags) != len(set(self._tags)) + sum(surplus for _step, surplus in runs):
            return None
        scalars = [(_FIELDS[field], self._left.pop(tag)) for tag, field in self._plan.plain if tag in self._left]
        steps = [*(step for step, _surplus in runs), *self._value_steps(), *self._group_steps()]
        left = sorted(self._left, key=self._left.__getitem__)
        if not _TO_EXTRA.issuperset(left):
            return None
        if left:
            steps.append(extra_step(left, picker([self._left[tag] for tag in left])))
        row = _EMPTY_ROW.copy()
        row[_FIELDS["type"]] = self._plan.csl
        return Recipe(row, tuple(scalars), picker([place for _field, place in scalars]), tuple(steps))

    def _run_steps(self) -> Iterator[tuple[Step, int]]:
        """Steps for tags that may repeat if they stand together, and how often they repeat."""
        author_tag = "AU" if "AU" in self._left else "A1"
        for tag, make in ((author_tag, self._author_step), ("KW", keyword_step)):
            count = self._tags.count(tag)
            if count:
                start = self._left.pop(tag)
                together = self._tags[start : start + count].count(tag) == count
                yield make(slice(start, start + count)), count - 1 if together else -1

    def _author_step(self, run: slice) -> Step:
        return author_step(self._people, run)

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
        if "SP" in self._left and "EP" in self._left:
            yield page_step(self._left.pop("SP"), self._left.pop("EP"))
        elif "SP" in self._left and self._plan.kind not in SP_IS_A_LENGTH:
            yield one_page_step(self._left.pop("SP"))

    def _take(self, tags: list[str]) -> Pick:
        return picker([self._left.pop(tag) for tag in tags])


# Steps ------------------------------------------------------------------------------------------------


def author_step(people: People, run: slice) -> Step:
    """Authors, one name a value."""
    known = people.known
    authors = _FIELDS["authors"]

    def step(values: Values, row: Row) -> bool:
        names = row[authors] = known(values[run])
        return names is not None

    return step


def keyword_step(run: slice) -> Step:
    """Keywords, one a value, none of them a major heading."""
    keywords = _FIELDS["keywords"]

    def step(values: Values, row: Row) -> bool:
        found = values[run]
        row[keywords] = tuple(found) if len(set(found)) == len(found) else tuple(dict.fromkeys(found))
        joined = "".join(found)
        return ";" not in joined and "*" not in joined

    return step


def title_step(place: int) -> Step:
    """A title without markup."""
    title = _FIELDS["title"]

    def step(values: Values, row: Row) -> bool:
        text = row[title] = values[place]
        return "<" not in text and "&" not in text

    return step


def abstract_step(place: int) -> Step:
    """An abstract without markup, which is no statement of rights."""
    field = _FIELDS["abstract"]

    def step(values: Values, row: Row) -> bool:
        text = values[place]
        abstract: Any = _StoredAbstract(text)
        abstract.__class__ = Abstract
        row[field] = abstract
        return "<" not in text and "&" not in text and not text.startswith(RIGHTS)

    return step


def doi_step(place: int) -> Step:
    """A DOI in its normal form."""
    doi = _FIELDS["doi"]

    def step(values: Values, row: Row) -> bool:
        value = row[doi] = values[place]
        return clean_doi(value) == value

    return step


def serial_step(place: int) -> Step:
    """One ISSN in its normal form."""
    issn = _FIELDS["issn"]

    def step(values: Values, row: Row) -> bool:
        found = row[issn] = parse_serials(values[place]).issn
        return found == (values[place],)

    return step


def url_step(place: int) -> Step:
    """One web address."""
    urls = _FIELDS["urls"]

    def step(values: Values, row: Row) -> bool:
        value = values[place]
        row[urls] = (value,)
        return is_address(value)

    return step


def note_step(place: int) -> Step:
    """A note that holds neither rights nor a PMID."""
    notes = _FIELDS["notes"]

    def step(values: Values, row: Row) -> bool:
        note = values[place]
        row[notes] = (note,)
        return not note.startswith(RIGHTS) and not may_hold_pmid(note)

    return step


def accession_step(place: int) -> Step:
    """An accession number that cannot be a PMID."""
    identifiers = _FIELDS["identifiers"]

    def step(values: Values, row: Row) -> bool:
        row[identifiers] = FrozenMapping(accession=values[place])
        return not values[place].isdigit()

    return step


def genre_step(place: int) -> Step:
    """A kind of work that is no DOI."""
    genre = _FIELDS["genre"]

    def step(values: Values, row: Row) -> bool:
        value = row[genre] = values[place]
        return "10." not in value

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
    issued = _FIELDS["issued"]
    look_up = dates.look_up
    key = tuple(tags)

    def step(values: Values, row: Row) -> bool:
        row[issued], left = look_up(key, pick(values))
        return not left

    return step


def container_step(containers: Containers, kind: str, tags: list[str], pick: Pick) -> Step:
    """Titles that name one container."""
    full, short = _FIELDS["container_title"], _FIELDS["container_title_short"]
    known: dict[tuple[str, ...], tuple[str | None, str | None] | None] = {}

    def read(picked: tuple[str, ...]) -> tuple[str | None, str | None] | None:
        named = tuple((tag, (title,)) for tag, title in zip(tags, picked, strict=True))
        placed = containers.look_up(kind, named, may_be_subtitle=kind == "JOUR")
        fields = dict(placed.fields)
        if len(known) >= _MEMO_SIZE:
            known.clear()
        known[picked] = (fields.get("container_title"), fields.get("container_title_short")) if placed.is_usual else None
        return known[picked]

    def step(values: Values, row: Row) -> bool:
        picked = pick(values)
        titles = known[picked] if picked in known else read(picked)
        if titles is None:
            return False
        row[full], row[short] = titles
        return True

    return step


def page_step(start: int, end: int) -> Step:
    """First and last page in digits."""
    first, last = _FIELDS["first_page"], _FIELDS["last_page"]

    def step(values: Values, row: Row) -> bool:
        one = row[first] = values[start]
        other = row[last] = values[end]
        return one.isdecimal() and other.isdecimal() and one.isascii() and other.isascii() and len(one) <= len(other)

    return step


def one_page_step(start: int) -> Step:
    """A first page in digits."""
    first = _FIELDS["first_page"]

    def step(values: Values, row: Row) -> bool:
        one = row[first] = values[start]
        return one.isdecimal() and one.isascii()

    return step


def extra_step(tags: list[str], pick: Pick) -> Step:
    """Values that no field holds."""
    extra = _FIELDS["extra"]

    def step(values: Values, row: Row) -> bool:
        row[extra] = FrozenMapping(zip(tags, zip(pick(values))))  # noqa: B905 - of one length
        return True

    return step
