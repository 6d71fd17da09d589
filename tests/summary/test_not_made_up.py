"""What a page does not say is no value: words behind a title, lines on other papers, findings behind a label."""

import pytest

import coprod
from coprod import Collection, Paper

PAGE = "Methods\nA survey of 30 bakers.\nKey Findings\nPrices fell by 4%.\n"
TITLE = "How bakers share their ovens"


def read(text: str) -> tuple[Collection, Paper]:
    """What a page gives."""
    collection = coprod.loads(text, name="page.md", format="summary")
    (paper,) = collection.papers
    return collection, paper


@pytest.mark.parametrize(
    ("line", "title", "kept"),
    [
        (f'Here is a summary of "{TITLE}" in plain English words:', TITLE, "in plain English words:"),
        (f'Here is a summary of "{TITLE}" in seven short lines:', TITLE, "in seven short lines:"),
        ('Here is a summary of "ovens" in villages:', "ovens", "in villages:"),
        (f'Here is a summary of "{TITLE}" in Bread:', TITLE, "in Bread:"),
        (f'Here is a summary of "{TITLE}" in villages (2019):', TITLE, "in villages (2019):"),
        (f'Here is a summary of "{TITLE}" (Lund, 2019, in short):', TITLE, "(Lund, 2019, in short):"),
        ("Overview of **the paper** in short:", None, "Overview of **the paper** in short:"),
        ("Summary of the study *in seven lines*:", None, "Summary of the study *in seven lines*:"),
        ("Summary of the study *in lines for Norway*:", None, "Summary of the study *in lines for Norway*:"),
    ],
)
def test_words_behind_a_title_are_no_journal(line: str, title: str | None, kept: str) -> None:
    """How a summary is written is neither journal nor title; the words are kept."""
    _collection, paper = read(f"{line}\n\n{PAGE}")
    assert (paper.title, paper.container_title, paper.issued) == (title, None, None)
    assert paper.extra["introduction"] == (kept,)


@pytest.mark.parametrize(
    ("behind", "journal", "year"),
    [
        ("published in Bread and Salt", "Bread and Salt", None),
        ("in *Bread*", "Bread", None),
        ("by Eva Lund in Journal of Bread (2019)", "Journal of Bread", 2019),
        ("(Lund, 2019, Bread)", "Bread", 2019),
    ],
)
def test_a_journal_behind_a_title(behind: str, journal: str, year: int | None) -> None:
    """A journal is known by the word "published", by emphasis, or by its year."""
    _collection, paper = read(f"Summary of *{TITLE}* {behind}:\n\n{PAGE}")
    assert (paper.title, paper.container_title, paper.year) == (TITLE, journal, year)
    assert "introduction" not in paper.extra


OWN = f"# {TITLE}\nIda Holm, Jon Wik\n"
OTHER = "Falk, T. (2011). Mills of the north. Grain, 8(2), 31-44. https://doi.org/10.1000/mill"


@pytest.mark.parametrize("label", ["Source", "Citation", "Reference"])
@pytest.mark.parametrize("page", [OWN + PAGE + "{}\n", OWN + "{}\n" + PAGE])
def test_another_paper_is_cited(page: str, label: str) -> None:
    """A citation with another title and other names gives no field; the line is kept."""
    _collection, paper = read(page.format(f"{label}: {OTHER}"))
    assert (paper.title, [name.literal for name in paper.authors]) == (TITLE, ["Ida Holm", "Jon Wik"])
    assert (paper.issued, paper.container_title, paper.volume, paper.first_page, paper.doi) == (None,) * 5
    assert paper.extra[label.lower()] == (OTHER,)


@pytest.mark.parametrize(
    "cited",
    [
        f"Falk, T. (2011). {TITLE}: Three villages. Grain, 8(2), 31-44.",
        "Holm, I., & Wik, J. (2011). Sharing. Grain, 8(2), 31-44.",
        "Holm, I., et al. (2011). Sharing. Grain, 8(2), 31-44.",
    ],
)
def test_the_paper_itself_is_cited(cited: str) -> None:
    """A citation with the title or the names of the page is one of its paper."""
    _collection, paper = read(f"{OWN}{PAGE}Citation: {cited}\n")
    assert (paper.title, paper.year, paper.container_title, paper.last_page) == (TITLE, 2011, "Grain", "44")


