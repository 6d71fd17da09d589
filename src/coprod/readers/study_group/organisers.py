"""People of whom a sentence says that they organise, chair or lead.

In: a sentence. Out: the people that stand behind `organised by` or `the chairs are`, with that role. Nothing raises.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from coprod.readers.pages.blocks import Passage
from coprod.readers.study_group.people import SMALL, Person, people_in_line, singular
from coprod.readers.study_group.words import PARTICLES, ROLES

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
_JOINT_BY = re.compile(r" (?i:by):? [^\W\d_]")
_JOINT_ARE = re.compile(r" (?i:is|are):? [^\W\d_]")
"""What the two patterns end with, and found sooner than they are."""

_DONE: Final = {
    "organised": "organiser", "organized": "organizer", "coordinated": "coordinator", "co-ordinated": "co-ordinator",
    "chaired": "chair", "led": "leader", "convened": "convenor", "directed": "director", "headed": "head",
    "moderated": "moderator", "run": "organiser",
}  # fmt: skip
"""The role of who does it."""

_JOINING: Final = SMALL | {"and"}
_WORD: Final = re.compile(r"\S+")

_MOST_TIMES_READ: Final = 4
"""How often the text of a sentence may be read for names that stand behind several cues."""


def people_in_sentence(sentence: Passage) -> list[Person]:
    """The people of whom a sentence says that they organise, chair or lead."""
    people: list[Person] = []
    text = sentence.text
    cues = [
        cue
        for joint, pattern in ((_JOINT_BY, _BY), (_JOINT_ARE, _ARE))
        if joint.search(text) is not None
        for cue in pattern.finditer(text)
        if text[cue.end()].isupper()
    ]
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
    for word in _WORD.finditer(text, start, most):
        bare = word[0].strip("(),.;:")
        if depth == 0 and bare[:1].islower() and bare not in PARTICLES and bare not in _JOINING:
            return word.start()
        depth += word[0].count("(") - word[0].count(")")
    return most
