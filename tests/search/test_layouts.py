"""Layouts: what a user writes, what is refused, and in which order they are asked."""

import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import soupsieve
from bs4 import BeautifulSoup

import coprod
from coprod import Collection
from coprod.exceptions import LayoutError
from coprod.readers.search import Layout, layouts, register_layout, unregister_layout
from coprod.readers.search.known import built_in
from coprod.readers.search.layout import FIELDS, IN_ATTRIBUTES, LONGEST
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
        "metric": "8", "access": "Open Access", "citation": "Journal, vol. 3 no. 4", "type": "kind",
        "family": "Costa", "given": "Ana", "author": "Ben Adler",
    }  # fmt: skip
    content = {"name": "x", "select": {"row": "li", **{field: f".{field}" for field in FIELDS}}}
    for field in sorted(FIELDS - {"furniture", *IN_ATTRIBUTES}):
        page = f'<html><ul><li class="z"><p class="{field}">{values.get(field, "some words")}</p></li></ul></html>'
        found = coprod.loads(page, layouts=[Layout.from_mapping(content)])
        (paper,) = found.papers
        kept = set(paper.to_dict()) - {"id", "source"}
        assert kept, field
        assert "page.not-read" not in {told.code for told in found.diagnostics}


LINKED = """<html><body><ul>
<li class="r"><h3><a class="t" href="/doi/10.9999/a">Who waits?</a></h3>
<p class="by"><span class="one">Ana Costa</span>, <span class="one">Ben Adler</span> &amp;
<span class="one">Mia Dahl</span></p>
<p class="kind">Note</p><p class="d">2021</p></li>
<li class="r"><h3><a class="t" href="/doi/10.9999/b">Who pays?</a></h3><p class="d">2022</p></li>
</ul></body></html>"""


def linked(**select: object) -> Collection:
    """What a layout with these selectors reads of a page whose titles are links."""
    rules = {"row": "li.r", "title": "h3", "date": ".d", **select}
    layout = {"name": "x", "order": ["title", "authors", "date"], "address": "https://town.example", "select": rules}
    return coprod.loads(LINKED, layouts=[Layout.from_mapping(layout | {"types": {"Note": "article-journal"}})])


@pytest.mark.parametrize("select", ["h3 a", "a.t", "a"])
def test_a_link_takes_no_text_away(select: str) -> None:
    """The element of a link gives its address; its text belongs to the field around it."""
    found = linked(link=select)
    assert [(paper.title, paper.urls) for paper in found.papers] == [
        ("Who waits?", ("https://town.example/doi/10.9999/a",)),
        ("Who pays?", ("https://town.example/doi/10.9999/b",)),
    ]
    asked = linked(link={"select": select, "attribute": "href"})
    assert [paper.urls for paper in asked.papers] == [paper.urls for paper in found.papers]


def test_what_stands_between_authors_is_no_title() -> None:
    """Commas between elements of authors are furniture, also where the layout does not find a title."""
    found = linked(author=".one", title=".none", link="h3 a")
    assert found.papers[0].title == "Who waits?"
    assert [name.family for name in found.papers[0].authors] == ["Costa", "Adler", "Dahl"]
    assert not [told for told in found.diagnostics if told.text in (",", "&")]


def test_the_kind_of_work_gives_the_type() -> None:
    """`[types]` holds for a genre as it does for a type; the genre stays as printed."""
    of_genre, of_type = linked(genre=".kind").papers[0], linked(type=".kind").papers[0]
    assert (of_genre.type, of_genre.genre) == ("article-journal", "Note")
    assert (of_type.type, of_type.genre) == ("article-journal", None)
    assert linked(genre=".kind").locate(of_genre, "type") == linked(genre=".kind").locate(of_genre, "genre")


@pytest.mark.parametrize("field", sorted(FIELDS - {"furniture"}))
def test_an_inner_element_loses_no_words(field: str) -> None:
    """Whatever a layout takes the element within a title for, its words are in the paper or in a diagnostic."""
    found = linked(**{field: "h3 a"})
    unread = [told.text or "" for told in found.diagnostics if not told.code.startswith("search.title-")]
    said = found.to_json() + "".join(unread)
    assert all(word in said for word in ("waits", "pays"))


def test_authors_beside_the_line_of_authors_are_kept() -> None:
    """An element of one author that the line of all does not show is in extra."""
    page = '<html><ul><li class="r"><p class="by">Ana Costa</p><p class="one">Ben Adler</p></li></ul></html>'
    layout = Layout.from_mapping({"name": "x", "select": {"row": "li.r", "authors": ".by", "author": ".one"}})
    (paper,) = coprod.loads(page, layouts=[layout]).papers
    assert [name.literal for name in paper.authors] == ["Ana Costa"]
    assert paper.extra["author"] == ("Ben Adler",)


def test_a_labelled_address_is_read() -> None:
    """An address behind a label is a link; what is no address is kept beside the link."""
    layout = Layout.from_mapping({"name": "x", "select": {"row": "li.r", "title": "h3"}, "labels": {"Source": "link"}})
    page = '<html><ul><li class="r"><h3>Queues</h3><p>Source: {}</p></li></ul></html>'
    first = coprod.loads(page.format("https://town.example/a"), layouts=[layout]).papers[0]
    second = coprod.loads(page.format('<a href="https://town.example/a">The town</a>'), layouts=[layout]).papers[0]
    assert first.urls == second.urls == ("https://town.example/a",)
    assert (dict(first.extra), second.extra["Source"]) == ({}, ("The town",))


def test_other_pages_beside_the_pages_are_kept() -> None:
    """Of two elements of pages the first is taken, and one that says something else is in extra."""
    page = '<html><ul><li class="r"><p class="p">3-12</p><p class="p">3-12</p><p class="p">5-9</p></li></ul></html>'
    layout = Layout.from_mapping({"name": "x", "select": {"row": "li.r", "pages": ".p"}})
    (paper,) = coprod.loads(page, layouts=[layout]).papers
    assert (paper.first_page, paper.last_page, paper.extra) == ("3", "12", {"pages": ("5-9",)})


@pytest.mark.parametrize("layout", list(layouts()), ids=lambda layout: layout.name)
def test_patterns_of_our_layouts_are_fast(layout: Layout) -> None:
    """No line is long enough to make a pattern of our layouts slow."""
    bits = (" - ", ", ", "a", "A ", "1 ", "2020 ", "2020.01.01", "doi: ", "(", "January 2020, ", "10.9999/", "1,000")
    started = time.process_time()
    for line in [bit * (LONGEST // len(bit)) + end for bit in bits for end in ("", "!")]:
        for pattern in (*layout.text, *[rule.pattern for rule in layout.lines]):
            pattern.fullmatch(line[:LONGEST])
    assert time.process_time() - started < 2


def test_the_furniture_of_each_layout_is_in_the_documentation() -> None:
    """The reference lists what the layouts of coprod take for furniture, and nothing else."""
    page = (Path(__file__).parents[2] / "docs" / "reference" / "search-pages.md").read_text(encoding="utf-8")
    table = page.partition("## Known furniture\n")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{layout.name}` | {cells(line.pattern.pattern for line in layout.lines if line.field == 'furniture')} "
        f"| {cells(rule.select for rule in layout.select if rule.field == 'furniture')} |"
        for layout in built_in()
    ]


def cells(texts: Iterable[str]) -> str:
    """Texts as a cell of a table shows them."""
    return ", ".join(f"`{text}`".replace("|", "\\|") for text in texts) or "none"
