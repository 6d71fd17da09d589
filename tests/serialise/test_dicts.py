"""Records as plain dicts: what is written, what is read though it was not written so, and what is refused."""

from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from coprod import Collection, Diagnostic, Finding, Metric, Name, Paper, PartialDate, Quantity, Source, serialise
from coprod.models import FrozenMapping, Record
from tests.serialise.samples import COLLECTION, ODD, PAPER, problems_of


class TestForm:
    """What is written."""

    def test_a_record(self) -> None:
        """A record becomes plain types, without the fields that are at their default."""
        assert PAPER.to_dict() == {
            "title": "Koproduktion öffentlicher Dienste",
            "authors": [{"literal": "Müller, A.", "family": "Müller"}],
            "issued": {"year": 2016, "end": {"year": 2017}},
            "abstract": {
                "text": "We held 70 interviews.",
                "sections": [
                    {"text": "We held 70 interviews.", "quantities": [{"text": "70", "value": "70.00"}]},
                ],
            },
            "extra": {"DB": ["Scopus", "WoS"]},
        }

    def test_a_collection_has_all_its_keys(self) -> None:
        """An empty Collection has six keys, in this order: version first, then its five fields."""
        assert list(Collection().to_dict().items()) == [
            ("schema_version", serialise.SCHEMA_VERSION),
            ("papers", []),
            ("findings", []),
            ("study_groups", []),
            ("diagnostics", []),
            ("sources", []),
        ]

    def test_json_is_readable(self) -> None:
        """Letters outside ASCII stay as they are in JSON."""
        assert '"Müller, A."' in PAPER.to_json()

    def test_indent(self) -> None:
        """JSON can be indented."""
        assert Name(literal="IIAS").to_json(indent=2) == '{\n  "literal": "IIAS"\n}'

    def test_kept_sources_are_private(self) -> None:
        """What a Collection keeps of its sources is neither written nor read."""
        kept = Collection(kept={"a.ris": object()})  # type: ignore[dict-item]
        assert kept.to_dict() == Collection().to_dict()
        assert problems_of(Collection.from_dict, {"_kept": {}, "kept": {}}) == (
            "$._kept: unknown key",
            "$.kept: unknown key",
        )

    def test_a_dict_is_the_callers_own(self) -> None:
        """Changing a dict that was written does not change the record."""
        plain = PAPER.to_dict()
        plain["extra"]["DB"].append("PubMed")
        plain["extra"]["AN"] = []
        assert PAPER.extra == {"DB": ("Scopus", "WoS")}

    @pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity"])
    def test_no_number_is_refused(self, number: str) -> None:
        """A number that JSON cannot write is refused when it is written."""
        quantity = Quantity(text="x", value=Decimal(number))
        told = f"expected a finite decimal number, got {number}"
        assert problems_of(quantity.to_json) == (f"$.value: {told}",)
        found = Collection(findings=(Finding(statement="a"), Finding(statement="b", quantities=(quantity,))))
        assert problems_of(found.to_json) == (f"$.findings[1].quantities[0].value: {told}",)

    @pytest.mark.parametrize("number", [float("nan"), float("inf")])
    def test_no_float_makes_bad_json(self, number: Any) -> None:
        """A field that holds what it should not, a float without a finite value, never becomes NaN in JSON."""
        assert "not JSON compliant" in problems_of(Metric(value=number).to_json)[0]

    def test_what_python_does_not_write_is_refused(self) -> None:
        """A whole number of more digits than Python writes is refused with SchemaError."""
        assert "4300 digits" in problems_of(Metric(value=10**5000).to_json)[0]

    def test_too_deep_is_refused(self) -> None:
        """Dates within dates within dates are refused with SchemaError when the stack ends."""
        date = PartialDate(year=1)
        for _ in range(10_000):
            date = PartialDate(end=date)
        assert problems_of(date.to_json) == ("$: nested too deeply",)

    def test_a_pair_of_halves_becomes_one_character(self) -> None:
        """Two surrogates that form a pair come back as the character that they stand for."""
        name = Name(literal="\ud83d\ude00")
        assert Name.from_json(name.to_json()) == Name(literal="😀")


