"""Study groups as the expectations write them."""

from typing import Any

from coprod import PartialDate, StudyGroup
from coprod.models import Item, Meeting, Topic


def plain(group: StudyGroup) -> dict[str, Any]:
    """The fields that hold something, in short forms; the address of the page is left out."""
    fields: dict[str, Any] = {name: getattr(group, name) for name in ("code", "name", "title", "host", "aim", "url")}
    fields |= {
        "founded": iso(group.founded),
        "background": list(group.background),
        "topics": [_topic(topic) for topic in group.topics],
        "meetings": [_meeting(meeting) for meeting in group.meetings],
        "people": [[person.literal, person.affiliation, person.role] for person in group.people],
        "plans": [[item.marker, item.text] for item in group.plans],
        "outcomes": [[item.marker, item.text] for item in group.outcomes],
        "publications": [_publication(item) for item in group.publications],
        "periods": [period.to_dict() for period in group.periods],
        "participation": [[quantity.text, quantity.unit] for quantity in group.participation],
        "citations": [[one.text, list(one.authors), one.year] for one in group.citations],
    }
    return {name: value for name, value in fields.items() if value}


def iso(date: PartialDate | None) -> str | None:
    """A date as `"2016-06-13/2016-06-14"`, `"2013 spring"`."""
    return None if date is None else " ".join(part for part in (date.iso, date.season) if part)


def _topic(topic: Topic) -> dict[str, Any]:
    fields = {
        "number": topic.number,
        "title": topic.title,
        "text": list(topic.text),
        "questions": list(topic.questions),
    }
    return {name: value for name, value in fields.items() if value}


def _meeting(meeting: Meeting) -> dict[str, Any]:
    fields = {name: getattr(meeting, name) for name in ("ordinal", "city", "country", "status")}
    return {name: value for name, value in {**fields, "date": iso(meeting.date)}.items() if value}


def _publication(item: Item) -> Any:
    return item.text if item.marker is None else [item.marker, item.text]
