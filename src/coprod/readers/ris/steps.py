"""Steps of a recipe: each takes lines of a usual record and fills places of the row that becomes a Paper.

In: the lines of a record, the row, and which lines the step takes. Out: the row is filled; what reads a value is what
the careful way uses. `Unusual` is raised where a value is empty, or has to be judged together with others.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

import attrs

from coprod.models import Abstract, FrozenMapping, Name, Paper
from coprod.models._base import storing_twin
from coprod.readers.ris.identity import addresses, is_address, may_hold_pmid, names_second_doi
from coprod.readers.ris.issuance import Containers, is_issue, read_dates
from coprod.readers.ris.memories import (
    WIDE_HYPHEN,
    GroupMemory,
    Memory,
    Unusual,
    find_wide_hyphen,
    usually,
    value_of,
)
from coprod.readers.ris.people import one_name, with_role
from coprod.readers.ris.texts import RIGHTS, RIGHTS_LABEL, split_keywords
from coprod.text.abstracts import sections_of
from coprod.text.dates import is_placeholder
from coprod.text.identifiers import NORMAL_DOI, clean_doi, parse_serials
from coprod.text.markup import strip_markup
from coprod.text.pages import parse_pages
from coprod.text.placeholders import LONGEST_PLACEHOLDER, PLACEHOLDERS, states_nothing

Lines = list[bytes]
Row = list[Any]
Step = Callable[[Lines, Row, Any], None]
"""Fills places of the row from lines of the record; the last argument says from which."""

_PAPER_FIELDS: Final[tuple[Any, ...]] = attrs.fields(Paper)
FIELDS: Final = {field.name: place for place, field in enumerate(_PAPER_FIELDS)}
EMPTY_ROW: Final[Row] = [field.default for field in _PAPER_FIELDS]

_EXTRA: Final = FIELDS["extra"]
_StoredAbstract = storing_twin(Abstract)


class Odd(NamedTuple):
    """A value that states nothing, or not what its tag is for; it is kept, and told."""

    code: str
    message: str
    field: str
    tag: str
    place: int
    """Place of its line in the record."""

    value: str


class Shelf:
    """The memories that the recipes of one source share, the steps made so far, and what was odd in a record."""

    def __init__(self, width: int, containers: Containers) -> None:
        self.width = width
        self.containers = containers
        self.names: Memory[Name] = Memory(width, usually(one_name))
        self.keywords: Memory[str] = Memory(width, _keyword)
        self.scalars: Memory[str] = Memory(width, _stated)
        self.odd: list[Odd] = []
        self._steps: dict[tuple[object, ...], Step] = {}

    def step(self, make: Callable[..., Step], *arguments: object) -> Step:
        """A step, which is made once."""
        key = (make, *arguments)
        step = self._steps.get(key)
        if step is None:
            step = self._steps[key] = make(self, *arguments)
        return step


def _keyword(value: str) -> str:
    if ";" in value or value[0] == "*" or states_nothing(value):
        raise Unusual
    return value


def _stated(value: str) -> str:
    if is_placeholder(value) or states_nothing(value):
        raise Unusual
    return value


def _keep(row: Row, tag: str, values: Iterable[str]) -> None:
    """Keeps raw values under their tag."""
    kept = row[_EXTRA]
    row[_EXTRA] = FrozenMapping({**kept, tag: (*kept.get(tag, ()), *values)})


# Texts ------------------------------------------------------------------------------------------------


def title_step(shelf: Shelf) -> Step:
    """A title without markup."""
    width = shelf.width
    title = FIELDS["title"]

    def step(lines: Lines, row: Row, place: int) -> None:
        text = row[title] = lines[place][width:].decode().strip()
        if not text or WIDE_HYPHEN in text:
            raise Unusual
        if ("<" in text or "&" in text) and strip_markup(text) != text:
            raise Unusual
        if len(text) <= LONGEST_PLACEHOLDER and text in PLACEHOLDERS:
            raise Unusual

    return step


def abstract_step(shelf: Shelf, tag: str) -> Step:
    """An abstract without markup, or a statement of rights where it should stand, or one that there is none."""
    width = shelf.width
    abstract, rights = FIELDS["abstract"], FIELDS["rights"]

    def step(lines: Lines, row: Row, place: int) -> None:
        text = lines[place][width:].decode().strip()
        if not text or find_wide_hyphen(text) or (("<" in text or "&" in text) and strip_markup(text) != text):
            raise Unusual
        if len(text) <= LONGEST_PLACEHOLDER and text in PLACEHOLDERS:
            row[_EXTRA] = FrozenMapping({tag: (text,), **row[_EXTRA]})
            shelf.odd.append(Odd(*_STATES_NOTHING, "abstract", tag, place, text))
        elif text.startswith(RIGHTS):
            row[rights] = text
        else:
            found = row[abstract] = _StoredAbstract(text, sections_of(text))
            found.__class__ = Abstract

    return step


_STATES_NOTHING: Final = ("ris.placeholder", "stands where no value is given; kept in extra")
_NO_ADDRESS: Final = ("ris.not-a-url", "no web address; kept in extra")


def note_step(shelf: Shelf) -> Step:
    """A note that holds no PMID; or rights, with a label that says so."""
    width = shelf.width
    notes, rights = FIELDS["notes"], FIELDS["rights"]

    def step(lines: Lines, row: Row, place: int) -> None:
        note = lines[place][width:].decode().strip()
        if not note or (WIDE_HYPHEN in note if len(note) < _SHORT_NOTE else find_wide_hyphen(note)):
            raise Unusual
        if len(note) < _SHORT_NOTE and (may_hold_pmid(note) or states_nothing(note)):
            raise Unusual
        row[notes] = (note,)
        if note.startswith(RIGHTS_LABEL) and row[rights] is None:
            row[rights] = note.removeprefix(RIGHTS_LABEL).strip()

    return step


def notes_step(shelf: Shelf) -> Step:
    """Several notes."""
    width = shelf.width
    notes, rights = FIELDS["notes"], FIELDS["rights"]

    def step(lines: Lines, row: Row, pick: Callable[[Lines], tuple[bytes, ...]]) -> None:
        values = tuple(dict.fromkeys([value_of(line, width) for line in pick(lines)]))
        row[notes] = values
        for note in values:
            if may_hold_pmid(note) or states_nothing(note):
                raise Unusual
            if note.startswith(RIGHTS_LABEL) and row[rights] is None:
                row[rights] = note.removeprefix(RIGHTS_LABEL).strip()

    return step


_SHORT_NOTE: Final = 64
"""A longer note states something, and is not a PMID with a label."""


def keyword_step(shelf: Shelf) -> Step:
    """Keywords, one a line or several; a major heading without its `*`."""
    width = shelf.width
    read = shelf.keywords.__getitem__
    keywords = FIELDS["keywords"]

    def step(lines: Lines, row: Row, run: slice) -> None:
        try:
            row[keywords] = tuple(dict.fromkeys(map(read, lines[run])))
        except Unusual:
            values = [value_of(line, width) for line in lines[run]]
            if not PLACEHOLDERS.isdisjoint(values):
                raise
            row[keywords], kept = split_keywords(values)
            _keep(row, "KW", dict.fromkeys(kept))

    return step


def genre_step(shelf: Shelf) -> Step:
    """A kind of work that is no DOI."""
    width = shelf.width
    genre = FIELDS["genre"]

    def step(lines: Lines, row: Row, place: int) -> None:
        value = row[genre] = value_of(lines[place], width)
        if "10." in value or states_nothing(value):
            raise Unusual

    return step


# People -----------------------------------------------------------------------------------------------


def author_step(shelf: Shelf) -> Step:
    """Authors, one name a line."""
    read = shelf.names.__getitem__
    authors = FIELDS["authors"]

    def step(lines: Lines, row: Row, run: slice) -> None:
        row[authors] = tuple(map(read, lines[run]))

    return step


def others_step(shelf: Shelf) -> Step:
    """Editors and contributors, one name a line."""
    read = shelf.names.__getitem__
    editors, contributors = FIELDS["editors"], FIELDS["contributors"]

    def step(lines: Lines, row: Row, runs: tuple[tuple[str, slice], ...]) -> None:
        for role, run in runs:
            names = map(read, lines[run])
            if role == "editor":
                row[editors] = tuple(dict.fromkeys((*row[editors], *names)))
            else:
                row[contributors] = (*row[contributors], *[with_role(name, role) for name in names])

    return step


# Date, container, numbers -----------------------------------------------------------------------------


def date_step(shelf: Shelf, tags: tuple[str, ...]) -> Step:
    """Dates that say the same, or add to each other."""
    issued = FIELDS["issued"]

    def read(values: tuple[str, ...]) -> object:
        date, left = read_dates(tags, values)
        if left:
            raise Unusual
        return date

    known = GroupMemory(shelf.width, read)

    def step(lines: Lines, row: Row, pick: Callable[[Lines], tuple[bytes, ...]]) -> None:
        row[issued] = known[pick(lines)]

    return step


def container_step(shelf: Shelf, kind: str, tags: tuple[str, ...]) -> Step:
    """Titles that name one container."""
    full, short = FIELDS["container_title"], FIELDS["container_title_short"]

    def read(values: tuple[str, ...]) -> tuple[str | None, str | None]:
        if not PLACEHOLDERS.isdisjoint(values):
            raise Unusual
        named = tuple([(tag, (title,)) for tag, title in zip(tags, values, strict=True)])
        placed = shelf.containers.look_up(kind, named, may_be_subtitle=kind == "JOUR")
        if not placed.is_usual:
            raise Unusual
        fields = dict(placed.fields)
        return fields.get("container_title"), fields.get("container_title_short")

    known = GroupMemory(shelf.width, read)

    def step(lines: Lines, row: Row, pick: Callable[[Lines], tuple[bytes, ...]]) -> None:
        row[full], row[short] = known[pick(lines)]

    return step


def page_step(shelf: Shelf, start_tag: str) -> Step:
    """First and last page."""
    width = shelf.width
    first, last = FIELDS["first_page"], FIELDS["last_page"]

    def step(lines: Lines, row: Row, places: tuple[int, int]) -> None:
        start, end = places
        one = row[first] = lines[start][width:].decode().strip()
        other = row[last] = lines[end][width:].decode().strip()
        if not (one.isdigit() and other.isdigit() and len(one) <= len(other) < _LONGEST_PAGE):
            _read_pages(row, start_tag, one, other)

    return step


def first_page_step(shelf: Shelf, start_tag: str) -> Step:
    """A first page, or a range."""
    width = shelf.width
    first = FIELDS["first_page"]

    def step(lines: Lines, row: Row, place: int) -> None:
        one = row[first] = lines[place][width:].decode().strip()
        if not (one.isdigit() and len(one) < _LONGEST_PAGE):
            _read_pages(row, start_tag, one, None)

    return step


def _read_pages(row: Row, start_tag: str, start: str, end: str | None) -> None:
    """Pages in another form; what they are not as printed is kept."""
    for printed in (start, end):
        if printed == "" or (printed is not None and (WIDE_HYPHEN in printed or states_nothing(printed))):
            raise Unusual
    pages = parse_pages(start, end)
    row[FIELDS["first_page"]], row[FIELDS["last_page"]] = pages.first, pages.last
    row[FIELDS["article_number"]] = pages.article_number
    if pages.first != start:
        _keep(row, start_tag, (start,))
    if end is not None and pages.last != end:
        _keep(row, "EP", (end,))


_LONGEST_PAGE: Final = 12


def article_number_step(shelf: Shelf) -> Step:
    """A number of the article."""
    read = shelf.scalars.__getitem__
    article_number = FIELDS["article_number"]

    def step(lines: Lines, row: Row, place: int) -> None:
        row[article_number] = read(lines[place])

    return step


def cp_step(shelf: Shelf) -> Step:
    """CP, which repeats the issue, holds it, or names a conference."""
    width = shelf.width
    issue = FIELDS["issue"]

    def step(lines: Lines, row: Row, place: int) -> None:
        value = value_of(lines[place], width)
        if row[issue] is None and is_issue(value):
            row[issue] = value
        elif value != row[issue]:
            _keep(row, "CP", (value,))

    return step


# Identifiers ------------------------------------------------------------------------------------------


def doi_step(shelf: Shelf) -> Step:
    """A DOI; one that is not in its normal form is kept as it stands, too."""
    width = shelf.width
    doi = FIELDS["doi"]
    is_normal = NORMAL_DOI.fullmatch

    def step(lines: Lines, row: Row, place: int) -> None:
        value = row[doi] = lines[place][width:].decode().strip()
        if is_normal(value) is not None:
            return
        found = row[doi] = clean_doi(value)
        if found is None or WIDE_HYPHEN in value or names_second_doi(value, found):
            raise Unusual
        if found != value:
            _keep(row, "DO", (value,))

    return step


def no_doi_step(_shelf: Shelf) -> Step:
    """Values in none of which a DOI can stand."""

    def step(lines: Lines, _row: Row, places: tuple[int, ...]) -> None:
        for place in places:
            if b"10." in lines[place]:
                raise Unusual

    return step


def no_pmid_step(shelf: Shelf) -> Step:
    """Values none of which can be a PMID."""
    width = shelf.width

    def step(lines: Lines, _row: Row, places: tuple[int, ...]) -> None:
        for place in places:
            if may_hold_pmid(value_of(lines[place], width)):
                raise Unusual

    return step


def serial_step(shelf: Shelf, tells: bool) -> Step:  # noqa: FBT001 - part of the key of the step
    """ISSNs and ISBNs; a value that is not in its normal form is kept as it stands, too."""
    issn, isbn = FIELDS["issn"], FIELDS["isbn"]

    def read(values: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        if not PLACEHOLDERS.isdisjoint(values):
            raise Unusual
        found = [parse_serials(value) for value in values]
        if tells and any(serials.rest for serials in found):
            raise Unusual
        changed = [
            value
            for value, serials in zip(values, found, strict=True)
            if serials.issn != (value,) and serials.isbn != (value,)
        ]
        return (
            tuple(dict.fromkeys([number for serials in found for number in serials.issn])),
            tuple(dict.fromkeys([number for serials in found for number in serials.isbn])),
            tuple(dict.fromkeys(changed)),
        )

    known = GroupMemory(shelf.width, read)

    def step(lines: Lines, row: Row, pick: Callable[[Lines], tuple[bytes, ...]]) -> None:
        row[issn], row[isbn], changed = known[pick(lines)]
        if changed:
            _keep(row, "SN", changed)

    return step


def accession_step(shelf: Shelf, may_be_pmid: bool) -> Step:  # noqa: FBT001 - part of the key of the step
    """An accession number that is no PMID; digits may be one where the record names its database."""
    width = shelf.width
    identifiers = FIELDS["identifiers"]

    def step(lines: Lines, row: Row, place: int) -> None:
        value = lines[place][width:].decode().strip()
        if not value or WIDE_HYPHEN in value:
            raise Unusual
        if (may_be_pmid and value.isdigit()) or (len(value) <= LONGEST_PLACEHOLDER and value in PLACEHOLDERS):
            raise Unusual
        row[identifiers] = FrozenMapping(accession=value)

    return step


def url_step(shelf: Shelf) -> Step:
    """One web address, or what should be one."""
    width = shelf.width
    urls = FIELDS["urls"]

    def step(lines: Lines, row: Row, place: int) -> None:
        value = lines[place][width:].decode().strip()
        if is_address(value):
            row[urls] = (value,)
            return
        if not value or WIDE_HYPHEN in value or states_nothing(value):
            raise Unusual
        found = addresses(value)
        if found != [value]:
            _keep(row, "UR", (value,))
        if found is None:
            shelf.odd.append(Odd(*_NO_ADDRESS, "urls", "UR", place, value))
        else:
            row[urls] = tuple(dict.fromkeys(found))

    return step


def links_step(shelf: Shelf) -> Step:
    """Addresses in several values; what is none is kept."""
    width = shelf.width
    urls = FIELDS["urls"]

    def step(lines: Lines, row: Row, tagged: tuple[tuple[str, int], ...]) -> None:
        found: dict[str, None] = {}
        kept: dict[str, dict[str, None]] = {}
        for tag, place in tagged:
            value = value_of(lines[place], width)
            if is_address(value):
                found[value] = None
                continue
            several = addresses(value)
            if tag == "UR" and (several is None or states_nothing(value)):
                raise Unusual
            if several != [value]:
                kept.setdefault(tag, {})[value] = None
            found.update(dict.fromkeys(several or ()))
        row[urls] = tuple(found)
        for tag, values in kept.items():
            _keep(row, tag, values)

    return step


# What no field holds ----------------------------------------------------------------------------------


def extra_step(shelf: Shelf, tags: tuple[str, ...]) -> Step:
    """Values that no field holds; records that have the same share them."""

    def read(values: tuple[str, ...]) -> FrozenMapping[str, tuple[str, ...]]:
        return FrozenMapping(zip(tags, zip(values, strict=True), strict=True))

    known = GroupMemory(shelf.width, read, most=_SHARED)

    def step(lines: Lines, row: Row, pick: Callable[[Lines], tuple[bytes, ...]]) -> None:
        found = known[pick(lines)]
        row[_EXTRA] = FrozenMapping({**row[_EXTRA], **found}) if row[_EXTRA] else found

    return step


def repeated_extra_step(shelf: Shelf) -> Step:
    """The same where a tag is repeated."""
    width = shelf.width

    def step(lines: Lines, row: Row, tagged: tuple[tuple[str, int], ...]) -> None:
        found: dict[str, tuple[str, ...]] = {**row[_EXTRA]}
        for tag, place in tagged:
            found[tag] = (*found.get(tag, ()), value_of(lines[place], width))
        row[_EXTRA] = FrozenMapping(found)

    return step


_SHARED: Final = 16
"""A database or a language is the same in every record; numbers are not, and need not be remembered."""
