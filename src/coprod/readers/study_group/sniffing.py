"""Whether a document is the home page of a study group.

In: a document. Out: a score. Such a page names the group in its first lines or its title, in a line that is no
sentence, and has parts or facts that only such pages have; neither alone is enough.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coprod.readers.pages.sniffing import Look, look_at
from coprod.readers.study_group.header import CODE, NAMING
from coprod.readers.study_group.headings import heading_in

if TYPE_CHECKING:
    from coprod.document import Document

_SCORE: Final = 0.7
_CUES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:aims?|objectives?|goals?|mission|purpose)\b(?: (?:of|and)|:|$| is\b| are\b)",
        r"^(?:(?:main |key |our )?(?:research )?(?:topics?|themes?|agenda|questions?)\b.{0,30}):?$",
        r"\b(?:co-?)?(?:chairs?|convenors?|conveners?|co-?ordinators?|steering committee|executive committee)\b",
        r"\b(?:number of members|members of the|membership|[0-9]+ (?:members|scholars|researchers))\b",
        r"\bcall for papers\b",
        r"\b(?:meetings?|workshops?) (?:was|were|took|will|has|have)\b",
        r"\b(?:the|our) group (?:met|meets|plans|will|has|was|is|aims|seeks|wants)\b",
        r"\b(?:established|founded|in existence)\b.{0,30}\b(?:19|20)[0-9]{2}\b",
        r"\b(?:annual|yearly|next|last|first|second|third) (?:\w+ )?(?:meeting|conference|workshop|congress)\b",
        r"\b(?:plan|programme) of activities\b",
        r"\bthis (?:study|standing|working|permanent study|research) (?:group|committee|network)\b",
        (
            r"\b(?:the|our) (?:study|standing|working|permanent study|research) (?:group|committee|network)\b.{0,40}"
            r"\b(?:aims?|seeks?|brings?|promotes?|was|is|has)\b"
        ),
    )
)
_MET: Final = re.compile(
    r"\b(?:first|second|third|fourth|next|last|annual|yearly) (?:\w+ )?(?:meeting|workshop|conference) "
    r"(?:was|took|will)\b[^.,]{0,40}\bin [^.,]{2,40}, [^.]{2,60}\b(?:19|20)[0-9]{2}\b",
    re.IGNORECASE,
)
"""How a meeting is told with its town, its country and its year."""

_CHAIRS: Final = re.compile(r"(?:co-?)?(?:chairs?|convenors?|conveners?)(?: of the group)?\s?:?", re.IGNORECASE)
_ACADEMIC: Final = re.compile(r"(?:\A|,)[^,]{0,60}\b(?:universi\w{2,9}|college|hochschule)\b", re.IGNORECASE)
_OF_STUDY: Final = re.compile(
    r"\bof (?:the|this|our) (?:(?:permanent )?(?:study|standing) group|research (?:committee|network))\b",
    re.IGNORECASE,
)
"""How a heading names the group; a working group is one of many things."""

_NOT_A_PAGE = re.compile(
    r"```|#{1,6} |<<<|>>>|\$ |def |import |class |\{|\[[a-z.]+\]$|@[a-z]+\{|pip install|[A-Z][A-Z0-9] {1,2}- "
)
"""How lines of programs, of Markdown and of reference files begin."""

_OTHER = re.compile(r"(?:abstract|keywords|key findings|methodology|limitations|literature review)\s?:?", re.IGNORECASE)
"""Headings of articles and of summaries."""

_DECLARES = re.compile(r"<meta[^>]{0,40}\bname\s*=\s*[\"']?citation_(?:title|author|doi)", re.IGNORECASE)
_TITLE = re.compile(
    r"<title[^>]{0,200}>([^<]{0,300})|<h[12][^>]{0,300}>\s*(?:<[^>]{0,300}>\s*){0,3}([^<]{0,300})", re.IGNORECASE
)
_NUMBER = re.compile(r"[0-9]{1,2}[.)] ")
_TELLING: Final = frozenset(("aim", "topics", "people", "meetings", "members", "founded", "plans", "period"))
"""Headings that such pages have, and few others."""

_OF_GROUPS: Final = frozenset(("plans", "people", "period"))
"""Headings that, together with academic chairs and meetings abroad, only such pages have."""

_WITHOUT_TITLE: Final = 3
"""Different headings of a page whose title was cut off."""

_FIRST: Final = 25
_LOOKED_AT: Final = 400
_LONGEST_HEADING: Final = 90
_LONGEST_TITLE: Final = 30


def sniff(document: "Document") -> float:
    """How sure it is that a document is the home page of a study group: 0.7 or 0.

    Examples:
        >>> from coprod.document import Document
        >>> page = b"PSG III: Personnel\\n\\nAims and objectives\\n\\nTo compare.\\n\\nChairs\\n"
        >>> sniff(Document("a.txt", iter([page]))), sniff(Document("b.txt", iter([b"A study group met.\\n"])))
        (0.7, 0.0)
    """
    look = look_at(document)
    if look is None or not look.text:
        return 0.0
    titles: list[str] = []
    if look.html:
        if _DECLARES.search(look.text):
            return 0.0
        titles = [" ".join((found[1] or found[2] or "").split()) for found in _TITLE.finditer(look.text[:400_000])]
    lines = look.lines
    titles += lines[:_FIRST]
    if sum(_NOT_A_PAGE.match(line) is not None for line in lines) > 1 or any(map(_OTHER.fullmatch, lines)):
        return 0.0
    coded = any(CODE.match(title) and _is_title(title) for title in titles)
    named = any(NAMING.search(title) and _is_title(title) for title in titles)
    if not (coded or named):
        return _SCORE if lacks_title(look) else 0.0
    cues: set[int | str] = {index for line in lines[:_LOOKED_AT] for index, cue in enumerate(_CUES) if cue.search(line)}
    return _SCORE if len(cues | _headings(lines)) >= 2 else 0.0


def lacks_title(look: Look) -> bool:
    """Whether a page of a study group lost its beginning, and the title with it: its headings say what it was.

    Everyday headings and a group in a sentence say nothing. Such a page has chairs at universities, and states the aim
    of the group in a heading that names it, or plans, a period, and a meeting with its town, country and year.
    """
    if not look.lacks_begin:
        return False
    kinds = _headings(look.lines)
    if len(kinds) < _WITHOUT_TITLE or not _is_led(look.lines):
        return False
    if any(_heads_aim_of_group(line) for line in look.lines[:_LOOKED_AT]):
        return True
    return kinds >= _OF_GROUPS and any(_MET.search(line) is not None for line in look.lines)


def _is_led(lines: Sequence[str]) -> bool:
    """Whether chairs have a heading of their own, and the lines below it give the university of the first."""
    return any(
        _CHAIRS.fullmatch(line) is not None and any(map(_ACADEMIC.search, lines[index + 1 : index + 3]))
        for index, line in enumerate(lines)
    )


def _heads_aim_of_group(line: str) -> bool:
    if len(line) >= _LONGEST_HEADING or _OF_STUDY.search(line) is None:
        return False
    heading = heading_in(line)
    return heading is not None and heading.kind == "aim"


def _headings(lines: Sequence[str]) -> set[str]:
    """The kinds of headings that such pages have."""
    headings = (heading_in(_NUMBER.sub("", line)) for line in lines[:_LOOKED_AT] if len(line) < _LONGEST_HEADING)
    return {found.kind for found in headings if found is not None and found.kind in _TELLING}


def _is_title(line: str) -> bool:
    return len(line.split()) <= _LONGEST_TITLE and not (line[-1:] in ".?!;," and len(line.split()) > 3)
