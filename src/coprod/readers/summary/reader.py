"""From the blocks of a summary page to a Paper and its Findings.

In: a document. Out: one Paper with a `summary`, the Findings of its sections, and diagnostics for what is odd, guessed,
or no part of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.models import Paper, Summary
from coprod.readers import foreign
from coprod.readers.pages.blocks import Block, Passage, attribute, use
from coprod.readers.pages.draft import Draft, Traced
from coprod.readers.pages.head import declared
from coprod.readers.pages.page import Page, page_of
from coprod.readers.pages.reader import page_reader
from coprod.readers.pages.sections import Part, findings_of, part_of
from coprod.readers.summary.headings import (
    LIST_MARK,
    Heading,
    heading_of,
    is_below,
    is_item,
    is_prose,
    may_be_heading,
    unknown_heading,
)
from coprod.readers.summary.preamble import PROVIDER, Preamble
from coprod.readers.summary.sniff import sniff
from coprod.text.labels import category_of

if TYPE_CHECKING:
    from coprod.document import Document

_ADVERTISING: Final = re.compile(
    r"listen, learn (?:&|and) level up|over [0-9,]{1,9} hours of research content.{0,80}|"
    r"no more digging through pdfs.{0,120}|listen to research audio papers.{0,40}",
    re.IGNORECASE,
)
"""What begins the last lines of ResearchBunny."""

_END: Final = re.compile(
    r"(?:related|similar|recommended|more) (?:papers?|articles?|research|summaries|reading|posts)\b.{0,40}|"
    r"you (?:might|may) (?:also )?like.{0,40}|references|bibliography|works cited|share this.{0,40}|"
    r"(?:sign up|subscribe|log in|newsletter|download (?:the )?(?:app|pdf)|get the app)\b.{0,60}|"
    r"(?:©|\(c\)|copyright\b).{0,200}|all rights reserved.{0,80}|(?:privacy|cookie) (?:policy|notice|settings).{0,80}|"
    r"terms (?:of|and) .{0,60}|comments?|leave a (?:reply|comment).{0,40}|acknowledge?ments?",
    re.IGNORECASE,
)
"""What ends the last section of a page."""

_PROVIDER_LINE: Final = re.compile(r"research\s?bunny(?: logo)?|.{0,60}\bwith researchbunny", re.IGNORECASE)
_SHORTEST_WRAPPED: Final = 50
"""Characters: a shorter line did not end because it was full."""

_EMPHASIS: Final = " #*_"
"""Marks of Markdown around a heading."""

_ENDS: Final = ".!?…:;”\"’')]"


class Segment(NamedTuple):
    """A heading and the blocks below it."""

    block: Block
    heading: Heading
    body: list[Block]


def read_traced(document: "Document") -> Iterator[Traced | Diagnostic]:
    """The records of a summary page with their traces, and what was odd."""
    wall = foreign.wall(document.head)
    page = page_of(document)
    if wall is not None:
        yield occurrence("page.wall", "info", wall, source=page.source, line=1)
        return
    segments = _segments(page.blocks)
    if segments:
        yield from _SummaryPage(page, segments).read()
    yield from page.told
    yield from page.tell_unread()


def _segments(blocks: Sequence[Block]) -> list[Segment]:
    """The sections of a page, in order; none if there is no heading with a paragraph below it."""
    segments: list[Segment] = []
    for index, block in enumerate(blocks):
        if _ADVERTISING.fullmatch(block.text):
            advertising = (later for later in blocks[index:] if _is_advertising(later.text))
            use([later.passage() for later in advertising], "furniture")
            break
        if segments and _END.fullmatch(block.text.strip(_EMPHASIS)):
            break
        heading = _heading(blocks, index, segments)
        if heading is not None:
            segments.append(Segment(block, heading, []))
        elif segments:
            segments[-1].body.append(block)
    if segments:
        _drop_tail(segments[-1].body)
    return _without_contents(segments)


def _is_advertising(text: str) -> bool:
    return _ADVERTISING.fullmatch(text) is not None or _PROVIDER_LINE.fullmatch(text) is not None


def _heading(blocks: Sequence[Block], index: int, segments: list[Segment]) -> Heading | None:
    """The heading that a block is, at its place."""
    text = blocks[index].text
    after = blocks[index + 1].text if index + 1 < len(blocks) else ""
    heading = heading_of(text)
    is_open = heading is not None and (heading.usual and not text.endswith("?"))
    if heading is not None and (is_open or heading.behind is not None or is_prose(after)):
        return heading
    if not segments or not is_prose(after) or after[:1].islower():
        return None
    before = blocks[index - 1].text
    if may_be_heading(text) and (is_below(text) or (before[-1:] in _ENDS and is_prose(before))):
        return unknown_heading(text)
    return None


def _drop_tail(body: list[Block]) -> None:
    """Takes short lines without an end from the last section: links of the site, no sentences."""
    last = len(body)
    while last and not _says(body[last - 1]) and body[last - 1].text[-1:] not in _ENDS:
        last -= 1
    if last and not body[last - 1].text.endswith(":"):
        del body[last:]


def _without_contents(segments: list[Segment]) -> list[Segment]:
    """The sections without a table of contents before them."""
    first = next((index for index, segment in enumerate(segments) if _is_written(segment)), None)
    if first is None:
        return []
    labels = [_label(segment).text.casefold() for segment in segments]
    skipped = [segment for segment, label in zip(segments[:first], labels, strict=False) if label in labels[first:]]
    if skipped:
        use([segment.block.passage() for segment in skipped], "furniture")
        return segments[first:]
    return segments


def _is_written(segment: Segment) -> bool:
    return segment.heading.behind is not None or any(_says(block) for block in segment.body)


def _says(block: Block) -> bool:
    """Whether a block is a paragraph or an item of a list, and no link of the site."""
    is_listed = block.tag == "li" and not block.links and " " in block.text
    return is_listed or is_prose(block.text) or is_item(block.text)


def _label(segment: Segment) -> Passage:
    return segment.block.passage(segment.heading.start, segment.heading.end)


class _SummaryPage:
    """One page, on its way into a Paper."""

    def __init__(self, page: Page, segments: list[Segment]) -> None:
        self._page = page
        self._segments = segments
        self._draft = Draft(Paper)
        self._told: list[Diagnostic] = []

    def read(self) -> Iterator[Traced | Diagnostic]:
        head = declared(self._page)
        if head is not None:
            head.fill(self._draft)
        first = self._page.blocks.index(self._segments[0].block)
        provider = self._provider()
        preamble = Preamble(self._page, self._page.blocks[:first], self._draft)
        preamble.read()
        parts = [part for segment in self._merged() if (part := self._part(segment)) is not None]
        self._put_summary(parts, provider)
        paper, trace = self._finish(parts, provider)
        yield Traced(paper, trace)
        of_abstract = preamble.parts if head is None else (*head.parts, *preamble.parts)
        yield from findings_of([*of_abstract, *parts], paper)
        yield from self._unidentified(paper)
        yield from [*(head.told if head is not None else ()), *preamble.told, *self._told]

    def _provider(self) -> Passage | None:
        """Where the page names the site that wrote the summary."""
        for block in self._page.blocks:
            if _PROVIDER_LINE.fullmatch(block.text):
                at = block.text.casefold().find(PROVIDER.casefold())
                return block.passage(at, at + len(PROVIDER)) if at >= 0 else block.passage()
        if self._page.metadata is None:
            return None
        for image in self._page.metadata.find_all("img", limit=20):
            if _PROVIDER_LINE.fullmatch(" ".join(str(image.get("alt", "")).split())):
                return attribute(PROVIDER, image.sourceline or 1)
        return attribute(PROVIDER, 1) if PROVIDER in (self._page.title or "") else None

    def _merged(self) -> list[Segment]:
        """The sections; one below another by its number or level is of the same category, if its own is not known."""
        found: list[Segment] = []
        parent: Segment | None = None
        for segment in self._segments:
            heading = segment.heading
            below = parent is not None and (heading.sub or segment.block.level > parent.block.level > 0)
            if heading.category is None and below and parent is not None:
                heading = heading._replace(category=parent.heading.category)
            elif heading.category is not None and not heading.sub:
                parent = segment
            found.append(segment._replace(heading=heading))
        return found

    def _part(self, segment: Segment) -> Part | None:
        label = _label(segment)
        passages = [self._paragraph(block, 0) for block in segment.body]
        if segment.heading.behind is not None:
            passages.insert(0, self._paragraph(segment.block, segment.heading.behind))
        use([segment.block.passage(), *passages])
        plain = category_of(label.text)
        if plain != segment.heading.category and plain is not None:
            self._tell(
                "summary.category-override",
                "info",
                f"read as {segment.heading.category} here, not {plain}",
                segment.block,
            )
        elif segment.heading.category is None:
            self._tell("summary.unknown-heading", "info", "a heading whose category is not known", segment.block)
        part = part_of(label, segment.heading.category, passages)
        self._tell_torn(part)
        return part

    def _paragraph(self, block: Block, start: int) -> Passage:
        """The text of a block without the mark of a list."""
        mark = LIST_MARK.match(block.text, start)
        return block.passage(mark.end() if mark is not None else start)

    def _tell_torn(self, part: Part) -> None:
        """Tells of short lines that were put together, and of lines that end in a sentence where others do not."""
        if self._page.is_html:
            return
        for passage in part.paragraphs:
            if any(len(cut.block.text) < _SHORTEST_WRAPPED for cut in passage.cuts[:-1]):
                block = passage.cuts[0].block
                self._tell("summary.torn-line", "info", "lines that are parts of one sentence; put together", block)
        broken = [text for text in part.paragraphs[:-1] if text.text[-1:] not in _ENDS]
        if broken and len(broken) * 2 <= len(part.paragraphs) + 1:
            for passage in broken:
                block = passage.cuts[-1].block
                self._tell("summary.torn-line", "info", "a line that ends within a sentence; kept as it is", block)

    def _put_summary(self, parts: list[Part], provider: Passage | None) -> None:
        trace = self._draft.trace
        sections = [part.section(trace, f"summary.sections[{index}]") for index, part in enumerate(parts)]
        name = PROVIDER if provider is not None else None
        self._draft.put("summary", Summary(provider=name, sections=tuple(sections)))
        self._draft.follow("summary", provider=provider)

    def _finish(self, parts: list[Part], provider: Passage | None) -> tuple[Paper, dict[str, Passage]]:
        used = [block for block in self._page.blocks if block.role == "content"]
        used += [cut.block for cut in provider.cuts] if provider is not None else []
        values = self._draft.values
        content = [str(values.get("title", "")), *(name.literal for name in self._draft.items["authors"])]
        for part in parts:
            content += [part.label.text if part.label is not None else "", part.text.text]
        lines = (min(block.line for block in used), max(block.last_line for block in used))
        return self._draft.finish(self._page.source, "summary", lines, content)

    def _unidentified(self, paper: Paper) -> Iterable[Diagnostic]:
        if paper.title is None and not paper.authors and paper.doi is None:
            message = "the page names no title, no author and no identifier of the paper"
            yield occurrence("summary.paper-unidentified", "info", message, source=self._page.source)

    def _tell(self, code: str, severity: Severity, message: str, block: Block) -> None:
        self._told.append(
            occurrence(
                code,
                severity,
                message,
                source=self._page.source,
                line=block.line,
                last=block.last_line,
                text=block.text,
            )
        )


READER = page_reader("summary", sniff, read_traced)
