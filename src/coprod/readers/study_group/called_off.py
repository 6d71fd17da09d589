"""Meetings that were cancelled or postponed: they were not held, whatever else the sentence says.

In: a sentence, its dates, and its pairs of date and place. Out: which of them are called off, and the dates without
those that a meeting was moved to. Nothing raises.
"""

import re
from bisect import bisect_left

from coprod.readers.study_group.dates import Dated
from coprod.readers.study_group.places import Place

_CALLED_OFF = re.compile(
    r"(?<!not )(?<!not been )\b(?:cancell?ed|postponed|called off|suspended|rescheduled|deferred|cancellation"
    r"|postponement|(?:did|does|do|will|could|can|would) not (?:take place|go ahead|be held)|not (?:be )?held)\b"
    r"(?P<to>\s(?:to|until|till)\b)?",
    re.IGNORECASE,
)


def without_new_dates(text: str, dates: list[Dated]) -> list[Dated]:
    """The dates without those that a meeting was moved to, if the one that it had is said: `postponed to 2021`."""
    moved = {match.end() for match in _CALLED_OFF.finditer(text) if match["to"] is not None}
    if not moved:
        return dates
    kept = [dated for dated in dates if text.rfind(" ", 0, dated.start) not in moved]
    return kept or dates


def is_called_off(text: str) -> bool:
    """Whether a sentence says of a meeting that it was cancelled or postponed.

    Examples:
        >>> is_called_off("It had to be cancelled."), is_called_off("It was not cancelled.")
        (True, False)
    """
    return _CALLED_OFF.search(text) is not None


def called_off(text: str, pairs: list[tuple[Dated, Place | None]]) -> list[bool]:
    """For each meeting whether the sentence calls it off: it names the meeting before the word, or the only one."""
    starts = [min(dated.start, place.start if place is not None else dated.start) for dated, place in pairs]
    off = [False] * len(pairs)
    for match in _CALLED_OFF.finditer(text):
        last = max(0, bisect_left(starts, match.start()) - 1)
        plural = text[: match.start()].endswith(("were ", "were both ", "were all ", "have been "))
        for index in range(0 if plural else last, last + 1):
            off[index] = True
    return off
