"""What kind of finding a sentence states, by its section and its wording.

In: a sentence of English academic prose, with the category and the label of its section. Out: result, interpretation,
contribution, implication, recommendation or limitation; None for a sentence that is no finding of the paper.
Only what speaks of the paper itself counts ("our results show"), not of others ("studies have shown"). Nothing raises.
"""

import re
from typing import Final

from coprod.text._words import word_set

KINDS: Final = ("result", "interpretation", "contribution", "implication", "recommendation", "limitation")

_NO_STATEMENT: Final = re.compile(
    r"(?i:[\s\[(]*(?:©|\(c\)\s|copyright|crown copyright|all rights reserved|published (?:by|under|online)|keywords?\b|"
    r"key words\b|(?:clinical |systematic )?(?:trials?|review|study|protocol) registration|registration|registered|"
    r"prospero|clinicaltrials|isrctn|nct[0-9]|"
    r"level of evidence|fund(?:ed|ing)\b|doi\b|https?:|abstract from|authors?['’]?s? abstract|psycinfo|publisher|"
    r"conflicts? of interest|"
    r"supplementary|the online version|this article is protected|"
    r"(?:this (?:article |work |paper )?is an? |an? )?open[ -]access (?:article|journal|publication)\b|"
    r"(?:this (?:article|work|paper) is |licensed |distributed )(?:licensed |published |distributed )?under an? |"
    r"the authors?(?:\(s\))?(?:\.|,? (?:under exclusive|published|[0-9]{4}\b)|, under)|"
    r"(?:no commercial )?re-?use (?:is )?permitted|no commercial re-?use|see rights|(?:however, )?users (?:may|should) "
    r"(?:print|refer|download)|"
    r"this abstract may be abridged|no warranty is given|(?:for|please) (?:permissions?\b|see (?:later|the)\b|"
    r"email|e-mail)|submitted by|exclusive licen[cs]e|licensee))"
)
"""How a sentence begins that belongs to the record, not to the paper."""

_HOUSE: Final = re.compile(
    r"(?=.{1,120}\Z)(?:[A-Z&][\w&’'-]*+,? (?:and |of )?){0,6}(?:LLC|Inc|Ltd|Limited|GmbH|B\.?V|PLC|plc|S\.?A|AG|"
    r"Press|Publishing|Publishers|Publications|Periodicals)\.?(?: on behalf of .{1,80})?\Z"
)
"""A sentence that is the name of a publisher, and nothing else."""

_RIGHTS: Final = re.compile(
    r"[\s\[(]*(?:©|\([Cc]\)\s?[0-9]{4}|(?i:copyright)(?:\s*(?:©|\([Cc]\)|,?\s[0-9]{4}\b)|\s(?:of|by)\s[A-Z])|"
    r"(?i:crown copyright|psycinfo database record|all rights reserved|this article is protected by copyright))"
)
"""How a statement of rights begins."""

_PLAN: Final = re.compile(
    r"(?i:\b(?:will|is going to|are going to) (?:be |also |then |further |help |thus |therefore )?(?:address|analy[sz]|"
    r"assess|be\b|compar|determin|discuss|evaluat|examin|explor|generat|identif|inform|investigat|present|provid|"
    r"report|review|test|use\b)|\b(?:is|are|were|was) (?:also |then |briefly |further )?(?:discussed|presented|"
    r"outlined|considered)\b[^,;]{0,80}\.?$|^(?:[^,;:]{0,60}, )?(?:we|i|it|(?:this|the|our) (?:article|chapter|essay|"
    r"paper|review|study)|the authors?) (?:[a-z]+ly |also |then )?(?:conclud|end|clos|finish)(?:es?|s|ed)? "
    r"(?:with|by)\b)"
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
    r"observations?|respondents' answers))(?: (?:of|from|for) [^,;.]{1,80}?)?"
)
_ADVERB: Final = (
    r"(?: (?:also|clearly|consistently|further|furthermore|generally|therefore|thus|then|additionally|however|,))?"
)
_IT: Final = r"^it(?: also| further| then| finally| [a-z]+ly)?"
_ARGUES: Final = _IT + r" (?:argues|concludes|contends|maintains|posits) that\b"
_LEAD: Final = r"^(?:[^,;:]{1,90}, ?|[A-Z][a-z]+ )?"
"""Words before the subject: "Using a survey of 90 cities, we find"."""

_OTHERS: Final = re.compile(
    r"(?i:^(?:[^,;:]{0,60}, ?)?(?:(?:some|many|most|several|few|other|earlier|existing|previous|prior|past|"
    r"recent|extant|"
    r"a growing|a large|much|numerous|various) (?:[a-z-]+ ){0,3}?(?:analys[ei]s|authors?|bod(?:y|ies)|evidence|"
    r"findings?|"
    r"literatures?|papers?|research|results|scholars?|stud(?:y|ies)|work|reviews?)|(?:research|studies|evidence|"
    r"scholars|"
    r"the literature|literature)\b(?: has| have| had)?(?: [a-z]+ly)? "
    r"(?:show|suggest|indicat|demonstrat|found|find|reveal|argue))|"
    r"\bthe aim of|\baims? to\b|\bpurpose of\b|\bseeks? to\b|\bobjective\b)"
)
"""What others found, and what the paper sets out to find."""


