"""A document is a head to look at, a stream of lines, and, if kept, lines to look up."""

import hashlib
import itertools
from collections.abc import Iterator

import pytest

from coprod import Limits
from coprod.decoding import BOM, CHUNK
from coprod.document import HEAD, Document, Options, chunked
from coprod.exceptions import LimitError


def document(content: bytes | str, name: str = "a.RIS", size: int = CHUNK, **options: object) -> Document:
    """A document of a content that comes in pieces."""
    pieces = (content[start : start + size] for start in range(0, len(content), size))
    return Document(name, pieces, Options(**options))  # type: ignore[arg-type]


def texts(document: Document) -> list[str]:
    """The lines of a document."""
    return [line for _number, line in document.lines()]


class TestHead:
    """What sniffing sees."""

    def test_before_the_lines(self) -> None:
        """The head can be looked at, and all lines are still there."""
        doc = document(b"TY  - JOUR\nER  - ")
        assert doc.head == "TY  - JOUR\nER  - "
        assert doc.head_bytes == b"TY  - JOUR\nER  - "
        assert texts(doc) == ["TY  - JOUR", "ER  - "]

    @pytest.mark.parametrize("size", [1, 1000, HEAD, HEAD + 1])
    def test_of_a_large_source(self, size: int) -> None:
        """Of a large source no more than the head and a piece is read to know it."""
        taken = 0

        def pieces() -> Iterator[bytes]:
            nonlocal taken
            for _ in range(10 * HEAD // size):
                taken += size
                yield b"x" * size

        doc = Document("a", pieces())
        assert HEAD <= taken < HEAD + size
        assert doc.head == "x" * HEAD

    def test_cut_inside_a_letter(self) -> None:
        """A head that ends inside a letter can be looked at."""
        assert document(b"x" + "ü".encode() * HEAD).head.startswith("xüü")

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_without_a_mark(self, encoding: str) -> None:
        """The head is decoded, and a byte order mark is not in it."""
        assert document("Zwölf".encode(encoding)).head == "Zwölf"

    def test_empty(self) -> None:
        """A document of nothing has an empty head and no lines."""
        doc = document(b"")
        assert (doc.head, doc.head_bytes, texts(doc)) == ("", b"", [])
        assert doc.sha256 == hashlib.sha256(b"").hexdigest()


class TestFacts:
    """What a document says of itself."""

    @pytest.mark.parametrize(("name", "suffix"), [("a.RIS", ".ris"), ("x/b.tar.gz", ".gz"), ("<stream>", ""), ("", "")])
    def test_suffix(self, name: str, suffix: str) -> None:
        """The suffix is in lower case, with its full stop."""
        assert document(b"", name).suffix == suffix

    @pytest.mark.parametrize("size", [1, CHUNK])
    def test_digest(self, size: int) -> None:
        """The digest is that of the bytes as they came."""
        content = BOM.encode() + b"a\r\nb\xff"
        doc = document(content, size=size)
        assert texts(doc) == ["a", "bÿ"]
        assert doc.sha256 == hashlib.sha256(content).hexdigest()

    def test_of_text(self) -> None:
        """What came as text has no encoding, no digest and no bytes."""
        doc = document("Zwölf\n")
        assert (doc.encoding, doc.sha256, doc.head_bytes, texts(doc)) == (None, None, b"", ["Zwölf"])

    def test_text_ignores_the_encoding(self) -> None:
        """An encoding that the caller names is for bytes."""
        doc = document("Zwölf\n", encoding="klingon")
        assert texts(doc) == ["Zwölf"]
        assert list(doc.told()) == []

    def test_half_a_letter_in_text(self) -> None:
        """A text with half a character of UTF-16 in it keeps it."""
        assert texts(document("a\ud800b\n\ufeff\udfff")) == ["a\ud800b", "\udfff"]

    def test_of_a_reader_that_stops(self) -> None:
        """What a reader leaves unread still counts in the digest."""
        content = b"a line\n" * 300_000
        doc = document(content)
        next(doc.blocks())
        assert doc.sha256 != hashlib.sha256(content).hexdigest()
        doc.drain()
        assert doc.sha256 == hashlib.sha256(content).hexdigest()

    def test_told_with_the_name(self) -> None:
        """What is told of the encoding names the source."""
        doc = document(b"\xff\n", "x/y.ris")
        assert texts(doc) == ["ÿ"]
        assert [(told.source, told.line, told.lines) for told in doc.told()] == [("x/y.ris", 1, ((1, 1),))]


class TestBytesLimit:
    """The limit on the size of a source."""

    @pytest.mark.parametrize("size", [1, 4, 100])
    @pytest.mark.parametrize("content", [b"0123456789", "0123456789"])
    def test_passed(self, content: bytes | str, size: int) -> None:
        """A source larger than the limit is refused, with the name of the limit."""
        doc = document(content, size=size, limits=Limits(source_bytes=9))
        with pytest.raises(LimitError, match=r"a\.RIS: more than limits\.source_bytes = 9 allows") as caught:
            texts(doc)
        assert (caught.value.limit, caught.value.allowed, caught.value.line) == ("source_bytes", 9, None)

    @pytest.mark.parametrize("size", [1, 4, 100])
    def test_kept(self, size: int) -> None:
        """A source as large as the limit is read."""
        assert texts(document(b"0123456789", size=size, limits=Limits(source_bytes=10))) == ["0123456789"]

    def test_when_kept(self) -> None:
        """An endless source is refused before all of it is kept."""
        doc = Document("a", itertools.repeat(b"x" * 1000), Options(limits=Limits(source_bytes=1_000_000)))
        with pytest.raises(LimitError):
            doc.keep()

    def test_when_drained(self) -> None:
        """The limit holds for what a reader leaves unread, too."""
        doc = Document("a", itertools.repeat(b"x\n" * 50_000), Options(limits=Limits(source_bytes=1_000_000)))
        next(doc.blocks())
        with pytest.raises(LimitError):
            doc.drain()


class TestKept:
    """Lines that are looked up later."""

    CONTENT = "\ufeffZwölf\r\nWehre\rund\n\ufeffeine\n\nBrücke"
    LINES = ("Zwölf", "Wehre", "und", "eine", "", "Brücke")

    @pytest.mark.parametrize("form", [str, "utf-8", "utf-16-le", "utf-32-be"])
    @pytest.mark.parametrize("size", [2, CHUNK])
    def test_the_same_lines(self, form: type[str] | str, size: int) -> None:
        """Each line is the one that was read, and reading goes on after keeping."""
        content = self.CONTENT if isinstance(form, type) else self.CONTENT.encode(form)
        doc = document(content, size=size)
        kept = doc.keep()
        assert texts(doc) == list(self.LINES)
        assert tuple(kept.line(number) for number in range(1, 7)) == self.LINES
        assert kept.head == doc.head

    @pytest.mark.parametrize("content", [CONTENT, CONTENT.encode()])
    def test_shift(self, content: bytes | str) -> None:
        """Columns of a line with a mark in front are shifted by it, but for the first line, where editors hide it."""
        kept = document(content).keep()
        assert [kept.shift(number) for number in range(1, 7)] == [0, 0, 0, 1, 0, 0]

    @pytest.mark.parametrize("content", [b"a\nb\n", "a\nb\n"])
    @pytest.mark.parametrize("number", [-1, 0, 3])
    def test_no_such_line(self, content: bytes | str, number: int) -> None:
        """A line that the source does not have is a LookupError that names it."""
        with pytest.raises(LookupError, match=f"no line {number}"):
            document(content).keep().line(number)

    def test_mixed_encodings(self) -> None:
        """A line in another encoding is looked up as it was read."""
        doc = document("Brücke\n".encode() + "café\n".encode("cp1252") + b"\x81\n")
        kept = doc.keep()
        assert [kept.line(number) for number in (1, 2, 3)] == texts(doc) == ["Brücke", "café", "\ufffd"]

    def test_the_digest_after_keeping(self) -> None:
        """Keeping does not change the digest of what is read."""
        content = b"a\n" * 1000
        doc = document(content, size=100)
        doc.keep()
        doc.drain()
        assert doc.sha256 == hashlib.sha256(content).hexdigest()


def test_chunks() -> None:
    """A content in pieces is the same content, and nothing is no piece."""
    for content in (bytes(range(256)) * 3000, b"x" * (2 * CHUNK + 5), b"\n" * (2 * CHUNK)):
        chunks = list(chunked(content))
        assert b"".join(chunks) == content  # type: ignore[arg-type]
        assert len(chunks) > 1
        assert max(map(len, chunks)) <= CHUNK
    assert list(chunked("")) == []


def test_options() -> None:
    """Options are kept as they were given, and have the defaults of `load`."""
    options = Options(encoding="cp1252", strict=True, repair=False, layouts=["a"], limits=Limits(records=3))
    assert (options.encoding, options.strict, options.repair) == ("cp1252", True, False)
    assert (options.layouts, options.limits) == (("a",), Limits(records=3))
    plain = Options()
    assert (plain.encoding, plain.strict, plain.repair, plain.layouts, plain.limits) == (
        None,
        False,
        True,
        (),
        Limits(),
    )