class TestRefusal:
    """What is not read, and what is said about it."""

    @pytest.mark.parametrize(
        ("cls", "data", "problem"),
        [
            (PartialDate, {"year": "2022"}, "$.year: expected int, got str"),
            (PartialDate, {"year": True}, "$.year: expected int, got bool"),
            (PartialDate, {"year": 1.5}, "$.year: expected int, got float"),
            (PartialDate, {"year": 2022.0}, "$.year: expected int, got float"),
            (PartialDate, {"end": []}, "$.end: expected dict, got list"),
            (PartialDate, {"end": {"end": {"year": ""}}}, "$.end.end.year: expected int, got str"),
            (Name, {"literal": None}, "$.literal: expected str, got None"),
            (Name, {"literal": 5}, "$.literal: expected str, got int"),
            (Name, {"literal": b"IIAS"}, "$.literal: expected str, got bytes"),
            (Name, {}, "$.literal: required field missing"),
            (Name, [], "$: expected dict, got list"),
            (Name, "literal", "$: expected dict, got str"),
            (Name, None, "$: expected dict, got None"),
            (Paper, {"keywords": "abc"}, "$.keywords: expected list, got str"),
            (Paper, {"keywords": None}, "$.keywords: expected list, got None"),
            (Paper, {"keywords": {"a": 1}}, "$.keywords: expected list, got dict"),
            (Paper, {"keywords": ["a", 5]}, "$.keywords[1]: expected str, got int"),
            (Paper, {"authors": ["Müller"]}, "$.authors[0]: expected dict, got str"),
            (Paper, {"extra": []}, "$.extra: expected dict, got list"),
            (Paper, {"extra": {"DB": "abc"}}, '$.extra["DB"]: expected list, got str'),
            (Paper, {"extra": {"DB": ["a", None]}}, '$.extra["DB"][1]: expected str, got None'),
            (Paper, {"extra": {'a "b"': 1}}, r'$.extra["a \"b\""]: expected list, got int'),
            (Paper, {"extra": {5: []}}, "$.extra[5]: expected str, got int"),
            (Paper, {"schema_version": 1}, "$.schema_version: unknown key"),
            (Paper, {"no name": 1}, '$["no name"]: unknown key'),
            (Source, {"name": "a", "counts": {"papers": "2"}}, '$.counts["papers"]: expected int, got str'),
            (Diagnostic, {**ODD, "lines": [[1]]}, "$.lines[0]: expected 2 items, got 1"),
            (Diagnostic, {**ODD, "lines": [[1, "2"]]}, "$.lines[0][1]: expected int, got str"),
            (Quantity, {"text": "", "value": 1.5}, "$.value: expected a decimal number as str, got float"),
            (Quantity, {"text": "", "value": True}, "$.value: expected a decimal number as str, got bool"),
            (Collection, {"schema_version": "1"}, "$.schema_version: expected int, got str"),
            (Collection, {"schema_version": None}, "$.schema_version: expected int, got None"),
            (Collection, {"schema_version": 0}, "$.schema_version: expected a version from 1, got 0"),
            (Collection, {"papers": [{}, {"colour": 1}]}, "$.papers[1].colour: unknown key"),
            (Collection, {"findings": [{}]}, "$.findings[0].statement: required field missing"),
        ],
    )  # fmt: skip
    def test_what_does_not_fit(self, cls: type[Record], data: Any, problem: str) -> None:
        """A value of another type is refused with its path, and nothing is converted in silence."""
        assert problems_of(cls.from_dict, data) == (problem,)

    @pytest.mark.parametrize(
        "number",
        [
            "",
            " 1",
            "1 ",
            "1\n",
            "1_000",
            "1,5",
            ".5",
            "5.",
            "0x1",
            "½",
            "١",
            "NaN",
            "Infinity",
            "1e9999999999999999999",
        ],
    )
    def test_what_is_no_decimal_number(self, number: str) -> None:
        """Text is a number only in plain decimal notation, and only where Python can hold it."""
        (problem,) = problems_of(Quantity.from_dict, {"text": "", "low": number})
        assert problem == f"$.low: expected a finite decimal number, got {' '.join(number.split())!r}"

    def test_all_problems_at_once(self) -> None:
        """One error tells everything that does not fit, each with its path."""
        data = {
            "papers": [{"title": 1, "issued": {"year": "x"}}, 5, {"keywords": "abc", "colour": 1, "border": 2}],
            "findings": [{}],
            "more": [],
        }
        assert problems_of(Collection.from_dict, data) == (
            "$.papers[0].title: expected str, got int",
            "$.papers[0].issued.year: expected int, got str",
            "$.papers[1]: expected dict, got int",
            "$.papers[2].keywords: expected list, got str",
            "$.papers[2].border: unknown key",
            "$.papers[2].colour: unknown key",
            "$.findings[0].statement: required field missing",
            "$.more: unknown key",
        )

    def test_a_newer_version(self) -> None:
        """What a newer coprod wrote is refused for this reason alone."""
        newer = {"schema_version": serialise.SCHEMA_VERSION + 1, "papers": [{"colour": 1}], "more": []}
        (problem,) = problems_of(Collection.from_dict, newer)
        assert problem.startswith("$.schema_version: version 2 is newer than 1")

    def test_no_version(self) -> None:
        """A Collection without a version, or without some of its keys, is read."""
        assert Collection.from_dict({"papers": [{}]}) == Collection(papers=(Paper(),))

    def test_a_circle_is_refused(self) -> None:
        """A dict that holds itself is refused with SchemaError."""
        data: dict[str, Any] = {}
        data["end"] = data
        assert problems_of(PartialDate.from_dict, data) == ("$: nested too deeply",)

    def test_no_record(self) -> None:
        """Only classes of the model are read."""
        with pytest.raises(TypeError, match="is no record of coprod"):
            serialise.from_dict({}, str)  # type: ignore[type-var]
        with pytest.raises(TypeError, match="is no record of coprod"):
            Record.from_dict({})


class TestLeniency:
    """What is read although it was not written so."""

    def test_other_containers(self) -> None:
        """Any mapping does for a dict, and a tuple for a list."""
        data = MappingProxyType({"keywords": ("a", "b"), "extra": MappingProxyType({"DB": ("c",)})})
        paper = Paper.from_dict(data)
        assert paper == Paper(keywords=("a", "b"), extra={"DB": ("c",)})
        assert type(paper.extra) is FrozenMapping

    @pytest.mark.parametrize(
        ("given", "number"), [("+1", "1"), ("1e3", "1E+3"), (22, "22"), ("007", "7"), ("-0.0", "-0.0")]
    )
    def test_other_numbers(self, given: str | int, number: str) -> None:
        """A number may be a whole number, or text in any decimal notation."""
        assert str(Quantity.from_dict({"text": "", "high": given}).high) == number

    def test_none_is_not_stated(self) -> None:
        """None stands for a value that is not stated, where the model has such."""
        assert Paper.from_dict({"title": None, "issued": None, "abstract": None}) == Paper()

    def test_the_dict_stays_as_it_is(self) -> None:
        """Reading does not change what is read."""
        data = COLLECTION.to_dict()
        Collection.from_dict(data)
        assert data == COLLECTION.to_dict()
