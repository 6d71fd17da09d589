"""When and where a work came out: dates, container, volume, issue, pages, publisher."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from coprod.diagnostics import Severity
from coprod.models import PartialDate
from coprod.readers.ris import containers
from coprod.readers.ris.draft import Draft
from coprod.readers.ris.meanings import (
    BOOK_PARTS,
    C7_IS_ARTICLE_NUMBER,
    JOURNAL_TYPES,
    M1_IS_ISSUE,
    MEETING_TYPES,
    SE_IS_START_PAGE,
    T2_IS_NO_CONTAINER,
)
from coprod.readers.ris.paging import fill_pages
from coprod.text.dates import doubt_of, full_date, is_placeholder, merge_dates, parse_date, says_more_than_a_date

_MEMO_SIZE = 50_000
_TWO: Final = 2
_NUMBER: Final = re.compile(r"[0-9]+")

TITLE_TAGS: Final = ("T2", "JF", "JO", "JA", "J2", "J1", "BT", "C3")
"""Tags that may name the container."""

Read = tuple[PartialDate | None, tuple[tuple[str, str, str], ...]]
"""A date, and (tag, value, code) of every value that is not in it."""


class Dates:
    """Reads dates; values that were read before are looked up."""

    def __init__(self) -> None:
        self._read: dict[tuple[tuple[str, ...], tuple[str, ...]], Read] = {}

    def fill(self, draft: Draft) -> None:
        """Fills `issued` from PY, Y1 and DA."""
        pop = draft.values.pop
        found = [(tag, value) for tag in draft.plan.dates for value in pop(tag, ())]
        if not found:
            _tell_other_date(draft)
            return
        date, left = self.look_up(tuple(tag for tag, _value in found), tuple(value for _tag, value in found))
        if date is not None:
            draft.fields["issued"] = date
        for tag, value, code in left:
            _tell_date(draft, tag, value, code)

    def look_up(self, tags: tuple[str, ...], values: tuple[str, ...]) -> Read:
        """What `read_dates` says of these tags and values."""
        key = (tags, values)
        read = self._read.get(key)
        if read is None:
            if len(self._read) >= _MEMO_SIZE:
                self._read.clear()
            read = self._read[key] = read_dates(tags, values)
        return read


def read_dates(tags: tuple[str, ...], values: tuple[str, ...]) -> Read:
    """The date that tags and values give together, and what is not in it.

    Examples:
        >>> read_dates(("PY", "DA"), ("2021", "MAY"))[0].iso
        '2021-05'
        >>> read_dates(("PY", "DA"), ("2021", "2020/03/01"))[1]
        (('DA', '2020/03/01', 'ris.date-conflict'),)
    """
    if len(values) == _TWO and values[1].startswith(values[0]):
        date = full_date(values[1])
        if date is not None and values[0] == str(date.year):
            return date, ()
    dates = [parse_date(value) for value in values]
    known = [date for date in dates if date is not None]
    fuller = _fuller(known)
    if fuller is not None and len(known) == len(dates):
        left = list(_words_beside(tags, values, dates, fuller))
        return fuller, (*left, *_doubts(tags, values, fuller, left))
    merged = fuller or merge_dates(known)
    left = [
        (tag, value, "ris.no-date" if date is None else "ris.date-conflict")
        for tag, value, date in zip(tags, values, dates, strict=True)
        if date is None or merged is None or not _is_within(date, merged)
    ]
    if merged is not None and len(left) < len(values):
        left += [
            item for item in _words_beside(tags, values, dates, merged) if item[:2] not in {told[:2] for told in left}
        ]
    return merged, (*left, *_doubts(tags, values, merged, left))


_DOUBT_CODES: Final = {"impossible": "ris.date-impossible", "ambiguous": "ris.date-ambiguous"}


def _doubts(
    tags: tuple[str, ...], values: tuple[str, ...], date: PartialDate | None, left: list[tuple[str, str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Values with a part that cannot be, or that can be read in two ways, unless it is told that they were left."""
    told = {item[:2] for item in left}
    for tag, value in zip(tags, values, strict=True):
        doubt = doubt_of(value)
        if doubt is None or date is None or (tag, value) in told:
            continue
        if doubt == "impossible" or not _settles(date, value):
            yield tag, value, _DOUBT_CODES[doubt]


