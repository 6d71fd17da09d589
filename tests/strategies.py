"""Hypothesis strategies for every object of the model, derived from its fields.

In: classes of the model. Out: `papers()` and its sisters, `records(cls)` for any class, `any_record()`.
A field that is added to the model is filled from then on. Text is any Unicode that can be encoded, numbers
are of any size, and every field that has a default is left at it now and then.
"""

import inspect
from collections.abc import Callable
from decimal import Decimal
from functools import cache, reduce
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from coprod import Collection, Diagnostic, Finding, Name, Paper, PartialDate, Quantity, Source, StudyGroup, models
from coprod.models import FrozenMapping, Record

MOST = 3
"""Most items of a tuple or mapping, and most dates within a date."""


def is_model(thing: object) -> bool:
    """Whether it is a class that has objects."""
    return inspect.isclass(thing) and issubclass(thing, Record) and attrs.has(thing)


MODELS: tuple[type[Record], ...] = (*filter(is_model, vars(models).values()), Diagnostic, Collection)
"""Every class of the model."""


def text() -> SearchStrategy[str]:
    """Any text that can be encoded: empty, astral, with line ends, with what JSON or HTML write in their own way."""
    awkward = ["", "\x00", "\x85", "\u2028", "\\", '"', "𝒳 😀", "e\u0301", "\ufeffa", "</p>", "\\ud83d", "NaN", "null"]
    return st.text(max_size=20) | st.sampled_from(awkward)


def broken_text() -> SearchStrategy[str]:
    """Text with half a character in it, which cannot be encoded; halves never stand together."""
    halves = st.integers(0xD800, 0xDFFF).map(chr)
    return st.lists(st.tuples(halves, st.text(min_size=1, max_size=5)), min_size=1, max_size=3).map(_joined)


def decimals() -> SearchStrategy[Decimal]:
    """Finite numbers in every form: negative, minus zero, with exponents and with trailing zeros."""
    digits = st.lists(st.integers(0, 9), min_size=1, max_size=30).map(tuple)
    parts = st.tuples(st.integers(0, 1), digits, st.integers(-400, 400))
    return parts.map(Decimal) | st.integers().map(Decimal) | st.decimals(-1000, 1000, places=2)


def dates() -> SearchStrategy[PartialDate]:
    """Dates, also impossible ones, and ranges of ranges."""
    return records(PartialDate)


def names() -> SearchStrategy[Name]:
    """Names of persons and groups."""
    return records(Name)


def quantities() -> SearchStrategy[Quantity]:
    """Numbers that a text states."""
    return records(Quantity)


def papers() -> SearchStrategy[Paper]:
    """Papers with anything in their fields."""
    return records(Paper)


def findings() -> SearchStrategy[Finding]:
    """Findings with anything in their fields."""
    return records(Finding)


def study_groups() -> SearchStrategy[StudyGroup]:
    """Study groups with anything in their fields."""
    return records(StudyGroup)


def diagnostics() -> SearchStrategy[Diagnostic]:
    """Diagnostics with anything in their fields, also severities that do not exist."""
    return records(Diagnostic)


def sources() -> SearchStrategy[Source]:
    """Sources with anything in their fields."""
    return records(Source)


def collections() -> SearchStrategy[Collection]:
    """A few records of each kind; nothing kept of the sources."""
    return records(Collection)


def any_record() -> SearchStrategy[Record]:
    """An object of any class of the model."""
    return st.one_of(*map(records, MODELS))


def records(cls: type[Any]) -> SearchStrategy[Any]:
    """Objects of a class: every field without a default, and some of the others."""
    if cls is PartialDate:
        return reduce(_dates_until, range(MOST), st.just(PartialDate()))
    hints = get_type_hints(cls)
    fields = [field for field in attrs.fields(cls) if not field.name.startswith("_")]
    required = {field.name: values(hints[field.name]) for field in fields if field.default is attrs.NOTHING}
    optional = {field.name: values(hints[field.name]) for field in fields if field.name not in required}
    return st.fixed_dictionaries(required, optional=optional).map(_maker(cls))


@cache
def values(type_: Any) -> SearchStrategy[Any]:
    """Values of the type of a field."""
    args = get_args(type_)
    if type_ in LEAVES:
        return LEAVES[type_]
    if is_model(type_):
        return records(type_)
    if get_origin(type_) is FrozenMapping:
        return st.dictionaries(text(), values(args[1]), max_size=MOST).map(FrozenMapping)
    if get_origin(type_) is tuple and args[-1] is ...:
        return st.lists(values(args[0]), max_size=MOST).map(tuple)
    if get_origin(type_) is tuple:
        return st.tuples(*map(values, args))
    return st.one_of(*map(values, args))


LEAVES: dict[Any, SearchStrategy[Any]] = {
    str: text(),
    int: st.integers(),
    Decimal: decimals(),
    type(None): st.none(),
}


def _dates_until(last: SearchStrategy[PartialDate], _: int) -> SearchStrategy[PartialDate]:
    """Dates, each with another date at its end, or none."""
    number = values(int | None)
    words = values(str | None)
    return st.builds(PartialDate, year=number, month=number, day=number, season=words, end=st.none() | last, raw=words)


def _maker(cls: type[Any]) -> Callable[[dict[str, Any]], Any]:
    def make(fields: dict[str, Any]) -> Any:
        return cls(**fields)

    return make


def _joined(pieces: list[tuple[str, str]]) -> str:
    return "".join(half + rest for half, rest in pieces)
