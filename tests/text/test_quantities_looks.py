"""Looks that pass over what cannot match give what the patterns give without them."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from coprod.text.quantities import _context, _periods, _readings, _samples, _statistics, quantities_in
from coprod.text.quantities._drafts import Place
from coprod.text.quantities._looks import either
from coprod.text.quantities._numbers import number_at
from coprod.text.quantities._vocabulary import BOUNDS

PIECES = st.sampled_from(
    (
        *("12", "3.5", ".04", "95", "1,204", "2014", "two", "one hundred", "half", "10", "0.8", "7"),
        *("%", " per cent", " years", "-fold", " times higher", "‰", " per 1,000", " pounds", " euros", " kg", "/719)"),
        *(
            "$",
            "€",
            "US$",
            "EUR ",
            "p < ",
            "OR ",
            "n = ",
            "t(58) = ",
            "Cohen's d = ",
            "M (SD) = ",
            "95% CI ",
            "mean age ",
        ),
        *(" to ", " and ", "-", "–", " of ", " in ", " or ", " on average", " ± ", " (SD 2.1)", " < z < ", ", 10 and "),
        *(
            "aged ",
            "older than ",
            "voters under ",
            "more than ",
            "about ",
            "up to ",
            "(over ",
            "approx. ",
            "a rate of ",
        ),
        *("We studied ", "Among ", "Among the ", "Of the ", "interviews with ", "data from ", "a total of ", "by "),
        *(
            " nurses",
            " towns",
            " adults took part",
            " were tested",
            " schools",
            " points",
            " left",
            " such",
            " tap in ",
        ),
        *(
            "between ",
            "from ",
            "June ",
            "early ",
            "13 ",
            "31st December, ",
            "(",
            ")",
            "[",
            "]",
            ", ",
            ". ",
            ": ",
            "; ",
            " ",
        ),
        *("a/b@c ", "www.a.b/", "10.1000/", "doi:", "1234-5678", "+32 16 32", "1.2.3", "12-13 of 40", "\n", "。"),
    )
)
TEXTS = st.lists(PIECES, max_size=9).map("".join)


_NAMED = "|".join(rf"(?P<{name}>(?:(?<!\w)(?:{words})))" for name, words in BOUNDS.items())
_BOUNDS = re.compile(rf"(?:{_NAMED})\s*\Z", re.IGNORECASE)


def _places(text: str) -> list[Place]:
    """Every number that can be read anywhere in a text."""
    found = (number_at(text, at, len(text)) for at in range(len(text)))
    return [Place(text, 0, len(text), number) for number in found if number is not None]


@given(TEXTS)
def test_no_reader_knows_a_number_that_is_passed_over(text: str) -> None:
    """Where a number is passed over, none of the readers would have known it."""
    for place in _places(text):
        if not _readings.may_be_read(place):
            assert [reader.__name__ for reader in _readings.READERS if reader(place) is not None] == []


@given(TEXTS, st.lists(st.sampled_from((r"(?P<unit>%)", r"\s?per cent", r"(?<!x)-", r"[0-9]+")), min_size=1))
def test_either_matches_where_one_does(text: str, patterns: list[str]) -> None:
    """One pattern for several matches where one of them does, and nowhere else."""
    ones = [re.compile(pattern, re.IGNORECASE if number % 2 else 0) for number, pattern in enumerate(patterns)]
    both = either(*ones)
    for at in range(len(text)):
        assert (both.match(text, at) is not None) == any(one.match(text, at) is not None for one in ones)


def _is_same(look: Callable[[str], re.Match[str] | None], pattern: re.Pattern[str], text: str) -> bool:
    """Whether a look finds what the pattern alone finds."""
    found, expected = look(text), pattern.search(text)
    return (found and found.span()) == (expected and expected.span())


@given(TEXTS)
def test_objects_of_studies(text: str) -> None:
    """The look at the end of the words passes over nothing that leads to a sample."""
    words = f" {text.rstrip()}"
    assert _is_same(lambda words: _samples._leading(words, len(words)), _samples._OBJECT, words)


@given(st.from_regex(_samples._OBJECT))
def test_every_object_of_a_study_ends_as_is_said(text: str) -> None:
    """All that leads to a sample ends with one of the words."""
    found = _samples._OBJECT.search(text)
    assert found is None or text.endswith(_samples._OBJECT_ENDS)


@given(TEXTS)
def test_symbols_of_statistics(text: str) -> None:
    """The symbol in front of a sign is the same, wherever the search for it begins."""
    for end in range(len(text)):
        window = text[max(0, end - _statistics.SIGNED) : end]
        if window.rstrip("-−–+ \u00a0")[-1:] in _statistics.OPERATORS:
            first = _statistics._first_of_symbol(window)
            found, expected = _statistics._OPERATED.search(window, first), _statistics._OPERATED.search(window)
            assert (found and found.span()) == (expected and expected.span())


_CUE = re.compile(re.sub(r"\(\?=\[[^\]]*\]\)", "", _statistics._CUE.pattern, count=1))


@given(st.lists(st.one_of(PIECES, st.from_regex(_CUE, fullmatch=True)), max_size=5).map("".join))
def test_names_of_statistics(text: str) -> None:
    """The look at the first letter passes over no name."""
    assert _CUE.pattern != _statistics._CUE.pattern
    found = [cue.span() for cue in _statistics._CUE.finditer(f" {text}")]
    assert found == [cue.span() for cue in _CUE.finditer(f" {text}")]


@given(TEXTS)
def test_years_in_front(text: str) -> None:
    """What stands in front of the first year of a period is the same in a narrow window."""

    def look(window: str) -> re.Match[str] | None:
        return _periods._LEFT.search(window, max(0, len(window) - _periods._LONGEST_LEFT))

    for end in range(len(text)):
        assert _is_same(look, _periods._LEFT, text[:end])


@given(TEXTS)
def test_addresses(text: str) -> None:
    """A number with white space on both sides is part of no address."""
    for number in (place.number for place in _places(text)):
        alone = _context.skipped_to(text, number.start, len(text), number.end)
        assert alone == _context.skipped_to(text, number.start, len(text), number.start)


@given(TEXTS)
def test_bounds(text: str) -> None:
    """The bounds that end with a word are found as all bounds were."""
    for end in range(1, len(text) + 1):
        window = text[max(0, end - _context._WINDOW) : end]
        last = window.rstrip()[-1:]
        last = last if last in _context._BOUND_SIGNS else "".join(window.rsplit(None, 1)[-1:]).lower()
        found = _BOUNDS.search(window) if last in _context._BOUND else None
        expected = (None, end) if found is None else (found.lastgroup, end - len(window) + found.start())
        assert _context.modifier_before(text, end, 0) == expected


def test_the_number_of_an_item_is_no_quantity() -> None:
    """It is passed over at the begin of a sentence; other numbers are not."""
    for text in ("1. Care of 12 towns", "12) care of 12 towns", "123456789. Care of 12 towns"):
        assert [found.quantity.text for found in quantities_in(text)] == ["12"]
