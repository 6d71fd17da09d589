"""The elements of an HTML page one after the other, without a tree.

In: a page whose markup is plain. Out: calls of what walks over it: elements begin and end, text stands in them, in the
order and with the nesting that beautifulsoup4 on `html.parser` gives them. It is several times faster than a tree.
What can go wrong: elements are nested deeper than the limit (`TooDeepError`).
"""

import re
from collections import defaultdict
from operator import attrgetter
from typing import Any, Final, NamedTuple, Protocol

from bs4 import BeautifulSoup
from bs4.builder._htmlparser import BeautifulSoupHTMLParser

from coprod.readers.pages.attributes import start_tag
from coprod.readers.pages.markup import Plain
from coprod.readers.pages.tree import CLOSES, IN_LISTS, ITEM, LISTS, VOID, Piece, TooDeepError, ended_by, raised

_END: Final = re.compile(r"</([a-zA-Z][^\s/>]*+)")
_CLOSES: Final = {name: ends | between for name, (ends, between) in CLOSES.items()}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_SHORT: Final = 200
"""Characters of tags that are remembered: the rows of a page repeat them."""

_name: Final = attrgetter("name")


class _Tag(NamedTuple):
    """What all tags have in common that are written alike."""

    name: str
    attrs: dict[str, Any] = {}  # noqa: RUF012 - never changed
    look: Any = None
    """What the walker wants to know of such an element; None: nothing."""

    is_start: bool = False
    is_slashed: bool = False
    stays: bool = False
    """Whether the element is open behind its tag."""

    closes: frozenset[str] = frozenset()
    """Elements in which another may end where it begins."""


class Element:
    """An element: what a marker asks of it, as beautifulsoup4 names it. Elements may share their attributes.

    Attributes:
        left: What the walker is told when it ends; None: nothing.
    """

    __slots__ = ("attrs", "left", "name", "parent", "sourceline", "sourcepos")

    def __init__(self, name: str, attrs: dict[str, Any], parent: "Element | None", line: int, column: int) -> None:
        self.name: str = name
        self.attrs: dict[str, Any] = attrs
        self.parent: Element | None = parent
        self.sourceline: int = line
        self.sourcepos: int = column
        self.left: Any = None

    def get(self, name: str, default: Any = None) -> Any:
        """The value of an attribute."""
        return self.attrs.get(name, default)


class Walker(Protocol):
    """What is told of the elements."""

    def look(self, name: str, attributes: dict[str, Any]) -> Any:
        """What it wants to know of all elements of this name and with these attributes; None: it is told of none."""

    def enter(self, tag: Any, look: Any) -> Any:
        """An element begins; what is returned is handed to `leave`, but None."""

    def leave(self, left: Any) -> None:
        """It ends."""

    def text(self, pieces: list[Piece]) -> None:
        """A text stands in the element that began last and has not ended."""


class _References(BeautifulSoupHTMLParser):
    """Reads the character references of a text as beautifulsoup4 does."""

    def __init__(self) -> None:
        super().__init__(BeautifulSoup("", "html.parser"), convert_charrefs=False)
        self.found: list[tuple[str, int, int]] = []

    def of(self, text: str) -> list[tuple[str, int, int]]:
        """The text in pieces, each with line and column, counted from 1 and 0."""
        self.found = []
        self.reset()
        self.feed(f"{text}<b>")
        return self.found

    def handle_data(self, data: str) -> None:
        self.found.append((data, *self.getpos()))

    def handle_starttag(self, tag: str, attrs: Any, handle_empty_element: bool = True) -> None:  # noqa: FBT001, FBT002
        """The mark that ends the text."""


