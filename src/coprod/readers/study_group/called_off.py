"""Meetings that were cancelled or postponed: they were not held, whatever else the sentence says.

In: a sentence, its dates, and its pairs of date and place. Out: which of them are called off, and the dates without
those that a meeting was moved to. Nothing raises.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from coprod.readers.study_group.cues import has_any
from coprod.readers.study_group.dates import Dated
from coprod.readers.study_group.places import Place
from coprod.text._words import word_set

_CALLED_OFF = re.compile(
    r"(?<!not )(?<!not been )\b(?:cancell?ed|postponed|called off|suspended|rescheduled|deferred|cancellation"
    r"|postponement|(?:did|does|do|will|could|can|would) not (?:take place|go ahead|be held)|not (?:be )?held)\b"
    r"(?P<to>\s(?:to|until|till)\b)?",
    re.IGNORECASE,
)


_FIRST_WORDS: Final = word_set(
    "canceled cancelled postponed called suspended rescheduled deferred cancellation postponement",
    "did does do will could can would not",
)


@lru_cache(maxsize=4)
def _found_in(text: str) -> tuple[re.Match[str], ...]:
    """The words that call something off; a sentence is asked for them several times in a row."""
    return tuple(_CALLED_OFF.finditer(text)) if has_any(text, _FIRST_WORDS) else ()


def without_new_dates(text: str, dates: list[Dated]) -> list[Dated]:
    """The dates without those that a meeting was moved to, if the one that it had is said: `postponed to 2021`."""
    moved = [match.end() for match in _found_in(text) if match["to"] is not None]
    moved = [place for place in moved if text.startswith(" ", place)]
    if not moved:
        return dates
    ends = [text.find(" ", place + 1) for place in moved]
    kept = [dated for dated in dates if not _is_behind(dated, moved, ends)]
    return kept or dates


def _is_behind(dated: Dated, moved: list[int], ends: list[int]) -> bool:
    """Whether no other space stands between one of the places and the date."""
    last = bisect_left(moved, dated.start) - 1
    return last >= 0 and not moved[last] < ends[last] < dated.start


def is_called_off(text: str) -> bool:
    """Whether a sentence says of a meeting that it was cancelled or postponed.

    Examples:
        >>> is_called_off("It had to be cancelled."), is_called_off("It was not cancelled.")
        (True, False)
    """
    return bool(_found_in(text))


def called_off(text: str, pairs: list[tuple[Dated, Place | None]]) -> list[bool]:
    """For each meeting whether the sentence calls it off: it names the meeting before the word, or the only one."""
    off = [False] * len(pairs)
    found = _found_in(text)
    if not found:
        return off
    starts = [min(dated.start, place.start if place is not None else dated.start) for dated, place in pairs]
    all_before = 0
    for match in found:
        last = max(0, bisect_left(starts, match.start()) - 1)
        off[last] = True
        if text.endswith(("were ", "were both ", "were all ", "have been "), 0, match.start()):
            all_before = last
    off[:all_before] = [True] * all_before
    return off
