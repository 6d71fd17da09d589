"""The parts of an abstract that carries its labels inline.

In: the text of an abstract, e.g. `"PURPOSE: We ask. METHODS: We count."`. Out: its parts, as ranges of the text: label,
text, category; `()` for an abstract that is not structured. A false split is worse than none: the labels must be known,
stand where a sentence can begin, be written alike, and be of two categories at least. Nothing raises; time is linear.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from coprod.text._words import word_set
from coprod.text.labels import category_of, label_words, opening_words

Range = tuple[int, int]
"""Start and end in the text."""


class Part(NamedTuple):
    """A part of an abstract."""

    label: Range | None
    """Where its label stands, without the separator behind it. None: text before the first label."""

    text: Range
    """Where its text stands, without the white space around it."""

    category: str | None
    """Category of the label; UNASSIGNED for one that is not known, but written as those around it."""


class _Label(NamedTuple):
    """What may be a label."""

    start: int
    end: int
    behind: int
    """Where the text behind the separator begins."""
    separator: str
    is_upper: bool
    category: str | None


_COLON, _DASH, _STOP, _LINE, _SPACE, _GLUED = ":", "-", ".", "\n", " ", ""
"""What stands between a label and its text."""

_WEAK: Final = (_SPACE, _GLUED, _STOP)
"""Separators that could as well stand in a sentence."""

_FIRST_WORD: Final = r"([A-Z][a-z'’]+|[A-Z'’]{2,}(?![a-z]))"
_START: Final = re.compile(r"\W{0,3}(?:(?:Abstract|ABSTRACT)\b\W{0,3})?" + _FIRST_WORD)
_BORDER: Final = re.compile(r"([.!?\n)\];:•|][\"”’'»)\]]{0,3},?\s*)" + _FIRST_WORD)
"""Where a label may begin, and its first word."""

_RUN: Final = re.compile(
    r"[A-Z][A-Za-z'’&/,()\u00a0\t ]{2,88}+(?:\??(:)|([–—−]|(?<=\s)-+(?=\s)|-(?=[A-Z0-9\"“(]))|(\.)|(\n))[\s:–—-]*"
)
"""A label and the separator behind it."""

_CAPITALS: Final = re.compile(r"[A-Z](?<=\s[A-Z])[A-Z]{3}[A-Z '’&/,()-]{0,56}+:\s*")
"""A text in capital letters with a colon, in the midst of a line."""

_WORD: Final = re.compile(r"[\s/&,(]{0,3}(?:[A-Z]?[a-z'’]+|[A-Z'’]+(?![a-z]))[)s]{0,3}")
_LETTERS: Final = re.compile(r"[A-Za-z'’]+")
_BEGIN: Final = re.compile(r"(\s*)[\"“‘'(\[<>≥≤~]?[A-Z0-9]")
_INNER: Final = ("esults:", "RESULTS:", "onclusion:", "onclusions:", "CONCLUSION", "indings:")
"""What stands in a text whose first label does not stand at its begin."""

_CORE: Final = word_set(
    "AIM AIMS APPROACH BACKGROUND CONCLUSION CONCLUSIONS DESIGN DISCUSSION FINDING FINDINGS IMPLICATIONS INTERPRETATION",
    "INTRODUCTION LIMITATIONS METHOD METHODOLOGY METHODS OBJECTIVE OBJECTIVES ORIGINALITY PURPOSE RESULT RESULTS",
)
"""Words of labels that are known as such even without a separator behind them."""

_MOST_WORDS: Final = 9
_LONGEST: Final = 8000
"""Characters of an abstract, at most; what is longer is a whole article."""

_LEAD: Final = 800
"""Characters before the first label, at most."""

_SHORTEST: Final = 12
"""Characters of text behind a label; a table of contents has fewer."""


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of an abstract.

    Args:
        text: The abstract, without markup.

    Returns:
        The parts in order, the text before the first label first if there is any; `()` if it is not structured.

    Examples:
        >>> text = "Purpose - We ask how many read. Findings - Most of them read."
        >>> [(text[slice(*part.label)], text[slice(*part.text)], part.category) for part in parts_of(text)]
        [('Purpose', 'We ask how many read.', 'OBJECTIVE'), ('Findings', 'Most of them read.', 'RESULTS')]
        >>> parts_of("The results: methods matter.")
        ()
    """
    start = _START.match(text)
    if start is not None and _opens(start[1]):
        first = _label_at(text, start.start(1), with_stops=True) or _weak_label_at(text, start.start(1))
        if first is not None:
            return _checked(text, [first, *_alike(text, first)])
    if text.count(":") > 1 and _has_inner_label(text):
        return _checked(text, list(_behind_a_lead(text)))
    return ()


def _opens(word: str) -> bool:
    """Whether a known label can begin with the word."""
    return word.upper().replace("’", "'") in opening_words()


