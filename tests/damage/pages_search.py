"""Valid result lists of publishers' search pages in which every value carries marks.

In: a random generator. Out: the lines of a page as Emerald, ACM, or a journal of HighWire serves it; of Emerald also as
a browser copies it. The reader must give no warning and no error on any of them.
"""

from collections.abc import Mapping
from random import Random
from typing import Final, NamedTuple

from tests.damage.marks import Mark
from tests.damage.pages_words import Writing, of, page_of, row_of
from tests.damage.variants import Valid

ROWS: Final = 6

_LABELS: Final = ("Purpose", "Design/methodology/approach", "Findings", "Originality/value")
ANCHOR: Final = 'href="?q=word"'
_MONTHS: Final = ("January", "April", "August", "October", "December")


class _Row(NamedTuple):
    """The values of a row."""

    title: str
    names: list[str]
    teaser: str
    date: str
    doi: str
    number: str
    sections: list[tuple[str, str]]
    journal: str
    volume: str
    issue: str
    issn: str
    words: list[str]


def _row(writing: Writing) -> _Row:
    writing.record()

    def new(text: str) -> str:
        writing.value()
        return text

    def date() -> str:
        return (
            f"{writing.random.randrange(1, 29)} {writing.random.choice(_MONTHS)} {1900 + writing.random.randrange(120)}"
        )

    marker = writing.marker
    writing.value()
    title = writing.title()
    names = writing.names()
    writing.value()
    teaser = writing.sentences(1)[:-1] + "…"
    writing.value()
    doi = f"10.31234/{writing.word()}.{writing.word()}"
    writing.value()
    number = marker.number()
    sections = []
    for label in _LABELS:
        writing.value()
        sections.append((label, writing.sentences(writing.random.randrange(1, 4))))
    writing.value()
    journal = f"Journal of {marker.name()} and {marker.name()}"
    writing.value()
    volume = marker.number()
    writing.value()
    issue = marker.number()
    writing.value()
    issn = marker.issn().upper()
    words = []
    for _ in range(writing.random.randrange(1, 4)):
        writing.value()
        words.append(f"{_title_case(writing.word())} care")
    return _Row(title, names, teaser, date(), doi, number, sections, new(journal), volume, issue, issn, words)


def _title_case(word: str) -> str:
    return word[:1].upper() + word[1:]


