"""The DOI of a work in a note about it, and not that of another work.

In: a note. Out: the DOI, if the note says that it is that of the work; else None. Nothing raises; time is linear.
"""

import re
from typing import Final

from coprod.text.identifiers import find_doi, find_doi_span

_BREAK: Final = re.compile(r"<br ?/?>|\n")
_DOI_LABEL: Final = re.compile(
    r"(?:(?:doi|digital object identifier|electronic-resource-num)\s{0,3}[:=]?\s{0,3})?(?:https?://(?:dx\.)?doi\.org/)?",
    re.IGNORECASE,
)
_CITATION_BEFORE_DOI: Final = re.compile(r"[.] [12][0-9]{3}\b[^;.]{0,20};[^;.]{1,40}[.] doi: $")
_ANOTHER_WORK: Final = re.compile(
    r"\b(?:comment|erratum|correct\w{0,5}|corrigendum|retract\w{0,5}|updated?|republish\w{0,3}|summar\w{1,4}|concern"
    r"|reply|response|report|review|translat\w{1,4})(?:\s(?:in|on|for|of|to|from)\b|:)"
    r"|\b(?:see|references?|cited|data)\b",
    re.IGNORECASE,
)
"""What leads to a work that is not the one of the record."""


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
    place = find_doi_span(note)
    if place is None:
        return None
    before = _BREAK.split(note[: place[0]])[-1]
    behind = _BREAK.split(note[place[1] :], maxsplit=1)[0]
    is_labelled = _DOI_LABEL.fullmatch(before.strip()) is not None and not behind.strip(" .;,")
    is_whole = len(before) + len(behind) == len(note) - (place[1] - place[0])
    if (is_labelled and (is_whole or "num" in before)) or _is_own_citation(before, behind):
        return find_doi(note)
    return None


def _is_own_citation(before: str, behind: str) -> bool:
    """Whether a DOI stands where PubMed has it: behind year, volume and pages of the work, as the only one."""
    if _CITATION_BEFORE_DOI.search(before) is None or find_doi(behind) is not None:
        return False
    return _ANOTHER_WORK.search(before) is None
