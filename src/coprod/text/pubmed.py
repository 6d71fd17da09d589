"""Identifiers of PubMed and of PubMed Central.

In: a value of a record. Out: the identifier in its one form; None if the value is none. Nothing raises; time is linear.
"""

import re

_PMID = re.compile(
    r"(?:https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/)|(?:pmid|pubmed|medline)[\s:#-]{0,5})?"
    r"([1-9][0-9]{0,7})[/.]?\s*(?:\[pmid\])?",
    re.IGNORECASE,
)
_PMCID = re.compile(r"(?<![a-z0-9])(?:pmcid[\s:#-]{0,5})?pmc[\s:#-]{0,5}([1-9][0-9]{0,8})(?![0-9])", re.IGNORECASE)
_PMCID_ALONE = re.compile(rf"{_PMCID.pattern}\s*(?:\[pmcid\])?", re.IGNORECASE)
_BETWEEN_IDS = re.compile(r"(?<!\s)\s*+[;,|]\s*+|(?<=\])\s++|(?<!\s)(?<!pmcid:)(?<!pmcid)\s++(?=pmc)", re.IGNORECASE)

_LONGEST = 80
"""Characters of both with their labels, at most."""


def clean_pmid(text: str) -> str | None:
    """The PubMed identifier, as digits, of a value that is one.

    Examples:
        >>> clean_pmid("34589295 [PMID]"), clean_pmid("PMID: 123"), clean_pmid("WOS:000391254200052")
        ('34589295', '123', None)
    """
    found = _PMID.fullmatch(text.strip())
    return found[1] if found is not None else None


def clean_pmcid(text: str) -> str | None:
    """The PubMed Central identifier that the text holds.

    Examples:
        >>> clean_pmcid("pmc 4659668 "), clean_pmcid("4659668")
        ('PMC4659668', None)
    """
    found = _PMCID.search(text)
    return "PMC" + found[1] if found is not None else None


def pubmed_ids(text: str) -> tuple[str | None, str | None]:
    """The PubMed and the PubMed Central identifier of a value that holds these, labelled, and nothing else.

    Examples:
        >>> pubmed_ids("34589295 [PMID] PMC4659668 [PMCID]"), pubmed_ids("PMID: 123"), pubmed_ids("PMID: 123, p. 5")
        (('34589295', 'PMC4659668'), ('123', None), (None, None))
    """
    if len(text) > _LONGEST:
        return None, None
    pmid: str | None = None
    pmcid: str | None = None
    for part in _BETWEEN_IDS.split(text.strip()):
        is_central = _PMCID_ALONE.fullmatch(part) is not None
        number = clean_pmcid(part) if is_central else clean_pmid(part)
        if number is None or part.isdigit() or (pmcid if is_central else pmid) is not None:
            return None, None
        if is_central:
            pmcid = number
        else:
            pmid = number
    return pmid, pmcid
