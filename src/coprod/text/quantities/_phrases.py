"""Noun phrases beside a number, by closeness and by words that no phrase goes beyond.

In: a text, a place, the sentence's start or end. Out: offsets of a phrase, or None. No grammar of English: a list
of stop words, plural endings, and at most a dozen words.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from coprod.text._words import word_set
from coprod.text.quantities._people import is_population
from coprod.text.quantities._vocabulary import (
    ADJECTIVE_ENDINGS,
    ADJECTIVES,
    AUXILIARIES,
    DETERMINERS,
    ENDS_CLAUSE,
    PLURALS,
    PREPOSITIONS,
    STOPS,
    UNIT_NOUNS,
    VERBS,
)

Span = tuple[int, int]

_NEXT = re.compile(r"[\s\u00a0]{1,3}((?:[A-Za-z]\.){2,4}+(?!\w)|[^\W\d_](?:[\w'’&]|[-‐‑/](?=\w)){0,60})")
_JOINED = re.compile(r",? (?:and|or) |, ")
_HYPHENED = re.compile(r"[-‐‑]([^\W\d_](?:[\w'’&]|[-‐‑](?=\w)){0,60})")
JOINS = re.compile(r"\s(?:in|for|on|with|without|among|between|at|to)\s(?:the\s|a\s|an\s)?\Z")
_LED = re.compile(r"(?:\A|[:;,])\s*+(?:(?:the|a|an|our|their)\s)?\Z", re.IGNORECASE)
"""What a subject stands behind: the begin of the sentence, or a comma or a colon."""

_TOKEN = re.compile(r"[\w'’&]++(?:[-‐‑/.](?=\w)[\w'’&]++)*+|[^\w\s]")
_WINDOW = 160
_STRETCH = 16
"""Characters of the window that are taken apart at once: mostly a few words are asked for."""

_MOST_WORDS = 7
_GENERAL = word_set(
    "types forms kinds stages members parts levels dimensions aspects groups sets categories"
    " sources ways cases "
    "number numbers proportion pieces rounds periods waves sessions courses classes series"
)
"""Nouns that say little without the phrase with `of` behind them."""


_NO_PLURALS = word_set(
    "statistics physics economics mathematics politics ethics genetics dynamics robotics"
    " linguistics mechanics diabetes always "
    "perhaps towards afterwards besides whereas sometimes news as has was does versus gas lens access process"
)
_ARTICLES = word_set("the a an their its")
_MAY_LEAD = word_set("more further older younger such")
"""Stop words that a noun phrase may begin with: `12 more schools`."""


class Phrase(NamedTuple):
    """A noun phrase and its head with the nouns that belong to it."""

    start: int
    end: int
    unit: int
    """Where the head begins: the phrase without its adjectives."""


def is_plural(word: str) -> bool:
    """Whether the word looks like an English plural.

    Examples:
        >>> is_plural("NGOs"), is_plural("people"), is_plural("status"), is_plural("nurse's")
        (True, True, False, False)
    """
    lowered = word.lower()
    if lowered in PLURALS:
        return True
    last = lowered[max(lowered.rfind("-"), lowered.rfind("/")) + 1 :]
    return (
        len(last) > 3
        and last.endswith("s")
        and not last.endswith(("ss", "us", "is", "'s", "’s"))
        and last not in _NO_PLURALS
    )


def phrase_after(text: str, at: int, end: int, *, is_one: bool) -> Phrase | None:
    """The noun phrase that a number counts; it ends with the first plural, or, behind `1`, before a stop word."""
    words: list[tuple[int, int]] = []
    is_complete = is_one
    place = at
    hyphened = _HYPHENED.match(text, at, end)
    if hyphened is not None:
        if not is_one and "-" not in hyphened[1]:
            return Phrase(*hyphened.span(1), hyphened.start(1))
        words.append(hyphened.span(1))
        place = hyphened.end()
    while len(words) < _MOST_WORDS:
        found = _NEXT.match(text, place, end)
        word = "" if found is None else found[1].lower()
        if found is not None and not words and (word in _MAY_LEAD or _is_participle(text, word, found.end(), end)):
            words.append(found.span(1))
            place = found.end()
            continue
        if found is None or word in STOPS or (is_complete and not is_one and not is_plural(word)):
            if is_complete or not words or not _goes_on(text, place, end, found):
                break
            joined = _JOINED.match(text, place, end)
            place = joined.end() - 1 if joined is not None else end
            continue
        if is_complete and not is_one and word.endswith("ss"):
            break
        words.append(found.span(1))
        place = found.end()
        is_complete = is_complete or is_plural(word)
    return _phrase(text, words, is_complete=is_complete)


def _is_participle(text: str, word: str, place: int, end: int) -> bool:
    """Whether a word that ends there is an adjective before a noun, though it may be a verb: `34 randomised trials`."""
    if not word.endswith("ed"):
        return False
    for _ in range(2):
        following = _NEXT.match(text, place, end)
        if following is None or following[1].lower() in STOPS:
            return False
        if is_plural(following[1]):
            return True
        place = following.end()
    return False


def _goes_on(text: str, at: int, end: int, found: re.Match[str] | None) -> bool:
    """Whether adjectives are joined here: `12 large and small firms`, `4 short, simple tasks`."""
    joined = _JOINED.match(text, at, end)
    if joined is None or (found is not None and found[1].lower() not in ("and", "or")):
        return False
    first = _NEXT.match(text, joined.end() - 1, end)
    if first is None or first[1].lower() in STOPS:
        return False
    if is_plural(first[1]):
        return False
    second = _NEXT.match(text, first.end(), end)
    return second is not None and is_plural(second[1]) and second[1].lower() not in STOPS


def _phrase(text: str, words: list[tuple[int, int]], *, is_complete: bool) -> Phrase | None:
    """The phrase of the words; None if they are no noun."""
    if not words:
        return None
    last = text[words[-1][0] : words[-1][1]].lower()
    if not is_complete and (
        len(words) > 4 or last.endswith(("ed", "ly", "ing")) or last in ADJECTIVES - {"male", "female"}
    ):
        return None
    kept = list(words)
    while len(kept) > 1 and is_adjective(text[kept[0][0] : kept[0][1]]):
        kept.pop(0)
    return Phrase(words[0][0], words[-1][1], kept[0][0])


def is_adjective(word: str) -> bool:
    """Whether the word looks like an adjective that is no part of a compound noun."""
    lowered = word.lower()
    return "-" in word or lowered in ADJECTIVES or (len(word) > 4 and lowered.endswith(ADJECTIVE_ENDINGS))


def is_unit(text: str, phrase: Phrase) -> bool:
    """Whether the noun only says in what is measured: `2.5 points`."""
    return text[phrase.unit : phrase.end].rsplit(None, 1)[-1].lower() in UNIT_NOUNS


def with_of(text: str, phrase: Phrase, end: int) -> Phrase:
    """The phrase with `of ...` behind it, if its noun says little alone: `types of cancer`."""
    head = text[phrase.unit : phrase.end].rsplit(None, 1)[-1].lower()
    if head not in _GENERAL and not (text[phrase.start : phrase.end].lower() == head and head.endswith("s")):
        return phrase
    if not text.startswith(" of ", phrase.end):
        return phrase
    stop = span_after(text, phrase.end + 3, end, prepositions=frozenset())
    return phrase if stop is None else phrase._replace(end=stop[1])


def span_after(
    text: str, at: int, end: int, *, prepositions: frozenset[str] = PREPOSITIONS, most: int = 9
) -> tuple[int, int] | None:
    """The words from there to the end of the phrase, determiners and the given prepositions included."""
    first = last = -1
    place = at
    for _ in range(most):
        found = _NEXT.match(text, place, end)
        if found is None:
            break
        word = found[1].lower()
        if word in ENDS_CLAUSE or (word in PREPOSITIONS and (word not in prepositions or first < 0)):
            break
        if word in STOPS and word not in DETERMINERS and word not in PREPOSITIONS:
            break
        if last > 0 and word.endswith("ed") and is_plural(text[text.rfind(" ", first, last) + 1 or first : last]):
            break
        if first < 0:
            first = found.start(1)
        place = found.end()
        if word not in STOPS:
            last = place
    return (first, last) if last > first >= 0 else None


def subject_and_verb(text: str, span: tuple[int, int], end: int) -> tuple[int, int] | None:
    """The span up to its noun for people or units, if a verb follows in it that only its place tells: `towns rely`.

    Examples:
        >>> text = "of towns rely on volunteers"
        >>> subject_and_verb(text, (3, 27), 27), subject_and_verb(text, (3, 8), 27)
        ((3, 8), None)
    """
    words = [(first + span[0], last + span[0]) for first, last in _spans(text[span[0] : span[1]])]
    for (left, right), follower in pairwise(words):
        word, after = text[left:right].lower(), text[slice(*follower)]
        if is_plural(word) and right + 1 == follower[0] and _may_be_verb(after):
            behind = _NEXT.match(text, follower[1], end)
            has_object = behind is not None and behind[1].lower() in DETERMINERS
            if has_object or is_population(word):
                return (span[0], right)
    return None


def _spans(words: str) -> list[tuple[int, int]]:
    return [found.span() for found in _TOKEN.finditer(words)]


def _may_be_verb(word: str) -> bool:
    """Whether a word behind a plural can be a verb in the present, or an adverb before one."""
    lowered = word.lower()
    if not word.islower() or lowered in STOPS or is_plural(lowered) or lowered.endswith(("ing", "ed", "ss")):
        return False
    return lowered.startswith(("co-", "re-")) or not is_adjective(lowered)


def clause_after(text: str, at: int, end: int) -> tuple[int, int] | None:
    """The words of a predicate, up to a comma or a conjunction."""
    first = last = -1
    place = at
    for _ in range(8):
        found = _NEXT.match(text, place, end)
        if found is None or found[1].lower() in _ENDS_PREDICATE:
            break
        if first < 0:
            first = found.start(1)
        place = found.end()
        if found[1].lower() not in PREPOSITIONS and found[1].lower() not in DETERMINERS:
            last = place
    return (first, last) if last > first >= 0 else None


_ENDS_PREDICATE = word_set("and but or while whereas although compared than versus vs in at after during when who")


def phrase_before(text: str, at: int, start: int, *, links: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """The noun phrase that ends there, once the words in `links` are passed; joined over `of` to what is in front."""
    tokens = _tokens_before(text, start, at)
    token = next(tokens, None)
    while token is not None and text[token[0] : token[1]].lower() in links:
        token = next(tokens, None)
    return _phrase_of(text, token, tokens)


def _phrase_of(text: str, token: Span | None, tokens: Iterator[Span]) -> Span | None:
    """The noun phrase that ends with a token, with those in front of it."""
    first = last = -1
    while token is not None:
        left, right = token
        token = next(tokens, None)
        word = text[left:right].lower()
        if first >= 0 and token is not None and _is_inside(text, word, token):
            continue
        if word in STOPS or not _is_noun(text, (left, right)):
            break
        first, last = left, (right if last < 0 else last)
    return (first, last) if first >= 0 else None


def _tokens_before(text: str, start: int, at: int) -> Iterator[Span]:
    """The words and signs in front of a place, the nearest first; a word that the window cuts is left out."""
    begin = max(start, at - _WINDOW)
    cut = begin > start
    while at > begin:
        first = max(begin, at - _STRETCH)
        while first > begin and not text[first - 1].isspace():
            first -= 1
        if cut and text[begin:first].isspace():
            first = begin
        tokens = [found.span() for found in _TOKEN.finditer(text, first, at)]
        yield from reversed(tokens[1:] if cut and first == begin else tokens)
        at = first


def subject_before(text: str, at: int, start: int, *, links: frozenset[str]) -> tuple[int, int] | None:
    """The noun phrase in front of the verb or preposition that leads to a number: `pain` in `pain was reduced by`."""
    begin = max(start, at - _WINDOW)
    last = at
    has_verb = False
    tokens = _tokens_before(text, begin, at)
    token = next(tokens, None)
    while token is not None:
        word = text[token[0] : token[1]].lower()
        if word not in links and not (len(word) > 4 and word.endswith(("ed", "ly", "fold"))):
            break
        last = token[0]
        has_verb = has_verb or is_verb(word)
        token = next(tokens, None)
    phrase = _phrase_of(text, token, tokens) if begin == start else phrase_before(text, last, start)
    if phrase is None:
        return None
    words = [] if text[slice(*phrase)].isalnum() else list(_TOKEN.finditer(text, *phrase))
    for number in range(len(words) - 1, 1, -1):
        is_participle = words[number - 1][0].lower().endswith("ed") and words[number - 2][0].lower() not in STOPS
        if is_participle or words[number - 1][0].lower().endswith("ly"):
            return (words[number].start(), phrase[1])
    return _whole_subject(text, phrase, begin) if has_verb and begin == start else phrase


def _whole_subject(text: str, phrase: tuple[int, int], start: int) -> tuple[int, int]:
    """The phrase with what it is joined to at the start of the sentence: `trust in the police`."""
    link = JOINS.search(text, start, phrase[0])
    head = None if link is None else phrase_before(text, link.start(), start)
    if head is None or _LED.search(text[start : head[0]]) is None:
        return phrase
    return (head[0], phrase[1])


def _is_noun(text: str, span: tuple[int, int]) -> bool:
    """Whether the token is a word that may stand in a noun phrase."""
    word = text[span[0] : span[1]]
    return (word.isalpha() or any(map(str.isalpha, word))) and word.lower() not in STOPS


def _is_inside(text: str, word: str, before: Span) -> bool:
    """Whether a stop word goes on with a phrase: `of` or `per` behind a noun, an article behind `of`."""
    if word in ("of", "per"):
        return _is_noun(text, before)
    return word in _ARTICLES and text[before[0] : before[1]].lower() == "of"


def is_verb(word: str) -> bool:
    """Whether the word looks like a finite verb in running text."""
    lowered = word.lower()
    return lowered in VERBS or lowered in AUXILIARIES or (len(lowered) > 4 and lowered.endswith("ed"))


def next_word(text: str, at: int, end: int) -> tuple[int, int] | None:
    """The next word, if only white space parts it from here."""
    found = _NEXT.match(text, at, end)
    return None if found is None else found.span(1)
