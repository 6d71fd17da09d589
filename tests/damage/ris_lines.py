"""Damage to the lines of RIS files: what hands, editors, mail programs and other programs do to them.

In: drafts. Out: `KINDS`; each function changes a draft in one way, and its docstring says who does that.
Groups: `records` (TY and ER), `lines`. How tags are written, and what stands between: `ris_forms`.
"""

import re
from typing import Final

from tests.damage.kinds import Kinds
from tests.damage.variants import Draft

KINDS: Final = Kinds()

_TAG = re.compile(r"[A-Z][A-Z0-9]  - ")
WIDTH: Final = 6
"""Characters of a tag and its separator."""


def is_tag(line: str) -> bool:
    """Whether a line is a tag as the valid files write it."""
    return _TAG.match(line) is not None


def places(draft: Draft, *tags: str) -> list[int]:
    """The lines of some tags; without any, those of all tags but TY and ER."""
    if tags:
        return [place for place, line in enumerate(draft.lines) if line[:2] in tags and is_tag(line)]
    return [place for place, line in enumerate(draft.lines) if is_tag(line) and line[:2] not in ("TY", "ER")]


def some_place(draft: Draft, *tags: str) -> int:
    """One of those lines; the first line where there is none."""
    found = places(draft, *tags)
    return draft.random.choice(found) if found else 0


def single(draft: Draft) -> list[int]:
    """Tags whose value stands on one line."""
    after = [*draft.lines[1:], "ER  - "]
    return [place for place in places(draft) if is_tag(after[place]) or not after[place]]


def long_place(draft: Draft) -> int:
    """A tag with a value of several words."""
    found = [place for place in places(draft) if draft.lines[place].count(" ") > 12]
    return draft.random.choice(found) if found else some_place(draft)


# TY and ER --------------------------------------------------------------------------------------------


@KINDS.of("records")
def er_missing(draft: Draft) -> None:
    """A hand deleted ER, or a program forgot it."""
    del draft.lines[some_place(draft, "ER")]


@KINDS.of("records")
def every_er_missing(draft: Draft) -> None:
    """A program never writes ER."""
    draft.lines = [line for line in draft.lines if line[:2] != "ER"]


@KINDS.of("records")
def er_glued_to_ty(draft: Draft) -> None:
    """Files were joined whose last line has no end."""
    place = some_place(draft, "ER")
    following = places(draft, "TY")
    place_of_type = next((one for one in following if one > place), None)
    if place_of_type is not None:
        draft.lines[place : place_of_type + 1] = [draft.lines[place] + draft.lines[place_of_type]]


@KINDS.of("records")
def er_doubled(draft: Draft) -> None:
    """Two programs each closed the record."""
    draft.lines.insert(some_place(draft, "ER"), "ER  - ")


@KINDS.of("records")
def er_with_text(draft: Draft) -> None:
    """A remark stands on the line of ER."""
    draft.lines[some_place(draft, "ER")] += f"end of record {draft.outside()}"


@KINDS.of("records")
def er_too_early(draft: Draft) -> None:
    """A program closed the record before its last tag."""
    place = some_place(draft, "ER")
    if place:
        draft.lines[place - 1 : place + 1] = [draft.lines[place], draft.lines[place - 1]]


@KINDS.of("records")
def er_without_hyphen(draft: Draft) -> None:
    """A program that trims lines, or a hand, left the two letters."""
    draft.lines[some_place(draft, "ER")] = "ER"


@KINDS.of("records")
def ty_missing(draft: Draft) -> None:
    """The first line of a record was lost."""
    del draft.lines[some_place(draft, "TY")]


@KINDS.of("records")
def ty_doubled(draft: Draft) -> None:
    """A converter wrote its own type before the one that it read."""
    draft.lines.insert(some_place(draft, "TY"), draft.random.choice(["TY  - JOUR", "TY  - GEN"]))


@KINDS.of("records")
def ty_not_first(draft: Draft) -> None:
    """Tags were sorted, or a program writes a number first."""
    place = some_place(draft, "TY")
    count = draft.random.randrange(1, 4)
    if place in places(draft, "TY") and all(map(is_tag, draft.lines[place + 1 : place + 1 + count])):
        draft.lines[place : place + 1 + count] = [*draft.lines[place + 1 : place + 1 + count], draft.lines[place]]


@KINDS.of("records")
def ty_without_value(draft: Draft) -> None:
    """A converter knew no type."""
    draft.lines[some_place(draft, "TY")] = "TY  - "


@KINDS.of("records")
def ty_in_words(draft: Draft) -> None:
    """A converter wrote the name of the type."""
    draft.lines[some_place(draft, "TY")] = "TY  - Journal Article"