@pytest.mark.parametrize(
    ("line", "label"), [("Year: 2011", "year"), ("Date: 9 June 2011", "date"), ("**Year:** 2011", "year")]
)
def test_a_year_among_the_data_is_not_that_of_the_paper(line: str, label: str) -> None:
    """A year in a section counts only in a row with lines that papers alone have; elsewhere it is kept."""
    _collection, paper = read(f"{OWN}{PAGE}{line}\nOvens cooled faster.\n")
    assert paper.issued is None
    assert paper.extra[label] == (line.split(": " if "*" not in line else "** ")[1],)
    for beside in ("DOI: 10.1000/oven", "Journal: Grain", "Authors: Ida Holm, Jon Wik"):
        for row in (f"{beside}\n{line}", f"{line}\n\n{beside}"):
            _collection, paper = read(f"{OWN}{PAGE}{row}\n")
            assert paper.year == 2011
    _collection, paper = read(f"{OWN}{PAGE}{line}\nOvens cooled faster.\nDOI: 10.1000/oven\n")
    assert (paper.issued, paper.doi) == (None, "10.1000/oven")


STATED = (
    "Country: Denmark has warmer ovens than Spain", "Outcomes: prices rose in all 9 villages",
    "Comparison: men bake more than women", "Participants: bakers mattered most", "Setting: ovens declined in winter",
    "Population: old bakers with cold ovens in very small villages",
    "**Outcome:** bread doesn’t matter",
)  # fmt: skip
VALUES = (
    "Sample size: 249 bakers", "Country: Norway, Sweden and Finland", "Period: May 2011 to June 2012",
    "Outcomes: sleep, falls, trust in bakers", "Study design: randomized controlled trial",
    "Population: adults aged 18-65",
    "Funding: Research Council of Norway and the Bakers’ Union of Bergen", "Outcomes: change in use of ovens",
    "Study type: Cross-sectional survey", "Outcome measures: self-reported trust; weekly use",
    "Outcomes: symptoms reported by parents",
)  # fmt: skip


@pytest.mark.parametrize("behind", ["Bread fell.", ""], ids=["between", "last"])
@pytest.mark.parametrize("line", STATED)
def test_findings_behind_a_label_of_data(line: str, behind: str) -> None:
    """Words with a verb, with a comparison, or too many for a value state something."""
    collection, _paper = read(f"{PAGE}{line}\n{behind}\n")
    found = [finding.statement for finding in collection.findings if finding.statement != behind]
    assert found == ["Prices fell by 4%.", line.replace("*", "")]


def test_a_finding_below_a_label_of_data() -> None:
    """The line below a label is its value only if it has the form of one."""
    for below, found in (("The ovens stayed warm for days", True), ("30 days in winter", False)):
        collection, _paper = read(f"{PAGE}Duration\n{below}\nBread fell.\n")
        assert (below in [finding.statement for finding in collection.findings]) is found


@pytest.mark.parametrize("line", VALUES)
def test_values_behind_a_label_of_data(line: str) -> None:
    """Numbers, dates, names and lists of nouns state nothing."""
    collection, paper = read(f"{PAGE}{line}\nBread fell.\n")
    found = [finding.statement for finding in collection.findings]
    assert found == ["Prices fell by 4%.", "Bread fell."]
    assert paper.summary is not None
    assert line in paper.summary.sections[-1].text


@pytest.mark.parametrize("line", ["~~Bread fell.~~ Bread rose.", "Bread rose. ~~Bread fell.~~", "Bread ~~fell~~ rose."])
def test_no_space_is_left_of_what_is_struck_out(line: str) -> None:
    """What is struck out goes with the space beside it, wherever in the line it stands."""
    collection, paper = read(f"{PAGE}{line}\nMills stood.\n")
    assert paper.summary is not None
    assert paper.summary.sections[-1].text == "Prices fell by 4%.\nBread rose.\nMills stood."
    assert collection.findings[-2].statement == "Bread rose."
