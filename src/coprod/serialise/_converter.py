"""The converter: what turns records into plain types and back.

In: a converter of cattrs, ours or the user's. Out: the same one, knowing the records of coprod. Only
records get hooks: how the converter treats other classes, text and numbers elsewhere, stays as it was.
Goes wrong: a value that does not fit raises the exception groups of cattrs, which
`problems` turns into lines; a key that the model does not have is refused, or dropped with a warning.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import attrs
from cattrs import Converter
from cattrs.errors import AttributeValidationNote, ClassValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from coprod.collection import Collection
from coprod.models import Record
from coprod.serialise._problems import MismatchError, warn
from coprod.serialise._values import Reader, Writer, field_converter, read_integer

SCHEMA_VERSION: Final = 1
"""Version of the JSON form; a program that reads a newer one refuses it."""

REFUSE, DROP, DROP_SILENTLY = "refuse", "drop", "drop silently"


def make_converter(*, unknown: str = REFUSE, detailed_validation: bool = True) -> Converter:
    """A converter of one's own for the records of coprod.

    Args:
        unknown: `"refuse"` raises on a key that the model does not have, `"drop"` warns and goes on.
        detailed_validation: Whether all problems are collected; without, the first one is raised, faster.

    Returns:
        A converter that is independent of `cattrs.global_converter`.

    Raises:
        ValueError: `unknown` is something else.

    Examples:
        >>> from coprod import Name
        >>> make_converter().structure({"literal": "IIAS"}, Name)
        Name(literal='IIAS')
    """
    converter = Converter(detailed_validation=detailed_validation)
    configure_converter(converter, unknown=unknown)
    return converter


def configure_converter(converter: Converter, *, unknown: str = REFUSE) -> None:
    """Teach a converter the records of coprod, and nothing else.

    Args:
        converter: Any converter of cattrs, e.g. `cattrs.preconf.orjson.make_converter()`.
        unknown: `"refuse"` raises on a key that the model does not have, `"drop"` warns and goes on.

    Raises:
        ValueError: `unknown` is something else.

    Examples:
        >>> import attrs, cattrs
        >>> from coprod import Name
        >>> @attrs.frozen
        ... class Vote:
        ...     by: Name
        ...     value: int
        >>> converter = cattrs.Converter()
        >>> configure_converter(converter)
        >>> converter.structure({"by": {"literal": "Alford"}, "value": "1"}, Vote)
        Vote(by=Name(literal='Alford'), value=1)
    """
    check_choice(unknown)
    add_hooks(converter, unknown)


def check_choice(unknown: str) -> None:
    """Refuse what is no way to treat unknown keys.

    Examples:
        >>> check_choice("ignore")
        Traceback (most recent call last):
        ...
        ValueError: unknown must be 'refuse' or 'drop', not 'ignore'
    """
    if unknown not in (REFUSE, DROP):
        raise ValueError(f"unknown must be {REFUSE!r} or {DROP!r}, not {unknown!r}")


def add_hooks(converter: Converter, unknown: str) -> None:
    """Register the hooks for records and for Collections; the later ones are asked first."""
    fields = field_converter(detailed_validation=converter.detailed_validation)
    # Fields are read strictly by a converter of their own, which hands records back to the first:
    # so the user's own hooks for a record count, and the user's own classes are not read strictly.
    fields.register_structure_hook_factory(is_record, converter.get_structure_hook)
    fields.register_unstructure_hook_factory(is_record, converter.get_unstructure_hook)
    converter.register_structure_hook_factory(is_record, partial(_record_reader, fields, unknown))
    converter.register_unstructure_hook_factory(is_record, partial(_record_writer, fields))
    converter.register_structure_hook_factory(_is_collection, partial(_collection_reader, fields, unknown))
    converter.register_unstructure_hook_factory(_is_collection, partial(_collection_writer, fields))


def is_record(type_: Any) -> bool:
    """A class of the model.

    Examples:
        >>> is_record(Collection), is_record(str), is_record(list[Collection])
        (True, False, False)
    """
    return isinstance(type_, type) and issubclass(type_, Record) and attrs.has(type_)


def _is_collection(type_: Any) -> bool:
    return is_record(type_) and issubclass(type_, Collection)


def is_private(field: "attrs.Attribute[Any]") -> bool:
    """A field that is neither written nor read."""
    return field.name.startswith("_")


def _overrides(cls: type[Any]) -> dict[str, Any]:
    return {field.name: override(omit=True) for field in attrs.fields(cls) if is_private(field)}


def _record_writer(fields: Converter, cls: type[Any]) -> Writer:
    return make_dict_unstructure_fn(
        cls, fields, _cattrs_omit_if_default=True, _cattrs_use_alias=False, **_overrides(cls)
    )


def _collection_writer(fields: Converter, cls: type[Any]) -> Writer:
    write = make_dict_unstructure_fn(
        cls, fields, _cattrs_omit_if_default=False, _cattrs_use_alias=False, **_overrides(cls)
    )

    def write_collection(collection: Any) -> dict[str, Any]:
        return {"schema_version": SCHEMA_VERSION, **write(collection)}

    return write_collection


def _record_reader(fields: Converter, unknown: str, cls: type[Any]) -> Reader:
    read = make_dict_structure_fn(
        cls,
        fields,
        _cattrs_forbid_extra_keys=unknown == REFUSE,
        _cattrs_prefer_attrib_converters=False,
        _cattrs_use_alias=False,
        **_overrides(cls),
    )
    names = {field.name for field in attrs.fields(cls) if not is_private(field)}

    def read_record(data: Any, _: Any = cls) -> Any:
        if type(data) is not dict and not isinstance(data, Mapping):
            raise MismatchError("dict", data)
        if unknown == DROP:
            _warn_of(data.keys() - names, cls)
        return read(data, cls)

    return read_record


def _warn_of(keys: set[Any], cls: type[Any]) -> None:
    """The path to a record is not known inside of a hook; its class is."""
    for key in sorted(keys, key=str):
        warn(f"{cls.__name__}: unknown key {key!r}, dropped")


def _collection_reader(fields: Converter, unknown: str, cls: type[Any]) -> Reader:
    read = _record_reader(fields, unknown, cls)

    def read_collection(data: Any, _: Any = cls) -> Any:
        if isinstance(data, Mapping) and "schema_version" in data:
            _check_version(data["schema_version"], cls)
            data = {key: value for key, value in data.items() if key != "schema_version"}
        return read(data, cls)

    return read_collection


def _check_version(version: Any, cls: type[Any]) -> None:
    """Refuse what a newer coprod wrote, before its new keys and types are reported one by one."""
    try:
        read_version(version)
    except ValueError as error:
        error.add_note(AttributeValidationNote("schema_version", "schema_version", int))
        raise ClassValidationError("While structuring Collection", [error], cls) from None


def read_version(value: Any) -> int:
    """A version that this program reads.

    Examples:
        >>> read_version(1)
        1
        >>> read_version(2)
        Traceback (most recent call last):
        ...
        ValueError: version 2 is newer than 1, which this coprod reads; update coprod
    """
    version = read_integer(value)
    if version > SCHEMA_VERSION:
        raise ValueError(f"version {version} is newer than {SCHEMA_VERSION}, which this coprod reads; update coprod")
    if version < 1:
        raise ValueError(f"expected a version from 1, got {version}")
    return version
