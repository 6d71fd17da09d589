"""Values of fields: text, numbers, optional values, tuples, mappings.

In: plain values and a type of the model. Out: the value that the model holds, and back. Goes wrong:
`MismatchError` for a value of another type; nothing is converted that is not of the right type already, so
`"2022"` is no year and `"abc"` is no tuple of three keywords.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import GenericAlias, NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from cattrs import Converter
from cattrs.cols import list_structure_factory, mapping_structure_factory

from coprod.exceptions import SchemaError
from coprod.models import FrozenMapping
from coprod.models._base import shorten
from coprod.serialise._problems import MismatchError

Reader = Callable[[Any, Any], Any]
Writer = Callable[[Any], Any]

DECIMAL_PATTERN = r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?"

MOST_DIGITS: Final = 4300
"""Digits of a whole number; Python writes no more as text."""

_MOST_BITS: Final = (10**MOST_DIGITS - 1).bit_length()

_TEXT_ONLY = {str}

_is_decimal = re.compile(DECIMAL_PATTERN).fullmatch


def field_converter(*, detailed_validation: bool) -> Converter:
    """A converter that knows the types of fields, and no record yet.

    Examples:
        >>> field_converter(detailed_validation=True).structure(["a", "b"], tuple[str, ...])
        ('a', 'b')
    """
    converter = Converter(detailed_validation=detailed_validation)
    converter.register_structure_hook(str, read_text)
    converter.register_structure_hook(int, read_integer)
    converter.register_structure_hook(Decimal, read_decimal)
    converter.register_unstructure_hook(Decimal, write_decimal)
    for is_shape, reader, writer in _SHAPES:
        converter.register_structure_hook_factory(is_shape, reader)
        converter.register_unstructure_hook_factory(is_shape, writer)
    return converter


def read_text(value: Any, _: Any = str) -> str:
    """Text, and nothing that only could become text.

    Examples:
        >>> read_text(5)
        Traceback (most recent call last):
        ...
        coprod.serialise._problems.MismatchError: expected str, got int
    """
    if type(value) is str:
        return value
    raise MismatchError("str", value)


def read_integer(value: Any, _: Any = int) -> int:
    """A whole number; not a truth value, not text.

    Examples:
        >>> read_integer(True)
        Traceback (most recent call last):
        ...
        coprod.serialise._problems.MismatchError: expected int, got bool
    """
    if type(value) is int:
        if value.bit_length() > _MOST_BITS:
            raise ValueError(f"a number of more than {MOST_DIGITS} digits")
        return value
    raise MismatchError("int", value)


def read_decimal(value: Any, _: Any = Decimal) -> Decimal:
    """A number as text or a whole number; a float is not the number that was written.

    Examples:
        >>> read_decimal("80.40")
        Decimal('80.40')
        >>> read_decimal(22)
        Decimal('22')
    """
    if type(value) is int:
        return Decimal(value)
    if type(value) is not str:
        raise MismatchError("a decimal number as str", value)
    if not _is_decimal(value):
        raise _no_decimal(value)
    try:
        return Decimal(value)
    except InvalidOperation:  # the exponent is beyond what Decimal can hold
        raise _no_decimal(value) from None


def _no_decimal(text: str) -> ValueError:
    return ValueError(f"expected a finite decimal number, got {shorten(text)!r}")


class NotFiniteError(SchemaError):
    """A number that JSON cannot write."""


def write_decimal(value: Decimal) -> str:
    """A number as text, digit for digit.

    Raises:
        NotFiniteError: The number is infinite or none.

    Examples:
        >>> write_decimal(Decimal("80.40"))
        '80.40'
    """
    if not value.is_finite():
        raise NotFiniteError([f"expected a finite decimal number, got {value!s}"])
    return str(value)


def is_optional(type_: Any) -> bool:
    """A type or None.

    Examples:
        >>> is_optional(str | None), is_optional(str), is_optional(str | int | None)
        (True, False, False)
    """
    args = get_args(type_)
    return get_origin(type_) in (Union, UnionType) and len(args) == 2 and NoneType in args


def is_tuple(type_: Any) -> bool:
    """A tuple whose items are all of one type.

    Examples:
        >>> is_tuple(tuple[str, ...]), is_tuple(tuple[int, int]), is_tuple(tuple[int, str])
        (True, True, False)
    """
    return get_origin(type_) is tuple and len({*get_args(type_)} - {...}) == 1


def is_mapping(type_: Any) -> bool:
    """A read-only mapping of the model.

    Examples:
        >>> is_mapping(FrozenMapping[str, str]), is_mapping(dict[str, str])
        (True, False)
    """
    return get_origin(type_) is FrozenMapping


def some(type_: Any) -> Any:
    """The type without None.

    Examples:
        >>> some(int | None)
        <class 'int'>
    """
    first, second = get_args(type_)
    return second if first is NoneType else first


def length(type_: Any) -> int | None:
    """How many items a tuple has; None: any number.

    Examples:
        >>> length(tuple[int, int]), length(tuple[int, ...])
        (2, None)
    """
    args = get_args(type_)
    return None if args[-1] is ... else len(args)


def _optional_reader(type_: Any, converter: Converter) -> Reader:
    inner = some(type_)
    read = converter.get_structure_hook(inner)

    def read_optional(value: Any, _: Any = type_) -> Any:
        return None if value is None else read(value, inner)

    return read_optional


def _optional_writer(type_: Any, converter: Converter) -> Writer:
    write: Writer = converter.get_unstructure_hook(some(type_))
    if _is_identity(write):
        return write

    def write_optional(value: Any) -> Any:
        return None if value is None else write(value)

    return write_optional


def _tuple_reader(type_: Any, converter: Converter) -> Reader:
    item, expected = get_args(type_)[0], length(type_)
    read = list_structure_factory(GenericAlias(list, (item,)), converter)  # type: ignore[arg-type]

    def read_tuple(value: Any, _: Any = type_) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise MismatchError("list", value)
        if expected is not None and len(value) != expected:
            raise ValueError(f"expected {expected} items, got {len(value)}")
        if item is str and set(map(type, value)) <= _TEXT_ONLY:
            return tuple(value)
        return tuple(read(value, item))

    return read_tuple


def _tuple_writer(type_: Any, converter: Converter) -> Writer:
    write = converter.get_unstructure_hook(get_args(type_)[0])
    if _is_identity(write):
        return list

    def write_items(values: Any) -> list[Any]:
        return list(map(write, values))

    return write_items


def _mapping_reader(type_: Any, converter: Converter) -> Reader:
    read = mapping_structure_factory(type_, converter, structure_to=FrozenMapping)

    def read_mapping(value: Any, _: Any = type_) -> Any:
        if type(value) is not dict and not isinstance(value, Mapping):
            raise MismatchError("dict", value)
        return read(value, type_)

    return read_mapping


def _mapping_writer(type_: Any, converter: Converter) -> Writer:
    write = converter.get_unstructure_hook(get_args(type_)[1])
    if _is_identity(write):
        return dict

    def write_items(values: Any) -> dict[str, Any]:
        return {key: write(value) for key, value in values.items()}

    return write_items


def _is_identity(write: Writer) -> bool:
    """Whether values of a type are plain already: cattrs has one function for all of them."""
    return write is _IDENTITY


_IDENTITY: Writer = Converter().get_unstructure_hook(str)

_SHAPES = (
    (is_optional, _optional_reader, _optional_writer),
    (is_tuple, _tuple_reader, _tuple_writer),
    (is_mapping, _mapping_reader, _mapping_writer),
)
