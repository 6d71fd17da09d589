"""What values the fields of a model may hold, from the annotations of its class.

In: an object of the model that was just made. Out: nothing; a value of another type raises `TypeError` with the name
of the field. The items of a tuple are not looked at. Combinations of types that were right once are remembered,
because a class has few and the objects are many.
"""

from collections.abc import Callable
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

import attrs

Known = tuple[Callable[[Any], tuple[Any, ...]], set[tuple[type, ...]]]
"""What gives the values of an object, and the types that they may have."""

_KNOWN: Final[dict[type, Known]] = {}
"""What is known of the classes that were asked for."""

_MOST: Final = 4096
"""Combinations that are remembered of one class."""


def check_types(record: object) -> None:
    """Refuses an object with a value that its field does not hold.

    Examples:
        >>> from coprod import Paper
        >>> Paper(title=5)
        Traceback (most recent call last):
        ...
        TypeError: Paper.title must be str or None, not int
    """
    cls = type(record)
    known = _KNOWN.get(cls)
    if known is None:
        known = _KNOWN[cls] = (attrgetter(*_names(cls)), set())
    values, right = known
    types = tuple(map(type, values(record)))
    if types not in right:
        _check(cls, record)
        if len(right) < _MOST:
            right.add(types)


def _names(cls: type[Any]) -> list[str]:
    """The fields that are checked: those without a converter, which checks them itself, and no private ones.

    Examples:
        >>> from coprod import Finding
        >>> _names(Finding)
        ['id', 'statement', 'kind', 'category', 'section', 'quantities', 'paper', 'source']
    """
    return [field.name for field in attrs.fields(cls) if field.converter is None and not field.name.startswith("_")]


def _check(cls: type[Any], record: object) -> None:
    """Looks at each field of an object."""
    hints = get_type_hints(cls)
    for name in _names(cls):
        allowed = _classes(hints[name])
        value = getattr(record, name)
        if allowed and not isinstance(value, allowed):
            words = " or ".join("None" if kind is NoneType else kind.__name__ for kind in allowed)
            raise TypeError(f"{cls.__name__}.{name} must be {words}, not {type(value).__name__}")


def _classes(hint: Any) -> tuple[type, ...]:
    """The classes that an annotation names; none if a part of it names none, such as a `Literal`.

    Examples:
        >>> _classes(tuple[str, ...] | None)
        (<class 'tuple'>, <class 'NoneType'>)
    """
    parts = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    classes = [get_origin(part) or part for part in parts]
    return tuple(classes) if all(isinstance(each, type) for each in classes) else ()
