"""What kind of finding a sentence states, by its section and its wording.

In: a sentence of English academic prose, with the category and the label of its section. Out: result, interpretation,
contribution, implication, recommendation or limitation; None for a sentence that is no finding of the paper.
Only what speaks of the paper itself counts ("our results show"), not of others ("studies have shown"). Nothing raises.
"""

import re
from typing import Final

from coprod.text._words import plain, word_set
from coprod.text.notices import is_notice

KINDS: Final = ("result", "interpretation", "contribution", "implication", "recommendation", "limitation")


def _cue(*patterns: str) -> re.Pattern[str]:
    """A pattern for sentences in small letters behind a space, of which every part begins with a word."""
    return re.compile(rf"[^a-z](?<=\W)(?:{'|'.join(patterns)})")


_BEGIN: Final = "(?<=^ )"
_PLAN: Final = _cue(
    r"(?:will|is going to|are going to) (?:be |also |then |further |help |thus |therefore )?(?:address|analy[sz]|"
    r"assess|be\b|compar|determin|discuss|evaluat|examin|explor|generat|identif|inform|investigat|present|provid|"
    r"report|review|test|use\b)",
    r"(?:is|are|were|was) (?:also |then |briefly |further )?(?:discussed|presented|outlined|considered)\b"
    r"[^,;]{0,80}\.?$",
    _BEGIN + r"(?:[^,;:]{0,60}, )?(?:we|i|it|(?:this|the|our) (?:article|chapter|essay|"
    r"paper|review|study)|the authors?) (?:[a-z]+ly |also |then )?(?:conclud|end|clos|finish)(?:es?|s|ed)? "
    r"(?:with|by)\b",
)
"""Announcements: what is planned, or discussed elsewhere in the paper."""

_PAPER: Final = (
    r"(?:(?:this|our|the|the present|the current|present|current) (?:[a-z-]+ ){0,2}?(?:article|chapter|paper|"
    r"research|review|"
    r"study|work|thesis|investigation|meta-analysis|survey|experiment|case study)|the authors?|we|i)"
)
_OUTCOME: Final = (
    r"(?:(?:(?:this|our|the|these|its|their|both) )?(?:[a-z-]+ ){0,2}?(?:findings?|results?|analys[ei]s|estimates?|"
    r"simulations?|outcomes)|(?:our|these|the) (?:[a-z-]+ ){0,2}?(?:data|evidence|experiments?|interviews|models?|"
    r"observations?|respondents' answers))(?: (?:of|from|for) (?:[^,;.]|(?<=[0-9])[,.](?=[0-9])){1,80}?)?"
)
_ONE: Final = (
    r"an? (?!recent|previous|prior|earlier|famous|classic)(?:[a-z-]+ ){0,3}?(?:analysis|meta-analysis|comparison|"
    r"experiment|questionnaire|regression|review|simulation|survey|trial)(?: (?:among|between|from|in|of|on|with) "
    r"(?:[^,;.]|(?<=[0-9])[,.](?=[0-9])){1,80}?)?"
)
"""A study that is told of in the past: "a survey of 1,012 mayors revealed"."""
_ADVERB: Final = (
    r"(?: (?:also|clearly|consistently|further|furthermore|generally|therefore|thus|then|additionally|however|,))?"
)
_IT: Final = _BEGIN + r"it(?: also| further| then| finally| [a-z]+ly)?"
_ARGUES: Final = _IT + r" (?:argues|concludes|contends|maintains|posits) that\b"
_LEAD: Final = _BEGIN + r"(?:[^,;:]{1,90}, ?|[a-z]{2,} )?"
"""Words before the subject: "Using a survey of 90 cities, we find"."""

_OTHERS: Final = _cue(
    _BEGIN + r"(?:[^,;:]{0,60}, ?)?(?:(?:some|many|most|several|few|other|earlier|existing|previous|prior|past|"
    r"recent|extant|"
    r"a growing|a large|much|numerous|various) (?:[a-z-]+ ){0,3}?(?:analys[ei]s|authors?|bod(?:y|ies)|evidence|"
    r"findings?|"
    r"literatures?|papers?|research|results|scholars?|stud(?:y|ies)|work|reviews?)|(?:research|studies|evidence|"
    r"scholars|"
    r"the literature|literature)\b(?: has| have| had)?(?: [a-z]+ly)? "
    r"(?:show|suggest|indicat|demonstrat|found|find|reveal|argue))",
    r"the aim of|(?:aims? to|purpose of|seeks? to|objective)\b",
)
"""What others found, and what the paper sets out to find."""


