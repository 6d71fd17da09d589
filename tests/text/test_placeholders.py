"""Placeholders: what states nothing, and what only looks so."""

import pytest

from coprod.text.placeholders import states_nothing


@pytest.mark.parametrize(
    "text",
    [
        "NA",
        "n/a",
        "None",
        "null",
        "undefined",
        "-",
        "[No abstract available]",
        "[no Abstract Available]".title(),
        "No abstract available.",
        "ABSTRACT NOT AVAILABLE",
        "[No authors listed]",
        "[No author name available]",
        "[Not available]",
        "null, null",
    ],
)
def test_placeholders_state_nothing(text: str) -> None:
    """What programs and databases write where there is no value, in any case, states nothing."""
    assert states_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["", "Na", "Nan", "Anonymous", "Not available", "No title", "No abstract is an island", "Null, J", "NA, K", "N"],
)
def test_values_state_something(text: str) -> None:
    """Names, abbreviations of sodium, and titles that begin like a placeholder are values."""
    assert not states_nothing(text)


def test_long_text() -> None:
    """A long text is not looked up."""
    assert not states_nothing("NA" * 500_000)
