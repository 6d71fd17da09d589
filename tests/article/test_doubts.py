"""Values of a head that a field cannot take as they stand: each is told once, with its line, and kept."""

import json

import pytest

import coprod
from coprod import Collection

HEAD = {
    "citation_title": "Trust",
    "citation_author": "Sample, Robin",
    "citation_journal_title": "Journal of Examples",
    "citation_firstpage": "101",
}
LINE = len(HEAD) + 2
NO_IDENTIFIER = ("article.not-an-identifier", "info")
NO_DATE = ("article.not-a-date", "info")
NO_VALUE = ("article.placeholder", "info")
IMPOSSIBLE = ("page.date-impossible", "warning")
AMBIGUOUS = ("page.date-ambiguous", "info")
ABBREVIATED = ("page.range-abbreviated", "info")


def read(*more: tuple[str, str], script: str = "") -> Collection:
    """What a page gives that declares more than a title, an author, a journal and a first page, on a line each."""
    values = (*HEAD.items(), *more)
    metas = "\n".join(f'<meta name="{name}" content="{value}">' for name, value in values)
    return coprod.loads(f"<html><head>\n{metas}\n{script}</head><body></body></html>")


def told(found: Collection) -> list[tuple[tuple[str, str], str | None, int | None]]:
    """What was told: code with severity, field, line."""
    return [((one.code, one.severity), one.field, one.line) for one in found.diagnostics]


@pytest.mark.parametrize(
    ("name", "value", "code", "field"),
    [
        ("citation_doi", "pending", NO_IDENTIFIER, "doi"),
        ("citation_doi", "10.1000/a; 10.1000/b", NO_IDENTIFIER, "doi"),
        ("DC.Identifier", "doi:pending", NO_IDENTIFIER, "doi"),
        ("citation_issn", "1234-5678", NO_IDENTIFIER, "issn"),
        ("DC.Source.ISSN", "1234-5678", NO_IDENTIFIER, "issn"),
        ("citation_isbn", "978-3-16-148410-1", NO_IDENTIFIER, "isbn"),
        ("citation_pmid", "unknown", NO_IDENTIFIER, "pmid"),
        ("citation_pmcid", "4659668", NO_IDENTIFIER, "pmcid"),
        ("citation_author_orcid", "0000-0002-1825-0098", NO_IDENTIFIER, "authors"),
        ("citation_publication_date", "forthcoming", NO_DATE, "issued"),
        ("DC.Date", "May", NO_DATE, "issued"),
        ("citation_publication_date", "0000-00-00", NO_VALUE, "issued"),
        ("citation_issn", "0000-0000", NO_VALUE, "issn"),
        ("citation_volume", "N/A", NO_VALUE, "volume"),
        ("citation_doi", "null", NO_VALUE, "doi"),
        ("citation_author", "N/A", NO_VALUE, "authors"),
        ("DC.Creator", "[No author name available]", NO_VALUE, "authors"),
        ("citation_editor", "none", NO_VALUE, "editors"),
        ("citation_keywords", "N/A", NO_VALUE, "keywords"),
        ("citation_abstract", "[No abstract available]", NO_VALUE, "abstract"),
        ("citation_lastpage", "19", ABBREVIATED, "last_page"),
    ],
)
def test_what_is_none_of_its_kind(name: str, value: str, code: tuple[str, str], field: str) -> None:
    """It is told once, with the line of the tag, and stays in `extra` under its name."""
    found = read((name, value))
    assert told(found) == [(code, field, LINE)]
    assert found.papers[0].extra == {name: (value,)}
    assert found.diagnostics[0].text == value


def test_a_vocabulary_that_states_nothing() -> None:
    """Another one fills the field."""
    values = {"citation_title": "Trust", "citation_doi": "10.1000/a", "citation_author": "N/A", "DC.Creator": "Sample"}
    found = coprod.loads("".join(f'<meta name="{name}" content="{value}">' for name, value in values.items()))
    assert [name.literal for name in found.papers[0].authors] == ["Sample"]
    assert told(found) == [(NO_VALUE, "authors", 1)]


@pytest.mark.parametrize(
    ("name", "value", "code", "date"),
    [
        ("citation_publication_date", "2021/13/45", IMPOSSIBLE, "2021"),
        ("DC.Date", "2021-02-30", IMPOSSIBLE, "2021-02"),
        ("citation_publication_date", "03/04/2020", AMBIGUOUS, "2020"),
    ],
)
def test_a_date_that_is_read_in_part(name: str, value: str, code: tuple[str, str], date: str) -> None:
    """The part that was left out is told; the whole is the raw form of the date."""
    found = read((name, value))
    issued = found.papers[0].issued
    assert told(found) == [(code, "issued", LINE)]
    assert issued is not None
    assert (issued.iso, issued.raw) == (date, value)