class _Stream:
    """One page on its way."""

    def __init__(self, page: Plain, walker: Walker, nesting: int) -> None:
        self._page = page
        self._walker = walker
        self._nesting = nesting
        self._stack: list[Element] = []
        self._open: defaultdict[str, int] = defaultdict(int)
        self._closed: defaultdict[str, int] = defaultdict(int)
        self._waiting: list[Piece] = []
        self._before = ""
        self._special = page.stand_ins()
        self._is_special = page.less in page.text or page.ampersand in page.text or _has_surrogates(page.text)
        self._references: _References | None = None
        self._known: dict[str, _Tag] = {}

    def run(self) -> None:
        """Goes from tag to tag."""
        known = self._known
        line, column = self._page.first_line, 0
        for words, written in self._page.parts():
            if words:
                self._add(words, line, column)
                column += len(words)
                if "\n" in words:
                    line += words.count("\n")
                    column = len(words) - words.rindex("\n") - 1
            tag = known.get(written) or self._learn(written)
            if tag.is_start:
                self._begin(tag, line, column)
            elif tag.name:
                self._end(tag.name)
            else:
                self._flush()
            column += len(written)
            if "\n" in written:
                line += written.count("\n")
                column = len(written) - written.rindex("\n") - 1
        while self._stack:
            self._close(self._stack[-1].name)

    def _add(self, words: str, line: int, column: int) -> None:
        """Takes the text in front of a tag."""
        name = self._stack[-1].name if self._stack else ""
        if name in LISTS and words.strip():
            self._begin(self._learn(ITEM), line, column)
        if name == "sup" and self._before.strip():
            self._waiting += map(raised, self._read(words, line, column))
        elif self._is_special or "&" in words:
            self._waiting += self._read(words, line, column)
        else:
            self._waiting.append(Piece(words, line, column))
        self._before = words[-1]

    def _learn(self, written: str) -> _Tag:
        """What a tag says; one without a name says nothing."""
        if (start := start_tag(written)) is not None:
            name, attributes, is_slashed = start.name, _by_name(start.attributes), start.is_slashed
            look, stays = self._walker.look(name, attributes), not (is_slashed or name in VOID)
            tag = _Tag(name, attributes, look, True, is_slashed, stays, _CLOSES.get(name, frozenset()))
        else:
            end = _END.match(written)
            tag = _Tag("" if end is None else end[1].lower())
        if len(written) <= _SHORT:
            self._known[written] = tag
        return tag

    def _read(self, text: str, line: int, column: int) -> list[Piece]:
        """The pieces of a text in which something stands for something else."""
        if "&" in text:
            return self._dereferenced(text, line, column)
        return [Piece(self._restored(text), line, column)]

    def _dereferenced(self, text: str, line: int, column: int) -> list[Piece]:
        if self._references is None:
            self._references = _References()
        return [
            Piece(self._restored(data), line + row - 1, offset + (column if row == 1 else 0))
            for data, row, offset in self._references.of(text)
        ]

    def _restored(self, data: str) -> str:
        """Text as it was written; half of a character is none."""
        if self._special.search(data) is None:
            return data
        return "\ufffd" if _SURROGATE.fullmatch(data) else self._page.restored(data)

    def _flush(self) -> None:
        if self._waiting:
            pieces, self._waiting = self._waiting, []
            self._walker.text(pieces)

    def _begin(self, tag: _Tag, line: int, column: int) -> None:
        stack, name, look = self._stack, tag.name, tag.look
        if stack and stack[-1].name in LISTS and name not in IN_LISTS:
            self._begin(self._learn(ITEM), line, column)
        if len(stack) >= self._nesting:
            raise TooDeepError(line)
        if self._waiting:
            self._flush()
        if stack and stack[-1].name in tag.closes:
            ended = ended_by(name, map(_name, reversed(stack)))
            if ended is not None:
                self._close(ended)
        element = Element(name, tag.attrs, stack[-1] if stack else None, line, column)
        if look is not None:
            element.left = self._walker.enter(element, look)
        if tag.stays:
            stack.append(element)
            self._open[name] += 1
            return
        if element.left is not None:
            self._walker.leave(element.left)
        if name in VOID:
            self._closed[name] += not tag.is_slashed

    def _end(self, name: str) -> None:
        if self._closed.get(name):
            self._closed[name] -= 1
            return
        if self._waiting:
            self._flush()
        if self._open[name]:
            self._close(name)

    def _close(self, name: str) -> None:
        """Ends the elements up to one of that name."""
        while True:
            ended = self._stack.pop()
            self._open[ended.name] -= 1
            if ended.left is not None:
                self._walker.leave(ended.left)
            if ended.name == name:
                return


def _has_surrogates(text: str) -> bool:
    """Whether half of a character stands in a text; several times faster than a search."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _by_name(attributes: list[tuple[str, str]]) -> dict[str, Any]:
    """Of several attributes of one name the last, classes as a list."""
    found: dict[str, Any] = dict(attributes)
    if "class" in found:
        found["class"] = found["class"].split()
    return found


def stream(page: Plain, walker: Walker, nesting: int) -> None:
    """Tells a walker of the elements of a page.

    Raises:
        TooDeepError: Elements are nested deeper than `nesting`.

    Examples:
        >>> from coprod.readers.pages.markup import plain
        >>> class Walker:
        ...     def look(self, name, attributes): return name
        ...     def enter(self, tag, look): return print("<", look, tag.attrs) or look
        ...     def leave(self, left): print(left, ">")
        ...     def text(self, pieces): print([piece.text for piece in pieces])
        >>> stream(plain("<p class='a b'>Trust<br>now"), Walker(), 100)
        < p {'class': ['a', 'b']}
        ['Trust']
        < br {}
        br >
        ['now']
        p >
    """
    _Stream(page, walker, nesting).run()
