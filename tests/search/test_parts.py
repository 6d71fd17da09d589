"""The parts of a row: citation lines, names, abstracts, counts."""

import pytest

import coprod
from coprod import Paper
from coprod.readers.search.citation import places_in
from coprod.readers.search.counts import Count, count_of, is_count
from coprod.readers.search.people import are_names, cited_families, name_of
from coprod.text.name_rows import parted

ROW = """Search results

1 – 1 of 1
Access Restricted. View access options
Article
Publication date: 4 August 2022

Counters and clerks of two towns

Ana Costa and Ben Adler

The paper compares counters…

12

Abstract

{abstract}

Details

{details}
Type: Research Article
ISSN: 0951-3558

Keywords

1 – 1 of 1
"""


def read(abstract: str = "One sentence stands here.", details: str = "Journal of Counters, vol. 1 no. 2") -> Paper:
    """The paper of a page of one row."""
    found = coprod.loads(ROW.format(abstract=abstract, details=details))
    assert "page.not-read" not in {told.code for told in found.diagnostics}
    (paper,) = found.papers
    return paper


@pytest.mark.parametrize(
    ("details", "volume", "issue"),
    [
        ("Journal of Counters, vol. 16 no. 4", "16", "4"),
        ("Journal of Counters, Vol. 4 No. 3", "4", "3"),
        ("Journal of Counters, Vol. 22 Issue: 6", "22", "6"),
        ("Journal of Counters, Volume 29 · Number 6/7", "29", "6/7"),
        ("Journal of Counters, vol. 35 no. 1/2", "35", "1/2"),
        ("Journal of Counters, vol. ahead-of-print no. ahead-of-print", None, None),
        ("Journal of Counters, vol. XII no. 3", "XII", "3"),
        ("Journal of Counters", None, None),
    ],
)
def test_volumes(details: str, volume: str | None, issue: str | None) -> None:
    """Volume and issue in all forms in which result lists print them; the name of the journal stays whole."""
    paper = read(details=details)
    assert (paper.container_title, paper.volume, paper.issue) == ("Journal of Counters", volume, issue)
    assert ("ahead-of-print" in str(paper.extra)) == ("ahead" in details)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Towns: Volume of Studies, 3rd ed.", {"container": "Towns: Volume of Studies, 3rd ed."}),
        (
            "Proc. of Counters January 2020, Article No.: 60, pp 1–7 https://doi.org/10.9999/A.1",
            {
                "container": "Proc. of Counters",
                "date": "January 2020",
                "article_number": "60",
                "pages": "1–7",
                "doi": "10.9999/A.1",
            },
        ),
        (
            "Journal of Counters (2020) 30 (3): 423–440.",
            {"date": "2020", "volume": "30", "issue": "3", "pages": "423–440", "container": "Journal of Counters"},
        ),
        (
            "Counters, Volume 2021, 2021, baab012, https://doi.org/10.9999/counters/baab012",
            {
                "volume": "2021",
                "date": "2021",
                "article_number": "baab012",
                "doi": "10.9999/counters/baab012",
                "container": "Counters",
            },
        ),
        ("The Long Queue, 2011, and After, Volume 3", {"volume": "3", "container": "The Long Queue, 2011, and After"}),
        ("The Long Queue, 1945", {"container": "The Long Queue, 1945"}),
        (
            "Journal, Volume 9, Issue 1-2 January 2020, pp 33–51",
            {"container": "Journal", "volume": "9", "issue": "1-2", "date": "January 2020", "pages": "33–51"},
        ),
    ],
)
def test_citation_lines(line: str, found: dict[str, str]) -> None:
    """A line on the publication is taken apart; its words stay those of the line."""
    assert {field: line[start:end] for field, (start, end) in places_in(line).found.items()} == found


def labels(paper: Paper) -> list[tuple[str | None, str | None]]:
    """Labels and categories of the abstract."""
    assert paper.abstract is not None
    return [(section.label, section.category) for section in paper.abstract.sections]


@pytest.mark.parametrize(
    "abstract",
    [
        "Purpose\n\nWe compare counters.\n\nFindings\n\nOne of them is open.\n\nOriginality/value\n\nNobody did so.",
        "Purpose:\nWe compare counters.\nFindings:\nOne of them is open.\nOriginality/value:\nNobody did so.",
        "Purpose – We compare counters.\n\nFindings – One of them is open.\n\nOriginality/value – Nobody did so.",
        "Purpose: We compare counters. Findings: One of them is open. Originality/value: Nobody did so.",
        "PurposeWe compare counters. FindingsOne of them is open. Originality/valueNobody did so.",
    ],
)
def test_abstract_headings(abstract: str) -> None:
    """Headings on lines of their own, before a dash or a colon, and glued to the text give the same sections."""
    paper = read(abstract)
    assert labels(paper) == [("Purpose", "OBJECTIVE"), ("Findings", "RESULTS"), ("Originality/value", "CONCLUSIONS")]
    assert paper.abstract is not None
    assert [section.text for section in paper.abstract.sections] == [
        "We compare counters.",
        "One of them is open.",
        "Nobody did so.",
    ]
    assert paper.teaser == "The paper compares counters…"
    assert paper.title == "Counters and clerks of two towns"


def test_only_the_sure_headings() -> None:
    """Purpose and Originality/value are enough for sections."""
    assert labels(read("Purpose\n\nWe compare.\n\nOriginality/value\n\nNobody did so.")) == [
        ("Purpose", "OBJECTIVE"),
        ("Originality/value", "CONCLUSIONS"),
    ]


