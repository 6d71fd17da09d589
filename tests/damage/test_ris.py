"""Damaged RIS files lose nothing in silence: the laboratory in small, and that it is able to fail."""

from random import Random
from typing import Any

import pytest

import coprod
from tests.damage.account import Account, Base, Reading, Record, Told, Value, account
from tests.damage.laboratory import RIS, Result, figures, results
from tests.damage.marks import known_marks
from tests.damage.readings import LEFT_OUT, READ_OTHERWISE, by_coprod
from tests.damage.ris_files import DIALECTS, RECORDS, valid_file
from tests.damage.variants import GROUPS, Draft, Kind, Valid, Variant, variants

pytestmark = pytest.mark.once

VARIANTS = 243
SEED = 20
VALID = [valid_file(Random(f"valid/{number}")) for number in range(20)]


@pytest.fixture(scope="module")
def found() -> list[Result]:
    """Every kind of damage a few times, read and accounted for."""
    return list(results(VARIANTS, SEED, by_coprod))


def test_the_valid_files_are_of_all_dialects() -> None:
    """The sample has each dialect, and every value of a file has a mark of its own."""
    assert {valid.dialect for valid in VALID} == set(DIALECTS)
    for valid in VALID:
        assert sorted(known_marks("\n".join(valid.lines), valid.marks)) == sorted(valid.marks)
        assert {mark.record for mark in valid.marks.values()} == set(range(RECORDS))


@pytest.mark.parametrize("valid", VALID, ids=lambda valid: valid.dialect)
def test_valid_files_are_read_completely(valid: Valid) -> None:
    """A valid file gives all its records, each with all its marks, and no warning and no error."""
    read = coprod.loads(valid.data())
    assert len(read.papers) == RECORDS
    assert [diagnostic for diagnostic in read.diagnostics if diagnostic.severity != "info"] == []
    assert Base([by_coprod(valid.data())], valid.marks).missing(valid.marks) == set()


def test_there_are_enough_kinds() -> None:
    """There are at least 54 kinds of damage, each under a name of its own and in a group that has its turn."""
    assert len({kind.name for kind in RIS.kinds}) == len(RIS.kinds) >= 54
    assert {kind.group for kind in RIS.kinds} == set(GROUPS)
    assert all(kind.edit.__doc__ for kind in RIS.kinds)


def test_every_kind_is_tried(found: list[Result]) -> None:
    """The variants have each kind of damage at least four times."""
    tried = figures(found).by_kind
    assert {kind.name for kind in RIS.kinds} == set(tried)
    assert min(outcomes.total() for outcomes in tried.values()) >= VARIANTS // len(RIS.kinds)


def test_nothing_is_lost_in_silence(found: list[Result]) -> None:
    """Every mark that is still in a damaged file is in a record, or in a diagnostic that says so."""
    assert [(result.variant.name, result.account.lost[0]) for result in found if result.account.lost] == []


def test_nothing_is_moved_in_silence(found: list[Result]) -> None:
    """A mark is at another place in silence only where bytes were deleted or overwritten, and seldom there."""
    moved = [result for result in found if result.account.moved]
    whole = [result for result in moved if not any(kind.destroys for kind in result.variant.kinds)]
    assert [(result.variant.name, result.account.moved[0]) for result in whole] == []
    assert len(moved) <= VARIANTS / 50


def test_damaged_files_are_read(found: list[Result]) -> None:
    """No reading ends with a foreign exception; hardly a file is refused; nine in ten are read completely."""
    assert [result.reading.crashed for result in found if result.reading.crashed] == []
    sums = figures(found)
    assert sums.outcomes["refused"] <= VARIANTS / 100
    assert sums.outcomes["complete"] >= VARIANTS * 0.9


def test_every_value_of_a_damaged_file_can_be_traced() -> None:
    """`locate` finds the title of every Paper of a damaged file, or says that there is none."""
    for variant in variants(81, SEED + 1, valid_file, RIS.kinds):
        read = coprod.loads(variant.data)
        for paper in read.papers:
            assert paper.title is None or read.locate(paper, "title")


def test_the_same_seed_gives_the_same_variants() -> None:
    """What is damaged, and how, depends on the seed alone."""
    first, again, other = ([one.data for one in variants(30, seed, valid_file, RIS.kinds)] for seed in (1, 1, 2))
    assert first == again != other


# The account is able to fail ----------------------------------------------------------------------------


def _nothing(_draft: Draft) -> None:
    """A kind of damage that damages nothing."""


