"""Ids and names: records of many sources are told apart, and lead back to their own."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coprod import Finding, Paper, load, loads
from coprod.document import Document
from coprod.readers import Reader, register, unregister
from tests.loading.samples import BROKEN, RIS


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
