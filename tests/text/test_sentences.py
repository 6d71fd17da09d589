"""Where sentences begin and end, in abstracts of many fields and in text that is none."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.text.sentences import sentences


def split(text: str) -> list[str]:
    """The sentences themselves."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ("Yields rose.", "Prices fell."),
        ("Smith et al. (2008) saw no change in Fig. 2.", "Others did."),
        ("It holds for most (e.g. nurses, i.e. staff; cf. Table 3).", "We agree."),
        ("As Brandsen et. al. 2012 show, it varies.", "This is new."),
        ("See No. 4 in vol. 16 no. 4, pp. 3-9.", "It is short."),
        ("Dr. Okoye and A. P. Muller met J.-P. Roux.", "They talked."),
        ("Data came from the U.S. Department of Labor.", "In the U.S.", "The law differs."),
        ("The sample was small (n = 60).", "Trust fell, p < .05.", "The mean was 3.5."),
        ("Is it so ?", "Nobody knows!", "Why not?"),
        ('She said "we stay."', "They left."),
        ("(It was late.)", "[Nothing moved.]", "Then it rained."),
        ("Four tasks were set: 1) reading, 2) writing, and 3) sums.", "All passed."),
        ("It ended in 2015.", "12 schools took part.", "p53 was mutated.", "eBay sold it."),
        ("The trend went on...", "However, it slowed down."),
        ("They waited ... and then left.", "Fine."),
        ("“Why?” asked the nurse.", "He did not say."),
        ("1. The role of users.", "2. The form of the organisation."),
        ("They met in Washington, D.C. (USA).", "It was hot."),
        ("The answer is no.", "We go on."),
        ("Formal vs. informal work differs by approx. 3 hours.", "That is all."),
        ("How ?big’ is it really?", "Rather small."),
    ],
)
def test_sentences_end_where_they_end(parts: tuple[str, ...]) -> None:
    """Abbreviations, initials, decimals, brackets and list items do not end a sentence; all else does."""
    assert split(" ".join(parts)) == list(parts)


def test_scripts_without_spaces() -> None:
    """A full stop of a script that writes no spaces ends a sentence too."""
    assert split("信任下降。为什么？没有人知道。") == ["信任下降。", "为什么？", "没有人知道。"]


def test_empty_lines_part_sentences() -> None:
    """An empty line ends a sentence, a single line end does not."""
    assert split("Results\n\nTrust\nfell.") == ["Results", "Trust\nfell."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", ".", "?!", "a", " . . "])
def test_hardly_any_text(text: str) -> None:
    """Text without words loses nothing."""
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@given(st.text(alphabet=st.sampled_from(list("aB1 .?!…()\"'”\n\t,;:-。éß ")), max_size=80) | st.text(max_size=80))
def test_nothing_is_lost(text: str) -> None:
    """Sentences come in order, begin and end with text, and only white space lies between them."""
    place = 0
    for start, end in sentences(text):
        assert not text[place:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        place = end
    assert not text[place:].strip()


@pytest.mark.parametrize(
    "trap", [". ", ".", "..... ", "a.", "((((", "\n", "\n ", "A. ", '".', ".)", "!?", "e.g. 1. ", "x"]
)
@pytest.mark.timing
def test_time_is_linear(trap: str) -> None:
    """A text made to mislead is read in a moment; quadratic time would be minutes."""
    text = trap * (300_000 // len(trap))
    started = process_time()
    assert sentences(text) or not text.strip()
    assert process_time() - started < 15
