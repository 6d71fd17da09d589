"""What a line of a summary page may be besides text, by its first word alone.

In: the texts of lines. Out: for each the kinds of lines that it may be; any other kind it is not. It is a cheap look
before the exact ones, for most lines of a section are none of these.
"""

import re
from collections.abc import Iterable
from typing import Final

from coprod.readers.summary import ends, facts, furniture, headings, labelled, mentions, tables

_FIRST_WORDS: Final = {
    "above": furniture.FIRST_WORDS_ABOVE,
    "abstract": frozenset(("abstract",)),
    "announced": mentions.FIRST_WORDS,
    "caption": tables.FIRST_WORDS,
    "end": ends.FIRST_WORDS | {"c"},
    "fact": facts.FIRST_WORDS,
    "field": labelled.FIRST_WORDS,
    "furniture": furniture.FIRST_WORDS,
    "heading": headings.FIRST_WORDS,
    "offered": furniture.FIRST_WORDS_OFFERED,
}
_KINDS: Final = {
    word: frozenset(kind for kind, words in _FIRST_WORDS.items() if word in words)
    for word in frozenset[str]().union(*_FIRST_WORDS.values())
} | {"": frozenset(_FIRST_WORDS)}
_NONE: Final[frozenset[str]] = frozenset()

_MARKS: Final = r"[ -@\[-`{-~•‣▪◦●–—“”‘’]*+"
_LETTERS: Final = r"(?:[IVXivx]{1,4}[.):]|(?<!\()[A-H][.)])\s"
_LETTER: Final = "[A-Za-zÀ-ÖØ-öø-ɏЀ-ӿ一-鿿]"
_FIRST_WORD: Final = re.compile(rf"{_MARKS}(?:{_LETTERS}{_MARKS})?+((?!\w*[ſıİ\u212a]){_LETTER}[^\W\d_]*+|)")
"""The first word behind marks, numbers and the letter of an item.

Nothing where another sign stands before it (`①` is none of a word, though `re` takes it for a letter), and where it has
a letter that patterns without case take for one of ASCII.
"""


def cues_of(lines: Iterable[str]) -> list[frozenset[str]]:
    """What each of the lines may be.

    A line may be the heading of the abstract, a caption, an end, a fact, a field, furniture, a usual or asking heading;
    above the sections also what a site says there (above) and words that announce a summary, behind them what a program
    offers.

    Examples:
        >>> cues_of(["- Year: 2020", "Towns: 2020"])
        [frozenset({'field'}), frozenset()]
    """
    return [_KINDS.get(found[1].lower(), _NONE) for found in map(_FIRST_WORD.match, lines) if found is not None]