@pytest.fixture
def whole() -> Variant:
    """A valid file as if it were a variant."""
    valid = valid_file(Random("whole"), 2)
    return Variant((Kind("nothing", _nothing, "text"),), (valid,), valid.data(), "utf-8", valid.marks, frozenset())


def judged(variant: Variant, reading: Reading) -> Account:
    """The account of a reading of a valid file."""
    return account(Base([by_coprod(variant.valid[0].data())], variant.marks), variant, reading)


def test_a_whole_file_is_complete(whole: Variant) -> None:
    """Where nothing happened, every mark is right."""
    found = judged(whole, by_coprod(whole.data))
    assert found.complete
    assert found.right == sum(len(list(known_marks(line, whole.marks))) for line in whole.lines())


def test_what_is_nowhere_is_lost(whole: Variant) -> None:
    """Without records and diagnostics every mark is lost."""
    found = judged(whole, Reading())
    assert len(found.lost) == judged(whole, by_coprod(whole.data)).right
    assert not found.complete


def test_what_is_in_another_field_is_moved(whole: Variant) -> None:
    """A title that is read as a note is moved; in `extra` it is right."""
    reading = by_coprod(whole.data)
    assert _with_titles_in(reading, "notes", whole).moved
    assert _with_titles_in(reading, "extra", whole).complete


def _with_titles_in(reading: Reading, field: str, variant: Variant) -> Account:
    moved = tuple(
        record._replace(
            values=tuple(one._replace(field=field) if one.field == "title" else one for one in record.values)
        )
        for record in reading.records
    )
    return judged(variant, reading._replace(records=moved))


def test_what_is_in_another_record_is_moved(whole: Variant) -> None:
    """Two records that were read as one: the marks of one of them are moved."""
    one, other = by_coprod(whole.data).records
    assert one.lines is not None
    assert other.lines is not None
    both = Record(range(one.lines.start, other.lines.stop), one.values + other.values)
    found = judged(whole, Reading((both,)))
    assert found.moved
    assert {whole.marks[lost.mark].record for lost in found.moved} in ({0}, {1})


def test_a_value_that_took_in_a_tag_is_altered(whole: Variant) -> None:
    """A tag, or the mark of another value, inside a value is told by nobody: its marks are altered in silence."""
    one, other = by_coprod(whole.data).records
    title = next(value for value in one.values if value.field == "title")
    for more in ("ER", "AU  - Bing", next(iter(known_marks(other.values[0].text, whole.marks)))):
        values = tuple(Value("title", f"{title.text} {more}") if value is title else value for value in one.values)
        found = judged(whole, Reading((one._replace(values=values), other)))
        assert {lost.mark for lost in found.moved} >= set(known_marks(title.text, whole.marks))


@pytest.mark.parametrize(
    "change",
    [{"text": "something else"}, {"ranges": ((1, 1),)}, {"left_out": False}],
    ids=lambda change: next(iter(change)),
)
def test_a_diagnostic_about_something_else_excuses_nothing(whole: Variant, change: dict[str, Any]) -> None:
    """A lost line is told only by a diagnostic that names it, shows it, and says that it was left out."""
    lines = whole.lines()
    number = max(place for place, line in enumerate(lines, 1) if list(known_marks(line, whole.marks)))
    diagnostic = Told(((number, number),), lines[number - 1], left_out=True)
    found = judged(whole, Reading(told=(diagnostic,)))
    assert found.told > 0
    assert number not in {lost.line for lost in found.lost}
    found = judged(whole, Reading(told=(diagnostic._replace(**change),)))
    assert found.told == 0
    assert number in {lost.line for lost in found.lost}


def test_the_codes_that_excuse_are_codes_of_the_reader() -> None:
    """A code in the lists is told of some damaged file, so one that is renamed does not stay; two need rare damage."""
    seen = {
        diagnostic.code
        for variant in variants(162, 3, valid_file, RIS.kinds)
        for diagnostic in coprod.loads(variant.data).diagnostics
    }
    assert seen >= (LEFT_OUT | READ_OTHERWISE) - {"encoding.undecodable", "ris.medline"}


def test_a_crash_is_counted_and_a_refusal_is_counted() -> None:
    """A reader that raises shows in the outcome, whatever its account says."""
    (result,) = results(1, 1, lambda _data: Reading(crashed="ValueError: no"))
    assert result.outcome == "crashed"
    (result,) = results(1, 1, lambda _data: Reading(refused="no"))
    assert result.outcome == "refused"
