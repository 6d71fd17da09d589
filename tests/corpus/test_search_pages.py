"""The saved search pages and the third seed: every row is a Paper; what a careful reader takes is there."""

import functools
import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

import coprod
from coprod import Collection, Finding, Paper, Quantity
from tests.corpus.files import FOLDER

PAGES = sorted((FOLDER / "corpus" / "pages" / "search").glob("*.html"))
ROWS = {
    "acm": "li.search__item",
    "biorxiv": "li.search-result",
    "medrxiv": "li.search-result",
    "googlescholar": "div.gs_r",
}
NO_DOI = {"googlescholar"}


@functools.cache
def gold() -> dict[str, Any]:
    """What a careful reader takes from the seed."""
    found: dict[str, Any] = json.loads((FOLDER / "gold" / "003.json").read_text(encoding="utf-8"))
    return found


@functools.cache
def seed() -> Collection:
    """What coprod reads from it."""
    (path,) = (FOLDER / "seeds").glob("003*")
    return coprod.load(path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_row_is_a_paper(path: Path) -> None:
    """A saved page gives a Paper for each row, with title, authors, year, and a DOI where the platform has one."""
    platform = path.name.partition("_")[0]
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    found = coprod.load(path)
    assert len(found.papers) == len(soup.select(ROWS[platform])) > 0
    for paper in found.papers:
        assert paper.title
        assert paper.authors
        assert paper.year
        assert paper.container_title
        assert paper.doi or platform in NO_DOI
    codes = {told.code for told in found.diagnostics}
    assert not codes & {"page.not-read", "search.title-missing", "search.not-a-date", "search.citation-not-read"}


def test_there_are_pages(tell: Callable[[str], None]) -> None:
    """The folder holds search pages."""
    assert PAGES
    rows = sum(len(coprod.load(path).papers) for path in PAGES)
    tell(f"search pages: {len(PAGES)} files, {rows} papers")


def test_papers_of_the_seed() -> None:
    """Papers, names, dates, journals, teasers, access and metrics are those of the gold standard."""
    papers = seed().papers
    assert len(papers) == len(gold()["papers"]) == 4
    for paper, wanted in zip(papers, gold()["papers"], strict=True):
        assert (paper.type, paper.genre, paper.title) == (wanted["type"], wanted["genre"]["value"], wanted["title"])
        assert [(name.literal, name.family, name.given) for name in paper.authors] == [
            (name["literal"], name["family"], name["given"]) for name in wanted["authors"]
        ]
        assert paper.issued is not None
        assert (paper.issued.iso, paper.issued.raw) == (wanted["issued"]["edtf"], wanted["issued"]["raw"])
        container = wanted["container"]
        assert (paper.container_title, paper.volume, paper.issue) == (
            container["title"]["value"], container["volume"], container["issue"],
        )  # fmt: skip
        assert list(paper.issn) == [number["value"] for number in container["issn"]]
        assert paper.teaser == wanted["teaser"]["text"]
        assert paper.access == wanted["access"]["value"]
        assert [(metric.value, metric.label) for metric in paper.metrics] == [
            (metric["value"], metric["label"]) for metric in wanted["metrics"]
        ]
        assert {(metric.kind, metric.basis) for metric in paper.metrics} == {("downloads", "inferred")}
        assert_sections(paper, wanted)


def assert_sections(paper: Paper, wanted: dict[str, Any]) -> None:
    """The sections of an abstract, with their labels and categories."""
    assert paper.abstract is not None
    assert [(part.label, part.category, part.text) for part in paper.abstract.sections] == [
        (part["label"], part["nlm_category"], part["text"].replace("\u00a0", " "))
        for part in wanted["abstract"]["sections"]
    ]


def is_same(quantity: Quantity, wanted: dict[str, Any]) -> bool:
    """Whether a quantity is the one of the gold standard."""
    value = None if wanted["value"] is None else Decimal(str(wanted["value"]))
    halves = wanted["text"] == "a half year"
    return bool(quantity.value == value or halves) and quantity.kind == wanted["kind"]


def test_findings_of_the_seed(tell: Callable[[str], None]) -> None:
    """Every finding of level A is there with its quantities, and 9 in 10 of our results are in the gold standard."""
    found = {finding.statement: finding for finding in seed().findings}
    wanted = {item["statement"].replace("\u00a0", " "): item for item in gold()["findings"]}
    sure = {statement: item for statement, item in wanted.items() if item.get("level") == "A"}
    assert not set(sure) - set(found)
    for statement, item in sure.items():
        assert_finding(found[statement], item)
    results = [finding for finding in found.values() if finding.kind == "result"]
    assert sum(finding.statement in wanted for finding in results) >= 0.9 * len(results)
    others = set(wanted) - set(sure)
    tell(f"seed 003: all {len(sure)} findings of level A, {len(others & set(found))} of {len(others)} of level B")
    assert len(others & set(found)) >= 0.8 * len(others)


def assert_finding(finding: Finding, item: dict[str, Any]) -> None:
    """Kind, section and quantities of a finding."""
    assert (finding.kind, finding.section) == (item["kind"], item["section"]["label"])
    assert finding.category == item["section"]["nlm_category"]
    assert len(finding.quantities) >= len(item["quantities"])
    for quantity in item["quantities"]:
        assert any(is_same(ours, quantity) for ours in finding.quantities)


def test_quantities_of_other_sections() -> None:
    """Numbers of level A that stand in other sections are in `Section.quantities`."""
    papers = dict(zip((paper["id"] for paper in gold()["papers"]), seed().papers, strict=True))
    for item in gold()["quantities_elsewhere"]:
        if item.get("level") in ("B", "C"):
            continue
        abstract = papers[item["paper"]].abstract
        assert abstract is not None
        (section,) = (part for part in abstract.sections if part.label == item["section"])
        assert any(is_same(ours, item) for ours in section.quantities), item["text"]


def test_what_must_not_be_read() -> None:
    """No title, author, keyword, number or paper is made up."""
    papers = seed().papers
    assert not any(paper.title or paper.keywords or paper.doi for paper in papers)
    assert not {"Flores", "Müller"} & {name.family for paper in papers for name in paper.authors}
    assert not any(" and " in name.literal for paper in papers for name in paper.authors)
    assert not any(metric.kind == "citations" for paper in papers for metric in paper.metrics)
    for paper in papers:
        assert paper.abstract is not None
        assert paper.teaser is not None
        assert not paper.abstract.text.startswith(paper.teaser.rstrip("…"))
    numbers = {quantity.text for finding in seed().findings for quantity in finding.quantities}
    assert not numbers & {"327", "596", "62", "3233", "102050", "19 crisis"}
    assert not any(re.search(r"[Cc]ovid-19", text) for text in numbers)


def test_every_line_of_the_seed_is_accounted_for() -> None:
    """Nothing of the seed is left unread: no diagnostic says so."""
    assert not {told.code for told in seed().diagnostics} & {"page.not-read", "search.outside-rows"}
    assert {told.severity for told in seed().diagnostics} == {"info"}
