"""The DOI of a work in a note about it."""

from time import process_time

import pytest

from coprod.readers.ris.note_doi import own_doi

OWN = [
    "10.1000/x",
    "https://doi.org/10.1000/x",
    "doi: 10.1000/x.",
    "PMID: 5<br/>DOI: 10.1000/x<br/>Lang: en",
    "PMID: 5\nDOI 10.1000/x\nLang: en",
    "doi:10.1000/x; ISSN 1234",
    "Full text at https://doi.org/10.1000/x",
    "Full text available from: https://doi.org/10.1000/x.",
    "electronic-resource-num: 10.1000/x<br/>pages: 3",
    "Cited references: 40<br/>DOI: 10.1000/x",
    "Peer review: yes<br/>DOI: 10.1000/x",
    "Open data. 2020 May;4(2):11-9. doi: 10.1000/x.",
    "Peer review of the State. 2020 May;4(2):11-9. doi: 10.1000/x.",
    "Data in Weirs. 2020 May;4(2):11-9. doi: 10.1000/x.",
    "DOI: 10.1000/x<br/>Erratum in: Weirs. 2021;5:1. doi: 10.1000/y",
]

NOT_OWN = [
    "Weirs hold: 10.1000/x",
    "PMID: 5<br/>10.1000/x",
    "doi: 10.1000/x (test of reading)",
    "doi: 10.1000/x, 10.1000/y",
    "DOI: 10.1000/x<br/>DOI: 10.1000/y",
    "Data DOI: 10.1000/x",
    "Data at https://doi.org/10.1000/x",
    "Erratum in:<br/>doi: 10.1000/x",
    "Comment on:\nDOI: 10.1000/x",
    "References<br/>Lee A. Weirs. 2019;4:11. doi: 10.1000/x",
    "Cited References: LEE A, 2002, WEIRS, V4, P149, DOI 10.1000/x",
    "Erratum in: Lee A. Weirs. 2020 May;4(2):11-9. doi: 10.1000/x.",
    "Comment in Weirs. 2020 May;4(2):11-9. doi: 10.1000/x.",
    "Review: Weirs. 2020 May;4(2):11-9. doi: 10.1000/x.",
    "References 1. Lee A. Weirs. 2020 May;4(2):11-9. doi: 10.1000/x.",
]


@pytest.mark.parametrize("note", OWN)
def test_the_work_itself(note: str) -> None:
    """A note that is the DOI, a label before it, or the citation of the work."""
    assert own_doi(note) == "10.1000/x"


@pytest.mark.parametrize("note", NOT_OWN)
def test_another_work(note: str) -> None:
    """A DOI behind words that lead to another work, one of several, or one of which nothing is said."""
    assert own_doi(note) is None


@pytest.mark.parametrize("piece", ["DOI: 10.1000/x\n", "See ", "Comment on", ". 2020;", "10.1000/x ", "<br/>", " "])
@pytest.mark.timing
def test_time_is_linear(piece: str) -> None:
    """A note of a hundred thousand characters takes less than two seconds."""
    start = process_time()
    own_doi(piece * (100_000 // len(piece)))
    assert process_time() - start < 2
