"""What a quantity measures, and the whole that it is part of: only where the words beside it say so.

In: a text, a draft, the draft before it in the sentence. Out: two spans, each None where the sentence does not say it.
"""

import re

from coprod.text._words import word_set
from coprod.text.quantities._drafts import Draft
from coprod.text.quantities._parts import Before, Said, Span, measured_of_group, part_of
from coprod.text.quantities._people import is_population
from coprod.text.quantities._phrases import (
    JOINS,
    clause_after,
    is_adjective,
    is_unit,
    is_verb,
    next_word,
    phrase_before,
    span_after,
    subject_and_verb,
    subject_before,
    with_of,
)
from coprod.text.quantities._vocabulary import AUXILIARIES, SAMPLES, STOPS

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MARKER = re.compile(r"(?:\A|(?<=[\s,;:]))\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})\)\s")
_SHARE_NOUNS = word_set("proportion share percentage rate number majority minority fraction part level prevalence")
_CHANGES = word_set(
    "increase decrease reduction rise decline drop improvement growth fall gain loss change"
    " difference chance probability risk "
    "likelihood share response rate increases decreases reductions"
)
_CLAUSE = re.compile(
    r"(?:(?<=[,;:])|(?<=^)|\A)[\s)\],;:]{0,4}(?:and |or )?(?P<clause>[^\W\d_]{3,30}ing\s[^,;:()]{2,120})\Z"
)
_LINKS = word_set(
    "was were is are be been of by to from at reached reaching totalled totaled increased decreased"
    " rose fell grew declined "
    "dropped improved reduced only just nearly about approximately almost around over some than more less an a the"
    " = : , "
    "averaged remaining down up cut raised exceeded had achieved remained stood"
)
_SUBJECT_LINKS = _LINKS | word_set(
    "between total average mean median lasted lasting exceeds exceeding exceed ranges ranging varies"
    " increases decreases"
    " rises falls drops reaches averages lasts cut cuts went go has grown fallen risen spans covers equals never found"
    " estimated set up as low high shrank shrunk sank climbed a an the reduces raises lowers"
)
_DOING = re.compile(
    r"(?<![\w-])(?P<verb>[^\W\d_]{2,30}(?:ing|ed))\s(?:for|over|within|during|after"
    r"|in)\s(?:the\s)?\Z"
)
_BOUNDING = word_set("more less fewer older younger")
_COMPARATIVES = word_set(
    "higher lower greater smaller larger faster slower better worse likelier cheaper shorter longer"
)
_SUBJECT_LINKS |= _COMPARATIVES
_QUALITIES = _COMPARATIVES | word_set(
    "main key new other additional further similar relevant important frequent recent current high low large small full"
    " more less fewer most least significant substantial considerable overall good bad poor rare common likely unlikely"
    " significantly slightly considerably substantially markedly much"
)
"""Adjectives and adverbs that name nothing which a number could be the measure of."""

_ONE_MORE = word_set("extra additional further successive first last next past previous following final initial coming")
"""Adjectives between `each` or `the` and a number."""

_JOIN = 16
"""Characters of a preposition with an article, at most."""

_SAME = re.compile(r"(?:\A|\s)[^.;()]{0,60}\b(?:and|to|versus|vs?\.?|or|but|with)\s(?:only |about )?\Z")
_ADVERBS = word_set("abroad again ahead alike alone apart here indoors outdoors overseas there today together yet")
_TIMES = re.compile(r"(?:years?|months?|weeks?|days?|hours?|quarters?)\b")
_NOTHING = word_set("so not also too")
"""Words behind an auxiliary that say nothing without what stands before."""

_PARTS = word_set("half third quarter fifth tenth thirds quarters one two three")
_WHEN = re.compile(r"(?<![\w-])(?:after|before)\s\Z", re.IGNORECASE)
_BE = re.compile(r"(?<!\w)(?:is|are|was|were|be|been)\s(?:[a-z]{2,12}ly\s|very\s|quite\s|too\s)?\Z")
_IN = re.compile(r"\s(?:in|of)\s")
_WITH = re.compile(r"\s(?:with|among|from)\s")


