"""Lists as the sentence in front of them announces them, also where their marks are lost.

In: the rows of a part. Out: the rows that are a list. A line without a mark is an item only behind an announcement.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from coprod.readers.study_group.facts import is_one_sentence
from coprod.readers.study_group.headings import list_kind
from coprod.readers.study_group.lists import Row
from coprod.readers.study_group.outline import Part
from coprod.readers.study_group.topics import has_verb

LONGEST_LEAD: Final = 12
"""Words of a sentence that does nothing but announce a list."""

_MOST_WORDS: Final = 60
"""Words of an item without a mark."""

_MOST_WORDS_OF_TOPIC: Final = 25


def items_at(rows: Sequence[Row], index: int) -> Iterator[Row]:
    """The rows of the list that begins at an index.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> from coprod.readers.study_group.lists import rows_of
        >>> texts = ("We plan to:", "Meet.", "Write.", "We met. All came.")
        >>> rows = rows_of([Block([Piece(text, 1, 0)]) for text in texts])
        >>> [row.body.text for row in items_at(rows, 1)]
        ['Meet.', 'Write.']
    """
    if rows[index].is_item:
        while index < len(rows) and rows[index].is_item:
            yield rows[index]
            index += 1
        return
    lead = rows[index - 1].body.text if index and not rows[index - 1].is_item else ""
    if not lead.endswith(":"):
        return
    first, are_books = index, is_of_publications(lead)
    while index < len(rows):
        row = rows[index]
        if row.is_item or (index > first and row.block.gap and are_books):
            return
        if not are_books and (row.body.text.endswith(":") or not _is_one_sentence(row.body.text, _MOST_WORDS)):
            return
        yield row
        index += 1


def _is_one_sentence(text: str, most: int) -> bool:
    return len(text.split()) <= most and is_one_sentence(text)


def is_of_publications(lead: str) -> bool:
    """Whether a sentence announces publications."""
    return list_kind(lead, "") == "publications"


def bare_items_in(rows: Sequence[Row]) -> list[Row]:
    """The last rows of a part of topics that are topics without marks: two or more short lines that are no prose."""
    first = len(rows)
    while first and _is_bare_item(rows[first - 1].body.text):
        first -= 1
    return list(rows[first:]) if len(rows) - first > 1 else []


def _is_bare_item(text: str) -> bool:
    if text[-1:] == ":" or not _is_one_sentence(text, _MOST_WORDS_OF_TOPIC):
        return False
    return not (text[-1:] == "." and has_verb(text))


def is_bare_title(text: str) -> bool:
    """Whether a line among topics is the title of one that has no mark and no text.

    Examples:
        >>> is_bare_title("Digital rivers"), is_bare_title("Rivers are wide."), is_bare_title("of rivers")
        (True, False, False)
    """
    return text[:1].isupper() and not is_prose(text) and _is_bare_item(text)


def is_lead(text: str) -> bool:
    """Whether a line does nothing but announce a list.

    Examples:
        >>> is_lead("We look at:"), is_lead("Rivers matter. We look at:")
        (True, False)
    """
    return text.endswith(":") and _is_one_sentence(text, LONGEST_LEAD)


def is_prose(text: str) -> bool:
    """Whether a row is a sentence or as long as one.

    Examples:
        >>> is_prose("Towns have halls."), is_prose("Halls")
        (True, False)
    """
    return text[-1:] in '.?!:”"' or len(text.split()) > 15


def end_of_topics(rows: Sequence[Row]) -> int:
    """The row that announces a list of something else than topics, or the end."""
    for index, row in enumerate(rows):
        text = row.body.text
        if text.endswith(":") and not row.is_item and list_kind(text, "") in ("publications", "outcomes"):
            return index
    return len(rows)


def is_short_rest(part: Part, row: Row) -> bool:
    """Whether a row is a few words behind the colon of a heading: `Theme: Fiscal rules`."""
    label = part.label
    is_rest = label is not None and bool(label.cuts) and label.cuts[0].block is row.block
    return is_rest and len(row.body.text.split()) <= 15 and row.body.text[-1:] not in ".?!:"
