"""Blocks: the lines of a page as a reader sees them, the same for HTML and for plain text.

In: pieces of text with their places. Out: blocks of clean text, passages cut from them, and the way back to lines
and columns. Between the pieces and the text of a block only two things happen: runs of white space become one
space, and repairs put one character in the place of another; so the n-th letter of the text is the n-th of the pieces.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from coprod.readers.pages.tree import Piece, source_length

if TYPE_CHECKING:
    from bs4 import Tag

    from coprod.readers.pages.stream import Element

SPACES: Final = " \t\n\r\f\v"
"""What a browser takes for white space. A no-break space becomes one of these by repair only."""

_RUN = re.compile(r"[ \t\n\r\f\v]+")
_ODD = re.compile(r"[\t\n\r\f\v]|  ")


Repair = Callable[[str, int, int], str]
"""Gives the text, repaired character for character; the numbers are its first and last line."""


class Link(NamedTuple):
    """A link in a block."""

    start: int
    """Offset of its first character in the text of the block."""

    end: int
    href: str
    line: int
    """Line of the tag."""


class Mark(NamedTuple):
    """What a layout knows of an element: the name of a field, and the element."""

    name: str
    tag: "Tag | Element"


class Block:
    """A line of a page, or a paragraph that was wrapped over several.

    Attributes:
        text: The text, white space collapsed, repaired.
        line: Line of the source that it begins on, 1-based.
        last_line: Line that it ends on.
        tag: Name of the HTML element that makes the line, e.g. `"p"`; None in plain text.
        level: Level of a heading, 1 to 6; 0 for what HTML does not call a heading, and in plain text.
        ordinal: Number of an item of an ordered list in HTML, as a browser shows it; None otherwise.
        gap: Whether an empty line stands before it (in HTML: whether a browser leaves one).
        links: Links in it.
        marks: What a layout says of it, innermost first.
        role: `"content"` once a reader used it, `"furniture"` for what is known not to be content; None: not read yet.
    """

    __slots__ = ("_pieces", "gap", "last_line", "level", "line", "links", "marks", "ordinal", "role", "tag", "text")

    def __init__(
        self,
        pieces: Sequence[Piece],
        repair: Repair | None = None,
        *,
        tag: str | None = None,
        level: int = 0,
        ordinal: str | None = None,
        gap: bool = False,
        marks: tuple[Mark, ...] = (),
    ) -> None:
        self._pieces: tuple[Piece, ...] = tuple(pieces)
        self.line: int
        self.last_line: int
        raw = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
        if len(pieces) == 1 and "\n" not in raw:
            self.line = self.last_line = pieces[0].line
        else:
            self.line, self.last_line = _lines(self._pieces)
        mended = raw if repair is None else repair(raw, self.line, self.last_line)
        self.text: str = (_RUN.sub(" ", mended) if _ODD.search(mended) is not None else mended).strip(SPACES)
        self.tag: str | None = tag
        self.level: int = level
        self.ordinal: str | None = ordinal
        self.gap: bool = gap
        self.links: tuple[Link, ...] = ()
        self.marks: tuple[Mark, ...] = marks
        self.role: str | None = None

    def __repr__(self) -> str:
        return f"<Block {self.line}: {self.text[:60]!r}>"

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of text that it was made of."""
        return self._pieces

    def passage(self, start: int = 0, end: int | None = None) -> "Passage":
        """The text from `start` to `end`, without white space around it."""
        text = self.text
        end = len(text) if end is None else end
        while start < end and text[start] in SPACES:
            start += 1
        while end > start and text[end - 1] in SPACES:
            end -= 1
        return Passage((Cut(self, start, end),))

    def places(self, start: int, end: int, line: Callable[[int], str]) -> Iterator[tuple[int, int, int]]:
        """Line, first column and column behind the last, for each stretch of the source that the text came from."""
        first = _letters(self.text, 0, start)
        last = first + _letters(self.text, start, end)
        for piece, begin, stop in self._stretches(first, last):
            yield from _columns(piece, begin, stop, line)

    def _stretches(self, first: int, last: int) -> Iterator[tuple[Piece, int, int]]:
        """The parts of the pieces that hold the letters from `first` to `last`."""
        count = 0
        for piece in self._pieces:
            letters = [index for index, letter in enumerate(piece.text) if not _is_space(letter, self.text)]
            begin, stop = max(first - count, 0), min(last - count, len(letters))
            if begin < stop:
                yield piece, letters[begin], letters[stop - 1] + 1
            count += len(letters)


def _is_space(letter: str, text: str) -> bool:
    """Whether a letter of a piece was taken for white space: a no-break space is, unless the text still has one."""
    return letter in SPACES or (letter in NO_BREAK and letter not in text)


INVISIBLE: Final = "\0\u0085\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff"
"""Signs that show nothing: they stay in texts, and do not make a label another one."""

NO_BREAK: Final = "\u00a0\u202f"
"""Spaces that keep words together."""


def _letters(text: str, start: int, end: int) -> int:
    return end - start - text.count(" ", start, end)


def _lines(pieces: tuple[Piece, ...]) -> tuple[int, int]:
    """First and last line that hold a letter."""
    inked = [piece for piece in pieces if not piece.text.isspace()] or list(pieces)
    if not inked:
        return 1, 1
    head, tail = inked[0], inked[-1]
    before = head.text[: len(head.text) - len(head.text.lstrip())]
    return head.line + before.count("\n"), tail.line + tail.text.rstrip().count("\n")


