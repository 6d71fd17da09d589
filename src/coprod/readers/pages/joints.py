"""Where pages that were joined to one text begin.

In: the text of one or more HTML pages. Out: first and end of each. A page ends where its end tag or, if that is lost,
the declaration of another stands; what a program or a comment writes begins no page. Nothing raises.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_PAGE_END: Final = re.compile(r"</(?i:html)\s*+>")
_DOCTYPE: Final = re.compile(r"<!(?i:doctype)")
_HTML_NEXT: Final = re.compile(r"\s*+<(?i:html)(?=[\s>])")

RAW_END: Final = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title")
}
"""Elements in which a tag is text, and what ends them."""


def pages_in(text: str) -> Iterator[tuple[int, int]]:
    r"""First and end of each of the pages that were joined to one text: behind the end of one the next begins.

    Examples:
        >>> list(pages_in("<!DOCTYPE html>One</html>\n<!DOCTYPE html>Two</html>"))
        [(0, 26), (26, 51)]
        >>> list(pages_in("<html>One</html><html>Two</html>"))
        [(0, 16), (16, 32)]
    """
    start = position = passed = 0
    while (joint := _joint(text, start, position)) is not None:
        if passed < _MOST_PASSED and _is_text(text, start, joint.ended):
            passed += 1
            position = joint.ended + 1
            continue
        yield start, joint.begun
        start = position = joint.begun
    yield start, len(text)


class _Joint(NamedTuple):
    """Where a page ends, and the next begins."""

    ended: int
    begun: int


def _joint(text: str, start: int, position: int) -> _Joint | None:
    """The first joint from a position on; the page that begins at `start` may lack its end tag."""
    found = []
    end = _PAGE_END.search(text, position)
    begin = None if end is None else _HTML_NEXT.match(text, end.end()) or _DOCTYPE.search(text, end.end())
    if end is not None and begin is not None:
        found.append(_Joint(end.start(), text.index("<", begin.start())))
    again = _PAGE_BEGIN.search(text, max(position, start + 1), *(joint.begun + 1 for joint in found))
    if again is not None and _ELEMENT.search(text, start, again.start()) is not None:
        found.append(_Joint(again.start(), again.start()))
    return min(found, key=lambda joint: joint.begun, default=None)


_PAGE_BEGIN: Final = re.compile(r"<!(?<=[>\s]<!)(?i:doctype)[^<>]{0,300}>\s*+<(?i:html|head)[\s>]")
_ELEMENT: Final = re.compile(r"<(?i:html|head|body|title|meta|link|h[1-6]|p|div)[\s>]")


_MOST_PASSED: Final = 20
"""Ends of pages in programs and comments that are passed by in one text."""

_FARTHEST: Final = 20_000
"""Characters in which the end of a program is looked for."""

_SPANS: Final = (
    (re.compile("<!--"), re.compile("--!?>")),
    *((re.compile(rf"<{name}[\s>]", re.IGNORECASE), end) for name, end in RAW_END.items()),
)
"""Begin and end of what holds no tags."""


def _is_text(text: str, start: int, place: int) -> bool:
    """Whether a place in a page stands in a program or a comment, as what a program writes into another window does.

    One that lost its end goes on into the next page, where another begins before the next end.
    """
    for begins, ends in _SPANS:
        opened = max(begins.finditer(text, start, place), key=re.Match.start, default=None)
        if opened is not None and ends.search(text, opened.end(), place) is None:
            end = ends.search(text, place, place + _FARTHEST)
            if end is not None and begins.search(text, place, end.start()) is None:
                return True
    return False
