"""What the tests of JSON share: a paper and a collection, and the problems that a call is refused with."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from coprod import (
    Abstract,
    Collection,
    Diagnostic,
    Finding,
    Name,
    Paper,
    PartialDate,
    Quantity,
    Section,
    Source,
    StudyGroup,
)
from coprod.exceptions import SchemaError

PAPER = Paper(
    title="Koproduktion öffentlicher Dienste",
    authors=(Name(literal="Müller, A.", family="Müller"),),
    issued=PartialDate(year=2016, end=PartialDate(year=2017)),
    abstract=Abstract(
        text="We held 70 interviews.",
        sections=(Section(text="We held 70 interviews.", quantities=(Quantity(text="70", value=Decimal("70.00")),)),),
    ),
    extra={"DB": ("Scopus", "WoS")},
)

COLLECTION = Collection(
    papers=(PAPER, Paper()),
    findings=(Finding(statement="Trust matters."),),
    study_groups=(StudyGroup(code="SG X"),),
    diagnostics=(Diagnostic(code="ris.x", severity="info", message="x", lines=((1, 2), (5, 5))),),
    sources=(Source(name="a.ris", counts={"papers": 2}),),
)

ODD = {"code": "ris.x", "severity": "info", "message": "x"}


def problems_of(call: Callable[..., Any], *args: Any, **options: Any) -> tuple[str, ...]:
    """The problems that a call is refused with."""
    with pytest.raises(SchemaError) as caught:
        call(*args, **options)
    return caught.value.problems
