"""The outline of a page: its rows, under the headings that they stand below.

In: rows. Out: parts, each with its heading and its rows. A heading is a line whose words say so, a line of a period
with its years, or what HTML calls a heading; text behind the colon of a heading belongs to its part.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

import attrs

from coprod.readers.pages.blocks import Block, Passage
from coprod.readers.study_group.dates import dates_in
from coprod.readers.study_group.headings import (
    LONGEST,
    Heading,
    heading_in,
    heading_of_one,
    heading_of_own,
    list_kind,
    time_in,
)
from coprod.readers.study_group.lists import Row
from coprod.readers.study_group.words import ORDINALS

_LABELLED = re.compile(r"(?P<label>[^:.?!]{2,80}):\s+(?=\S)")
_LOOKS_LIKE_TITLE: Final = re.compile(r"[^\W\d_a-z].*[^.?!:;,]\Z|[^\W\d_a-z]\Z", re.DOTALL)


_YEARS: Final = re.compile(r"[0-9()–—-]+")
_BARE_NUMBER: Final = re.compile(r"([0-9]{1,2}) (?=[A-Z])")
_BROKEN: Final = frozenset(("background", "aim", "plans", "outcomes", "period", "start", "other"))
"""Parts that end at a heading that no rule knows; in lists of people, topics or meetings it is an item."""

UNKNOWN: Final = Heading("other", status="unknown")
"""What a heading says that no rule knows; its line is told as not read."""

_ENDS_NO_HEADING: Final = ".?!;,"
"""Signs of which none stands at the end of a heading."""

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>]{3,500}", re.IGNORECASE)
_ONE_LINE: Final = frozenset(("meetings", "people", "founded", "members", "other", "url"))
"""Parts that end with the line, if text stands on the line of their heading."""


@attrs.define
class Part:
    """A heading, and what stands below it.

    Attributes:
        kind: What it heads; `"start"` for what comes before the first heading.
        label: The heading as printed, without the colon; None for the start.
        heading: What the heading says.
        rows: The rows below it.
        level: Level of an HTML heading; 0 in plain text.
        block: The line of the heading, if nothing else stands on it.
    """

    kind: str
    label: Passage | None
    heading: Heading
    rows: list[Row] = attrs.field(factory=list)
    level: int = 0
    block: Block | None = None


def parts_of(rows: Sequence[Row], furniture: list[Block], first: Block | None = None) -> list[Part]:
    """The parts of a page; the blocks of the headings are added to `furniture`.

    Args:
        rows: The rows, in order.
        furniture: Gets the blocks of the headings.
        first: The first block behind the title: what stands before it heads nothing.
    """
    rows = _with_numbered_headings(rows)
    begin = next((index for index, row in enumerate(rows) if row.block is first), 0)
    parts = [Part("before", None, Heading("before"), rows[:begin]), Part("start", None, Heading("start"))]
    furniture.extend(row.block for row in rows[:begin] if heading_in(row.body.text) is not None)
    for index, row in enumerate(rows[begin:], begin):
        after = rows[index + 1] if index + 1 < len(rows) else None
        found = _heading(row, after, parts[-1])
        if found is None:
            parts[-1].rows.append(row)
            if parts[-1].kind == "url":
                parts.append(Part("start", None, Heading("start")))
            continue
        heading, label, rest = found
        above = parts[-1]
        is_of_one = rest is None and heading_of_one(row.body.text) is not None
        if is_of_one:
            parts.append(Part("other", None, Heading("other"), [row]))
        parts.append(Part(heading.kind, label, heading, level=row.block.level))
        if rest is None:
            parts[-1].block = None if is_of_one else row.block
            continue
        if heading.kind == "people" and _is_number_of_members(label, rest):
            parts[-1].kind = "members"
        parts[-1].rows.append(Row(row.block, None, None, False, rest))
        if heading.kind in _ONE_LINE:
            parts.append(_behind_one_line(above, heading, after))
    for part, behind in zip(parts, [*parts[1:], parts[0]], strict=True):
        if part.block is not None and part.heading is not UNKNOWN and (part.rows or _holds(part, behind)):
            furniture.append(part.block)
    return parts


def _is_number_of_members(label: Passage, rest: Passage) -> bool:
    return "member" in label.text.lower() and rest.text.strip(" .").replace(",", "").isdecimal()


def _behind_one_line(above: Part, heading: Heading, after: Row | None) -> Part:
    """The part behind the text on the line of a heading: the list goes on that has that line, `Chair: A. Bell`."""
    if after is None or above.label is None or above.kind != heading.kind:
        return Part("start", None, Heading("start"))
    if after.block.gap and len(after.body.text.split()) > LONGEST:
        return Part("start", None, Heading("start"))
    return Part(above.kind, above.label, above.heading, level=above.level)


def _holds(part: Part, after: Part) -> bool:
    """Whether a part without rows is the heading of the parts behind it; else its line may be more than a heading."""
    if part.rows:
        return False
    return after.kind in ("period", part.kind) or after.level > part.level > 0


def _with_numbered_headings(rows: Sequence[Row]) -> list[Row]:
    """The rows; where headings are numbered, without the numbers of these: `2. Objectives`."""
    numbered = [row.marker is not None and _is_numbered_heading(row) for row in rows]
    found = {
        index
        for index, (is_numbered, is_next) in enumerate(zip_longest(numbered, numbered[1:]))
        if is_numbered and not is_next
    }
    if len(found) < 2:
        return _with_bare_numbers(rows)
    return [
        row._replace(marker=None, ordinal=None, is_item=False) if index in found else row
        for index, row in enumerate(rows)
    ]


def _with_bare_numbers(rows: Sequence[Row]) -> list[Row]:
    """The rows; where headings are numbered in order, and nothing but a space stands behind, without these numbers."""
    numbered = [
        (index, found)
        for index, row in enumerate(rows)
        if (found := _BARE_NUMBER.match(row.body.text)) and heading_in(row.body.text[found.end() :]) is not None
    ]
    fixed = list(rows)
    if len(numbered) > 1 and [int(found[1]) for _index, found in numbered] == list(range(1, len(numbered) + 1)):
        for index, found in numbered:
            fixed[index] = rows[index]._replace(body=rows[index].body.part(found.end(), len(rows[index].body.text)))
    return fixed


def _is_numbered_heading(row: Row) -> bool:
    """Whether a row with a number has the words of a heading: `2. Objectives`, not `(i) a book`."""
    if row.marker is None or not row.body.text[:1].isupper():
        return False
    if not (row.marker.text.isdigit() or row.marker.text.isupper()):
        return False
    return heading_in(row.body.text) is not None


def _heading(row: Row, after: Row | None, part: Part) -> tuple[Heading, Passage, Passage | None] | None:
    """What a row heads, its label, and what stands behind the label."""
    text = row.body.text
    if row.is_item and not row.block.level and not text.endswith(":"):
        return None
    heading = None if text[-1:] in _ENDS_NO_HEADING else _heading_of_line(row, after, part)
    labelled = _LABELLED.match(text) if ":" in text else None
    is_period = heading is not None and heading.kind == "period"
    if heading is not None and heading.kind == "url" and not (after and _heads_address(after.body.text, row, part)):
        heading = None
    if heading is not None and (not is_period or (labelled is None and _heads_period(row, after))):
        label = row.body.part(0, len(text.rstrip(": ")))
        return heading, label, None
    if labelled is not None and not row.is_item:
        said = heading_in(labelled["label"])
        if said is not None and (said.kind != "url" or _heads_address(text[labelled.end() :], row, part)):
            begin = 0 if _is_numbered_meeting(said, labelled["label"]) else labelled.end()
            return said, row.body.part(*labelled.span("label")), row.body.part(begin, len(text))
    if (text.endswith(":") and list_kind(text, "")) or not _is_unknown(row, after, part):
        return None
    return UNKNOWN, row.body.part(0, len(text.rstrip(": "))), None


def _heading_of_line(row: Row, after: Row | None, part: Part) -> Heading | None:
    """What a whole row heads, by its words."""
    text = row.body.text
    whole = len(text.split()) <= LONGEST
    heading = (heading_in(text) if whole else None) or heading_of_one(text)
    if heading is not None or not whole:
        return heading
    heading = time_in(text)
    if heading is not None and (part.kind == "meetings" or _tells_of_meeting(after)):
        return heading
    return heading_of_own(text) if _may_have_own_words(row, after, part) else None


def _heads_address(below: str, row: Row, part: Part) -> bool:
    """Whether an address stands below a label, and is none of a person, a meeting or a publication above it."""
    if part.kind not in _BROKEN and not 0 < row.block.level <= part.level:
        return False
    return _ADDRESS.fullmatch(below) is not None


def _is_numbered_meeting(heading: Heading, label: str) -> bool:
    """Whether a label is a part of the text behind it, as it says which meeting that is: `Second meeting: Bern`."""
    return heading.kind == "meetings" and any(word in ORDINALS for word in label.lower().split())


def _may_have_own_words(row: Row, after: Row | None, part: Part) -> bool:
    """Whether a row may be a heading with words of its own: where such a one ends a part, and no prose follows."""
    if after is None or row.is_item or not (part.kind in _BROKEN or 0 < row.block.level <= part.level):
        return False
    return after.is_item or (row.block.gap and after.body.text[-1:] not in ".?!:")


def _tells_of_meeting(row: Row | None) -> bool:
    """Whether a line holds a date that is more than a year."""
    return row is not None and any(not dated.bare for dated in dates_in(row.body.text))


def _is_unknown(row: Row, after: Row | None, part: Part) -> bool:
    """Whether a row is a heading that no rule knows: HTML says so, or the lines around it."""
    if row.block.level and not row.is_item:
        return part.kind in _BROKEN or row.block.level <= part.level
    return _is_unknown_heading(row, after, part)


def _heads_period(row: Row, after: Row | None) -> bool:
    """Whether a line with years stands alone; a line that is a heading without them only needs a gap before it."""
    if row.body.text.endswith(":") or row.block.level or after is None or after.block.gap:
        return True
    return row.block.gap and heading_in(_YEARS.sub(" ", row.body.text)) is not None


def _is_unknown_heading(row: Row, after: Row | None, part: Part) -> bool:
    """Whether a short line that no list knows heads what follows: it stands alone, and prose follows."""
    if part.kind not in _BROKEN or row.marker is not None:
        return False
    text = row.body.text
    if after is None or not after.block.gap or not row.block.gap or not _LOOKS_LIKE_TITLE.match(text):
        return False
    if len(text.split()) > 8 or row.is_item:
        return False
    below = after.body.text
    labelled = _LABELLED.match(below)
    if labelled is not None and heading_in(labelled["label"]) is not None:
        return True
    return below[-1:] in ".?!" and len(below) > 2 * len(text)


def may_be_heading(row: Row, part: Part) -> bool:
    """Whether a row among meetings may head those below it: then they are not under the heading above."""
    if row.block.level > part.level > 0 or row.is_item:
        return False
    return row.block.gap and len(row.body.text.split()) <= 6 and row.body.text[-1:] not in ".?!;,"
