"""Numbers that count a noun.

In: a number in a sentence. Out: a draft or None.
"""

import re

from coprod.text._words import word_set
from coprod.text.quantities._context import modifier_before, word_before
from coprod.text.quantities._drafts import Draft, Place, signed, with_interval
from coprod.text.quantities._people import is_population
from coprod.text.quantities._phrases import is_verb, next_word, phrase_after
from coprod.text.quantities._units import RATE
from coprod.text.quantities._vocabulary import SAMPLES

_NOT_ONE_BEFORE = word_set("no this that which every each any the another only")
_LEADS = word_set(
    "vs versus v of to from was were is are by reached total totalled totaled totaling totalling equals scored"
    " with between and than as"
)
_ANAPHORIC = word_set("these those both latter former")
_OF_WHOLE = re.compile(
    r" (?:out )?of (?:them\b|which\b|whom\b|the |our |these |those |such |all |their |its |his |her |[0-9])"
)
_EXPLAINED = re.compile(r" \((?:=\s?)?[A-Za-z][A-Za-z ,'’-]{0,60}+\)")
_VERSUS = re.compile(r"\s(?:vs\.?|versus|v\.?)\s[0-9]")
_SUCH = re.compile(r"\ssuch\b")
_HYPHENED_NAME = re.compile(
    r"[-‐‑](?:points?|way|dimensional|fold|based|step|level|stage|tier|star|factor|D|d|sided|tailed|party|digit|bit"
    r"|core)\b"
)


def read_count(place: Place) -> Draft | None:
    """`12 city-run clinics`; a bare number only where a verb or preposition leads to it."""
    text, start, end, number = place
    after = text[number.end : number.end + 2]
    if after[:1].isalpha() or (after[:1] in "/:" and after[1:].isalnum()) or (after[:1] == "-" and number.is_word):
        return None
    if word_before(text, number.start, start).lower() in _ANAPHORIC or (
        number.is_word and _SUCH.match(text, number.end, end)
    ):
        return None
    is_one = number.value == 1
    if _HYPHENED_NAME.match(text, number.end, end) is not None:
        return None
    phrase = phrase_after(text, number.end, end, is_one=is_one)
    if number.is_word and is_one and not _counts_one(place, has_phrase=phrase is not None):
        return None
    value = signed(place)
    first = number.start - (1 if value < 0 else 0)
    kind = "count" if number.is_whole and value >= 0 else "statistic"
    if phrase is None:
        is_told = value < 0 or _is_bare_count(place)
        return with_interval(place, Draft(first, number.end, kind, value)) if is_told else None
    if text.startswith((" per", "/"), phrase.end) and RATE.match(text, phrase.end, end) is not None:
        kind = "statistic"
    draft = Draft(first, number.end, kind, value, unit=text[phrase.unit : phrase.end], phrase=phrase)
    measured = with_interval(place, draft, phrase.end)
    return draft if measured.low is None else measured._replace(kind="statistic")


def _counts_one(place: Place, *, has_phrase: bool) -> bool:
    """Whether `one` is a number here, not a pronoun or an idiom."""
    text, start, end, number = place
    before = word_before(text, number.start, start).lower()
    if not has_phrase or before in _NOT_ONE_BEFORE:
        return False
    following = next_word(text, number.end, end)
    word = "" if following is None else text[following[0] : following[1]].lower()
    if modifier_before(text, number.start, start)[0] is not None:
        return True
    return is_population(word) or word in SAMPLES


def _is_bare_count(place: Place) -> bool:
    """Whether a number without a noun is led to by a verb or a preposition, or is the subject of a verb."""
    text, start, end, number = place
    is_scale = text[max(start, number.start - 7) : number.start].lower() == "out of "
    is_scale = is_scale or _EXPLAINED.match(text, number.end, end) is not None
    if is_scale or (number.is_word and number.value < 2) or text[number.end : number.end + 1] in ("-", "/", ":"):
        return False
    before = word_before(text, number.start, start).lower()
    if _OF_WHOLE.match(text, number.end, end) is not None:
        return True
    if text.startswith(" out of ", number.end) or _VERSUS.match(text, number.end, end) is not None:
        return True
    if before in _LEADS or modifier_before(text, number.start, start)[0] is not None:
        return True
    following = next_word(text, number.end, end)
    if following is not None and is_verb(text[following[0] : following[1]]):
        return True
    return text[number.end : number.end + 2] == " (" and text[number.end + 2 : number.end + 3].isdigit()
