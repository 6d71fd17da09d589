"""Result lists of a search engine: counts behind other links, DOIs in addresses, lists of authors that are cut."""

from collections.abc import Callable

import pytest

import coprod
import coprod.readers.search
from coprod import Collection
from coprod.exceptions import LayoutError

LINKS = ("Cited by 987", "Related articles", "All 9 versions")
BEFORE = [(), ("Cite",), ("Save", "Cite"), ("☆", "Save", "❞", "Cite"), ("Related articles",), ("All 9 versions",)]

SCHOLAR = next(layout for layout in coprod.readers.search.layouts() if layout.name == "google-scholar")


def page(links: str = "", authors: str = "A Costa", address: str = "https://example.org/1") -> str:
    """A page of one result."""
    return (
        '<html><body><div class="gs_r"><div class="gs_ri">'
        f'<h3 class="gs_rt"><a href="{address}">Queues and trust at the counter</a></h3>'
        f'<div class="gs_a">{authors}&nbsp;- Journal of Counters, 2009 - Example Press</div>'
        f'<div class="gs_rs">We ask who waits …</div><div class="gs_fl">{links}</div></div></div></body></html>'
    )


def codes(found: Collection) -> set[str]:
    """What was told."""
    return {told.code for told in found.diagnostics}


@pytest.mark.parametrize("before", BEFORE, ids=" ".join)
def test_a_count_behind_other_links_is_read(before: tuple[str, ...]) -> None:
    """The number of citations is read whatever links stand around it, from HTML and from text."""
    words = (*before, *LINKS)
    (paper,) = coprod.loads(page(" ".join(f'<a href="#">{word}</a>' for word in words))).papers
    assert [(metric.value, metric.kind) for metric in paper.metrics] == [(987, "citations")]
    text = f"Queues and trust at the counter\nA Costa - Journal of Counters, 2009\n{' '.join(words)}\n"
    layouts = [layout for layout in coprod.readers.search.layouts() if layout.name == "google-scholar"]
    (paper,) = coprod.loads(text, format="search", layouts=layouts).papers
    assert [metric.value for metric in paper.metrics] == [987]


def test_what_stands_behind_a_count() -> None:
    """Links of the site behind the number are furniture; other words on the line are kept."""
    (paper,) = coprod.loads(page("Cited by 987 Related articles Web of Counters: 12")).papers
    assert [metric.value for metric in paper.metrics] == [987]
    assert paper.extra["links"] == ("Related articles Web of Counters: 12",)
    (plain,) = coprod.loads(page("Cited by 987 Related articles All 9 versions Cite Save")).papers
    assert "links" not in plain.extra


def test_a_count_behind_unknown_links_is_told() -> None:
    """A line that no pattern knows is told, and never taken for furniture."""
    found = coprod.loads(page('<a href="#">Cite</a> <a href="#">Frobnicate 2</a> <a href="#">Cited by 987</a>'))
    told = [item for item in found.diagnostics if item.text and "Cited by 987" in item.text]
    assert found.papers[0].metrics or told


@pytest.mark.parametrize(
    ("address", "doi"),
    [
        ("https://www.example.org/doi/abs/10.1080/14719030601022882", "10.1080/14719030601022882"),
        ("https://example.org/doi/pdf/10.1111/ABC.12?casa_token=x", "10.1111/abc.12"),
        ("https://example.org/article/view/10", None),
    ],
)
def test_a_doi_in_the_address_is_read(address: str, doi: str | None) -> None:
    """The address of the publication states its DOI; the place of it is told."""
    found = coprod.loads(page(address=address))
    assert found.papers[0].doi == doi
    assert doi is None or found.locate(found.papers[0], "doi")[0].line == 1


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("J Doe, ML O'Hara…", ["J Doe", "ML O'Hara"]),
        ("J Doe, ML O'Hara …", ["J Doe", "ML O'Hara"]),
        ("J Doe, ML O'Hara...", ["J Doe", "ML O'Hara"]),
        ("J Doe et al.", ["J Doe"]),
        ("J Doe, …", ["J Doe"]),
    ],
)
def test_authors_left_out_are_told(authors: str, names: list[str]) -> None:
    """The sign for names that were left out is no part of a name, and is told."""
    found = coprod.loads(page(authors=authors))
    assert [name.literal for name in found.papers[0].authors] == names
    assert "search.names-left-out" in codes(found)


@pytest.mark.parametrize("content", ["TY  - JOUR\nTI  - Trust\nER  - \n", page()])
def test_a_layout_that_cannot_be_used_is_told(content: str) -> None:
    """A mistake of the caller, whatever the source is."""
    with pytest.raises(LayoutError):
        coprod.loads(content, layouts=[3])


def as_text(title: str, snippet: str, links: str) -> str:
    """The copied text of a page of one result."""
    cited = "A Costa, B Adler - Journal of Counters, 2009 - Example Press"
    return f"About 12 results (0.05 sec)\n{title}\n{cited}\n{snippet}\n{links}\n"


