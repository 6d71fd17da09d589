"""A row of a search page becomes a Paper.

In: the `Entry`s of a row, from HTML or from text, and the values of attributes. Out: a Paper with its trace, its
findings, and diagnostics. What a value is printed as and no field holds goes to `extra`. Nothing raises.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.models import Abstract, Metric, Name, Paper
from coprod.readers.pages.blocks import Passage, attribute, joined, paragraphs
from coprod.readers.pages.draft import Draft, Traced
from coprod.readers.pages.sections import Part, findings_of, part_of
from coprod.readers.search import abstract, people
from coprod.readers.search.citation import places_in
from coprod.readers.search.layout import EXTRA, Layout
from coprod.readers.search.marks import Attribute
from coprod.readers.search.rows import Entry
from coprod.text.dates import parse_date
from coprod.text.identifiers import clean_pmcid, clean_pmid, find_doi, parse_serials
from coprod.text.names import is_et_al
from coprod.text.pages import parse_pages

if TYPE_CHECKING:
    from coprod.readers.pages.blocks import Block

NAME: Final = "search"

_KEPT_AS_PRINTED: Final = {
    "genre": "genre", "publisher": "publisher", "language": "language", "rights": "rights", "issue": "issue",
    "volume": "volume", "article_number": "article_number", "container": "container_title", "subtitle": "subtitle",
}  # fmt: skip
_METRICS: Final = {"citations": "citations", "downloads": "downloads", "views": "views", "metric": None}
_OPEN: Final = ("open access", "free access", "full access", "public access", "freely available", "free content")
_RESTRICTED: Final = ("restricted", "get access", "no access", "purchase", "subscription", "buy ", "rent ", "request")
_AHEAD: Final = ("ahead of print", "ahead-of-print")
_TRUNCATED: Final = ("…", "...")

_MEANING: Final[dict[str, tuple[Severity, str]]] = {
    "search.title-missing": ("warning", "a result without a title"),
    "search.title-lost": ("info", "a result without a title; the text has lost its links"),
    "search.doi-missing": ("info", "a result without a DOI; the text has lost its links"),
    "search.keywords-empty": ("info", "the heading of the keywords stands there, and no keyword below it"),
    "search.unlabelled-number": ("info", "a number without a label; what it counts is an inference from the layout"),
    "search.names-left-out": ("info", "the page does not show all authors"),
    "search.cut-off": ("info", "the page cuts a value off"),
    "search.name-not-split": ("info", "nothing says where the family name begins; the name is kept as printed"),
    "search.torn-lines": ("warning", "a title on several lines; they were joined"),
    "search.not-a-date": ("warning", "no date; kept in extra"),
    "search.not-a-serial": ("warning", "no ISSN or ISBN with a right check digit; kept in extra"),
    "search.not-a-number": ("warning", "no DOI, no page or no other number of the kind expected; kept in extra"),
    "search.citation-not-read": ("info", "a part of the line on the publication could not be placed; kept in extra"),
}


class Row:
    """One row in the making."""

    def __init__(
        self, source: str, layout: Layout, blocks: "Sequence[Block]", *, address: str | None, has_links: bool
    ) -> None:
        self._source = source
        self._layout = layout
        self._blocks = blocks
        self._has_links = has_links
        self._address = address
        self._draft: Draft[Paper] = Draft(Paper)
        self._told: list[Diagnostic] = []
        self._parts: list[Part] = []
        self._all: dict[str, list[Entry]] = defaultdict(list)

    def read(self, entries: Iterable[Entry], attributes: Iterable[Attribute]) -> Iterator[Traced | Diagnostic]:
        """The Paper, its findings, and what was odd."""
        numbers: list[Entry] = []
        for entry in entries:
            if entry.field in _METRICS:
                numbers.append(entry)
            self._all[entry.field].append(entry)
        self._abstract()
        for field, found in self._all.items():
            self._field(field, found)
        self._metrics(numbers)
        for value in attributes:
            self._attribute(value)
        self._check()
        lines = (self._blocks[0].line, self._blocks[-1].last_line)
        content = [entry.passage.text for found in self._all.values() for entry in found]
        paper, trace = self._draft.finish(self._source, NAME, lines, content)
        yield from self._told
        yield Traced(paper, trace)
        yield from findings_of(self._findable(paper), paper)

    def _findable(self, paper: Paper) -> list[Part]:
        """The parts that may state findings; an abstract without labels as a whole."""
        if self._parts or paper.abstract is None:
            return self._parts
        return [part_of(None, None, [entry.passage for entry in self._all["abstract"]])]

    def _field(self, field: str, found: list[Entry]) -> None:
        _use(found)
        if field.startswith(EXTRA):
            for entry in found:
                self._draft.keep(field.removeprefix(EXTRA), entry.passage)
        elif field in _KEPT_AS_PRINTED:
            self._once(_KEPT_AS_PRINTED[field], found)
        elif field in _READERS:
            _READERS[field](self, found)

    def _once(self, field: str, found: Iterable[Entry]) -> None:
        """A field that has one value; others of the same field go to `extra`."""
        for entry in found:
            value: str = entry.passage.text
            if not value or value.lower() in _AHEAD:
                self._keep(entry.label or field, entry.passage)
            elif field not in self._draft.values:
                self._draft.put(field, value, entry.passage)
                self._tell_cut(field, entry.passage)
            elif self._draft.values[field] != value:
                self._keep(field, entry.passage)

    def _tell_cut(self, field: str, passage: Passage) -> None:
        if passage.text.endswith(_TRUNCATED) or passage.text.startswith(_TRUNCATED):
            self._tell("search.cut-off", passage, field)

    def _keep(self, label: str, passage: Passage) -> None:
        if passage:
            self._draft.keep(label, passage)

    def _tell(self, code: str, passage: Passage | None, field: str | None = None) -> None:
        severity, message = _MEANING[code]
        first = passage.cuts[0].block if passage is not None and passage.cuts else self._blocks[0]
        line = passage.line if passage is not None and passage.line is not None else first.line
        self._told.append(
            occurrence(
                code, severity, message, source=self._source, line=line, last=max(line, first.last_line),
                text=passage.text if passage is not None else first.text, field=field,
            )
        )  # fmt: skip

    def _title(self, found: list[Entry]) -> None:
        passage = joined([entry.passage for entry in found], " ")
        if passage:
            self._draft.put("title", passage.text, passage)
            self._tell_cut("title", passage)
            if len(found) > 1:
                self._tell("search.torn-lines", passage, "title")

    def _access(self, found: list[Entry]) -> None:
        for entry in found:
            text = entry.passage.text.lower()
            value = (
                "open"
                if text in ("open", "free") or _has(text, _OPEN)
                else "restricted"
                if _has(text, _RESTRICTED)
                else None
            )
            if value is not None and "access" not in self._draft.values:
                self._draft.put("access", value, entry.passage)
            else:
                self._keep("access", entry.passage)

    def _type(self, found: list[Entry]) -> None:
        for entry in found:
            kind = self._layout.types.get(entry.passage.text.casefold())
            if kind is None or "type" in self._draft.values:
                self._keep(entry.label or "type", entry.passage)
            else:
                self._draft.put("type", kind, entry.passage)

    def _date(self, found: list[Entry]) -> None:
        for entry in found:
            date = parse_date(entry.passage.text.strip("(),;. "))
            if date is None or "issued" in self._draft.values:
                if date is None:
                    self._tell("search.not-a-date", entry.passage, "issued")
                self._keep(entry.label or "date", entry.passage)
            else:
                self._draft.put("issued", date, entry.passage)

    def _authors(self, found: list[Entry]) -> None:
        families = list(people.cited_families(self._abstract_text()))
        for entry in found:
            for start, end in people.places_of(entry.passage.text):
                self._author(entry.passage.part(start, end).stripped(",;"), families)

    def _author(self, passage: Passage, families: list[str]) -> None:
        if not passage or passage.text.lower() in ("and", "&", "by"):
            return
        if is_et_al(passage.text) or passage.text in _TRUNCATED:
            self._tell("search.names-left-out", passage, "authors")
            return
        self._add_author(people.name_of(passage.text, families), passage)

    def _add_author(self, name: Name, passage: Passage) -> None:
        family = passage.find(name.family) if name.family is not None else None
        given = passage.find(name.given) if name.given is not None else None
        self._draft.add("authors", name, passage, literal=passage, family=family, given=given)
        if name.family is None and not people.is_group(name.literal):
            self._tell("search.name-not-split", passage, "authors")

    def _people(self, _found: list[Entry]) -> None:
        """Authors that have an element each, perhaps with given and family name apart."""
        if "authors" in self._draft.items:
            return
        groups: dict[int, list[Entry]] = {}
        for field in ("author", "given", "family"):
            for entry in self._all.get(field, ()):
                groups.setdefault(_element(entry, "author"), []).append(entry)
        order = sorted(groups.values(), key=lambda group: min(self._place(entry) for entry in group))
        for group in order:
            self._person(sorted(group, key=self._place))

    def _place(self, entry: Entry) -> int:
        return next(index for index, block in enumerate(self._blocks) if block is entry.block)

    def _person(self, group: list[Entry]) -> None:
        _use(group)
        whole = joined([entry.passage for entry in group], " ").stripped(",;")
        parts = {entry.field: entry.passage for entry in group}
        if "family" not in parts:
            self._author(whole, [])
            return
        given = parts["given"].text if "given" in parts else None
        name = Name(literal=whole.text, family=parts["family"].text, given=given)
        self._draft.add("authors", name, whole, literal=whole, family=parts["family"], given=parts.get("given"))

    def _citation(self, found: list[Entry]) -> None:
        for entry in found:
            places = places_in(entry.passage.text)
            if not places.is_whole:
                self._tell("search.citation-not-read", entry.passage)
                self._keep("citation", entry.passage)
            for field, (start, end) in places.found.items():
                if field not in self._all:
                    self._field(
                        field, [entry._replace(field=field, passage=entry.passage.part(start, end), label=None)]
                    )

    def _pages(self, found: list[Entry]) -> None:
        for entry in found:
            pages = parse_pages(entry.passage.text.strip(" ,;:"), None)
            for field, value in (("first_page", pages.first), ("last_page", pages.last),
                                 ("article_number", pages.article_number)):  # fmt: skip
                if field not in self._draft.values:
                    self._draft.put(field, value, entry.passage)
            if pages.rest is not None:
                self._keep(entry.label or "pages", entry.passage)

    def _serials(self, found: list[Entry]) -> None:
        for entry in found:
            serials = parse_serials(entry.passage.text)
            for field, values in (("issn", serials.issn), ("isbn", serials.isbn)):
                for value in values:
                    if value not in self._draft.items.get(field, ()):
                        self._draft.add(field, value, entry.passage.find(value) or entry.passage)
            if serials.rest:
                self._tell("search.not-a-serial", entry.passage, "issn")
                self._keep(entry.label or "ISSN", entry.passage)

    def _doi(self, found: list[Entry]) -> None:
        for entry in found:
            doi = find_doi(entry.passage.text)
            if doi is not None and self._draft.values.get("doi") in (None, doi):
                self._draft.put("doi", doi, entry.passage)
            else:
                self._keep(entry.label or "doi", entry.passage)

    def _number(self, field: str, clean: Callable[[str], str | None], found: list[Entry]) -> None:
        for entry in found:
            value = clean(entry.passage.text)
            if value is not None and field not in self._draft.values:
                self._draft.put(field, value, entry.passage)
            else:
                self._tell("search.not-a-number", entry.passage, field)
                self._keep(field, entry.passage)

    def _keywords(self, found: list[Entry]) -> None:
        for entry in found:
            for passage in _listed(entry.passage, by_commas=len(found) == 1):
                if passage.text not in self._draft.items["keywords"]:
                    self._draft.add("keywords", passage.text, passage)

    def _metrics(self, entries: list[Entry]) -> None:
        """Numbers about the paper; a bare one is left out if the same number stands there with a label."""
        labelled = {_digits(entry) for entry in entries if entry.label}
        for entry in entries:
            if entry.label or _digits(entry) not in labelled:
                self._metric(entry.field, entry)

    def _metric(self, field: str, entry: Entry) -> None:
        digits = _digits(entry)
        if not digits or len(digits) > 15:
            self._tell("search.not-a-number", entry.passage, "metrics")
            self._keep(entry.label or field, entry.passage)
            return
        kind = _METRICS[field]
        basis = "stated" if kind is not None else None
        if kind is None and entry.label is None and self._layout.metric is not None:
            kind, basis = self._layout.metric, "inferred"
            self._tell("search.unlabelled-number", entry.passage, "metrics")
        metric = Metric(value=int(digits), label=entry.label, kind=kind, basis=basis)
        path = self._draft.add("metrics", metric, entry.passage)
        self._draft.follow(path, value=entry.passage)

    def _teaser(self, found: list[Entry]) -> None:
        passage = joined([entry.passage for entry in found], " ")
        self._draft.put("teaser", passage.text or None, passage)

    def _notes(self, found: list[Entry]) -> None:
        for entry in found:
            self._draft.add("notes", entry.passage.text, entry.passage)

    def _link(self, found: list[Entry]) -> None:
        for entry in found:
            for link in entry.block.links:
                self._url(attribute(link.href, link.line))

    def _url(self, passage: Passage) -> None:
        text = passage.text
        if self._address is not None:
            text = _absolute(self._address, text)
        if not text.startswith(("http://", "https://")):
            self._keep("link", passage)
        elif text not in self._draft.items.get("urls", ()):
            self._draft.add("urls", text, passage)

    def _attribute(self, value: Attribute) -> None:
        """A value that only HTML has; it never changes a field that the text gives."""
        passage = attribute(value.value, value.tag.sourceline or 1)
        if value.field == "link":
            self._url(passage)
            return
        entry = Entry(value.field, passage, self._blocks[0])
        if value.field not in self._all:
            self._field(value.field, [entry])

    def _abstract_text(self) -> str:
        held = self._draft.values.get("abstract")
        return held.text if isinstance(held, Abstract) else ""

    def _abstract(self) -> None:
        found = self._all.get("abstract", [])
        if not found:
            return
        _use(found)
        passages = [entry.passage for entry in found if entry.passage]
        self._parts = abstract.parts(passages, self._layout.categories)
        whole = joined(passages if self._parts else paragraphs(passages))
        sections = tuple(
            part.section(self._draft.trace, f"abstract.sections[{index}]") for index, part in enumerate(self._parts)
        )
        self._draft.put("abstract", Abstract(text=whole.text, sections=sections), whole)
        self._draft.follow("abstract", text=whole)

    def _check(self) -> None:
        """Tells what a row should have and has not."""
        values = self._draft.values
        if "title" not in values:
            self._tell("search.title-missing" if self._has_links else "search.title-lost", None, "title")
            if "doi" not in values and not self._has_links:
                self._tell("search.doi-missing", None, "doi")
        if "heading:keywords" in self._all and not self._draft.items.get("keywords"):
            self._tell("search.keywords-empty", self._all["heading:keywords"][0].passage, "keywords")


def _use(found: Iterable[Entry]) -> None:
    for entry in found:
        if entry.block.role is None:
            entry.block.role = "content"


def _absolute(address: str, link: str) -> str:
    """A link as a whole address; as it stands if it is none."""
    if link.startswith(("http://", "https://")):
        return link
    try:
        return urljoin(address, link)
    except ValueError:
        return link


def _digits(entry: Entry) -> str:
    return "".join(letter for letter in entry.passage.text if letter.isdecimal())


def _has(text: str, phrases: Iterable[str]) -> bool:
    return any(phrase in text for phrase in phrases)


def _element(entry: Entry, field: str) -> int:
    """Which element of that field the entry stands in."""
    return next((id(mark.tag) for mark in entry.marks if field in mark.name.split()), id(entry.block))


def _listed(passage: Passage, *, by_commas: bool) -> Iterator[Passage]:
    """The items of a line: between semicolons or bullets, or, where it is the only line, between commas."""
    text = passage.text
    for separators in (";•|·", ","):
        if any(letter in text for letter in separators) and (by_commas or separators != ","):
            start = 0
            for end, letter in enumerate(f"{text}{separators[0]}"):
                if letter in separators:
                    if text[start:end].strip():
                        yield passage.part(start, end).stripped("")
                    start = end + 1
            return
    if passage:
        yield passage


_READERS: Final[dict[str, Callable[[Row, list[Entry]], None]]] = {
    "title": Row._title, "access": Row._access, "type": Row._type, "date": Row._date, "authors": Row._authors,
    "author": Row._people, "given": Row._people, "family": Row._people, "citation": Row._citation,
    "pages": Row._pages, "issn": Row._serials, "isbn": Row._serials, "doi": Row._doi, "keywords": Row._keywords,
    "teaser": Row._teaser, "note": Row._notes, "link": Row._link,
    "pmid": lambda row, found: row._number("pmid", clean_pmid, found),
    "pmcid": lambda row, found: row._number("pmcid", clean_pmcid, found),
}  # fmt: skip
