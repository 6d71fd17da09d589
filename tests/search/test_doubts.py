"""Values of a row that were completed, left out in part, or changed: what is told, and what is in `extra`."""

import pytest

import coprod
from coprod import Collection
from coprod.readers.search import Layout

FIELDS = ("date", "doi", "isbn", "issn", "pages", "pmcid", "pmid")
MINE = Layout.from_mapping(
    {"name": "mine", "select": {"row": "li", "title": "h3"}, "labels": {field.upper(): field for field in FIELDS}}
)


def read(*lines: str) -> Collection:
    """What a row gives that says this below its title, a line each."""
    shown = "\n".join(f"<p>{line}</p>" for line in lines)
    return coprod.loads(f"<html><ul><li><h3>Queues</h3>\n{shown}</li></ul></html>", layouts=[MINE])


def told(found: Collection) -> list[tuple[str, str, str | None, int | None]]:
    """What was told: code, severity, field, line."""
    return [(one.code, one.severity, one.field, one.line) for one in found.diagnostics]


@pytest.mark.parametrize("printed", ["377-86", "pp. 377–86", "377/86"])
def test_a_last_page_in_short_form(printed: str) -> None:
    """It is completed and told, and kept as it is printed."""
    found = read(f"PAGES: {printed}")
    (paper,) = found.papers
    assert (paper.first_page, paper.last_page, paper.extra) == ("377", "386", {"PAGES": (printed,)})
    assert told(found) == [("page.range-abbreviated", "info", "last_page", 2)]


def test_a_last_page_in_a_citation() -> None:
    """The same holds in the line on the publication."""
    layout = Layout.from_mapping({"name": "x", "select": {"row": "li", "title": "h3", "citation": "p"}})
    page = "<html><ul><li><h3>Queues</h3><p>Trust Review, vol. 16 no. 4, pp. 377-86</p></li></ul></html>"
    found = coprod.loads(page, layouts=[layout])
    assert (found.papers[0].last_page, found.papers[0].extra) == ("386", {"pages": ("377-86",)})
    assert told(found) == [("page.range-abbreviated", "info", "last_page", 1)]


@pytest.mark.parametrize(
    ("printed", "iso", "code", "severity"),
    [
        ("2021/13/45", "2021", "page.date-impossible", "warning"),
        ("31 June 2021", "2021-06", "page.date-impossible", "warning"),
        ("03/04/2020", "2020", "page.date-ambiguous", "info"),
    ],
)
def test_a_date_that_is_read_in_part(printed: str, iso: str, code: str, severity: str) -> None:
    """The part that was left out is told; the whole is the raw form of the date."""
    found = read(f"DATE: {printed}")
    issued = found.papers[0].issued
    assert issued is not None
    assert (issued.iso, issued.raw, told(found)) == (iso, printed, [(code, severity, "issued", 2)])


def test_a_doubtful_date_beside_another() -> None:
    """It is in `extra` though it says no other year; what can be read both ways is settled by another date."""
    found = read("DATE: 4 May 2021", "DATE: 2021/13/45")
    assert found.papers[0].extra == {"DATE": ("2021/13/45",)}
    assert told(found) == [("page.date-impossible", "warning", "issued", 3)]
    found = read("DATE: 4 May 2021", "DATE: 04/05/2021")
    assert (found.papers[0].extra, told(found)) == ({"DATE": ("04/05/2021",)}, [])


def test_a_season_beside_a_year() -> None:
    """What a date says more than the one that was taken is in `extra`."""
    assert read("DATE: 2021", "DATE: Spring 2021").papers[0].extra == {"DATE": ("Spring 2021",)}
    assert read("DATE: May 2021", "DATE: Spring 2021").papers[0].extra == {}


@pytest.mark.parametrize(
    ("label", "printed", "field", "value"),
    [
        ("ISBN", "978-3-16-148410-0", "isbn", ("9783161484100",)),
        ("ISSN", "19326203", "issn", ("1932-6203",)),
        ("ISSN", "1932-6203 (Print)", "issn", ("1932-6203",)),
        ("PMID", "PMID 34589295", "pmid", "34589295"),
        ("PMCID", "pmc 4659668", "pmcid", "PMC4659668"),
    ],
)
def test_the_raw_form_of_what_was_changed(label: str, printed: str, field: str, value: object) -> None:
    """It is in `extra` under its label; nothing is odd about it."""
    found = read(f"{label}: {printed}")
    (paper,) = found.papers
    assert (getattr(paper, field), paper.extra, told(found)) == (value, {label: (printed,)}, [])


@pytest.mark.parametrize(
    ("label", "printed"),
    [("ISBN", "9783161484100"), ("ISSN", "1932-6203"), ("PMID", "34589295"), ("PAGES", "377-386"), ("DATE", "2021")],
)
def test_what_was_not_changed(label: str, printed: str) -> None:
    """It is in its field alone."""
    found = read(f"{label}: {printed}")
    assert (found.papers[0].extra, told(found)) == ({}, [])


def test_a_doi_in_capitals_and_in_an_address() -> None:
    """It is changed in nearly every result, so that its raw form is not in `extra`; `locate` leads to it."""
    found = read("DOI: https://doi.org/10.1108/JC-05-2021")
    (paper,) = found.papers
    assert (paper.doi, paper.extra, told(found)) == ("10.1108/jc-05-2021", {}, [])
    assert found.locate(paper, "doi")[0].line == 2


def test_markup_that_is_text_in_a_title() -> None:
    """The title as it is printed is kept."""
    page = "<html><ul><li><h3>Queues of &lt;i&gt;ants&lt;/i&gt;</h3></li></ul></html>"
    (paper,) = coprod.loads(page, layouts=[MINE]).papers
    assert (paper.title, paper.extra) == ("Queues of ants", {"title": ("Queues of <i>ants</i>",)})
