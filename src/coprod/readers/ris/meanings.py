"""What a tag means in a type of reference, where it does not mean the same in all of them.

The specification of 2011 gave many tags a meaning by type; that of 2001 did not. Both live in the same
files, so the meaning of 2011 is taken where a type has one, and that of 2001 elsewhere.
"""

import functools
from typing import Final

import attrs

from coprod.readers.csl_types import CSL_TYPES

JOURNAL_TYPES: Final = frozenset(("ABST", "EJOUR", "INPR", "JFULL", "JOUR"))
"""Articles in a journal; T2 may be a subtitle only here."""

BOOK_PARTS: Final = frozenset(("CHAP", "DICT", "ECHAP", "ENCYC"))
"""Parts of a book; BT is the book."""

MEETING_TYPES: Final = frozenset(("CONF", "CPAPER"))
"""Papers of a conference; C3 is the title of the proceedings."""

WHOLE_BOOKS: Final = frozenset(("BOOK", "EDBOOK", "EBOOK", "UNPB"))
"""Works of which BT is the title itself."""

T2_IS_NO_CONTAINER: Final = frozenset(
    [
        "ADVS",
        "ART",
        "BILL",
        "BOOK",
        "CASE",
        "CLSWK",
        "COMP",
        "CTLG",
        "EDBOOK",
        "ELEC",
        "GRANT",
        "GRNT",
        "HEAR",
        "LEGAL",
        "MAP",
        "MPCT",
        "MULTI",
        "RPRT",
        "STAND",
        "STAT",
        "THES",
        "UNBILL",
        "UNBIL",
        "UNPB",
        "UNPD",
        "VIDEO",
        "WEB",
    ]
)
"""Types in which T2 is a series, a department, a committee or the like."""

SP_IS_A_LENGTH: Final = frozenset(
    ["ART", "BLOG", "BOOK", "CHART", "CLSWK", "COMP", "EBOOK", "EDBOOK", "EQUA", "FIGURE", "MAP", "MPCT", "THES", "WEB"]
)
"""Types in which SP without EP is a number of pages, a running time or a description."""

VL_IS_NO_VOLUME: Final = frozenset(
    ["BLOG", "CHART", "COMP", "EQUA", "FIGURE", "GRANT", "GRNT", "LEGAL", "PAMP", "PAT", "STAND", "THES", "WEB"]
)
"""Types in which VL is a degree, an edition, an image size, an amount or the like."""

M1_IS_ISSUE: Final = frozenset(("CONF", "CPAPER", "EJOUR", "MGZN"))
"""Types in which M1 is the issue."""

SE_IS_START_PAGE: Final = frozenset(("JOUR", "MGZN", "MANSCPT"))
"""Types in which SE is the first page."""

C7_IS_ARTICLE_NUMBER: Final = frozenset(("ABST", "CONF", "CPAPER", "EJOUR", "INPR", "JOUR"))
"""Types in which C7 is the article number."""

DA_IS_NOT_ISSUED: Final = frozenset(("AGGR", "BLOG", "DATA", "DBASE", "GRANT", "GRNT", "MULTI", "WEB"))
"""Types in which DA is the date of access, of collection, or a deadline."""

SN_IS_ANOTHER_NUMBER: Final = frozenset(("DBASE", "PAT", "RPRT", "STAND"))
"""Types in which SN is a report, patent or document number."""

PMCID_TAGS: Final[dict[str, str]] = {"EBOOK": "C7", "ECHAP": "C7", "EJOUR": "C3", "JOUR": "C2"}
"""The custom tag that holds the PubMed Central identifier."""

_SERIES_EDITOR = "collection-editor"

