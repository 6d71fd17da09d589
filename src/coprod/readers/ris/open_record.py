"""What stands so far of the record that a stretch is walked through, with the places of its lines in the stretch.

In: tags, values and lines that go on. Out: the `RawRecord`, and which of its values went on where they hardly do.
Nothing raises.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coprod.readers.ris.judging import is_like_tag, may_be_tag
from coprod.readers.ris.raw import RawRecord
from coprod.readers.ris.vocabulary import HARDLY_WRAPPED, PROSE

if TYPE_CHECKING:
    from coprod.readers.ris.forms import Form

_MAY_BE_TAG: Final = "goes on with a line that may be a tag without its spaces; joined"
_HARDLY: Final = "goes on on the next line, as such a value hardly does; joined"


class OpenRecord:
    """A record to which lines are still added.

    Attributes:
        begin: Index of its first line.
        begin_column: Where it begins on that line.
        type: Value of TY; None without TY.
        type_index: Index of the line of TY.
        type_form: The form that its TY is written in.
        indent: What its lines are quoted with.
        tags: Its tags so far.
        wrapped: Whether the last value went on.
        paragraph: Index of the line that stands behind a blank one and goes on with the last value; 0 without one.
    """

    __slots__ = (
        *("_ends", "_parts", "_starts", "begin", "begin_column", "indent", "paragraph"),
        *("tags", "type", "type_form", "type_index", "wrapped"),
    )

    def __init__(self, begin: int, indent: str) -> None:
        self.begin: int = begin
        self.begin_column: int = 0
        self.type: str | None = None
        self.type_index: int = begin
        self.type_form: Form | None = None
        self.indent: str = indent
        self.tags: list[str] = []
        self.wrapped: bool = False
        self.paragraph: int = 0
        self._parts: list[list[str]] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, tag: str, value: str, index: int) -> None:
        """A tag that stands on a line."""
        self.tags.append(tag)
        self._parts.append([value] if value else [])
        self._starts.append(index)
        self._ends.append(index)
        self.wrapped = False
        self.paragraph = 0

    def go_on(self, text: str, index: int) -> None:
        """A line that goes on with the last value."""
        if text:
            self._parts[-1].append(text)
            self._ends[-1] = index
        self.wrapped = True

    def raw(self, first: int, last: int, text: bytes) -> RawRecord:
        """The record, where the stretch begins on a line `first`; `last` is the index of its last line."""
        return RawRecord(
            self.type,
            self.tags,
            [" ".join(parts) for parts in self._parts],
            first + self.begin,
            first + last,
            text,
            [first + start for start in self._starts],
            {place: parts for place, parts in enumerate(self._parts) if len(parts) > 1},
            first + self.type_index,
        )

    def wrapped_values(self, lines: list[str]) -> Iterator[tuple[str, int, int]]:
        """What to tell of lines that were joined to a value that hardly goes on, or may be tags, and where."""
        for tag, first, end in zip(self.tags, self._starts, self._ends, strict=True):
            if tag in PROSE and any(may_be_tag(line) or is_like_tag(line) for line in lines[first + 1 : end + 1]):
                yield _MAY_BE_TAG, first, end
            elif tag in HARDLY_WRAPPED and end > first:
                yield _HARDLY, first, end
