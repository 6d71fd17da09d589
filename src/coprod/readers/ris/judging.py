"""What a line may be: a tag in another form, a tag that was damaged, the type of a record that stands behind ER.

In: lines, and how they match a tag. Out: yes or no. Nothing raises.
"""

import re
from collections.abc import Sequence
from typing import Final

from coprod.decoding import BOM, without_mark
from coprod.diagnostics import Severity
from coprod.readers.ris.forms import UNSEEN, Match, match_line
from coprod.readers.ris.vocabulary import TAGS, TYPE_NAMES

_BROKEN_TAG: Final = re.compile(
    r"""
      .{1,6}[ ][ ]-[ ]                          # A#U  - Bing: a letter more, less, or another
    | (?P<tag>[A-Z][A-Z0-9])
      (?: [^ ][ ]-[ ] | [ ][^ ]-[ ] | [ ][ ][^-] | [ ][ ]-\S | \s*-?$ )     # AU_ - Bing, AU  Bing, AU
    | [A-Z]\s*-?$                               # A
    """,
    re.VERBOSE,
)

_PARTED_TAG: Final = re.compile(r"([A-Z])[\W_]{1,2}([A-Z0-9])\s{1,2}-\s")
"""A sign between the two letters: `I S - 7`."""

_CLOSE_TAG: Final = re.compile(
    r"""
      (?:DO|UR|L[123]|LK|M3)[-:]\s?(?:https?://|doi:|10\.[0-9]{4,9}/)\S+
    | SN[-:]\s?(?:[0-9]{4}-?[0-9]{3}[0-9Xx]|97[89][0-9-]{10,14})
    | TY[-:]\s?[A-Z]{2,10}
    """,
    re.VERBOSE,
)
"""A tag without its spaces, or with a colon, that stands before what such a tag holds and no prose: `DO-10.9999/x`."""

_NAME: Final = r"(?:(?:v[ao]n|de[rnl]?|la|d[aiou]s?|el|al|bin|ter?n?)\s){0,3}[^\W\d_a-z][\w'’-]{0,40}\.?"
_CLOSE_TO_WORDS: Final = re.compile(
    rf"""
      (?:VL|IS|SP|EP|PY|Y1)[-:]\s?[A-Za-z]?[0-9][0-9A-Za-z/–-]{{0,9}}
    | (?:AU|A[1-4]|ED)[-:]\s?{_NAME}(?:\s{_NAME}){{0,2}},\s{_NAME}(?:\s{_NAME}){{0,2}}
    """,
    re.VERBOSE,
)
"""The same before a number or a name, which a line of an abstract may be too: `VL-12`, `SP-1`."""

_CLOSE_TYPE: Final = re.compile(rf"\s{{0,9}}TY[-:]\s?(?:{'|'.join(TYPE_NAMES)})\s{{0,9}}")

_OTHER_FORMAT: Final = re.compile(
    r"""\s{0,9}(?: <(?:!doctype|html|\?xml|pubmedarticle|records?)\b | @[a-z]{3,20}\s?[({]\s?\S+\s?,
    | %0[ ]\w | PT[ ][BCJPS]\s*$ | PMID-[ ][0-9] | \[?\{\s*" )
    | [^\0]?\0[^\0]\0""",
    re.IGNORECASE | re.VERBOSE,
)
"""How HTML, XML, BibTeX, EndNote, Web of Science, PubMed and JSON begin, and UTF-16 that was read as UTF-8."""

_FEWEST_LETTERS: Final = 8

_SIGNS: Final = "".join(filter(re.compile(f"[{UNSEEN}]").match, map(chr, range(0x2070))))
EDGES: Final = f" \t\u00a0\"'>{BOM}{_SIGNS}"
"""What stands around a tag or a value, in files that were quoted or joined."""


def is_broken_tag(line: str, *, in_prose: bool = False) -> bool:
    """Whether a line was a tag before something of it was lost or overwritten.

    Args:
        line: A line without a tag.
        in_prose: Whether it may go on from prose, or from a list of words, of which such a line may be one.

    Examples:
        >>> [is_broken_tag(line) for line in ("A# U  - Bing", "AU  Bing", "SP", "US  and others", "Bing")]
        [True, True, True, False, False]
        >>> [is_broken_tag(line) for line in ("VL-12", "AU: Ran, Bing", "IS-12 cells", "AU-wide rules")]
        [True, True, False, False]
        >>> is_broken_tag("U 2 - 10.9999/x"), is_broken_tag("A 5 - year plan")
        (True, False)
        >>> is_broken_tag("SP-1", in_prose=True), is_broken_tag("DO-10.9999/x", in_prose=True)
        (False, True)
    """
    if _CLOSE_TAG.fullmatch(line.rstrip()) is not None or (not in_prose and may_be_tag(line)):
        return True
    parted = _PARTED_TAG.match(line)
    if not in_prose and parted is not None and parted[1] + parted[2] in TAGS:
        return True
    found = _BROKEN_TAG.match(line)
    return found is not None and (found["tag"] is None or found["tag"] in TAGS)


