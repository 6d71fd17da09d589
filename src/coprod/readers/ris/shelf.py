"""What the steps of recipes share: the row that becomes a Paper, the memories of a source, and what was odd.

In: nothing but the width of a tag. Out: places of fields, an empty row, a `Shelf`.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

import attrs

from coprod.models import FrozenMapping, Name, Paper
from coprod.readers.ris.issuance import Containers
from coprod.readers.ris.memories import Memory
from coprod.readers.ris.people import one_name
from coprod.readers.ris.references import holds_reference
from coprod.text.dates import is_placeholder
from coprod.text.placeholders import states_nothing

Lines = list[bytes]
Row = list[Any]
Step = Callable[[Lines, Row, Any], None]
"""Fills places of the row from lines of the record; the last argument says from which."""

_PAPER_FIELDS: Final[tuple[Any, ...]] = attrs.fields(Paper)
FIELDS: Final = {field.name: place for place, field in enumerate(_PAPER_FIELDS)}
EMPTY_ROW: Final[Row] = [field.default for field in _PAPER_FIELDS]

EXTRA: Final = FIELDS["extra"]


class Odd(NamedTuple):
    """A value that states nothing, or not what its tag is for; it is kept, and told."""

    code: str
    message: str
    field: str
    tag: str
    place: int
    """Place of its line in the record."""

    value: str


class Shelf:
    """The memories that the recipes of one source share, the steps made so far, and what was odd in a record."""

    def __init__(self, width: int, containers: Containers) -> None:
        self.width = width
        self.containers = containers
        self.names: Memory[Name] = Memory(width, _name)
        self.keywords: Memory[str] = Memory(width, _keyword)
        self.scalars: Memory[str] = Memory(width, _stated)
        self.pages: Memory[str] = Memory(width, str)
        self.odd: list[Odd] = []
        self._steps: dict[tuple[object, ...], Step] = {}

    def step(self, make: Callable[..., Step], *arguments: object) -> Step:
        """A step, which is made once."""
        key = (make, *arguments)
        step = self._steps.get(key)
        if step is None:
            step = self._steps[key] = make(self, *arguments)
        return step


def _name(value: str) -> Name | None:
    return None if "&" in value and holds_reference(value) else one_name(value)


def _keyword(value: str) -> str | None:
    return None if ";" in value or value[0] == "*" or states_nothing(value) else value


def _stated(value: str) -> str | None:
    return (
        None if is_placeholder(value) or states_nothing(value) or ("&" in value and holds_reference(value)) else value
    )


def keep(row: Row, tag: str, values: Iterable[str]) -> None:
    """Keeps raw values under their tag."""
    kept = row[EXTRA]
    row[EXTRA] = FrozenMapping({**kept, tag: (*kept.get(tag, ()), *values)})


STATES_NOTHING: Final = ("ris.placeholder", "stands where no value is given; kept in extra")
NO_ADDRESS: Final = ("ris.not-a-url", "no web address; kept in extra")
