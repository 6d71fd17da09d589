"""Marks of Markdown in text: markup, as `<b>` is in HTML.

In: a passage. Out: the same passage without the marks, so that places in it still lead to the page. A star that
stands for itself, as behind a coefficient, stays, and so does a sign before a number: "> 10 years".
"""

import re
from typing import Final

from coprod.diagnostics import Diagnostic, occurrence
from coprod.readers.pages.blocks import Block, Passage, joined

_EMPHASIS: Final = re.compile(
    r"(?<![\w*_\\])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]*+(?:(?<=\w)_(?=\w)[^*_\n]*+)*+)(?<!\s)\1(?![\w*_])"
)
"""A mark before a word, and the same mark behind one."""

_QUOTED: Final = re.compile(r"(?:>\s?){1,4}(?=[-–*•]\s|[^\s>0-9.,€$£+~≈−–-])")
_TASK: Final = re.compile(r"\[[ xX]\]\s(?=\S)")
_MARKS: Final = re.compile(
    r"\[\^[\w-]{1,20}\]|"
    r"\s?~~(?=[^\s~])[^~]{1,500}(?<!\s)~~(?=[\s.,;:!?)\]]|\Z)|~~(?=[^\s~])[^~]{1,500}(?<!\s)~~\s?"
)
"""The mark of a footnote, and text that is struck out, with the space before it or behind it."""

_FOOTNOTE: Final = re.compile(r"\[\^[\w-]{1,20}\]:\s")


class Marks:
    """Takes marks of Markdown out of the text of a page, and tells it.

    Attributes:
        told: What was taken out, line by line.
    """

    def __init__(self, source: str, *, repair: bool) -> None:
        self.told: list[Diagnostic] = []
        self._source = source
        self._repair = repair

    def quoted(self, block: Block, start: int) -> int:
        """Where the text of a line begins behind the mark of a quotation."""
        return self._behind(_QUOTED, block, start) if block.text.startswith(">", start) else start

    def ticked(self, block: Block, start: int) -> int:
        """Where the text of an item begins behind the box of a task."""
        return self._behind(_TASK, block, start) if block.text.startswith("[", start) else start

    def read(self, passage: Passage) -> Passage:
        """The passage without marks of footnotes, and without what is struck out."""
        text = passage.text
        if not self._repair or ("[^" not in text and "~~" not in text):
            return passage
        kept: list[Passage] = []
        at = 0
        for found in _MARKS.finditer(text):
            kept.append(passage.part(at, found.start()))
            at = found.end()
        if not at:
            return passage
        self._tell(passage.cuts[0].block)
        left = [part for part in (*kept, passage.part(at, len(text))) if part]
        return joined(left, "").stripped("") if left else passage.part(0, 0)

    def _behind(self, mark: re.Pattern[str], block: Block, start: int) -> int:
        found = mark.match(block.text, start) if self._repair else None
        if found is None:
            return start
        self._tell(block)
        return found.end()

    def _tell(self, block: Block) -> None:
        message = "marks of Markdown; read without them, and without what is struck out"
        one = occurrence(
            "summary.markdown", "info", message,
            source=self._source, line=block.line, last=block.last_line, text=block.text,
        )  # fmt: skip
        if not self.told or self.told[-1] != one:
            self.told.append(one)


def is_footnote(text: str) -> bool:
    """Whether a line is a footnote in Markdown.

    Examples:
        >>> is_footnote("[^1]: Table 2"), is_footnote("[1]: Table 2")
        (True, False)
    """
    return text.startswith("[^") and _FOOTNOTE.match(text) is not None


def unmarked(passage: Passage) -> Passage:
    """The passage without marks of emphasis.

    Examples:
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
