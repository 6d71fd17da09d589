"""Which counts are the size of a sample: the number of the units that a study studied.

In: the drafts of a sentence. Out: the drafts with their final kinds. Two things make a sample: the place that the
number has in the grammar of the sentence (the object of `we coded`, the subject of `were tested`, behind `a corpus
of`), and a noun that a study can sample (people who took part). What only describes a setting or a design is no sample.
"""

import re

from coprod.text._words import plain, word_set
from coprod.text.quantities._context import word_before
from coprod.text.quantities._drafts import Draft
from coprod.text.quantities._people import is_person, is_population
from coprod.text.quantities._phrases import is_plural, is_verb, next_word
from coprod.text.quantities._vocabulary import (
    AUXILIARIES,
    CONTENTS,
    DESIGN,
    SAMPLES,
    SETTINGS,
)

_STUDIED = (
    r"(?:analy[sz]ed|examined|(?:re-?)?coded|evaluated|tested|observed|(?:re)?sampled|linked|recorded|surveyed"
    r"|interviewed|recruited|enrol(?:l)?ed|screened|studied|reviewed|assessed|followed|tracked|scanned|sequenced"
    r"|genotyped|monitored|investigated|collected|compiled|digiti[sz]ed|transcribed|annotated|photographed|searched"
    r"|mapped|trapped|captured|caught|tagged|netted|contacted|questioned|polled|measured|randomi[sz]ed|consulted"
    r"|gathered|assembled|retrieved|inspected|weighed|dissected|imaged|classified|characteri[sz]ed|included|invited"
    r"|asked|queried|audited|traced|simulated|catalogued|excavated|inventoried"
    r"|counted|elicited|logged|filmed|extracted|geocoded|matched|parsed|crawled|scraped|autopsied|necropsied"
    r"|swabbed|biopsied|shadowed|profiled|phenotyped)"
)
"""Verbs of study in the past."""

_TREATED = (
    r"(?:selected|assigned|approached|rated|scored|visited|read|vaccinated|immuni[sz]ed|fitted|loaded|trained|treated"
    r"|inoculated|exposed|ana?esthetised|housed|fed|planted|grown|incubated|irradiated|dosed|implanted|bled|equipped"
    r"|operated on|injected|infected|compared|matched|used|released|marked|ringed|banded|collared|harvested|sown"
    r"|checked"
    r"|instrumented|heated|annealed|deformed|machined|dated|processed|fabricated|infused|transplanted|shadowed|matched)"
)
"""What is done to the units of a study."""

_CARRIED_OUT = (
    r"(?:selected|chosen|sampled|conducted|carried out|performed|done|made|taken|obtained|derived|determined"
    r"|estimated|computed|calculated"
    r"|reported|available|collected|gathered|drawn|held|administered|completed|trained|extracted|retrieved|acquired"
    r"|validated|demonstrated|measured|recorded|tested|applied|run)"
)
_FILLER = (
    r"(?:\s(?:a total of|a further|(?:with |from )?each of(?: the)?|data (?:from|on|for)|(?:the )?records (?:of"
    r"|from)|samples? (?:of|from)|all|the"
    r"|another|altogether|more than|samples from|responses (?:from|of)|interviews with|a (?:\w+ )?(?:sample|set"
    r"|cohort|corpus"
    r"|series|panel|group) of))?"
)
_HELD = (
    r"(?:samples?|subsamples?|surveys?|corpus|corpora|cohorts?|panels?|collection|archive|database|data ?sets?|subset"
    r"|population|catalogue|registry|pool|census|poll|inventory|sets?|selection|series)"
)
_GIVEN = (
    r"(?:interviews?|discussions|data|observations?|evidence|responses|measurements|recordings|self-report(?:s"
    r"|ing)?|feedback|testimon(?:y|ies)|diaries|narratives|experiences"
    r"|accounts|perceptions|spectroscopy|photometry|imaging|scans|images|samples|records|questionnaires?|tests?"
    r"|experiments?|focus groups|conversations|letters|specimens|blood|milk|tissue|urine|plasma|serum|simulations)"
)
_STUDY = (
    r"(?:stud(?:y|ies)|analys[ie]s|meta-analysis|reviews?|evaluation|examination|comparison|reading|ethnography"
    r"|investigation|assessment|screening|case stud(?:y|ies)|trials?|experiments?|observations?|regression)"
)
_MADE = (
    r"(?:identifi|propos|develop|design|deriv|introduc|defin|distinguish|describ|discuss|formulat|present|perform"
    r"|conduct|organi[sz]|creat|add|appli|adopt|employ|us|need|us|obtain|report|reveal|observed no|construct"
    r"|implement)ed"
)
"""Verbs for what authors make, rather than study."""