def damaged_from(above: str, line: str, *, in_prose: bool) -> int | None:
    """From which line on a line, or the one above it too, looks like a damaged tag: 0 or -1; None if it does not.

    In prose, where one line may look so, it takes two.

    Examples:
        >>> damaged_from("We typed", "VL-12", in_prose=True), damaged_from("SP-3", "VL-12", in_prose=True)
        (None, -1)
        >>> damaged_from("Care", "VL-12", in_prose=False)
        0
    """
    if is_broken_tag(line, in_prose=in_prose):
        return 0
    return -1 if in_prose and may_be_tag(above) and may_be_tag(line) else None


def may_be_tag(line: str) -> bool:
    """Whether a line may be a tag without its spaces, before a number or a name; one alone may be prose.

    Examples:
        >>> may_be_tag("VL-12"), may_be_tag("AU: van Dahl, Bo"), may_be_tag("AU-wide rules, of course")
        (True, True, False)
    """
    return _CLOSE_TO_WORDS.fullmatch(line.rstrip()) is not None


def is_like_tag(line: str) -> bool:
    """Whether a line of prose begins with a tag and a sign that no form of tags has.

    Examples:
        >>> [is_like_tag(line) for line in ("AB: It rose", "VL= 7", "**VL** - 7", "EU: a land", "AU-wide rules")]
        [True, True, True, False, False]
    """
    found = _ODD_SIGN.match(line)
    return found is not None and found[1] in TAGS and not is_broken_tag(line, in_prose=True)


_ODD_SIGN: Final = re.compile(r"\W{0,3}([A-Z][A-Z0-9])(?:\s?[:=;|*]|\s?--)\W{0,4}\w")


def is_upper(line: str, found: Match) -> bool:
    """Whether a tag in another form is in capital letters.

    Examples:
        >>> line = " co - production"
        >>> is_upper(line, match_line(line))
        False
    """
    indent = len(found.form.indent)
    return line[indent : indent + 2].isupper()


def has_its_value(line: str, found: Match) -> bool:
    """Whether a tag in another form has a value that it can have: TY one word, ER none.

    Examples:
        >>> line = "ER - positive patients"
        >>> has_its_value(line, match_line(line))
        False
    """
    value = line[found.start :].strip(EDGES)
    if found.tag == "ER":
        return not value or glued_type(value) is not None
    if found.tag == "TY":
        return " " not in value
    return is_upper(line, found)


def glued_type(value: str) -> str | None:
    """The type of a record whose TY stands on the line of the ER before it.

    Examples:
        >>> glued_type("TY  - BOOK"), glued_type("end of list")
        ('BOOK', None)
    """
    text = without_mark(value.strip(EDGES)).strip(EDGES)
    found = match_line(text)
    return text[found.start :].strip() if found is not None and found.tag == "TY" else None


def stray(lines: Sequence[str], *, is_inside: bool) -> tuple[Severity, str]:
    """How text that belongs to no tag is told: severity and message.

    Examples:
        >>> stray(["Provider: Ovid"], is_inside=False)
        ('info', 'text outside a record')
        >>> stray(["@article{a,"], is_inside=False)[0]
        'warning'
    """
    if is_inside:
        return "warning", "text in a record that belongs to no tag"
    if any(map(_OTHER_FORMAT.match, lines)) or any(map(_is_of_bytes, lines)):
        return "warning", "text outside a record, of another format or in another encoding; load it from its own file"
    if any(map(_CLOSE_TYPE.fullmatch, lines)):
        return "warning", "text outside a record, of records whose tags lost their spaces; write them as `TY  - JOUR`"
    return "info", "text outside a record"


def _is_of_bytes(line: str) -> bool:
    """Whether a line of UTF-16 is made of pairs of ASCII: text in another encoding that was joined to it."""
    pairs = line[:100]
    return len(pairs) >= _FEWEST_LETTERS and not pairs.isascii() and pairs.encode("utf-16-le", "replace").isascii()
