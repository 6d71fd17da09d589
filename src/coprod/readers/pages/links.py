"""Links of a line: from the pieces of text that they cover to offsets into the text.

In: the pieces of a line, and for each link the numbers of those it covers. Out: `Link`s; one around nothing is none.
"""

from collections.abc import Sequence
from typing import NamedTuple

from coprod.readers.pages.tree import Piece


class Link(NamedTuple):
    """A link in a block."""

    start: int
    """Offset of its first character in the text of the block."""

    end: int
    href: str
    line: int
    """Line of the tag."""


PieceLink = tuple[int, int, str, int]
"""A link by numbers of pieces instead of offsets: the first, the one behind the last, address, line."""


def links_of(pieces: Sequence[Piece], links: Sequence[PieceLink]) -> tuple[Link, ...]:
    """The links, with offsets into the text of the block instead of numbers of pieces.

    Examples:
        >>> links_of([Piece("See ", 1, 3), Piece("Trust", 1, 20)], [(1, 2, "/trust", 1)])
        (Link(start=4, end=9, href='/trust', line=1),)
    """
    starts, ends = _offsets(pieces)
    found = []
    for first, last, href, line in links:
        start, end = starts[first], ends[last]
        if start < end:
            found.append(Link(start, end, href.strip(), line))
    return tuple(found)


def _offsets(pieces: Sequence[Piece]) -> tuple[list[int], list[int]]:
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
