"""Where the parts of a value stand that a page says in one breath: names, units, labels, numbers of items."""

from pathlib import Path

import pytest

import coprod
from tests.tracing import leaves, lines_of, text_at

PAGES = Path(__file__).parent.parent / "data" / "pages"
GROUP = "WG1: Rivers\n\nAims\nTo study rivers.\n\nChair\nAna Costa, Bell University\nLihua Li, Bell University"
LISTED = "<h1>WG1: Rivers</h1><h2>Aims</h2><p>To study rivers.</p><h2>Topics</h2>\n<ol>\n<li>Trust in it\n<li>Care</ol>"
SUMMARY = "Introduction\nThe study asks how care is shared in towns.\nKey Findings\n{}\n"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("people[0].literal", (7, 0, 9)),
        ("people[0].family", (7, 4, 9)),
        ("people[0].given", (7, 0, 3)),
        ("people[1].family", (8, 6, 8)),
        ("people[1].given", (8, 0, 5)),
        ("people[1].affiliation", (8, 10, 25)),
    ],
)
def test_parts_of_a_name_stand_in_it(path: str, place: tuple[int, int, int]) -> None:
    """Family and given names lead to their words, not to those within other words, and not to the whole page."""
    found = coprod.loads(GROUP)
    (span,) = found.locate(found.study_groups[0], path)
    assert (span.line, span.start, span.end) == place


@pytest.mark.parametrize(("index", "line"), [(0, 3), (1, 4)])
def test_the_number_of_an_item_that_is_not_printed_leads_to_the_item(index: int, line: int) -> None:
    """The numbers of `<ol>` are counted, so they lead to what they count."""
    found = coprod.loads(LISTED, format="study-group")
    (group,) = found.study_groups
    assert group.topics[index].number == str(index + 1)
    assert [span.line for span in found.locate(group, f"topics[{index}].number")] == [line]


@pytest.mark.parametrize(
    ("sentence", "unit", "expected"),
    [
        ("We asked 310 residents of towns.", "residents", "residents"),
        ("Trust rose by 12% among people.", "%", "%"),
    ],
)
def test_a_unit_stands_behind_its_number(sentence: str, unit: str, expected: str) -> None:
    """The unit leads to its words beside the number; the value leads to the number."""
    text = SUMMARY.format(sentence)
    found = coprod.loads(text, format="summary")
    (finding,) = found.findings
    assert finding.quantities[0].unit == unit
    assert text_at(lines_of(text), found.locate(finding, "quantities[0].unit")) == expected
    assert text_at(lines_of(text), found.locate(finding, "quantities[0].value")) == str(finding.quantities[0].value)


@pytest.mark.parametrize("name", ["results.txt", "results.html"])
def test_labels_stand_beside_their_numbers(name: str) -> None:
    """`Cited by 87`: the label leads to its words."""
    path = PAGES / "search" / "google-scholar" / name
    found, lines = coprod.load(path), lines_of(path.read_text(encoding="utf-8"))
    labelled = [(paper, metric.label) for paper in found.papers for metric in paper.metrics[:1]]
    assert "Cited by" in {label for _paper, label in labelled}
    assert [text_at(lines, found.locate(paper, "metrics[0].label")) for paper, label in labelled if label] == [
        label for _paper, label in labelled if label
    ]


@pytest.mark.parametrize("path", sorted((PAGES / "study-group").rglob("*.txt")), ids=lambda path: path.stem)
def test_no_part_of_a_group_leads_to_the_whole_page(path: Path) -> None:
    """Every text and number leads to less than all lines of the page."""
    found = coprod.load(path)
    for group in found.study_groups:
        assert group.source is not None
        lines = set(range(group.source.first_line, group.source.last_line + 1))
        for leaf, value in leaves(group):
            if not leaf.startswith(("id", "source")):
                spans = found.locate(group, leaf)
                assert {span.line for span in spans} < lines, (leaf, value)
