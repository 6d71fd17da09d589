"""Cues: whatever a pattern can find is looked for, though most sentences are not searched."""

import pytest

from coprod.readers.pages.blocks import attribute
from coprod.readers.study_group.called_off import is_called_off
from coprod.readers.study_group.cues import Phrases, words_in
from coprod.readers.study_group.facts import founded_in, is_lost_link, is_publication, participation_in
from coprod.readers.study_group.organisers import people_in_sentence


@pytest.mark.parametrize(
    "said",
    [
        "was established", "was re-established", "was founded", "was created", "was set up", "was formed",
        "was launched", "has been in existence", "has existed", "exists", "has been active", "was initiated",
        "was recognised", "was recognized",
    ],
)  # fmt: skip
def test_foundation(said: str) -> None:
    """Every word for a foundation is found."""
    found = founded_in(attribute(f"The study group {said} since 1987.", 1))
    assert found is not None
    assert found[0].year == 1987


@pytest.mark.parametrize(
    "said",
    [
        "was canceled", "was CANCELLED", "was postponed", "was called off", "was suspended", "was rescheduled",
        "was deferred", "saw its cancellation", "saw its postponement", "did not take place", "will not go ahead",
        "could not be held", "was not held",
    ],
)  # fmt: skip
def test_called_off(said: str) -> None:
    """Every word that calls a meeting off is found, in any case."""
    assert is_called_off(f"The meeting {said}.")


@pytest.mark.parametrize(
    "work",
    [
        "special issue", "special section", "edited volume", "edited book", "book", "handbook", "monograph",
        "thematic issue", "symposium issue", "volume", "journal issue", "book project", "reader",
    ],
)  # fmt: skip
def test_publication(work: str) -> None:
    """Every word for a work is found."""
    assert is_publication(f"A second {work} is being prepared.")


@pytest.mark.parametrize("measures", ["membership", "members", "participants", "subscribers", "Number of members"])
def test_participation(measures: str) -> None:
    """Every label of a number of members is found."""
    assert [place.text for _quantity, place, _found in participation_in(attribute(f"{measures}: 601", 1))] == ["601"]


@pytest.mark.parametrize(
    "said",
    [
        "organised by", "organized by", "co-ordinated by", "coordinated by", "co-chaired by", "led by", "convened by",
        "directed by", "headed by", "moderated by", "run by",
    ],
)  # fmt: skip
def test_organisers(said: str) -> None:
    """Every verb that names organisers is found."""
    assert [person.name.text for person in people_in_sentence(attribute(f"It is {said} Anna Bell.", 1))] == [
        "Anna Bell"
    ]


@pytest.mark.parametrize("role", ["chair", "co-chairs", "vice-chair", "secretary", "convenors", "president"])
def test_roles(role: str) -> None:
    """Roles are found, also where a part stands before a hyphen."""
    assert len(people_in_sentence(attribute(f"The {role} are Anna Bell and Eva Frost.", 1))) == 2


def test_lost_links_behind_a_long_sentence() -> None:
    """What points to a link stands at the end of a sentence of any length."""
    assert is_lost_link(f"{'Papers of the group, ' * 20} and more, are available here.")
    assert not is_lost_link(f"More is available here, {'and papers, ' * 20} too.")


@pytest.mark.parametrize("text", ["WAS", "waſ", "Was"])
def test_words_as_patterns_without_case_take_them(text: str) -> None:
    """A long s is an s."""
    assert words_in(text) == {"was"}
    assert Phrases("was; took place").search(f"It {text} here.") is not None
