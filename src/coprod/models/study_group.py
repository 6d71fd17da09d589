"""A study group, as its home page tells of it."""

from typing import ClassVar

import attrs

from coprod.models._base import Record
from coprod.models._checks import check_types
from coprod.models.provenance import SourceRef
from coprod.models.values import Name, PartialDate, Quantity


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Topic(Record):
    """A research topic of a study group."""

    number: str | None = None
    """Number as printed, e.g. `"1"`. None: not numbered."""

    title: str | None = None
    """Title without the closing full stop. None: not stated."""

    text: tuple[str, ...] = ()
    """Paragraphs below the title."""

    questions: tuple[str, ...] = ()
    """Questions that the text asks, verbatim."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Item(Record):
    """An item of a list, such as a planned activity."""

    marker: str | None = None
    """Marker without brackets, e.g. `"1"`, `"iv"`. None: not marked."""

    text: str
    """The text of the item."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Period(Record):
    """A period that the page tells about, such as `"Start-up 2013-2015"`."""

    label: str | None = None
    """Label as printed. None: not labelled."""

    start: int | None = None
    """First year. None: not stated."""

    end: int | None = None
    """Last year. None: not stated."""

    text: str | None = None
    """What the page says of the period. None: nothing."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Meeting(Record):
    """A meeting of the group; the same meeting told twice is one."""

    ordinal: int | None = None
    """1 for the first meeting. None: not stated."""

    date: PartialDate | None = None
    """Date, with `end` where it lasted days. None: not stated."""

    city: str | None = None
    """City. None: not stated."""

    country: str | None = None
    """Country or federal district, as printed. None: not stated."""

    status: str | None = None
    """`"held"` or `"planned"`. None: not stated."""

    text: str | None = None
    """The sentence that tells of it, verbatim. None: made by hand."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Citation(Record):
    """A reference in running text, such as `"(Alford 2009)"`."""

    text: str
    """The reference, verbatim."""

    authors: tuple[str, ...] = ()
    """Family names, as printed; the last one is `"et al."` where the text has it."""

    year: int | None = None
    """Year. None: not stated."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class StudyGroup(Record):
    """A group of researchers with a topic, meetings and plans."""

    _headline: ClassVar[tuple[str, ...]] = ("code", "name", "host")

    id: str | None = None
    """Short hash of the page's own text, and a rank among equal ones. None: made by hand."""

    code: str | None = None
    """Code within its host, e.g. `"SG X"`, `"RC32"`. None: not stated."""

    name: str | None = None
    """Name without the code. None: not stated."""

    title: str | None = None
    """The heading of the page, as printed. None: not stated."""

    host: str | None = None
    """Association that it belongs to, e.g. `"IIAS"`. None: not stated."""

    aim: str | None = None
    """What the group is for. None: not stated."""

    background: tuple[str, ...] = ()
    """Paragraphs about the field, in order."""

    topics: tuple[Topic, ...] = ()
    """Research topics, in order."""

    meetings: tuple[Meeting, ...] = ()
    """Meetings, in order of their first mention."""

    plans: tuple[Item, ...] = ()
    """Planned activities."""

    outcomes: tuple[Item, ...] = ()
    """Intended or reached results."""

    periods: tuple[Period, ...] = ()
    """Periods of work."""

    participation: tuple[Quantity, ...] = ()
    """Numbers of members and participants."""

    people: tuple[Name, ...] = ()
    """Chairs, members, organisers, each with a role where the page says one."""

    publications: tuple[Item, ...] = ()
    """Publications of the group."""

    citations: tuple[Citation, ...] = ()
    """References in the running text."""

    url: str | None = None
    """Address of the page. None: not stated."""

    founded: PartialDate | None = None
    """When the group was founded. None: not stated."""

    source: SourceRef | None = None
    """Where the page was read. None: made by hand."""

    def __attrs_post_init__(self) -> None:
        check_types(self)

    def __str__(self) -> str:
        return self.title or ": ".join(part for part in (self.code, self.name) if part) or "untitled study group"
