"""The quantities of four documents, against what a careful reader took from them.

Statements and sections are read as text, without any reader of pages. A quantity is right if it lies at the same place
with the same value (or ends) and kind; those of level A also need unit, modifiers and what they measure.
"""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from coprod.text.quantities import Found, quantities_in
from tests.corpus.files import FOLDER

_LONG = 100
"""Shorter lines are headings, names and page furniture."""

_TAG = 5
"""Length of the tag in front of a line; one that says again what a later tag says counts once."""

_UNITS = {"%": "percent", "per cent": "percent"}


class Line(NamedTuple):
    """A line of a document, what the reader took from it, and what coprod finds."""

    document: str
    number: int
    text: str
    expected: tuple[dict[str, Any], ...]
    found: tuple[Found, ...]


def _gold() -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    for path in sorted((FOLDER / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = next((FOLDER / "seeds").glob(f"{path.stem}*")).read_text(encoding="utf-8-sig")
        yield path.stem, gold, text.split("\n")


def _quantities(node: object) -> Iterator[dict[str, Any]]:
    """Everything below a node that is a quantity with its source."""
    if isinstance(node, dict):
        if {"text", "value", "kind", "source"} <= node.keys() and "measures" in node:
            yield node
        for key, value in node.items():
            if key not in ("boilerplate", "not_quantities"):
                yield from _quantities(value)
    elif isinstance(node, list):
        for value in node:
            yield from _quantities(value)


def _lines() -> list[Line]:
    """The lines of running text of all documents; of the furniture, none."""
    found = []
    for document, gold, lines in _gold():
        furniture = json.dumps(gold["boilerplate"], ensure_ascii=False)
        by_line: dict[int, list[dict[str, Any]]] = {}
        for quantity in _quantities(gold):
            by_line.setdefault(quantity["source"]["line"], []).append(quantity)
        for number, text in enumerate(lines, start=1):
            is_repeated = text[_TAG:] in [other[_TAG:] for other in lines[number:]]
            if is_repeated or len(text) < _LONG or text.strip()[:40] in furniture or _is_advertising(gold, number):
                continue
            found.append(Line(document, number, text, tuple(by_line.get(number, ())), tuple(quantities_in(text))))
    return found


def _is_advertising(gold: dict[str, Any], number: int) -> bool:
    return any(
        entry.get("line") == number and "advertising" in entry.get("why", "")
        for entry in gold.get("not_quantities", ())
    )


def _is_same(expected: dict[str, Any], found: Found, offset: int = 0) -> bool:
    """Whether both are one quantity: the places overlap, value and kind agree."""
    source = expected["source"]
    overlaps = found.start + offset < source["end"] and source["start"] < found.end + offset
    if not overlaps or found.quantity.kind != expected["kind"]:
        return False
    if expected["kind"] == "period":
        return found.quantity.value is None and found.quantity.low is not None
    return found.quantity.value == Decimal(str(expected["value"]))


def _is_optional(expected: dict[str, Any]) -> bool:
    """Whether the reader marked it as one that may be left out."""
    return expected.get("level") == "C" or "level C" in expected.get("note", "")


def _share(text: str | None, other: str | None) -> float:
    """Token F1 of two texts."""
    left, right = set((text or "").lower().split()), set((other or "").lower().split())
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


LINES = _lines() if (FOLDER / "gold").is_dir() else []
LEVEL_A = [
    (document, finding["statement"], finding["source"]["start"], quantity)
    for document, gold, _ in _gold()
    for finding in gold["findings"]
    if finding.get("level") == "A"
    for quantity in finding.get("quantities", ())
]


def test_the_documents_are_there() -> None:
    """The figures below are figures of something."""
    assert len({line.document for line in LINES}) == 4
    assert LEVEL_A


@pytest.mark.parametrize(("document", "statement", "offset", "expected"), LEVEL_A)
def test_level_a(document: str, statement: str, offset: int, expected: dict[str, Any]) -> None:
    """Every quantity of level A comes with value, unit, kind, modifiers and what it measures."""
    same = [found for found in quantities_in(statement) if _is_same(expected, found, offset)]
    assert len(same) == 1, (document, [found.quantity for found in quantities_in(statement)])
    quantity = same[0].quantity
    assert quantity.text == expected["text"]
    assert _UNITS.get(quantity.unit or "", quantity.unit) == expected["unit"]
    assert list(quantity.modifiers) == expected["modifiers"]
    assert quantity.measures == expected["measures"]


def test_precision_and_recall(tell: Callable[[str], None]) -> None:
    """Over statements and sections, 9 in 10 found quantities are right, and 9 in 10 expected ones are found."""
    expected = hits = found_count = extra = measured = measures = 0
    misses: list[str] = []
    for line in LINES:
        for quantity in line.expected:
            same = [found for found in line.found if _is_same(quantity, found)]
            if _is_optional(quantity) and not same:
                continue
            expected += 1
            hits += bool(same)
            if not same:
                misses.append(f"{line.document}:{line.number} {quantity['text']!r} {quantity['kind']}")
            elif quantity["measures"]:
                measures += 1
                measured += _share(same[0].quantity.measures, quantity["measures"]) >= 0.8
        found_count += len(line.found)
        for found in line.found:
            if not any(_is_same(quantity, found) for quantity in line.expected):
                extra += 1
                misses.append(f"{line.document}:{line.number} not expected: {found.quantity!r}")
    tell(
        f"quantities of {len(LINES)} lines: recall {hits}/{expected}, precision {found_count - extra}/{found_count}, "
        f"measures {measured}/{measures}"
    )
    assert hits / expected >= 0.9, misses
    assert (found_count - extra) / found_count >= 0.9, misses
    assert measured / measures >= 0.8, misses


def test_nothing_that_is_no_quantity() -> None:
    """No name, list marker, year of a citation or idiom that the reader named is taken for a quantity."""
    wrong = []
    for document, gold, lines in _gold():
        for entry in gold.get("not_quantities", ()):
            numbers = entry.get("lines") or [entry["line"]] if "line" in entry or "lines" in entry else []
            for number in numbers:
                text = lines[number - 1]
                if "advertising" in entry.get("why", ""):
                    continue
                spans = _spans(text, entry["text"])
                wrong += [
                    (document, number, found.quantity.text)
                    for found in quantities_in(text)
                    if any(start <= found.start and found.end <= end for start, end in spans)
                ]
    assert not wrong


def _spans(text: str, named: str) -> list[tuple[int, int]]:
    """Where the named words stand; for list markers, each of them."""
    words = named.split() if ")" in named else [named]
    spans = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            spans.append((at, at + len(word)))
            at = text.find(word, at + 1)
    return spans
