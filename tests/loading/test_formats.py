"""RIS is known by its content, and what is not RIS is named."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from coprod import formats, iter_load, load, loads
from coprod.document import Document
from coprod.exceptions import ReadError, UnknownFormatError, UnknownReaderError
from coprod.readers.foreign import describe
from tests.loading.samples import RIS


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
    "ris-without-spaces": (b"TY-JOUR\nAU-Quillfeather, Odalys\nTI-Weirs\nER-\n", "RIS whose tags are damaged"),
    "ris-with-colons": (b"TY: JOUR\nAU: Quillfeather, Odalys\nTI: Weirs\nER:\n", "RIS whose tags are damaged"),
    "ris-in-cells": (b"TY\tJOUR\rAU\tQuillfeather, Odalys\rTI\tWeirs\rER\r", "RIS whose tags are damaged"),
    "ris-in-a-list": (b"\xe2\x80\xa2 TY  - JOUR\n\xe2\x80\xa2 TI  - Weirs\n", "RIS whose tags are damaged"),
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

    @pytest.mark.parametrize("name", [".DS_Store", "below/desktop.ini", "~$notes.docx", "._a.ris"])
    def test_what_the_system_keeps(self, tmp_path: Path, name: str) -> None:
        """Below a folder it is told as an info, also with `strict`; a file that the user put there is not."""
        (tmp_path / "a.ris").write_text(RIS, encoding="utf-8")
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\0\0\0\1Bud1\0")
        found = load(tmp_path, strict=True)
        assert len(found.papers) == 1
        assert [(d.code, d.severity, d.source) for d in found.diagnostics] == [("load.unknown-format", "info", name)]
        (tmp_path / name).rename(tmp_path / "notes.bin")
        with pytest.raises(UnknownFormatError):
            load(tmp_path, strict=True)

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
