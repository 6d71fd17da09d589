"""`load`, `loads` and `iter_load`: the same records, the same diagnostics, the same limits."""

import gc
import hashlib
import io
import itertools
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coprod import Collection, Diagnostic, Finding, Limits, Paper, formats, iter_load, load, loads
from coprod.document import Document
from coprod.exceptions import (
    CoprodError,
    LimitError,
    ReadError,
    UnknownEncodingError,
    UnknownFormatError,
    UnknownReaderError,
)
from coprod.readers import Reader, register, unregister
from coprod.readers.foreign import describe

DATA = Path(__file__).parent / "data" / "ris"
RIS = "TY  - JOUR\nTI  - Zwölf Wehre\nDB  - Tides\nER  - \n"
BROKEN = RIS + "TY  - JOUR\nTI  - Cut"


def zipped(*names: str) -> bytes:
    """A zip file with files of these names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


FOREIGN: dict[str, tuple[bytes, str]] = {
    "bibtex": (b"@article{weir2031,\n  title = {Weirs},\n  year = 2031\n}\n", "BibTeX"),
    "bibtex-behind-a-comment": (b"Exported by the harbour office\n\n@InCollection{weir,\n title = {W}}\n", "BibTeX"),
    "nbib": (b"\nPMID- 99000001\nOWN - NLM\nTI  - Weirs\nFAU - Quillfeather, Odalys\n", "MEDLINE (nbib)"),
    "wos": (
        b"FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Quillfeather, O\nTI Weirs\nER\n\nEF",
        "Web of Science native",
    ),
    "wos-without-a-head": (
        b"PT J\r\nAU Quillfeather, O\r\n   Oxenmoor, P\r\nTI Weirs\r\nER\r\n",
        "Web of Science native",
    ),
    "wos-in-columns": (b"PT\tAU\tBA\tTI\nJ\tQuillfeather, O\t\tWeirs\n", "tab delimited"),
    "refer": (b"%0 Journal Article\n%A Quillfeather, O.\n%T Weirs\n", "Refer"),
    "endnote-xml": (
        b'<?xml version="1.0"?>\n<xml><records><record><ref-type name="Book">6</ref-type></record></records></xml>',
        "EndNote XML",
    ),
    "pubmed-xml": (b'<?xml version="1.0"?>\n<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>', "PubMed XML"),
    "mods": (b'<?xml version="1.0"?>\n<modsCollection><mods/></modsCollection>', "MODS"),
    "xml": (b'<?xml version="1.0"?>\n<weirs><weir/></weirs>', "an XML file"),
    "json": (b'{"title": "Weirs"}', "a JSON file"),
    "json-list": (b'[{"title": "Weirs"}]', "a JSON file"),
    "html": (b"<!DOCTYPE html>\n<html><head><title>Weirs</title></head><body>Weirs</body></html>", "an HTML page"),
    "wall": (
        b"<html><head><title>Just a moment...</title></head><body></body></html>",
        "a page that keeps programs out ('Just a moment...')",
    ),
    "wall-of-another": (
        b'<!doctype html><title lang="en">  Access Denied </title>',
        "a page that keeps programs out ('Access Denied')",
    ),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF file"),
    "zip": (zipped("weirs.txt"), "a zip file"),
    "zip-of-nothing": (zipped(), "an empty zip file"),
    "xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
    "docx": (zipped("[Content_Types].xml", "word/document.xml"), "a Word document"),
    "gzip": (b"\x1f\x8b\x08\0\0\0\0\0", "a gzip file"),
    "rtf": (b"{\\rtf1\\ansi Weirs}", "an RTF document"),
    "sqlite": (b"SQLite format 3\0\x10\0", "an SQLite database"),
    "old-office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Office file"),
    "binary": (bytes(range(256)) * 4, "a binary file"),
    "no-letters": ("\x01\x02\x03 \ue000\x07".encode(), "a binary file"),
    "empty": (b"", "an empty file"),
    "mark-alone": (b"\xef\xbb\xbf", "a file of white space"),
    "white-space": (b" \r\n\t\n\x0c", "a file of white space"),
    "text": ("Zwölf Wehre und kein Ende, sagt\tder Wärter.\x0c\n".encode(), "plain text of no known format"),
}


def account(records: Any) -> tuple[tuple[Any, ...], tuple[Diagnostic, ...]]:
    """The records of an iterator, and then its diagnostics."""
    found = tuple(records)
    return found, records.diagnostics


class TestForeign:
    """What is not RIS is named."""

    @pytest.mark.parametrize(("content", "seen"), FOREIGN.values(), ids=list(FOREIGN))
    @pytest.mark.parametrize("suffix", ["txt", "ris"])
    def test_named(self, content: bytes, seen: str, suffix: str, tmp_path: Path) -> None:
        """A file that no reader knows is raised with what it looks like and what is known, whatever its name."""
        path = tmp_path / f"found.{suffix}"
        path.write_bytes(content)
        if (suffix, seen) == ("ris", "MEDLINE (nbib)"):
            assert load(path).papers[0].pmid == "99000001", "PubMed's records turn up in files of RIS"
            return
        with pytest.raises(UnknownFormatError) as caught:
            load(path)
        assert seen in caught.value.seen
        assert seen in str(caught.value)
        assert caught.value.source == str(path)
        assert caught.value.known == formats()
        assert "ris" in str(caught.value)

    @pytest.mark.parametrize(("content", "seen"), FOREIGN.values(), ids=list(FOREIGN))
    def test_among_several(self, content: bytes, seen: str) -> None:
        """Among several sources it is a diagnostic, and the others are read; with `strict` it is raised."""

        def sources() -> tuple[Any, ...]:
            return io.BytesIO(content), io.StringIO(RIS)

        found = load(*sources())
        assert [paper.title for paper in found.papers] == ["Zwölf Wehre"]
        assert [(d.code, d.severity, d.source) for d in found.diagnostics] == [
            ("load.unknown-format", "error", "<stream>")
        ]
        assert seen in found.diagnostics[0].message
        assert [source.reader for source in found.sources] == [None, "ris"]
        with pytest.raises(UnknownFormatError):
            load(*sources(), strict=True)

    @pytest.mark.parametrize(("content", "seen"), FOREIGN.values(), ids=list(FOREIGN))
    def test_with_a_named_format(self, content: bytes, seen: str) -> None:
        """A named format is never unknown: a file without a record of it gives nothing, and an error."""
        found = loads(content, format="ris")
        errors = [diagnostic.code for diagnostic in found.diagnostics if diagnostic.severity == "error"]
        if seen == "MEDLINE (nbib)":
            assert (found.papers[0].pmid, errors) == ("99000001", [])
        else:
            assert (len(found), errors[0]) == (0, "load.no-records")
            assert set(errors[1:]) <= {"encoding.undecodable"}
            with pytest.raises(ReadError):
                loads(content, format="ris", strict=True)

    @pytest.mark.parametrize(
        ("text", "seen"),
        [
            ("ResearchBunny Logo\nPublic Administration\n", "a summary page"),
            ("Weirs\nLiterature Review\nOld weirs.\nKey Findings\nNew weirs.\n", "a summary page"),
            ("Search results\n1 - 20 of 1,204\nWeirs\n", "a publisher's search page"),
            ("Seeing groups of weirs\n", "plain text of no known format"),
        ],
    )
    def test_pages(self, text: str, seen: str) -> None:
        """The text of a page is known by what such pages say."""
        assert describe(Document("page.txt", iter([text.encode()]))).startswith(seen)

    def test_wide_text_is_no_binary_file(self) -> None:
        """A text in UTF-16 is looked at as text."""
        with pytest.raises(UnknownFormatError, match="BibTeX"):
            loads("@book{weir, title = {Zwölf Wehre}}".encode("utf-16"))


class TestSniffing:
    """RIS is known by its content."""

    @pytest.mark.parametrize(
        "content",
        [
            RIS,
            "\ufeff" + RIS,
            "\n\n  Exported by the harbour office\n\n" + RIS,
            RIS.replace("  - ", " - "),
            RIS.replace("\n", "\r"),
            RIS.lower(),
            "TY  - JOUR",
            "AU  - Oxenmoor, P.\nTI  - Weirs\nPY  - 2031\nER  - \n",
        ],
    )
    def test_known(self, content: str) -> None:
        """A text with TY, or with ER and a few tags, is RIS whatever its name."""
        assert [source.reader for source in loads(content, name="a.txt").sources] == ["ris"]

    def test_by_the_name_too(self) -> None:
        """Tags alone are RIS if the name says so."""
        content = "AU  - Oxenmoor, P.\nTI  - Weirs\nPY  - 2031\n"
        assert loads(content, name="a.ris").papers[0].title == "Weirs"
        with pytest.raises(UnknownFormatError):
            loads(content, name="a.txt")

    @pytest.mark.parametrize("content", ["TI  - Weirs", "AU - the sign of gold", "TY: JOUR\nER:"])
    def test_not_known(self, content: str) -> None:
        """A line or two that look like tags are no RIS."""
        with pytest.raises(UnknownFormatError):
            loads(content, name="a.ris")

    def test_unknown_format_name(self) -> None:
        """A format that no reader has is refused, and the known ones are listed."""
        for call in (loads, load, lambda source, **options: list(iter_load(source, **options))):
            with pytest.raises(UnknownReaderError, match=r"no reader is named 'riss'; known formats: .*ris") as caught:
                call("a.ris", format="riss")
            assert (caught.value.format, caught.value.known) == ("riss", formats())


class TestAgreement:
    """Three ways in, one result."""

    def test_files_and_content(self, tmp_path: Path) -> None:
        """A file, its bytes, and its records one by one give the same."""
        path = tmp_path / "a.ris"
        path.write_text(BROKEN, encoding="utf-8", newline="")
        found = load(path)
        assert loads(path.read_bytes(), name=str(path)) == found
        assert account(iter_load(path)) == (found.papers, found.diagnostics)

    def test_folders(self) -> None:
        """A folder record by record gives what it gives at once."""
        found = load(DATA)
        records = iter_load(DATA)
        assert account(records) == (found.papers, found.diagnostics)
        assert records.sources == found.sources
        assert len(found) > 200

    def test_text_and_bytes(self) -> None:
        """Text gives the records of its bytes; only the account of the bytes is missing."""
        text, data = loads(BROKEN), loads(BROKEN.encode())
        assert (text.papers, text.diagnostics) == (data.papers, data.diagnostics)
        assert (text.sources[0].sha256, text.sources[0].encoding) == (None, None)

    def test_the_account(self) -> None:
        """A source is accounted for: reader, encoding, digest, records by kind, papers by database."""
        source = loads((RIS * 2).encode(), name="a.ris").sources[0]
        assert source.to_dict() == {
            "name": "a.ris",
            "reader": "ris",
            "encoding": "utf-8",
            "sha256": hashlib.sha256((RIS * 2).encode()).hexdigest(),
            "counts": {"papers": 2},
            "databases": {"Tides": 2},
        }


class TestIterating:
    """`iter_load`."""

    def test_lazy(self, tmp_path: Path) -> None:
        """Nothing is opened before the first record is asked for."""
        records = iter_load(tmp_path / "missing.ris")
        assert iter(records) is records
        with pytest.raises(FileNotFoundError):
            next(records)

    @pytest.mark.parametrize("record", [RIS, RIS.replace("ER  - \n", "")])
    def test_one_by_one(self, record: str) -> None:
        """A record is given before the source has been read to its end, whether or not there is an ER."""
        taken: list[int] = []

        class Stream:
            def read(self, _size: int = -1) -> bytes:
                taken.append(1)
                return (record * 3000).encode() if len(taken) < 10 else b""

        records = iter_load(Stream())
        assert isinstance(next(records), Paper)
        assert len(taken) < 5
        assert (records.sources, records.diagnostics) == ((), ())
        assert repr(records) == "<RecordIterator: 0 sources read>"
        assert sum(1 for _record in records) == 9 * 3000 - 1
        assert repr(records) == "<RecordIterator: 1 sources read>"
        with pytest.raises(StopIteration):
            next(records)

    def test_diagnostics_gather(self) -> None:
        """Without a callback the diagnostics of the sources that were read are gathered."""
        records = iter_load(io.StringIO(BROKEN), io.StringIO(RIS))
        next(records)
        before = records.diagnostics
        assert before == ()
        assert [diagnostic.code for diagnostic in account(records)[1]] == ["ris.cut"]

    def test_on_diagnostic(self) -> None:
        """A callback gets each diagnostic, and they are not gathered."""
        told: list[Diagnostic] = []
        records = iter_load(io.StringIO(BROKEN), on_diagnostic=told.append)
        assert len(list(records)) == 2
        assert records.diagnostics == ()
        assert tuple(told) == load(io.StringIO(BROKEN)).diagnostics

    def test_no_sources(self) -> None:
        """Without a source there is no record, and a warning."""
        assert [diagnostic.code for diagnostic in account(iter_load())[1]] == ["load.no-sources"]

    def test_strict(self) -> None:
        """With `strict` the records before the error are given, then it is raised."""
        records = iter_load(io.StringIO(BROKEN), strict=True)
        assert isinstance(next(records), Paper)
        with pytest.raises(ReadError, match=r"ris\.cut"):
            list(records)


class TestStrict:
    """`strict=True`."""

    def test_raises_the_first_error(self) -> None:
        """The first diagnostic of severity "error" is raised, and goes with the exception."""
        with pytest.raises(ReadError) as caught:
            loads(BROKEN, name="a.ris", strict=True)
        assert type(caught.value) is ReadError
        assert caught.value.source == "a.ris"
        assert caught.value.diagnostic == loads(BROKEN, name="a.ris").diagnostics[0]
        assert str(caught.value) == str(caught.value.diagnostic)

    def test_lets_warnings_pass(self) -> None:
        """A warning stops nothing."""
        content = RIS.replace("ER  - \n", "") + RIS
        assert loads(content, strict=True) == loads(content)
        assert [diagnostic.severity for diagnostic in loads(content).diagnostics] == ["warning"]

    def test_errors_of_decoding(self) -> None:
        """Bytes that are nothing are an error, also where the reader minds nothing."""
        with pytest.raises(ReadError, match=r"encoding\.undecodable"):
            loads(b"TY  - JOUR\nTI  - \x81\nER  - ", strict=True)


class TestOptions:
    """The other options."""

    def test_encoding(self) -> None:
        """`encoding` names the encoding of bytes."""
        assert loads(RIS.replace("Zwölf", "śluza").encode("cp1250"), encoding="cp1250").papers[0].title == "śluza Wehre"

    def test_unknown_encoding(self) -> None:
        """An encoding that Python does not know is refused by its name."""
        with pytest.raises(UnknownEncodingError, match="'klingon'"):
            loads(RIS.encode(), encoding="klingon")

    def test_repair(self) -> None:
        """Without `repair` markup stays."""
        content = RIS.replace("Wehre", "<i>Wehre</i>")
        assert loads(content).papers[0].title == "Zwölf Wehre"
        assert loads(content, repair=False).papers[0].title == "Zwölf <i>Wehre</i>"

    def test_layouts(self) -> None:
        """Layouts go to the readers, which may not need them."""
        assert loads(RIS, layouts=["a layout"]) == loads(RIS)

    def test_keyword_only(self) -> None:
        """Options cannot be given by place."""
        with pytest.raises(TypeError):
            loads(RIS, "a.ris")  # type: ignore[call-arg]


class TestLimits:
    """`limits=`."""

    @pytest.mark.parametrize(
        ("limits", "limit", "line"),
        [
            (Limits(line_length=12), "line_length", 2),
            (Limits(records=2), "records", 9),
            (Limits(source_bytes=100), "source_bytes", None),
        ],
    )
    def test_passed(self, limits: Limits, limit: str, line: int | None) -> None:
        """A limit that is passed is named, with its value and where that was, by all ways in."""
        content = RIS * 3
        for call in (
            lambda: loads(content, name="a.ris", limits=limits),
            lambda: list(iter_load(io.StringIO(content), limits=limits)),
        ):
            with pytest.raises(LimitError, match=rf"raise it with Limits\({limit}=\.\.\.\)") as caught:
                call()
            assert (caught.value.limit, caught.value.line) == (limit, line)
            assert caught.value.allowed == getattr(limits, limit)

    def test_not_passed(self) -> None:
        """A source that is as large as the limits allow is read."""
        content = RIS * 3
        limits = Limits(line_length=18, records=3, source_bytes=len(content))
        assert len(loads(content, limits=limits)) == 3

    def test_endless_source(self) -> None:
        """A limit stops an endless stream."""

        class Endless:
            def read(self, _size: int = -1) -> bytes:
                return RIS.encode() * 1000

        with pytest.raises(LimitError):
            load(Endless(), limits=Limits(source_bytes=1_000_000))
        with pytest.raises(LimitError):
            list(iter_load(Endless(), limits=Limits(records=5000)))


class TestIds:
    """Ids of records."""

    def test_by_content(self) -> None:
        """An id comes from the record's own text: not from its place, nor from the source."""
        first = loads(RIS).papers[0].id
        later = loads("TY  - BOOK\nTI  - Ein Wehr\nER  - \n\n" + RIS, name="b.ris").papers[1].id
        assert first == later
        assert first is not None
        assert first != loads(RIS.replace("Zwölf", "Elf")).papers[0].id

    def test_ranks(self) -> None:
        """Equal records have ids with a rank, over all sources of a call."""
        found = load(io.StringIO(RIS * 2), io.StringIO(RIS))
        first = found.papers[0].id
        assert [paper.id for paper in found.papers] == [first, f"{first}-2", f"{first}-3"]
        assert [found.paper(paper.id or "") for paper in found.papers] == list(found.papers)

    def test_every_line_counts(self) -> None:
        """Records that differ in any line, the last one too, have ids of their own, with or without ER."""
        open_records = [RIS.replace("ER  - \n", f"N1  - {number}\n") for number in range(3)]
        ids = [paper.id for content in open_records for paper in loads(content).papers]
        ids += [paper.id for content in open_records for paper in loads(content + "ER  - ").papers]
        assert ids[:3] == ids[3:]
        assert len(set(ids)) == 3

    def test_findings_follow_their_paper(self) -> None:
        """A finding names its paper by the id with the rank."""

        def read(_document: Document) -> Iterator[Any]:
            for _ in range(2):
                yield Paper(id="weir", title="Weirs")
                yield Finding(id="f", statement="They hold.", paper="weir")
                yield Finding(id="g", statement="They leak.", paper="elsewhere")
                yield Finding(statement="Nobody knows.", paper="weir")

        register(Reader(name="mine", sniff=lambda _document: 1.0, read=read))
        try:
            found = loads("x", format="mine")
        finally:
            unregister("mine")
        assert [paper.id for paper in found.papers] == ["weir", "weir-2"]
        assert [(finding.id, finding.paper) for finding in found.findings] == [
            ("f", "weir"),
            ("g", "elsewhere"),
            (None, "weir"),
            ("f-2", "weir-2"),
            ("g-2", "elsewhere"),
            (None, "weir-2"),
        ]
        assert found.sources[0].counts == {"papers": 2, "findings": 6}


