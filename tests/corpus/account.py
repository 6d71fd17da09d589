"""Where every line of a file went: an account that shares no code with the reader.

In: the lines of a file and what was read from them. Out: the lines whose text is in no Paper and in no diagnostic
that says so. The tags are found with a pattern of this module's own, and looked for by value: a value stands in a
field that its tag may go to, or raw in `extra`. What a diagnostic says about a value that was read excuses nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from coprod import Abstract, Collection, Diagnostic, Name, Paper

LEFT_OUT = frozenset(("ris.cut", "ris.er-outside", "ris.medline", "ris.stray-tag", "ris.stray-text"))
"""Codes that say that the text itself was left out; all of `load.` do too."""

_SPACE = "\\s\u200b\ufeff"
_DASH = "-\u2010-\u2015\u2212"
_TAG = re.compile(
    rf"[{_SPACE}\"'>]{{0,8}}([A-Z][A-Z0-9])[{_SPACE}]{{0,5}}[{_DASH}](?:[{_SPACE}]|$)"
    r"|(?=[A-Z ]{4}- |PMID)([A-Z]{2,4}) *- "
)
"""A tag of RIS in any form, or one of MEDLINE, which is padded to four characters (PMID stands in RIS too)."""

_JOINED = re.compile(r"(?<=[^A-Z])(?=[A-Z][A-Z0-9]  - )")
"""Where a tag of RIS stands inside a line that others were joined to."""

_GAPS = re.compile(rf"[{_SPACE}]+")
_NUMBER = re.compile("[0-9]+")

_TITLES = ("container_title", "container_title_short")
_LINK = ("urls", "doi")

FIELDS: dict[str, tuple[str, ...]] = {
    "A1": ("authors", "editors"),
    "A2": ("editors", "contributors"),
    "A3": ("editors", "contributors"),
    "A4": ("editors", "contributors"),
    "AB": ("abstract", "rights"),
    "AN": ("identifiers", "pmid"),
    "AU": ("authors", "editors"),
    "BT": ("title", *_TITLES),
    "C1": ("place",),
    "C2": ("pmcid", "pmid"),
    "C3": ("pmcid", "pmid", *_TITLES),
    "C7": ("article_number", "pmcid", "doi"),
    "CP": ("issue",),
    "CT": ("title",),
    "CY": ("place",),
    "DA": ("issued",),
    "DO": ("doi",),
    "ED": ("editors",),
    "EP": ("last_page",),
    "ID": ("identifiers",),
    "IS": ("issue",),
    "J1": _TITLES,
    "J2": _TITLES,
    "JA": _TITLES,
    "JF": _TITLES,
    "JO": _TITLES,
    "KW": ("keywords",),
    "L1": _LINK,
    "L2": _LINK,
    "L3": _LINK,
    "L4": _LINK,
    "LA": ("language",),
    "LK": _LINK,
    "M1": ("issue",),
    "M3": ("genre", "doi"),
    "N1": ("notes",),
    "N2": ("abstract", "rights"),
    "PB": ("publisher",),
    "PMC": ("pmcid",),
    "PMID": ("pmid",),
    "PY": ("issued",),
    "RN": ("notes",),
    "SE": ("first_page",),
    "SN": ("issn", "isbn", "identifiers"),
    "SP": ("first_page",),
    "T1": ("title",),
    "T2": ("subtitle", *_TITLES),
    "TI": ("title",),
    "U1": ("pmid", "identifiers"),
    "U2": ("doi",),
    "UR": _LINK,
    "VL": ("volume",),
    "Y1": ("issued",),
}
"""Fields that a tag's value may stand in; every tag may stand in `extra`."""


class Line(NamedTuple):
    """A line whose text is nowhere."""

    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.number}: {self.text[:120]}"


class _Value(NamedTuple):
    """A tag and the lines of its value; a record's first lines may have no tag."""

    tag: str
    lines: list[Line]


