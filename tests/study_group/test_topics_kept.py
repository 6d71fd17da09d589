"""What looks like something else stays what its place makes it: topics of a list, and what people did."""

import pytest

from coprod import StudyGroup, loads

HEAD = "SG IV: Harbours\n\nAim\nThe aim is to study harbours.\n\n"


def read(text: str) -> tuple[StudyGroup, list[str]]:
    """The group of a page, and the lines that are told."""
    found = loads(HEAD + text, format="study-group")
    (group,) = found.study_groups
    return group, [line for one in found.diagnostics for line in (one.text or "").split("\n")]


@pytest.mark.parametrize("marker", ["{}.", "({})", "{})"])
def test_a_topic_that_names_a_date(marker: str) -> None:
    """What goes on with a numbered list is no deadline, whatever its words are."""
    topics = ("Trust in towns", "Submission of claims until 1 May 2019: how citizens apply", "Power of officials")
    lines = [f"{marker.format(number)} {topic}" for number, topic in enumerate(topics, 1)]
    group, told = read("Topics\n" + "\n".join(lines))
    assert [(topic.number, topic.title) for topic in group.topics] == list(zip("123", topics, strict=True))
    assert told == []


def test_topics_of_html() -> None:
    """So where only the element numbers them."""
    items = "<li>Trust in towns</li><li>Submission of claims until 1 May 2019</li>"
    page = f"<h1>SG IV: Harbours</h1><h2>Topics</h2><ol>{items}</ol><p>Submission of papers until 1 May 2020.</p>"
    found = loads(page, format="study-group")
    (group,) = found.study_groups
    assert [topic.title for topic in group.topics] == ["Trust in towns", "Submission of claims until 1 May 2019"]
    assert [told.text for told in found.diagnostics] == ["Submission of papers until 1 May 2020."]


DEADLINES = "1. Submission of papers by 1 May 2019\n2. Submission of abstracts by 2 June 2019"


@pytest.mark.parametrize(
    ("topics", "text"),
    [
        ([], DEADLINES),
        (["Trust", "Power"], f"1. Trust\n2. Power\n\n{DEADLINES}"),
        (["Trust"], "1. Trust\n\nSubmission of papers by 1 May 2019"),
    ],
)
def test_deadlines_are_no_topics(topics: list[str], text: str) -> None:
    """A list that begins with a deadline, and a deadline without a number, are told."""
    group, told = read(f"Topics\n{text}")
    assert [topic.title for topic in group.topics] == topics
    assert told == [line for line in text.split("\n") if "Submission" in line]


@pytest.mark.parametrize("head", ["People", "Chairs", "Members"])
@pytest.mark.parametrize(
    ("line", "people", "rest"),
    [
        ("Ann Lee and Bo Ek, chairs of the group, met 5 times", [("Ann Lee", None), ("Bo Ek", None)],
         ["of the group, met 5 times"]),
        ("Ann Lee, Bern University, met 5 times", [("Ann Lee", "Bern University")], ["met 5 times"]),
        ("Ann Lee, who lives in town", [("Ann Lee", None)], ["who lives in town"]),
        ("Ann Lee (who met us), Bern University", [("Ann Lee", "Bern University")], ["who met us"]),
        ("Ann Lee, led the board, Ghent; Bo Ek, Bern University", [("Ann Lee", None), ("Bo Ek", "Bern University")],
         ["led the board, Ghent"]),
        ("Ann Lee, independent researcher", [("Ann Lee", "independent researcher")], []),
        ("Ann Lee (professor of law, Bern University)", [("Ann Lee", "professor of law, Bern University")], []),
    ],
)  # fmt: skip
def test_what_people_did_is_no_affiliation(
    head: str, line: str, people: list[tuple[str, str | None]], rest: list[str]
) -> None:
    """It is told; an affiliation in lower case is one."""
    group, told = read(f"{head}\n{line}")
    assert [(person.literal, person.affiliation) for person in group.people] == people
    assert told == rest


@pytest.mark.parametrize(
    ("lines", "topics"),
    [
        (["Boats and locks. Who pays?", "Digital rivers"], [None, "Digital rivers"]),
        (["Digital rivers", "Dry rivers", "Boats are many. Who pays?"], ["Digital rivers", "Dry rivers"]),
        (["Boats are many.", "Digital rivers"], ["Digital rivers"]),
    ],
)
def test_a_short_line_beside_prose_is_a_topic(lines: list[str], topics: list[str | None]) -> None:
    """Among topics without marks, a line that is no prose is one of them, and it is told."""
    above = "<h1>WG1: Rivers</h1><h2>Aims</h2><p>To study rivers.</p><h2>Research topics</h2>"
    html = f"<html><body>{above}{''.join(f'<p>{line}</p>' for line in lines)}</body></html>"
    text = "\n".join(["WG1: Rivers", "", "Aims", "To study rivers.", "", "Research topics", *lines])
    for page in (html, text):
        found = loads(page, format="study-group")
        assert [topic.title for topic in found.study_groups[0].topics] == topics
        assert "Digital rivers" not in found.study_groups[0].background
        (told,) = [told for told in found.diagnostics if told.code == "study-group.unmarked-list"]
        assert told.text == "Digital rivers"


def test_a_short_line_above_numbered_topics_is_none() -> None:
    """Where topics have marks, a line without one is no topic."""
    page = "WG1: Rivers\nAims\nTo study rivers.\nResearch topics\nRivers and their towns\n1. Boats\n2. Locks\n"
    (group,) = loads(page, format="study-group").study_groups
    assert [topic.title for topic in group.topics] == ["Boats", "Locks"]
