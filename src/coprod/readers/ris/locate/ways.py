"""Ways to find a value in the value of a tag, from the strictest to the laxest.

In: an `Entry` and a text of the model. Out: the stretches that the text was made of, in order. Each way checks what
it finds, with the pure function that made the value where there is one. Where an entry says which texts it holds, a
function lists them all with their stretches, so that many texts are found in one pass. Nothing raises; time is linear.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

from coprod.readers.csl_types import CSL_TYPES
from coprod.readers.ris.draft import is_list
from coprod.readers.ris.locate.entries import Entry, Hit
from coprod.text.identifiers import find_doi, find_doi_span, parse_serials
from coprod.text.markup import split_at_semicolons, strip_markup
from coprod.text.pages import parse_pages
from coprod.text.pubmed import clean_pmcid, clean_pmid, pubmed_ids

Way = Callable[[Entry, str], Iterator[Hit]]
Listed = Iterator[tuple[str, Hit]]
"""Texts, and where they stand."""

Range = tuple[int, int]

SEPARATE: Final = " \t;,<>()[]\"'"
"""What may stand around one of several values."""

RUN: Final = re.compile(f"[^{re.escape(SEPARATE)}]+")
"""What stands between such signs."""

_UNBROKEN: Final = "\u2e80"
"""From here on are scripts that write words without spaces."""


def all_of(entry: Entry) -> Hit:
    """The whole value of an entry.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> all_of(entry_of("TI", "Trust")).text
        'Trust'
    """
    return Hit(entry, 0, len(entry.value))


def whole(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is that of the tag.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in whole(entry_of("VL", "12"), "12")]
        ['12']
    """
    yield from _among(wholes(entry), value)


def wholes(entry: Entry) -> Listed:
    """The value of the tag."""
    yield entry.value, all_of(entry)


def _among(listed: Listed, value: str) -> Iterator[Hit]:
    return (hit for text, hit in listed if text == value)


