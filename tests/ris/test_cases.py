"""Every folder of tests/data/ris is a small file and what a careful reader gets out of it.

A case is `input.ris` (or `input.txt`) and `expected.json`:

    quirks       rows of QUIRKS.txt that the file shows
    options      options of `load`, if any
    papers       one object a paper, with the fields that the case is about; null: the field is not there;
                 "lines": first and last line of the record
    exact        whole papers as dicts but for the id, where the case is about all of them
    encoding     encoding of the source
    databases    papers by database
    diagnostics  all of them: code, severity, line, count (if not 1), and what else the case is about
    pending      why the library does not read it so yet; the test is expected to fail then

A new case is a new folder.
"""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coprod import Collection, Paper, iter_load, load, loads
from coprod.exceptions import ReadError
from coprod.models._checks import check_types
from coprod.readers.ris.vocabulary import TYPE_NAMES

DATA = Path(__file__).parent.parent / "data" / "ris"
FOLDERS = sorted(path.parent for path in DATA.glob("*/expected.json"))
ROWS = (DATA / "QUIRKS.txt").read_text(encoding="utf-8").splitlines()

WORD = re.compile(r"\w+")
TAG = re.compile(r"[\s\ufeff\"'>]{0,8}(?:[A-Z][A-Z0-9]{1,3}|[a-z][a-z0-9](?=\s))\s{0,5}[-–]\s*")
TYPE = re.compile(r"[\s\ufeff\"'>]{0,8}TY\s{0,5}[-–]\s*(\w+)", re.IGNORECASE)


def expected_of(folder: Path) -> dict[str, Any]:
    """What the file of a case says should come out."""
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return expected


def input_of(folder: Path) -> Path:
    """The file of a case."""
    (path,) = folder.glob("input.*")
    return path


def options_of(folder: Path) -> dict[str, Any]:
    """The options that the case is read with."""
    options: dict[str, Any] = expected_of(folder).get("options", {})
    return options


def read(folder: Path) -> Collection:
    """What the library gets out of the file of a case."""
    return load(input_of(folder), **options_of(folder))


def params() -> Iterator[Any]:
    """Every case; a pending one is expected to fail."""
    for folder in FOLDERS:
        pending = expected_of(folder).get("pending")
        marks = [pytest.mark.xfail(reason=pending, strict=True)] if pending else []
        yield pytest.param(folder, id=folder.name, marks=marks)


def shown_paper(paper: Paper, expected: dict[str, Any]) -> dict[str, Any]:
    """The fields of a paper that are expected of it, None for those that it does not have."""
    check_types(paper)
    found = paper.to_dict()
    assert paper.source is not None
    found["lines"] = [paper.source.first_line, paper.source.last_line]
    return {field: found.get(field) for field in expected}


def whole_paper(paper: Paper) -> dict[str, Any]:
    """All of a paper but its id, with the name of the file alone."""
    found = paper.to_dict()
    found.pop("id")
    found["source"]["name"] = Path(found["source"]["name"]).name
    return found


