"""When and where a work came out: dates, container, volume, issue, pages, publisher."""

from typing import Final

from coprod.models import PartialDate
from coprod.readers.ris import containers
from coprod.readers.ris.draft import Draft
from coprod.readers.ris.meanings import (
    BOOK_PARTS,
    C7_IS_ARTICLE_NUMBER,
    DA_IS_NOT_ISSUED,
    JOURNAL_TYPES,
    M1_IS_ISSUE,
    MEETING_TYPES,
    SE_IS_START_PAGE,
    SP_IS_A_LENGTH,
    T2_IS_NO_CONTAINER,
    VL_IS_NO_VOLUME,
)
from coprod.text.dates import is_placeholder, merge_dates, parse_date
from coprod.text.pages import parse_pages

_MEMO_SIZE = 50_000
_DATE_TAGS: Final = ("PY", "Y1", "DA")

Read = tuple[PartialDate | None, tuple[tuple[str, str, str], ...]]
"""A date, and (tag, value, code) of every value that is not in it."""


class Dates:
    """Reads dates; values that were read before are looked up."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, ...], Read] = {}

    def fill(self, draft: Draft) -> None:
        """Fills `issued` from PY, Y1 and DA."""
        pop = draft.values.pop
        tags = _DATE_TAGS if draft.kind not in DA_IS_NOT_ISSUED else _DATE_TAGS[:2]
        pairs = tuple([part for tag in tags for value in pop(tag, ()) for part in (tag, value)])
        if not pairs:
            return
        read = self._read.get(pairs)
        if read is None:
            read = self._parse(pairs)
        date, left = read
        if date is not None:
            draft.fields["issued"] = date
        for tag, value, code in left:
            _tell_date(draft, tag, value, code)

    def _parse(self, pairs: tuple[str, ...]) -> Read:
        if len(self._read) >= _MEMO_SIZE:
            self._read.clear()
        read = self._read[pairs] = read_dates(pairs)
        return read


def read_dates(pairs: tuple[str, ...]) -> Read:
    """The date that tags and values (one behind the other) give together, and what is not in it.

    Examples:
        >>> read_dates(("PY", "2021", "DA", "MAY"))[0].iso
        '2021-05'
        >>> read_dates(("PY", "2021", "DA", "2020/03/01"))[1]
        (('DA', '2020/03/01', 'ris.date-conflict'),)
    """
    values = list(zip(pairs[::2], pairs[1::2], strict=True))
    dates = [parse_date(value) for _tag, value in values]
    merged = merge_dates([date for date in dates if date is not None])
    left = [
        (tag, value, "ris.no-date" if date is None else "ris.date-conflict")
        for (tag, value), date in zip(values, dates, strict=True)
        if date is None or not _is_within(date, merged)
    ]
    return merged, tuple(left)


def _is_within(date: PartialDate, merged: PartialDate | None) -> bool:
    """Whether a date says nothing that the merged one does not."""
    if merged is None:
        return False
    parts = ("year", "month", "day", "season", "end")
    return all(getattr(date, part) in (None, getattr(merged, part)) for part in parts)


def _tell_date(draft: Draft, tag: str, value: str, code: str) -> None:
    draft.keep(tag, value)
    if code == "ris.date-conflict":
        draft.tell(code, "info", "another date than issued; kept in extra", tag, value, field="issued")
    elif not is_placeholder(value):
        draft.tell(code, "warning", "no date; kept in extra", tag, value, field="issued")


_TITLE_TAGS: Final = ("T2", "JF", "JO", "JA", "J2", "J1", "BT", "C3")
_SHORT_TAGS: Final = ("JA", "J2", "J1")
_BOOK_ORDER: Final = ("T2", "BT", "JF", "JO")
_MEETING_ORDER: Final = ("T2", "C3", "BT", "JF", "JO")
_PLAIN_ORDER: Final = ("T2", "JF", "JO")


def fill_container(draft: Draft) -> None:
    """Fills `container_title`, its abbreviation and `subtitle`."""
    named = {tag: draft.values[tag][0] for tag in _TITLE_TAGS if tag in draft.values}
    if not named:
        return
    titles = _titles(draft, named)
    used = {titles.full, titles.short, titles.subtitle}
    short = titles.short
    for tag in _SHORT_TAGS:
        if short is None and tag in named:
            short = named[tag]
    full = titles.full or short
    if full is not None:
        draft.fields["container_title"] = full
    if short is not None and short != full:
        draft.fields["container_title_short"] = short
    if titles.subtitle is not None:
        draft.fields["subtitle"] = titles.subtitle
        message = "T2 read as subtitle: JO and JF name one and the same other journal"
        draft.tell("ris.t2-as-subtitle", "info", message, "T2", field="subtitle")
    _settle(draft, named, {*used, short, full}, titles.left)


def _titles(draft: Draft, named: dict[str, str]) -> containers.Titles:
    kind = draft.kind
    if kind in BOOK_PARTS:
        return containers.part(named, _BOOK_ORDER)
    if kind in MEETING_TYPES:
        return containers.part(named, _MEETING_ORDER)
    if kind in T2_IS_NO_CONTAINER:
        return containers.article({tag: named[tag] for tag in ("JF", "JO") if tag in named}, subtitle_allowed=False)
    if kind in JOURNAL_TYPES:
        allowed = kind == "JOUR" and "T2" in named and not _is_from_ebsco(draft)
        return containers.article(named, subtitle_allowed=allowed)
    return containers.part(named, _PLAIN_ORDER)


def _is_from_ebsco(draft: Draft) -> bool:
    """EBSCO writes a translated title in T2; its records name the host."""
    return any("ebsco" in value.lower() for tag in ("DP", "DB", "UR", "L1", "L2") for value in draft.values.get(tag, ()))


def _settle(draft: Draft, named: dict[str, str], used: set[str | None], left: tuple[str, ...]) -> None:
    """Takes the values that are in a field, and keeps those that say something else."""
    for tag in named:
        if tag in ("BT", "C3") and named[tag] not in used:
            continue
        if tag == "T2" and draft.kind in T2_IS_NO_CONTAINER:
            continue
        for value in draft.values.pop(tag):
            if value not in used and not any(name and containers.is_same(name, value) for name in used):
                draft.keep(tag, value)
                if tag in left:
                    message = "neither the container nor a subtitle; kept in extra"
                    draft.tell("ris.title-unplaced", "info", message, tag, value, field="container_title")


def fill_numbers(draft: Draft) -> None:
    """Fills `volume` and `issue`."""
    values = draft.values
    if draft.kind not in VL_IS_NO_VOLUME and "VL" in values:
        _number(draft, "volume", "VL")
    if "IS" in values:
        _number(draft, "issue", "IS")
    elif draft.kind in M1_IS_ISSUE and "M1" in values:
        _number(draft, "issue", "M1")
    if "CP" in values:
        _issue_from_cp(draft)


def _number(draft: Draft, field: str, tag: str) -> None:
    draft.scalar(field, tag)
    value = draft.fields[field]
    if len(value) < _PLACEHOLDER and is_placeholder(value):
        del draft.fields[field]
        draft.keep(tag, value)


_PLACEHOLDER: Final = 12
"""No placeholder is longer than `undefined`."""


def _issue_from_cp(draft: Draft) -> None:
    """CP repeats the issue (EBSCO) or names a conference (Web of Science)."""
    values = draft.values["CP"]
    known = draft.fields.get("issue")
    if known is None and any(letter.isdigit() for letter in values[0]) and len(values[0]) < _ISSUE_LENGTH:
        _number(draft, "issue", "CP")
    elif all(value == known for value in values):
        del draft.values["CP"]


_ISSUE_LENGTH: Final = 16
"""An issue is shorter than the name of a conference."""


def fill_pages(draft: Draft) -> None:
    """Fills `first_page`, `last_page` and `article_number`."""
    pop = draft.values.pop
    if draft.kind in C7_IS_ARTICLE_NUMBER and "C7" in draft.values:
        draft.scalar("article_number", "C7")
    if draft.kind in SP_IS_A_LENGTH and "EP" not in draft.values:
        return
    if draft.kind in SE_IS_START_PAGE and "SP" not in draft.values and "SE" in draft.values:
        draft.values["SP"] = pop("SE")
        _fill_pages(draft, "SE")
    elif "SP" in draft.values or "EP" in draft.values:
        _fill_pages(draft, "SP")


def _fill_pages(draft: Draft, tag: str) -> None:
    starts, ends = draft.values.pop("SP", ()), draft.values.pop("EP", ())
    start, end = (starts[0] if starts else None), (ends[0] if ends else None)
    pages = parse_pages(start, end)
    fields = draft.fields
    if pages.first is not None:
        fields["first_page"] = pages.first
    if pages.last is not None:
        fields["last_page"] = pages.last
    if pages.article_number is not None:
        fields.setdefault("article_number", pages.article_number)
    if pages.first != start and start is not None:
        draft.keep(tag, start)
    if pages.last != end and end is not None:
        draft.keep("EP", end)
    for name, values in ((tag, starts[1:]), ("EP", ends[1:])):
        for value in values:
            if value not in (start, end):
                draft.surplus(name, value, "first_page" if name == tag else "last_page")


def fill_publisher(draft: Draft) -> None:
    """Fills `publisher`, `place` and `language`."""
    values = draft.values
    if "PB" in values:
        draft.scalar("publisher", "PB")
    if draft.kind in MEETING_TYPES and "C1" in values:
        draft.scalar("place", "C1")
    elif "CY" in values:
        draft.scalar("place", "CY")
    if "LA" in values:
        draft.scalar("language", "LA")
