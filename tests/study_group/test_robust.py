"""Whatever the page is, nothing but `CoprodError` is raised, and reading takes time in proportion to its length."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod import Collection, StudyGroup, loads
from coprod.exceptions import CoprodError

DATA = Path(__file__).parent.parent / "data" / "pages" / "study-group"
PAGES = [path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.*")) if path.suffix in (".txt", ".html")]
LINES = sorted({line for page in PAGES for line in page.split("\n") if line.strip()})

quick = settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

words = st.sampled_from(
    ["meeting", "May", "2014", "12-13", "(", ")", "Bergen,", "Norway", "Chair:", "Anna Bell", "1.", "(i)", "?", ":",
     "PSG III", "Aims", "et al.", "Vance (2009)", "601", "members", "•", "and", "the", "–", "of", "“", "”", "\n",
     "\n\n"]
)  # fmt: skip


def read(text: str) -> Collection:
    """The text, read as a study group's page."""
    return loads(text, format="study-group")


@quick
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """Random text gives a Collection of study groups or none."""
    try:
        found = read(text)
    except CoprodError:
        return
    assert all(isinstance(record, StudyGroup) for record in found)


@quick
@given(st.lists(words, max_size=120).map(" ".join))
def test_any_order_of_words_is_read(text: str) -> None:
    """Words of such pages in any order are read, and every value is in the text."""
    found = read(text)
    whole = " ".join(text.split())
    for group in found.study_groups:
        for meeting in group.meetings:
            assert all(value in whole for value in (meeting.city, meeting.country, meeting.text) if value)
        assert all(person.literal in whole for person in group.people)


@quick
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=40))
def test_shuffled_lines_are_read(lines: list[str]) -> None:
    """Lines of pages in any order give at most one group, and each value is traced."""
    found = read("\n\n".join(lines))
    assert len(found.study_groups) <= 1
    for group in found.study_groups:
        for index in range(len(group.meetings)):
            assert found.locate(group, f"meetings[{index}].text")


@quick
@given(st.sampled_from(PAGES), st.integers(0, 6000), st.integers(0, 6000))
def test_cut_pages_are_read(page: str, start: int, end: int) -> None:
    """A part of a page is read like a page."""
    assert len(read(page[min(start, end) : max(start, end)]).study_groups) <= 1


@pytest.mark.parametrize(
    "line",
    [
        "The meeting was held in Bergen, Norway, on 12-13 May 2014.",
        "Anna Bell (Northport University), Carl Berg (Eastfield College) and",
        "Users pay (Vance 2009; Ito et al. 2013), but who",
        "(a) trust; (b) money;",
        "1. Clocks on towers",
        "May 2014 and June 2015,",
        "((((",
        "A. A. A. A.",
        "organised by",
        "the first, second, third,",
        "CHAIRED BY ANNA BELL",
        "chaired by Anna (Bell",
        "The meeting in Oslo in May 2014 was cancelled.",
        "meetings of May 2014 were cancelled",
        "the meeting was postponed to 2014,2014,2014,2014,",
        "You can find it online at: A",
        "2014-06-13",
        "i. Clocks",
        "the group was recognised in 1983, and",
        "We met at EGPA 2014, and",
        "Topics for the meeting (Bergen, Norway, May 2014)",
    ],
)
@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["lines", "one-line"])
@pytest.mark.timing
def test_time_is_linear(line: str, joint: str) -> None:
    """A page four times as long takes no more than about four times as long."""
    head = "PSG III: Clocks\n\nAims\n\nTo see.\n\nMeetings\n\n"
    short, long = (_seconds(head + joint.join([line] * count)) for count in (250, 1000))
    assert long < max(0.05, short * 9)


@pytest.mark.timing
def test_lines_of_institutions_take_linear_time() -> None:
    """The institutions below a person are put together once."""
    head = "PSG III: Clocks\n\nAims\n\nTo see.\n\nChairs\n\nAnna Bell\n"
    short, long = (_seconds(head + "Northport University\n" * count) for count in (1000, 4000))
    assert long < max(0.05, short * 9)


LETTERS_WITHOUT_CASE = {"s": "ſ", "i": "ı", "I": "İ", "S": "ſ", "k": "\u212a"}
"""Letters that a pattern without case takes for others, and that no table of words has."""


@pytest.mark.parametrize("letter", LETTERS_WITHOUT_CASE)
@pytest.mark.parametrize("page", PAGES)
def test_other_letters_are_read(page: str, letter: str) -> None:
    """Words in letters that only look like those of the tables raise nothing."""
    assert len(read(page.replace(letter, LETTERS_WITHOUT_CASE[letter])).study_groups) <= 1


def _seconds(text: str) -> float:
    times = []
    for _ in range(2):
        start = time.process_time()
        read(text)
        times.append(time.process_time() - start)
    return min(times)