A2_ROLES: Final[dict[str, str]] = {
    "ADVS": "performer",
    "BILL": "sponsor",
    "BOOK": _SERIES_EDITOR,
    "CASE": "reporter",
    "CLSWK": _SERIES_EDITOR,
    "COMP": _SERIES_EDITOR,
    "CTLG": "institution",
    "DATA": "producer",
    "EBOOK": _SERIES_EDITOR,
    "EDBOOK": _SERIES_EDITOR,
    "ELEC": _SERIES_EDITOR,
    "GEN": "secondary-author",
    "GOVDOC": "department",
    "LEGAL": "issuing-organization",
    "MAP": _SERIES_EDITOR,
    "MPCT": "series-director",
    "PAMP": "institution",
    "PAT": "issuing-organization",
    "PCOMM": "recipient",
    "RPRT": _SERIES_EDITOR,
    "UNPB": _SERIES_EDITOR,
    "WEB": _SERIES_EDITOR,
}
"""What the names of A2 did; editors in every other type."""

A3_ROLES: Final[dict[str, str]] = {
    "BLOG": "illustrator",
    "BOOK": "editor",
    "CASE": "higher-court",
    "GEN": "tertiary-author",
    "MPCT": "producer",
    "PAT": "international-author",
    "RPRT": "publisher",
    "THES": "advisor",
}
"""What the names of A3 did; series editors in every other type."""

A4_ROLES: Final[dict[str, str]] = {
    "CASE": "counsel",
    "CONF": "sponsor",
    "DATA": "funder",
    "GEN": "subsidiary-author",
    "MPCT": "performer",
    "MUSIC": "producer",
    "RPRT": "department",
    "SER": "volume-editor",
}
"""What the names of A4 did; translators in every other type."""


@attrs.frozen
class Plan:
    """What the tags of one type of reference mean."""

    kind: str
    """Type of reference in capital letters; "" without TY."""

    csl: str | None
    """CSL type. None: not in the specifications."""

    plain: tuple[tuple[str, str], ...]
    """Tags whose first value is a field, and the field."""

    roles: tuple[tuple[str, str], ...]
    """Tags of names besides the authors, and what those names did."""

    dates: tuple[str, ...]
    """Tags of the date of publication, the most trusted first."""

    number_tags: frozenset[str]
    """Tags besides IS, SP and EP that hold an issue, an article number or a page."""


_PLAIN: Final = (
    ("VL", "volume"),
    ("IS", "issue"),
    ("PB", "publisher"),
    ("CY", "place"),
    ("LA", "language"),
)


@functools.lru_cache(maxsize=256)
def plan(kind: str) -> Plan:
    """The plan for a type of reference, in any case.

    Examples:
        >>> plan("jour").csl, dict(plan("BOOK").roles)["A2"], dict(plan("CHAP").roles)["A2"]
        ('article-journal', 'collection-editor', 'editor')
    """
    kind = kind.upper()
    left_out = {"VL"} if kind in VL_IS_NO_VOLUME else set()
    return Plan(
        kind=kind,
        csl=CSL_TYPES.get(kind),
        plain=tuple(pair for pair in _PLAIN if pair[0] not in left_out),
        roles=_roles(kind),
        dates=("PY", "Y1") if kind in DA_IS_NOT_ISSUED else ("PY", "Y1", "DA"),
        number_tags=_number_tags(kind),
    )


def _roles(kind: str) -> tuple[tuple[str, str], ...]:
    return (
        ("A2", A2_ROLES.get(kind, "editor")),
        ("ED", "editor"),
        ("A3", A3_ROLES.get(kind, _SERIES_EDITOR)),
        ("A4", A4_ROLES.get(kind, "translator")),
    )


def _number_tags(kind: str) -> frozenset[str]:
    tags = {"CP"}
    tags |= {"M1"} if kind in M1_IS_ISSUE else set()
    tags |= {"SE"} if kind in SE_IS_START_PAGE else set()
    tags |= {"C7"} if kind in C7_IS_ARTICLE_NUMBER else set()
    tags |= {"C1"} if kind in MEETING_TYPES else set()
    return frozenset(tags)
