"""Keys that the model does not have are refused, or dropped with a warning."""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cattrs
import pytest

from coprod import Collection, Paper, PartialDate, serialise
from coprod.exceptions import SchemaError
from coprod.serialise import UnknownKeyWarning
from tests.serialise.samples import COLLECTION, problems_of


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
