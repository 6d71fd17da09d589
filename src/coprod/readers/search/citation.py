"""Where a work appeared, as one line says it: `"Journal of Trust, vol. 16 no. 4, pp. 3-12"`.

In: the text of such a line. Out: the stretches that hold container, volume, issue, pages, date and DOI, and whether
something is left. Nothing raises; time is linear.
"""

import re
from typing import Final, NamedTuple

from coprod.readers.search.layout import EXTRA
from coprod.text.identifiers import find_doi_span
from coprod.text.months import MONTH_NAMES

_MONTHS: Final = "|".join([*MONTH_NAMES, *(name[:3] for name in MONTH_NAMES), "Sept"])
_MORE: Final = rf"(?:(?!{_MONTHS})[0-9A-Za-z]){{0,9}}"
"""What goes on with a number; not the month that was printed right behind it."""

_VOLUME: Final = re.compile(
    r"\b(?i:vol(?:ume|\.)?):?\s{0,3}"
    rf"((?i:ahead[- ]of[- ]print)|[A-Z]{{0,3}}[0-9]{_MORE}(?:[/–-][0-9A-Za-z]{{1,9}}){{0,2}}|[IVXLCivxlc]{{1,8}}\b)"
)
_ISSUE: Final = re.compile(
    r"(?<!Article )\b(?i:issue|iss|number|num|no|nr)\.?:?\s{0,3}((?i:ahead[- ]of[- ]print)|"
    rf"(?i:suppl(?:ement)?\.?\s?)?[0-9]{_MORE}(?:\s?[/–-]\s?[0-9A-Za-z]{{1,9}}){{0,2}}|S[0-9]{{1,3}}\b)"
)
_ARTICLE: Final = re.compile(r"\b(?i:article)(?i:\s(?:no|number))?\.?:?\s{0,3}([A-Za-z]{0,3}[0-9]{1,10})\b")
_BARE_ARTICLE: Final = re.compile(r"(?<=, )(?![a-z]+(?:19|20)[0-9]{2}\b)[a-z]{2,8}[0-9]{2,8}(?=\s*(?:,|$))")
"""What stands between commas in the place of pages: `", bsab012,"`; not a conference and its year."""

_STAGE: Final = re.compile(
    r"(?<=, )(?i:latest articles|advance articles|articles in advance|articles in press|in press|online ?first|"
    r"early view|early access|first ?view|forthcoming|advance online publication|(?:online )?ahead of print)"
    r"(?=\s*(?:,|$))"
)
"""What stands in the place of the volume as long as there is none."""

_PAGE: Final = r"(?:[A-Za-z]{0,3}[0-9]{1,7}|[ivxlc]{1,8})"
_PAGES: Final = re.compile(
    rf"\b(?:pp?\b\.?|(?i:pages?)\b:?)\s{{0,3}}({_PAGE}(?:\s?[-–—−]\s?{_PAGE})?)(?:\b|(?=https?://))"
)
_DATE: Final = re.compile(
    rf"(?:(?<![\w.])(?:[0-9]{{1,2}} (?:{_MONTHS})\.? [0-9]{{4}}|\([12][0-9]{{3}}\))"
    rf"|(?:(?<![\w.])|(?<=[^\W_A-Z]))(?:{_MONTHS})\.?(?: [0-9]{{1,2}},)? [0-9]{{4}}"
    r"|(?<=, )[12][0-9]{3}(?=(?:,| [-–]) (?i:pp?\b|pages?\b|vol|issue|article|doi|https?:|[a-z]{2,8}[0-9]{2,8}\b)))"
    r"(?![\w-])"
)
_SHORT: Final = re.compile(
    r"\((?P<date>[12][0-9]{3})\)\s?(?P<volume>[A-Z]?[0-9]{1,6})"
    rf"(?:\s?\((?P<issue>[^()]{{1,20}})\))?(?::\s?(?P<pages>{_PAGE}(?:\s?[-–—−]\s?{_PAGE})?)\b)?"
)
"""`"Journal (2020) 30 (3): 423–440"`."""

_FILL: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?|[\s,;:·.•|()–—-])+", re.IGNORECASE)
_EDGE: Final = " \t,;:·•|(–—-"
_BEFORE_DOI: Final = (
    "https://doi.org/",
    "http://doi.org/",
    "https://dx.doi.org/",
    "http://dx.doi.org/",
    " doi",
    " DOI",
)


_NO_WORDS: Final = dict.fromkeys(map(ord, "\0\ufeff\u200b\ufffd"), " ")
"""What a program left between words in the place of a space."""

_PATTERNS: Final = (
    ("volume", _VOLUME), ("issue", _ISSUE), ("date", _DATE), ("article_number", _ARTICLE), ("pages", _PAGES),
    ("article_number", _BARE_ARTICLE), (f"{EXTRA}stage", _STAGE),
)  # fmt: skip


class Places(NamedTuple):
    """The stretches of a line, by field, and whether words are left that are none of them."""

    found: dict[str, tuple[int, int]]
    is_whole: bool


def places_in(text: str) -> Places:
    """Where a line holds what.

    Examples:
        >>> line = "Trust & Care, Volume 29 · Number 6/7, pp. 3-12"
        >>> {field: line[slice(*place)] for field, place in places_in(line).found.items()}
        {'volume': '29', 'issue': '6/7', 'pages': '3-12', 'container': 'Trust & Care'}
    """
    text = text.translate(_NO_WORDS)
    found: dict[str, tuple[int, int]] = {}
    starts: list[tuple[int, int]] = []
    short = _SHORT.search(text)
    if short is not None:
        found.update({field: short.span(field) for field in short.re.groupindex if short[field]})
        starts.append(short.span())
    for field, pattern in _PATTERNS if short is None else ():
        match = _last(pattern, text, max((end for _start, end in starts), default=0) if field == "date" else 0)
        if match is None or field in found:
            continue
        found[field] = match.span(match.re.groups and 1)
        starts.append(match.span())
    doi = find_doi_span(text)
    if doi is not None:
        found["doi"] = doi
        starts.append(doi)
    _add_container(text, found, starts)
    return Places(found, _is_whole(text, [*starts, found.get("container", (0, 0))]))


def _last(pattern: re.Pattern[str], text: str, start: int = 0) -> re.Match[str] | None:
    """The last match, since the name of a journal comes first and may hold anything; behind `start` if there is one."""
    found = [*pattern.finditer(text, start)] or ([*pattern.finditer(text)] if start else [])
    return found[-1] if found else None


def _add_container(text: str, found: dict[str, tuple[int, int]], starts: list[tuple[int, int]]) -> None:
    """The words before everything else."""
    end = min((start for start, _end in starts), default=len(text))
    head = text[:end].rstrip(_EDGE + "/")
    for mark in _BEFORE_DOI:
        head = head.removesuffix(mark.rstrip("/")).rstrip(_EDGE)
    if head:
        found["container"] = (0, len(head))


def _is_whole(text: str, places: list[tuple[int, int]]) -> bool:
    """Whether nothing but punctuation stands between the places."""
    last = 0
    for start, end in sorted(places):
        if start > last and _FILL.fullmatch(text, last, start) is None:
            return False
        last = max(last, end)
    return last >= len(text) or _FILL.fullmatch(text, last) is not None
