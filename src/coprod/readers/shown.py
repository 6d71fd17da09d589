"""What an HTML page shows, more or less, without a parser: to look at before it is known what the page is.

In: the source of a page, or its beginning. Out: its lines and its title. Nothing raises; time is linear.
"""

import re
from collections.abc import Iterator
from typing import Final

from coprod.text.references import resolved

_UNSHOWN: Final = tuple(
    (re.compile(rf"<{name}\b", re.IGNORECASE), re.compile(rf"</{name}\b[^<>]{{0,50}}>", re.IGNORECASE), swallows)
    for name, swallows in (("script", True), ("style", True), ("nav", False), ("head", False))
)
"""How elements begin and end in which no line of the page stands, and whether one without an end takes all with it."""

_INLINE: Final = re.compile(
    r"</?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|"
    r"sub|sup|time|tt|u|var|wbr)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(r"<li\b[^<>]{0,2000}>(?=\s*+[^\s<])", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_TAGS: Final = re.compile(r"[^<>]{0,2000}>\s*+</?[a-zA-Z]")
"""What stands behind the name of an element that holds tags: no script does, and no style."""

_TITLE: Final = re.compile(r"<title[^>]{0,200}>([^<]{0,200})", re.IGNORECASE)


def lines_of(html: str, *, item: str = "") -> Iterator[str]:
    """The lines of an HTML page as one sees them without a parser: what stands between two tags that are not inline.

    Args:
        html: Source of the page.
        item: What stands before the first line of an item of a list.

    Examples:
        >>> list(lines_of("<style>p {}</style><p>Trust &amp; <b>care</b></p><p>Users</p>"))
        ['Trust & care', 'Users']
    """
    for begin, end, swallows in _UNSHOWN:
        first, *others = begin.split(html)
        parts = [end.split(other, maxsplit=1) for other in others]
        html = first + "".join([part[-1] for part in parts if len(part) > 1 or not swallows or _TAGS.match(part[0])])
    for row in _TAG.split(_ITEM.sub(f"<li>{item}", _INLINE.sub("", html))):
        line = " ".join(resolved(row).split())
        if line:
            yield line


def title_of(html: str) -> str:
    r"""The title that the head of a page gives; "" if it gives none.

    Examples:
        >>> title_of("<html><title> Trust and\ncare</title>")
        'Trust and care'
    """
    title = _TITLE.search(html)
    return " ".join(title[1].split()) if title is not None else ""
