"""Damaged pages lose nothing in silence: the laboratory in small."""

from random import Random

import pytest

import coprod
from tests.damage.account import Base, Reading
from tests.damage.laboratory import OUTCOMES, PAGES, Result, figures, results
from tests.damage.marks import known_marks
from tests.damage.pages_files import GENERATORS
from tests.damage.pages_readings import LEFT_OUT, READ_OTHERWISE, by_coprod
from tests.damage.variants import GROUPS, Valid, variants

pytestmark = pytest.mark.once

VARIANTS = 4 * len(PAGES.kinds)
SEED = 20
VALID = [make(Random(f"valid/{number}"), None) for make in GENERATORS for number in range(3)]


@pytest.fixture(scope="module")
def found() -> list[Result]:
    """Every kind of damage a few times, read and accounted for."""
    return list(results(VARIANTS, SEED, by_coprod, PAGES))


@pytest.mark.parametrize("valid", VALID, ids=lambda valid: valid.dialect)
def test_valid_pages_are_read_completely(valid: Valid) -> None:
    """A valid page gives all its records, each with all the marks that stand in it, and no warning and no error."""
    read = coprod.loads(valid.data())
    records = {mark.record for mark in valid.marks.values() if mark.record >= 0}
    assert len(read.papers) + len(read.study_groups) == len(records)
    assert [diagnostic for diagnostic in read.diagnostics if diagnostic.severity != "info"] == []
    shown = set(known_marks("\n".join(valid.lines), valid.marks))
    missing = Base([by_coprod(valid.data())], valid.marks).missing(valid.marks)
    assert {mark for mark in missing & shown if valid.marks[mark].record >= 0} == set()


def test_there_are_enough_kinds() -> None:
    """There are at least 25 kinds of damage, each under a name of its own and in a group that has its turn."""
    assert len({kind.name for kind in PAGES.kinds}) == len(PAGES.kinds) >= 25
    assert {kind.group for kind in PAGES.kinds} <= set(GROUPS)
    assert all(kind.edit.__doc__ for kind in PAGES.kinds)


def test_every_kind_is_tried(found: list[Result]) -> None:
    """The variants have each kind of damage at least four times."""
    tried = figures(found).by_kind
    assert {kind.name for kind in PAGES.kinds} == set(tried)
    assert min(outcomes.total() for outcomes in tried.values()) >= 4


def test_nothing_is_lost_in_silence(found: list[Result]) -> None:
    """Every mark that is still in a damaged page is in a record, or in a diagnostic that says so."""
    assert [(result.variant.name, result.account.lost[0]) for result in found if result.account.lost] == []


def test_hardly_anything_is_moved_in_silence(found: list[Result]) -> None:
    """In few pages a mark is at another place, and nothing says that the line was read in an unusual way."""
    moved = [(result.variant.name, result.account.moved[0]) for result in found if result.account.moved]
    assert len(moved) <= VARIANTS * 0.015, moved


def test_damaged_pages_are_read(found: list[Result]) -> None:
    """No reading ends with a foreign exception; few pages are refused, which is told; most are read completely."""
    assert [result.reading.crashed for result in found if result.reading.crashed] == []
    sums = figures(found)
    assert sums.outcomes["refused"] <= VARIANTS * 0.02
    assert sums.outcomes["complete"] >= VARIANTS * 0.88


_WORST = {
    "cut at the start": 1.0, "two pages glued": 0.7, "get text with lines": 0.8, "get text with spaces": 0.8,
    "get text stripped": 0.8, "cut at the end": 0.8, "classes lost": 0.7,
}  # fmt: skip
"""The share of variants of a kind that need not be complete, where it is more than three fifths."""


def test_each_kind_is_read_mostly(found: list[Result]) -> None:
    """Of each kind of damage, most variants are read completely, but for those by which half a page is gone."""
    sums = figures(found).by_kind
    short = {kind: dict(outcomes) for kind, outcomes in sums.items() if _short_of(kind, outcomes)}
    assert short == {}


def _short_of(kind: str, outcomes: dict[str, int]) -> bool:
    total = sum(outcomes.get(outcome, 0) for outcome in OUTCOMES)
    return outcomes.get("complete", 0) < (1 - _WORST.get(kind, 0.6)) * total


def test_the_same_seed_gives_the_same_pages() -> None:
    """What is damaged, and how, depends on the seed alone."""
    first, again, other = ([one.data for one in variants(30, seed, PAGES.make, PAGES.kinds)] for seed in (1, 1, 2))
    assert first == again != other


def test_the_codes_that_excuse_are_codes_of_the_readers(found: list[Result]) -> None:
    """A code in the lists is told of some damaged page, so one that is renamed does not stay."""
    seen = {told.code for result in found for told in _told(result)}
    assert seen >= (LEFT_OUT | READ_OTHERWISE) - _RARE


_RARE = {
    "encoding.undecodable", "article.json-ld", "search.torn-lines", "summary.torn-line", "study-group.second-aim",
    "page.joined", "page.joined-not-read",
}  # fmt: skip


def _told(result: Result) -> tuple[coprod.Diagnostic, ...]:
    refused = result.reading.refused is not None
    return () if refused else coprod.loads(result.variant.data).diagnostics


def test_a_crash_and_silence_are_seen() -> None:
    """A reader that raises, and one that says nothing, show in the outcome."""
    (result,) = results(1, 1, lambda _data: Reading(crashed="ValueError: no"), PAGES)
    assert result.outcome == "crashed"
    pages = iter([by_coprod(VALID[0].data())])
    (result,) = results(1, 1, lambda data: next(pages, Reading()) if data else Reading(), PAGES)
    assert result.outcome in ("complete", "lost")
