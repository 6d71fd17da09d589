"""A page: its blocks, and what it says of itself.

In: a document. Out: a `Page`, the same for HTML and for plain text but for what only HTML knows.
What can go wrong: a limit is passed (`LimitError`).
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from coprod.diagnostics import Diagnostic, occurrence
from coprod.exceptions import LimitError
from coprod.limits import DEFAULT_LIMITS, Limits
from coprod.readers.pages import html, markup, plain
from coprod.readers.pages.blocks import Block
from coprod.readers.pages.density import Tally
from coprod.readers.pages.markup import Damage, Plain
from coprod.readers.pages.repair import Repairs
from coprod.readers.pages.tree import TooDeepError, metadata, parse
from coprod.text.identifiers import find_doi

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from coprod.document import Document
    from coprod.readers.pages.html import Marker

_MARKUP: Final = re.compile(
    r"<(?:!doctype html|html|head|body|title|meta|div|section|article|main|table|ul|ol|p|h[1-6]|span|a)\b",
    re.IGNORECASE,
)

_ROOT: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)

_BEGIN: Final = re.compile(r"<(?:!doctype|html)\b", re.IGNORECASE)
_PAGE: Final = re.compile(r"(?<=[\r\n])[^\S\r\n]*+<!doctype html\b", re.IGNORECASE)
_END: Final = re.compile(r"</(?:body|html)\s*>\s*\Z", re.IGNORECASE)

BEHIND: Final = "pages.behind"
"""Name by which it is noted of a document that other pages stand behind the first, and where."""


TALLY: Final = "pages.tally"
"""Name by which it is noted of a document what was found so far in the texts of its source."""


class Behind(NamedTuple):
    """What stands behind the end of a page, from where another begins."""

    line: int
    column: int
    text: str


_FEW: Final = 3
"""Tags that make a text without a root HTML."""

_MANY: Final = 12
"""Tags that make a text HTML whose beginning was cut off, where most of its lines have one."""


def is_html(head: str) -> bool:
    """Whether the first characters of a document are those of an HTML page, or of a part of one.

    Examples:
        >>> is_html("<!DOCTYPE html><title>Trust</title>"), is_html("Trust\\n\\nUsers < officials")
        (True, False)
        >>> is_html("st.</p><h2>Methods</h2><p>A survey.</p></body></html>")
        True
    """
    if _ROOT.match(head):
        return True
    tags = len(_MARKUP.findall(head[:20_000]))
    if head.lstrip()[:1] == "<":
        return tags >= _FEW
    if tags and _END.search(head, max(len(head) - 200, 0)) is not None and _BEGIN.search(head) is None:
        return True
    lines = [line for line in head[:20_000].splitlines() if line.strip()]
    return tags >= _MANY and 2 * sum(_MARKUP.search(line) is not None for line in lines) > len(lines)


def html_behind(text: str) -> int | None:
    r"""Where an HTML page begins that was joined to a page of text; None if none does.

    Examples:
        >>> html_behind("Trust\n\n<!DOCTYPE html><p>Care"), html_behind("Trust <!DOCTYPE html>")
        (7, None)
    """
    found = _PAGE.search(text) if "<!" in text else None
    return None if found is None else found.start()


def _is_root(line: str) -> bool:
    return "<!" in line and line.lstrip()[:14].lower() == "<!doctype html"


_SHOWN: Final = 64 * 1024
"""Characters of text that is not read which are told with their text; a log of diagnostics keeps no more of them."""

_MOST_SOUGHT: Final = 1000
"""Addresses of one line that are looked for in its text; those behind them are told even if they stand there."""


class Page:
    """The blocks of a document, and what its head says.

    Attributes:
        source: Name of the source.
        lines: The lines of the page, without their ends.
        first_line: The number of the first in its source.
        blocks: What a browser shows, line by line.
        hidden: What a browser hides.
        told: What was odd or repaired.
        repair: Whether the caller wants repairs.
        behind: What stands behind the end of the page, if another page begins there.
    """

    def __init__(
        self, source: str, lines: list[str], *, as_html: bool, repair: bool = True, mark: "Marker | None" = None,
        limits: Limits = DEFAULT_LIMITS, tally: Tally | None = None, first_line: int = 1,
    ) -> None:  # fmt: skip
        self.source = source
        self.lines = lines
        self.first_line: int = first_line
        self.told: list[Diagnostic] = []
        self.repair = repair
        self._limits = limits
        self._tally = tally
        self._html_line: int | None = None
        self._plain: Plain | None = markup.plain("\n".join(lines), first_line) if as_html else None
        repairs = Repairs(source) if repair else None
        self.blocks: list[Block]
        self.hidden: list[Block]
        if self._plain is None:
            self._html_line = next((index for index, line in enumerate(lines) if index and _is_root(line)), None)
            own = lines[: self._html_line]
            quoted = repair and plain.are_quoted(own)
            self.blocks = plain.blocks_of(own, repairs, quoted=quoted, first_line=first_line)
            self.hidden = []
            if quoted:
                message = "the lines are quoted, as in the answer to a mail; read without the marks"
                line = first_line
                self.told.append(occurrence("page.quoted", "info", message, source=source, line=line, text=lines[0]))
        else:
            self.blocks, self.hidden = self._html_blocks(self._plain, mark or _nothing, repairs)
            self._tell_damage(self._plain.damage)
        if repairs is not None:
            self.told.extend(repairs.told)

    @functools.cached_property
    def metadata(self) -> "BeautifulSoup | None":
        """The elements of an HTML page that hold metadata, as `tree.metadata` has them; None for plain text."""
        return metadata(self._plain, self._bound_elements) if self._plain is not None else None

    def _bound_elements(self, count: int) -> None:
        """An element with metadata counts as a line."""
        self.bound_density([("", self.first_line)] * count)

    @property
    def behind(self) -> Behind | None:
        """What stands behind the end of the page, from where another begins; None if none does."""
        if self._html_line is not None:
            return Behind(self.first_line + self._html_line, 0, "\n".join(self.lines[self._html_line :]))
        if self._plain is None or self._plain.behind is None:
            return None
        text, start = "\n".join(self.lines), self._plain.behind
        line, column = text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1
        return Behind(self.first_line + line, column, text[start:])

    @property
    def is_html(self) -> bool:
        """Whether it is HTML."""
        return self._plain is not None

    def _html_blocks(self, page: Plain, mark: "Marker", repairs: Repairs | None) -> tuple[list[Block], list[Block]]:
        """The blocks, by way of a tree only if the marker needs one."""
        try:
            if not getattr(mark, "needs_tree", False):
                return html.streamed_blocks_of(page, self._limits.nesting, mark, repairs)
            tree = parse("", nesting=self._limits.nesting, page=page)
        except TooDeepError as error:
            raise LimitError(
                source=self.source, limit="nesting", allowed=self._limits.nesting, line=error.line
            ) from None
        return html.blocks_of(tree, mark, repairs)

    def _tell_damage(self, damaged: Iterable[Damage]) -> None:
        text = "\n".join(self.lines)
        number, offset = self.first_line, 0
        for damage in sorted(damaged):
            number, offset = number + text.count("\n", offset, damage.start), damage.start
            seen = text[damage.start : damage.end]
            self.told.append(
                occurrence(
                    "html.damaged", "warning", damage.message, source=self.source,
                    line=number, last=number + seen.count("\n"), text=seen,
                )
            )  # fmt: skip

    def line(self, number: int) -> str:
        """A line of the page, by its number in the source."""
        place = number - self.first_line
        return self.lines[place] if 0 <= place < len(self.lines) else ""

    def bound_text(self, texts: Iterable[tuple[str, int]]) -> None:
        """Raises a `LimitError` where what is said of one thing, each text with its line, is longer than allowed."""
        allowed = self._limits.page_text
        length = 0
        for text, line in texts:
            length += len(text)
            if length > allowed:
                raise LimitError(source=self.source, limit="page_text", allowed=allowed, line=line)

    def bound_density(self, texts: Sequence[tuple[str, int]]) -> None:
        """The same where the source now has more lines, sentences and numbers than one of its length may have."""
        beyond = None if self._tally is None else self._tally.first_beyond([text for text, _line in texts])
        if beyond is not None:
            line = texts[beyond][1]
            raise LimitError(source=self.source, limit="density", allowed=self._limits.density, line=line)

    @property
    def title(self) -> str | None:
        """The title that the head of an HTML page gives; None if there is none."""
        node = self.metadata.find("title") if self.metadata is not None else None
        return " ".join(node.get_text().split()) or None if node is not None else None

    def tell_unread(self, code: str = "page.not-read") -> Iterator[Diagnostic]:
        """A diagnostic for each block that no reader used and no rule knows as furniture."""
        yield from self._tell(code, "a line of the page that is no part of a record; not read", self.blocks)
        led = [block for block in self.hidden if block.tag == html.NAVIGATION]
        yield from self._tell("page.navigation", "links that lead to other pages of the site; not read", led)
        rest = [block for block in self.hidden if block.tag != html.NAVIGATION]
        yield from self._tell("page.hidden", "text that a browser hides or strikes out; not read", rest)

    def _tell(self, code: str, message: str, blocks: Iterable[Block]) -> Iterator[Diagnostic]:
        room = _SHOWN
        rest: list[tuple[int, int]] = []
        for block in blocks:
            if block.role is not None:
                continue
            if room <= 0:
                rest.append((block.line, block.last_line))
                continue
            lines = range(block.line, block.last_line + 1)
            text = "\n".join(map(self.line, lines)) if self._plain is None else with_publications(block)
            room -= len(text)
            yield occurrence(
                code, "info", message, source=self.source, line=first_line_of(block), last=block.last_line, text=text
            )
        if rest:
            one = occurrence(code, "info", message, source=self.source, line=rest[0][0])
            yield attrs.evolve(one, count=len(rest), lines=tuple(rest))


def with_publications(block: Block) -> str:
    """The text of a block, with the addresses of publications that it links to."""
    if not block.links:
        return block.text
    links = [link.href for link in block.links if find_doi(link.href) is not None]
    told = [href for number, href in enumerate(links) if number >= _MOST_SOUGHT or href not in block.text]
    return " ".join([block.text, *told])


def first_line_of(block: Block) -> int:
    """The line of a block, or the one above it where the tag of a link to a publication begins."""
    above = (link.line for link in block.links if link.line < block.line and find_doi(link.href) is not None)
    return min(above, default=block.line)


def _nothing(_name: str, _attributes: object) -> None:
    return None


def page_of(document: "Document", mark: "Marker | None" = None) -> Page:
    """The page that a document holds; the stream of the document is read to its end."""
    options = document.options
    lines: list[str] = []
    size = 0
    for number, line in document.lines():
        lines.append(line)
        size += len(line) + 1
        if size > options.limits.page_bytes:
            raise LimitError(source=document.name, limit="page_bytes", allowed=options.limits.page_bytes, line=number)
    as_html = is_html(document.head)
    tally = document.noted.setdefault(TALLY, Tally(options.limits.density, size))
    page = Page(
        document.name, lines, as_html=as_html, repair=options.repair, mark=mark, limits=options.limits,
        tally=tally if isinstance(tally, Tally) else None, first_line=document.lines_above + 1,
    )  # fmt: skip
    document.noted[BEHIND] = page.behind
    return page


def page_of_one(document: "Document") -> Page:
    """The same for a reader to which a page is about one thing, and its text no longer than such a page can be."""
    page = page_of(document)
    texts = [(block.text, block.line) for block in page.blocks]
    page.bound_text(texts)
    page.bound_density(texts)
    return page
