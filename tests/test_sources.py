"""What can be handed to `load`: paths, folders, open files, streams that cannot seek."""

import io
import os
import threading
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from coprod import Collection, load, loads
from coprod.exceptions import ReadError, SourceTypeError, UnknownFormatError
from coprod.sources import STREAM_NAME, expand

RIS = "TY  - JOUR\nTI  - Zwölf Wehre\nER  - \n"
OTHER = "TY  - BOOK\nTI  - Ein Wehr\nER  - \n"

POSIX = pytest.mark.skipif(os.name == "nt", reason="pipes in folders are of POSIX")


class Drip:
    """A stream without a name that can be read once, and is read in small pieces."""

    def __init__(self, pieces: list[Any]) -> None:
        self._pieces = list(pieces)

    def read(self, _size: int = -1) -> Any:
        """The next piece; empty at the end, again and again."""
        return self._pieces.pop(0) if self._pieces else b""


def titles(collection: Collection) -> list[str | None]:
    """The titles of the papers."""
    return [paper.title for paper in collection.papers]


def names(collection: Collection) -> list[str]:
    """The names of the sources."""
    return [source.name for source in collection.sources]


def told(collection: Collection) -> list[tuple[str, str, str | None]]:
    """Code, severity and source of the diagnostics."""
    return [(diagnostic.code, diagnostic.severity, diagnostic.source) for diagnostic in collection.diagnostics]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a record."""
    file = tmp_path / "a.ris"
    file.write_text(RIS, encoding="utf-8", newline="")
    return file


class TestPaths:
    """A path, in every form that Python knows."""

    def test_text_and_path(self, path: Path) -> None:
        """A path is a text or a Path; the name of the source is the path as it was given."""
        for given in (str(path), path):
            found = load(given)
            assert titles(found) == ["Zwölf Wehre"]
            assert names(found) == [str(path)]
            assert found.papers[0].source is not None
            assert found.papers[0].source.name == str(path)

    def test_relative(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A relative path stays relative in the name."""
        monkeypatch.chdir(path.parent)
        assert names(load("a.ris")) == ["a.ris"]

    def test_like_a_path(self, path: Path) -> None:
        """Whatever says that it is a path is one, in bytes too."""

        class Like:
            def __fspath__(self) -> bytes:
                return os.fsencode(path)

        assert names(load(Like())) == [str(path)]

    def test_text_is_never_content(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A text given to `load` is a path, even if it looks like a record."""
        monkeypatch.chdir(tmp_path)
        with pytest.raises(OSError, match="TY  - JOUR"):
            load("TY  - JOUR")

    def test_missing(self, tmp_path: Path) -> None:
        """A path that is not there is what the file system says it is."""
        with pytest.raises(FileNotFoundError):
            load(tmp_path / "missing.ris")

    def test_impossible(self) -> None:
        """A path that cannot be one is an error of ours."""
        with pytest.raises(ReadError, match="null"):
            load("a\0b.ris")

    @pytest.mark.parametrize("source", [None, 1, b"a.ris", ["a.ris"], object()])
    def test_no_source(self, source: object) -> None:
        """What is neither a path nor a file is refused by the name of its type, and content is sent to `loads`."""
        with pytest.raises(SourceTypeError, match=r"loads\(\)") as caught:
            load(source)
        assert caught.value.type_name == type(source).__name__

    def test_bad_source_before_reading(self, path: Path) -> None:
        """Nothing is read if one of the sources is none."""
        stream = io.BytesIO(RIS.encode())
        with pytest.raises(SourceTypeError):
            load(stream, path, 3)
        assert stream.tell() == 0

    def test_none_at_all(self) -> None:
        """No source gives an empty Collection and says so."""
        assert told(load()) == [("load.no-sources", "warning", None)]

    def test_the_same_file_twice(self, path: Path, tmp_path: Path) -> None:
        """Whatever leads to it: its name, its folder, a link; a copy is another file."""
        (tmp_path / "link.ris").symlink_to(path)
        copy = tmp_path / "copy" / path.name
        copy.parent.mkdir()
        copy.write_bytes(path.read_bytes())
        found = list(expand([path, str(path), tmp_path / "link.ris", path.parent / "." / path.name, copy]))
        assert [file.again for file in found] == [None, *[str(path)] * 3, None]

    def test_several_in_order(self, path: Path, tmp_path: Path) -> None:
        """Several sources are read in the order in which they are given."""
        other = tmp_path / "0.ris"
        other.write_text(OTHER, encoding="utf-8")
        assert titles(load(path, other)) == ["Zwölf Wehre", "Ein Wehr"]
        assert titles(load(other, path)) == ["Ein Wehr", "Zwölf Wehre"]

    def test_the_same_twice(self, path: Path) -> None:
        """A file that is given twice is read twice, and its records differ in the rank of their ids."""
        found = load(path, path, path)
        first = found.papers[0].id
        assert [paper.id for paper in found.papers] == [first, f"{first}-2", f"{first}-3"]
        assert names(found) == [str(path)] * 3


class TestFolders:
    """A folder stands for every file below it."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Three records, one of them below, and a file that nobody knows."""
        (tmp_path / "b" / "c").mkdir(parents=True)
        (tmp_path / "z.ris").write_text(RIS, encoding="utf-8")
        (tmp_path / "a.txt").write_text(OTHER, encoding="utf-8")
        (tmp_path / "b" / "c" / "x.ris").write_text(OTHER.replace("Ein", "Kein"), encoding="utf-8")
        (tmp_path / "b" / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        return tmp_path

    def test_all_files_below(self, folder: Path) -> None:
        """Every file below is read, in the order of the paths, under its path in the folder; the rest is named."""
        found = load(folder)
        assert titles(found) == ["Ein Wehr", "Kein Wehr", "Zwölf Wehre"]
        assert names(found) == ["a.txt", "b/c/x.ris", "b/photo.png", "z.ris"]
        assert told(found) == [("load.unknown-format", "warning", "b/photo.png")]
        assert "a PNG picture" in found.diagnostics[0].message

    def test_in_any_place(self, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        """A folder gives the same wherever it stands, and through a path that ends in a separator."""
        other = tmp_path_factory.mktemp("elsewhere") / "deep"
        folder.rename(other)
        found = load(other)
        other.rename(folder)
        assert load(folder) == found == load(f"{folder}{os.sep}")

    def test_strict(self, folder: Path) -> None:
        """With `strict` a file that no reader knows is raised."""
        with pytest.raises(UnknownFormatError, match=r"b/photo\.png"):
            load(folder, strict=True)

    def test_empty(self, tmp_path: Path) -> None:
        """An empty folder gives an empty Collection and says so."""
        (tmp_path / "below").mkdir()
        assert told(load(tmp_path)) == [("load.no-sources", "warning", None)]
        assert len(load(tmp_path)) == 0

    def test_alone_in_a_folder(self, tmp_path: Path) -> None:
        """A file that no reader knows is told, not raised, even if it is the only one of its folder."""
        (tmp_path / "empty.ris").touch()
        assert told(load(tmp_path)) == [("load.unknown-format", "warning", "empty.ris")]

    def test_links(self, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        """A link to a file is read; a link to a folder is not followed, so that a circle ends."""
        linked = tmp_path_factory.mktemp("linked")
        try:
            (linked / "file.ris").symlink_to(folder / "z.ris")
            (linked / "circle").symlink_to(linked, target_is_directory=True)
        except OSError:
            pytest.skip("no links here")
        assert titles(load(linked)) == ["Zwölf Wehre"]

    @POSIX
    def test_special_files(self, folder: Path) -> None:
        """A pipe in a folder, which might never end, and a link to nothing are named and not read."""
        os.mkfifo(folder / "pipe.ris")
        (folder / "nowhere.ris").symlink_to(folder / "missing.ris")
        found = load(folder)
        assert titles(found) == ["Ein Wehr", "Kein Wehr", "Zwölf Wehre"]
        assert [source for _code, _severity, source in told(found)] == ["b/photo.png", "nowhere.ris", "pipe.ris"]
        assert {code for code, _severity, _source in told(found)} == {"load.unknown-format"}

    @POSIX
    def test_special_file_strict(self, tmp_path: Path) -> None:
        """With `strict` a pipe in a folder is raised, and not waited for."""
        os.mkfifo(tmp_path / "pipe.ris")
        with pytest.raises(UnknownFormatError, match="pipe"):
            load(tmp_path, strict=True)

    def test_error_of_the_file_system(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A folder below that cannot be listed is what the file system says, not an empty one."""

        def walk(_top: Path, onerror: Any) -> Iterator[Any]:
            onerror(PermissionError("no entry"))
            yield from ()

        monkeypatch.setattr(os, "walk", walk)
        with pytest.raises(PermissionError, match="no entry"):
            load(tmp_path)


class TestFiles:
    """Open files and streams."""

    def test_binary_file(self, path: Path) -> None:
        """A file opened in binary mode is read, from where it stands, and is not closed."""
        with path.open("rb") as file:
            found = load(file)
            assert not file.closed
        assert found == load(path)

    def test_from_where_it_stands(self) -> None:
        """A file is read from where it stands to its end, and lines are counted from there."""
        stream = io.BytesIO((OTHER + RIS).encode())
        stream.seek(len(OTHER))
        found = load(stream)
        assert titles(found) == ["Zwölf Wehre"]
        assert found.papers[0].source is not None
        assert (found.papers[0].source.first_line, found.papers[0].source.name) == (1, STREAM_NAME)

    def test_text_file(self, path: Path) -> None:
        """A file opened in text mode is read as the text that it gives; there are no bytes to tell of."""
        with path.open(encoding="utf-8") as file:
            found = load(file)
        assert titles(found) == ["Zwölf Wehre"]
        assert (found.sources[0].name, found.sources[0].encoding, found.sources[0].sha256) == (str(path), None, None)

    def test_text_file_in_another_encoding(self, tmp_path: Path) -> None:
        """A text file that cannot be decoded as it was opened is an error that says what to do."""
        file = tmp_path / "b.ris"
        file.write_bytes(RIS.encode("cp1252"))
        with (
            file.open(encoding="utf-8") as stream,
            pytest.raises(ReadError, match="as utf-8; open it in binary mode") as caught,
        ):
            load(stream)
        assert caught.value.source == str(file)

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_text_in_memory(self, end: str) -> None:
        """A StringIO is read, with whatever line ends it has."""
        found = load(io.StringIO(RIS.replace("\n", end), newline=""))
        assert titles(found) == ["Zwölf Wehre"]
        assert names(found) == [STREAM_NAME]

    def test_pipe(self) -> None:
        """A pipe, which cannot seek and has a number for a name, is read."""
        reading, writing = os.pipe()
        with os.fdopen(writing, "wb") as file:
            file.write(RIS.encode())
        with os.fdopen(reading, "rb") as file:
            found = load(file)
        assert titles(found) == ["Zwölf Wehre"]
        assert names(found) == [STREAM_NAME]

    def test_slow_pipe(self) -> None:
        """A pipe that is written while it is read is read to its end, without a buffer too."""
        reading, writing = os.pipe()
        content = RIS.encode() * 2_000

        def write() -> None:
            with os.fdopen(writing, "wb", buffering=0) as file:
                for start in range(0, len(content), 1_000):
                    file.write(content[start : start + 1_000])

        thread = threading.Thread(target=write)
        thread.start()
        with os.fdopen(reading, "rb", buffering=0) as file:
            found = load(file)
        thread.join()
        assert len(found) == 2_000

    @POSIX
    def test_named_pipe(self, tmp_path: Path) -> None:
        """A pipe that is named as a source, unlike one in a folder, is read."""
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        thread = threading.Thread(target=pipe.write_text, args=(RIS,), kwargs={"encoding": "utf-8"})
        thread.start()
        found = load(pipe)
        thread.join()
        assert titles(found) == ["Zwölf Wehre"]

    @pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
    def test_pieces(self, kind: type[Any]) -> None:
        """Anything with `read` is a stream, whatever kind of bytes it gives."""
        content = RIS.encode()
        pieces = [kind(content[:20]), kind(content[20:21]), kind(content[21:])]
        assert titles(load(Drip(pieces))) == ["Zwölf Wehre"]

    def test_stream_that_does_not_wait(self) -> None:
        """A stream that has nothing to give yet is an error that says what to do, not an endless question."""
        with pytest.raises(ReadError, match=r"<stream>: .* blocking"):
            load(Drip([RIS.encode(), None]))

    @pytest.mark.parametrize("name", [3, None, "", b"a.ris", PurePosixPath("a.ris")])
    def test_names_that_are_none(self, name: object) -> None:
        """A stream whose name is no text has none."""
        stream = Drip([RIS.encode()])
        stream.name = name  # type: ignore[attr-defined]
        assert names(load(stream)) == [STREAM_NAME]

    def test_a_stream_has_no_suffix_to_trust(self) -> None:
        """The name of a stream counts as that of a file."""
        stream = Drip([b"AB  - nothing but this\nKW  - and\nN1  - that"])
        with pytest.raises(UnknownFormatError):
            load(stream)
        stream = Drip([b"AB  - nothing but this\nKW  - and\nN1  - that"])
        stream.name = "a.ris"  # type: ignore[attr-defined]
        assert names(load(stream)) == ["a.ris"]

    def test_nothing(self) -> None:
        """An empty stream is told as an empty file."""
        with pytest.raises(UnknownFormatError, match="<stream>: no reader knows an empty file"):
            load(Drip([]))

    def test_mixed_sources(self, path: Path) -> None:
        """Paths, folders and streams can be given together."""
        found = load(io.BytesIO(OTHER.encode()), path, path.parent, io.StringIO(RIS))
        assert names(found) == [STREAM_NAME, str(path), "a.ris", STREAM_NAME]

    def test_errors_of_a_stream_pass(self) -> None:
        """What a stream raises is not hidden."""

        class Broken:
            def read(self, _size: int = -1) -> bytes:
                raise OSError("the line is dead")

        with pytest.raises(OSError, match="the line is dead"):
            load(Broken())

    def test_expand_is_lazy(self) -> None:
        """Sources are opened when they are read, one after the other."""
        opened = [source.name for source in expand([io.BytesIO(b""), "missing.ris"])]
        assert opened == [STREAM_NAME, "missing.ris"]


class TestContent:
    """Content that is at hand, for `loads`."""

    @pytest.mark.parametrize(
        "content", [RIS, RIS.encode(), bytearray(RIS.encode()), RIS.encode("utf-16"), RIS.replace("\n", "\r")]
    )
    def test_text_and_bytes(self, content: str | bytes) -> None:
        """Text and bytes are content, under a name that can be chosen."""
        assert names(loads(content)) == ["<string>"]
        found = loads(content, name="mail.ris")
        assert (titles(found), names(found)) == (["Zwölf Wehre"], ["mail.ris"])

    @pytest.mark.parametrize("content", [None, 3, Path("a.ris"), [RIS]])
    def test_nothing_else(self, content: Any) -> None:
        """What is neither text nor bytes is refused."""
        with pytest.raises(TypeError, match=r"load\(\)"):
            loads(content)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system has no links")
def test_links_below_a_folder_are_told(tmp_path: Path) -> None:
    """A link to a folder is not followed, one that leads nowhere is not read; both are named."""
    (tmp_path / "read").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "read" / "a.ris").write_text("TY  - JOUR\nTI  - Trust\nER  - \n", encoding="utf-8")
    (tmp_path / "read" / "scopus").symlink_to(tmp_path / "other")
    (tmp_path / "read" / "lost.ris").symlink_to(tmp_path / "nothing")
    found = load(tmp_path / "read")
    assert len(found.papers) == 1
    assert {(diagnostic.source, diagnostic.message) for diagnostic in found.diagnostics} == {
        ("scopus", "not read: a link to a folder; name that folder to read it"),
        ("lost.ris", "not read: a link that leads nowhere"),
    }
