"""What is left of tags that lost a sign, or their end tag, and would spoil the text of a page.

In: the text of a page with plain markup. Out: the places to be left out, with the reason. Nothing raises.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_HOLDING: Final = re.compile(
    r"<(?=/?[nNtToOcCvVbBmMaAdDsS][oOeEbBaAuUiIvV])"
    r"(/?)((?i:noscript|template|object|canvas|audio|video|datalist|select|button|svg|map))(?=[\s/>])"
    r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
)
"""Elements that a browser shows in another way than as text, or not at all: without an end they take the whole rest."""

_UNSIGNED: Final = re.compile(
    r"(?:(?<=\s)|(?<=>))(?:div|p|h[1-6]|li|[oud]l|d[dt]|span|section|article|main|header|footer|aside|t[drh]|a|em|strong)"
    r"(?:\s++(?:class|id|lang|role|style)=\"[^\"<>]*+\")++\s*+>"
)
_NAMES: Final = r"h[1-6]|li|div|section|t[drh]|[ou]l|span|strong|em"
_UNSIGNED_END: Final = re.compile(rf"(?:(?<=\s)|(?<=>))/(?:{_NAMES}|p)\s*+>")
_UNSIGNED_BARE: Final = re.compile(rf"(?:(?<=\s)|(?<=>))({_NAMES}|p(?=>[A-ZÀ-Þ][a-zß-ÿ ]))>(?=[^<>]++\Z)")
"""A start tag without attributes; only where an end tag of its name stands behind the words, and none begins before."""

_RAW: Final = ("script", "style", "?", "!")


def lost_in(text: str) -> Iterator[tuple[int, int, str]]:
    """First and end of each place, and what it is.

    Examples:
        >>> list(lost_in('<p>Trust</p>div class="b"><noscript><p>Care</p>'))
        [(12, 26, 'a tag without its <; left out'), (26, 36, 'a <noscript> without an end; left out')]
    """
    if text.count("<") != text.count(">"):
        yield from _unsigned(text)
    yield from _unended(text)


def _unsigned(text: str) -> Iterator[tuple[int, int, str]]:
    """Tags that lost their first sign; those with an address or another value are left for a reader to see."""
    begin = 0
    for chunk, behind in pairwise([*text.split("<"), ""]):
        if chunk.count(">") > 1 and not chunk[:6].lower().startswith(_RAW):
            words = chunk.index(">") + 1
            found = [*_UNSIGNED.finditer(chunk, words), *_UNSIGNED_END.finditer(chunk, words)]
            bare = _UNSIGNED_BARE.search(chunk, words)
            if bare is not None and behind.startswith(f"/{bare[1]}") and not chunk.startswith(bare[1]):
                found.append(bare)
            yield from ((begin + one.start(), begin + one.end(), "a tag without its <; left out") for one in found)
        begin += len(chunk) + 1


def _unended(text: str) -> Iterator[tuple[int, int, str]]:
    """Start tags behind which no end tag of their name stands."""
    begun: dict[str, list[re.Match[str]]] = {}
    for found in _HOLDING.finditer(text):
        if found[1]:
            begun.pop(found[2].lower(), None)
        elif not found[0].endswith("/>"):
            begun.setdefault(found[2].lower(), []).append(found)
    for name, tags in begun.items():
        for tag in tags:
            yield tag.start(), tag.end(), f"a <{name}> without an end; left out"
