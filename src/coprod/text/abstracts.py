"""The parts of an abstract that carries its labels inline.

In: the text of an abstract, e.g. `"PURPOSE: We ask. METHODS: We count."`. Out: its parts, as ranges of the text: label,
text, category; `()` for an abstract that is not structured. A false split is worse than none: the labels must be known,
stand where a sentence can begin, be written alike, and be of two categories at least. Nothing raises; time is linear.
"""

import functools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from coprod.models import Section
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


_COLON, _DASH, _STOP, _LINE, _SPACE, _GLUED, _BRACKET = ":", "-", ".", "\n", " ", "", "]"
"""What stands between a label and its text."""

_SEPARATORS: Final = {":": _COLON, ".": _STOP, "\n": _LINE, "]": _BRACKET, "】": _BRACKET}
_FIRM: Final = ".!?\n[【"
"""What ends a sentence or a line, or opens a label in brackets."""

_WEAK: Final = (_SPACE, _GLUED, _STOP)
"""Separators that could as well stand in a sentence."""

_FIRST_WORD: Final = r"([A-Z][a-z'’]+|[A-Z'’]{2,}(?![a-z]))"
_START: Final = re.compile(
    r"\W{0,3}(?:(?<!\w)[0-9]{1,2}[.)]\W{0,2})?"
    r"(?:(?:Abstract|ABSTRACT|Summary(?=\W{1,3}(?:Background|Introduction|Objective)))\b\W{0,3})?" + _FIRST_WORD
)
_BORDER: Final = r"([.!?\n)\];:•|])[\"”’'»)\]]{0,3},?\s{0,20}+"
"""What stands before a label, and the white space behind that."""

_RUN: Final = r"([A-Z][A-Za-z'’&/,()\u00a0\t ]{2,88}+)"
"""What a label is made of."""

_ANY_DASH: Final = r"[–—−]|(?<=\s)-+(?=\s)|-(?=[A-Z0-9\"“(])"
_BEHIND: Final = r"[\s:–—-]*"
_WITH_SEPARATOR: Final = re.compile(f"{_RUN}(\\??:|{_ANY_DASH}|\\.|\n){_BEHIND}")
"""A label at the begin, and what separates it from its text."""

_IN_BRACKETS: Final = re.compile(f"(?<=[\\[【]){_RUN}([\\]】]){_BEHIND}(?=[\"“‘'(<>≥≤~]?[A-Z0-9])")
"""A label between brackets."""

_OTHERS: Final = {
    separator: re.compile(f"{_BORDER}{_RUN}(\\??:|{mark}){_BEHIND}")
    for separator, mark in ((_COLON, "\n"), (_DASH, _ANY_DASH), (_STOP, "\\."), (_LINE, "\n"))
} | {_BRACKET: re.compile(f"([\\[【]){_RUN}([\\]】]){_BEHIND}(?=[\"“‘'(<>≥≤~]?[A-Z0-9])")}
"""The same behind a border, for each separator of the first; a colon or a line end is always one."""

_CAPITALS: Final = re.compile(r"[A-Z](?<=\s[A-Z])[A-Z]{3}[A-Z '’&/,()-]{0,56}+:\s*")
"""A text in capital letters with a colon, in the midst of a line."""

_WEAK_BORDER: Final = re.compile(_BORDER + _FIRST_WORD)
_WORD: Final = re.compile(r"[\s/&,(]{0,3}(?:[A-Z]?[a-z'’]+|[A-Z'’]+(?![a-z]))[)s]{0,3}")
_LETTERS: Final = re.compile(r"[A-Za-z'’]+")
_BEGIN: Final = re.compile(r"(\s{0,20}+)[\"“‘'(\[<>≥≤~]?[A-Z0-9]")
_INNER: Final = ("esults:", "RESULTS:", "onclusion:", "onclusions:", "CONCLUSION", "indings:")
"""What stands in a text whose first label does not stand at its begin."""

_CORE: Final = word_set(
    "AIM AIMS APPROACH BACKGROUND CONCLUSION CONCLUSIONS DESIGN DISCUSSION FINDING FINDINGS IMPLICATIONS",
    "INTERPRETATION INTRODUCTION LIMITATIONS METHOD METHODOLOGY METHODS OBJECTIVE OBJECTIVES ORIGINALITY PURPOSE",
    "RESULT RESULTS",
)
"""Words of labels that are known as such even without a separator behind them."""

