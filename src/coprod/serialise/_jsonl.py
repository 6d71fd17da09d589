"""A Collection to JSON Lines, and back.

In: records, or lines of JSON. Out: one line for every record, and the Collection that the lines describe.
Goes wrong: `SchemaError` with all problems of all lines, each with its line number.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from coprod.collection import Collection
from coprod.diagnostics import Diagnostic
from coprod.exceptions import SchemaError
from coprod.models import Finding, Paper, Record, Source, StudyGroup
from coprod.models._base import shorten
from coprod.serialise._converter import REFUSE, check_choice
from coprod.serialise._dicts import read, to_dict
from coprod.serialise._json import escaped, parse, write
from coprod.serialise._problems import MismatchError, Problem, warn_of

_LINE_END = re.compile("[\x85\u2028\u2029]")

_KINDS: dict[type[Record], str] = {
    Paper: "paper",
    Finding: "finding",
    StudyGroup: "study_group",
    Diagnostic: "diagnostic",
    Source: "source",
}

_CLASSES = {kind: cls for cls, kind in _KINDS.items()}


def to_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """One line of JSON for every record, without line ends; `"record"` tells its kind.

    Args:
        records: A Collection, which gives its diagnostics and sources too, or any records of these kinds,
            e.g. what `iter_load` yields.

    Raises:
        coprod.exceptions.SchemaError: A number is infinite or none.
        TypeError: A record is of a kind that does not stand alone, such as a Name.

    Examples:
        >>> from coprod import Collection, Paper
        >>> for line in to_jsonl(Collection(papers=(Paper(title="Co-production"),))):
        ...     print(line)
        {"record": "paper", "title": "Co-production"}
    """
    for record in _all_of(records):
        yield _one_line(write({"record": _kind(record), **to_dict(record)}))


def from_jsonl(lines: Iterable[str | bytes], *, unknown: str = REFUSE) -> Collection:
    """The Collection that the lines describe; blank lines count, but say nothing.

    Args:
        lines: An open file, or any lines of JSON.
        unknown: `"refuse"` raises on a key that the model does not have, `"drop"` warns and goes on.

    Raises:
        coprod.exceptions.SchemaError: A line is no JSON, or does not fit the model.
        ValueError: `unknown` is something else.

    Examples:
        >>> from_jsonl(['{"record": "paper", "title": "Co-production"}']).papers[0].title
        'Co-production'
    """
    check_choice(unknown)
    if isinstance(lines, str | bytes):
        raise TypeError("from_jsonl takes lines, not one text; give it an open file, or text.splitlines()")
    records: list[Record] = []
    wrong: list[str] = []
    dropped: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record, keys = _read_line(line, unknown)
        except SchemaError as error:
            wrong += [f"line {number}: {problem}" for problem in error.problems]
        else:
            records.append(record)
            dropped += [problem._replace(line=number) for problem in keys]
    if wrong:
        raise SchemaError(wrong)
    warn_of(dropped)
    return _collected(records)


def _all_of(records: Iterable[Record]) -> Iterable[Record]:
    """All that a Collection holds; its own iteration leaves out diagnostics and sources."""
    if isinstance(records, Collection):
        return chain(records, records.diagnostics, records.sources)
    return records


def _kind(record: Record) -> str:
    try:
        return _KINDS[type(record)]
    except KeyError:
        raise TypeError(f"a {type(record).__name__} does not stand alone; to_json writes it") from None


def _one_line(text: str) -> str:
    r"""The text without what `str.splitlines` takes for a line end; JSON escapes the others itself.

    Examples:
        >>> print(_one_line('{"text": "a\u2028b"}'))
        {"text": "a\u2028b"}
    """
    if len(text.splitlines()) == 1:
        return text
    return _LINE_END.sub(escaped, text)


def _read_line(line: str | bytes, unknown: str) -> tuple[Record, list[Problem]]:
    data = parse(line)
    if not isinstance(data, dict):
        raise SchemaError([str(Problem((), str(MismatchError("dict", data))))])
    if "record" not in data:
        raise SchemaError([str(Problem(("record",), "required field missing"))])
    return read(data, _class(data.pop("record")), unknown)


def _class(kind: object) -> type[Record]:
    if isinstance(kind, str) and kind in _CLASSES:
        return _CLASSES[kind]
    raise SchemaError([str(Problem(("record",), f"expected one of {', '.join(_CLASSES)}, got {shorten(repr(kind))}"))])


def _collected(records: list[Record]) -> Collection:
    """The Collection of the records, each kind in its order."""
    fields = {f"{kind}s": tuple(one for one in records if type(one) is cls) for cls, kind in _KINDS.items()}
    return Collection(**fields)  # type: ignore[arg-type]
