"""What the fields of a row mean: from entries to values of a Paper.

In: the entries of one field. Out: values in the draft; what is not of the kind expected goes to `extra`, with a
diagnostic. Nothing raises.
"""

import functools
import re
from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import urljoin

from coprod.models import PartialDate
from coprod.readers.pages.blocks import Passage, attribute, joined
from coprod.readers.pages.doubts import ABBREVIATED, doubtful
from coprod.readers.search.authors import read_authors
from coprod.readers.search.citation import Places, places_in
from coprod.readers.search.layout import EXTRA
from coprod.readers.search.making import Making, use
from coprod.readers.search.persons import read_editors, read_of_elements
from coprod.readers.search.rows import Entry
from coprod.text.dates import doubt_of, parse_date
from coprod.text.identifiers import find_doi, find_doi_span, parse_serials
from coprod.text.markup import strip_markup
from coprod.text.pages import parse_pages
from coprod.text.pubmed import clean_pmcid, clean_pmid

_AS_PRINTED: Final = {
    "genre": "genre", "publisher": "publisher", "language": "language", "rights": "rights",
    "article_number": "article_number", "subtitle": "subtitle",
}  # fmt: skip
_CITATION_KEPT: Final = f"{EXTRA}citation"
"""An element of the line on the publication that no pattern of the layout knows."""

_OPEN: Final = ("open access", "free access", "full access", "public access", "freely available", "free content")
_RESTRICTED: Final = ("restricted", "get access", "no access", "purchase", "subscription", "buy ", "rent ", "request")
_PART_OF_ANOTHER: Final = 2
_AGE: Final = re.compile(r"([0-9]{1,2} (?:minute|hour|day|week)s? ago)\s{0,3}(?:[-–—]\s{0,3}|$)")
"""Since when a search engine knows a work, before the teaser."""

_MARK: Final = re.compile("[;•|·]")
_BETWEEN_MARKS: Final = re.compile("[^;•|·]++")
_BETWEEN_COMMAS: Final = re.compile("[^,]++")
_ADDRESS: Final = re.compile(
    r"(?:\bdoi\b(?!\.org)\s*+:?+\s*+)?+(?:https?://|www\.|\bdoi\.org/|\b10\.[0-9]{4,9}/)\S++", re.IGNORECASE
)
"""What a part of a citation takes in that lost its end: a DOI or another address."""

_PLAIN_LINK: Final = re.compile(r"/(?!/)(?:[\w%~+,:@()-]++(?:[/.](?![/.]))?+)*+(?:\?[\w%~=&+-]++)?+")
"""A path in which no step leads elsewhere."""


def read_field(making: Making, field: str, found: Sequence[Entry]) -> None:
    """Reads the entries of one field."""
    use(found)
    if field in _AS_PRINTED:
        making.put_once(_AS_PRINTED[field], found)
    elif field in _READERS:
        _READERS[field](making, found)
    elif field.startswith(EXTRA):
        for entry in found:
            if field == _CITATION_KEPT:
                making.tell("search.citation-not-read", entry.passage)
            making.keep(field.removeprefix(EXTRA), entry.passage)


def _read_title(making: Making, found: Sequence[Entry]) -> None:
    passage = joined([entry.passage for entry in found], " ")
    if passage:
        title = strip_markup(passage.text) or passage.text
        making.draft.put("title", title, passage)
        if title != passage.text:
            making.keep("title", passage)
        making.tell_cut("title", passage)
        if len(found) > 1:
            making.tell("search.torn-lines", passage, "title")


def _read_access(making: Making, found: Sequence[Entry]) -> None:
    for entry in found:
        text = entry.passage.text.lower()
        is_open = text in ("open", "free") or any(phrase in text for phrase in _OPEN)
        value = "open" if is_open else "restricted" if any(phrase in text for phrase in _RESTRICTED) else None
        if value is not None and not making.has("access"):
            making.draft.put("access", value, entry.passage)
        else:
            making.keep("access", entry.passage)


def _read_type(making: Making, found: Sequence[Entry]) -> None:
    for entry in found:
        kind = making.layout.types.get(entry.passage.text.casefold())
        if kind is None or making.has("type"):
            making.keep(entry.label or "type", entry.passage)
        else:
            making.draft.put("type", kind, entry.passage)


