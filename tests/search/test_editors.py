"""The book of a chapter and its editors, on a line that ends with a DOI."""

import pytest

import coprod

PAGE = "1-1 of 1 Search results for\nwaiting\nChapter\nQueues\nMia Dahl\n{}\nPublished: 5 March 2018\n"


@pytest.mark.parametrize("mark", ["ed.", "eds", "Ed."])
@pytest.mark.parametrize("doi", ["", ", https://doi.org/10.9999/towns"])
def test_editors_before_a_doi(mark: str, doi: str) -> None:
    """They are the editors with and without one, and the DOI is that of the chapter."""
    found = coprod.loads(PAGE.format(f"in Ana Costa ({mark}), Ben Adler ({mark}), Book of Towns{doi}"))
    (paper,) = found.papers
    assert paper.container_title == "Book of Towns"
    assert [(name.given, name.family) for name in paper.editors] == [("Ana", "Costa"), ("Ben", "Adler")]
    assert paper.doi == ("10.9999/towns" if doi else None)
    assert not [told for told in found.diagnostics if told.severity != "info"]


def test_editors_before_pages_and_a_doi() -> None:
    """What stands between the book and the DOI is read as in other rows."""
    text = "in Ana Costa (ed.), Book of Towns, Pages 3–12, https://doi.org/10.9999/towns"
    (paper,) = coprod.loads(PAGE.format(text)).papers
    assert (paper.container_title, paper.first_page, paper.last_page) == ("Book of Towns", "3", "12")
    assert (paper.doi, paper.editors[0].family) == ("10.9999/towns", "Costa")


def test_a_journal_is_no_book() -> None:
    """A line that names no editor is what it was."""
    text = "in Ink, Volume 9, Issue 2, July 2020, Pages 3–12, https://doi.org/10.9999/ink"
    (paper,) = coprod.loads(PAGE.format(text)).papers
    assert (paper.container_title, paper.volume, paper.doi, paper.editors) == ("in Ink", "9", "10.9999/ink", ())
