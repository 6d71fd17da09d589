"""Single lines of pages that are easily lost or misread: each is a value, or a diagnostic has it."""

import pytest

from coprod import Collection, StudyGroup, loads

HEAD = "WG1: Local Government\n\nCo-chairs\nAnn Lee, University of Bern\n\nAims\nTo study towns.\n\n"


def read(text: str) -> StudyGroup:
    """The group of a page."""
    (group,) = loads(text, format="study-group").study_groups
    return group


def told(text: str, code: str) -> list[str]:
    """The texts of the diagnostics of a code."""
    found: Collection = loads(text, format="study-group")
    return [one.text or "" for one in found.diagnostics if one.code == f"study-group.{code}"]


def people_of(text: str) -> list[tuple[str, str | None, str | None]]:
    """Name, affiliation and role of the people behind the head."""
    return [(one.literal, one.affiliation, one.role) for one in read(HEAD + text).people[1:]]


def test_a_topic_may_name_the_group() -> None:
    """A line that has the name of the group in it is no repeated title."""
    topics = read(HEAD + "Topics\n1. Local government finance\n2. Local Government\n3. Mergers\n").topics
    assert [topic.title for topic in topics] == ["Local government finance", "Local Government", "Mergers"]


def test_a_plan_and_a_meeting_may_name_the_group() -> None:
    """So with plans, aims and meetings."""
    group = read(
        HEAD + "Plans\n- Book on local government\n- Journal\n\nMeetings\nWorkshop on Local Government, Bern, 2019\n"
    )
    assert [item.text for item in group.plans] == ["Book on local government", "Journal"]
    assert [meeting.city for meeting in group.meetings] == ["Bern"]
    aims = told(HEAD + "Objectives\n\n- to study local government reforms;\n- to prepare studies;\n", "second-aim")
    assert aims == ["to study local government reforms;\nto prepare studies;"]


@pytest.mark.parametrize(
    "line",
    ["General information about the working group “Local Government”", "Local Government", "WG1 Local Government"],
)
def test_a_repeated_title_is_furniture(line: str) -> None:
    """What only repeats the title is neither read nor told."""
    assert loads(HEAD + line, format="study-group").diagnostics == loads(HEAD, format="study-group").diagnostics
    assert read(HEAD + line).aim == "To study towns."


@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
def test_line_breaks_of_the_source_do_not_count(between: str) -> None:
    """What stands on the line of the title in the source of HTML is read all the same."""
    people = f"<h1>PSG XX: Welfare</h1>{between}<h2>Co-chairs</h2>\n<p>Ann Lee, Bell University</p>"
    meetings = "<h2>Meetings</h2><p>Lisbon, 28 August 2019</p>"
    group = read(f"<html><body>{people}{between}{meetings}</body></html>")
    assert [(one.literal, one.role) for one in group.people] == [("Ann Lee", "Co-chair")]
    assert [one.city for one in group.meetings] == ["Lisbon"]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Upcoming", "planned"),
        ("Next", "planned"),
        ("Future", "planned"),
        ("Coming up", "planned"),
        ("Forthcoming", "planned"),
        ("Previous", "held"),
        ("What lies ahead", None),
    ],
)
def test_a_heading_of_meetings_is_that_of_those_below(heading: str, status: str | None) -> None:
    """No meeting takes the status of a heading that is not its own."""
    group = read(f"{HEAD}Past events\nCongress, Brisbane, 21 July 2018\n\n{heading}\nCongress, Lisbon, 10 July 2031\n")
    assert [one.status for one in group.meetings] == ["held", status]


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        ("The 2020 conference in Exeter was postponed to 2021 because of floods.", [("2020", "Exeter", None)]),
        ("The workshop in Lisbon, 12 March 2020, was cancelled.", [("2020-03-12", "Lisbon", None)]),
        (
            "The workshop in Lisbon, 12 March 2020, was planned. It had to be cancelled.",
            [("2020-03-12", "Lisbon", None)],
        ),
        ("Workshop, Hamburg, 12 March 2020 (cancelled)", [("2020-03-12", "Hamburg", None)]),
    ],
)
def test_a_meeting_that_was_called_off_was_not_held(text: str, meetings: list[tuple[str, str, None]]) -> None:
    """Its status is open, and it is told."""
    page = f"{HEAD}Past meetings\n{text}\n"
    assert [(one.date and one.date.iso, one.city, one.status) for one in read(page).meetings] == meetings
    assert len(told(page, "called-off")) == 1