def _cue(*patterns: str) -> re.Pattern[str]:
    return re.compile("(?i:" + "|".join(patterns) + ")")


_RECOMMENDATION: Final = _cue(
    r"\b(?:further|future|additional|more|subsequent|follow-up|longitudinal|comparative) (?:[a-z-]+ ){0,3}?"
    r"(?:analys[ei]s|efforts|evaluations?|inquir(?:y|ies)|investigations?|research|stud(?:y|ies)|trials?|work)\b"
    r"[^.;]{0,60}?\b(?:could|should|might|may|must|need|needs|needed|ought|required|warranted|necessary|recommended|"
    r"encouraged|called for|is to|are to)\b",
    r"\b(?:recommend|recommends|is recommended|are recommended|advise|we call for|calls for|we urge|we propose that)\b",
    r"\b(?:policy-?\s?makers|practitioners|managers|governments?|professionals|clinicians|researchers|scholars|"
    r"organi[sz]ations|authorities|municipalities|leaders|administrators|educators|providers|physicians|agencies|"
    r"decision-?\s?makers|stakeholders|physicians|nurses|teachers|regulators|planners|interventions|programmes|"
    r"programs|"
    r"policies|strategies|efforts|attention) (?:must|should|ought to|need to|needs to)\b",
    r"\b(?:there is|there remains) an? (?:[a-z-]+ )?need (?:for|to)\b",
    r"\b(?:further|future|more|additional) (?:[a-z-]+ ){0,3}?(?:research|stud(?:y|ies)|work|investigations?) "
    r"(?:in|into|on|with|to|are|is)\b",
)
_FUTURE: Final = _cue(
    r"^(?:[^,;:]{0,60}, ?)?(?:further|future|additional|more|subsequent|follow-up) (?:[a-z-]+ ){0,3}?"
    r"(?:analys[ei]s|inquir(?:y|ies)|investigations?|research|stud(?:y|ies)|work)\b[^.;]{0,60}?"
    r"\b(?:could|should|might|may|must|need|needs|needed|ought|required|warranted|necessary|recommended|encouraged)\b",
)
_LIMITATION: Final = _cue(
    r"\b(?:is|are|was|were) (?:somewhat |mainly |also )?(?:limited|constrained|restricted) (?:by|to|in that)\b",
    r"\b(?:has|have|had) (?:its |some |several |certain |a few |important |a number of )?limitations?\b",
    r"\blimitations? (?:of|in|to) (?:this|the|our)\b",
    r"\b(?:one|a|another|the main|an important|a key) limitation\b",
    r"\b(?:can ?not|may not|might not|not)(?: be)?(?: [a-z]+){0,2}? generali[sz]",
    r"\b(?:limits?|limiting) (?:the |possibilities|generali[sz])",
    r"\b(?:should|must|need to) be interpreted (?:with|cautiously)\b|\bwith caution\b",
    r"\bsmall (?:sample|number of)\b[^.;]{0,60}\blimit",
    r"\blimited generali[sz]ability\b",
)
_CONTRIBUTION: Final = _cue(
    _PAPER + _ADVERB + r" (?:contributes?|adds?) to\b",
    _PAPER + _ADVERB + r" (?:makes?|offers?|provides?) (?:[a-z-]+ ){0,3}?contributions?\b",
    _PAPER
    + r"(?: is|'s)? (?:among )?(?:the|one of the) first (?:[a-z-]+ )?(?:study |paper |article )?(?:to|of|that)\b",
    r"\b(?:our|the|this paper's|this study's|the paper's|the study's) (?:[a-z-]+ )?contributions? (?:is|are|"
    r"lies?|to)\b",
    _PAPER + _ADVERB + r" (?:sheds?|throws?) (?:[a-z-]+ )?light on\b",
    _PAPER + _ADVERB + r" (?:fills?|closes?|bridges?|advances?|enriches) (?:a|an|the|this|our|both)\b",
    r"\bcontribut(?:es?|ing|ion) to (?:the|our) (?:[a-z-]+ ){0,3}?(?:literature|understanding|knowledge|"
    r"debates?|theory)\b",
    r"\bnovel(?:ty)? (?:of|in|lies|contribution)\b",
)
_IMPLICATION: Final = _cue(
    r"\b(?:practical|policy|managerial|theoretical|social|clinical|important|significant|major|research|wider|broader|"
    r"several|clear|key|direct|serious) (?:and [a-z]+ )?implications?\b",
    r"\b(?:has|have|carry|carries|with) (?:[a-z-]+ ){0,2}?implications? (?:for|to|on)\b",
    r"\bimpl(?:y|ies|ied|ying) that\b",
    r"\bcan (?:be used by|help|guide|inform|assist) (?:[a-z-]+ ){0,2}?(?:policy-?\s?makers|practitioners|managers|"
    r"governments?|professionals|clinicians|organi[sz]ations|researchers)\b",
)
_INTERPRETATION: Final = _cue(
    rf"{_LEAD}{_OUTCOME}{_ADVERB} (?:suggest|imply|point to|underscore|underline|highlight|emphasi[sz]e|support|"
    rf"challenge|"
    r"call into question|offer|caution|lend support)(?:s|ed)?\b",
    rf"{_LEAD}{_PAPER}{_ADVERB} (?:suggest|argue|conclude|contend|underscore|underline|highlight|emphasi[sz]e|"
    r"challenge|speculate|posit|maintain|infer|interpret)(?:s|ed|d)?\b(?! (?:for|to|whether)\b)",
    _ARGUES,
    r"\b(?:it is|it was|is|we|can be|may be) (?:therefore |thus )?(?:concluded?|argued?) that\b",
    r",? suggesting that\b",
)
_RESULT: Final = _cue(
    rf"{_LEAD}{_OUTCOME}{_ADVERB} (?:reveal|show|indicate|demonstrate|confirm|document|illustrate|identif(?:y|ie)|"
    r"establish|prove)(?:s|d|ed|n)?\b",
    rf"{_LEAD}{_PAPER}{_ADVERB} (?:find|found|show|reveal|demonstrate|observe|identif(?:y|ie)|discover|detect|confirm|"
    r"document)(?:s|d|ed|n)?\b(?! (?:whether|how to|ways)\b)",
    _IT + r" (?:finds|identifies|uncovers|discovers) ",
    r"\bit (?:is|was) (?:also )?(?:found|shown|revealed|observed|demonstrated) that\b",
    r"\b(?:was|were) (?:also )?(?:found|shown|observed) (?:to|that|in|between|for)\b",
)

