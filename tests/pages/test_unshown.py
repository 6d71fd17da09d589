"""Tests of what is told of text that is no text of a page: buttons, choices and fields of forms."""

import pytest

import coprod
from coprod.readers.search import Layout

PAGES = {
    "article": "<html><head><meta name='citation_title' content='Trust'><meta name='citation_doi' content='10.1000/a'>"
    "</head><body><h1>Trust</h1>\n{}\n</body></html>",
    "study-group": "<html><body><h1>WG1: Rivers</h1><h2>Aims</h2><p>To study rivers.</p><h2>Co-chairs</h2>\n{}\n"
    "<h2>Meetings</h2><p>12 May 2026, Oslo.</p></body></html>",
    "summary": "<html><body><h1>Trust</h1><h2>Methods</h2><p>A survey of 80 rowers.</p>\n{}\n"
    "<h2>Key Findings</h2><p>Waits fell by 9%.</p></body></html>",
}


def hidden(page: str, part: str) -> list[tuple[str, int | None, str | None]]:
    """Severity, line and text of what is told of a part of a page as hidden."""
    found = coprod.loads(PAGES[page].format(part), format=page)
    return [(told.severity, told.line, told.text) for told in found.diagnostics if told.code == "page.hidden"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("<button>Ann Lee, University of Bergen</button>", "Ann Lee, University of Bergen"),
        ("<button>Erratum: see 10.1000/b</button>", "Erratum: see 10.1000/b"),
        ("<button>Northport</button>", "Northport"),
        ("<select><option>Ann Lee</option></select>", "Ann Lee"),
        ("<datalist><option>Ann Lee</option></datalist>", "Ann Lee"),
        ("<input type='text' value='Ann Lee &amp; Bo Ek'>", "Ann Lee & Bo Ek"),
        ("<input value='Ann Lee'/>", "Ann Lee"),
        ("<textarea>Ann Lee</textarea>", "Ann Lee"),
    ],
)
def test_the_text_of_a_field_is_told_with_its_line(page: str, part: str, text: str) -> None:
    """What stands in a button, a choice or a field of a form is told alike by every reader of pages."""
    assert hidden(page, part) == [("info", 2, text)]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "part",
    [
        "<button>Search</button>",
        "<button>×</button>",
        "<button>Show <b>more</b> figures</button>",
        "<select><option>10</option><option>All fields</option></select>",
        "<input type='submit' value='Search'>",
        "<input type='text' value=''><input type='text'>",
        "<input type='search' value='night buses'><input type='hidden' value='form-1uIYECI0Zop8'>",
        "<input type='checkbox' value='Ann Lee'>",
    ],
)
def test_the_labels_of_forms_are_not_told(page: str, part: str) -> None:
    """Labels of exact words, values that a browser does not show and what somebody searched for say nothing."""
    assert hidden(page, part) == []


def test_a_field_that_a_layout_knows_is_not_told() -> None:
    """The value of a field of a form may be a field of a row."""
    layout = Layout.from_mapping({
        "name": "forms", "select": {"row": "li", "title": "h3", "doi": {"select": "input", "attribute": "value"}},
    })  # fmt: skip
    page = "<html><ul><li><h3>Trust in towns</h3><input value='10.1000/b'></li></ul></html>"
    found = coprod.loads(page, layouts=[layout])
    assert [paper.doi for paper in found.papers] == ["10.1000/b"]
    assert not [told for told in found.diagnostics if told.code == "page.hidden"]