_RECOMMENDATION: Final = _cue(
    r"(?:further|future|additional|more|subsequent|follow-up|longitudinal|comparative) (?:[a-z-]+ ){0,3}?"
    r"(?:analys[ei]s|efforts|evaluations?|inquir(?:y|ies)|investigations?|research|stud(?:y|ies)|trials?|work)\b"
    r"[^.;]{0,60}?\b(?:could|should|might|may|must|need|needs|needed|ought|required|warranted|necessary|recommended|"
    r"encouraged|called for|is to|are to)\b",
    r"(?:recommend|recommends|is recommended|are recommended|advise|we call for|calls for|we urge|we propose that)\b",
    r"(?:policy-?\s?makers|practitioners|managers|governments?|professionals|clinicians|researchers|scholars|"
    r"organi[sz]ations|authorities|municipalities|leaders|administrators|educators|providers|physicians|agencies|"
    r"decision-?\s?makers|stakeholders|physicians|nurses|teachers|regulators|planners|interventions|programmes|"
    r"programs|"
    r"policies|strategies|efforts|attention) (?:must|should|ought to|need to|needs to)\b",
    r"(?:there is|there remains) an? (?:[a-z-]+ )?need (?:for|to)\b",
    r"(?:further|future|more|additional) (?:[a-z-]+ ){0,3}?(?:research|stud(?:y|ies)|work|investigations?) "
    r"(?:in|into|on|with|to|are|is)\b",
)
_FUTURE: Final = _cue(
    _BEGIN + r"(?:[^,;:]{0,60}, ?)?(?:further|future|additional|more|subsequent|follow-up) (?:[a-z-]+ ){0,3}?"
    r"(?:analys[ei]s|inquir(?:y|ies)|investigations?|research|stud(?:y|ies)|work)\b[^.;]{0,60}?"
    r"\b(?:could|should|might|may|must|need|needs|needed|ought|required|warranted|necessary|recommended|encouraged)\b",
)
_LIMITATION: Final = _cue(
    r"(?:is|are|was|were) (?:somewhat |mainly |also )?(?:limited|constrained|restricted) (?:by|to|in that)\b",
    r"(?:has|have|had) (?:its |some |several |certain |a few |important |a number of )?limitations?\b",
    r"limitations? (?:of|in|to) (?:this|the|our)\b",
    r"(?:one|a|another|the main|an important|a key) limitation\b",
    r"(?:can ?not|may not|might not|not)(?: be)?(?: [a-z]+){0,2}? generali[sz]",
    r"(?:limits?|limiting) (?:the |possibilities|generali[sz])",
    r"(?:should|must|need to) be interpreted (?:with|cautiously)\b|with caution\b",
    r"small (?:sample|number of)\b[^.;]{0,60}\blimit",
    r"limited generali[sz]ability\b",
)
_CONTRIBUTION: Final = _cue(
    _PAPER + _ADVERB + r" (?:(?:contributes?|adds?) to|(?:makes?|offers?|provides?) (?:[a-z-]+ ){0,3}?contributions?|"
    r"(?:sheds?|throws?) (?:[a-z-]+ )?light on|"
    r"(?:fills?|closes?|bridges?|advances?|enriches) (?:a|an|the|this|our|both))\b",
    _PAPER
    + r"(?: is|'s)? (?:among )?(?:the|one of the) first (?:[a-z-]+ )?(?:study |paper |article )?(?:to|of|that)\b",
    r"(?:our|the|this paper's|this study's|the paper's|the study's) (?:[a-z-]+ )?contributions? (?:is|are|"
    r"lies?|to)\b",
    r"contribut(?:es?|ing|ion) to (?:the|our) (?:[a-z-]+ ){0,3}?(?:literature|understanding|knowledge|"
    r"debates?|theory)\b",
    r"novel(?:ty)? (?:of|in|lies|contribution)\b",
)
_IMPLICATION: Final = _cue(
    r"(?:practical|policy|managerial|theoretical|social|clinical|important|significant|major|research|wider|broader|"
    r"several|clear|key|direct|serious) (?:and [a-z]+ )?implications?\b",
    r"(?:has|have|carry|carries|with) (?:[a-z-]+ ){0,2}?implications? (?:for|to|on)\b",
    r"impl(?:y|ies|ied|ying) that\b",
    r"can (?:be used by|help|guide|inform|assist) (?:[a-z-]+ ){0,2}?(?:policy-?\s?makers|practitioners|managers|"
    r"governments?|professionals|clinicians|organi[sz]ations|researchers)\b",
)
_INTERPRETATION: Final = _cue(
    rf"{_LEAD}{_OUTCOME}{_ADVERB} (?:suggest|imply|point to|underscore|underline|highlight|emphasi[sz]e|support|"
    rf"challenge|"
    r"call into question|offer|caution|lend support)(?:s|ed)?\b",
    rf"{_LEAD}{_PAPER}{_ADVERB} (?:suggest|argue|conclude|contend|underscore|underline|highlight|emphasi[sz]e|"
    r"challenge|speculate|posit|maintain|infer|interpret)(?:s|ed|d)?\b(?! (?:for|to|whether)\b)",
    _ARGUES,
    r"(?:it is|it was|is|we|can be|may be) (?:therefore |thus )?(?:concluded?|argued?) that\b",
    r"(?<= )suggesting that\b",
)
_NOT: Final = r"(?: (?:could|did|do|does|can) ?not| cannot| didn['’]t| failed to)?"
_EFFECT: Final = (
    r"(?:associations?|benefits?|changes?|correlations?|declines?|decreases?|differences?|drops?|effects?|evidence|gains?|"
    r"impacts?|improvements?|increases?|influences?|interactions?|links?|loss(?:es)?|reductions?|relations?|relationships?|rises?|"
    r"support|trends?)"
)
"""What a test is about."""

