"""Records to dict, and back.

In: a record, or a dict and the class that it describes. Out: the other one of the two. Goes wrong:
`SchemaError` with all problems of the dict at once.
Only a dict that holds unknown keys, and may, is read twice: the first time for the paths of these keys.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError

from coprod import _gc
from coprod.exceptions import SchemaError
from coprod.models import Record
from coprod.serialise._converter import DROP, DROP_SILENTLY, REFUSE, add_hooks, check_choice, is_private, is_record
from coprod.serialise._problems import NESTED_TOO_DEEPLY, UNKNOWN_KEY, Problem, flatten, warn_of
from coprod.serialise._values import NotFiniteError

R = TypeVar("R", bound=Record)

_REFUSALS = (BaseValidationError, ValueError)


def to_dict(record: Record) -> dict[str, Any]:
    """Plain types only (dict, list, str, int, bool); fields at their default are left out.

    Args:
        record: A record or a Collection.

    Raises:
        coprod.exceptions.SchemaError: A number is infinite or none.

    Examples:
        >>> from coprod import Paper
        >>> to_dict(Paper(title="Co-production", issn=("1234-5679",)))
        {'title': 'Co-production', 'issn': ['1234-5679']}
    """
    try:
        plain: dict[str, Any] = _converter(REFUSE).unstructure(record)
    except RecursionError:
        raise _too_deep() from None
    except NotFiniteError:
        raise SchemaError(map(str, _not_finite(record))) from None
    return plain


def _not_finite(record: Record) -> Iterator[Problem]:
    """Every number that JSON cannot write, in the order of the fields."""
    waiting: list[tuple[object, tuple[object, ...]]] = [(record, ())]
    while waiting:
        value, path = waiting.pop()
        if isinstance(value, Decimal) and not value.is_finite():
            yield Problem(path, f"expected a finite decimal number, got {value}")
        waiting += [(part, (*path, step)) for step, part in reversed(_parts(value))]


def _parts(value: object) -> list[tuple[object, object]]:
    """What a value is made of, each with the step to it; only records hold numbers."""
    if isinstance(value, Record):
        fields = attrs.fields(type(value))  # type: ignore[arg-type]
        return [(field.name, getattr(value, field.name)) for field in fields if not is_private(field)]
    return list(enumerate(value)) if isinstance(value, tuple) else []


def from_dict(data: Mapping[str, Any], cls: type[R], *, unknown: str = REFUSE) -> R:
    """The record that `to_dict` described.

    Args:
        data: What `to_dict` gave.
        cls: The class of the record.
        unknown: `"refuse"` raises on a key that the model does not have, `"drop"` warns and goes on.

    Raises:
        coprod.exceptions.SchemaError: The dict does not fit the class.
        ValueError: `unknown` is something else.

    Examples:
        >>> from coprod import Name
        >>> from_dict({"literal": "IIAS"}, Name)
        Name(literal='IIAS')
    """
    check_choice(unknown)
    record, dropped = read(data, cls, unknown)
    warn_of(dropped)
    return record


def read(data: object, cls: type[R], unknown: str) -> tuple[R, list[Problem]]:
    """The record, and the unknown keys that were dropped."""
    if not is_record(cls):
        raise TypeError(f"{cls!r} is no record of coprod")
    try:
        with _gc.paused():
            return _read(data, cls, unknown)
    except RecursionError:
        raise _too_deep() from None


def _read(data: object, cls: type[R], unknown: str) -> tuple[R, list[Problem]]:
    try:
        return _converter(REFUSE).structure(data, cls), []
    except _REFUSALS as error:
        found = _problems(error)
    allowed = UNKNOWN_KEY if unknown == DROP else None
    wrong = [str(problem) for problem in found if problem.what != allowed]
    if wrong:
        raise SchemaError(wrong)
    return _converter(DROP_SILENTLY).structure(data, cls), found


def _problems(error: Exception) -> list[Problem]:
    """All problems; where Python came to the end of its stack, the others do not matter."""
    found = list(flatten(error))
    if any(problem.what == NESTED_TOO_DEEPLY for problem in found):
        raise RecursionError
    return found


def _too_deep() -> SchemaError:
    return SchemaError([str(Problem((), NESTED_TOO_DEEPLY))])


@cache
def _converter(unknown: str) -> Converter:
    converter = Converter()
    add_hooks(converter, unknown)
    return converter
