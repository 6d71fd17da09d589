"""Whatever stands in a record, and whatever a document holds: every output can be written, read, and counted."""

import json
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod import Collection, Finding, Name, Paper, Quantity, loads, serialise
from coprod.cli import main
from coprod.exceptions import SchemaError
from coprod.models import Record
from tests.strategies import records

wide = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)

AWKWARD: Final = [
    "\x00",
    "\n",
    "\r\n",
    "\r",
    "\x1a",
    "\x1c",
    "\x85",
    "\u2028",
    "\x0b\x0c",
    "\ud800",
    "\udfff\ud800",
    "\ufeff",
    "\ufffe\U0010ffff",
    '"}\n{"record": "paper", "title": "no"}\n{"title": "',
    "\nER  - \nTY  - JOUR\nTI  - no\nER  - \n",
    "\\ud800\\n\\u0000",
    "</script><script>",
    "\x1b[2J",
]


def awkward() -> st.SearchStrategy[str]:
    """Text with what breaks lines, files, encodings or terminals, in any order."""
    return st.lists(st.sampled_from(AWKWARD) | st.text(max_size=5), max_size=6).map("".join)


def papers() -> st.SearchStrategy[Paper]:
    """Papers with awkward text in fields of all shapes."""
    text = awkward()
    return st.builds(
        Paper,
        title=text,
        authors=st.tuples(st.builds(Name, literal=text, family=text)),
        keywords=st.lists(text, max_size=3).map(tuple),
        extra=st.dictionaries(text, st.lists(text, max_size=2).map(tuple), max_size=3),
    )


def _refuse(name: str) -> NoReturn:
    raise AssertionError(f"{name} in JSON")


def read(text: str) -> dict[str, Any]:
    """One JSON object, as a program would read it that knows no NaN."""
    plain = json.loads(text, parse_constant=_refuse)
    assert isinstance(plain, dict)
    return plain


@given(st.lists(papers(), min_size=1, max_size=4))
@wide
def test_one_line_for_each_record(found: list[Paper]) -> None:
    """JSON Lines in UTF-8 have one line for each record, whatever takes the lines apart, and nothing else breaks."""
    content = "".join(f"{line}\n" for line in serialise.to_jsonl(found)).encode()
    for lines in (content.splitlines(), content.decode().splitlines(), content.strip().split(b"\n")):
        assert len(lines) == len(found)
        assert [read(str(line, "utf-8") if isinstance(line, bytes) else line)["record"] for line in lines] == [
            "paper" for _ in found
        ]
    assert b"\x00" not in content


@given(st.lists(papers(), max_size=4), st.sampled_from([None, 0, 2]))
@wide
def test_json_can_be_written_and_read(found: list[Paper], indent: int | None) -> None:
    """JSON of any text is UTF-8, holds as many papers, and says the same whenever it is read and written again.

    Two halves of a character that stand together become the character when they are read for the first time.
    """
    text = Collection(papers=tuple(found)).to_json(indent)
    assert len(read(text.encode().decode())["papers"]) == len(found)
    once = Collection.from_json(text.encode())
    assert Collection.from_json(once.to_json(indent)) == once


@given(
    records(Quantity),
    st.sampled_from(["NaN", "-NaN", "sNaN", "Infinity", "-Infinity"]),
    st.sampled_from(["value", "low"]),
)
@wide
def test_no_number_is_refused_with_its_place(quantity: Quantity, number: str, field: str) -> None:
    """JSON has no NaN: a Quantity that holds one is refused, with the path, by everything that writes."""
    plain = {**quantity.to_dict(), field: "1"}
    odd = Quantity(**{**plain, "modifiers": (), "value": None, "low": None, "high": None, field: Decimal(number)})
    finding = Finding(statement="x", quantities=(odd,))
    for write in (finding.to_dict, finding.to_json, lambda: list(serialise.to_jsonl([finding]))):
        with pytest.raises(SchemaError) as caught:
            write()
        assert caught.value.problems[0].startswith(f"$.quantities[0].{field}: expected a finite decimal number")


@given(st.lists(awkward(), min_size=1, max_size=6))
@wide
def test_what_was_read_can_be_written(values: list[str]) -> None:
    """Whatever a document holds, all that is made of it fits on one line a record."""
    document = "".join(f"TY  - JOUR\nTI  - {value}\nAB  - {value}\nER  - \n" for value in values)
    for content in (document, document.encode("utf-8", "surrogatepass")):
        found = loads(content, format="ris")
        lines = "".join(f"{line}\n" for line in serialise.to_jsonl(found)).encode().splitlines()
        assert len(lines) == len(found) + len(found.diagnostics) + len(found.sources)
        assert [read(str(line, "utf-8"))["record"] for line in lines].count("paper") == len(found.papers)
        once = Collection.from_json(found.to_json().encode())
        assert Collection.from_json(once.to_json()) == once


