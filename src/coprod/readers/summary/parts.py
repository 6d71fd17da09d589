"""The text of a section: paragraphs, items of lists, and tables and data, which are text and state no findings.

In: a heading and the blocks below it. Out: the part for the section of the summary, and the part for its findings.
"""

import functools
from itertools import groupby
from typing import NamedTuple

from coprod.readers.pages.blocks import Block, Passage, paragraphs, use
from coprod.readers.pages.sections import Part, part_of
from coprod.readers.summary.facts import facts_in
from coprod.readers.summary.headings import LIST_MARK
from coprod.readers.summary.markdown import Marks, unmarked
from coprod.readers.summary.outline import Segment
from coprod.readers.summary.tables import Cell, is_caption, is_rule, quantities_of, rows_in, torn_cells
from coprod.text.quantities import Found, quantities_in


class _Line(NamedTuple):
    """A line of a section, or several that were put together."""

    text: Passage
    says: bool = True
    """Whether it may state a finding."""

    row: tuple[Block, tuple[Cell, ...]] | None = None
    """The block and the cells of a row; a caption has none; None: the line is no part of a table."""


def parts_of(segment: Segment, marks: Marks) -> tuple[Part, Part]:
    """The whole section, and what of it may state findings."""
    label, category = segment.label, segment.heading.category
    lines = list(_lines(segment, marks))
    use([segment.block.passage(), *(block.passage() for block in segment.body if block.role is None)])
    if all(line.says for line in lines):
        part = part_of(label, category, [line.text for line in lines])
        return part, part
    put: list[_Line] = []
    for says, some in groupby(lines, key=lambda line: line.says):
        put += [_Line(text) for text in paragraphs(line.text for line in some)] if says else some
    whole = _PartWithData(label, category, put)
    return whole, whole.said


def _lines(segment: Segment, marks: Marks) -> list[_Line]:
    """The lines of a section, block by block, without marks of lists; a row stays as it is printed."""
    rows = rows_in(segment.body)
    rows.update((cell, ()) for cell in torn_cells(segment.body) if cell not in rows)
    facts = facts_in(segment.body)
    lines: list[_Line] = []
    if segment.heading.behind is not None:
        lines.append(_Line(_paragraph(segment.block, segment.heading.behind, marks)))
    for block in segment.body:
        if block in facts:
            lines.append(_Line(_paragraph(block, 0, marks), says=False))
        elif block not in rows and not is_caption(block.text):
            lines.append(_Line(_paragraph(block, 0, marks)))
        elif is_rule(block.text):
            use([block.passage()], "furniture")
        else:
            lines.append(_Line(block.passage(), says=False, row=(block, rows.get(block, ()))))
    return [line for line in lines if line.text]


def _paragraph(block: Block, start: int, marks: Marks) -> Passage:
    """The text of a block without marks of lists, of quotations and of tasks, and without marks of emphasis."""
    start = marks.quoted(block, start)
    mark = LIST_MARK.match(block.text, start)
    if mark is not None:
        start = marks.ticked(block, marks.quoted(block, mark.end()))
    return unmarked(marks.read(block.passage(start)))


class _PartWithData(Part):
    """A section with rows, captions and data of the study in it."""

    def __init__(self, label: Passage, category: str | None, lines: list[_Line]) -> None:
        super().__init__(label, category, tuple([line.text for line in lines]))
        self._lines = lines

    @functools.cached_property
    def numbers(self) -> tuple[tuple[Found, ...], ...]:
        """The quantities of each line; those of a row are in its cells."""
        return tuple(
            [
                tuple(quantities_in(line.text.text) if line.row is None else quantities_of(*line.row))
                for line in self._lines
            ]
        )

    @property
    def said(self) -> Part:
        """The part without lines that state nothing."""
        says = [index for index, line in enumerate(self._lines) if line.says]
        part = Part(self.label, self.category, tuple([self.paragraphs[index] for index in says]))
        part.numbers = tuple([self.numbers[index] for index in says])
        return part
