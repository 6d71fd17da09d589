"""Whether a document is a summary page: section headings on lines of their own, and paragraphs below them.

In: the beginning of a document. Out: a score. A full paper, a README, a blog post and a row of abstracts have such
headings too; what tells them apart is what else they have.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coprod.exceptions import LimitError
from coprod.readers.pages.blocks import Block
from coprod.readers.pages.head import declares
from coprod.readers.pages.page import Page
from coprod.readers.pages.sniffing import Look, look_at
from coprod.readers.pages.tree import Piece
from coprod.readers.shown import lines_of, title_of
from coprod.readers.summary.headings import TAKEAWAYS, heading_of, is_prose, may_be_heading, says_below
from coprod.readers.summary.outline import Segment, outline_of
from coprod.readers.summary.people import row_of
from coprod.readers.summary.research import FEWEST_SIGNS, signs_of_labels, signs_of_research
from coprod.readers.summary.several import first_of_another
from coprod.readers.summary.sites import RESEARCHBUNNY

if TYPE_CHECKING:
    from coprod.document import Document

_SURE: Final = 0.8

_OTHER_KINDS: Final = re.compile(
    r"(?:references|bibliography|works cited|literature cited|appendix(?: [a-z0-9])?|acknowledge?ments?|how to cite|"
    r"leave a (?:reply|comment)|[0-9]+ comments?|supplementary materials?|"
    r"data availability(?: statement)?|conflicts? of interest|funding|author contributions|"
    r"corresponding author.{0,80}|from wikipedia, the free encyclopedia|see also|external links|further reading)\s*:?",
    re.IGNORECASE,
)
"""Lines of full papers, of blogs and of encyclopedias."""

_SOFTWARE: Final = re.compile(
    r"[#*_\s]{0,9}(?:installation|installing|usage|quick ?start|getting started|requirements|licen[cs]e|contributing|"
    r"changelog|model (?:card|description|details)|training (?:data|procedure)|intended uses?(?: (?:and|&) .{1,30})?)"
    r"[*_:\s]{0,9}",
    re.IGNORECASE,
)
"""Headings of software and of models, in Markdown too."""

_TAGGED: Final = re.compile(r"[A-Z][A-Z0-9]{1,3}\s{0,3}[-–]\s")
_MOST_TAGGED: Final = 3
"""Lines such as "TY  - JOUR": more are an export of references."""

_CODE: Final = re.compile(r"```|\$ |>>> |pip install|npm install|\[!\[")
_CITATION: Final = re.compile(r"\([^()]{2,60}[, ](?:19|20)[0-9]{2}[a-z]?\)|\[[0-9]{1,3}(?:[,–-][0-9]{1,3}){0,5}\]")
_MOST_CITATIONS: Final = 12
_FEWEST: Final = 2
"""Headings that a summary has at least."""

_HIDES: Final = re.compile(r"hidden|display\s{0,3}:\s{0,3}none|<template|<noscript|<textarea", re.IGNORECASE)
"""Without any of these in the source, a browser shows all of a page."""

_FINDINGS: Final = frozenset(("RESULTS", "CONCLUSIONS"))
"""Categories of sections that state findings."""

_LONGEST_SECTION: Final = 9000
"""Characters: what is longer is no summary."""


def sniff(document: "Document") -> float:
    """How sure it is that a document is a summary page.

    Examples:
        >>> from coprod.document import Document
        >>> text = "Methods\\nWe asked ninety people in two towns.\\nKey Findings\\nMost of them trust each other."
        >>> sniff(Document("a.txt", iter([text.encode()])))
        0.8
    """
    look = look_at(document)
    if look is None or (look.html and declares(look.text)):
        return 0.0
    lines = look.lines if not look.html else _with_items(look.text)
    known = _is_summary(lines) or _is_of_site(look, lines)
    return _SURE if known and (not look.html or _is_shown(document, look.text)) else 0.0


def _is_shown(document: "Document", html: str) -> bool:
    """Whether a browser shows sections with findings, and does not hide them."""
    if _HIDES.search(html) is None:
        return True
    try:
        page = Page(document.name, html.split("\n"), as_html=True, limits=document.options.limits)
    except LimitError:
        return True  # reading says which limit
    segments = outline_of(page.blocks).segments
    return any(segment.is_written and segment.heading.category in _FINDINGS for segment in segments)


def _with_items(html: str) -> tuple[str, ...]:
    """The lines of an HTML page, with a mark before the items of lists that are no headings."""
    lines = lines_of(html, item="- ")
    return tuple(line.removeprefix("- ") if heading_of(line[2:]) is not None else line for line in lines)


def _is_summary(lines: tuple[str, ...]) -> bool:
    known = unknown = length = 0
    for index, line in enumerate(lines):
        if _OTHER_KINDS.fullmatch(line) or _SOFTWARE.fullmatch(line) or _CODE.match(line):
            return False
        after = lines[index + 1] if index + 1 < len(lines) else ""
        heading = heading_of(line)
        if heading is not None and heading.usual and (heading.behind is not None or says_below(after)):
            known += 1
            length = 0
        elif known and may_be_heading(line) and is_prose(after) and is_prose(lines[index - 1]):
            unknown += heading is None
        length += len(line) if known else 0
        if length > _LONGEST_SECTION:
            return False
    if known < _FEWEST or sum(_TAGGED.match(line) is not None for line in lines) > _MOST_TAGGED:
        return False
    return _reads_as_one(lines, unknown) and len(_CITATION.findall("\n".join(lines))) < _MOST_CITATIONS


def _reads_as_one(lines: tuple[str, ...], unknown: int) -> bool:
    """Whether reading gives the sections of one paper, with findings in them."""
    blocks = [Block([Piece(line, number, 0)]) for number, line in enumerate(lines, 1)]
    segments = [segment for segment in outline_of(blocks).segments if segment.heading.usual and _has_text(segment)]
    labels = [segment.label.text.casefold() for segment in segments]
    if len(set(labels)) < _FEWEST or unknown > len(labels) or first_of_another(segments) is not None:
        return False
    headings = {segment.block.line for segment in segments}
    told = signs_of_labels(labels)
    takes_away = any(map(TAKEAWAYS.fullmatch, labels))
    enough = FEWEST_SIGNS + 1 if takes_away else FEWEST_SIGNS - told
    signs = signs_of_research((line for number, line in enumerate(lines, 1) if number not in headings), enough)
    if signs + told < FEWEST_SIGNS:
        return False
    categories = {segment.heading.category for segment in segments}
    if "RESULTS" in categories:
        return len(labels) > 2 or labels != ["background", "results"]
    if takes_away and signs > FEWEST_SIGNS:
        return True
    return "CONCLUSIONS" in categories and (bool(categories & {"METHODS", "OBJECTIVE"}) or len(labels) > 3)


def _is_of_site(look: Look, lines: Sequence[str]) -> bool:
    """Whether it is what is left of a page of a site that is known, of which the beginning or the end was cut off.

    It has two of the sections of such pages and no others, and their text speaks of research. One section is of those
    that other pages hardly have, or two lines of the site's advertising stand behind the sections. Where the beginning
    is left, names stand above them.
    """
    if not (look.lacks_begin or look.lacks_end):
        return False
    if not (any(map(RESEARCHBUNNY.says_so, lines)) or (look.html and RESEARCHBUNNY.entitles(title_of(look.text)))):
        return False
    blocks = [Block([Piece(line, number, 0)]) for number, line in enumerate(lines, 1)]
    segments = [segment for segment in outline_of(blocks).segments if _has_text(segment)]
    labels = {segment.label.text.casefold() for segment in segments}
    if len(labels) < _FEWEST or not labels <= RESEARCHBUNNY.own | RESEARCHBUNNY.usual:
        return False
    behind = lines[segments[-1].block.line :]
    advertising = {line.casefold() for line in behind if RESEARCHBUNNY.advertises(line)}
    if not labels & RESEARCHBUNNY.own and len(advertising) < _FEWEST:
        return False
    texts = [block.text for segment in segments for block in segment.body]
    if signs_of_research((text for text in texts if not RESEARCHBUNNY.advertises(text)), 1) < 1:
        return False
    above = lines[: segments[0].block.line - 1]
    return look.lacks_begin or any(row_of(line) is not None for line in above)


def _has_text(segment: Segment) -> bool:
    """Whether text stands behind a heading, or right below it."""
    if segment.heading.behind is not None:
        return True
    first = segment.body[0].text if segment.body else ""
    return says_below(first) and not (first.endswith("?") and heading_of(first) is not None)
