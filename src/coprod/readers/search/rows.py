"""From the blocks of a page to its rows, and from the blocks of a row to its labelled parts.

In: blocks, from HTML or from plain text, and the layout. Out: the rows, each a list of blocks; then `Entry`s: a field,
and the passage that holds it. An element that a selector found says what it holds; of other blocks the line itself
says it, or the heading above it, or its place in the order of the layout. From here on nothing asks for HTML.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from coprod.readers.pages.blocks import Block, Mark, Passage
from coprod.readers.search.layout import EXTRA, ROW, SURE, Layout
from coprod.readers.search.lines import Lines, Told, without_icons
from coprod.readers.search.marks import JOINT, is_next_row
from coprod.readers.search.people import are_names, is_group

if TYPE_CHECKING:
    from bs4 import Tag

    from coprod.readers.pages.stream import Element

_LABEL: Final = re.compile(r"([^\W\d_][^:]{1,40}):\s*(?=\S)")

_OF_ROWS: Final = frozenset(("citation", "keywords"))
"""What a heading opens that no abstract has in it: the element around it should have ended."""

_MOST_WORDS_OF_KEYWORD: Final = 7
_LISTED: Final = re.compile(r"[,;•|·]")

_OF_NAMES: Final = frozenset(("author", "given", "family"))

_JOINTS: Final = frozenset((",", ";", "and", "&", ", and", ", &", "·", "|"))
"""What stands between two names."""

SENTENCE_ENDS: Final = (".", "…", "?", "!", ":", "”")
"""What a sentence ends in."""

_FEW_WORDS: Final = 8

_OF_CITATION: Final = frozenset(("volume", "issue", "pages", "article_number"))
"""Fields that nothing behind the line on the publication holds without a label."""

_PROSE: Final = 100
"""Characters: a line that is longer and ends as a sentence does is no title."""


class Entry(NamedTuple):
    """A part of a row, and the field that it holds."""

    field: str
    passage: Passage
    block: Block
    label: str | None = None
    """The label before the value, as printed."""
    marks: tuple[Mark, ...] = ()


class Sorted(NamedTuple):
    """The blocks of a page, by rows."""

    rows: list[list[Block]]
    outside: list[Block]


def by_elements(blocks: Sequence[Block]) -> Sorted:
    """Rows by the elements that the layout names."""
    rows: dict[int, list[Block]] = {}
    outside: list[Block] = []
    for block in blocks:
        row = row_of(block.marks)
        if row is None:
            outside.append(block)
        else:
            rows.setdefault(id(row), []).append(block)
    return Sorted(list(rows.values()), outside)


def row_of(marks: Sequence[Mark]) -> object | None:
    """The element of the row that these marks stand in; the outermost, but for a row of the same kind inside it."""
    row: Tag | Element | None = None
    for mark in reversed(marks):
        if (mark.name == ROW or ROW in mark.name.split(JOINT)) and (row is None or is_next_row(mark.tag, row)):
            row = mark.tag
    return row


class Parts:
    """Finds the parts of rows, as a layout says."""

    def __init__(self, layout: Layout, lines: Lines, *, is_torn: bool = False) -> None:
        self._lines = lines
        alone = is_torn and "authors" not in layout.order
        self._several = layout.several | {"title"} if alone else layout.several
        self._bare = [field for field in layout.order if field not in lines.fields]
        behind = layout.order[layout.order.index(layout.anchor) :] if layout.anchor is not None else ()
        self._behind = [field for field in self._bare if field in behind]
        self._selected = {rule.field for rule in layout.select if rule.attribute is None}
        self._named: set[int] = set()
        self._region: str | None = None
        self._unclosed: set[int] = set()
        self._is_cited = False

    def of(self, row: Sequence[Block]) -> Iterator[Entry]:
        """The parts of a row; of a block that is none of them, nothing."""
        found: list[Entry] = []
        waiting: list[Block] = []
        bare, self._is_cited = self._bare, False
        self._region = None
        self._named.clear()
        marked = [_fields(block) for block in row]
        for block, fields in zip(row, marked, strict=True):
            behind = self._behind_names(block, fields)
            entries = self._entries(block, fields) if behind is None else _taken(block, behind)
            if entries is None:
                waiting.append(block)
                continue
            if waiting:
                found.extend(self._placed(waiting, marked, found, bare))
                waiting = []
            found.extend(entries)
            if not block.marks and self._lines.is_anchor(block.text):
                bare, self._is_cited = self._behind, True
        if waiting:
            found.extend(self._placed(waiting, marked, found, bare))
        return iter(found)

    def _behind_names(self, block: Block, fields: Sequence[str]) -> Told | None:
        """What a line says that stands in the element of the authors behind names with elements of their own.

        Where that element lost its end, the rest of the row stands in it too.
        """
        if len(fields) != 1:
            return None
        if fields[0] in _OF_NAMES:
            self._named.update([id(mark.tag) for mark in block.marks if mark.name == "authors"])
        is_behind = fields[0] == "authors" and id(block.marks[0].tag) in self._named
        return self._lines.told_behind_names(block.text) if is_behind else None

    def _entries(self, block: Block, fields: Sequence[str]) -> list[Entry] | None:
        """What a block holds by its mark, by itself or by the heading above it; None if only its place says it."""
        told = self._lines.told_of_marked(block.text, fields) if fields else self._lines.told(block.text)
        if told is not None and told.kind == "heading":
            self._region = told.field
            if fields and told.field not in fields and told.field in _OF_ROWS:
                self._unclosed.add(id(block.marks[0].tag))
            block.role = "furniture"
            return [Entry(f"heading:{told.field}", block.passage(), block)]
        if fields and id(block.marks[0].tag) not in self._unclosed:
            return self._marked(block, fields, told)
        if told is not None and (told.is_sure or self._region is None):
            return self._told(block, told)
        if self._region is None:
            return None
        field = self._region
        if field == "keywords" and len(block.text.split()) > _MOST_WORDS_OF_KEYWORD and not _LISTED.search(block.text):
            return None
        if field == "citation":
            self._region = "below"
        return [Entry(field, block.passage(), block)] if field != "below" else _unknown_label(block)

    def _told(self, block: Block, told: Told) -> list[Entry]:
        """The entries of a line by what it says of itself."""
        if self._is_cited and told.kind == "line" and told.field in _OF_CITATION:
            return []
        if told.field in SURE:
            self._region = None
        return _taken(block, told)

    def _marked(self, block: Block, fields: Sequence[str], told: Told | None) -> list[Entry]:
        """The entries of an element, without the label that stands before the value."""
        entries: list[Entry] = []
        takes = told.takes if told is not None else ()
        for field in fields:
            if told is not None and told.field == field and field in self._lines.grouped:
                return _taken(block, told)
            take = next((take for take in takes if take.field == field), None) if takes else None
            if told is not None and take is not None and len(takes) > 1:
                return _taken(block, told)
            passage = block.passage(take.start, take.end) if take is not None else block.passage()
            name = EXTRA + field if field in self._lines.grouped else field
            entries.append(Entry(name, passage, block, take.label if take is not None else None, block.marks))
        return entries

    def _placed(
        self, blocks: list[Block], marked: Sequence[Sequence[str]], found: Sequence[Entry], bare: Sequence[str]
    ) -> list[Entry]:
        """The fields of lines that stand together and of which only the order is known: none that others hold.

        Where an element holds the title, the page has its elements: fields that have one are not made of other text.
        """
        known = self._selected if any("title" in fields for fields in marked) else ()
        if found and found[-1].field == "title" and "title" in self._several and not known:
            return [Entry("title", block.passage(), block) for block in blocks]  # a title that was torn apart
        present = {field for fields in marked for field in fields}.union(entry.field for entry in found)
        if "author" in present:
            blocks = _without_joints(blocks)
        fields = [field for field in bare if field not in present and (field not in known or field == "authors")]
        placed = _in_order([block.text for block in blocks], fields, self._several)
        return [
            Entry(field, block.passage(), block)
            for block, field in zip(blocks, placed, strict=True)
            if field is not None and field not in known
        ]


def _fields(block: Block) -> Sequence[str]:
    """The fields of the innermost element that the layout knows and that is not the row itself."""
    for mark in block.marks:
        if mark.name == ROW:
            return ()
        if JOINT not in mark.name:
            return (mark.name,)
        return [name for name in mark.name.split(JOINT) if name != ROW]
    return ()


def _taken(block: Block, told: Told) -> list[Entry]:
    if told.field in SURE:
        block.role = "furniture"
    return [Entry(take.field, block.passage(take.start, take.end), block, take.label) for take in told.takes]


def _without_joints(blocks: list[Block]) -> list[Block]:
    """The blocks but for those that stand between the elements of two authors."""
    for block in blocks:
        if block.text in _JOINTS:
            block.role = "furniture"
    return [block for block in blocks if block.text not in _JOINTS]


def _unknown_label(block: Block) -> list[Entry]:
    """What stands among details under a label that the layout does not name; nothing for a line without a label."""
    found = _LABEL.match(block.text)
    if found is None:
        return []
    return [Entry(EXTRA + found[1], block.passage(found.end()), block, found[1])]


def _in_order(texts: list[str], fields: list[str], several: Container[str] = ()) -> list[str | None]:
    """Which of the fields each of several lines holds: title, authors, then the others.

    Examples:
        >>> _in_order(["Ann Smith and John Ray", "We ask who reads…"], ["title", "authors", "teaser"])
        ['authors', 'teaser']
        >>> _in_order(["Who reads?", "Ann Smith"], ["title", "authors", "teaser"])
        ['title', 'authors']
    """
    if not texts:
        return []
    first, end = _authors_in(texts, fields)
    found: list[str | None] = []
    if "title" in fields and _has_title(texts, first, fields):
        lines = len(texts) if "title" in several else 1
        found.extend(["title"] * (first if first is not None else lines))
    if first is not None:
        found.extend([None] * (first - len(found)))
        found.extend(["authors"] * (end - first))
    elif found and "authors" in fields and len(texts) > 2 and is_group(texts[1]):
        found.append("authors")
    for field in fields:
        rest = texts[len(found) :] if field in several else texts[len(found) : len(found) + 1]
        if field not in ("title", "authors") and rest and _may_be(field, " ".join(rest)):
            found.extend([field] * len(rest))
    return [*found, *[None] * (len(texts) - len(found))]


def _authors_in(texts: list[str], fields: list[str]) -> tuple[int | None, int]:
    """From where to where the lines are names, and what stands between names; None if there are none."""
    if "authors" not in fields:
        return None, 0
    names = [are_names(without_icons(text)) for text in texts]
    if not any(names):
        return None, 0
    first = names.index(True)
    if first == 0 and "title" in fields and len(names) > 1 and names[1]:
        first = 1  # a title that looks like a name
    while first + 1 < len(names) and names[first + 1] and "," in texts[first + 1] and "," not in texts[first]:
        first += 1  # a line of several names: those above, without a comma behind them, are of the title
    end = first + 1
    while end < len(texts) and (names[end] or texts[end] in _JOINTS or _is_between(texts, end)):
        end += 1
    return first, end


def _is_between(texts: list[str], index: int) -> bool:
    """Whether a line stands between two joints, as a name does that looks like none."""
    return texts[index - 1] in _JOINTS and index + 1 < len(texts) and texts[index + 1] in _JOINTS


def _has_title(texts: list[str], first: int | None, fields: list[str]) -> bool:
    """Whether a title stands before the names: something does, or there are none and the line is no prose."""
    if first is not None:
        return first > 0
    return not ("teaser" in fields and _is_prose(texts[0]))


def _may_be(field: str, text: str) -> bool:
    """Whether a line may be of a field: a teaser is a sentence, or the begin of one."""
    is_cut = text.startswith(("…", "...")) or text.endswith(SENTENCE_ENDS)
    return field != "teaser" or is_cut or len(text.split()) >= _FEW_WORDS


def _is_prose(text: str) -> bool:
    """Whether a line reads as the beginning of a text."""
    return text.endswith(("…", "...")) or (len(text) > _PROSE and text.endswith((".", "!")))