def as_html(title: str, snippet: str, links: str) -> str:
    """The same page in HTML."""
    return page(links).replace("Queues and trust at the counter", title).replace("We ask who waits …", snippet)


@pytest.mark.parametrize("shown", [as_html, as_text])
@pytest.mark.parametrize(
    ("title", "snippet"),
    [
        ("Save our pier: who repairs the planks?", "Save the planks first, and the pier will wait, the clerks say …"),
        ("Cite or perish at the counter", "Cite as: a counter that is older than the town that it stands in …"),
        ("Related articles of the guild", "Related articles were handed over by the clerks of the town …"),
        ("All 7 versions of one pier", "All 7 versions were read aloud at the counter of the town hall …"),
        ("More counters, fewer queues", "More than one counter was open when the town began to wait …"),
        ("Library Search in the dark", "Full View of the pier is had from the counter of the town hall …"),
    ],
)
@pytest.mark.parametrize("links", ["Save Cite", "Related articles", "Save Cite Related articles All 7 versions"])
def test_a_sentence_is_no_link_of_the_site(shown: Callable[..., str], title: str, snippet: str, links: str) -> None:
    """A title or a text that begins with the words of a link is read as any other; the links alone are furniture."""
    found = coprod.loads(shown(title, snippet, links), format="search", layouts=[SCHOLAR])
    assert [(paper.title, paper.teaser) for paper in found.papers] == [(title, snippet)]
    assert codes(found).isdisjoint(("page.not-read", "search.title-lost", "search.outside-rows"))


@pytest.mark.parametrize("shown", [as_html, as_text])
@pytest.mark.parametrize(
    "links", ["Web of Science: 604", "Save Cite Web of Science: 604 Related articles All 7 versions"]
)
def test_the_count_of_another_index_is_kept(shown: Callable[..., str], links: str) -> None:
    """What another index counts is kept, wherever it stands among the links."""
    found = coprod.loads(shown("Queues", "We ask …", links), format="search", layouts=[SCHOLAR])
    (paper,) = found.papers
    assert paper.extra["Web of Science"] == ("604",)


@pytest.mark.parametrize("shown", [as_html, as_text])
def test_other_words_among_the_links_are_kept_or_told(shown: Callable[..., str]) -> None:
    """A row of links with a word that no site prints is no furniture."""
    text = shown("Queues", "We ask …", "Save Cite Shelf 604 Related articles")
    found = coprod.loads(text, format="search", layouts=[SCHOLAR])
    (paper,) = found.papers
    assert "Shelf 604" in str(paper.teaser) + str(paper.extra) + str([told.text for told in found.diagnostics])


def test_a_mark_before_a_title_is_no_link_to_a_file() -> None:
    """`[PDF] from` and the name of a site is a link; `[BOOK] from` and words is a title."""
    text = as_text("[BOOK] From the pier", "We ask …", "[PDF] from pier.example").replace("From", "from")
    (paper,) = coprod.loads(text, format="search", layouts=[SCHOLAR]).papers
    assert (paper.title, paper.extra["mark"]) == ("from the pier", ("BOOK",))


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("K O&#x27;Neill, B Adler", ["K O'Neill", "B Adler"]),
        ("K O&#39;Neill, B N&uacute;&ntilde;ez, M Dahl", ["K O'Neill", "B Núñez", "M Dahl"]),
        ("B N&#250;&#241;ez &amp; M Dahl", ["B Núñez", "M Dahl"]),
        ("K O&amp;#39;Neill", ["K O'Neill"]),
    ],
)
def test_references_in_names_of_a_text(authors: str, names: list[str]) -> None:
    """A copy of HTML that kept its character references: their semicolons part no names, and each name leads back."""
    text = (
        f"About 12 results (0.05 sec)\nGulls\n{authors} - Annals of Gulls, 1987 - Example Press\nWe ask …\nCited by 4\n"
    )
    found = coprod.loads(text, format="search", layouts=[SCHOLAR])
    (paper,) = found.papers
    assert [name.literal for name in paper.authors] == names
    assert [told.text for told in found.diagnostics if told.code == "search.references-resolved"] == [authors]
    spans = [found.locate(paper, f"authors[{index}]") for index in range(len(names))]
    assert [span.line for (span, *_others) in spans] == [3] * len(names)
    assert spans[0][0].start == 0


@pytest.mark.parametrize("authors", ["A Costa; B Adler", "A Costa, R&D; B Adler"])
def test_what_is_no_reference_stays(authors: str) -> None:
    """An ampersand and a semicolon alone are no reference."""
    text = (
        f"About 12 results (0.05 sec)\nGulls\n{authors} - Annals of Gulls, 1987 - Example Press\nWe ask …\nCited by 4\n"
    )
    found = coprod.loads(text, format="search", layouts=[SCHOLAR])
    assert [name.literal for name in found.papers[0].authors][-1] == "B Adler"
    assert "search.references-resolved" not in {told.code for told in found.diagnostics}
