"""The saved pages of articles: each gives one Paper with what its head declares, and a bot wall gives none."""

from collections.abc import Callable
from typing import Any

import pytest

import coprod
from coprod.exceptions import UnknownFormatError
from tests.corpus.files import FOLDER

PAGES = sorted((FOLDER / "corpus" / "pages" / "article").glob("*.html"))
WALLS = ("acs__", "annualreview__", "tfonline__")

SEEN: dict[str, tuple[Any, ...]] = {
    "acl__": (
        2, "Teven Le Scao", 2021, "10.18653/v1/2021.naacl-main.208",
        ("2627", "2636"), "paper-conference",
    ),
    "acm__": (
        0, None, None, "10.1145/3371158.3371232",
        (None, None), None,
    ),
    "aps__": (
        3, "Alisa K. Galishnikova", 2022, "10.1103/physrevx.12.041027",
        ("041027", None), "article-journal",
    ),
    "citeseerx__": (
        1, "Eugenio Moggi", 1988, None,
        ("14", "23"), None,
    ),
    "fallback__": (
        5, "Michael J. Emslie", 2018, "10.7717/peerj.4886",
        ("e4886", None), "article-journal",
    ),
    "hal__": (
        1, "Jacques Friedel", 1955, "10.1051/jphysrad:01955001606044400",
        ("444", "445"), "article-journal",
    ),
    "iopscience__": (
        4, "Ahmet Engin Pazarçeviren", 2019, "10.1088/1748-605x/ab007b",
        ("035018", None), "article-journal",
    ),
    "nber__": (
        4, "Nava Ashraf", 2025, "10.3386/w33843",
        (None, None), "report",
    ),
    "projecteuclid__": (
        2, "Matt Holzer", 2014, "10.57262/ade/1391109086",
        ("245", "282"), "article-journal",
    ),
    "sciencedirect__": (
        0, None, 2023, "10.1016/j.envsci.2023.04.016",
        ("228", "237"), "article-journal",
    ),
    "springer__": (
        2, "J. M. Leinaas", 1977, "10.1007/bf02727953",
        ("1", "23"), "article-journal",
    ),
    "springerlink__": (
        4, "Bandyopadhyay-Ghosh, Sanchita", 2010, "10.1007/s10924-010-0192-1",
        ("231", "234"), "article-journal",
    ),
    "tandfonline__": (
        2, "Jean-Paul Malrieu", 2013, "10.1080/00268976.2013.788745",
        (None, None), "article-journal",
    ),
    "usenix__": (
        6, "Prateesh Goyal", 2022, None,
        ("779", "805"), "paper-conference",
    ),
    "wiley__": (
        1, "E. Schrödinger", 1926, "10.1002/andp.19263851302",
        ("437", "490"), "article-journal",
    ),
}  # fmt: skip
"""Number of authors, first author, year, DOI, pages and type that the head of each page declares, compared by eye."""


def test_all_pages_are_known(tell: Callable[[str], None]) -> None:
    """Each saved page is a wall, or one that was compared by eye."""
    tell(f"article pages: {len(PAGES)}, of them {len(WALLS)} walls")
    assert len(PAGES) == len(SEEN) + len(WALLS)


@pytest.mark.parametrize("start", SEEN)
def test_an_article_gives_one_paper(start: str) -> None:
    """Title, authors, year, DOI, pages and type are those that the head declares."""
    (path,) = [page for page in PAGES if page.name.startswith(start)]
    found = coprod.load(path)
    assert found.sources[0].reader == "article"
    (paper,) = found.papers
    assert paper.title
    first = paper.authors[0].literal if paper.authors else None
    pages = (paper.first_page, paper.last_page)
    assert (len(paper.authors), first, paper.year, paper.doi, pages, paper.type) == SEEN[start]
    assert sum(told.code == "article.body" for told in found.diagnostics) == 1
    for field in ("title", "doi", "issued", "authors", "urls"):
        if getattr(paper, field):
            assert found.locate(paper, field)


@pytest.mark.parametrize("path", [page for page in PAGES if page.name.startswith(WALLS)], ids=lambda page: page.name)
def test_a_wall_is_named(path: Any) -> None:
    """A page that keeps programs out is refused by its name, and holds nothing where a format is named."""
    with pytest.raises(UnknownFormatError, match="Just a moment"):
        coprod.load(path)
    found = coprod.load(path, format="article")
    assert not found.papers
    assert {"page.wall", "load.no-records"} <= {told.code for told in found.diagnostics}


def test_search_pages_declare_no_article() -> None:
    """A page of results is not taken for the page of one article."""
    from coprod.readers.pages.head import declares

    pages = list((FOLDER / "corpus" / "pages" / "search").glob("*.html"))
    assert pages
    assert not [page.name for page in pages if declares(page.read_text(encoding="utf-8", errors="replace"))]