_OBJECT = re.compile(
    rf"[^a-zA-Z](?=[a-zA-Z])(?<=\W)(?P<led>[Ww]e (?:\w+ly |also |then )?(?!{_MADE})[a-z-]{{3,20}}ed{_FILLER}"
    rf"|(?<!were )(?<!was )(?<!been )(?<!are )(?<!be ){_STUDIED}{_FILLER}"
    rf"|(?:study|studies|studying|analy[sz]e|analy[sz]ing|examine|examining|examines|analy[sz]es|evaluate|evaluating"
    r"|follow|following|interviewing|surveying|coding|link|linking|sampling|test|testing|observe|observing|review"
    rf"|reviewing|tracking|track|compar(?:e|es|ing)|trac(?:e|es|ing)|surveys?|samples?|codes?|comprising|recruiting"
    rf"|enrolling|screening){_FILLER}"
    rf"|{_HELD}(?:\s\w+)?\s(?:of|from|with|among)(?: the| all| over)?"
    rf"|{_GIVEN}(?:\s\w+){{0,2}}?\s(?:from|with|of|on|among|by)(?: the| all| each of the)?"
    rf"|{_STUDY}\s(?:of|from|with|among|on|in|covering|involving)(?: the| all| data (?:from|on)| each of the)?"
    rf"|(?:study|trial|survey|analysis|review|project|corpus|corpora|data ?set|database|sample|cohort|panel"
    rf"|experiment"
    r"|research|meta-analysis|poll|evaluation|paper|article|benchmark|treebank|test set|training set)s?"
    r"(?:\s\w+){0,2}?\s(?:cover(?:s|ed|ing)|involv(?:es|ed|ing)|includ(?:es|ed|ing)|compris(?:es|ed|ing)"
    r"|consist(?:s|ed|ing) of|contain(?:s|ed|ing)|enrolled|recruited|draws on|drew on|spans|spanned|encompass(?:es|ed)"
    r"|follow(?:s|ed)|analy[sz]es|examines|uses|used)(?: data (?:from|on))?(?: the| all| a total of)?"
    r"|(?:[Dd]raw(?:s|ing|n)?|drew|[Bb]ased|[Rr]el(?:ies|ied|ying)|built|[Bb]uild(?:s|ing)?) (?:up)?on"
    r"(?:\s(?:data|interviews|evidence|responses|records|a \w+)\s(?:from|with|of))?(?: the| all)?"
    r"|[Aa]mong(?:st)?"
    rf"|(?:was|were|been|are)\s(?:\w+ly\s)?{_CARRIED_OUT}(?:\s\w+ly)?\s(?:from|on|with|for|among)(?: the| all"
    rf"| each of the)?"
    r"|(?:sent|mailed|e-?mailed|posted|distributed|administered|given|presented|offered) to(?: the| all)?"
    r"|(?:[Pp]articipants|[Ss]ubjects|[Rr]espondents|[Ii]nformants|[Ii]nterviewees) (?:were|are|comprised|included))"
    r"\Z"
)
"""What a sample stands directly behind."""

_OBJECT_ENDS = (
    *word_set(
        "ed ing caught study studies analyse analyze analyses analyzes examine examines evaluate follow follows link"
        " test observe review track compare compares trace traces survey surveys sample samples code codes covers"
        " involves includes comprises contains spans encompasses uses were are among amongst Among Amongst over by in"
        " to of from on for with all the further another altogether"
    ),
    "more than",
)
"""How everything ends that a sample stands directly behind."""

