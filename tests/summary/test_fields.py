"""What a page says of its paper outside of the sections: lines that announce a summary, labelled lines, citations."""

import pytest

import coprod
from coprod import Collection, Paper

PAGE = "Methods\nA survey of 40 rowers.\nKey Findings\nFares rose by 7%.\n"
TITLE = "Who mends the bridges of a town"


def read(text: str) -> tuple[Collection, Paper]:
    """What a page gives."""
    collection = coprod.loads(text, name="page.md", format="summary")
    (paper,) = collection.papers
    return collection, paper


def located(collection: Collection, paper: Paper, path: str, text: str) -> str:
    """The words that a path leads to."""
    lines = text.split("\n")
    return "|".join(lines[span.line - 1][span.start : span.end] for span in collection.locate(paper, path))


@pytest.mark.parametrize(
    ("line", "names", "year", "doi"),
    [
        (f'Here\'s a summary of "{TITLE}" (Lund & Falk, 2019, doi:10.1000/br.7):',
         ["Lund", "Falk"], 2019, "10.1000/br.7"),
        (f"Sure! Here is a short, clear summary of **“{TITLE}”** (Lund, 2019):", None, None, None),
        (f"Sure! Here is a short summary of **“{TITLE}”** (Lund, 2019):", ["Lund"], 2019, None),
        (f"Certainly! Below is an overview of the study titled *{TITLE}* by Eva Lund and Tom Falk.",
         ["Eva Lund", "Tom Falk"], None, None),
        (f"Summary of “{TITLE}” by Eva Lund (2019)", ["Eva Lund"], 2019, None),
        (f"**Summary of “{TITLE}” (Lund et al., 2019; https://doi.org/10.1000/br.7)**", ["Lund"], 2019, "10.1000/br.7"),
        (f"This is a digest of “{TITLE}”:", [], None, None),
    ],
)  # fmt: skip
def test_a_line_that_announces_a_paper(line: str, names: list[str] | None, year: int | None, doi: str | None) -> None:
    """Title, names, year and DOI are read where the whole line has the form, each with its place."""
    text = f"{line}\n\n{PAGE}"
    collection, paper = read(text)
    if names is None:
        assert (paper.title, [told.text for told in collection.diagnostics if told.code == "page.not-read"]) == (
            None,
            [line],
        )
        return
    assert (paper.title, [name.literal for name in paper.authors]) == (TITLE, names)
    assert (paper.year, paper.doi) == (year, doi)
    assert located(collection, paper, "title", text) == TITLE
    assert [located(collection, paper, f"authors[{n}]", text) for n in range(len(names))] == names
    assert {told.code for told in collection.diagnostics} <= {"summary.et-al"}


@pytest.mark.parametrize(
    ("row", "prose", "names", "told"),
    [
        ("E. Lund, T. Falk, et al.", "Eva Lund and Tom Falk", ["Eva Lund", "Tom Falk"], [2]),
        ("E. Lund, et al.", "Eva Lund", ["Eva Lund"], [2]),
        ("E. Lund, T. Falk, et al.", "Eva Lund, Tom Falk, and Ida Berg", ["Eva Lund", "Tom Falk", "Ida Berg"], []),
        ("E. Lund, T. Falk", "Eva Lund, Tom Falk and colleagues", ["Eva Lund", "Tom Falk"], [3]),
        ("E. Lund, T. Falk", "Eva Lund and Tom Falk", ["Eva Lund", "Tom Falk"], []),
    ],
)
def test_names_that_are_left_out_are_told(row: str, prose: str, names: list[str], told: list[int]) -> None:
    """Full names in the first words take the place of short ones; "et al." is told unless they are more."""
    collection, paper = read(f"{TITLE}\n{row}\nThis study, conducted by {prose}, shows who rows at night.\n{PAGE}")
    assert [name.literal for name in paper.authors] == names
    assert [one.line for one in collection.diagnostics if one.code == "summary.et-al"] == told


def test_what_else_the_line_says_goes_to_extra() -> None:
    """Words behind the title that are no authors and no year are kept as they are printed."""
    _collection, paper = read(f"Here is a summary of “{TITLE}”, a paper that I like:\n{PAGE}")
    assert (paper.title, paper.authors) == (TITLE, ())
    assert paper.extra["introduction"] == (", a paper that I like:",)


def test_other_lines_name_the_paper_first() -> None:
    """A labelled line comes before the line that announces the summary; what that one says else is kept."""
    _collection, paper = read(
        f"Here is a summary of “{TITLE}” (Lund, 2019):\nAuthors: Eva Lund, Tom Falk\nYear: 2018\n{PAGE}"
    )
    assert [name.literal for name in paper.authors] == ["Eva Lund", "Tom Falk"]
    assert (paper.year, paper.extra["authors"], paper.extra["year"]) == (2018, ("Lund",), ("2019",))


