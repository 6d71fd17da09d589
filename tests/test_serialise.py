"""What the JSON form looks like, what is refused, and how users bring their own converter."""

import json
import subprocess
import sys
import warnings
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import cattrs
import jsonschema
import pytest
from cattrs.preconf.json import make_converter as make_json_converter

from coprod import (
    Abstract,
    Collection,
    Diagnostic,
    Finding,
    Metric,
    Name,
    Paper,
    PartialDate,
    Quantity,
    Section,
    Source,
    StudyGroup,
    serialise,
)
from coprod.exceptions import SchemaError
from coprod.models import FrozenMapping, Record
from coprod.serialise import UnknownKeyWarning

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


class TestUnknownKeys:
    """Keys that the model does not have."""

    def test_dropped(self) -> None:
        """A key may be dropped; one warning tells the path and how often it was there."""
        data = {"papers": [{"colour": 1}, {"title": "a", "colour": 2}, {"issued": {"colour": 3}}], "more": 1}
        with pytest.warns(UnknownKeyWarning) as caught:
            collection = Collection.from_dict(data, unknown="drop")
        assert collection == Collection(papers=(Paper(), Paper(title="a"), Paper(issued=PartialDate())))
        assert [str(warning.message) for warning in caught] == [
            "$.papers[0].colour: unknown key, dropped (2 times)",
            "$.papers[2].issued.colour: unknown key, dropped",
            "$.more: unknown key, dropped",
        ]

    @pytest.mark.parametrize(
        "read",
        [
            lambda: Paper.from_dict({"colour": 1}, unknown="drop"),
            lambda: Paper.from_json('{"colour": 1}', unknown="drop"),
            lambda: serialise.from_json('{"colour": 1}', Paper, unknown="drop"),
            lambda: serialise.from_jsonl(['{"record": "paper", "colour": 1}'], unknown="drop"),
            lambda: serialise.make_converter(unknown="drop").structure([{"colour": 1}], list[Paper]),
        ],
        ids=["method", "json method", "function", "lines", "converter"],
    )
    def test_the_warning_points_at_the_caller(self, read: Callable[[], object]) -> None:
        """The warning stands at the line that called coprod, however it did."""
        with pytest.warns(UnknownKeyWarning, match="colour") as caught:
            read()
        assert [Path(warning.filename) for warning in caught] == [Path(__file__)]

    def test_the_rest_is_still_checked(self) -> None:
        """Dropping keys forgives nothing else, and what is refused does not warn."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert problems_of(Paper.from_dict, {"colour": 1, "title": 5}, unknown="drop") == (
                "$.title: expected str, got int",
            )

    def test_nothing_to_drop(self) -> None:
        """Without unknown keys there is no warning."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert Collection.from_dict(COLLECTION.to_dict(), unknown="drop") == COLLECTION

    @pytest.mark.parametrize(
        "call",
        [
            lambda unknown: Paper.from_dict({}, unknown=unknown),
            lambda unknown: Paper.from_json("no JSON", unknown=unknown),
            lambda unknown: serialise.from_jsonl([], unknown=unknown),
            lambda unknown: serialise.make_converter(unknown=unknown),
            lambda unknown: serialise.configure_converter(cattrs.Converter(), unknown=unknown),
        ],
        ids=["from_dict", "from_json", "from_jsonl", "make_converter", "configure_converter"],
    )
    @pytest.mark.parametrize("unknown", ["ignore", "drop silently", "", None])
    def test_another_choice(self, call: Callable[[Any], object], unknown: Any) -> None:
        """There are two choices; anything else is a mistake, whatever the data."""
        with pytest.raises(ValueError, match="unknown must be 'refuse' or 'drop'") as caught:
            call(unknown)
        assert not isinstance(caught.value, SchemaError)