def _read_date(making: Making, found: Sequence[Entry]) -> None:
    """The date by which a work is cited, or one that is stated and only more exact; the others go to `extra`."""
    dates: list[tuple[Entry, PartialDate]] = []
    for entry in sorted(found, key=_rank_of_date):
        date = parse_date(_printed_date(entry))
        if date is not None:
            dates.append((entry, date))
        else:
            making.tell("search.not-a-date", entry.passage, "issued")
            making.keep(entry.label or "date", entry.passage)
    if not dates:
        return
    first = dates[0][1]
    others = [item for item in dates[1:] if _rank_of_date(item[0]) < _PART_OF_ANOTHER and _is_within(item[1], first)]
    chosen, issued = max([dates[0], *others], key=lambda item: len(item[1].iso or ""))
    if not making.has("issued"):
        making.draft.put("issued", issued, chosen.passage)
    for entry, date in dates:
        issued, printed = making.draft.values["issued"], _printed_date(entry)
        code = doubtful(printed, is_issued=date == issued)
        if code is not None:
            making.tell(code, entry.passage, "issued")
        if not _is_within(issued, date) or (date != issued and doubt_of(printed) is not None):
            making.keep(entry.label or "date", entry.passage)


def _printed_date(entry: Entry) -> str:
    return entry.passage.text.strip("(),;. ")


def _rank_of_date(entry: Entry) -> int:
    """Which of several dates comes first: that of the citation, one that stands for itself, a part of another value."""
    if entry.field == "citation":
        return 0
    return 1 if entry.marks or entry.label else _PART_OF_ANOTHER


def _is_within(date: PartialDate, other: PartialDate) -> bool:
    """Whether a date is another one, or a more exact one."""
    if other.season is not None and date.month is None and date.season != other.season:
        return False
    return other.iso is not None and (date.iso or "").startswith(other.iso)


def _read_citation(making: Making, found: Sequence[Entry]) -> None:
    for entry in found:
        _read_places(making, entry, places_in(entry.passage.text))


def _read_places(making: Making, entry: Entry, places: Places) -> None:
    """Reads what a line says of where a work appeared; a line of which words are left is kept."""
    if not places.is_whole:
        making.tell("search.citation-not-read", entry.passage)
        making.keep("citation", entry.passage)
    for field, (start, end) in places.found.items():
        part = Entry(field, entry.passage.part(start, end), entry.block, None, entry.marks)
        others = [other for other in making.all.get(field, ()) if other is not entry]
        if field == "container" and not others:
            making.put_once("container_title", [part])
        elif not others:
            read_field(making, field, [part])
        elif field == "date":
            making.all[field].insert(0, part._replace(field=entry.field))
        elif not any(part.passage.text in other.passage.text for other in others):
            making.keep(field, part.passage)


def _read_container(making: Making, found: Sequence[Entry]) -> None:
    """The name of the journal or the book, without the numbers that stand behind it."""
    for entry in found:
        text = entry.passage.text
        places = places_in(text) if any(letter.isdecimal() for letter in text) else None
        if places is not None and ("volume" in places.found or "container" not in places.found):
            _read_places(making, entry, places)
        else:
            making.put_once("container_title", [entry])


def _read_part(making: Making, found: Sequence[Entry]) -> None:
    """The volume or the issue, which hold no address: one that lost its end took in what stands behind it."""
    for entry in found:
        text = entry.passage.text
        address = _ADDRESS.search(text)
        if address is None:
            making.put_once(entry.field, [entry])
            continue
        part = entry.passage.part(0, address.start()).stripped(",;:.()")
        if part:
            making.put_once(entry.field, [entry._replace(passage=part)])
        behind = entry._replace(passage=entry.passage.part(address.start(), len(text)))
        if find_doi(behind.passage.text) is not None:
            _read_doi(making, [behind._replace(field="doi")])
            continue
        read_url(making, entry.passage.part(*address.span()))
        making.keep(entry.label or entry.field, entry.passage.part(address.end(), len(text)).stripped(""))


def _read_pages(making: Making, found: Sequence[Entry]) -> None:
    for entry in found:
        pages = parse_pages(entry.passage.text.strip(" ,;:"), None)
        values = {"first_page": pages.first, "last_page": pages.last, "article_number": pages.article_number}
        others = [field for field, value in values.items() if making.draft.values.get(field, value) != value]
        if is_completed := pages.completed and not making.has("last_page"):
            making.tell(ABBREVIATED, entry.passage, "last_page")
        for field, value in values.items():
            if not making.has(field):
                making.draft.put(field, value, entry.passage)
        if is_completed or pages.rest is not None or any(values[field] is not None for field in others):
            making.keep(entry.label or "pages", entry.passage)


def _read_serials(making: Making, found: Sequence[Entry]) -> None:
    for entry in found:
        serials = parse_serials(entry.passage.text)
        for field, values in (("issn", serials.issn), ("isbn", serials.isbn)):
            for value in values:
                if value not in making.draft.items.get(field, ()):
                    making.draft.add(field, value, entry.passage.find(value) or entry.passage)
        if serials.rest:
            making.tell("search.not-a-serial", entry.passage, "issn")
        if (entry.passage.text,) not in (serials.issn, serials.isbn):
            making.keep(entry.label or "ISSN", entry.passage)