_MARKERS: Final = (
    *(
        re.compile(rf"(?:(?:\A|(?<=[.!?)\]\"”]))|;|\n)\s{{0,3}}{mark}\s{{0,3}}\Z")
        for mark in (r"\([0-9]{1,2}\)", r"[0-9]{1,2}\)", r"[0-9]{1,2}\.")
    ),
    re.compile(r"\s{0,3}[\[【]\Z"),
)
"""Numbers and brackets before labels: the others have what the first has."""

_LONGEST_MARKER: Final = 12
_MOST_WORDS: Final = 9
_BEGIN_LENGTH: Final = 4
_PROSE: Final = re.compile(r"[A-Z][a-z ,]*+(?:(?<=[a-z])-[a-z][a-z ,]*+){0,3}+(?<=.{70})")
"""How a text begins that begins with no label: with a capital letter, and no other for long."""

_LONGEST: Final = 8000
"""Characters of an abstract, at most; what is longer is a whole article."""

_LEAD: Final = 800
"""Characters before the first label, at most."""

_HEAD: Final = 100
"""Characters of a label with its separator, at most."""

_SHORTEST: Final = 12
"""Characters of text behind a label; a table of contents has fewer, and no sentence."""

_SENTENCE: Final = re.compile(r"[^\W\d_]+ .*[^\W\d_]{2}[.!?]", re.DOTALL)
"""A short text that is a sentence: `Rain hurts.`"""


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
    first: _Label | None = None
    if _may_open(text[:_BEGIN_LENGTH]) and _PROSE.match(text) is None:
        first = _first_label(text)
    if first is None and ":" in text and text.count(":") > 1 and _has_inner_label(text):
        first = _label_behind_a_lead(text)
    if first is None:
        return ()
    marker = next((marker for marker in _MARKERS if _marked(text, first.start, marker) < first.start), None)
    return _checked(text, [first, *_others(text, first, marker)], marker)


def sections_of(text: str) -> tuple[Section, ...]:
    """The parts of an abstract as sections, without quantities; `()` if it is not structured.

    Examples:
        >>> [section.label for section in sections_of("AIM: We ask how many read. RESULTS: Most of them read.")]
        ['AIM', 'RESULTS']
    """
    parts = parts_of(text)
    if not parts:
        return ()
    return tuple(
        [
            Section(
                label=text[label[0] : label[1]] if label is not None else None,
                category=category,
                text=text[start:end],
            )
            for label, (start, end), category in parts
        ]
    )


@functools.lru_cache(maxsize=4096)
def _may_open(begin: str) -> bool:
    """Whether a text with these first letters may begin with a label: most do not, and need no closer look."""
    if not begin.isalpha():
        return True
    begin = begin.upper()
    return any(word.startswith(begin) or begin.startswith(word) for word in (*opening_words(), "ABSTRACT"))


def _first_label(text: str) -> _Label | None:
    """The label that a text begins with; None if there is none."""
    start = _START.match(text)
    if start is None or not _opens(start[1]):
        return None
    return _label_at(text, start.start(1)) or _weak_label_at(text, start.start(1))


def _opens(word: str) -> bool:
    """Whether a known label can begin with the word."""
    return word.upper().replace("’", "'") in opening_words()


def _has_inner_label(text: str) -> bool:
    return any(label in text for label in _INNER)


def _label_at(text: str, start: int) -> _Label | None:
    """The known label with a separator behind it that begins at a place; None if there is none."""
    run = _IN_BRACKETS.match(text, start) or _WITH_SEPARATOR.match(text, start)
    return _label_of(run[1], run[2], start, run.end()) if run is not None else None


def _label_of(run: str, mark: str, start: int, behind: int) -> _Label | None:
    """The label that begins at a place, if it is known."""
    label = run.rstrip()
    category = category_of(label)
    if category is None:
        return None
    return _Label(start, start + len(label), behind, _SEPARATORS.get(mark[-1], _DASH), label.isupper(), category)


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


def _marked(text: str, start: int, marker: re.Pattern[str] | None) -> int:
    """Where the number before a label begins, with a semicolon before it; the place of the label if there is none.

    Examples:
        >>> _marked("We ask; (2) Methods: We count.", 12, _MARKERS[0])
        6
    """
    begin = max(0, start - _LONGEST_MARKER)
    found = marker.search(text[begin:start]) if marker is not None else None
    return begin + found.start() if found is not None else start