def emerald_html(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """Emerald Insight."""
    writing = Writing(random, behind)
    body = [
        "<h1>Search results</h1>",
        of("span", f"1 – {ROWS} of {ROWS}", 'class="intent_searchresultscount"'),
        "<div>Per page</div>",
        '<div><a href="?ipp=10">10</a><a href="?ipp=20">20</a><a href="?ipp=50">50</a></div>',
        "<div>Citations:</div>",
        "<div>Loading...</div>",
        '<div class="intent_search_results">',
    ]
    for _ in range(ROWS):
        body += _emerald_row(_row(writing))
    body += ["</div>", of("footer", f"About the project {writing.outside()}")]
    page_of(writing, "Search results | Emerald Insight", [], body)
    return writing.valid("search emerald html")


def _emerald_row(row: _Row) -> list[str]:
    names = row_of([of("a", name, 'href="/insight/search?q=author"') for name in row.names])
    lines = [
        '<div class="intent_search_result container card-shadow">',
        '<div class="intent_item">',
        '<div class="small"><div>Access Restricted. View access options</div>',
        "<div>Article</div>",
        of("span", f"Publication date: {row.date}", 'class="intent_publication_date font-weight-normal"') + "</div>",
        f'<h2 class="h3 mt-0 mb-2"><a class="intent_link" href="/insight/content/doi/{row.doi}/full/html">'
        + of("span", row.title, 'class="intent_title"')
        + "</a></h2>",
        f'<p class="my-3 medium font-weight-light">{names}</p>',
        of("p", row.teaser),
        of("p", row.number),
        "</div>",
        '<div class="intent_abstract pb-1 col-md-7">',
        "<h3>Abstract</h3>",
    ]
    for label, text in row.sections:
        lines += [of("h5", label), of("p", text)]
    lines += [
        "</div>",
        '<div class="col-md-5">',
        "<h3>Details</h3>",
        of("div", f"{row.journal}, vol. {row.volume} no. {row.issue}", 'class="mb-1"'),
        '<div class="mb-1">Type: Research Article</div>',
        of("div", f"ISSN: {row.issn}", 'class="mb-1"'),
        "<h3>Keywords</h3>",
        '<ul class="intent_keywords">',
        *[f"<li>{of('a', word, ANCHOR)}</li>" for word in row.words],
        "</ul>",
        "</div>",
        "</div>",
    ]
    return lines


def emerald_text(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """Emerald Insight as a browser copies it."""
    writing = Writing(random, behind)
    writing.add("Search results", "", f"1 – {ROWS} of {ROWS}", "Per page", "102050", "Citations:", "Loading...")
    for _ in range(ROWS):
        row = _row(writing)
        writing.add("Access Restricted. View access options", "Article", f"Publication date: {row.date}", "")
        for text in (row.title, row_of(row.names), row.teaser, row.number, "Abstract"):
            writing.add(text, "")
        for label, text in row.sections:
            writing.add(label, "", text, "")
        writing.add("Details", "", f"{row.journal}, vol. {row.volume} no. {row.issue}", "Type: Research Article")
        writing.add(f"ISSN: {row.issn}", "", "Keywords", "", *row.words, "")
    return writing.valid("search emerald text")


def acm_html(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """The ACM Digital Library, on Atypon."""
    writing = Writing(random, behind)
    body = [
        (
            '<div class="search-showing-results"><span>Showing<span> 1 - 6</span></span><span>of</span>'
            "<span>6 Results</span></div>"
        ),
        '<ul class="search-result__xsl-body items-results">',
    ]
    for _ in range(ROWS):
        body += _acm_row(_row(writing))
    page_of(writing, '"queues" : Search', [], [*body, "</ul>"])
    return writing.valid("search acm html")


def _acm_row(row: _Row) -> list[str]:
    names = "<span>,</span></li><li>".join(of("a", name, 'href="/profile/1"') for name in row.names)
    return [
        '<li class="search__item issue-item-container"><div class="issue-item issue-item--search">',
        '<div class="issue-heading">research-article</div>',
        '<div class="issue-item__content">',
        f'<h5 class="issue-item__title"><span class="hlFld-Title"><a href="/doi/{row.doi}">'
        + of("b", row.title)
        + "</a></span></h5>",
        f'<ul aria-label="authors" class="rlist--inline loa"><li>{names}</li></ul>',
        '<div class="issue-item__detail">'
        + of("span", f"{row.journal}, Volume {row.volume}, Issue {row.issue}", 'class="epub-section__title"')
        + f' <span class="dot-separator"><span>{row.date.split(" ", 1)[1]}, </span><span>pp 33–51</span></span>',
        (
            f'<span><a class="issue-item__doi dot-separator" href="https://doi.org/{row.doi}">https://doi.org/{row.doi}'
            "</a></span></div>"
        ),
        f'<div class="issue-item__abstract">{of("p", row.teaser)}</div>',
        "</div></div></li>",
    ]


def highwire_html(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """A server of preprints on HighWire."""
    writing = Writing(random, behind)
    body = ['<h1 id="page-title">', f"{ROWS} Results</h1>", '<ul class="highwire-search-results-list">']
    for _ in range(ROWS):
        body += _highwire_row(_row(writing))
    body += ["</ul>", "<div>View Selected Citations (0)</div>"]
    page_of(writing, "Search Results | bioRxiv", [], body)
    return writing.valid("search highwire html")


def _highwire_row(row: _Row) -> list[str]:
    names = []
    for name in row.names:
        given, family = name.split(" ", 1)
        parts = of("span", given, 'class="nlm-given-names"') + " " + of("span", family, 'class="nlm-surname"')
        names.append(f'<span class="highwire-citation-author">{parts}</span>')
    classes = 'class="highwire-cite-metadata"'
    return [
        '<li class="odd search-result result-jcode-biorxiv"><div class="highwire-article-citation">',
        '<div class="highwire-cite clearfix"><span class="highwire-cite-title">'
        f'<a href="/content/{row.doi}v1" class="highwire-cite-linked-title">'
        + of("span", row.title, 'class="highwire-cite-title"')
        + "</a></span>",
        f'<div class="highwire-cite-authors"><span class="highwire-citation-authors">{", ".join(names)}</span></div>',
        f"<div {classes}>{of('span', f'{row.journal} ', classes)}"
        + of("span", f"2020.07.11.{row.number}; ", classes)
        + f"<span {classes}><span>doi:</span> https://doi.org/{row.doi} </span></div>",
        '<div class="highwire-cite-extras"><a href="#"><span class="title">Add to Selected Citations</span></a></div>',
        "</div></div></li>",
    ]
