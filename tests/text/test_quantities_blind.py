"""Quantities on prose that the rules were not made for, marked before the code was run on it.

`quantities_blind.jsonl` is the first set, `quantities_fresh.jsonl` the second one, in the same form.

A quantity that is found counts as right where one that is marked stands at the same place with the same kind and the
same numbers; `measurement` (a physical measure, for which there is no kind) by its place alone.
"""

import json
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from coprod.text.quantities import Found, quantities_in

SETS = ("quantities_blind.jsonl", "quantities_fresh.jsonl")


class Score(NamedTuple):
    """What was found of what is marked."""

    marked: int
    found: int
    right: int
    missed: list[str]
    made_up: list[str]

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found

    @property
    def recall(self) -> float:
        """Share of what is marked that was found."""
        return self.right / self.marked


def numbers_of(row: dict[str, Any]) -> tuple[Decimal | None, ...]:
    """Value, low and high as marked; a fraction is its quotient."""
    value = Fraction(row["fraction"]) if row.get("fraction") else None
    if value is not None:
        return (Decimal(value.numerator) / Decimal(value.denominator), None, None)
    return tuple(Decimal(row[key]) if row.get(key) is not None else None for key in ("value", "low", "high"))


def is_right(found: Found, row: dict[str, Any], text: str) -> bool:
    """Whether a quantity is the one that is marked."""
    start = text.find(row["text"])
    places = []
    while start >= 0:
        places.append((start, start + len(row["text"])))
        start = text.find(row["text"], start + 1)
    if not any(found.start < end and start < found.end for start, end in places):
        return False
    if row["kind"] == "measurement":
        return True
    marked = numbers_of(row)
    if not any(number is not None for number in marked):
        return bool(found.quantity.kind == row["kind"])
    ours = (found.quantity.value, found.quantity.low, found.quantity.high)
    same = all(_equal(one, other) for one, other in zip(ours, marked, strict=True))
    return same and bool(found.quantity.kind == row["kind"])


def _equal(one: Decimal | None, other: Decimal | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) < Decimal("0.01") * abs(other))


def score(name: str) -> Score:
    """The score over all sentences of a set."""
    marked = found = right = 0
    missed: list[str] = []
    made_up: list[str] = []
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        row = json.loads(line)
        ours = quantities_in(row["text"])
        wanted = list(row["quantities"])
        found += len(ours)
        marked += len(wanted)
        for item in ours:
            match = next((want for want in wanted if is_right(item, want, row["text"])), None)
            if match is None:
                seen = f"{item.quantity.text!r} ({item.quantity.kind}, {item.quantity.value})"
                made_up.append(f"{seen} in {row['text']!r}")
            else:
                wanted.remove(match)
                right += 1
        missed += [f"{want['text']!r} ({want['kind']}) in {row['text']!r}" for want in wanted]
    return Score(marked, found, right, missed, made_up)


@pytest.mark.parametrize(("name", "precision", "recall"), [(SETS[0], 0.99, 0.99), (SETS[1], 0.95, 0.94)])
def test_precision_and_recall(name: str, precision: float, recall: float) -> None:
    """What is found is marked, and what is marked is found, as often as at the last run."""
    result = score(name)
    assert result.precision >= precision, "\n".join(result.made_up)
    assert result.recall >= recall, "\n".join(result.missed)


if __name__ == "__main__":
    result = score(sys.argv[1])
    print("\n".join(["missed", *result.missed, "", "made up", *result.made_up]))
    shares = f"precision {result.precision:.3f}, recall {result.recall:.3f}"
    print(f"{shares}: {result.right} right of {result.found} found and {result.marked} marked")
