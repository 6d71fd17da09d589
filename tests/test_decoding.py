"""Bytes become lines of text: marks, encodings, line ends, and what is told of each step."""

import codecs
from collections.abc import Iterator
from itertools import pairwise

import pytest

import coprod
from coprod import Diagnostic, Limits
from coprod.decoding import decode_line, detect, named_encoding, whole_lines
from coprod.document import Document, Options
from coprod.exceptions import LimitError, UnknownEncodingError


def pieces(content: bytes, size: int) -> Iterator[bytes]:
    """The content in pieces of a size."""
    for start in range(0, len(content), size):
        yield content[start : start + size]


def read(content: bytes, *, size: int = 1 << 20, **options: object) -> tuple[list[str], list[Diagnostic], str | None]:
    """The lines of a content, what is told of it, and its encoding."""
    document = Document("a.txt", pieces(content, size), Options(**options))  # type: ignore[arg-type]
    lines = [line for _number, line in document.lines()]
    return lines, list(document.told()), document.encoding


def codes(diagnostics: list[Diagnostic]) -> list[tuple[str, str, int | None]]:
    """Code, severity and line of each."""
    return [(diagnostic.code, diagnostic.severity, diagnostic.line) for diagnostic in diagnostics]


class TestLineEnds:
    """Where a line ends."""

    @pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
    @pytest.mark.parametrize("size", [1, 2, 3, 100])
    def test_each_kind(self, end: str, size: int) -> None:
        """CR, LF and CRLF end a line, wherever the pieces of a stream are cut."""
        lines, told, _encoding = read(f"a{end}{end}b{end}".encode(), size=size)
        assert (lines, told) == (["a", "", "b"], [])

    @pytest.mark.parametrize("size", [1, 2, 3, 100])
    def test_mixed(self, size: int) -> None:
        """Kinds of line ends may be mixed; CR before LF is one end, LF before CR are two."""
        assert read(b"a\r\nb\rc\nd\n\re\r\r\nf", size=size)[0] == ["a", "b", "c", "d", "", "e", "", "f"]

    @pytest.mark.parametrize("letter", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
    def test_nothing_else(self, letter: str, encoding: str) -> None:
        """Form feeds, U+0085, U+2028 and their like are text."""
        assert read(f"a{letter}b\n".encode(encoding), encoding=encoding)[0] == [f"a{letter}b"]

    def test_last_line(self) -> None:
        """A last line may lack its end, and an end opens no further line."""
        assert read(b"a\nb")[0] == read(b"a\nb\n")[0] == ["a", "b"]
        assert read(b"a\n\n")[0] == ["a", ""]

    def test_numbers(self) -> None:
        """Lines are counted from 1, over all pieces."""
        document = Document("a.txt", pieces(b"a\rb\r\n\nc", 2))
        assert list(document.lines()) == [(1, "a"), (2, "b"), (3, ""), (4, "c")]

    @pytest.mark.parametrize("text", ["", "a", "\r", "\n\r\n", "a\r\nb\rc\n\r"])
    def test_whole_lines_lose_nothing(self, text: str) -> None:
        """Pieces that are cut anew behind line ends are the same text, and none begins between CR and LF."""
        for first in range(len(text) + 1):
            cut = list(whole_lines([text[:first], text[first:]], "\n", "\r", lambda _length: None))
            assert "".join(cut) == text
            assert not any(piece.endswith("\r") and later.startswith("\n") for piece, later in pairwise(cut))


class TestMarks:
    """Byte order marks."""

    @pytest.mark.parametrize(
        ("mark", "name"),
        [
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF32_LE, "utf-32-le"),
            (codecs.BOM_UTF32_BE, "utf-32-be"),
        ],
    )
    @pytest.mark.parametrize("size", [1, 100])
    @pytest.mark.parametrize("named", [None, "cp1252"])
    def test_a_mark_decides(self, mark: bytes, name: str, size: int, named: str | None) -> None:
        """A mark at the start decides, over what the caller named too; it is skipped and told."""
        lines, told, encoding = read(mark + "Zwölf\nWehre".encode(name), size=size, encoding=named)
        assert lines == ["Zwölf", "Wehre"]
        assert codes(told) == [("encoding.bom", "info", 1)]
        assert encoding == name

    @pytest.mark.parametrize("size", [1, 100])
    def test_in_mid_file(self, size: int) -> None:
        """A mark at the start of a later line is skipped and told; inside a line it is text."""
        lines, told, _encoding = read("a\n\ufeff\ufeffb\nc\ufeffd\n".encode(), size=size)
        assert lines == ["a", "b", "c\ufeffd"]
        assert codes(told) == [("encoding.bom-inside", "warning", 2)]
        assert told[0].text == "\ufeff\ufeffb"

    @pytest.mark.parametrize("times", [1, 2])
    def test_encoded_again(self, times: int) -> None:
        """A mark that was encoded twice or more is skipped and told on any line; inside a line it is text."""
        mark = b"\xef\xbb\xbf"
        for _time in range(times):
            mark = mark.decode("latin-1").encode()
        shown = mark.decode()
        lines, told, _encoding = read(mark + b"a\n" + mark + b"b\nc" + mark + b"d\n", size=100)
        assert lines == ["a", "b", f"c{shown}d"]
        assert codes(told) == [("encoding.bom-inside", "warning", 1), ("encoding.bom-inside", "warning", 2)]
        assert told[0].text == f"{shown}a"

    def test_places_behind_a_mark_that_was_encoded_again(self) -> None:
        """Columns are those of the line as an editor shows it, the mark included."""
        content = "ï»¿TY  - JOUR\nTI  - Weirs\nER  - \nï»¿TY  - JOUR\nTI  - Locks\nER  - \n"
        found = coprod.loads(content)
        assert [paper.title for paper in found.papers] == ["Weirs", "Locks"]
        spans = [found.locate(paper, "type") for paper in found.papers]
        assert [(span.line, content.split("\n")[span.line - 1][span.start : span.end]) for (span,) in spans] == [
            (1, "JOUR"),
            (4, "JOUR"),
        ]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_encoded_again_behind_a_mark(self, encoding: str) -> None:
        """A mark of the file before it hides it not."""
        _lines, told, _encoding = read("ï»¿Wehre\n".encode(encoding))
        assert [code for code in codes(told) if code[0] == "encoding.bom-inside"] == [
            ("encoding.bom-inside", "warning", 1)
        ]

    def test_before_a_line_in_another_encoding(self) -> None:
        """The mark of a file is its mark, though the rest of the line is cp1252."""
        lines, told, _encoding = read(b"\xef\xbb\xbfW\xf6lfe\nWeirs\n")
        assert lines == ["Wölfe", "Weirs"]
        assert "encoding.bom-inside" not in {code for code, _severity, _line in codes(told)}

    def test_many_marks(self) -> None:
        """As many as there are, before a line in another encoding too."""
        (paper,) = coprod.loads(codecs.BOM_UTF8 * 1100 + b"TY  - JOUR\nTI  - W\xf6lfe\nER  - \n").papers
        assert paper.title == "Wölfe"
        lines, _told, _encoding = read(codecs.BOM_UTF8 * 1100 + b"W\xf6lfe\n")
        assert lines[0].endswith("Wölfe")

    @pytest.mark.parametrize("mark", ["ï»¿", "\ufeff"])
    def test_places_on_pages_behind_a_mark(self, mark: str) -> None:
        """On pages columns count the mark, too."""
        text = (
            "Introduction\n\nWe ask.\n\nKey Findings\n\n"
            + mark
            + "Of 120 people 34% trust.\n\nConclusion\n\nSo it is.\n"
        )
        found = coprod.loads(text, format="summary")
        (span,) = found.locate(found.findings[0], "statement")
        assert text.split("\n")[span.line - 1][span.start : span.end] == "Of 120 people 34% trust."

    def test_in_text(self) -> None:
        """Text that was decoded already may begin with a mark, which is skipped."""
        document = Document("a.txt", iter(["\ufeffa\n\ufeffb"]))
        assert document.head == "a\n\ufeffb"
        assert [line for _number, line in document.lines()] == ["a", "b"]
        assert codes(list(document.told())) == [("encoding.bom-inside", "warning", 2)]