class TestJson:
    """Text that is no JSON of ours."""

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("", "$: no JSON: Expecting value at line 1, column 1"),
            ("{", "$: no JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
            ('{"title":\n5 6}', "$: no JSON: Expecting ',' delimiter at line 2, column 3"),
            ("{} {}", "$: no JSON: Extra data at line 1, column 4"),
            ("[]", "$: expected dict, got list"),
            ("null", "$: expected dict, got None"),
            ('{"title": "a", "title": "a"}', '$: key "title" stands twice in one object'),
            ('{"extra": {"ü": [], "ü": []}}', '$.extra: key "ü" stands twice in one object'),
            (
                '{"abstract": {"sections": [{}, {"text": 1, "text": 2}]}}',
                '$.abstract.sections[1]: key "text" stands twice in one object',
            ),
            ('{"title": "a", "title": "a"', "$: no JSON: Expecting ',' delimiter at line 1, column 28"),
            ('{"title": NaN}', "$.title: NaN is not a finite number"),
            ('{"title": -Infinity}', "$.title: -Infinity is not a finite number"),
            ('{"title": 1e999}', "$.title: expected str, got float"),
            ("[" * 100_000, "$: nested too deeply"),
            ('{"a":' * 100_000, "$: nested too deeply"),
            ('{"title": "\\ud8"}', "$: no JSON: Invalid \\uXXXX escape at line 1, column 13"),
            (b'{"title": "\xff"}', "$: not UTF-8: invalid start byte at byte 11"),
            (b'{"title": "\xed\xa0\xbd"}', "$: not UTF-8: invalid continuation byte at byte 11"),
            ('{"title": "a"}'.encode("utf-16"), "$: not UTF-8: invalid start byte at byte 0"),
        ],
    )
    def test_what_is_refused(self, text: str | bytes, problem: str) -> None:
        """Text that is no JSON, or JSON that says two things at once, is refused with the place."""
        assert problems_of(Paper.from_json, text) == (problem,)

    def test_huge_numbers_are_refused(self) -> None:
        """A number of more digits than Python reads is refused with SchemaError."""
        wanted = ("$.papers[1].metrics[0].value: a number of more than 4300 digits",)
        for sign in ("", "-"):
            text = '{"papers": [{}, {"metrics": [{"value": %s}]}]}' % (sign + "9" * 10_000)
            assert problems_of(Collection.from_json, text) == wanted
        plain = {"papers": [{}, {"metrics": [{"value": 10**10_000}]}]}
        assert problems_of(Collection.from_dict, plain) == wanted
        assert Metric.from_json('{"value": -%s}' % ("9" * 4300)).value == 1 - 10**4300

    @pytest.mark.parametrize("text", ["\ufeff{}", b"\xef\xbb\xbf{}", b" {}\r\n"])
    def test_marks_and_spaces(self, text: str | bytes) -> None:
        """A byte order mark and white space around the object are no mistake."""
        assert Paper.from_json(text) == Paper()


class TestJsonLines:
    """One record a line."""

    def test_each_line_tells_its_kind(self) -> None:
        """Each line begins with the kind of its record; the five kinds come in the order of the Collection."""
        lines = list(serialise.to_jsonl(COLLECTION))
        kinds = ["paper", "paper", "finding", "study_group", "diagnostic", "source"]
        assert [json.loads(line)["record"] for line in lines] == kinds
        assert all(line.startswith('{"record": ') for line in lines)

    def test_back(self) -> None:
        """The lines of a Collection give the Collection, in any order of kinds, as text or bytes."""
        lines = list(serialise.to_jsonl(COLLECTION))
        assert serialise.from_jsonl(lines) == COLLECTION
        assert serialise.from_jsonl([line.encode() for line in [*lines[2:], *lines[:2]]]) == COLLECTION

    def test_a_file(self, tmp_path: Path) -> None:
        """A file with a byte order mark and blank lines is read as it is."""
        path = tmp_path / "found.jsonl"
        path.write_text("\n\n".join(serialise.to_jsonl(COLLECTION)) + "\n\n", encoding="utf-8-sig")
        with path.open(encoding="utf-8") as text, path.open("rb") as raw:
            assert serialise.from_jsonl(text) == serialise.from_jsonl(raw) == COLLECTION

    def test_any_records(self) -> None:
        """Records that come one by one are written one by one."""
        lines = serialise.to_jsonl(iter([PAPER, Finding(statement="a")]))
        assert next(lines) == '{"record": "paper", ' + PAPER.to_json()[1:]
        assert next(lines) == '{"record": "finding", "statement": "a"}'

    def test_line_ends_in_text(self) -> None:
        """No character of a text ends a line for `str.splitlines`."""
        ends = "a\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029b"
        (line,) = serialise.to_jsonl([Paper(title=ends)])
        assert len(line.splitlines()) == 1
        assert serialise.from_jsonl([line]).papers[0].title == ends

    def test_all_problems_of_all_lines(self) -> None:
        """One error tells the problems of all lines, each with its line."""
        lines = [
            '{"record": "paper", "title": 5, "colour": 1}',
            "",
            "{}",
            "[]",
            '{"record": "book"}',
            '{"record": ["paper"]}',
            '{"record": "finding"}',
            "{",
            '{"record": "paper"}',
        ]
        kinds = "paper, finding, study_group, diagnostic, source"
        assert problems_of(serialise.from_jsonl, lines) == (
            "line 1: $.title: expected str, got int",
            "line 1: $.colour: unknown key",
            "line 3: $.record: required field missing",
            "line 4: $: expected dict, got list",
            f"line 5: $.record: expected one of {kinds}, got 'book'",
            f"line 6: $.record: expected one of {kinds}, got ['paper']",
            "line 7: $.statement: required field missing",
            "line 8: $: no JSON: Expecting property name enclosed in double quotes at line 1, column 2",
        )

    def test_dropped_keys(self) -> None:
        """One warning tells the first line that held a key, and how many did."""
        lines = ['{"record": "paper"}', '{"record": "paper", "colour": 1}', '{"record": "paper", "colour": 1}']
        with pytest.warns(UnknownKeyWarning, match=r"^line 2: \$\.colour: unknown key, dropped \(2 times\)$"):
            assert serialise.from_jsonl(lines, unknown="drop") == Collection(papers=(Paper(),) * 3)

    @pytest.mark.parametrize("text", ['{"record": "paper"}', b'{"record": "paper"}'])
    def test_one_text_is_no_lines(self, text: Any) -> None:
        """One text instead of lines is a mistake that is told, not read letter by letter."""
        with pytest.raises(TypeError, match="takes lines, not one text"):
            serialise.from_jsonl(text)

    def test_parts_do_not_stand_alone(self) -> None:
        """A Name is part of a record, and no line."""
        with pytest.raises(TypeError, match="a Name does not stand alone"):
            list(serialise.to_jsonl([Name(literal="IIAS")]))


