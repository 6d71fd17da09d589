"""Categories of section labels."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.text.labels import CATEGORIES, category_of, label_words, opening_words

SUMMARY_PAGE = {"Literature Review": "BACKGROUND"}

LABELS = [
    ("Purpose", "OBJECTIVE"),
    ("Design/methodology/approach", "METHODS"),
    ("Design / methodology / approach", "METHODS"),
    ("Findings", "RESULTS"),
    ("Key Findings", "RESULTS"),
    ("KEY FINDINGS:", "RESULTS"),
    ("Main result", "RESULTS"),
    ("Our main results", "RESULTS"),
    ("3. Results", "RESULTS"),
    ("IV. Results", "RESULTS"),
    ("Research limitations/implications", "CONCLUSIONS"),
    ("Practical implications", "CONCLUSIONS"),
    ("Social implications", "CONCLUSIONS"),
    ("Originality/value", "CONCLUSIONS"),
    ("Value", "CONCLUSIONS"),
    ("Points for practitioners", "CONCLUSIONS"),
    ("Evidence for Practice", "CONCLUSIONS"),
    ("Implications for public managers", "CONCLUSIONS"),
    ("Recommendations for further research", "CONCLUSIONS"),
    ("Limitations and future research", "CONCLUSIONS"),
    ("Aim(s) of this paper", "OBJECTIVE"),
    ("Purpose of this article", "OBJECTIVE"),
    ("Aims & objectives", "OBJECTIVE"),
    ("Background and purpose", "OBJECTIVE"),
    ("Methods and findings", "RESULTS"),
    ("Results, and discussion", "CONCLUSIONS"),
    ("Authors’ conclusions", "CONCLUSIONS"),
    ("Hypotheses", "OBJECTIVE"),
    ("Literature Review", "METHODS"),
    ("Introduction", "BACKGROUND"),
    ("Paper type", "UNASSIGNED"),
]

NO_LABELS = ["", " ", ":", "/", "Citizens", "Ghent and Results", "Results The", "The", "Co-production", "7", "a" * 200]


@pytest.mark.parametrize(("label", "category"), LABELS)
def test_labels_have_categories(label: str, category: str) -> None:
    """A label has its category in any case, with any joints, in the singular and the plural."""
    assert category_of(label) == category
    assert category_of(label.upper()) == category
    assert category_of(f" {label.lower()} - ") == category


@pytest.mark.parametrize("text", NO_LABELS)
def test_other_texts_have_none(text: str) -> None:
    """What is no label known has no category."""
    assert category_of(text) is None


def test_a_layout_overrides() -> None:
    """A label may mean something else in one place, however it is spelt there, and nowhere else."""
    assert category_of("LITERATURE REVIEW:", SUMMARY_PAGE) == "BACKGROUND"
    assert category_of("Results", SUMMARY_PAGE) == "RESULTS"
    assert category_of("Literature Review") == "METHODS"


def test_words_of_labels() -> None:
    """The words that labels begin with are among those that they are made of."""
    assert opening_words() <= label_words()
    assert {"PURPOSE", "ORIGINALITY", "KEY"} <= opening_words()


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    """No text raises, and every category is one of the list."""
    assert category_of(text) in (None, *CATEGORIES)


@pytest.mark.parametrize("piece", ["a", " and ", "/", "the ", "(s)", "1. ", "results and "])
@pytest.mark.timing
def test_long_texts_take_no_time(piece: str) -> None:
    """A label of a megabyte takes milliseconds."""
    start = process_time()
    assert category_of(piece * 200_000) is None
    assert process_time() - start < 1
