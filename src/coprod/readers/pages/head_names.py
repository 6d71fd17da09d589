"""Which name of declared metadata means which field of a Paper, in the order in which they are believed.

Names are in lower case, with a full stop for a colon; `schema.` is JSON-LD, `rft.` is COinS.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from coprod.readers.csl_types import CSL_TYPES

TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": (
        "citation_title", "bepress_citation_title", "eprints.title", "dc.title", "dcterms.title", "schema.headline",
        "schema.name", "rft.atitle", "og.title",
    ),
    "container_title": (
        "citation_journal_title", "bepress_citation_journal_title", "citation_conference_title",
        "citation_inbook_title", "citation_book_title", "prism.publicationname", "eprints.publication",
        "eprints.book_title", "schema.ispartof",
        "dc.relation.ispartof", "dcterms.ispartof", "dc.source", "rft.jtitle", "rft.btitle", "rft.title",
    ),
    "container_title_short": ("citation_journal_abbrev", "prism.publicationnameabbrev", "rft.stitle"),
    "volume": (
        "citation_volume", "bepress_citation_volume", "prism.volume", "dc.source.volume", "dc.citation.volume",
        "eprints.volume", "schema.volumenumber", "rft.volume",
    ),
    "issue": (
        "citation_issue", "bepress_citation_issue", "prism.number", "prism.issueidentifier", "dc.source.issue",
        "dc.citation.issue", "eprints.number", "schema.issuenumber", "rft.issue",
    ),
    "publisher": (
        "citation_publisher", "bepress_citation_publisher", "citation_dissertation_institution",
        "citation_technical_report_institution", "dc.publisher", "dcterms.publisher", "prism.publisher",
        "eprints.publisher", "schema.publisher", "rft.pub",
    ),
    "place": ("rft.place", "eprints.place_of_pub"),
    "language": ("citation_language", "dc.language", "dcterms.language", "schema.inlanguage"),
    "rights": (
        "dc.rights", "dcterms.rights", "dcterms.license", "citation_license", "schema.license", "prism.copyright",
        "dc.copyright",
    ),
}  # fmt: skip

MARKED_UP: Final = frozenset(("title", "container_title"))
"""Fields whose values may hold tags and entities."""

DOUBTFUL: Final = frozenset(("dc.source", "dc.relation.ispartof", "dcterms.ispartof"))
"""Names that may hold the name of a journal, and as well an address, an identifier or a whole reference."""

DATES: Final = (
    "citation_publication_date", "bepress_citation_date", "citation_cover_date", "citation_date", "citation_year",
    "prism.publicationdate", "prism.coverdate", "dc.date.issued", "dcterms.issued", "dc.issued", "eprints.date",
    "dc.date", "dcterms.date", "schema.datepublished", "rft.date", "citation_online_date", "article.published_time",
)  # fmt: skip

PAGES: Final[tuple[tuple[str, str | None], ...]] = (
    ("citation_firstpage", "citation_lastpage"),
    ("bepress_citation_firstpage", "bepress_citation_lastpage"),
    ("prism.startingpage", "prism.endingpage"),
    ("dc.citation.spage", "dc.citation.epage"),
    ("schema.pagestart", "schema.pageend"),
    ("rft.spage", "rft.epage"),
    ("prism.pagerange", None),
    ("eprints.pagerange", None),
    ("dc.identifier.pagenumber", None),
    ("schema.pagination", None),
    ("rft.pages", None),
)

DOIS: Final = (
    "citation_doi", "bepress_citation_doi", "prism.doi", "dc.identifier.doi", "dc.identifier", "dcterms.identifier",
    "eprints.id_number", "eprints.doi", "schema.doi", "schema.identifier", "schema.sameas", "schema.@id", "rft_id",
    "dc.source", "pbcontext",
)  # fmt: skip

SERIALS: Final = (
    "citation_issn", "citation_eissn", "prism.issn", "prism.eissn", "dc.source.issn", "eprints.issn", "schema.issn",
    "rft.issn", "rft.eissn", "citation_isbn", "prism.isbn", "eprints.isbn", "schema.isbn", "rft.isbn",
)  # fmt: skip

AUTHORS: Final = (
    "citation_author", "citation_authors", "bepress_citation_author", "eprints.creators_name",
    "dc.creator.personalname", "dc.creator", "dcterms.creator", "schema.author", "schema.creator", "rft.au",
)  # fmt: skip

EDITORS: Final = ("citation_editor", "eprints.editors_name", "schema.editor")

OF_AN_AUTHOR: Final[Mapping[str, str]] = {
    "citation_author_institution": "affiliation",
    "bepress_citation_author_institution": "affiliation",
    "citation_author_orcid": "orcid",
}
"""What stands behind the author that it belongs to."""

KEYWORDS: Final = (
    "citation_keywords", "citation_keyword", "schema.keywords", "prism.keyword", "eprints.keywords", "dc.subject",
    "dcterms.subject", "article.tag",
)  # fmt: skip

ABSTRACTS: Final = (
    "citation_abstract", "bepress_citation_abstract", "dcterms.abstract", "dc.description.abstract", "eprints.abstract",
    "schema.abstract", "dc.description", "dcterms.description", "schema.description",
)  # fmt: skip

URLS: Final = (
    "citation_public_url", "citation_abstract_html_url", "citation_fulltext_html_url",
    "bepress_citation_abstract_html_url", "prism.url", "dc.identifier.uri", "dc.identifier", "canonical", "og.url",
    "schema.url", "schema.@id", "citation_pdf_url", "bepress_citation_pdf_url", "eprints.document_url",
    "citation_xml_url",
)  # fmt: skip

IDENTIFIERS: Final[Mapping[str, str]] = {"citation_pii": "pii", "citation_arxiv_id": "arxiv", "citation_hdl": "hdl"}

GENRES: Final = ("citation_article_type", "dc.type.articletype", "eprints.thesis_type", "dc.type", "dcterms.type")

GENRE: Final = re.compile(
    r"(?!text\b).*(?:article|paper|review|thesis|dissertation|report|letter|editorial|chapter|commentary|case|note)",
    re.IGNORECASE,
)
"""What a kind of work looks like, and `Text` or `InteractiveResource` does not."""

TYPES_BY_NAME: Final[Mapping[str, str]] = {
    "citation_dissertation_institution": "thesis",
    "citation_dissertation_name": "thesis",
    "citation_technical_report_institution": "report",
    "citation_technical_report_number": "report",
    "citation_conference_title": "paper-conference",
    "citation_inbook_title": "chapter",
    "citation_journal_title": "article-journal",
    "bepress_citation_journal_title": "article-journal",
}
"""Names that only works of one CSL type have."""

TYPES_BY_WORD_ALONE: Final = ("citation_type", "eprints.type", "prism.aggregationtype", "dc.type")
"""Names whose values say the type of a work."""

TYPES_BY_WORD: Final = (*TYPES_BY_WORD_ALONE, "schema.@type", "rft.genre")
"""The same where the work is in a journal, a book or proceedings: an article of JSON-LD or COinS need not be."""

_WORDS: Final[Mapping[str, str]] = {
    "article": "article-journal",
    "journal": "article-journal",
    "journal article": "article-journal",
    "research-article": "article-journal",
    "text.serial.journal": "article-journal",
    "chapter": "chapter",
    "book_section": "chapter",
    "bookitem": "chapter",
    "book": "book",
    "thesis": "thesis",
    "conference_item": "paper-conference",
    "proceeding": "paper-conference",
    "monograph": "report",
    "report": "report",
    "scholarlyarticle": "article-journal",
}

_OF_ARTICLES: Final = frozenset(
    ("citation_doi", "bepress_citation_title", "bepress_citation_doi", "eprints.title", "prism.doi", "schema.@type")
)
"""Names that only the page of one publication has."""

_OF_PARTS: Final = frozenset(
    ("citation_author", "citation_authors", "citation_pmid", "citation_pmcid", "citation_pii", "citation_arxiv_id")
)
"""Names that neither a journal nor an issue of it has: two names, one of them such, need no title."""

_OF_DUBLIN_PARTS: Final = frozenset(
    ("dc.identifier.doi", "dc.creator", "dc.creator.personalname", "dcterms.creator", "dc.identifier.pagenumber",
     "dc.citation.spage")
)  # fmt: skip
"""Names of Dublin Core that a publication has which is called like its journal, and the journal has not."""

_OF_DUBLIN_ARTICLES: Final = frozenset(
    ("dc.source.issn", "dc.identifier.doi", "dc.citation.volume", "dc.citation.spage", "dcterms.bibliographiccitation",
     "dc.identifier.pagenumber", "prism.publicationname", "citation_journal_title")
)  # fmt: skip
"""Names that make a page with the title of Dublin Core, which any page may have, that of a publication."""

_OF_DUBLIN_CORE: Final = ("dc.identifier", "dcterms.identifier", "dc.source")
_DOI: Final = re.compile(
    r"(?:doi(?:\s{0,3}:)?\s{0,3}|info:doi/|https?://(?:dx\.|www\.)?doi\.org/)?"
    r"10\.[0-9]{4,9}(?:\.[0-9]{1,9})?/\S+",
    re.IGNORECASE,
)
_PB_ARTICLE: Final = re.compile(r";article:article:(?:doi\\?:)?(10\.[0-9]{4,9}/[^;\s]{1,200})(?:;|$)")


def doi_of(name: str, value: str) -> str | None:
    """The part of a value that is to be read as the DOI of the work; None if it names none.

    Examples:
        >>> doi_of("dc.identifier", "doi:10.1000/XYZ"), doi_of("dc.identifier", "https://example.org/10.1000/1")
        ('doi:10.1000/XYZ', None)
        >>> doi_of("pbcontext", r";page:string:Article;article:article:doi\\:10.1000/1;csubtype:string:Book")
        '10.1000/1'
    """
    if name == "pbcontext":
        found = _PB_ARTICLE.search(value)
        return found[1] if found is not None else None
    return value if _DOI.fullmatch(value) else None


def csl_type(word: str) -> str | None:
    """The CSL type that a word of a vocabulary stands for.

    Examples:
        >>> csl_type("JOUR"), csl_type("book_section"), csl_type("Text") is None
        ('article-journal', 'chapter', True)
    """
    return _WORDS.get(word.strip().lower()) or CSL_TYPES.get(word.strip())


def is_article(values: Mapping[str, Iterable[str]]) -> bool:
    """Whether metadata with these values by name are those of one publication.

    Examples:
        >>> is_article({"citation_title": ["Trust"], "citation_year": ["2020"]}), is_article({"dc.title": ["Home"]})
        (True, False)
        >>> is_article({"citation_journal_title": ["Trust Studies"], "dc.title": ["Trust Studies"]})
        False
    """
    present = set(values)
    if present & _OF_ARTICLES:
        return True
    of_works = sum(name.startswith("citation_") for name in present)
    if "citation_title" in present or (present & _OF_PARTS and of_works > 1):
        return of_works > 1
    return any(doi_of("pbcontext", value) for value in values.get("pbcontext", ())) or _is_dublin_article(values)


def _is_dublin_article(values: Mapping[str, Iterable[str]]) -> bool:
    """Whether Dublin Core says that it is of one publication, and not of the journal that is named beside it."""
    titles = {title for name in ("dc.title", "dcterms.title") for title in values.get(name, ())}
    if not titles:
        return "dc.identifier.doi" in values
    has_doi = any(doi_of(name, value) for name in _OF_DUBLIN_CORE for value in values.get(name, ()))
    of_articles = _OF_DUBLIN_ARTICLES
    if titles <= set(values.get("citation_journal_title", ())):
        of_articles = _OF_DUBLIN_PARTS
    return has_doi or not of_articles.isdisjoint(values)
