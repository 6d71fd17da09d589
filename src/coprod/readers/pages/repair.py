"""Honest repair: what a page lost on its way is put back where there is no doubt, one character for one.

In: the raw text of a block. Out: the text, and an account of what was done. Nothing else is changed.
"""

import re
from typing import Final

from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.readers.pages.blocks import NO_BREAK

_NO_BREAK: Final = str.maketrans(dict.fromkeys(NO_BREAK, " "))

_LOST_QUOTE = re.compile(r"(?<!\S)\?(?=[^\W\d_][^?.!‘’\n]{0,80}’)")
"""A question mark where an opening quote was lost: white space before it, a word behind it, a closing quote in the
same sentence."""


_MEANING: Final[dict[str, tuple[Severity, str]]] = {
    "page.no-break-space": ("info", "no-break spaces were read as spaces"),
    "page.lost-quote": ("warning", "a question mark stands where an opening quote was lost; read as the quote"),
}


class Repairs:
    """The repairs of one page.

    Examples:
        >>> repairs = Repairs("page.html")
        >>> repairs("How ?big’ is it?", 3, 3), repairs.told[0].code
        ('How ‘big’ is it?', 'page.lost-quote')
    """

    def __init__(self, source: str) -> None:
        self.told: list[Diagnostic] = []
        """What was done, in the order of the page."""

        self._source = source

    def __call__(self, text: str, line: int, last: int) -> str:
        """The text of the lines from `line` to `last`, repaired."""
        if text.isascii():
            return text
        mended = text
        if any(space in text for space in NO_BREAK):
            mended = text.translate(_NO_BREAK)
            self._tell("page.no-break-space", text, line, last)
        if "?" in mended and "’" in mended:
            quoted = _LOST_QUOTE.sub("‘", mended)
            if quoted != mended:
                self._tell("page.lost-quote", text, line, last)
                mended = quoted
        return mended

    def _tell(self, code: str, text: str, line: int, last: int) -> None:
        severity, message = _MEANING[code]
        self.told.append(occurrence(code, severity, message, source=self._source, line=line, last=last, text=text))
