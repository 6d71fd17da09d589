"""Marks of emphasis in text that was written in Markdown: markup, as `<b>` is in HTML.

In: a passage. Out: the same passage without the marks, so that places in it still lead to the page. A star that
stands for itself, as behind a coefficient, stays.
"""

import re
from typing import Final

from coprod.readers.pages.blocks import Passage, joined

_EMPHASIS: Final = re.compile(
    r"(?<![\w*_\\])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]*+(?:(?<=\w)_(?=\w)[^*_\n]*+)*+)(?<!\s)\1(?![\w*_])"
)
"""A mark before a word, and the same mark behind one."""


def unmarked(passage: Passage) -> Passage:
    """The passage without marks of emphasis.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> block = Block([Piece("**Costs** fell by *12%* (r = .31**).", 1, 0)])
        >>> unmarked(block.passage()).text
        'Costs fell by 12% (r = .31**).'
    """
    text = passage.text
    if "*" not in text and "_" not in text:
        return passage
    kept: list[Passage] = []
    at = 0
    for found in _EMPHASIS.finditer(text):
        kept += [passage.part(at, found.start()), passage.part(*found.span(2))]
        at = found.end()
    return joined([*kept, passage.part(at, len(text))], "") if kept else passage
