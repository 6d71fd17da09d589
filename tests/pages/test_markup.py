"""Markup is plain before it is parsed: nothing moves, nothing is without an end, and what is damaged is told."""

import itertools
import time
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod import _gc
from coprod.exceptions import CoprodError
from coprod.readers.pages.markup import plain
from coprod.readers.pages.page import Page

BITS = [
    *[
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "--!>",
        "<!",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "href=",
        '"',
        "'",
        "x",
        "/",
        "=",
        "<b>",
        "</b>",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
    ],
    *["<textarea>", "</textarea>", "&amp;", "&#", "&", "1", ";", "<plaintext>", "é", "<!-->", "<!--->", "<!x>"],
    *(" ", "\n", "\0", "<a ", "<!doctype html>", "</script x>", "<p class='a'>", "</p >", "<![if x]>"),
]

damaged = st.lists(st.sampled_from(BITS), max_size=40).map("".join)


@given(damaged)
def test_nothing_moves(text: str) -> None:
    """Plain markup has the lines of the page; one that ends within the end tag of a program gets the end of it."""
    for line, made in zip(text.split("\n"), plain(text).text.split("\n"), strict=True):
        ended = made.endswith(">") and line.lower().endswith(("</script", "</style", "</title", "</textarea"))
        assert len(made) == len(line) + (ended and made[:-1].endswith(line[-5:]))


@given(damaged)
def test_plain_markup_is_plain(text: str) -> None:
    """What is plain stays as it is, and nothing in it is damaged."""
    again = plain(plain(text).text)
    assert again.text == plain(text).text
    assert [damage for damage in again.damage if "script" not in damage.message] == []


class Recorder(HTMLParser):
    """What the parser of the standard library makes of a page, fed at once or letter by letter."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.seen: list[tuple[str, object]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a start tag."""
        self.seen.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        """Notes an end tag."""
        self.seen.append(("/", tag))

    def handle_data(self, data: str) -> None:
        """Notes text; what came in parts is one."""
        if self.seen and self.seen[-1][0] == "text":
            data = f"{self.seen.pop()[1]}{data}"
        self.seen.append(("text", data))


@given(damaged)
def test_parser_waits_for_nothing(text: str) -> None:
    """A parser that is handed the page letter by letter sees what one sees that has it whole."""
    page = plain(text).text + "\n"
    if "<script" in text:
        return
    whole, bit_by_bit = Recorder(), Recorder()
    whole.feed(page)
    for letter in page:
        bit_by_bit.feed(letter)
    assert "<" not in whole.rawdata
    whole.close()
    bit_by_bit.close()
    assert bit_by_bit.seen == whole.seen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>users < officials</p>", "users < officials"),
        ("<p>care <a href='x' trust", "care <a href='x' trust"),
        ("<p>care<!-- no > comment --></p>", "care"),
        ("<p>care<!-- open > trust</p>", "care trust"),
        ("<p>care<![CDATA[ hidden ]]></p>", "care"),
        ("<p>care</ x>!</p>", "care!"),
        ("<p>care &#99999999999999999999; &amp; trust</p>", "care &#99999999999999999999; & trust"),
        ("<p>care &#xD800;</p>", "care \ufffd"),
        ("<p>AT&T; and R&D-Unit; &amp; Smith &Co.; &eacute;&copy 9</p>", "AT&T; and R&D-Unit; & Smith &Co.; é© 9"),
        (f"<p title='&#{'9' * 5000};'>care</p>", "care"),
        ("<script>if (a < b) '<p>no</p>'</script><p>care</p>", "care"),
        ("<p>care<script>a</script >!</p>", "care!"),
        ("<p>care <b class='x'junk\"y\">trust</b></p>", "care trust"),
        ("<p>care</p><h4 Ada Costa</h4><h4 class='x y' It is so.</h4>", "care Ada Costa It is so."),
        ("<p>care</p><p hidden class='x' <b>no</b></p>", "care"),
        ("<p>care</p>\th2>Results</h2><p>a</p>strong>Trust</strong><p>b</p>/h3>", "care Results a Trust b"),
        ("<p title='see <button> and <map> of'>care</p><p data-x='a > div class=\"b\">'> towns</p>", "care towns"),
        ("<a title='Nurses&#39; trust, where p <b>fell</b> in Towns' href='a'>Trust</a> fell", "Trust fell"),
        ("<a href=x?a=1&b=2 onclick='for (i; i < n; i++) go()'>Trust</a>", "Trust"),
        ("<p>x <i>p</i> > .05, and p>Some level</p>", "x p > .05, and p>Some level"),
        ("<p>x</p> > <button data-x='a > div class=\"b\"> c'>Go</button><p>Costs</p>", "x > Costs"),
        ("<p>care p>.05</p><p>h2>trust</p><p>p>Towns rose</p>", "care p>.05 h2>trust p>Towns rose"),
        ('<p>care</p>\tdiv class="a" id="b"><p>trust</p></div>', "care trust"),
        ('<p>care</p>a href="x">trust</a>', 'care a href="x">trust'),
        ("<p>p > .05 and div class='x' > y</p>", "p > .05 and div class='x' > y"),
        ("<p title='see div class=\"x\"> there'>care</p>", "care"),
        ("<p>care</p><script>'<' + ' div class=\"x\">'</script>", "care"),
        ("<p>care <noscript>trust</noscript><noscript>towns</p>", "care towns"),
        ("<SELECT x='>'><p>care</p>", "care"),
        ("<svg/><map name=a /><!-- <video> --><p>care</p><script>'<canvas>'</script>", "care"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    """What a browser shows."""
    page = Page("page.html", [text], as_html=True)
    assert " ".join(block.text for block in page.blocks) == shown


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<p>one\ntwo <a href='x", 2),
        ("<p>one\n\n<!-- open", 3),
        ('one\n<b "x">two</b>', 2),
        ("<p>\n&#123456789;", 2),
        ("<p>one\n<p>two <button>three", 2),
        ('<p>one</p>\ndiv class="x"><p>two</p></div>', 2),
    ],
)
def test_damage_is_told_with_its_line(text: str, line: int) -> None:
    """One diagnostic for each damage."""
    page = Page("page.html", text.split("\n"), as_html=True)
    assert [(told.code, told.severity, told.line) for told in page.told] == [("html.damaged", "warning", line)]


