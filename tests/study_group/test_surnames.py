"""Words that are surnames and words of institutions: what stands around them decides; what stays in doubt is told."""

import pytest

from coprod import loads
from coprod.readers.study_group.people import is_person

HEAD = "WG1: Rivers\n\nAims\nTo study rivers.\n\n"


def people_of(text: str) -> list[tuple[str, str | None]]:
    """Names and affiliations below a heading of people."""
    (group,) = loads(f"{HEAD}Steering committee\n{text}\n", format="study-group").study_groups
    return [(one.literal, one.affiliation) for one in group.people]


def unsure(text: str) -> list[str | None]:
    """What is told as the name of nobody knows what."""
    found = loads(f"{HEAD}Steering committee\n{text}\n", format="study-group")
    return [one.text for one in found.diagnostics if one.code == "study-group.unsure-name"]


@pytest.mark.parametrize(
    "name",
    ["Stuart Hall", "Freya House", "Prof. Ines Palace", "Dana Campus", "Sujin Ku", "Tu Lan", "Wen Po", "MARY HALL"],
)
def test_a_person_may_have_the_surname(name: str) -> None:
    """Nothing around the word says that it is an institution."""
    bare = name.removeprefix("Prof. ")
    assert people_of(f"{name}, University of Bern") == [(bare, "University of Bern")]
    assert people_of(f"{name} (Chair)") == [(bare, None)]
    assert people_of(f"Ann Lee and {name}") == [("Ann Lee", None), (bare, None)]


@pytest.mark.parametrize(
    "name",
    ["KU Leuven", "TU Graz", "Sciences Po", "City Hall", "Old Town Hall", "Royal Palace", "House Brussels",
     "State Chamber", "Main Campus", "Social Sciences", "Harbour Center", "Head Office"],
)  # fmt: skip
def test_an_institution_is_no_person(name: str) -> None:
    """Its first word, or another word of it, says that it is one."""
    assert not is_person(name)
    assert people_of(f"Ann Lee, {name}") == [("Ann Lee", name)]
    assert people_of(f"Ann Lee\n{name}") == [("Ann Lee", name)]


def test_what_stays_in_doubt_is_told() -> None:
    """Behind a comma and alone on a line the name may be that of a person or of an institution."""
    for text in ("Ann Lee, Harbour House", "Ann Lee\nHarbour House"):
        assert people_of(text) == [("Ann Lee", None)]
        assert unsure(text) == ["Harbour House"]
    assert people_of("Ann Lee (Harbour House)") == [("Ann Lee", "Harbour House")]


def test_other_lines_of_a_list_decide() -> None:
    """A line is an institution where others are, and a person where all are, or an institution stands below it."""
    institution = "Ann Lee\nUniversity of Bern\n\nEva Frost\nHarbour House"
    assert people_of(institution) == [("Ann Lee", "University of Bern"), ("Eva Frost", "Harbour House")]
    assert people_of("Ann Lee\nStuart Hall\nEva Frost") == [
        ("Ann Lee", None),
        ("Stuart Hall", None),
        ("Eva Frost", None),
    ]
    person = "Ann Lee\nStuart Hall\nUniversity of Bern"
    assert people_of(person) == [("Ann Lee", None), ("Stuart Hall", "University of Bern")]


def test_a_hall_is_no_city() -> None:
    """Where a meeting was, such a word names a building."""
    text = "Meetings\nWorkshop, Harbour House, Bern, 3 May 2019"
    (meeting,) = loads(HEAD + text, format="study-group").study_groups[0].meetings
    assert meeting.city == "Bern"
