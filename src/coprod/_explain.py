"""A diagnostic in words, with the lines that it is about and a marker under the place.

In: a diagnostic, and the kept sources of its name. Out: the message, then raw lines in which all that cannot be seen
is escaped. Without the source it shows the lines that the diagnostic itself keeps. Nothing raises.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coprod._terminal_text import columns, visible
from coprod.diagnostics import Diagnostic

if TYPE_CHECKING:
    from coprod.document import Kept

_MOST_LINES: Final = 5
"""Lines of an occurrence that are shown, and lines of other occurrences that are named."""

WIDTH: Final = 100
"""Columns of a line that are shown."""

_BEFORE: Final = 20
"""Columns in front of the place, where a line is cut."""

_Line = tuple[int | None, str]


def explained(diagnostic: Diagnostic, kept: "tuple[Kept, ...]" = (), width: int = WIDTH) -> Iterator[str]:
    """The message, the first lines with their markers, and what is not shown.

    Args:
        diagnostic: What to explain.
        kept: The sources of the name that the diagnostic has.
        width: Columns of a line that are shown.

    Examples:
        >>> for line in explained(Diagnostic(code="x", severity="info", message="odd", line=3, text="T2  - A")):
        ...     print(line)
        3: info: odd [x]
        3 | T2  - A
          | ^^^^^^^
    """
    lines = _lines_of(diagnostic, kept)[:_MOST_LINES]
    shown = [_excerpt(number, line, *_place(diagnostic, number, line), width) for number, line in lines]
    margin = max((len(number) for number, _text, _marker in shown), default=0)
    yield str(diagnostic)
    for number, text, marker in shown:
        yield f"{number:>{margin}} | {text}"
        yield f"{'':{margin}} | {marker}"
    yield from _rest(diagnostic, len(shown))


def _lines_of(diagnostic: Diagnostic, kept: "tuple[Kept, ...]") -> list[_Line]:
    """The lines of the first occurrence: of the source, else of the diagnostic itself."""
    texts = diagnostic.text.split("\n") if diagnostic.text is not None else []
    if diagnostic.line is None:
        return [(None, text) for text in texts]
    first, last = diagnostic.lines[0] if diagnostic.lines else (diagnostic.line, diagnostic.line)
    numbers = range(first, min(last, first + _MOST_LINES - 1) + 1)
    found = _kept_lines(kept, numbers, texts)
    return list(zip(numbers, texts, strict=False)) if found is None else list(zip(numbers, found, strict=True))


def _kept_lines(kept: "tuple[Kept, ...]", numbers: range, texts: list[str]) -> list[str] | None:
    """The lines of the source; of several of one name, of the one that has the text."""
    found: list[list[str]] = []
    for source in kept:
        try:
            found.append([source.line(number) for number in numbers])
        except LookupError:
            continue
    same = [lines for lines in found if lines and texts[:1] in ([lines[0]], [lines[0].strip()])]
    return next(iter(same or found), None)


def _place(diagnostic: Diagnostic, number: int | None, line: str) -> tuple[int, int]:
    """Where the marker goes: the place if it is known, else the text."""
    if diagnostic.start is not None and diagnostic.end is not None and number == diagnostic.line:
        return min(diagnostic.start, len(line)), min(diagnostic.end, len(line))
    text = line.strip()
    start = line.find(text)
    return start, start + len(text)


def _excerpt(number: int | None, line: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """Number, line and marker; of a long line, the part around the place."""
    first = 0 if end <= width else max(start - _BEFORE, 0)
    cells = [visible(letter) for letter in line[first : first + width]]
    head, tail = "…" if first else "", "…" if first + width < len(line) else ""
    place = slice(max(start - first, 0), end - first)
    before = _columns("".join(cells[: place.start])) + len(head)
    marker = " " * before + "^" * max(_columns("".join(cells[place])), 1)
    return "" if number is None else str(number), f"{head}{''.join(cells)}{tail}", marker


def _columns(text: str) -> int:
    r"""Columns of a text on a terminal.

    Examples:
        >>> _columns("共同生产"), _columns("e\u0301")
        (8, 1)
    """
    return sum(map(columns, text))


def _rest(diagnostic: Diagnostic, shown: int) -> Iterator[str]:
    """What is not shown: further lines of the first occurrence, and the other occurrences."""
    first, last = diagnostic.lines[0] if diagnostic.lines else (1, 1)
    if last - first >= shown > 0:
        yield f"... and {counted(last - first + 1 - shown, 'more line')}"
    others = [str(line) for line, _last in diagnostic.lines[1:]]
    if others:
        more = f" and {len(others) - _MOST_LINES} more" if len(others) > _MOST_LINES else ""
        yield f"also in line{'s' if len(others) > 1 else ''} {', '.join(others[:_MOST_LINES])}{more}"


def counted(count: int, noun: str) -> str:
    """A number with its noun.

    Examples:
        >>> counted(1, "paper"), counted(0, "study group")
        ('1 paper', '0 study groups')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


__all__ = ["WIDTH", "counted", "explained"]
