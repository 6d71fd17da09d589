"""Blocks: the lines of a page as a reader sees them, the same for HTML and for plain text.

In: pieces of text with their places. Out: blocks of clean text, passages cut from them, and the way back to lines
and columns. Between the pieces and the text of a block only two things happen: runs of white space become one
space, and repairs put one character in the place of another; so the n-th letter of the text is the n-th of the pieces.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from coprod.readers.pages.links import Link, PieceLink, links_of
from coprod.readers.pages.tree import Piece, source_length

if TYPE_CHECKING:
    from bs4 import Tag

    from coprod.readers.pages.stream import Element

SPACES: Final = " \t\n\r\f\v"
"""What a browser takes for white space. A no-break space becomes one of these by repair only."""

_RUN = re.compile(r"[ \t\n\r\f\v]+")
_ODD: Final = ("  ", "\n", "\t", "\r", "\f", "\v")
"""What is no single space."""


def collapsed(text: str) -> str:
    """The text with one space for each run of white space, and none around it.

    Examples:
        >>> collapsed(" Trust\\n  and care ")
        'Trust and care'
    """
    for odd in _ODD:
        if odd in text:
            return _RUN.sub(" ", text).strip(SPACES)
    return text.strip(SPACES)


Repair = Callable[[str, int, int], str]
"""Gives the text, repaired character for character; the numbers are its first and last line."""


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
        marks: What a layout says of it, innermost first.
        role: `"content"` once a reader used it, `"furniture"` for what is known not to be content; None: not read yet.
    """

    __slots__ = (
        *("_links", "_pieces", "_raw_links", "gap", "last_line", "level", "line", "marks", "ordinal", "role", "tag"),
        "text",
    )

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
        links: Sequence[PieceLink] = (),
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
        self.text: str = collapsed(mended)
        self.tag: str | None = tag
        self.level: int = level
        self.ordinal: str | None = ordinal
        self.gap: bool = gap
        self._raw_links: Sequence[PieceLink] = links
        self._links: tuple[Link, ...] = ()
        self.marks: tuple[Mark, ...] = marks
        self.role: str | None = None

    def __repr__(self) -> str:
        return f"<Block {self.line}: {self.text[:60]!r}>"

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of text that it was made of."""
        return self._pieces

    @property
    def links(self) -> tuple[Link, ...]:
        """Links in it; found when they are asked for."""
        if self._raw_links:
            self._links, self._raw_links = links_of(self._pieces, self._raw_links), ()
        return self._links

    def passage(self, start: int = 0, end: int | None = None) -> "Cut":
        """The text from `start` to `end`, without white space around it."""
        text = self.text
        end = len(text) if end is None else end
        while start < end and text[start] in SPACES:
            start += 1
        while end > start and text[end - 1] in SPACES:
            end -= 1
        return Cut(self, start, end)

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


class Passage:
    """A text that a reader took from a page: a stretch of a block, several joined, or the value of an attribute.

    Attributes:
        text: The text.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text: str = text

    @property
    def cuts(self) -> "tuple[Cut, ...]":
        """The stretches that it was joined from."""
        return ()

    @property
    def joints(self) -> tuple[str, ...]:
        """What stands between them in the text."""
        return ()

    @property
    def line(self) -> int | None:
        """For the value of an HTML attribute, the line of its tag; None otherwise."""
        return None

    def __repr__(self) -> str:
        return f"<Passage {self.text[:60]!r}>"

    def __bool__(self) -> bool:
        return bool(self.text)

    def part(self, start: int, end: int) -> "Passage":
        """The stretch of its text from `start` to `end`."""
        return Passage(self.text[start:end])

    def find(self, text: str, start: int = 0) -> "Passage | None":
        """The first place of a text in it; None if it is not there."""
        at = self.text.find(text, start)
        return self.part(at, at + len(text)) if at >= 0 and text else None

    def stripped(self, letters: str) -> "Passage":
        """The passage without these letters (and white space) at its ends."""
        text, letters = self.text, letters + SPACES
        bare = text.strip(letters)
        if len(bare) == len(text):
            return self
        start = len(text) - len(text.lstrip(letters))
        return self.part(start, start + len(bare))


class Cut(Passage):
    """A stretch of the text of a block."""

    __slots__ = ("block", "end", "start")

    def __init__(self, block: Block, start: int, end: int) -> None:
        self.text: str = block.text[start:end]
        self.block: Block = block
        self.start: int = start
        self.end: int = end

    @property
    def cuts(self) -> "tuple[Cut, ...]":
        """Itself."""
        return (self,)

    def part(self, start: int, end: int) -> Passage:
        """The stretch of its text from `start` to `end`."""
        if start <= 0 and end >= len(self.text):
            return self
        begin, stop = self.start + max(start, 0), min(self.start + end, self.end)
        return Cut(self.block, begin, stop) if begin < stop else NOTHING


NOTHING: Final = Passage("")
"""No text, and from nowhere."""


class _Joined(Passage):
    """Several stretches."""

    __slots__ = ("_starts", "cuts", "joints")

    def __init__(self, cuts: tuple[Cut, ...], joints: tuple[str, ...]) -> None:
        self.text = "".join([joint + cut.text for cut, joint in zip(cuts, ("", *joints), strict=True)])
        self.cuts: tuple[Cut, ...] = cuts
        self.joints: tuple[str, ...] = joints
        self._starts: list[int] | None = None

    def part(self, start: int, end: int) -> Passage:
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
        return _of(cuts, joints)

    def _cut_starts(self) -> list[int]:
        """Where each of its cuts begins in its text; found once, since many parts are cut from a long text."""
        if self._starts is None:
            self._starts = []
            offset = 0
            for cut, joint in zip(self.cuts, ("", *self.joints), strict=True):
                offset += len(joint)
                self._starts.append(offset)
                offset += cut.end - cut.start
        return self._starts


class _Value(Passage):
    """The value of an HTML attribute."""

    __slots__ = ("line",)

    def __init__(self, text: str, line: int) -> None:
        self.text = text
        self.line: int = line

    def part(self, start: int, end: int) -> Passage:
        return _Value(self.text[start:end], self.line)


def attribute(value: str, line: int) -> Passage:
    """The value of an HTML attribute; it has a line and no columns.

    Examples:
        >>> attribute("10.1000/xyz", 12).text
        '10.1000/xyz'
    """
    return _Value(value, line)


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
    return _of(cuts, joints)


def _of(cuts: list[Cut], joints: list[str]) -> Passage:
    """The passage of these stretches."""
    if len(cuts) == 1:
        return cuts[0]
    return _Joined(tuple(cuts), tuple(joints)) if cuts else NOTHING


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
