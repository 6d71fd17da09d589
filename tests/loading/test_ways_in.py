"""`load`, `loads` and `iter_load`: the same records, the same diagnostics, the same limits."""

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest

from coprod import Diagnostic, Limits, Paper, iter_load, load, loads
from coprod.exceptions import LayoutError, LimitError, ReadError, UnknownEncodingError
from coprod.readers.search import Layout, layouts
from tests.loading.samples import BROKEN, DATA, RIS, account


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
                return (record * 1500).encode() if len(taken) < 10 else b""

        records = iter_load(Stream())
        assert isinstance(next(records), Paper)
        assert len(taken) < 5
        assert (records.sources, records.diagnostics) == ((), ())
        assert repr(records) == "<RecordIterator: 0 sources read>"
        assert sum(1 for _record in records) == 9 * 1500 - 1
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

    @pytest.mark.parametrize(
        ("option", "value"), [("layouts", "my.toml"), ("layouts", Path("my.toml")), ("limits", {"records": 1})]
    )
    def test_options_of_another_type(self, option: str, value: Any) -> None:
        """They are refused where they are given."""
        with pytest.raises(TypeError, match=f"^{option} must be "):
            loads(RIS, **{option: value})

    def test_a_path_of_no_letters(self) -> None:
        """It is no path, and not the folder that the program runs in."""
        with pytest.raises(FileNotFoundError):
            load("")

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
        """Layouts go to the readers, which may not need them; one that cannot be read is told all the same."""
        (layout, *_others) = layouts()
        assert loads(RIS, layouts=[layout]) == loads(RIS)
        with pytest.raises(FileNotFoundError, match="a layout"):
            loads(RIS, layouts=["a layout"])
        with pytest.raises(LayoutError):
            loads(RIS, layouts=[3])

    def test_keyword_only(self) -> None:
        """Options cannot be given by place."""
        with pytest.raises(TypeError):
            loads(RIS, "a.ris")  # type: ignore[call-arg]


PAGE = """<!DOCTYPE html><html><head><title>Trust</title></head>
<body><h2>Introduction</h2>
<p>Care is shared by towns.</p>
<h2>Key Findings</h2>
<div><div><div><div><div><div><p>Trust rose by 12%.</p></div></div></div></div></div></div>
<p>Care fell by 3%.</p></body></html>
"""

ABSTRACT = """<html><head><meta name='citation_title' content='Trust'>
<meta name='citation_abstract' content='Care is shared by all of the towns.'></head><body>x</body></html>"""
RESULT = """<html><body><ul>
<li class='one'><h3>Care is shared by all of the towns</h3></li></ul></body></html>"""

SUMMARY = """<!DOCTYPE html><html><body><h2>Methods</h2><p>In this study we asked 90 people in two towns.</p>
<h2>Results</h2><p>Most of them trust each other.</p></body></html>
"""


def _is_passed(content: str, reader: str, layout: Layout, density: int) -> bool:
    """Whether a source has more lines, sentences and numbers than that."""
    try:
        loads(content, format=reader, layouts=[layout], limits=Limits(density=density))
    except LimitError as error:
        return error.limit == "density"
    return False


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

    @pytest.mark.parametrize(
        ("limits", "reader", "line"),
        [
            (Limits(page_bytes=60), "summary", 2),
            (Limits(page_bytes=100), "study-group", 3),
            (Limits(page_text=20), "summary", 3),
            (Limits(page_text=40), "study-group", 4),
            (Limits(density=8), "summary", 6),
            (Limits(density=3), "study-group", 4),
            (Limits(nesting=7), "summary", 5),
            (Limits(nesting=5), "study-group", 5),
            (Limits(records=1), "summary", 5),
        ],
    )
    def test_passed_by_a_page(self, limits: Limits, reader: str, line: int) -> None:
        """Bytes, nesting and records of a page are bounded, and each bound can be raised."""
        (limit,) = (
            name
            for name in ("page_bytes", "page_text", "density", "nesting", "records")
            if getattr(limits, name) != getattr(Limits(), name)
        )
        with pytest.raises(LimitError, match=rf"raise it with Limits\({limit}=\.\.\.\)") as caught:
            loads(PAGE, name="page.html", format=reader, limits=limits)
        assert (caught.value.limit, caught.value.line) == (limit, line)
        assert caught.value.allowed == getattr(limits, limit)
        enough = Limits(page_bytes=600, page_text=200, density=13, nesting=20, records=9)
        assert loads(PAGE, format="summary", limits=enough).findings

    @pytest.mark.parametrize(("content", "reader"), [(ABSTRACT, "article"), (RESULT, "search")])
    def test_passed_by_one_thing(self, content: str, reader: str) -> None:
        """An abstract that a page declares, and one result of a search page, are bounded too; each is read below it."""
        rows = Layout.from_mapping({"name": "mine", "select": {"row": "li.one", "title": "h3"}})
        with pytest.raises(LimitError, match="page_text") as caught:
            loads(content, format=reader, layouts=[rows], limits=Limits(page_text=20))
        assert caught.value.line == 2
        assert len(loads(content, format=reader, layouts=[rows], limits=Limits(page_text=60)).papers) == 1

    @pytest.mark.parametrize(("content", "reader"), [(SUMMARY, "summary"), (ABSTRACT, "article"), (RESULT, "search")])
    def test_density_of_a_source(self, content: str, reader: str) -> None:
        """Lines, sentences, metadata and numbers of pages that were joined count together."""
        rows = Layout.from_mapping({"name": "mine", "select": {"row": "li.one", "title": "h3"}})
        content = content if content.startswith("<!") else f"<!DOCTYPE html>{content}\n"
        units = next(units for units in range(99) if not _is_passed(content, reader, rows, units))
        assert units == {"summary": 8, "article": 5, "search": 1}[reader]
        assert not _is_passed(content * 3, reader, rows, units * 3)
        assert _is_passed(content * 3, reader, rows, units * 3 - 1)

    def test_limits_can_be_above_the_usual(self) -> None:
        """Of nesting: what is deeper than the usual limit is read where the caller allows it."""
        deep = PAGE.replace("<div>", "<div>" * 5500, 1)
        with pytest.raises(LimitError, match="nesting"):
            loads(deep, format="summary")
        assert loads(deep, format="summary", limits=Limits(nesting=6000)).findings

    def test_no_number(self) -> None:
        """A bound that is no number of things is refused where it is given."""
        with pytest.raises(TypeError, match=r"^Limits\.records must be int or None, not str$"):
            Limits(records="5")  # type: ignore[arg-type]
        with pytest.raises(TypeError, match=r"^Limits\.pages must be int, not bool$"):
            Limits(pages=True)
        with pytest.raises(ValueError, match=r"^Limits\.page_bytes must not be below zero, as -1 is$"):
            Limits(page_bytes=-1)

    def test_endless_source(self) -> None:
        """A limit stops an endless stream."""

        class Endless:
            def read(self, _size: int = -1) -> bytes:
                return RIS.encode() * 1000

        with pytest.raises(LimitError):
            load(Endless(), limits=Limits(source_bytes=1_000_000))
        with pytest.raises(LimitError):
            list(iter_load(Endless(), limits=Limits(records=5000)))
