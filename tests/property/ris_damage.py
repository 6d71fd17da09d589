"""Hypothesis strategies for what is hardly RIS: damaged files, and soup.

`damaged_files()` gives files with something missing, glued or strange, and the words that were put into them; `soup()`
and `byte_soup()` give text and bytes that look like RIS here and there.
"""

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.property.ris_strategies import line_ends

_SEPARATORS = (" - ", "  -", " -", "\t- ", "\u00a0\u00a0- ", "  – ", "   - ")
_SHAPES = {
    "AU": "{0}, {1}",
    "TI": "{0} {1}",
    "T2": "{0} {1}",
    "VL": "{0}{1}",
    "DO": "10.5555/{0}.{1}",
    "UR": "https://{0}.example.org/{1}",
    "KW": "{0}, {1}",
    "AB": "{0} {1}",
    "N1": "{0} {1}",
    "AD": "{0} {1}",
    "JF": "{0} {1}",
    "ED": "{0} {1}",
    "XX": "{0} {1}",
}
"""Values, with places for words that stand nowhere else in the file."""

_BETWEEN = ("", "Record #2 of {}", "NL  - {}", "{} {}", "PMID- 99000001\nOWN - {}")


@attrs.frozen
class Damaged:
    """A file that somebody has damaged, and every word that was put into it."""

    text: str
    words: frozenset[str]


@st.composite
def damaged_files(draw: DrawFn) -> Damaged:
    """Up to five records; of some TY or ER is missing, lines are glued, blank, in another form or strange."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        damage = draw(st.sampled_from(_DAMAGES))
        tags = draw(st.lists(st.sampled_from(sorted(_SHAPES)), min_size=1, max_size=6))
        record = ["TY  - JOUR", *[f"{tag}  - {_SHAPES[tag]}" for tag in tags], "ER  - "]
        damage(draw, record, draw(st.integers(1, len(tags))))
        lines += record
        lines += draw(st.just([]) | st.sampled_from(_BETWEEN).map(str.splitlines))
    parts = "\n".join(lines).split("{")
    text = "".join([f"w{number}z{part.partition('}')[2]}" if number else part for number, part in enumerate(parts)])
    text = text.replace("\n", draw(line_ends())) + draw(st.sampled_from(["", "\n"]))
    return Damaged(text, frozenset(f"w{number}z" for number in range(1, len(parts))))


def _nothing(_draw: DrawFn, _record: list[str], _place: int) -> None:
    """Leaves a record as it is."""


def _no_type(_draw: DrawFn, record: list[str], _place: int) -> None:
    del record[0]


def _no_end(_draw: DrawFn, record: list[str], _place: int) -> None:
    del record[-1]


def _glued(_draw: DrawFn, record: list[str], place: int) -> None:
    record[place] += record.pop(place + 1)


def _blank_line(draw: DrawFn, record: list[str], place: int) -> None:
    record.insert(place, draw(st.sampled_from(["", " ", "\t", "\u00a0", "\x0c"])))


def _other_form(draw: DrawFn, record: list[str], place: int) -> None:
    indent = draw(st.sampled_from(["", " ", "   ", '"', ">"]))
    record[place] = indent + record[place].replace("  - ", draw(st.sampled_from(_SEPARATORS)), 1)


def _lower_case(_draw: DrawFn, record: list[str], place: int) -> None:
    record[place] = record[place][:2].lower() + record[place][2:]


def _stray_text(draw: DrawFn, record: list[str], place: int) -> None:
    strange = ["{}", "Record #1 of {}", "{} - {}", "ER - {}", "TY - {}", "AU - {}", "{}: {}"]
    record.insert(place, draw(st.sampled_from(["", "\n"])) + draw(st.sampled_from(strange)))


def _wrapped(draw: DrawFn, record: list[str], place: int) -> None:
    record.insert(place + 1, draw(st.sampled_from(["", "      ", "\ufeff"])) + "{}")


def _type_behind_end(draw: DrawFn, record: list[str], _place: int) -> None:
    record[-1:] = [draw(st.sampled_from(["ER  - TY  - BOOK", "ER  -TY  - BOOK", "ER  - {}"])), "TI  - {}", "ER  - "]


def _cut(_draw: DrawFn, record: list[str], place: int) -> None:
    record[place:] = [record[place][:4]]


_DAMAGES = (
    _nothing,
    _no_type,
    _no_end,
    _glued,
    _blank_line,
    _other_form,
    _lower_case,
    _stray_text,
    _wrapped,
    _type_behind_end,
    _cut,
)


# Soup -------------------------------------------------------------------------------------------------

_PIECES = (
    *(
        "TY  - JOUR",
        "TY  - ",
        "TY",
        "T",
        "ER  - ",
        "ER  -",
        "ER",
        "E",
        "AU  - Fenmor, Q",
        "AU  - ",
        "KW  - a",
        "UR  - ",
    ),
    *("AB  - a", "PY  - 2031/0", "DA  - 99/99/99", "SP  - 1-", "SN  - 9912-001", "DO  - 10.5555/", "XX  - "),
    *(
        "DO  - https://doi.org/",
        "PMID- 1",
        "PMID- ",
        "OWN - NLM",
        "ty  - jour",
        "TY - JOUR",
        "TY\t-\tJOUR",
        "  TY  - JOUR",
    ),
    *(
        "TY\u00a0\u00a0-\u00a0JOUR",
        "TY  – JOUR",
        "ER - ",
        '"',
        ">",
        "\ufeff",
        "\r",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "\t",
        "\u00a0",
    ),
    *(
        "\x0c",
        "\u2028",
        "\x85",
        "\x00",
        "\ufffd",
        "\ud800",
        "-",
        ";",
        ",",
        "&amp;",
        "<i>",
        "</jats:p>",
        "*",
        "/",
        "10.5555/x",
    ),
    *("et al", " and ", "2361--2368", "(Electronic)", "Record #1 of 2", "co-weir - x", "AB - x", "Is - x", "😀", "ü"),
)


def soup() -> SearchStrategy[str]:
    """Text that looks like RIS here and there."""
    piece = st.sampled_from(_PIECES) | st.just("\n") | st.text(max_size=3)
    return st.lists(piece, max_size=40).map("".join)


def byte_soup() -> SearchStrategy[bytes]:
    """Bytes that look like RIS here and there, in some encoding or in several."""
    encoded = st.tuples(soup(), st.sampled_from(["utf-8", "cp1252", "utf-16", "utf-16-be", "utf-8-sig"])).map(_encoded)
    return st.lists(encoded | st.binary(max_size=6), max_size=4).map(b"".join)


def _encoded(pair: tuple[str, str]) -> bytes:
    text, name = pair
    return text.encode(name, "surrogatepass" if name.startswith("utf") else "replace")
