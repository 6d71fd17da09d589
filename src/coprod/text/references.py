"""Character references in a text: `&amp;`, `&#233;`.

In: a text. Out: the text with the characters that they stand for. Nothing raises: a number that is no character stays
as it is written, however long it is.
"""

import re
from html import unescape
from typing import Final

_NO_CHARACTER: Final = re.compile(r"&(?=#(?:[0-9]{8}|[xX][0-9a-fA-F]{8}))")


def resolved(text: str) -> str:
    """The text without references.

    Examples:
        >>> resolved("Caf&eacute; &amp; bar"), resolved("&#99999999999;")
        ('Café & bar', '&#99999999999;')
    """
    return unescape(_NO_CHARACTER.sub("&amp;", text) if "&#" in text else text)
