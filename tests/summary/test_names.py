"""Names as pages print them, in rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.readers.pages.names import name_on_page, names_in


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("Robin Sample", ["Robin Sample"]),
        ("Robin Sample and Alex Example", ["Robin Sample", "Alex Example"]),
        ("Robin Sample, Kim van Muster, and Alex Example", ["Robin Sample", "Kim van Muster", "Alex Example"]),
        ("R. Sample, K. Muster & A. Example", ["R. Sample", "K. Muster", "A. Example"]),
        ("Sample, Robin; Muster, Kim", ["Sample, Robin", "Muster, Kim"]),
        ("Sample, R., Muster, K. L.", ["Sample, R.", "Muster, K. L."]),
        ("R. Sample, K. Muster, et al.", ["R. Sample", "K. Muster"]),
        ("R. Sample et al.", ["R. Sample"]),
        ("R. Sample, K. Muster, ...", ["R. Sample", "K. Muster"]),
    ],
)
def test_rows(row: str, names: list[str]) -> None:
    """A row is cut at commas, semicolons and "and", and "et al." is told."""
    found = names_in(row)
    assert [name.name.literal for name in found.names] == names
    assert [row[name.start : name.end] for name in found.names] == names
    assert (found.et_al is not None) == (row.endswith(("et al.", "...")))


@pytest.mark.parametrize(
    ("literal", "family"),
    [
        ("Robin Sample", "Sample"),
        ("Jean-Paul Muster", "Muster"),
        ("Sample, Robin", "Sample"),
        ("R. Sample", None),
        ("JA Sample", None),
        ("Kim van Muster", None),
        ("Robin A. Sample", None),
        ("Health Council", None),
        ("Sample", None),
    ],
)
def test_a_name_is_split_with_a_basis_only(literal: str, family: str | None) -> None:
    """Two whole words are given name and family name; initials, three words and organisations stay as printed."""
    name = name_on_page(literal)
    assert (name.literal, name.family) == (literal, family)


@given(st.text(alphabet=" ,;.&andetlAB…", max_size=60))
def test_names_lie_within_their_row(text: str) -> None:
    """Each name stands where it is said to stand."""
    for found in names_in(text).names:
        assert text[found.start : found.end] == found.name.literal
