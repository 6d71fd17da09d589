"""Measures how fast the quantities of abstracts are found. Judges nothing.

    python bench/quantities.py FOLDER      # a folder with RIS files; without one seeds/

Prints millions of characters for a second of CPU time, the best of five runs: of abstracts as they come, of those with
a number in them, of those without, and of their sentences with a number alone.
"""

import random
import sys
import time

import coprod
from coprod.text.quantities import quantities_in
from coprod.text.sentences import sentences

RUNS = 5
SIZE = 1_000_000
"""Characters of a sample; fewer texts are repeated."""


def abstracts(folder: str) -> list[str]:
    """The abstracts of the papers in a folder, in an order that is the same in every run."""
    found = sorted({paper.abstract.text for paper in coprod.load(folder).papers if paper.abstract is not None})
    random.Random(1).shuffle(found)  # noqa: S311 - no secret
    return found


def sample(texts: list[str]) -> list[str]:
    """About so many characters of them."""
    found: list[str] = []
    size = 0
    while texts and size < SIZE:
        found.append(texts[len(found) % len(texts)])
        size += len(found[-1])
    return found


def pace(texts: list[str]) -> float:
    """Millions of characters a second."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        for text in texts:
            quantities_in(text)
        best = min(best, time.process_time() - start)
    return sum(map(len, texts)) / best / 1e6


def has_digit(text: str) -> bool:
    """Whether a digit stands in a text."""
    return any(letter.isdigit() for letter in text)


def main() -> None:
    """Prints the figures."""
    texts = abstracts(sys.argv[1] if len(sys.argv) > 1 else "seeds")
    print(f"{len(texts)} abstracts")
    numbered = [text[start:end] for text in texts for start, end in sentences(text) if has_digit(text[start:end])]
    for name, chosen in (
        ("abstracts", texts),
        ("with a number", [text for text in texts if has_digit(text)]),
        ("without a number", [text for text in texts if not has_digit(text)]),
        ("sentences with a number", numbered),
    ):
        if chosen:
            print(f"{name}: {pace(sample(chosen)):.2f} million characters a second")


if __name__ == "__main__":
    main()
