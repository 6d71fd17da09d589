"""Labelled lines of a summary page: "Authors: ...", "DOI: ...", which are fields of the paper wherever they stand.

In: the text of a line. Out: its label and where its value begins; and, for a line among the sections, whether the
whole line has the form of that field, since a sentence may begin with such a word too.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from coprod.readers.pages.blocks import Block, Passage
from coprod.readers.pages.names import names_in
from coprod.readers.pages.tree import Piece
from coprod.readers.summary.headings import is_prose, words_from
from coprod.readers.summary.mentions import VOLUME, YEAR, cited
from coprod.readers.summary.people import are_persons
from coprod.readers.summary.titles import may_be_title
from coprod.text._words import word_set
from coprod.text.dates import parse_date, says_more_than_a_date
from coprod.text.identifiers import find_doi_span

OF_AUTHORS: Final = ("author", "authors", "by")
OF_TITLES: Final = ("title", "paper", "paper title", "article title")
OF_CITATIONS: Final = ("citation", "full citation", "reference", "source")
OF_DATES: Final = ("publication date", "publication year", "published", "published on", "date", "year")
OF_ADDRESSES: Final = ("url", "link")
OF_KEYWORDS: Final = ("keywords", "keyword", "key words")

_LABELLED: Final = re.compile(
    r"(title|(?:full )?citation|reference|source|field|authors?|by|journal|publication date|published(?: on)?|date|"
    r"year|doi|publication year|paper(?: title)?|article title|url|link|key ?words?)"
    r"[*_]*\s*[:：][*_]*\s*(?=\S)|(by)\s+(?=[A-Z])",
    re.IGNORECASE,
)
FIRST_WORDS: Final = word_set(
    "article author authors by citation date doi field full journal key keyword keywords link paper publication",
    "published reference source title url year",
)
"""Words that a label can begin with, in small letters."""

_AROUND: Final = '*_ "“”'

BEHIND_NAMES: Final = re.compile(rf",?\s?\(({YEAR})[a-z]?\)(?:[.,:;]\s+(?=\S)|\.?\Z)")
"""The year behind the names of authors, and where what they wrote for begins."""

_ONLY_DOI: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi\s?:?\s?)?", re.IGNORECASE)
_ONLY_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S{3,500}", re.IGNORECASE)
_SMALL: Final = r"(?:&|and|the|in|for|on|to|of|at|de|la|le|les|des|du|et|y|del|der|die|das|und|für|van|voor|di|e)"
_NAME_OF_JOURNAL: Final = re.compile(
    rf"(?:[^\W\d_a-zß-öø-ÿ][^\s,.;:()]*|{_SMALL})(?:[,:]?\s(?:[^\W\d_a-zß-öø-ÿ][^\s,.;:()]*|{_SMALL})){{0,14}}"
)
"""Words with capitals, as names of journals are printed."""

_NUMBERS_OF_CITATION: Final = re.compile(rf"\b{YEAR}(?:;\s?[0-9]|\):\s?[0-9])")
"""Year and volume, or year and pages, as citations have them in other forms."""

_JOURNAL_WITH_YEAR: Final = re.compile(rf"(.*?),?\s\(?({YEAR})\)?")
_LONGEST_LABEL: Final = 50
"""Characters, with the marks before a label."""

_LONGEST_KEYWORD: Final = 60
_MOST_WORDS_OF_KEYWORD: Final = 5


class Labelled(NamedTuple):
    """The label of a line, and where its value begins."""

    label: str
    """In small letters."""

    start: int


def labelled(text: str) -> Labelled | None:
    """The label of a line; None if it has none of those that are known.

    Examples:
        >>> labelled("- **DOI:** 10.1000/row"), labelled("Trust: it rose")
        (Labelled(label='doi', start=11), None)
    """
    found = _LABELLED.match(text, words_from(text))
    return Labelled((found[1] or found[2]).lower(), found.end()) if found is not None else None


def is_of_authors(text: str) -> bool:
    """Whether a line says that names of authors follow."""
    found = labelled(text)
    return found is not None and found.label in OF_AUTHORS


def is_field(text: str) -> bool:
    """Whether the whole of a line has the form of the field that its label names.

    Examples:
        >>> is_field("Authors: Ana Costa, B. Dahl"), is_field("DOI: 10.1000/row"), is_field("Year: 2020")
        (True, True, True)
        >>> is_field("Authors: they saw more trust."), is_field("DOI: none was given"), is_field("Year: 2020 was cold.")
        (False, False, False)
    """
    found = labelled(text) if _has_colon(text) else None
    form = _FORMS.get(found.label) if found is not None else None
    return found is not None and form is not None and form(text[found.start :].strip(_AROUND))


def is_title_field(text: str) -> bool:
    """Whether a line is a labelled title; beside another field it is one, elsewhere a sentence may begin so."""
    found = labelled(text) if _has_colon(text) else None
    return found is not None and found.label in OF_TITLES and may_be_title(text[found.start :].strip(_AROUND))


def _has_colon(text: str) -> bool:
    """Whether a colon stands where it does behind a label."""
    return ":" in (start := text[:_LONGEST_LABEL]) or "：" in start


def keywords_in(said: Passage) -> list[Passage]:
    """The keywords of a value, apart by semicolons, or else by commas."""
    separator = ";" if ";" in said.text else ","
    found: list[Passage] = []
    start = 0
    for word in said.text.split(separator):
        found.append(said.part(start, start + len(word)).stripped(_AROUND))
        start += len(word) + 1
    return [keyword for keyword in found if keyword]


def journal_and_year(name: str) -> tuple[int, tuple[int, int]] | None:
    """Where the name of a journal ends, and the year in brackets behind it; None if there is none.

    Examples:
        >>> journal_and_year("Ferries (2021)")
        (7, (9, 13))
    """
    found = _JOURNAL_WITH_YEAR.fullmatch(name) if name.endswith(")") else None
    return (found.end(1), found.span(2)) if found is not None else None


def _are_authors(value: str) -> bool:
    year = BEHIND_NAMES.search(value)
    row = names_in(value if year is None else value[: year.start()])
    is_row = bool(row.names) and are_persons(row, surnames=len(row.names) > 1)
    return is_row and (year is None or not is_prose(value[year.end() :]))


def _is_journal(value: str) -> bool:
    numbers = VOLUME.search(value)
    name = (value if numbers is None else value[: numbers.start()]).rstrip(",")
    with_year = _JOURNAL_WITH_YEAR.fullmatch(name)
    return _NAME_OF_JOURNAL.fullmatch(with_year[1] if with_year is not None else name) is not None


def _is_doi(value: str) -> bool:
    place = find_doi_span(value)
    return (
        place is not None and _ONLY_DOI.fullmatch(value, 0, place[0]) is not None and not value[place[1] :].strip(" .")
    )


def _is_date(value: str) -> bool:
    date = parse_date(value)
    return date is not None and date.year is not None and not says_more_than_a_date(value)


def _is_address(value: str) -> bool:
    return _ONLY_ADDRESS.fullmatch(value) is not None or _is_doi(value)


def _is_citation(value: str) -> bool:
    mention = cited(Block([Piece(value, 1, 0)]).passage())
    if (mention is not None and mention.title) or _is_address(value):
        return True
    place = find_doi_span(value)
    ends_with_doi = place is not None and not value[place[1] :].strip(" .")
    return value[0].isupper() and (ends_with_doi or _NUMBERS_OF_CITATION.search(value) is not None)


def _are_keywords(value: str) -> bool:
    words = value.replace(";", ",").split(",")
    return value[-1:] not in ".!?:" and all(
        0 < len(word.strip()) <= _LONGEST_KEYWORD and len(word.split()) <= _MOST_WORDS_OF_KEYWORD for word in words
    )


_FORMS: Final[dict[str, Callable[[str], bool]]] = {
    **dict.fromkeys(OF_AUTHORS, _are_authors),
    **dict.fromkeys(OF_CITATIONS, _is_citation),
    **dict.fromkeys(OF_DATES, _is_date),
    **dict.fromkeys(OF_ADDRESSES, _is_address),
    **dict.fromkeys(OF_KEYWORDS, _are_keywords),
    "journal": _is_journal,
    "doi": _is_doi,
}
"""The form of each field."""
