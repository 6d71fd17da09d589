"""What does not fit the model, and where.

In: the exception that a converter raised. Out: one `Problem` for every value that does not fit, in the
order of the model's fields, with the path to it. Goes wrong: nothing; an exception from elsewhere
becomes a problem with its own words.
"""

import json
import sys
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import NamedTuple

from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

UNKNOWN_KEY = "unknown key"

NESTED_TOO_DEEPLY = "nested too deeply"


class UnknownKeyWarning(UserWarning):
    """A key that the model does not have was dropped, because the caller allowed it."""


class MismatchError(ValueError):
    """A value is of another type than the model wants.

    Examples:
        >>> str(MismatchError("int", "2022"))
        'expected int, got str'
        >>> str(MismatchError("int", None))
        'expected int, got None'
    """

    def __init__(self, expected: str, value: object) -> None:
        got = "None" if value is None else type(value).__name__
        super().__init__(f"expected {expected}, got {got}")


class Problem(NamedTuple):
    """One thing that does not fit, the way to it, and the line where the input is JSON Lines.

    Examples:
        >>> str(Problem(("papers", 0, "extra", "DB x", 1), "expected str, got int"))
        '$.papers[0].extra["DB x"][1]: expected str, got int'
    """

    path: tuple[object, ...]
    what: str
    line: int | None = None

    def __str__(self) -> str:
        where = "" if self.line is None else f"line {self.line}: "
        return f"{where}${''.join(map(_step, self.path))}: {self.what}"


class _Key(str):
    """A key of a mapping: a name that is data, not a field of the model."""

    __slots__ = ()


def problems(error: BaseException) -> tuple[str, ...]:
    """What a converter's exception says, one line for every value that does not fit.

    Args:
        error: What `structure` of a configured converter raised.

    Returns:
        Lines such as `"$.authors[0].literal: required field missing"`.

    Examples:
        >>> from coprod import Paper
        >>> from coprod.serialise import make_converter
        >>> try:
        ...     make_converter().structure({"authors": [{}]}, Paper)
        ... except Exception as error:
        ...     problems(error)
        ('$.authors[0].literal: required field missing',)
    """
    return tuple(map(str, flatten(error)))


def flatten(error: BaseException, path: tuple[object, ...] = ()) -> Iterator[Problem]:
    """The leaves of a tree of exceptions, each with the path that the notes of cattrs tell."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        noted, others = error.group_exceptions()
        for child, note in noted:
            yield from flatten(child, (*path, _noted(note)))
        for child in others:
            yield from flatten(child, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields, key=str):
            yield Problem((*path, key), UNKNOWN_KEY)
    else:
        yield Problem(path, _told(error))


def _noted(note: AttributeValidationNote | IterableValidationNote) -> object:
    """The step that a note tells: to a field, to an item of a list, or to a key of a mapping."""
    if isinstance(note, AttributeValidationNote):
        return note.name
    return _Key(note.index) if isinstance(note.index, str) else note.index


def _told(error: BaseException) -> str:
    if isinstance(error, KeyError):
        return "required field missing"
    if isinstance(error, RecursionError):
        return NESTED_TOO_DEEPLY
    return str(error) or type(error).__name__


def _step(step: object) -> str:
    """One step of a path: `.title` for a field, `["DB"]` for a key, `[3]` for a place in a list.

    Examples:
        >>> _step("title"), _step(_Key("DB")), _step(3), _step("not a name")
        ('.title', '["DB"]', '[3]', '["not a name"]')
    """
    if not isinstance(step, str):
        return f"[{step!r}]"
    if step.isidentifier() and not isinstance(step, _Key):
        return f".{step}"
    return f"[{json.dumps(step, ensure_ascii=False)}]"


def warn_of(dropped: Iterable[Problem]) -> None:
    """One warning for each field of the model's tree that held unknown keys of one name."""
    first: dict[tuple[object, ...], Problem] = {}
    times = Counter[tuple[object, ...]]()
    for problem in dropped:
        pattern = tuple("*" if isinstance(step, int) else step for step in problem.path)
        first.setdefault(pattern, problem)
        times[pattern] += 1
    for pattern, problem in first.items():
        often = f" ({times[pattern]} times)" if times[pattern] > 1 else ""
        warn(f"{problem}, dropped{often}")


def warn(message: str) -> None:
    """A warning that points at the line that called coprod."""
    warnings.warn(message, UnknownKeyWarning, stacklevel=_calls_to_outside() + 1)


def _calls_to_outside() -> int:
    """How many calls up the first frame stands that is neither ours nor the converter's."""
    calls, frame = 0, sys._getframe(1)  # noqa: SLF001 - what `stacklevel` counts
    while frame.f_back is not None and _package(frame) in _INSIDE:
        calls, frame = calls + 1, frame.f_back
    return calls


def _package(frame: FrameType) -> str:
    # The functions that cattrs generates stand in no module.
    return str(frame.f_globals.get("__name__", "cattrs")).partition(".")[0]


_INSIDE = ("cattrs", "coprod")
