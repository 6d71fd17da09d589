"""Findings of papers."""

import pytest

import coprod
from coprod import Abstract, Paper, Section, SourceRef
from coprod._findings import findings_in, statements_of
from coprod.text.quantities import quantities_in

STRUCTURED = (
    "Purpose - We ask who reads. Methods - We asked 70 citizens. Findings - Most of them (52%) read. They like it. "
    "Practical implications - Libraries can stay open. © 2020 Example"
)
PROSE = "Libraries are old. We asked 70 citizens. Our results show that 52% of them read. Libraries should stay open."


def test_a_structured_abstract() -> None:
    """Every sentence of the results is a result, and of the rest what its label or wording says."""
    source = SourceRef(name="a.ris", reader="ris", first_line=1, last_line=9)
    found = coprod.findings(Paper(id="abc", abstract=Abstract(text=STRUCTURED), source=source))
    assert [(finding.statement, finding.kind, finding.category, finding.section) for finding in found] == [
        ("Most of them (52%) read.", "result", "RESULTS", "Findings"),
        ("They like it.", "result", "RESULTS", "Findings"),
        ("Libraries can stay open.", "implication", "CONCLUSIONS", "Practical implications"),
    ]
    assert [[quantity.text for quantity in finding.quantities] for finding in found] == [["52%"], [], []]
    assert {(finding.paper, finding.source) for finding in found} == {("abc", source)}


def test_an_abstract_without_structure() -> None:
    """Only sentences whose wording says so are findings; they have no section and no category."""
    found = coprod.findings(Paper(abstract=Abstract(text=PROSE)))
    assert [(finding.statement, finding.kind, finding.category, finding.section) for finding in found] == [
        ("Our results show that 52% of them read.", "result", None, None)
    ]


@pytest.mark.parametrize(
    "rights",
    [
        "© 2022. The Author(s). Something else stands here.",
        "(C) 2022 Example Press. Published by Example Press on behalf of the Example Society.",
        "Copyright of Example Review is the property of Example Press and may not be copied. Users may print it.",
        "Copyright © 2022. Copies cost money.",
    ],
)
def test_nothing_behind_a_statement_of_rights_is_a_finding(rights: str) -> None:
    """A tail of rights ends the statements of its section; at the begin of a text it ends nothing."""
    text = "AIM: We ask who reads. CONCLUSIONS: Libraries matter. "
    assert [found.statement for found in coprod.findings(Paper(abstract=Abstract(text=text + rights)))] == [
        "Libraries matter."
    ]
    text = "© 2022 Example. Our results show that half of them read."
    assert len(coprod.findings(Paper(abstract=Abstract(text=text)))) == 1


def test_every_sentence_of_the_results_is_a_finding() -> None:
    """Results may begin as notices do; notices are those of their form, at the end."""
    results = "Registered clerks slept less. Supplementary pay helped. Funding per head fell. Keyword use fell."
    notices = "Registration: none. Funded by the Example Trust. Keywords: sleep, pay."
    abstract = Abstract(text=f"AIM: We ask who sleeps. RESULTS: {results} {notices}")
    assert " ".join(finding.statement for finding in coprod.findings(Paper(abstract=abstract))) == results


def test_labels_in_brackets() -> None:
    """The results of an abstract with labels in brackets are findings."""
    abstract = Abstract(text="[Purpose] To ask who reads. [Results] Half of them read. They like it. [Method] A poll.")
    assert [finding.section for finding in coprod.findings(Paper(abstract=abstract))] == ["Results", "Results"]


@pytest.mark.parametrize("heading", ["Abstract ", "Abstract: ", "ABSTRACT\n", "Summary: "])
def test_the_heading_of_an_abstract_is_in_no_finding(heading: str) -> None:
    """A statement begins behind the word "Abstract", if that is plainly a heading."""
    for sentence in ("We find that half of them read.", "Our results show that they read."):
        (found,) = coprod.findings(Paper(abstract=Abstract(text=heading + sentence)))
        assert found.statement == sentence


def test_it_is_the_paper_behind_a_sentence_about_it() -> None:
    """What "it shows" is a finding where the sentences before it speak of the paper."""
    text = "This article asks who reads. It uses a survey. It shows that half of them read. "
    assert [found.statement for found in coprod.findings(Paper(abstract=Abstract(text=text)))] == [
        "It shows that half of them read."
    ]
    assert not coprod.findings(Paper(abstract=Abstract(text="Reading is old. It shows that people care.")))


def test_sections_that_are_known_are_kept() -> None:
    """Where a reader has split the abstract, its sections count, not the text."""
    section = Section(label="Results", category="RESULTS", text="Half of them read.")
    found = coprod.findings(Paper(abstract=Abstract(text="Results Half of them read.", sections=(section,))))
    assert [finding.statement for finding in found] == ["Half of them read."]


def test_without_an_abstract() -> None:
    """A paper without abstract, or with an empty one, states nothing."""
    assert coprod.findings(Paper()) == ()
    assert coprod.findings(Paper(abstract=Abstract(text=""))) == ()


def test_ids() -> None:
    """Ids are the same in every run, differ by statement, section and paper, and count equal statements."""
    sections = [Section(label="Findings", category="RESULTS", text="Trust rose. Trust fell. Trust rose.")]
    one, two, three = findings_in(sections, paper="abc", source=None)
    assert (one.id, three.id) == ("275e35e32035", "275e35e32035-2")
    assert two.id != one.id
    (other, *_) = findings_in(sections, paper="def", source=None)
    assert other.id != one.id


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "\ud800 rose. It fell.", "Trust rose by 5%. It fell by 3%."])
def test_statements_are_verbatim(text: str) -> None:
    """Statements and their quantities stand where they say; no text raises."""
    for statement in statements_of("Findings", "RESULTS", text):
        assert text[statement.start : statement.end].strip() == text[statement.start : statement.end] != ""
        for found in statement.quantities:
            assert text[found.start : found.end] == found.quantity.text


def test_the_ris_reader_leaves_findings_to_the_user() -> None:
    """`load` gives sections without quantities; findings come with `coprod.findings`."""
    collection = coprod.loads(f"TY  - JOUR\nTI  - Who reads\nAB  - {STRUCTURED}\nER  - \n")
    (paper,) = collection.papers
    assert collection.findings == ()
    assert paper.abstract is not None
    assert [section.quantities for section in paper.abstract.sections] == [()] * 4
    assert len(coprod.findings(paper)) == 3


def test_the_numbers_of_a_section_go_to_its_sentences() -> None:
    """Whether all are in one sentence or each in its own."""
    for text in ("Trust rose by 12% in 5 towns.", "Trust rose by 12%. It fell in 5 towns.", "It rose. It fell by 3%."):
        known = statements_of("Findings", "RESULTS", text, quantities_in(text))
        assert known == statements_of("Findings", "RESULTS", text)
        assert sum(len(statement.quantities) for statement in known) == len(quantities_in(text))
