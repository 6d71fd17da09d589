"""What a line says beside that which is read of it.

In: the head of a page, what was gathered, what the record came from. Out: the words that the record holds of the head,
and the parts of a sentence that tell something and that no passage covers. Nothing raises.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from coprod.readers.study_group.furniture import is_silent, words_of
from coprod.readers.study_group.gathered import Gathered
from coprod.readers.study_group.header import Head
from coprod.readers.study_group.headings import heading_in
from coprod.readers.study_group.traces import Basis

ADDRESS: Final = re.compile(
    r"(?<!\S)\S{0,80}?(?:@|\[at\]|\(at\)|://|www\.)\S{0,200}"
    r"|\b(?:phone|tel|fax|telephone)\b\.?:? ?\+?[0-9(][0-9 ()./-]{5,25}[0-9]|\+[0-9][0-9 ()./-]{6,25}[0-9]",
    re.IGNORECASE,
)
"""Electronic addresses and telephone numbers."""

_EDGES: Final = " \t,;:.()[]–—-|/•"


def words_of_head(head: Head) -> frozenset[str]:
    """The words of title, code, name and host."""
    said = [passage.text for passage in (head.title, head.code, head.name, head.host) if passage is not None]
    return frozenset(word for text in said for word in words_of(text))


def words_of_meetings(basis: Basis) -> frozenset[str]:
    """The words of the sentences that the record holds of the meetings."""
    texts = {known.summed.text.text for known in basis.meetings}
    return frozenset(word for text in texts for word in words_of(text))


def years_of_meetings(found: Gathered) -> frozenset[str]:
    """The years of the meetings."""
    return frozenset(map(str, {date.year for date, _place in found.dates()}))


def is_left_out(text: str, known: Container[str], years: frozenset[str]) -> bool:
    """Whether a heading or a line that announces something may be left out in silence; years, if meetings have them.

    Examples:
        >>> is_left_out("Meetings 2019", (), frozenset({"2019"})), is_left_out("Board 2019", (), frozenset({"2019"}))
        (True, False)
    """
    if is_silent(text, known):
        return True
    if not any(year in text for year in years):
        return False
    heading = heading_in(text)
    bare = text
    for year in years:
        bare = bare.replace(year, " ")
    return is_silent(bare, known) and (heading is None or heading.kind == "meetings")


class Left(NamedTuple):
    """A stretch of a line that was not read."""

    start: int
    end: int
    is_address: bool


def left_over(
    text: str, clause: tuple[int, int], covered: Sequence[tuple[int, int]], known: Container[str]
) -> Iterator[Left]:
    """The stretches of a sentence that are not covered and have words of their own.

    Args:
        text: The line.
        clause: Where the sentence stands in it.
        covered: The stretches that are in the record, in order, apart from each other.
        known: Words that need not be told.

    Examples:
        >>> text = "Anna Bell (Chair), born in Ghent, a@b.example"
        >>> [(text[one.start : one.end], one.is_address) for one in left_over(text, (0, 45), [(0, 9), (11, 16)], ())]
        [('born in Ghent', False), ('a@b.example', True)]
    """
    for begin, end in _gaps(text, clause, covered):
        start = begin
        if is_silent(text[start:end], known, is_line=start == 0):
            continue
        for address in ADDRESS.finditer(text, start, end):
            yield from _with_words(text, start, address.start(), known)
            yield Left(*address.span(), is_address=True)
            start = address.end()
        yield from _with_words(text, start, end, known)


def _gaps(text: str, clause: tuple[int, int], covered: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches between those that are covered."""
    position, last = clause
    for index in range(bisect_right(covered, position, key=itemgetter(1)), len(covered)):
        start, end = covered[index]
        if start >= last:
            break
        if position < start:
            yield position, start
        position = _end_of_word(text, end, last)
    if position < last:
        yield position, last


def _with_words(text: str, start: int, end: int, known: Container[str]) -> Iterator[Left]:
    """The stretch without spaces and stops around it, if it has words of its own."""
    if is_silent(text[start:end], known, is_line=start == 0):
        return
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    yield Left(start, end, is_address=False)


def _end_of_word(text: str, start: int, most: int) -> int:
    """The end of the word that a stretch ends in: of `Chairs`, the role is `Chair`."""
    while 0 < start < most and text[start].isalpha() and text[start - 1].isalpha():
        start += 1
    return start