def _settles(date: PartialDate, value: str) -> bool:
    """Whether another tag says which of two numbers is the month."""
    return sorted(map(int, _NUMBER.findall(value)))[:_TWO] == sorted((date.month or 0, date.day or 0))


def _words_beside(
    tags: tuple[str, ...], values: tuple[str, ...], dates: list[PartialDate | None], chosen: PartialDate
) -> tuple[tuple[str, str, str], ...]:
    """Values that say more than a date and are not the raw form of the one that was chosen."""
    if len(values) == 1:
        return ()
    return tuple(
        (tag, value, "ris.date-words")
        for tag, value, date in zip(tags, values, dates, strict=True)
        if date is not None and value not in (chosen.raw or "") and says_more_than_a_date(value)
    )


def _fuller(dates: list[PartialDate]) -> PartialDate | None:
    """The one of two dates that says all the other says, the usual case; else None."""
    if len(dates) == 1:
        return dates[0]
    if len(dates) == _TWO and dates[0].year is not None and dates[0].year == dates[1].year:
        first, second = dates
        if _is_within(first, second):
            return second
        if _is_within(second, first):
            return first
    return None


def _is_within(date: PartialDate, merged: PartialDate) -> bool:
    """Whether a date says nothing that the merged one does not."""
    return date is merged or (
        (date.year is None or date.year == merged.year)
        and (date.month is None or date.month == merged.month)
        and (date.day is None or date.day == merged.day)
        and (date.season is None or date.season == merged.season)
        and (date.end is None or (merged.end is not None and _is_within(date.end, merged.end)))
    )


def _tell_other_date(draft: Draft) -> None:
    """Tells of the only date of a record, if it is none of publication in its type: it stays in `extra`."""
    value = draft.first("DA")
    if value is not None and not is_placeholder(value):
        message = "no date of publication in a reference of this type; kept in extra"
        draft.tell("ris.date-unplaced", "info", message, "DA", value, field="issued")


_DOUBTS: Final[dict[str, tuple[Severity, str]]] = {
    "ris.date-impossible": ("warning", "a part of the date cannot be; left out, and the value kept as it stands"),
    "ris.date-ambiguous": ("info", "day and month can be read both ways; left out, and the value kept as it stands"),
}


def _tell_date(draft: Draft, tag: str, value: str, code: str) -> None:
    if code in _DOUBTS:
        if value not in (draft.fields["issued"].raw or ""):
            draft.keep(tag, value)
        draft.tell(code, *_DOUBTS[code], tag, value, field="issued")
        return
    draft.keep(tag, value)
    if code == "ris.date-words":
        draft.tell(
            code, "info", "words beside a date that another tag gives; kept in extra", tag, value, field="issued"
        )
    elif code == "ris.date-conflict":
        draft.tell(code, "info", "another date than issued; kept in extra", tag, value, field="issued")
    elif not is_placeholder(value):
        draft.tell(code, "warning", "no date; kept in extra", tag, value, field="issued")


_SHORT_TAGS: Final = ("JA", "J2", "J1")
_BOOK_ORDER: Final = ("T2", "BT", "JF", "JO")
_MEETING_ORDER: Final = ("T2", "C3", "BT", "JF", "JO")
_PLAIN_ORDER: Final = ("T2", "JF", "JO")


class Placed(NamedTuple):
    """Where the title tags of a record go."""

    fields: tuple[tuple[str, str], ...]
    """Fields and their values."""

    taken: tuple[str, ...]
    """Tags that no field needs any more."""

    kept: tuple[tuple[str, str], ...]
    """Tags and values that say something else."""

    left: tuple[str, ...]
    """Those of them that are told."""

    is_usual: bool
    """Whether all of it is in the container and its abbreviation."""


