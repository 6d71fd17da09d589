"""What the sniffing of all readers of pages shares: one longer look at a document.

In: a document. Out: its first characters, and whether they are HTML, or a page that keeps programs out.
"""

import functools
import re
from typing import TYPE_CHECKING, Final

from coprod.readers import foreign
from coprod.readers.pages.joints import pages_in
from coprod.readers.pages.page import html_behind, is_html
from coprod.readers.pages.plain import texts_of
from coprod.readers.shown import lines_of
from coprod.readers.walls import wall

if TYPE_CHECKING:
    from coprod.document import Document

AHEAD: Final = 1024 * 1024
"""Bytes of an HTML page that are looked at: its head alone may take hundreds of kilobytes."""

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_NOTE: Final = "pages.look"
_BEGIN: Final = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_PAGE_END: Final = re.compile(r"</html\s*+>", re.IGNORECASE)
_END: Final = re.compile(r"</(?:html|body)\s*+>", re.IGNORECASE)
_FEW_LINES: Final = 400
_FEW_WORDS: Final = 11
"""A line of fewer need not end as a sentence does."""

_REST: Final = re.compile(r"[,;.?!)](?=\s|\Z)|[^\W\d_][^\W_]*+(?=[\s,;.?!):]|\Z)")
"""How the rest of a sentence begins: with a mark, or with a word that is no `iPad` and no `e-government`."""

_SENTENCE_ENDS: Final = (".", "?", "!", ";", ":", ",")


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
        return tuple(texts_of(_LINE_END.split(self.text))[:_FEW_LINES])

    @functools.cached_property
    def lacks_begin(self) -> bool:
        """Whether the beginning was cut off, which is also seen in a page that begins so: no evidence on its own.

        HTML then ends a page that it does not begin, and begins within a tag or a text; text begins with the rest of a
        sentence.
        """
        if self.html:
            begins = self.text.lstrip("\ufeff \t\r\n")[:1] == "<" or _BEGIN.search(self.text) is not None
            return not begins and _PAGE_END.search(self.text) is not None
        first = self.lines[0].lstrip("> ") if self.lines else ""
        rest = _REST.match(first)
        return rest is not None and not any(map(str.isupper, rest[0])) and first.endswith(_SENTENCE_ENDS)

    @functools.cached_property
    def lacks_end(self) -> bool:
        """Whether the end was cut off, which is also seen in a page that ends so: no evidence on its own.

        HTML then has no last tag, and ends within a tag or a sentence; text ends within a long sentence.
        """
        last = self.text.rstrip()
        if self.html:
            return len(self.text) < AHEAD and _END.search(self.text) is None and last[-1:] not in tuple(".!?>")
        return last[-1:].isalnum() and last.rpartition("\n")[2].count(" ") >= _FEW_WORDS


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
    if foreign.is_binary(document) or foreign.is_mhtml(document.head):
        return None
    if is_html(document.head):
        ahead = document.ahead(AHEAD)
        text = ahead[: next(pages_in(ahead))[1]]
        return None if wall(text) is not None else Look(text, html=True)
    # What is no UTF-8 may be a no-break space of another encoding; a letter of one does not matter here.
    return Look(document.head[: html_behind(document.head)].replace("\ufffd", " "), html=False)
