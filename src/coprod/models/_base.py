"""What all models share: short reprs, read-only mappings, conversion to dict and JSON.

In: nothing but the fields of the model itself. Out: text and plain types.
`to_dict` and its sisters hand over to `coprod.serialise`, which is imported when it is used.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Generic, NoReturn, Self, TypeVar

import attrs

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

_SHOWN = 60


class FrozenMapping(dict[K, V], Generic[K, V]):
    """A dict that cannot be changed: hashable, picklable, and still a dict to `json`.

    Examples:
        >>> labels = FrozenMapping({"DB": ("Scopus",)})
        >>> labels["DB"]
        ('Scopus',)
        >>> labels["DB"] = ()
        Traceback (most recent call last):
        ...
        TypeError: FrozenMapping is read-only
    """

    __slots__ = ()

    def _refuse(self, *_args: object, **_kwargs: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is read-only")

    __setitem__: Callable[..., NoReturn] = _refuse
    __delitem__: Callable[..., NoReturn] = _refuse
    __ior__: Callable[..., NoReturn] = _refuse
    clear: Callable[..., NoReturn] = _refuse
    pop: Callable[..., NoReturn] = _refuse
    popitem: Callable[..., NoReturn] = _refuse
    setdefault: Callable[..., NoReturn] = _refuse
    update: Callable[..., NoReturn] = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __repr__(self) -> str:
        return dict.__repr__(self)

    def __reduce__(self) -> tuple[type[Self], tuple[dict[K, V]]]:
        return (type(self), (dict(self),))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: object) -> Self:
        return self

    def copy(self) -> dict[K, V]:
        """A dict of one's own, which can be changed."""
        return dict(self)


EMPTY: FrozenMapping[Any, Any] = FrozenMapping()


def freeze(mapping: "Mapping[Any, Any] | Iterable[tuple[Any, Any]]") -> FrozenMapping[Any, Any]:
    """The mapping, read-only; one that is read-only already is returned as it is.

    Examples:
        >>> freeze({"pii": "S1"})
        {'pii': 'S1'}
    """
    if type(mapping) is FrozenMapping:
        return mapping
    return FrozenMapping(mapping)


def storing_twin(cls: type[Any]) -> Any:
    """A class with the fields of a frozen one, whose `__init__` takes them in order and stores them directly.

    A frozen class stores each field through `object.__setattr__`, which costs four times as much. An instance
    of the twin becomes one of the class by `as_record`, since both have the same slots.

    Examples:
        >>> from coprod import Span
        >>> as_record(storing_twin(Span)("a.ris", 3), Span)
        Span(source='a.ris', line=3)
    """
    fields = {field.name: attrs.field(default=field.default) for field in attrs.fields(cls)}
    return attrs.make_class(cls.__name__, fields, bases=(Record,), slots=True, weakref_slot=False, eq=False, repr=False)


def as_record(instance: Any, cls: type[T]) -> T:
    """An instance of the twin of a class as one of the class itself; its types were not checked."""
    instance.__class__ = cls
    return instance  # type: ignore[no-any-return]


def shorten(text: str, width: int = _SHOWN) -> str:
    """One line of at most `width` characters, for a repr.

    Examples:
        >>> shorten("a\\nb")
        'a b'
        >>> shorten("co-production " * 5, 20)
        'co-production co-pr…'
    """
    line = " ".join(text[: width * 4].split())
    if len(line) <= width and len(text) <= width * 4:
        return line
    return line[: width - 1] + "…"


def _shown(value: object) -> str:
    """A field's value as a repr shows it: long text cut, long tuples counted."""
    if isinstance(value, str):
        return repr(shorten(value))
    if isinstance(value, tuple) and len(value) > 1:
        return f"<{len(value)}>"
    if isinstance(value, Mapping):
        return "{" + ", ".join(map(str, value)) + "}"
    return repr(value)


class Record:
    """Base of every model: readable, comparable, convertible to plain types and back."""

    __slots__ = ()

    _headline: ClassVar[tuple[str, ...]] = ()
    """Fields that the repr shows; all fields that differ from their default if empty."""

    def __repr__(self) -> str:
        fields = attrs.fields(type(self))  # type: ignore[arg-type]
        wanted = self._headline
        parts = [
            f"{field.name}={_shown(value)}"
            for field in fields
            if (not wanted or field.name in wanted)
            and (value := getattr(self, field.name)) not in (None, (), "")
            and not (isinstance(value, Mapping) and not value)
        ]
        return f"{type(self).__name__}({', '.join(parts)})"

    def _repr_html_(self) -> str:
        """A table of the fields, for notebooks."""
        from coprod import _html

        return _html.of_record(self)

    def to_dict(self) -> dict[str, Any]:
        """Plain types only (dict, list, str, int, bool); fields at their default are left out.

        Examples:
            >>> from coprod import Name
            >>> Name(literal="Wang, H.", family="Wang", given="H.").to_dict()
            {'literal': 'Wang, H.', 'family': 'Wang', 'given': 'H.'}
        """
        from coprod import serialise

        return serialise.to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, unknown: str = "refuse") -> Self:
        """The object that `to_dict` described.

        Args:
            data: What `to_dict` gave.
            unknown: `"refuse"` raises on a key that the model does not have, `"drop"` warns and goes on.

        Raises:
            coprod.exceptions.SchemaError: The data do not fit the model; says where.

        Examples:
            >>> from coprod import Name
            >>> Name.from_dict({"literal": "Wang, H."}).literal
            'Wang, H.'
        """
        from coprod import serialise

        return serialise.from_dict(data, cls, unknown=unknown)

    def to_json(self, indent: int | None = None) -> str:
        """JSON text; letters outside ASCII are kept readable.

        Examples:
            >>> from coprod import Name
            >>> Name(literal="Müller").to_json()
            '{"literal": "Müller"}'
        """
        from coprod import serialise

        return serialise.to_json(self, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes, *, unknown: str = "refuse") -> Self:
        """The object that `to_json` described.

        Raises:
            coprod.exceptions.SchemaError: The text is no JSON, or does not fit the model; says where.

        Examples:
            >>> from coprod import Name
            >>> Name.from_json('{"literal": "Müller"}').literal
            'Müller'
        """
        from coprod import serialise

        return serialise.from_json(text, cls, unknown=unknown)
