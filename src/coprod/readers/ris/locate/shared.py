"""Which pieces of the lines of a record are its own, where records share lines.

In: the lines of a record, and some behind it. Out: the records that the tokenizer finds in them, each with the columns
at which its tags stand on lines that hold several. Nothing raises.
"""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from coprod.decoding import Block
from coprod.readers.ris.forms import Form, form_of, match_line
from coprod.readers.ris.joined import pieces
from coprod.readers.ris.judging import EDGES, glued_type
from coprod.readers.ris.parting import part_of
from coprod.readers.ris.raw import RawRecord, record_id
from coprod.readers.ris.tokens import read_records

if TYPE_CHECKING:
    from coprod.document import Kept

_READ: Final = "RIS records of lines"
_EQUAL: Final = "RIS records by text"
_MOST_PARTS: Final = 10_000
"""Stretches of tags that are tried to find a part of a record again."""


class Found(NamedTuple):
    """A record, with lines counted from 1, and where its tags begin."""

    raw: RawRecord
    type_start: int | None
    starts: list[int | None]
    """Columns of the tags; None: the line holds nothing else."""


class _Lines:
    """Gives the pieces of joined lines to the tags of one record after the other."""

    def __init__(self, lines: list[str], form: Form) -> None:
        self._lines = lines
        self._form = form
        self._pieces: dict[int, list[tuple[int, str]]] = {}
        self._next: dict[int, int] = {}

    def found(self, raw: RawRecord) -> Found:
        """The record with the pieces that come next."""
        kind = self._place("TY", raw.type_line - 1) if raw.type is not None else None
        starts = []
        for place, tag in enumerate(raw.tags):
            index = raw.line_of(place) - 1
            start = self._place(tag, index)
            starts.append(start[1] if start is not None else None)
            if start is not None:
                self._next[index] = start[0] + 1
        if kind is not None:
            index = raw.type_line - 1
            self._next[index] = max(self._next.get(index, 0), kind[0] + 1)
        return Found(raw, kind[1] if kind is not None else None, starts)

    def _place(self, tag: str, index: int) -> tuple[int, int] | None:
        """Number and column of the next piece of a line that begins with a tag; None if the line is one piece."""
        if index not in self._pieces:
            self._pieces[index] = pieces(self._lines[index], self._form)
        whole = self._pieces[index]
        if len(whole) == 1:
            return None
        behind = range(self._next.get(index, 0), len(whole))
        return next(((place, whole[place][0]) for place in behind if begins(whole[place][1], tag)), None)


def begins(piece: str, tag: str) -> bool:
    """Whether a piece of a line begins with a tag; TY may stand behind ER.

    Examples:
        >>> begins("> AU  - Ran", "AU"), begins("ER  - TY  - JOUR", "TY"), begins("ER  - ", "TY")
        (True, True, False)
    """
    text = piece.lstrip().lstrip(EDGES).upper()
    found = match_line(piece)
    if text.startswith(tag) or (found is not None and found.tag == tag):
        return True
    return tag == "TY" and text.startswith("ER") and glued_type(text.partition("-")[2]) is not None


def records_in(kept: "Kept", source: str, lines: list[str], span: tuple[int, int], form: Form) -> Iterator[list[Found]]:
    """The records in the lines of one and some behind it, then those in its lines alone; the last answer is kept."""
    known = kept.noted.get(_READ)
    if not isinstance(known, tuple) or known[0] != span:
        known = kept.noted[_READ] = (span, {})
    found = cast("dict[int, list[Found]]", known[1])
    for end in (len(lines), span[1] - span[0] + 1):
        if end not in found:
            block = Block(1, [line.encode("utf-8", "surrogatepass") for line in lines[:end]])
            cut = _Lines(lines, form)
            items = read_records(source, [block], form)
            found[end] = [cut.found(item) for item in items if isinstance(item, RawRecord)]
        yield found[end]


def parts_in(found: Found, wanted: str, last: int) -> Iterator[Found]:
    """The part of a record that has an id, though its lines say too little to part it again."""
    raw = found.raw
    lines = raw.text.split(b"\n")
    begins_at = [place for place in range(len(raw.tags)) if raw.line_of(place) == raw.first_line]
    ends_at = [place + 1 for place in range(len(raw.tags)) if raw.line_of(place) == last]
    tried = ((begin, end) for begin in [*begins_at, 0] for end in [len(raw.tags), *ends_at] if begin < end)
    for begin, end in islice(tried, _MOST_PARTS):
        part = part_of(raw, lines, begin, end)
        if record_id(part.text) == wanted:
            yield Found(part, found.type_start, found.starts[begin:end])
            return


def equal_before(kept: "Kept", source: str, wanted: str, rank: int, line: int) -> int:
    """How many records of the same text begin before one on the same line, if so many come before it in the file."""
    if _EQUAL not in kept.noted:
        first_lines: dict[str, list[int]] = {}
        for item in read_records(source, kept.reopened(source).blocks(), form_of(kept.head)):
            if isinstance(item, RawRecord):
                first_lines.setdefault(record_id(item.text), []).append(item.first_line)
        kept.noted[_EQUAL] = first_lines
    lines = cast("dict[str, list[int]]", kept.noted[_EQUAL]).get(wanted, [])
    return lines[:rank].count(line) if rank < len(lines) and lines[rank] == line else rank
