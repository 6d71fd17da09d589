"""The attributes of a start tag, read alike in every release of Python.

In: a start tag of plain markup. Out: its name, and names and values of its attributes, in order. The releases of
`html.parser` differ in values without quotation marks and in character references without a semicolon, of which the
standard of HTML has that a letter, a digit or `=` behind one makes it text: `?a=1&copy=2` is an address.
"""

import re
from html.entities import html5
from typing import Final, NamedTuple

from coprod.text.references import resolved

_NAME: Final = r"""[^\s/>"'=<]++"""
_VALUE: Final = r"""\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++)"""
_START: Final = re.compile(rf"""<([a-zA-Z][^\s/>"'=<]*+)((?:[\s/]*+{_NAME}(?:{_VALUE})?+)*+)[\s/]*+>""")
_ATTRIBUTE: Final = re.compile(rf"""({_NAME})(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?+""")
_REFERENCE: Final = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]++|[0-9]++);?+|[a-zA-Z][a-zA-Z0-9]*+(?:;|(?!=)))")


class StartTag(NamedTuple):
    """A start tag, taken apart."""

    name: str
    attributes: list[tuple[str, str]]
    is_slashed: bool
    """Whether it ends the element that it begins, as in `<br/>`."""


def start_tag(written: str) -> StartTag | None:
    """A start tag taken apart; None for what is none.

    Examples:
        >>> start_tag("<A HREF='x?a=1&copy=2&amp;b=3' hidden>")
        StartTag(name='a', attributes=[('href', 'x?a=1&copy=2&b=3'), ('hidden', '')], is_slashed=False)
        >>> start_tag("</a>") is None
        True
    """
    found = _START.fullmatch(written)
    if found is None:
        return None
    # A slash at the end of a value that stands without quotation marks belongs to the value.
    is_slashed = written[-2] == "/" and not found[2].endswith("/")
    return StartTag(found[1].lower(), _attributes(found[2]), is_slashed)


def _attributes(text: str) -> list[tuple[str, str]]:
    found = []
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        value = double or single or bare.lstrip("=")
        found.append((name.lower(), _REFERENCE.sub(_character, value) if "&" in value else value))
    return found


def _character(found: re.Match[str]) -> str:
    """What a reference stands for; itself if it is none."""
    reference = found[0]
    return resolved(reference) if reference[1] == "#" or reference[1:] in html5 else reference
