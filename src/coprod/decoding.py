"""Bytes to text, step by step: byte order mark, the encoding the caller named, UTF-8, cp1252.

In: chunks of bytes. Out: blocks of whole lines without their line ends, and notes on every step that was
not plain UTF-8. Lines end at CR, LF or CRLF and at nothing else. Nothing is refused: a byte that
is nothing in any of these becomes U+FFFD, and is told.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from typing import AnyStr, NamedTuple

from coprod.diagnostics import Severity
from coprod.exceptions import LimitError, UnknownEncodingError
from coprod.limits import Limits

BOM = "\ufeff"

# The UTF-32 marks stand first: the little-endian one begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

MARKS_OF_TEXT: tuple[str, ...] = (BOM, "\u00ef\u00bb\u00bf", "\u00c3\u00af\u00c2\u00bb\u00c2\u00bf")
"""The mark as text: as it is, and as it is after it was encoded twice or three times."""

_TWICE = MARKS_OF_TEXT[1:]
_IN_TWICE = "\u00bb"
"""A sign in all of them that few texts have: to look for one sign is fifty times as fast."""

_MARK = re.compile(f"(?:{'|'.join(MARKS_OF_TEXT)})+")
_MARK_OF_LINE = tuple(mark.encode() for mark in MARKS_OF_TEXT)

_NO_FILES = frozenset(("idna", "punycode", "raw-unicode-escape", "unicode-escape"))
"""Codecs of Python for parts of a text, which warn or raise where an encoding of files puts U+FFFD."""

_PROBE = bytes(range(128)) + b"\x1b$B!!\x1b(B ~{!!~} +AGE-"
"""ASCII, with what switches to other letters in ISO 2022, HZ and UTF-7."""

CHUNK = 256 * 1024
"""Bytes read at a time: large enough to be fast, small enough to stay in the cache."""


class Block(NamedTuple):
    """Consecutive lines of a source."""

    first: int
    """Number of the first line, 1-based."""

    lines: list[bytes]
    """The lines as UTF-8, without their ends; cheaper to split than text. `text_of` gives the text of one."""


class Note(NamedTuple):
    """A step of decoding that was not plain UTF-8."""

    code: str
    severity: Severity
    message: str
    line: int | None
    text: str | None


Tell = Callable[[Note], None]


class Encoding(NamedTuple):
    """How a source is decoded."""

    name: str
    """Codec name, e.g. `"utf-8"`."""

    mark: int
    """Length of the byte order mark, in bytes."""

    by_line: bool
    """Whether the line ends can be found in the bytes, and each line decoded for itself."""


def named_encoding(name: str) -> str:
    """The codec's own name.

    Raises:
        UnknownEncodingError: Python knows no text encoding of that name.

    Examples:
        >>> named_encoding("UTF8"), named_encoding("Windows-1252")
        ('utf-8', 'cp1252')
    """
    try:
        info = codecs.lookup(name)
        encoded = info.encode("A", "strict")
    except (LookupError, ValueError, TypeError, AttributeError):
        raise UnknownEncodingError(encoding=name) from None
    if info.name in _NO_FILES or not getattr(info, "_is_text_encoding", True) or not isinstance(encoded[0], bytes):
        raise UnknownEncodingError(encoding=name)
    return "utf-8" if info.name == "utf-8-sig" else info.name


def detect(head: bytes, wanted: str | None) -> tuple[Encoding, Note | None]:
    """The encoding of a source, from its first bytes and what the caller named.

    Examples:
        >>> detect(b"\\xff\\xfeT\\x00Y\\x00", None)[0].name
        'utf-16-le'
        >>> detect(b"TY  - JOUR", None)
        (Encoding(name='utf-8', mark=0, by_line=True), None)
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            note = Note("encoding.bom", "info", f"byte order mark: read as {name}", 1, None)
            return Encoding(name, len(mark), name == "utf-8"), note
    if wanted is not None:
        name = _with_byte_order(named_encoding(wanted), head)
        named = Note("encoding.named", "info", f"read as {name}, which the caller named", 1, None)
        return Encoding(name, 0, _keeps_ascii(name)), named if name != "utf-8" else None
    guess = _guess_wide(head)
    if guess is not None:
        note = Note("encoding.guessed", "warning", f"no byte order mark; read as {guess} for its zero bytes", 1, None)
        return Encoding(guess, 0, False), note
    return Encoding("utf-8", 0, True), None