def test_a_second_language_does_not_run_into_the_first() -> None:
    """Headings that no table knows, but that are written as headings, end the section before."""
    paper = read(
        "Purpose\n\nWe compare counters of two towns.\n\nOriginality/value\n\nNobody did so before us.\n\n"
        "Objetivo propio\n\nComparamos los mostradores de dos ciudades pequeñas y de sus vecinos.\n\n"
        "Lo nuevo\n\nNadie lo hizo antes en estas ciudades, que sepamos nosotros."
    )
    assert labels(paper)[2:] == [("Objetivo propio", None), ("Lo nuevo", None)]
    assert paper.abstract is not None
    assert paper.abstract.sections[1].text == "Nobody did so before us."


def test_a_plain_abstract_has_no_sections() -> None:
    """An abstract without labels is one text."""
    paper = read("We compare counters. The results are clear: one is open.")
    assert paper.abstract is not None
    assert (paper.abstract.text, paper.abstract.sections) == (
        "We compare counters. The results are clear: one is open.",
        (),
    )


def test_names() -> None:
    """Lists of names come apart; a name is split only with a basis."""
    line = "Ana Costa, M. Paula Silva Reis, Ministry of Food and Health, John Ray, Jr. and Mia Dahl"
    names = [line[start:end] for start, end in parted(line).names]
    assert names == ["Ana Costa", "M. Paula Silva Reis", "Ministry of Food and Health", "John Ray, Jr.", "Mia Dahl"]
    assert [name_of(name).family for name in names] == ["Costa", None, None, "Ray", "Dahl"]
    assert name_of("M. Paula Silva Reis", ["Silva Reis"]).given == "M. Paula"
    assert list(cited_families("No (Silva Reis and Adler, 2019; Costa, 2020) one.")) == ["Silva Reis"]
    assert are_names(line)
    assert not are_names("Counters and clerks of two towns")
    assert not are_names("Queues and trust")
    assert not are_names("Oslo, Norway")


@pytest.mark.parametrize(
    ("row", "names", "left_out"),
    [
        ("Ana Costa, Ben Adler, and others", ["Ana Costa", "Ben Adler"], "and others"),
        ("Ana Costa, Ben Adler, and 3 others", ["Ana Costa", "Ben Adler"], "and 3 others"),
        ("Ana Costa, Ben Adler et al.", ["Ana Costa", "Ben Adler"], "et al."),
        ("Ana Costa, PhD, Ben Adler, MD", ["Ana Costa, PhD", "Ben Adler, MD"], None),
        ("Ana Costa • Ben Adler", ["Ana Costa", "Ben Adler"], None),
        ("Ana Costa und Ben Adler", ["Ana Costa", "Ben Adler"], None),
    ],
)
def test_who_is_left_out_is_no_author(row: str, names: list[str], left_out: str | None) -> None:
    """A row of authors gives these and no others; that there are more is told."""
    found = coprod.loads(ROW.format(abstract="One sentence.", details="").replace("Ana Costa and Ben Adler", row))
    (paper,) = found.papers
    assert [name.literal for name in paper.authors] == names
    assert [name.family for name in paper.authors] == ["Costa", "Adler"]
    told = [one.text for one in found.diagnostics if one.code == "search.names-left-out"]
    assert told == ([] if left_out is None else [left_out])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1 – 4 of 4", Count(1, 4, 4)),
        ("1\u2009–\u20094 of\u00a04", Count(1, 4, 4)),
        ("1–10 of 1,047", Count(1, 10, 1047)),
        ("1-20 of 19881", Count(1, 20, 19881)),
        ("Showing 1 - 10of14 Results", Count(1, 10, 14)),
        ("3 Results", Count(None, None, 3)),
        ("About 1,230 results (0.05 sec)", None),
        ("19881", Count(None, None, 19881)),
        ("10 – 4 of 4", None),
        ("no results", None),
    ],
)
def test_counts(text: str, count: Count | None) -> None:
    """What a page announces, in the forms of the layouts; an estimate is no count."""
    assert count_of(text) == count


def test_what_differs() -> None:
    """A full page of many results is right; fewer on the last page are right; too few or too many are not."""
    assert Count(1, 10, 47).differs(10) is None
    assert Count(None, None, 47).differs(7) is None
    assert Count(1, 10, 47).differs(9) is not None
    assert Count(None, None, 3).differs(2) is not None
    assert Count(None, None, 30).differs(31) is not None


@pytest.mark.parametrize("line", ["1–1 of 1", "1\u2009–\u20091 of 1", "1 - 1 of 1", "1 \u2014 1 of 1"])
def test_paging_lines(line: str) -> None:
    """The line that counts is known with any dash and any spaces, and is never a keyword."""
    page = ROW.replace("1 – 1 of 1", line).format(abstract="One sentence stands here.", details="Journal")
    found = coprod.loads(page)
    assert found.papers[0].keywords == ()
    assert not {told.code for told in found.diagnostics} & {"search.count-differs", "search.outside-rows"}


def test_a_count_is_no_title() -> None:
    """What runs into the number of results, where an end was lost, is no furniture."""
    assert is_count("Showing 1 - 20 of 345 Results for: trust AND care")
    assert is_count("About 1,230 results (0.05 sec)")
    assert not is_count("Showing 1 - 6 Trust in small towns")