def _read_doi(making: Making, found: Sequence[Entry]) -> None:
    _read_number(making, "doi", find_doi, found)
    for entry in found:
        text = entry.passage.text
        end = (find_doi_span(text) or (0, len(text)))[1]
        if text[end : end + 1].isspace():  # what stands behind it on its line
            making.keep(entry.label or "doi", entry.passage.part(end, len(text)).stripped(""))


def _read_pmid(making: Making, found: Sequence[Entry]) -> None:
    _read_number(making, "pmid", clean_pmid, found)


def _read_pmcid(making: Making, found: Sequence[Entry]) -> None:
    _read_number(making, "pmcid", clean_pmcid, found)


def _read_number(making: Making, field: str, clean: Callable[[str], str | None], found: Sequence[Entry]) -> None:
    for entry in found:
        value = clean(entry.passage.text)
        if value is None:
            making.tell("search.not-a-number", entry.passage, field)
        is_taken = value is not None and making.draft.values.get(field) in (None, value)
        if is_taken:
            making.draft.put(field, value, entry.passage)
        if not is_taken or (field != "doi" and value != entry.passage.text):  # a DOI is changed in nearly every result
            making.keep(entry.label or field, entry.passage)


def _read_keywords(making: Making, found: Sequence[Entry]) -> None:
    for entry in found:
        for passage in _listed(entry.passage, by_commas=len(found) == 1):
            if passage.text not in making.draft.items["keywords"]:
                making.draft.add("keywords", passage.text, passage)


def _listed(passage: Passage, *, by_commas: bool) -> Sequence[Passage]:
    """The items of a line: between semicolons or bullets, or, where it is the only line, between commas."""
    items = _BETWEEN_MARKS if _MARK.search(passage.text) is not None else _BETWEEN_COMMAS if by_commas else None
    if items is None:
        return (passage,) if passage else ()
    found = (passage.part(*item.span()).stripped("") for item in items.finditer(passage.text))
    return [item for item in found if item]


def _read_teaser(making: Making, found: Sequence[Entry]) -> None:
    passage = joined([entry.passage for entry in found], " ")
    age = _AGE.match(passage.text)
    if age is not None:
        making.keep("added", passage.part(*age.span(1)))
        passage = passage.part(age.end(), len(passage.text))
    making.draft.put("teaser", passage.text or None, passage)


def _read_notes(making: Making, found: Sequence[Entry]) -> None:
    for entry in found:
        making.draft.add("notes", entry.passage.text, entry.passage)


def _read_links(making: Making, found: Sequence[Entry]) -> None:
    for entry in found:
        for link in entry.block.links:
            read_url(making, attribute(link.href, link.line))
        if entry.passage.text.startswith(("http://", "https://")):
            read_url(making, entry.passage)
        elif not any(link.href == entry.passage.text for link in entry.block.links):
            making.keep(entry.label or "link", entry.passage)


def read_url(making: Making, passage: Passage) -> None:
    """A link: a whole address, or one that becomes whole with the address of the page; else it goes to `extra`."""
    making.links.append(passage)
    text = _absolute(making.address, passage.text) if making.address is not None else passage.text
    if not text.startswith(("http://", "https://")):
        making.keep("link", passage)
    elif text not in making.draft.items.get("urls", ()):
        making.draft.add("urls", text, passage)


@functools.lru_cache(maxsize=16)
def _site(address: str) -> str:
    """An address without its path."""
    return urljoin(address, "/")[:-1]


def _absolute(address: str, link: str) -> str:
    """A link as a whole address; as it stands if it is none."""
    if link.startswith(("http://", "https://")):
        return link
    if _PLAIN_LINK.fullmatch(link) is not None:
        return _site(address) + link
    try:
        return urljoin(address, link)
    except ValueError:
        return link


_READERS: Final[dict[str, Callable[[Making, Sequence[Entry]], None]]] = {
    "access": _read_access,
    "author": read_of_elements,
    "authors": read_authors,
    "citation": _read_citation,
    "container": _read_container,
    "date": _read_date,
    "doi": _read_doi,
    "editors": read_editors,
    "family": read_of_elements,
    "given": read_of_elements,
    "isbn": _read_serials,
    "issn": _read_serials,
    "issue": _read_part,
    "keywords": _read_keywords,
    "link": _read_links,
    "note": _read_notes,
    "pages": _read_pages,
    "pmcid": _read_pmcid,
    "pmid": _read_pmid,
    "teaser": _read_teaser,
    "title": _read_title,
    "type": _read_type,
    "volume": _read_part,
}