def said_of(text: str, draft: Draft, start: int, end: int, before: Before) -> Said:
    """What the quantity measures, and of what."""
    if draft.kind in ("percentage", "proportion"):
        return _of_share(text, draft, start, end, before)
    if draft.phrase is not None and draft.cue is None:
        measured = (
            _of_measure(text, draft, start, before)
            if text.endswith(" by ", start, draft.start) and is_unit(text, draft.phrase)
            else None
        )
        is_apart = measured is None or "," in text[measured[1] : draft.start]
        return _of_count(text, draft, end) if is_apart else Said(measured)
    if draft.kind in ("duration", "range") and draft.cue is None:
        return Said(_of_duration(text, draft, start, end) or _of_measure(text, draft, start, before))
    if draft.kind == "money":
        return Said(_subject(text, draft, start, before))
    return Said(_of_figure(text, draft, start, end) or _of_measure(text, draft, start, before))


def _of_measure(text: str, draft: Draft, start: int, before: Before) -> Span | None:
    """The property that a number with a unit gives: `span` in `a span of 4.5 m`; the same for `from 9 K to 11 K`."""
    if draft.cue is not None or draft.kind not in ("statistic", "range", "duration", "count"):
        return None
    phrase = _subject(text, draft, start, before)
    if phrase is None and before is not None and before[0].kind == draft.kind:
        return before[1].measures if _SAME.search(text, before[0].end, draft.start) is not None else None
    return phrase


def _subject(text: str, draft: Draft, start: int, before: Before) -> Span | None:
    """What stands in front of the words that lead to a number, unless another number counts it."""
    free = start if before is None else before[0].end
    phrase = subject_before(text, draft.start, free, links=_SUBJECT_LINKS)
    is_of_same = draft.kind == "count" and draft.phrase is None
    counted = None if before is None or is_of_same else before[0].phrase
    if phrase is None or (counted is not None and phrase[0] < counted.end):
        return None
    word = text[slice(*phrase)].lower()
    verb = None if " " in word else _BE.search(text, max(free, phrase[0] - _JOIN), phrase[0])
    if verb is None:
        return None if word in _ONE_MORE else phrase
    is_described = word in _QUALITIES or is_adjective(word)
    return subject_before(text, verb.start(), free, links=_SUBJECT_LINKS) if is_described else None


def _of_figure(text: str, draft: Draft, start: int, end: int) -> Span | None:
    """What a bare count, a sample size, a mean or a statistic measures."""
    if draft.kind == "count":
        return _predicate(text, draft.end, end)
    if draft.kind == "sample_size":
        return _sampled(text, draft.start, start)
    if draft.kind in ("mean", "duration"):
        return _of_mean(text, draft) or subject_before(text, draft.start, start, links=_SUBJECT_LINKS)
    return _named_statistic(draft) if draft.kind == "statistic" else None


def _of_count(text: str, draft: Draft, end: int) -> Said:
    """The noun that is counted; of interviews, with whom."""
    phrase = draft.phrase
    if phrase is None:
        return Said()
    phrase = with_of(text, phrase, end)
    of = None
    if text[phrase.unit : phrase.end].lower() in SAMPLES:
        link = _WITH.match(text, phrase.end, end)
        of = None if link is None else span_after(text, link.end() - 1, end, prepositions=frozenset(("of",)))
    measures = (phrase.start, phrase.end)
    following = next_word(text, phrase.end, end)
    if following is not None and text[following[0] : following[1]].endswith("ing"):
        relative = clause_after(text, phrase.end, end)
        is_whole = relative is not None and not text[relative[1] : relative[1] + 2].strip().isdigit()
        if relative is not None and is_whole and not _has_verb(text[relative[0] : relative[1]]):
            measures = (phrase.start, relative[1])
    return Said(measures, of)


def _has_verb(words: str) -> bool:
    return any(is_verb(word) for word in words.split()[1:])


def _sampled(text: str, at: int, start: int) -> Span | None:
    """Who or what `(n = 60)` counts: the last noun for people or units in front of it, or the phrase there."""
    begin = max(start, at - 120)
    for found in reversed(list(_WORD.finditer(text[begin:at]))):
        word = found[0].lower()
        if is_population(word) or word in SAMPLES:
            phrase = phrase_before(text, begin + found.end(), start)
            if phrase is not None and text[slice(*phrase)].split(None, 1)[0].lower() in _PARTS | _SHARE_NOUNS:
                phrase = None
            last = begin + found.end()
            whole = None
            if text.startswith((" of ", " with "), last):
                whole = span_after(text, text.index(" ", last + 1), at, prepositions=frozenset(("of", "with")))
            first = phrase[0] if phrase is not None else begin + found.start()
            return (first, last if whole is None else whole[1])
    return phrase_before(text, at, start, links=frozenset("(["))


