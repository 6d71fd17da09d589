"""The corpus: real RIS files that nobody here wrote, in `COPROD_CORPUS` or beside the project, never in it.

In: a folder with `corpus/ris/MANIFEST.tsv`, `files/` and `reading/`. Out: a `Case` for each file. Without the folder
there are no cases.
"""

import csv
import functools
import json
import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import coprod
from coprod import Collection
from coprod.exceptions import UnknownFormatError

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("COPROD_CORPUS", ROOT.parent / "shared")).resolve()
RIS = FOLDER / "corpus" / "ris"


class Case(NamedTuple):
    """One file of the corpus, and what is known of it."""

    path: Path
    records: int
    """Right number of Papers, by the manifest."""

    def __str__(self) -> str:
        return self.path.name

    @property
    def reading(self) -> Path:
        """How another reader read the file; not there for every file."""
        return RIS / "reading" / f"{self.path.stem}.json"


def found_cases() -> list[Case]:
    """Every file that is there, with the number of the manifest; -1 where the manifest does not know it."""
    known = _known_records()
    return [Case(path, known.get(path.name, -1)) for path in sorted((RIS / "files").glob("*"))]


def _known_records() -> dict[str, int]:
    manifest = RIS / "MANIFEST.tsv"
    if not manifest.is_file():
        return {}
    with manifest.open(encoding="utf-8", newline="") as file:
        return {row["file"]: int(row["records"]) for row in csv.DictReader(file, delimiter="\t")}


CASES = found_cases()
READINGS = [case for case in CASES if case.reading.is_file()]


@functools.cache
def read(case: Case) -> Collection:
    """What coprod reads; a file in a format that it does not know holds nothing."""
    try:
        return coprod.load(case.path)
    except UnknownFormatError:
        return Collection()


def is_known(case: Case) -> bool:
    """Whether a reader knows the file; a file that none knows is refused as a whole."""
    return bool(read(case).sources)


@functools.cache
def lines_of(case: Case) -> list[str]:
    """The lines of a file, decoded and split without the library; line 1 comes first."""
    lines = re.split(rb"\r\n|\r|\n", case.path.read_bytes())
    return [_decoded(line).lstrip("\ufeff") for line in lines]


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def reading_of(case: Case) -> list[dict[str, Any]]:
    """The items of the other reader, in the order of the file."""
    items: list[dict[str, Any]] = json.loads(case.reading.read_text(encoding="utf-8"))
    return items
