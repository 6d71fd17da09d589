"""Meetings: what a sentence or a line tells of them.

In: sentences and lines, each with what its section says. Out: one `Told` for each mention. A date alone makes no
meeting: it needs a word for one, or a section of meetings.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import repeat
from operator import itemgetter
from typing import Final, NamedTuple

import attrs

from coprod.models import PartialDate
from coprod.readers.pages.blocks import Cut, Passage
from coprod.readers.study_group.called_off import called_off, without_new_dates
from coprod.readers.study_group.cues import Phrases, combined, has_any
from coprod.readers.study_group.dates import Dated, dates_in, end_before_space, end_of_space
from coprod.readers.study_group.places import Place, places_in
from coprod.readers.study_group.words import GATHERING, OF_HONOURS, ORDINALS
from coprod.text._words import plain, word_set

_GATHERING: Final = Phrases("; ".join((*GATHERING, "met", "convene", "convened", "summer school")))
_DONE: Final = ("held", "organised", "organized", "hosted")
_PLANNED: Final = Phrases(
    "plan; plans; planned; planning; will; shall; upcoming; next; forthcoming; scheduled; future; take place;"
    " takes place; invite; invites; intend; intends; new meeting;"
    + combined(("to be",), _DONE) + ";" + combined(("is", "are"), ("to", "being", "taking", "going"))
)  # fmt: skip
_HELD: Final = Phrases(
    "was; were; has been; have been; had; held; took place; met; last; past; previous; former; earlier; organised;"
    " organized; hosted; gathered; convened; came together; so far; followed"
)
_NOT_HELD: Final = Phrases(
    "is planned;"
    + combined(("will be", "shall be", "to be", "can be", "may be", "should be"), (*_DONE, "convened"))
)  # fmt: skip
_OF_STATUS: Final = _PLANNED.first | _HELD.first | _NOT_HELD.first
"""Words of which one stands in every sentence that says whether a meeting was held."""

_DEADLINE: Final = Phrases(
    "deadline; deadlines; submit; submits; submitted; submitting; submission; submissions; submitter; submitters; due;"
    " no later than; abstract; abstracts; proposals; registration; register; apply; application; applications;"
    " notification; published; updated; posted; established; founded; created; since; before; until"
)
_UNTIL = re.compile(r"\b(?:by|between)\s+(?:the\s+)?", re.IGNORECASE)
_WORDS_OF_UNTIL: Final = frozenset(("by", "between"))
_OF_DEADLINES: Final = _DEADLINE.first | _WORDS_OF_UNTIL
_LETTERS_OF_YEAR: Final = 4
_LONGEST_BEFORE: Final = 80
"""Characters before a date in which a word for a deadline stands."""

_ORDINAL_WORD = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_CUES_OF_ORDINALS: Final = frozenset(("st", "nd", "rd", "th", *(word.rpartition("-")[2] for word in ORDINALS)))
_ORDINAL = re.compile(
    rf"\b(?P<first>{_ORDINAL_WORD})\b(?P<more>(?: ?, ?{_ORDINAL_WORD}){{0,8}}(?:,? (?:and|&) {_ORDINAL_WORD})?)"
    rf"(?: [\w’'-]{{1,30}}){{0,5}}? (?:{'|'.join(sorted(GATHERING))})\b",
    re.IGNORECASE,
)
_ONE_ORDINAL = re.compile(rf"\b{_ORDINAL_WORD}\b", re.IGNORECASE)


_ANOTHER = re.compile(
    rf"(?:the|a|our|its|this) (?P<ordinal>{_ORDINAL_WORD}|last|next|latest|previous)(?: one)?"
    r" (?:was|took|followed|is|will|came|has|had)\b",
    re.IGNORECASE,
)
"""A sentence about one more meeting, without a word for it."""

_LABEL = re.compile(r"[^:]{1,80}:\s")
_WORD: Final = re.compile(r"[^\W\d_]+")
_OF_LABELS: Final = ORDINALS.keys() | word_set(
    "at city edition host in location of on place the town venue where st nd rd th"
)
"""Words before the colon in front of a place."""


class Context(NamedTuple):
    """What the section of a sentence says."""

    is_list: bool = False
    """Whether it is a section of meetings, where a date or a place is enough."""

    status: str | None = None
    year: int | None = None
    goes_on: bool = False
    """Whether the sentence before told of a meeting."""


@attrs.define
class Told:
    """One mention of a meeting.

    Attributes:
        text: The sentence that tells of it.
        date: The date, and where it stands.
        city: Where the city stands.
        country: Where the country stands.
        status: `"held"`, `"planned"` or None.
        ordinal: The number, and where it stands.
        place: The stretch of the text that the place stands in.
        called_off: Whether it was cancelled or postponed.
    """

    text: Passage
    date: tuple[PartialDate, Passage]
    city: Passage | None
    country: Passage | None
    status: str | None
    ordinal: tuple[int, Passage] | None
    place: tuple[int, int] | None = None
    called_off: bool = False

    def place_and_date(self) -> Iterator[Cut]:
        """The stretches that date and place stand in."""
        spans = [self.place] if self.place is not None else []
        for passage in (*(self.text.part(*span) for span in spans), self.date[1]):
            yield from passage.cuts


def year_alone(text: str) -> int | None:
    """The year that a line is and nothing else."""
    bare = text.strip(":. ")
    dates = dates_in(text) if len(bare) == _LETTERS_OF_YEAR else []
    return dates[0].date.year if len(dates) == 1 and dates[0].bare and bare == str(dates[0].date.year) else None


def told_in(sentence: Passage, context: Context) -> list[Told]:
    """The meetings that a sentence or a line tells of.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> line = Block([Piece("Our fourth workshop was held in Galway, Ireland, March 2011.", 1, 0)]).passage()
        >>> [(told.city.text, told.country.text, told.date[0].iso, told.status) for told in told_in(line, Context())]
        [('Galway', 'Ireland', '2011-03', 'held')]
    """
    text = sentence.text
    said = dates_in(text)
    if not said:
        return []
    another = _ANOTHER.match(text) if context.goes_on else None
    has_word = another is not None or _GATHERING.search(text) is not None
    if not context.is_list and not has_word:
        return []
    dates = _dates(text, said, context)
    if not dates:
        return []
    places = places_in(text, [(dated.start, dated.end) for dated in said])
    last = len(text) if has_word else _end_of_places(text)
    kept = [
        (dated, place)
        for dated, place in _pairs(dates, places)
        if (_is_enough(dated, context, has_word=has_word) if place is None else _is_met(dated, place, last))
    ]
    if not kept:
        return []
    ordinals = _ordinals(text, len(kept)) if has_any(text, _CUES_OF_ORDINALS) else [None] * len(kept)
    told = [
        _told(sentence, status, pair, ordinal)
        for pair, ordinal, status in zip(kept, ordinals, _statuses(text, kept, context.status), strict=True)
    ]
    for one, off in zip(told, called_off(text, kept), strict=True):
        one.called_off = off
    return told


def _is_enough(dated: Dated, context: Context, *, has_word: bool) -> bool:
    """Whether a date makes a meeting without a place."""
    return not dated.bare or (context.is_list and has_word)


def _is_met(dated: Dated, place: Place, last: int) -> bool:
    """Whether a date and a name are of a meeting; names are of places up to the last place that is one surely."""
    return not dated.bare or place.country is not None or place.start < last


def _end_of_places(text: str) -> int:
    """Where the names end that are of places beside a year where no word says so: not in `2023 winner: Ann Lee`."""
    if has_any(text, OF_HONOURS):
        return 0
    label = _LABEL.match(text)
    words = _WORD.findall(label[0]) if label is not None else ()
    if label is None or all(word.isupper() or word.lower() in _OF_LABELS for word in words):
        return len(text)
    return label.end()


def _dates(text: str, dates: list[Dated], context: Context) -> list[Dated]:
    """The dates of meetings: not of deadlines; a year alone only where no full date has the same year."""
    found = without_new_dates(text, _without_deadlines(text, dates))
    if len(found) == 1:
        return [_in_year(found[0], context.year)]
    years = [dated for dated in found if dated.bare]
    full = [dated for dated in found if not dated.bare]
    if not full:
        return years
    if len({dated.date.year for dated in years}) == 1:
        full = [_in_year(dated, years[0].date.year) for dated in full]
    full = [_in_year(dated, context.year) for dated in full]
    if all(dated.date.year is not None for dated in full):
        said = {dated.date.year for dated in full}
        full += [dated for dated in years if dated.date.year not in said and _in_brackets(text, dated)]
    return sorted(full)


def _in_brackets(text: str, dated: Dated) -> bool:
    before, behind = end_before_space(text, dated.start), end_of_space(text, dated.end)
    return text.endswith("(", 0, before) and text[behind : behind + 1] in (")", ",")


def _in_year(dated: Dated, year: int | None) -> Dated:
    """The date with that year, if it has none."""
    if dated.date.year is not None or year is None:
        return dated
    end = dated.date.end
    date = attrs.evolve(dated.date, year=year, end=None if end is None else attrs.evolve(end, year=year))
    return dated._replace(date=date)


def _without_deadlines(text: str, dates: list[Dated]) -> list[Dated]:
    """The dates without those of which what stands before them says that they are others than those of meetings."""
    if not has_any(text, _OF_DEADLINES):
        return dates
    cues = _DEADLINE.spans(text)
    limits = {match.end() for match in _UNTIL.finditer(text)} if has_any(text, _WORDS_OF_UNTIL) else set()
    if not cues and not limits:
        return dates
    gatherings = [end for _start, end in _GATHERING.spans(text)] if cues else []
    return [dated for dated in dates if not _is_deadline(dated.start, cues, gatherings, limits)]


def _is_deadline(start: int, cues: list[tuple[int, int]], gatherings: list[int], limits: set[int]) -> bool:
    """Whether a word for a deadline stands before a date, with no word for a meeting between them."""
    last = bisect_right(cues, start, key=itemgetter(1)) - 1
    if last < 0 or cues[last][0] < start - _LONGEST_BEFORE:
        return start in limits
    meeting = bisect_right(gatherings, start) - 1
    return meeting < 0 or gatherings[meeting] < cues[last][1]


def _pairs(dates: list[Dated], places: list[Place]) -> list[tuple[Dated, Place | None]]:
    """Each date with its place: all in front of their dates, or all behind them."""
    if len(dates) == 1:
        nearest = places[0] if len(places) == 1 else min(places, key=partial(_distance, dates[0]), default=None)
        return [(dates[0], nearest)]
    starts = [place.start for place in places]
    before = [_last_between(places, starts, low, dated.start) for low, dated in _with_ends_before(dates)]
    behind = [_first_between(places, starts, dated.end, high) for dated, high in _with_starts_behind(dates)]
    leads = bool(places) and places[0].start < dates[0].start
    counts = [sum(place is not None for place in side) for side in (before, behind)]
    chosen = before if counts[0] > counts[1] or (counts[0] == counts[1] and leads) else behind
    return list(zip(dates, chosen, strict=True))


def _with_ends_before(dates: list[Dated]) -> Iterator[tuple[int, Dated]]:
    yield from zip([0, *(dated.end for dated in dates[:-1])], dates, strict=True)


def _with_starts_behind(dates: list[Dated]) -> Iterator[tuple[Dated, int]]:
    yield from zip(dates, [*(dated.start for dated in dates[1:]), 1 << 30], strict=True)


def _last_between(places: list[Place], starts: list[int], low: int, high: int) -> Place | None:
    index = bisect_left(starts, high) - 1
    return places[index] if index >= 0 and starts[index] >= low else None


def _first_between(places: list[Place], starts: list[int], low: int, high: int) -> Place | None:
    index = bisect_left(starts, low)
    return places[index] if index < len(places) and starts[index] < high else None


def _distance(dated: Dated, place: Place) -> int:
    return dated.start - place.end if place.start < dated.start else place.start - dated.end


def _ordinals(text: str, count: int) -> list[tuple[int, int, int] | None]:
    """The ordinal of each of the meetings of a sentence, with its place."""
    found: list[tuple[int, int, int]] = []
    for match in _ORDINAL.finditer(text):
        end = match.end("more")
        found.extend(
            (_number(one[0]), one.start(), one.end()) for one in _ONE_ORDINAL.finditer(text, match.start(), end)
        )
    another = _ANOTHER.match(text)
    if not found and another is not None and _is_ordinal(another["ordinal"]):
        found.append((_number(another["ordinal"]), *another.span("ordinal")))
    if len(found) == count:
        return list(found)
    return [found[0] if found and index == 0 and count == 1 else None for index in range(count)]


def _is_ordinal(word: str) -> bool:
    return plain(word) in ORDINALS or word[:1].isdigit()


def _number(word: str) -> int:
    return ORDINALS.get(plain(word)) or int(word[:-2])


def _statuses(text: str, pairs: list[tuple[Dated, Place | None]], status: str | None) -> Iterator[str | None]:
    """For each meeting, what the words say from the end of the one before to its own end; else the whole sentence.

    Where the whole sentence says nothing, no part of it does: parts end where words end.
    """
    whole = _status(text)
    if whole is None or len(pairs) == 1:
        yield from repeat(whole or status, len(pairs))
        return
    ends = [max(dated.end, place.end if place is not None else 0) for dated, place in pairs]
    for start, end in zip([0, *ends[:-1]], [*ends[:-1], len(text)], strict=True):
        yield _status(text[start:end]) or whole


def _told(
    sentence: Passage, status: str | None, pair: tuple[Dated, Place | None], ordinal: tuple[int, int, int] | None
) -> Told:
    dated, place = pair
    date = (dated.date, sentence.part(dated.start, dated.end))
    number = (ordinal[0], sentence.part(ordinal[1], ordinal[2])) if ordinal is not None else None
    if place is None:
        return Told(sentence, date, None, None, status, number)
    city = sentence.part(*place.city) if place.city is not None else None
    country = sentence.part(*place.country) if place.country is not None else None
    return Told(sentence, date, city, country, status, number, (place.start, place.end))


@lru_cache(maxsize=4)
def _status(text: str) -> str | None:
    """`"planned"` or `"held"`, as the words say.

    Examples:
        >>> _status("is planning a new meeting"), _status("was held in Tampere"), _status("Tampere, June 2016")
        ('planned', 'held', None)
    """
    if not has_any(text, _OF_STATUS):
        return None
    if _NOT_HELD.search(text) is not None:
        return "planned"
    held, planned = _HELD.search(text), _PLANNED.search(text)
    if held is not None and (planned is None or held[0].lower() in ("was", "were", "has been", "took place")):
        return "held"
    return "planned" if planned is not None else None
