"""Lines that may be the title of a paper, by their words and by what stands below them.

In: a block above the sections, or its text. Out: whether it may be the title, and the title without marks.
"""

import re
from typing import Final

from coprod.readers.pages.blocks import Block, Passage
from coprod.readers.summary.markdown import unmarked
from coprod.readers.summary.people import row_of

_SITE: Final = re.compile(r"\s*[|:–—]|\s+-\s")
_SUMMARY_OF: Final = re.compile(
    r"(?:(?:paper|article|study|research) )?summary(?: of)?\s?[:–—]\s*+(?=\S)", re.IGNORECASE
)
_OF_A_MAIL: Final = re.compile(r"(?:subject|from|to|cc|sent|reply-to|fwd?|re)\s?:", re.IGNORECASE)
_FEWEST_WORDS_OF_TITLE: Final = 3
_LONGEST_TITLE: Final = 350


def bare(block: Block) -> Passage:
    """The text of a block without marks of Markdown, and without words that say that it is a summary."""
    text = unmarked(block.passage().stripped("# ")).stripped("#*_")
    said = _SUMMARY_OF.match(text.text)
    return text.part(said.end(), len(text.text)) if said is not None else text


def is_first_level(block: Block) -> bool:
    """Whether HTML or Markdown say that a block is a heading of the first level."""
    return block.level == 1 or block.text.startswith("# ")


def begins_with(text: str, title: str) -> bool:
    """Whether a line is a title with the name of a site behind it.

    Examples:
        >>> begins_with("Night buses and nurses - Summaries", "Night buses and nurses")
        True
    """
    return text.startswith(title) and _SITE.match(text, len(title)) is not None


def may_be_title(text: str) -> bool:
    """Whether a line has the words of a title: three or more, no sentence, no address, no line of a mail.

    Examples:
        >>> may_be_title("Back to basics: trust in towns"), may_be_title("Subject: trust in towns")
        (True, False)
    """
    words = text.strip("# ").count(" ") + 1
    if words < _FEWEST_WORDS_OF_TITLE or len(text) > _LONGEST_TITLE or text[0].islower() or "|" in text:
        return False
    return text[-1] not in ".,;:" and "://" not in text and _OF_A_MAIL.match(text) is None


def has_words(block: Block) -> bool:
    """Whether a block has as many words as a title that is known by its place only."""
    return block.text.count(" ") >= _FEWEST_WORDS_OF_TITLE - 1


def stands_above_names(blocks: list[Block], place: int) -> bool:
    """Whether a line that may be a title has a row of names below it, which is as good as its place."""
    block, below = blocks[place], blocks[place + 1 : place + 2]
    if block.links or not has_words(block) or not may_be_title(block.text):
        return False
    return row_of(block.text) is None and any(row_of(other.text) is not None for other in below)
