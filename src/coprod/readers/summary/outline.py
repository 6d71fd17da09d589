"""The outline of a summary page: its headings, and the blocks below each of them.

In: the blocks of a page, in order. Out: the sections, and the authors' abstract where it stands between them. A menu
and a table of contents have such headings too; they are told by what stands below them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from coprod.readers.pages.blocks import Block, Passage, use
from coprod.readers.summary.ends import End, end_of
from coprod.readers.summary.facts import is_fact
from coprod.readers.summary.furniture import is_furniture, may_be_menu, may_be_of_a_tool
from coprod.readers.summary.headings import (
    Heading,
    heading_of,
    is_below,
    is_prose,
    may_ask,
    may_be_heading,
    says_below,
    unknown_heading,
)
from coprod.readers.summary.labelled import is_field, is_title_field
from coprod.readers.summary.markdown import is_footnote
from coprod.readers.summary.tables import rows_in

ABSTRACT: Final = re.compile(
    r"[#*_\s]{0,9}abstract(?:[*_:\s]{0,9}\Z|[*_]{0,3}\s?[:.–—][*_]{0,3}\s*+(?=\S))", re.IGNORECASE
)
"""The heading of the authors' abstract, and where text behind it on the same line begins."""

ENDS: Final = ".!?…:;”\"’')]"


class Segment(NamedTuple):
    """A heading and the blocks below it."""

    block: Block
    heading: Heading
    body: list[Block]

    @property
    def label(self) -> Passage:
        """The heading as printed, as far as it is the label."""
        return self.block.passage(self.heading.start, self.heading.end)

    @property
    def is_written(self) -> bool:
        """Whether there is text below it or behind it."""
        return self.heading.behind is not None or any(map(_says, self.body))


class Outline(NamedTuple):
    """The sections of a page."""

    segments: list[Segment]
    abstract: list[Block]
    """What stands below a line "Abstract" behind the first of them."""

    fields: list[Block]
    """Labelled lines among the sections, which are fields of the paper."""

    behind: list[Block]
    """Headings of sections behind the end of the page, which are of other papers, or may be."""


def outline_of(blocks: Sequence[Block]) -> Outline:
    """The sections of a page, in order; none if there is no heading with a paragraph below it."""
    walk = _Walk(blocks)
    behind: list[Block] = []
    index = 0
    while index < len(blocks):
        end = walk.end(index)
        if end is None:
            walk.take(index)
            index += 1
        elif not walk.is_written:
            walk = _Walk(blocks)
            index += 1
        else:
            places = walk.sections_behind(index)
            first = next(places, None)
            use([block.passage() for block in blocks[index:first] if is_furniture(block.text)], "furniture")
            if first is None:
                break
            if end is End.OTHERS or walk.has(first):
                behind = [blocks[place] for place in (first, *places)]
                break
            index = first
    if walk.segments:
        _drop_tail(walk.segments[-1].body)
    return Outline(_without_contents(walk.segments), walk.abstract, walk.fields, behind)


