"""Records to dict and JSON, and back.

In: records and Collections, or the dicts and the text that they became. Out: the other one of the two.
Goes wrong: `SchemaError` with one line for every problem, each with its path; `UnknownKeyWarning` for
every key that was dropped because the caller allowed it. Records have these functions as methods;
the converter is for those who want to put records inside their own classes.
"""

from coprod.serialise._converter import SCHEMA_VERSION, configure_converter, make_converter
from coprod.serialise._dicts import from_dict, to_dict
from coprod.serialise._json import from_json, to_json
from coprod.serialise._jsonl import from_jsonl, to_jsonl
from coprod.serialise._problems import UnknownKeyWarning, problems
from coprod.serialise._schema import json_schema

__all__ = [
    "SCHEMA_VERSION",
    "UnknownKeyWarning",
    "configure_converter",
    "from_dict",
    "from_json",
    "from_jsonl",
    "json_schema",
    "make_converter",
    "problems",
    "to_dict",
    "to_json",
    "to_jsonl",
]
