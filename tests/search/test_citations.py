"""Lines on where a work appeared, in the forms of several styles: what is clear is read, the rest is kept and told."""

import pytest

import coprod
from coprod import Paper
from coprod.readers.search import Layout, layouts

CITING = Layout.from_mapping({"name": "citing", "select": {"row": "li.hit", "title": "h3", "citation": ".in"}})
NAMING = Layout.from_mapping({"name": "naming", "select": {"row": "li.hit", "title": "h3", "container": ".in"}})
SCHOLAR = next(layout for layout in layouts() if layout.name == "google-scholar")
NOT_READ = "search.citation-not-read"
NAME = "Annals of Gulls"


def read(citation: str, layout: Layout = CITING) -> tuple[Paper, list[str]]:
    """The paper of a row with such a line, and the codes told."""
    row = f'<li class="hit"><h3>Gulls of the pier</h3><p class="in">{citation}</p></li>'
    found = coprod.loads(f"<html><body><ul>{row}</ul></body></html>", layouts=[layout])
    (paper,) = found.papers
    return paper, [told.code for told in found.diagnostics]


def values(paper: Paper) -> dict[str, str | None]:
    """What a paper says of where it appeared, without what it does not say."""
    issued = paper.issued.iso if paper.issued is not None else None
    said = {"name": paper.container_title, "volume": paper.volume, "issue": paper.issue, "date": issued}
    said |= {"first": paper.first_page, "last": paper.last_page, "article": paper.article_number}
    return {field: value for field, value in said.items() if value is not None}


WHOLE = {"name": NAME, "volume": "17", "issue": "3", "first": "201", "last": "219"}


@pytest.mark.parametrize("layout", [CITING, NAMING], ids=["citation", "container"])
@pytest.mark.parametrize(
    ("citation", "said"),
    [
        (f"{NAME}, 17(3), 201-219", WHOLE),
        (f"{NAME}, 17(3), 201–219.", WHOLE),
        (f"{NAME} 17(3): 201-219, 1987", WHOLE | {"date": "1987"}),
        (f"{NAME} 17(3), 201-219", WHOLE),
        (f"{NAME} 17 (3), pp. 201-219", WHOLE),
        (f"{NAME}, vol. 17(3), pp. 201-219", WHOLE),
        (f"{NAME} 1987;17(3):201-219", WHOLE | {"date": "1987"}),
        (f"{NAME}. 1987 Jul 9;17(3):201-219.", WHOLE | {"date": "1987-07-09"}),
        (f"{NAME} 17.3 (1987): 201-219", WHOLE | {"date": "1987"}),
        (f"{NAME} (1987) 17(3): 201-219", WHOLE | {"date": "1987"}),
        (f"{NAME}, 1987, 17(3), 201-219", WHOLE | {"date": "1987"}),
        (f"{NAME} 17 (1987) 201-219", {key: WHOLE[key] for key in WHOLE if key != "issue"} | {"date": "1987"}),
        (f"{NAME} 17, no. 3 (July 1987): 201-219", WHOLE | {"date": "1987-07"}),
        (f"{NAME} 1987, 17(3), 201", {key: WHOLE[key] for key in WHOLE if key != "last"} | {"date": "1987"}),
        (f"{NAME}. 1987 Jul-Aug;17(3):201-219.", WHOLE | {"date": "1987-07/1987-08"}),
        (f"{NAME}, 17, 201-219", {key: WHOLE[key] for key in WHOLE if key != "issue"}),
        (f"{NAME}, 17 (3)", {"name": NAME, "volume": "17", "issue": "3"}),
        (f"{NAME} 17(Suppl 2):S31-S38", WHOLE | {"issue": "Suppl 2", "first": "S31", "last": "S38"}),
        (f"{NAME}, 17(3), Article 86", {"name": NAME, "volume": "17", "issue": "3", "article": "86"}),
        (f"9 Jul 1987 - {NAME} - Vol. 17, Iss: 3, pp 201-219", WHOLE | {"date": "1987-07-09"}),
    ],
)
def test_forms_that_are_clear(layout: Layout, citation: str, said: dict[str, str]) -> None:
    """Name, volume, issue, pages and date are read, and nothing is left to tell."""
    paper, codes = read(citation, layout)
    assert (values(paper), paper.extra, codes) == (said, {}, [])


