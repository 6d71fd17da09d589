"""HTML to a tree that knows where its text stands.

In: the text of a page, its lines ended by LF. Out: the tree of beautifulsoup4 on `html.parser`, the pieces of
text in the order of the page, each with line and column, and what was damaged.
What can go wrong: elements are nested deeper than the limit (`TooDeepError`).
"""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar, Final, NamedTuple

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.builder._htmlparser import BeautifulSoupHTMLParser, HTMLParserTreeBuilder

from coprod.limits import DEFAULT_LIMITS
from coprod.readers.pages.attributes import start_tag
from coprod.readers.pages.markup import Damage, Plain, plain
from coprod.text.markup import superscript

_REFERENCE: Final = re.compile(r"&#?[A-Za-z0-9]{1,40};?")


class Piece(NamedTuple):
    """Text as the parser handed it over: it stands in the source as it is, or is one character reference."""

    text: str
    """The text, references resolved; line breaks in it are LF."""

    line: int
    """Line of its first character, 1-based."""

    column: int
    """Column of its first character, 0-based."""


def raised(piece: Piece) -> Piece:
    """A piece of text that stands higher than what is before it: 10<sup>6</sup> is not 106, 5%<sup>2</sup> not 5%2.

    Examples:
        >>> raised(Piece("6", 1, 9)).text, raised(Piece("th", 1, 9)).text
        ('⁶', 'th')
    """
    return piece._replace(text=superscript(piece.text))


class Tree(NamedTuple):
    """A parsed page."""

    soup: BeautifulSoup
    pieces: list[list[Piece]]
    """For every text node that is no comment or declaration, in the order of the page: its pieces."""

    damage: tuple[Damage, ...]
    """What was damaged, by offsets into the text."""


class _Parser(BeautifulSoupHTMLParser):
    """The parser of beautifulsoup4, which also notes where text stands and how deep elements are nested."""

    page: ClassVar["_Page"]

    def reset(self) -> None:
        super().reset()
        self.lineno = self.page.first_line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]], *options: bool, **named: bool) -> None:
        if len(self.soup.tagStack) > self.page.nesting:
            raise TooDeepError(self.getpos()[0])
        if self.soup.currentTag is not None and self.soup.currentTag.name in LISTS and tag not in IN_LISTS:
            super().handle_starttag("li", [])
        ended = ended_by(tag, (one.name for one in reversed(self.soup.tagStack))) if tag in CLOSES else None
        if ended is not None:
            self.soup.handle_endtag(ended)
        written = start_tag(self.get_starttag_text() or "")
        own = attrs if written is None else list[tuple[str, str | None]](written.attributes)
        super().handle_starttag(tag, own, *options, **named)

    def handle_data(self, data: str) -> None:
        line, column = self.getpos()
        page = self.page
        if self.soup.currentTag is not None and self.soup.currentTag.name in LISTS and data.strip():
            super().handle_starttag("li", [])
        if page.special.search(data):
            data = "\ufffd" if _SURROGATE.fullmatch(data) else page.plain.restored(data)
        if not self.soup.current_data:
            page.pieces.append([])
        piece = Piece(data, line, column)
        if page.behind_text and self.soup.currentTag is not None and self.soup.currentTag.name == "sup":
            piece = raised(piece)
        page.pieces[-1].append(piece)
        page.behind_text = bool(data[-1:].strip())
        super().handle_data(piece.text)


_INLINE: Final = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
     "sub", "sup", "time", "tt", "u", "var")
)  # fmt: skip
_LOOSE: Final = _INLINE | frozenset(("div", "p"))
CLOSES: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    "p": (frozenset(("p",)), _INLINE),
    "li": (frozenset(("li",)), _LOOSE),
    "dt": (frozenset(("dt", "dd")), _LOOSE),
    "dd": (frozenset(("dt", "dd")), _LOOSE),
    "tr": (frozenset(("tr",)), _LOOSE | frozenset(("td", "th"))),
    "td": (frozenset(("td", "th")), _LOOSE),
    "th": (frozenset(("td", "th")), _LOOSE),
    "option": (frozenset(("option",)), _INLINE),
}
"""Elements that end an open one of these when they begin, and what may stand open between the two."""

_FARTHEST: Final = 40
"""Elements that are looked at upwards."""


def ended_by(name: str, open_names: Iterable[str]) -> str | None:
    """The open element that ends where one of that name begins, since its own end tag may be left out.

    Args:
        name: Name of the element that begins.
        open_names: Names of those that are open, from the inside.

    Examples:
        >>> ended_by("p", ["b", "p", "div"]), ended_by("li", ["ul", "li"]), ended_by("li", ["p", "li", "ul"])
        ('p', None, 'li')
    """
    if name not in CLOSES:
        return None
    ends, between = CLOSES[name]
    for above in itertools.islice(open_names, _FARTHEST):
        if above in ends:
            return above
        if above not in between:
            return None
    return None


LISTS: Final = frozenset(("ol", "ul"))
ITEM: Final = "<li>"
"""What is put in front of what stands in a list without being an item: its tag was lost."""

IN_LISTS: Final = frozenset(("li", "ol", "ul", "script", "style", "template"))
"""Elements that stand in a list right away."""


