"""The quick way for usual records, by recipes.

In: a `Candidate`, lines from TY to ER. Out: the Paper that the careful way would make of it, or None where anything is
unusual: a line that is no tag, a repeated tag besides AU and KW, an empty value, markup, a tag of two meanings, a value
in more than its normal form.

A recipe says what to do with a sequence of tags; records of one producer share theirs, so it is made once for
many. Its steps write into a row, one place a field of Paper. Lines that come again and again (names, keywords,
journals, years) are read once and then looked up as they stand, without decoding; what reads them is what the
careful way uses.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final, Generic, NamedTuple, TypeVar

import attrs

from coprod.decoding import text_of
from coprod.models import Abstract, FrozenMapping, Name, Paper, SourceRef
from coprod.models._base import storing_twin
from coprod.readers.ris.identity import DOI_TAGS, is_address, may_hold_pmid
from coprod.readers.ris.issuance import TITLE_TAGS, Containers, read_dates
from coprod.readers.ris.meanings import SE_IS_START_PAGE, SP_IS_A_LENGTH, Plan, plan
from coprod.readers.ris.people import People
from coprod.readers.ris.raw import READER, record_id
from coprod.readers.ris.texts import RIGHTS
from coprod.readers.ris.tokens import Candidate
from coprod.text.abstracts import sections_of
from coprod.text.dates import is_placeholder
from coprod.text.identifiers import NORMAL_DOI, parse_serials
from coprod.text.placeholders import PLACEHOLDERS, states_nothing

Lines = list[bytes]
Row = list[Any]
Step = Callable[[Lines, Row], None]
"""Fills places of the row from the lines of the record."""

V = TypeVar("V")

_PAPER_FIELDS: Final[tuple[Any, ...]] = attrs.fields(Paper)
_FIELDS: Final = {field.name: place for place, field in enumerate(_PAPER_FIELDS)}
_EMPTY_ROW: Final[Row] = [field.default for field in _PAPER_FIELDS]
_ID: Final = _FIELDS["id"]
_SOURCE: Final = _FIELDS["source"]

_StoredPaper = storing_twin(Paper)
_StoredRef = storing_twin(SourceRef)
_StoredAbstract = storing_twin(Abstract)

_TO_EXTRA: Final = frozenset(
    [
        "AD",
        "AV",
        "C4",
        "C5",
        "C6",
        "C8",
        "CA",
        "CN",
        "DB",
        "DP",
        "ET",
        "ID",
        "LB",
        "M2",
        "NV",
        "OP",
        "RI",
        "RP",
        "SE",
        "ST",
        "SV",
        "T3",
        "TA",
        "TT",
        "U3",
        "U4",
        "U5",
        "Y2",
    ]
)
"""Tags that no field holds; with any other tag that no step takes, a record is unusual."""

_MOST: Final = 50_000
"""Lines that a memory keeps before it begins anew."""


class Unusual(Exception):  # noqa: N818 - no error, the careful way follows
    """A record needs the careful way."""


class Memory(dict[bytes, V], Generic[V]):
    """What lines of one kind mean; a line that is not known is read, and remembered if it is usual."""

    def __init__(self, width: int, read: Callable[[str], V]) -> None:
        super().__init__()
        self._width = width
        self._read = read

    def __missing__(self, line: bytes) -> V:
        found = self._read(value_of(line, self._width))
        if len(self) >= _MOST:
            self.clear()
        self[line] = found
        return found


class GroupMemory(dict[tuple[bytes, ...], V], Generic[V]):
    """The same for several lines that only together mean something."""

    def __init__(self, width: int, read: Callable[[tuple[str, ...]], V], most: int = _MOST) -> None:
        super().__init__()
        self._width = width
        self._read = read
        self._most = most

    def __missing__(self, lines: tuple[bytes, ...]) -> V:
        found = self._read(tuple([value_of(line, self._width) for line in lines]))
        if len(self) >= self._most:
            self.clear()
        self[lines] = found
        return found


def value_of(line: bytes, width: int) -> str:
    """The value of a line; an empty one is unusual, and one in which a hyphen stands as behind a tag.

    Examples:
        >>> value_of(b"PY  - 2025 ", 6)
        '2025'
    """
    value = line[width:].decode().strip()
    if not value or WIDE_HYPHEN in value:
        raise Unusual
    return value


WIDE_HYPHEN: Final = "  -"
"""Where it stands inside a value, another line was joined to this one."""


def is_joined(text: str) -> bool:
    """Whether a long text has such a hyphen; single hyphens are few, and found fast.

    Examples:
        >>> is_joined("co-production of - and with - users"), is_joined("It ends.KW  - trust")
        (False, True)
    """
    place = text.find("-", 2)
    while place > 0:
        if text[place - 1] == " " == text[place - 2]:
            return True
        place = text.find("-", place + 1)
    return False


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


class Recipe(NamedTuple):
    """What to do with the records of one type that have the same tags in the same order."""

    row: Row
    """The fields that all of them share."""

    scalars: tuple[tuple[int, int], ...]
    """Places in the row, and places of the lines."""

    steps: tuple[Step, ...]


Shape = tuple[bytes | str | None, ...]
"""The line of TY and the tags of a record."""


class Usual:
    """Makes the Papers of usual records of one source."""

    def __init__(self, source: str, people: People, containers: Containers) -> None:
        self._source = source
        self._people = people
        self._containers = containers
        self._recipes: dict[Shape, Recipe | None] = {}
        self._shelves: dict[int, Shelf] = {}

    def paper(self, candidate: Candidate, width: int) -> Paper | None:
        """The Paper of a usual record; None for the careful way."""
        first, last, lines, tags = candidate
        shape = (lines[0], *tags)
        try:
            recipe = self._recipes[shape]
        except KeyError:
            recipe = self._remember(shape, lines[0], tags, width)
        if recipe is None:
            return None
        row = recipe.row.copy()
        scalar = self._shelves[width].scalars
        try:
            for field, place in recipe.scalars:
                row[field] = scalar[lines[place]]
            for step in recipe.steps:
                step(lines, row)
        except (Unusual, UnicodeDecodeError):
            return None
        row[_ID] = record_id(b"\n".join(lines[:-1]))
        source: Any = _StoredRef(self._source, READER, first, last)
        source.__class__ = SourceRef
        row[_SOURCE] = source
        paper: Any = _StoredPaper(*row)
        paper.__class__ = Paper
        return paper  # type: ignore[no-any-return]

    def _remember(self, shape: Shape, kind: bytes, tags: list[str | None], width: int) -> Recipe | None:
        if len(self._recipes) >= _MOST:
            self._recipes.clear()
        recipe: Recipe | None = None
        if None not in tags and tags.count("TY") == 1:
            shelf = self._shelves.setdefault(width, Shelf(width, self._people, self._containers))
            recipe = Cook(plan(text_of(kind[width:]).strip()), tags, shelf).recipe()  # type: ignore[arg-type]
        self._recipes[shape] = recipe
        return recipe


class Shelf:
    """The memories that the recipes of one source share."""

    def __init__(self, width: int, people: People, containers: Containers) -> None:
        self.width = width
        self.containers = containers
        self.names: Memory[Name] = Memory(width, usually(people.one))
        self.keywords: Memory[str] = Memory(width, _keyword)
        self.scalars: Memory[str] = Memory(width, _stated)
        self.serials: Memory[tuple[str, ...]] = Memory(width, _serial)


def usually(read: Callable[[str], V | None]) -> Callable[[str], V]:
    """A function that finds it unusual where another gives None."""

    def read_or_refuse(value: str) -> V:
        found = read(value)
        if found is None:
            raise Unusual
        return found

    return read_or_refuse


def _keyword(value: str) -> str:
    if ";" in value or value[0] == "*" or states_nothing(value):
        raise Unusual
    return value


def _stated(value: str) -> str:
    if is_placeholder(value) or states_nothing(value):
        raise Unusual
    return value


def _serial(value: str) -> tuple[str, ...]:
    found = parse_serials(value).issn
    if found != (value,):
        raise Unusual
    return found


class Cook:
    """Makes the recipe for one sequence of tags; takes tag after tag from those that are left."""

    def __init__(self, meaning: Plan, tags: list[str], shelf: Shelf) -> None:
        self._plan = meaning
        self._tags = tags
        self._shelf = shelf
        inner = list(enumerate(tags))[1:-1]
        self._left = {tag: place for place, tag in reversed(inner)}
        self._surplus = len(inner) - len(self._left)

    def recipe(self) -> Recipe | None:
        """The recipe; None if records with these tags are unusual."""
        if self._plan.csl is None or self._plan.kind == "EDBOOK":
            return None
        if "DO" not in self._left and not DOI_TAGS.isdisjoint(self._left):
            return None
        if "ST" in self._left and "TI" not in self._left and "T1" not in self._left:
            return None
        steps = [*self._run_steps()]
        scalars = [(_FIELDS[field], self._left.pop(tag)) for tag, field in self._plan.plain if tag in self._left]
        steps += [*self._value_steps(), *self._group_steps()]
        left = sorted(self._left, key=self._left.__getitem__)
        if self._surplus or not _TO_EXTRA.issuperset(left):
            return None
        if left:
            steps.append(extra_step(self._shelf, left, picker([self._left[tag] for tag in left])))
        row = _EMPTY_ROW.copy()
        row[_FIELDS["type"]] = self._plan.csl
        return Recipe(row, tuple(scalars), tuple(steps))

    def _run_steps(self) -> Iterator[Step]:
        """Steps for tags that may repeat if they stand together."""
        author_tag = "AU" if "AU" in self._left else "A1"
        for tag, make in ((author_tag, author_step), ("KW", keyword_step)):
            count = self._tags.count(tag)
            if count:
                start = self._left.pop(tag)
                if self._tags[start : start + count].count(tag) == count:
                    self._surplus -= count - 1
                yield make(self._shelf, slice(start, start + count))

    def _value_steps(self) -> Iterator[Step]:
        """Steps that need one line."""
        for tags, make in _VALUE_STEPS:
            for tag in tags:
                if tag in self._left:
                    yield make(self._shelf, self._left.pop(tag))
                    break

    def _group_steps(self) -> Iterator[Step]:
        """Steps that need several lines."""
        dates = tuple(tag for tag in self._plan.dates if tag in self._left)
        if dates:
            yield date_step(self._shelf, dates, self._take(dates))
        titles = tuple(tag for tag in TITLE_TAGS if tag in self._left)
        if titles:
            yield container_step(self._shelf, self._plan.kind, titles, self._take(titles))
        start = "SE" if self._plan.kind in SE_IS_START_PAGE and "SP" not in self._left else "SP"
        if start in self._left and "EP" in self._left:
            yield page_step(self._shelf, self._left.pop(start), self._left.pop("EP"))
        elif start in self._left and self._plan.kind not in SP_IS_A_LENGTH:
            yield first_page_step(self._shelf, self._left.pop(start))

    def _take(self, tags: tuple[str, ...]) -> Callable[[Lines], tuple[bytes, ...]]:
        return picker([self._left.pop(tag) for tag in tags])


# Steps ------------------------------------------------------------------------------------------------


def author_step(shelf: Shelf, run: slice) -> Step:
    """Authors, one name a line."""
    read = shelf.names.__getitem__
    authors = _FIELDS["authors"]

    def step(lines: Lines, row: Row) -> None:
        row[authors] = tuple(map(read, lines[run]))

    return step


def keyword_step(shelf: Shelf, run: slice) -> Step:
    """Keywords, one a line, none of them a major heading."""
    read = shelf.keywords.__getitem__
    keywords = _FIELDS["keywords"]

    def step(lines: Lines, row: Row) -> None:
        row[keywords] = tuple(dict.fromkeys(map(read, lines[run])))

    return step


def title_step(shelf: Shelf, place: int) -> Step:
    """A title without markup."""
    width = shelf.width
    title = _FIELDS["title"]

    def step(lines: Lines, row: Row) -> None:
        text = row[title] = lines[place][width:].decode().strip()
        if not text or "<" in text or "&" in text or WIDE_HYPHEN in text or states_nothing(text):
            raise Unusual

    return step


def abstract_step(shelf: Shelf, place: int) -> Step:
    """An abstract without markup, which is no statement of rights."""
    width = shelf.width
    field = _FIELDS["abstract"]

    def step(lines: Lines, row: Row) -> None:
        text = lines[place][width:].decode().strip()
        if not text or "<" in text or "&" in text or text.startswith(RIGHTS) or states_nothing(text):
            raise Unusual
        if is_joined(text):
            raise Unusual
        abstract = row[field] = _StoredAbstract(text, sections_of(text))
        abstract.__class__ = Abstract

    return step


def doi_step(shelf: Shelf, place: int) -> Step:
    """A DOI in its normal form."""
    width = shelf.width
    doi = _FIELDS["doi"]
    is_normal = NORMAL_DOI.fullmatch

    def step(lines: Lines, row: Row) -> None:
        value = row[doi] = lines[place][width:].decode().strip()
        if is_normal(value) is None:
            raise Unusual

    return step


def serial_step(shelf: Shelf, place: int) -> Step:
    """One ISSN in its normal form."""
    serials = shelf.serials
    issn = _FIELDS["issn"]

    def step(lines: Lines, row: Row) -> None:
        row[issn] = serials[lines[place]]

    return step


def url_step(shelf: Shelf, place: int) -> Step:
    """One web address."""
    width = shelf.width
    urls = _FIELDS["urls"]

    def step(lines: Lines, row: Row) -> None:
        value = lines[place][width:].decode().strip()
        if not is_address(value):
            raise Unusual
        row[urls] = (value,)

    return step


def note_step(shelf: Shelf, place: int) -> Step:
    """A note that holds neither rights nor a PMID."""
    width = shelf.width
    notes = _FIELDS["notes"]

    def step(lines: Lines, row: Row) -> None:
        note = lines[place][width:].decode().strip()
        if not note or note.startswith(RIGHTS) or may_hold_pmid(note) or states_nothing(note) or WIDE_HYPHEN in note:
            raise Unusual
        row[notes] = (note,)

    return step


def accession_step(shelf: Shelf, place: int) -> Step:
    """An accession number that cannot be a PMID."""
    width = shelf.width
    identifiers = _FIELDS["identifiers"]

    def step(lines: Lines, row: Row) -> None:
        value = value_of(lines[place], width)
        if value.isdigit() or states_nothing(value):
            raise Unusual
        row[identifiers] = FrozenMapping(accession=value)

    return step


def genre_step(shelf: Shelf, place: int) -> Step:
    """A kind of work that is no DOI."""
    width = shelf.width
    genre = _FIELDS["genre"]

    def step(lines: Lines, row: Row) -> None:
        value = row[genre] = value_of(lines[place], width)
        if "10." in value or states_nothing(value):
            raise Unusual

    return step


_VALUE_STEPS: Final[tuple[tuple[tuple[str, ...], Callable[[Shelf, int], Step]], ...]] = (
    (("TI", "T1"), title_step),
    (("AB", "N2"), abstract_step),
    (("DO",), doi_step),
    (("SN",), serial_step),
    (("UR",), url_step),
    (("N1",), note_step),
    (("AN",), accession_step),
    (("M3",), genre_step),
)


def date_step(shelf: Shelf, tags: tuple[str, ...], pick: Callable[[Lines], tuple[bytes, ...]]) -> Step:
    """Dates that say the same, or add to each other."""
    issued = _FIELDS["issued"]

    def read(values: tuple[str, ...]) -> object:
        date, left = read_dates(tags, values)
        if left:
            raise Unusual
        return date

    known = GroupMemory(shelf.width, read)

    def step(lines: Lines, row: Row) -> None:
        row[issued] = known[pick(lines)]

    return step


def container_step(shelf: Shelf, kind: str, tags: tuple[str, ...], pick: Callable[[Lines], tuple[bytes, ...]]) -> Step:
    """Titles that name one container."""
    full, short = _FIELDS["container_title"], _FIELDS["container_title_short"]

    def read(values: tuple[str, ...]) -> tuple[str | None, str | None]:
        if not PLACEHOLDERS.isdisjoint(values):
            raise Unusual
        named = tuple((tag, (title,)) for tag, title in zip(tags, values, strict=True))
        placed = shelf.containers.look_up(kind, named, may_be_subtitle=kind == "JOUR")
        if not placed.is_usual:
            raise Unusual
        fields = dict(placed.fields)
        return fields.get("container_title"), fields.get("container_title_short")

    known = GroupMemory(shelf.width, read)

    def step(lines: Lines, row: Row) -> None:
        row[full], row[short] = known[pick(lines)]

    return step


def page_step(shelf: Shelf, start: int, end: int) -> Step:
    """First and last page in digits."""
    width = shelf.width
    first, last = _FIELDS["first_page"], _FIELDS["last_page"]

    def step(lines: Lines, row: Row) -> None:
        one = row[first] = lines[start][width:].decode().strip()
        other = row[last] = lines[end][width:].decode().strip()
        if not (are_digits(one) and are_digits(other) and int(one) <= int(other)):
            raise Unusual

    return step


def first_page_step(shelf: Shelf, start: int) -> Step:
    """A first page in digits."""
    width = shelf.width
    first = _FIELDS["first_page"]

    def step(lines: Lines, row: Row) -> None:
        one = row[first] = lines[start][width:].decode().strip()
        if not are_digits(one):
            raise Unusual

    return step


_LONGEST_PAGE: Final = 12


def are_digits(text: str) -> bool:
    """Whether a text is a plain number.

    Examples:
        >>> are_digits("377"), are_digits("e12")
        (True, False)
    """
    return text.isdecimal() and text.isascii() and len(text) < _LONGEST_PAGE


def extra_step(shelf: Shelf, tags: list[str], pick: Callable[[Lines], tuple[bytes, ...]]) -> Step:
    """Values that no field holds; records that have the same share them."""
    extra = _FIELDS["extra"]

    def read(values: tuple[str, ...]) -> FrozenMapping[str, tuple[str, ...]]:
        return FrozenMapping(zip(tags, zip(values, strict=True), strict=True))

    known = GroupMemory(shelf.width, read, most=_SHARED)

    def step(lines: Lines, row: Row) -> None:
        row[extra] = known[pick(lines)]

    return step


_SHARED: Final = 16
"""A database or a language is the same in every record; numbers are not, and need not be remembered."""
