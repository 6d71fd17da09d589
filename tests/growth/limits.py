"""Inputs as large as the documented limits allow, and one that passes each.

In: the name of a limit. Out: how long the largest input took, and that the larger one raised a `LimitError` that names
the limit.
"""

import time
from collections.abc import Callable
from typing import Final, NamedTuple

import coprod
from coprod.exceptions import LimitError
from coprod.limits import DEFAULT_LIMITS

_RECORD: Final = "TY  - JOUR\nTI  - Trust\nAB  - "
_ABOUT: Final = 100
"""Characters of the line beside its value."""


class Limit(NamedTuple):
    """Inputs on both sides of a limit."""

    reader: str
    allowed: int
    input_of: Callable[[int], str]


def _line(size: int) -> str:
    return f"{_RECORD}{'care ' * ((size - _ABOUT) // 5)}\nER  - \n"


def _page(size: int) -> str:
    head = "<meta name='citation_title' content='Trust'><meta name='citation_author' content='Alford, J.'>"
    start, line = f"<html><head>{head}</head><body>", "<p>Care is shared by all of the towns.</p>\n"
    return start + line * ((size - len(start)) // len(line)) + "." * (size > DEFAULT_LIMITS.page_bytes) * len(line)


def _text(size: int) -> str:
    start, line = "Key Findings\n", "Care cost 30% less in twelve of all the towns that were asked.\n"
    return start + line * ((size - len(start)) // (len(line) - 1))


def _dense(units: int) -> str:
    return "Key Findings\n" + "Care cost 30% less.\n" * (units // 3 - 1)


def _nested(depth: int) -> str:
    return f"<html><body><h2>Key Findings</h2>{'<div>' * (depth - 3)}It is so.{'</div>' * (depth - 3)}</body></html>"


def _joined(count: int) -> str:
    head = "<meta name='citation_title' content='Trust'><meta name='citation_author' content='Alford, J.'>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{'Care is shared. ' * 600}</body></html>\n" * count


LIMITS: Final = {
    "line_length": Limit("ris", DEFAULT_LIMITS.line_length, _line),
    "page_bytes": Limit("article", DEFAULT_LIMITS.page_bytes, _page),
    "page_text": Limit("summary", DEFAULT_LIMITS.page_text, _text),
    "density": Limit("summary", DEFAULT_LIMITS.density, _dense),
    "nesting": Limit("summary", DEFAULT_LIMITS.nesting, _nested),
    "pages": Limit("article", DEFAULT_LIMITS.pages, _joined),
}


def at_limit(name: str) -> str:
    """Reads the largest input and one that is too large.

    Raises:
        AssertionError: The limit was passed too soon, or another one or none was passed.
    """
    limit = LIMITS[name]
    start = time.process_time()
    passed = _passed(limit, limit.allowed)
    took = time.process_time() - start
    if passed is not None:
        raise AssertionError(f"passed too soon: {passed}")
    passed = _passed(limit, limit.allowed + limit.allowed // 10)
    if passed is None or passed.limit != name:
        raise AssertionError(f"passed: {passed}")
    return f"{limit.allowed:,} read in {took:.1f} s; more raises {passed}"


def _passed(limit: Limit, size: int) -> LimitError | None:
    """The error that an input of this size raises."""
    try:
        coprod.loads(limit.input_of(size), format=limit.reader)
    except LimitError as error:
        return error
    return None
