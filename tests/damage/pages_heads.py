"""Valid article pages whose head declares the article, in which every value carries marks.

In: a random generator. Out: the lines of an HTML page that declares itself in elements of Highwire Press, in Dublin
Core, or in JSON-LD. The reader must give no warning and no error on any of them.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from random import Random
from typing import NamedTuple

from tests.damage.marks import Mark
from tests.damage.pages_words import Writing, meta, of, page_of
from tests.damage.variants import Valid


class _Article(NamedTuple):
    """The values of an article."""

    title: str
    names: list[str]
    journal: str
    issn: str
    volume: str
    issue: str
    first: str
    last: str
    doi: str
    abstract: str
    words: list[str]


def citation_html(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """Elements of Highwire Press."""
    return _page(random, behind, _citation, "Journal of Examples")


def dublin_core_html(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """Dublin Core."""
    return _page(random, behind, _dublin_core, "Annals of Wells")


def json_ld_html(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """JSON-LD."""
    return _page(random, behind, _json_ld, "Ferries")


def _page(
    random: Random, behind: Mapping[str, Mark] | None, head: Callable[[_Article], Iterable[str]], title: str
) -> Valid:
    writing = Writing(random, behind)
    lines = list(head(_article(writing)))
    page_of(writing, title, lines, [of("p", f"Text {writing.outside()} of the article {writing.outside()}.")])
    return writing.valid("article html")


def _article(writing: Writing) -> _Article:
    writing.record()

    def new(make: Callable[[], str]) -> str:
        writing.value()
        return make()

    number = writing.marker.number
    return _Article(
        title=new(writing.title),
        names=writing.names(),
        journal=new(lambda: f"Journal of {writing.word()} and {writing.word()}"),
        issn=new(lambda: writing.marker.issn().upper()),
        volume=new(number),
        issue=new(number),
        first=new(number),
        last=new(number),
        doi=new(lambda: f"10.31234/{writing.word()}.{writing.word()}"),
        abstract=new(lambda: writing.sentences(4)),
        words=[new(lambda: f"{writing.word()} care") for _ in range(writing.random.randrange(1, 4))],
    )


def _citation(article: _Article) -> Iterable[str]:
    yield meta("citation_title", article.title)
    yield from (meta("citation_author", name) for name in article.names)
    yield meta("citation_journal_title", article.journal)
    yield meta("citation_issn", article.issn)
    yield meta("citation_volume", article.volume)
    yield meta("citation_issue", article.issue)
    yield meta("citation_firstpage", article.first)
    yield meta("citation_lastpage", article.last)
    yield meta("citation_publication_date", "2021/05")
    yield meta("citation_doi", article.doi)
    yield meta("citation_abstract", article.abstract)
    yield meta("citation_keywords", "; ".join(article.words))


def _dublin_core(article: _Article) -> Iterable[str]:
    yield meta("DC.Title", article.title)
    yield from (meta("DC.Creator.PersonalName", name) for name in article.names)
    yield meta("DC.Source", article.journal)
    yield meta("DC.Source.ISSN", article.issn)
    yield meta("DC.Source.Volume", article.volume)
    yield meta("DC.Source.Issue", article.issue)
    yield meta("DC.Identifier.DOI", article.doi)
    yield meta("DC.Identifier.pageNumber", f"{article.first}-{article.last}")
    yield meta("DC.Date.issued", "2016-06-13")
    yield meta("DC.Description", article.abstract)
    yield meta("DC.Subject", ", ".join(article.words))
    yield meta("DC.Type", "Text.Serial.Journal")


def _json_ld(article: _Article) -> Iterable[str]:
    journal = {"@type": "Periodical", "name": article.journal, "issn": article.issn}
    volume = {"@type": "PublicationVolume", "volumeNumber": article.volume, "isPartOf": journal}
    data = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "headline": article.title,
        "author": [{"@type": "Person", "name": name} for name in article.names],
        "datePublished": "2022-08-04",
        "isPartOf": {"@type": "PublicationIssue", "issueNumber": article.issue, "isPartOf": volume},
        "pageStart": article.first,
        "pageEnd": article.last,
        "identifier": {"@type": "PropertyValue", "propertyID": "doi", "value": article.doi},
        "description": article.abstract,
        "keywords": ", ".join(article.words),
    }
    yield '<script type="application/ld+json">'
    yield from json.dumps(data, indent=1, ensure_ascii=False).split("\n")
    yield "</script>"