@attrs.frozen
class Vote:
    """A class of a user, with a record in it and with a number that users write as text."""

    paper: Paper
    points: int
    weight: Decimal | None = None
    tags: tuple[str, ...] = ()


class TestConverter:
    """Users' own converters."""

    def test_the_global_converter_is_left_alone(self) -> None:
        """Making and using our converter teaches the converter of all other programs nothing."""
        serialise.make_converter().structure(PAPER.to_dict(), Paper)
        assert "schema_version" not in cattrs.global_converter.unstructure(Collection())
        assert cattrs.global_converter.structure({"year": "2022"}, PartialDate) == PartialDate(year=2022)

    def test_only_records_are_touched(self) -> None:
        """The user's classes are read as before, and the records within them strictly."""
        converter = cattrs.Converter()
        converter.register_structure_hook(Decimal, lambda value, _: Decimal(value) * 2)
        serialise.configure_converter(converter)
        data = {"paper": {"title": "a"}, "points": "3", "weight": 2, "tags": "xy"}
        assert converter.structure(data, Vote) == Vote(Paper(title="a"), 3, Decimal(4), ("x", "y"))
        with pytest.raises(cattrs.ClassValidationError) as caught:
            converter.structure({"paper": {"keywords": "xy"}, "points": "3"}, Vote)
        assert serialise.problems(caught.value) == ("$.paper.keywords: expected list, got str",)

    def test_written_within_the_users_class(self) -> None:
        """A record within the user's class is written as it is alone."""
        converter = cattrs.Converter()
        serialise.configure_converter(converter)
        plain = converter.unstructure(Vote(PAPER, 1))
        assert (plain["paper"], plain["points"], plain["weight"]) == (PAPER.to_dict(), 1, None)

    def test_hooks_of_the_user_count(self) -> None:
        """A hook of the user for a record is used within our records too."""
        converter = serialise.make_converter()
        converter.register_unstructure_hook(Name, str)
        converter.register_structure_hook(Name, lambda value, _: Name(literal=value))
        paper = Paper(authors=(Name(literal="IIAS"),))
        assert converter.unstructure(paper) == {"authors": ["IIAS"]}
        assert converter.structure({"authors": ["IIAS"]}, Paper) == paper

    def test_options_of_the_user_do_not_change_the_form(self) -> None:
        """A converter with other options writes and reads records in the same form."""
        converter = cattrs.Converter(omit_if_default=False, forbid_extra_keys=False, prefer_attrib_converters=True)
        serialise.configure_converter(converter)
        assert converter.unstructure(COLLECTION) == COLLECTION.to_dict()
        with pytest.raises(cattrs.ClassValidationError) as caught:
            converter.structure({"extra": {"DB": "abc"}, "colour": 1}, Paper)
        assert serialise.problems(caught.value) == ('$.extra["DB"]: expected list, got str', "$.colour: unknown key")

    def test_other_libraries(self) -> None:
        """The converters that cattrs prepares for other libraries can be taught our records."""
        converter = make_json_converter()
        serialise.configure_converter(converter)
        assert converter.loads(converter.dumps(COLLECTION), Collection) == COLLECTION

    def test_problems_without_detail(self) -> None:
        """Without detailed validation the first problem is raised as it is."""
        converter = serialise.make_converter(detailed_validation=False)
        assert converter.structure(COLLECTION.to_dict(), Collection) == COLLECTION
        with pytest.raises(ValueError, match=r"^expected str, got int$"):
            converter.structure({"issued": {"year": "2022"}, "title": 5}, Paper)

    def test_problems_of_lists(self) -> None:
        """Problems are found in lists of records, too; what is no problem of ours keeps its words."""
        with pytest.raises(cattrs.BaseValidationError) as caught:
            serialise.make_converter().structure([{}, {"title": 5}], list[Paper])
        assert serialise.problems(caught.value) == ("$[1].title: expected str, got int",)
        assert serialise.problems(OSError("disk full")) == ("$: disk full",)

    def test_problems_of_whole_objects(self) -> None:
        """What a class says of all its values together stands at the path of the object."""
        error = cattrs.ClassValidationError("", [ValueError("starts after its end")], PartialDate)
        assert serialise.problems(error) == ("$: starts after its end",)

    def test_dropped_keys(self) -> None:
        """A converter that drops keys tells the class, for it does not know the path."""
        converter = serialise.make_converter(unknown="drop")
        with pytest.warns(UnknownKeyWarning, match="^Paper: unknown key 'colour', dropped$"):
            assert converter.structure({"title": "a", "colour": 1}, Paper) == Paper(title="a")

    def test_cattrs_is_imported_when_it_is_used(self) -> None:
        """`import coprod` does not pay for cattrs."""
        look = "print('cattrs' in sys.modules)"
        code = f"import sys, coprod; {look}; coprod.Paper().to_dict(); {look}"
        shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        assert shown.stdout.split() == ["False", "True"]