def _of_share(text: str, draft: Draft, start: int, end: int, before: Before) -> Said:
    """What a percentage or a proportion is a share of."""
    at = draft.start
    while at > start and text[at - 1].isspace():
        at -= 1
    of = _whole(text, draft, end) if draft.phrase is None else span_after(text, draft.last, end)
    if of is not None:
        part = part_of(text, draft, start, end, before)
        if part is not None:
            return Said(part, of)
        subject = subject_and_verb(text, of, end)
        if subject is not None:
            return Said(clause_after(text, subject[1], end), subject)
        is_apart = at > start and text[at - 1] in "(["
        return Said(_predicate(text, of[1], end) or (of if is_apart else None), of)
    if at > start and text[at - 1] in "([":
        return _bracketed(text, draft, at - 1, start, end, before)
    behind = _behind(text, draft, end) or _subject(text, draft, start, before)
    if behind is None and before is not None and _SAME.search(text, before[0].end, draft.start) is not None:
        return Said(before[1].measures)
    return Said(behind)


def _behind(text: str, draft: Draft, end: int) -> Span | None:
    """What the words behind a share say: `increase in price`, `were female`, `female`, `lower turnout`."""
    following = next_word(text, draft.last, end)
    if following is None:
        return None
    word = text[following[0] : following[1]].lower()
    if word in _CHANGES:
        return _change(text, following, end)
    predicate = _predicate(text, draft.last, end) if is_verb(word) else None
    if predicate is not None or word in STOPS or _is_adverb(word):
        return predicate
    span = span_after(text, draft.last, end, prepositions=frozenset(("of",)))
    if span is None or word in _COMPARATIVES:
        return None if span is None or span == following or _is_adverb(text[slice(*span)].split()[1]) else span
    is_of_another = text.startswith(" to ", span[1]) and is_adjective(text[slice(*span)].rsplit(None, 1)[-1])
    return None if is_of_another or _TIMES.match(text[slice(*span)]) else span


def _is_adverb(word: str) -> bool:
    """Whether the word says where, when or how, and names nothing.

    Examples:
        >>> _is_adverb("elsewhere"), _is_adverb("tenfold"), _is_adverb("turnout")
        (True, True, False)
    """
    is_told = word.endswith(("where", "wide", "wise", "fold")) or (len(word) > 4 and word.endswith("ly"))
    return is_told or word in _ADVERBS


def _change(text: str, noun: Span, end: int) -> Span | None:
    """A noun of change with what changes: `rise in wages`."""
    link = _IN.match(text, noun[1], end)
    what = None if link is None else span_after(text, link.end() - 1, end)
    return span_after(text, noun[0] - 1, end) if what is None else (noun[0], what[1])


def _whole(text: str, draft: Draft, end: int) -> Span | None:
    """The phrase behind `of`."""
    if not text.startswith(" of ", draft.last):
        if draft.kind == "proportion" and text.startswith(" the ", draft.last):
            return span_after(text, draft.last, end)
        return None
    return span_after(text, draft.last + 3, end)


def _predicate(text: str, at: int, end: int) -> Span | None:
    """What is said of the share: `were female`, without the auxiliary: `female`."""
    following = next_word(text, at, end)
    if following is None or not is_verb(text[following[0] : following[1]]):
        return None
    is_auxiliary = text[following[0] : following[1]].lower() in AUXILIARIES
    return _said_by(text, clause_after(text, following[1] if is_auxiliary else at, end))


def _said_by(text: str, clause: Span | None) -> Span | None:
    """The clause, unless it says nothing alone: `do so`, `use is in`, `spent more than 10`."""
    if clause is None:
        return None
    words = text[clause[0] : clause[1]].lower().split()
    if _NOTHING.issuperset(words) or words[-1] in AUXILIARIES:
        return None
    is_bound = text.startswith(" than ", clause[1]) and words[-1] in _BOUNDING
    return None if is_bound and len(words) < 3 else clause


