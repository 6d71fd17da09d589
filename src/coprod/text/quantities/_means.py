"""Means that a sentence says once for several numbers: `mean trust was 3.2 in towns and 3.9 in villages`.

In: the drafts of a sentence. Out: the drafts, where the second number is a mean as the first one is.
"""

import re

from coprod.text.quantities._drafts import Draft

_PARALLEL = re.compile(
    r"[^.;:]{0,80}?(?:\b(?:and|to|versus|vs\.?|than|or|but|against|with)"
    r"|,)(?:\s[^\W\d_][\w'’-]{0,20}){0,4}?\s(?:only |about )?\Z"
)
_DIFFERENCE = re.compile(
    r"(?: [a-z]{1,20})? (?:more|less|fewer|longer|shorter|earlier|later|higher|lower|older|younger)\b"
)
_NEAR = 90


def as_means(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts, where a number that stands beside a mean, in the same unit or without one, is a mean too."""
    kept: list[Draft] = []
    last: Draft | None = None
    for draft in drafts:
        named = draft
        if last is not None and _is_beside(text, last, draft):
            named = draft._replace(kind="mean", cue=last.cue)
        if named.kind == "mean":
            last = named if named.cue is not None else None
        elif draft.kind != "statistic" or draft.cue is not None:
            last = last if draft.kind in ("statistic", "count", "sample_size") else None
        kept.append(named)
    return kept


def _is_beside(text: str, mean: Draft, draft: Draft) -> bool:
    """Whether the number goes on where the mean began."""
    if draft.kind not in ("statistic", "duration", "count") or draft.cue is not None or draft.start - mean.end > _NEAR:
        return False
    if _DIFFERENCE.match(text, draft.end) is not None:
        return False
    if draft.kind in ("duration", "count") and (draft.unit is None or draft.unit != mean.unit):
        return mean.unit is None and text[mean.end : draft.start] == " to "
    if draft.unit is not None and mean.unit is not None and draft.unit != mean.unit:
        return False
    return text[draft.start].isdigit() and _PARALLEL.match(text[mean.end : draft.start]) is not None
