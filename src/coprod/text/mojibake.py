"""Text that was encoded twice: UTF-8 that was taken for cp1252 or Latin-1 on its way.

In: a word. Out: the word as it was. Nothing raises.
"""

import contextlib
import re
from typing import Final

_LEADS: Final = re.compile("[ÃÄÅÈ]")
"""What the letters of Europe begin with then."""


def encoded_once(word: str) -> str:
    """The word as it was before it was encoded twice; any other as it is.

    Examples:
        >>> encoded_once("JosÃ©"), encoded_once("José"), encoded_once("Ãngel")
        ('José', 'José', 'Ãngel')
    """
    if _LEADS.search(word) is not None:
        for encoding in ("cp1252", "latin-1"):
            with contextlib.suppress(UnicodeError):
                return word.encode(encoding).decode("utf-8")
    return word
