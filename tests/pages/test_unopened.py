"""Tests of end tags whose names are damaged."""

import pytest

import coprod
from coprod.readers.pages.markup import plain

ROW = (
    '<html><body><ul><li class="search-result"><div class="highwire-cite">\n'
    '<a class="highwire-cite-linked-title" href="/content/x">Queues of ants</a><div class="highwire-cite-metadata">\n'
    "{}\n</div></div></li></ul></body></html>"
)
VOLUME = '<span class="highwire-cite-metadata-volume">{}</span>'
ISSUE = '<span class="highwire-cite-metadata-issue">{}</span>'


@pytest.mark.parametrize("page", ["<p>Trust</san></p>", "<span>11 </SAN><b>2</b>", "<p>Trust</x-a><x-a>now</x-a>"])
def test_an_end_tag_of_a_name_that_nothing_began_is_damage(page: str) -> None:
    """The end tag is told; the text stays as it is."""
    found = plain(page)
    (damage,) = found.damage
    assert page[damage.start : damage.end].startswith("</")
    assert found.text == page


@pytest.mark.parametrize(
    "page",
    [
        "<x-a>Trust</x-a><o:p>now</O:P>",
        "<svg><g><path d='M0'></path></g></svg>",
        "<p>Trust</b></nobr></center></p></p>",
        "<!-- </san> --><script>'</san>'</script><p title='</san>'>Trust</p>",
        "<foo/></foo>",
    ],
)
def test_other_end_tags_are_no_damage(page: str) -> None:
    """Names that HTML has, and those of elements that were begun, are sound."""
    assert not plain(page).damage


def test_a_volume_whose_end_was_damaged_takes_nothing_in() -> None:
    """The damage is told with its line, and the DOI behind the volume is read."""
    part = VOLUME.format("11 ").replace("span>", "san>") + '<span class="x">doi: https://doi.org/10.1101/ab </span>'
    found = coprod.loads(ROW.format(part))
    (paper,) = found.papers
    assert (paper.volume, paper.doi) == ("11", "10.1101/ab")
    assert [told.line for told in found.diagnostics if told.code == "html.damaged"] == [3]


@pytest.mark.parametrize(
    "address", ["doi: https://doi.org/10.1101/ab", "10.1101/ab", "DOI 10.1101/ab", "doi.org/10.1101/ab"]
)
@pytest.mark.parametrize("stop", [" ", "; ", ", "])
def test_a_doi_is_no_part_of_a_volume_or_an_issue(address: str, stop: str) -> None:
    """What stands before the DOI is the volume; the DOI is that of the paper."""
    (paper,) = coprod.loads(ROW.format(VOLUME.format(f"11{stop}{address}"))).papers
    assert (paper.volume, paper.doi) == ("11", "10.1101/ab")
    found = coprod.loads(ROW.format(ISSUE.format(f"(2){stop}{address}")))
    (paper,) = found.papers
    assert (paper.issue, paper.doi) == ("2", "10.1101/ab")
    (span,) = found.locate(paper, "issue")
    assert (span.line, (span.end or 0) - (span.start or 0)) == (3, 1)


def test_an_address_is_no_part_of_a_volume() -> None:
    """It is one of the paper; what stands behind it is kept."""
    (paper,) = coprod.loads(ROW.format(VOLUME.format("11 https://example.org/ab in print"))).papers
    assert (paper.volume, paper.urls) == ("11", ("https://example.org/ab",))
    assert paper.extra["volume"] == ("in print",)
