"""One reading of all sources, with an account of each.

In: what the user asked for. Out: records one by one, then which source had which diagnostics.
What can go wrong: what `coprod.iter_load` raises.
"""

import sys
from collections import deque
from collections.abc import Iterator
from errno import EBADF
from os import strerror
from typing import Any

import attrs

import coprod
from coprod.cli._arguments import STANDARD, Arguments
from coprod.diagnostics import Diagnostic
from coprod.models import Finding, Paper, Record, Source, StudyGroup


@attrs.frozen
class Part:
    """A source and what was odd in it."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]


class Reading:
    """Reads once. Two sources may have the same name, so diagnostics are told apart by when they come.

    Attributes:
        diagnostics: Of the sources that have been read, in their order.
    """

    def __init__(self, arguments: Arguments) -> None:
        self._heard: list[tuple[int, Diagnostic]] = []
        self._records = coprod.iter_load(
            *map(_source, arguments.paths),
            on_diagnostic=self._hear,
            format=arguments.format,
            encoding=arguments.encoding,
            strict=arguments.strict,
            repair=arguments.repair,
            layouts=arguments.layouts,
        )

    def _hear(self, diagnostic: Diagnostic) -> None:
        self._heard.append((len(self._records.sources), diagnostic))

    def finish(self) -> None:
        """Reads what has not been read, and lets go of it."""
        deque(self._records, maxlen=0)

    def all(self) -> Iterator[Record]:
        """Every record as it is read, then diagnostics and sources: the order of JSON Lines."""
        yield from self._records
        yield from self.diagnostics
        yield from self._records.sources

    def collection(self) -> coprod.Collection:
        """Everything, as `coprod.load` gives it, but for the content of the sources."""
        kinds: dict[type, list[Any]] = {Paper: [], Finding: [], StudyGroup: []}
        for record in self._records:
            kinds[type(record)].append(record)
        return coprod.Collection(
            papers=tuple(kinds[Paper]),
            findings=tuple(kinds[Finding]),
            study_groups=tuple(kinds[StudyGroup]),
            diagnostics=self.diagnostics,
            sources=self._records.sources,
        )

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was odd in the sources that have been read."""
        return tuple(diagnostic for _, diagnostic in self._heard)

    def parts(self) -> list[Part]:
        """The sources that have been read, each with its own diagnostics."""
        by_source: dict[int, list[Diagnostic]] = {}
        for index, diagnostic in self._heard:
            by_source.setdefault(index, []).append(diagnostic)
        return [Part(source, tuple(by_source.get(i, ()))) for i, source in enumerate(self._records.sources)]


def _source(path: str) -> object:
    if path != STANDARD:
        return path
    if sys.stdin is None:
        raise OSError(EBADF, strerror(EBADF), "<stdin>")
    return getattr(sys.stdin, "buffer", sys.stdin)


__all__ = ["Part", "Reading"]
