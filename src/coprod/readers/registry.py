"""Which readers there are, and which of them knows a document.

In: a document. Out: the reader with the best score. Built-in readers stand in one table and are imported when
they are asked; those of other packages are loaded only when no built-in reader knows the document. Two packages that
claim the same name: the one that came first wins, and a diagnostic says so; so it does of one that breaks. `register`
refuses a name that is taken, unless it is told to replace.
"""

import functools
import importlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from coprod.diagnostics import Diagnostic, occurrence
from coprod.exceptions import CoprodError, ReaderNameError, UnknownReaderError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from coprod.document import Document, Kept
    from coprod.models import Finding, Paper, Span, StudyGroup

    Readable: TypeAlias = Paper | Finding | StudyGroup | Diagnostic
    Locate: TypeAlias = Callable[[Kept, Any, str], tuple[Span, ...]]

ENTRY_POINT_GROUP: Final = "coprod.readers"

_SURE: Final = 0.95
"""A score that no later built-in reader passes, so that it need not look."""

_CERTAIN: Final = 1.0
"""No other reader is asked, nor imported, once one is that sure."""

BUILT_IN: Final[dict[str, str]] = {
    "ris": "coprod.readers.ris:READER",
    "search": "coprod.readers.search:READER",
    "article": "coprod.readers.article:READER",
    "summary": "coprod.readers.summary:READER",
    "study-group": "coprod.readers.study_group:READER",
}
"""Readers of coprod itself, by name: where each stands."""


@attrs.frozen(kw_only=True)
class Reader:
    """How one format is recognised and read.

    Examples:
        >>> def sniff(document):
        ...     return 1.0 if document.head.startswith("%mine") else 0.0
        >>> def read(document):
        ...     yield from ()
        >>> Reader(name="mine", suffixes=(".mine",), sniff=sniff, read=read).name
        'mine'
    """

    name: str
    """Name of the format, as `format=` and `formats()` have it."""

    suffixes: tuple[str, ...] = ()
    """Suffixes of its files, in lower case, with the full stop."""

    sniff: "Callable[[Document], float]"
    """How sure it is that it knows a document: 0 not at all, 1 entirely."""

    read: "Callable[[Document], Iterator[Readable]]"
    """The records of a document and what was odd, in the order of the document."""

    locate: "Locate | None" = None
    """The spans that the value at a path of a record came from. None: it cannot trace."""


_registered: dict[str, Reader] = {}
_plugged: dict[str, Reader] | None = None
_conflicts: list[str] = []


def register(reader: Reader, *, replace: bool = False) -> Reader:
    """Adds a reader for this process.

    Args:
        reader: The reader. One that is registered already may be registered again.
        replace: Whether it stands in for another reader of its name: one that was registered, a built-in one, or one
            of another package. `unregister` brings the last two back.

    Returns:
        The reader.

    Raises:
        ReaderNameError: Another reader has that name, and `replace` is False.

    Examples:
        >>> reader = register(Reader(name="mine", sniff=lambda document: 0.0, read=lambda document: iter(())))
        >>> unregister("mine") is reader
        True
    """
    if not replace and _registered.get(reader.name) is not reader and _is_taken(reader.name):
        raise ReaderNameError(name=reader.name)
    _registered[reader.name] = reader
    return reader


def _is_taken(name: str) -> bool:
    """Whether a reader has that name; those of other packages are not loaded for it."""
    return name in BUILT_IN or name in _registered or any(point.name == name for point in _entry_points())


def unregister(name: str) -> Reader | None:
    """Takes back what `register` added; None if there was nothing of that name."""
    return _registered.pop(name, None)


def names() -> tuple[str, ...]:
    """Names of all readers: built-in, registered, plugged in."""
    return tuple(dict.fromkeys([*BUILT_IN, *_registered, *_plug_ins()]))


def get(name: str) -> Reader:
    """The reader of that name.

    Raises:
        UnknownReaderError: There is none.

    Examples:
        >>> get("ris").suffixes
        ('.ris',)
    """
    if name in _registered:
        return _registered[name]
    if name in BUILT_IN:
        return _built_in(name)
    plugged = _plug_ins()
    if name in plugged:
        return plugged[name]
    raise UnknownReaderError(format=name, known=names())


def choose(document: "Document", tell: Callable[[Diagnostic], None]) -> Reader | None:
    """The reader that knows a document best; None if none does.

    A reader of others that breaks when it looks at the document is told, and does not know it.
    """
    own = (_registered.get(name) or _built_in(name) for name in BUILT_IN)
    added = (reader for name, reader in _registered.items() if name not in BUILT_IN)
    best = _best(document, itertools.chain(own, added), tell)
    if best is not None:
        return best
    return _best(document, (reader for name, reader in _plug_ins().items() if name not in _registered), tell)


def _best(document: "Document", readers: Iterable[Reader], tell: Callable[[Diagnostic], None]) -> Reader | None:
    best: Reader | None = None
    score = 0.0
    for reader in readers:
        if score >= _SURE and is_built_in(reader):
            continue
        its_score = reader.sniff(document) if is_built_in(reader) else _score_of_other(document, reader, tell)
        if its_score > score:
            best, score = reader, its_score
        if score >= _CERTAIN:
            break
    return best


def _score_of_other(document: "Document", reader: Reader, tell: Callable[[Diagnostic], None]) -> float:
    try:
        return float(reader.sniff(document))
    except (CoprodError, OSError):
        raise  # the document, not the reader
    except Exception as error:  # noqa: BLE001 - a broken package of others must not break reading
        message = f"reader {reader.name!r} cannot look at this source: {shown_error(error)}"
        tell(occurrence("readers.conflict", "warning", message, source=document.name))
        return 0.0


def is_built_in(reader: Reader) -> bool:
    """Whether a reader is one of coprod itself.

    Examples:
        >>> is_built_in(get("ris"))
        True
    """
    return reader.name in BUILT_IN and reader is _built_in(reader.name)


def shown_error(error: Exception) -> str:
    """An error as one line.

    Examples:
        >>> shown_error(KeyError("title"))
        "KeyError: 'title'"
    """
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


@functools.cache
def _built_in(name: str) -> Reader:
    module, _, attribute = BUILT_IN[name].partition(":")
    reader: Reader = getattr(importlib.import_module(module), attribute)
    return reader


def _plug_ins() -> dict[str, Reader]:
    """Readers of other packages, loaded once."""
    global _plugged  # noqa: PLW0603 - loaded once for the process
    if _plugged is None:
        _plugged = _load_plug_ins()
    return _plugged


def _entry_points() -> "EntryPoints":
    from importlib.metadata import entry_points

    return entry_points(group=ENTRY_POINT_GROUP)


def _load_plug_ins() -> dict[str, Reader]:
    plugged: dict[str, Reader] = {}
    _conflicts.clear()
    for point in sorted(_entry_points(), key=str):
        if point.name in BUILT_IN or point.name in plugged:
            _conflicts.append(f"two readers are named {point.name!r}; {point.value} is not used")
            continue
        try:
            found = point.load()
        except Exception as error:  # noqa: BLE001 - a broken package of others must not break reading
            _conflicts.append(f"reader {point.name!r} of {point.value} cannot be loaded: {shown_error(error)}")
            continue
        if isinstance(found, Reader):
            plugged[point.name] = found
        else:
            _conflicts.append(f"{point.name!r} of {point.value} is no Reader")
    return plugged


def conflicts() -> Iterator[Diagnostic]:
    """What went wrong when the readers of other packages were loaded; nothing before they were."""
    for message in _conflicts:
        yield occurrence("readers.conflict", "warning", message)
