"""A tree to blocks: what a browser shows, line by line.

In: a tree, and a function that says which elements a layout knows. Out: the blocks in the order of the page, and the
lines of what is not shown. Scripts, styles and navigation are left out; so is what is hidden, unless a layout knows it.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from bs4.element import NavigableString, PreformattedString, Tag

from coprod.readers.pages.blocks import Block, Link, Mark, Repair
from coprod.readers.pages.tree import Piece, Tree

Marker = Callable[[Tag], str | None]
"""Gives the name of the field that an element holds, as a layout says it; None: the layout does not know it."""

NEVER: Final = frozenset(
    ("script", "style", "template", "noscript", "head", "title", "meta", "link", "svg", "iframe", "object",
     "canvas", "audio", "video", "datalist", "select", "button", "input", "textarea", "map")
)  # fmt: skip
"""Elements whose text is no text of the page."""

NAVIGATION: Final = frozenset(("nav",))

_PARAGRAPHS: Final = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "table", "figure", "hr")
)
"""Elements with an empty line around them."""

_LINES: Final = _PARAGRAPHS | frozenset(
    ("div", "section", "article", "header", "footer", "main", "aside", "nav", "li", "dt", "dd", "tr", "caption",
     "figcaption", "fieldset", "form", "legend", "address", "details", "summary", "body", "html", "center", "dir",
     "menu", "hgroup", "search", "tbody", "thead", "tfoot", "option", "optgroup")
)  # fmt: skip
"""Elements that begin and end a line."""

_CELLS: Final = frozenset(("td", "th"))

_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_MOST_DIGITS: Final = 7

_NO_MARKER: Final[Marker] = lambda _tag: None  # noqa: E731 - a constant function


class _Left(NamedTuple):
    """What an element changed, to be taken back when it ends."""

    name: str
    breaks: bool
    link: bool
    never: int
    hiding: int
    marks: tuple[Mark, ...]


class _Open(NamedTuple):
    """A link that has not ended."""

    href: str
    line: int
    """Line of the tag in the source."""

    opened_in: int
    """Number of the line of the page that it was opened in."""

    start: int
    """Number of the piece that it begins with, there."""


class _Walk:
    """One walk over a tree."""

    def __init__(self, tree: Tree, mark: Marker, repair: Repair | None) -> None:
        self.blocks: list[Block] = []
        self.hidden: list[Block] = []
        self._pieces = iter(tree.pieces)
        self._mark = mark
        self._repair = repair
        self._line: list[Piece] = []
        self._links: list[tuple[int, int, str, int]] = []
        self._open: list[_Open] = []
        self._lines = 0
        self._marks: tuple[Mark, ...] = ()
        self._elements: list[Tag] = []
        self._gap = False
        self._never = 0
        self._hiding = 0
        self._numbers: dict[int, int] = {}
        self._item: Tag | None = None

    def run(self, root: Tag) -> None:
        """Visits every node once, without recursion."""
        stack: list[Iterator[object]] = [iter(root.contents)]
        left: list[_Left | None] = [None]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                state = left.pop()
                if state is not None:
                    self._leave(state)
            elif isinstance(node, Tag):
                left.append(self._enter(node))
                stack.append(iter(node.contents))
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                self._text(next(self._pieces))
        self._end_line()

    def _enter(self, tag: Tag) -> "_Left | None":
        """Begins an element; None if nothing is to be done when it ends."""
        name = tag.name
        label = self._mark(tag)
        never, hides, breaks = name in NEVER, _is_left_out(tag), name in _LINES or name == "br" or label is not None
        href = tag.attrs.get("href") if name == "a" else None
        if not (breaks or never or hides) and href is None:
            if name in _CELLS and self._line:
                self._line.append(Piece("\t", *_place(tag)))
            return None
        if breaks:
            self._end_line()
        self._gap = self._gap or name in _PARAGRAPHS
        left = _Left(name, breaks, href is not None, self._never, self._hiding, self._marks)
        self._never += never
        self._hiding = 0 if label is not None else self._hiding + hides
        if label is not None:
            self._marks = (Mark(label, tag), *self._marks)
        if name in _LINES:
            self._elements.append(tag)
        if href is not None:
            self._open.append(_Open(str(href), _place(tag)[0], self._lines, len(self._line)))
        return left

    def _leave(self, left: "_Left") -> None:
        if left.breaks:
            self._end_line()
        if left.link:
            self._note_link(self._open.pop())
        if left.name in _LINES:
            self._elements.pop()
        self._gap = self._gap or left.name in _PARAGRAPHS
        self._never, self._hiding, self._marks = left.never, left.hiding, left.marks

    def _text(self, pieces: list[Piece]) -> None:
        if self._never:
            return
        if not self._hiding:
            element = self._elements[-1] if self._elements else None
            if element is not None and element.name == "pre":
                self._preformatted(pieces)
            else:
                self._line.extend(pieces)
        else:
            block = Block(pieces, self._repair)
            if block.text:
                self.hidden.append(block)

    def _preformatted(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            line, column = piece.line, piece.column
            for index, row in enumerate(piece.text.split("\n")):
                if index:
                    self._end_line()
                    line, column = line + 1, 0
                self._line.append(Piece(row, line, column))

    def _note_link(self, link: "_Open") -> None:
        """The link covers this line, from its place if it was opened in it."""
        start = link.start if link.opened_in == self._lines else 0
        self._links.append((start, len(self._line), link.href, link.line))

    def _end_line(self) -> None:
        if self._open:
            self._note_link(self._open[-1])
        pieces, links = self._line, self._links
        self._line, self._links = [], []
        self._lines += 1
        if not pieces:
            return
        element = self._elements[-1] if self._elements else None
        tag = element.name if element is not None else None
        heading = next((e.name for e in reversed(self._elements[-4:]) if _is_heading(e.name)), "")
        block = Block(
            pieces, self._repair, tag=heading or tag, level=int(heading[1:] or 0),
            ordinal=self._ordinal(element), gap=self._gap, marks=self._marks,
        )  # fmt: skip
        if not block.text:
            return
        if links:
            block.links = _links(pieces, links)
        self._gap = False
        self.blocks.append(block)

    def _ordinal(self, element: Tag | None) -> str | None:
        """The number that a browser shows before an item of an ordered list, with its first line."""
        if element is None or element.name != "li" or element.parent is None or element.parent.name != "ol":
            return None
        key = id(element.parent)
        if self._item is element:
            return None
        first = str(element.parent.get("start", "1"))
        number = self._numbers.get(key, int(first) - 1 if first.isdecimal() and len(first) < _MOST_DIGITS else 0) + 1
        self._numbers[key] = number
        self._item = element
        return _numeral(number, str(element.parent.get("type", "1")))


def _is_heading(name: str) -> bool:
    return len(name) == 2 and name[0] == "h" and name[1] in "123456"


def _place(tag: Tag) -> tuple[int, int]:
    return tag.sourceline or 1, tag.sourcepos or 0


def _links(pieces: list[Piece], links: list[tuple[int, int, str, int]]) -> tuple[Link, ...]:
    """The links, with offsets into the text of the block instead of numbers of pieces."""
    starts, ends = _offsets(pieces)
    found = []
    for first, last, href, line in links:
        start, end = starts[first], ends[last]
        if start < end:
            found.append(Link(start, end, href.strip(), line))
    return tuple(found)


def _offsets(pieces: list[Piece]) -> tuple[list[int], list[int]]:
    """Where the first letter of each piece lands in the collapsed text, and where the text before each piece ends."""
    starts, ends = [], [0]
    length, gap = 0, False
    for piece in pieces:
        words = " ".join(piece.text.split())
        blank = gap or piece.text[:1].isspace()
        start = length + 1 if length and blank else length
        starts.append(start)
        if words:
            length, gap = start + len(words), piece.text[-1:].isspace()
        else:
            gap = blank
        ends.append(length)
    starts.append(length)
    return starts, ends


def _is_left_out(tag: Tag) -> bool:
    """Whether a browser hides the element, or it only leads elsewhere."""
    attributes = tag.attrs
    if tag.name in NAVIGATION:
        return True
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") == "navigation":
        return True
    style = attributes.get("style")
    return isinstance(style, str) and _HIDDEN_STYLE.search(style) is not None


def _numeral(number: int, style: str) -> str:
    """The number as a list of that type shows it.

    Examples:
        >>> _numeral(4, "i"), _numeral(2, "a"), _numeral(3, "1")
        ('iv', 'b', '3')
    """
    if style in "aA" and 1 <= number <= 26:
        return chr(ord(style) + number - 1)
    if style in "iI" and 1 <= number < 40:
        roman = "x" * (number // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
        return roman if style == "i" else roman.upper()
    return str(number)


def blocks_of(tree: Tree, mark: Marker = _NO_MARKER, repair: Repair | None = None) -> tuple[list[Block], list[Block]]:
    """The blocks that a browser shows, and those that are hidden.

    Examples:
        >>> from coprod.readers.pages.tree import parse
        >>> shown, hidden = blocks_of(parse("<h2>Trust</h2><p>One <b>or</b> two.<br>Three.</p><p hidden>No</p>"))
        >>> [(block.tag, block.text) for block in shown], hidden[0].text
        ([('h2', 'Trust'), ('p', 'One or two.'), ('p', 'Three.')], 'No')
    """
    walk = _Walk(tree, mark, repair)
    walk.run(tree.soup)
    return walk.blocks, walk.hidden
