"""What the sniffing of all readers of pages shares: one longer look at a document.

In: a document. Out: its first characters, and whether they are HTML, or a page that keeps programs out.
"""

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from coprod.readers import foreign
from coprod.readers.pages.page import is_html
from coprod.readers.pages.plain import texts_of

if TYPE_CHECKING:
    from coprod.document import Document

AHEAD: Final = 1024 * 1024
"""Bytes of an HTML page that are looked at: its head alone may take hundreds of kilobytes."""

_ANOTHER_PAGE: Final = re.compile(r"(?<=</html>)\s*+(?=<!doctype)", re.IGNORECASE)
_NOTE: Final = "pages.look"


class Look(NamedTuple):
    """The beginning of a document."""

    text: str
    html: bool
    lines: tuple[str, ...]
    """For plain text: its first lines that are not empty, white space collapsed. For HTML: none."""


_FEW_LINES: Final = 400


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
        return None if foreign.wall(text) is not None else Look(text, html=True, lines=())
    rows = re.split(r"\r\n|\r|\n", document.head)
    return Look(document.head, html=False, lines=tuple(texts_of(rows)[:_FEW_LINES]))
