"""Plain text to blocks: one for each line, or for each paragraph where the lines were wrapped.

In: the lines of a page as a browser copies them. Out: blocks.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from operator import itemgetter
from typing import Final

from coprod.readers.pages.blocks import NO_BREAK, SPACES, Block, Repair
from coprod.readers.pages.tree import Piece
from coprod.text.labels import category_of
from coprod.text.sentences import sentences

_WIDEST: Final = 120
"""Characters: a page with longer lines was not wrapped."""

_NARROWEST: Final = 50
"""Characters: below that, short lines are lines of their own."""

_QUOTE: Final = re.compile(r"\s{0,3}>{1,3}(?: |$)")
_FEWEST_QUOTED: Final = 3
_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*+"
_NAME: Final = rf"(?:{_CAPITAL} ){{1,3}}+{_CAPITAL}"
_ROW_OF_NAMES: Final = re.compile(rf"{_NAME}(?:, {_NAME})++")
_TORN_ROW: Final = re.compile(rf"{_NAME}(?:, {_NAME})++,(?: {_CAPITAL})?")
"""Names of which the last goes on in the next line, or stands there."""

_OF_PLACES: Final = re.compile(rf"(?:,|\b(?:and|between|for|from|in|of|or|to))\s{_CAPITAL}\s*\Z")
"""How a line ends that names places in a row."""

_IN_A_ROW: Final = re.compile(
    r"(?:[,;:&(]|\b(?:and|as|at|between|by|et|for|from|in|including|like|near|of|or|the|to|und|with))\s*+\Z",
    re.IGNORECASE,
)
"""How a line ends whose names, or whose words about names, go on in the next."""

_ENDS: Final = (".", "?", "!")
_CLOSING: Final = "\"”’')]"
"""How a sentence ends, and what may stand behind its end."""

_FEWEST_FULL: Final = 3
_LONGEST_LABEL: Final = 30
"""Characters of a line that may be a heading, of which many know the words: it is no rest of the line above."""


def are_quoted(lines: Sequence[str]) -> bool:
    """Whether all lines begin with `>`, as those of a mail that was answered; but for one that may stand above them.

    Examples:
        >>> are_quoted(["> Trust", ">", "> Users co-produce."]), are_quoted(["> Trust", "Care", "> Users"])
        (True, False)
    """
    inked = [line for line in lines if line.strip()]
    quoted = inked if len(inked) == _FEWEST_QUOTED else inked[1:]
    return len(quoted) >= _FEWEST_QUOTED and all(_QUOTE.match(line) for line in quoted)


def texts_of(lines: Sequence[str]) -> list[str]:
    """The texts of the blocks of a text; for sniffing.

    Examples:
        >>> texts_of(["> Trust", ">", "> Users  co-produce."])
        ['Trust', 'Users co-produce.']
    """
    quoted = are_quoted(lines)
    if quoted or _wrapped_at(lines) is not None:
        return [block.text for block in blocks_of(lines, quoted=quoted)]
    return [text for line in lines if (text := " ".join(line.split()))]


def _unquoted(line: str) -> str:
    """The line with spaces in the place of the marks, so that columns stay."""
    found = _QUOTE.match(line)
    return line if found is None else " " * found.end() + line[found.end() :]


def blocks_of(
    lines: Sequence[str], repair: Repair | None = None, *, quoted: bool = False, first_line: int = 1
) -> list[Block]:
    """The blocks of a text; what a line break at a fixed width tore apart is one block.

    Examples:
        >>> [block.text for block in blocks_of(["Trust", "", "  Users  co-produce.", "Officials too."])]
        ['Trust', 'Users co-produce.', 'Officials too.']
    """
    if quoted:
        lines = [_unquoted(line) for line in lines]
    width = _wrapped_at(lines)
    blocks: list[Block] = []
    pieces: list[Piece] = []
    gap = False
    for number, (line, below) in enumerate(zip_longest(lines, lines[1:], fillvalue=""), first_line):
        blank = not line.strip(SPACES + NO_BREAK)
        if pieces and (blank or not _goes_on(pieces[-1].text, line, below, width)):
            blocks.append(Block(pieces, repair, gap=gap))
            pieces, gap = [], False
        if blank:
            gap = True
            continue
        if pieces:
            last = pieces[-1]
            pieces[-1] = Piece(last.text + "\n", last.line, last.column)
        pieces.append(Piece(line, number, 0))
    if pieces:
        blocks.append(Block(pieces, repair, gap=gap))
    return blocks


def _wrapped_at(lines: Sequence[str]) -> int | None:
    """The width that the lines were wrapped at; None if they were not."""
    longest = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return None
    joints = [
        (line, after)
        for line, after in pairwise(lines)
        # The line on a publication ends with an address; several of one journal are as long as each other.
        if len(line.rstrip()) >= _NARROWEST and after.strip() and "://" not in line.split()[-1]
    ]
    full = [after for line, after in joints if _is_full(line, after, longest)]
    # Items of a list that are as long as each other begin with a capital; of the lines of a text few do.
    anew = sum(after.lstrip()[0].isupper() for after in full)
    return longest if len(full) >= _FEWEST_FULL and len(full) * 2 > len(joints) and anew * 4 < len(full) * 3 else None


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line had no room any more."""
    return len(line.rstrip()) >= _NARROWEST and len(line.rstrip()) + 1 + len(after.split(None, 1)[0]) > width


def _goes_on(line: str, after: str, below: str, width: int | None) -> bool:
    if width is None or not after.strip() or not _is_full(line.rstrip("\n"), after, width):
        return False
    text = after.strip()
    if len(after) <= _LONGEST_LABEL and _stands_alone(line.rstrip(), text, below.strip(), width):
        return False
    if text[0].islower() or text[-1] == ".":
        return True
    if len(after) <= _LONGEST_LABEL and category_of(text) is not None:
        return False
    return not _are_names(line, text, below) or _IN_A_ROW.search(line) is not None


_FEW_WORDS: Final = re.compile(r"[^\W\d_]+(?:[ /&-]{1,3}[^\W\d_]+){0,2}")
"""One to three words without a sign that ends or marks something: a label, or a name."""


def _stands_alone(line: str, text: str, below: str, width: int) -> bool:
    """Whether a text is no part of a paragraph: a sentence has ended, and it has no end and room for the next word."""
    if _FEW_WORDS.fullmatch(text) is None or below[:1].islower() or (text[0].islower() and category_of(text) is None):
        return False
    has_room = not below or len(text) + 1 + len(below.split(None, 1)[0]) <= width
    if not has_room or line.rstrip(_CLOSING)[-1:] not in _ENDS:
        return False
    return len(line) in map(itemgetter(1), sentences(f"{line} {text[0].upper()}{text[1:]}"))


def _are_names(line: str, text: str, below: str) -> bool:
    """Whether a text is a row of names, also if the last of them goes on in the line below."""
    if _ROW_OF_NAMES.fullmatch(text) is not None:
        return True
    if _TORN_ROW.fullmatch(text) is None or below.lstrip()[:1].islower():
        return False
    return text[-1] == "," or _OF_PLACES.search(line) is None