class TooDeepError(Exception):
    """Elements are nested deeper than the limit."""

    def __init__(self, line: int) -> None:
        super().__init__(f"nested too deep in line {line}")
        self.line = line


VOID: Final = frozenset(HTMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or ())
"""Elements that hold nothing."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class _Page:
    """What the parser needs to know of a page, and what it notes."""

    def __init__(self, page: Plain, nesting: int) -> None:
        self.plain = page
        self.nesting = nesting
        self.pieces: list[list[Piece]] = []
        self.special = page.stand_ins()
        self.first_line = page.first_line
        self.behind_text = False


class _Builder(HTMLParserTreeBuilder):
    """The tree builder of beautifulsoup4 with our parser."""

    def __init__(self, page: _Page, **settings: Any) -> None:
        super().__init__(**settings)
        self._page = page

    def feed(self, markup: Any, _parser_class: type[BeautifulSoupHTMLParser] = _Parser) -> None:
        super().feed(markup, type("_ParserOfPage", (_Parser,), {"page": self._page}))


def parse(text: str, *, nesting: int = DEFAULT_LIMITS.nesting, page: Plain | None = None) -> Tree:
    r"""The tree of a page.

    Raises:
        TooDeepError: Elements are nested deeper than `nesting`.

    Examples:
        >>> tree = parse("<p>Trust &amp; care\n<b>now</b></p>")
        >>> tree.soup.b.get_text(), tree.pieces[1]
        ('now', [Piece(text='now', line=2, column=3)])
    """
    noted = _Page(plain(text) if page is None else page, nesting)
    # With a line break it is no file name, which beautifulsoup4 warns of.
    soup = BeautifulSoup(f"{noted.plain.text}{noted.plain.end}\n", builder=_Builder(noted))
    return Tree(soup, noted.pieces, noted.plain.damage)


_METADATA: Final = re.compile(r"<(?i:base|img|link|meta|(?P<holds_text>script|title))(?=[\s/>])")
_ELEMENT: Final = re.compile(r"\n*+<[a-zA-Z]")
_NAME: Final = re.compile(r"<([a-zA-Z][^\s/>]*+)")


def metadata(page: Plain, bound: Callable[[int], None] | None = None) -> BeautifulSoup:
    """The elements of a page that may hold metadata, side by side: `meta`, `link`, `script`, `title`, `img`, COinS.

    Args:
        page: The page.
        bound: Is told how many there are before they are parsed.

    Examples:
        >>> metadata(plain("<title>Trust</title><p>No</p><meta name='a' content='b'>"))
        <title>Trust</title><meta content="b" name="a"/>
        <BLANKLINE>
    """
    noted = _Page(page, DEFAULT_LIMITS.nesting)
    builder = _Builder(noted, on_duplicate_attribute=_keep_both)
    parts = list(_metadata_in(page))
    if bound is not None:
        bound(sum(_ELEMENT.match(part) is not None for part in parts))
    text = "".join(parts)
    elements = text.lstrip("\n")
    noted.first_line += len(text) - len(elements)
    return BeautifulSoup(f"{elements}\n", builder=builder)


BEFORE: Final = "{} before"
"""What an attribute that stands in a tag again said before: its name in the tree, which no attribute can have."""


def _keep_both(attributes: dict[str, str], name: str, value: str) -> None:
    """The last value of an attribute that stands several times in one tag; those before it are kept."""
    before = BEFORE.format(name)
    attributes[before] = " ".join([*filter(None, [attributes.get(before)]), attributes[name]])
    attributes[name] = value


def _metadata_in(page: Plain) -> Iterator[str]:
    """The elements, and of all else the line breaks."""
    ends: dict[str, str | None] = {}
    is_open = False
    for text, tag in page.parts():
        if is_open:
            yield text + (tag or page.end)
            is_open = False
            continue
        if tag not in ends:
            ends[tag] = _end_of_metadata(tag)
        end = ends[tag]
        if end is not None:
            yield "\n" * text.count("\n") + tag + end
            is_open = end == _TEXT
        elif "\n" in text or "\n" in tag:
            yield "\n" * (text.count("\n") + tag.count("\n"))


_TEXT: Final = ""
"""Stands for the end of an element that is kept with its text."""


def _end_of_metadata(tag: str) -> str | None:
    """What is put behind a tag to end its element, so that no other stands in it; None: it holds no metadata."""
    found, name = _METADATA.match(tag), _NAME.match(tag)
    lowered = tag.lower()
    if name is None or (found is None and not ("name" in lowered and "content" in lowered) and "z3988" not in lowered):
        return None
    if found is not None and found["holds_text"] is not None and not tag.endswith("/>"):
        return _TEXT
    return f"</{name[1]}>"


def source_length(piece: Piece, source: str) -> int:
    """Columns that a piece takes in its source line: those of its text, or of the character reference it came from.

    Examples:
        >>> source_length(Piece("&", 1, 3), "<p>&amp; care")
        5
    """
    if source.startswith(piece.text, piece.column) and piece.text != "&":
        return len(piece.text)
    reference = _REFERENCE.match(source, piece.column)
    return reference.end() - piece.column if reference is not None else len(piece.text)
