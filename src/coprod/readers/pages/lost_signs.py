"""What is left of tags that lost a sign, or their end tag, and would spoil the text of a page.

In: the text of a page with plain markup, and what finds its tags. Out: the places to be left out, with the reason.
Nothing raises.
"""

import re
from collections.abc import Iterator
from typing import Final

_HOLDING: Final = re.compile(
    r"<(?=/?[nNtToOcCvVbBmMaAdDsS][oOeEbBaAuUiIvV])"
    r"(/?)((?i:noscript|template|object|canvas|audio|video|datalist|select|button|svg|map))(?=[\s/>])"
)
"""Elements that a browser shows in another way than as text, or not at all: without an end they take the whole rest."""

_NAMES: Final = r"h[1-6]|li|div|section|t[drh]|[ou]l|span|strong|em"
_UNSIGNED: Final = re.compile(
    rf"(?:\A\s*+|(?<=\n)[ \t]*+)(?:(?:{_NAMES}|p|d[ldt]|article|main|header|footer|aside|a)"
    r"(?:\s++(?:class|id|lang|role|style)=\"[^\"<>]*+\")++\s*+>"
    rf"|/(?:{_NAMES}|p)\s*+>)"
)
"""At the begin of a text or of a line; tags with an address or another value are left for a reader to see."""

_BARE: Final = re.compile(rf"\s*+({_NAMES}|p(?=>[A-ZÀ-Þ][a-zß-ÿ ]))>(?=[^<>]++\Z)")
"""A start tag without attributes; only where an end tag of its name stands behind the words, and none begins before."""

_NAME: Final = re.compile(r"<(/?[a-zA-Z][^\s/>]*+)")
_RAW: Final = frozenset(("script", "style"))


def lost_in(text: str, tag: re.Pattern[str]) -> list[tuple[int, int, str]]:
    """First and end of each place, and what it is.

    Args:
        text: The text.
        tag: What parts it into texts and tags, in turns.

    Examples:
        >>> lost_in('<p>Trust</p>div class="b"><noscript><p>Care</p>', re.compile(r"(<[^<>]*+>)"))
        [(12, 26, 'a tag without its <; left out'), (26, 36, 'a <noscript> without an end; left out')]
    """
    if text.count("<") == text.count(">") and not any(_may_lack_end(text)):
        return []
    parts = tag.split(text)
    return sorted([*_unsigned(parts), *_unended(parts)])


def _may_lack_end(text: str) -> Iterator[bool]:
    """Whether there is a start tag behind the last end tag of each name, be it in a value."""
    last: dict[str, bool] = {}
    for found in _HOLDING.finditer(text):
        last[found[2].lower()] = not found[1]
    yield from last.values()


def _unsigned(parts: list[str]) -> Iterator[tuple[int, int, str]]:
    """Tags that lost their first sign."""
    message = "a tag without its <; left out"
    begin = 0
    before = ""
    for index in range(0, len(parts), 2):
        words, behind = parts[index], parts[index + 1] if index + 1 < len(parts) else ""
        if ">" in words and before.lower() not in _RAW:
            for found in _UNSIGNED.finditer(words):
                yield begin + found.end() - len(found[0].lstrip()), begin + found.end(), message
            bare = _BARE.match(words)
            if bare is not None and behind.startswith(f"</{bare[1]}") and before != bare[1]:
                yield begin + bare.start(1), begin + bare.end(), message
        name = _NAME.match(behind)
        before = name[1] if name is not None else before
        begin += len(words) + len(behind)


def _unended(parts: list[str]) -> Iterator[tuple[int, int, str]]:
    """Start tags behind which no end tag of their name stands."""
    begun: dict[str, list[tuple[int, int]]] = {}
    begin = 0
    for index, part in enumerate(parts):
        found = _HOLDING.match(part) if index % 2 else None
        if found is not None and found[1]:
            begun.pop(found[2].lower(), None)
        elif found is not None and not part.endswith("/>"):
            begun.setdefault(found[2].lower(), []).append((begin, begin + len(part)))
        begin += len(part)
    for name, tags in begun.items():
        yield from ((*place, f"a <{name}> without an end; left out") for place in tags)