def _others(text: str, first: _Label, marker: re.Pattern[str] | None) -> Iterator[_Label]:
    """The labels behind the first that are written as it is, or more clearly."""
    is_weak = first.separator in (_SPACE, _GLUED)
    found = _weak_others(text, first) if is_weak else _strong_others(text, first, marker)
    labels = list(found)
    if first.is_upper:
        taken = {column for label in labels for column in range(label.start, label.end + 1)}
        for run in _CAPITALS.finditer(text, first.behind):
            colon = text.index(":", run.start())
            if run.start() not in taken and colon not in taken:
                label = _label_of(text[run.start() : colon], ":", run.start(), run.end())
                labels += [label] if label is not None else []
        labels.sort()
    yield from labels


def _strong_others(text: str, first: _Label, marker: re.Pattern[str] | None) -> Iterator[_Label]:
    """Labels with the same separator as the first, or with a colon."""
    separator, is_upper = first.separator, first.is_upper
    for border, run, mark, start, behind in _runs(text, separator, first.behind - 1):
        is_colon, is_firm = mark[-1] == ":", border in _FIRM or _marked(text, start, marker) < start
        label = _label_of(run, mark, start, behind)
        if label is None:
            if is_colon and is_upper and is_firm and run.isupper() and len(run) > 3:
                yield _Label(start, start + len(run.rstrip()), behind, _COLON, is_upper=True, category=None)
        elif is_colon:
            if is_firm or label.is_upper:
                yield label
        elif is_firm and (label.separator == _LINE or label.is_upper == is_upper):
            yield label


def _runs(text: str, separator: str, start: int) -> Iterator[tuple[str, str, str, int, int]]:
    """What stands before and behind each stretch that may be a label, the stretch, its begin and that of its text."""
    for found in _OTHERS[separator].finditer(text, start):
        border, run, mark = found.groups()
        yield border, run, mark, found.start(2), found.end()


def _weak_others(text: str, first: _Label) -> Iterator[_Label]:
    """Labels with nothing but a space behind them or nothing at all, as the first has, or with a colon."""
    behind = first.behind
    for border in _WEAK_BORDER.finditer(text, first.behind - 1):
        start = border.start(2)
        if start < behind or not _opens(border[2]):
            continue
        label = _label_at(text, start)
        if label is None or label.separator != _COLON:
            label = _weak_label_at(text, start)
            if label is None or (label.separator, label.is_upper) != (first.separator, first.is_upper):
                continue
        if border[1] in _FIRM or label.separator == _GLUED:
            behind = label.behind
            yield label


def _label_behind_a_lead(text: str) -> _Label | None:
    """The first known label with a colon, behind a text without one; None if there is none near the begin."""
    for border, run, mark, start, behind in _runs(text[: _LEAD + _HEAD], _COLON, 0):
        label = _label_of(run, mark, start, behind) if border in _FIRM and mark[-1] == ":" else None
        if label is not None:
            return label
    return None


def _checked(text: str, labels: list[_Label], marker: re.Pattern[str] | None) -> tuple[Part, ...]:
    """The parts that the labels cut the text into; `()` if they are not to be trusted."""
    if len({label.category for label in labels} - {None}) < 2:
        return ()
    parts: list[Part] = []
    lead, *ends = [_marked(text, label.start, marker) for label in labels] + [len(text)]
    if text[:lead].strip():
        parts.append(Part(None, _trimmed(text, 0, lead), None))
    short = 0
    for label, end in zip(labels, ends, strict=True):
        start, stop = _trimmed(text, label.behind, end)
        short += (
            stop - start < _SHORTEST and label.separator in _WEAK and _SENTENCE.fullmatch(text, start, stop) is None
        )
        parts.append(Part((label.start, label.end), (start, stop), label.category or "UNASSIGNED"))
    return tuple(parts) if short * 3 <= len(labels) else ()


def _trimmed(text: str, start: int, end: int) -> Range:
    """A range without the white space at its ends.

    Examples:
        >>> _trimmed("  trust ", 0, 8)
        (2, 7)
    """
    stripped = text[start:end].strip()
    first = text.find(stripped, start) if stripped else start
    return first, first + len(stripped)
