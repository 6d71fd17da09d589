"""What coprod reads in a page, in the form that the account takes.

In: bytes. Out: a `Reading`: a record for each Paper and each study group. The sections of a summary or an abstract are
fields of their own, so that a text below a wrong heading is at a wrong place. The two lists of codes say what a
diagnostic excuses; a code in neither excuses nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

import coprod
from coprod import Abstract, Name, Paper, PartialDate, StudyGroup, Summary
from coprod.exceptions import CoprodError
from coprod.models import Citation, Item, Meeting, Period, Topic
from tests.damage.account import EXTRA, Reading, Record, Told, Value

LEFT_OUT: Final = frozenset(
    ("page.not-read", "page.hidden", "page.navigation", "search.outside-rows", "search.result-not-read",
     "study-group.not-read", "study-group.second-aim", "article.body", "article.json-ld", "html.damaged",
     "page.joined-not-read")
)  # fmt: skip
"""Codes that say that the text itself is in no record."""

READ_OTHERWISE: Final = frozenset(
    ("encoding.undecodable", "html.damaged", "page.joined", "search.torn-lines", "study-group.unmarked-list",
     "summary.torn-line")
)  # fmt: skip
"""Codes that say that a line was read in an unusual way: what stands on it may be at another place."""

_NO_TEXT: Final = ("id", "source", "type", "metrics", "participation")


def by_coprod(data: bytes) -> Reading:
    """The page as coprod reads it, without being told what it is."""
    try:
        found = coprod.loads(data, name="damaged page")
    except CoprodError as error:
        return Reading(refused=f"{type(error).__name__}: {error}")
    except Exception as error:  # noqa: BLE001 - to find those is what the laboratory is for
        return Reading(crashed=f"{type(error).__name__}: {error}")
    told = [
        Told(one.lines, one.text or "", left_out)
        for one in found.diagnostics
        for left_out, codes in ((True, LEFT_OUT), (False, READ_OTHERWISE))
        if one.code in codes
    ]
    records: tuple[Paper | StudyGroup, ...] = (*found.papers, *found.study_groups)
    return Reading(tuple(_record(record) for record in records), tuple(told))


def _record(record: Paper | StudyGroup) -> Record:
    place = record.source
    lines = None if place is None else range(place.first_line, place.last_line + 1)
    values = [
        Value(name, text)
        for field in attrs.fields(type(record))
        if field.name not in _NO_TEXT
        for name, text in _values(field.name, getattr(record, field.name))
    ]
    if isinstance(record, Paper):
        values += [Value("metrics", str(metric.value)) for metric in record.metrics]
    return Record(lines, tuple(values))


def _values(field: str, value: object) -> Iterator[tuple[str, str]]:
    """The texts that a field holds, each with the name of its place."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, Name):
        yield field, f"{value.literal} {value.affiliation or ''} {value.role or ''}"
    elif isinstance(value, Abstract | Summary):
        yield from _sections(field, value)
    elif isinstance(value, PartialDate):
        yield field, f"{value.year} {value.raw or ''}"
    elif isinstance(value, Mapping):
        yield from (said for part in value.values() for said in _values(EXTRA, part))
    elif isinstance(value, tuple):
        yield from (said for part in value for said in _values(field, part))
    elif isinstance(value, Topic | Item | Meeting | Period | Citation):
        parts = attrs.astuple(value, recurse=False)
        yield field, " ".join(text for part in parts for _, text in _values(field, part))


def _sections(field: str, value: Abstract | Summary) -> Iterator[tuple[str, str]]:
    """The sections under their categories, so that a text below a wrong heading is at a wrong place."""
    if isinstance(value, Abstract) and not value.sections:
        yield field, value.text
    for section in value.sections:
        yield f"{field}: {section.category or section.label}", section.text
        yield f"{field}: labels", section.label or ""
