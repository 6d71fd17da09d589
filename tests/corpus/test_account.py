"""Nothing of the corpus is lost in silence: every line that is not blank is somewhere."""

import functools
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import coprod
from coprod import Collection, Paper, PartialDate
from tests.corpus.account import Line, is_blank, unaccounted
from tests.corpus.files import CASES, Case, is_known, lines_of, read
from tests.corpus.report import PAGE

WHOLE = """\
Result 1 of 1
TY  - JOUR
AU  - Example, Ada
AU  - Sample, Bo
TI  - Who answers
T2  - Journal of Made-up Studies
PY  - 2021
DA  - 2021/05/14
VL  - 12
SP  - 33
EP  - 47
DO  - 10.1234/ABC
SN  - 1932-6203
AB  - The first line
and the second.
KW  - answers
KW  - questions
DB  - An index
ER  -
"""


@functools.cache
def lost(case: Case) -> list[Line]:
    """The lines of a file that are unaccounted for."""
    return unaccounted(lines_of(case), read(case))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_line_is_lost(case: Case) -> None:
    """What a line says is in a Paper, or said to be left out; a file in an unknown format is refused."""
    if is_known(case):
        assert [str(line) for line in lost(case)] == []
    else:
        assert case.records == 0


def test_the_account_of_all_files(tell: Callable[[str], None]) -> None:
    """All files together lose nothing."""
    known = [case for case in CASES if is_known(case)]
    lines = sum(not is_blank(line) for case in known for line in lines_of(case))
    left = sum(len(lost(case)) for case in known)
    tell(f"account: {lines:,} lines of {len(known)} files that are not blank, {left} unaccounted for")
    assert f"Of {lines:,} lines, none is" in PAGE.read_text(encoding="utf-8")
    assert left == 0


def test_an_account_of_all_is_empty() -> None:
    """Where everything is kept or told, no line is named."""
    assert unaccounted(WHOLE.splitlines(), coprod.loads(WHOLE)) == []


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({"type": None}, [2]),
        ({"authors": ()}, [3, 4]),
        ({"title": None}, [5]),
        ({"title": "Who answers first"}, [5]),
        ({"container_title": None}, [6]),
        ({"issued": PartialDate(year=2020)}, [7, 8]),
        ({"issued": PartialDate(year=2021, month=5)}, [8]),
        ({"volume": "1"}, [9]),
        ({"first_page": None, "last_page": "33"}, [10, 11]),
        ({"issn": ()}, [13]),
        ({"abstract": coprod.Abstract(text="The first line")}, [15]),
        ({"keywords": ("answers",)}, [17]),
        ({"extra": {}}, [12, 18]),
        ({"source": coprod.SourceRef(name="a", reader="ris", first_line=2, last_line=17)}, [18, 19]),
    ],
)
def test_what_a_paper_lacks_is_named(change: dict[str, Any], lines: list[int]) -> None:
    """The account is able to fail: a value that a Paper does not hold makes its line unaccounted for."""
    found = coprod.loads(WHOLE)
    papers = tuple(attrs.evolve(paper, **change) for paper in found.papers)
    left = unaccounted(WHOLE.splitlines(), attrs.evolve(found, papers=papers))
    assert [line.number for line in left] == lines


def test_a_diagnostic_about_something_else_excuses_nothing() -> None:
    """Only a diagnostic that says that the text was left out stands for it."""
    found = coprod.loads(WHOLE)
    others = tuple(attrs.evolve(diagnostic, code="ris.other-form") for diagnostic in found.diagnostics)
    left = unaccounted(WHOLE.splitlines(), attrs.evolve(found, diagnostics=others))
    assert [line.number for line in left] == [1]


def test_nothing_read_is_nothing_accounted_for() -> None:
    """Without Papers and diagnostics every line that is not blank is named."""
    assert len(unaccounted([*WHOLE.splitlines(), "", " \t"], Collection())) == len(WHOLE.splitlines())
    assert unaccounted(WHOLE.splitlines(), Collection(papers=(Paper(),)))
