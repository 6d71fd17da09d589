"""The text of a section: paragraphs, items of lists, and tables, which are text of the section and state no findings.

In: a heading and the blocks below it. Out: the part for the section of the summary, and the part for its findings.
"""

import functools
from itertools import groupby
from typing import NamedTuple

from coprod.readers.pages.blocks import Block, Passage, paragraphs, use
from coprod.readers.pages.sections import Part, part_of
from coprod.readers.summary.headings import LIST_MARK
from coprod.readers.summary.markdown import unmarked
from coprod.readers.summary.outline import Segment
from coprod.readers.summary.tables import Cell, is_caption, is_rule, quantities_of, rows_in, torn_cells
from coprod.text.quantities import Found, quantities_in


class _Line(NamedTuple):
    """A line of a section, or several that were put together."""

    text: Passage
    row: tuple[Block, tuple[Cell, ...]] | None
    """The block and the cells of a row; a caption has none; None: the line is no part of a table."""


def parts_of(segment: Segment) -> tuple[Part, Part]:
    """The whole section, and what of it may state findings."""
    label, category = segment.label, segment.heading.category
    lines = list(_lines(segment))
    use([segment.block.passage(), *(line.text for line in lines)])
    if not any(line.row is not None for line in lines):
        part = part_of(label, category, [line.text for line in lines])
        return part, part
    put: list[_Line] = []
    for is_text, some in groupby(lines, key=lambda line: line.row is None):
        put += [_Line(text, None) for text in paragraphs(line.text for line in some)] if is_text else some
    whole = _PartWithTables(label, category, put)
    return whole, whole.said


def _lines(segment: Segment) -> list[_Line]:
    """The lines of a section, block by block, without marks of lists; a row stays as it is printed."""
    rows = rows_in(segment.body)
    rows.update((cell, ()) for cell in torn_cells(segment.body) if cell not in rows)
    lines: list[_Line] = []
    if segment.heading.behind is not None:
        lines.append(_Line(_paragraph(segment.block, segment.heading.behind), None))
    for block in segment.body:
        if block not in rows and not is_caption(block.text):
            lines.append(_Line(_paragraph(block, 0), None))
        elif is_rule(block.text):
            use([block.passage()], "furniture")
        else:
            lines.append(_Line(block.passage(), (block, rows.get(block, ()))))
    return lines


def _paragraph(block: Block, start: int) -> Passage:
    """The text of a block without the mark of a list, and without marks of emphasis."""
    mark = LIST_MARK.match(block.text, start)
    return unmarked(block.passage(mark.end() if mark is not None else start))


class _PartWithTables(Part):
    """A section with rows and captions in it."""

    def __init__(self, label: Passage, category: str | None, lines: list[_Line]) -> None:
        super().__init__(label, category, tuple([line.text for line in lines]))
        self._rows = [line.row for line in lines]

    @functools.cached_property
    def numbers(self) -> tuple[tuple[Found, ...], ...]:
        """The quantities of each line; those of a row are in its cells."""
        pairs = zip(self.paragraphs, self._rows, strict=True)
        return tuple([tuple(quantities_in(line.text) if row is None else quantities_of(*row)) for line, row in pairs])

    @property
    def said(self) -> Part:
        """The part without tables."""
        texts = [index for index, row in enumerate(self._rows) if row is None]
        part = Part(self.label, self.category, tuple([self.paragraphs[index] for index in texts]))
        part.numbers = tuple([self.numbers[index] for index in texts])
        return part
