"""Text for a terminal: free of what would control it, cut to its width.

In: text that may come from documents and file names. Out: lines that a stream of any encoding can show.
What can go wrong: what the stream raises when it is closed, full or broken (`OSError`).
"""

import re
import shutil
from collections.abc import Iterable
from typing import Final, TextIO

from coprod._terminal_text import columns

_BLANKS = re.compile("[\t-\r\x85\u2028\u2029]+")

# C0, DEL and C1 move the cursor; the rest are the marks that turn the direction of writing.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_NARROWEST: Final = 40
"""Columns below which lines are not cut any further."""


def clean(text: str) -> str:
    r"""One line without control characters; tabs and line ends become a space.

    Examples:
        >>> clean("a\tb\x1b[31mc\u202ed\n")
        'a b[31mcd '
    """
    return _CONTROLS.sub("", _BLANKS.sub(" ", text))


def cut(text: str, room: int) -> str:
    """As much of the text as fits into the columns; a letter of Chinese takes two, an accent none.

    Examples:
        >>> cut("co-production", 13), cut("co-production", 8)
        ('co-production', 'co-prod…')
        >>> cut("公共服务", 5)
        '公共…'
    """
    total = 0
    end = 0
    for index, letter in enumerate(text):
        total += columns(letter)
        if total < room:
            end = index + 1
        elif total > room:
            return text[:end] + "…"
    return text


def width() -> int:
    """Columns of the terminal; 80 where there is none and `COLUMNS` does not say."""
    return max(shutil.get_terminal_size().columns, _NARROWEST)


def say(stream: TextIO | None, lines: Iterable[str]) -> None:
    r"""Writes lines, cleaned; what the stream's encoding lacks becomes a question mark.

    Examples:
        >>> import sys
        >>> say(sys.stdout, ["one", "two\x07"])
        one
        two
    """
    if stream is None:
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    text = "".join(f"{clean(line)}\n" for line in lines)
    stream.write(text.encode(encoding, "replace").decode(encoding))


__all__ = ["clean", "cut", "say", "width"]