def shown_diagnostics(collection: Collection, expected: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All diagnostics: code, severity, line, count, and what else the one at that place is expected to say."""
    shown = []
    for place, diagnostic in enumerate(collection.diagnostics):
        fields = ["code", "severity", "line", "count", *(expected[place] if place < len(expected) else ())]
        found = {"count": 1, **diagnostic.to_dict()}
        shown.append({field: found.get(field) for field in fields})
    return shown


def words_of(value: Any) -> Iterator[str]:
    """Every word in an object of plain types."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from words_of(key)
            yield from words_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from words_of(item)
    else:
        yield from WORD.findall(str(value).lower())


def lines_of(content: bytes, encoding: str) -> Iterator[str]:
    """The lines of a file, each in its encoding, or in cp1252 where it is not in that."""
    if encoding.startswith("utf-16"):
        yield from re.split("\r\n|\r|\n", content.decode(encoding))
        return
    for line in content.splitlines():
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")


def test_there_are_cases() -> None:
    """The folders are found, and so are the names of the quirks."""
    assert len(FOLDERS) > 150
    assert len(ROWS) > 100
    assert all((DATA / folder.name / "expected.json").is_file() for folder in DATA.iterdir() if folder.is_dir())


@pytest.mark.parametrize("folder", list(params()))
def test_case(folder: Path) -> None:
    """A case gives the papers and the diagnostics that a careful reader expects, and no others."""
    expected = expected_of(folder)
    collection = read(folder)
    assert [
        shown_paper(paper, fields) for paper, fields in zip(collection.papers, expected["papers"], strict=True)
    ] == expected["papers"]
    told = [{"count": 1, **diagnostic} for diagnostic in expected["diagnostics"]]
    assert shown_diagnostics(collection, told) == told
    source = collection.sources[0]
    if "exact" in expected:
        assert [whole_paper(paper) for paper in collection.papers] == expected["exact"]
    if "encoding" in expected:
        assert source.encoding == expected["encoding"]
    if "databases" in expected:
        assert source.databases == expected["databases"]


@pytest.mark.parametrize("row", ROWS)
def test_every_quirk_has_a_case(row: str) -> None:
    """Every quirk that real files show three times or more is in a case."""
    assert [folder.name for folder in FOLDERS if row in expected_of(folder)["quirks"]]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_cases_name_quirks_that_there_are(folder: Path) -> None:
    """A case names rows of the list, to the letter, so that no quirk is counted under a misspelt name."""
    assert set(expected_of(folder)["quirks"]) <= set(ROWS)
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_word_is_lost(folder: Path) -> None:
    """Every word of the file, but for tags and known types, is in an object or in the text of a diagnostic."""
    collection = read(folder)
    kept = set(words_of([paper.to_dict() for paper in collection.papers]))
    kept.update(words_of([diagnostic.text for diagnostic in collection.diagnostics]))
    lost = []
    for line in lines_of(input_of(folder).read_bytes(), collection.sources[0].encoding or "utf-8"):
        kind = TYPE.match(line)
        if kind is None or kind[1].upper() not in TYPE_NAMES:
            words = WORD.findall(TAG.sub("", line, count=1).lower())
            lost += [word for word in words if word not in kept and word.lstrip("0") not in kept]
    assert not lost


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_all_ways_in_agree(folder: Path) -> None:
    """A path, its bytes, and a stream read record by record give the same records and the same diagnostics."""
    options = options_of(folder)
    path = input_of(folder)
    collection = load(path, **options)
    assert loads(path.read_bytes(), name=str(path), **options) == collection
    records = iter_load(path, **options)
    assert tuple(records) == collection.papers
    assert records.diagnostics == collection.diagnostics
    assert records.sources == collection.sources


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_strict_stops_at_errors_only(folder: Path) -> None:
    """With `strict`, a case with a diagnostic of severity "error" raises it; any other reads as it does without."""
    path = input_of(folder)
    options = options_of(folder)
    collection = load(path, **options)
    errors = [diagnostic for diagnostic in collection.diagnostics if diagnostic.severity == "error"]
    if not errors:
        assert load(path, strict=True, **options) == collection
        return
    with pytest.raises(ReadError) as caught:
        load(path, strict=True, **options)
    assert caught.value.diagnostic is not None
    assert (caught.value.diagnostic.code, caught.value.diagnostic.line) == (errors[0].code, errors[0].line)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_collections_of_cases_come_back_from_json(folder: Path) -> None:
    """What was read survives JSON."""
    collection = read(folder)
    assert Collection.from_json(collection.to_json()) == collection


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_bytes_in_small_pieces_read_the_same(folder: Path) -> None:
    """A stream that gives one byte at a time reads as the whole file does."""
    path = input_of(folder)
    data = path.read_bytes()
    options = options_of(folder)
    assert load(_Trickle(data, path.name), **options) == loads(data, name=path.name, **options)


class _Trickle:
    """A stream that gives one byte at a time, whatever is asked."""

    def __init__(self, content: bytes, name: str) -> None:
        self._stream = io.BytesIO(content)
        self.name = name

    def read(self, _size: int = -1) -> bytes:
        return self._stream.read(1)
