"""A tree to blocks: what a browser shows, line by line.

In: a tree, and a function that says which elements a layout knows. Out: the blocks in the order of the page, and the
lines of what is not shown. Scripts, styles and navigation are left out; so is what is hidden, unless a layout knows it.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bs4.element import NavigableString, PreformattedString, Tag

from coprod.readers.pages.blocks import SPACES, Block, Mark, Repair
from coprod.readers.pages.hiding import is_hidden
from coprod.readers.pages.markup import Plain
from coprod.readers.pages.stream import Element, stream
from coprod.readers.pages.tree import Piece, Tree
from coprod.readers.pages.unshown import HOLD_TEXT, NEVER, is_told, value_of

if TYPE_CHECKING:
    from coprod.readers.pages.links import PieceLink

Label = Callable[[Any], str | None]
"""Gives the name of the field that an element (`Element`, or `Tag` of beautifulsoup4) holds; None: it holds none."""

Marker = Callable[[str, dict[str, Any]], Label | None]
"""Gives the labels of elements of one name and with the same attributes, as a layout says it; None: it knows none."""

NAVIGATION: Final = "nav"
"""The element of links that only lead elsewhere; the tag of its blocks, which a browser shows."""

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

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_CELLS: Final = frozenset(("td", "th"))

_FLAGS: Final = {
    name: (name in _LINES, name in _LINES or name == "br", name in _PARAGRAPHS, name in NEVER, name == NAVIGATION)
    for name in (*_LINES, *NEVER, NAVIGATION, "br")
}
"""Of the elements that are not inline: whether they are a line, end a line, have an empty line around them, hold no
text of the page, only lead elsewhere."""

_INLINE: Final = (False, False, False, False, False)

_MOST_DIGITS: Final = 7

_NO_MARKER: Final[Marker] = lambda _name, _attributes: None  # noqa: E731 - a constant function


class _Look(NamedTuple):
    """What elements do that are written alike."""

    label: Label | None
    lines: bool
    """Whether it is a line."""

    breaks: bool
    """Whether it ends the line before it and, with it, its own."""

    apart: bool
    """Whether an empty line stands around it."""

    never: bool
    """Whether its text is no text of the page."""

    hides: bool
    leads: bool
    """Whether it only leads elsewhere."""

    href: str | None
    is_bare: bool
    """Whether it is a line, or the end of one, and nothing else."""


_Left = tuple[bool, bool, bool, bool, int, int, int, tuple[Mark, ...]]
"""What an element changed, to be taken back when it ends: whether it is a line, has an empty line around it, ended a
line, is a link; how much was left out, hidden and only led elsewhere before it, and the marks."""


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

    def __init__(self, mark: Marker, repair: Repair | None) -> None:
        self.blocks: list[Block] = []
        self.hidden: list[Block] = []
        self._mark = mark
        self._repair = repair
        self._line: list[Piece] = []
        self._links: list[PieceLink] = []
        self._open: list[_Open] = []
        self._lines = 0
        self._marks: tuple[Mark, ...] = ()
        self._elements: list[Tag | Element] = []
        self._gap = False
        self._never = 0
        self._nevers: list[str] = []
        self._parts_in_never = 0
        self._hiding = 0
        self._leading = 0
        self._numbers: dict[int, tuple[Tag | Element, int]] = {}
        self._item: Tag | Element | None = None

    def run(self, tree: Tree) -> None:
        """Visits every node of a tree once, without recursion."""
        pieces = iter(tree.pieces)
        stack: list[Iterator[object]] = [iter(tree.soup.contents)]
        left: list[_Left | _Look | None] = [None]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                state = left.pop()
                if state is not None:
                    self.leave(state)
            elif isinstance(node, Tag):
                look = self.look(node.name, node.attrs)
                left.append(self.enter(node, look) if look is not None else None)
                stack.append(iter(node.contents))
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                self.text(next(pieces))
        self.end()

    def look(self, name: str, attributes: dict[str, Any]) -> _Look | None:
        """What elements of this name and with these attributes do; None: nothing."""
        label = self._mark(name, attributes)
        lines, breaks, apart, never, leads = _FLAGS.get(name, _INLINE)
        hides = is_hidden(name, attributes)
        leads = leads or attributes.get("role") == "navigation"
        href = attributes.get("href") if name == "a" else None
        if label is None and href is None and not (breaks or never or hides or leads or name in _CELLS):
            return None
        is_bare = breaks and label is None and href is None and not (never or hides or leads)
        return _Look(label, lines, breaks, apart, never, hides, leads, None if href is None else str(href), is_bare)

    def enter(self, tag: "Tag | Element", look: _Look) -> "_Left | _Look | None":
        """Begins an element; None if nothing is to be done when it ends."""
        if look.is_bare and not self._never:
            self._break(look.apart)
            if look.lines:
                self._elements.append(tag)
            return look if look.lines else None
        return self._enter_other(tag, look)

    def _enter_other(self, tag: "Tag | Element", look: _Look) -> "_Left | None":
        """Begins an element that is more than a line, or stands in one that is not shown."""
        label_of, lines, breaks, apart, never, hides, leads, href, _is_bare = look
        label = label_of(tag) if label_of is not None else None
        never = never and not (tag.name == "button" and self._in_heading())
        breaks = breaks or label is not None
        if not (breaks or never or hides or leads) and href is None:
            if tag.name in _CELLS and self._line:
                self._line.append(Piece("\t", *_place(tag)))
            return None
        if breaks:
            self._break(apart)
        left = (lines, apart, breaks, href is not None, self._never, self._hiding, self._leading, self._marks)
        if tag.name == "input" and label_of is None and (value := value_of(tag.attrs)):
            self._hide([Piece(value, *_place(tag))])
        if never:
            self._never += 1
            self._nevers.append(tag.name)
        elif self._never and lines and tag.name not in HOLD_TEXT:
            self._parts_in_never = self._never
        if label is not None:
            self._hiding = self._leading = 0
            self._marks = (Mark(label, tag), *self._marks)
        else:
            self._hiding += hides
            self._leading += leads
        if lines:
            self._elements.append(tag)
        if href is not None:
            self._open.append(_Open(href, _place(tag)[0], self._lines, len(self._line)))
        return left

    def _in_heading(self) -> bool:
        """Whether the line is a heading; what opens and closes a section is a button in its heading."""
        return bool(self._elements) and (self._elements[-1].name in _HEADINGS or self._elements[-1].name == "summary")

    def leave(self, left: "_Left | _Look") -> None:
        """Ends an element."""
        if isinstance(left, _Look):
            self._break(left.apart)
            self._elements.pop()
            return
        lines, apart, breaks, link, self._never, self._hiding, self._leading, marks = left
        if len(self._nevers) > self._never:
            del self._nevers[self._never :]
            self._parts_in_never = min(self._parts_in_never, self._never)
        if breaks:
            self._break(apart)
        if link:
            self._note_link(self._open.pop())
        if lines:
            self._elements.pop()
        self._marks = marks

    def text(self, pieces: list[Piece]) -> None:
        """Takes a text."""
        if self._never:
            text = "".join([piece.text for piece in pieces])
            if is_told(self._nevers, text, is_part=self._parts_in_never > 0):
                self._hide(pieces)
            return
        if not (self._hiding or self._leading):
            if not self._line and len(pieces) == 1 and not pieces[0].text.strip(SPACES):
                return
            element = self._elements[-1] if self._elements else None
            if element is not None and element.name == "pre":
                self._preformatted(pieces)
            else:
                self._line.extend(pieces)
        elif any(piece.text.strip(SPACES) for piece in pieces):
            self._hide(pieces)

    def _hide(self, pieces: list[Piece]) -> None:
        shown = self._leading and not (self._hiding or self._never)
        links = [(0, len(pieces), link.href, link.line) for link in self._open]
        block = Block(pieces, self._repair, tag=NAVIGATION if shown else None, links=links)
        if block.text:
            self.hidden.append(block)

    def end(self) -> None:
        """Ends the page."""
        self._end_line()

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

    def _break(self, apart: bool) -> None:  # noqa: FBT001 - of the element
        """Ends a line if one was begun; an empty line may stand behind it."""
        if self._line or self._links or self._open:
            self._end_line()
        if apart:
            self._gap = True

    def _end_line(self) -> None:
        if not self._line:
            self._links = []
            self._lines += 1
            return
        if self._open:
            self._note_link(self._open[-1])
        self._lines += 1
        pieces, links = self._line, self._links
        self._line, self._links = [], []
        element = self._elements[-1] if self._elements else None
        tag = element.name if element is not None else None
        heading = ""
        for above in self._elements[:-5:-1]:
            if above.name in _HEADINGS:
                heading = above.name
                break
        block = Block(
            pieces, self._repair, tag=heading or tag, level=int(heading[1:] or 0),
            ordinal=self._ordinal(element) if tag == "li" else None, gap=self._gap, marks=self._marks,
            links=links,
        )  # fmt: skip
        if not block.text:
            return
        self._gap = False
        self.blocks.append(block)

    def _ordinal(self, element: Tag | Element | None) -> str | None:
        """The number that a browser shows before an item of an ordered list, with its first line."""
        if element is None or element.name != "li" or element.parent is None or element.parent.name != "ol":
            return None
        if self._item is element:
            return None
        items = element.parent
        first = str(items.get("start", "1"))
        start = int(first) if first.isdecimal() and len(first) < _MOST_DIGITS else 1
        # The list is kept beside its number: as long as it is there, no other has its identity.
        _items, before = self._numbers.get(id(items), (items, start - 1))
        self._numbers[id(items)] = (items, before + 1)
        self._item = element
        return _numeral(before + 1, str(items.get("type", "1")))


def _place(tag: Tag | Element) -> tuple[int, int]:
    return tag.sourceline or 1, tag.sourcepos or 0


def _numeral(number: int, style: str) -> str:
    """The number as a list of that type shows it.

    Examples:
        >>> _numeral(4, "i"), _numeral(2, "a"), _numeral(3, "1")
        ('iv', 'b', '3')
    """
    if style in ("a", "A") and 1 <= number <= 26:
        return chr(ord(style) + number - 1)
    if style in ("i", "I") and 1 <= number < 40:
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
    walk = _Walk(mark, repair)
    walk.run(tree)
    return walk.blocks, walk.hidden


def streamed_blocks_of(
    page: Plain, nesting: int, mark: Marker = _NO_MARKER, repair: Repair | None = None
) -> tuple[list[Block], list[Block]]:
    """The same, without a tree.

    Raises:
        TooDeepError: Elements are nested deeper than `nesting`.

    Examples:
        >>> from coprod.readers.pages.markup import plain
        >>> shown, hidden = streamed_blocks_of(plain("<h2>Trust</h2><p>One <b>or</b> two.<br>Three.</p>"), 100)
        >>> [(block.tag, block.text) for block in shown]
        [('h2', 'Trust'), ('p', 'One or two.'), ('p', 'Three.')]
    """
    walk = _Walk(mark, repair)
    stream(page, walk, nesting)
    walk.end()
    return walk.blocks, walk.hidden
