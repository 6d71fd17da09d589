"""What was odd, repaired or left out, with its line.

In: occurrences, as readers find them. Out: one `Diagnostic` for each kind of mistake in a source,
with a count, all its line ranges and the first raw lines. Severities: "error" (a value may be lost or
misplaced), "warning" (something was repaired or guessed), "info" (worth knowing).
"""

import re
from array import array
from collections.abc import Callable, Iterable
from typing import ClassVar, Final, Literal

import attrs

from coprod._terminal_text import visible
from coprod.models._base import Record

Severity = Literal["info", "warning", "error"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Diagnostic(Record):
    """One thing that a reader wants known, and where it stands.

    Examples:
        >>> print(Diagnostic(code="ris.missing-er", severity="warning", source="a.ris", line=214,
        ...                  message="TY before ER; the record before it was closed"))
        a.ris:214: warning: TY before ER; the record before it was closed [ris.missing-er]
    """

    _headline: ClassVar[tuple[str, ...]] = ("code", "severity", "source", "line", "count")

    code: str
    """Stable name of the kind of thing, e.g. `"ris.missing-er"`; the docs list them all."""

    severity: str
    """`"info"`, `"warning"` or `"error"`."""

    message: str
    """What was seen and what was done, in one sentence."""

    source: str | None = None
    """Name of the source. None: not about one source."""

    line: int | None = None
    """Line of the first occurrence, 1-based. None: about the whole source."""

    start: int | None = None
    """First column of the place, 0-based. None: the whole line."""

    end: int | None = None
    """Column behind the place. None: the whole line."""

    field: str | None = None
    """Field of the record that it is about, e.g. `"doi"`. None: not about one field."""

    repair: str | None = None
    """What was done to the value. None: nothing."""

    text: str | None = None
    """The raw lines, without their line ends, of the first occurrences. None: about the whole source."""

    count: int = 1
    """How often it occurred in the source."""

    lines: tuple[tuple[int, int], ...] = ()
    """First and last line of every occurrence."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.source, self.line) if part is not None)
        often = f" ({self.count} times)" if self.count > 1 else ""
        return visible(f"{place or '<input>'}: {self.severity}: {self.message}{often} [{self.code}]")


def occurrence(
    code: str,
    severity: Severity,
    message: str,
    *,
    source: str | None = None,
    line: int | None = None,
    last: int | None = None,
    text: str | None = None,
    field: str | None = None,
    repair: str | None = None,
) -> Diagnostic:
    """One occurrence, on the lines from `line` to `last` (or on `line` alone).

    Examples:
        >>> occurrence("ris.stray-text", "info", "text outside a record", line=3, last=5).lines
        ((3, 5),)
    """
    return Diagnostic(
        code=code,
        severity=severity,
        message=message,
        source=source,
        line=line,
        field=field,
        repair=repair,
        text=text,
        lines=() if line is None else ((line, last or line),),
    )


_TEXT_KEPT: Final = 64 * 1024
"""Characters of raw lines that a diagnostic keeps of occurrences behind the first, which it keeps whole."""


_NUMBER: Final = re.compile("[0-9]+")

_MOST_MESSAGES: Final = 4
"""Different messages of one kind of mistake that are shown."""


class _Tally:
    """The occurrences of one kind of mistake in one source."""

    __slots__ = ("count", "first", "last", "lines", "messages", "places", "room", "texts")

    def __init__(self, first: Diagnostic) -> None:
        self.first = first
        self.last = ""
        self.count = 0
        self.lines = array("Q")
        self.texts: list[str] = []
        self.places = array("Q")
        self.messages: dict[str, str] = {}
        self.room = _TEXT_KEPT

    def add(self, diagnostic: Diagnostic) -> None:
        self.count += diagnostic.count
        if len(self.messages) < _MOST_MESSAGES and diagnostic.message != self.last:
            self.last = diagnostic.message
            self.messages.setdefault(_NUMBER.sub("0", self.last), self.last)
        if diagnostic.line is not None and self.first.line is not None and diagnostic.line < self.first.line:
            self.first = diagnostic
        for first, last in diagnostic.lines:
            self.lines.append(first)
            self.lines.append(last)
        if diagnostic.text is not None and (not self.texts or len(diagnostic.text) < self.room):
            self.texts.append(diagnostic.text)
            self.places.append(diagnostic.line or 0)
            self.room -= len(diagnostic.text)

    def result(self) -> Diagnostic:
        if self.count == 1:
            return self.first
        ends = iter(self.lines)
        ranges = list(zip(ends, ends, strict=True))
        ranges.sort()
        return attrs.evolve(
            self.first,
            message="; also: ".join([self.first.message, *self._other_messages()]),
            count=self.count,
            lines=tuple(ranges),
            text="\n".join(self._texts_in_order()) if self.texts else None,
        )

    def _other_messages(self) -> list[str]:
        """Messages that differ from the first in more than a number."""
        first = _NUMBER.sub("0", self.first.message)
        return [message for plain, message in self.messages.items() if plain != first]

    def _texts_in_order(self) -> list[str]:
        """The raw lines that were kept, in the order of the file."""
        order = sorted(range(len(self.texts)), key=self.places.__getitem__)
        return [self.texts[place] for place in order]


class DiagnosticLog:
    """Gathers the occurrences of one source: the same mistake is one diagnostic with a count.

    Examples:
        >>> log = DiagnosticLog()
        >>> for line in (3, 9):
        ...     log.add(occurrence("ris.missing-er", "warning", "TY before ER", line=line))
        >>> [(diagnostic.count, diagnostic.lines) for diagnostic in log.results()]
        [(2, ((3, 3), (9, 9)))]
    """

    def __init__(self, stop: Callable[[Diagnostic], None] | None = None) -> None:
        self._tallies: dict[tuple[str, str, str | None], _Tally] = {}
        self._stop = stop

    def add(self, diagnostic: Diagnostic) -> None:
        """Counts an occurrence; hands one of severity "error" to `stop`, which may raise."""
        if self._stop is not None and diagnostic.severity == "error":
            self._stop(diagnostic)
        key = (diagnostic.code, diagnostic.severity, diagnostic.field)
        if key not in self._tallies:
            self._tallies[key] = _Tally(diagnostic)
        self._tallies[key].add(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Counts several occurrences."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def results(self) -> tuple[Diagnostic, ...]:
        """One diagnostic for each kind of mistake, in the order of the first lines."""
        results = [tally.result() for tally in self._tallies.values()]
        return tuple(sorted(results, key=_first_line))


def _first_line(diagnostic: Diagnostic) -> tuple[int, str]:
    return (diagnostic.line or 0, diagnostic.code)


__all__ = ["SEVERITIES", "Diagnostic", "DiagnosticLog", "Severity", "occurrence"]
