"""Valid RIS files in which every value carries marks.

In: a random generator. Out: the lines of a file of records in the dialect of one producer, and its marks. The
dialects write the tags, in the order, and in the forms of value that those producers do; titles, names and texts
are made of a few common words and of marks. The reader must give no warning and no error on any of them.
"""

from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from tests.damage.marks import Mark, Marker
from tests.damage.variants import Valid

RECORDS: Final = 50

DIALECTS: Final[dict[str, dict[str, str]]] = {
    "standard": {
        "JOUR": "AU name+ | PY year | TI title | T2 journal | VL number | IS number | SP number | EP number | SN issn"
        " | AB plain | KW words+ | DO doi | UR link | N1 note | LA text",
        "BOOK": "AU name+ | PY year | TI title | PB text | CY text | KW words+ | AB structured | UR link",
        "CHAP": "AU name+ | A2 name+ | PY year | TI title | T2 journal | SP number | EP number | PB text | DO doi",
        "RPRT": "AU name+ | PY year | TI title | PB text | AB wrapped | UR link",
    },
    "ebsco": {
        "JOUR": "ID words | T1 title | A1 name+ | Y1 dated | N1 note | JO journal | VL number | IS number | SP number"
        " | EP number | PB text | AD text | SN issn | N2 structured | KW words+ | UR link | DP text | DB text",
        "THES": "ID words | T1 title | A1 name | Y1 dated | N1 note | PB text | N2 plain | KW words+ | UR link",
    },
    "scopus": {
        "JOUR": "TI title | T2 journal | VL number | IS number | SP number | EP number | PY year | DO doi | AU name+"
        " | AD text+ | AB plain | KW words+ | PB text | SN issn | LA text | M3 text | DB text | N1 export | UR link",
        "CONF": "TI title | T2 journal | VL number | PY year | DO doi | AU name+ | AD text+ | AB structured"
        " | KW words+ | PB text | LA text | DB text | N1 export | UR link",
    },
    "mendeley": {
        "JOUR": "T1 title | A1 name+ | Y1 year | JF journal | VL number | IS number | SP number | EP number | DO doi"
        " | N2 plain | N1 note | SN issn | UR link | KW words+",
        "CHAP": "T1 title | A1 name+ | Y1 year | T2 journal | A2 name+ | SP number | EP number | PB text | N2 wrapped",
    },
    "wrapping": {
        "JOUR": "AU name+ | PY year | TI wrapped-title | T2 journal | VL number | IS number | SP number | EP number"
        " | SN issn | AB wrapped | KW listed | DO doi | AN words | AD wrapped | M2 text",
        "BOOK": "AU name+ | PY year | TI wrapped-title | PB text | SN issn | AB wrapped | KW listed",
    },
}
"""Producers: types of reference, each with its tags and the kinds of their values; `+` for one to four of them."""

_WORDS: Final = (
    "citizens", "services", "co-production", "users", "public", "value", "crises", "the", "of", "and", "care",
    "evidence", "résumé", "für", "naïve", "“trust”", "roles", "in", "health", "reform", "città", "with", "states",
    "ñandú", "outcomes", "how", "local", "practice",
)  # fmt: skip
_LABELS: Final = ("Background:", "Methods:", "Results:", "Conclusions:")
_WIDTH: Final = 76


def _text(marker: Marker, words: int) -> str:
    """Common words with a mark at the start, at the end, and here and there between."""
    parts = [marker.word(), *marker.random.choices(_WORDS, k=words), marker.word()]
    for place in range(8, words, 8):
        parts[place] = marker.word()
    return " ".join(parts)


def _name(marker: Marker) -> str:
    given = marker.random.choice(["Ada", "B. C.", "D.", "Émile"])
    return f"{marker.name()}, {given}"


def _abstract(marker: Marker) -> str:
    return ". ".join(_text(marker, marker.random.randrange(6, 20)).capitalize() for _ in range(4)) + "."


def _structured(marker: Marker) -> str:
    return " ".join(f"{label} {_text(marker, marker.random.randrange(6, 20))}." for label in _LABELS)


def _wrap(text: str) -> str:
    """The text on lines, as producers write it that break at a width."""
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > _WIDTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


_KINDS: Final[dict[str, Callable[[Marker], str]]] = {
    "name": _name,
    "year": Marker.year,
    "number": Marker.number,
    "issn": Marker.issn,
    "words": lambda marker: f"{marker.word()} {marker.random.choice(_WORDS)}",
    "text": lambda marker: _text(marker, 3),
    "title": lambda marker: _text(marker, marker.random.randrange(4, 12)).capitalize(),
    "journal": lambda marker: f"Journal of {marker.word()} and {marker.word()}",
    "plain": _abstract,
    "structured": _structured,
    "wrapped": lambda marker: _wrap(_abstract(marker)),
    "wrapped-title": lambda marker: _wrap(_text(marker, 16).capitalize()),
    "listed": lambda marker: "\n".join(f"{marker.word()} {marker.random.choice(_WORDS)}" for _ in range(4)),
    "note": lambda marker: f"Accession Number: {marker.word()}; {_text(marker, 4)}",
    "export": lambda marker: f"Export Date: 5 May; Cited By: 3; Correspondence Address: {_text(marker, 4)}",
    "dated": lambda marker: f"{marker.year()}/05/14/{marker.word()}",
    "doi": lambda marker: f"10.31234/{marker.word()}",
    "link": lambda marker: f"https://{marker.word()}.example.org/{marker.word()}",
}
"""How each kind of value is written; lines after the first have no tag."""


def valid_file(random: Random, records: int = RECORDS, *, behind: Mapping[str, Mark] | None = None) -> Valid:
    """A file of records in one dialect; `behind` has the marks of a file that it may be joined to."""
    known = dict(behind or {})
    marker = Marker(random, known)
    first = max((mark.record for mark in known.values()), default=-1) + 1
    marker.value = max((mark.value for mark in known.values()), default=0)
    dialect = random.choice(sorted(DIALECTS))
    shapes = [(kind, tags.split(" | ")) for kind, tags in DIALECTS[dialect].items()]
    lines: list[str] = []
    for record in range(first, first + records):
        marker.record = record
        lines += _record(marker, *random.choice(shapes))
        lines += [""] * (dialect in ("ebsco", "scopus"))
    return Valid(dialect, tuple(lines), {mark: place for mark, place in marker.marks.items() if mark not in known})


def _record(marker: Marker, kind: str, tags: list[str]) -> list[str]:
    lines = [f"TY  - {kind}"]
    for part in tags:
        tag, _, value = part.partition(" ")
        often = marker.random.randrange(1, 5) if value.endswith("+") else 1
        for _ in range(often):
            marker.value += 1
            lines += f"{tag}  - {_KINDS[value.rstrip('+')](marker)}".split("\n")
    return [*lines, "ER  - "]