def test_text_behind_an_open_script_is_told() -> None:
    """What an open script swallows is in the diagnostic."""
    page = Page("page.html", ["<p>one</p><script>let a = 1;", "<p>lost</p>"], as_html=True)
    assert [block.text for block in page.blocks] == ["one"]
    assert "<p>lost</p>" in (page.told[0].text or "")


SHAPES: dict[str, Callable[[int], str]] = {
    "less": lambda n: "<" * n,
    "open quote": lambda n: '<a x="' * (n // 6),
    "open tag": lambda n: "<a " * (n // 3),
    "both quotes": lambda n: "<a x='\"" * (n // 7),
    "open comment": lambda n: "<!--" * (n // 4),
    "comment, one end": lambda n: "<!-- a >" * (n // 8),
    "open cdata": lambda n: "<![CDATA[" * (n // 9),
    "cdata": lambda n: "<![CDATA[ x>" * (n // 12),
    "open end tag": lambda n: "</a" * (n // 3),
    "end tag with junk": lambda n: "</a x>" * (n // 6),
    "open instruction": lambda n: "<?" * (n // 2),
    "declaration": lambda n: "<!x>" * (n // 4),
    "nested div": lambda n: "<div>" * 4900 + "x " * (n // 2),
    "nested b": lambda n: ("<b>" * 4000 + "</b>" * 4000) * (n // 28000 + 1),
    "unmatched ends": lambda n: "</div>" * (n // 6),
    "unmatched ends inside": lambda n: "<div>" * 4000 + "</b>" * (n // 4),
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n // 8)) + ">x",
    "equal signs": lambda n: "<p " + "= " * (n // 2) + ">x",
    "slashes": lambda n: "<p " + "/" * n + ">x",
    "references": lambda n: "&amp;" * (n // 5),
    "ampersands": lambda n: "&" * n,
    "long reference": lambda n: "&#" + "1" * n,
    "open scripts": lambda n: "<script>" * (n // 8),
    "open areas": lambda n: "<textarea>" * min(n // 10, 4000),
    "list": lambda n: "<ol>" + "<li>x</li>" * (n // 10) + "</ol>",
    "breaks": lambda n: "x<br>" * (n // 5),
    "links": lambda n: "<p>" + "<a href=x>y</a> " * (n // 17),
    "open links": lambda n: "<a href=x>y<br>" * min(n, 4000),
    "cells": lambda n: "<table><tr>" + "<td>x</td>" * (n // 10),
    "lines": lambda n: "<pre>" + "x\n" * (n // 2),
    "no-break spaces": lambda n: "\u00a0" * n,
    "lost quotes": lambda n: " ?a" * (n // 3) + "’",
    "blank lines before >": lambda n: "<p>" + "\n " * (n // 2) + "> x",
    "tags without <": lambda n: '<p>x</p> div class="y">' * (n // 23),
    "tags without >": lambda n: "<h4 Ada Costa" * min(n // 13, 4000) + ">",
    "open noscripts": lambda n: "<noscript>" * min(n // 10, 4000),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.timing
def test_time_grows_with_the_page(shape: str) -> None:
    """Three times the page takes far less than nine times as long."""
    with _gc.paused():
        small, large = (min(_seconds(SHAPES[shape](size)) for _ in range(3)) for size in (40_000, 120_000))
    assert large < 0.05 or large / small < 7


def _seconds(text: str) -> float:
    lines = ("<html><body>" + text).split("\n")
    start = time.process_time()
    try:
        Page("page.html", lines, as_html=True)
    except CoprodError:
        pytest.fail("a limit was passed below its size")
    return time.process_time() - start


def test_nesting_has_a_limit() -> None:
    """Deeper pages are refused, and the limit is named."""
    with pytest.raises(CoprodError, match="nesting"):
        Page("page.html", ["<div>" * 6000], as_html=True)


def test_all_pairs_of_bits() -> None:
    """Every pair of parts, then text: the text is shown or told."""
    for one, two in itertools.product(BITS, BITS):
        page = Page("page.html", [f"<html><body>{one}{two}", "<p>word</p>"], as_html=True)
        told = "\n".join(told.text or "" for told in page.told)
        shown = "\n".join(block.text for block in page.blocks)
        if not {one, two} & {"<!--", "<![CDATA[", "<?", "<!", "</"}:
            assert "word" in shown or "word" in told, (one, two)


def test_bare_ampersands_are_text_before_the_page_is_parsed() -> None:
    """An ampersand that begins no reference is out of the parser's way, also where nothing else is odd."""
    page = plain("<p>a & b &&</p> &amp; AT&T &#8211;")
    assert page.text.count("&") == 3
    assert page.restored(page.text) == "<p>a & b &&</p> &amp; AT&T &#8211;"
