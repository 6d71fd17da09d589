"""Attributes are read as the standard of HTML has it, whatever the `html.parser` of this Python does."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coprod
from coprod.readers.pages.attributes import start_tag
from coprod.readers.pages.markup import plain
from coprod.readers.pages.tree import parse

TAGS = [
    ("<a href='x?a=1&copy=2'>", [("href", "x?a=1&copy=2")]),
    ("<a href='x?a=1&copy;=2'>", [("href", "x?a=1©=2")]),
    ("<meta content='Fish &amps and chips'>", [("content", "Fish &amps and chips")]),
    ("<meta content='Fish &amp chips &lt'>", [("content", "Fish & chips <")]),
    ("<meta content='&notin &notin; &noting;'>", [("content", "&notin ∉ &noting;")]),
    ("<meta content='&#233;t&#xE9; &#233t'>", [("content", "été ét")]),
    ("<p a==b c = d e='' F>", [("a", "b"), ("c", "d")]),
    ("<p a=1 a=2/>", [("a", "1"), ("a", "2/")]),
    ("<br/>", []),
]


@pytest.mark.parametrize(("written", "expected"), TAGS, ids=[tag for tag, _ in TAGS])
def test_values(written: str, expected: list[tuple[str, str]]) -> None:
    """References without a semicolon are text before a letter, a digit or `=`."""
    found = start_tag(written)
    assert found is not None
    assert found.attributes[: len(expected)] == expected


@pytest.mark.parametrize("written", [tag for tag, _ in TAGS])
def test_a_tree_has_the_same(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the parser of Python resolves nothing."""
    monkeypatch.setattr("html.parser.unescape", lambda _text: "lost")
    found = start_tag(written)
    assert found is not None
    tag = parse(f"{written}x").soup.find(found.name)
    assert tag is not None
    assert tag.attrs == dict(found.attributes)


class _Attributes(HTMLParser):
    """What Python reads in a tag."""

    found: list[tuple[str, str | None]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        self.found = attrs


_NAMES = st.from_regex("[a-z][a-z-]{0,5}", fullmatch=True)
_VALUES = st.text("ab1 /:?=;.<>é#", max_size=12)


@given(st.lists(st.tuples(_NAMES, _VALUES, st.sampled_from("\"'")), max_size=5))
def test_sound_tags_are_read_as_python_reads_them(attributes: list[tuple[str, str, str]]) -> None:
    """Values in quotation marks, without references."""
    written = "".join([f" {name}={mark}{value}{mark}" for name, value, mark in attributes])
    parser = _Attributes()
    parser.feed(f"<p{written}>")
    found = start_tag(plain(f"<p{written}>").text)
    assert found is not None
    assert found.attributes == parser.found


@pytest.mark.parametrize("end", ["", "</script\n</head><body><p>x</p>", "</script </head><p>x"])
def test_a_script_without_an_end_is_read(end: str) -> None:
    """The JSON-LD of a page that was cut, or whose end tag lacks its end."""
    article = '{"@context": "https://schema.org", "@type": "ScholarlyArticle", "name": "Ferries", "isPartOf": {}}'
    page = f'<!DOCTYPE html><html><head><title>Ferries</title>\n<script type="application/ld+json">\n{article}\n{end}'
    found = coprod.loads(page, format="article")
    assert [paper.title for paper in found.papers] == ["Ferries"]
    assert "html.damaged" in {diagnostic.code for diagnostic in found.diagnostics}
