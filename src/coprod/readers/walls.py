"""Pages that a site shows in the place of the one that was asked for, to keep programs out.

In: the beginning of a page. Out: words for a message, or None. Such a page says so in its title or in the few words
that it shows, and it declares no publication. Nothing raises.
"""

import re
from typing import Final

from coprod.readers.shown import lines_of, title_of

_TITLES: Final = frozenset(
    (
        "access check", "access denied", "are you a robot", "attention required", "bot verification", "captcha",
        "checking your browser", "client challenge", "cookies turned off", "crawler prevention", "ddos-guard",
        "human verification", "just a moment", "one moment, please", "pardon our interruption", "robot check",
        "security check", "sorry", "validate user", "verify you are human", "verifying you are human",
    )
)  # fmt: skip
"""Titles of such pages, in small letters, without what stands around them."""

_JOINT: Final = re.compile(r"\s[|–—-]\s")
"""What parts a title from the name of the site."""

_PHRASE: Final = re.compile(
    r"unusual (?:network )?traffic (?:activity )?(?:from|at this time)|(?:are|am|re) not a robot|"
    r"(?:confirm|verify|verifying|sure|check)(?: that)? you are (?:a )?human|sending automated queries|"
    r"you were a bot|checking your browser before|enable (?:js|javascript) and (?:disable any ad blocker|cookies)|"
    r"enable javascript to proceed|your browser must accept cookies|security of your connection",
    re.IGNORECASE,
)
"""What such a page says to whoever sees it."""

_DECLARED: Final = re.compile(r"citation_|ld\+json|\b(?:dc|prism)\.[a-z]", re.IGNORECASE)
"""How a page declares a publication."""

_AROUND: Final = ".…!?  "
_FEW_CHARACTERS: Final = 2000
"""Shown by a page that keeps programs out and says so in its title; any other shows more."""

_FEWER: Final = 500
"""Shown by one whose title does not say it."""

_SHORT: Final = 50_000
"""Characters of the source of such a page."""


def wall(html: str) -> str | None:
    """What a page is that keeps programs out; None for any other.

    Examples:
        >>> wall("<title>Just a moment...</title>")
        "a page that keeps programs out ('Just a moment...'); save the page itself"
        >>> wall("<title>Access denied: how refugees meet public services</title>")
    """
    title = title_of(html)
    parts = [part.strip(_AROUND).lower() for part in _JOINT.split(title)]
    says_so = any(part in _TITLES for part in parts)
    if not says_so and (len(html) > _SHORT or _PHRASE.search(html) is None):
        return None
    shown = "\n".join(lines_of(html))
    if _DECLARED.search(html) is not None or len(shown) > (_FEW_CHARACTERS if says_so else _FEWER):
        return None
    if not says_so and _PHRASE.search(shown) is None:
        return None
    return f"a page that keeps programs out ({title!r}); save the page itself"
