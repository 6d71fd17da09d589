"""The JSON Schema says what the reader takes."""

import json
from typing import Any

import jsonschema
import pytest

from coprod import Collection, Diagnostic, Finding, Metric, Name, Paper, Quantity, serialise
from coprod.models import Record
from tests.serialise.samples import ODD, problems_of


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
