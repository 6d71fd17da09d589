"""Numbers that count a noun, and which of them is the size of a sample.

In: a number in a sentence, or the drafts of a sentence. Out: a draft or None, or the drafts with their final kinds.
"""

import re

from coprod.text._words import word_set
from coprod.text.quantities._context import modifier_before, word_before
from coprod.text.quantities._drafts import Draft, Place, signed, with_interval
from coprod.text.quantities._phrases import is_plural, next_word, phrase_after
from coprod.text.quantities._vocabulary import AUXILIARIES, PERSON_ENDINGS, POPULATION, SAMPLES, VERBS

_NOT_ONE_BEFORE = word_set("no this that which every each any the another only")
_LEADS = word_set(
    "of to from was were is are by reached total totalled totaled totaling totalling equals scored"
    " with between and than as"
)
_ANAPHORIC = word_set("these those both latter former")
_SAMPLING = re.compile(
    r"\b(?:samples?|subsamples?|cohorts?|panels?|surveys?|surveyed|interview(?:s|ed|ing)?|questionnaires?|focus"
    r" groups?|stud(?:y|ied) (?:of|among|in|with|included|involved|enrolled|recruited|comprised)"
    r"|data (?:from|on|of|for|were collected)|data ?sets? (?:of|from)|trials? (?:of|with|in)|recruit(?:ed|ing)"
    r"|enrol(?:l?ed|ling)|random(?:ly|i[sz]ed)|participants|respondents"
    r"|(?:Study|Experiment) [0-9]|self-report(?:s|ing)? from|experiment (?:with|on)|observ(?:ed|ations? of)|case"
    r" stud(?:y|ies) of|collected from|gathered from|evidence from|responses from|records of|review of|reviewed"
    r"|analysis of|meta-analysis of"
    r"|sampled|included|involving|comprised|comprising|consisted of|examin(?:ed|ing)|assess(?:ed|ing)|followed"
    r"|tested|analy[sz]ed|screened)\b",
    re.IGNORECASE,
)
_SAMPLED = re.compile(
    r"(?:\s\([^()]{0,80}\))?(?:\s[\w'’-]+){0,6}?\s(?:(?:were|was|had been|have been)\s(?:\w+ly\s)?(?:recruit|enrol"
    r"|interview|survey|random|includ|analy|assess|examin|assign|screen|follow|sampl|select|invit|test|stud|observ"
    r"|review|contact|approach)\w*"
    r"|participated|completed|took part|responded|underwent|consented|filled)\b"
    r"|\s(?:screened|enrol(?:l)?ed|recruited|included|surveyed|interviewed|randomi[sz]ed|analy[sz]ed|sampled"
    r"|assessed)\b",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r" (?:out )?of (?:the |our |these |all |their |[0-9])")
_EXPLAINED = re.compile(r" \((?:=\s?)?[A-Za-z]")
_HYPHENED_NAME = re.compile(
    r"[-‐‑](?:points?|way|dimensional|fold|based|step|level|stage|tier|star|factor|D|d|sided|tailed|party|digit|bit"
    r"|core)\b"
)
_CHAINED = re.compile(r"[\s\w'’/-]{0,60}\)?(?:,|;|\band\b|\bor\b|\bplus\b|\()[\s\w'’-]{0,20}")
_WHERE = word_set("from in across at within through")
_NEAR = 110


def read_count(place: Place) -> Draft | None:
    """`12 city-run clinics`; a bare number only where a verb or preposition leads to it."""
    text, start, end, number, _ = place
    after = text[number.end : number.end + 2]
    if after[:1].isalpha() or (after[:1] in "/:" and after[1:].isalnum()) or (after[:1] == "-" and number.is_word):
        return None
    if word_before(text, number.start, start).lower() in _ANAPHORIC:
        return None
    is_one = number.value == 1
    if _HYPHENED_NAME.match(text, number.end, end) is not None:
        return None
    phrase = phrase_after(text, number.end, end, is_one=is_one)
    if number.is_word and is_one and not _counts_one(place, has_phrase=phrase is not None):
        return None
    kind = "count" if number.is_whole else "statistic"
    if phrase is None:
        return Draft(number.start, number.end, kind, signed(place)) if _is_bare_count(place) else None
    draft = Draft(number.start, number.end, kind, signed(place), unit=text[phrase.unit : phrase.end], phrase=phrase)
    measured = with_interval(place, draft._replace(end=phrase.end))
    return draft if measured.low is None else measured._replace(kind="statistic")


