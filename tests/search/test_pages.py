"""Search pages in the shape of each layout: what is read, from HTML and from text, and what only HTML knows."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

import coprod
from coprod import Collection
from coprod.exceptions import UnknownFormatError

DATA = Path(__file__).parents[1] / "data" / "pages" / "search"
CASES = sorted(DATA.glob("*/*.html"))
IDS = [f"{path.parent.name}/{path.stem}" for path in CASES]

ONLY_HTML_KNOWS: dict[str, frozenset[str]] = {
    "atypon-acm": frozenset({"urls"}),
    "emerald-insight": frozenset({"doi", "urls"}),
    "google-scholar": frozenset({"urls", "extra.full text"}),
    "highwire": frozenset({"urls", "authors"}),  # given and family names have elements of their own
    "silverchair": frozenset({"access", "extra"}),  # an icon; links that the page does not give in full
}
"""Fields that HTML adds, by layout: the addresses of links, and what only classes say."""


def bare(record: Any) -> dict[str, Any]:
    """A record without what depends on the page that it stands on."""
    return {key: value for key, value in record.to_dict().items() if key not in ("id", "source", "paper")}


def without(paper: dict[str, Any], more: frozenset[str]) -> dict[str, Any]:
    """A paper without some fields; each key of `extra` counts as a field of its own as well."""
    fields = {key: value for key, value in paper.items() if key not in more}
    kept = {f"extra.{key}": value for key, value in fields.pop("extra", {}).items()}
    return fields | {key: value for key, value in kept.items() if key not in more}


def without_numbers(paper: dict[str, Any]) -> dict[str, Any]:
    """A paper without the quantities of its sections, which have tests of their own."""
    for section in paper.get("abstract", {}).get("sections", ()):
        section.pop("quantities", None)
    return paper


def shown(collection: Collection) -> dict[str, Any]:
    """What a case expects of a page."""
    return {
        "papers": [without_numbers(bare(paper)) for paper in collection.papers],
        "findings": [[finding.kind, finding.statement] for finding in collection.findings],
        "diagnostics": [[told.code, told.severity, told.count] for told in collection.diagnostics],
    }


def test_every_layout_has_a_case() -> None:
    """Each layout that comes with coprod has a page of its own, in HTML and as text."""
    assert {path.parent.name for path in CASES} == set(ONLY_HTML_KNOWS)
    assert all(path.with_suffix(".txt").is_file() for path in CASES)


@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_html_is_read(path: Path) -> None:
    """A page gives what a careful reader takes from it."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(shown(coprod.load(path)))) == expected


@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_text_gives_the_same(path: Path) -> None:
    """The text of a page gives the same papers and findings, but for what only HTML knows."""
    of_html, of_text = coprod.load(path), coprod.load(path.with_suffix(".txt"))
    more = ONLY_HTML_KNOWS[path.parent.name]
    assert len(of_html.papers) == len(of_text.papers) > 0
    for ours, theirs in zip(of_html.papers, of_text.papers, strict=True):
        left, right = bare(ours), bare(theirs)
        assert without(left, more) == without(right, more)
        assert [name.literal for name in ours.authors] == [name.literal for name in theirs.authors]
    assert [bare(finding) for finding in of_html.findings] == [bare(finding) for finding in of_text.findings]


OF_TORN_PAGES = (
    *("title", "issued", "container_title", "volume", "issue", "first_page", "article_number", "teaser", "abstract"),
    *("metrics", "doi"),
)
"""What a page says of a paper that loses nothing where its lines are torn apart, but for DOIs that only links have."""


@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_torn_pages_are_read(path: Path) -> None:
    """A page of which every piece of text stands on a line gives the papers of the page, and says that it was torn."""
    torn = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").get_text("\n")
    found, whole = coprod.loads(torn), coprod.load(path)
    assert "search.torn-lines" in {told.code for told in found.diagnostics}
    told = coprod.load(path.with_suffix(".txt"))
    for field in OF_TORN_PAGES:
        ours = [getattr(paper, field) for paper in found.papers]
        assert ours == [getattr(paper, field) for paper in (told if field == "doi" else whole).papers], field
    assert [[name.literal for name in paper.authors] for paper in found.papers] == [
        [name.literal for name in paper.authors] for paper in whole.papers
    ]


@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_torn_lines_are_told(path: Path) -> None:
    """A rendering that tears lines apart gives the same, or says so."""
    torn = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").get_text("\n")
    found = coprod.loads(torn, format="search")
    same = [bare(paper) for paper in found.papers] == [bare(paper) for paper in coprod.load(path).papers]
    assert same or found.diagnostics


