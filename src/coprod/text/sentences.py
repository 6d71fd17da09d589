"""Sentences of a paragraph.

In: running text of any language. Out: the offsets of its sentences, without white space around them.
Only white space lies between two sentences, and all else is in one. Where a full stop may belong to an
abbreviation or an initial, the sentence goes on: a sentence too long does less harm than half a one.
Nothing raises; the work is linear in the length of the text.
"""

import functools
import re

from coprod.text._words import word_set

_STOP = re.compile(
    r"[.!?…؟।。！？\n](?:(?<=[.!?…؟।])(?<![.!?…؟।].)[.!?…؟।]*+[\"'”’»)\]]*+(?=\s|\Z)"
    r"|(?<=[。！？])[。！？]*+[」』”’）]*+"
    r"|(?<=\n)[^\S\n]*+\n)"
)
"""Full stops before white space; those of scripts that write none; empty lines. A set of characters is found fast."""

_LONGEST_WORD = 24
_NEXT = re.compile(r"[\s\"'“‘«(\[]*+")
_WORD = re.compile(r"[^\W\d_]++(?:['’][^\W\d_]++)?")

_ALWAYS_GO_ON = word_set(
    "e.g i.e eg ie cf vs viz dr drs mr mrs ms prof st approx resp incl esp ca bzw z.b d.h p.ex sog "
    "et v.a u.a rev gen sen hon"
)
"""Abbreviations that never end a sentence, without their last full stop, in lower case."""

_GO_ON_BEFORE_NUMBERS = word_set(
    "no nos nr fig figs vol vols p pp ch chap chaps sec sect eq eqs eqn art tab ref refs app par para ex n c al bd s "
    "jan feb mar apr jun jul aug sep sept oct nov dec ed eds pt op cit ibid min max"
)
"""Abbreviations that a number or a bracket follows."""

_ABBREVIATIONS = _ALWAYS_GO_ON | _GO_ON_BEFORE_NUMBERS
_LONGEST_MARKER = 4

_STARTERS = word_set(
    "the a an this that these those we our it its in on at by for from with however but and although while when "
    "there they he she his her as to both most many some such results data findings methods conclusion conclusions "
    "der die das ein eine wir es im in am zur bei le la les un une nous dans il elle el los las en una se de o os as"
)
"""Words that begin a sentence so often that a full stop between them and an abbreviation ends one."""

_PARTICLES = word_set("de van von der den di da du le la el al bin ibn ter")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end.

    Args:
        text: Running text. An empty line ends a sentence, a single line end does not.

    Returns:
        (start, end) of every sentence, in order. What lies between them is white space.

    Examples:
        >>> text = "Trust fell (p < .05). Smith et al. (2008) saw no change in Fig. 2. Why?"
        >>> [text[start:end] for start, end in sentences(text)]
        ['Trust fell (p < .05).', 'Smith et al. (2008) saw no change in Fig. 2.', 'Why?']
        >>> sentences("  ")
        []
    """
    return list(_sentences(text))


@functools.lru_cache(maxsize=32)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The same; a section is asked for twice, for its quantities and for its statements."""
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, start, stop):
            _add(found, text, start, stop.end())
            start = stop.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Adds the span without the white space around it, if something is left."""
    part = text[start:end].strip()
    if part:
        first = text.index(part[0], start)
        found.append((first, first + len(part)))


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the sentence that began at `start` ends at this stop."""
    first = text[stop.start()]
    if first in "\n。！？؟।":
        return True
    after = _NEXT.match(text, stop.end())
    follows = after.end() if after is not None else stop.end()
    if follows >= len(text):
        return True
    character = text[follows]
    if first in "!?" or stop[0].startswith(("...", "…")):
        return not character.islower()
    word = _word_before(text, stop.start(), start)
    is_plain = len(word) > _LONGEST_MARKER and word.isalpha() and word.lower() not in _ABBREVIATIONS
    if not is_plain and _goes_on(text, start, stop.start(), word, text[stop.end() : follows + 1]):
        return False
    if character.islower():
        return _is_lower_case_start(text, follows, word)
    return is_plain or not _is_short_form(word) or _starts_sentence(text, follows)


def _word_before(text: str, end: int, start: int) -> str:
    """The word in front of the full stop, with the full stops in it: `U.S`, `e.g`, `al`."""
    words = text[max(start, end - _LONGEST_WORD) : end].rsplit(None, 1)
    return words[-1].lstrip("([\"'“‘«") if words else ""


def _goes_on(text: str, start: int, end: int, word: str, behind: str) -> bool:
    """Whether the full stop belongs to an abbreviation or to the marker of a list item."""
    lowered = word.lower()
    if lowered in _ALWAYS_GO_ON:
        return True
    if lowered in _GO_ON_BEFORE_NUMBERS and behind[-1].isdigit():
        return True
    if lowered == "al":
        return behind[-1].islower() or "(" in behind or "[" in behind
    is_marker = len(word) <= _LONGEST_MARKER and (word.isdigit() or (word != "" and not lowered.strip("ivx")))
    before = end - len(word) - start
    return is_marker and before <= len(word) and not text[start : start + before].strip("([ ")


def _is_short_form(word: str) -> bool:
    """Whether the word is an initial or has full stops inside: `A`, `U.S`, `D.C`, `J.-P`."""
    letters = word.rsplit("-", 1)[-1]
    return (len(letters) == 1 and letters.isupper()) or ("." in word[1:-1] and word[-1].isalpha())


def _starts_sentence(text: str, follows: int) -> bool:
    """Whether the word there is one that sentences begin with."""
    word = _WORD.match(text, follows, follows + _LONGEST_WORD)
    return word is not None and word[0].lower() in _STARTERS and text[follows - 1] not in "(["


def _is_lower_case_start(text: str, follows: int, word: str) -> bool:
    """Whether a sentence may begin in lower case here: after a real word, or with a name such as `mRNA`."""
    if _is_short_form(word):
        return False
    space = follows
    while space < len(text) and space < follows + _LONGEST_WORD and not text[space].isspace():
        space += 1
    first = text[follows:space]
    return first != first.lower() or any(map(str.isdigit, first)) or first in _PARTICLES or len(word) > 4
