"""What is counted of the texts of a source, and when."""

import re

from hypothesis import given
from hypothesis import strategies as st

from coprod.readers.pages.density import Tally

TEXTS = st.lists(st.text(alphabet="a7.?;é\ud800 \n", max_size=12), max_size=12)


def units(text: str) -> int:
    """The line itself, its ends of sentences and line breaks, and twice its numbers, one after the other."""
    numbers = 2 * (len(re.split("[0-9]+(?:[.][0-9]+)*", text)) - 1)
    ends = sum(letter in ".!?;" and not after.strip() for letter, after in zip(text, [*text[1:], ""], strict=False))
    return 1 + numbers + ends + text.count("\n")


@given(TEXTS, st.integers(0, 12), st.integers(0, 60))
def test_the_first_that_is_too_much(texts: list[str], cut: int, allowed: int) -> None:
    """However late it counts, there is room for exactly those lines that have no more than is allowed."""
    tally = Tally(allowed, 100)
    first, second = texts[:cut], texts[cut:]
    beyond = [end for end in range(len(texts)) if sum(map(units, texts[: end + 1])) > allowed]
    found = tally.first_beyond(first)
    if found is None:
        rest = tally.first_beyond(second)
        found = None if rest is None else len(first) + rest
    assert found == (beyond[0] if beyond else None)


@given(st.integers(0, 50), st.integers(0, 5_000_000))
def test_more_in_a_longer_source(allowed: int, size: int) -> None:
    """A source may have as many for each million characters, and no fewer than that many in all."""
    tally = Tally(allowed, size)
    room = 0
    while tally.first_beyond(["care"]) is None:
        room += 1
    assert room == max(allowed, allowed * size // 1_000_000)


def test_numbers_in_words_count_in_a_long_source() -> None:
    """Those behind the first 100,000 characters do: a text of them is more than the same of other words."""
    assert Tally(50_000, 300_000).first_beyond(["tin towns " * 10_000, "tin towns " * 20_000]) is None
    assert Tally(50_000, 300_000).first_beyond(["ten towns " * 9_000, "ten towns " * 20_000]) == 1
    assert Tally(50_000, 300_000).first_beyond(["ten towns " * 9_000]) is None