@given(st.binary(max_size=300) | awkward().map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(deadline=None, max_examples=25)
def test_the_command_writes_whole_lines(noise: bytes) -> None:
    """What the command writes of a file with any bytes in it is JSON Lines, with as many papers as it says."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "a.ris"), Path(folder, "found.jsonl")
        source.write_bytes(b"TY  - JOUR\nTI  - " + noise + b"\nER  - \n")
        assert main([str(source), "-o", str(target)]) in {0, 1}
        whole = [read(line) for line in target.read_text(encoding="utf-8").splitlines()]
        assert sum(one["record"] == "paper" for one in whole) == whole[-1]["counts"]["papers"]


# What comes in as JSON


def outcome_of(read_one: Callable[[Any], Record], given: Any) -> Record | SchemaError:
    """The record, or the error that says why there is none."""
    try:
        return read_one(given)
    except SchemaError as error:
        return error


def plain_values() -> st.SearchStrategy[Any]:
    """Anything that JSON can hold, with the keys of the model among its keys."""
    keys = st.sampled_from(
        ["papers", "title", "authors", "literal", "extra", "issued", "year", "quantities", "value", "end"]
    )
    leaves = (
        st.none() | st.booleans() | st.integers() | st.floats() | awkward() | st.sampled_from([10**400, -1e308, "NaN"])
    )
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys | awkward(), inner, max_size=4),
        max_leaves=20,
    )


@given(plain_values(), st.sampled_from([Collection, Paper, Finding, Quantity]))
@wide
def test_any_json_is_read_or_refused(plain: Any, cls: type[Record]) -> None:
    """JSON of the wrong shape gives a record, or a `SchemaError` whose every line begins with a path."""
    for outcome in (outcome_of(cls.from_json, json.dumps(plain)), outcome_of(cls.from_dict, plain)):
        if isinstance(outcome, SchemaError):
            assert outcome.problems
            assert all(problem.startswith("$") for problem in outcome.problems)
        else:
            assert isinstance(outcome, cls)


@given(st.binary(max_size=200) | st.text('{}[]":,0123456789eE+-.\\untflse \n', max_size=60))
@wide
def test_any_text_is_read_or_refused(text: str | bytes) -> None:
    """Any text and any bytes give a record, or a `SchemaError` with a path."""
    outcome = outcome_of(Paper.from_json, text)
    assert isinstance(outcome, Paper) or str(outcome).startswith("$")


HOSTILE: Final[list[tuple[str | bytes, str]]] = [
    ("[" * 100_000, "$: nested too deeply"),
    ('{"papers":' * 100_000, "$: nested too deeply"),
    ('{"issued": ' + '{"end": ' * 100_000 + "1" + "}" * 100_001, "$: nested too deeply"),
    ('{"issued": ' + '{"end": ' * 900 + "{}" + "}" * 901, "$: nested too deeply"),
    ('{"issued": {"year": 1e999999}}', "$.issued.year: expected int, got float"),
    ('{"issued": {"year": -1e999999}}', "$.issued.year: expected int, got float"),
    ('{"issued": {"year": %s}}' % ("9" * 10_000), "$.issued.year: a number of more than 4300 digits"),
    ('{"issued": {"year": %s.5}}' % ("9" * 10_000), "$.issued.year: expected int, got float"),
    ('{"issued": {"year": "2022"}}', "$.issued.year: expected int, got str"),
    ('{"issued": {"year": true}}', "$.issued.year: expected int, got bool"),
    ('{"issued": []}', "$.issued: expected dict, got list"),
    ('{"keywords": "abc"}', "$.keywords: expected list, got str"),
    ('{"extra": {"DB": ["a"], "DB": ["b"]}}', '$.extra: key "DB" stands twice in one object'),
    ('{"authors": [{}, {"literal": "a", "literal": "b"}]}', '$.authors[1]: key "literal" stands twice in one object'),
    ('{"issued": {"year": Infinity}}', "$.issued.year: Infinity is not a finite number"),
    (b'{"title": "\xff"}', "$: not UTF-8: invalid start byte at byte 11"),
    (b"\xff\xfe{\x00}\x00", "$: not UTF-8: invalid start byte at byte 0"),
    (b"\x80\x04\x95", "$: not UTF-8: invalid start byte at byte 0"),
    ("\x00", "$: no JSON: Expecting value at line 1, column 1"),
    ('{"__class__": "os.system"}', "$.__class__: unknown key"),
]


@pytest.mark.parametrize(("text", "problem"), HOSTILE, ids=[f"{text[:30]!r}-{len(text)}" for text, _ in HOSTILE])
def test_hostile_json_is_refused_with_its_place(text: str | bytes, problem: str) -> None:
    """Deep nesting, huge numbers, wrong types, keys that stand twice, bytes that are no text: told with the path."""
    with pytest.raises(SchemaError) as caught:
        Paper.from_json(text)
    assert problem in caught.value.problems