def unaccounted(lines: Iterable[str], read: Collection) -> list[Line]:
    """The lines that are not blank, in no Paper, and not said to be left out."""
    numbered = [Line(number, line) for number, line in enumerate(lines, 1) if not is_blank(line)]
    left_out = set(lines_left_out(read.diagnostics))
    rest = [line for line in numbered if line.number not in left_out]
    owners = {number: paper for paper in read.papers for number in _lines_of(paper)}
    by_paper: dict[int, list[Line]] = {}
    missing = [line for line in rest if line.number not in owners]
    for line in rest:
        if line.number in owners:
            by_paper.setdefault(id(owners[line.number]), []).append(line)
    for paper in read.papers:
        missing += _missing_of(paper, by_paper.get(id(paper), []))
    return sorted(missing)


def is_blank(line: str) -> bool:
    """Whether a line holds nothing that could be lost."""
    return not _GAPS.sub("", line)


def lines_left_out(diagnostics: Iterable[Diagnostic]) -> Iterator[int]:
    """Numbers of the lines of which a diagnostic says that their text was left out."""
    for diagnostic in diagnostics:
        if diagnostic.code in LEFT_OUT or diagnostic.code.startswith("load."):
            for first, last in diagnostic.lines:
                yield from range(first, last + 1)


def _lines_of(paper: Paper) -> range:
    """The lines that a Paper says it comes from."""
    place = paper.source
    return range(0) if place is None else range(place.first_line, place.last_line + 1)


def _missing_of(paper: Paper, lines: list[Line]) -> Iterator[Line]:
    """The lines of a record whose text its Paper does not hold."""
    for value in _values(lines):
        places = [squeezed(text) for text in _texts(paper, value.tag)]
        for line in value.lines:
            text = after_tag(line.text) if line is value.lines[0] else line.text
            if not _stands(value, squeezed(text), places, paper):
                yield line


def tagged(lines: Iterable[str]) -> dict[str, list[str]]:
    """The values of a record's tags, each with its lines joined by spaces."""
    found: dict[str, list[str]] = {}
    for value in _values([Line(number, line) for number, line in enumerate(lines, 1) if not is_blank(line)]):
        parts = [after_tag(value.lines[0].text), *[line.text for line in value.lines[1:]]]
        found.setdefault(value.tag, []).append(" ".join(part.strip() for part in parts))
    return found


def _values(lines: list[Line]) -> list[_Value]:
    """Tags with the lines of their values, in order."""
    values: list[_Value] = []
    pieces = [Line(line.number, piece) for line in lines for piece in _JOINED.split(line.text)]
    for line in pieces:
        found = _TAG.match(line.text)
        if found is not None:
            values.append(_Value(found[1] or found[2], [line]))
        elif values:
            values[-1].lines.append(line)
        else:
            values.append(_Value("", [line]))
    return values


def _stands(value: _Value, text: str, places: list[str], paper: Paper) -> bool:
    """Whether a line's value is one that its tag may have gone to; a line of several, whether it is in one."""
    if not text or value.tag == "ER":
        return not text
    if value.tag == "TY" and len(value.lines) == 1:
        return paper.type is not None or text in places
    if text in places:
        return True
    if value.tag in ("DA", "PY", "Y1"):
        return _is_in_date(text, paper)
    return len(value.lines) > 1 and any(text in place for place in places)


def _is_in_date(text: str, paper: Paper) -> bool:
    """Whether the date holds the text as it is, or all the numbers of a text without words."""
    if paper.issued is None:
        return False
    raw = squeezed(paper.issued.raw or "")
    if text in raw.split(";"):
        return True
    stated = {paper.issued.year, paper.issued.month, paper.issued.day}
    return re.search(r"[^\W\d_]", text) is None and {int(number) for number in _NUMBER.findall(text)} <= stated


def _texts(paper: Paper, tag: str) -> Iterator[str]:
    """Everything that the value of a tag may have become."""
    yield from paper.extra.get(tag, ())
    for field in FIELDS.get(tag, ()):
        yield from _texts_of(getattr(paper, field))


def _texts_of(value: object) -> Iterator[str]:
    """The texts that a field holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Name):
        yield value.literal
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts_of(part)
    elif isinstance(value, Abstract):
        yield value.text
    elif isinstance(value, Mapping):
        yield from value.values()


def after_tag(line: str) -> str:
    """The line behind its tag; the whole of a line without one."""
    found = _TAG.match(line)
    return line if found is None else line[found.end() :]


def squeezed(text: str) -> str:
    """The text without white space and marks of no width."""
    return _GAPS.sub("", text)
