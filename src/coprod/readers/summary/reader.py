"""From the blocks of a summary page to a Paper and its Findings.

In: a document. Out: one Paper with a `summary`, the Findings of its sections, and diagnostics for what is odd, guessed,
or no part of them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.models import Paper, Summary
from coprod.readers.pages.blocks import Block, Passage, attribute
from coprod.readers.pages.draft import Draft, Trace, Traced
from coprod.readers.pages.head import declared
from coprod.readers.pages.page import Page, page_of_one
from coprod.readers.pages.reader import page_reader
from coprod.readers.pages.sections import Part, findings_of
from coprod.readers.pages.sniffing import look_at
from coprod.readers.summary.markdown import Marks
from coprod.readers.summary.outline import ENDS, Outline, Segment, outline_of
from coprod.readers.summary.parts import parts_of
from coprod.readers.summary.preamble import Preamble
from coprod.readers.summary.research import FEWEST_SIGNS, signs_of_labels, signs_of_research
from coprod.readers.summary.several import first_of_another
from coprod.readers.summary.sites import RESEARCHBUNNY
from coprod.readers.summary.sniff import sniff
from coprod.text.labels import category_of

if TYPE_CHECKING:
    from coprod.document import Document

_NAME: Final = re.compile(RESEARCHBUNNY.name, re.IGNORECASE)
_UNNAMED: Final = "the page names no title, no author and no identifier of the paper"
_UNREAD: Final = "no title, no author and no identifier of the paper was read; a line of the page may name them"
_NAMING: Final = re.compile(
    r"\b10\.[0-9]{4,9}/|\b(?:1[89]|20)[0-9]{2}[a-z]?\)|\bet al\b|[\"“„«*_][^\"“”„«»*_]{10,350}[\"”“»*_]|"
    r"\b(?:doi|title|authors?)\s?:",
    re.IGNORECASE,
)
"""What the names of papers and of their authors look like."""

_SHORTEST_WRAPPED: Final = 50
"""Characters: a shorter line did not end because it was full."""


def read_traced(document: "Document") -> Iterator[Traced | Diagnostic]:
    """The records of a summary page with their traces, and what was odd."""
    look = look_at(document)  # before the document is read to its end
    page = page_of_one(document)
    outline = outline_of(page.blocks)
    if outline.segments:
        yield from _SummaryPage(page, outline, lacks_begin=look is not None and look.lacks_begin).read()
    yield from page.told
    yield from page.tell_unread()


class _SummaryPage:
    """One page, on its way into a Paper."""

    def __init__(self, page: Page, outline: Outline, *, lacks_begin: bool) -> None:
        self._page = page
        self._lacks_begin = lacks_begin
        self._segments, self._abstract, self._fields, self._behind = outline
        self._draft = Draft(Paper)
        self._told: list[Diagnostic] = []

    def read(self) -> Iterator[Traced | Diagnostic]:
        head = declared(self._page)
        if head is not None:
            head.fill(self._draft)
        first = self._page.blocks.index(self._segments[0].block)
        provider = self._provider()
        preamble = Preamble(
            self._page,
            [*self._above(first), *self._abstract],
            self._draft,
            self._fields,
            of_site=provider is not None,
        )
        preamble.read()
        segments = self._merged()
        marks = Marks(self._page.source, repair=self._page.repair and not self._page.is_html)
        read = [parts_of(segment, marks) for segment in segments]
        for segment, (_whole, said, torn) in zip(segments, read, strict=True):
            self._tell_heading(segment)
            self._tell_torn(said)
            for block in torn:
                self._tell("summary.torn-line", "info", "a cell of a table on a line of its own; no finding", block)
        other = first_of_another([one for one in self._segments if one.heading.usual and one.is_written])
        if other is not None:
            self._tell("summary.several", "warning", "sections begin again here; read as of one summary", other.block)
        for block in self._behind:
            self._tell("summary.behind-end", "warning", "a section behind the end of the page; not read", block)
        self._put_summary([part.whole for part in read], provider)
        paper, trace = self._finish(provider)
        yield Traced(paper, trace)
        of_abstract = preamble.parts if head is None else (*head.parts, *preamble.parts)
        yield from findings_of([*of_abstract, *(part.said for part in read)], paper)
        yield from self._unidentified(paper)
        yield from [*(head.told if head is not None else ()), *preamble.told, *marks.told, *self._told]

    def _above(self, first: int) -> list[Block]:
        """The blocks above the first section; none where they are the end of one whose heading was cut off.

        A question may be a title, though it begins with a small letter.
        """
        above = self._page.blocks[:first]
        is_rest = (
            self._lacks_begin
            and all(map(_ends_section, above))
            and not any(block.text.endswith("?") for block in above[:1])
        )
        return [] if is_rest else above

    def _provider(self) -> Passage | None:
        """Where the page names the site that wrote the summary."""
        for block in self._page.blocks:
            if RESEARCHBUNNY.named.fullmatch(block.text):
                named = _NAME.search(block.text)
                return block.passage(*named.span()) if named is not None else block.passage()
        if self._page.metadata is None:
            return None
        for image in self._page.metadata.find_all("img", limit=20):
            if RESEARCHBUNNY.named.fullmatch(" ".join(str(image.get("alt", "")).split())):
                return attribute(RESEARCHBUNNY.name, image.sourceline or 1)
        if RESEARCHBUNNY.name not in (self._page.title or ""):
            return None
        return attribute(RESEARCHBUNNY.name, self._page.first_line)

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
            found.append(segment if heading is segment.heading else segment._replace(heading=heading))
        return found

    def _tell_heading(self, segment: Segment) -> None:
        """Tells of a category that is not known, or not the one of the list."""
        category, label = segment.heading.category, segment.label.text
        if category is None:
            self._tell("summary.unknown-heading", "info", "a heading whose category is not known", segment.block)
            return
        plain = None if label.endswith("?") else category_of(label)  # no label of an abstract asks
        if plain is not None and plain != category:
            message = f"read as {category} here, not {plain}"
            self._tell("summary.category-override", "info", message, segment.block)

    def _tell_torn(self, part: Part) -> None:
        """Tells of short lines that were put together, and of lines that end in a sentence where others do not."""
        if self._page.is_html or not part.paragraphs:
            return
        for passage in part.paragraphs:
            torn = list(dict.fromkeys([cut.block for cut in passage.cuts])) if len(passage.cuts) > 1 else ()
            if len(torn) > 1 and any(len(block.text) < _SHORTEST_WRAPPED for block in torn[:-1]):
                block = torn[0]
                self._tell("summary.torn-line", "info", "lines that are parts of one sentence; put together", block)
        broken = [text for text in part.paragraphs[:-1] if text.text[-1:] not in ENDS]
        if broken and len(broken) * 2 <= len(part.paragraphs) + 1:
            for passage in broken:
                block = passage.cuts[-1].block
                self._tell("summary.torn-line", "info", "a line that ends within a sentence; kept as it is", block)

    def _put_summary(self, parts: list[Part], provider: Passage | None) -> None:
        trace = self._draft.trace
        sections = [part.section(trace, f"summary.sections[{index}]") for index, part in enumerate(parts)]
        name = RESEARCHBUNNY.name if provider is not None else None
        self._draft.put("summary", Summary(provider=name, sections=tuple(sections)))
        self._draft.follow("summary", provider=provider)

    def _finish(self, provider: Passage | None) -> tuple[Paper, Trace]:
        used = [block for block in self._page.blocks if block.role == "content"]
        used += [cut.block for cut in provider.cuts] if provider is not None else []
        values = self._draft.values
        content = [str(values.get("title", "")), *(name.literal for name in self._draft.items["authors"])]
        for section in values["summary"].sections:
            content += [section.label or "", section.text]
        lines = (min(block.line for block in used), max(block.last_line for block in used))
        return self._draft.finish(self._page.source, "summary", lines, content)

    def _unidentified(self, paper: Paper) -> Iterable[Diagnostic]:
        if paper.authors or paper.doi is not None or (paper.title is not None and paper.abstract is not None):
            return
        if paper.title is not None:
            sections = paper.summary.sections if paper.summary is not None else ()
            texts = [paper.title, paper.teaser or "", *(section.text for section in sections)]
            signs = signs_of_labels(segment.label.text.casefold() for segment in self._segments)
            if signs + signs_of_research(texts, FEWEST_SIGNS - signs) >= FEWEST_SIGNS:
                return
            message = "the page does not say that it is about a paper"
        else:
            message = _UNREAD if self._may_be_named(paper.teaser or "") else _UNNAMED
        yield occurrence("summary.paper-unidentified", "info", message, source=self._page.source)

    def _may_be_named(self, teaser: str) -> bool:
        """Whether the first words, or a line that was not read, may say which paper it is."""
        left = [block.text for block in self._page.blocks if block.role is None]
        return any(_NAMING.search(text) is not None for text in (teaser, *left))

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


def _ends_section(block: Block) -> bool:
    """Whether a block may be of a section whose heading was cut off: no heading, and it ends as a statement does."""
    return not block.level and block.text[-1:] in ENDS


READER = page_reader("summary", sniff, read_traced)
