"""What the parts of a page told, before values of the model are made of it.

In: nothing; `gather` fills it. Out: passages for every field of a `StudyGroup`, in the order of the page.
"""

from collections.abc import Iterator
from typing import NamedTuple

import attrs

from coprod.models import PartialDate, Quantity
from coprod.readers.pages.blocks import Block, Passage
from coprod.readers.study_group import meetings as meeting_rules
from coprod.readers.study_group import people as people_rules
from coprod.readers.study_group import topics as topic_rules
from coprod.readers.study_group.outline import Part
from coprod.text.quantities import Found


class Listed(NamedTuple):
    """An item of a list, and its marker."""

    ordinal: str | None
    marker: Passage | None
    text: Passage


class Span(NamedTuple):
    """A period in the making."""

    part: Part
    text: Passage | None


@attrs.define
class Gathered:
    """What a page tells of a group, in the order of the page."""

    aims: list[Passage] = attrs.field(factory=list)
    more_aims: list[Passage] = attrs.field(factory=list)
    background: list[Passage] = attrs.field(factory=list)
    topics: list[topic_rules.Told] = attrs.field(factory=list)
    mentions: list[meeting_rules.Told] = attrs.field(factory=list)
    plans: list[Listed] = attrs.field(factory=list)
    outcomes: list[Listed] = attrs.field(factory=list)
    publications: list[Listed] = attrs.field(factory=list)
    periods: list[Span] = attrs.field(factory=list)
    people: list[people_rules.Person] = attrs.field(factory=list)
    participation: list[tuple[Quantity, Passage, Found | None, Passage]] = attrs.field(factory=list)
    founded: tuple[PartialDate, Passage] | None = None
    url: Passage | None = None
    cited: list[Passage] = attrs.field(factory=list)
    """Paragraphs that may hold citations."""

    furniture: list[Block] = attrs.field(factory=list)
    """Headings, and lines that announce lists."""

    unmarked: list[Passage] = attrs.field(factory=list)
    """Lists without marks."""

    unsure: list[Passage] = attrs.field(factory=list)
    """What stands beside the name of a person and may be the name of another or of an institution."""

    called_off: list[Passage] = attrs.field(factory=list)
    """Sentences that say of a meeting that it was cancelled or postponed."""

    lost: list[Passage] = attrs.field(factory=list)
    """Sentences that point to a link."""

    def dates(self) -> Iterator[tuple[PartialDate, Passage]]:
        """The dates of meetings and of the foundation, each with its place."""
        yield from (told.date for told in self.mentions)
        if self.founded is not None:
            yield self.founded