_ALONE = re.compile(r"\b(?:samples?|subsamples?|cohorts?|subset|panel)(?: size)? of(?: about| only)? ?\Z")
"""What a number without a noun is the size of."""

_STUDIED_IN = re.compile(
    r"\b(?:measured|dated|determined|observed|analy[sz]ed|assessed|quantified|recorded|examined|estimated|detected"
    r"|studied"
    r"|evaluated|tested|investigated|demonstrated|compared|identified)\sin(?: the| all)?\Z"
)
_IN = (" in", " in the", " in all")
_MODIFIERS = (*word_set("only just about around over nearly almost some the approximately"), "a total of")
_MODIFIED = re.compile(rf"\s(?:{'|'.join(_MODIFIERS)})\Z")
_PASSIVE = re.compile(
    rf"(?:\s\([^()]{{0,80}}+\))?(?:(?!\s(?:were|was|had|have|which|who|and(?! [0-9]))\b),?\s[\w'’.-]++){{0,12}}+"
    rf"\s(?:were|was|had been|have been|has been)\s(?:then |also |each |all |not |\w{{2,20}}ly )?(?:\w{{2,12}}-"
    rf"|\w{{2,15}} and )?"
    rf"(?:{_STUDIED}|{_TREATED})\b"
)
_PARTICIPLE = re.compile(
    r"\s(?:screened|enrol(?:l)?ed|recruited|surveyed|interviewed|randomi[sz]ed|sampled|assessed)\b"
)
_TOOK_PART = re.compile(
    r"(?:\s\([^()]{0,80}+\))?(?:(?!\s(?:were|was|had|have|that|which)\b)\s[\w'’-]++){0,6}?\s(?:participated|completed"
    r"|took part|responded|underwent|consented|filled|kept|wrote|rated|answered|attended|read|performed|watched|viewed"
    r"|listened|played|wore|judged|solved|volunteered|provided|returned|submitted|learned|received|tasted|gave"
    r"|used|tried|tested|chose|drank|ate|walked|ran|drove|practised|practiced|reported|described|discussed|saw"
    r"|were (?:asked|assigned|trained|instructed|invited|exposed|presented|shown|given|allocated|divided|classified"
    r"|followed|recruited))\b"
)
_JOINED_IN = re.compile(r"\s(?:took part|participated|responded|(?:agreed|consented|volunteered) to)\b")
_OF_WHOM = re.compile(r"(?:\A|[\s\"'(])Of(?: the| all)?\s\Z")
_OF_ENDS = ("of", "the", "all")
_LINKS = frozenset(("by", "the"))
_OF_ALL = re.compile(r"(?:\A|[\"'(:]\s?)Of\s\Z")
_TOLD_OF_PEOPLE = (
    r"\b(?=[acefioprstw])(?:involv(?:ed|ing)|includ(?:ed|ing)|comprised|comprising|recruit(?:ed|ing)|produced by"
    r"|written by|spoken by"
    r"|posted by|recorded from|elicited from|obtained from|participants|respondents|(?:study|experiment) [0-9]"
    r"|collected from|gathered from|reported by|provided by|completed by|attended by|answered by|reached"
    r"|(?:random(?:ly|i[sz]ed)"
    r"|followed|trial) \w{0,12})\b[^.;]{0,24}\Z"
)
_BEHIND_PEOPLE = re.compile(_TOLD_OF_PEOPLE)
_FURTHEST = 48
"""Characters in which these words end, at most."""

_LINKED_PEOPLE = re.compile(
    rf"{_TOLD_OF_PEOPLE}"
    r"|\b(?:produced|written|spoken|posted|uttered|filled in|drawn|made|rated|judged|returned|submitted|shared"
    r"|given|delivered|held|led|taught|played|sung|recorded)\b[^.;]{0,60}"
    r"\sby\s\Z"
    r"|\b(?:mean|median|average)\b[^.;]{0,30}\bof the\s\Z"
    r"|(?:%|\b(?:cent|percent|half|third|thirds|quarters?|fifth|majority|most|all|none|each))\sof the\s\Z",
)
"""The same, or what stands in front of `by` and `of the`."""

