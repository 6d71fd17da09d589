"""How much there is to read in the text of a source: its lines, the ends of its sentences, and its numbers.

In: texts, as they are about to be read. Out: whether the source has more of them than its length allows.
Nothing raises.
"""

import re
from typing import Final

_MILLION: Final = 1_000_000
_UNIT: Final = re.compile(r"[0-9]++|\n|[.!?;](?!\S)")
_NO_UNIT: Final = bytes(set(range(256)) - set(b"0123456789\n.!?;"))


class Tally:
    """What was found in a source so far, held against what a source of its length may have.

    Args:
        allowed: For each million characters, and for a shorter source.
        size: Characters of the source.

    Examples:
        >>> tally = Tally(3, 80)
        >>> tally.has_room_for("Trust rose by 12.5%."), tally.has_room_for("Care"), tally.has_room_for("Care")
        (False, False, False)
        >>> tally = Tally(3, 2_000_000)
        >>> tally.has_room_for("Trust rose by 12%."), tally.has_room_for("Care"), tally.has_room_for("6 of 9")
        (True, True, False)
    """

    def __init__(self, allowed: int, size: int) -> None:
        self._room = max(allowed, allowed * size // _MILLION)
        self._uncounted: list[str] = []
        self._at_most = 0

    def has_room_for(self, text: str) -> bool:
        """Whether a line more is allowed, with the breaks, the sentences and the numbers in it.

        Texts are counted when as many as they can hold at most would not be allowed.
        """
        self._uncounted.append(text)
        self._at_most += 1 + len(text.encode("utf-8", "surrogatepass").translate(None, _NO_UNIT))
        if self._at_most > self._room:
            self._room -= sum(1 + len(_UNIT.findall(one)) for one in self._uncounted)
            self._uncounted.clear()
            self._at_most = 0
        return self._room >= 0
