"""Printed labels of sections to the categories of the U.S. National Library of Medicine.

In: a label as printed, e.g. `"Design/methodology/approach"`. Out: BACKGROUND, OBJECTIVE, METHODS, RESULTS,
CONCLUSIONS, or UNASSIGNED for a label that is known and belongs to none of them; None for a text that is no label
known. The labels that the Library lists are read from `nlm_labels.txt` on first use; others go by rules.
Nothing raises.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from pkgutil import get_data
from typing import Final

from coprod.text._words import word_set

CATEGORIES: Final = ("BACKGROUND", "OBJECTIVE", "METHODS", "RESULTS", "CONCLUSIONS", "UNASSIGNED")

_BY_WEIGHT: Final = ("CONCLUSIONS", "OBJECTIVE", "RESULTS", "METHODS", "BACKGROUND", "UNASSIGNED")
"""Which category a label of several parts has, as most of those that the Library lists do."""

_ALSO: Final = {
    "BACKGROUND": ("key word", "literature", "related work", "research context", "research gap",
                   "what is known on the subject"),
    "METHODS": ("study area", "study focus", "study region"),
    "RESULTS": ("new hydrological insight for the region",),
    "CONCLUSIONS": (
        "contribution", "core idea", "evidence for practice", "future direction", "future research direction",
        "future work", "impact statement", "key message", "key point", "merit", "novelty", "originality", "outlook",
        "point for practitioner", "policy point", "practice point", "practitioner point", "research agenda",
        "take away", "takeaway", "translational abstract", "value",
    ),
    "UNASSIGNED": ("article classification", "article type", "classification", "jel classification", "paper type",
                   "type of article", "type of paper"),
}  # fmt: skip
"""Labels of publishers that the Library does not list; small letters, singular."""

_LONGEST: Final = 120
"""Characters; the longest label that the Library lists has 85."""

_JOINTS: Final = re.compile(r"\s*[/,;+]\s*(?:(?:and|or)\s+)?|\s+(?:and|or|und|et|y|e)\s+|\s+[-–—]\s+")
_NUMBER: Final = re.compile(r"(?:[0-9]{1,2}|[ivx]{1,4})[.):]\s*(?=[a-z])")
_EDGES: Final = ' \t\r\n\u00a0:;.,–—-−*#•|()[]<>"“”'
_ARTICLES: Final = word_set("a an the this these our my its")
_QUALIFIERS: Final = word_set(
    "additional applied brief broader central chief clinical conceptual concrete core economic educational empirical",
    "essential expected further future general global important initial key main major managerial methodological most",
    "novel overall policy political potential practical practice preliminary present primary principal public relevant",
    "research scientific secondary significant social societal specific study summary theoretical theory wider",
)
"""Words before the noun that a label is about, which do not change its category."""

_HEADS: Final = word_set(
    "aim approach conclusion contribution data design discussion finding goal hypothesis implication limitation",
    "material method methodology objective originality purpose question recommendation relevance result significance",
    "takeaway value",
)
"""Nouns that a label may be about, with any of those words before them."""

_TAIL: Final = re.compile(
    r" (?:of|in|for|from) (?:article|chapter|investigation|manuscript|paper|project|research|review|study|"
    r"survey|thesis|work)"
)
_OPEN_HEADS: Final = re.compile(
    r"(?:[a-z]+ )?(?:contribution|implication|importance|lesson|recommendation|relevance|significance) (?:for|of|to) "
    r"(?:[a-z]+ ?){1,5}"
)


def category_of(label: str, overrides: Mapping[str, str] | None = None) -> str | None:
    """The category of a printed label.

    Args:
        label: The label as printed, in any case, with or without a colon or a number.
        overrides: Labels that mean something else in this place, and their categories.

    Returns:
        The category; None if it is no label known.

    Examples:
        >>> category_of("Design/methodology/approach"), category_of("KEY FINDINGS:")
        ('METHODS', 'RESULTS')
        >>> category_of("Literature Review"), category_of("Literature Review", {"Literature review": "BACKGROUND"})
        ('METHODS', 'BACKGROUND')
        >>> category_of("Citizens in Ghent") is None
        True
    """
    if overrides and len(label) <= _LONGEST:
        wanted = _key(label)
        for other, category in overrides.items():
            if _key(other) == wanted:
                return category
    return _known(label)


@functools.lru_cache(maxsize=4096)
def _known(label: str) -> str | None:
    """The category by the table, then by the rules."""
    if len(label) > _LONGEST:
        return None
    printed, keys, singulars = _table()
    found = printed.get(" ".join(label.upper().split()).strip(_EDGES))
    if found is not None:
        return found
    key = _key(label)
    return keys.get(key) or singulars.get(_singular(key)) or _by_rules(label)


@functools.lru_cache(maxsize=4096)
def _key(label: str) -> str:
    """The words of a label in small letters, without what joins them.

    Examples:
        >>> _key("2. AIM(S) & Methods:")
        'aims methods'
    """
    return " ".join(_JOINTS.sub(" ", _plain(label)).replace("-", " ").split())


def _plain(label: str) -> str:
    """A label in small letters, without a number before it and punctuation around it."""
    text = " ".join(label.casefold().replace("’", "'").replace("‘", "'").split())
    text = text.replace("(s)", "s").replace("(es)", "es").replace("&", " and ").strip(_EDGES)
    return " ".join(_NUMBER.sub("", text, count=1).replace("(", " ").replace(")", " ").split())


def _singular(key: str) -> str:
    """The same without articles, every word in the singular.

    Examples:
        >>> _singular("aims of the studies")
        'aim of study'
    """
    *before, last = key.split() or [""]
    return " ".join(map(_singular_word, (*(word for word in before if word not in _ARTICLES), last)))


def _singular_word(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(("yses", "heses")):
        return f"{word[:-2]}is"
    return f"{word[:-3]}y" if word.endswith("ies") and word not in ("series", "species") else word[:-1]


def _by_rules(label: str) -> str | None:
    """The category of a label of known parts; None if one of them is not known."""
    parts = [_singular(part.replace("-", " ")) for part in _JOINTS.split(_plain(label))]
    found = {_of_part(part) for part in parts}
    return next((category for category in _BY_WEIGHT if category in found), None) if None not in found else None


def _of_part(part: str) -> str | None:
    """The category of one part, in small letters and singular."""
    singulars = _table()[2]
    part = _TAIL.sub("", part)
    if part in singulars:
        return singulars[part]
    if _OPEN_HEADS.fullmatch(part):
        return "CONCLUSIONS"
    *before, noun = part.split() or [""]
    return singulars.get(noun) if noun in _HEADS and _QUALIFIERS.issuperset(before) else None


_WORD: Final = re.compile(r"[A-Z']+")

Table = tuple[dict[str, str], dict[str, str], dict[str, str]]


@functools.cache
def _table() -> Table:
    """The categories of the labels as printed, by their words, and by their words in the singular."""
    printed = dict(_listed())
    keys: dict[str, str] = {}
    singulars: dict[str, str] = {}
    doubtful: set[str] = set()
    for label, category in printed.items():
        key = _key(label)
        keys.setdefault(key, category)
        singular = _singular(key)
        if singulars.setdefault(singular, category) != category and keys.get(singular) is None:
            doubtful.add(singular)
    for singular in doubtful:
        del singulars[singular]
    for category, labels in _ALSO.items():
        singulars |= {_singular(label): category for label in labels if label not in keys}
    return printed, keys, singulars


def _listed() -> Iterator[tuple[str, str]]:
    """The labels that the Library lists, each with its category."""
    text = (get_data("coprod.text", "nlm_labels.txt") or b"").decode()
    category = ""
    for line in text.splitlines():
        if line.startswith("["):
            category = line.strip("[]")
        elif not line.startswith("#"):
            yield from ((label, category) for label in line.split("; "))


@functools.cache
def opening_words() -> frozenset[str]:
    """The words that a known label can begin with, in capital letters.

    Examples:
        >>> "PURPOSE" in opening_words(), "citizens".upper() in opening_words()
        (True, False)
    """
    printed, _keys, singulars = _table()
    words = {found[0] for label in printed if (found := _WORD.match(label))}
    words.update(label.split()[0].upper() for label in singulars)
    words.update(f"{word}S" for word in list(words))
    words.update(word.upper() for word in _QUALIFIERS | _HEADS)
    return frozenset(words - {""} - {word.upper() for word in _ARTICLES})


@functools.cache
def label_words() -> frozenset[str]:
    """The words that known labels are made of, in capital letters.

    Examples:
        >>> "METHODS" in label_words(), "EMBASE" in label_words()
        (True, False)
    """
    printed, _keys, singulars = _table()
    words = {word for label in (*printed, *map(str.upper, singulars)) for word in _WORD.findall(label)}
    words |= {word.upper() for word in _QUALIFIERS | _HEADS | _ARTICLES}
    return frozenset(words | {f"{word}S" for word in words})
