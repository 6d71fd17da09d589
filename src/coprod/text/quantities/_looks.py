"""Looks that tell at once that none of several patterns matches.

In: patterns. Out: one pattern, which matches wherever one of them does.
"""

import re

_NAME = re.compile(r"\(\?P<\w+>")


def either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern that matches where at least one of the given ones does; it has no groups.

    Examples:
        >>> look = either(re.compile(r"(?P<unit>%)"), re.compile(r"per cent", re.IGNORECASE))
        >>> [look.match(text) is not None for text in ("%", "Per cent", "years")]
        [True, True, False]
    """
    return re.compile("|".join(map(_nameless, patterns)))


def _nameless(pattern: re.Pattern[str]) -> str:
    """The pattern as a group in another one."""
    flags = "i" if pattern.flags & re.IGNORECASE else ""
    return f"(?{flags}:{_NAME.sub('(?:', pattern.pattern)})"
