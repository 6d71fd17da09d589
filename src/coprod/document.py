"""A source as readers see it: a head to look at, and a stream of blocks of lines.

In: bytes or text, at once or in chunks, and the options of the call. Out: text with line numbers. The
stream can be walked once; a document that keeps its content can give any line again, for `locate`.
What can go wrong: a limit is passed (`LimitError`), the file system fails (`OSError`).
"""

import hashlib
import itertools
from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from coprod.decoding import (
    BOM,
    CHUNK,
    Block,
    Decoder,
    Encoding,
    Note,
    decode_line,
    detect,
    split_lines,
    text_of,
    without_mark,
)
from coprod.diagnostics import Diagnostic, occurrence
from coprod.exceptions import LimitError
from coprod.limits import DEFAULT_LIMITS, Limits

HEAD = 64 * 1024
"""Bytes (or characters) that sniffing looks at."""


class Options:
    """What a caller asked of a reading, for the readers."""

    __slots__ = ("encoding", "layouts", "limits", "repair", "strict")

    def __init__(
        self,
        *,
        encoding: str | None = None,
        strict: bool = False,
        repair: bool = True,
        layouts: Iterable[object] = (),
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self.encoding: str | None = encoding
        self.strict: bool = strict
        self.repair: bool = repair
        if isinstance(layouts, (str, bytes, PurePath)):
            raise TypeError(f"layouts must be a list of layouts and paths, not {type(layouts).__name__}")
        if not isinstance(limits, Limits):
            raise TypeError(f"limits must be Limits, not {type(limits).__name__}")
        self.layouts: tuple[object, ...] = tuple(layouts)
        self.limits: Limits = limits


class Document:
    """One source, decoded as it is read.

    Attributes:
        name: Name of the source.
        suffix: Suffix of the name in lower case, with its full stop.
        head: First characters of the text, for sniffing; a byte order mark is not in it.
        head_bytes: First bytes; empty for what came as text.
        options: What the caller asked for.
        encoding: Name of the encoding; None for what came as text.
        noted: What readers that share their sniffing noted, by a name of theirs.
        lines_above: Lines that stand above the text in its source; the numbers of its own go on from there.
    """

    def __init__(
        self,
        name: str,
        chunks: Iterator[bytes] | Iterator[str],
        options: Options | None = None,
        *,
        lines_above: int = 0,
        columns_before: int = 0,
    ) -> None:
        self.name: str = name
        self.lines_above: int = lines_above
        self._before = " " * columns_before
        self.suffix: str = PurePath(name).suffix.lower()
        self.options: Options = options or Options()
        self.notes: list[Note] = []
        first, rest = _take_head(chunks)
        self._is_text = isinstance(first, str)
        self._digest = hashlib.sha256()
        self.head_bytes: bytes = b"" if isinstance(first, str) else first
        encoding, note = detect(self.head_bytes, None if self._is_text else self.options.encoding)
        if note is not None:
            self.notes.append(note)
        self._decoder = Decoder(name, encoding, self.notes.append, self.options.limits)
        self.head: str = without_mark(first) if isinstance(first, str) else _head_text(first, encoding)
        self._chunks: Iterator[bytes] | Iterator[str] = itertools.chain([first] if first else [], rest)  # type: ignore[assignment]
        self.noted: dict[str, object] = {}

    @property
    def encoding(self) -> str | None:
        """Name of the encoding that was found so far; None for what came as text."""
        if self._is_text:
            return None
        used = self._decoder.used
        named = self._decoder.encoding.name
        return next(iter(used)) if len(used) == 1 and named not in used else named

    @property
    def sha256(self) -> str | None:
        """SHA-256 of the bytes that were read so far; None for what came as text."""
        return None if self._is_text else self._digest.hexdigest()

    def blocks(self) -> Iterator[Block]:
        """Consecutive lines with the number of the first; the stream can be walked once."""
        if self._is_text:
            chunks: Iterator[str] = self._counted(self._chunks)  # type: ignore[assignment]
            blocks = self._decoder.text_blocks(itertools.chain([self._before] if self._before else [], chunks))
            if self.lines_above:
                return (block._replace(first=self.lines_above + block.first) for block in blocks)
            return blocks
        return self._decoder.blocks(self._counted(self._chunks))  # type: ignore[arg-type]

    def ahead(self, size: int) -> str:
        """The first `size` bytes (or characters) as text, for a reader to which the head says too little."""
        first, rest = _take_head(self._chunks, size)
        self._chunks = itertools.chain([first] if first else [], rest)  # type: ignore[assignment]
        if isinstance(first, str):
            return without_mark(first[:size])
        return _head_text(first, self._decoder.encoding, size)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Line numbers and lines; the stream can be walked once."""
        for first, lines in self.blocks():
            yield from enumerate(map(text_of, lines), first)

    def _limited(self, chunks: Iterator[bytes] | Iterator[str]) -> Iterator[bytes] | Iterator[str]:
        """The chunks as they are, as many as the limit allows."""
        allowed = self.options.limits.source_bytes
        size = 0
        for chunk in chunks:
            size += len(chunk)
            if allowed is not None and size > allowed:
                raise LimitError(source=self.name, limit="source_bytes", allowed=allowed)
            yield chunk

    def _counted(self, chunks: Iterator[bytes] | Iterator[str]) -> Iterator[bytes] | Iterator[str]:
        """The chunks as they are, held against the limit and, if bytes, hashed."""
        for chunk in self._limited(chunks):
            if isinstance(chunk, bytes):
                self._digest.update(chunk)
            yield chunk

    def drain(self) -> None:
        """Reads what is left, so that digest and size are those of the whole source."""
        for _chunk in self._counted(self._chunks):
            pass

    def keep(self, whole: Callable[[], bytes] | None = None) -> "Kept":
        """Reads the whole source at once, by `whole` if there is such a way, and keeps it to look lines up later."""
        empty = "" if self._is_text else b""
        if whole is not None and self.options.limits.source_bytes is None:
            content: bytes | str = whole()
        else:
            content = empty.join(self._limited(self._chunks))  # type: ignore[arg-type]
        self._chunks = chunked(content)
        return Kept(content, self._decoder.encoding, self.head, self.options)

    def told(self) -> Iterator[Diagnostic]:
        """What was odd about the encoding, as far as the source was read."""
        for note in self.notes:
            yield occurrence(note.code, note.severity, note.message, source=self.name, line=note.line, text=note.text)


def _take_head(
    chunks: Iterator[bytes] | Iterator[str], size: int = HEAD
) -> tuple[bytes | str, Iterator[bytes] | Iterator[str]]:
    """At least `size` of the source where it has that much, and what is left."""
    parts: list[bytes | str] = []
    length = 0
    for chunk in chunks:
        parts.append(chunk)
        length += len(chunk)
        if length >= size:
            break
    if not parts:
        return b"", iter(())
    return parts[0][:0].join(parts), chunks  # type: ignore[arg-type]


def _head_text(head: bytes, encoding: Encoding, size: int = HEAD) -> str:
    """The head as text; what cannot be decoded does not matter for sniffing."""
    if encoding.by_line and encoding.name == "utf-8":
        return without_mark(head[encoding.mark : size].decode("utf-8", "replace"))
    return without_mark(head[encoding.mark : size].decode(encoding.name, "replace"))


def chunked(content: bytes | str) -> Iterator[bytes] | Iterator[str]:
    """The content in pieces, which end behind a line where there is one.

    Examples:
        >>> list(chunked(b"TY  - JOUR"))
        [b'TY  - JOUR']
    """
    line_end = "\n" if isinstance(content, str) else b"\n"
    start = 0
    while start < len(content):
        end = content.rfind(line_end, start, start + CHUNK) + 1 or start + CHUNK  # type: ignore[arg-type]
        yield content[start:end]
        start = end


class Kept:
    """The content of a source, to look up lines by number.

    Attributes:
        head: First characters of the text.
        noted: What a reader that traces noted, by a name of its own.
    """

    def __init__(self, content: bytes | str, encoding: Encoding, head: str, options: Options | None = None) -> None:
        self.head = head
        self.noted: dict[str, object] = {}
        self._options = options
        self._content = content
        self._encoding = encoding
        self._starts: array[int] | None = None
        self._lines: list[str] | None = None

    def reopened(self, name: str) -> Document:
        """The source as a document again, to read it as it was read."""
        return Document(name, chunked(self._content), self._options)

    def line(self, number: int) -> str:
        """The line, without its end and without a byte order mark before it.

        Raises:
            LookupError: The source has no line of that number.
        """
        return without_mark(self._raw(number))

    def shift(self, number: int) -> int:
        """Length of a byte order mark before a line; that of the first line counts where it was encoded twice."""
        raw = self._raw(number).lstrip(BOM if number == 1 else "")
        return len(raw) - len(without_mark(raw))

    def _raw(self, number: int) -> str:
        if isinstance(self._content, bytes) and self._encoding.by_line:
            return self._byte_line(self._content, number)
        if self._lines is None:
            text = self._content
            decoded = text if isinstance(text, str) else text.decode(self._encoding.name, "replace")
            self._lines = list(map(text_of, split_lines(decoded.encode("utf-8", "surrogatepass"))))
        if not 1 <= number <= len(self._lines):
            raise LookupError(f"no line {number}")
        return self._lines[number - 1]

    def _byte_line(self, content: bytes, number: int) -> str:
        if self._starts is None:
            self._starts = _line_starts(content)
        if not 1 <= number < len(self._starts):
            raise LookupError(f"no line {number}")
        line = content[self._starts[number - 1] : self._starts[number]].rstrip(b"\r\n")
        return decode_line(line, self._encoding.name)[0]


def _line_starts(content: bytes) -> "array[int]":
    """Offsets of the lines, and the length of the content at the end."""
    starts = array("Q", [0])
    position = 0
    for line in content.splitlines(keepends=True):
        position += len(line)
        starts.append(position)
    return starts
