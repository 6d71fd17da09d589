"""The outline of a summary page: its headings, and the blocks below each of them.

In: the blocks of a page, in order. Out: the sections, and the authors' abstract where it stands between them. A menu
and a table of contents have such headings too; they are told by what stands below them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from coprod.readers.pages.blocks import Block, Passage, use
from coprod.readers.summary.cues import cues_of
from coprod.readers.summary.ends import End, end_of
from coprod.readers.summary.facts import is_fact
from coprod.readers.summary.furniture import is_furniture, may_be_menu, may_be_of_a_tool
from coprod.readers.summary.headings import (
    Heading,
    heading_of,
    is_below,
    is_prose,
    is_usual,
    may_ask,
    may_be_heading,
    says_below,
    unknown_heading,
    with_capital,
)
from coprod.readers.summary.labelled import is_field, is_title_field
from coprod.readers.summary.markdown import is_footnote
from coprod.readers.summary.tables import rows_in

ABSTRACT: Final = re.compile(
    r"[#*_\s]{0,9}abstract(?:[*_:\s]{0,9}\Z|[*_]{0,3}\s?[:.–—][*_]{0,3}\s*+(?=\S))", re.IGNORECASE
)
"""The heading of the authors' abstract, and where text behind it on the same line begins."""

ENDS: Final = ".!?…:;”\"’')]"


_SENTENCE_ENDS: Final = (".", "!", "?", "…", "")
_ABBREVIATED: Final = re.compile(r"\b(?:[a-z]\.[a-z]|al|cf|vs|etc|[A-Z])\.$")
_CLOSING: Final = ";”\"’')]"
"""What may stand behind the end of a sentence."""


class Segment(NamedTuple):
    """A heading and the blocks below it."""

    block: Block
    heading: Heading
    body: list[Block]
    label: Passage
    """The heading as printed, as far as it is the label."""

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
    lines = _lines_of([block.text for block in blocks])
    walk = _Walk(blocks, lines)
    behind: list[Block] = []
    index = 0
    while index < len(blocks):
        end = None if lines.is_text[index] else walk.end(index)
        if end is None:
            walk.take(index)
            index += 1
        elif not walk.is_written:
            walk = _Walk(blocks, lines)
            index += 1
        else:
            places = walk.sections_behind(index)
            first = next(places, None)
            rest = zip(blocks[index:first], lines.cues[index:first], strict=True)
            use(
                [block.passage() for block, cue in rest if "furniture" in cue and is_furniture(block.text)], "furniture"
            )
            if first is None:
                break
            if end is End.OTHERS or walk.has(first):
                behind = [blocks[place] for place in (first, *places)]
                break
            index = first
    if walk.segments:
        _drop_tail(walk.segments[-1].body)
    return Outline(_without_contents(walk.segments), walk.abstract, walk.fields, behind)


class _Lines(NamedTuple):
    """What is known of each line by its own words and those of the next."""

    cues: list[frozenset[str]]
    says: list[bool]
    """Whether it is the text of a heading above it; one more, for what would stand behind the last."""

    may_head: list[bool]
    """Whether it may be a heading; one with an end, or with nothing below it, is a usual one or asks."""

    is_text: list[bool]
    """Whether it is nothing but text of the section that it stands in."""


_NO_TEXT: Final = frozenset(("abstract", "end", "field", "furniture"))
"""What a line of a section may be besides its text and headings."""


def _lines_of(texts: list[str]) -> _Lines:
    cues, says = cues_of(texts), [*map(says_below, texts), False]
    may_head = [
        "heading" in cue or (after and not text.endswith(".")) or "?" in text
        for text, cue, after in zip(texts, cues, says[1:], strict=True)
    ]
    is_text = [
        not may and (not cue or cue.isdisjoint(_NO_TEXT)) and not is_footnote(text)
        for text, cue, may in zip(texts, cues, may_head, strict=True)
    ]
    return _Lines(cues, says, may_head, is_text)


