"""A row of a search page becomes a Paper.

In: the `Entry`s of a row, from HTML or from text, and the values of attributes. Out: a Paper with its trace, its
findings, and diagnostics. Nothing raises.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from coprod.diagnostics import Diagnostic
from coprod.models import Abstract, Paper
from coprod.readers.pages.blocks import attribute, joined, paragraphs
from coprod.readers.pages.draft import Traced
from coprod.readers.pages.sections import Part, findings_of, part_of
from coprod.readers.pages.stream import Element
from coprod.readers.search import abstract
from coprod.readers.search.fields import read_field, read_url
from coprod.readers.search.making import Making, use
from coprod.readers.search.marks import LONGEST_ATTRIBUTE, Attribute
from coprod.readers.search.metrics import METRICS, read_metrics
from coprod.readers.search.persons import read_orcids, without_icon
from coprod.readers.search.rows import Entry
from coprod.text.identifiers import find_doi

NAME: Final = "search"

_FIRST: Final = ("citation", "container")
"""Fields that may hold a date that comes before others."""

_HELD_IN: Final = {"link": "urls", "doi": "doi"}


def read_row(
    making: Making, entries: Iterable[Entry], attributes: Iterable[Attribute], *, has_links: bool
) -> Iterator[Traced | Diagnostic]:
    """The Paper of a row, its findings, and what was odd."""
    numbers: list[Entry] = []
    for entry in entries:
        bare = without_icon(entry)
        if entry.field in METRICS:
            numbers.append(entry)
        if bare is entry or bare.passage:
            making.all[entry.field].append(bare)
        else:
            use((entry,))
    content = [entry.passage.text for found in making.all.values() for entry in found]
    parts = _read_abstract(making)  # first, since citations in it may show family names
    for field in sorted(making.all, key=_rank):
        read_field(making, field, making.all[field])
    read_metrics(making, numbers)
    orcids = []
    for value in attributes:
        if value.field == "orcid":
            orcids.append(value)
        else:
            _read_attribute(making, value)
    if orcids:
        read_orcids(making, orcids)
    _read_type_of_genre(making)
    _read_links_of_title(making)
    _read_doi_of_links(making)
    _check(making, has_links=has_links)
    lines = (making.blocks[0].line, making.blocks[-1].last_line)
    paper, trace = making.draft.finish(making.source, NAME, lines, content)
    yield from making.told
    yield Traced(paper, trace)
    yield from findings_of(_that_state(paper, parts, making), paper)


def _rank(field: str) -> int:
    return _FIRST.index(field) if field in _FIRST else len(_FIRST)


def _that_state(paper: Paper, parts: list[Part], making: Making) -> list[Part]:
    """The parts that may state findings; an abstract without labels as a whole."""
    if parts or paper.abstract is None:
        return parts
    return [part_of(None, None, [entry.passage for entry in making.all["abstract"]])]


def _read_abstract(making: Making) -> list[Part]:
    """Puts the abstract into the draft; gives its labelled parts."""
    found = making.all.get("abstract")
    if not found:
        return []
    use(found)
    passages = [entry.passage for entry in found if entry.passage]
    parts = abstract.parts(passages, making.layout.categories)
    whole = joined(passages if parts else paragraphs(passages))
    trace = making.draft.trace
    sections = tuple(part.section(trace, f"abstract.sections[{index}]") for index, part in enumerate(parts))
    making.draft.put("abstract", Abstract(text=whole.text, sections=sections), whole)
    making.draft.follow("abstract", text=whole)
    return parts


def _read_attribute(making: Making, value: Attribute) -> None:
    """A value that only HTML has; it never changes a field that the text gives."""
    passage = attribute(value.value, value.tag.sourceline or 1)
    if value.field == "link":
        read_url(making, passage)
    elif value.field in METRICS:
        if value.field not in making.all:
            read_metrics(making, [Entry(value.field, passage, making.blocks[0])])
    elif value.field not in making.all:
        read_field(making, value.field, [Entry(value.field, passage, making.blocks[0])])


def _read_type_of_genre(making: Making) -> None:
    """The CSL type of the kind of work, where the page states no other."""
    kind = making.layout.types.get(making.draft.values.get("genre", "").casefold())
    if kind is not None and not making.has("type"):
        making.draft.put("type", kind, making.draft.trace["genre"])


def _read_links_of_title(making: Making) -> None:
    """What the link of the title says, where the page has lost the classes by which the layout finds it."""
    for rule in making.layout.select:
        if rule.attribute != "href" or rule.field not in ("link", "doi") or making.has(_HELD_IN[rule.field]):
            continue
        if making.links if rule.field == "link" else rule.pattern is None:
            continue  # a link that is not whole was read, or the rule takes DOIs of other links than the title's
        for link in (link for entry in making.all.get("title", ()) for link in entry.block.links):
            said = rule.pattern.search(link.href[:LONGEST_ATTRIBUTE]) if rule.pattern is not None else None
            if rule.pattern is None or said is not None:
                value = link.href if said is None else said[said.re.groups and 1]
                _read_attribute(making, Attribute(rule.field, value, Element("a", {}, None, link.line, 0)))


def _read_doi_of_links(making: Making) -> None:
    """The DOI in the address of the publication, where the row states none and its links do not differ."""
    if making.has("doi"):
        return
    found = {doi: link for link in making.links if (doi := find_doi(link.text)) is not None}
    if len(found) == 1:
        ((doi, link),) = found.items()
        making.draft.put("doi", doi, link)


def _check(making: Making, *, has_links: bool) -> None:
    """Tells what a row should have and has not."""
    if not making.has("title"):
        making.tell("search.title-missing" if has_links else "search.title-lost", None, "title")
    if not making.has("doi") and not has_links and any(rule.field == "doi" for rule in making.layout.select):
        making.tell("search.doi-missing", None, "doi")
    if "heading:keywords" in making.all and not making.has("keywords"):
        making.tell("search.keywords-empty", making.all["heading:keywords"][0].passage, "keywords")
