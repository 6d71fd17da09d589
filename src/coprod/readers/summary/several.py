"""Whether the sections of a text are those of several summaries, one behind the other.

In: sections in their order. Out: the first that begins anew where too many do. Nothing raises.
"""

from collections.abc import Sequence
from typing import Final

from coprod.readers.summary.outline import Segment

_OPENING: Final = frozenset(("BACKGROUND", "OBJECTIVE", "METHODS"))
"""Categories of sections before the findings."""

_FEW_TWICE: Final = 5
"""One heading in so many may begin anew: where more do, it is a row of abstracts."""


def first_of_another(segments: Sequence[Segment]) -> Segment | None:
    """The first section that begins anew behind findings, or else stands there again; None in one summary."""
    seen: set[str] = set()
    anew: list[Segment] = []
    again: list[Segment] = []
    is_behind = False
    for segment in segments:
        label = segment.label.text.casefold()
        opens = segment.heading.category in _OPENING
        if label in seen:
            again.append(segment)
            anew += [segment] if opens and is_behind else []
        is_behind = is_behind or not opens
        seen.add(label)
    if len(anew) * _FEW_TWICE > len(seen):
        return anew[0]
    return again[0] if 2 * len(again) > len(seen) else None