class TestSchema:
    """The JSON Schema."""

    def test_it_is_a_schema(self) -> None:
        """The schema is valid JSON Schema, and can be written as JSON."""
        schema = serialise.json_schema()
        jsonschema.Draft202012Validator.check_schema(json.loads(json.dumps(schema)))

    def test_it_has_all_classes(self) -> None:
        """Every class that a Collection is made of is described, and no other."""
        definitions = serialise.json_schema()["$defs"]
        assert {"Collection", "Paper", "Quantity", "PartialDate", "Topic", "Diagnostic"} <= set(definitions)
        assert set(serialise.json_schema(Finding)["$defs"]) == {"Finding", "Quantity", "SourceRef"}
        assert all(definition["additionalProperties"] is False for definition in definitions.values())

    def test_a_class(self) -> None:
        """A class is described with its fields, their types, their docstrings and what must be there."""
        assert serialise.json_schema(Metric)["$defs"]["Metric"] == {
            "description": "A number that a page shows about a paper, such as a count of citations.",
            "type": "object",
            "properties": {
                "value": {"description": "The number.", "type": "integer"},
                "label": {
                    "description": "The label as printed. None: a bare number.",
                    "anyOf": [{"type": "string"}, {"type": "null"}],
                },
                "kind": {
                    "description": '`"citations"`, `"downloads"`, `"views"`. None: the page does not say it.',
                    "anyOf": [{"type": "string"}, {"type": "null"}],
                },
                "basis": {
                    "description": 'How `kind` is known: `"stated"` or `"inferred"`. None: `kind` is None.',
                    "anyOf": [{"type": "string"}, {"type": "null"}],
                },
            },
            "additionalProperties": False,
            "required": ["value"],
        }

    @pytest.mark.parametrize(
        ("cls", "data"),
        [
            (Collection, {"schema_version": serialise.SCHEMA_VERSION + 1}),
            (Collection, {"_kept": {}}),
            (Collection, {"papers": [{"issued": {"end": {"year": "2022"}}}]}),
            (Paper, {"colour": 1}),
            (Paper, {"keywords": "abc"}),
            (Paper, {"keywords": None}),
            (Paper, {"extra": {"DB": "abc"}}),
            (Name, {}),
            (Quantity, {"text": "", "value": "1_000"}),
            (Quantity, {"text": "", "value": 1.5}),
            (Diagnostic, {**ODD, "lines": [[1, 2, 3]]}),
        ],
    )
    def test_what_does_not_fit(self, cls: type[Record], data: dict[str, Any]) -> None:
        """What the reader refuses, the schema does not allow."""
        assert problems_of(cls.from_dict, data)
        assert not jsonschema.Draft202012Validator(serialise.json_schema(cls)).is_valid(data)

    def test_without_source_code(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where there is no source code there are no descriptions of fields, and all the rest."""

        def no_source(_: object) -> str:
            raise OSError

        monkeypatch.setattr("inspect.getsource", no_source)
        schema = serialise.json_schema(Metric)["$defs"]["Metric"]
        assert schema["properties"]["value"] == {"type": "integer"}
        assert schema["required"] == ["value"]

    def test_no_record(self) -> None:
        """Only classes of the model have a schema."""
        with pytest.raises(TypeError, match="is no record of coprod"):
            serialise.json_schema(str)  # type: ignore[arg-type]
