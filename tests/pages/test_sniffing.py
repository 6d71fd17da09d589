"""The lines that the readers of pages look at before one of them reads."""

import time

import pytest

from coprod.document import Document
from coprod.readers.pages.sniffing import look_at
from coprod.readers.shown import lines_of


def test_lines_are_what_stands_between_tags() -> None:
    """Inline elements do not tear a line, and no script, style, head or navigation is one."""
    page = (
        "<html><head><title>No</title></head><nav><a href=x>No</a></nav><script>if (a < b) no();</script>"
        "<h2>Aims &amp; <em>objectives</em></h2><ul><li>One</li>\n<li><b>Two</b>\n words</li></ul><li></li>"
        "<p>Three</html>"
    )
    assert list(lines_of(page)) == ["Aims & objectives", "One", "Two words", "Three"]
    assert list(lines_of(page, item="- ")) == ["Aims & objectives", "- One", "- Two words", "Three"]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("<!DOCTYPE html><html><body><p>Trust</p>\n<p>and  care</p></body>", ("Trust", "and care")),
        ("> Trust\n>\n> and  care\n", ("Trust", "and care")),
        ("Trust\r\n\r\nand  care", ("Trust", "and care")),
    ],
)
def test_a_look_has_lines_of_html_and_of_text(content: str, lines: tuple[str, ...]) -> None:
    """They are the same for both, without what is empty."""
    look = look_at(Document("page", iter([content])))
    assert look is not None
    assert look.lines == lines


@pytest.mark.parametrize("part", ["<", "<a ", "</a", "<script", "<script>", "</script", "<li>", "<li> ", "<b x='", "&"])
def test_looking_takes_linear_time(part: str) -> None:
    """Markup without an end is looked at once."""
    started = time.process_time()
    list(lines_of(part * (600_000 // len(part))))
    assert time.process_time() - started < 2
