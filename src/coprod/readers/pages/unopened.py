"""End tags of elements that HTML does not have and that nothing opened: damaged names, such as `</san>`.

In: the text of a page with plain markup, and what finds its tags. Out: the places of such tags. A parser leaves them
out, and the element that should have ended there goes on. Nothing raises.
"""

import re
from collections.abc import Iterator
from typing import Final

from coprod.text._words import word_set

_OF_HTML: Final = word_set(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body",
    "br button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog",
    "dir div dl dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head",
    "header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark",
    "marquee math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup",
    "option output p param picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section",
    "select selectedcontent shadow slot small source spacer span strike strong style sub summary sup svg table tbody",
    "td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp",
)
"""Elements that HTML has or had."""

_END: Final = re.compile(r"</([a-zA-Z][^\s/>]*+)")
_NAME: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")


def unopened_in(text: str, tag: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """First and end of each place, and what it is.

    Args:
        text: The text.
        tag: What parts it into texts and tags, in turns.

    Examples:
        >>> found = unopened_in("<p>Trust</san><x-a>Care</x-a></b>", re.compile(r"(<[^<>]*+>)"))
        >>> [(start, end) for start, end, _message in found]
        [(8, 14)]
    """
    if _OF_HTML.issuperset(map(str.lower, set(_END.findall(text)))):
        return
    begun = set(_OF_HTML)
    begin = 0
    for index, part in enumerate(tag.split(text)):
        found = _NAME.match(part) if index % 2 else None
        name = found[2].lower() if found is not None else ""
        if found is not None and not found[1]:
            begun.add(name)
        elif found is not None and name not in begun:
            yield begin, begin + len(part), "an end tag of a name that HTML does not have and nothing began; left out"
        begin += len(part)
