"""The part and the whole of a share: `Tenants make up 46% of the city`, `trust was highest in Norway (78%)`.

In: a text, the draft of a share, the draft before it with what is said of it. Out: the span of what is measured, or
None where no fixed form of words says it.
"""

import re
from typing import NamedTuple

from coprod.text.quantities._drafts import Draft
from coprod.text.quantities._phrases import JOINS, is_verb, next_word, phrase_before, subject_before

Span = tuple[int, int]


class Said(NamedTuple):
    """What the sentence says of a quantity."""

    measures: Span | None = None
    of: Span | None = None


Before = tuple[Draft, Said] | None
"""The quantity before in the sentence, and what is said of it."""

_COMPOSED = re.compile(
    r"(?:\A|,?\s(?:who|which|that)|(?<!,))\s(?:(?:together|also|now|still|only|would|could)\s)?"
    r"(?:ma(?:kes?|de) up|account(?:s|ed)? for|constitute[sd]?|represent(?:s|ed)?)\s\Z"
)
"""Verbs between a part and how large a share of the whole it is; no comma parts the two without `who` or `which`."""

_CLAUSE_STARTS = re.compile(
    r"(?:\A|[:;,.]\s|\b(?:that|while|whereas|where|but|because|although)\s)"
    r"(?:(?:the|a|an|our|their|its|all|these|those)\s)?\Z",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|or)\s(?:the\s)?\Z")
_AND_OF = re.compile(r" of(?:\s[\w'’-]++){1,5} (?:and|but|or)(?: only| even)? ")
_VERB = 40
_JOIN = 16
_COMPARED = re.compile(
    r"(?:\b(?:compared (?:to|with)|in comparison (?:to|with)|than(?: in| for| among| on| at| with| that of)?|versus"
    r"|vs?\.?|against|relative to)\s+(?:the |a |an )?)\Z",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:(?:high|low|great|large|small|strong|weak|short|long|poor)(?:er|est)|best|worst|better|worse"
    r"|(?:most|least|more|less) [^\W\d_]{3,20})\s(?:in|among|amongst|for|at|on|with|under)\s(?:the\s|a\s|an\s)?\Z",
    re.IGNORECASE,
)
"""What stands between what is measured and the place or the group whose share follows in brackets."""

_NEXT_ONE = re.compile(
    r"[)\]],?\s?(?:(?:and|or|but|then|followed by|and then)\s)?(?:(?:in|among|amongst|for|at|on|with|under|by)\s)?"
    r"(?:the\s)?"
)
_RANK = 50


def part_of(text: str, draft: Draft, start: int, end: int, before: Before) -> Span | None:
    """The part that is so large a share: `Tenants` in `Tenants, who make up 46% of the city and 20% of the county`."""
    has_part = before is not None and before[1].of is not None and before[1].of != before[1].measures
    if before is not None and has_part and _AND_OF.fullmatch(text, before[0].end, draft.start) is not None:
        is_composed = _COMPOSED.search(text, max(start, before[0].start - _VERB), before[0].start) is not None
        return before[1].measures if is_composed and not _is_verb_behind(text, draft.end, end) else None
    verb = _COMPOSED.search(text, max(start, draft.start - _VERB), draft.start)
    return None if verb is None else _subject(text, verb.start(), start, start if before is None else before[0].end)


def _is_verb_behind(text: str, at: int, end: int) -> bool:
    """Whether a share has a verb of its own: `and 69% of fires occurred`."""
    of = next_word(text, at, end)
    noun = None if of is None else next_word(text, of[1], end)
    verb = None if noun is None else next_word(text, noun[1], end)
    return verb is not None and is_verb(text[slice(*verb)])


def _subject(text: str, at: int, start: int, free: int) -> Span | None:
    """The whole noun phrase from the start of a clause to its verb, joined over `and` or a preposition at most once."""
    phrase = phrase_before(text, at, free)
    if phrase is None or _starts(text, phrase[0], start):
        return phrase
    begin = max(free, phrase[0] - _JOIN)
    link = _AND.search(text, begin, phrase[0]) or JOINS.search(text, begin, phrase[0])
    head = None if link is None else phrase_before(text, link.start(), free)
    return (head[0], phrase[1]) if head is not None and _starts(text, head[0], start) else None


def _starts(text: str, at: int, start: int) -> bool:
    """Whether a clause begins there."""
    window = text[start:at] if at - start < _JOIN else f"\x00{text[at - _JOIN : at]}"
    return _CLAUSE_STARTS.search(window) is not None


def measured_of_group(text: str, at: int, start: int, before: Before, links: frozenset[str]) -> Span | None:
    """What is measured of a place or a group that begins there: `trust` in `trust was highest in Norway (78%)`."""
    free = start if before is None else before[0].end
    last = None if before is None else before[1].measures
    if last is not None and _COMPARED.search(text[max(start, at - 30) : at]) is not None:
        return last
    ranked = _RANKED.search(text, max(free, at - _RANK), at)
    if ranked is not None:
        subject = subject_before(text, ranked.start(), free, links=links)
        return last if subject is None and before is not None and before[1].of is not None else subject
    is_next = before is not None and before[1].of is not None and before[0].kind == "percentage"
    return last if is_next and _NEXT_ONE.fullmatch(text, free, at) is not None else None
