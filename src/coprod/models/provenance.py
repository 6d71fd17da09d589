"""Where an object came from: the source, the lines of a record, the place of a value."""

import attrs

from coprod.models._base import EMPTY, FrozenMapping, Record, freeze


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class SourceRef(Record):
    """The lines of a source that an object was read from."""

    name: str
    """Name of the source as it was given; `"<stream>"` for what has no name."""

    reader: str
    """Name of the reader, e.g. `"ris"`."""

    first_line: int
    """First line of the record, 1-based."""

    last_line: int
    """Last line of the record, 1-based."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Span(Record):
    """A stretch of one line of a source."""

    source: str
    """Name of the source."""

    line: int
    """Line number, 1-based. Lines end at CR, LF or CRLF only."""

    start: int | None = None
    """First column, 0-based, in characters of the decoded line. None: somewhere in the line."""

    end: int | None = None
    """Column behind the last character. None: somewhere in the line."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Source(Record):
    """What was read: one file or stream, with the numbers that a review's flow chart asks for."""

    name: str
    """Name as given, or relative to the folder for a file below one; `"<stream>"` for what has no name."""

    reader: str | None = None
    """Name of the reader. None: no reader knew the source."""

    encoding: str | None = None
    """Encoding that the text was in, e.g. `"utf-8"`. None: the source was not read."""

    sha256: str | None = None
    """SHA-256 of the bytes, in hexadecimal digits. None: the source was not read, or came as text."""

    counts: FrozenMapping[str, int] = attrs.field(default=EMPTY, converter=freeze)
    """Records read, by kind: `{"papers": 12, "findings": 3}`."""

    databases: FrozenMapping[str, int] = attrs.field(default=EMPTY, converter=freeze)
    """Papers by the database that the record itself names, e.g. `{"Scopus": 12}`."""
