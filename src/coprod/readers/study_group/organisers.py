"""People of whom a sentence says that they organise, chair or lead.

In: a sentence. Out: the people that stand behind `organised by` or `the chairs are`, with that role. Nothing raises.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from coprod.readers.pages.blocks import Passage
from coprod.readers.study_group.cues import has_any
from coprod.readers.study_group.people import SMALL, Person, people_in_line, singular
from coprod.readers.study_group.words import PARTICLES, ROLES
from coprod.text._words import word_set

_BY = re.compile(
    r"\b(?P<role>(?:co-?)?(?:organi[sz]ed|coordinated|co-ordinated|chaired|led|convened|directed|headed|moderated|run)"
    r"(?:(?:,| and|, and) (?:co-?)?(?:organi[sz]ed|coordinated|co-ordinated|chaired|led|convened|directed"
    r"|headed)){0,3})"
    r"(?: (?:jointly|together))? by:? (?=[^\W\d_])",
    re.IGNORECASE,
)
_ARE = re.compile(
    rf"\b(?P<role>(?:co-|vice-)?(?:{'|'.join(sorted(filter(str.isalpha, ROLES), key=len, reverse=True))}))"
    r"(?: of (?:the|this|our) (?:[\w’'-]+ ){0,3}[\w’'-]+)? (?:is|are):? (?=[^\W\d_])",
    re.IGNORECASE,
)
_DONE: Final = {
    "organised": "organiser", "organized": "organizer", "coordinated": "coordinator", "co-ordinated": "co-ordinator",
    "chaired": "chair", "led": "leader", "convened": "convenor", "directed": "director", "headed": "head",
    "moderated": "moderator", "run": "organiser",
}  # fmt: skip
"""The role of who does it."""

_WORDS_OF_BY: Final = word_set(*_DONE, "ordinated")
_WORDS_OF_ARE: Final = frozenset(role.rpartition("-")[2] for role in ROLES)
CUES: Final = _WORDS_OF_BY | _WORDS_OF_ARE
"""Words of which one stands in every sentence that names such people."""

_BY_ALONE: Final = frozenset(("by",))
_IS: Final = frozenset(("is", "are"))

_JOINING: Final = SMALL | {"and"}
_WORD: Final = re.compile(r"\S+")
_SMALL_OR_BRACKET: Final = re.compile(r"(?<!\S)[(),.;:]*+(?P<first>[^A-Z0-9\s(),.;:])|[()]")
"""The begin of a word that may be in lower case, and what else may have brackets."""


_MOST_TIMES_READ: Final = 4
"""How often the text of a sentence may be read for names that stand behind several cues."""


def people_in_sentence(sentence: Passage) -> list[Person]:
    """The people of whom a sentence says that they organise, chair or lead."""
    people: list[Person] = []
    text = sentence.text
    if not has_any(text, CUES):
        return people
    cues = [
        cue
        for words, joints, pattern in ((_WORDS_OF_BY, _BY_ALONE, _BY), (_WORDS_OF_ARE, _IS, _ARE))
        if has_any(text, joints) and has_any(text, words)
        for cue in pattern.finditer(text)
        if text[cue.end()].isupper()
    ]
    if not cues:
        return people
    for cue, end in zip(cues, _ends_of_names(text, cues), strict=True):
        said = sentence.part(*cue.span("role"))
        word = said.text.lower()
        verb = word.split()[0].strip(",").removeprefix("co-")
        role = ("co-" * word.startswith("co-") + _DONE[verb]) if verb in _DONE else singular(said).text
        rest = sentence.part(cue.end(), end)
        people.extend(
            person._replace(role=person.role or role, role_from=person.role_from or said)
            for person in people_in_line(rest)
        )
    return people


def _ends_of_names(text: str, cues: Sequence[re.Match[str]]) -> Iterator[int]:
    """Where the names behind each cue end; once many lists lie one in the other, at the next cue."""
    room = _MOST_TIMES_READ * len(text)
    starts = sorted(cue.start() for cue in cues)
    for cue in cues:
        after = bisect_left(starts, cue.end())
        following = starts[after] if after < len(starts) else len(text)
        most = max(following, min(cue.end() + room, len(text)))
        end = _end_of_names(text, cue.end(), most)
        end = following if end == most < len(text) else end
        room -= end - cue.end()
        yield end


def _end_of_names(text: str, start: int, most: int) -> int:
    """Where the names end: at a word in lower case that is none of `and`, particles and words of affiliations."""
    depth = 0
    for found in _SMALL_OR_BRACKET.finditer(text, start, most):
        word = _WORD.match(text, found.start(), most) if depth == 0 and found["first"] is not None else None
        bare = word[0].strip("(),.;:") if word is not None else ""
        if bare[:1].islower() and bare not in PARTICLES and bare not in _JOINING:
            return found.start()
        depth += found[0].count("(") - found[0].count(")")
    return most
