"""Research topics: titles with the prose below them, and the questions that the prose asks.

In: the rows of a part. Out: the rows before the first topic, and the topics. Numbers and bullets may be lost: then a
title is a short line that is no sentence, with prose below it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from coprod.readers.pages.blocks import Passage
from coprod.readers.study_group.lists import Row
from coprod.text.sentences import sentences

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|may|should|could|would|must|do|does|did|seeks?|aims?|includes?|wants?|invites?)\b"
)
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]\.\Z")
_QUESTION_BEHIND_COLON = re.compile(
    r":\s+(?=[\"“‘(]?(?:[^\W\d_a-z]|(?:how|what|which|why|when|where|who|whom|whose|do|does|did|is|are|can|could|should"
    r"|will|would|to what|in what|in which|under)\b))"
)
_MOST_WORDS: Final = 25
_MOST_WORDS_BEFORE_TEXT: Final = 15
_ANNOUNCING = re.compile(r",? (?:such as|e\.g\.|for example|for instance|namely|including|among others),?:\s*\Z")
"""What stands between a title and its text, and only announces the text."""

_TITLE_AND_TEXT = re.compile(r"[^:.?!]{3,120}:\s+(?=[^\W\d_])|[^.?!]{3,120}\s[–—]\s(?=[^\W\d_a-z])")


@attrs.define
class Told:
    """A topic in the making."""

    number: Passage | None
    ordinal: str | None
    title: Passage | None
    text: list[Passage] = attrs.field(factory=list)

    def questions(self) -> Iterator[Passage]:
        """The questions that title and text ask."""
        for paragraph in [*([self.title] if self.title is not None else []), *self.text]:
            yield from questions_in(paragraph)


def questions_in(paragraph: Passage) -> Iterator[Passage]:
    """The questions of a paragraph; what stands before a colon only announces them.

    Examples:
        >>> from coprod.readers.pages.blocks import attribute
        >>> [one.text for one in questions_in(attribute("We ask: Who pays? Users pay. Why, e.g. in towns?", 1))]
        ['Who pays?', 'Why, e.g. in towns?']
    """
    for start, end in sentences(paragraph.text) if "?" in paragraph.text else ():
        text = paragraph.text[start:end]
        if not text.rstrip('"”’») ').endswith("?"):
            continue
        begins = [0, *(colon.end() for colon in _QUESTION_BEHIND_COLON.finditer(text))]
        yield paragraph.part(start + begins[-1], end)


def has_verb(text: str) -> bool:
    """Whether a text has one of the verbs that make a sentence of it."""
    return _VERB.search(text) is not None


def is_title(row: Row, after: Row | None) -> bool:
    """Whether an unmarked row is the title of a topic: short, no sentence, with prose below it."""
    text = row.body.text
    if after is None or not text[:1].isupper() or len(text.split()) > _MOST_WORDS or text[-1:] in ":;,!":
        return False
    if len(sentences(text)) != 1 or (text.endswith(".") and has_verb(text)):
        return False
    below = after.body.text
    return len(below) > len(text) * 3 // 2 and below.rstrip('"”’»)')[-1:] in (".", "?", "!", ":") and not after.is_item


def told_of_item(row: Row) -> Told:
    """The topic of a marked row: a title, perhaps with text behind it, or a question."""
    body = row.body
    text = body.text
    spans = sentences(text)
    told = Told(row.marker, row.ordinal, None)
    if (
        len(spans) > 1
        and len(text[slice(*spans[0])].split()) <= _MOST_WORDS_BEFORE_TEXT
        and not text[slice(*spans[0])].endswith("?")
    ):
        told.title, told.text = title_of(body.part(*spans[0])), [body.part(spans[1][0], len(text))]
        return told
    split = _TITLE_AND_TEXT.match(text)
    if split is not None and len(text[split.end() :].split()) > 3:
        announcing = _ANNOUNCING.search(split[0])
        end = split.end() if announcing is None else announcing.start()
        told.title = title_of(body.part(0, end).stripped(":–—"))
        told.text = [body.part(split.end(), len(text))]
        return told
    if len(spans) > 1 or text.endswith("?"):
        told.text = [body]
    else:
        told.title = title_of(body)
    return told


def told_of_inline(marker: Passage, text: Passage) -> Told:
    """The topic of an item inside a paragraph: a question, or a title."""
    if text.text.endswith("?"):
        return Told(marker, marker.text, None, [text])
    return Told(marker, marker.text, title_of(text))


def title_of(body: Passage) -> Passage:
    """The title without the stop that closes it.

    Examples:
        >>> from coprod.readers.pages.blocks import attribute
        >>> title_of(attribute("Law and money.", 1)).text
        'Law and money'
    """
    text = body.text
    short = text.rstrip(" ;,:")
    if short.endswith(".") and not short.endswith((" etc.", "...")) and not _INITIALS.search(short):
        short = short[:-1]
    return body.part(0, len(short.rstrip()))


def topics_of(rows: Sequence[Row]) -> tuple[list[Row], list[Told]]:
    """The rows before the first topic, and the topics.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> from coprod.readers.study_group.lists import rows_of
        >>> lines = ["We look at two.", "1. Trust", "Who trusts whom?", "2. Money."]
        >>> before, topics = topics_of(rows_of([Block([Piece(line, 1, 0)]) for line in lines]))
        >>> len(before), [(one.ordinal, one.title.text, len(one.text)) for one in topics]
        (1, [('1', 'Trust', 1), ('2', 'Money', 0)])
    """
    before: list[Row] = []
    topics: list[Told] = []
    numbered = any(row.is_item for row in rows)
    for index, row in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else None
        if row.is_item:
            if topics and _is_below(topics[-1], row):
                topics[-1].text.append(row.body)
            else:
                topics.append(told_of_item(row))
        elif row.block.level or (not numbered and is_title(row, after)):
            topics.append(Told(None, None, title_of(row.body)))
        elif topics:
            topics[-1].text.append(row.body)
        else:
            before.append(row)
    return before, topics


def _is_below(topic: Told, row: Row) -> bool:
    """Whether a bullet is a point of a numbered topic and no topic of its own."""
    return topic.ordinal is not None and row.ordinal is None
