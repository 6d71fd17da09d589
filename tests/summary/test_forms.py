"""Forms that summaries come in, apart from pages of a site: labels in a line, Markdown, emoji, tables, menus."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coprod
from coprod import Collection, Finding, Paper
from coprod.exceptions import UnknownFormatError


def page_of(text: str) -> tuple[Collection, Paper]:
    """What a text that is known as a summary gives."""
    collection = coprod.loads(text, name="page.txt")
    assert collection.sources[0].reader == "summary"
    (paper,) = collection.papers
    assert paper.summary is not None
    return collection, paper


def labels_of(paper: Paper) -> list[str | None]:
    """The labels of the sections."""
    assert paper.summary is not None
    return [section.label for section in paper.summary.sections]


def located(collection: Collection, record: Paper | Finding, path: str, text: str) -> str:
    """The words that a path leads to."""
    lines = text.split("\n")
    return "|".join(lines[span.line - 1][span.start : span.end] for span in collection.locate(record, path))


@pytest.mark.parametrize(
    "form", ["{}: {}", "**{}:** {}", "**{}**: {}", "- {}: {}", "- **{}:** {}", "* **{}**: {}", "1. {}: {}", "🔹 {}: {}"]
)
def test_labels_in_a_line(form: str) -> None:
    """Two labels at the begin of lines make a summary, if one is of findings."""
    pairs = (
        ("Objective", "To see who rows the ferry."),
        ("Methods", "A survey of 80 rowers."),
        ("Key findings", "Waits fell by 9%. Nobody drowned."),
        ("Limitations", "Only one river."),
    )
    text = "\n".join(form.format(*pair) for pair in pairs)
    collection, paper = page_of(text)
    assert labels_of(paper) == [label for label, _text in pairs]
    assert [(one.kind, one.statement) for one in collection.findings] == [
        ("result", "Waits fell by 9%."),
        ("result", "Nobody drowned."),
        ("limitation", "Only one river."),
    ]
    assert located(collection, collection.findings[0], "statement", text) == "Waits fell by 9%."


def test_a_label_may_stand_before_a_list() -> None:
    """An item that is a label with a colon has the items below it."""
    text = (
        "- **Method:** A survey.\n- **Key findings:**\n  - Waits fell by 9%.\n  - Fares rose.\n"
        "- **Limitations:** One river."
    )
    collection, paper = page_of(text)
    assert labels_of(paper) == ["Method", "Key findings", "Limitations"]
    assert [one.statement for one in collection.findings] == ["Waits fell by 9%.", "Fares rose.", "One river."]


@pytest.mark.parametrize(
    "text",
    [
        "Objective: ship the boat in May.\nNotes: we have paint.\nNext: a party with everybody.\n",
        "Purpose: to sell more boats.\nResults: Sales rose by 12%.\n",
        "On ferries\nA. Sample, B. Muster\nAbstract\nMethods: We asked 40.\nResults: Waits fell by 5%.\nPMID: 1\n",
        "Methods: We asked 40 rowers.\nResults: Waits fell.\n\nMethods: We asked a survey.\nResults: Fares rose.\n",
    ],
    ids=["plan", "shop", "abstract", "abstracts"],
)
def test_labels_in_a_line_of_other_texts(text: str) -> None:
    """Labels of a plan, of a shop, of the authors' abstract and of several abstracts make no summary."""
    with pytest.raises(UnknownFormatError):
        coprod.loads(text)


@pytest.mark.parametrize(
    ("results", "limits"),
    [
        ("🔑 Key Findings", "⚠️ Limitations"),
        ("## 🔑 Key Findings", "## ⚠️ Limitations"),
        ("▶ Key Findings", "▶ Limitations"),
        ("Key findings (2)", "Limitations (1)"),
        ("1️⃣ Main findings ✅", "2️⃣ Limitations"),
        ("**📊 Key results**", "**🚧 Limitations**"),
    ],
)
def test_pictures_around_headings(results: str, limits: str) -> None:
    """Emoji, arrows and counts around a heading are no part of its label."""
    collection, paper = page_of(
        f"Who rows the ferry\n\n{results}\n- Waits fell by 9%\n- Fares rose\n{limits}\nOnly one river.\n"
    )
    assert [label and label.lower() for label in labels_of(paper)] in (
        ["key findings", "limitations"],
        ["main findings", "limitations"],
        ["key results", "limitations"],
    )
    assert [one.statement for one in collection.findings] == ["Waits fell by 9%", "Fares rose", "Only one river."]


