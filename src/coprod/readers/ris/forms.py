"""How a file writes its tags: `TY  - `, `TY - `, `TY  -`, with a tab, an en dash, indented, in lower case.

In: the head of a file. Out: one `Form` for the whole file, with a table from the first characters of a line to
its tag, so that reading a line is one look-up. A line in another form is judged where it stands.
"""

import functools
import re
import sys
from collections import Counter
from typing import Final, NamedTuple

from coprod.readers.ris.vocabulary import MEDLINE_TAGS, TAGS

_SPACE = " \\t\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u3000"
UNSEEN: Final = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\ufeff"
"""Signs that show nothing, within the brackets of a pattern."""

_DASH = "-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d"

_LINE: Final = re.compile(
    rf"""([{_SPACE}{UNSEEN}"'>]{{0,8}})([A-Za-z][A-Za-z0-9])([{_SPACE}{UNSEEN}\ufffd]{{0,5}})([{_DASH}])(?:([{_SPACE}])|$|(?<=[{_SPACE}].))"""
)
HEAD_LENGTH: Final = 16
"""Characters of a line up to the dash behind its tag, at most."""

_MEDLINE_LINE: Final = re.compile(rf"([A-Z]{{2,4}})[{_SPACE}]{{0,2}}-(?:[{_SPACE}]|$)")

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SECOND = _LETTERS + "0123456789"


_IN_PROSE: Final = len(" -")
"""A hyphen behind one space stands in prose too."""


class Form(NamedTuple):
    """What stands around the tag at the start of a line."""

    indent: str
    """Characters before the tag."""

    separator: str
    """Characters between the tag and the value."""

    upper: bool
    """Whether tags are in capital letters."""

    @property
    def width(self) -> int:
        """Bytes before the value."""
        return len(self.shown().encode())

    @property
    def hyphen(self) -> bytes:
        """What stands between tag and value where no prose has it: a hyphen behind two spaces; else nothing.

        Examples:
            >>> STANDARD.hyphen, Form("", " - ", True).hyphen
            (b'  -', b'')
        """
        separator = self.separator.rstrip()
        return separator.encode() if self.upper and len(separator) > _IN_PROSE else b""

    @property
    def is_sure(self) -> bool:
        """Whether what stands around the hyphen stands in no prose: two spaces, or other white space than a space.

        Examples:
            >>> STANDARD.is_sure, Form("", " - ", True).is_sure, Form("", "\\t- ", True).is_sure
            (True, False, True)
        """
        gap = self.separator.rstrip()[:-1]
        return gap not in ("", " ") or self.separator.endswith("\t")

    def shown(self, tag: str = "TY") -> str:
        """The tag as this form writes it.

        Examples:
            >>> STANDARD.shown()
            'TY  - '
        """
        return f"{self.indent}{tag if self.upper else tag.lower()}{self.separator}"


STANDARD: Final = Form("", "  - ", True)


class Match(NamedTuple):
    """A line that begins like a tag, in whatever form."""

    tag: str
    start: int
    """Column of the value."""

    form: Form


def match_line(line: str) -> Match | None:
    """The tag that a line begins with, in any form.

    Examples:
        >>> match_line("AU - Ran, Bing").tag
        'AU'
        >>> match_line("co-production") is None
        True
    """
    found = _LINE.match(line)
    if found is None:
        return None
    indent, tag, gap, dash, after = found.groups(default="")
    if not gap and not after and found.end() < len(line):
        return None
    return Match(tag.upper(), found.end(), Form(indent, gap + dash + after, tag == tag.upper()))


def match_medline(line: str) -> Match | None:
    """The tag of a MEDLINE line, which has up to four letters and pads them to four.

    Examples:
        >>> match_medline("PMID- 30922926").tag
        'PMID'
        >>> match_medline("NASA - a study") is None
        True
    """
    found = _MEDLINE_LINE.match(line)
    if found is None or found[1] not in MEDLINE_TAGS:
        return None
    return Match(found[1], found.end(), STANDARD)


def unquoted(text: str, indent: str) -> str:
    """A line's text without the marks of quotation that its record is indented with.

    Examples:
        >>> unquoted('of trust"', '"'), unquoted("> of trust", "> "), unquoted(">> of trust", "> > ")
        ('of trust', 'of trust', 'of trust')
    """
    marks = [sign for sign in indent if sign in _QUOTATION]
    for mark in marks:
        text = text.strip().removeprefix(mark)
    text = text.strip() if marks else text
    return text.removesuffix(marks[-1]).strip() if marks and marks[-1] in _CLOSED else text


_QUOTATION: Final = "\"'>"
_CLOSED: Final = "\"'"
"""Marks of quotation that stand at both ends."""


@functools.lru_cache(maxsize=64)
def table(form: Form) -> dict[bytes, str]:
    """From the first bytes of a line, as many as the form is wide, to its tag; an empty value may lack the space.

    Examples:
        >>> table(STANDARD)[b"ER  -"]
        'ER'
    """
    heads: dict[bytes, str] = {}
    for first in _LETTERS:
        for second in _SECOND:
            tag = sys.intern(first + second)
            shown = form.shown(tag)
            heads[shown.encode()] = tag
            heads[shown.rstrip().encode()] = tag
    return heads


def form_of(head: str) -> Form:
    """The form that most tags of a file are written in.

    Examples:
        >>> form_of("TY - JOUR\\nAU - Ran, Bing\\nER -")
        Form(indent='', separator=' - ', upper=True)
    """
    seen = _counted(head)[0]
    return max(seen, key=seen.__getitem__, default=STANDARD)


def count_tags(head: str) -> Counter[str]:
    """How often each tag of the specifications, or of MEDLINE, begins a line.

    Examples:
        >>> count_tags("TY  - JOUR\\nER  - ")["TY"]
        1
    """
    return _counted(head)[1]


@functools.lru_cache(maxsize=4)
def _counted(head: str) -> tuple[Counter[Form], Counter[str]]:
    """How often each form, and each tag, begins a line; of forms only those with a value behind them."""
    forms: Counter[Form] = Counter()
    tags: Counter[str] = Counter()
    for line in filter(None, head.replace("\r", "\n").split("\n")):
        if line[2:6] == STANDARD.separator and line[:2] in TAGS:
            found: Match | None = Match(line[:2], 6, STANDARD)
        else:
            found = match_line(line)
        if found is not None and found.tag in TAGS:
            tags[found.tag] += 1
            if found.start < len(line.rstrip()):
                forms[found.form] += 1
        elif (medline := match_medline(line)) is not None:
            tags[medline.tag] += 1
    return forms, tags
