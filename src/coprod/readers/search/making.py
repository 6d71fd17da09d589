"""A Paper in the making: where the fields of a row put what they read.

In: values with the passages that they came from. Out: a draft, and diagnostics. What no field holds goes to `extra`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.models import Paper
from coprod.readers.pages import doubts
from coprod.readers.pages.blocks import Passage
from coprod.readers.pages.draft import Draft
from coprod.readers.search.layout import Layout
from coprod.readers.search.rows import Entry

if TYPE_CHECKING:
    from coprod.readers.pages.blocks import Block

TRUNCATED: Final = ("…", "...")

_AHEAD: Final = ("ahead of print", "ahead-of-print")
"""What stands in the place of a volume as long as there is none."""

_MEANING: Final[dict[str, tuple[Severity, str]]] = {
    "search.title-missing": ("warning", "a result without a title"),
    "search.title-lost": ("info", "a result without a title; the text has lost its links"),
    "search.doi-missing": ("info", "a result without a DOI; the text has lost its links"),
    "search.keywords-empty": ("info", "the heading of the keywords stands there, and no keyword below it"),
    "search.unlabelled-number": ("info", "a number without a label; what it counts is an inference from the layout"),
    "search.references-resolved": ("info", "character references in names, such as `&#39;`; they were resolved"),
    "search.names-left-out": ("info", "the page does not show all authors"),
    "search.cut-off": ("info", "the page cuts a value off"),
    "search.torn-lines": ("warning", "a title on several lines; they were joined"),
    "search.name-not-split": ("info", "nothing says where the family name begins; the name is kept as printed"),
    "search.not-a-date": ("warning", "no date; kept in extra"),
    "search.not-a-serial": ("warning", "no ISSN or ISBN with a right check digit; kept in extra"),
    "search.not-a-number": ("warning", "no DOI, no page or no other number of the kind expected; kept in extra"),
    "search.rounded-number": ("info", "a number in short form; the page does not show the whole number"),
    "search.citation-not-read": ("info", "a part of the line on the publication could not be placed; kept in extra"),
    **doubts.MEANING,
}


class Making:
    """What is known of a row so far.

    Attributes:
        layout: The layout of the page.
        address: The address that relative links belong to; None if it is not known.
        blocks: The blocks of the row.
        all: The entries of the row, by field.
        draft: The Paper.
        told: What was odd.
        links: The addresses of the publication.
        has_elements: Whether elements of single authors were read.
    """

    def __init__(self, source: str, layout: Layout, blocks: "Sequence[Block]", address: str | None) -> None:
        self.layout = layout
        self.address = address
        self.blocks = blocks
        self.all: dict[str, list[Entry]] = defaultdict(list)
        self.draft: Draft[Paper] = Draft(Paper)
        self.told: list[Diagnostic] = []
        self.links: list[Passage] = []
        self.has_elements: bool = False
        self.source = source

    def has(self, field: str) -> bool:
        """Whether a field has a value."""
        return field in self.draft.values or bool(self.draft.items.get(field))

    def put_once(self, field: str, found: Iterable[Entry]) -> None:
        """A field that has one value; others of the same field go to `extra`."""
        for entry in found:
            value: str = entry.passage.text
            if not value or value.lower() in _AHEAD:
                self.keep(entry.label or field, entry.passage)
            elif field not in self.draft.values:
                self.draft.put(field, value, entry.passage)
                self.tell_cut(field, entry.passage)
            elif self.draft.values[field] != value:
                self.keep(field, entry.passage)

    def keep(self, label: str, passage: Passage) -> None:
        """Puts what no field holds into `extra`."""
        if passage:
            self.draft.keep(label, passage)

    def tell(self, code: str, passage: Passage | None, field: str | None = None) -> None:
        """Notes what was odd about a passage, or about the row."""
        severity, message = _MEANING[code]
        first = passage.cuts[0].block if passage is not None and passage.cuts else self.blocks[0]
        line = passage.line if passage is not None and passage.line is not None else first.line
        self.told.append(
            occurrence(
                code, severity, message, source=self.source, line=line, last=max(line, first.last_line),
                text=passage.text if passage is not None else first.text, field=field,
            )
        )  # fmt: skip

    def tell_cut(self, field: str, passage: Passage) -> None:
        """Notes that the page shows the begin or the end of a value only."""
        if passage.text.endswith(TRUNCATED) or passage.text.startswith(TRUNCATED):
            self.tell("search.cut-off", passage, field)


def use(found: Iterable[Entry]) -> None:
    """Notes that the blocks of the entries were read."""
    for entry in found:
        if entry.block.role is None:
            entry.block.role = "content"