def test_takeaways_are_conclusions() -> None:
    """A page of takeaways is a summary if it speaks of research; the abstract between them is the authors'."""
    page = (
        "<html><body><h1>Who rows the ferry</h1><h2>TL;DR</h2><p>The study shows who rows.</p><h2>Abstract</h2>"
        "<p>We ask who rows, and when.</p><h2>Main Takeaways</h2><ul><li>9% of the participants row.</li>"
        "<li>The authors see more trust.</li></ul></body></html>"
    )
    _collection, paper = page_of(page)
    assert labels_of(paper) == ["TL;DR", "Main Takeaways"]
    assert paper.abstract is not None
    assert paper.abstract.text == "We ask who rows, and when."
    with pytest.raises(UnknownFormatError):
        coprod.loads(
            "Boats to buy\n\nTL;DR\nBuy the red one now.\n\nKey takeaways\n- Red boats are fast\n- Blue ones sink\n"
        )


def test_marks_of_emphasis_are_markup() -> None:
    """Statements and titles have no marks of Markdown; numbers measure words, and each leads to its place."""
    text = (
        "# Who *rows*\n\n## Methods\nA survey.\n## Results\n- **Waits** fell by **9%** (*p* < .05, r = .31**)\n"
        "- 🚣 Fares_per_day rose\n"
    )
    collection, paper = page_of(text)
    first, second = collection.findings
    assert paper.title == "Who rows"
    assert first.statement == "Waits fell by 9% (p < .05, r = .31**)"
    assert (first.quantities[0].measures, second.statement) == ("Waits", "Fares_per_day rose")
    assert located(collection, first, "statement", text) == "Waits|fell by|9%|(|p|< .05, r = .31**)"
    assert located(collection, first, "quantities[0].measures", text) == "Waits"


def test_front_matter_and_labelled_lines() -> None:
    """Front matter, pictures before labels, a year behind names, and volume and pages behind a journal are read."""
    text = (
        '---\ntitle: "Who rows"\n---\n# Who rows: a count of ferries\n\n👤 **Authors:** Muster, B. (2012)\n'
        "📚 **Journal:** Journal of Ferries, 12(3), 44–58\n**DOI:** https://doi.org/10.1000/row.1\n\n"
        "## Methods\nA survey.\n## Results\nWaits fell by 9%.\n"
    )
    collection, paper = page_of(text)
    assert (paper.title, paper.extra["title"]) == ("Who rows: a count of ferries", ("Who rows",))
    assert [(name.family, name.given) for name in paper.authors] == [("Muster", "B.")]
    assert (paper.year, paper.container_title, paper.doi) == (2012, "Journal of Ferries", "10.1000/row.1")
    assert (paper.volume, paper.issue, paper.first_page, paper.last_page) == ("12", "3", "44", "58")
    assert located(collection, paper, "title", text) == "Who rows: a count of ferries"
    assert not collection.diagnostics


@pytest.mark.parametrize(
    ("line", "names", "year", "journal"),
    [
        ("By Ana Costa and Mia Dahl (2020), Ferries", ["Ana Costa", "Mia Dahl"], 2020, "Ferries"),
        ("Ana Costa, Mia Dahl +2 more", ["Ana Costa", "Mia Dahl"], None, None),
    ],
)
def test_lines_of_authors(line: str, names: list[str], year: int | None, journal: str | None) -> None:
    """What stands behind the names of a line is no name."""
    _collection, paper = page_of(f"Who rows the ferry\n{line}\n\nMethods\nA survey.\nResults\nWaits fell by 9%.\n")
    assert [name.literal for name in paper.authors] == names
    assert (paper.year, paper.container_title) == (year, journal)


