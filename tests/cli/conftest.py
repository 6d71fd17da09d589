"""Every test of the command line works in an empty folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod.readers import Reader, register
from coprod.readers.registry import unregister
from tests.cli.running import RIS, read_odd


@pytest.fixture
def odd_reader() -> Iterator[Reader]:
    """A reader whose records and diagnostics a test can choose."""
    yield register(Reader(name="odd", sniff=lambda document: float(document.head.startswith("%odd")), read=read_odd))
    unregister("odd")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and a terminal of 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture
def ris(folder: Path) -> Path:
    """A RIS file with one paper."""
    path = folder / "a.ris"
    path.write_text(RIS, encoding="utf-8")
    return path
