"""The summary page among the seeds, held against what a careful reader takes from it."""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

import coprod
from coprod import Collection, Quantity, Span
from tests.corpus.files import FOLDER

SEED = "001"
ENOUGH_OF_B = 0.8
ENOUGH_OF_RESULTS = 0.9
ENOUGH_WORDS = 0.8


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    """What a careful reader takes from the page."""
    found: dict[str, Any] = json.loads((FOLDER / "gold" / f"{SEED}.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def read() -> Collection:
    """What coprod takes from it."""
    (path,) = (FOLDER / "seeds").glob(f"{SEED}_*.txt")
    return coprod.load(path)


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The lines of the page."""
    (path,) = (FOLDER / "seeds").glob(f"{SEED}_*.txt")
    return path.read_text(encoding="utf-8").split("\n")


def place(span: Span) -> tuple[int, int | None, int | None]:
    """Where a span stands."""
    return span.line, span.start, span.end


def gold_place(item: dict[str, Any]) -> tuple[int, int, int]:
    """Where the gold says that an item stands."""
    source = item["source"]
    return source["line"], source["start"], source["end"]


def is_like(text: str | None, wanted: str | None) -> bool:
    """Whether two texts have most of their words in common."""
    if text is None or wanted is None:
        return text == wanted
    words, others = text.lower().split(), wanted.lower().split()
    common = sum(min(words.count(word), others.count(word)) for word in set(words))
    return 2 * common >= ENOUGH_WORDS * (len(words) + len(others))


def is_same_quantity(found: Quantity, wanted: dict[str, Any]) -> bool:
    """Whether value, kind and what is measured agree."""
    return (
        found.value == Decimal(str(wanted["value"]))
        and found.kind == wanted["kind"]
        and is_like(found.measures, wanted["measures"])
        and set(found.modifiers) >= set(wanted["modifiers"])
    )


def missing(read: Collection, gold: dict[str, Any], level: str) -> Iterator[str]:
    """Statements of a level that were not found, or not as what they are, or without a quantity."""
    found = {(finding.statement, finding.kind, finding.section, finding.category): finding for finding in read.findings}
    for item in gold["findings"]:
        if item.get("level", "B") != level:
            continue
        section = item["section"]
        finding = found.get((item["statement"], item["kind"], section["label"], section["nlm_category"]))
        if finding is None:
            yield item["id"]
            continue
        if place(read.locate(finding, "statement")[0]) != gold_place(item):
            yield f"{item['id']}: place"
        for quantity in item["quantities"]:
            if not any(is_same_quantity(other, quantity) for other in finding.quantities):
                yield f"{item['id']}: {quantity['text']}"
        if len(finding.quantities) > len(item["quantities"]):
            yield f"{item['id']}: a quantity too many"


def test_the_paper(read: Collection, gold: dict[str, Any]) -> None:
    """The paper has a summary of that site and nothing that the page does not say."""
    (paper,) = read.papers
    assert paper.summary is not None
    assert paper.summary.provider == gold["page"]["provider"]["value"]
    assert read.locate(paper, "summary.provider")[0].line == gold["page"]["provider"]["source"]["line"]
    assert paper.title is None
    assert not paper.authors
    assert paper.doi is None
    assert not read.study_groups


def test_the_sections(read: Collection, gold: dict[str, Any]) -> None:
    """Each section has its label, its category, its text and its place."""
    (paper,) = read.papers
    assert paper.summary is not None
    wanted = gold["papers"][0]["summary"]["sections"]
    assert [(section.label, section.category, section.text) for section in paper.summary.sections] == [
        (section["label"], section["nlm_category"], section["text"]) for section in wanted
    ]
    for index, section in enumerate(wanted):
        assert [place(span) for span in read.locate(paper, f"summary.sections[{index}].text")] == [gold_place(section)]
        assert read.locate(paper, f"summary.sections[{index}].label")[0].line == section["heading_line"]


def test_findings_of_level_a(read: Collection, gold: dict[str, Any], tell: Callable[[str], None]) -> None:
    """Everything that must be found is found, with its numbers and its place."""
    left = list(missing(read, gold, "A"))
    tell(f"summary: {sum(item.get('level') == 'A' for item in gold['findings'])} findings of level A, missing {left}")
    assert not left


def test_findings_of_level_b(read: Collection, gold: dict[str, Any], tell: Callable[[str], None]) -> None:
    """Four in five of what should be found are."""
    count = sum(item.get("level", "B") == "B" for item in gold["findings"])
    left = list(missing(read, gold, "B"))
    tell(f"summary: {count} findings of level B, missing {left}")
    assert count - len(left) >= ENOUGH_OF_B * count


def test_results_are_in_the_gold(read: Collection, gold: dict[str, Any]) -> None:
    """Nine in ten of our results are in the gold, and so is every other finding but for one in ten."""
    known = {(item["statement"], item["kind"]) for item in gold["findings"]}
    for kinds in (("result",), tuple({item["kind"] for item in gold["findings"]})):
        ours = [(finding.statement, finding.kind) for finding in read.findings if finding.kind in kinds]
        assert sum(item in known for item in ours) >= ENOUGH_OF_RESULTS * len(ours)


def test_quantities_outside_findings(read: Collection, gold: dict[str, Any], tell: Callable[[str], None]) -> None:
    """The numbers of the other sections are in `Section.quantities`."""
    (paper,) = read.papers
    assert paper.summary is not None
    by_label = {section.label: section.quantities for section in paper.summary.sections}
    wanted = [item for item in gold["quantities_elsewhere"] if "level C" not in item.get("note", "")]
    left = [
        item["text"]
        for item in wanted
        if not any(is_same_quantity(found, item) for found in by_label.get(item["section"], ()))
    ]
    tell(f"summary: {len(wanted)} quantities outside findings, missing {left}")
    assert not left


def test_what_must_not_be(read: Collection, gold: dict[str, Any]) -> None:
    """Nothing is read out of the advertising, of names, of marks of lists and of years of citations."""
    advertising = {item["line"] for item in gold["boilerplate"]}
    (paper,) = read.papers
    assert paper.summary is not None
    assert not [finding for finding in read.findings if finding.source and finding.source.first_line in advertising]
    quantities = [quantity for finding in read.findings for quantity in finding.quantities]
    quantities += [quantity for section in paper.summary.sections for quantity in section.quantities]
    assert not {Decimal(19), Decimal(1983), Decimal(10000), Decimal(80)} & {quantity.value for quantity in quantities}
    of_lists = [finding.quantities for finding in read.findings if "1) " in finding.statement]
    assert all(quantity.value not in {1, 2, 3} for found in of_lists for quantity in found)


def test_every_line_is_accounted_for(read: Collection, gold: dict[str, Any], lines: list[str]) -> None:
    """Each line that is not blank is in the paper, in a diagnostic, or furniture."""
    (paper,) = read.papers
    assert paper.summary is not None
    used = {item["line"] for item in gold["boilerplate"]}
    for index in range(len(paper.summary.sections)):
        for path in ("label", "text"):
            used.update(span.line for span in read.locate(paper, f"summary.sections[{index}].{path}"))
    used.update(line for told in read.diagnostics for first, last in told.lines for line in range(first, last + 1))
    assert {number for number, line in enumerate(lines, 1) if line.strip()} <= used
    assert not [told for told in read.diagnostics if told.severity != "info"]
