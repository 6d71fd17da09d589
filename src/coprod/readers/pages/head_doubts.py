"""What a head declares and a field could not take as it stands: it is told here, for all fields.

In: the entries of a head, and the draft that they have filled. Out: a diagnostic for each value that is none of its
kind, that states nothing, or of which a part was left out or completed. Such a value is in `extra` as it stands, or in
`issued.raw`. Nothing raises.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from coprod.diagnostics import Severity
from coprod.readers.pages import doubts
from coprod.readers.pages import head_names as names
from coprod.text.dates import is_placeholder, parse_date
from coprod.text.identifiers import clean_doi, clean_orcid, parse_serials
from coprod.text.pages import parse_pages
from coprod.text.placeholders import states_nothing
from coprod.text.pubmed import clean_pmcid, clean_pmid

if TYPE_CHECKING:
    from coprod.readers.pages.head import Filling
    from coprod.readers.pages.metadata import Entry

_NO_DATE: Final = "article.not-a-date"
_NO_IDENTIFIER: Final = "article.not-an-identifier"
_NO_VALUE: Final = "article.placeholder"

_MEANING: Final[dict[str, tuple[Severity, str]]] = {
    _NO_DATE: ("info", "no date with a year; kept in extra"),
    _NO_IDENTIFIER: (
        "info",
        "not one identifier of the declared kind, or a wrong check digit; kept in extra",
    ),
    _NO_VALUE: ("info", "stands where no value is given; kept in extra"),
    **doubts.MEANING,
}

_ONLY_DOIS: Final = frozenset(
    ("citation_doi", "bepress_citation_doi", "prism.doi", "dc.identifier.doi", "eprints.doi", "schema.doi")
)
"""Names that a DOI has and nothing else; the others may hold any identifier."""

_SAYS_DOI: Final = re.compile(r"doi\s{0,3}:|info:doi/|https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_ZEROS: Final = "0-/:. "


def tell_doubts(filling: "Filling") -> None:
    """Compares what is declared with what was made of it, and tells what is not the same."""
    for index, entry in enumerate(filling.entries):
        field = _FIELDS.get(entry.name)
        judge = _JUDGES.get(field or "")
        if filling.is_left(index) and field is not None and _states_nothing(field, entry.value):
            _tell(filling, _NO_VALUE, entry.line, entry.value, field)
        elif judge is not None and (code := judge(entry, filling)) is not None:
            _tell(filling, code, entry.line, entry.value, field)
    for entry in filling.entries:
        if entry.orcid is not None and clean_orcid(entry.orcid) is None:
            _tell(filling, _NO_IDENTIFIER, entry.line, entry.orcid, "authors")
    _tell_completed(filling)


def _tell(filling: "Filling", code: str, line: int, text: str, field: str | None) -> None:
    filling.tell(code, *_MEANING[code], line, text, field)


def _states_nothing(field: str, value: str) -> bool:
    return is_placeholder(value) or states_nothing(value) or (field in _NUMBERED and not value.strip(_ZEROS))


def _tell_completed(filling: "Filling") -> None:
    """Tells of a last page that is printed in short."""
    trace = filling.draft.trace
    if "first_page" not in trace or "last_page" not in trace:
        return
    begin, end = trace["first_page"], trace["last_page"]
    is_range = (begin.text, begin.line) == (end.text, end.line)
    if parse_pages(begin.text, None if is_range else end.text).completed:
        _tell(filling, doubts.ABBREVIATED, end.line or 1, end.text, "last_page")


def _of_date(entry: "Entry", filling: "Filling") -> str | None:
    date = parse_date(entry.value)
    if date is None or date.year is None:
        return _NO_DATE
    return doubts.doubtful(entry.value, is_issued=date == filling.draft.values.get("issued"))


def _of_doi(entry: "Entry", _filling: "Filling") -> str | None:
    if entry.name not in _ONLY_DOIS and _SAYS_DOI.match(entry.value) is None:
        return None
    printed = names.doi_of(entry.name, entry.value)
    return _NO_IDENTIFIER if printed is None or clean_doi(printed) is None else None


def _of_serial(entry: "Entry", _filling: "Filling") -> str | None:
    return _NO_IDENTIFIER if parse_serials(entry.value).rest else None


def _of_person(entry: "Entry", _filling: "Filling") -> str | None:
    is_orcid = entry.name in names.OF_AN_AUTHOR and names.OF_AN_AUTHOR[entry.name] == "orcid"
    return _NO_IDENTIFIER if is_orcid and clean_orcid(entry.value) is None else None


def _of_number(clean: Callable[[str], str | None]) -> "_Judge":
    """Whether a value is such a number."""
    return lambda entry, _filling: _NO_IDENTIFIER if clean(entry.value) is None else None


_Judge = Callable[["Entry", "Filling"], str | None]
"""Gives the code of what is doubtful in an entry; None if it was read as it is declared."""

_JUDGES: Final[dict[str, _Judge]] = {
    "authors": _of_person,
    "doi": _of_doi,
    "isbn": _of_serial,
    "issn": _of_serial,
    "issued": _of_date,
    "pmcid": _of_number(clean_pmcid),
    "pmid": _of_number(clean_pmid),
}
"""By the field that a name fills."""

_NUMBERED: Final = frozenset(("isbn", "issn", "issued"))
"""Fields that zeros fill up."""

_FIELDS: Final[dict[str, str]] = {
    **{name: field for field, of_field in names.TEXTS.items() for name in of_field},
    **dict.fromkeys(names.ABSTRACTS, "abstract"),
    **{name: "first_page" for name, _other in names.PAGES},
    **{other: "last_page" for _name, other in names.PAGES if other is not None},
    **dict.fromkeys(names.DOIS, "doi"),
    **{name: "isbn" if name.endswith("isbn") else "issn" for name in names.SERIALS},
    **dict.fromkeys(names.DATES, "issued"),
    "citation_pmid": "pmid",
    "citation_pmcid": "pmcid",
    **dict.fromkeys((*names.AUTHORS, *names.OF_AN_AUTHOR), "authors"),
    **dict.fromkeys(names.EDITORS, "editors"),
    **dict.fromkeys(names.KEYWORDS, "keywords"),
}
"""The field that a name fills."""