def _named(text: str, phrase: Span | None, free: int) -> Span | None:
    """The phrase; the subject in front of it if it has nothing but qualities: `trust` in `trust was higher (8%)`."""
    if phrase is None or not _QUALITIES.issuperset(text[phrase[0] : phrase[1]].lower().split()):
        return phrase
    subject = subject_before(text, phrase[0], free, links=_SUBJECT_LINKS)
    if subject is None or _QUALITIES.issuperset(text[subject[0] : subject[1]].lower().split()):
        return None
    link = JOINS.search(text, max(free, subject[0] - _JOIN), subject[0])
    if link is None:
        return subject
    head = phrase_before(text, link.start(), free)
    return None if head is None else (head[0], subject[1])


def _bracketed(text: str, draft: Draft, bracket: int, start: int, end: int, before: Before) -> Said:
    """What stands in front of `(26%)`, or behind it: `a proportion (80%) of leaders`."""
    begin = max(start, bracket - 200, before[0].end if before is not None else start)
    markers = list(_MARKER.finditer(text, begin, bracket))
    if markers:
        return Said(_trimmed(text, markers[-1].end(), bracket))
    free = start if before is None else before[0].end
    phrase = _gerund(text, begin, bracket) or _named(text, phrase_before(text, bracket, free), free)
    closing = text.find(")", draft.end, min(end, draft.end + 60))
    if phrase is None:
        return Said(_predicate(text, closing + 1, end) if closing > 0 else None)
    last = text[phrase[0] : phrase[1]].lower().rsplit(None, 1)[-1]
    if last in _PARTS:
        return _of_part(text, closing + 1, end)
    if last in _SHARE_NOUNS and text.startswith(" of ", closing + 1):
        return Said(span_after(text, closing + 4, end))
    measured = measured_of_group(text, phrase[0], start, before, _SUBJECT_LINKS)
    return Said(phrase) if measured is None else Said(measured, phrase)


def _of_part(text: str, at: int, end: int) -> Said:
    """What is said of the share that a part in words and its number in brackets are: `half (53%) of towns voted`."""
    of = span_after(text, at + 3, end) if text.startswith(" of ", at) else None
    return Said(_predicate(text, at if of is None else of[1], end), of)


def _gerund(text: str, begin: int, bracket: int) -> Span | None:
    """The words in front of the bracket, if they begin with a gerund and have no other verb: `Mending roofs`."""
    trimmed = _trimmed(text, begin, bracket)
    clause = None if trimmed is None else _CLAUSE.search(text[trimmed[0] : trimmed[1]])
    if trimmed is None or clause is None or _has_verb(clause["clause"]):
        return None
    return (trimmed[0] + clause.start("clause"), trimmed[0] + clause.end("clause"))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the white space at its ends; None if nothing is left."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return (first, first + len(words.strip())) if words.strip() else None


def _of_duration(text: str, draft: Draft, start: int, end: int) -> Span | None:
    """What lasts so long: `operating for a decade`, `six months of training`, `an 18-month follow-up`."""
    begin = max(start, draft.start - 40)
    window = text[begin : draft.start]
    doing = _DOING.search(window)
    if doing is not None:
        return (begin + doing.start("verb"), begin + doing.end("verb"))
    if text.startswith(" of ", draft.end):
        return span_after(text, draft.end + 3, end)
    when = _WHEN.search(window)
    if when is not None:
        return _trimmed(text, begin + when.start(), draft.start)
    is_joined = "-" in text[draft.start : draft.end] and draft.kind == "duration"
    return span_after(text, draft.end, end, prepositions=frozenset()) if is_joined else None


def _of_mean(text: str, draft: Draft) -> Span | None:
    """The words between `mean` and the number, or the noun behind it."""
    phrase = None if draft.cue is None else phrase_before(text, draft.cue[1], draft.cue[0], links=_LINKS)
    if phrase is None and draft.phrase is not None:
        return (draft.phrase.start, draft.phrase.end)
    return phrase


def _named_statistic(draft: Draft) -> Span | None:
    """The name of the statistic, if it is a word: `accuracy`."""
    if draft.cue is None or draft.cue[1] - draft.cue[0] < 4:
        return None
    return draft.cue
