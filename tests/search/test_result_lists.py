"""Result lists of a search engine: counts behind other links, DOIs in addresses, lists of authors that are cut."""

import pytest

import coprod
import coprod.readers.search
from coprod import Collection
from coprod.exceptions import LayoutError

LINKS = ("Cited by 987", "Related articles", "All 9 versions")
BEFORE = [(), ("Cite",), ("Save", "Cite"), ("☆", "Save", "❞", "Cite"), ("Related articles",), ("All 9 versions",)]


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