def _columns(piece: Piece, begin: int, stop: int, line: Callable[[int], str]) -> Iterator[tuple[int, int, int]]:
    """Line and columns of a part of a piece, one for each line."""
    offset, number, column = 0, piece.line, piece.column
    for row in piece.text.split("\n"):
        left, right = max(begin - offset, 0), min(stop - offset, len(row))
        if left < right:
            whole = source_length(piece, line(number)) if len(piece.text) == right - left else right - left
            yield number, column + left, column + left + whole
        offset += len(row) + 1
        number, column = number + 1, 0


class Cut(NamedTuple):
    """A stretch of the text of a block."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text."""
        return self.block.text[self.start : self.end]


class Passage:
    """A text that a reader took from a page: one stretch, or several joined.

    Attributes:
        text: The text.
        cuts: The stretches that it was joined from.
        joints: What stands between them in the text.
        line: For the value of an HTML attribute, the line of its tag; None otherwise.
    """

    __slots__ = ("_starts", "cuts", "joints", "line", "text")

    def __init__(
        self, cuts: tuple[Cut, ...], joints: tuple[str, ...] = (), *, text: str | None = None, line: int | None = None
    ) -> None:
        self.cuts: tuple[Cut, ...] = cuts
        self.joints: tuple[str, ...] = joints
        self.text: str = _text_of(cuts, joints) if text is None else text
        self.line: int | None = line
        self._starts: list[int] | None = None

    def __repr__(self) -> str:
        return f"<Passage {self.text[:60]!r}>"

    def __bool__(self) -> bool:
        return bool(self.text)

    def part(self, start: int, end: int) -> "Passage":
        """The stretch of its text from `start` to `end`."""
        if self.line is not None:
            return Passage((), text=self.text[start:end], line=self.line)
        if len(self.cuts) == 1:
            block, first, last = self.cuts[0]
            begin, stop = first + max(start, 0), min(first + end, last)
            return Passage((Cut(block, begin, stop),) if begin < stop else ())
        starts = self._cut_starts()
        cuts: list[Cut] = []
        joints: list[str] = []
        for index in range(max(bisect_right(starts, start) - 1, 0), len(starts)):
            cut, offset = self.cuts[index], starts[index]
            if offset >= end:
                break
            begin, stop = max(start - offset, 0), min(end - offset, cut.end - cut.start)
            if begin < stop:
                joints += [self.joints[index - 1]] if cuts else []
                cuts.append(Cut(cut.block, cut.start + begin, cut.start + stop))
        return Passage(tuple(cuts), tuple(joints))

    def _cut_starts(self) -> list[int]:
        """Where each of its cuts begins in its text; found once, since many parts are cut from a long text."""
        if self._starts is None:
            self._starts = []
            offset = 0
            for cut, joint in zip(self.cuts, ("", *self.joints), strict=False):
                offset += len(joint)
                self._starts.append(offset)
                offset += cut.end - cut.start
        return self._starts

    def find(self, text: str, start: int = 0) -> "Passage | None":
        """The first place of a text in it; None if it is not there."""
        at = self.text.find(text, start)
        return self.part(at, at + len(text)) if at >= 0 and text else None

    def stripped(self, letters: str) -> "Passage":
        """The passage without these letters (and white space) at its ends."""
        text = self.text
        start = len(text) - len(text.lstrip(letters + SPACES))
        return self.part(start, max(start, len(text.rstrip(letters + SPACES))))


def attribute(value: str, line: int) -> Passage:
    """The value of an HTML attribute; it has a line and no columns.

    Examples:
        >>> attribute("10.1000/xyz", 12).text
        '10.1000/xyz'
    """
    return Passage((), text=value, line=line)


def _text_of(cuts: tuple[Cut, ...], joints: tuple[str, ...]) -> str:
    if len(cuts) == 1:
        return cuts[0].text
    return "".join([joint + cut.text for cut, joint in zip(cuts, ("", *joints), strict=True)]) if cuts else ""


def joined(passages: Iterable[Passage], joint: str = "\n") -> Passage:
    """One passage of several, in their order.

    Examples:
        >>> one, two = Block([Piece("Trust", 1, 0)]), Block([Piece("Care", 2, 0)])
        >>> joined([one.passage(), two.passage()], ", ").text
        'Trust, Care'
    """
    parts = list(passages)
    if len(parts) == 1:
        return parts[0]
    cuts: list[Cut] = []
    joints: list[str] = []
    for passage in parts:
        if passage.cuts:
            joints += [joint, *passage.joints] if cuts else passage.joints
            cuts += passage.cuts
    return Passage(tuple(cuts), tuple(joints))


def paragraphs(passages: Iterable[Passage]) -> list[Passage]:
    """The passages, with lines put together that are parts of one sentence.

    A line goes on with the next where it ends without a full stop, colon or bracket and the next one begins with a
    lower-case letter, or the line with a comma: a rendering tore them apart.

    Examples:
        >>> texts = "Users of", "care services gain.", "Trust rose."
        >>> lines = [Block([Piece(text, 1, 0)]).passage() for text in texts]
        >>> [paragraph.text for paragraph in paragraphs(lines)]
        ['Users of care services gain.', 'Trust rose.']
    """
    found: list[list[Passage]] = []
    for passage in passages:
        if found and _goes_on(found[-1][-1].text, passage.text):
            found[-1].append(passage)
        else:
            found.append([passage])
    return [joined(parts, " ") for parts in found]


def _goes_on(text: str, after: str) -> bool:
    if not text or not after or text[-1] in '.!?:;…”"':
        return False
    return text[-1] in ",–—-(/&" or after[0].islower() or after[0] in ",.;:)%–—"


def use(passages: Iterable[Passage], role: str = "content") -> None:
    """Notes that the blocks of the passages were read."""
    for passage in passages:
        for cut in passage.cuts:
            cut.block.role = role