class Containers:
    """Finds the container; a record that names the same as one before is looked up."""

    def __init__(self) -> None:
        self._placed: dict[tuple[object, ...], Placed] = {}

    def fill(self, draft: Draft) -> None:
        """Fills `container_title`, its abbreviation and `subtitle`."""
        values = draft.values
        named = tuple([(tag, values[tag]) for tag in TITLE_TAGS if tag in values])
        if not named:
            return
        kind = draft.plan.kind
        may_be_subtitle = kind == "JOUR" and len(named) > _TWO and named[0][0] == "T2" and not _is_from_ebsco(draft)
        placed = self.look_up(kind, named, may_be_subtitle=may_be_subtitle)
        draft.fields.update(placed.fields)
        for tag in placed.taken:
            del values[tag]
        if kind in T2_IS_NO_CONTAINER and "T2" in values:
            _tell_other_title(draft, values["T2"])
        if placed.kept or "subtitle" in draft.fields:
            _tell_placed(draft, placed)

    def look_up(self, kind: str, named: tuple[tuple[str, tuple[str, ...]], ...], *, may_be_subtitle: bool) -> Placed:
        """What `place_titles` says of these tags and values."""
        key = (kind, may_be_subtitle, named)
        placed = self._placed.get(key)
        if placed is None:
            if len(self._placed) >= _MEMO_SIZE:
                self._placed.clear()
            placed = self._placed[key] = place_titles(kind, dict(named), may_be_subtitle=may_be_subtitle)
        return placed


def place_titles(kind: str, named: dict[str, tuple[str, ...]], *, may_be_subtitle: bool) -> Placed:
    """Where the values of the title tags go.

    Examples:
        >>> place_titles("JOUR", {"JF": ("Policy Studies",), "JA": ("Policy Stud.",)}, may_be_subtitle=False).fields
        (('container_title', 'Policy Studies'), ('container_title_short', 'Policy Stud.'))
    """
    titles = _titles(kind, {tag: values[0] for tag, values in named.items()}, may_be_subtitle=may_be_subtitle)
    short = titles.short or next((named[tag][0] for tag in _SHORT_TAGS if tag in named), None)
    full = titles.full or short
    fields = {
        "container_title": full,
        "container_title_short": short if short != full else None,
        "subtitle": titles.subtitle,
    }
    used = {full, short, titles.subtitle}
    taken = [tag for tag, values in named.items() if values[0] in used or not _is_other(kind, tag)]
    kept = [(tag, value) for tag in taken for value in named[tag] if value not in used]
    stated = tuple((field, value) for field, value in fields.items() if value is not None)
    is_usual = len(taken) == len(named) and not kept and titles.subtitle is None
    return Placed(stated, tuple(taken), tuple(kept), titles.left, is_usual)


def _is_other(kind: str, tag: str) -> bool:
    """Whether a title tag may name something that is no container: a series, an institution."""
    return tag in ("BT", "C3") or (tag == "T2" and kind in T2_IS_NO_CONTAINER)


def _tell_other_title(draft: Draft, titles: tuple[str, ...]) -> None:
    """Tells of a series, an institution or a site, for which the model has no field: they stay in `extra`."""
    message = "no container in a reference of this type; kept in extra"
    for title in titles:
        draft.tell("ris.title-unplaced", "info", message, "T2", title, field="container_title")


def _tell_placed(draft: Draft, placed: Placed) -> None:
    if "subtitle" in draft.fields:
        message = "T2 read as subtitle: JO and JF name one and the same other journal"
        draft.tell("ris.t2-as-subtitle", "info", message, "T2", field="subtitle")
    for tag, value in placed.kept:
        draft.leave(tag, value)
        if tag in placed.left:
            message = "neither the container nor a subtitle; kept in extra"
            draft.tell("ris.title-unplaced", "info", message, tag, value, field="container_title")


