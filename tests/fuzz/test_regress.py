"""Inputs that once raised what they should not: every one is read by every target without that."""

import random
from pathlib import Path

import pytest

from tests.fuzz.__main__ import first_inputs
from tests.fuzz.targets import TARGETS

REGRESS = sorted((Path(__file__).parents[1] / "data" / "regress").glob("*"))


@pytest.mark.parametrize("path", REGRESS, ids=lambda path: path.name)
@pytest.mark.parametrize("target", TARGETS)
def test_mended(target: str, path: Path) -> None:
    """It raises nothing but `CoprodError`, which the target catches."""
    TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_cut_anywhere(target: str) -> None:
    """The files of the tests, cut at some place, raise nothing either."""
    chance = random.Random(7)
    inputs = list(first_inputs(target))
    for content in chance.sample(inputs, min(len(inputs), 150)):
        TARGETS[target](content[: chance.randint(0, len(content))])
