"""What single sentences of a page state: when the group was founded, how many take part, what it publishes, its aim.

In: a sentence, as a passage. Out: the values, each with its place. Nothing raises.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import repeat
from typing import Final

import attrs

from coprod.models import PartialDate, Quantity
from coprod.readers.pages.blocks import Passage
from coprod.readers.study_group.cues import has_any
from coprod.readers.study_group.dates import MONTH, dates_in
from coprod.readers.study_group.header import GROUP, KIND
from coprod.text._words import word_set
from coprod.text.quantities import Found, quantities_in
from coprod.text.sentences import sentences

_FOUNDED = re.compile(
    r"\b(?:(?:re-?)?established|founded|created|set up|formed|launched|in existence|existed|exists|active|initiated"
    r"|year of (?:foundation|establishment)|foundation"
    rf"|recogni[sz]ed(?=(?: as an? {KIND})?(?: by [^.;]{{1,60}}?)?(?: in| on| since) ))\b"
    r"(?P<between>[^.;]{0,80}?)(?P<date>\Z|(?=(?:19|20)[0-9]{2}(?![0-9])))",
    re.IGNORECASE,
)
_CUES_OF_FOUNDATION: Final = word_set(
    "established founded created set formed launched existence existed exists active initiated year foundation",
    "recognised recognized",
)
_OURS = re.compile(
    r"\b(?:group|committee|network|section|psg|rc ?[0-9]*|wg ?[0-9]*|sg|we|it|was|standing)\b", re.IGNORECASE
)
_GROUP_IS = re.compile(
    r"(?:\b(?:group|committee|network|section|(?:psg|sg|rc|wg) ?[0-9ivx]*)|(?:\A|, )(?:we|it|which))"
    r" (?:was|were|has been|have been)"
    r"(?: \w+)?\s*\Z",
    re.IGNORECASE,
)
"""What stands before a word for an event of the group itself: a need is recognised, too."""

_ANOTHER = re.compile(
    r"\b(?:journal|prize|award|series|university|centre|center|institute|book|paper|website|newsletter|database|list|award)\b",
    re.IGNORECASE,
)

_TAKERS: Final = word_set(
    "academics attendees colleagues delegates experts members participants people persons practitioners presenters",
    "registered researchers scholars scientists students subscribers member participant institutions",
)
_CUES_OF_TAKERS: Final = _TAKERS | {"membership"}
_NUMBER_OF = re.compile(
    r"\b(?P<measures>(?:number of )?(?:(?:registered|current|active|individual) )?"
    r"(?:members(?:hip)?|participants|subscribers))"
    r"\s?(?::|=|–|-)\s?(?P<value>[0-9]{1,3}(?:[,. ][0-9]{3})+|[0-9]{1,7})(?![\w.,-]*[0-9])",
    re.IGNORECASE,
)

_WHOLE = re.compile(
    r"([^\W\d_a-z][^,;:.()]{2,60}?) (?:(?:typically|usually|regularly|normally|generally|now|currently|each|always) )?"
    r"(?:brings?|brought|attracts?|attracted|gathers?|gathered|assembles?|assembled|unites?|united)\b"
)
"""What brings so many together."""

_WORK = (
    r"(?:special issues?|special sections?|edited volumes?|edited books?|books?|handbooks?|monographs?|thematic issues?"
    r"|symposium issues?|volumes?|journal issues?|book projects?|readers?)"
)
_WORKS: Final = word_set("issue section volume book handbook monograph reader")
"""Words of which one stands in every name of a work."""

_PUBLICATION = re.compile(
    rf"\b(?:(?:a|an|our|the|its|one|this|another|first|second|third|fourth|[0-9]+(?:st|nd|rd|th)|two|three|several|new)\s+"
    rf"(?:[\w’'-]+ ){{0,3}}?{_WORK.replace('s?', '')})\b(?!s)"
    r"|\bissue of this kind\b|“[^”]{8,200}”,? (?:edited|published)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:publish\w*|published|appear\w*|edit\w*|prepar\w+|available|forthcoming|project|explor\w+|produc\w+|in print"
    r"|out now|plan(?:s|ned|ning)?|develop\w+|consider\w*|result\w*|released?|make|can now be read|online)\b",
    re.IGNORECASE,
)

_AIM = re.compile(
    r"\b(?:the|our|its|main|overall|general|primary|principal|central)\s+(?:[\w’'-]+\s+){0,2}?(?:aims?|objectives?|goals?|purposes?|mission)\b"
    r"[^.?!]{0,120}?\b(?:is|are|was)\b"
    r"|\b(?:group|committee|network|section|psg|sg|rc ?[0-9]*|wg ?[0-9]*|we|it)\b[^.?!,;]{0,60}?"
    r"\b(?:aims?|seeks?|intends?|strives?|wants?|is dedicated|is devoted|is committed|was set up|exists)\s+(?:to|at)\b",
    re.IGNORECASE,
)

_CUES_OF_AIMS: Final = word_set(
    "aim aims objective objectives goal goals purpose purposes mission seek seeks intend intends strive strives want",
    "wants dedicated devoted committed set exists",
)

_LOST_LINK = re.compile(r"\b(?:at|via|on)\s?:(?=\s[^\W\d_a-z])")
_LOST = re.compile(r"\b(?:here|this link|link below|website)\b[.)]?\Z|\b(?:at|here|see|via|on)\s?:\s*\Z", re.IGNORECASE)
_LONGEST_LOST: Final = 20
"""Characters at the end of a sentence that hold what points to a link."""

_ASKS: Final = word_set(
    "call click find found download more further available see read visit register submit information programme"
)


_CALL = re.compile(
    r"\bdeadlines?\b|\b(?:should|must|may) not exceed\b|\bplease (?:submit|send|register|use)\b"
    r"|\b(?:abstracts?|proposals?|papers?|manuscripts?|authors?|submissions?) (?:should|must|may|can|are to|have to)\b",
    re.IGNORECASE,
)
_STOP = re.compile("[.!?…؟।。！？\n]")
"""Signs of which one ends every sentence but the last of a paragraph."""

_DAY_AT_END = re.compile(r"(?<![0-9])[0-9]{1,2}\.\Z")
_MONTH_AT_START = re.compile(rf"\s*{MONTH}", re.IGNORECASE)
CUES: Final = _ASKS | _WORKS | _CUES_OF_TAKERS
"""Words of which one stands in every sentence without a date or a quotation that tells something."""


def clauses(passage: Passage) -> tuple[tuple[int, int], ...]:
    """The sentences of a paragraph; one also ends where a link was lost: `online at: A second issue follows.`.

    Examples:
        >>> from coprod.readers.pages.blocks import attribute
        >>> clauses(attribute("It is online at: A book follows. We met.", 1))
        ((0, 16), (17, 32), (33, 40))
    """
    return clauses_in(passage.text)


@lru_cache(maxsize=4)
def clauses_in(text: str) -> tuple[tuple[int, int], ...]:
    """The same of a text; a paragraph is asked for them again for everything that is told of it."""
    found: list[tuple[int, int]] = []
    parts = _with_days(text) if _may_part(text) else ((0, len(text)),)
    for start, end in parts:
        begin = start
        for lost in _LOST_LINK.finditer(text, start, end) if ":" in text else ():
            found.append((begin, lost.end()))
            begin = lost.end() + 1
        found.append((begin, end))
    return tuple(found)


def is_one_sentence(text: str) -> bool:
    """Whether a text is one sentence and no more.

    Examples:
        >>> is_one_sentence("We met."), is_one_sentence("We met. All came.")
        (True, False)
    """
    return not _may_part(text) or len(sentences(text)) == 1


def _may_part(text: str) -> bool:
    """Whether a text may be other than one sentence without space around it: before its end, a sign ends sentences."""
    return text.strip() != text or not text or _STOP.search(text, 0, len(text) - 1) is not None


def _with_days(text: str) -> Iterator[tuple[int, int]]:
    """The sentences; none ends at the full stop behind the number of a day: `26.-28. August 2015`."""
    begin: int | None = None
    for start, end in sentences(text):
        begin = start if begin is None else begin
        if text[end - 1] != "." or not _is_day(text, begin, end):
            yield begin, end
            begin = None
    if begin is not None:
        yield begin, len(text)


def _is_day(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end of a sentence stands behind the number of a day, with its month behind it."""
    return (
        _DAY_AT_END.search(text, max(start, end - 4), end) is not None and _MONTH_AT_START.match(text, end) is not None
    )


