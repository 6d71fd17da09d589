"""The cyclic garbage collector, paused while many objects are made that cannot form cycles.

The pause counts: it ends when the last of several threads has left. A collector that was off stays off.
A process that was forked meanwhile has none of the other threads, and begins anew.
"""

import gc
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_inside = 0
_was_enabled = False

_MANY = 50_000
"""Objects that are worth sparing the collector; fewer are walked in a moment."""


@contextmanager
def paused() -> Iterator[None]:
    """No automatic collection inside.

    Examples:
        >>> with paused():
        ...     gc.isenabled()
        False
    """
    _enter()
    try:
        yield
    finally:
        _leave()


def _enter() -> None:
    global _inside, _was_enabled  # noqa: PLW0603 - the collector is one for the process
    with _lock:
        if _inside == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
        _inside += 1


def _leave() -> None:
    global _inside  # noqa: PLW0603 - the collector is one for the process
    with _lock:
        _inside = max(_inside - 1, 0)
        if _inside == 0 and _was_enabled:
            _age_survivors()
            gc.enable()


def _age_survivors() -> None:
    """Moves what was made during a long pause to the oldest generation, where it would end anyway.

    Without this the next allocation would walk all of it. Garbage that is young moves too, and waits there: so not
    after each of many short pauses. Objects that the program itself has frozen stay so.
    """
    if gc.get_count()[0] > _MANY and gc.get_freeze_count() == 0:
        gc.freeze()
        gc.unfreeze()


def _begin_anew() -> None:
    """In a forked process: the threads that paused the collector, or held the lock, are not there."""
    global _inside, _lock  # noqa: PLW0603 - the collector is one for the process
    _lock = threading.Lock()
    if _inside and _was_enabled:
        gc.enable()
    _inside = 0


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)