_SEEN: Final = r"(?:was|were) (?:[a-z]+ly |also )?(?:apparent|detected|evident|found|identified|noted|observed|seen)\b"
_TESTED: Final = (
    r"p(?:[- ]?values?)? ?[<=>≤≥] ?[0-9.]|95 ?% ?(?:ci|confidence interval|credible interval)\b|"
    r"(?:a?[oh]r|i?rr|β|χ2|χ²|cohen['’]s d) ?= ?[-−–]?[0-9.]"
)
_RESULT: Final = _cue(
    rf"{_LEAD}{_ONE}{_ADVERB} (?:reveal|show|indicat|demonstrat|confirm|found|identifi|yield)(?:ed)?\b",
    rf"{_LEAD}{_OUTCOME}{_ADVERB} (?:reveal|show|indicate|demonstrate|confirm|document|illustrate|identif(?:y|ie)|"
    r"establish|prove)(?:s|d|ed|n)?\b",
    rf"{_LEAD}{_PAPER}{_ADVERB}{_NOT} (?:find|found|show|reveal|demonstrate|observe|identif(?:y|ie)|discover|detect|"
    r"confirm|document)(?:s|d|ed|n)?\b(?! (?:whether|how to|ways)\b)",
    _IT + r" (?:finds|identifies|uncovers|discovers) ",
    r"it (?:is|was) (?:also )?(?:found|shown|revealed|observed|demonstrated) that\b",
    r"(?:was|were) (?:also )?(?:found|shown|observed) (?:to|that|in|between|for)\b",
)

