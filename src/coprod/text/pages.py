"""Pages: first, last, article number.

In: the values of a field for the first page (or a range) and one for the last. Out: `Pages`.
What cannot be placed, such as a count of pages, is in `rest`, as printed. Nothing raises; time is linear.
"""

import re
from typing import NamedTuple

import attrs

from coprod.text.dates import is_placeholder


@attrs.frozen
class Pages:
    """Where a work stands in its container."""

    first: str | None = None
    """First page, e.g. `"377"`, `"e12"`. None: not stated."""

    last: str | None = None
    """Last page, in full. None: not stated."""

    article_number: str | None = None
    """Number of the article where there are no pages. None: not stated."""

    rest: str | None = None
    """The printed text of what could not be placed. None: everything was placed."""

    completed: bool = False
    """Whether the last page is printed in short, as in `377/86`, and was completed from the first."""


_LONGEST = 100
"""A longer text is not read: it is no page."""

_PAGE_FORM = r"[A-Za-z]{0,8}[0-9]{1,18}[A-Za-z]{0,5}[0-9]{0,6}(?:\.[A-Za-z]{0,2}[0-9]{1,12}){0,4}(?:\([a-z]\))?"
_ROMAN_FORM = r"[ivxlcdm]{1,12}|[IVXLCDM]{1,12}"
_DASH_FORM = r"\s{0,4}[-‐‑‒–—―−]{1,3}\s{0,4}"

_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_RANGE = re.compile(rf"({_PAGE_FORM}|{_ROMAN_FORM}){_DASH_FORM}(?:[pP]{{1,2}}\.\s{{0,4}})?({_PAGE_FORM}|{_ROMAN_FORM})")
_PAGE = re.compile(f"(?:{_PAGE_FORM}|{_ROMAN_FORM})")
_PLAIN_RANGE = re.compile(r"([0-9]{1,9})[-–]{1,2}([0-9]{1,9})")
_LABEL = re.compile(r"(?:pp\.?|p\.|p(?=\s)|pages?(?=[\s:])|pgs?\.|S\.(?=\s))\s{0,4}", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?:article|artn|art\.?)(?:\s{0,2}(?:no|nr|number|id))?[.:]?\s{0,3}([A-Za-z]{0,8}[0-9][0-9A-Za-z._-]{0,30})",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[0-9]{1,6}\s{0,3}(?:pages?|pgs?|pp?|leaves)\b|[ivxlcdm]{1,8}\s{0,3}\+\s{0,3}[0-9]", re.IGNORECASE)
_HYPHENED = re.compile(r"(?:[A-Za-z]|[0-9]{1,4})-[0-9]{1,6}")
_HYPHENED_RANGE = re.compile(r"(([A-Za-z]|[0-9]{1,4})-[0-9]{1,6})\s{0,4}[-‐‑‒–—―−]{1,3}\s{0,4}(\2-[0-9]{1,6})")
_SLASHED = re.compile(r"([0-9]{1,18})/([0-9]{1,18})")
_OPEN_END = re.compile(r"[,;+]|\s{0,3}[-‐‑‒–—―−]{1,3}\s{0,3}(?:[+?&\\]|$)|\s{1,3}\(")
_SIGNS = "\u200b-\u200d\u2060\ufeff"
_UNSEEN = re.compile(f"(?<![^\\W_])(?<![{_SIGNS}])[{_SIGNS}]+|[{_SIGNS}]+(?![^\\W_]|[{_SIGNS}])")
"""Signs without width around the dash, where some sites put them; between two digits they stay."""

_HIGHWIRE_MARK = re.compile(rf"({_PAGE_FORM})\s{{1,4}}LP\s{{0,4}}[-‐‑‒–—―−]{{1,3}}\s{{0,4}}({_PAGE_FORM})")
"""HighWire writes `1828 LP - 1832`, other programs `1828 LP-1832` of it."""

_NUMBERED = re.compile(r"([A-Za-z]{0,8})([0-9]{1,18})")
_LOCATOR = re.compile(r"[eE][0-9]{1,18}")


class _Part(NamedTuple):
    """What one of the two fields says."""

    first: str | None = None
    last: str | None = None
    article: str | None = None
    whole: bool = True
    completed: bool = False


_NOTHING = _Part()
_UNREAD = _Part(whole=False)


def parse_pages(start: str | None, end: str | None) -> Pages:
    """First and last page of what two fields say.

    Args:
        start: Value of the field for the first page; it may hold a range. None: there is none.
        end: Value of the field for the last page. None: there is none.

    Examples:
        >>> parse_pages("549", "565")
        Pages(first='549', last='565', article_number=None, rest=None, completed=False)
        >>> parse_pages("377/86", None).last, parse_pages("1123", "31").last
        ('386', '1131')
        >>> parse_pages("x + 497 pp.", None)
        Pages(first=None, last=None, article_number=None, rest='x + 497 pp.', completed=False)
    """
    if start is not None and start.isdigit() and (end is None or end.isdigit()) and len(start) <= _LONGEST:
        last = end if end is None or len(end) >= len(start) else _in_full(start, end)
        return Pages(start, last, completed=last != end)
    if start is not None and (not end or end == start):
        found = _PLAIN_RANGE.fullmatch(start)
        if found is not None:
            last = _in_full(found[1], found[2])
            return Pages(found[1], last, completed=last != found[2])
    return _both((start or "").strip(), (end or "").strip())


