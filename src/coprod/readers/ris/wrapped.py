"""Wrapped values put on one line, for the quick way.

In: the lines of a candidate, some of which go on from the line before, and their tags. Out: lines and tags of which
each holds a value, or None where such a line has to be judged: one that is blank, like a tag, or behind a tag
that hardly goes on, such as a name.
"""

from coprod.decoding import text_of
from coprod.readers.ris.draft import BY_LINE, values_of
from coprod.readers.ris.forms import HEAD_LENGTH, match_line, match_medline
from coprod.readers.ris.identity import is_address
from coprod.readers.ris.judging import is_broken_tag, is_like_tag
from coprod.readers.ris.vocabulary import HARDLY_WRAPPED

Logical = tuple[list[bytes], list[str | None], list[int]]
"""Lines with one value each, their tags, and the places of the lines that they begin on."""


def unwrapped(lines: list[bytes], tags: list[str | None], width: int) -> Logical | None:
    r"""The lines of a record with one value each.

    Examples:
        >>> unwrapped([b"TY  - JOUR", b"KW  - trust", b"care", b"ER  - "], ["TY", "KW", None, "ER"], 6)
        ([b'TY  - JOUR', b'KW  - trust', b'KW  - care', b'ER  - '], ['TY', 'KW', 'KW', 'ER'], [0, 1, 1, 3])
    """
    if tags[1] is None:
        return None
    found: list[bytes] = []
    names: list[str | None] = []
    starts: list[int] = []
    start = 0
    end = len(tags)
    while start < end:
        tag = tags[start]
        stop = start + 1
        while stop < end and tags[stop] is None:
            stop += 1
        if stop == start + 1:
            found.append(lines[start])
            names.append(tag)
            starts.append(start)
        else:
            values = _values(lines[start:stop], tag or "", width)
            if values is None:
                return None
            head = lines[start][:width].ljust(width)
            found += [head + value.encode("utf-8", "surrogatepass") for value in values]
            names += [tag] * len(values)
            starts += [start] * len(values)
        start = stop
    return found, names, starts


def _values(lines: list[bytes], tag: str, width: int) -> list[str] | None:
    """The values of a tag whose value goes on; None if a line of it has to be judged."""
    if tag in HARDLY_WRAPPED or tag == "DO":
        return None
    value = text_of(lines[0][width:]).strip()
    parts = [value] if value else []
    for line in lines[1:]:
        text = text_of(line)
        if _may_be_tag(text):
            return None
        text = text.strip()
        if not text:
            return None
        parts.append(text)
    whole = " ".join(parts)
    if tag not in BY_LINE or ";" in whole:
        return [whole]
    is_usual = tag == "KW" or all(map(is_address, parts))
    return parts if is_usual and values_of(tag, parts) == parts else None


def _may_be_tag(text: str) -> bool:
    """Whether a line begins like a tag, in whatever form, or like one that was damaged; mostly two letters tell."""
    if text.isascii() and "-" not in text[:HEAD_LENGTH] and text[1:2].islower():
        return False
    return match_line(text) is not None or match_medline(text) is not None or is_broken_tag(text) or is_like_tag(text)