_BY_WORDING: Final = (
    ("recommendation", _RECOMMENDATION),
    ("limitation", _LIMITATION),
    ("contribution", _CONTRIBUTION),
    ("implication", _IMPLICATION),
)
_SELF: Final = _cue(
    r"\b(?:our|we|the (?:article|chapter|paper|authors?)|"
    r"this (?:article|chapter|paper|research|review|study|work)|(?:the|these) (?:findings|results|study)|"
    r"limitations? of)\b",
    r"^(?:this|it|these|they) (?:has|have|may|might)\b",
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
    if category == "CONCLUSIONS":
        return _of_conclusion(sentence, label)
    it = _SHOWS.match(sentence) if behind_paper else None
    if it is not None:
        return "result" if it["result"] else "interpretation"
    return _of_prose(sentence)


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
    """Whether it is a sentence of the paper, and no question, heading or statement of rights."""
    if sentence.rstrip(' "”’)]').endswith("?") or len(sentence.split(None, _FEWEST_WORDS)) < _FEWEST_WORDS:
        return False
    return not is_of_record(sentence)


def is_of_record(sentence: str) -> bool:
    """Whether a sentence belongs to the record, not to the paper: rights, registration, the name of a publisher.

    Examples:
        >>> is_of_record("Wiley Periodicals LLC."), is_of_record("The authors argue that trust rose.")
        (True, False)
    """
    return _NO_STATEMENT.match(sentence) is not None or _HOUSE.match(sentence) is not None


def begins_rights(sentence: str) -> bool:
    """Whether a sentence begins a statement of rights, behind which no text of the paper follows.

    Examples:
        >>> begins_rights("Copyright of Town Review is the property of Town Press."), begins_rights("Copyright helps.")
        (True, False)
    """
    return _RIGHTS.match(sentence) is not None


def _of_conclusion(sentence: str, label: str | None) -> str | None:
    """The kind in a section of conclusions: what its label says, else the wording, else interpretation."""
    said = _said_by(label)
    if said is not None:
        return "recommendation" if _FUTURE.search(sentence) else said
    kind = next((kind for kind, cue in _BY_WORDING if cue.search(sentence)), None)
    if kind is None and not _PLAN.search(sentence):
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


def _of_prose(sentence: str) -> str | None:
    """The kind of a sentence in a text without sections, by its wording alone."""
    if _PLAN.search(sentence) or _OTHERS.search(sentence):
        return None
    for kind, cue in (("result", _RESULT), *_BY_WORDING, ("interpretation", _INTERPRETATION)):
        if cue.search(sentence) and (kind not in _OF_THE_PAPER or _SELF.search(sentence)):
            return kind
    return None
