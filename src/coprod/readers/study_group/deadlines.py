"""Deadlines and what else tells authors what to do: no topic of a group, and no background of its field.

In: a paragraph. Out: whether it begins with such a sentence. Of rows, which of them do. Nothing raises.
"""

import re
from collections.abc import Sequence
from typing import Final

from coprod.readers.study_group.cues import has_any
from coprod.readers.study_group.dates import dates_in
from coprod.readers.study_group.lists import Row, goes_on
from coprod.text._words import word_set
from coprod.text.sentences import sentences

_CUES: Final = word_set(
    "accepted deadline deadlines due notification please received register registration send sent submission",
    "submissions submit submitted uploaded",
)
_HANDED_IN: Final = word_set(
    "abstract abstracts application applications contribution contributions manuscript manuscripts paper papers",
    "proposal proposals registration registrations submission submissions",
)
_ASKED = re.compile(r"\bplease (?:submit|send|register|upload)\b", re.IGNORECASE)
_ORDER = re.compile(
    r"\b(?:must|should|shall|can|may|are to|have to|need to) be (?:submitted|sent|received|uploaded)\b", re.IGNORECASE
)
_BEGINS = re.compile(
    r"\A(?:the )?(?:(?:submission |registration |abstract )?deadlines?"
    r"(?= ?(?:[:(–-]|is\b|for (?:the )?(?:submi|abstr|papers|proposals|regist|appli)))"
    r"|notification of (?:acceptance|authors)\b)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:deadlines?|due|(?:submit\w*|submissions?|sent|send|received|accepted|registration|register)\b[^.;]{0,100}?"
    r"\b(?:by|until|till|before|(?:no|not) later than))\b",
    re.IGNORECASE,
)


def parted(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows without those that tell authors what to do, and those; what goes on with a numbered list is none.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> from coprod.readers.study_group.lists import rows_of
        >>> texts = ("1. Trust", "2. Submission of claims until 1 May 2019", "Deadline: 5 May 2020")
        >>> [row.ordinal for row in parted(rows_of([Block([Piece(text, 1, 0)]) for text in texts]))[0]]
        ['1', '2']
    """
    kept: list[Row] = []
    left: list[Row] = []
    last: str | None = None
    for row in rows:
        is_next = last is not None and row.ordinal is not None and goes_on(last, row.ordinal)
        if not is_next and is_for_authors(row.body.text):
            left.append(row)
            continue
        kept.append(row)
        last = row.ordinal or last
    return kept, left


def is_for_authors(paragraph: str) -> bool:
    """Whether a paragraph begins with a deadline, or with what authors are to do.

    Examples:
        >>> is_for_authors("Abstracts (one page) should be submitted."), is_for_authors("Deadline: 5 May 2020")
        (True, True)
        >>> is_for_authors("The deadline of the law was 5 May 2020."), is_for_authors("Papers may deal with trust.")
        (False, False)
    """
    if not has_any(paragraph, _CUES):
        return False
    first = paragraph[slice(*sentences(paragraph)[0])]
    if _ASKED.search(first) is not None:
        return True
    dates = dates_in(first)
    if dates and _BEGINS.match(first) is not None:
        return True
    if not has_any(first, _HANDED_IN):
        return False
    limit = _LIMIT.search(first) if dates and not dates[-1].bare else None
    return _ORDER.search(first) is not None or (limit is not None and limit.end() < dates[-1].end)
