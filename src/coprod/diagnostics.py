"""What was odd, repaired or left out, with its line.

In: occurrences, as readers find them. Out: one `Diagnostic` for each kind of mistake in a source,
with a count, all its line ranges and the first raw lines. Severities: "error" (a value may be lost or
misplaced), "warning" (something was repaired or guessed), "info" (worth knowing).
"""

from typing import ClassVar, Literal

import attrs

from coprod.models._base import Record

Severity = Literal["info", "warning", "error"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


@attrs.frozen(kw_only=True, repr=False)
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
        return f"{place or '<input>'}: {self.severity}: {self.message}{often} [{self.code}]"


__all__ = ["SEVERITIES", "Diagnostic", "Severity"]