def _both(start: str, end: str) -> Pages:
    """The pages of two stripped values, either of which may be empty."""
    head = _read(start)
    if head == _UNREAD and not is_placeholder(start):
        return Pages(rest="; ".join(dict.fromkeys(text for text in (start, end) if text)))
    if not end or (end == start and (head.last is not None or not head.whole)):
        return _pages(head, head.last, "" if head.whole else start)
    tail = _read(end)
    printed = last = tail.last or tail.first
    if head.first is not None and last is not None:
        last = _in_full(head.first, last)
    completed = tail.completed or last not in (printed, head.last)
    unplaced = []
    if not head.whole or (head.last is not None and last is not None and head.last != last):
        unplaced.append(start)
    if not tail.whole or not _fits(head, tail):
        unplaced.append(end)
    if last is not None:
        head = head._replace(completed=completed)
    return _pages(head, last or head.last, "; ".join(unplaced))


def _fits(head: _Part, tail: _Part) -> bool:
    """Whether the field for the last page repeats no other range than the one that begins at the first page."""
    return tail.article is None and (tail.last is None or tail.first == head.first)


def _pages(head: _Part, last: str | None, rest: str) -> Pages:
    """The pages, with an e-locator as the number of the article too."""
    article = head.article
    if head.first is not None and last in (None, head.first) and _LOCATOR.fullmatch(head.first):
        article = head.first
    return Pages(head.first, last, article, rest or None, head.completed)


def _read(text: str) -> _Part:
    """What one stripped value says."""
    if not text:
        return _NOTHING
    if len(text) > _LONGEST or is_placeholder(text):
        return _UNREAD
    text = text if text.isascii() else _UNSEEN.sub("", text)
    article = _ARTICLE.fullmatch(text)
    if article is not None:
        return _Part(article=article[1])
    label = _LABEL.match(text)
    plain = text if label is None else text[label.end() :]
    marked = _HIGHWIRE_MARK.fullmatch(plain)
    if marked is not None:
        return _read_plain(f"{marked[1]}-{marked[2]}")._replace(whole=False)
    return _read_plain(plain)


def _read_plain(text: str) -> _Part:
    """A page, a range, or the page or range that the text begins with."""
    if _COUNT.match(text):
        return _UNREAD
    if _is_page(text) or (_HYPHENED.fullmatch(text) and text[0].isalpha()):
        return _Part(first=text)
    found = _HYPHENED_RANGE.fullmatch(text)
    if found is not None:
        return _Part(found[1], found[3])
    found = _RANGE.fullmatch(text)
    if found is not None:
        return _of_range(found[1], found[2]) or _UNREAD
    found = _SLASHED.fullmatch(text)
    if found is not None:
        last = _in_full(found[1], found[2])
        return _Part(found[1], last, completed=last != found[2]) if int(last) > int(found[1]) else _UNREAD
    return _read_beginning(text)


def _read_beginning(text: str) -> _Part:
    """`145; discussion 146-8`, `549-565, 570`, `177+`: the page or range in front of what cannot be placed."""
    found = _RANGE.match(text)
    if found is not None and _OPEN_END.match(text, found.end()):
        part = _of_range(found[1], found[2])
        return _UNREAD if part is None else part._replace(whole=False)
    found = _PAGE.match(text)
    if found is None or not _is_page(found[0]) or not _OPEN_END.match(text, found.end()):
        return _UNREAD
    return _Part(first=found[0], whole=False)


def _is_page(text: str) -> bool:
    """Whether the text is the label of one page: `377`, `S12`, `25A`, `918.e2`, `xiv`."""
    if text.isalpha():
        return text.isascii() and (text.islower() or text.isupper()) and _ROMAN.fullmatch(text) is not None
    return _PAGE.fullmatch(text) is not None


def _of_range(first: str, last: str) -> _Part | None:
    """The range, its end in full; None where one side is a Roman number and the other is not."""
    if not _is_page(first) or not _is_page(last) or first.isalpha() != last.isalpha():
        return None
    full = _in_full(first, last)
    return _Part(first, full, completed=full != last)


def _in_full(first: str, last: str) -> str:
    """The last page with the digits and letters that it shares with the first.

    Examples:
        >>> _in_full("1123", "31"), _in_full("S28", "36"), _in_full("99", "101")
        ('1131', 'S36', '101')
    """
    if len(first) == len(last) and first.isdigit() and last.isdigit():
        return last
    begin, end = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(last)
    if begin is None or end is None or end[1] not in ("", begin[1]):
        return last
    missing = len(begin[2]) - len(end[2])
    number = begin[2][:missing] + end[2] if missing > 0 else end[2]
    return begin[1] + number if int(number) >= int(begin[2]) else last
