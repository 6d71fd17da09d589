"""Lines that end the sections of a page: headings of lists of other papers and of references, last lines of sites.

In: the text of a line. Out: which end it is. A line ends the page by its exact words alone: it is a heading or a
button, and no sentence.
"""

import re
from enum import Enum
from typing import Final

from coprod.readers.summary.headings import is_prose, label_of
from coprod.readers.summary.sites import RESEARCHBUNNY
from coprod.text._words import word_set

_OF_OTHERS: Final = re.compile(
    r"(?:related|similar|recommended|suggested|more|further) "
    r"(?:articles?|content|papers?|posts?|publications|reading|summaries)"
    r"(?: (?:by (?:the|these|this) authors?|for you|in this (?:field|journal)|like this|on this topic|"
    r"you (?:may|might)(?: also)? like))?|"
    r"(?:articles|papers|posts|summaries) (?:for you|like this|you (?:may|might)(?: also)? like)|"
    r"you (?:may|might)(?: also)? (?:like|be interested in)(?: these (?:articles|papers|posts|summaries))?|"
    r"(?:related|similar|recommended|suggested|more) (?:research|studies)|"
    r"comments?|leave a (?:reply|comment)|"
    r"(?:faqs?|frequently asked questions)(?: (?:about|on) (?:the|this) (?:article|paper|research|study|summary))?",
    re.IGNORECASE,
)
"""Headings of what is not about this paper, or was not written by those who wrote the summary."""

_MAY_BE_SECTION: Final = re.compile(r".* (?:research|studies)", re.IGNORECASE)
"""Of these, what is the heading of a section too, with a paragraph below it."""

_BEHIND: Final = re.compile(
    r"references|bibliography|works cited|citations|acknowledge?ments?|newsletter|"
    r"share this(?: (?:article|page|paper|post|summary))?|(?:log|sign) (?:in|up)(?: for free| now)?|"
    r"subscribe(?: now| for free| to (?:our|the) newsletter)?|(?:sign up (?:for|to)|join) (?:our|the) newsletter|"
    r"download (?:(?:the |this |as )?(?:pdf|paper)|(?:the |our )?app)|get the app",
    re.IGNORECASE,
)
"""Headings and buttons behind the sections, that may stand between two of them too."""

_LEGAL: Final = re.compile(
    r"all rights reserved\.?|(?:privacy|cookies?) (?:policy|notice|settings|preferences)|"
    r"terms (?:of (?:use|service)|(?:and|&) (?:conditions|privacy))|legal (?:notice|information)",
    re.IGNORECASE,
)
_LEGAL_WORD: Final = re.compile(r"contact(?: us)?|imprint|privacy|terms|cookies|about(?: us)?|help", re.IGNORECASE)
"""What is one of several such links on a line."""

_JOINT: Final = re.compile(r"\s?[|•·–—-]\s")
_COPYRIGHT: Final = re.compile(
    r"(?:©|copyright(?: ©| \(c\))?|\(c\)) ?(?:1[89]|20)[0-9]{2}(?:[–-][0-9]{2,4})?\b"
    r"(?:.{0,120}[^.]|.{0,120}\breserved\.)?",
    re.IGNORECASE,
)
_LONGEST: Final = 200
_BEFORE: Final = " #*_.0123456789"
_FIRST_WORD: Final = re.compile(rf"[{_BEFORE}]*+(?:©|\(c\)|[^\W\d_]+)", re.IGNORECASE)
FIRST_WORDS: Final = word_set(
    "acknowledgements acknowledgments acknowledgement acknowledgment all articles bibliography citations comment",
    "comments contact cookie cookies copyright download faq faqs frequently further get imprint join leave legal",
    "listen log more newsletter papers posts privacy recommended references related share sign similar",
    "subscribe suggested summaries terms works you about help © (c)",
)
"""Words that such a line can begin with, in small letters."""


class End(Enum):
    """What stands behind a line that ends the sections."""

    OTHERS = 1
    """Other papers, or what readers wrote: sections there are not of this summary."""

    REST = 2
    """References, buttons, and the last lines of a site: sections there are of this summary."""


def end_of(text: str, after: str = "") -> End | None:
    """Which end of the sections a line is; None if it is none. `after` is the line below it.

    Examples:
        >>> end_of("Related papers"), end_of("## References:"), end_of("© 2021 Summaries of Ferries")
        (<End.OTHERS: 1>, <End.REST: 2>, <End.REST: 2>)
        >>> end_of("More research on ferries is needed."), end_of("Related research", "Others asked who rows.")
        (None, None)
    """
    word = _FIRST_WORD.match(text)
    if word is None or len(text) > _LONGEST or word[0].lstrip(_BEFORE).casefold() not in FIRST_WORDS:
        return None
    label = label_of(text)
    if _OF_OTHERS.fullmatch(label) is not None and not text.endswith("."):
        return None if _MAY_BE_SECTION.fullmatch(label) is not None and is_prose(after) else End.OTHERS
    if _BEHIND.fullmatch(label) is not None and not text.endswith("."):
        return End.REST
    return End.REST if _is_of_a_site(text) else None


def _is_of_a_site(text: str) -> bool:
    """Whether a line is one of the last of a site: its advertising, whose right the text is, its rules."""
    bare = text.strip(" *_#")
    if bare.casefold() in RESEARCHBUNNY.advertising or _COPYRIGHT.fullmatch(bare) is not None:
        return True
    links = _JOINT.split(bare)
    if len(links) == 1:
        return _LEGAL.fullmatch(bare) is not None
    return all(_LEGAL.fullmatch(link) or _LEGAL_WORD.fullmatch(link) for link in links)
