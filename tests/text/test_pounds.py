"""Pounds that are money, a weight, or not known."""

import pytest

from coprod.text.quantities import quantities_in

POUNDS = [
    ("They lost 5 million pounds in revenue.", ["money"]),
    ("Ports lost 3 billion pounds of their yearly income.", ["money"]),
    ("They lost 40 pounds in sales, and closed.", ["money"]),
    ("Clubs gained 90 pounds from the town budget in May.", ["money"]),
    ("Ports lost 3 million pounds.", [None]),
    ("The port gained 2 billion pounds.", [None]),
    ("Boars lost 12 pounds.", ["statistic"]),
    ("Boars lost 12 pounds in low-cost pens.", ["statistic"]),
    ("Clerks lost 12 pounds in sales training.", ["statistic"]),
    ("The engine gave 2 million pounds of thrust.", ["statistic"]),
    ("The course cost 340 pounds.", ["money"]),
    ("They saw 30 pounds there.", [None]),
]


@pytest.mark.parametrize(("sentence", "kinds"), POUNDS)
def test_kinds(sentence: str, kinds: list[str | None]) -> None:
    """The words in front of pounds and behind them say what they are; millions are not lifted."""
    assert [found.quantity.kind for found in quantities_in(sentence)] == kinds
