"""Records to JSON text, and back.

In: a record, or JSON text (`str`, or bytes in UTF-8) and the class that it describes. Out: the other one
of the two; the text can always be encoded. Goes wrong: `SchemaError` for text that is no JSON, names a
key twice, holds NaN or Infinity, or does not fit the model.
"""

import json
import re
from collections import Counter
from typing import Any, NamedTuple, TypeVar

from coprod.exceptions import SchemaError
from coprod.models import Record
from coprod.models._base import shorten
from coprod.serialise._converter import REFUSE, check_choice
from coprod.serialise._dicts import from_dict, to_dict
from coprod.serialise._problems import NESTED_TOO_DEEPLY, Problem
from coprod.serialise._values import MOST_DIGITS

R = TypeVar("R", bound=Record)

_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(record: Record, indent: int | None = None) -> str:
    r"""JSON text; letters outside ASCII are kept readable.

    A lone surrogate, which no encoding can write, becomes its escape. Two that stand together and form a
    pair come back as the one character that the pair stands for.

    Args:
        record: A record or a Collection.
        indent: Spaces a level; None: all on one line.

    Raises:
        coprod.exceptions.SchemaError: A number is infinite or none, or has more digits than Python writes.

    Examples:
        >>> from coprod import Name
        >>> print(to_json(Name(literal="Müller")))
        {"literal": "Müller"}
        >>> print(to_json(Name(literal="\ud83d")))
        {"literal": "\ud83d"}
    """
    return write(to_dict(record), indent)


def from_json(text: str | bytes, cls: type[R], *, unknown: str = REFUSE) -> R:
    """The record that `to_json` described.

    Args:
        text: JSON; bytes are UTF-8, with or without a byte order mark.
        cls: The class of the record.
        unknown: `"refuse"` raises on a key that the model does not have, `"drop"` warns and goes on.

    Raises:
        coprod.exceptions.SchemaError: The text is no JSON, or does not fit the class.
        ValueError: `unknown` is something else.

    Examples:
        >>> from coprod import Name
        >>> from_json('{"literal": "IIAS"}', Name)
        Name(literal='IIAS')
    """
    check_choice(unknown)
    return from_dict(parse(text), cls, unknown=unknown)


def write(plain: dict[str, Any], indent: int | None = None) -> str:
    """JSON text of plain types."""
    encode = _ENCODER.encode if indent is None else _encoder(indent).encode
    try:
        return _encodable(encode(plain))
    except (ValueError, RecursionError) as error:
        raise SchemaError([f"$: {_told(error)}"]) from None


def _encodable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(escaped, text)
    return text


def escaped(match: re.Match[str]) -> str:
    """The character as JSON spells it in ASCII."""
    return f"\\u{ord(match[0]):04x}"


def parse(text: str | bytes) -> Any:
    """Plain types out of JSON text.

    Examples:
        >>> parse('{"a": [1, {"b": 1, "b": 2}]}')
        Traceback (most recent call last):
        ...
        coprod.exceptions.SchemaError: $.a[1]: key "b" stands twice in one object
    """
    try:
        decoded = text if isinstance(text, str) else str(text, "utf-8")
        return _decoded(decoded.removeprefix("\ufeff"))
    except SchemaError:
        raise
    except (ValueError, RecursionError) as error:
        raise SchemaError([f"$: {_told(error)}"]) from None


def _decoded(text: str) -> Any:
    """Plain types; what is refused is looked for only where there is something."""
    try:
        return _DECODER.decode(text)
    except _RefusedError:
        plain = _MARKING_DECODER.decode(text)
    raise SchemaError([str(_refused(plain))])


def _told(error: Exception) -> str:
    """What is wrong with a text, and where in it."""
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON: {error.msg} at line {error.lineno}, column {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: {error.reason} at byte {error.start}"
    if isinstance(error, RecursionError):
        return NESTED_TOO_DEEPLY
    return str(error)


# What is JSON, but says nothing ----------------------------------------------------------------------


class _RefusedError(ValueError):
    """A part of the text is refused. Decoders know no path, so the text is decoded again to find it."""


class _Refused(NamedTuple):
    """Stands where a part of the text was refused."""

    what: str


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) < len(pairs):
        raise _RefusedError
    return plain


def _integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS and len(digits.lstrip("-")) > MOST_DIGITS:
        raise _RefusedError
    return int(digits)


def _no_number(_name: str) -> None:
    raise _RefusedError


def _mark_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Refused:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return _Refused(f"key {json.dumps(shorten(twice), ensure_ascii=False)} stands twice in one object")


def _mark_long(digits: str) -> int | _Refused:
    if len(digits.lstrip("-")) <= MOST_DIGITS:
        return int(digits)
    return _Refused(f"a number of more than {MOST_DIGITS} digits")


def _mark_no_number(name: str) -> _Refused:
    return _Refused(f"{name} is not a finite number")


def _refused(plain: Any) -> Problem:
    """The first part that was refused, by a way through the tree that takes no stack."""
    waiting: list[tuple[Any, _Way]] = [(plain, ())]
    while waiting:
        value, way = waiting.pop()
        if isinstance(value, _Refused):
            return Problem(_path(way), value.what)
        if isinstance(value, dict):
            waiting += [(part, (way, key)) for key, part in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [(part, (way, index)) for index, part in reversed(list(enumerate(value)))]
    raise AssertionError("both decoders refuse the same")


_Way = tuple[Any, ...]
"""The way to the parent and the step from there; `()` for the root."""


def _path(way: _Way) -> tuple[object, ...]:
    steps: list[object] = []
    while way:
        way, step = way
        steps.append(step)
    return tuple(reversed(steps))


def _encoder(indent: int | None) -> json.JSONEncoder:
    # Records are trees, so looking for circles, object by object, would be in vain.
    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, indent=indent)


_ENCODER = _encoder(None)

_DECODER = json.JSONDecoder(object_pairs_hook=_distinct, parse_int=_integer, parse_constant=_no_number)

_MARKING_DECODER = json.JSONDecoder(
    object_pairs_hook=_mark_repeated, parse_int=_mark_long, parse_constant=_mark_no_number
)
