"""The words of RIS: its tags and its types of reference.

Names of tags and types are rispy's, where it has them; what the specification of 2001, that of 2011 or real
files have beyond that is added here.
"""

from typing import Final

from rispy.config import TAG_KEY_MAPPING, TYPE_OF_REFERENCE_MAPPING

_MORE_TAGS: Final = {
    "AV": "availability",
    "BT": "book_title",
    "CP": "issue_or_conference",
    "CT": "unpublished_title",
    "ED": "editors",
    "J1": "alternate_title_user",
    "L3": "related_records",
    "LK": "link",
    "M2": "miscellaneous2",
    "SV": "series_volume",
    "U1": "user_definition1",
    "U2": "user_definition2",
    "U3": "user_definition3",
    "U4": "user_definition4",
    "U5": "user_definition5",
}

_RISPY_INTERNAL = "UK"

TAG_NAMES: Final[dict[str, str]] = {
    tag: name for tag, name in {**TAG_KEY_MAPPING, **_MORE_TAGS}.items() if tag != _RISPY_INTERNAL
}
"""Every tag of the specifications, with its name."""

TAGS: Final = frozenset(TAG_NAMES)

_MORE_TYPES: Final = {
    "GRNT": "Grant",
    "UNBILL": "Unenacted bill",
    "UNBIL": "Unenacted bill",
    "UNPD": "Unpublished work",
    "WEB": "Web page",
}

NAMES: Final = frozenset(("A1", "A2", "A3", "A4", "AU", "ED"))
"""Tags that hold a name."""

NEVER_WRAPPED: Final = NAMES | {"CY", "DA", "DO", "EP", "IS", "LA", "PB", "PY", "SP", "VL", "Y1", "Y2"}
"""Tags behind which a tag in another form is a tag: no program breaks their values."""

HARDLY_WRAPPED: Final = NEVER_WRAPPED - {"DO"} | {"AN", "CN", "ET", "ID", "LB", "M3", "NV", "SE", "SN"}
"""Tags behind which a line without a tag may be a remark; those behind DO are looked at one by one."""

TITLES: Final = frozenset(("T1", "TI"))

PARAGRAPHS: Final = frozenset(("AB", "AD", "C1", "C3", "KW", "L1", "M1", "M2", "N1", "N2", "RN", "UR"))
"""Tags whose value may go on behind a blank line."""

TEXTS: Final = frozenset(("AB", "N1", "N2"))
"""Tags whose value may tell of other tags."""

PROSE: Final = TEXTS | TITLES | {"KW"}
"""Tags whose value may go on with a line that is nothing but a sign and a number: `IS-95`."""

DESCRIBES: Final = TITLES | {"A1", "AU", "PMID"}
"""Tags of which one makes a record of lines that have neither TY nor ER."""

ONCE: Final = frozenset(
    ("AB", "DA", "DO", "EP", "IS", "JF", "JO", "N2", "PB", "PY", "SN", "SP", "T1", "T2", "TI", "VL", "Y1")
)
"""Tags that stand once in nearly every record."""

TYPE_NAMES: Final[dict[str, str]] = {**TYPE_OF_REFERENCE_MAPPING, **_MORE_TYPES}
"""Every type of reference, with its name."""

MEDLINE_TAGS: Final = frozenset(
    [
        "PMID",
        "OWN",
        "STAT",
        "DCOM",
        "COIS",
        "CIN",
        "CON",
        "CRI",
        "CRF",
        "DDIN",
        "DRIN",
        "ECI",
        "ECF",
        "EFR",
        "EIN",
        "EDAT",
        "FAU",
        "FIR",
        "FED",
        "CRDT",
        "GN",
        "GS",
        "IRAD",
        "ISBN",
        "IP",
        "IR",
        "JID",
        "JT",
        "LID",
        "AID",
        "LR",
        "MHDA",
        "MID",
        "NM",
        "OAB",
        "OABL",
        "OCI",
        "OID",
        "ORI",
        "OT",
        "OTO",
        "OWN",
        "PHST",
        "PMC",
        "PMCR",
        "PRIN",
        "PS",
        "PST",
        "PT",
        "PUBM",
        "RF",
        "RIN",
        "ROF",
        "RN",
        "SB",
        "SFM",
        "SI",
        "SO",
        "SPIN",
        "STAT",
        "TA",
        "TT",
        "UIN",
        "UOF",
        "VTI",
        "AUID",
        "CTI",
        "CN",
        "CDAT",
        "DEP",
        "PL",
        "PUB",
        "DP",
        "TI",
    ]
)
"""Tags of MEDLINE records (nbib), which turn up in RIS files."""
