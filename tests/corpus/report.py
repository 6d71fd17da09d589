"""The figures of the comparison, as tables: `python -m tests.corpus.report` puts them into the documentation."""

import functools
from collections import Counter
from typing import NamedTuple

from tests.corpus.comparing import FIELDS, pairs
from tests.corpus.differences import DIFFERENCES, class_of
from tests.corpus.files import READINGS, ROOT, Case

PAGE = ROOT / "docs/reference/agreement.md"


class Unexplained(NamedTuple):
    """A difference in no class."""

    field: str
    line: int
    ours: object
    theirs: object

    def __str__(self) -> str:
        return f"{self.field}, line {self.line}: {self.ours!r}, there {self.theirs!r}"


class Compared(NamedTuple):
    """One file, read twice."""

    records: int
    classes: Counter[tuple[str, str]]
    """How often a field differs in a class."""

    unexplained: list[Unexplained]

    def agreement(self, field: str) -> float:
        """Records in 100 that say the same, or differ in a class."""
        wrong = sum(one.field == field for one in self.unexplained)
        return 100.0 * (1 - wrong / self.records) if self.records else 100.0


@functools.cache
def compared(case: Case) -> Compared:
    """The comparison of one file."""
    classes: Counter[tuple[str, str]] = Counter()
    unexplained: list[Unexplained] = []
    both = pairs(case)
    for pair in both:
        for name, field in FIELDS.items():
            if not field.differs(pair):
                continue
            found = class_of(name, pair)
            if found is not None:
                classes[name, found] += 1
            else:
                line = pair.paper.source.first_line if pair.paper.source is not None else 0
                unexplained.append(Unexplained(name, line, field.ours(pair), field.theirs(pair)))
    return Compared(len(both), classes, unexplained)


@functools.cache
def together() -> Compared:
    """The comparison of all files."""
    files = [compared(case) for case in READINGS]
    return Compared(
        sum(one.records for one in files),
        sum((one.classes for one in files), Counter()),
        [difference for one in files for difference in one.unexplained],
    )


def in_classes(field: str) -> int:
    """How many records differ in a class."""
    return sum(count for (name, _found), count in together().classes.items() if name == field)


def worst(field: str) -> float:
    """The lowest agreement of a single file."""
    return min((compared(case).agreement(field) for case in READINGS), default=100.0)


def fields_table() -> str:
    """A row for each field: equal, different in a class, different in none."""
    rows = [
        "| field | equal | differ in a class | differ in none | agreement | lowest in a file |",
        "|---|---|---|---|---|---|",
    ]
    for field in FIELDS:
        wrong = sum(one.field == field for one in together().unexplained)
        equal = together().records - wrong - in_classes(field)
        share = f"{together().agreement(field):.2f} %"
        rows.append(f"| {field} | {equal:,} | {in_classes(field):,} | {wrong} | {share} | {worst(field):.1f} % |")
    return "\n".join(rows)


def classes_table() -> str:
    """A row for each class of each field."""
    rows = ["| field | class | records | what differs |", "|---|---|---|---|"]
    for one in DIFFERENCES:
        count = together().classes[one.field, one.name]
        rows.append(f"| {one.field} | {one.name} | {count} | {one.reason} |")
    return "\n".join(rows)


def renewed(page: str) -> str:
    """The page with these tables in the place of those that begin with the same row."""
    for table in (fields_table(), classes_table()):
        start = page.index(table.partition("\n")[0])
        page = page[:start] + table + page[page.index("\n\n", start) :]
    return page


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
