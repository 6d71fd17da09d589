"""Addresses, identifiers and numbers of pages that stand where a date should: their digits are no year.

In: the text of a date field. Out: the text without them. Nothing raises; time is linear.
"""

import re
from typing import Final

from coprod.text._words import word_set
from coprod.text.months import MONTHS, SEASONS

_IDENTIFIERS: Final = word_set(
    "arxiv doi eisbn eissn id isbn issn isrn lccn oclc orcid p page pages pii pmc pmcid pmid pp wos"
)
"""Words whose number is a page or an identifier, whatever it looks like."""

COUNTED: Final = word_set("iss issue no nr number vol volume")
"""Words whose number counts something, if it stands alone."""

_ERAS: Final = word_set("AH A.H. BC B.C. BCE B.C.E.")
"""What stands behind or before a year of another calendar, or before the first year of ours."""

_BESIDE_YEARS: Final = frozenset([*MONTHS, *SEASONS]) | word_set("c ca cop copyright p t bis to und and")
"""Letters that may stand right before digits."""

_LABEL: Final = re.compile(r"([A-Za-z]{1,5})[.:#]{1,2}(?=.)")
_DOI: Final = re.compile(r"(?<![0-9])10\.[0-9]{4,9}/(?![0-9]{1,2}\.[0-9]{4}$)")
_RUN: Final = re.compile(r"[^\W_]++")
_PIECE: Final = re.compile(r"[0-9]++|[^\W\d_]++")
_CHAIN: Final = re.compile(r"(?<![0-9])[0-9]++(?:[-.\u2010-\u2015\u2212][0-9]++)++")
_LINK: Final = re.compile(r"[-.\u2010-\u2015\u2212]")
_YEAR_LONG: Final = 4
_DATED: Final = re.compile(r"Yd{0,5}|d{0,4}Y|YdYd|YddYdd|dYdY|ddYddY|D{1,2}")
"""Numbers in a date: `Y` of four digits, `d` of one or two, `D` of eight."""

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2999
_LONGEST_SPAN: Final = 400
"""No work came out over more years than the oldest journals did."""

_OPEN_ENDS: Final = (0, 9999)
"""What catalogues write for an end that is not known, or not reached."""


def without_codes(text: str) -> str:
    """The text without words that are addresses, identifiers or pages.

    Examples:
        >>> without_codes("2019 https://example.org/2018/a"), without_codes("ISSN 1234-2019")
        ('2019', 'ISSN')
        >>> without_codes("10.1111/j.2009.01777.x"), without_codes("22-Aug-2018")
        ('', '22-Aug-2018')
    """
    kept: list[str] = []
    label = ""
    for word in text.split():
        if _is_code(word) or _is_labelled(label, word):
            label = ""
            continue
        label = word
        if word in _ERAS and kept and kept[-1].isdigit():
            kept.pop()
        kept.append(word)
    return " ".join(kept)


def _is_labelled(label: str, word: str) -> bool:
    """Whether the word in front says that a number is no year."""
    name = label.lower().rstrip(".:#")
    if name in _IDENTIFIERS:
        return any(letter.isdigit() for letter in word)
    return (name in COUNTED or label in _ERAS) and word.rstrip(".,;:").isdigit()


def _is_code(word: str) -> bool:
    """Whether one word is an address or an identifier."""
    if not any(letter.isdigit() for letter in word):
        return False
    if "://" in word or "@" in word or "_" in word or word.lower().startswith("www.") or _DOI.search(word):
        return True
    label = _LABEL.match(word)
    if label is not None and label[1].lower() in _IDENTIFIERS:
        return True
    return any(_has_glued_year(part) or not _may_be_dated(part) for part in word.split("/"))


def _has_glued_year(text: str) -> bool:
    """Whether letters that no date has stand right before digits, four of them together: `PMC2019`."""
    for run in _RUN.findall(text):
        pieces = _PIECE.findall(run)
        if all(len(piece) < _YEAR_LONG or not piece.isdigit() for piece in pieces):
            continue
        if any(not piece.isdigit() and piece.isascii() and piece.lower() not in _BESIDE_YEARS for piece in pieces[:-1]):
            return True
    return False


def _may_be_dated(text: str) -> bool:
    """Whether numbers with hyphens or full stops between them may be a date.

    Examples:
        >>> _may_be_dated("2014-2017"), _may_be_dated("1234-2019"), _may_be_dated("0000-0001-2019-1234")
        (True, False, False)
    """
    return all(_is_dated(_LINK.split(chain)) for chain in _CHAIN.findall(text))


def _is_dated(numbers: list[str]) -> bool:
    if all(len(number) < _YEAR_LONG for number in numbers):
        return True
    if [len(number) for number in numbers] == [_YEAR_LONG, _YEAR_LONG]:
        return are_years(int(numbers[0]), int(numbers[1]))
    shape = "".join(_SHAPES.get(len(number), "x") for number in numbers)
    return _DATED.fullmatch(shape) is not None


_SHAPES: Final = {1: "d", 2: "d", 4: "Y", 8: "D"}


def are_years(first: int, last: int) -> bool:
    """Whether two numbers of four digits may be the years that a work came out in.

    Examples:
        >>> are_years(1869, 2019), are_years(1750, 6166), are_years(1990, 9999)
        (True, False, True)
    """
    if not FIRST_YEAR <= first <= LAST_YEAR:
        return False
    return last in _OPEN_ENDS or (FIRST_YEAR <= last <= LAST_YEAR and abs(last - first) <= _LONGEST_SPAN)
