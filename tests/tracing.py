"""What the tests of tracing share: every value of a record with its path, the text of spans, and when the two agree.

In: records, spans, the text of a source. Out: paths and texts. Nothing here uses the code that it tests: lines are
split anew, and a value that was repaired is made again from the text that was located.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from coprod import Span
from coprod.readers.csl_types import CSL_TYPES
from coprod.text.dates import parse_date
from coprod.text.identifiers import clean_doi, parse_serials
from coprod.text.labels import category_of
from coprod.text.markup import strip_markup
from coprod.text.pubmed import clean_pmcid

LINE_END = re.compile("\r\n|\r|\n")
INDEX = re.compile(r"\[[0-9]+\]")

OF_THE_WHOLE_RECORD = ("id", "source.")
"""Paths of values that come from all lines of a record."""

TAGS_OF_ROLES = ("A2", "A3", "A4", "ED")


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every text and number of a record, with its path."""
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]
            yield from leaves(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, f'{path}["{key}"]')
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from leaves(item, f"{path}[{index}]")
    elif value is not None:
        yield path, value


def lines_of(text: str) -> list[str]:
    """The lines of a source, numbered from 0; a byte order mark in front of the first does not count."""
    return LINE_END.split(text.lstrip("\ufeff"))


def text_at(lines: list[str], spans: Iterable[Span]) -> str:
    """The text of spans, joined with spaces."""
    return " ".join(lines[span.line - 1][span.start : span.end] for span in spans)


def agree(path: str, value: object, text: str) -> bool:
    """Whether the text at a place is the value, or was the value before it was repaired."""
    return text == str(value) or _is_repaired(INDEX.sub("", path), value, text)


def _is_repaired(path: str, value: object, text: str) -> bool:
    """Whether the function that makes the field makes the value of the text."""
    first, *names = path.split(".")
    if first == "issued":
        return _is_date(names[-1], value, text)
    if names == ["role"]:
        return text in TAGS_OF_ROLES or str(value).startswith(text.strip("(.)").lower()[:2])
    if first == "abstract" and names[-1:] == ["category"]:
        return (category_of(strip_markup(text)) or "UNASSIGNED") == value
    return first in REPAIRS and REPAIRS[first](str(value), text)


def _is_type(value: str, text: str) -> bool:
    return CSL_TYPES.get(text.upper()) == value


def _is_marked_up(value: str, text: str) -> bool:
    return strip_markup(text) == value


def _is_doi(value: str, text: str) -> bool:
    return clean_doi(text) == value


def _is_pmcid(value: str, text: str) -> bool:
    return clean_pmcid(text) == value


def _is_serial(value: str, text: str) -> bool:
    serials = parse_serials(text)
    return value in serials.issn + serials.isbn


def _is_shortened(value: str, text: str) -> bool:
    return bool(text) and value.endswith(text)


REPAIRS: dict[str, Callable[[str, str], bool]] = {
    "type": _is_type,
    "title": _is_marked_up,
    "subtitle": _is_marked_up,
    "container_title": _is_marked_up,
    "abstract": _is_marked_up,
    "doi": _is_doi,
    "pmcid": _is_pmcid,
    "issn": _is_serial,
    "isbn": _is_serial,
    "last_page": _is_shortened,
}
"""How a text of a source relates to the value of a field, where they are not the same."""


def _is_date(name: str, value: object, text: str) -> bool:
    """A number with a nought in front, the name of a month or of a season, the printed forms of several dates."""
    if name == "raw":
        return text.split() == str(value).replace(";", " ").split() or text.split() == str(value).split()
    if text.isdigit():
        return int(text) == value
    return getattr(parse_date(text), name, None) == value