def _titles(kind: str, named: dict[str, str], *, may_be_subtitle: bool) -> containers.Titles:
    if kind in JOURNAL_TYPES:
        return containers.article(named, subtitle_allowed=may_be_subtitle)
    if kind in T2_IS_NO_CONTAINER:
        return containers.article({tag: named[tag] for tag in ("JF", "JO") if tag in named}, subtitle_allowed=False)
    if kind in BOOK_PARTS:
        return containers.part(named, _BOOK_ORDER)
    if kind in MEETING_TYPES:
        return containers.part(named, _MEETING_ORDER)
    return containers.part(named, _PLAIN_ORDER)


def _is_from_ebsco(draft: Draft) -> bool:
    """EBSCO writes a translated title in T2; its records name the host."""
    return any(
        "ebsco" in value.lower() for tag in ("DP", "DB", "UR", "L1", "L2") for value in draft.values.get(tag, ())
    )


def fill_numbers(draft: Draft) -> None:
    """Fills volume, issue, publisher, place, language and pages."""
    values = draft.values
    plan = draft.plan
    if not plan.number_tags.isdisjoint(values):
        _fill_by_type(draft)
    fields = draft.fields
    for tag, field in plan.plain:
        found = values.pop(tag, None)
        if found is None or field in fields:
            continue
        if len(found) == 1 and (len(found[0]) > _PLACEHOLDER or not is_placeholder(found[0])):
            fields[field] = found[0]
        else:
            _fill_oddly(draft, field, tag, found)
    if "VL" in values and "container_title" in fields and values["VL"][0][:1].isdigit():
        _fill_oddly(draft, "volume", "VL", values.pop("VL"))
    if "SP" in values or "EP" in values:
        fill_pages(draft)


_PLACEHOLDER: Final = 12
"""No placeholder is longer than `undefined`."""


def _fill_oddly(draft: Draft, field: str, tag: str, found: tuple[str, ...]) -> None:
    """A field from several values, or from one that stands for none."""
    for value in found:
        if is_placeholder(value):
            draft.nothing(tag, value, field)
        elif field not in draft.fields:
            draft.fields[field] = value
        elif value != draft.fields[field]:
            draft.surplus(tag, value, field)


def _fill_by_type(draft: Draft) -> None:
    """Tags that hold a number, a page or a place in some types of reference only."""
    values = draft.values
    kind = draft.plan.kind
    if kind in M1_IS_ISSUE and "M1" in values and "IS" not in values:
        _fill_oddly(draft, "issue", "M1", values.pop("M1"))
    if "CP" in values:
        _issue_from_cp(draft)
    if kind in C7_IS_ARTICLE_NUMBER and "C7" in values:
        _fill_oddly(draft, "article_number", "C7", values.pop("C7"))
    if kind in SE_IS_START_PAGE and "SE" in values and "SP" not in values:
        values["SP"] = values.pop("SE")
    if kind in MEETING_TYPES and "C1" in values and "CY" not in values:
        _fill_oddly(draft, "place", "C1", values.pop("C1"))


def _issue_from_cp(draft: Draft) -> None:
    """CP repeats the issue (EBSCO) or names a conference (Web of Science)."""
    found = draft.values["CP"]
    if "IS" in draft.values:
        if draft.values["IS"] == found:
            del draft.values["CP"]
    elif is_issue(found[0]):
        _fill_oddly(draft, "issue", "CP", draft.values.pop("CP"))


def is_issue(value: str) -> bool:
    """Whether a value of CP is an issue, not the name of a conference.

    Examples:
        >>> is_issue("2-3"), is_issue("42nd Conference on Volunteering")
        (True, False)
    """
    return len(value) < _ISSUE_LENGTH and any(letter.isdigit() for letter in value)


_ISSUE_LENGTH: Final = 16
"""An issue is shorter than the name of a conference."""
