"""Labelled sections of a page, and the findings that they state.

In: labels and paragraphs, as passages. Out: `Section`s with their quantities, and a `Finding` for every statement,
both with their traces.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence

from coprod._findings import FindingIds, Statement, moved, statements_of
from coprod.models import Finding, Paper, Quantity, Section, SourceRef
from coprod.readers.pages.blocks import Passage, joined, paragraphs
from coprod.readers.pages.draft import Trace, Traced
from coprod.text.quantities import Found, quantities_in


class Part:
    """A section in the making.

    Attributes:
        label: The heading as printed, as far as it is the label; None for a part without one.
        category: Its category; None for a part without one.
        paragraphs: The text below the heading.
    """

    def __init__(self, label: Passage | None, category: str | None, paragraphs: tuple[Passage, ...]) -> None:
        self.label: Passage | None = label
        self.category: str | None = category
        self.paragraphs: tuple[Passage, ...] = paragraphs

    @property
    def text(self) -> Passage:
        """The paragraphs, one a line."""
        return joined(self.paragraphs)

    @functools.cached_property
    def numbers(self) -> tuple[tuple[Found, ...], ...]:
        """The quantities of each paragraph; none reaches into the next one."""
        return tuple([tuple(quantities_in(paragraph.text)) for paragraph in self.paragraphs])

    def _numbers_of_text(self) -> Iterator[Found]:
        """The same with their places in `text`."""
        offset = 0
        for paragraph, numbers in zip(self.paragraphs, self.numbers, strict=True):
            if paragraph.cuts:
                yield from [moved(found, offset) for found in numbers]
                offset += len(paragraph.text) + 1

    def section(self, trace: Trace, path: str) -> Section:
        """The section; its places go into the trace below the path."""
        text = self.text
        found = tuple(self._numbers_of_text())
        trace[f"{path}.text"] = text
        if self.label is not None:
            trace[f"{path}.label"] = trace[f"{path}.category"] = self.label
        if found:
            trace.later(_places, path, text, found)
        return Section(
            label=self.label.text if self.label is not None else None,
            category=self.category,
            text=text.text,
            quantities=_quantities(found),
        )


def part_of(label: Passage | None, category: str | None, passages: Iterable[Passage]) -> Part:
    """A part with these lines; those that a rendering tore apart are put together."""
    return Part(label, category, tuple(paragraphs(passages)))


def _quantities(found: Sequence[Found]) -> tuple[Quantity, ...]:
    return tuple([item.quantity for item in found]) if found else ()


def _places(path: str, text: Passage, found: Iterable[Found], offset: int = 0) -> Iterator[tuple[str, Passage]]:
    """Where the quantities of a text, and what they say, stand in it."""
    for index, item in enumerate(found):
        here = f"{path}.quantities[{index}]" if path else f"quantities[{index}]"
        whole = text.part(item.start - offset, item.end - offset)
        yield here, whole
        yield f"{here}.text", whole
        for name, place in (("measures", item.measures), ("of", item.of)):
            if place is not None:
                yield f"{here}.{name}", text.part(place[0] - offset, place[1] - offset)


def findings_of(parts: Iterable[Part], paper: Paper) -> Iterator[Traced]:
    """The findings that the sections of a paper state, in the order of the page."""
    ids = FindingIds(paper.id)
    for part in parts:
        label = part.label.text if part.label is not None else None
        for paragraph, numbers in zip(part.paragraphs, part.numbers, strict=True):
            for statement in statements_of(label, part.category, paragraph.text, numbers):
                place = paragraph.part(statement.start, statement.end)
                yield _finding(part, place, statement, paper, ids)


def _finding(part: Part, place: Passage, statement: Statement, paper: Paper, ids: FindingIds) -> Traced:
    label = part.label.text if part.label is not None else None
    trace = Trace()
    trace["statement"] = trace["kind"] = place
    if part.label is not None:
        trace["section"] = trace["category"] = part.label
    if statement.quantities:
        trace.later(_places, "", place, statement.quantities, statement.start)
    finding = Finding(
        id=ids.next(label, place.text),
        statement=place.text,
        kind=statement.kind,
        category=part.category,
        section=label,
        quantities=_quantities(statement.quantities),
        paper=paper.id,
        source=_source(paper, place),
    )
    return Traced(finding, trace)


def _source(paper: Paper, place: Passage) -> SourceRef | None:
    """The lines of a passage, in the source of the paper."""
    if paper.source is None or not place.cuts:
        return paper.source
    first, last = place.cuts[0].block.line, place.cuts[-1].block.last_line
    return SourceRef(name=paper.source.name, reader=paper.source.reader, first_line=first, last_line=last)
