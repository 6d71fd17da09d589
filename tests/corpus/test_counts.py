"""The right number of Papers in every file of the corpus."""

from collections.abc import Callable

import pytest

from tests.corpus.files import CASES, Case, read


def test_the_corpus_is_there(tell: Callable[[str], None]) -> None:
    """A folder without files is no corpus, and a file that the manifest does not know is no case."""
    assert CASES, "the folder of the corpus holds no RIS file"
    assert [str(case) for case in CASES if case.records < 0] == []
    tell(f"read: {len(CASES)} files, {sum(case.records for case in CASES):,} records")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_record_is_a_paper(case: Case) -> None:
    """A file gives as many Papers as it has records, and raises nothing but that its format is unknown."""
    assert len(read(case).papers) == case.records