def test_only_the_meeting_that_was_called_off_is_open() -> None:
    """The others of the sentence are what it says of them."""
    text = "We met in Rome, May 2018, and our workshop in Lisbon, March 2020, was cancelled."
    assert [one.status for one in read(f"{HEAD}Meetings\n{text}").meetings] == ["held", None]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Steering committee\nMaría del Carmen Pardo, El Colegio de México\n",
            [("María del Carmen Pardo", "El Colegio de México", "Steering committee")],
        ),
        ("Chair\nAnn Bell, Bocconi Milano\n", [("Ann Bell", "Bocconi Milano", "Chair")]),
        ("Convenors\nAnn Bell, Eva Frost\n", [("Ann Bell", None, "Convenor"), ("Eva Frost", None, "Convenor")]),
        (
            "Steering committee\nAnn Bell, Bocconi Milano\nEva Frost, University of Bern\n",
            [
                ("Ann Bell", "Bocconi Milano", "Steering committee"),
                ("Eva Frost", "University of Bern", "Steering committee"),
            ],
        ),
        (
            "The vice-chairs are Ann Bell and Eva Frost.",
            [("Ann Bell", None, "vice-chair"), ("Eva Frost", None, "vice-chair")],
        ),
        (
            "Steering committee\nChair: Ann Bell (Fudan University), a@example.org\nEva Frost, KU Leuven\n",
            [("Ann Bell", "Fudan University", "Chair"), ("Eva Frost", "KU Leuven", "Steering committee")],
        ),
    ],
)
def test_people(text: str, people: list[tuple[str, str | None, str | None]]) -> None:
    """No institution becomes a person, and no person is lost."""
    assert people_of(text) == people
    assert told(HEAD + text, "not-read") == []


def test_what_may_be_a_person_or_an_institution_is_told() -> None:
    """Nothing says which of the two it is."""
    text = "Steering committee\nAnn Bell, Bocconi Milano\n"
    assert people_of(text) == [("Ann Bell", None, "Steering committee")]
    assert told(HEAD + text, "unsure-name") == ["Bocconi Milano"]


def test_an_address_is_told() -> None:
    """No field holds it."""
    assert told(HEAD + "Chair\nAnn Bell, Fudan University, ann@example.org", "address") == ["ann@example.org"]


def test_an_announced_list_has_the_heading_above() -> None:
    """Neither the heading nor the line that announces the list is told as not read."""
    page = "WG1: Rivers\n\nObjectives\n\nThe objectives are:\n- to study rivers\n- to write\n"
    assert read(page).aim == "to study rivers\nto write"
    assert told(page, "not-read") == []


def test_days_with_full_stops() -> None:
    """The full stop behind a day ends no sentence."""
    (meeting,) = read(HEAD + "Meetings\n- Toulouse (France), 26.-28. August 2015\n").meetings
    assert (meeting.city, meeting.date and meeting.date.iso) == ("Toulouse", "2015-08-26/2015-08-28")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("It has 210 members in 45 countries.", ["210", "45"]), ("Taxes fell in 45 countries.", [])],
)
def test_countries_of_members(text: str, numbers: list[str]) -> None:
    """Countries count where a sentence tells of those who take part."""
    assert [one.text for one in read(HEAD + text).participation] == numbers
