"""Tests of the lines of a wrapped text that are no part of a paragraph."""

import pytest

import coprod
from coprod.readers.pages.plain import blocks_of

PARAGRAPH = [
    "The group asks how boats, locks and the people who keep them in order",
    "depend on each other, and who takes part in the decisions on them in",
    "small towns far from the larger rivers of the country where they live.",
]


def last(end: str, *below: str) -> list[str]:
    """The texts of the blocks behind a wrapped paragraph with that end."""
    lines = [*PARAGRAPH, *PARAGRAPH, end, *below]
    return [block.text for block in blocks_of(lines)][1:]


@pytest.mark.parametrize("end", ["The form takes many shapes. How does it vary with the boat and the lock?"])
@pytest.mark.parametrize("heading", ["Meetings", "Next meetings", "Digital rivers", "limitations", "Key findings:"])
@pytest.mark.parametrize("below", ["12 May 2026, Oslo.", "", "The locks are known."])
def test_a_heading_behind_the_end_of_a_sentence_stands_alone(end: str, heading: str, below: str) -> None:
    """A short line without an end, behind a sentence that ended, is no rest of it."""
    assert last(end, heading, below) == [heading, below][: 1 + bool(below)]


@pytest.mark.parametrize(
    ("end", "rest", "below"),
    [
        ("The form takes many shapes that vary with the boat, so there are some", "limitations", "We found."),
        ("The form takes many shapes and varies, as was said by Bo and by A. B.", "Meier", ""),
        ("The form takes many shapes. How does it vary with the boat and the lock?", "Users said", "that it varies."),
        ("The form takes many shapes. How does it vary with the boat and the lock?", "Nobody knows.", "Care"),
        ("The form takes many shapes. How does it vary with the boat and the lock?", "boats and people", "and We."),
    ],
)
def test_the_rest_of_a_sentence_stays_in_its_paragraph(end: str, rest: str, below: str) -> None:
    """What a sentence goes on in is joined to it."""
    blocks = [block.text for block in blocks_of([*PARAGRAPH, *PARAGRAPH, end, rest, below])]
    assert any(f"{end} {rest}" in text for text in blocks)


def test_meetings_behind_a_wrapped_question_are_read() -> None:
    """The heading of a study group behind a paragraph that asks is no word of the question."""
    text = "\n".join([
        "WG1: Rivers", "", "Aims", "To study rivers.", "", "Research topics", "Boats and locks.", *PARAGRAPH,
        *PARAGRAPH,
        "The form takes many shapes. How does it vary with the boat and the lock?", "Meetings", "12 May 2026, Oslo.",
    ])  # fmt: skip
    (group,) = coprod.loads(text, format="study-group").study_groups
    assert [meeting.city for meeting in group.meetings] == ["Oslo"]
    assert not any("Meetings" in paragraph for topic in group.topics for paragraph in topic.text)


MARKED = [
    "Half said “yes.”",
    "All of them agreed [3]",
    "They agreed.²",
    "It rose by 12%",
    "We ask why…",
    "They did (Lee)",
]


@pytest.mark.parametrize("end", MARKED)
def test_a_short_last_line_belongs_to_its_paragraph(end: str) -> None:
    """What ends with a mark, a number or a quotation is the rest of a paragraph, though a sentence ended above it."""
    assert last(end) == []
