"""Damage, reading and account put together, and the figures.

In: how many variants, of which seed, and a reader. Out: a `Result` for each variant, and the `Figures` of all. What can
go wrong: a reader that does not read a valid file as it was written; the tests look at that first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from tests.damage import pages_bytes, pages_lines, pages_markup, pages_renderings, ris_bytes, ris_forms, ris_lines
from tests.damage.account import Account, Base, Reading, account
from tests.damage.pages_files import valid_page
from tests.damage.ris_files import valid_file
from tests.damage.variants import Kind, Valid, Variant, variants

Read = Callable[[bytes], Reading]


class Format(NamedTuple):
    """What the laboratory needs to know of a format."""

    make: Callable[[Random], Valid]
    kinds: Sequence[Kind]


RIS = Format(valid_file, (*ris_lines.KINDS, *ris_forms.KINDS, *ris_bytes.KINDS))
PAGES = Format(valid_page, (*pages_lines.KINDS, *pages_renderings.KINDS, *pages_markup.KINDS, *pages_bytes.KINDS))


class Result(NamedTuple):
    """What became of one variant."""

    variant: Variant
    reading: Reading
    account: Account

    @property
    def outcome(self) -> str:
        """The worst that happened, in one word."""
        if self.reading.crashed is not None:
            return "crashed"
        if self.reading.refused is not None:
            return "refused"
        if self.account.lost:
            return "lost"
        if self.account.moved:
            return "moved"
        return "complete" if self.account.complete else "told"


def results(count: int, seed: int, read: Read, form: Format = RIS, share: tuple[int, int] = (0, 1)) -> Iterator[Result]:
    """Every variant, or those of a share, read and accounted for."""
    first: Valid | None = None
    for variant in variants(count, seed, form.make, form.kinds, share):
        if variant.valid[0] is not first:
            first = variant.valid[0]
            intact = read(first.data())
        known = Base([intact, *(read(valid.data()) for valid in variant.valid[1:])], variant.marks)
        reading = read(variant.data)
        failed = reading.refused is not None or reading.crashed is not None
        found = Account(0, 0, 0, [], []) if failed else account(known, variant, reading)
        yield Result(variant, reading, found)


OUTCOMES = ("complete", "told", "moved", "lost", "refused", "crashed")


class Figures:
    """Outcomes by kind and in all."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.by_kind: dict[str, Counter[str]] = {}
        self.marks: Counter[str] = Counter()
        self.moved_though_whole = 0

    def add(self, result: Result) -> None:
        """Counts one variant, under each of its kinds."""
        found = result.account
        self.outcomes[result.outcome] += 1
        for kind in result.variant.kinds:
            self.by_kind.setdefault(kind.name, Counter())[result.outcome] += 1
        self.marks.update(
            right=found.right, told=found.told + found.shown, moved=len(found.moved), lost=len(found.lost)
        )
        if found.moved and not any(kind.destroys for kind in result.variant.kinds):
            self.moved_though_whole += 1

    def join(self, other: "Figures") -> None:
        """Adds the figures of another share."""
        self.outcomes += other.outcomes
        self.marks += other.marks
        self.moved_though_whole += other.moved_though_whole
        for kind, outcomes in other.by_kind.items():
            self.by_kind.setdefault(kind, Counter()).update(outcomes)

    @property
    def variants(self) -> int:
        """How many variants there were."""
        return self.outcomes.total()

    def table(self) -> Iterator[str]:
        """A table of the kinds, and the sums."""
        head = ("kind", "variants", *OUTCOMES)
        yield "| " + " | ".join(head) + " |"
        yield "|" + "---|" * len(head)
        for kind, outcomes in sorted(self.by_kind.items()):
            yield _row(kind, outcomes)
        yield _row("**all variants**", self.outcomes)


def _row(name: str, outcomes: Counter[str]) -> str:
    cells = [
        name,
        f"{outcomes.total():,}",
        *(f"{outcomes[outcome]:,}" if outcomes[outcome] else "" for outcome in OUTCOMES),
    ]
    return "| " + " | ".join(cells) + " |"


def figures(found: Iterable[Result]) -> Figures:
    """The figures of some results."""
    sums = Figures()
    for result in found:
        sums.add(result)
    return sums
