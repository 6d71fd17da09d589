"""The reader of publishers' search pages.

In: a document, HTML or plain text, of which a layout knows the rows. Out: a Paper for each row, with its findings,
and diagnostics: what was odd in a row, what stands outside rows, and whether as many results were found as announced.
What can go wrong: `LayoutError` for a layout of the caller, `LimitError`.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from coprod.diagnostics import Diagnostic, occurrence
from coprod.readers.pages.draft import Traced
from coprod.readers.pages.page import Page, page_of
from coprod.readers.pages.reader import page_reader
from coprod.readers.search.build import NAME, read_row
from coprod.readers.search.counts import Count, count_of, is_count
from coprod.readers.search.known import layout_of, layouts
from coprod.readers.search.layout import COUNT, Layout
from coprod.readers.search.lines import Lines
from coprod.readers.search.making import Making
from coprod.readers.search.marks import JOINT, Attribute, Marks
from coprod.readers.search.rows import Parts, Sorted, by_elements, row_of
from coprod.readers.search.text_rows import by_lines
from coprod.readers.search.torn import put_together
from coprod.text.identifiers import find_doi

if TYPE_CHECKING:
    from coprod.document import Document
    from coprod.readers.pages.blocks import Block

_SCORE: Final = 0.95


def _sniff(document: "Document") -> float:
    return _SCORE if layout_of(document) is not None else 0.0


def _traced(document: "Document") -> Iterator[Traced | Diagnostic]:
    layout = layout_of(document) or next(_given(document), None)
    if layout is None:
        yield from _not_read(document)
        return
    marks = Marks(layout)
    yield from _Reading(page_of(document, marks), layout, marks).run()


def _not_read(document: "Document") -> Iterator[Diagnostic]:
    """The lines of a page that no layout knows; that it has no record is told as of any source."""
    lines = list(document.lines())
    stated = [place for place, (_number, line) in enumerate(lines) if line.strip()]
    if stated:
        told = lines[stated[0] : stated[-1] + 1]
        known = ", ".join(sorted({layout.name for layout in layouts(document.options.layouts)}))
        message = f"no layout knows this page, so that no line of it was read; known: {known}"
        text = "\n".join(line for _number, line in told)
        yield occurrence(
            "search.no-layout", "info", message, source=document.name, line=told[0][0], last=told[-1][0], text=text
        )


def _given(document: "Document") -> Iterator[Layout]:
    """The layouts of the call; when it names the format, they need not know the page."""
    return layouts(document.options.layouts) if document.options.layouts else iter(())


class _Reading:
    """One page in the making."""

    def __init__(self, page: Page, layout: Layout, marks: Marks) -> None:
        self._page = page
        self._layout = layout
        self._marks = marks
        self._lines = Lines(layout)

    def run(self) -> Iterator[Traced | Diagnostic]:
        yield from self._page.told
        together = put_together(self._page.blocks, self._lines, plain=not self._page.is_html)
        self._page.blocks = together.blocks
        is_torn = bool(together.torn)
        yield from together.told(self._page.source)
        found = by_elements(self._page.blocks) if self._marks.met_rows else Sorted([], [])
        by_tags = bool(found.rows)
        if not found.rows and self._layout.anchor is not None:
            found = by_lines(self._page.blocks, self._layout, self._lines, is_torn=is_torn)
        parts = Parts(self._layout, self._lines, is_torn=is_torn)
        attributes = self._attributes() if by_tags else {}
        address = self._marks.address or self._layout.address
        for blocks in found.rows:
            values = attributes.get(id(row_of(blocks[0].marks)), ())
            making = Making(self._page.source, self._layout, blocks, address)
            yield from read_row(making, parts.of(blocks), values, has_links=by_tags)
        yield from self._outside(found.outside)
        yield from self._counted(len(found.rows))
        yield from self._page.tell_unread()

    def _attributes(self) -> dict[int, list[Attribute]]:
        """The values of attributes by the element of their row."""
        found: dict[int, list[Attribute]] = {}
        for value in self._marks.attributes:
            found.setdefault(id(self._marks.row_above(value.tag)), []).append(value)
        return found

    def _outside(self, blocks: Iterable["Block"]) -> Iterator[Diagnostic]:
        """What stands outside rows: furniture that the layout knows, or told."""
        for block in blocks:
            told = self._lines.told(block.text)
            if self._is_furniture(block) or (told is not None and told.is_sure and told.kind == "line"):
                block.role = "furniture"
                continue
            block.role = "furniture"
            yield occurrence(
                "search.outside-rows", "info", "text outside the results; not read", source=self._page.source,
                line=block.line, last=block.last_line, text=" ".join([block.text, *_dois(block)]),
            )  # fmt: skip

    def _is_furniture(self, block: "Block") -> bool:
        names = [name for mark in block.marks for name in mark.name.split(JOINT)]
        return "furniture" in names or (COUNT in names and is_count(block.text))

    def _counted(self, rows: int) -> Iterator[Diagnostic]:
        """Holds the announced number of results against the rows."""
        for block, count in self._counts():
            odd = count.differs(rows)
            if odd is not None:
                yield occurrence(
                    "search.count-differs", "warning", odd, source=self._page.source,
                    line=block.line if block is not None else None, text=block.text if block is not None else None,
                )  # fmt: skip
                return

    def _counts(self) -> "Iterator[tuple[Block | None, Count]]":
        """What the page announces, the most exact first."""
        found: list[tuple[Block | None, Count]] = []
        for block in self._page.blocks:
            names = [mark.name for mark in block.marks if COUNT in mark.name]
            if not names and block.role == "furniture":
                told = self._lines.told(block.text)
                names = [COUNT] if told is not None and told.field == COUNT else []
            count = count_of(block.text) if names else None
            if count is not None:
                found.append((block, count))
        found.sort(key=lambda item: item[1].first is None)
        return iter(found)


def _dois(block: "Block") -> Iterator[str]:
    """The links of a block that name a publication: a row that was not found may have nothing else that does."""
    return (link.href for link in block.links if find_doi(link.href) is not None and link.href not in block.text)


READER: Final = page_reader(NAME, _sniff, _traced)
