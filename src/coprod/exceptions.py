"""Everything that coprod raises on purpose.

    CoprodError
    ├── ReadError                 a source could not be read, or not strictly
    │   ├── UnknownFormatError    no reader knows the source
    │   └── LimitError            the source is larger than a limit allows
    ├── SourceTypeError           a source is neither a path nor an open file  (also a TypeError)
    ├── UnknownReaderError        `format=` names no reader            (also a LookupError)
    ├── ReaderNameError           `register` with a name that another reader has   (also a ValueError)
    ├── UnknownEncodingError      `encoding=` names no text encoding   (also a LookupError)
    ├── LayoutError               a layout of a page cannot be used    (also a ValueError)
    └── SchemaError               a dict or JSON text does not fit the model   (also a ValueError)

What the file system raises (`OSError`) passes through as it is. Every exception keeps its data as
attributes, and survives pickling and copying.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coprod.diagnostics import Diagnostic


class CoprodError(Exception):
    """Base of all exceptions of coprod."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.args, self.__dict__.copy()))


def _rebuild(cls: type[CoprodError], args: tuple[Any, ...], state: dict[str, Any]) -> CoprodError:
    """An exception without a call of its `__init__`, which may take other arguments."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ReadError(CoprodError):
    """A source could not be read, or `strict=True` met a diagnostic of severity "error".

    Attributes:
        source: Name of the source, or None.
        diagnostic: The diagnostic that stopped the reading, or None.
    """

    def __init__(self, message: str, *, source: str | None = None, diagnostic: "Diagnostic | None" = None) -> None:
        super().__init__(message)
        self.source = source
        self.diagnostic = diagnostic


class UnknownFormatError(ReadError):
    """No reader knows the source.

    Attributes:
        source: Name of the source, or None.
        seen: What the source looks like, e.g. `"a PDF file"`.
        known: Names of the readers that were asked.
    """

    def __init__(self, *, source: str | None, seen: str, known: Iterable[str]) -> None:
        self.seen = seen
        self.known: tuple[str, ...] = tuple(known)
        formats = ", ".join(self.known) or "none"
        super().__init__(f"{source or '<input>'}: no reader knows {seen}; known formats: {formats}", source=source)


class LimitError(ReadError):
    """The source is larger than a limit allows; the caller can raise the limit.

    Attributes:
        source: Name of the source, or None.
        limit: Name of the limit, e.g. `"line_length"`.
        allowed: Its value.
    """

    def __init__(self, *, source: str | None, limit: str, allowed: int, line: int | None = None) -> None:
        self.limit = limit
        self.allowed = allowed
        self.line = line
        place = f"{source or '<input>'}:{line}" if line is not None else source or "<input>"
        super().__init__(
            f"{place}: more than limits.{limit} = {allowed:_} allows; raise it with Limits({limit}=...)", source=source
        )


class SourceTypeError(CoprodError, TypeError):
    """A source is neither a path nor an open file.

    Attributes:
        type_name: Name of its type.
    """

    def __init__(self, *, type_name: str) -> None:
        self.type_name = type_name
        super().__init__(f"a source is a path, a folder or an open file, not {type_name}; content goes to loads()")


class UnknownReaderError(CoprodError, LookupError):
    """`format=` names no reader.

    Attributes:
        format: The name that was given.
        known: Names of the readers.
    """

    def __init__(self, *, format: str, known: Iterable[str]) -> None:  # noqa: A002 - the option's name
        self.format = format
        self.known: tuple[str, ...] = tuple(known)
        super().__init__(f"no reader is named {format!r}; known formats: {', '.join(self.known)}")


class ReaderNameError(CoprodError, ValueError):
    """A reader cannot be registered under the name of another; `register(reader, replace=True)` puts it in its place.

    Attributes:
        name: The name that is taken.
    """

    def __init__(self, *, name: str) -> None:
        self.name = name
        super().__init__(
            f"a reader named {name!r} is there already; choose another name, or put yours in its place by replace=True"
        )


class UnknownEncodingError(CoprodError, LookupError):
    """`encoding=` names no text encoding that Python knows.

    Attributes:
        encoding: The name that was given.
    """

    def __init__(self, *, encoding: str) -> None:
        self.encoding = encoding
        super().__init__(f"unknown text encoding: {encoding!r}")


class LayoutError(CoprodError, ValueError):
    """A layout of a page cannot be used.

    Attributes:
        file: The file, or the name of the layout; None for a layout made in the program.
        key: Where in it, e.g. `"select.title"`; None for the file as a whole.
        problem: What is wrong, e.g. `"no such field"`.
    """

    def __init__(self, problem: str, *, file: str | None = None, key: str | None = None) -> None:
        self.problem = problem
        self.file = file
        self.key = key
        super().__init__(": ".join(part for part in (file or "<layout>", key, problem) if part))


_SHOWN = 50
"""Problems that the message of a `SchemaError` names."""


class SchemaError(CoprodError, ValueError):
    """A dict or JSON text does not fit the model.

    Attributes:
        problems: One line each, with a path: `"$.papers[3].issued.year: expected int"`.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems: tuple[str, ...] = tuple(problems)
        more = len(self.problems) - _SHOWN
        shown = [*self.problems[:_SHOWN], *([f"and {more:,} more"] if more > 0 else [])]
        super().__init__("; ".join(shown))


__all__ = [
    "CoprodError",
    "LayoutError",
    "LimitError",
    "ReadError",
    "ReaderNameError",
    "SchemaError",
    "SourceTypeError",
    "UnknownEncodingError",
    "UnknownFormatError",
    "UnknownReaderError",
]
