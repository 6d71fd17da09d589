"""Meetings: what a sentence or a line tells of them.

In: sentences and lines, each with what its section says. Out: one `Told` for each mention. A date alone makes no
meeting: it needs a word for one, or a section of meetings.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from coprod.models import PartialDate
from coprod.readers.pages.blocks import Cut, Passage
from coprod.readers.study_group.called_off import called_off, without_new_dates
from coprod.readers.study_group.dates import Dated, dates_in, end_before_space, end_of_space
from coprod.readers.study_group.places import Place, places_in
from coprod.readers.study_group.words import GATHERING
from coprod.text._words import plain

_GATHERING = re.compile(
    rf"\b(?:{'|'.join(sorted(GATHERING, key=len, reverse=True))}|met|convened?|summer school)\b", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|will|shall|upcoming|next|forthcoming|scheduled|to be (?:held|organi[sz]ed|hosted)|future"
    r"|(?:is|are) (?:to|being)|(?:is|are) (?:taking|going)|takes? place|invites?|intends?|new meeting)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:was|were|has been|have been|had|held|took place|met|last|past|previous|former|earlier|organi[sz]ed|hosted"
    r"|gathered|convened|came together|so far|followed)\b",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"\b(?:will|shall|to|can|may|should) be (?:held|organi[sz]ed|hosted|convened)\b|\bis planned\b", re.IGNORECASE
)
_DEADLINE = re.compile(
    r"\b(?:deadlines?|submi\w+|due|no later than|abstracts?|proposals|registration|register|apply|applications?"
    r"|notification|published|updated|posted|established|founded|created|since|before|until)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:by|between)\s+(?:the\s+)?\Z", re.IGNORECASE)
_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_WORDS: Final = {
    word: number
    for number, word in enumerate(
        [*_UNITS, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
         "eighteenth", "nineteenth", "twentieth", *[f"twenty-{unit}" for unit in _UNITS], "thirtieth"], start=1)
}  # fmt: skip
_ORDINAL_WORD = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
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
    date: tuple[PartialDate, Passage] | None
    city: Passage | None
    country: Passage | None
    status: str | None
    ordinal: tuple[int, Passage] | None
    place: tuple[int, int] | None = None
    called_off: bool = False

    def place_and_date(self) -> Iterator[Cut]:
        """The stretches that date and place stand in."""
        spans = [self.place] if self.place is not None else []
        passages = [self.text.part(*span) for span in spans]
        if self.date is not None:
            passages.append(self.date[1])
        for passage in passages:
            yield from passage.cuts


def told_in(sentence: Passage, context: Context) -> list[Told]:
    """The meetings that a sentence or a line tells of.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> line = Block([Piece("The second meeting took place in Bergamo, Italy, May 2014.", 1, 0)]).passage()
        >>> [(told.city.text, told.country.text, told.date[0].iso, told.status) for told in told_in(line, Context())]
        [('Bergamo', 'Italy', '2014-05', 'held')]
    """
    text = sentence.text
    another = _ANOTHER.match(text) if context.goes_on else None
    has_word = another is not None or _GATHERING.search(text) is not None
    if not context.is_list and not has_word:
        return []
    dates = _dates(text, context)
    if not dates:
        return []
    places = places_in(text, [(dated.start, dated.end) for dated in dates_in(text)])
    pairs = _pairs(dates, places)
    kept = [
        (dated, place) for dated, place in pairs if place is not None or _is_enough(dated, context, has_word=has_word)
    ]
    if not kept:
        return []
    ordinals = _ordinals(text, len(kept))
    context = context._replace(status=_status(text) or context.status)
    told = [
        _told(sentence, context, pair, ordinal, clause)
        for pair, ordinal, clause in zip(kept, ordinals, _clauses(text, kept), strict=True)
    ]
    for one, off in zip(told, called_off(text, kept), strict=True):
        one.called_off = off
    return told


def _is_enough(dated: Dated, context: Context, *, has_word: bool) -> bool:
    """Whether a date makes a meeting without a place."""
    return not dated.bare or (context.is_list and has_word)


def _dates(text: str, context: Context) -> list[Dated]:
    """The dates of meetings: not of deadlines; a year alone only where no full date has the same year."""
    found = without_new_dates(text, [dated for dated in dates_in(text) if not _is_deadline(text, dated)])
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


def _is_deadline(text: str, dated: Dated) -> bool:
    """Whether what stands before the date says that it is another date than that of a meeting."""
    before = text[max(0, dated.start - 80) : dated.start]
    cues = [match.end() for match in _DEADLINE.finditer(before)]
    if not cues:
        return _UNTIL.search(before) is not None
    return max((match.end() for match in _GATHERING.finditer(before)), default=-1) < cues[-1]


def _pairs(dates: list[Dated], places: list[Place]) -> list[tuple[Dated, Place | None]]:
    """Each date with its place: all in front of their dates, or all behind them."""
    if len(dates) == 1:
        nearest = min(places, key=lambda place: _distance(dates[0], place), default=None)
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
    return plain(word) in _WORDS or word[:1].isdigit()


def _number(word: str) -> int:
    return _WORDS.get(plain(word)) or int(word[:-2])


def _clauses(text: str, pairs: list[tuple[Dated, Place | None]]) -> Iterator[str]:
    """For each meeting, the text from the end of the one before to its own end."""
    ends = [max(dated.end, place.end if place is not None else 0) for dated, place in pairs]
    for start, end in zip([0, *ends[:-1]], [*ends[:-1], len(text)], strict=True):
        yield text[start:end]


def _told(
    sentence: Passage,
    context: Context,
    pair: tuple[Dated, Place | None],
    ordinal: tuple[int, int, int] | None,
    clause: str,
) -> Told:
    dated, place = pair
    return Told(
        text=sentence,
        date=(dated.date, sentence.part(dated.start, dated.end)),
        city=sentence.part(*place.city) if place is not None and place.city is not None else None,
        country=sentence.part(*place.country) if place is not None and place.country is not None else None,
        status=_status(clause) or context.status,
        ordinal=(ordinal[0], sentence.part(ordinal[1], ordinal[2])) if ordinal is not None else None,
        place=(place.start, place.end) if place is not None else None,
    )


def _status(text: str) -> str | None:
    """`"planned"` or `"held"`, as the words say.

    Examples:
        >>> _status("is planning a new meeting"), _status("was held in Tampere"), _status("Tampere, June 2016")
        ('planned', 'held', None)
    """
    if _NOT_HELD.search(text):
        return "planned"
    held, planned = _HELD.search(text), _PLANNED.search(text)
    if held is not None and (planned is None or held[0].lower() in ("was", "were", "has been", "took place")):
        return "held"
    return "planned" if planned is not None else None