_TOLD: Final = _cue(
    _TESTED,
    rf"{_LEAD}no (?:[a-z-]+ ){{0,4}}?{_EFFECT}\b[^,;]{{0,80}}? {_SEEN}",
    rf"there (?:was|were) (?:also )?(?:[a-z]+ly )?(?:no|little|insufficient|an? (?:[a-z]+ly )?significant|"
    rf"(?:[a-z]+ly )?significant) (?:[a-z-]+ ){{0,5}}?{_EFFECT}\b",
    rf"(?:had|made|showed|yielded|produced) no (?:[a-z-]+ ){{0,4}}?{_EFFECT}\b",
    r"did not (?:[a-z]+ly )?(?:affect|change|correlate|decrease|differ|explain|improve|increase|influence|mediate|"
    r"moderate|predict|reduce|vary)\b",
    r"(?:was|were) (?:not |neither |un)?(?:also )?(?:[a-z]+ly )?(?:associated|correlated|related) (?:with|to)\b",
    r"(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several) (?:[a-z-]+ ){0,4}?(?:barriers|"
    r"categories|classes|clusters|dimensions|factors|mechanisms|patterns|profiles|sub-?themes|themes|types)\b"
    rf"[^,;]{{0,60}}? (?:emerged\b|{_SEEN}|(?:was|were) (?:derived|distinguished|extracted|generated)\b)",
)
"""What came out, without a word of the paper, and the figures of a test."""

_PERSONS: Final = (
    _BEGIN + r"(?:[^,;:]{1,90}, ?)?(?:(?:all|few|half|many|most|none|some) of the )?"
    r"(?:(?!(?:among|between|by|for|from|in|of|with)\b)[a-z0-9-]+ ){0,2}?"
    r"(?:adults|children|citizens|participants|patients|people|pupils|respondents|students|subjects|volunteers)"
)
"""The people of a study, as the subject of a sentence."""

_DONE: Final = _cue(
    r"(?:we|i|(?:authors|experimenters|investigators|researchers))(?: also| then| therefore| [a-z]{1,20}ly)? did not\b",
    rf"{_PERSONS} did not (?:[a-z]{{1,20}}ly )?[a-z]{{1,20}} (?:an?|any|her|his|the|their)\b",
    rf"{_PERSONS} were (?:not |also )?(?:[a-z]{{1,20}}ly )?related to\b",
    r"(?:was|were) randomly (?:associated|correlated|related) (?:with|to)\b",
)
"""What authors and participants did not do, and kin: it tells how a study was made, not what came out."""

_SETTING: Final = _cue(
    r"(?:consider|defin|deem|hypothesi[sz]|set (?:at|to)\b|threshold|cut-?off|significance level|level of significance|"
    r"statistical significance (?:was|is)|whether\b)"
)
"""Words by which a sentence says what was tested, and how."""

_BY_WORDING: Final = (
    ("recommendation", _RECOMMENDATION),
    ("limitation", _LIMITATION),
    ("contribution", _CONTRIBUTION),
    ("implication", _IMPLICATION),
)
_SELF: Final = _cue(
    r"(?:our|we|the (?:article|chapter|paper|authors?)|"
    r"this (?:article|chapter|paper|research|review|study|work)|(?:the|these) (?:findings|results|study)|"
    r"limitations? of)\b",
    _BEGIN + r"(?:this|it|these|they) (?:has|have|may|might)\b",
    _ARGUES,
)
"""Words by which a sentence speaks of the paper."""

_SHOWS: Final = _cue(
    _IT + r" (?:(?P<result>confirms|demonstrates|documents|illustrates|indicates|reveals|shows)|suggests|highlights|"
    r"underlines|underscores|emphasi[sz]es) (?:that|how|why)\b",
)
"""What the paper does where the sentence before speaks of it."""

_ABOUT: Final = re.compile(
    r"[TtOo](?<!\w.)(?i:(?:(?<=t)(?:his|he(?: present| current)?)|(?<=o)ur) (?:[a-z-]+ ){0,2}?"
    r"(?:analysis|article|chapter|contribution|essay|paper|research|review|study|thesis|work)\b)"
)
_OF_THE_PAPER: Final = frozenset(("limitation", "implication", "interpretation"))
"""Kinds whose wording is as common in what a paper says of the world."""

_SILENT: Final = frozenset(("BACKGROUND", "OBJECTIVE", "METHODS"))
"""Categories of sections that state no findings."""

_BY_LABEL: Final = (
    ("limitation", word_set("limitation limitations caveats weaknesses")),
    ("recommendation", word_set("recommendation recommendations")),
    ("implication", word_set("implication implications applications relevance")),
    ("contribution", word_set("originality novelty contribution contributions value")),
)
"""Words of labels that say what every sentence below them is; the first that is found counts."""

