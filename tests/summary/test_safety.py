"""Whatever a page holds, reading it ends: with records, with diagnostics, or with an error of coprod."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coprod
from coprod.exceptions import CoprodError
from coprod.readers.summary.headings import heading_of, may_be_heading

DATA = Path(__file__).parents[1] / "data" / "pages" / "summary"
PAGES = sorted([*DATA.glob("*.html"), *DATA.glob("*.txt")])

LINES = st.sampled_from(
    [
        "logo", "ResearchBunny Logo", "Introduction", "1. Methods", "KEY FINDINGS:", "**Conclusion**",
        "4.1 Money", "II. RESULTS",
        "Trust rose in all of the towns that were studied.", "A. Sample, B. Muster, et al.", "~3 min • Beginner",
        "English", "00:00", "", " ", "•", "<h2>Findings</h2>", "<p>", "</div>",
        "Listen, Learn & Level Up", "By", "DOI: 10.1000/1",
        "Published: 2020", "Findings: 12% of",
        "conducted by A and", "\u00a0", "?trust’", "Title: x", "1.", "##", "by And",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES | st.text(max_size=40), max_size=25), st.sampled_from(["summary", None]))
def test_any_lines_are_read(lines: list[str], format_name: str | None) -> None:
    """Lines of summary pages in any order, and any text, raise nothing but errors of coprod."""
    try:
        collection = coprod.loads("\n".join(lines), format=format_name)
    except CoprodError:
        return
    assert coprod.Collection.from_json(collection.to_json()) == collection
    for paper in collection.papers:
        assert collection.locate(paper, "summary")
    for finding in collection.findings:
        assert collection.locate(finding, "statement")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PAGES), st.integers(0, 4000), st.integers(0, 4000))
def test_cut_pages_are_read(path: Path, first: int, last: int) -> None:
    """A page that lost its begin and its end raises nothing but errors of coprod."""
    content = path.read_bytes()[min(first, last) : max(first, last)]
    collection = coprod.loads(content, format="summary")
    assert collection.papers or collection.diagnostics


def test_the_site_is_found_behind_letters_without_a_small_form() -> None:
    """A letter that becomes two in lower case does not move what stands behind it."""
    line = "İİİİ read with ResearchBunny"
    found = coprod.loads(f"{line}\nIntroduction\nCare is shared by all.\nFindings\nTrust rose.\n", format="summary")
    (place,) = found.locate(found.papers[0], "summary.provider")
    assert line[place.start : place.end] == "ResearchBunny"


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120))
def test_any_line_may_be_a_heading(text: str) -> None:
    """A heading lies within its line."""
    found = heading_of(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
    assert may_be_heading(text) in {True, False}


@pytest.mark.parametrize(
    "line",
    [
        "Results\n",
        "A. Sample, ",
        "conducted by A, ",
        "Results: ",
        "1.1.",
        "~3 min • ",
        "**",
        "# ",
        "Trust rose in towns. ",
        "- **Methods:** A survey.\n",
        "a\tb\n",
        "| a | 1 |\n",
        "**a** _b_ *",
        "Abstract\nWe ask.\n",
        "Sign up\nMethods\n",
        "14%\nRed\n",
        "AI can contain errors check ",
    ],
)
@pytest.mark.timing
def test_time_is_linear(line: str) -> None:
    """Twenty times the lines take no more than some sixty times the time, in whatever form they come."""
    times = []
    for count in (300, 6000):
        text = "Findings\nTrust rose in the towns.\n" + line * count
        start = time.process_time()
        coprod.loads(text, format="summary")
        times.append(time.process_time() - start)
    assert times[1] < 60 * max(times[0], 0.005)


@pytest.mark.parametrize("line", ["Some words of a line {}\n", "The Care of Town {}\n", "What did they find {}?\n"])
@pytest.mark.timing
def test_time_is_linear_above_the_sections(line: str) -> None:
    """The same of lines above the first section, each of which may be the title."""
    times = []
    for count in (300, 6000):
        text = "".join(map(line.format, range(count))) + "Methods\nA survey.\nFindings\nTrust rose in the towns.\n"
        start = time.process_time()
        coprod.loads(text, format="summary")
        times.append(time.process_time() - start)
    assert times[1] < 60 * max(times[0], 0.005)