@KINDS.of("records")
def er_and_ty_missing(draft: Draft) -> None:
    """Two records ran together: the lines between them are gone."""
    place = some_place(draft, "ER")
    following = next((one for one in places(draft, "TY") if one > place), place)
    del draft.lines[place : following + 1]


@KINDS.of("records")
def record_repeated(draft: Draft) -> None:
    """A page of results was exported twice."""
    start = some_place(draft, "TY")
    end = next((place for place in places(draft, "ER") if place > start), start)
    draft.lines[end + 1 : end + 1] = draft.lines[start : end + 1]


# Lines ------------------------------------------------------------------------------------------------


@KINDS.of("lines", destroys=True)
def line_cut(draft: Draft) -> None:
    """A program cut what was longer than its field."""
    place = some_place(draft)
    draft.lines[place] = draft.lines[place][: draft.random.randrange(len(draft.lines[place]))]


@KINDS.of("lines")
def line_joined(draft: Draft) -> None:
    """A line end was lost, and the next tag stands behind the value."""
    _join(draft, "")


@KINDS.of("lines")
def line_joined_with_a_space(draft: Draft) -> None:
    """A form of the web made line ends into spaces."""
    _join(draft, " ")


def _join(draft: Draft, glue: str) -> None:
    place = some_place(draft)
    draft.lines[place : place + 2] = [glue.join(draft.lines[place : place + 2])]


@KINDS.of("lines")
def line_repeated(draft: Draft) -> None:
    """A line was pasted twice."""
    place = some_place(draft)
    draft.lines.insert(place, draft.lines[place])


@KINDS.of("lines")
def line_moved(draft: Draft) -> None:
    """A tag with its value was moved to another place in its record."""
    movable = single(draft)
    if not movable:
        return
    place = draft.random.choice(movable)
    start = max((one for one in places(draft, "TY") if one < place), default=0)
    end = min((one for one in places(draft, "ER") if one > place), default=place)
    targets = [one for one in (*places(draft), end) if start < one <= end]
    target = draft.random.choice(targets)
    line = draft.lines.pop(place)
    draft.lines.insert(target - (target > place), line)


@KINDS.of("lines")
def line_wrapped(draft: Draft) -> None:
    """An editor broke a long line."""
    _wrap(draft, "")


@KINDS.of("lines")
def line_wrapped_and_indented(draft: Draft) -> None:
    """A program breaks long values and indents what follows."""
    _wrap(draft, draft.random.choice(["  ", "      ", "\t"]))


def _wrap(draft: Draft, indent: str) -> None:
    place = long_place(draft)
    value = draft.lines[place][WIDTH:].split(" ")
    cut = draft.random.randrange(1, len(value)) if len(value) > 1 else 1
    parts = [" ".join(value[:cut]), " ".join(value[cut:])]
    draft.lines[place : place + 1] = [draft.lines[place][:WIDTH] + parts[0], *(indent + part for part in parts[1:])]


@KINDS.of("lines")
def file_wrapped(draft: Draft) -> None:
    """A mail program broke all lines at 72 columns."""
    draft.lines = [part for line in draft.lines for part in _folded(line)]


def _folded(line: str) -> list[str]:
    parts: list[str] = []
    while len(line) > 72 and (cut := line.rfind(" ", WIDTH, 72)) > 0:
        parts.append(line[:cut])
        line = line[cut + 1 :]
    return [*parts, line]


@KINDS.of("lines")
def blank_line_between_tags(draft: Draft) -> None:
    """A hand parted the tags."""
    draft.lines.insert(some_place(draft), "")


@KINDS.of("lines")
def blank_line_inside_a_value(draft: Draft) -> None:
    """An abstract has paragraphs."""
    place = draft.random.choice(places(draft, "AB", "N2") or [0])
    _wrap_at(draft, place)


def _wrap_at(draft: Draft, place: int) -> None:
    head, gap, tail = draft.lines[place].rpartition(". ")
    if gap:
        draft.lines[place : place + 1] = [head + ".", "", tail]


@KINDS.of("lines")
def blank_line_behind_every_line(draft: Draft) -> None:
    """A word processor doubled the line ends."""
    draft.lines = [part for line in draft.lines for part in (line, "")]


@KINDS.of("lines")
def white_space_behind_lines(draft: Draft) -> None:
    """A terminal filled the lines."""
    draft.lines = [line + draft.random.choice(["", " ", "   ", "\t", "\u00a0"]) for line in draft.lines]


@KINDS.of("lines")
def tag_alone_on_its_line(draft: Draft) -> None:
    """A program writes the value below the tag."""
    place = some_place(draft)
    draft.lines[place : place + 1] = [draft.lines[place][:WIDTH], draft.lines[place][WIDTH:]]
