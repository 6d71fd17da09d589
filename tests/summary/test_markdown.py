"""Marks of Markdown in sections, and data of the study that are no statements."""

import pytest

import coprod
from coprod import Collection

START = "# Care of bridges\n## Methods\nA survey of 40 rowers.\n## Key Findings\n"


def statements(collection: Collection) -> list[str]:
    """What is stated."""
    return [finding.statement for finding in collection.findings]


MARKED = (
    ("> Fares rose by 7%.", "Fares rose by 7%."),
    (">> - Fares rose by 7%.", "Fares rose by 7%."),
    ("- > Fares rose by 7%.", "Fares rose by 7%."),
    ("- [ ] Fares rose by 7%.", "Fares rose by 7%."),
    ("* [x] Fares rose by 7%.", "Fares rose by 7%."),
    ("Fares rose[^2] by 7%[^note].", "Fares rose by 7%."),
    ("Fares rose by ~~9%~~ 7%.", "Fares rose by 7%."),
    ("~~All~~ Fares rose by 7%.", "Fares rose by 7%."),
    ("Fares rose by 7% ~~at night~~.", "Fares rose by 7%."),
)


@pytest.mark.parametrize(("line", "statement"), MARKED)
def test_marks_are_no_text(line: str, statement: str) -> None:
    """Marks go out of the text, each is told, and the numbers are those of the rest; without repair all stays."""
    collection = coprod.loads(f"{START}{line}\n", format="summary")
    assert statements(collection) == [statement]
    assert [str(number.value) for number in collection.findings[0].quantities] == ["7"]
    assert not collection.findings[0].quantities[0].modifiers
    assert [told.text for told in collection.diagnostics if told.code == "summary.markdown"] == [line]
    (span,) = collection.locate(collection.findings[0], "quantities[0]")
    assert line[span.start : span.end] == "7%"
    plain = coprod.loads(f"{START}{line}\n", format="summary", repair=False)
    assert statements(plain) != [statement]
    assert "summary.markdown" not in {told.code for told in plain.diagnostics}


@pytest.mark.parametrize(
    "line",
    [
        "> 10 years of rowing raised trust.", "Fares rose by ~7% or ~8%.", "Boats [x] and [y] sank.",
        "Trust rose [2], and ~ fares fell.", "Costs ~~~ rose.", "Fares > costs.", "[ ] boats were empty [sic].",
    ],
)  # fmt: skip
def test_signs_that_are_no_marks_stay(line: str) -> None:
    """A sign before a number, one tilde, and brackets in a sentence are text."""
    collection = coprod.loads(f"{START}{line}\n", format="summary")
    assert statements(collection) == [line]
    assert "summary.markdown" not in {told.code for told in collection.diagnostics}


def test_what_is_struck_out_as_a_whole_is_told() -> None:
    """A line that is struck out is no text of the section."""
    collection = coprod.loads(f"{START}~~Boats sank.~~\nFares rose.\n", format="summary")
    assert collection.papers[0].summary is not None
    assert collection.papers[0].summary.sections[-1].text == "Fares rose."
    assert [told.text for told in collection.diagnostics if told.code == "summary.markdown"] == ["~~Boats sank.~~"]


def test_a_footnote_is_told() -> None:
    """A footnote is no text of the section above it."""
    text = f"{START}Fares rose.\n## Limitations\nOnly one river was seen.\n\n[^1]: See table 2.\n"
    collection = coprod.loads(text, format="summary")
    assert statements(collection) == ["Fares rose.", "Only one river was seen."]
    assert [told.text for told in collection.diagnostics if told.code == "page.not-read"] == ["[^1]: See table 2."]


def test_html_has_no_marks_of_markdown() -> None:
    """What looks like a mark in HTML is text."""
    page = "<html><body><h2>Methods</h2><p>A survey.</p><h2>Results</h2><p>Fares ~~rose~~ fell.</p></body></html>"
    collection = coprod.loads(page, format="summary")
    assert statements(collection) == ["Fares ~~rose~~ fell."]


DATA = (
    "Sample size: 312", "**Population:** Nurses of two towns", "- Country: Norway", "Outcomes: Trips a day, fares",
    "Study type: Field experiment", "Participant count\n312 rowers", "Funding source\nNot reported",
    "Supporting quotes\n“We row 20% more than they do” (p. 4)\n“Nobody rows at night.”",
    "Key quote: “Boats float.” (p. 3)",
    "Study snapshot\nPopulation: Nurses", "Not mentioned", "None stated.", "N/A",
)  # fmt: skip


@pytest.mark.parametrize("lines", DATA)
@pytest.mark.parametrize("behind", ["Trust rose.", ""], ids=["between", "last"])
def test_data_of_the_study_are_no_findings(lines: str, behind: str) -> None:
    """A label with its value, and a note that there is none, are text of the section at most."""
    collection = coprod.loads(f"{START}Fares rose by 7%.\n{lines}\n{behind}\n", format="summary")
    assert statements(collection) == ["Fares rose by 7%.", *([behind] if behind else [])]


def test_numbers_of_data_are_quantities_of_the_section() -> None:
    """They are text of the section, so their numbers are its quantities."""
    collection = coprod.loads(f"{START}Participants: 312 nurses\nFares rose by 7%.\n", format="summary")
    summary = collection.papers[0].summary
    assert summary is not None
    assert summary.sections[-1].text == "Participants: 312 nurses\nFares rose by 7%."
    assert [str(number.value) for number in summary.sections[-1].quantities] == ["312", "7"]


@pytest.mark.parametrize(
    "line",
    [
        "Turnout: 71% of the rowers came.", "Participants: 14% fewer came", "Country: Trust rose in Norway.",
        "- Fares: higher in winter", "Sample size mattered most.", "Quotes were rare in the papers.",
        "None of the boats sank.", "“Boats float.”", "Nobody: not one rower",
    ],
)  # fmt: skip
def test_statements_that_look_like_data_are_findings(line: str) -> None:
    """A value that is a sentence or a share states something, and so does any other label."""
    collection = coprod.loads(f"{START}{line}\nTrust rose.\n", format="summary")
    assert statements(collection) == [line.removeprefix("- "), "Trust rose."]