_INTERVIEWED = re.compile(
    r"\b(?=[defiqrs])(?:interviews?|interviewed|interviewing|focus groups?|surveyed|questionnaires?|data from|sampled"
    r"|recruited|enrol(?:l)?ed"
    r"|interviewees|informants|respondents)\b[^.;]{0,80}\Z",
)
_CHAINED = re.compile(r"[\s\w'’/-]{0,60}\)?(?:,|\band\b|\bor\b|\bplus\b|\()[\s\w'’-]{0,20}")
_BY = re.compile(r"[\s\w'’/-]{0,40}\s(?:by|from)\s")
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|where)\b")
_OTHERS = re.compile(r"\b(?:who|which|that|whose|where)\b|\ws to \Z")
"""Words in front of a verb of study whose subject is not the study."""

_NO_ACTS = word_set("died resigned emigrated drowned perished defected lived voted live fled migrated settled")
_SMALL_SETS = word_set("set sets series selection")
"""Words for few things as well as for samples."""

_SEVERAL = 5
_WHERE = word_set("from in across at within through")
_SETTING = word_set("in at across within through by to into over per between during after before than")
_NEAR = 90
_FEW = 20
_CROWD = 100_000


def as_sample(text: str, drafts: list[Draft], start: int, end: int) -> list[Draft]:
    """The drafts, where counts that are sample sizes are so called."""
    kept: list[Draft] = []
    has_sample = False
    for draft in drafts:
        named = draft
        if (
            draft.kind == "count"
            and draft.phrase is None
            and _ALONE.search(text, max(start, draft.start - 30), draft.start)
        ):
            named = draft._replace(kind="sample_size")
        elif draft.kind == "count" and draft.phrase is not None and not (has_sample and _is_where(text, draft, start)):
            is_sample = _is_sample(text, draft, start, end) or (bool(kept) and _is_chained(text, kept[-1], draft))
            named = draft._replace(kind="sample_size") if is_sample else draft
        has_sample = has_sample or named.kind == "sample_size"
        kept.append(named)
    return kept


def counts_people(text: str, draft: Draft) -> bool:
    """Whether the draft counts several people or units that a study can sample.

    Examples:
        >>> from decimal import Decimal
        >>> from coprod.text.quantities._phrases import Phrase
        >>> counts_people("2000 adults", Draft(0, 4, "count", Decimal(2000), phrase=Phrase(5, 11, 5)))
        True
    """
    head = _head(text, draft)
    return _is_sampled(head) and is_plural(head)


def _is_chained(text: str, before: Draft, draft: Draft) -> bool:
    """Whether the count stands in one list with a sample size: `12 nurses, 3 doctors and 1 cook`."""
    if before.kind != "sample_size" or draft.start - before.end >= _NEAR:
        return False
    if not _is_sampled(_head(text, draft)):
        return False
    found = _CHAINED.fullmatch(text, before.end, draft.start)
    if found is None:
        return is_person(_head(text, draft)) and _BY.fullmatch(text, before.end, draft.start) is not None
    link = max(found[0].rfind(","), found[0].rfind(" and "), found[0].rfind("("))
    return _RELATIVE.search(found[0]) is None and not any(map(is_verb, found[0][max(0, link) :].split()))


def _is_sampled(head: str) -> bool:
    """Whether the noun names people or units that a study can sample."""
    return head in SAMPLES or is_population(head)


def _is_where(text: str, draft: Draft, start: int) -> bool:
    """Whether the count only says where a sample comes from: `60 pupils from three schools`."""
    return word_before(text, draft.start, start).lower() in _WHERE and not is_person(_head(text, draft))


def _head(text: str, draft: Draft) -> str:
    phrase = draft.phrase
    return "" if phrase is None else text[phrase.unit : phrase.end].rsplit(None, 1)[-1].lower()


