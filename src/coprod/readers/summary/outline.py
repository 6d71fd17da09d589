"""The outline of a summary page: its headings, and the blocks below each of them.

In: the blocks of a page, in order. Out: the sections, and the authors' abstract where it stands between them. A menu
and a table of contents have such headings too; they are told by what stands below them.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from coprod.readers.pages.blocks import Block, Passage, use
from coprod.readers.summary.furniture import PROVIDER_LINE, is_of_a_tool
from coprod.readers.summary.headings import (
    Heading,
    heading_of,
    is_below,
    is_prose,
    may_be_heading,
    says_below,
    unknown_heading,
)
from coprod.readers.summary.tables import rows_in

_ADVERTISING: Final = re.compile(
    r"listen, learn (?:&|and) level up|over [0-9,]{1,9} hours of research content.{0,80}|"
    r"no more digging through pdfs.{0,120}|listen to research audio papers.{0,40}",
    re.IGNORECASE,
)
"""What begins the last lines of ResearchBunny."""

_END: Final = re.compile(
    r"(?:related|similar|recommended|more) (?:papers?|articles?|research|summaries|reading|posts)\b.{0,40}|"
    r"you (?:might|may) (?:also )?like.{0,40}|references|bibliography|works cited|share this.{0,40}|citations|"
    r"(?:sign up|subscribe|log in|newsletter|download (?:the )?(?:app|pdf)|get the app)\b.{0,60}|"
    r"(?:©|\(c\)|copyright\b).{0,200}|all rights reserved.{0,80}|(?:privacy|cookie) (?:policy|notice|settings).{0,80}|"
    r"terms (?:of|and) .{0,60}|comments?|leave a (?:reply|comment).{0,40}|acknowledge?ments?|"
    r"(?:frequently asked questions|faqs?)\b.{0,40}",
    re.IGNORECASE,
)
"""What ends the last section of a page, or a menu above the first."""

ABSTRACT: Final = re.compile(
    r"[#*_\s]{0,9}abstract(?:[*_:\s]{0,9}\Z|[*_]{0,3}\s?[:.–—][*_]{0,3}\s*+(?=\S))", re.IGNORECASE
)
"""The heading of the authors' abstract, and where text behind it on the same line begins."""

_EMPHASIS: Final = " #*_"
"""Marks of Markdown around a heading."""

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
    """The sections of a page, and what stands below a line "Abstract" behind the first of them."""

    segments: list[Segment]
    abstract: list[Block]


def outline_of(blocks: Sequence[Block]) -> Outline:
    """The sections of a page, in order; none if there is no heading with a paragraph below it."""
    walk = _Walk(blocks)
    for index, block in enumerate(blocks):
        if _ADVERTISING.fullmatch(block.text):
            advertising = (later for later in blocks[index:] if _is_advertising(later.text))
            use([later.passage() for later in advertising], "furniture")
            break
        if walk.segments and _END.fullmatch(block.text.strip(_EMPHASIS)):
            if any(segment.is_written for segment in walk.segments):
                break
            walk = _Walk(blocks)
        else:
            walk.take(index)
    if walk.segments:
        _drop_tail(walk.segments[-1].body)
    return Outline(_without_contents(walk.segments), walk.abstract)


class _Walk:
    """The outline, as far as it is known."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.segments: list[Segment] = []
        self.abstract: list[Block] = []
        self._blocks = blocks
        self._below: list[Block] | None = None
        self._in_labels_of_abstract = False

    def take(self, index: int) -> None:
        """Puts a block where it belongs; what stands above the first section is left to others."""
        block = self._blocks[index]
        heading = self._heading(index)
        if ABSTRACT.match(block.text) is not None and not self.abstract:
            after = heading_of(self._blocks[index + 1].text) if index + 1 < len(self._blocks) else None
            self._in_labels_of_abstract = after is not None and after.behind is not None
            if self.segments:
                self._below = self.abstract
                self._below.append(block)
        elif heading is not None and not (self._in_labels_of_abstract and heading.behind is not None):
            self._in_labels_of_abstract = False
            self.segments.append(Segment(block, heading, []))
            self._below = self.segments[-1].body
        elif self._below is not None and is_of_a_tool(block.text):
            use([block.passage()], "furniture")
        elif self._below is not None:
            self._below.append(block)

    def _heading(self, index: int) -> Heading | None:
        """The heading that a block is, at its place."""
        text = self._blocks[index].text
        after = self._blocks[index + 1].text if index + 1 < len(self._blocks) else ""
        heading = heading_of(text)
        is_open = heading is not None and (heading.usual and not text.endswith("?"))
        if heading is not None and (is_open or heading.behind is not None or says_below(after)):
            return heading
        if not self.segments or not is_prose(after) or after[:1].islower():
            return None
        before = self._blocks[index - 1].text
        if may_be_heading(text) and (is_below(text) or (before[-1:] in ENDS and is_prose(before))):
            return unknown_heading(text)
        return None


def _is_advertising(text: str) -> bool:
    return _ADVERTISING.fullmatch(text) is not None or PROVIDER_LINE.fullmatch(text) is not None


def _drop_tail(body: list[Block]) -> None:
    """Takes short lines without an end from the last section: links of the site, no sentences."""
    last = len(body)
    rows = rows_in(body)
    while last and body[last - 1] not in rows and not _says(body[last - 1]) and body[last - 1].text[-1:] not in ENDS:
        last -= 1
    if last and not body[last - 1].text.endswith(":"):
        del body[last:]


def _without_contents(segments: list[Segment]) -> list[Segment]:
    """The sections without a table of contents before them."""
    first = next((index for index, segment in enumerate(segments) if segment.is_written), None)
    if first is None:
        return []
    labels = [segment.label.text.casefold() for segment in segments]
    skipped = [segment for segment, label in zip(segments[:first], labels, strict=False) if label in labels[first:]]
    if skipped:
        use([segment.block.passage() for segment in skipped], "furniture")
        return segments[first:]
    return segments


def _says(block: Block) -> bool:
    """Whether a block is a paragraph or an item of a list, and no link of the site."""
    is_listed = block.tag == "li" and not block.links and " " in block.text
    return is_listed or says_below(block.text)
