"""The text of a section: paragraphs, items of lists, and tables and data, which are text and state no findings.

In: a heading and the blocks below it. Out: the part for the section of the summary, and the part for its findings.
"""

import functools
from itertools import groupby
from typing import NamedTuple

from coprod.readers.pages.blocks import Block, Passage, paragraphs, use
from coprod.readers.pages.sections import Part, part_of
from coprod.readers.summary.cues import cues_of
from coprod.readers.summary.facts import facts_in
from coprod.readers.summary.headings import LIST_MARK
from coprod.readers.summary.markdown import Marks, unmarked
from coprod.readers.summary.outline import Segment
from coprod.readers.summary.tables import Cell, is_caption, is_rule, quantities_of, rows_in, torn_cells
from coprod.text.quantities import Found, quantities_in


class Parts(NamedTuple):
    """A section, read."""

    whole: Part
    said: Part
    """What of it may state findings."""

    torn: list[Block]
    """Cells of tables on lines of their own."""


class _Line(NamedTuple):
    """A line of a section, or several that were put together."""

    text: Passage
    says: bool = True
    """Whether it may state a finding."""

    row: tuple[Block, tuple[Cell, ...]] | None = None
    """The block and the cells of a row; a caption has none; None: the line is no part of a table."""


_Data = dict[Block, tuple[Cell, ...] | None]
"""Blocks that state no finding: rows with their cells, captions without; None for data of the study."""


def parts_of(segment: Segment, marks: Marks) -> Parts:
    """The whole section, and what of it may state findings."""
    label, category = segment.label, segment.heading.category
    torn = torn_cells(segment.body)
    data = _data_in(segment.body, torn) if segment.body else {}
    first = [] if segment.heading.behind is None else [_paragraph(segment.block, segment.heading.behind, marks)]
    if data:
        whole = _PartWithData(label, category, _lines(first, segment.body, data, marks))
        parts = Parts(whole, whole.said, torn)
    else:
        texts = first + [_paragraph(block, 0, marks) for block in segment.body]
        part = part_of(label, category, [text for text in texts if text.text])
        parts = Parts(part, part, torn)
    segment.block.role = "content"
    for block in segment.body:
        block.role = block.role or "content"
    return parts


def _data_in(blocks: list[Block], torn: list[Block]) -> _Data:
    """What states no finding; where a block is several things, it is data of the study, then a row."""
    cues = cues_of([block.text for block in blocks])
    kinds = frozenset[str]().union(*cues)
    found: _Data = dict.fromkeys(torn, ())
    if "caption" in kinds:
        captions = [block for block, cue in zip(blocks, cues, strict=True) if "caption" in cue]
        found.update((block, ()) for block in captions if is_caption(block.text))
    found.update(rows_in(blocks))
    if "fact" in kinds:
        found.update(dict.fromkeys(facts_in(blocks, cues)))
    return found


def _lines(first: list[Passage], blocks: list[Block], data: _Data, marks: Marks) -> list[_Line]:
    """The lines of a section, without marks of lists; a row stays as it is printed."""
    lines = list(map(_Line, first))
    for block in blocks:
        cells = data.get(block)
        if cells is None:
            lines.append(_Line(_paragraph(block, 0, marks), says=block not in data))
        elif is_rule(block.text):
            use([block.passage()], "furniture")
        else:
            lines.append(_Line(block.passage(), says=False, row=(block, cells)))
    put: list[_Line] = []
    for says, some in groupby([line for line in lines if line.text], key=lambda line: line.says):
        put += [_Line(text) for text in paragraphs(line.text for line in some)] if says else some
    return put


def _paragraph(block: Block, start: int, marks: Marks) -> Passage:
    """The text of a block without marks of lists, of quotations and of tasks, and without marks of emphasis."""
    if not block.text[start : start + 1].isalpha():  # no mark of those is a letter
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