def line(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is one of several lines.

    Examples:
        >>> entry = Entry("KW", "one two", ("one", "two"), ((1, 6), (2, 0)), (1, 0))
        >>> [hit.text for hit in line(entry, "two")]
        ['two']
    """
    yield from _among(lines(entry), value)


def lines(entry: Entry) -> Listed:
    """The lines of a value, if there are several."""
    if len(entry.parts) > 1:
        yield from ((entry.value[slice(*found)], Hit(entry, *found)) for found in entry.part_ranges())


def listed(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is a keyword: one a line, or several between semicolons, with an asterisk or without.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in listed(entry_of("KW", "*Trust; crisis"), "Trust")]
        ['Trust']
    """
    yield from _among(keywords(entry), value)


def keywords(entry: Entry) -> Listed:
    """The keywords in a value."""
    ranges = [(0, len(entry.value))] if is_list("KW", entry.value) else entry.part_ranges()
    for start, end in ranges:
        for first, last in _keywords(entry.value[start:end]):
            hit = Hit(entry, start + first, start + last)
            yield hit.text, hit


def _keywords(text: str) -> Iterator[Range]:
    start = 0
    for piece in split_at_semicolons(text):
        word = piece.strip().lstrip("*").strip()
        first = start + piece.find(word)
        yield first, first + len(word)
        start += len(piece) + 1


def apart(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is one of several with white space or punctuation between them.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in apart(entry_of("UR", "https://a.org/x; https://a.org"), "https://a.org")]
        ['https://a.org']
    """
    yield from (hit for start in _places(entry.value, value) for hit in apart_at(entry, value, start))


def apart_at(entry: Entry, value: str, start: int) -> Iterator[Hit]:
    """The same at one place.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> entry = entry_of("UR", "https://a.org/x; https://a.org")
        >>> [len([*apart_at(entry, "https://a.org", start)]) for start in (0, 17)]
        [0, 1]
    """
    text, end = entry.value, start + len(value)
    begins = start >= 0 and text.startswith(value, start) and (start == 0 or text[start - 1] in SEPARATE)
    if begins and (end == len(text) or text[end] in SEPARATE):
        yield Hit(entry, start, end)


def within(entry: Entry, value: str) -> Iterator[Hit]:
    """The value stands in a longer text, word for word.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in within(entry_of("N1", "Publisher Copyright: © 2025"), "© 2025")]
        ['© 2025']
    """
    yield from _within(entry, entry.value, value)


def ignoring_case(entry: Entry, value: str) -> Iterator[Hit]:
    """The value stands in the text in other letters, large or small.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in ignoring_case(entry_of("TI", "CO-PRODUCTION"), "Co-production")]
        ['CO-PRODUCTION']
    """
    yield from _within(entry, lowered(entry.value), lowered(value))


def _within(entry: Entry, text: str, value: str) -> Iterator[Hit]:
    """The places where the value is no part of a longer word; if there is none, of no longer number."""
    hits = [(start, start + len(value)) for start in _places(text, value)]
    words = [found for found in hits if _is_cut_from(text, *found, _is_same_word)]
    for start, end in words or [found for found in hits if _is_cut_from(text, *found, _is_same_number)]:
        yield Hit(entry, start, end)


@functools.lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in small letters, with the same columns.

    Examples:
        >>> lowered("CO-PRODUCTION")
        'co-production'
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(one if len(one := c.lower()) == 1 else c for c in text)


def _places(text: str, value: str) -> Iterator[int]:
    """Where the value stands in the text, if it is not empty."""
    start = text.find(value) if value else -1
    while start >= 0:
        yield start
        start = text.find(value, start + 1)


def _is_cut_from(text: str, start: int, end: int, is_same: Callable[[str, str], bool]) -> bool:
    """Whether what stands around the place does not belong to what stands in it."""
    before = start > 0 and is_same(text[start - 1], text[start])
    after = end < len(text) and is_same(text[end - 1], text[end])
    return not before and not after


def _is_same_word(one: str, other: str) -> bool:
    return one.isalnum() and other.isalnum() and one < _UNBROKEN and other < _UNBROKEN


def _is_same_number(one: str, other: str) -> bool:
    return (one.isdigit() and other.isdigit()) or (one.isalpha() and other.isalpha() and one < _UNBROKEN)


def squeezed(entry: Entry, value: str) -> Iterator[Hit]:
    """The value stands in the text with other punctuation, other spaces, other letters.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in squeezed(entry_of("SN", "ISSN 19326203"), "1932-6203")]
        ['19326203']
    """
    columns, text = letters_of(entry.value)
    _columns, wanted = letters_of(value)
    for place in _places(text, wanted):
        yield from _squeezed_at(entry, columns[place], columns[place + len(wanted) - 1] + 1)


def _squeezed_at(entry: Entry, start: int, end: int) -> Iterator[Hit]:
    if _is_cut_from(entry.value, start, end, _is_same_number):
        yield Hit(entry, start, end)


@functools.lru_cache(maxsize=4)
def letters_of(text: str) -> tuple[tuple[int, ...], str]:
    """The letters and digits of a text, in small letters, and the columns that they stand in.

    Examples:
        >>> letters_of("R&D")
        ((0, 2), 'rd')
    """
    columns = tuple(column for column, letter in enumerate(text) if letter.isalnum())
    return columns, lowered("".join([text[column] for column in columns]))


def without_markup(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is the text without its tags and entities.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in without_markup(entry_of("TI", "CO<sub>2</sub>"), "CO2")]
        ['CO<sub>2</sub>']
    """
    yield from _among(unmarked(entry), value)


def unmarked(entry: Entry) -> Listed:
    """The text without its tags and entities, if it may have any."""
    if "<" in entry.value or "&" in entry.value:
        yield strip_markup(entry.value), all_of(entry)


