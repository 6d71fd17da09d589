"""Forms of heads, headings, lists and dates that pages have, and that are easily taken for something else."""

import gc

import pytest

from coprod import Collection, StudyGroup, loads

HEAD = "PSG XX: Care\nAim of the study group:\nThe study group wants to learn who cares.\n"
AIM = "The study group wants to learn who cares."


def found_in(text: str) -> Collection:
    """What a page gives."""
    return loads(text, format="study-group")


def read(text: str) -> StudyGroup:
    """The group of a page that begins with the head."""
    (group,) = found_in(HEAD + text).study_groups
    return group


def told(text: str, code: str) -> list[str]:
    """The lines behind the head that are told with a code."""
    found = found_in(HEAD + text)
    return [
        line for one in found.diagnostics if one.code == f"study-group.{code}" for line in str(one.text).split("\n")
    ]


def not_read(text: str) -> list[str]:
    """The lines behind the head that are told as not read."""
    return told(text, "not-read")


def plans_of(text: str) -> list[tuple[str | None, str]]:
    """Markers and texts of the plans behind the head."""
    return [(item.marker, item.text) for item in read(text).plans]


def topics_of(text: str) -> list[tuple[str | None, str | None]]:
    """Numbers and titles of the topics behind the head."""
    return [(topic.number, topic.title) for topic in read(text).topics]


@pytest.mark.parametrize(
    ("lines", "code", "name"),
    [
        ("Home\nStanding Groups\nStanding Group on Town Halls\n", None, "Standing Group on Town Halls"),
        ("All Research Committees\nResearch Committee on Rivers\n", None, "Research Committee on Rivers"),
        ("Working Group on Town Halls\nWG2\n", "WG2", "Working Group on Town Halls"),
        ("WG2\nTown Halls\n", "WG2", "Town Halls"),
        ("Care for all\nWG2\nTown Halls\n", "WG2", "Town Halls"),
    ],
)
def test_the_line_that_names_the_group(lines: str, code: str | None, name: str) -> None:
    """A word for such groups alone is an entry of a menu; the name may stand above the code."""
    (group,) = found_in(f"{lines}\nAims\nTo study halls.\n").study_groups
    assert (group.code, group.name) == (code, name)


@pytest.mark.parametrize("mark", ["1.", "•"])
def test_a_heading_may_say_for_which_meeting_it_is(mark: str) -> None:
    """Date and place in brackets do not make an item of it; the meeting is read."""
    group = read(f"Topics for the 2016 conference (Bergen, Norway, May 19-21, 2016)\n{mark} Trust\nWho trusts?\n")
    assert [(topic.title, topic.questions) for topic in group.topics] == [("Trust", ("Who trusts?",))]
    assert group.aim == AIM
    assert [meeting.city for meeting in group.meetings] == ["Bergen"]


def test_what_no_meeting_takes_of_such_a_heading_is_told() -> None:
    """A place without a date is no meeting."""
    text = "Topics for the next meeting (Bergen, Norway)\n1. Trust\n2. Money\n"
    assert topics_of(text) == [("1", "Trust"), ("2", "Money")]
    assert not_read(text) == ["Topics for the next meeting (Bergen, Norway)"]


@pytest.mark.parametrize(
    "lead", ["Future plans\n", "The group plans the following:\n", "The group plans the following: "]
)
def test_a_list_on_one_line(lead: str) -> None:
    """Its items are read apart, whatever announces it, and what only announces it is no aim."""
    text = f"{lead}(i) a handbook; (ii) a library; and (iii) a school."
    assert plans_of(text) == [("i", "a handbook"), ("ii", "a library"), ("iii", "a school")]
    assert read(text).aim == AIM
    assert not_read(text) == []


def test_topics_on_one_line() -> None:
    """So with topics; a question behind "such as:" has a title without it."""
    text = "Research themes\n(a) roots of trust; (b) effects, such as: who gains from it?; (c) methods.\n"
    assert topics_of(text) == [("a", "roots of trust"), ("b", "effects"), ("c", "methods")]
    assert [topic.questions for topic in read(text).topics] == [(), ("who gains from it?",), ()]


def test_a_reference_to_another_item_begins_none() -> None:
    """The list goes on on the next line."""
    assert plans_of("Plans\n(a) see (b) below\n(b) a book\n") == [("a", "see (b) below"), ("b", "a book")]


def test_a_list_of_a_period_is_its_text_once() -> None:
    """Where several items stand on a line."""
    (period,) = read("Activities 2016-2018:\n(i) a book; (ii) a school\nThen a rest.\n").periods
    assert period.text == "(i) a book; (ii) a school\nThen a rest."


