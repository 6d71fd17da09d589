"""Where a work appeared, as one line says it: `"Journal of Trust, vol. 16 no. 4, pp. 3-12"`.

In: the text of such a line. Out: the stretches that hold container, volume, issue, pages, date and DOI, and whether
something is left. Nothing raises; time is linear.
"""

import re
from collections.abc import Iterable
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
    r"(?:^|(?<=, ))(?i:latest articles|advance articles|articles in advance|articles in press|in press|online ?first|"
    r"early view|early access|first ?view|forthcoming|advance online publication|(?:online )?ahead of print)"
    r"(?=\s*(?:,|$))"
)
"""What stands in the place of the volume as long as there is none."""

_PAGE: Final = r"(?:[A-Za-z]{0,3}[0-9]{1,7}|[ivxlc]{1,8})"
_PAGES: Final = re.compile(
    rf"\b(?:pp?\b\.?|(?i:pages?)\b:?)\s{{0,3}}({_PAGE}(?:\s?[-–—−]\s?{_PAGE})?)(?:\b|(?=https?://))"
)
_DATE: Final = re.compile(
    rf"(?:(?<![\w.–-])(?:[0-9]{{1,2}} (?:{_MONTHS})\.? [0-9]{{4}}|\([12][0-9]{{3}}\))"
    rf"|(?:(?<![\w.])|(?<=[^\W_A-Z]))(?:{_MONTHS})\.?(?: [0-9]{{1,2}},)? [0-9]{{4}}"
    rf"|(?<=[.,;] )(?:1[5-9]|20)[0-9]{{2}} (?:{_MONTHS})\b(?: [0-9]{{1,2}})?(?!;)"
    r"|(?<=, )[12][0-9]{3}(?=(?:,| [-–]) (?i:pp?\b|pages?\b|vol|issue|article|doi|https?:|[a-z]{2,8}[0-9]{2,8}\b))"
    r"|^(?:1[5-9]|20)[0-9]{2}(?=\.?$|, | [-–·•|] ))"
    r"(?![\w-])"
)
_YEAR: Final = r"(?:1[5-9]|20)[0-9]{2}"
_IN_BRACKETS: Final = rf"(?:(?:{_MONTHS})\.?\s)?{_YEAR}"
_SHORT: Final = re.compile(
    rf"(?:\((?P<date_before>{_YEAR})\),?\s?"
    rf"|(?<!\w)(?P<date_of_issue>{_YEAR}(?:\s(?:{_MONTHS})\b(?:[\s–-][0-9A-Za-z]{{1,9}})?)?);\s?"
    rf"|(?<=\s)(?P<date_first>{_YEAR}),\s|(?<![\w.(/–-]))"
    r"(?P<volume>[A-Z]?[0-9]{1,6}[A-Z]?)"
    rf"(?:\s?\((?!{_IN_BRACKETS}\))(?P<issue>[^()]{{1,20}})\)|\.(?P<issue_behind>[0-9]{{1,3}})(?=\s\({_IN_BRACKETS}\)))?"
    rf"(?:\s?\((?P<date_behind>{_IN_BRACKETS})\)|,\s(?P<date_between>{_YEAR})(?![\w–-]))?"
    rf"(?:(?:\s?:\s?|,?\s(?!{_YEAR}(?![\w–-])))(?:pp?\.?\s?)?(?P<pages>{_PAGE}(?:\s?[-–—−]\s?{_PAGE})?)(?![\w-]))?"
    rf"(?:,?\s\((?P<date_last>{_YEAR})\)|,\s(?P<date_alone>{_YEAR})(?!\w))?"
    r"(?![\w(])"
)
"""`"Journal (2020) 30 (3): 42–44"`, `"Journal, 30(3), 42–44"`, `"Journal 2020;30(3):42"`, `"Journal 30 (2020) 42"`."""

_IS_YEAR: Final = re.compile(_YEAR)
_END: Final = re.compile(r"[.,;]?\s?(?:$|https?://|(?i:doi)\b|[–·•|-]\s)|[,;]\s(?i:art|doi|https?:)")
"""What stands behind such a citation where nothing else does."""

_ABBREVIATED: Final = re.compile(r"\.[^.]+\.$")
_ISSUE_OF_DATE: Final = re.compile(rf"{_YEAR}(?:[^;]{{0,20}};|\s(?:{_MONTHS})\b)")
"""A name that ends in a full stop stands before `"2020;30"`; where other words of it do so, it is its own."""

_BARE_VOLUME: Final = re.compile(
    r"(?:(?<=[^\W\d_],\s)|(?<=[^\W\d_]\s))([0-9]{1,4})(?=,?\s(?:no|nr|iss|issue|number)\.?:?\s?[0-9])"
)
_BARE_PAGES: Final = re.compile(rf"(?<=[0-9]\)):\s?({_PAGE}(?:\s?[-–—−]\s?{_PAGE})?)(?!\w)")
"""`"Journal 30, no. 3 (May 2020): 42–44"`."""