_LABEL_WORD: Final = re.compile(r"[a-z]+")
_CONCLUDING: Final = word_set("conclusion conclusions discussion interpretation summary")
_FEWEST_WORDS: Final = 2


def kind_of(sentence: str, category: str | None, label: str | None, *, behind_paper: bool = False) -> str | None:
    """The kind of finding that a sentence states.

    Args:
        sentence: One sentence.
        category: Category of its section; None for a text without sections.
        label: Label of its section as printed; None for a text without sections.
        behind_paper: Whether the sentence before it speaks of the paper, so that "it" may be the paper.

    Returns:
        The kind; None if it states no finding.

    Examples:
        >>> kind_of("Trust rose.", "RESULTS", "Findings")
        'result'
        >>> kind_of("The findings reveal that trust rose.", None, None)
        'result'
        >>> kind_of("Policymakers should listen.", "CONCLUSIONS", "Conclusion")
        'recommendation'
        >>> kind_of("We asked 70 citizens.", "METHODS", "Methods") is None
        True
    """
    if not _is_statement(sentence):
        return None
    if category == "RESULTS":
        return "result"
    if category in _SILENT:
        return None
    words = f" {plain(sentence)}"
    if category == "CONCLUSIONS":
        return _of_conclusion(words, label)
    it = _SHOWS.match(words) if behind_paper else None
    if it is not None:
        return "result" if it["result"] else "interpretation"
    return _of_prose(words)


def is_prose(category: str | None) -> bool:
    """Whether in a section of that category the wording alone tells a finding, so that it counts what "it" is.

    Examples:
        >>> is_prose(None), is_prose("RESULTS")
        (True, False)
    """
    return category not in ("RESULTS", "CONCLUSIONS") and category not in _SILENT


def speaks_of_paper(sentence: str, *, behind_paper: bool) -> bool:
    """Whether a sentence speaks of the paper, or goes on to do so with "it".

    Examples:
        >>> speaks_of_paper("This article asks who reads.", behind_paper=False)
        True
        >>> speaks_of_paper("Trust is rare.", behind_paper=True)
        False
    """
    return _ABOUT.search(sentence) is not None or (behind_paper and sentence.startswith("It "))


def _is_statement(sentence: str) -> bool:
    """Whether it is a sentence of the paper, and no question, heading or notice."""
    if sentence.rstrip(' "”’)]').endswith("?") or len(sentence.split(None, _FEWEST_WORDS)) < _FEWEST_WORDS:
        return False
    return not is_notice(sentence)


def _of_conclusion(words: str, label: str | None) -> str | None:
    """The kind in a section of conclusions: what its label says, else the wording, else interpretation."""
    said = _said_by(label)
    if said is not None:
        return "recommendation" if _FUTURE.search(words) else said
    kind = next((kind for kind, cue in _BY_WORDING if cue.search(words)), None)
    if kind is None and not _PLAN.search(words):
        kind = "interpretation"
    return kind


def _said_by(label: str | None) -> str | None:
    """The kind that a label says.

    Examples:
        >>> _said_by("Research limitations/implications"), _said_by("Conclusions and implications")
        ('limitation', None)
    """
    words = set(_LABEL_WORD.findall(label.lower())) if label is not None else set()
    if not _CONCLUDING.isdisjoint(words):
        return None
    return next((kind for kind, cues in _BY_LABEL if not cues.isdisjoint(words)), None)


def _of_prose(words: str) -> str | None:
    """The kind of a sentence in a text without sections, by its wording alone."""
    if _PLAN.search(words) or _OTHERS.search(words):
        return None
    for kind, cue in (("result", _RESULT), *_BY_WORDING, ("interpretation", _INTERPRETATION)):
        if cue.search(words) and (kind not in _OF_THE_PAPER or _SELF.search(words)):
            return kind
    if _TOLD.search(words) is None or _SETTING.search(words) is not None:
        return None
    return "result" if _TOLD.search(_DONE.sub(" ", words)) is not None else None
