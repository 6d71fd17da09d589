"""Elements whose text is no text of the page, and what of it is told all the same.

In: the names of such elements and a text in them; the attributes of a field of a form. Out: whether the text may be a
part of the page, and what a browser shows in the field. Labels that forms of many sites have are not told; what a guess
would take for one is. Nothing raises.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from coprod.text._words import word_set

NEVER: Final = frozenset(
    ("script", "style", "template", "noscript", "title", "meta", "link", "svg", "iframe", "object",
     "canvas", "audio", "video", "datalist", "select", "button", "input", "textarea", "map")
)  # fmt: skip
"""Elements whose text is no text of the page."""

HOLD_TEXT: Final = frozenset(
    ("noscript", "template", "textarea", "iframe", "object", "svg", "canvas", "audio", "video", "button", "select",
     "option", "datalist")
)  # fmt: skip
"""Those of them that may hold a part of the page."""

_LABELLED: Final = frozenset(("button", "select", "option", "datalist"))
"""Those that have a label, or several to choose from, in most pages."""

_MARKUP: Final = re.compile(r"\s*+<[a-zA-Z]")
"""How no program begins, but a part of the page does where the end of a script was lost before it."""

_MOST_WORDS: Final = 5
"""How many words a label has."""

_LABEL: Final = word_set(
    "a about accept account add agree all alert alerts an and any anywhere apply article articles as ascending ask",
    "back best bibtex browse by button buy cancel cart choose citation citations cite clear clipboard close collapse",
    "collections content contents continue cookie cookies copy create date decline delete descending dismiss doi done",
    "down download edit email endnote enter expand export feedback field fields figure figures filter filters first",
    "folder follow for format from full get go help hide home icon image in info information is isbn issn it item",
    "items join keyword keywords language last link list load log login logout manage match me menu message metrics",
    "modal more my new newest next no none not of off ok oldest on open options or order out page pages pdf phrase",
    "play please post preferences prev previous print publisher publishers read recommended refine reject relevance",
    "relevant remove reply report reset ris sans save saved search select selected send series settings share show",
    "sign sort source start stop submit subscribe switch tab table text the this time title titles to toggle top",
    "type up update upload user view volume yes you your zoom",
)
"""Words of which labels are made that forms of many sites have, in small letters."""

_PARTS: Final = word_set(
    "abstract abstracts author authors conclusion highlights journal name outline references section"
)
"""Words that say with another of those what a button shows, and alone may be a heading."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_COUNT: Final = re.compile(r"[0-9]{1,3}")
"""As in "Show 25", "10 per page"."""

_NO_TEXT: Final = frozenset(("hidden", "checkbox", "radio", "password", "file", "image", "color", "range", "search"))
"""Types of fields whose value a browser does not show, or that hold what somebody searched for."""


def is_label(text: str) -> bool:
    """Whether a text says no more than what happens where somebody clicks on it.

    Examples:
        >>> is_label("Show 4 more figures"), is_label("×"), is_label("Ann Lee"), is_label("Abstract")
        (True, True, False, False)
    """
    if len(text.split()) > _MOST_WORDS:
        return False
    words = set(_WORD.findall(text.casefold()))
    rest = words - _PARTS
    return (bool(rest) or not words) and all(word in _LABEL or _COUNT.fullmatch(word) for word in rest)


def is_told(around: Sequence[str], text: str, *, is_part: bool) -> bool:
    """Whether a text may be a part of the page.

    Args:
        around: The elements that it stands in and whose text is none of the page, from the outside.
        text: The text.
        is_part: Whether a line of its own stands in them.
    """
    inner = around[-1]
    if not HOLD_TEXT.issuperset(around):
        return inner == "script" and _MARKUP.match(text) is not None
    if is_part or inner not in _LABELLED:
        return bool(text.strip())
    return not is_label(text)


def value_of(attributes: Mapping[str, Any]) -> str:
    """What a field of a form says beyond a label.

    Examples:
        >>> value_of({"type": "text", "value": "Ann Lee"}), value_of({"type": "submit", "value": "Search"})
        ('Ann Lee', '')
    """
    value = attributes.get("value")
    if not isinstance(value, str) or str(attributes.get("type", "")).lower() in _NO_TEXT:
        return ""
    return "" if is_label(value) else value
