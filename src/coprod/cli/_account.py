"""The account of a reading, for a person.

In: a reading that has come to its end. Out: lines of text; nothing is printed here, and nothing goes wrong.
Numbers stand before names, so that they are aligned whatever the names are.
"""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from coprod._explain import WIDTH, explained
from coprod.cli._reading import Part, Reading
from coprod.cli._terminal import clean, cut
from coprod.diagnostics import SEVERITIES, Diagnostic
from coprod.models import Source

SHOWN: Final = 10
"""Diagnostics that are printed unless all are asked for."""

_GRAVEST_FIRST: Final = tuple(reversed(SEVERITIES))

_RANKS: Final[dict[str, int]] = {severity: rank for rank, severity in enumerate(_GRAVEST_FIRST)}

_KINDS: Final = {"papers": "paper", "findings": "finding", "study_groups": "study group"}

_COLUMNS: Final = ("papers", "findings", "groups")

_MARGIN: Final = " " * 4
"""Stands before raw lines."""

_INDENT: Final = " " * (len(_COLUMNS[0]) + 2)


def account(reading: Reading, *, columns: int, everything: bool) -> Iterator[str]:
    """All lines: the sources, the totals, the gravest diagnostics or every one.

    Args:
        reading: What was read.
        columns: Width of the terminal.
        everything: Whether all diagnostics are printed.
    """
    parts = reading.parts()
    yield from _table(parts, columns)
    yield ""
    yield _totals([part.source for part in parts], reading.diagnostics)
    yield from _listed(reading.diagnostics, columns, None if everything else SHOWN)


def _table(parts: list[Part], columns: int) -> Iterator[str]:
    readers = max([len("reader"), *(len(part.source.reader or "") for part in parts)])
    yield _row(_COLUMNS, "reader", readers, "source")
    for part in parts:
        source = part.source
        yield _row(_numbers(source), source.reader or "-", readers, source.name)
        yield from _codes(part.diagnostics, columns) if source.reader else _reasons(part.diagnostics)


def _row(numbers: Iterable[str], reader: str, readers: int, name: str) -> str:
    aligned = (number.rjust(len(column)) for number, column in zip(numbers, _COLUMNS, strict=True))
    return "  ".join((*aligned, reader.ljust(readers), name))


def _numbers(source: Source) -> list[str]:
    """How many of each kind; a dash for none.

    Examples:
        >>> _numbers(Source(name="a.ris", reader="ris", counts={"papers": 12}))
        ['12', '-', '-']
    """
    return [str(source.counts.get(kind, 0) or "-") for kind in _KINDS]


def _codes(diagnostics: Iterable[Diagnostic], columns: int) -> list[str]:
    """How often each code occurred, by severity, in as many lines as it takes.

    Examples:
        >>> _codes([Diagnostic(code="ris.missing-er", severity="warning", message="", count=2)], 80)
        ['        warning: ris.missing-er 2']
    """
    groups: dict[str, Counter[str]] = {severity: Counter() for severity in _GRAVEST_FIRST}
    for diagnostic in diagnostics:
        groups.setdefault(diagnostic.severity, Counter())[diagnostic.code] += diagnostic.count
    text = "; ".join(f"{severity}:\N{NO-BREAK SPACE}{_counted(codes)}" for severity, codes in groups.items() if codes)
    lines = textwrap.wrap(text, columns - len(_INDENT), break_long_words=False, break_on_hyphens=False)
    return [_INDENT + line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def _reasons(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Why a source was not read, in full: a code alone would not say.

    Examples:
        >>> list(_reasons([Diagnostic(code="load.unknown-format", severity="warning", message="not read: a PDF file")]))
        ['        warning: not read: a PDF file [load.unknown-format]']
    """
    for diagnostic in diagnostics:
        yield f"{_INDENT}{diagnostic.severity}: {diagnostic.message} [{diagnostic.code}]"


def _counted(codes: Counter[str]) -> str:
    """The codes by name; a no-break space keeps each with its number."""
    return ", ".join(f"{code}\N{NO-BREAK SPACE}{count}" for code, count in sorted(codes.items()))


def _totals(sources: list[Source], diagnostics: Iterable[Diagnostic]) -> str:
    """The sum of everything, in one line.

    Examples:
        >>> _totals([Source(name="a.ris", reader="ris", counts={"papers": 12})], [])
        '1 source: 12 papers, 0 findings, 0 study groups; no diagnostics'
    """
    unread = sum(source.reader is None for source in sources)
    missing = f" ({unread} not read)" if unread else ""
    found = (_number(sum(source.counts.get(kind, 0) for source in sources), word) for kind, word in _KINDS.items())
    return f"{_number(len(sources), 'source')}{missing}: {', '.join(found)}; {_severities(diagnostics)}"


def _severities(diagnostics: Iterable[Diagnostic]) -> str:
    numbers = Counter(diagnostic.severity for diagnostic in diagnostics)
    told = ", ".join(_number(numbers[severity], severity) for severity in sorted(numbers, key=_rank))
    return f"diagnostics: {told}" if told else "no diagnostics"


def _number(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 or word == "info" else f"{number} {word}s"


def _listed(diagnostics: Iterable[Diagnostic], columns: int, limit: int | None) -> Iterator[str]:
    """The gravest diagnostics, in the order of the sources, and how many there are besides."""
    ordered = sorted(diagnostics, key=lambda diagnostic: _rank(diagnostic.severity))
    if ordered:
        yield ""
    tell = _explained if limit is None else _told
    for diagnostic in ordered[:limit]:
        yield from tell(diagnostic, columns)
    left = len(ordered[limit:]) if limit is not None else 0
    if left:
        yield f"… and {left} more; --diagnostics shows all"


def _rank(severity: str) -> int:
    """Place in the order of gravity; what a reader of another package calls otherwise comes last."""
    return _RANKS.get(severity, len(_RANKS))


def _told(diagnostic: Diagnostic, columns: int) -> Iterator[str]:
    """A diagnostic, and the first of the raw lines that it is about.

    Examples:
        >>> list(_told(Diagnostic(code="x", severity="info", message="odd", line=3, text="T2  - A"), 80))
        ['3: info: odd [x]', '    3 | T2  - A']
    """
    yield str(diagnostic)
    if diagnostic.line is None or not diagnostic.text:
        return
    margin = f"{_MARGIN}{diagnostic.line} | "
    raw = diagnostic.text[: columns * 8].split("\n", 1)[0]
    yield margin + cut(clean(raw), columns - len(margin))


def _explained(diagnostic: Diagnostic, columns: int) -> Iterator[str]:
    """A diagnostic with the raw lines that it is about, a marker under the place, and where else it occurred.

    Examples:
        >>> list(_explained(Diagnostic(code="x", severity="info", message="odd", line=3, text="T2  - A"), 80))
        ['3: info: odd [x]', '    3 | T2  - A', '      | ^^^^^^^']
    """
    room = columns - len(_MARGIN) - len(f"{diagnostic.line or ''} | ")
    first, *others = explained(diagnostic, width=min(room, WIDTH))
    yield first
    for line in others:
        yield cut(clean(_MARGIN + line), columns)


__all__ = ["account"]
