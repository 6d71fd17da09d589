"""Where records of pages stand: of sources of one name, and of many records."""

import time
from itertools import pairwise

import pytest

import coprod
from coprod import Collection, Paper

INDENTED = (
    "Introduction\nThe study asks how care is shared in towns.\nKey Findings\n    Trust rose by 12%.\n    Voice fell.\n"
)
PLAIN = INDENTED.replace("    ", "")
TURNED = "Introduction\nThe study asks who shares care.\nKey Findings\nVoice fell.\nTrust rose by 12%.\n"
GROUPS = tuple(
    f"SG {name}: Trust\nAim\n{indent}The aim is to study trust.\n" for name, indent in (("A", "  "), ("B", ""))
)


def summary(text: str) -> Collection:
    """The collection of a summary, which has no name."""
    return coprod.loads(text, format="summary")


def shown(found: Collection, text: str) -> list[str]:
    """What stands at the places of the statements, in a text."""
    lines = text.split("\n")
    places = [found.locate(finding, "statement") for finding in found.findings]
    return [" ".join(lines[span.line - 1][span.start : span.end] for span in spans) for spans in places]


@pytest.mark.parametrize("second", [PLAIN, TURNED], ids=["the same words", "other words on the same lines"])
def test_of_pages_of_one_name_the_right_one_is_taken(second: str) -> None:
    """A statement leads to its own page, though another of the same name has one on the same line."""
    first, other = summary(INDENTED), summary(second)
    both = first + other
    half = len(first.findings)
    for found, text, part in ((first, INDENTED, both.findings[:half]), (other, second, both.findings[half:])):
        assert shown(found, text) == [finding.statement for finding in found.findings]
        places = [both.locate(finding, "statement") for finding in part]
        assert places == [found.locate(finding, "statement") for finding in found.findings]


def test_of_study_groups_of_one_name_the_right_one_is_taken() -> None:
    """The aim of a group leads to its own page."""
    ends = [coprod.loads(text).locate(coprod.loads(text).study_groups[0], "aim")[0].end for text in GROUPS]
    both = coprod.loads(GROUPS[0]) + coprod.loads(GROUPS[1])
    assert [both.locate(group, "aim")[0].end for group in both.study_groups] == ends
    assert len(set(ends)) == 2


def test_a_record_of_another_page_is_not_located() -> None:
    """A page that does not have the record raises LookupError, and gives no place of another one."""
    found, other = summary(PLAIN), summary(TURNED)
    with pytest.raises(LookupError, match="not one of this source"):
        found.locate(other.findings[0], "statement")


@pytest.mark.timing
def test_many_records_are_located_and_looked_up_in_proportion() -> None:
    """Twice as many findings take at most about twice the time to trace, and papers to look up."""
    spent = []
    for count in (400, 800, 1600):
        found = summary(f"{PLAIN}{''.join(f'Trust rose in town {n}.{chr(10)}' for n in range(count))}")
        papers = Collection(papers=tuple(Paper(id=f"{n:012x}", title="Trust") for n in range(count)))
        found.locate(found.findings[0], "statement")
        start = time.process_time()
        for finding in found.findings:
            found.locate(finding, "statement")
        for paper in papers.papers:
            assert papers.paper(paper.id or "") is paper
        spent.append(time.process_time() - start)
    assert all(after < 3.3 * before for before, after in pairwise(spent)), spent
