"""Which tags a field comes from, the most trusted first, and how its value stands there. One table, no code.

In: the name of a field. Out: its tags, and the ways to find a value in them. The order is that in which the reader
trusts the tags; a value that it moved or cleaned is found by checking, so that a tag too many does no harm.
"""

from typing import Final

import attrs

from coprod.readers.ris.locate import ways
from coprod.readers.ris.locate.ways import Way


@attrs.frozen
class Field:
    """Where the values of a field come from."""

    tags: tuple[str, ...]
    """Tags, the most trusted first."""

    ways: tuple[Way, ...] = (ways.whole, ways.without_markup)
    """How a value stands in them; the first that finds it counts."""


FIELDS: Final[dict[str, Field]] = {
    "type": Field(("TY",), (ways.of_type,)),
    "genre": Field(("M3",)),
    "title": Field(("TI", "T1", "CT", "BT")),
    "subtitle": Field(("T2",)),
    "container_title": Field(("JF", "T2", "BT", "C3", "JO", "JA", "J2", "J1")),
    "container_title_short": Field(("JA", "J2", "J1", "JO", "JF", "T2")),
    "volume": Field(("VL",)),
    "issue": Field(("IS", "M1", "CP")),
    "first_page": Field(("SP", "SE"), (ways.first_page,)),
    "last_page": Field(("EP", "SP", "SE"), (ways.last_page,)),
    "article_number": Field(("C7", "SP", "SE"), (ways.whole, ways.article_number)),
    "publisher": Field(("PB",)),
    "place": Field(("CY", "C1")),
    "doi": Field(("DO", "M3", "L3", "U2", "C7", "UR", "L2", "L1", "LK", "N1"), (ways.doi,)),
    "pmid": Field(("PMID", "U1", "C3", "C2", "N1", "AN"), (ways.whole, ways.pmid)),
    "pmcid": Field(("PMC", "C7", "C3", "C2", "U1", "N1"), (ways.whole, ways.pmcid)),
    "issn": Field(("SN",), (ways.whole, ways.serial)),
    "isbn": Field(("SN",), (ways.whole, ways.serial)),
    "identifiers": Field(("AN",), (ways.whole,)),
    "urls": Field(("UR", "L1", "L2", "L3", "L4", "LK"), (ways.whole, ways.line, ways.apart)),
    "abstract": Field(("AB", "N2")),
    "keywords": Field(("KW",), (ways.listed,)),
    "language": Field(("LA",)),
    "rights": Field(("AB", "N2", "N1", "RN"), (ways.whole, ways.within)),
    "notes": Field(("N1", "RN"), (ways.whole, ways.line)),
}
"""The fields with a text, or with texts; names and dates have rules of their own."""

EXTRA: Final = (ways.whole, ways.line)
"""How a value of `extra` stands in its tag."""

LAX: Final = (
    ways.whole,
    ways.line,
    ways.without_markup,
    ways.apart,
    ways.within,
    ways.ignoring_case,
    ways.squeezed,
)
"""What is tried when the ways of the field find nothing."""
