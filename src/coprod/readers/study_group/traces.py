"""Where the values of a study group came from.

In: what was gathered, as `build` makes values of it. Out: the passages that the record came from, at once; and the path
of each value with its passage, found out only when somebody asks. Nothing raises.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple, TypeVar

from coprod.readers.pages.blocks import Passage, joined
from coprod.readers.study_group.gathered import Listed, Span
from coprod.readers.study_group.meetings import Told as ToldOfMeeting
from coprod.readers.study_group.people import Person
from coprod.readers.study_group.same_meeting import Known
from coprod.readers.study_group.topics import Told as ToldOfTopic

T = TypeVar("T")

Parts = Iterator[tuple[str, Passage | None]]
"""What stands behind the path of a value, such as `".city"`, and where that part of it came from."""


class Quoted(NamedTuple):
    """A citation, and where its parts stand."""

    text: Passage
    year: Passage
    authors: list[Passage]
    is_all: bool
    """Whether the text names them all."""


class Basis(NamedTuple):
    """What a record came from; what lies within another passage is left out."""

    passages: list[Passage]
    """Of all fields but the meetings; the record has them word for word."""

    meetings: list[Known]

    def read(self) -> Iterator[Passage]:
        """All that values came from, also each sentence that tells of a meeting."""
        return chain(self.passages, self.of_meetings())

    def of_meetings(self) -> Iterable[Passage]:
        """The sentences that tell of meetings."""
        return _each_once(told.text for known in self.meetings for told in known.mentions)

    def held_of_meetings(self) -> Iterable[Passage]:
        """Of those, what the record has word for word: the first sentence on each meeting, and the parts of others."""
        return _each_once(chain.from_iterable(map(_held_of, self.meetings)))


def _each_once(passages: Iterable[Passage]) -> Iterable[Passage]:
    """The passages, of which many may be one: a sentence tells of several meetings."""
    return {id(passage): passage for passage in passages}.values()


def _held_of(meeting: Known) -> Iterable[Passage]:
    """The passages of a meeting: if one sentence tells of it, all of them lie within that."""
    if len(meeting.mentions) == 1:
        return (meeting.summed.text,)
    return [passage for part, passage in of_meeting(meeting) if part and passage is not None]


def with_paths(field: str, parts: Callable[[T], Parts], things: Iterable[T]) -> Iterator[tuple[str, Passage]]:
    """The paths of the values of a field that has several, made of these things."""
    for index, thing in enumerate(things):
        for part, passage in parts(thing):
            if passage is not None:
                yield f"{field}[{index}]{part}", passage


def of_paragraph(paragraph: Passage) -> Parts:
    """The whole of it."""
    yield "", paragraph


def of_topic(told: ToldOfTopic) -> Parts:
    """Number, title, paragraphs, and the questions in these."""
    yield ".number", told.number
    yield ".title", told.title or None
    for index, paragraph in enumerate(told.text):
        yield f".text[{index}]", paragraph
    for index, question in enumerate(told.questions()):
        yield f".questions[{index}]", question


def of_meeting(meeting: Known) -> Parts:
    """All sentences that tell of it; the parts, from the sentence that has each."""
    summed, with_status = meeting.summed, told_status(meeting)
    yield "", joined({told.text.cuts: told.text for told in meeting.mentions}.values())
    yield ".ordinal", summed.ordinal[1] if summed.ordinal is not None else None
    yield ".date", summed.date[1]
    yield ".city", summed.city
    yield ".country", summed.country
    yield ".status", with_status.text if with_status is not None else None
    yield ".text", summed.text


def told_status(meeting: Known) -> ToldOfMeeting | None:
    """The mention that says whether a meeting was held or is planned, held before planned; none if it is called off."""
    if any(told.called_off for told in meeting.mentions):
        return None
    planned: ToldOfMeeting | None = None
    for told in meeting.mentions:
        if told.status == "held":
            return told
        planned = planned or (told if told.status is not None else None)
    return planned


def of_item(item: Listed) -> Parts:
    """Marker and text."""
    yield ".marker", item.marker
    yield ".text", item.text


def of_period(span: Span) -> Parts:
    """Label, text, and the years in the label."""
    label, heading = span.part.label, span.part.heading
    yield ".label", label
    yield ".text", span.text
    if label is not None:
        yield ".start", label.find(str(heading.start))
        yield ".end", _end_in(label, heading.end) if heading.end is not None else None


def _end_in(label: Passage, year: int) -> Passage | None:
    """Where the last year stands: in four digits, or in two, `2013-15`."""
    return label.find(str(year)) or label.find(str(year)[2:], label.text.find(str(year)[:2]) + 4)


def of_person(person: Person) -> Parts:
    """Name, affiliation and role."""
    yield ".literal", person.name
    yield ".affiliation", person.affiliation
    yield ".role", person.role_from


def of_citation(cited: Quoted) -> Parts:
    """The text, the year and the authors in it."""
    yield "", cited.text
    yield ".text", cited.text
    yield ".year", cited.year
    for index, author in enumerate(cited.authors):
        yield f".authors[{index}]", author
