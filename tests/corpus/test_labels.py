"""The labels of the U.S. National Library of Medicine, and the structured abstracts of the corpus."""

import csv
from collections.abc import Callable

import pytest

from coprod.text.abstracts import parts_of
from coprod.text.labels import category_of
from tests.corpus.files import CASES, FOLDER, read

LABELS = FOLDER / "facts" / "nlm_labels.tsv"


def listed() -> list[tuple[str, str]]:
    """Every label of the list, with its category."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return [(row["label"], row["nlm_category"]) for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize("spelt", [str, str.lower, str.title, "{}:".format, " {} - ".format], ids=range(5))
def test_every_label_of_the_list(spelt: Callable[[str], str], tell: Callable[[str], None]) -> None:
    """Every label has the category of the list, in capital and in small letters, with and without a colon."""
    labels = listed()
    assert len(labels) > 2000
    wrong = [label for label, category in labels if category_of(spelt(label)) != category]
    assert wrong == []
    if spelt is str:
        tell(f"labels: {len(labels)}, all with their category")


def test_structured_abstracts(tell: Callable[[str], None]) -> None:
    """Real abstracts are cut without loss: nothing but white space and separators is outside of the sections."""
    texts = {paper.abstract.text for case in CASES for paper in read(case).papers if paper.abstract is not None}
    structured = 0
    for text in texts:
        parts = parts_of(text)
        structured += bool(parts)
        end = 0
        for part in parts:
            for start, stop in filter(None, (part.label, part.text)):
                assert not text[end:start].strip(" \t\r\n:.–—-?")
                end = stop
    assert structured > len(texts) / 10
    tell(f"abstracts: {len(texts)} different ones, {structured} of them structured")