@pytest.mark.parametrize(
    ("printed", "fields"),
    [
        ("Journal of Ferries 12(3), 44-58", ("Journal of Ferries", "12", "3", "44")),
        ("Ferries, vol. 12", ("Ferries", "12", None, None)),
        ("Ferries, 2020", ("Ferries, 2020", None, None, None)),
        ("Public Health 2030", ("Public Health 2030", None, None, None)),
        ("Health, Risk & Society", ("Health, Risk & Society", None, None, None)),
    ],
)
def test_numbers_behind_a_journal(printed: str, fields: tuple[str | None, ...]) -> None:
    """Volume, issue and pages are read where the line has their form; a year is none of them."""
    _collection, paper = page_of(f"Journal: {printed}\nMethods\nA survey.\nResults\nWaits fell by 9%.\n")
    assert (paper.container_title, paper.volume, paper.issue, paper.first_page) == fields


@pytest.mark.parametrize("line", ["Résumé de l’article", "Paper summary", "Here’s a summary of the article:"])
def test_what_kind_of_page_it_is_is_no_title(line: str) -> None:
    """A first line that says that this is a summary is not the title."""
    collection, paper = page_of(f"{line}\nWho rows the ferry\n\nMethods\nA survey.\nResults\nWaits fell by 9%.\n")
    assert paper.title == "Who rows the ferry"
    assert not collection.diagnostics


@pytest.mark.parametrize(
    "line",
    [
        "NotebookLM can be inaccurate; please double check its responses.",
        "ChatGPT can make mistakes. Check important info.",
        "*Generated by Scholarcy – check the original before citing.*",
        "AI-generated content may be incorrect",
        "Let me know if you’d like a table of these!",
        "Would you like me to make a shorter version?",
        "If you want, I can also compare it with another paper.",
        "I hope this helps!",
    ],
)
def test_what_tools_say_is_no_finding(line: str) -> None:
    """What a program says of its text, or offers to do next, is furniture."""
    collection, _paper = page_of(
        f"Methods\nA survey.\nResults\nWaits fell by 9%.\nLimitations\nOnly one river.\n\n{line}\n"
    )
    assert [one.statement for one in collection.findings] == ["Waits fell by 9%.", "Only one river."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Self-reported data can be inaccurate.",
        "ChatGPT can make mistakes in interviews.",
        "AI-generated content was trusted by 12% of the rowers.",
        "If you want trust, row together.",
    ],
)
def test_sentences_about_tools_are_findings(sentence: str) -> None:
    """A paper may be about such programs."""
    collection, _paper = page_of(f"Methods\nA survey.\nResults\n{sentence}\n")
    assert [one.statement for one in collection.findings] == [sentence]