@pytest.mark.parametrize("layout", [CITING, NAMING], ids=["citation", "container"])
@pytest.mark.parametrize(
    "name",
    [
        *("Sector 17 Review", "Sector 17", "The Long Queue, 1945", "Towns (Oslo)", "Gulls 2000 (online)", "3D Piers"),
        *("arXiv preprint arXiv:1703.01234", "Patent 7,123,456", "Proceedings of the 17th Meeting, 1987, and After"),
    ],
)
def test_a_name_with_digits_stays_whole(layout: Layout, name: str) -> None:
    """Digits in a name are no volume."""
    paper, codes = read(name, layout)
    assert (values(paper), paper.extra, codes) == ({"name": name}, {}, [])


def test_a_name_with_digits_before_a_volume() -> None:
    """The name of a journal may hold a number of its own."""
    paper, codes = read("Sector 17 Review 4(2), 31-38")
    assert values(paper) == {"name": "Sector 17 Review", "volume": "4", "issue": "2", "first": "31", "last": "38"}
    assert not codes


@pytest.mark.parametrize("layout", [CITING, NAMING], ids=["citation", "container"])
@pytest.mark.parametrize("citation", ["(3)", "17:3:201", f"{NAME} 17:3:201", f"{NAME}, 17", f"{NAME}, 17, 201"])
def test_numbers_that_nothing_explains_are_no_name(layout: Layout, citation: str) -> None:
    """No name is made of digits and brackets; the line is kept and told."""
    paper, codes = read(citation, layout)
    assert (paper.container_title, codes) == (None, [NOT_READ])
    assert paper.extra["citation"] == (citation,)


def test_words_that_are_left_are_told() -> None:
    """What is clear of a line is read; the line is kept for the rest."""
    paper, codes = read(f"{NAME}, 17(3), 201-219, in the attic")
    assert (values(paper), codes) == (WHOLE, [NOT_READ])
    assert paper.extra["citation"] == (f"{NAME}, 17(3), 201-219, in the attic",)


@pytest.mark.parametrize(
    ("citation", "said", "extra"),
    [
        ("1987", {"date": "1987"}, {}),
        ("In press", {}, {"stage": ("In press",)}),
        (f"{NAME}, in press", {"name": NAME}, {"stage": ("in press",)}),
        (f"{NAME}. 1987 Jul 9.", {"name": NAME, "date": "1987-07-09"}, {}),
        (f"9 Jul 1987 - {NAME}", {"name": NAME, "date": "1987-07-09"}, {}),
    ],
)
def test_a_line_without_numbers_of_a_volume(citation: str, said: dict[str, str], extra: dict[str, object]) -> None:
    """A year or a stage that stands alone is no name."""
    paper, codes = read(citation)
    assert (values(paper), dict(paper.extra), codes) == (said, extra, [])


def test_numbers_behind_the_name_in_copied_text() -> None:
    """A search engine and a publisher that print them in their own line give the same."""
    text = f"About 12 results (0.05 sec)\nGulls\nA Costa - {NAME}, 17 (3), 1987 - Example Press\nWe ask …\nCited by 4\n"
    (paper,) = coprod.loads(text, format="search", layouts=[SCHOLAR]).papers
    assert values(paper) == {"name": NAME, "volume": "17", "issue": "3", "date": "1987"}
    text = (
        "Search results\n1 – 1 of 1\nAccess Restricted. View access options\nArticle\nPublication date: 4 August 1987\n"
        f"Gulls of the pier\nAna Costa\nWe ask…\n\nAbstract\nOne sentence.\n\nDetails\n{NAME} 17(3), 201-219\n"
    )
    (paper,) = coprod.loads(text).papers
    assert values(paper) == WHOLE | {"date": "1987-08-04"}