@pytest.mark.parametrize("path", [*CASES, *[path.with_suffix(".txt") for path in CASES]], ids=lambda path: path.name)
def test_every_text_leads_back(path: Path) -> None:
    """The spans of a title, of names, of sections and of statements hold the value."""
    found = coprod.load(path)
    lines = path.read_text(encoding="utf-8").split("\n")
    places = 0
    for paper in found.papers:
        paths = [field for field in ("title", "container_title", "teaser", "volume") if getattr(paper, field)]
        paths += [f"authors[{index}].literal" for index in range(len(paper.authors))]
        if paper.abstract is not None:
            paths += ["abstract.text", *[f"abstract.sections[{i}].text" for i in range(len(paper.abstract.sections))]]
        places += sum(leads_back(found, paper, path, lines) for path in paths)
    places += sum(leads_back(found, finding, "statement", lines) for finding in found.findings)
    assert places >= len(found.papers)


def leads_back(found: Collection, record: Any, path: str, lines: list[str]) -> bool:
    """Whether the text of the spans is the value; references of HTML are resolved."""
    value = record
    for step in path.replace("[", ".").replace("]", "").split("."):
        value = value[int(step)] if step.isdecimal() else getattr(value, step)
    spans = found.locate(record, path)
    pieces = [lines[span.line - 1][span.start : span.end] for span in spans]
    text = BeautifulSoup(" ".join(pieces), "html.parser").get_text()
    assert "".join(text.split()) == "".join(str(value).split()), (path, pieces)
    return True


def test_a_page_of_one_more_result_is_told() -> None:
    """As many results as announced, or a warning."""
    page = (DATA / "emerald-insight" / "kinds.txt").read_text(encoding="utf-8")
    found = coprod.loads(page.replace("1 – 5 of 47", "1 – 6 of 47"))
    (told,) = [told for told in found.diagnostics if told.code == "search.count-differs"]
    assert told.severity == "warning"
    assert "6 results are announced on this page, and 5 were found" in told.message
    assert not [told for told in coprod.loads(page).diagnostics if told.severity != "info"]


def test_lost_links() -> None:
    """A text that has lost its links gives papers without titles, and says so."""
    page = (DATA / "emerald-insight" / "kinds.txt").read_text(encoding="utf-8")
    titles = [paper.title for paper in coprod.load(DATA / "emerald-insight" / "kinds.html").papers]
    for title in titles:
        assert title is not None
        page = page.replace(f"{title}\n", "")
    found = coprod.loads(page)
    assert [paper.title for paper in found.papers] == [None] * 5
    assert [len(paper.authors) for paper in found.papers] == [3, 1, 2, 4, 1]
    told = {told.code: told.severity for told in found.diagnostics}
    assert told["search.title-lost"] == told["search.doi-missing"] == "info"


def test_numbers_of_findings() -> None:
    """A finding carries its numbers, and so does the section that it stands in."""
    found = coprod.load(DATA / "emerald-insight" / "kinds.html")
    (finding,) = [finding for finding in found.findings if "12%" in finding.statement]
    assert [(quantity.text, quantity.kind) for quantity in finding.quantities] == [("12%", "percentage")]
    abstract = found.papers[0].abstract
    assert abstract is not None
    assert abstract.sections[2].quantities == finding.quantities


def test_the_seed_of_the_project() -> None:
    """The search page among the seeds gives four papers without titles, and their findings."""
    found = coprod.load(DATA.parents[3] / "seeds" / "search-page.txt")
    assert [paper.year for paper in found.papers] == [2022, 2019, 2024, 2015]
    assert [metric.value for paper in found.papers for metric in paper.metrics] == [327, 596, 62, 3233]
    assert {metric.basis for paper in found.papers for metric in paper.metrics} == {"inferred"}
    assert {paper.access for paper in found.papers} == {"restricted"}
    assert all(paper.abstract is not None and paper.abstract.sections for paper in found.papers)
    assert sum(finding.kind == "result" for finding in found.findings) >= 10
    assert {told.severity for told in found.diagnostics} == {"info"}


@pytest.mark.parametrize(
    "text",
    [
        "# coprod\n\nPublication date: we hope for 2026.\n\nIt reads files.\n",
        "Search results for the lost dog\n\nNobody found it, 1 – 4 of 4 neighbours say.\n",
        "<!DOCTYPE html><html><body><p>A page about <b>search__item</b> and gs_r.</p></body></html>",
    ],
)
def test_other_pages_are_not_claimed(text: str) -> None:
    """Prose that shares a word with a layout is no search page."""
    try:
        readers = [source.reader for source in coprod.loads(text).sources]
    except UnknownFormatError:
        readers = []
    assert "search" not in readers


def test_a_page_that_no_layout_knows() -> None:
    """A named format reads nothing of a page that no layout knows, and says which layouts there are."""
    found = coprod.loads("\nTrust\n\nVoice\n", format="search")
    assert not found.papers
    error, told = found.diagnostics
    assert (told.code, told.severity, told.lines, told.text) == (
        "search.no-layout",
        "info",
        ((2, 4),),
        "Trust\n\nVoice",
    )
    assert "emerald-insight" in told.message
    assert (error.code, error.severity) == ("load.no-records", "error")


def test_a_page_without_a_line() -> None:
    """An empty page has nothing that a layout could know."""
    assert [told.code for told in coprod.loads(" \n", format="search").diagnostics] == ["load.no-records"]
