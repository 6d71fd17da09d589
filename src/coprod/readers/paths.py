"""Paths to the fields of a record: `doi`, `authors[1].family`, `extra["DB"][0]`, `issued.end.day`.

In: a record and a path. Out: the steps of the path, and the value at its end; None where a part on the way is
not stated. What can go wrong: `LookupError` for a text that is no path, a field that the model does not have,
a key or an index that is not there.
"""

import functools
import inspect
import re
import types
from collections.abc import Mapping
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

Step = str | int
"""Name of a field, key of a mapping, or index."""

_STEP: Final = re.compile(r"""\.([^\W\d]\w*)|\[([0-9]{1,9})\]|\[(?:"([^"]*)"|'([^']*)')\]""")

SAME: Final[dict[str, tuple[str, ...]]] = {
    "year": ("issued.year",),
    "journal": ("container_title",),
    "full_title": ("title", "subtitle"),
    "issued.iso": ("issued",),
}
"""Properties, and the fields that they are made of."""


def steps_of(path: str) -> tuple[Step, ...]:
    """The steps of a path.

    Raises:
        LookupError: The text is no path.

    Examples:
        >>> steps_of('extra["DB"][0]')
        ('extra', 'DB', 0)
        >>> steps_of("authors[1].family")
        ('authors', 1, 'family')
    """
    text = f".{path}"
    steps: list[Step] = []
    position = 0
    while position < len(text):
        found = _STEP.match(text, position)
        if found is None:
            raise LookupError(f"{path!r} is no path like 'doi' or 'authors[1].family'; stopped at {text[position:]!r}")
        steps.append(int(found[2]) if found[2] else next(part for part in found.groups() if part is not None))
        position = found.end()
    return tuple(steps)


def value_at(record: object, steps: tuple[Step, ...]) -> Any:
    """The value that the steps lead to; None if a part on the way is None.

    Raises:
        LookupError: The model has no such field, or the record no such key or index.

    Examples:
        >>> from coprod import Paper, PartialDate
        >>> value_at(Paper(issued=PartialDate(year=2025)), ("issued", "year"))
        2025
        >>> value_at(Paper(), ("issued", "end", "day")) is None
        True
    """
    value, hint = record, type(record)
    for place, step in enumerate(steps):
        value, hint = _enter(value, hint, step, steps[: place + 1])
    return value


def _enter(value: Any, hint: Any, step: Step, steps: tuple[Step, ...]) -> tuple[Any, Any]:
    """What is one step further, and its type."""
    if isinstance(value, Mapping) and isinstance(step, str):
        if step not in value:
            raise LookupError(f"{shown_path(steps)}: there is {', '.join(map(repr, value)) or 'nothing'} only")
        return value[step], get_args(hint)[-1]
    if isinstance(value, tuple) and isinstance(step, int):
        if step >= len(value):
            raise LookupError(f"{shown_path(steps)}: there are {len(value)} only, counted from 0")
        return value[step], get_args(hint)[0]
    model = _model(hint)
    fields = _fields(model) if model is not None else {}
    if not isinstance(step, str) or step not in fields:
        raise LookupError(f"{shown_path(steps)}: {model.__name__ if model is not None else 'a value'} has no such part")
    return getattr(value, step, None), fields[step]


def shown_path(steps: tuple[Step, ...]) -> str:
    """The path of the steps.

    Examples:
        >>> shown_path(("extra", "DB", 0))
        'extra.DB[0]'
    """
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)[1:]


def _model(hint: Any) -> type | None:
    """The class of the model among the types that a value may have."""
    choices = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return next((choice for choice in choices if inspect.isclass(choice) and attrs.has(choice)), None)


@functools.lru_cache(maxsize=32)
def _fields(model: type) -> dict[str, Any]:
    """The fields of a class of the model, with their types."""
    hints = get_type_hints(model)
    return {field.name: hints[field.name] for field in attrs.fields(model)}
