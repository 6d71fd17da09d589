"""JSON and JSON Lines: back without loss, and what is refused with its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from coprod import Collection, Finding, Metric, Name, Paper, serialise
from coprod.serialise import UnknownKeyWarning
from tests.serialise.samples import COLLECTION, PAPER, problems_of


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