def founded_in(sentence: Passage) -> tuple[PartialDate, Passage] | None:
    """When the group was founded, if the sentence says it.

    Examples:
        >>> from coprod.readers.pages.blocks import attribute
        >>> founded_in(attribute("The group has been in existence since 1987.", 1))[0].iso
        '1987'
        >>> founded_in(attribute("The journal was founded in 1987.", 1)) is None
        True
    """
    text = sentence.text
    dates = dates_in(text)
    for cue in _FOUNDED.finditer(text) if dates and has_any(text, _CUES_OF_FOUNDATION) else ():
        before, between = text[: cue.start()], cue["between"]
        if _ANOTHER.search(before[-80:]) or _ANOTHER.search(between):
            continue
        if before.strip() and not (_OURS.search(before) or GROUP.search(before)):
            continue
        if cue[0].lower().startswith("recogni") and _GROUP_IS.search(before[-80:]) is None:
            continue
        for dated in dates:
            if (
                dated.start >= cue.start()
                and text[cue.end() : dated.end].find(";") < 0
                and dated.start <= cue.end() + 1
            ):
                return dated.date, sentence.part(dated.start, dated.end)
        earlier = [dated for dated in dates if cue.start() < dated.start <= cue.end() <= dated.end]
        if earlier:
            return earlier[0].date, sentence.part(earlier[0].start, earlier[0].end)
    return None


