"""Whether a browser shows an element, and shows it as holding.

In: the name of an element and its attributes. Out: yes or no; what the style sheets of a page hide is not known here.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

_STRUCK: Final = frozenset(("del", "s", "strike"))
"""Elements of text that holds no longer."""

_HIDING: Final = frozenset(("hidden", "aria-hidden", "style"))
"""Attributes that may hide an element."""

_STYLE: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def is_hidden(name: str, attributes: Mapping[str, Any]) -> bool:
    """Whether an element is hidden or struck out.

    Examples:
        >>> is_hidden("p", {"style": "display: none"}), is_hidden("del", {}), is_hidden("p", {"class": "hidden"})
        (True, True, False)
    """
    if name in _STRUCK:
        return True
    if _HIDING.isdisjoint(attributes):
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return isinstance(style, str) and _STYLE.search(style) is not None
