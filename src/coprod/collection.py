"""What `load` returns: all records and diagnostics, and the way back to the source.

In: tuples of records, diagnostics and sources. Out: look-ups, sums, dict and JSON. The content of the
sources is kept for `locate` and `explain`; it does not count in comparisons and is not written.
What can go wrong: `LookupError` for an id or a path that is not there, and for a source that is not kept.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

import attrs

from coprod.diagnostics import Diagnostic
from coprod.document import Kept
from coprod.models import Finding, FrozenMapping, Paper, Source, Span, StudyGroup
from coprod.models._base import EMPTY, Record, freeze
from coprod.readers import registry


def _frozen(kept: Mapping[str, tuple[Kept, ...]]) -> FrozenMapping[str, tuple[Kept, ...]]:
    return freeze(kept)


@attrs.frozen(kw_only=True, repr=False)
class Collection(Record):
    r"""Papers, findings and study groups, with what was odd and where it all came from.

    Two collections are equal when their objects are. Iterating gives papers, then findings, then study groups.

    Examples:
        >>> import coprod
        >>> found = coprod.loads("TY  - JOUR\nTI  - Trust\nER  - ")
        >>> found
        <Collection: 1 paper, 0 findings, 0 study groups, 0 diagnostics from 1 source>
        >>> len(found + found)
        2
    """

    _headline: ClassVar[tuple[str, ...]] = ()

    papers: tuple[Paper, ...] = ()
    """Papers, in the order of the sources."""

    findings: tuple[Finding, ...] = ()
    """Findings, in the order of the sources."""

    study_groups: tuple[StudyGroup, ...] = ()
    """Study groups, in the order of the sources."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """What was odd, repaired or left out."""

    sources: tuple[Source, ...] = ()
    """What was read."""

    _kept: FrozenMapping[str, tuple[Kept, ...]] = attrs.field(default=EMPTY, converter=_frozen, eq=False)
    """Kept sources by name; several of one name in the order of reading."""

    def __iter__(self) -> Iterator[Paper | Finding | StudyGroup]:
        yield from self.papers
        yield from self.findings
        yield from self.study_groups

    def __len__(self) -> int:
        return len(self.papers) + len(self.findings) + len(self.study_groups)

    def __add__(self, other: object) -> "Collection":
        if not isinstance(other, Collection):
            return NotImplemented
        return Collection(
            papers=self.papers + other.papers,
            findings=self.findings + other.findings,
            study_groups=self.study_groups + other.study_groups,
            diagnostics=self.diagnostics + other.diagnostics,
            sources=self.sources + other.sources,
            kept=_merged(self._kept, other._kept),
        )

    def __repr__(self) -> str:
        counts = (
            _counted(len(self.papers), "paper"),
            _counted(len(self.findings), "finding"),
            _counted(len(self.study_groups), "study group"),
            _counted(len(self.diagnostics), "diagnostic"),
        )
        return f"<Collection: {', '.join(counts)} from {_counted(len(self.sources), 'source')}>"

    def paper(self, id: str) -> Paper:  # noqa: A002 - the field's name
        """The paper of that id.

        Raises:
            KeyError: There is none.

        Examples:
            >>> Collection(papers=(Paper(id="7eb6bb9a9f5b", title="Trust"),)).paper("7eb6bb9a9f5b").title
            'Trust'
        """
        for paper in self.papers:
            if paper.id == id:
                return paper
        raise KeyError(f"no paper has the id {id!r}")

    def locate(self, record: Paper | Finding | StudyGroup, path: str) -> tuple[Span, ...]:
        r"""The places that the value at a path came from.

        Args:
            record: A record of this collection.
            path: A field, or a part of one, e.g. `"doi"`, `"authors[1].family"`, `"extra.DB[0]"`.

        Returns:
            Spans, one for each line; `()` if the value is None or `()`. The text of the spans, joined with
            spaces, is the value before any repair.

        Raises:
            LookupError: The path is none that the record has; the source is not kept (after `from_dict`, or for a
                record made by hand); its reader cannot trace.

        Examples:
            >>> import coprod
            >>> found = coprod.loads("TY  - JOUR\nAU  - Alford, John\nER  - ")
            >>> found.locate(found.papers[0], "authors[0].family")
            (Span(source='<string>', line=2, start=6, end=12),)
        """
        source = record.source
        if source is None:
            raise LookupError("the record has no source: it was made by hand")
        locate = registry.get(source.reader).locate
        if locate is None:
            raise LookupError(f"the reader {source.reader!r} cannot trace")
        problem = LookupError(f"the source {source.name!r} is not kept; load it to trace what came from it")
        for kept in self._kept.get(source.name, ()):
            try:
                return locate(kept, record, path)
            except LookupError as error:
                problem = error
        raise problem

    def explain(self, diagnostic: Diagnostic) -> str:
        r"""The message of a diagnostic, with the lines that it is about and a marker under the place.

        Without the source (after `from_dict`) it shows the lines that the diagnostic itself keeps.

        Examples:
            >>> import coprod
            >>> found = coprod.loads("TY  - JOUR\nDO  - pending\nER  - ")
            >>> print(found.explain(found.diagnostics[0]))
            <string>:2: warning: no DOI; kept in extra [ris.not-a-doi]
            2 | DO  - pending
              | ^^^^^^^^^^^^^
        """
        lines = _lines_of(diagnostic, self._kept.get(diagnostic.source or "", ()))
        shown = [_excerpt(number, line, *_place(diagnostic, number, line)) for number, line in lines[:_MOST_LINES]]
        width = max((len(number) for number, _text, _marker in shown), default=0)
        rows = [f"{number:>{width}} | {text}\n{'':{width}} | {marker}" for number, text, marker in shown]
        return "\n".join([str(diagnostic), *rows, *_rest(diagnostic, len(shown))])


def _merged(one: Mapping[str, tuple[Kept, ...]], other: Mapping[str, tuple[Kept, ...]]) -> dict[str, tuple[Kept, ...]]:
    """The kept sources of both, each once."""
    return {name: tuple(dict.fromkeys(one.get(name, ()) + other.get(name, ()))) for name in {**one, **other}}


def _counted(count: int, noun: str) -> str:
    """A number with its noun.

    Examples:
        >>> _counted(1, "paper"), _counted(0, "study group")
        ('1 paper', '0 study groups')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


