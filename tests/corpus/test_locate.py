"""Every value of the Papers of the corpus leads back to the place that it came from."""

from collections import Counter
from collections.abc import Callable

import pytest

from coprod import Collection, Paper
from tests.corpus.files import CASES, Case, is_known, lines_of, read
from tests.tracing import OF_THE_WHOLE_RECORD, agree, leaves, text_at

MOST = 300
"""Papers of a file that are traced: as many as a minute allows, from all over the file."""

_seen: Counter[str] = Counter()


def sample(found: Collection) -> tuple[Paper, ...]:
    """At most so many papers, at equal distances."""
    return found.papers[:: len(found.papers) // MOST + 1]


def lost(lines: list[str], found: Collection, paper: Paper) -> list[str]:
    """The values of a paper that lead nowhere, or to something else."""
    left: list[str] = []
    for path, value in leaves(paper):
        spans = found.locate(paper, path)
        text = text_at(lines, spans)
        is_whole = path.startswith(OF_THE_WHOLE_RECORD)
        _seen["record" if is_whole else "verbatim" if text == str(value) else "repaired"] += 1
        if not spans or not (is_whole or agree(path, value, text)):
            left.append(f"{paper.source}: {path} {value!r} <- {text!r}")
    return left


@pytest.mark.parametrize("case", [case for case in CASES if case.records], ids=str)
def test_every_value_leads_back_to_its_place(case: Case) -> None:
    """Each text and number has spans, and what stands there is the value or what it was made of."""
    found = read(case)
    lines = lines_of(case)
    assert is_known(case)
    assert [value for paper in sample(found) for value in lost(lines, found, paper)] == []


def test_the_number_of_values(tell: Callable[[str], None]) -> None:
    """Values of all kinds were traced."""
    counts = f"{_seen['verbatim']:,} stand in the file word for word, {_seen['repaired']:,} before repair"
    tell(f"locate: {sum(_seen.values()):,} values traced; {counts}")
    assert min(_seen["verbatim"], _seen["repaired"], _seen["record"]) > 0