class TestSameInputSameOutput:
    """No clock, no randomness, no locale."""

    PROGRAM = "import coprod, sys; sys.stdout.buffer.write(coprod.load(sys.argv[1]).to_json().encode())"

    def run(self, **environment: str) -> bytes:
        """What another process reads of all cases."""
        command = [sys.executable, "-c", self.PROGRAM, str(DATA)]
        return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=True).stdout

    def test_in_another_process(self) -> None:
        """Another seed of hashes, another locale and another time zone give the same JSON, byte for byte."""
        here = load(DATA).to_json().encode()
        assert self.run(PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Tokyo") == here
        assert self.run(PYTHONHASHSEED="2", LC_ALL="tr_TR.UTF-8", PYTHONUTF8="0") == here

    def test_twice(self) -> None:
        """Reading twice gives equal collections with equal hashes, whatever was remembered from the first."""
        assert load(DATA) == load(DATA)
        assert hash(load(DATA)) == hash(load(DATA))

    def test_threads(self) -> None:
        """Threads that read at the same time do not disturb each other."""
        contents = [
            (DATA / "several-authors-by-and" / "input.ris").read_bytes() * 200,
            RIS.encode() * 300,
            BROKEN.encode(),
        ]
        alone = [loads(content) for content in contents]
        found: dict[int, Collection] = {}
        start = threading.Barrier(6)

        def read(number: int) -> None:
            start.wait()
            found[number] = loads(contents[number % 3])

        threads = [threading.Thread(target=read, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [found[number] for number in range(6)] == alone * 2
        assert gc.isenabled()


class TestGarbageCollector:
    """The collector of Python pauses while records are made."""

    @pytest.mark.parametrize("enabled", [True, False])
    def test_is_left_as_it_was(self, *, enabled: bool) -> None:
        """After reading, also after an error, the collector is on or off as before."""
        was_enabled = gc.isenabled()
        (gc.enable if enabled else gc.disable)()
        try:
            loads(RIS)
            assert gc.isenabled() is enabled
            with pytest.raises(CoprodError):
                loads("")
            assert gc.isenabled() is enabled
        finally:
            (gc.enable if was_enabled else gc.disable)()

    def test_runs_while_iterating(self) -> None:
        """Between two records of `iter_load` the collector is on."""
        records = iter_load(io.StringIO(RIS * 2))
        next(records)
        assert gc.isenabled()
        assert len(list(records)) == 1


def test_sources_are_never_mixed_up() -> None:
    """Records, diagnostics and accounts of many sources are in the order of the sources, and name them."""
    streams = []
    for number, content in zip(range(20), itertools.cycle([RIS, BROKEN, ""]), strict=False):
        stream = io.BytesIO(content.encode())
        stream.name = f"{number}.ris"
        streams.append(stream)
    found = load(*streams)
    assert [source.name for source in found.sources] == [f"{number}.ris" for number in range(20)]
    named = [paper.source.name for paper in found.papers if paper.source is not None]
    assert named == sorted(named, key=lambda name: int(name.removesuffix(".ris")))
    assert len(named) == 7 + 2 * 7
    assert [diagnostic.source for diagnostic in found.diagnostics] == [
        f"{number}.ris" for number in range(20) if number % 3
    ]


def test_what_load_read_can_be_traced() -> None:
    """What `load` read is kept, so that values can be traced, in sources of one name too."""
    other = RIS.replace("Zwölf", "Elf")
    found = load(io.StringIO(RIS), io.StringIO("\n\n" + other))
    assert [found.locate(paper, "title")[0].line for paper in found.papers] == [2, 4]


class TestNames:
    """Sources can be told apart by their names."""

    @staticmethod
    def write(folder: Path) -> str:
        """A folder with one file."""
        folder.mkdir(parents=True)
        (folder / "export.ris").write_text("TY  - JOUR\nTI  - Weirs\nER  - \n", encoding="utf-8")
        return str(folder)

    def test_files_of_two_folders(self, tmp_path: Path) -> None:
        """Where two files would have one name, that of the folder stands before it."""
        folders = [self.write(tmp_path / name) for name in ("a", "b")]
        (tmp_path / "b" / "only.ris").write_text("TY  - JOUR\nTI  - Weirs\nER  - \n", encoding="utf-8")
        found = load(*folders)
        assert [source.name for source in found.sources] == ["a/export.ris", "b/export.ris", "only.ris"]
        assert [found.locate(paper, "title")[0].source for paper in found.papers][:2] == [
            "a/export.ris",
            "b/export.ris",
        ]
        assert [source.name for source in load(folders[0]).sources] == ["export.ris"]

    def test_folders_of_one_name(self, tmp_path: Path) -> None:
        """Where the folders have one name too, they stand as they were given."""
        folders = [self.write(tmp_path / name / "a") for name in ("one", "two")]
        assert [source.name for source in load(*folders).sources] == [
            f"{Path(folder).as_posix()}/export.ris" for folder in folders
        ]