def test_a_doubtful_date_beside_another() -> None:
    """What cannot be is kept though the year is the same; what can be read both ways is settled by another date."""
    found = read(("citation_publication_date", "2021"), ("citation_date", "2021/13/45"))
    assert told(found) == [(IMPOSSIBLE, "issued", LINE + 1)]
    assert found.papers[0].extra == {"citation_date": ("2021/13/45",)}
    found = read(("citation_publication_date", "2020/04/03"), ("DC.Date", "03/04/2020"))
    assert told(found) == []
    assert found.papers[0].extra == {"DC.Date": ("03/04/2020",)}


@pytest.mark.parametrize(
    ("printed", "is_kept"),
    [("2021", False), ("2021-00-00", False), ("2021 (in print)", True), ("Spring 2021", True), ("2021/13/45", True)],
)
def test_another_date_of_the_same_year(printed: str, *, is_kept: bool) -> None:
    """It is taken once if it says no more than the first."""
    paper = read(("citation_publication_date", "2021"), ("DC.Date", printed)).papers[0]
    assert paper.extra == ({"DC.Date": (printed,)} if is_kept else {})


@pytest.mark.parametrize(
    ("key", "value", "code", "field"),
    [
        ("doi", "pending", NO_IDENTIFIER, "doi"),
        ("issn", "1234-5678", NO_IDENTIFIER, "issn"),
        ("isbn", "978-3-16-148410-1", NO_IDENTIFIER, "isbn"),
        ("datePublished", "forthcoming", NO_DATE, "issued"),
        ("datePublished", "2021-13-45", IMPOSSIBLE, "issued"),
        ("volumeNumber", "n/a", NO_VALUE, "volume"),
    ],
)
def test_json_ld(key: str, value: str, code: tuple[str, str], field: str) -> None:
    """What JSON-LD says is held to the same."""
    script = json.dumps({"@type": "ScholarlyArticle", "headline": "Trust", key: value}, indent=0)
    found = read(script=f'<script type="application/ld+json">{script}</script>\n')
    assert told(found) == [(code, field, LINE + 3)]
    if code != IMPOSSIBLE:
        assert found.papers[0].extra[f"schema:{key}"] == (value,)


def test_json_ld_of_a_person_and_of_pages() -> None:
    """A range in short form is completed, and an ORCID with a wrong check digit is nobody's."""
    person = {"name": "Robin Sample", "@id": "https://orcid.org/0000-0002-1825-0098"}
    work = {"@type": "ScholarlyArticle", "headline": "Trust", "author": [person], "pagination": "377-86"}
    found = coprod.loads(f'<html><script type="application/ld+json">{json.dumps(work)}</script></html>')
    (paper,) = found.papers
    assert told(found) == [(NO_IDENTIFIER, "authors", 1), (ABBREVIATED, "last_page", 1)]
    assert (paper.first_page, paper.last_page, paper.authors[0].orcid) == ("377", "386", None)
    assert paper.extra["schema:pagination"] == ("377-86",)


def test_several_of_a_kind_are_one_diagnostic() -> None:
    """Two wrong numbers in one field are told once, with both lines; a right one behind a wrong one is taken."""
    found = read(("citation_issn", "1234-5678"), ("citation_issn", "2222-2222"), ("citation_pmid", "unknown"),
                 ("citation_pmid", "34589295"))  # fmt: skip
    assert [(one.field, one.count, one.lines) for one in found.diagnostics] == [
        ("issn", 2, ((LINE, LINE), (LINE + 1, LINE + 1))),
        ("pmid", 1, ((LINE + 2, LINE + 2),)),
    ]
    assert found.papers[0].pmid == "34589295"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("citation_lastpage", "119"), ("citation_lastpage", "101"), ("citation_doi", "https://doi.org/10.1000/A"),
        ("citation_doi", "DOI 10.1000/A"), ("citation_doi", "https://www.doi.org/10.1000/a"),
        ("citation_issn", "19326203"), ("citation_issn", "1932-6203 (Print), 1750-6166 (Online)"),
        ("citation_isbn", "978-3-16-148410-0"), ("citation_pmid", "34589295"),
        ("citation_pmcid", "PMC4659668"), ("citation_date", "2021/05/03"), ("citation_date", "2021"),
        ("citation_date", "2021-05-03T10:00:00+02:00"), ("citation_date", "13 May 2021"), ("DC.Date", "2021/00/00"),
        ("DC.Identifier", "article-17"), ("DC.Identifier", "https://example.org/17"), ("citation_volume", "12"),
        ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"), ("citation_pmid", ""),
        ("citation_author", "Na, Li"), ("citation_author", "Na"), ("citation_keywords", "trust; care"),
    ],
)  # fmt: skip
def test_ordinary_values(name: str, value: str) -> None:
    """What is read as it is declared is not told."""
    assert told(read((name, value))) == []