def _has_inner_label(text: str) -> bool:
    for label in _INNER:  # a generator takes twice the time
        if label in text:
            return True
    return False


def _label_at(text: str, start: int, *, with_stops: bool = False) -> _Label | None:
    """The known label with a separator behind it that begins at a place; None if there is none."""
    run = _RUN.match(text, start)
    if run is None or (run[3] is not None and not with_stops):
        return None
    place = next(group for group in (1, 2, 3, 4) if run[group] is not None)
    end = run.start(place)
    label = text[start:end].rstrip()
    category = category_of(label)
    if category is None:
        return None
    kind = (_COLON, _DASH, _STOP, _LINE)[place - 1]
    return _Label(start, start + len(label), run.end(), kind, label.isupper(), category)


def _weak_label_at(text: str, start: int) -> _Label | None:
    """The longest known label at a place with nothing but a space behind it, or nothing at all."""
    best: _Label | None = None
    words = label_words()
    end = start
    is_core = False
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        letters = _LETTERS.findall(word[0].upper()) if word is not None else ()
        if word is None or not words.issuperset(letters):
            break
        is_core = is_core or not _CORE.isdisjoint(letters)
        end = word.end()
        begin = _BEGIN.match(text, end)
        category = category_of(text[start:end]) if begin is not None else None
        if begin is not None and category is not None and (is_core or not begin[1] or _is_prose(text, begin.end())):
            kind = _SPACE if begin[1] else _GLUED
            best = _Label(start, end, end + len(begin[1]), kind, text[start:end].isupper(), category)
    return best


def _is_prose(text: str, behind: int) -> bool:
    """Whether a word of two letters or more goes on here, and the text is an abstract, not a whole article."""
    return len(text) < _LONGEST and text[behind - 1].isupper() and text[behind : behind + 1].islower()


def _alike(text: str, first: _Label) -> Iterator[_Label]:
    """The labels behind the first that are written as it is, or more clearly."""
    behind = first.behind
    for start, is_firm in _borders(text, first):
        if start < behind:
            continue
        label = _label_at(text, start, with_stops=first.separator == _STOP)
        if label is None or label.separator not in (_COLON, _LINE, first.separator):
            label = _weak_label_at(text, start) if first.separator in (_SPACE, _GLUED) else None
        if label is not None and (label.separator in (_COLON, _LINE) or _is_same_style(label, first)):
            if is_firm or label.separator in (_COLON, _GLUED):
                behind = label.behind
                yield label
        elif first.is_upper:
            found = _CAPITALS.match(text, start)
            if found is not None and is_firm:
                end = text.index(":", start)
                behind = found.end()
                yield _Label(start, end, behind, _COLON, True, None)


def _borders(text: str, first: _Label) -> Iterator[tuple[int, bool]]:
    """Where other labels may begin, and whether a sentence may begin there."""
    openings = opening_words()
    places = [
        (border.start(2), border[1][0] in ".!?\n")
        for border in _BORDER.finditer(text, first.behind)
        if first.is_upper or border[2].upper() in openings
    ]
    if first.is_upper:
        inner = [(found.start(), False) for found in _CAPITALS.finditer(text, first.behind)]
        places = sorted(dict(inner + places).items())
    yield from places


def _is_same_style(label: _Label, first: _Label) -> bool:
    return label.separator == first.separator and label.is_upper == first.is_upper


def _behind_a_lead(text: str) -> Iterator[_Label]:
    """Labels with colons behind a text that has none."""
    behind = 0
    for border in _BORDER.finditer(text):
        if border[1][0] in ".!?\n" and border.start(2) >= behind and _opens(border[2]):
            label = _label_at(text, border.start(2))
            if label is not None and label.separator == _COLON:
                if not behind and label.start > _LEAD:
                    return
                behind = label.behind
                yield label


def _checked(text: str, labels: list[_Label]) -> tuple[Part, ...]:
    """The parts that the labels cut the text into; `()` if they are not to be trusted."""
    if len({label.category for label in labels} - {None}) < 2:
        return ()
    parts: list[Part] = []
    if text[: labels[0].start].strip():
        parts.append(Part(None, _trimmed(text, 0, labels[0].start), None))
    ends = [label.start for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        start, stop = _trimmed(text, label.behind, end)
        if stop - start < _SHORTEST and label.separator in _WEAK:
            return ()
        parts.append(Part((label.start, label.end), (start, stop), label.category or "UNASSIGNED"))
    return tuple(parts)


def _trimmed(text: str, start: int, end: int) -> Range:
    """A range without the white space at its ends.

    Examples:
        >>> _trimmed("  trust ", 0, 8)
        (2, 7)
    """
    stripped = text[start:end].strip()
    first = text.find(stripped, start) if stripped else start
    return first, first + len(stripped)
