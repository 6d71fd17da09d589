"""From a Finding of a RIS record back to the place of its statement, of its numbers and of the label above it.

In: the trace of the record that the Finding was made from, and a path. Out: stretches of the value of AB or N2. The
findings of that value are made again, so that each leads to the place that it was made from.
What can go wrong: `LookupError` for a Finding that was not made from the abstract of the record.
"""

import functools
from collections.abc import Iterator
from typing import Final, NamedTuple

from coprod._findings import FindingIds, Statement, statements_of
from coprod.models import Abstract, Finding
from coprod.readers.paths import Step
from coprod.readers.ris.locate.entries import Entry, Hit, Trace
from coprod.readers.ris.locate.sections import stretch_hit
from coprod.text.abstracts import Part, Range, parts_of
from coprod.text.markup import strip_markup

_TAGS: Final = ("AB", "N2")
_LABELLED: Final = ("section", "category")
"""Fields of a Finding that the label of its section says."""


class _Placed(NamedTuple):
    """A statement of an abstract."""

    id: str
    statement: Statement
    part: Part


def statement_hits(trace: Trace, finding: Finding, steps: tuple[Step, ...]) -> Iterator[Hit]:
    """The stretches that a value of a Finding came from; one, or one for each of its quantities.

    Raises:
        LookupError: The record does not state it.

    Examples:
        >>> from coprod import Abstract, Paper, findings
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> entry = entry_of("AB", "AIM: We ask who reads. RESULTS: Most of them do.")
        >>> (finding,) = findings(Paper(abstract=Abstract(text=entry.value)))
        >>> trace = Trace("a.ris", "JOUR", (entry,), ())
        >>> [hit.text for path in ("statement", "category") for hit in statement_hits(trace, finding, (path,))]
        ['Most of them do.', 'RESULTS']
    """
    for entry in trace.of(_TAGS):
        for text in dict.fromkeys((strip_markup(entry.value), entry.value)):
            for placed in _statements(text, finding.paper):
                if placed.id == finding.id and text[slice(*_range(placed))] == finding.statement:
                    yield from (_hit(entry, text, place) for place in _places(placed, steps))
                    return
    raise LookupError("the finding was not made from the abstract of its paper by coprod.findings")


@functools.lru_cache(maxsize=16)
def _statements(text: str, paper: str | None) -> tuple[_Placed, ...]:
    """The statements of an abstract, with the ids of the findings that they become."""
    ids = FindingIds(paper)
    found: list[_Placed] = []
    for part in parts_of(text) or (Part(None, (0, len(text)), None),):
        label = text[slice(*part.label)] if part.label is not None else None
        own = text[slice(*part.text)]
        found += [
            _Placed(ids.next(label, own[statement.start : statement.end]), statement, part)
            for statement in statements_of(label, part.category, own)
        ]
    return tuple(found)


def _range(placed: _Placed) -> Range:
    return _moved((placed.statement.start, placed.statement.end), placed)


def _moved(place: Range, placed: _Placed) -> Range:
    """A place in the text of a section, as one in the abstract."""
    start = placed.part.text[0]
    return place[0] + start, place[1] + start


def _places(placed: _Placed, steps: tuple[Step, ...]) -> Iterator[Range]:
    """The places in the abstract that the value at a path came from."""
    field, *rest = steps
    if field in _LABELLED and placed.part.label is not None:
        yield placed.part.label
    elif field == "quantities":
        numbers = placed.statement.quantities
        for found in numbers[int(rest[0]) : int(rest[0]) + 1] if rest else numbers:
            special = {"measures": found.measures, "of": found.of}.get(str(rest[1]) if len(rest) > 1 else "")
            yield _moved(special or (found.start, found.end), placed)
    else:
        yield _range(placed)


def _hit(entry: Entry, text: str, place: Range) -> Hit:
    """The place in the value of the tag; all of the value where its markup hides the place."""
    return stretch_hit(entry, Abstract(text=text), place) or Hit(entry, 0, len(entry.value))