def participation_in(sentence: Passage) -> Iterator[tuple[Quantity, Passage, Found | None]]:
    """The numbers of members and participants that a sentence states, each with its place; a purpose states none.

    Examples:
        >>> from coprod.readers.pages.blocks import attribute
        >>> quantity, _place, _found = next(participation_in(attribute("Number of members: 601", 1)))
        >>> quantity.text, quantity.unit, quantity.measures
        ('601', 'members', 'Number of members')
    """
    if not has_any(sentence.text, _CUES_OF_TAKERS) or sentence.text.startswith(("To ", "to ")):
        return
    labelled = _NUMBER_OF.search(sentence.text)
    if labelled is not None:
        value = Decimal("".join(letter for letter in labelled["value"] if letter.isdigit()))
        unit = labelled["measures"].split()[-1]
        place = sentence.part(*labelled.span("value"))
        yield (
            Quantity(text=place.text, value=value, unit=unit, kind="count", measures=labelled["measures"]),
            place,
            None,
        )
        return
    for found in map(_of_whole, quantities_in(sentence.text), repeat(sentence.text)):
        quantity = found.quantity
        if quantity.kind not in ("count", "sample_size", "range", None):
            continue
        if _are_takers(quantity) or (_are_countries(quantity) and _tells_of_takers(sentence.text)):
            yield quantity, sentence.part(found.start, found.end), found


def _of_whole(found: Found, text: str) -> Found:
    """The quantity, with what brings so many together if nothing else is the whole."""
    whole = _WHOLE.match(text, 0, found.start) if found.quantity.of is None else None
    if whole is None:
        return found
    return found._replace(quantity=attrs.evolve(found.quantity, of=whole[1]), of=whole.span(1))


def _are_takers(quantity: Quantity) -> bool:
    for said in (quantity.unit, quantity.measures):
        words = (said or "").lower().replace(",", " ").split()
        if any(word in _TAKERS for word in words[:4]):
            return True
    return False


def _are_countries(quantity: Quantity) -> bool:
    return any((said or "").lower().startswith("countries") for said in (quantity.unit, quantity.measures))


def _tells_of_takers(text: str) -> bool:
    """Whether a sentence says who takes part: only then its countries are those that they come from."""
    return any(word.strip(".,;:()").lower() in _TAKERS for word in text.split())


def is_publication(text: str) -> bool:
    """Whether a sentence tells of a certain publication.

    Examples:
        >>> is_publication("A second special issue is being prepared."), is_publication("Books are dear.")
        (True, False)
    """
    may_tell = has_any(text, _WORKS) or "“" in text
    return may_tell and _PUBLICATION.search(text) is not None and _MADE.search(text) is not None


def states_aim(text: str) -> bool:
    """Whether a text says what the group is for.

    Examples:
        >>> states_aim("The aim of the group is care."), states_aim("We met in Oslo.")
        (True, False)
    """
    return has_any(text, _CUES_OF_AIMS) and _AIM.search(text) is not None


def is_call(text: str) -> bool:
    """Whether a paragraph tells who submits papers what to do: no plan of the group, and no outcome.

    Examples:
        >>> is_call("Papers should not exceed 30 pages."), is_call("Papers of the meeting were published.")
        (True, False)
    """
    return _CALL.search(text) is not None


def is_lost_link(text: str) -> bool:
    """Whether a sentence points to a link that the text has not.

    Examples:
        >>> is_lost_link("Please find the form here."), is_lost_link("We were here.")
        (True, False)
    """
    return has_any(text, _ASKS) and _LOST.search(text, max(0, len(text) - _LONGEST_LOST)) is not None
