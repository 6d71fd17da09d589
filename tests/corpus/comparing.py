"""Two readings of one record, field by field, without what is no difference.

In: a Paper and the item that the other reader made of the same record. Out: for each field what both say, with white
space, markup, a full stop at the end and the forms of dashes taken away on both sides.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import Any, Final, NamedTuple

from coprod import Name, Paper
from tests.corpus.account import tagged
from tests.corpus.files import Case, lines_of, read, reading_of

Item = dict[str, Any]
Said = str | tuple[str, ...]
"""What a reader says of a field; names are several."""

_MARKUP: Final = re.compile(r"</?[A-Za-z][A-Za-z0-9:]*(?:\s[^<>]*)?/?>")
_DASHES: Final = re.compile("[-\u2010-\u2015\u2212]+")
_SPACE: Final = re.compile("[\\s\u200b\ufeff]+")
_YEAR: Final = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_LABEL: Final = re.compile(r"(?:pp?\.|pp?(?=\s))\s*")
_CONTAINERS: Final = ("publicationTitle", "bookTitle", "proceedingsTitle", "conferenceName")
_NO_AUTHORS: Final = frozenset(("contributor", "counsel", "editor", "seriesEditor", "translator"))


class Pair(NamedTuple):
    """One record, read twice."""

    case: Case
    paper: Paper
    item: Item

    @property
    def lines(self) -> list[str]:
        """The record itself."""
        place = self.paper.source
        return [] if place is None else lines_of(self.case)[place.first_line - 1 : place.last_line]

    @property
    def tags(self) -> dict[str, list[str]]:
        """The record's values by tag."""
        return tagged(self.lines)


def pairs(case: Case) -> list[Pair]:
    """The records of a file in order."""
    papers, items = read(case).papers, reading_of(case)
    return [Pair(case, paper, item) for paper, item in zip(papers, items, strict=True)]


def plain(text: str | None) -> str:
    """The letters of a text, whatever stands between them.

    Examples:
        >>> plain("A title: <i>E.&nbsp;coli</i> 2009\u20132011.")
        'Atitle:E.coli2009-2011'
    """
    text = _MARKUP.sub("", unescape(unescape(text or "")))
    return _DASHES.sub("-", _SPACE.sub("", text)).rstrip(".")


def whole_name(name: Name) -> str:
    """A name as it is printed, without the comma that stands at the end of some."""
    return plain(name.literal.rstrip(" ,"))


def last_name(name: Name) -> str:
    """Family name; the whole of a name that has none."""
    return plain(name.family) if name.family else whole_name(name)


def their_names(item: Item) -> list[tuple[str, str]]:
    """Last and first names of the authors; a name of one field has no first name."""
    authors = [creator for creator in item["creators"] if creator["creatorType"] not in _NO_AUTHORS]
    return [(plain(author["lastName"].rstrip(" ,")), plain(author.get("firstName"))) for author in authors]


def first_of(pages: str | None) -> str:
    """The first page of a range, without a label and without what follows it.

    Examples:
        >>> first_of("pp 37-64"), first_of("177+"), first_of("549\u2013565")
        ('37', '177', '549')
    """
    first = _DASHES.split(_LABEL.sub("", (pages or "").strip(), count=1))[0]
    return plain(first).rstrip("+;,")


def year_of(date: str | None) -> str:
    """The first number of four digits in a date."""
    found = _YEAR.search(date or "")
    return found[0] if found is not None else ""


def our_title(pair: Pair) -> Said:
    """Title and subtitle."""
    return plain(pair.paper.full_title)


def their_title(pair: Pair) -> Said:
    """Title."""
    return plain(pair.item.get("title"))


def our_authors(pair: Pair) -> Said:
    """Family names; names that are one field as a whole."""
    return tuple(last_name(name) for name in pair.paper.authors)


def their_authors(pair: Pair) -> Said:
    """Last names; names that are one field as a whole."""
    return tuple(last for last, _first in their_names(pair.item))


def our_year(pair: Pair) -> Said:
    """Year."""
    return str(pair.paper.year or "")


def their_year(pair: Pair) -> str:
    """Year of the date."""
    return year_of(pair.item.get("date"))


def our_container(pair: Pair) -> Said:
    """Journal, book or proceedings."""
    return plain(pair.paper.container_title)


def their_container(pair: Pair) -> str:
    """Journal, book, proceedings or conference."""
    return plain(next((pair.item[field] for field in _CONTAINERS if pair.item.get(field)), None))


def our_volume(pair: Pair) -> Said:
    """Volume."""
    return plain(pair.paper.volume)


def their_volume(pair: Pair) -> Said:
    """Volume."""
    return plain(pair.item.get("volume"))


def our_issue(pair: Pair) -> Said:
    """Issue."""
    return plain(pair.paper.issue)


def their_issue(pair: Pair) -> Said:
    """Issue."""
    return plain(pair.item.get("issue"))


def our_first_page(pair: Pair) -> Said:
    """First page."""
    return first_of(pair.paper.first_page)


def their_first_page(pair: Pair) -> Said:
    """First page of a range."""
    return first_of(pair.item.get("pages"))


def our_doi(pair: Pair) -> Said:
    """DOI."""
    return pair.paper.doi or ""


def their_doi(pair: Pair) -> str:
    """DOI in lower case."""
    return (pair.item.get("DOI") or "").strip().lower()


class Field(NamedTuple):
    """What is compared."""

    ours: Callable[[Pair], Said]
    theirs: Callable[[Pair], Said]

    def differs(self, pair: Pair) -> bool:
        """Whether the two readings say different things."""
        return self.ours(pair) != self.theirs(pair)


FIELDS: Final = {
    "title": Field(our_title, their_title),
    "authors": Field(our_authors, their_authors),
    "year": Field(our_year, their_year),
    "container title": Field(our_container, their_container),
    "volume": Field(our_volume, their_volume),
    "issue": Field(our_issue, their_issue),
    "first page": Field(our_first_page, their_first_page),
    "DOI": Field(our_doi, their_doi),
}
