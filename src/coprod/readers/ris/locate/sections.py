"""Where the sections of an abstract stand: their labels and texts within the value that the abstract came from.

In: an abstract, the entry that it was read from, and the place of a section. Out: a stretch of the entry; None if the
sections are not those that the reader finds in the text. A category leads to the label that says it.
"""

import re
from typing import Final

from coprod.models import Abstract
from coprod.readers.ris.locate.entries import Entry, Hit
from coprod.text.abstracts import Part, Range, parts_of
from coprod.text.markup import strip_markup

_LABELLED: Final = ("label", "category")
"""Parts of a section that its label says."""

_BEGIN: Final = re.compile(r"[^\s<>&]{1,20}")
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
    parts = parts_of(abstract.text)
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


def _start_of(part: Part) -> int:
    return part.label[0] if part.label is not None else part.text[0]


def _marked_up_hit(entry: Entry, text: str, place: Range, behind: int | None) -> Hit | None:
    """The same in a value with markup: `behind` is where the next section begins, which ends a text.

    A label has no markup in it, so it ends behind as many characters.
    """
    raw = entry.value
    start = _column(raw, text, place[0])
    if start is None:
        return None
    wanted = text[slice(*place)]
    if raw.startswith(wanted, start):
        return Hit(entry, start, start + len(wanted))
    end = _column(raw, text, behind) if behind is not None else len(raw)
    stretch = raw[start:end].rstrip()
    return Hit(entry, start, start + len(stretch)) if strip_markup(stretch).rstrip() == wanted else None


def _column(raw: str, text: str, place: int) -> int | None:
    """Where a value with markup says what its text says from a place on; None if that is not found.

    Examples:
        >>> _column("<p>We ask.</p><p>They <i>do</i>.</p>", "We ask. They do.", 8)
        17
    """
    rest = text[place:].rstrip()
    word = _BEGIN.match(rest)
    column = raw.find(word[0]) if word is not None else -1
    for _ in range(_MOST_TRIES):
        if column < 0 or strip_markup(raw[column:]).rstrip() == rest:
            break
        column = raw.find(word[0], column + 1) if word is not None else -1
    else:
        return None
    return column if column >= 0 else None
