"""The elements of an HTML page one after the other, without a tree.

In: a page whose markup is plain. Out: calls of what walks over it: elements begin and end, text stands in them, in the
order and with the nesting that beautifulsoup4 on `html.parser` gives them. It is several times faster than a tree.
What can go wrong: elements are nested deeper than the limit (`TooDeepError`).
"""

import re
from typing import Any, Final, Protocol

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.builder._htmlparser import BeautifulSoupHTMLParser

from coprod.readers.pages.markup import Plain
from coprod.readers.pages.tree import CLOSES, Piece, TooDeepError, ended_by
from coprod.text.references import resolved

_VOID: Final = frozenset(HTMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or ())
"""Elements that hold nothing."""

_NAME: Final = r"""[^\s/>"'=<]++"""
_VALUE: Final = r"""\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++)"""
_TOKEN: Final = re.compile(
    rf"""<(?:([a-zA-Z][^\s/>"'=<]*+)((?:[\s/]*+{_NAME}(?:{_VALUE})?+)*+)[\s/]*+>|/([a-zA-Z][^\s/>]*+)\s*+>|[?!][^>]*+>)"""
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_ATTRIBUTE: Final = re.compile(rf"""({_NAME})(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?+""")


_SHORT: Final = 100
"""Characters of attributes that are remembered: the rows of a page repeat their classes."""


class Element:
    """An element: what a marker asks of it, as beautifulsoup4 names it. Elements may share their attributes."""

    __slots__ = ("attrs", "name", "parent", "sourceline", "sourcepos")

    def __init__(self, name: str, attrs: dict[str, Any], parent: "Element | None", line: int, column: int) -> None:
        self.name: str = name
        self.attrs: dict[str, Any] = attrs
        self.parent: Element | None = parent
        self.sourceline: int = line
        self.sourcepos: int = column

    def get(self, name: str, default: Any = None) -> Any:
        """The value of an attribute."""
        return self.attrs.get(name, default)


class Walker(Protocol):
    """What is told of the elements."""

    def enter(self, tag: Any) -> Any:
        """An element begins; what is returned is handed to `leave`."""

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
        self._stack: list[tuple[Element, Any]] = []
        self._open: dict[str, int] = {}
        self._closed: list[str] = []
        self._waiting: list[Piece] = []
        self._special = re.compile(f"[{page.less}{page.ampersand}\ud800-\udfff]")
        self._is_special = self._special.search(page.text) is not None
        self._references: _References | None = None
        self._known: dict[str, dict[str, Any]] = {"": {}}

    def run(self) -> None:
        """Goes from tag to tag."""
        text = self._page.text
        line, start, last = 1, 0, 0
        for token in _TOKEN.finditer(text):
            at, end = token.span()
            if at > last:
                words = text[last:at]
                self._data(words, line, last - start)
                if "\n" in words:
                    line += words.count("\n")
                    start = last + words.rindex("\n") + 1
            name, attributes, ended = token.groups()
            if name is not None:
                self._begin(name.lower(), attributes, text[end - 2] == "/", line, at - start)
            elif ended is not None:
                self._end(ended.lower())
            else:
                self._flush()
            if text.find("\n", at, end) >= 0:
                line += text.count("\n", at, end)
                start = text.rindex("\n", at, end) + 1
            last = end
        if last < len(text):
            self._data(text[last:], line, last - start)
        self._flush()
        while self._stack:
            self._pop()

    def _data(self, text: str, line: int, column: int) -> None:
        if "&" in text:
            self._waiting.extend(self._dereferenced(text, line, column))
        elif self._is_special:
            self._waiting.append(Piece(self._restored(text), line, column))
        else:
            self._waiting.append(Piece(text, line, column))

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

    def _begin(self, name: str, attributes: str, is_slashed: bool, line: int, column: int) -> None:  # noqa: FBT001
        stack = self._stack
        if len(stack) >= self._nesting:
            raise TooDeepError(line)
        if self._waiting:
            self._flush()
        if name in CLOSES and stack:
            ended = ended_by(name, (one.name for one, _left in reversed(stack)))
            while ended is not None and self._pop() != ended:
                pass
        known = self._known.get(attributes)
        if known is None:
            known = _attributes(attributes)
            if len(attributes) <= _SHORT:
                self._known[attributes] = known
        element = Element(name, known, stack[-1][0] if stack else None, line, column)
        left = self._walker.enter(element)
        if is_slashed and not attributes.endswith("/"):
            self._walker.leave(left)
        elif name in _VOID:
            self._walker.leave(left)
            self._closed.append(name)
        else:
            stack.append((element, left))
            self._open[name] = self._open.get(name, 0) + 1

    def _end(self, name: str) -> None:
        if self._closed and name in self._closed:
            self._closed.remove(name)
            return
        if self._waiting:
            self._flush()
        if self._open.get(name):
            while self._pop() != name:
                pass

    def _pop(self) -> str:
        element, left = self._stack.pop()
        self._open[element.name] -= 1
        self._walker.leave(left)
        return element.name


def _attributes(text: str) -> dict[str, Any]:
    """The attributes of a tag; of several of one name the last, classes as a list."""
    found: dict[str, Any] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        value = double or single or bare.lstrip("=")
        found[name.lower()] = resolved(value) if "&" in value else value
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
        ...     def enter(self, tag): return print("<", tag.name, tag.attrs)
        ...     def leave(self, left): print(">")
        ...     def text(self, pieces): print([piece.text for piece in pieces])
        >>> stream(plain("<p class='a b'>Trust<br>now"), Walker(), 100)
        < p {'class': ['a', 'b']}
        ['Trust']
        < br {}
        >
        ['now']
        >
    """
    _Stream(page, walker, nesting).run()
