"""What the sniffing of all readers of pages shares: one longer look at a document.

In: a document. Out: its first characters, and whether they are HTML, or a page that keeps programs out.
"""

import functools
import re
from typing import TYPE_CHECKING, Final

from coprod.readers import foreign
from coprod.readers.pages.page import is_html
from coprod.readers.pages.plain import texts_of
from coprod.readers.shown import lines_of
from coprod.readers.walls import wall

if TYPE_CHECKING:
    from coprod.document import Document

AHEAD: Final = 1024 * 1024
"""Bytes of an HTML page that are looked at: its head alone may take hundreds of kilobytes."""

_ANOTHER_PAGE: Final = re.compile(r"</(?i:html)>\s*+<!(?i:doctype)")
_NOTE: Final = "pages.look"
_FEW_LINES: Final = 400


class Look:
    """The beginning of a document.

    Attributes:
        text: The text.
        html: Whether it is HTML.
    """

    def __init__(self, text: str, *, html: bool) -> None:
        self.text: str = text
        self.html: bool = html

    @functools.cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines that are not empty, white space collapsed; of plain text the first."""
        if self.html:
            return tuple(lines_of(self.text))
        return tuple(texts_of(re.split(r"\r\n|\r|\n", self.text))[:_FEW_LINES])


def look_at(document: "Document") -> Look | None:
    """The beginning of a document; None if it is no page, or one that keeps programs out.

    Examples:
        >>> from coprod.document import Document
        >>> look_at(Document("a.html", iter([b"<html><title>Just a moment...</title></html>"]))) is None
        True
    """
    if _NOTE not in document.noted:
        document.noted[_NOTE] = _look(document)
    look = document.noted[_NOTE]
    return look if isinstance(look, Look) else None


def _look(document: "Document") -> Look | None:
    if foreign.is_binary(document):
        return None
    if is_html(document.head):
        text = _ANOTHER_PAGE.split(document.ahead(AHEAD), maxsplit=1)[0]
        return None if wall(text) is not None else Look(text, html=True)
    return Look(document.head, html=False)
