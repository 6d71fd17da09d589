"""The outline of a page: its rows, under the headings that they stand below.

In: rows. Out: parts, each with its heading and its rows. A heading is a line whose words say so, a line of a period
with its years, or what HTML calls a heading; text behind the colon of a heading belongs to its part.
"""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from coprod.readers.pages.blocks import Block, Passage
from coprod.readers.study_group.headings import LONGEST, Heading, heading_in
from coprod.readers.study_group.lists import Row

_LABELLED = re.compile(r"(?P<label>[^:.?!]{2,80}):\s+(?=\S)")
_LOOKS_LIKE_TITLE: Final = re.compile(r"[^\W\d_a-z].*[^.?!:;,]\Z|[^\W\d_a-z]\Z", re.DOTALL)


@attrs.define
class Part:
    """A heading, and what stands below it.

    Attributes:
        kind: What it heads; `"start"` for what comes before the first heading.
        label: The heading as printed, without the colon; None for the start.
        heading: What the heading says.
        rows: The rows below it.
        level: Level of an HTML heading; 0 in plain text.
    """

    kind: str
    label: Passage | None
    heading: Heading
    rows: list[Row] = attrs.field(factory=list)
    level: int = 0


def parts_of(rows: Sequence[Row], furniture: list[Block]) -> list[Part]:
    """The parts of a page; the blocks of the headings are added to `furniture`."""
    parts = [Part("start", None, Heading("start"))]
    for index, row in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else None
        found = _heading(row, after, parts[-1])
        if found is None:
            parts[-1].rows.append(row)
            continue
        heading, label, rest = found
        furniture.append(row.block)
        parts.append(Part(heading.kind, label, heading, level=row.block.level))
        if rest is not None:
            parts[-1].rows.append(Row(row.block, None, None, False, rest))
    return parts


def _heading(row: Row, after: Row | None, part: Part) -> tuple[Heading, Passage, Passage | None] | None:
    """What a row heads, its label, and what stands behind the label."""
    text = row.body.text
    whole = len(text.split()) <= LONGEST
    if row.is_item and not row.block.level and not text.endswith(":"):
        return None
    heading = heading_in(text) if whole else None
    if heading is not None and (heading.kind != "period" or _stands_alone(row, after)):
        label = row.body.part(0, len(text.rstrip(": ")))
        return heading, label, None
    labelled = _LABELLED.match(text)
    if labelled is not None and not row.is_item:
        said = heading_in(labelled["label"])
        if said is not None:
            return said, row.body.part(*labelled.span("label")), row.body.part(labelled.end(), len(text))
    if row.block.level and part.kind != "topics" and not row.is_item:
        return Heading("other"), row.body, None
    if whole and _is_unknown_heading(row, after, part):
        return Heading("other"), row.body.part(0, len(text.rstrip(": "))), None
    return None


def _stands_alone(row: Row, after: Row | None) -> bool:
    return row.body.text.endswith(":") or row.block.level > 0 or after is None or after.block.gap


def _is_unknown_heading(row: Row, after: Row | None, part: Part) -> bool:
    """Whether a short line that no list knows heads what follows: it stands alone, and prose follows."""
    if part.kind not in ("background", "aim", "plans", "outcomes", "period", "start") or row.marker is not None:
        return False
    text = row.body.text
    if after is None or not after.block.gap or not row.block.gap or not _LOOKS_LIKE_TITLE.match(text):
        return False
    return len(text.split()) <= 8 and not row.is_item and after.body.text[-1:] in ".?!" and len(after.body.text) > 2 * len(text)
