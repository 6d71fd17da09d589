"""What the tokenizer hands on: the tags and values of a record as they stand, without any meaning."""

import hashlib
from typing import Final, NamedTuple

READER: Final = "ris"


class Stretch(NamedTuple):
    """Lines up to ER, or up to the next TY where ER is missing, that are not a clean record."""

    first: int
    """Number of the first line."""

    lines: list[str]

    last: bool
    """Whether the source ends here."""


class RawRecord:
    """The tags and values of one record, as they stand.

    Attributes:
        type: Value of TY; None without TY.
        tags: Tags in order, without TY and ER.
        values: Their values, stripped; lines of a wrapped value are joined with single spaces.
        first_line: Line of TY, or of the first tag, 1-based.
        last_line: Line of ER, or the last line of the record.
        text: The lines as UTF-8, joined by LF, without ER; of a line that it shares with others, its own part, or
            its tags and values.
        starts: Line of each tag; None if each stands on the line after the one before.
        type_line: Line of TY; the first line where TY is not there.
        parts: The stripped lines of a value that goes on over several, by its place in `tags`.
    """

    __slots__ = ("first_line", "last_line", "parts", "starts", "tags", "text", "type", "type_line", "values")

    def __init__(
        self,
        type: str | None,  # noqa: A002 - the field's name
        tags: list[str],
        values: list[str],
        first_line: int,
        last_line: int,
        text: bytes,
        starts: list[int] | None = None,
        parts: dict[int, list[str]] | None = None,
        type_line: int | None = None,
    ) -> None:
        self.type: str | None = type
        self.tags: list[str] = tags
        self.values: list[str] = values
        self.first_line: int = first_line
        self.last_line: int = last_line
        self.text: bytes = text
        self.starts: list[int] | None = starts
        self.parts: dict[int, list[str]] | None = parts
        self.type_line: int = first_line if type_line is None else type_line

    def line_of(self, place: int) -> int:
        """Line of the tag at a place of `tags`."""
        return self.starts[place] if self.starts is not None else self.first_line + 1 + place

    def parts_of(self, place: int) -> list[str]:
        """The lines of the value at a place of `tags`, stripped; blank ones are left out."""
        if self.parts is not None and place in self.parts:
            return self.parts[place]
        return [self.values[place]]


def own_text(lines: list[str], begin: int, end: int | None) -> bytes:
    """The lines of a record, the first from a column on, the last up to one: the rest belongs to other records.

    Examples:
        >>> own_text(["ER  - TY  - JOUR", "TI  - Trust ER  - "], 6, 12)
        b'TY  - JOUR\\nTI  - Trust '
    """
    alone = len(lines) == 1
    text = lines[0][begin:end] if alone else "\n".join((lines[0][begin:], *lines[1:-1], lines[-1][:end]))
    return text.encode("utf-8", "surrogatepass")


def record_id(text: bytes) -> str:
    """Short hash of a record's own text.

    Examples:
        >>> record_id(b"TY  - JOUR")
        '38df427fb60b'
    """
    return hashlib.sha256(text).hexdigest()[:12]
