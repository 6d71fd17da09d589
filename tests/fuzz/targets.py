"""What is fuzzed: each way into the library, which may raise `CoprodError` and nothing else.

In: any bytes. Out: nothing; any other exception is a finding.
"""

from collections.abc import Callable
from typing import Final

import coprod
from coprod.exceptions import CoprodError

_SMALL: Final = coprod.Limits(nesting=200)


def _load(content: bytes, reader: str | None) -> None:
    try:
        found = coprod.loads(content, format=reader, limits=_SMALL)
    except CoprodError:
        return
    if len(content) % 16 == 0:  # what is made of the records takes longer than to read them
        _use(found)


def _use(found: coprod.Collection) -> None:
    for record in list(found)[:3]:
        if not isinstance(record, coprod.Finding):
            record.to_dict()
            _locate(found, record, "title")
    for diagnostic in found.diagnostics[:2]:
        found.explain(diagnostic)


def _locate(found: coprod.Collection, record: coprod.Paper | coprod.StudyGroup, path: str) -> None:
    """A value is traced, or it is said that it cannot be; an error of another kind is a finding."""
    try:
        found.locate(record, path)
    except LookupError as error:
        if type(error) is not LookupError:
            raise


def any_format(content: bytes) -> None:
    """Sniffing, and whatever reader it finds."""
    _load(content, None)


def as_text(content: bytes) -> None:
    """The same for text, with every code point, lone surrogates too."""
    try:
        coprod.loads(content.decode("utf-8", "surrogateescape"))
    except CoprodError:
        return


def ris(content: bytes) -> None:
    """The reader of RIS."""
    _load(content, "ris")


def page(content: bytes) -> None:
    """The readers of pages; the first byte chooses one."""
    names = ("article", "search", "study-group", "summary")
    _load(content[1:], names[content[0] % len(names)] if content else None)


def from_json(content: bytes) -> None:
    """A collection from JSON."""
    try:
        coprod.Collection.from_json(content.decode("utf-8", "surrogateescape"))
    except CoprodError:
        return


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    target.__name__: target for target in (any_format, as_text, ris, page, from_json)
}
"""The targets by name."""
