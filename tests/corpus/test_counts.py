"""The right number of Papers in every file of the corpus."""

from collections.abc import Callable

import pytest

from tests.corpus.files import CASES, Case, read
from tests.corpus.report import PAGE


def test_the_corpus_is_there(tell: Callable[[str], None]) -> None:
    """A folder without files is no corpus; the manifest knows every file, and the documentation their number."""
    assert CASES, "the folder of the corpus holds no RIS file"
    assert [str(case) for case in CASES if case.records < 0] == []
    records = f"{sum(case.records for case in CASES):,}"
    assert f"Each of the {len(CASES)} files gives as many Papers as it has records: {records}." in PAGE.read_text(
        "utf-8"
    )
    tell(f"read: {len(CASES)} files, {records} records")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_record_is_a_paper(case: Case) -> None:
    """A file gives as many Papers as it has records, and raises nothing but that its format is unknown."""
    assert len(read(case).papers) == case.records
