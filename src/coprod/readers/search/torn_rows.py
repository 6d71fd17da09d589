"""The line that every row of plain text has, where a rendering put each part of it on a line of its own.

In: the lines of a page. Out: which of them together are such a line: the DOI ends it, and what stands above belongs to
it as far as the layout asks for it. Also the names above it, of a layout whose pages have elements for given and for
family names: each of them stands on a line of its own then. Nothing raises; time is linear.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from coprod.readers.search.lines import ICON
from coprod.readers.search.people import are_names

JOINTS: Final = frozenset((",", ";", "and", "&", ", and", ", &"))
"""What stands between two names."""

_MOST_PARTS: Final = 6
_PARTS_OF_NAME: Final = 2
_MOST_NAMES: Final = 200
"""Lines above such a line that are looked at."""


def ends_at_doi(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and end of the stretches of some lines that end with the only DOI in them, the shortest first.

    Examples:
        >>> list(ends_at_doi(["Trust", "May 2020,", "https://doi.org/10.1000/1"]))
        [(1, 3), (0, 3)]
    """
    last = -1
    for index, text in enumerate(texts):
        if "10." in text and "/" in text:
            for first in range(index - 1, max(index - _MOST_PARTS, last), -1):
                yield first, index + 1
            last = index


def anchors_in(texts: Sequence[str], is_anchor: Callable[[str], bool]) -> list[tuple[int, int]]:
    """First and end of the lines by which a row is found, in order: one, or several that together are such a line.

    Examples:
        >>> texts = ["Trust", "Care", "May 2020,", "https://doi.org/10.1000/1", "Care May 2021, 10.1000/2"]
        >>> anchors_in(texts, lambda text: text.startswith("Care May"))
        [(1, 4), (4, 5)]
    """
    whole = [is_anchor(text) for text in texts]
    found = [(index, index + 1) for index, is_whole in enumerate(whole) if is_whole]
    free = 0
    for first, end in ends_at_doi(texts):
        if first < free or any(whole[first:end]):
            continue
        if is_anchor(" ".join(texts[first:end])):
            found.append((first, end))
            free = end
    return sorted(found)


def names_above(
    texts: Sequence[str], anchor: tuple[int, int], is_bare: Callable[[str], bool], after: int = 0
) -> tuple[int, int] | None:
    """First and end of the lines of names above a line, of which given and family name have one each.

    Behind a comma stands a name; before the first one the last two lines are the name, and what is above is no name.
    Above a line that is whole, one more name has two lines, or the first family name is one word: others are not torn.

    Args:
        texts: The lines of a page.
        anchor: First and end of the line below the names.
        is_bare: Whether a line says nothing of itself.
        after: Where the lines above begin that may be names.

    Examples:
        >>> texts = ["Queues of ants", "Ana M.", "Costa Dias", ",", "Ben", "Adler", "Trust 2020"]
        >>> names_above(texts, (6, 7), lambda text: True)
        (1, 6)
        >>> names_above(["Queues", "of ants", "Trust 2020"], (2, 3), lambda text: True)
    """
    bottom, end = anchor
    top = bottom
    while top > max(after, bottom - _MOST_NAMES) and is_bare(texts[top - 1]):
        top -= 1
    parts: list[list[int]] = [[]]
    for index in range(top, bottom):
        if texts[index] in JOINTS:
            parts.append([])
        elif ICON.fullmatch(texts[index]) is None:
            parts[-1].append(index)
    title = len(parts[0]) - _PARTS_OF_NAME
    names = [parts[0][title:], *parts[1:]]
    if title < 1 or not all(0 < len(name) <= _PARTS_OF_NAME for name in names):
        return None
    if end - bottom == 1 and not (len(names) > 1 and _are_torn(texts, names)):
        return None
    shown = [" ".join([texts[index] for index in name]) for name in names]
    if not are_names(shown[0]) or not are_names(", ".join(shown)):
        return None
    return parts[0][title - 1] + 1, bottom


def _are_torn(texts: Sequence[str], names: Sequence[Sequence[int]]) -> bool:
    """Whether names have more than one line each for sure."""
    return " " not in texts[names[0][-1]] or any(len(name) == _PARTS_OF_NAME for name in names[1:])
