"""The JSON Schema of the model, derived from its classes.

In: a class of the model. Out: a JSON Schema (2020-12) that everything `to_json` writes of this class
fits, with the docstrings of the model as descriptions. Goes wrong: where Python has no source code at
hand, the schema has no descriptions of fields.
"""

import ast
import inspect
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import attrs

from coprod.collection import Collection
from coprod.models import Record
from coprod.serialise._converter import SCHEMA_VERSION, is_private, is_record
from coprod.serialise._values import DECIMAL_PATTERN, is_mapping, is_optional, is_tuple, length, some

Schema = dict[str, Any]

_LEAVES: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    Decimal: {"type": ["string", "integer"], "pattern": f"^{DECIMAL_PATTERN}$"},
}


def json_schema(cls: type[Record] = Collection) -> Schema:
    """The JSON Schema of a class; other programs can check and complete JSON files with it.

    Args:
        cls: A class of the model.

    Raises:
        TypeError: `cls` is no class of the model.

    Examples:
        >>> from coprod import Name
        >>> schema = json_schema(Name)
        >>> schema["$ref"], schema["$defs"]["Name"]["required"]
        ('#/$defs/Name', ['literal'])
    """
    if not is_record(cls):
        raise TypeError(f"{cls!r} is no record of coprod")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"coprod {cls.__name__}, version {SCHEMA_VERSION}",
        **_reference(cls),
        "$defs": {used.__name__: _record_schema(used) for used in _used_by(cls)},
    }


def _used_by(cls: type[Any]) -> list[type[Any]]:
    """The class and all that stand in its fields, at any depth, by name."""
    used, waiting = {cls}, [cls]
    while waiting:
        new = {part for type_ in _field_types(waiting.pop()).values() for part in _records_in(type_)} - used
        used |= new
        waiting += new
    return sorted(used, key=_name)


def _name(cls: type[Any]) -> str:
    return cls.__name__


def _records_in(type_: Any) -> Iterator[type[Any]]:
    """Records that a type is made of.

    Examples:
        >>> from coprod import Name
        >>> list(_records_in(tuple[Name, ...] | None))
        [<class 'coprod.models.values.Name'>]
    """
    if is_record(type_):
        yield type_
    for part in get_args(type_):
        yield from _records_in(part)


def _field_types(cls: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in attrs.fields(cls) if not is_private(field)}


def _record_schema(cls: type[Any]) -> Schema:
    texts = _field_docs(cls)
    properties = {name: _described(_type_schema(type_), texts.get(name)) for name, type_ in _field_types(cls).items()}
    if issubclass(cls, Collection):
        properties = {"schema_version": {"type": "integer", "minimum": 1, "maximum": SCHEMA_VERSION}, **properties}
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        schema["required"] = required
    return _described(schema, (cls.__doc__ or "").partition("\n\n")[0])


def _described(schema: Schema, text: str | None) -> Schema:
    return {"description": " ".join(text.split()), **schema} if text else schema


def _type_schema(type_: Any) -> Schema:
    """The schema of the type of a field.

    Examples:
        >>> _type_schema(tuple[str, ...])
        {'type': 'array', 'items': {'type': 'string'}}
        >>> _type_schema(int | None)
        {'anyOf': [{'type': 'integer'}, {'type': 'null'}]}
    """
    if is_optional(type_):
        return {"anyOf": [_type_schema(some(type_)), {"type": "null"}]}
    if is_tuple(type_):
        return _array_schema(type_)
    if is_mapping(type_):
        return {"type": "object", "additionalProperties": _type_schema(get_args(type_)[1])}
    return _reference(type_) if is_record(type_) else dict(_LEAVES[type_])


def _array_schema(type_: Any) -> Schema:
    schema: Schema = {"type": "array", "items": _type_schema(get_args(type_)[0])}
    items = length(type_)
    return schema if items is None else {**schema, "minItems": items, "maxItems": items}


def _reference(cls: type[Any]) -> Schema:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _field_docs(cls: type[Any]) -> dict[str, str]:
    """The text under each field, which Python itself does not keep."""
    try:
        tree = ast.parse(inspect.getsource(cls))
    except (OSError, TypeError):
        return {}
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    return dict(filter(None, map(_field_doc, body, body[1:])))


def _field_doc(field: ast.stmt, text: ast.stmt) -> tuple[str, str] | None:
    match field, text:
        case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(doc))):
            return name, doc
    return None