@pytest.mark.parametrize(
    "line",
    [
        "Here is a summary of what “care” means to rowers (and to nurses, in 2019).",
        "This is a paper on “the care of towns” (Lund, 2019).",
        "A summary of the answers that rowers gave us.",
    ],
)
def test_other_first_lines_announce_no_paper(line: str) -> None:
    """Words in quotation marks are a title only behind the words that announce a summary."""
    _collection, paper = read(f"{line}\n{PAGE}")
    assert (paper.title, paper.authors, paper.issued) == (None, (), None)


def test_the_page_is_not_said_to_name_nothing() -> None:
    """Where a line that was left out may name the paper, the diagnostic does not deny it."""
    unread = "no title, no author and no identifier of the paper was read; a line of the page may name them"
    for line, message in (
        ("Here is a nice summary of 10.1000/br.7:", unread),
        ("Here is the summary of it:", "the page names no title, no author and no identifier of the paper"),
    ):
        collection, _paper = read(f"{line}\n{PAGE}")
        told = [told.message for told in collection.diagnostics if told.code == "summary.paper-unidentified"]
        assert told == [message]


OFFER = "If you want, I can also compare it with Falk (2018), who found 61% more trust."


def test_an_offer_with_data_is_told() -> None:
    """What a program offers to do is no finding, also where it speaks of numbers; between sections it stays."""
    collection, _paper = read(f"{PAGE}\n{OFFER}\n")
    assert [finding.statement for finding in collection.findings] == ["Fares rose by 7%."]
    assert [told.text for told in collection.diagnostics if told.code == "page.not-read"] == [OFFER]
    collection, _paper = read(f"{PAGE}{OFFER}\nLimitations\nOnly one river.\n")
    assert OFFER in [finding.statement for finding in collection.findings]


LABELLED = (
    ("Authors: Eva Lund, T. Falk", "authors[1]", "T. Falk"),
    ("**Authors:** Lund, E.; Falk, T.", "authors[0]", "Lund, E."),
    ("Author: Eva Lund", "authors[0]", "Eva Lund"),
    ("- DOI: https://doi.org/10.1000/br.7", "doi", "10.1000/br.7"),
    ("Published: March 2019", "issued", "March 2019"),
    ("Year: 2019", "issued", "2019"),
    ("Journal: Roads and Bridges", "container_title", "Roads and Bridges"),
    ("Journal: Roads and Bridges (2019), 4(2): 11–19", "first_page", "11"),
    ("Keywords: care; bridges, roads", "keywords[1]", "bridges, roads"),
    ("URL: https://example.org/bridges", "extra.url[0]", "https://example.org/bridges"),
    ("URL: https://doi.org/10.1000/br.7", "doi", "10.1000/br.7"),
    ("Source: https://example.org/bridges", "extra.source[0]", "https://example.org/bridges"),
    ("Citation: Lund, E., & Falk, T. (2019). Who mends? Roads, 4(2), 11-19.", "first_page", "11"),
)
PLACES = {
    "below-a-label": "TL;DR: Bridges need care.\n{}\n\n" + PAGE,
    "between": "Methods\nA survey of 40 rowers.\n{}\nKey Findings\nFares rose by 7%.\n",
    "last": PAGE + "{}\n",
    "above": "{}\n" + PAGE,
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("line", "path", "words"), LABELLED, ids=[line for line, _path, _words in LABELLED])
def test_labelled_lines_are_fields_wherever_they_stand(line: str, path: str, words: str, place: str) -> None:
    """A line that is a label and a value of its form is a field of the paper, and no text of a section."""
    text = PLACES[place].format(line)
    collection, paper = read(text)
    assert located(collection, paper, path, text) == words
    assert [one.statement for one in collection.findings if one.statement != "Bridges need care."] == [
        "Fares rose by 7%."
    ]
    assert paper.summary is not None
    assert not [section for section in paper.summary.sections if words in section.text]
    assert "page.not-read" not in {told.code for told in collection.diagnostics}


SENTENCES = (
    "Authors: they rose early to see the boats.",
    "Journal: entries of rowers grew by 9%.",
    "DOI: none of the 40 papers had one.",
    "Published: 12 papers in 2019.",
    "Year: 2019 was a cold one.",
    "Source: interviews with 40 rowers.",
    "Citation: rowers cite no paper (2019).",
    "Keywords: rowers used few of them.",
    "Author: Trust rose with every boat.",
    "Paper: Boats of paper sink in rivers",
)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_that_begin_as_labels_do(line: str) -> None:
    """A line among the sections is a field only if the whole of it has the form."""
    collection, paper = read(f"{PAGE}{line}\nRowers trust boats.\n")
    assert collection.findings[-1].statement == "Rowers trust boats."
    assert paper.summary is not None
    assert paper.summary.sections[-1].text.split("\n")[1:] == [line, "Rowers trust boats."]
    assert (paper.authors, paper.doi, paper.issued, paper.container_title, paper.title) == ((), None, None, None, None)


