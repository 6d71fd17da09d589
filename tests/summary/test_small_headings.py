"""Tests of headings of summaries that begin with a small letter."""

import pytest

import coprod

HTML = "<html><body><h1>Trust and voice</h1><h2>Methods</h2><p>A survey of 80 rowers.</p>{}</body></html>"
TEXT = "Trust and voice\n\nMethods\n\nA survey of 80 rowers.\n\nKey Findings\n\nWaits fell by 9%.\n{}\n"


def sections(page: str) -> list[tuple[str | None, str]]:
    """Label and text of the sections of a summary."""
    (paper,) = coprod.loads(page, format="summary").papers
    assert paper.summary is not None
    return [(section.label, section.text) for section in paper.summary.sections]


@pytest.mark.parametrize("label", ["limitations", "conclusion", "discussion", "key findings", "what did they find?"])
def test_an_element_of_heading_is_one_in_any_case(label: str) -> None:
    """HTML says that it is a heading; its words need no capital."""
    page = HTML.format(f"<h2>Discussion</h2><p>Waits fell by 9%.</p><h2>{label}</h2><p>Only one river was asked.</p>")
    assert sections(page)[2] == (label, "Only one river was asked.")


def test_a_first_heading_in_small_letters_is_no_teaser() -> None:
    """The section below it is read as one."""
    page = HTML.replace("<h2>Methods", "<h2>introduction</h2><p>Boats wait for locks.</p><h2>Methods")
    page = page.format("<h2>Key Findings</h2><p>Waits fell by 9%.</p>")
    assert sections(page)[0] == ("introduction", "Boats wait for locks.")


@pytest.mark.parametrize("label", ["limitations", "conclusion", "research questions"])
@pytest.mark.parametrize("lines", ["\n{}\n\n", "{}\n", "\n## {}\n", "\n{}:\n"])
def test_a_usual_heading_behind_a_sentence_is_one_in_any_case(label: str, lines: str) -> None:
    """A line of text that is exactly a usual heading of one or two words is one where a sentence has ended."""
    page = TEXT.format(lines.format(label) + "Only one river was asked.")
    assert sections(page)[2] == (label, "Only one river was asked.")


@pytest.mark.parametrize(
    "prose",
    [
        "We saw waits within these\nlimitations\nWe found more.",
        "Boats came late.\nlimitations\nof the locks are known.",
        "Boats came late.\nboats\nThe locks are known.",
        "Boats came late.\nlimitations of the many locks\nThe locks are known.",
        "Rivers have many old locks, so there are\n\nlimitations\n\nof boats.",
    ],
)
def test_words_of_a_wrapped_sentence_are_no_heading(prose: str) -> None:
    """A line that a sentence goes on in, before or behind it, stays text of its section."""
    assert [label for label, _text in sections(TEXT.format(prose))] == ["Methods", "Key Findings"]