class _Walk:
    """The outline, as far as it is known."""

    def __init__(self, blocks: Sequence[Block], lines: _Lines) -> None:
        self.segments: list[Segment] = []
        self.abstract: list[Block] = []
        self.fields: list[Block] = []
        self._blocks = blocks
        self._lines = lines
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
        if "end" not in self._lines.cues[index] or not self.segments:
            return None
        return end_of(self._blocks[index].text, self._text(index + 1))

    def sections_behind(self, index: int) -> Iterator[int]:
        """Where sections begin behind a block."""
        for place in range(index + 1, len(self._blocks)):
            heading = self._heading(place)
            if heading is None or not heading.usual:
                continue
            if heading.behind is not None or self._lines.says[place + 1]:
                yield place

    def has(self, index: int) -> bool:
        """Whether a section has the heading that a block is: one that comes again is of another summary."""
        heading = self._heading(index)
        return heading is not None and self._text(index)[heading.start : heading.end].casefold() in self._labels

    def _text(self, index: int) -> str:
        return self._blocks[index].text if index < len(self._blocks) else ""

    def take(self, index: int) -> None:
        """Puts a block where it belongs; what stands above the first section is left to others."""
        block, cues = self._blocks[index], self._lines.cues[index]
        if self._lines.is_text[index]:
            if self._below is not None:
                self._below.append(block)
            return
        if self._below is not None and "field" in cues and self._is_field(index):
            self.fields.append(block)
            return
        heading = self._heading(index)
        if "abstract" in cues and ABSTRACT.match(block.text) is not None and not self.abstract:
            after = heading_of(self._text(index + 1))
            self._in_labels_of_abstract = after is not None and after.behind is not None
            if self.segments:
                self._below = self.abstract
                self._below.append(block)
        elif heading is not None and not (self._in_labels_of_abstract and heading.behind is not None):
            self._in_labels_of_abstract = False
            label, self._below = block.passage(heading.start, heading.end), []
            self.segments.append(Segment(block, heading, self._below, label))
            self._labels.add(label.text.casefold())
        elif self._below is not None and "furniture" in cues and is_furniture(block.text):
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
        if not self._lines.may_head[index]:
            return None
        text, after = self._blocks[index].text, self._text(index + 1)
        is_alone = not self._lines.says[index + 1]
        headline = with_capital(text) if self._is_set_apart(index) else text
        heading = heading_of(headline, is_alone=True) if is_alone else heading_of(headline)
        is_open = heading is not None and (heading.usual and not text.endswith("?"))
        if heading is not None and (is_open or heading.behind is not None or not is_alone):
            return heading
        if not self.segments or after[:1].islower():
            return None
        if self._asks(index):
            return unknown_heading(text)
        before = self._blocks[index - 1].text
        is_apart = is_below(text) or (before[-1:] in ENDS and is_prose(before))
        return unknown_heading(text) if is_apart and is_prose(after) and may_be_heading(text) else None

    def _is_set_apart(self, index: int) -> bool:
        """Whether a block can be a heading without a capital.

        HTML or Markdown calls it one; or it is a usual one between a sentence that has ended and one that begins.
        """
        block = self._blocks[index]
        if block.level or block.text.startswith("#"):
            return True
        if block.tag == "li" or not is_usual(block.text, 2) or self._text(index + 1)[:1].islower():
            return False
        before = self._text(index - 1).rstrip(_CLOSING) if index else ""
        return before[-1:] in _SENTENCE_ENDS and _ABBREVIATED.search(before) is None

    def _asks(self, index: int) -> bool:
        """Whether a block says what is answered below it, between short sentences or items of lists."""
        block, beside = self._blocks[index], self._blocks[index - 1 : index + 2 : 2]
        if block.tag == "li" or beside[0].text.endswith(":") or not may_ask(block.text):
            return False
        return len(beside) > 1 and all(map(_says, beside))


def _drop_tail(body: list[Block]) -> None:
    """Takes from the last section what a site or a program says behind it: links, offers, no sentences of a summary."""
    rows, cues = rows_in(body), cues_of([block.text for block in body])
    last = len(body)
    for block, cue in zip(reversed(body), reversed(cues), strict=True):
        if block in rows or not (_is_link(block, cue) or _is_offered(block, cue)):
            break
        last -= 1
    is_list = not last or body[last - 1].text.endswith(":")
    tail = body[last:] if is_list else []
    body[last:] = [block for block, cue in zip(tail, cues[last:], strict=False) if not _is_offered(block, cue)]


def _is_link(block: Block, cue: frozenset[str]) -> bool:
    """Whether a block is a short line without an end, as links of a site are."""
    return block.text[-1:] not in ENDS and not _says(block) and not ("fact" in cue and is_fact(block.text))


def _is_offered(block: Block, cue: frozenset[str]) -> bool:
    return "offered" in cue and (may_be_of_a_tool(block.text) or may_be_menu(block.text))


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
    return says_below(block.text) or (block.tag == "li" and not block.links and " " in block.text)