def test_a_citation_gives_what_it_says() -> None:
    """Names, year, title, journal and numbers of a citation are read if nothing else says them; the line is kept."""
    line = (
        "Lund, E., & Falk, T. (2019). Who mends? A study of bridges. Roads, 4(2), 11-19. https://doi.org/10.1000/br.7"
    )
    text = f"{PAGE}Citation: {line}\n"
    collection, paper = read(text)
    assert (paper.title, paper.year, paper.doi) == ("Who mends? A study of bridges", 2019, "10.1000/br.7")
    assert [name.family for name in paper.authors] == ["Lund", "Falk"]
    assert (paper.container_title, paper.volume, paper.issue, paper.last_page) == ("Roads", "4", "2", "19")
    assert paper.extra["citation"] == (line,)
    assert located(collection, paper, "title", text) == paper.title
    _collection, paper = read(f"# {TITLE}\nYear: 2018\n{PAGE}Citation: {line}\n")
    assert (paper.title, paper.year, paper.doi) == (TITLE, 2018, "10.1000/br.7")


@pytest.mark.parametrize(
    "line",
    [
        "Lund E, Falk T. Who mends? Roads. 2019;4(2):11-19.",
        "Lund E, Falk T. Who mends? Roads. 2019. doi:10.1000/br.7",
        "Lund, Eva, and Tom Falk. “Who mends?” Roads 4, no. 2 (2019): 11–19.",
    ],
)
def test_citations_in_other_forms_are_kept(line: str) -> None:
    """What of a citation cannot be read is in `extra`, and is no finding."""
    collection, paper = read(f"{PAGE}Reference: {line}\n")
    assert [one.statement for one in collection.findings] == ["Fares rose by 7%."]
    assert (paper.extra["reference"], paper.title, paper.authors) == ((line,), None, ())
    assert paper.doi == ("10.1000/br.7" if "doi" in line else None)


def test_a_place_of_a_publisher_is_no_journal() -> None:
    """What stands behind the title of a citation is a journal only with a volume."""
    _collection, paper = read(f"{PAGE}Citation: Lund, E. (2019). Bridges and rivers. Quayside Press.\n")
    assert (paper.title, paper.container_title) == ("Bridges and rivers", None)


def test_a_title_beside_other_fields() -> None:
    """A labelled title counts among the sections beside another field."""
    _collection, paper = read(f"TL;DR: Bridges need care.\nPaper: {TITLE}\nAuthors: Eva Lund, T. Falk\n\n{PAGE}")
    assert paper.title == TITLE


def test_labels_that_come_again_are_of_several_papers() -> None:
    """Where a label stands among the sections several times, no value of it is the paper's."""
    _collection, paper = read(f"{PAGE}DOI: 10.1000/a\nFares fell again.\nDOI: 10.1000/b\n")
    assert (paper.doi, paper.extra["doi"]) == (None, ("10.1000/a", "10.1000/b"))
    _collection, paper = read(f"DOI: 10.1000/a\n{PAGE}DOI: 10.1000/b\n")
    assert (paper.doi, paper.extra["doi"]) == ("10.1000/a", ("10.1000/b",))


def test_fields_of_other_papers_are_not_taken() -> None:
    """Behind a list of other papers and behind references a labelled line is not of this paper."""
    for heading in ("Related papers", "References"):
        _collection, paper = read(f"{PAGE}{heading}\nDOI: 10.1000/other\n")
        assert paper.doi is None


SITE = (
    ("00:00", "~6 min", "•", "Advanced", "•", "French"),
    ("A town that rows | ResearchBunny", "Political Science", "A town that rows"),
)


def test_html_and_text_give_the_same_of_the_text() -> None:
    """Minutes, level, language and field are read however the page sets them; the field only on pages of the site."""
    about, (head, field, title) = SITE
    rest = "<h2>Methods</h2><p>A survey of 40 rowers.</p><h2>Key Findings</h2><p>Fares rose by 7%.</p></body></html>"
    top = f"<html><head><title>{head}</title></head><body><p>{field}</p><h1>{title}</h1>"
    in_line = f"<div>{''.join(f'<span>{word}</span>' for word in about)}</div>"
    apart = "".join(f"<p>{word}</p>" for word in about)
    text = f"{title}\n{field}\n{title}\n00:00\n~6 min • Advanced • French\n{PAGE}"
    wanted = {"minutes": ("~6 min",), "level": ("Advanced",), "language": ("French",), "field": (field,)}
    for page in (top + in_line + rest, top + apart + rest, text):
        _collection, paper = read(page)
        assert (paper.title, dict(paper.extra)) == (title, wanted)
    _collection, paper = read((top + apart + rest).replace("ResearchBunny", "Another site"))
    assert "field" not in paper.extra
    _collection, paper = read(f"{title}\nFrench\n{PAGE}")
    assert "language" not in paper.extra