def _with_byte_order(name: str, head: bytes) -> str:
    """The name; for UTF-16 and UTF-32 without a mark, which Python's codecs refuse, with the byte order.

    Examples:
        >>> _with_byte_order("utf-16", "TY  - JOUR".encode("utf-16-be"))
        'utf-16-be'
    """
    if name not in ("utf-16", "utf-32"):
        return name
    guess = _guess_wide(head)
    return guess if guess is not None and guess.startswith(name) else f"{name}-le"


def _keeps_ascii(name: str) -> bool:
    """Whether the bytes of ASCII are what they are in ASCII, line ends among them."""
    return _PROBE.decode(name, "replace") == _PROBE.decode("ascii")


def _guess_wide(head: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: Western text has zero bytes at every second or fourth place.

    Examples:
        >>> _guess_wide("TY  - JOUR".encode("utf-16-be"))
        'utf-16-be'
    """
    sample = head[: min(len(head), 1024) // 4 * 4]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    zeros = [sample[i::4].count(0) * 4 > len(sample) * 0.7 for i in range(4)]
    shapes = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return shapes.get((zeros[0], zeros[1], zeros[2], zeros[3]))


def split_lines(data: bytes) -> list[bytes]:
    """The lines of a stretch; a last line end opens no line of its own.

    Examples:
        >>> split_lines(b"a\\rb\\r\\nc\\n")
        [b'a', b'b', b'c']
    """
    if b"\r" in data:
        return data.splitlines()
    lines = data.split(b"\n")
    if not lines[-1]:
        lines.pop()
    return lines


def text_of(line: bytes) -> str:
    """The text of a line of a `Block`.

    Examples:
        >>> text_of("Müller".encode())
        'Müller'
    """
    return line.decode("utf-8", "surrogatepass")


class Decoder:
    """Turns chunks of one source into blocks of lines, and remembers what it met.

    `used` names the encodings that text outside ASCII was found in.
    """

    def __init__(self, name: str, encoding: Encoding, tell: Tell, limits: Limits) -> None:
        self.name = name
        self.encoding = encoding
        self.used: set[str] = set()
        self._tell = tell
        self._limits = limits
        self._line = 1

    def blocks(self, chunks: Iterable[bytes]) -> Iterator[Block]:
        """Blocks of whole lines from the chunks of a source, mark included."""
        if not self.encoding.by_line:
            yield from self.text_blocks(self._decode_wide(chunks))
            return
        for stretch in whole_lines(chunks, b"\n", b"\r", self._check):
            yield self._block(stretch, marked=False) if stretch.isascii() else self._other_block(stretch)

    def text_blocks(self, chunks: Iterable[str]) -> Iterator[Block]:
        """Blocks of whole lines from chunks of text."""
        for stretch in whole_lines(chunks, "\n", "\r", self._check):
            yield self._block(stretch.encode("utf-8", "surrogatepass"), marked=has_mark(stretch))

    def _block(self, data: bytes, *, marked: bool) -> Block:
        first = self._line
        lines = split_lines(data)
        if marked:
            self._skip_marks(lines, first)
        if self._limits.line_length < CHUNK:
            self._check_lines(lines)
        self._line += len(lines)
        return Block(first, lines)

    def _skip_marks(self, lines: list[bytes], first: int) -> None:
        """A byte order mark at the start of a later line: two files were joined there."""
        for index, line in enumerate(lines):
            if not line.startswith(_MARK_OF_LINE):
                continue
            text = text_of(line)
            lines[index] = without_mark(text).encode("utf-8", "surrogatepass")
            twice = without_mark(text) != text.lstrip(BOM)
            if first + index > 1 or twice:
                how = "that was encoded twice" if twice else "inside the text"
                message = f"byte order mark {how}; skipped"
                self._tell(Note("encoding.bom-inside", "warning", message, first + index, text))

    def _check(self, length: int) -> None:
        """Refuses a line that is longer than the limit before it is put together."""
        if length > self._limits.line_length:
            raise LimitError(source=self.name, limit="line_length", allowed=self._limits.line_length, line=self._line)

    def _check_lines(self, lines: list[bytes]) -> None:
        """The same for lines that came together."""
        for index, line in enumerate(lines):
            if len(line) > self._limits.line_length:
                self._line += index
                self._check(len(line))

    def _other_block(self, stretch: bytes) -> Block:
        """Whole lines that are not ASCII: at once where all of them are in the encoding, else line by line."""
        name = self.encoding.name
        try:
            text = stretch.decode(name)
        except UnicodeError:
            lines = [self._decode_line(line, number) for number, line in enumerate(stretch.splitlines(), self._line)]
            return self._block("\n".join(lines).encode() + b"\n", marked=True)
        self.used.add(name)
        data = stretch if name == "utf-8" else text.encode("utf-8", "surrogatepass")
        return self._block(data, marked=has_mark(text))

    def _decode_line(self, line: bytes, number: int) -> str:
        text, name, lost = decode_line(line, self.encoding.name)
        if name != "ascii":
            self.used.add(name)
        if lost:
            message = f"{lost} bytes are no text in any encoding tried; kept as U+FFFD"
            self._tell(Note("encoding.undecodable", "error", message, number, text))
        elif name not in ("ascii", self.encoding.name):
            message = f"not {self.encoding.name}; this line was read as {name}"
            self._tell(Note(f"encoding.{name}", "warning", message, number, text))
        return text

    def _decode_wide(self, chunks: Iterable[bytes]) -> Iterator[str]:
        """Text of an encoding whose line ends cannot be found in the bytes."""
        self.used.add(self.encoding.name)
        decoder = codecs.getincrementaldecoder(self.encoding.name)("replace")
        lost = 0
        for chunk in chunks:
            text = decoder.decode(chunk)
            lost += text.count("\ufffd")
            yield text
        text = decoder.decode(b"", final=True)
        yield text
        lost += text.count("\ufffd")
        if lost:
            message = f"{lost} places are U+FFFD: undecodable in {self.encoding.name}, or damaged before"
            self._tell(Note("encoding.undecodable", "error", message, None, None))


def has_mark(text: str) -> bool:
    """Whether a byte order mark stands in a text, as it is or encoded twice.

    Examples:
        >>> has_mark("\\ufeffTY  - JOUR"), has_mark("\u00ef\u00bb\u00bfTY  - JOUR"), has_mark("TY  - JOUR")
        (True, True, False)
    """
    return BOM in text or (_IN_TWICE in text and any(mark in text for mark in _TWICE))


def without_mark(text: str) -> str:
    """A text without the byte order mark before it, which may have been encoded twice.

    Examples:
        >>> without_mark("\\ufeffTY  - JOUR"), without_mark("\u00ef\u00bb\u00bfTY  - JOUR")
        ('TY  - JOUR', 'TY  - JOUR')
    """
    found = _MARK.match(text)
    return text if found is None else text[found.end() :]


def decode_line(line: bytes, name: str) -> tuple[str, str, int]:
    """Text of one line, the encoding it was in, and how many bytes were nothing.

    Examples:
        >>> decode_line(b"M\\xfcller", "utf-8")
        ('Müller', 'cp1252', 0)
        >>> decode_line(b"\\x81", "utf-8")
        ('�', 'cp1252', 1)
    """
    if line.isascii():
        return line.decode("ascii"), "ascii", 0
    bare = line.removeprefix(codecs.BOM_UTF8)
    mark = BOM if len(bare) < len(line) else ""
    for candidate in dict.fromkeys((name, "utf-8", "cp1252")):
        try:
            return mark + bare.decode(candidate), candidate, 0
        except UnicodeError:
            continue
    text = mark + bare.decode("cp1252", "replace")
    return text, "cp1252", text.count("\ufffd")


def whole_lines(chunks: Iterable[AnyStr], lf: AnyStr, cr: AnyStr, check: Callable[[int], None]) -> Iterator[AnyStr]:
    """The chunks cut anew, each behind a line end; a CR at the very end waits, for an LF may follow.

    Examples:
        >>> list(whole_lines(["a\\r", "\\nb", "\\nc"], "\\n", "\\r", len("").__add__))
        ['a\\r\\n', 'b\\n', 'c']
    """
    pending: list[AnyStr] = []
    length = 0
    for chunk in chunks:
        cut = chunk.rfind(lf) + 1 or chunk.rfind(cr, 0, len(chunk) - 1) + 1
        if cut == len(chunk) and not length:
            yield chunk
            continue
        if not cut:
            pending.append(chunk)
            length += len(chunk)
            check(length)
            continue
        pending.append(chunk[:cut])
        yield lf[:0].join(pending)
        pending = [chunk[cut:]]
        length = len(pending[0])
    rest = lf[:0].join(pending)
    if rest:
        yield rest
