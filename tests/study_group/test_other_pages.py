"""Pages of other kinds that look cut off, or have headings of groups, are refused; lists stay lists."""

import pytest

from coprod import StudyGroup, loads
from coprod.exceptions import UnknownFormatError
from coprod.readers.pages.plain import blocks_of

END = "</body></html>"
TAIL = (
    "arts of the town.\n\nPlan of activities\n\nWe plan to row.\n\nMembers\n\nNine.\n\nStart-up 2013-2015\n\n"
    "The first meeting was held in Bergen, Norway, May 2013.\n\nChairs\n\nAda Costa, University of Bergen, Norway\n"
)
"""What is left of a page of a group."""

OTHERS = {
    "small letter": (
        "e-voting for villages\n\nAims\n\nTo bring clerks together.\n\nPeople\n\nBen Adler leads the working group.\n\n"
        "Topics\n\nBallots.\n"
    ),
    "name of a thing": (
        "iTowns, our letter of June\n\nOur people\n\nCleo Dahl sits in a working group on canals.\n\nMeetings\n\n"
        "We meet in June.\n\nTopics\n\nLocks.\n"
    ),
    "small letters throughout": (
        "rowing at dawn.\n\nAims\n\nto row.\n\nPeople\n\nada costa\n\nTopics\n\nthe study group on boats rows, too.\n"
    ),
    "club": (
        "<h2>Aims</h2><p>To row together.</p><h2>Our people</h2><p>Ben Adler is in a study group on tides.</p>"
        f"<h2>Meetings</h2><p>Each Monday.</p><h2>Topics</h2><p>Tides.</p>{END}"
    ),
    "club, cut": (
        "ub has its own boats.</p><h2>Plan of activities</h2><p>To row.</p><h2>Season 2013-2015</h2>"
        f"<p>Our first meeting was in May.</p><h2>Chair</h2><p>Ben Adler, baker</p><h2>Aims</h2><p>Oars.</p>{END}"
    ),
    "club of students, cut": (
        "or rowers.\n\nPlans\n\nTo row.\n\nActivities 2013-2015\n\nOur first meeting was in May.\n\nChair\n\n"
        "Ben Adler, University of Turku\n"
    ),
    "department": (
        "nt teaches law.</p><h2>Aims</h2><p>To teach.</p><h2>People</h2><p>Cleo Dahl, University of Turku</p>"
        f"<h2>Topics</h2><p>Law. See also the study group on canals.</p>{END}"
    ),
    "department with a chair": (
        "nt teaches law.</p><h2>Aims</h2><p>To teach.</p><h2>Chair</h2><p>Cleo Dahl, University of Turku</p>"
        f"<h2>Topics</h2><p>Law.</p><h2>Members</h2><p>Two.</p>{END}"
    ),
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=list(OTHERS))
def test_everyday_headings_make_no_group(text: str) -> None:
    """Neither does a small letter at the beginning, nor a group in a sentence."""
    with pytest.raises(UnknownFormatError):
        loads(text)


@pytest.mark.parametrize(
    "old", ["arts of the town.", "Plan of activities", "Start-up 2013-2015", "meeting was", "Chairs", "Univers"]
)
def test_the_rest_of_a_group_needs_all_that_groups_have(old: str) -> None:
    """The rest of a sentence, plans, periods, and chairs at universities: without one of them it is refused."""
    (group,) = loads(TAIL).study_groups
    assert [name.literal for name in group.people] == ["Ada Costa"]
    with pytest.raises(UnknownFormatError):
        loads(TAIL.replace(old, "Boats"))


def test_a_heading_that_names_the_group_is_evidence() -> None:
    """Where it heads the aims, and chairs are named."""
    begin = "arts of the town.\n\nAim of the study group\n\nTo row.\n\n"
    text = f"{begin}Topics\n\nOars\n\nChairs\n\nAda Costa, Turku College\n"
    assert len(loads(text).study_groups) == 1
    with pytest.raises(UnknownFormatError):
        loads(text.replace("of the study group", ""))


def test_a_list_without_full_stops_stays_a_list() -> None:
    """Items that are as long as each other are not the lines of one paragraph, among sentences and alone."""
    sentences = (
        "The study group compares the ferries of towns at the coast.",
        "It began with the boats that nobody used in the winter.",
        "It has read what others wrote of the towns and boats.",
        "The study group has asked all of the towns for papers.",
        "The study group will look at:",
    )
    topics = (
        "Boats that towns own and that nobody uses in the winter",
        "Towns that have sold all their boats to owners elsewhere",
        "Owners of boats who would like to live in another town",
        "Trust between the owners, towns and those who ride along",
    )
    found = loads("\n".join(["SG X: Ferries", "Aim of the study group", *sentences, *topics]))
    (group,) = found.study_groups
    assert isinstance(group, StudyGroup)
    assert [topic.title or topic.text[0] for topic in group.topics] == list(topics)
    assert "study-group.unmarked-list" in {diagnostic.code for diagnostic in found.diagnostics}
    assert [block.text for block in blocks_of(topics)] == list(topics)


def test_the_last_line_of_a_wrapped_paragraph_goes_on() -> None:
    """Also where it has the word of a heading, or is a row of places with a full stop."""
    text = (
        "We rode on all of the ferries that we could find, and then wrote\n{}\n\n"
        "Ferries are dear to those who live on islands, and they are not\ncheap for others; that is why most of the "
        "boats are those of\ntowns, and why few of them have an owner who would live there\nin the winter.\n"
    )
    for rest in ("results.", "methods", "New York, San Diego."):
        assert blocks_of(text.format(rest).split("\n"))[0].text.endswith(f"wrote {rest}")
    assert blocks_of(text.format("Results").split("\n"))[1].text == "Results"