def of_type(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is the CSL type of the type of reference.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in of_type(entry_of("TY", "JOUR"), "article-journal")]
        ['JOUR']
    """
    if CSL_TYPES.get(entry.value.upper()) == value:
        yield all_of(entry)


def doi(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is the first DOI in the text.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in doi(entry_of("DO", "https://doi.org/10.1000/XYZ"), "10.1000/xyz")]
        ['10.1000/XYZ']
    """
    found = find_doi_span(entry.value) if find_doi(entry.value) == value else None
    if found is not None:
        yield Hit(entry, *found)


def pmid(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is the PubMed identifier, beside a word that says so.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in pmid(entry_of("U1", "34589295 [PMID]"), "34589295")]
        ['34589295']
    """
    if value in (clean_pmid(entry.value), pubmed_ids(entry.value)[0]):
        yield from within(entry, value)


def pmcid(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is the PubMed Central identifier in the text.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in pmcid(entry_of("C2", "pmc 4659668"), "PMC4659668")]
        ['pmc 4659668']
    """
    if clean_pmcid(entry.value) == value:
        yield from squeezed(entry, value)


def serial(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is one of the ISSNs and ISBNs in the text.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in serial(entry_of("SN", "0317-8471 19326203"), "1932-6203")]
        ['19326203']
    """
    yield from _among(serials(entry), value)


def serials(entry: Entry) -> Listed:
    """The ISSNs and ISBNs in the text."""
    read = parse_serials(entry.value)
    values = dict.fromkeys((*read.issn, *read.isbn))
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    for run in RUN.finditer(entry.value):
        if run[0] in values:
            found[run[0]].append(Hit(entry, *run.span()))
    for value, hit in _squeezed_among(entry, [value for value in values if value not in found]):
        found[value].append(hit)
    for value in values:
        yield from ((value, hit) for hit in found.get(value, (all_of(entry),)))


def _squeezed_among(entry: Entry, values: list[str]) -> Listed:
    """Where any of several values stands with other punctuation: the value is read once for each of their lengths."""
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for value in values:
        wanted[letters_of(value)[1]].append(value)
    columns, text = letters_of(entry.value)
    for length in {len(letters) for letters in wanted}:
        for place in range(len(text) - length + 1):
            for value in wanted.get(text[place : place + length], ()):
                yield from (
                    (value, hit) for hit in _squeezed_at(entry, columns[place], columns[place + length - 1] + 1)
                )


def first_page(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is the page, or the first of a range.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in first_page(entry_of("SP", "549-565"), "549")]
        ['549']
    """
    if parse_pages(entry.value, None).first == value:
        yield from within(entry, value)


def last_page(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is the page, or the last of a range; `86` in `377/86` for 386.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in last_page(entry_of("SP", "377/86"), "386")]
        ['86']
    """
    alone, both = parse_pages(None, entry.value), parse_pages(entry.value, None)
    is_end = entry.tag == "EP" and value.endswith(alone.last or entry.value)
    if not is_end and value not in (alone.last, both.last):
        return
    first = next(first_page(entry, both.first), None) if both.first is not None and both.last is not None else None
    behind = first.end if first is not None else 0
    hits = [hit for skipped in range(len(value)) for hit in within(entry, value[skipped:]) if hit.start >= behind]
    yield from sorted(hits, key=_start)[:1]


def _start(hit: Hit) -> int:
    return hit.start


def article_number(entry: Entry, value: str) -> Iterator[Hit]:
    """The value is the number of the article, in a field for pages.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> [hit.text for hit in article_number(entry_of("SP", "Article 77"), "77")]
        ['77']
    """
    if parse_pages(entry.value, None).article_number == value:
        yield from within(entry, value)


LISTS: Final[dict[Way, Callable[[Entry], Listed]]] = {
    whole: wholes,
    line: lines,
    listed: keywords,
    without_markup: unmarked,
    serial: serials,
}
"""The ways to find one of the texts that an entry holds, and what lists them all."""
