"""What the Papers of the corpus hold leads back to the lines that it came from."""

import functools
import re
from collections.abc import Callable, Iterator, Mapping

import attrs
import pytest

from coprod import Abstract, Name, Paper
from tests.corpus.account import after_tag, is_blank, lines_left_out
from tests.corpus.files import CASES, Case, is_known, lines_of, read

LOOKED_AT = 8
"""Records of each file; the account by value looks at all of them."""

_LETTERS = re.compile(r"[\W_]+")
_NUMBER = re.compile("[0-9]+")


def paths(paper: Paper) -> Iterator[str]:
    """A path to every value that a Paper holds."""
    for field in attrs.fields(Paper):
        if field.name not in ("id", "source"):
            yield from _paths_of(getattr(paper, field.name), field.name)


def _paths_of(value: object, path: str) -> Iterator[str]:
    if isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _paths_of(part, f"{path}[{place}]")
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _paths_of(part, f"{path}.{key}")
    elif isinstance(value, Name):
        yield f"{path}.literal"
    elif isinstance(value, Abstract):
        yield f"{path}.text"
    elif value is not None:
        yield path


@functools.cache
def located(case: Case) -> list[tuple[Paper, dict[str, set[int]]]]:
    """The first Papers of a file, with the lines that each of their values leads to."""
    found = read(case)
    return [
        (paper, {path: {span.line for span in found.locate(paper, path)} for path in paths(paper)})
        for paper in found.papers[:LOOKED_AT]
    ]


def repeats(text: str, others: str) -> bool:
    """Whether a value says again what stands elsewhere in its record: the same words, or the numbers of a date."""
    words = _LETTERS.sub("", text).casefold()
    return words in others or (
        words.isdigit() and all(number.lstrip("0") in others for number in _NUMBER.findall(text))
    )


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_value_leads_to_its_record(case: Case) -> None:
    """Each value of a Paper comes from lines of its own record."""
    for paper, places in located(case):
        assert paper.source is not None
        record = set(range(paper.source.first_line, paper.source.last_line + 1))
        assert [path for path, lines in places.items() if not lines or lines - record] == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_line_is_led_to(case: Case) -> None:
    """Each line of a record has a value that leads to it, or repeats what such a line says, or is left out."""
    left_out = set(lines_left_out(read(case).diagnostics))
    for paper, places in located(case):
        assert paper.source is not None
        led_to = set().union(*places.values())
        lines = {
            number: lines_of(case)[number - 1] for number in range(paper.source.first_line, paper.source.last_line + 1)
        }
        others = _LETTERS.sub("", "".join(lines[number] for number in sorted(led_to))).casefold()
        rest = {number: after_tag(line) for number, line in lines.items() if number not in led_to | left_out}
        assert [number for number, text in rest.items() if not is_blank(text) and not repeats(text, others)] == []


def test_many_values_are_located(tell: Callable[[str], None]) -> None:
    """The tests above have something to look at."""
    values = sum(len(places) for case in CASES if is_known(case) for _paper, places in located(case))
    tell(f"located: {values:,} values of the first {LOOKED_AT} records of each file")
    assert values


def test_what_stands_nowhere_else_is_no_repetition() -> None:
    """Only words that stand elsewhere, and the numbers of a date, say something again."""
    assert repeats("Nature.", "natureclimate")
    assert repeats("2023/05/02", "doi2may52023")
    assert not repeats("Science", "natureclimate")
    assert not repeats("2023/05/02", "2023")
    assert not repeats("12 pages", "12")
