"""coprod and a widely used reference manager read the corpus alike, but for differences that have a name."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from coprod import Name, Paper, PartialDate
from tests.corpus.comparing import FIELDS, Pair, pairs
from tests.corpus.differences import DIFFERENCES, Difference, class_of
from tests.corpus.files import CASES, READINGS, Case, read, reading_of
from tests.corpus.report import PAGE, compared, in_classes, renewed, together, worst

OVERALL = 99.5
IN_A_FILE = 95.0

WRONG: dict[str, dict[str, Any]] = {
    "title": {"title": "Another title"},
    "authors": {"authors": (Name(literal="Body, Any", family="Body", given="Any"),)},
    "year": {"issued": PartialDate(year=1901)},
    "container title": {"container_title": "Another journal"},
    "volume": {"volume": "98765"},
    "issue": {"issue": "98765"},
    "first page": {"first_page": "98765"},
    "DOI": {"doi": "10.98765/another"},
}
"""For each field what no record of the corpus says."""


def test_there_are_readings() -> None:
    """Nearly every file has another reading to be compared with."""
    assert len(READINGS) >= 0.95 * len(CASES) > 0


@pytest.mark.parametrize("case", READINGS, ids=str)
def test_a_file_is_read_alike(case: Case) -> None:
    """Of the records of each file, 95 in 100 say the same in every field, or differ in a way that has a name."""
    assert len(read(case).papers) == len(reading_of(case))
    assert [field for field in FIELDS if compared(case).agreement(field) < IN_A_FILE] == [], "\n".join(
        map(str, compared(case).unexplained)
    )


@pytest.mark.parametrize("field", FIELDS)
def test_all_files_are_read_alike(field: str, tell: Callable[[str], None]) -> None:
    """Of all records, 99.5 in 100 say the same in a field, or differ in a way that has a name."""
    records, share = together().records, together().agreement(field)
    wrong = sum(one.field == field for one in together().unexplained)
    tell(
        f"agreement: {field}: {share:.2f} of 100, {worst(field):.1f} in the worst of {len(READINGS)} files"
        f" ({records:,} records, {in_classes(field)} differ in a class, {wrong} in none)"
    )
    assert records
    assert share >= OVERALL


@pytest.mark.parametrize("field", FIELDS)
def test_a_wrong_value_is_in_no_class(field: str) -> None:
    """No class is so wide that it would take in a value that the record does not have."""
    first = [pair for case in READINGS for pair in pairs(case)[:1]]
    assert first
    wrong = [pair._replace(paper=attrs.evolve(pair.paper, **WRONG[field])) for pair in first]
    assert [str(pair.case) for pair in wrong if FIELDS[field].differs(pair) and class_of(field, pair) is not None] == []


@pytest.mark.parametrize("field", FIELDS)
def test_a_lost_value_is_in_no_class(field: str) -> None:
    """A value that both have, and that coprod then loses, is a difference in no class."""
    name = next(iter(WRONG[field]))
    empty: dict[str, Any] = {name: attrs.fields_dict(Paper)[name].default}
    alike = [pair for case in READINGS for pair in pairs(case)[:1] if not FIELDS[field].differs(pair)]
    lost = [pair._replace(paper=attrs.evolve(pair.paper, **empty)) for pair in alike]
    assert any(map(FIELDS[field].differs, lost))
    assert [str(pair.case) for pair in lost if FIELDS[field].differs(pair) and class_of(field, pair) is not None] == []


@pytest.mark.parametrize("field", FIELDS)
def test_equal_readings_do_not_differ(field: str) -> None:
    """White space, markup, a full stop at the end, the form of a dash and the case of a DOI are no difference."""
    paper = Paper(
        title="CO2 and E. coli, 2009–2011",
        authors=(Name(literal="Van Dyk, Bo", family="Van Dyk", given="Bo"), Name(literal="A Group,")),
        issued=PartialDate(year=2012, month=3),
        container_title="Ends &amp; Means",
        volume="12",
        issue="3–4",
        first_page="177",
        doi="10.1234/abc",
    )
    people: list[dict[str, Any]] = [
        {"lastName": "Van  Dyk", "firstName": "Bo"},
        {"lastName": "A Group", "fieldMode": 1},
    ]
    item = {
        "itemType": "journalArticle",
        "title": "CO<sub>2</sub> and <i>E. coli</i>, 2009-2011.",
        "creators": [{**person, "creatorType": "author"} for person in people],
        "date": "2012-03",
        "publicationTitle": "Ends & Means",
        "volume": "12.",
        "issue": "3-4",
        "pages": "177+",
        "DOI": "10.1234/ABC",
    }
    assert not FIELDS[field].differs(Pair(CASES[0], paper, item))


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda difference: f"{difference.field}: {difference.name}")
def test_a_class_is_needed(difference: Difference) -> None:
    """A class that no record is in any more is to be taken away."""
    assert together().classes[difference.field, difference.name] > 0


def test_the_docs_have_the_figures() -> None:
    """The tables of the documentation are those that `python -m tests.corpus.report` puts there."""
    page = PAGE.read_text(encoding="utf-8")
    assert page == renewed(page)
