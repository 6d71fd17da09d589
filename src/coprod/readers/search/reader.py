"""The reader of publishers' search pages.

In: a document, HTML or plain text, of which a layout knows the rows. Out: a Paper for each row, with its findings,
and diagnostics: what was odd in a row, what stands outside rows, and whether as many results were found as announced.
What can go wrong: `LayoutError` for a layout of the caller, `LimitError`.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.readers.pages.draft import Traced
from coprod.readers.pages.page import Page, first_line_of, page_of, with_publications
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
from coprod.readers.search.unread import of_results

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
        self._page.bound_density([(block.text, block.line) for block in self._page.blocks])
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
        dois: set[str] = set()
        for blocks in found.rows:
            self._page.bound_text((block.text, block.line) for block in blocks)
            values = attributes.get(id(row_of(blocks[0].marks)), ())
            making = Making(self._page.source, self._layout, blocks, address)
            yield from read_row(making, parts.of(blocks), values, has_links=by_tags)
            dois.add(making.draft.values.get("doi", ""))
        yield from self._outside(found.outside, dois, by_tags=by_tags)
        yield from self._counted(len(found.rows))
        yield from self._page.tell_unread()

    def _attributes(self) -> dict[int, list[Attribute]]:
        """The values of attributes by the element of their row."""
        found: dict[int, list[Attribute]] = {}
        for value in self._marks.attributes:
            found.setdefault(id(self._marks.row_above(value.tag)), []).append(value)
        return found

    def _outside(self, blocks: Iterable["Block"], dois: AbstractSet[str], *, by_tags: bool) -> Iterator[Diagnostic]:
        """What no row took: furniture that the layout knows, what may be of a result, or text outside of all."""
        rest: dict[int, Block] = {}
        for block in blocks:
            told = self._lines.told(block.text)
            if self._is_furniture(block) or (told is not None and told.is_sure and told.kind == "line"):
                block.role = "furniture"
            else:
                rest[id(block)] = block
        for block in of_results(self._page.blocks, self._lines, dois, lambda one: id(one) in rest, by_tags=by_tags):
            rest.pop(id(block), None)
            message = "what may be of a result (a DOI, or names between a title and a date); not read"
            yield self._not_read(block, "search.result-not-read", "warning", message)
        for block in rest.values():
            yield self._not_read(block, "search.outside-rows", "info", "text outside the results; not read")

    def _not_read(self, block: "Block", code: str, severity: Severity, message: str) -> Diagnostic:
        block.role = "furniture"
        return occurrence(
            code, severity, message, source=self._page.source,
            line=first_line_of(block), last=block.last_line, text=with_publications(block),
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


READER: Final = page_reader(NAME, _sniff, _traced)
