"""Quantities that a text states: percentages, counts, sample sizes, durations, periods, statistics, money.

In: one sentence or a whole section in English. Out: a `Found` for each quantity, in order, without overlaps; every
text in it stands verbatim at its offsets. What only looks like a quantity (a list marker, the year of a citation, a
name such as `COVID-19`) is none. Nothing raises; the work is linear in the length of the text.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import attrs

from coprod.models import Quantity
from coprod.text._words import word_set
from coprod.text.quantities._context import (
    is_attached,
    is_date,
    is_marker,
    is_named,
    is_year,
    modifier_after,
    modifier_before,
    skipped_to,
    word_before,
)
from coprod.text.quantities._counts import read_count
from coprod.text.quantities._drafts import Draft, Place, with_intervals
from coprod.text.quantities._means import as_means
from coprod.text.quantities._measures import said_of
from coprod.text.quantities._numbers import Number, number_at
from coprod.text.quantities._parts import Said
from coprod.text.quantities._periods import part_of_year, period
from coprod.text.quantities._readings import READERS, may_be_read
from coprod.text.quantities._samples import as_sample, counts_people
from coprod.text.quantities._thousands import with_thousands
from coprod.text.quantities._words import article_at
from coprod.text.sentences import sentences

__all__ = ("Found", "quantities_in")

_WORDS = (
    r"[Oo](?=ne\b)|[Tt](?=(?:wo|hree|en|welve|wenty|hir(?:teen|ty))\b|hird (?:half|quarter))"
    r"|[Ff](?=(?:our(?:teen)?|ive|ifteen|ifty|orty)\b|(?:irst|inal|ourth)[- ](?:half|quarter|third|sem|tri|six|three"
    r"|two|nine))"
    r"|[Ss](?=(?:ix(?:teen|ty)?|even(?:teen|ty)?)\b|econd[- ](?:half|quarter|third|sem|tri))"
    r"|[Ee](?=(?:ight(?:een|y)?|leven)\b)|[Nn](?=ine(?:teen|ty)?\b)|[Zz](?=ero\b)|[Hh](?=alf\b)"
    r"|[Ll](?=ast (?:half|quarter))|[Qq](?=uarter of a )"
    r"|[Aa](?=n? (?:half|third|quarter|fifth|tenth|dozen|hundred|thousand|million|billion|decade|century|year|month"
    r"|week|fortnight))"
)
_FIRST = re.compile(_WORDS)
_CANDIDATE = re.compile(
    rf"[^a-zA-Z](?:(?=[AEFHLNOQSTZaefhlnoqstz])(?<=\W)(?:{_WORDS})"
    r"|(?<=[0-9.·])(?:(?<=[0-9])(?<![^\W_].)|(?=[0-9])(?<=[.·])(?<![^\s(=<>\[≤≥~−–-].)))"
)
"""Ends behind the first character of what may be a quantity; a set of few characters of a text is found fast."""

MOST = 200
"""Quantities of one sentence that are read: what holds more is a table, not prose."""

_MOST_TRIED = 10 * MOST
"""Places of one sentence where a number stands that are looked at."""

_BEFORE_YEARS = word_set("in since by until from")
_BEFORE_BOUNDS = word_set("for in of after with lasted lasting took aged well")
"""Words behind which `over` is a bound, not `during`."""

_NAMEABLE = frozenset(("range", "duration", "count", "mean", "proportion"))
"""Kinds of what may turn out to be the number of a name: `Table 3 to 5`."""

_DENOMINATORS = frozenset((100, 1000, 10_000, 100_000, 1_000_000))
_BEFORE_WHOLES = (" per ", " of ")
_SCORE = re.compile(r"(?<![0-9,.])[0-9]{1,3}[.·][0-9]{1,3} (?:out )?of \Z")
_ITEM = re.compile(r"[0-9]{1,9}+(?=[.)](?:\s|\Z))")
"""The number of an item where a sentence begins; it is never a quantity."""

_RUN = re.compile(
    r"[0-9]++(?:,[0-9]++)++(?:,\s[0-9]++(?=,|\s))*+,?\s(?:and|or|&)\s[0-9]++(?![\w]|[.,][0-9])|[\w.,·:/'’‐‑-]*+"
)
"""What is passed over where no number can be read: a list such as `1,2 and 3`, or a word."""


_UNSEEN = re.compile("[\u00ad\u200c-\u200f\u202a-\u202e]")
"""Soft hyphens, joiners of letters, marks of direction: signs that show nothing, and part no words as others may."""


class Found(NamedTuple):
    """A quantity and where it stands."""

    start: int
    end: int
    quantity: Quantity
    measures: tuple[int, int] | None = None
    of: tuple[int, int] | None = None


def quantities_in(text: str) -> list[Found]:
    """The quantities that a text states, in its order.

    Args:
        text: A sentence, or a section of several.

    Returns:
        A `Found` each, of a sentence the first `MOST`; `text[start:end]` is the quantity's own text, and so are the
        spans of `measures` and `of`.

    Examples:
        >>> for found in quantities_in("We met 12 nurses for over a decade."):
        ...     print(found.start, found.quantity.text, found.quantity.kind)
        7 12 count
        21 over a decade duration
        >>> found = quantities_in("Nurses (26%) left after COVID-19.")[0]
        >>> found.quantity.value, found.quantity.measures
        (Decimal('26'), 'Nurses')
    """
    if not text.isascii() and _UNSEEN.search(text) is not None:
        return _with_unseen(text)
    found: list[Found] = []
    at = _candidate(text, 0, len(text))
    if at == len(text):
        return found
    for start, end in sentences(text):
        if at < end:
            found.extend(_in_sentence(text, start, end, at))
            at = _candidate(text, end, len(text))
    return found


def _with_unseen(text: str) -> list[Found]:
    """The same for a text with signs that show nothing, which part no number and no word."""
    places = [place for place, letter in enumerate(text) if _UNSEEN.match(letter) is None]
    found: list[Found] = []
    for item in quantities_in("".join([text[place] for place in places])):
        start, end = _spread(item.start, item.end, places)
        measures, of = (None if span is None else _spread(*span, places) for span in (item.measures, item.of))
        quantity = attrs.evolve(
            item.quantity,
            text=text[start:end],
            measures=None if measures is None else text[measures[0] : measures[1]],
            of=None if of is None else text[of[0] : of[1]],
        )
        found.append(Found(start, end, quantity, measures, of))
    return found


def _spread(start: int, end: int, places: Sequence[int]) -> tuple[int, int]:
    """Where letters that follow each other stand in a text of which only some are left."""
    return places[start], places[end - 1] + 1


def _candidate(text: str, at: int, end: int) -> int:
    """The first place from `at` on where a quantity may begin; `end` without one."""
    if at >= end or (at == 0 and _FIRST.match(text, 0, end) is not None):
        return at
    found = _CANDIDATE.search(text, at - 1 if at else 0, end)
    if found is not None and found.end() <= at:
        found = _CANDIDATE.search(text, at, end)
    return end if found is None else found.end() - 1


def _in_sentence(text: str, start: int, end: int, at: int) -> list[Found]:
    """The quantities of one sentence, from its first candidate on."""
    drafts: list[Draft] = []
    tried = 0
    item = _ITEM.match(text, at, end) if at == start else None
    if item is not None:
        tried, at = 1, _candidate(text, item.end(), end)
    while at < end and len(drafts) < MOST and tried < _MOST_TRIED:
        tried += 1
        draft, behind = _read(text, at, start, end, drafts[-1].end if drafts else start)
        if draft is not None:
            drafts.append(draft)
        at = _candidate(text, behind, end)
    if len(drafts) > 1:
        drafts = with_intervals(text, drafts)
    drafts = as_sample(text, drafts, start, end)
    if len(drafts) > 1:
        drafts = as_means(text, drafts)
    found: list[Found] = []
    before: tuple[Draft, Said] | None = None
    for draft in drafts:
        said = said_of(text, draft, start, end, before)
        before = (draft, said)
        found.append(_found(text, draft, said))
    return found


def _found(text: str, draft: Draft, said: Said) -> Found:
    """The quantity of a draft."""
    quantity = Quantity(
        text=text[draft.start : draft.end],
        value=draft.value,
        low=draft.low,
        high=draft.high,
        unit=draft.unit,
        kind=draft.kind,
        measures=None if said.measures is None else text[said.measures[0] : said.measures[1]],
        of=None if said.of is None else text[said.of[0] : said.of[1]],
        modifiers=draft.modifiers,
    )
    return Found(draft.start, draft.end, quantity, said.measures, said.of)


def _read(text: str, at: int, start: int, end: int, free: int) -> tuple[Draft | None, int]:
    """The quantity that begins at a candidate, or None; and where to go on."""
    if text[at] in "AaHhQq":
        return article_at(text, at, start, end)
    part = part_of_year(text, at, start, end) if text[at + 1 : at + 2].isalpha() else None
    if part is not None:
        return part, part.end
    number = number_at(text, at, end)
    if number is None or not number.is_word:
        skip = skipped_to(text, at, end, at if number is None else number.end)
        if skip > at:
            return None, skip
    if number is None:
        run = _RUN.match(text, at, end) if text[at].isdigit() else None
        return None, at + 1 if run is None else run.end()
    is_whole = text.endswith(_BEFORE_WHOLES, start, number.start) and _is_whole(text, number, start)
    draft = None if is_whole else _of_number(Place(text, start, end, number))
    if draft is None:
        return None, max(number.end, at + 1)
    draft = _modified(text, draft, max(start, free), end)
    return (draft, draft.end) if draft.start >= free else (draft._replace(start=number.start), draft.end)


def _is_whole(text: str, number: Number, start: int) -> bool:
    """Whether the number only says of how many: `deaths per 1,000 births`, `a score of 3.6 of 5`."""
    if text.endswith("per ", start, number.start):
        return number.value in _DENOMINATORS
    return _SCORE.search(text, max(start, number.start - 16), number.start) is not None


def _of_number(place: Place) -> Draft | None:
    """The draft of a number, unless it is part of a name, a date, a list."""
    text, start, end, number = place
    if is_attached(text, number, start) or is_marker(text, number, start, end):
        return None
    if is_year(number):
        draft = period(text, number.start, start, end)
        if draft is not None:
            return draft
    if is_date(text, number, start, end):
        return None
    draft = _of_kind(place)
    return None if draft is None else with_thousands(text, draft, start, end)


def _of_kind(place: Place) -> Draft | None:
    """The draft of a number that is no part of a date or a list, unless it is the number of a name: `Table 3 to 5`."""
    text, start, _, number = place
    for reader in READERS if may_be_read(place) else ():
        draft = reader(place)
        if draft is not None:
            named = draft.kind in _NAMEABLE and draft.start == number.start
            return None if named and is_named(text, number, start) else draft
    if is_year(number) or is_named(text, number, start):
        return _countable_year(place)
    return read_count(place)


def _countable_year(place: Place) -> Draft | None:
    """A number that might be a year, where it clearly counts: `a sample of 2000 adults`."""
    text, start, _, number = place
    if (
        not is_year(number)
        or is_named(text, number, start)
        or word_before(text, number.start, start).lower() in _BEFORE_YEARS
    ):
        return None
    draft = read_count(place)
    return draft if draft is not None and counts_people(text, draft) else None


def _modified(text: str, draft: Draft, start: int, end: int) -> Draft:
    """The draft with the modifiers in front of it and behind it."""
    if draft.kind == "period" or "range" in draft.modifiers:
        return draft
    before, first = modifier_before(text, draft.start, start)
    if before is not None and draft.kind == "duration" and _is_while(text, draft, first, start):
        before, first = None, draft.start
    after, last = modifier_after(text, draft.end, end)
    if before is None and after is None:
        return draft
    modifiers = tuple(dict.fromkeys(modifier for modifier in (*draft.modifiers, before, after) if modifier is not None))
    return draft._replace(start=first, end=last, modifiers=modifiers)


def _is_while(text: str, draft: Draft, first: int, start: int) -> bool:
    """Whether `over` only says during which time: `followed over six months`."""
    words = text[first : draft.start].strip().lower()
    if words != "over" or draft.unit is None or text[draft.start : draft.start + 2].lower() == "a ":
        return False
    return word_before(text, first, start).lower() not in _BEFORE_BOUNDS
