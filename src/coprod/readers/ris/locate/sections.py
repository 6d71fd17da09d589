"""Where the sections of an abstract stand: their labels and texts within the value that the abstract came from.

In: an abstract, the entry that it was read from, and the place of a section. Out: a stretch of the entry; None if the
sections are not those that the reader finds in the text. A category leads to the label that says it.
"""

import functools
import re
from typing import Final

from coprod.models import Abstract
from coprod.readers.ris.locate.entries import Entry, Hit
from coprod.text.abstracts import Part, Range, parts_of
from coprod.text.markup import strip_markup

_LABELLED: Final = ("label", "category")
"""Parts of a section that its label says."""

_BEGIN: Final = re.compile(r"[^\s<>&:]{1,20}|:")
_MOST_TRIES: Final = 40
"""Places that are looked at, so that the time stays linear."""


def section_hit(entry: Entry, abstract: Abstract, index: int, part: str | None) -> Hit | None:
    """Where a section stands, or a part of it.

    Args:
        entry: The entry whose value, without its markup, is the text of the abstract.
        abstract: The abstract.
        index: Place of the section among its sections.
        part: `"label"`, `"category"`, `"text"`; None for all of it.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> from coprod.text.abstracts import sections_of
        >>> text = "AIM: We ask who reads. RESULTS: Most of them <i>do</i>."
        >>> abstract = Abstract(text="AIM: We ask who reads. RESULTS: Most of them do.")
        >>> section_hit(entry_of("AB", text), abstract, 1, "text").text
        'Most of them <i>do</i>.'
    """
    parts = _parts_of(abstract.text)
    if index >= len(parts):
        return None
    found = parts[index]
    place = found.label if part in _LABELLED else found.text
    if part is None and found.label is not None:
        place = found.label[0], max(found.label[1], found.text[1])
    if place is None or place[0] == place[1]:
        return None
    if entry.value == abstract.text:
        return Hit(entry, *place)
    end = parts[index + 1] if index + 1 < len(parts) and part not in _LABELLED else None
    return _marked_up_hit(entry, abstract.text, place, _start_of(end) if end is not None else None)


@functools.lru_cache(maxsize=4)
def _parts_of(text: str) -> tuple[Part, ...]:
    """The parts of an abstract, cut once for all its sections."""
    return tuple(parts_of(text))


def stretch_hit(entry: Entry, abstract: Abstract, place: Range) -> Hit | None:
    """Where a stretch of an abstract stands in the value that the abstract came from.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> entry, abstract = entry_of("AB", "We ask. They <i>do</i>. Why?"), Abstract(text="We ask. They do. Why?")
        >>> stretch_hit(entry, abstract, (8, 16)).text
        'They <i>do</i>.'
    """
    if entry.value == abstract.text:
        return Hit(entry, *place)
    rest = abstract.text[place[1] :]
    behind = len(abstract.text) - len(rest.lstrip()) if rest.strip() else None
    return _marked_up_hit(entry, abstract.text, place, behind)


def _start_of(part: Part) -> int:
    return part.label[0] if part.label is not None else part.text[0]


def _marked_up_hit(entry: Entry, text: str, place: Range, behind: int | None) -> Hit | None:
    """The same in a value with markup: `behind` is where the next section begins, which ends a text.

    A label has no markup in it, so it ends behind as many characters.
    """
    raw = entry.value
    found = _columns(raw, text, place[0])
    if found is None:
        return None
    _tag, start = found
    wanted = text[slice(*place)]
    if raw.startswith(wanted, start):
        return Hit(entry, start, start + len(wanted))
    if len(wanted) <= _SHORT:
        end = next((end for end in _ends(raw, start, len(wanted)) if strip_markup(raw[start:end]) == wanted), None)
        if end is not None:
            return Hit(entry, start, end)
    next_found = _columns(raw, text, behind) if behind is not None else None
    stretch = raw[start : next_found[0] if next_found is not None else None].rstrip()
    return Hit(entry, start, start + len(stretch)) if strip_markup(stretch).rstrip() == wanted else None


_SHORT: Final = 100
_MOST_MARKUP: Final = 80


def _ends(raw: str, start: int, length: int) -> range:
    """Where a short text with entities or tags in it may end."""
    return range(start + length, min(len(raw), start + length + _MOST_MARKUP) + 1)


def _columns(raw: str, text: str, place: int) -> tuple[int, int] | None:
    """Where a value with markup says what its text says from a place on; None if that is not found.

    The first column is that of the tag whose attribute says it, the second that of the words themselves.

    Examples:
        >>> _columns("<p>We ask.</p><p>They <i>do</i>.</p>", "We ask. They do.", 8)
        (17, 17)
        >>> _columns('<AbstractText Label="AIM">We ask.</AbstractText>', "AIM: We ask.", 0)
        (0, 21)
    """
    rest = text[place:].rstrip()
    begin = _BEGIN.match(rest)
    if begin is None:
        return None
    for length in _LENGTHS:
        found = _column_of(raw, rest, begin[0][:length])
        if found is not None:
            return found
    return None


_LENGTHS: Final = (20, 6, 3)
"""Letters of the first word that are looked for: a tag may stand within a word."""


def _column_of(raw: str, rest: str, begin: str) -> tuple[int, int] | None:
    """The same for a text that begins with certain letters."""
    column = raw.find(begin)
    for _ in range(_MOST_TRIES):
        if column < 0:
            return None
        if _says(raw, column, rest):
            return column, column
        tag = raw.rfind("<", 0, column)
        if tag > raw.rfind(">", 0, column) and _says(raw, tag, rest):
            return tag, column
        column = raw.find(begin, column + 1)
    return None


def _says(raw: str, column: int, rest: str) -> bool:
    """Whether a value says a text from a column on, without its markup."""
    return _hash_from(raw, column) == hash(rest) and strip_markup(raw[column:]).rstrip() == rest


@functools.lru_cache(maxsize=1024)
def _hash_from(raw: str, column: int) -> int:
    """What tells the text from a column on from others: all sections of one label try the same columns."""
    return hash(strip_markup(raw[column:]).rstrip())
