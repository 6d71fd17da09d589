"""What readers give, in the form that the account takes.

In: bytes. Out: a `Reading`: coprod's own, or that of rispy for comparison. For coprod the two lists of codes say what a
diagnostic excuses; a code in neither excuses nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs

import coprod
from coprod import Abstract, Collection, Name, Paper, PartialDate
from coprod.exceptions import CoprodError
from tests.damage.account import EXTRA, Reading, Record, Told, Value

LEFT_OUT: Final = frozenset(("ris.cut", "ris.er-outside", "ris.medline", "ris.stray-tag", "ris.stray-text"))
"""Codes that say that the text itself is in no record."""

READ_OTHERWISE: Final = frozenset(
    ("ris.glued", "ris.missing-er", "ris.missing-ty", "ris.other-form", "ris.tag-like-text", "encoding.undecodable")
)
"""Codes that say that a line was read in an unusual way: what stands on it may be at another place."""


def by_coprod(data: bytes) -> Reading:
    """The file as coprod reads it."""
    try:
        found = coprod.loads(data, name="damaged.ris")
    except CoprodError as error:
        return Reading(refused=f"{type(error).__name__}: {error}")
    except Exception as error:  # noqa: BLE001 - to find those is what the laboratory is for
        return Reading(crashed=f"{type(error).__name__}: {error}")
    return Reading(tuple(map(_record, found.papers)), tuple(_told(found)))


def _record(paper: Paper) -> Record:
    place = paper.source
    lines = None if place is None else range(place.first_line, place.last_line + 1)
    values = [
        Value(field.name, text)
        for field in attrs.fields(Paper)
        if field.name not in ("id", "source", "type")
        for text in _texts(getattr(paper, field.name))
    ]
    return Record(lines, tuple(values))


def _texts(value: object) -> Iterator[str]:
    """The texts that a field holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Name):
        yield value.literal
    elif isinstance(value, Abstract):
        yield value.text
    elif isinstance(value, PartialDate):
        yield f"{value.year} {value.raw or ''}"
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)


def _told(found: Collection) -> Iterator[Told]:
    for diagnostic in found.diagnostics:
        if diagnostic.code in LEFT_OUT or diagnostic.code in READ_OTHERWISE:
            yield Told(diagnostic.lines, diagnostic.text or "", diagnostic.code in LEFT_OUT)


def by_rispy(data: bytes) -> Reading:
    """The file as rispy reads it; it tells nothing, and what it keeps of unknown tags counts as `extra`."""
    import rispy

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Reading(refused=str(error))
    try:
        found = rispy.loads(text)
    except OSError as error:
        return Reading(refused=str(error))
    except Exception as error:  # noqa: BLE001 - they are counted
        return Reading(crashed=f"{type(error).__name__}: {error}")
    return Reading(tuple(Record(None, tuple(_of_dict(entry))) for entry in found))


def _of_dict(entry: Mapping[str, Any]) -> Iterator[Value]:
    for field, value in entry.items():
        if isinstance(value, Mapping):
            for part in value.values():
                yield from (Value(EXTRA, str(text)) for text in part)
        else:
            texts = value if isinstance(value, list) else [value]
            yield from (Value(field, str(text)) for text in texts)


READERS: Final[dict[str, Callable[[bytes], Reading]]] = {"coprod": by_coprod, "rispy": by_rispy}