def _is_sample(text: str, draft: Draft, start: int, end: int) -> bool:
    """Whether the count is the size of a sample, by its noun or by the words around it."""
    if draft.phrase is None or draft.value is None or text[draft.end : draft.end + 1] == "-":
        return False
    head = _head(text, draft)
    if head in SAMPLES or text[draft.phrase.start : draft.phrase.end].lower().endswith("focus groups"):
        return True
    if head in DESIGN:
        return False
    before = text[max(start, draft.start - _NEAR) : draft.start]
    last = word_before(text, draft.start, start).lower()
    return (
        _is_object(before.rstrip(), draft, head)
        or _is_studied_in(before, head)
        or (is_person(head) and _is_participant(text, draft, before, last, end))
        or (_is_sampled(head) and _JOINED_IN.match(text, draft.phrase.end, end) is not None)
        or _PARTICIPLE.match(text, draft.phrase.end, end) is not None
        or (last not in _SETTING and (_is_interviewed(before, head, last) or _is_patient(text, draft, end)))
    )


def _is_studied_in(before: str, head: str) -> bool:
    """Whether it is `Of 96 residents, ...`, or what something was measured in; places are settings."""
    if head in SETTINGS:
        return False
    if before.endswith("Of ") and _OF_ALL.search(before) is not None:
        return True
    words = before.rstrip()
    return words.endswith(_IN) and head not in CONTENTS and _STUDIED_IN.search(words) is not None


def _is_interviewed(before: str, head: str, last: str) -> bool:
    """Whether people are named among those who were asked."""
    led = _INTERVIEWED.search(plain(before)) if _is_sampled(head) and last not in ("of", "from") else None
    return led is not None and _RELATIVE.search(before, led.start()) is None


def _is_patient(text: str, draft: Draft, end: int) -> bool:
    """Whether it is said behind the noun that the units were studied."""
    if draft.phrase is None:
        return False
    return _PASSIVE.match(text, draft.phrase.end, min(end, draft.phrase.end + 160)) is not None


def _acts(text: str, draft: Draft, end: int) -> bool:
    """Whether people at the start of a sentence did something, as those who take part do."""
    if draft.phrase is None or draft.value is None or not _SEVERAL <= draft.value < _CROWD:
        return False
    following = next_word(text, draft.phrase.end, end)
    verb = "" if following is None else text[following[0] : following[1]].lower()
    return is_verb(verb) and verb not in AUXILIARIES and verb not in _NO_ACTS


def _is_object(before: str, draft: Draft, head: str) -> bool:
    """Whether the words directly in front of the number lead to a sample."""
    words = f" {before}"
    led = _leading(words, len(words))
    modified = _MODIFIED.search(words) if led is None and words.endswith(_MODIFIERS) else None
    if modified is not None:
        led = _leading(words, modified.start())
    if led is None or head in CONTENTS:
        return False
    first = led.start("led")
    if _OTHERS.search(words, max(0, first - 20), first) is not None:
        return False
    return led["led"].split()[0] not in _SMALL_SETS or (draft.value or 0) >= _FEW


def _leading(words: str, end: int) -> re.Match[str] | None:
    """What a sample stands behind, if the words up to there end with that."""
    return _OBJECT.search(words, 0, end) if words.endswith(_OBJECT_ENDS, 0, end) else None


def _is_participant(text: str, draft: Draft, before: str, last: str, end: int) -> bool:
    """Whether people are counted in the role of participants."""
    if draft.phrase is None or draft.value is None or draft.value >= _CROWD:
        return False
    if last.endswith(_OF_ENDS) and _OF_WHOM.search(before) is not None:
        return True
    lowered = plain(before)
    if last in _LINKS:
        led = _LINKED_PEOPLE.search(lowered)
    else:
        led = _BEHIND_PEOPLE.search(lowered, max(0, len(lowered) - _FURTHEST))
    if led is not None and _RELATIVE.search(before, led.start()) is None:
        return True
    if not before.strip() and _acts(text, draft, end):
        return True
    return _TOOK_PART.match(text, draft.phrase.end, min(end, draft.phrase.end + _NEAR)) is not None
