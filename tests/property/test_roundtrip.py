"""What is written is read again, for everything that the model can hold."""

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from coprod import Collection, Name, Paper, serialise
from coprod.exceptions import SchemaError
from coprod.models import Record
from tests.strategies import MODELS, any_record, broken_text, collections, records

R = TypeVar("R")

# Papers are wide: what Hypothesis calls too slow is the making of 37 fields.
wide = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)

VALIDATORS = {cls: Draft202012Validator(serialise.json_schema(cls)) for cls in MODELS}


def parts(value: Any) -> Iterator[Any]:
    """A plain value and all that it is made of, keys too."""
    yield value
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for part in value:
            yield from parts(part)


def anatomy(value: Any) -> Any:
    """An object down to its types and digits: 1.0 and 1.00 are equal numbers, but not the same text."""
    if isinstance(value, Record):
        fields = attrs.fields(type(value))  # type: ignore[arg-type]
        return type(value), [anatomy(getattr(value, field.name)) for field in fields]
    if isinstance(value, dict):
        return type(value), [anatomy(item) for item in value.items()]
    if isinstance(value, tuple):
        return type(value), [anatomy(item) for item in value]
    return type(value), str(value)


@pytest.mark.parametrize("cls", MODELS)
@given(data=st.data())
@wide
def test_dict_and_back(cls: type[Record], data: st.DataObject) -> None:
    """A dict holds the whole object; it comes back equal, of the same types, and can be hashed."""
    record = data.draw(records(cls))
    again = cls.from_dict(record.to_dict())
    assert again == record
    assert hash(again) == hash(record)
    assert anatomy(again) == anatomy(record)


@given(record=any_record(), indent=st.none() | st.integers(0, 4))
@wide
def test_json_and_back(record: Record, indent: int | None) -> None:
    """JSON holds the whole object, as text and as bytes, with and without a byte order mark, indented or not."""
    text = record.to_json(indent=indent)
    cls = type(record)
    assert cls.from_json(text) == cls.from_json(text.encode()) == cls.from_json(text.encode("utf-8-sig")) == record


@given(collection=collections())
@wide
def test_json_lines_and_back(collection: Collection) -> None:
    """JSON Lines hold the whole Collection, whatever takes the lines apart."""
    lines = list(serialise.to_jsonl(collection))
    assert len(lines) == len(collection) + len(collection.diagnostics) + len(collection.sources)
    assert serialise.from_jsonl(lines) == collection
    assert serialise.from_jsonl("\n".join(lines).splitlines()) == collection
    assert serialise.from_jsonl("\r\n".join(lines).encode().splitlines()) == collection


@given(record=any_record())
@wide
def test_only_plain_types(record: Record) -> None:
    """A dict is made of dict, list, str and int, and of these types themselves, not of their subclasses."""
    assert {type(part) for part in parts(record.to_dict())} <= {dict, list, str, int}


@given(record=any_record())
@wide
def test_the_same_twice(record: Record) -> None:
    """An object gives the same text each time, and so does the object that is read from the text."""
    text = record.to_json()
    assert record.to_json() == text == type(record).from_json(text).to_json()


@given(record=any_record())
@wide
def test_what_is_written_fits_the_schema(record: Record) -> None:
    """The JSON Schema of a class holds for every object of it."""
    VALIDATORS[type(record)].validate(json.loads(record.to_json()))


@given(text=broken_text())
def test_half_characters(text: str) -> None:
    """Text that no encoding can write becomes JSON that every encoding can, and comes back."""
    paper = Paper(title=text, extra={text: (text,)}, authors=(Name(literal=text),))
    assert Paper.from_json(paper.to_json().encode()) == paper


def outcome(read: Callable[[Any], R], data: Any) -> tuple[R | None, tuple[str, ...]]:
    """The object, or None and the problems."""
    try:
        return read(data), ()
    except SchemaError as error:
        return None, error.problems


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[type[Record], dict[str, Any]]:
    """The dict of an object in which one value was replaced by anything."""
    record = draw(any_record())
    plain = record.to_dict()
    places: list[Any] = [part for part in parts(plain) if isinstance(part, dict | list) and part]
    place = draw(st.sampled_from(places or [plain]))
    keys = range(len(place)) if isinstance(place, list) else [*place, "literal"]
    place[draw(st.sampled_from(keys))] = draw(junk)
    return type(record), plain


@given(case=spoiled())
@wide
def test_what_does_not_fit_is_told(case: tuple[type[Record], dict[str, Any]]) -> None:
    """A dict with anything in it is either read, and then fits the schema, or refused with paths."""
    cls, plain = case
    record, problems = outcome(cls.from_dict, plain)
    if record is None:
        assert problems
        assert all(problem.startswith("$") and ": " in problem for problem in problems)
    else:
        assert VALIDATORS[cls].is_valid(record.to_dict())
        assert VALIDATORS[cls].is_valid(plain)


@given(data=junk)
def test_schema_and_reader_agree(data: Any) -> None:
    """What the reader takes, the schema allows."""
    paper, problems = outcome(Paper.from_dict, data)
    assert problems or VALIDATORS[Paper].is_valid(data)
    assert (paper is None) == bool(problems)


@given(text=st.text() | st.binary())
def test_any_text(text: str | bytes) -> None:
    """Any text is either read or raises SchemaError, never anything else."""
    collection, problems = outcome(Collection.from_json, text)
    assert problems or collection == Collection()
