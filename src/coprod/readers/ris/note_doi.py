"""The DOI of a work in a note about it, and not that of another work.

In: a note. Out: the DOI, if the note says that it is that of the work; else None. Nothing raises; time is linear.
"""

import re
from typing import Final

from coprod.text.identifiers import find_doi, find_doi_span

_BREAK: Final = re.compile(r"<br ?/?>|\n")
_ADDRESS: Final = r"(?:https?://(?:dx\.)?doi\.org/)?"
_LABEL: Final = re.compile(
    r"(?:(?:doi|digital object identifier|electronic-resource-num)\s{0,3}[:=]?"
    rf"|full[ -]?text(?: is)?(?: available)?(?: at| from| under| via)?\s?:?)\s{{0,3}}{_ADDRESS}",
    re.IGNORECASE,
)
"""What stands alone in front of the DOI of the work."""

_NO_LABEL: Final = re.compile(_ADDRESS, re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\s?(?:[.;,|]|\Z)")
_CITATION_BEFORE_DOI: Final = re.compile(r"[.] [12][0-9]{3}\b[^;.]{0,20};[^;.]{1,40}[.] doi: $")
_LINK: Final = (
    r"(?:[Cc]omment|[Ee]rratum|[Cc]orrect(?:ed|ion)|[Cc]orrigendum|[Rr]etract(?:ed|ion)|[Uu]pdated?|"
    r"[Rr]epublish(?:ed)?|[Ss]ummary|[Cc]oncern|[Rr]eply|[Rr]esponse|[Rr]eport|[Rr]eview|[Tt]ranslat(?:ed|ion))"
)
_ANOTHER_WORK: Final = re.compile(
    rf"\b{_LINK}(?: for patients)? (?:in|on|for|of|to|from):"
    r"|\b(?:Comment|Erratum|Correct(?:ed|ion)|Corrigendum|Retract(?:ed|ion)|Republished|Reply|Response) "
    r"(?:in|on|for|of|to|from)\b"
    rf"|(?:^|[.;)] )(?:{_LINK}:|(?:See|Cited|References?|Data(?:sets?)? (?:at|from|available))\b(?!\.)|Data:)"
)
"""What leads to the citation of a work that is not the one of the record."""

_LEADS_ON: Final = re.compile(
    rf"(?:{_LINK}(?: (?:in|on|for|of|to|from))?|[Ss]ee(?: also)?|(?:[Cc]ited )?[Rr]eferences?|"
    r"[Dd]ata(?:sets?)?(?: at| from| available(?: at)?)?)\s?:?\Z"
)
"""The end of a line behind which other works are named."""


def own_doi(note: str) -> str | None:
    """The DOI of the work itself in a note about it: the whole note, or what a label says to be it.

    Notes name the DOIs of other works too, of what they comment on, of errata, data, tests and references.

    Examples:
        >>> own_doi("doi: 10.1000/a."), own_doi("Pages: 2<br/>electronic-resource-num: 10.1000/b<br/>Isbn: 1")
        ('10.1000/a', '10.1000/b')
        >>> own_doi("1234-5679 Lee, Ann Journal Article Weirs. 2031 May;4(2):11-9. doi: 10.1000/c. Epub 2031")
        '10.1000/c'
        >>> own_doi("Erratum for: doi: 10.1000/d"), own_doi("Comment on: Weirs. 2031;4:11. doi: 10.1000/e")
        (None, None)
    """
    lines = _BREAK.split(note)
    own = set[str]()
    for line in lines:
        place = find_doi_span(line)
        if place is not None and _is_own(line[: place[0]], line[place[1] :], is_whole=len(lines) == 1):
            own.add(find_doi(line) or "")
        elif place is None and _LEADS_ON.search(line[-_LONGEST_LEAD:].rstrip()) is not None:
            break
    return own.pop() if len(own) == 1 else None


_LONGEST_LEAD: Final = 60


def _is_own(before: str, behind: str, *, is_whole: bool) -> bool:
    """Whether a DOI is that of the work, by what stands around it in its line."""
    if find_doi(behind) is not None:
        return False
    if _LABEL.fullmatch(before.lstrip()) is not None:
        return _GOES_ON.match(behind) is not None
    if is_whole and _NO_LABEL.fullmatch(before.strip()) is not None:
        return not behind.strip(" .;,")
    return _CITATION_BEFORE_DOI.search(before) is not None and _ANOTHER_WORK.search(before) is None