def test_an_announcement_that_says_more_stays() -> None:
    """What it aims at is an aim, and what it tells is read."""
    assert (
        read("Our aim is to plan the following:\n- a book\n- a hall\n").aim
        == f"{AIM}\nOur aim is to plan the following:"
    )
    group = read("The group was founded in 2009 and plans the following:\n- a book\n- a hall\n")
    assert (group.aim, group.founded and group.founded.year) == (AIM, 2009)


@pytest.mark.parametrize("heading", ["Programme committee", "Local committee", "Programme team", "Activities board"])
def test_a_committee_is_people(heading: str) -> None:
    """Whatever it does."""
    group = read(f"{heading}\nAnn Lee (KU Leuven)\n")
    assert [one.literal for one in group.people] == ["Ann Lee"]
    assert group.plans == ()


def test_what_a_committee_does_is_no_person() -> None:
    """The word for what it does goes before."""
    assert plans_of("Activities of the committee\nThe committee writes a book on rivers.\n") == [
        (None, "The committee writes a book on rivers.")
    ]


def test_advice_for_authors_is_no_outcome() -> None:
    """Neither its heading nor what it asks for; both are told or known."""
    text = "Outcomes\nA book on rivers was written.\n\nGuide for paper givers\nPapers should not exceed 30 pages.\n"
    assert [item.text for item in read(text).outcomes] == ["A book on rivers was written."]
    assert not_read(text) == ["Papers should not exceed 30 pages."]
    text = "Outcomes\nA book on rivers was written.\nThe deadline for chapters is 31 January 2016.\n"
    assert [item.text for item in read(text).outcomes] == ["A book on rivers was written."]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Meetings\nEGPA 2025, Glasgow, 27-29 August 2025\n", "EGPA"),
        ("Meetings\nEGPA 2025\nBergen, 3 May 2014\n", "EGPA"),
        ("We met at EGPA 2019 in Belfast.\n", "EGPA"),
        ("We met at EGPA 2019 in Belfast and at NISPAcee 2020 in Split.\n", None),
        ("Towns pay (OECD 2011), as OECD 2012 says.\n", None),
        ("OECD 2011: towns at a glance\n", None),
    ],
)
def test_a_conference_may_be_called_by_its_year(text: str, host: str | None) -> None:
    """A reference of that form names no host."""
    assert read(text).host == host


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("RC32 was recognised in 1983.", 1983),
        ("The committee was formally recognized by the council in 1983.", 1983),
        ("It was recognised as a research committee in 1983.", 1983),
        ("It was recognised as an excellent group in 1983.", None),
        ("The need for it was recognised in 1983.", None),
    ],
)
def test_a_group_that_is_recognised_is_founded(text: str, year: int | None) -> None:
    """Not so with what else is recognised."""
    founded = read(text).founded
    assert (founded and founded.year) == year


@pytest.mark.parametrize("name", ["VJJM Bekkers", "WH Voorberg", "Voorberg WH", "LI Wei"])
def test_capitals_alone_are_initials(name: str) -> None:
    """A name with initials is not split; one that is all in capitals is."""
    (one,) = read(f"Chair\n{name}, KU Leuven\n").people
    assert (one.literal, one.family, one.given) == (name, None, None)
    (other,) = read("Chair\nANN LEE, KU Leuven\n").people
    assert (other.family, other.given) == ("LEE", "ANN")


@pytest.mark.parametrize("line", ["Meetings\nBergen, 05/09/2018\n", "We met on 05/09/2018.\n", "Founded: 05/09/2018\n"])
def test_day_or_month(line: str) -> None:
    """Only the year of such a date is known, and that is told, as of dates in reference files."""
    group = read(line)
    dates = [meeting.date for meeting in group.meetings] or [group.founded]
    assert [date and date.to_dict() for date in dates] == [{"year": 2018, "raw": "05/09/2018"}]
    assert (told(line, "date-ambiguous"), not_read(line)) == (["05/09/2018"], [])


def test_seasons() -> None:
    """A season is known, and both of two."""
    dates = [meeting.date for meeting in read("Meetings\nBern, summer of 2014\nOslo, spring/summer 2015\n").meetings]
    seasons = [(date.season, date.end and date.end.season) for date in dates if date is not None]
    assert seasons == [("summer", None), ("spring", "summer")]


def test_reading_leaves_no_garbage() -> None:
    """What was read on the way is let go at once, not when cycles are collected: it is more than the result."""
    page = HEAD + "Meetings\n" + "Workshop, Bern, 3 May 2014\n" * 50
    found_in(page)
    gc.collect()
    gc.disable()
    try:
        found = found_in(page)
        assert gc.collect() < 50
    finally:
        gc.enable()
    assert len(found.study_groups) == 1
