"""Steps of a recipe: date, container, numbers and identifiers; each fills places of the row that becomes a Paper.

In: the lines of a record, the row, and which lines the step takes. Out: the row is filled; what reads a value is what
the careful way uses. `Unusual` is raised where a value is empty, or has to be judged together with others.
"""

from collections.abc import Callable
from typing import Final

from coprod.models import FrozenMapping
from coprod.readers.ris.identity import addresses, is_address, may_hold_pmid, names_second_doi
from coprod.readers.ris.issuance import is_issue, read_dates
from coprod.readers.ris.memories import (
    WIDE_HYPHEN,
    GroupMemory,
    Unusual,
    value_of,
)
from coprod.readers.ris.paging import ABBREVIATED, disagree
from coprod.readers.ris.references import holds_reference
from coprod.readers.ris.shelf import EXTRA, FIELDS, NO_ADDRESS, Lines, Odd, Row, Shelf, Step, keep
from coprod.text.identifiers import NORMAL_DOI, clean_doi, parse_serials
from coprod.text.pages import parse_pages
from coprod.text.placeholders import LONGEST_PLACEHOLDER, PLACEHOLDERS, states_nothing

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
        if not PLACEHOLDERS.isdisjoint(values) or ("&" in "".join(values) and any(map(holds_reference, values))):
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
    read = shelf.pages.__getitem__
    first, last = FIELDS["first_page"], FIELDS["last_page"]

    def step(lines: Lines, row: Row, places: tuple[int, int]) -> None:
        start, end = places
        one = row[first] = read(lines[start])
        other = row[last] = read(lines[end])
        if not (one.isdigit() and other.isdigit() and len(one) <= len(other) < _LONGEST_PAGE) or (
            one > other and len(one) == len(other)
        ):
            _read_pages(shelf, row, (start_tag, start, one), ("EP", end, other))

    return step


def first_page_step(shelf: Shelf, start_tag: str) -> Step:
    """A first page, or a range."""
    read = shelf.pages.__getitem__
    first = FIELDS["first_page"]

    def step(lines: Lines, row: Row, place: int) -> None:
        one = row[first] = read(lines[place])
        if not (one.isdigit() and len(one) < _LONGEST_PAGE):
            _read_pages(shelf, row, (start_tag, place, one))

    return step


def _read_pages(shelf: Shelf, row: Row, *found: tuple[str, int, str]) -> None:
    """Pages in another form; what they are not as printed is kept. Of each, the tag, the place and the value."""
    for _tag, _place, printed in found:
        if (
            not printed
            or WIDE_HYPHEN in printed
            or states_nothing(printed)
            or ("&" in printed and holds_reference(printed))
        ):
            raise Unusual
    start, end = found[0][2], found[1][2] if len(found) > 1 else None
    pages = parse_pages(start, end)
    if end is not None and disagree(pages, start, end):
        raise Unusual
    row[FIELDS["first_page"]], row[FIELDS["last_page"]] = pages.first, pages.last
    row[FIELDS["article_number"]] = pages.article_number
    if pages.first != start:
        keep(row, found[0][0], (start,))
    if end is not None and pages.last != end:
        keep(row, "EP", (end,))
    if pages.completed:
        tag, place, printed = found[-1]
        shelf.odd.append(Odd(*ABBREVIATED, "last_page", tag, place, printed))


_LONGEST_PAGE: Final = 12


def article_number_step(shelf: Shelf) -> Step:
    """A number of the article."""
    read = shelf.scalars.__getitem__
    article_number = FIELDS["article_number"]

    def step(lines: Lines, row: Row, place: int) -> None:
        row[article_number] = read(lines[place])

    return step


def cp_step(shelf: Shelf) -> Step:
    """CP, which repeats the issue, holds it, or names a conference; the last stays in `extra`."""
    width = shelf.width
    issue = FIELDS["issue"]

    def step(lines: Lines, row: Row, place: int) -> None:
        value = value_of(lines[place], width)
        if "&" in value and holds_reference(value):
            raise Unusual
        if row[issue] is None and is_issue(value):
            row[issue] = value
        if value == row[issue]:
            row[EXTRA] = FrozenMapping({tag: kept for tag, kept in row[EXTRA].items() if tag != "CP"})

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
            keep(row, "DO", (value,))

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
            keep(row, "SN", changed)

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
        if not value or WIDE_HYPHEN in value or states_nothing(value) or "&amp;" in value:
            raise Unusual
        found = addresses(value)
        if found != [value]:
            keep(row, "UR", (value,))
        if found is None:
            shelf.odd.append(Odd(*NO_ADDRESS, "urls", "UR", place, value))
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
            if "&amp;" in value:
                raise Unusual
            several = addresses(value)
            if tag == "UR" and (several is None or states_nothing(value)):
                raise Unusual
            if several != [value]:
                kept.setdefault(tag, {})[value] = None
            found.update(dict.fromkeys(several or ()))
        row[urls] = tuple(found)
        for tag, values in kept.items():
            keep(row, tag, values)

    return step
