"""Headings: which part of the home page of a study group a short line opens.

In: a short text. Out: what kind of part it heads, by its words; the years that it names. A line all of whose words
are words of such headings is one, in whatever order they stand. Nothing raises.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from coprod.readers.study_group.dates import dates_in
from coprod.readers.study_group.places import is_country
from coprod.readers.study_group.words import GATHERING, HOSTS, ORDINALS, ROLE_FILLERS, ROLES
from coprod.text._words import plain, word_set

_KINDS: Final = {
    word: kind
    for kind, words in {
        "other": word_set(
            "call calls deadline deadlines submission submissions registration join joining subscribe newsletter news",
            "links link apply application applications fees venue accommodation programme-committee cfp awards award",
            "resources contribute download downloads documents faq blog gallery photos",
            "guide guides guideline guidelines instructions",
        ),
        "aim": word_set("aim aims objective objectives goal goals mission purpose purposes vision mandate remit"),
        "topics": word_set(
            "topic topics theme themes sub-themes subthemes sub-topics subtopics question questions agenda focus foci",
            "interests issues",
            "subjects subject fields tracks streams strands areas",
        ),
        "outcomes": word_set("outcome outcomes output outputs deliverables results achievements impact products"),
        "plans": word_set("plan plans activity activities workplan programme program initiatives work undertakings"),
        "meetings": GATHERING | word_set("schools dates calendar meetings: where when"),
        "publications": word_set("publication publications book books issue volume volumes papers handbook articles"),
        "people": ROLES | word_set("people board committee team bureau officers leadership organisation staff"),
        "members": word_set("membership"),
        "founded": word_set("established founded foundation founding since existence"),
        "background": word_set(
            "background introduction about description overview history rationale context presentation information",
            "scope summary welcome us profile relevance state",
        ),
        "url": word_set("website homepage webpage web url"),
    }.items()
    for word in words
}
_FILLERS: Final = (
    ROLE_FILLERS
    | ORDINALS.keys()
    | HOSTS
    | word_set(
        "of and the for our in on to with a an its this by at this is are & / or we who what how general more specific",
        "main key central possible selected recent latest previous past upcoming future forthcoming next last planned",
        "coming scheduled",
        "ongoing current intended expected envisaged annual yearly biennial regular joint joined international",
        "research",
        "scientific thematic group groups study standing working permanent committee section network",
        "sg psg rc wg special",
        "edited related other further new statement statements interest year number areas area list about",
        "short brief content contents year overall priority priorities proposed organised",
        "specialist academic terms reference book series paper selected important public summer winter spring school",
        "held conference date dates number contact detail details",
        "givers authors presenters contributors",
    )
)

WORDS_OF_HEADINGS: Final = _FILLERS | _KINDS.keys()
_HEADS: Final = word_set(
    "aims objectives goals activities plan plans programme programmes program programs workplan initiatives outcomes",
    "outputs deliverables results topics themes questions publications books meetings conferences workshops seminars",
    "symposia events colloquia webinars",
)
"""Words that make a heading of a line also behind words of its own: of those that mean little else."""

_OF_SENTENCES: Final = word_set("the our this we who what how a an to is are with by it its at in on for")
"""Words that begin a sentence or a phrase: `The group pursues three aims` is no heading."""

_MOST_OWN: Final = 2
"""Words of its own that a heading has."""

_OF_SPECIAL_ISSUES: Final = word_set("special thematic journal symposium")

_WORD = re.compile(r"[^\W_][\w’'-]*|[&/]")
_YEARS = re.compile(
    r"(?<!\w)((?:19|20)[0-9]{2})\s?[-–—/]\s?((?:19|20)?[0-9]{2})?(?!\w)|(?<!\w)((?:19|20)[0-9]{2})(?!\w)"
)
_JOINS_YEARS = re.compile("[-–—/]")
_DIGIT = re.compile(r"[0-9]")
_IN_BRACKETS = re.compile(r"(?P<heading>[^()]{4,120}) \((?P<said>[^()]{4,120})\)")
_PHASE = re.compile(r"\b(?:phase|stage|term|round|cycle|step) [0-9]{1,2}\b", re.IGNORECASE)
_SPECIAL_ISSUE = re.compile(r"\b(?:special|thematic|journal|symposium) (?:issues?|sections?|numbers?)\b", re.IGNORECASE)

_BODIES: Final = word_set("board bureau committee committees team")
"""Words for several people: a heading that is one phrase and ends with one heads people, `Programme committee`."""

_PHRASE_BREAKS: Final = word_set("of for in on and & / the our this its")

_OVER: Final = word_set("past previous last former held earlier recent latest")
_TO_COME: Final = word_set("upcoming next future forthcoming planned coming scheduled")
_OF_TIME: Final = _OVER | _TO_COME | word_set("up soon the our ones and in on")

LONGEST: Final = 12
"""Words of the longest heading."""

_MOST_LETTERS: Final = 400


class Heading(NamedTuple):
    """What a heading says."""

    kind: str
    """aim, background, topics, plans, outcomes, meetings, people, members, founded, publications, period, url or
    other."""

    start: int | None = None
    end: int | None = None
    status: str | None = None
    """`"held"` or `"planned"` for meetings."""


@lru_cache(maxsize=4)
def _words_in(text: str) -> tuple[str, ...]:
    """The words of a line, in small letters; a line is asked for them several times in a row."""
    return tuple(_WORD.findall(text.lower()))


def heading_in(text: str) -> Heading | None:
    """What a short line heads; None if its words are not those of a heading.

    Examples:
        >>> heading_in("Aims and objectives:").kind, heading_in("Past conferences of the group").status
        ('aim', 'held')
        >>> heading_in("Start-up 2013-2015:")[:3], heading_in("Trust in officials")
        (('period', 2013, 2015), None)
    """
    if len(text) > _MOST_LETTERS or text.rstrip().endswith((".", "?", "!", ";", ",")):
        return None
    words = _words_in(text)
    if not _OF_SPECIAL_ISSUES.isdisjoint(words):
        words = _words_in(_SPECIAL_ISSUE.sub("publications", text))
    if not 0 < len(words) <= LONGEST:
        return None
    bare = [word for word in words if not word[0].isdigit()]
    kind = _kind(bare) if WORDS_OF_HEADINGS.issuperset(bare) else None
    has_digit = _DIGIT.search(text) is not None
    may_have_years = has_digit and (kind is not None or _JOINS_YEARS.search(text) is not None)
    years = _YEARS.search(text) if may_have_years else None
    if kind is None and (years is None or years[1] is None):
        return None
    if has_digit and (_DIGIT.search(_PHASE.sub("", _YEARS.sub("", text))) or _has_full_date(text)):
        return None
    if kind == "plans" and _status(bare) == "held":
        kind = "meetings"
    if years is not None:
        return _with_years(kind, bare, years)
    return None if kind is None else Heading(kind, status=_status(bare))


def heading_of_one(text: str) -> Heading | None:
    """What a line heads that says of which meeting it is, with its date or country in brackets; None for others.

    Examples:
        >>> heading_of_one("Topics for the 2016 conference (Zagreb, Croatia, May 19-21, 2016)").kind
        'topics'
        >>> heading_of_one("Workshop (Zagreb, May 2016)"), heading_of_one("Topics (selected)")
        (None, None)
    """
    bare = text.rstrip(": ")
    found = _IN_BRACKETS.fullmatch(bare) if bare.endswith(")") else None
    if found is None or not (dates_in(found["said"]) or any(map(is_country, found["said"].split(",")))):
        return None
    if heading_in(text) is not None:
        return None
    heading = heading_in(found["heading"])
    return heading if heading is not None and heading.kind in ("aim", "topics", "plans", "outcomes") else None


def heading_of_own(text: str) -> Heading | None:
    """What a line heads that has one or two words of its own before a word of headings; None for others.

    Examples:
        >>> heading_of_own("Planned harbour activities").kind, heading_of_own("Digital care outcomes:").kind
        ('plans', 'outcomes')
        >>> heading_of_own("Planned activities"), heading_of_own("Activities in harbours")
        (None, None)
    """
    if not text[:1].isupper():
        return None
    words = list(_WORD.finditer(text.lower()))[: LONGEST + 1]
    own = [index for index, word in enumerate(words) if word[0][0].isalpha() and word[0] not in WORDS_OF_HEADINGS]
    if not 0 < len(own) <= _MOST_OWN or own[-1] - own[0] != len(own) - 1 or own[-1] + 1 == len(words):
        return None
    noun = words[own[-1] + 1]
    if noun[0] not in _HEADS or not _OF_SENTENCES.isdisjoint(word[0] for word in words[: own[0]]):
        return None
    return heading_in(text[: words[own[0]].start()] + text[noun.start() :])


def _has_full_date(text: str) -> bool:
    return any(not dated.bare for dated in dates_in(text))


def time_in(text: str) -> Heading | None:
    """What a line heads that only says whether meetings are over: `Upcoming`, `Past`, `Coming up`.

    Examples:
        >>> time_in("Coming up:").status, time_in("Past and future"), time_in("Future of care")
        ('planned', None, None)
    """
    if text.rstrip().endswith((".", "?", "!", ";", ",")):
        return None
    words = _words_in(text)
    if not _OF_TIME.issuperset(words):
        return None
    is_over, is_to_come = not _OVER.isdisjoint(words), not _TO_COME.isdisjoint(words)
    return Heading("meetings", status="held" if is_over else "planned") if is_over != is_to_come else None


def _with_years(kind: str | None, words: list[str], years: re.Match[str]) -> Heading | None:
    """What a heading with years says: it heads a period, unless its words say something else."""
    first = int(years[1] or years[3])
    last = _last(first, years[2])
    if kind in ("meetings", "publications", "people", "other", "members", "topics"):
        return Heading(kind, first, last, status=_status(words))
    if kind == "founded" or not 0 < len(words) <= 7 or (years[1] is None and kind != "plans"):
        return None
    return Heading("period", first, last)


def end_of_words(label: str) -> int:
    """Where the years of a heading begin, or its end.

    Examples:
        >>> end_of_words("Board (2021-2024)")
        5
    """
    years = _YEARS.search(label)
    return len(label if years is None else label[: years.start()].rstrip(" (,:–-"))


def _last(first: int, printed: str | None) -> int | None:
    """The last year of a range; `2013-15` ends in 2015."""
    if not printed:
        return None
    last = int(printed) if len(printed) == 4 else first // 100 * 100 + int(printed)
    return last if last >= first else None


def _kind(words: list[str]) -> str | None:
    """The kind of part that known words head."""
    known = [_KINDS.get(word) for word in words]
    if not any(known):
        return None
    if "number" in words and ("members" in words or "participants" in words):
        return "members"
    if words[-1] in ROLES or (words[-1] in _BODIES and _PHRASE_BREAKS.isdisjoint(words)):
        return "people"
    if known[-1] == "topics":
        return "topics"
    found = [kind for kind in known if kind not in (None, "url")] or ["url"]
    for strong in ("other", "publications"):
        if strong in found and not ({"aim", "topics"} & set(found)):
            return strong
    return found[0]


def _status(words: list[str]) -> str | None:
    if not _OVER.isdisjoint(words):
        return "held"
    return None if _TO_COME.isdisjoint(words) else "planned"


_CUES: Final = (
    ("publications", re.compile(
        r"\b(?:following|published|recent|our|these) (?:\w+ )?(?:books?|publications?|special issues?|volumes?"
        r"|articles)\b")),
    ("outcomes", re.compile(
        r"\b(?:results? in|outcomes?|outputs?|deliver\w*|lead(?:ing)? to|products?|results)\b")),
    ("topics", re.compile(
        r"\b(?:ask\w*|concentrat\w+|stud(?:y|ies)|concern\w*|research\w*|examin\w+|topics?|themes?"
        r"|questions?|focus\w*|look(?:s|ing)? at|issues?|address\w*|areas?"
        r"|investigat\w*|explor\w+|subjects?|interest(?:ed|s)? in|deals? with|cover\w*|include)\b")),
    ("plans", re.compile(r"\b(?:plan\w*|activit\w+|will|intend\w*|achiev\w+|steps?|programme|propose\w*)\b")),
    ("aim", re.compile(r"\b(?:aims?|objectives?|goals?|purposes?|mission|seeks?)\b")),
)  # fmt: skip
"""In small letters, which are found sooner than letters of any case."""


_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s")
_THE_GROUP: Final = re.compile(
    r"\b(?:this|the|our) (?:\w+ )?(?:study|standing|working|research|permanent) (?:group|committee)\b"
)


def list_kind(lead: str, kind: str) -> str:
    """What a list holds that a sentence announces; else what its section does.

    Examples:
        >>> list_kind("Together, these activities aim to result in:", "plans")
        'outcomes'
    """
    return _announced(lead) or kind


@lru_cache(maxsize=16)
def _announced(lead: str) -> str | None:
    """What a sentence announces; asked for several times in a row."""
    last = _SENTENCE_END.split(lead)[-1] if _SENTENCE_END.search(lead) is not None else lead
    cleaned = _THE_GROUP.sub("", plain(last))
    for kind, cue in _CUES:
        if cue.search(cleaned) is not None:
            return kind
    return None
