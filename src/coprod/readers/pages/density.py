"""How much there is to read in the text of a source: its lines, the ends of its sentences and, twice, its numbers.

In: lines, as they are about to be read. Out: the first with which the source has more than its length allows.
Nothing raises.
"""

import re
from collections.abc import Sequence
from typing import Final

_MILLION: Final = 1_000_000
_NUMBER: Final = re.compile(r"[0-9]++(?:[.,·][0-9]++)*+")
_END: Final = re.compile(r"\n|[.!?;](?!\S)")
_NEITHER: Final = bytes(set(range(256)) - set(b"0123456789\n.!?;"))
_WORD: Final = re.compile(
    r"[^a-z](?:one|t(?:wo|hree|en|welve|wen|hir)|f(?:our|ive|if|or)|s(?:ix|even)|e(?:igh|lev)|nin)"
)
"""Where a number in words may begin, in small letters."""

_FEW_WORDS: Final = 100_000
"""Characters of a source in which they are not counted, as in most sources they are few."""

_TWICE: Final = 2
"""How much more a number asks for than a sentence."""

_THRICE: Final = 3
"""The same of a number in words."""


def _units(text: str) -> int:
    return 1 + len(_END.findall(text)) + _TWICE * len(_NUMBER.findall(text))


class Tally:
    """What was found in a source so far, held against what a source of its length may have.

    Args:
        allowed: For each million characters, and for a shorter source.
        size: Characters of the source.

    Examples:
        >>> tally = Tally(4, 80)
        >>> tally.first_beyond(["Trust rose by 12.5%."]), tally.first_beyond(["", "Care"])
        (None, 0)
        >>> Tally(3, 2_000_000).first_beyond(["Trust rose by 12%.", "Care", "6 of 9"])
        2
    """

    def __init__(self, allowed: int, size: int) -> None:
        self._room = max(allowed, allowed * size // _MILLION)
        self._uncounted: list[str] = []
        self._at_most = 0
        self._length = 0

    def first_beyond(self, lines: Sequence[str]) -> int | None:
        """Counts lines, with the breaks, the sentences and the numbers in them; gives the first that is not allowed.

        They are counted when as many as they can hold at most would not be allowed.
        """
        whole = "".join(lines)
        length, at_most = self._length + len(whole), self._at_most + _at_most(whole, len(lines))
        if length <= _FEW_WORDS and at_most <= self._room:
            self._length, self._at_most = length, at_most
            self._uncounted += lines
            return None
        return next((index for index, line in enumerate(lines) if not self._takes(line)), None)

    def _takes(self, line: str) -> bool:
        self._uncounted.append(line)
        self._at_most += _at_most(line, 1)
        self._length += len(line)
        if self._length > _FEW_WORDS:
            self._room -= _THRICE * len(_WORD.findall(line.lower()))
        if self._at_most > self._room:
            self._room -= sum(map(_units, self._uncounted))
            self._uncounted.clear()
            self._at_most = 0
        return self._room >= 0


def _at_most(text: str, lines: int) -> int:
    return lines + _TWICE * len(text.encode("utf-8", "surrogatepass").translate(None, _NEITHER))