_ISSUE_BEHIND: Final = re.compile(r"\s?\(([0-9][^()]{0,19})\)")
"""The issue behind a volume that has a label: `"vol. 30(3)"`."""

_NO_NAME: Final = re.compile(
    r"[0-9]\s?\([^()]{0,20}[0-9][^()]{0,20}\)|[0-9]\s?[:;]\s?[0-9]|\)\s?:"
    rf"|,\s(?!{_YEAR}\b)[0-9]{{1,6}}(?:\s?[-–—−]\s?[0-9]{{1,6}})?(?=$|[,;:(])"
)
"""What no journal has in its name: numbers in the places of volume, issue and pages."""

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


_NO_WORDS: Final = dict.fromkeys(map(ord, "\0\ufeff\u200b\u2060\ufffd"), " ")
"""What a program left between words in the place of a space."""

_PATTERNS: Final = (
    ("volume", _VOLUME), ("volume", _BARE_VOLUME), ("issue", _ISSUE), ("date", _DATE), ("article_number", _ARTICLE),
    ("pages", _PAGES), ("pages", _BARE_PAGES),
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
    short = _short(text)
    if short is not None:
        found.update({field.partition("_")[0]: short.span(field) for field in short.re.groupindex if short[field]})
        starts.append(short.span())
    for field, pattern in _PATTERNS:
        if field in found:
            continue
        match = _last(pattern, text, max((end for _start, end in starts), default=0) if field == "date" else 0)
        if match is None or (short is not None and _overlap(match, short)):
            continue
        found[field] = match.span(match.re.groups and 1)
        starts.append(match.span())
        behind = _ISSUE_BEHIND.match(text, match.end()) if field == "volume" else None
        if behind is not None:
            found["issue"] = behind.span(1)
            starts.append(behind.span())
    doi = find_doi_span(text)
    if doi is not None:
        found["doi"] = doi
        starts.append(doi)
    container = _container(text, starts, found.get("date"))
    if container is not None:
        found["container"] = container
    return Places(found, _is_whole(text, [*starts, found.get("container", (0, 0))]))


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _short(text: str) -> re.Match[str] | None:
    """The last stretch that says volume, issue and pages without their labels; None if there is none for sure."""
    has_labels = _VOLUME.search(text) is not None or _ISSUE.search(text) is not None
    if has_labels and "(" not in text:
        return None
    article = _ARTICLE.search(text)
    found = [
        match
        for match in _SHORT.finditer(text)
        if match["date_before"]
        or (not has_labels and _is_clear(match) and (article is None or not _overlap(match, article)))
    ]
    return found[-1] if found else None


def _is_clear(match: re.Match[str]) -> bool:
    """Whether numbers can be nothing but volume, issue and pages, by the signs between them or what is around them."""
    issue = match["issue"] or match["issue_behind"]
    if issue is not None and any(letter.isdecimal() for letter in issue):
        return True
    if _END.match(match.string, match.end()) is None or (issue is None and _IS_YEAR.fullmatch(match["volume"])):
        return False
    has_date = any(match[name] for name in ("date_first", "date_of_issue", "date_behind", "date_between"))
    if match["pages"] is None:
        return match["date_behind"] is not None and match.string.endswith(", ", 0, match.start())
    return (has_date and issue is None) or not match["pages"].isalnum()


def _last(pattern: re.Pattern[str], text: str, start: int = 0) -> re.Match[str] | None:
    """The last match, since the name of a journal comes first and may hold anything; behind `start` if there is one."""
    found = [*pattern.finditer(text, start)] or ([*pattern.finditer(text)] if start else [])
    return found[-1] if found else None


def _container(text: str, places: Iterable[tuple[int, int]], date: tuple[int, int] | None) -> tuple[int, int] | None:
    """The words before everything else, or behind a date that stands first; None where they hold more than a name."""
    first, *others = sorted([*places, (len(text), len(text))])
    start, end = 0, first[0]
    if others and first == date and not text[:end].strip(_EDGE):
        start, end = first[1], others[0][0]
    start = end - len(text[start:end].lstrip(_EDGE))
    head = text[start:end].rstrip(_EDGE + "/")
    for mark in _BEFORE_DOI:
        head = head.removesuffix(mark.rstrip("/")).rstrip(_EDGE)
    if _ABBREVIATED.search(head) is None and _ISSUE_OF_DATE.match(text, end) is not None:
        head = head.removesuffix(".")
    if _NO_NAME.search(head) is not None or not any(letter.isalpha() for letter in head):
        return None
    return start, start + len(head)


def _is_whole(text: str, places: list[tuple[int, int]]) -> bool:
    """Whether nothing but punctuation stands between the places."""
    last = 0
    for start, end in sorted(places):
        if start > last and _FILL.fullmatch(text, last, start) is None:
            return False
        last = max(last, end)
    return last >= len(text) or _FILL.fullmatch(text, last) is not None