class TestEncodings:
    """Which encoding a source is read in."""

    def test_plain(self) -> None:
        """UTF-8, and ASCII as a part of it, is read in silence."""
        assert read("Zwölf Wehre".encode()) == (["Zwölf Wehre"], [], "utf-8")
        assert read(b"Wehre") == (["Wehre"], [], "utf-8")

    @pytest.mark.parametrize("size", [1, 3, 100])
    def test_a_line_in_cp1252(self, size: int) -> None:
        """A line that is not UTF-8 is read as cp1252, alone, and told with its text."""
        content = "Brücke\n".encode() + "café – “zu”\r\n".encode("cp1252") + "Wächter\n".encode()
        lines, told, encoding = read(content, size=size)
        assert lines == ["Brücke", "café – “zu”", "Wächter"]
        assert codes(told) == [("encoding.cp1252", "warning", 2)]
        assert told[0].text == "café – “zu”"
        assert encoding == "utf-8"

    def test_a_file_in_cp1252(self) -> None:
        """A file of which no line is UTF-8 is one in cp1252; each line is told."""
        lines, told, encoding = read("Brücke\n\nWächter\n".encode("cp1252"))
        assert lines == ["Brücke", "", "Wächter"]
        assert codes(told) == [("encoding.cp1252", "warning", 1), ("encoding.cp1252", "warning", 3)]
        assert encoding == "cp1252"

    def test_bytes_that_are_nothing(self) -> None:
        """A byte that is no text in any of them becomes U+FFFD, which is an error with its line."""
        lines, told, _encoding = read(b"a\nb \x81\x8d c\n")
        assert lines == ["a", "b \ufffd\ufffd c"]
        assert codes(told) == [("encoding.undecodable", "error", 2)]
        assert "2 bytes" in told[0].message

    def test_named(self) -> None:
        """The encoding that the caller names comes before UTF-8, and is told unless it is that."""
        assert read("śluza".encode("cp1250"), encoding="windows-1250")[0] == ["śluza"]
        assert codes(read(b"a", encoding="windows-1250")[1]) == [("encoding.named", "info", 1)]
        assert read("śluza".encode(), encoding="UTF8") == (["śluza"], [], "utf-8")
        assert read("śluza".encode(), encoding="utf-8-sig") == (["śluza"], [], "utf-8")

    def test_named_but_not_in_it(self) -> None:
        """A line that is not in the encoding the caller named is tried as UTF-8, then as cp1252."""
        content = "śluza\n".encode() + "café\n".encode("cp1252")
        lines, told, _encoding = read(content, encoding="ascii")
        assert lines == ["śluza", "café"]
        assert [diagnostic.code for diagnostic in told] == ["encoding.named", "encoding.utf-8", "encoding.cp1252"]

    @pytest.mark.parametrize("name", ["iso2022_jp", "hz", "utf-7", "shift_jis", "gb18030", "euc_kr", "big5"])
    @pytest.mark.parametrize("size", [1, 100])
    def test_letters_of_two_bytes(self, name: str, size: int) -> None:
        """Encodings that write other letters with the bytes of ASCII are read as such."""
        lines, told, encoding = read("TI  - 水山\r\nAU  - 水\n".encode(name), size=size, encoding=name)
        assert lines == ["TI  - 水山", "AU  - 水"]
        assert codes(told) == [("encoding.named", "info", 1)]
        assert encoding == name

    def test_half_a_letter(self) -> None:
        """Half a character of UTF-16, which UTF-7 can write, is kept."""
        assert read(b"+2AA-\n", encoding="utf-7")[0] == ["\ud800"]

    @pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
    @pytest.mark.parametrize("size", [1, 100])
    def test_wide_without_a_mark(self, name: str, size: int) -> None:
        """UTF-16 and UTF-32 are known by their zero bytes, which is a guess and told as one."""
        lines, told, encoding = read("TY  - JOUR\r\nTI  - Zwölf\r\n".encode(name), size=size)
        assert lines == ["TY  - JOUR", "TI  - Zwölf"]
        assert codes(told) == [("encoding.guessed", "warning", 1)]
        assert encoding == name

    @pytest.mark.parametrize(
        ("named", "name"),
        [
            ("utf-16", "utf-16-be"),
            ("utf-16", "utf-16-le"),
            ("utf-32", "utf-32-be"),
            ("utf-32", "utf-32-le"),
            ("utf_16_be", "utf-16-be"),
        ],
    )
    def test_wide_and_named(self, named: str, name: str) -> None:
        """Without a mark, the byte order that the caller left open is found in the text."""
        assert read("TY  - JOUR\nER  - ".encode(name), encoding=named)[0] == ["TY  - JOUR", "ER  - "]

    def test_wide_and_named_but_unclear(self) -> None:
        """Where nothing shows the byte order, it is little-endian."""
        assert detect("水".encode("utf-16-le"), "utf-16")[0].name == "utf-16-le"

    def test_zero_bytes_alone_are_no_wide_text(self) -> None:
        """A few zero bytes, or too few bytes, make no UTF-16."""
        assert detect(b"TY  - JOUR\0\0", None)[0].name == "utf-8"
        assert detect(b"T\0Y\0", None)[0].name == "utf-8"
        assert detect(b"\0" * 64, None)[0].name == "utf-8"

    def test_damaged_wide_text(self) -> None:
        """Half a character of UTF-16 becomes U+FFFD and an error."""
        lines, told, _encoding = read(codecs.BOM_UTF16_LE + "ab\n".encode("utf-16-le") + b"\x00\xdc\x63")
        assert lines == ["ab", "\ufffd\ufffd"]
        assert codes(told) == [("encoding.bom", "info", 1), ("encoding.undecodable", "error", None)]

    def test_ebcdic(self) -> None:
        """An encoding whose line ends are other bytes than those of ASCII is decoded before it is cut."""
        assert read("TY  - JOUR\nER".encode("cp037"), encoding="cp037")[0] == ["TY  - JOUR", "ER"]

    @pytest.mark.parametrize("name", ["UTF8", "Latin-1", "Windows-1252", "shift_jis", "cp037"])
    def test_names(self, name: str) -> None:
        """Every encoding of text that Python knows can be named, under any of its names."""
        assert named_encoding(name) == codecs.lookup(name).name

    @pytest.mark.parametrize(
        "name",
        ["", "klingon", "a\0b", "base64", "hex", "zlib", "rot13", "idna", "punycode", "unicode_escape", "undefined"],
    )
    def test_no_names(self, name: str) -> None:
        """What is no encoding of files is refused by its name."""
        with pytest.raises(UnknownEncodingError) as caught:
            named_encoding(name)
        assert caught.value.encoding == name

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            (b"abc", ("abc", "ascii", 0)),
            ("ü".encode(), ("ü", "utf-8", 0)),
            (b"\xfc", ("ü", "cp1252", 0)),
            (b"\xfc\x81", ("ü\ufffd", "cp1252", 1)),
        ],
    )
    def test_one_line(self, line: bytes, expected: tuple[str, str, int]) -> None:
        """A line says in which encoding it was found, and how many bytes were nothing."""
        assert decode_line(line, "utf-8") == expected


