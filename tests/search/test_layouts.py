"""Layouts: what a user writes, what is refused, and in which order they are asked."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import soupsieve
from bs4 import BeautifulSoup

import coprod
from coprod.exceptions import LayoutError
from coprod.readers.search import Layout, layouts, register_layout, unregister_layout
from coprod.readers.search.layout import FIELDS, LONGEST
from coprod.readers.search.marks import Marks
from coprod.readers.search.matching import matcher

MINE = """
name = "mine"
order = ["title", "authors", "date"]

[recognise]
text = ["Out on: .*"]

[text]
row = "date"

[select]
row = "article.hit"
title = "h3"
authors = ".by"
date = ".when"
doi = { select = "a.more", attribute = "href", pattern = "doi/(10[.][^?#]+)" }

[labels]
"Out on" = "date"
"""

PAGE = """<html><body><p>3 of many</p>
<article class="hit"><h3>Queues</h3><p class="by">Ana Costa and Ben Adler</p><p class="when">Out on: 4 May 2021</p>
<a class="more" href="/doi/10.9999/MINE.1?ref=x">more</a></article>
<article class="hit"><h3>Counters</h3><p class="by">Mia Dahl</p><p class="when">Out on: 2022</p></article></body>"""


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Path]:
    """A file with a layout; what a test registers is taken back."""
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    yield path
    unregister_layout("mine")


def test_a_layout_of_the_call(mine: Path) -> None:
    """`layouts=` takes a path or a Layout, for that call only."""
    for given in (mine, str(mine), Layout.from_file(mine)):
        found = coprod.loads(PAGE, layouts=[given])
        assert [(paper.title, paper.year, paper.doi) for paper in found.papers] == [
            ("Queues", 2021, "10.9999/mine.1"),
            ("Counters", 2022, None),
        ]
        assert [name.family for name in found.papers[0].authors] == ["Costa", "Adler"]
    assert "mine" not in {layout.name for layout in layouts()}


def test_a_registered_layout(mine: Path) -> None:
    """`register_layout` adds one for the process, and one of the same name is replaced."""
    assert register_layout(mine).name == "mine"
    again = register_layout(str(mine))
    assert [layout for layout in layouts() if layout.name == "mine"] == [again]
    assert coprod.loads(PAGE).sources[0].reader == "search"
    text = "Queues\nAna Costa\nOut on: 4 May 2021\nCounters\nMia Dahl\nOut on: 2022\n"
    assert [paper.title for paper in coprod.loads(text, format="search").papers] == ["Queues", "Counters"]


def test_the_command_line_takes_a_layout(mine: Path, tmp_path: Path) -> None:
    """`--layout FILE` reads a page of that layout; a layout that cannot be used is an error of the command."""
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "coprod", "--layout", str(mine), str(page)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "2 papers" in done.stdout
    mine.write_text("name = 1", encoding="utf-8")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "mine.toml: name: a layout has a name" in done.stderr


def test_the_layout_that_is_given_wins() -> None:
    """A layout of the call is asked before those of coprod."""
    other = Layout.from_mapping({"name": "other", "select": {"row": "div.gs_r", "title": ".gs_a"}})
    page = '<html><div class="gs_r"><h3 class="gs_rt">Queues</h3><div class="gs_a">A Costa - 2009</div></div></html>'
    assert coprod.loads(page).papers[0].title == "Queues"
    assert coprod.loads(page, layouts=[other]).papers[0].title == "A Costa - 2009"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = ", "no TOML"),
        ("", "name: a layout has a name"),
        ("name = 'x'", "neither [select] for HTML nor [text] for plain text"),
        ("name = 'x'\n[select]\ntitle = 'h3'", "select.row: missing"),
        ("name = 'x'\n[select]\nrow = 'li'\ntitel = 'h3'", "select.titel: no such field; did you mean 'title'?"),
        ("name = 'x'\n[select]\nrow = 'li['", "select.row: no selector"),
        ("name = 'x'\n[select]\nrow = ''", "select.row: no selector"),
        ("name = 'x'\n[select]\nrow = 3", "select.row: not a text"),
        ("name = 'x'\n[select]\nrow = {selct = 'li'}", "select.row.selct: no such key"),
        ("name = 'x'\n[select]\nrow = {select = 'li', pattern = 'x'}", "select.row.pattern: a pattern goes with"),
        ("name = 'x'\n[select]\nrow = 'li'\n[lines]\ndate = '('", "lines.date: no regular expression"),
        ("name = 'x'\n[select]\nrow = 'li'\n[lines]\ndate = '(?P<yeer>x)'", "lines.date: group 'yeer': no such field"),
        ("name = 'x'\n[select]\nrow = 'li'\n[lines]\ndate = 3", "lines.date: neither a text nor a list of texts"),
        ("name = 'x'\n[select]\nrow = 'li'\n[labels]\nDate = 'dat'", "labels.Date: no such field"),
        ("name = 'x'\n[select]\nrow = 'li'\n[categories]\nAim = 'AIM'", "categories.Aim: 'AIM' is none of"),
        ("name = 'x'\nselect = 'li'", "select: not a table"),
        ("name = 'x'\norder = 'title'\n[select]\nrow = 'li'", "order: not a list"),
        ("name = 'x'\norder = ['when']\n[select]\nrow = 'li'", "order[0]: no such field"),
        ("name = 'x'\n[text]\nrow = 'date'", "text.row: 'date' does not stand in `order`"),
        ("name = 'x'\n[text]\nrows = 'date'", "text.rows: no such key"),
        ("name = 'x'\norder = ['date']\n[text]\nrow = 'date'", "recognise.text: missing"),
        ("name = 'x'\n[recognise]\nhtlm = 'x'\n[select]\nrow = 'li'", "recognise.htlm: no such key"),
        ("name = 'x'\n[selects]\nrow = 'li'", "selects: no such table; did you mean 'select'?"),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str) -> None:
    """A layout that cannot be used raises LayoutError with file, key and problem."""
    with pytest.raises(LayoutError) as caught:
        Layout.parse(text, file="x.toml")
    assert str(caught.value).startswith("x.toml: ")
    assert message in str(caught.value)


def test_what_is_no_layout() -> None:
    """Something else than a path or a Layout, and a file that is not in UTF-8, are refused."""
    with pytest.raises(LayoutError, match="neither a Layout nor a path, but int"):
        coprod.loads(PAGE, layouts=[3])


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    """A file that is not in UTF-8 is refused, and one that is not there raises what the file system raises."""
    path = tmp_path / "x.toml"
    path.write_bytes(b"name = '\xff'")
    with pytest.raises(LayoutError, match="not in UTF-8"):
        Layout.from_file(path)
    with pytest.raises(FileNotFoundError):
        register_layout(tmp_path / "none.toml")


HTML = """<html id="top"><body class="a b"><h2 class="h3 x"><a href="/x/1" class="t">one</a></h2>
<ul class="r" data-n="5">
<li><p>1</p><p class="t u">2</p></li><li class="last"><i></i></li></ul><a href="/y">two</a></body></html>"""


@pytest.mark.parametrize(
    "select",
    ["a", ".t", "#top", "h2 a", "h2 > a.t", "ul.r > li p", "a[href^='/x']", "[data-n]", "[data-n='5']", "*", "p.t.u",
     "body.a.b ul", "li:last-child", "p:nth-child(2)", "a:not(.t)", "li p, i", "[href]", "h2 + ul",
     "html a[href$='y']"],
)  # fmt: skip
def test_selectors_match_as_soupsieve_does(select: str) -> None:
    """What our matcher says of an element is what soupsieve says."""
    soup = BeautifulSoup(HTML, "html.parser")
    for selector in soupsieve.compile(select).selectors:
        matches = matcher(selector)
        if matches is not None and "," not in select:
            assert [matches(tag) for tag in soup.find_all(True)] == [
                soupsieve.match(select, tag) for tag in soup.find_all(True)
            ]
    layout = Layout.from_mapping({"name": "x", "select": {"row": "html", "note": select}})
    marks = Marks(layout)
    labels = [(tag, marks(tag.name, tag.attrs)) for tag in soup.find_all(True)]
    found = [tag for tag, label in labels if label is not None and "note" in (label(tag) or "").split()]
    assert found == soup.select(select)


def test_a_page_with_a_selector_that_needs_a_tree() -> None:
    """A selector that asks for the place among other elements is matched on the tree."""
    layout = Layout.from_mapping({"name": "x", "select": {"row": "li", "title": "p:nth-child(1)", "teaser": "p + p"}})
    found = coprod.loads(HTML, layouts=[layout])
    assert [(paper.title, paper.teaser) for paper in found.papers] == [("1", "2"), (None, None)][: len(found.papers)]


def test_all_fields_are_read() -> None:
    """Every field that a layout may name ends in the Paper, or is known furniture."""
    values = {
        "date": "4 May 2021", "issn": "0951-3558", "isbn": "978-3-030-63761-3", "doi": "10.9999/x", "pages": "3-12",
        "pmid": "12345678", "pmcid": "PMC1234567", "citations": "Cited 5", "downloads": "6", "views": "7",
        "metric": "8", "access": "Open Access", "citation": "Journal, vol. 3 no. 4", "link": "see", "type": "kind",
        "family": "Costa", "given": "Ana", "author": "Ben Adler",
    }  # fmt: skip
    content = {"name": "x", "select": {"row": "li", **{field: f".{field}" for field in FIELDS}}}
    for field in sorted(FIELDS - {"furniture"}):
        page = f'<html><ul><li class="z"><p class="{field}">{values.get(field, "some words")}</p></li></ul></html>'
        found = coprod.loads(page, layouts=[Layout.from_mapping(content)])
        (paper,) = found.papers
        kept = set(paper.to_dict()) - {"id", "source"}
        assert kept or field == "link", field
        assert "page.not-read" not in {told.code for told in found.diagnostics}


@pytest.mark.parametrize("layout", list(layouts()), ids=lambda layout: layout.name)
def test_patterns_of_our_layouts_are_fast(layout: Layout) -> None:
    """No line is long enough to make a pattern of our layouts slow."""
    bits = (" - ", ", ", "a", "A ", "1 ", "2020 ", "2020.01.01", "doi: ", "(", "January 2020, ", "10.9999/", "1,000")
    started = time.process_time()
    for line in [bit * (LONGEST // len(bit)) + end for bit in bits for end in ("", "!")]:
        for pattern in (*layout.text, *[rule.pattern for rule in layout.lines]):
            pattern.fullmatch(line[:LONGEST])
    assert time.process_time() - started < 2