def _counts_one(place: Place, *, has_phrase: bool) -> bool:
    """Whether `one` is a number here, not a pronoun or an idiom."""
    text, start, end, number, _ = place
    before = word_before(text, number.start, start).lower()
    if not has_phrase or before in _NOT_ONE_BEFORE:
        return False
    following = next_word(text, number.end, end)
    word = "" if following is None else text[following[0] : following[1]].lower()
    if modifier_before(text, number.start, start)[0] is not None:
        return True
    return word in POPULATION or word in SAMPLES


def _is_bare_count(place: Place) -> bool:
    """Whether a number without a noun is led to by a verb or a preposition, or is the subject of a verb."""
    text, start, end, number, _ = place
    is_scale = text[max(start, number.start - 7) : number.start].lower() == "out of "
    is_scale = is_scale or _EXPLAINED.match(text, number.end, end) is not None
    if is_scale or (number.is_word and number.value < 2) or text[number.end : number.end + 1] in ("-", "/", ":"):
        return False
    before = word_before(text, number.start, start).lower()
    if _OF_WHOLE.match(text, number.end, end) is not None:
        return True
    if before in _LEADS or modifier_before(text, number.start, start)[0] is not None:
        return True
    following = next_word(text, number.end, end)
    if following is not None and text[following[0] : following[1]].lower() in AUXILIARIES | VERBS:
        return True
    return text[number.end : number.end + 2] == " (" and text[number.end + 2 : number.end + 3].isdigit()


def as_sample(text: str, drafts: list[Draft], start: int, end: int) -> list[Draft]:
    """The drafts, where counts that are sample sizes are so called."""
    kept: list[Draft] = []
    has_sample = False
    for draft in drafts:
        named = draft
        if draft.kind == "count" and draft.phrase is not None and not (has_sample and _is_where(text, draft, start)):
            is_sample = _is_sample(text, draft, start, end) or (bool(kept) and _is_chained(text, kept[-1], draft))
            named = draft._replace(kind="sample_size") if is_sample else draft
        has_sample = has_sample or named.kind == "sample_size"
        kept.append(named)
    return kept


def _is_chained(text: str, before: Draft, draft: Draft) -> bool:
    """Whether the count stands in one list with a sample size: `12 nurses, 3 doctors and 1 cook`."""
    if before.kind != "sample_size" or draft.start - before.end >= 90 or not _is_population(text, draft):
        return False
    return _CHAINED.fullmatch(text, before.end, draft.start) is not None


def _is_where(text: str, draft: Draft, start: int) -> bool:
    """Whether the count only says where a sample comes from: `60 pupils from three schools`."""
    return word_before(text, draft.start, start).lower() in _WHERE and not _head(text, draft).endswith(PERSON_ENDINGS)


def _head(text: str, draft: Draft) -> str:
    phrase = draft.phrase
    return "" if phrase is None else text[phrase.unit : phrase.end].rsplit(None, 1)[-1].lower()


def counts_people(text: str, draft: Draft) -> bool:
    """Whether the draft counts several people or units that a study can sample.

    Examples:
        >>> from decimal import Decimal
        >>> from coprod.text.quantities._phrases import Phrase
        >>> counts_people("2000 adults", Draft(0, 4, "count", Decimal(2000), phrase=Phrase(5, 11, 5)))
        True
    """
    return _is_population(text, draft) and is_plural(_head(text, draft))


def _is_population(text: str, draft: Draft) -> bool:
    """Whether the noun names people or units that a study can sample."""
    head = _head(text, draft)
    return head in POPULATION or head in SAMPLES or head.endswith(PERSON_ENDINGS)


def _is_sample(text: str, draft: Draft, start: int, end: int) -> bool:
    """Whether the count is the size of a sample, by its noun or by the words around it."""
    if draft.phrase is None or text[draft.end : draft.end + 1] == "-":
        return False
    if _head(text, draft) in SAMPLES or text[draft.phrase.start : draft.phrase.end].lower().endswith("focus groups"):
        return True
    if not _is_population(text, draft):
        return False
    begin = max(start, draft.start - _NEAR)
    begin = max(begin, text.rfind(";", begin, draft.start))
    if _SAMPLING.search(text, begin, draft.start) is not None:
        return True
    return _SAMPLED.match(text, draft.phrase.end, min(end, draft.phrase.end + 90)) is not None