TABLES = {
    "copy": "Boat\tShare\tN\nRed\t14%\t1,018\nBlue\t86%\t5.1",
    "bars": "| Boat | Share | N |\n|---|---:|---|\n| Red | 14% | 1,018 |\n| **Blue** | 86% | 5.1 |",
    "html": "<table><tr><th>Boat</th><th>Share</th><th>N</th></tr><tr><td>Red</td><td>14%</td><td>1,018</td></tr>"
    "<tr><td>Blue</td><td>86%</td><td>5.1</td></tr></table>",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_tables_are_no_findings(table: str) -> None:
    """Captions and rows are text of the section; a cell is a quantity that measures what the row names."""
    before, after = "Methods\nA survey.\nResults\nWaits fell by 9%.\nTable 1. Boats by colour", "Fares rose by 2%."
    lines = [*before.split("\n"), *([table] if "<" in table else table.split("\n")), after]
    text = "\n".join(lines)
    if "<" in table:
        text = (
            "<html><body>" + "\n".join(line if "<" in line else f"<p>{line}</p>" for line in lines) + "</body></html>"
        )
    collection, paper = page_of(text)
    assert [one.statement for one in collection.findings] == ["Waits fell by 9%.", "Fares rose by 2%."]
    assert paper.summary is not None
    section = paper.summary.sections[-1]
    assert [(one.text, one.measures, one.kind) for one in section.quantities] == [
        ("9%", "Waits", "percentage"),
        ("14%", "Red", "percentage"),
        ("1,018", "Red", None),
        ("86%", "Blue", "percentage"),
        ("5.1", "Blue", None),
        ("2%", "Fares", "percentage"),
    ]
    assert located(collection, paper, "summary.sections[1].quantities[4].text", text) == "5.1"
    assert located(collection, paper, "summary.sections[1].quantities[4].measures", text) == "Blue"
    assert "Table 1. Boats by colour\n" in section.text


def test_cells_on_lines_of_their_own_are_told() -> None:
    """A rendering that puts each cell on its line gives no findings of them, and says so; a list has no such lines."""
    text = "Methods\nA survey.\nResults\nWaits fell.\nBoat\nShare\nRed\n14%\nBlue\n86%\nFares rose.\n"
    collection, _paper = page_of(text)
    assert [one.statement for one in collection.findings] == ["Waits fell.", "Fares rose."]
    assert [(told.code, told.count) for told in collection.diagnostics][-1] == ("summary.torn-line", 6)
    text = "Methods\nA survey.\nResults\nWaits fell by 9%.\nFares rose\nBoats sank\nNobody rows.\n"
    assert len(page_of(text)[0].findings) == 4


def test_a_table_may_be_the_end() -> None:
    """Rows at the end of the last section belong to it; links of the site do not."""
    text = "Methods\nA survey.\nResults\nWaits fell.\nBoat\tShare\nRed\t14%\nHome\nAll boats\n"
    collection, paper = page_of(text)
    assert paper.summary is not None
    assert paper.summary.sections[-1].text == "Waits fell.\nBoat Share\nRed 14%"
    assert [told.text for told in collection.diagnostics if told.code == "page.not-read"] == ["Home\nAll boats"]


def test_a_sentence_about_a_table_is_a_finding() -> None:
    """Only captions and rows are left out; a line with a tab behind a mark is an item."""
    collection, _paper = page_of(
        "Methods\nA survey.\nResults\nTable 1 shows that waits fell.\n1.\tFares rose.\n2.\tBoats sank.\n"
    )
    assert [one.statement for one in collection.findings] == [
        "Table 1 shows that waits fell.",
        "Fares rose.",
        "Boats sank.",
    ]


def test_a_menu_above_the_page_is_no_section() -> None:
    """Words of a menu that are labels of sections open none; the title stands above the names."""
    collection, paper = page_of(
        "PaperSite\nLiterature Review\nChat with papers\nFind Topics\nSign up\n\n"
        "Who rows the ferry on cold days\nA. Sample, B. Muster\n"
        "TL;DR: Few row, and fewer pay.\nAbstract: We ask who rows. A survey says it.\n"
        "Key findings\n• 9% of the rowers pay.\nLimitations\nOnly one river.\nRelated papers\nOn boats\n"
    )
    assert paper.title == "Who rows the ferry on cold days"
    assert [name.literal for name in paper.authors] == ["A. Sample", "B. Muster"]
    assert labels_of(paper) == ["TL;DR", "Key findings", "Limitations"]
    assert paper.abstract is not None
    assert paper.abstract.text == "We ask who rows. A survey says it."
    told = {told.code: told.count for told in collection.diagnostics}
    assert told == {"page.not-read": 6}


@pytest.mark.parametrize(
    "text",
    [
        "PaperSite\nLiterature Review\nSign up\nKey findings\nPractical implications\nCities should keep a ferry.\n",
        "<html><body><div hidden><h2>Methods</h2><p>A survey of rowers.</p><h2>Results</h2><p>Waits fell.</p></div>",
    ],
    ids=["menu", "hidden"],
)
def test_what_has_no_findings_is_no_summary(text: str) -> None:
    """A page is known as a summary only if reading it gives findings."""
    try:
        collection = coprod.loads(text)
    except UnknownFormatError:
        return
    assert collection.findings


REPORT = """Annual report of the ferry

Background
The ferry runs daily.

Objectives
We want to carry 900 cars.

Results
Fares rose by 12%. We painted a boat.

Outlook
A second boat will come in 2031.
"""
NEWS = """<html><head><meta property="og:type" content="article"></head><body><h1>Town votes for a boat</h1>
<h2>Background</h2><p>The town has one ferry only.</p>
<h2>Results</h2><p>Some 1,300 people voted, 3% more than before.</p>
<h2>Conclusion</h2><p>It was a good day for the river.</p></body></html>"""
ENCYCLOPEDIA = """Ferry
From Wikipedia, the free encyclopedia

A ferry is a boat.

Findings
Some studies find that 20% of users row.

Limitations
Ferries have been criticised.

See also
Boat
"""


@pytest.mark.parametrize("text", [REPORT, NEWS, ENCYCLOPEDIA], ids=["report", "news", "encyclopedia"])
def test_texts_that_are_not_about_a_paper(text: str) -> None:
    """Reports of a year, news and encyclopedias have such headings too; with the format named, it is told."""
    with pytest.raises(UnknownFormatError, match="a summary page by its headings"):
        coprod.loads(text)


def test_a_page_that_does_not_speak_of_a_paper_is_told() -> None:
    """With the format named it is read, and a diagnostic says that nothing shows that it is about a paper."""
    collection = coprod.loads(
        "On the ferry this year\nResults\nFares rose by 12%.\nOutlook\nMore boats will come.\n", format="summary"
    )
    assert [one.statement for one in collection.findings] == ["Fares rose by 12%.", "More boats will come."]
    assert [told.message for told in collection.diagnostics] == ["the page does not say that it is about a paper"]


def test_pages_of_models_and_of_software_are_no_summaries() -> None:
    """A model has results and limitations too, and a tool a heading "Usage"."""
    for heading in ("Training data", "Usage"):
        text = f"# rownet\n\n## {heading}\nImages of boats.\n\n## Results\nIt knows 91% of the test data.\n\n"
        with pytest.raises(UnknownFormatError):
            coprod.loads(f"{text}## Limitations\nIt does not work at night.\n")


def test_citation_and_title_of_markdown() -> None:
    """A citation is kept as it is printed; a first heading of Markdown is the title, without "Summary:"."""
    text = "# Summary: Ferries\n**Citation:** Costa, A. (2021). *Ferries*.\n## Method\nA survey.\n## Findings\nA gap.\n"
    collection, paper = page_of(text)
    assert (paper.title, paper.extra["citation"]) == ("Ferries", ("Costa, A. (2021). Ferries.",))
    assert located(collection, paper, "title", text) == "Ferries"
    assert not collection.diagnostics


SHORT = """TL;DR
Few row.
{heading}
• Data: 40 logbooks and 12 visits
• Boats leak.
Main results
Waits fell by 9%.
Limitations
One river.
"""


@pytest.mark.parametrize("heading", ["What was studied", "2. Where they looked", "**Who was asked**", "### Why boats"])
def test_a_heading_that_asks_stands_between_short_lines(heading: str) -> None:
    """A line such as "Who was asked" is a heading behind a short sentence and above a list, and is told."""
    collection, paper = page_of(SHORT.format(heading=heading))
    label = heading.lstrip("2#. ").strip("*")
    assert labels_of(paper) == ["TL;DR", label, "Main results", "Limitations"]
    told = [told.text for told in collection.diagnostics if told.code == "summary.unknown-heading"]
    assert told == [heading]
    assert heading not in [finding.statement for finding in collection.findings]


@pytest.mark.parametrize("line", ["Boats at night", "- Who was asked", "Who was asked?", "Who was asked:"])
def test_other_short_lines_are_no_headings(line: str) -> None:
    """Between short lines only words that ask make a heading; an item, a question and words before a list do not."""
    _collection, paper = page_of(SHORT.format(heading=line))
    assert labels_of(paper) == ["TL;DR", "Main results", "Limitations"]


def test_items_that_ask_are_no_headings() -> None:
    """The items of a list stay in their section, also where each of them begins with such a word."""
    page = """<h2>Methods</h2><p>A survey of 80 rowers.</p><h2>Results</h2><p>Waits fell by 9%.</p>
<ul><li>Boats were mended.</li><li>Who rows at night</li><li>Why they row</li></ul><p>Three things matter here:</p>
<p>What boats cost</p><p>They last long.</p>"""
    _collection, paper = page_of(page)
    assert labels_of(paper) == ["Methods", "Results"]


def test_data_behind_a_label_are_no_finding() -> None:
    """What stands behind "Data:" is a fact of the study, unless it is a sentence."""
    collection, paper = page_of(
        "Methods\nA survey of 80 rowers.\nResults\nBoats leak.\nData: 40 logbooks\nData: Waits fell by 9%.\n"
    )
    assert [finding.statement for finding in collection.findings] == ["Boats leak.", "Data: Waits fell by 9%."]
    assert paper.summary is not None
    assert "40 logbooks" in (paper.summary.sections[1].text or "")


@pytest.mark.parametrize("word", ["", "main ", "key ", "principal ", "major ", "the main "])
@pytest.mark.parametrize("noun", ["findings", "results"])
def test_summary_of_findings_is_a_heading_of_results(word: str, noun: str) -> None:
    """Words that stress the findings change nothing, and the heading is one of the two that a page needs."""
    label = f"Summary of {word}{noun}"
    collection, paper = page_of(f"Methods\nA survey of 80 rowers.\n\n{label}\nWaits fell by 9%. Nobody drowned.\n")
    assert paper.summary is not None
    assert [(one.label, one.category) for one in paper.summary.sections][-1] == (label, "RESULTS")
    assert [finding.kind for finding in collection.findings] == ["result", "result"]


def test_history_is_no_method() -> None:
    """A section "History" has no category on a page, though the list for abstracts has one."""
    _collection, paper = page_of(
        "Methods\nA survey of rowers.\nResults\nWaits fell by 9%.\nHistory\nFerries were rowed by women first.\n"
    )
    assert paper.summary is not None
    assert [section.category for section in paper.summary.sections] == ["METHODS", "RESULTS", None]


def test_short_sentences_and_sections_that_stand_twice() -> None:
    """A sentence of two words is text enough, and a section may come again."""
    collection, paper = page_of("Key findings\nTrust rose.\n\nLimitations\nOne river.\n\nKey findings\nFares fell.\n")
    assert labels_of(paper) == ["Key findings", "Limitations", "Key findings"]
    assert [one.statement for one in collection.findings] == ["Trust rose.", "One river.", "Fares fell."]


PARTS = st.sampled_from(
    [
        "Methods", "Key Findings", "**Results:** Trust rose.", "A survey of 90 people.", "Sign up", "Abstract",
        "Limitations", "- Costs fell", "| a | 1 |", "a\t2\t3", "b\t4%\t5", "Table 1. Boats", "---", "Only one river.",
        "TL;DR", "Trust in towns", "A. Sample, B. Muster", "Abstract: We ask.", "Objective: To see.",
        "I hope this helps!", "The study found more.", "References", "By Ana Costa (2020), Ferries", "Title: *x*", "**",
        "* _a_ *", "🔑 Key Findings", "✅ Fares rose",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS, max_size=14))
def test_what_is_known_is_read(lines: list[str]) -> None:
    """A page that is known as a summary has a paper and findings, each of which leads to its words."""
    text = "\n".join(lines)
    try:
        collection = coprod.loads(text)
    except UnknownFormatError:
        return
    if collection.sources[0].reader != "summary":
        return
    assert collection.papers
    assert collection.findings
    for finding in collection.findings:
        words = "".join(located(collection, finding, "statement", text).replace("|", "").split())
        assert words == "".join(finding.statement.replace("|", "").split())