class _Walk:
    """The outline, as far as it is known."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.segments: list[Segment] = []
        self.abstract: list[Block] = []
        self.fields: list[Block] = []
        self._blocks = blocks
        self._below: list[Block] | None = None
        self._in_labels_of_abstract = False
        self._is_written = False
        self._labels: set[str] = set()

    @property
    def is_written(self) -> bool:
        """Whether there is text in a section."""
        self._is_written = self._is_written or any(segment.is_written for segment in self.segments)
        return self._is_written

    def end(self, index: int) -> End | None:
        """Which end of the sections a block is."""
        if not self.segments:
            return None
        return end_of(self._blocks[index].text, self._text(index + 1))

    def sections_behind(self, index: int) -> Iterator[int]:
        """Where sections begin behind a block."""
        for place in range(index + 1, len(self._blocks)):
            heading = self._heading(place)
            if heading is None or not heading.usual:
                continue
            if heading.behind is not None or says_below(self._text(place + 1)):
                yield place

    def has(self, index: int) -> bool:
        """Whether a section has the heading that a block is: one that comes again is of another summary."""
        heading = heading_of(self._text(index))
        return heading is not None and self._text(index)[heading.start : heading.end].casefold() in self._labels

    def _text(self, index: int) -> str:
        return self._blocks[index].text if index < len(self._blocks) else ""

    def take(self, index: int) -> None:
        """Puts a block where it belongs; what stands above the first section is left to others."""
        block = self._blocks[index]
        if self._below is not None and self._is_field(index):
            self.fields.append(block)
            return
        heading = self._heading(index)
        if ABSTRACT.match(block.text) is not None and not self.abstract:
            after = heading_of(self._text(index + 1))
            self._in_labels_of_abstract = after is not None and after.behind is not None
            if self.segments:
                self._below = self.abstract
                self._below.append(block)
        elif heading is not None and not (self._in_labels_of_abstract and heading.behind is not None):
            self._in_labels_of_abstract = False
            self.segments.append(Segment(block, heading, []))
            self._labels.add(self.segments[-1].label.text.casefold())
            self._below = self.segments[-1].body
        elif self._below is not None and is_furniture(block.text):
            use([block.passage()], "furniture")
        elif self._below is not None and not is_footnote(block.text):
            self._below.append(block)

    def _is_field(self, index: int) -> bool:
        """Whether a block is a labelled line that is a field of the paper; a title is one beside another only."""
        if is_field(self._text(index)):
            return True
        beside = self._text(index - 1), self._text(index + 1)
        return is_title_field(self._text(index)) and any(map(is_field, beside))

    def _heading(self, index: int) -> Heading | None:
        """The heading that a block is, at its place."""
        text = self._blocks[index].text
        after = self._text(index + 1)
        heading = heading_of(text)
        is_open = heading is not None and (heading.usual and not text.endswith("?"))
        if heading is not None and (is_open or heading.behind is not None or says_below(after)):
            return heading
        if not self.segments or after[:1].islower():
            return None
        if self._asks(index):
            return unknown_heading(text)
        before = self._blocks[index - 1].text
        if not is_prose(after):
            return None
        if may_be_heading(text) and (is_below(text) or (before[-1:] in ENDS and is_prose(before))):
            return unknown_heading(text)
        return None

    def _asks(self, index: int) -> bool:
        """Whether a block says what is answered below it, between short sentences or items of lists."""
        block, beside = self._blocks[index], self._blocks[index - 1 : index + 2 : 2]
        if block.tag == "li" or beside[0].text.endswith(":") or not may_ask(block.text):
            return False
        return len(beside) > 1 and all(map(_says, beside))


def _drop_tail(body: list[Block]) -> None:
    """Takes from the last section what a site or a program says behind it: links, offers, no sentences of a summary."""
    rows = rows_in(body)
    last = len(body)
    while last and body[last - 1] not in rows and (_is_link(body[last - 1]) or _is_offered(body[last - 1])):
        last -= 1
    is_list = not last or body[last - 1].text.endswith(":")
    body[last:] = [block for block in body[last:] if is_list and not _is_offered(block)]


def _is_link(block: Block) -> bool:
    """Whether a block is a short line without an end, as links of a site are."""
    return not _says(block) and block.text[-1:] not in ENDS and not is_fact(block.text)


def _is_offered(block: Block) -> bool:
    return may_be_of_a_tool(block.text) or may_be_menu(block.text)


def _without_contents(segments: list[Segment]) -> list[Segment]:
    """The sections without a table of contents before them."""
    first = next((index for index, segment in enumerate(segments) if segment.is_written), None)
    if first is None:
        return []
    labels = [segment.label.text.casefold() for segment in segments]
    again = set(labels[first:])
    skipped = [segment for segment, label in zip(segments[:first], labels, strict=False) if label in again]
    if skipped:
        use([segment.block.passage() for segment in skipped], "furniture")
        return segments[first:]
    return segments


def _says(block: Block) -> bool:
    """Whether a block is a paragraph or an item of a list, and no link of the site."""
    is_listed = block.tag == "li" and not block.links and " " in block.text
    return is_listed or says_below(block.text)
