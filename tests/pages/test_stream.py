"""The elements one after the other are those of the tree that beautifulsoup4 makes of the page."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.readers.pages import html
from coprod.readers.pages.blocks import Block
from coprod.readers.pages.markup import plain
from coprod.readers.pages.tree import parse
from tests.pages.damaged import damaged_pages
from tests.pages.test_markup import BITS

PAGES = sorted((Path(__file__).parents[1] / "data" / "pages").rglob("*.html"))

MORE = [
    *("<li>", "</ul>", "<ol>", "<td>", "<br/>", "</br>", "<p/>", "<img>", "&nbsp;", "word", "<pre>"),
    *("<div hidden>", "</div>"),
]


def marked(_name: str, _attributes: dict[str, Any]) -> html.Label:
    """All elements may have a class."""
    return first_class


def first_class(tag: Any) -> str | None:
    """Marks what has a class by the first."""
    classes: list[str] = tag.get("class") or []
    return classes[0] if classes else None


def seen(blocks: list[Block]) -> list[tuple[object, ...]]:
    """All that a reader can see of the blocks."""
    return [
        (
            *(block.text, block.line, block.last_line, block.tag, block.level, block.ordinal, block.gap, block.links),
            [piece for piece in block.pieces if piece.text.strip()],
            [(mark.name, mark.tag.name, mark.tag.attrs, mark.tag.sourceline) for mark in block.marks],
        )
        for block in blocks
    ]


def assert_same(text: str) -> None:
    """Shown and hidden blocks are the same."""
    page = plain(text)
    page = page._replace(text=f"{page.text}{page.end}\n")  # as the tree is made
    streamed = html.streamed_blocks_of(page, 1000, marked)
    of_tree = html.blocks_of(parse(text, nesting=1000), marked)
    for ours, theirs in zip(streamed, of_tree, strict=True):
        assert seen(ours) == seen(theirs)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages(path: Path) -> None:
    """The pages of the tests."""
    assert_same(path.read_text("utf-8"))


def test_damaged_pages() -> None:
    """The same pages, damaged."""
    for _name, text, _reader in damaged_pages(300):
        assert_same(text)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from([*BITS, *MORE]), max_size=30))
def test_any_markup(parts: list[str]) -> None:
    """Markup of any kind."""
    assert_same("".join(parts))