class TestLineLength:
    """The limit on the length of a line."""

    @pytest.mark.parametrize("size", [4, 100])
    def test_passed(self, size: int) -> None:
        """A line longer than the limit is refused, with the name of the limit and the number of a line."""
        with pytest.raises(LimitError) as caught:
            read(b"short\n" + b"x" * 40 + b"\n", size=size, limits=Limits(line_length=20))
        assert (caught.value.limit, caught.value.allowed, caught.value.line) == ("line_length", 20, 2)

    @pytest.mark.parametrize("size", [4, 100])
    def test_kept(self, size: int) -> None:
        """Lines up to the limit are read, however many there are."""
        assert read(b"x" * 20 + b"\n" + b"y" * 20, size=size, limits=Limits(line_length=20))[0] == ["x" * 20, "y" * 20]

    def test_longer_than_a_piece(self) -> None:
        """A line of several pieces that is as long as the limit is read."""
        document = Document(
            "a.txt", pieces(b"x" * 200_000 + b"\ny", 50_000), Options(limits=Limits(line_length=200_000))
        )
        assert [len(line) for _number, line in document.lines()] == [200_000, 1]

    def test_without_an_end(self) -> None:
        """A line without an end is refused before all of it is in memory."""
        taken = []

        def endless() -> Iterator[bytes]:
            while True:
                taken.append(1)
                yield b"x" * 100_000

        with pytest.raises(LimitError):
            list(Document("a.txt", endless(), Options(limits=Limits(line_length=1_000_000))).lines())
        assert len(taken) < 20