# What `explain` shows -------------------------------------------------------------------------------

_MOST_LINES: Final = 5
_WIDTH: Final = 100
"""Columns of a line that are shown."""

_BEFORE: Final = 20
"""Columns in front of the place, where a line is cut."""

_Line = tuple[int | None, str]


def _lines_of(diagnostic: Diagnostic, kept: tuple[Kept, ...]) -> list[_Line]:
    """The lines of the first occurrence: of the source, else of the diagnostic itself."""
    texts = diagnostic.text.split("\n") if diagnostic.text is not None else []
    if diagnostic.line is None:
        return [(None, text) for text in texts]
    first, last = diagnostic.lines[0] if diagnostic.lines else (diagnostic.line, diagnostic.line)
    numbers = range(first, min(last, first + _MOST_LINES - 1) + 1)
    found = _kept_lines(kept, numbers, texts)
    return list(zip(numbers, texts, strict=False)) if found is None else list(zip(numbers, found, strict=True))


def _kept_lines(kept: tuple[Kept, ...], numbers: range, texts: list[str]) -> list[str] | None:
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


def _excerpt(number: int | None, line: str, start: int, end: int) -> tuple[str, str, str]:
    """Number, line and marker; of a long line, the part around the place."""
    first = 0 if end <= _WIDTH else max(start - _BEFORE, 0)
    cells = [_shown(letter) for letter in line[first : first + _WIDTH]]
    head, tail = "…" if first else "", "…" if first + _WIDTH < len(line) else ""
    place = slice(max(start - first, 0), end - first)
    before = _columns("".join(cells[: place.start])) + len(head)
    marker = " " * before + "^" * max(_columns("".join(cells[place])), 1)
    return "" if number is None else str(number), f"{head}{''.join(cells)}{tail}", marker


def _shown(letter: str) -> str:
    r"""The letter, or its escape if it cannot be seen.

    Examples:
        >>> _shown("ü"), _shown("\t"), _shown("\u2028")
        ('ü', '\\t', '\\u2028')
    """
    return letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")


def _columns(text: str) -> int:
    r"""Columns of a text on a terminal: East Asian letters take two, accents that stand alone none.

    Examples:
        >>> _columns("共同生产"), _columns("e\u0301")
        (8, 1)
    """
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def _rest(diagnostic: Diagnostic, shown: int) -> Iterator[str]:
    """What is not shown: further lines of the first occurrence, and the other occurrences."""
    first, last = diagnostic.lines[0] if diagnostic.lines else (1, 1)
    if last - first >= shown > 0:
        yield f"... and {_counted(last - first + 1 - shown, 'more line')}"
    others = [str(line) for line, _last in diagnostic.lines[1:]]
    if others:
        more = f" and {len(others) - _MOST_LINES} more" if len(others) > _MOST_LINES else ""
        yield f"also in line{'s' if len(others) > 1 else ''} {', '.join(others[:_MOST_LINES])}{more}"


__all__ = ["Collection"]
