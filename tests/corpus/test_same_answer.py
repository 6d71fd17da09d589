"""Real files give the same output, byte for byte, in all surroundings."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.corpus.files import CASES, RIS, ROOT
from tests.surroundings import SURROUNDINGS, differences

PAGES: Final = RIS.parent / "pages"

MOST: Final = 1_000_000
"""Bytes of a file; the largest would only take time."""


def test_in_other_surroundings(tmp_path: Path, tell: Callable[[str], None]) -> None:
    """Hash seed, locale, time zone, working directory and a process beside it change no byte."""
    paths = [case.path for case in CASES] + sorted(path for path in PAGES.rglob("*") if path.is_file())
    sample = [path for path in paths if path.stat().st_size <= MOST]
    assert sample, f"no file below {RIS}"
    other, size = differences(sample, ROOT, tmp_path)
    tell(f"same answer: {len(sample)} files, {len(SURROUNDINGS)} surroundings, {size:_} bytes each, {other} differ")
    assert other == 0
