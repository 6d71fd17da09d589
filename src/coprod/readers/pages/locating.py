"""Where a part of a value stands that no passage was noted for: the family name of a name, the unit of a number.

In: the trace of a record, a path and the value at it. Out: passages. A part leads to itself within the place of the
value that it is part of, or beside that, else to the place of that value; None where the record as a whole says it.
"""

import re
from collections.abc import Iterator
from typing import Final

from coprod.readers.pages.blocks import Cut, Passage
from coprod.readers.pages.draft import Trace

_WHOLES: Final = ("literal", "text")
"""Parts that say a value as it is printed."""

_BEFORE: Final = frozenset(("label",))
_BEHIND: Final = frozenset(("unit",))
"""Parts that may stand beside a number, rather before it or rather behind it."""

_NEAR: Final = 40
"""Letters that may stand between them."""

_ELSEWHERE: Final = re.compile(r"[0-9;!?]|\.(?=\s)|\n")
"""What stands between a number and words that belong to something else."""


def passages_of(trace: Trace, path: str, value: object) -> list[Passage] | None:
    """Where the value at a path came from; None: from the record as a whole.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> trace = Trace()
        >>> trace["people[0].literal"] = Block([Piece("Ana Costa, Bell University", 7, 0)]).passage().part(0, 9)
        >>> passages_of(trace, "people[0].family", "Costa")
        [<Passage 'Costa'>]
    """
    parent = path
    found = _noted(trace, path)
    while found is None and (cut := max(parent.rfind("."), parent.rfind("["))) > 0:
        parent = parent[:cut]
        found = _part(trace, parent, path, str(value))
    return found


def _noted(trace: Trace, path: str) -> list[Passage] | None:
    """The passage of a path, or those of all paths below it."""
    if path in trace:
        return [trace[path]]
    below = [passage for key, passage in trace.items() if key.startswith((f"{path}.", f"{path}["))]
    return below or None


def _part(trace: Trace, parent: str, path: str, text: str) -> list[Passage] | None:
    """The same for a part of the value at another path."""
    keys = (parent, *(f"{parent}.{whole}" for whole in _WHOLES))
    whole = next((trace[key] for key in keys if key in trace), None)
    if whole is None:
        return _noted(trace, parent)
    return [word_in(whole, text) or _beside(whole, path[len(parent) :], text) or whole]


def word_in(passage: Passage, text: str) -> Passage | None:
    """The first place of a text where it is no part of a longer word or number; if there is none, the first place.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> name = Block([Piece("Lihua Li", 1, 0)]).passage()
        >>> word_in(name, "Li").start
        6
    """
    place = next(_words(passage.text, text), None)
    return passage.part(place, place + len(text)) if place is not None else passage.find(text)


def _words(text: str, wanted: str) -> Iterator[int]:
    """Where a text stands in a longer one, and is no part of a longer word or number."""
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        before, behind = text[max(start - 2, 0) : start], text[end : end + 2]
        if not _goes_on(before[::-1]) and not _goes_on(behind):
            yield start
        start = text.find(wanted, start + 1)


def _goes_on(signs: str) -> bool:
    """Whether a word or a number goes on with two signs, nearest first: a letter, a digit, or a sign and a digit."""
    return signs[:1].isalnum() or (signs[:1] in (".", ",") and signs[1:].isdigit())


def _beside(whole: Passage, part: str, text: str) -> Passage | None:
    """The words of a unit or a label near a number, in the same block; the nearest ones."""
    name = part.strip(".").partition("[")[0]
    if name not in _BEFORE | _BEHIND or not whole.cuts:
        return None
    before, behind = _near_before(whole.cuts[0], text), _near_behind(whole.cuts[-1], text)
    return (behind or before) if name in _BEHIND else (before or behind)


def _near_behind(cut: Cut, text: str) -> Passage | None:
    shown = cut.block.text[cut.end : cut.end + _NEAR + len(text)]
    place = next(_words(shown, text), None)
    if place is None or _ELSEWHERE.search(shown, 0, place) is not None:
        return None
    return Cut(cut.block, cut.end + place, cut.end + place + len(text))


def _near_before(cut: Cut, text: str) -> Passage | None:
    first = max(cut.start - _NEAR - len(text), 0)
    shown = cut.block.text[first : cut.start]
    place = max(_words(shown, text), default=None)
    if place is None or _ELSEWHERE.search(shown, place + len(text)) is not None:
        return None
    return Cut(cut.block, first + place, first + place + len(text))
