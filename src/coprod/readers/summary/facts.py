"""Data of a study in the sections of a summary page: "Sample size: 249", which are text and state no finding.

In: the blocks below a heading. Out: those that are a label with its value, on one line or on two, and those that say
that there is none. A label is known by its words; a value that is a sentence states something, and stays.
"""

import re
from typing import Final

from coprod.readers.pages.blocks import Block
from coprod.readers.summary.headings import words_from
from coprod.text._words import word_set

_LABEL: Final = re.compile(
    r"(?:total |final )?sample(?: size)?|population|(?:number of )?participants?(?: count)?|(?:study |data )?setting|"
    r"(?:primary |main )?outcomes?(?: measures?| measured)?|(?:study |research )(?:type|design|period|location)|"
    r"type of (?:study|paper)|country|countries|location|region|interventions?(?: effects?)?|comparison|comparator|"
    r"duration|follow-up|time ?frame|(?:data )?period|data(?: ?sets?| sources?)?|funding(?: sources?)?|"
    r"(?:conflicts?|declarations?) of interests?|competing interests|study (?:snapshot|details|characteristics|facts)|"
    r"snapshot|at a glance|quick facts",
    re.IGNORECASE,
)
"""What is known of a study apart from what it found."""

_OF_QUOTES: Final = re.compile(r"(?:key |supporting |notable |direct )?(?:quotes?|quotations?)", re.IGNORECASE)
_QUOTE: Final = re.compile(r"[*_>\s]{0,6}[\"“„«‘'].{1,2000}")
_NOTHING: Final = re.compile(
    r"(?:not|none) (?:mentioned|reported|stated|specified|available|applicable|provided|found|given)|none|n/?a|[–—-]",
    re.IGNORECASE,
)
FIRST_WORDS: Final = word_set(
    "at comparator comparison competing conflict conflicts countries country data dataset datasets declaration",
    "declarations direct duration final follow funding intervention interventions key location main n na none not",
    "notable number outcome outcomes participant participants period population primary quick quotation quotations",
    "quote quotes region research sample setting snapshot study supporting time timeframe total type",
)
"""Words that such a label, or the line that there is nothing, can begin with, in small letters."""

_AROUND: Final = "*_ "
_LONGEST_LABEL: Final = 50
_LONGEST_VALUE: Final = 90
_MOST_WORDS: Final = 6
"""Words of a value without a capital, between two commas."""

_APART: Final = re.compile(r"[,;]\s")
_PUNCTUATION: Final = "*_()[]:,;\"“”'‘’"
_STATING: Final = word_set(
    "than am is are was were been has have had do does did can cannot could may might must shall should will would",
    "isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t hasn't hasn’t doesn't doesn’t don't don’t didn't didn’t",
    "became grew rose sank",
)
"""Words that no list of nouns has, in small letters: the month is May."""

_VERBS: Final = word_set(
    "affects affected became becomes benefited brings brought caused changed correlated correlates declined decreased",
    "depended depends differ differed differs dropped experienced explained explains fell felt finds found gained gave",
    "gives goes grow grows helped helps improved increased knows leads led lost makes mattered matters needed",
    "outperform outperformed outperforms predict predicted predicts prefer preferred prefers recovered reduced reduces",
    "remain remained remains reported rises said says scored sees seem seemed seems showed shows slept spends spent",
    "stayed stays suggested suggests supported takes thinks thought took trusted used varied vary varies wanted wants",
    "went won worked worsened worsens",
)
"""Words that are a verb behind the noun of which they say something; none of them is a noun too."""

_BEFORE_NOUNS: Final = word_set("a an and any by for from in no of on or per the to with &")
"""Words that no verb follows as it does a noun."""

_ENDS: Final = (".", "!", "?", ".”", '."')


def facts_in(blocks: list[Block], cues: list[frozenset[str]]) -> set[Block]:
    """The blocks that are data of the study; `cues` say which of them may be.

    Examples:
        >>> from coprod.readers.pages.tree import Piece
        >>> from coprod.readers.summary.cues import cues_of
        >>> lines = ["Trust rose.", "Sample size: 249", "Funding source", "Not mentioned", "Country: It is cold there."]
        >>> facts = facts_in(blocks := [Block([Piece(line, 1, 0)]) for line in lines], cues_of(lines))
        >>> [block.text for block in blocks if block in facts]
        ['Sample size: 249', 'Funding source', 'Not mentioned']
    """
    found: set[Block] = set()
    wants = ""
    for block, cue in zip(blocks, cues, strict=True):
        if not wants and "fact" not in cue:
            continue
        if not wants and len(block.text) > _LONGEST_LABEL and ":" not in block.text[:_LONGEST_LABEL]:
            continue
        text = block.text[words_from(block.text) :] if not _QUOTE.fullmatch(block.text) else block.text
        label, colon, value = (part.strip(_AROUND) for part in text.partition(":"))
        of_quotes = _OF_QUOTES.fullmatch(label) is not None
        is_label = len(label) <= _LONGEST_LABEL and (of_quotes or _LABEL.fullmatch(label) is not None)
        if is_label and (not value or _is_value(value, of_quotes=of_quotes)):
            wants = "" if value else "quotes" if of_quotes else "value"
            found.add(block)
            continue
        of_label = wants == "value" and not colon and _is_value(block.text, of_quotes=False)
        if of_label or _says_nothing(block.text) or (wants == "quotes" and _QUOTE.fullmatch(text) is not None):
            found.add(block)
        wants = wants if wants == "quotes" and block in found else ""
    return found


def is_fact(text: str) -> bool:
    """Whether a line is a label of data with words behind it, be they its value or a sentence.

    Examples:
        >>> is_fact("- **Country:** Norway"), is_fact("Country: Trust rose there"), is_fact("Blog: Norway")
        (True, True, False)
    """
    label, _colon, value = (part.strip(_AROUND) for part in text[words_from(text) :].partition(":"))
    return bool(value) and _LABEL.fullmatch(label) is not None


def _is_value(text: str, *, of_quotes: bool) -> bool:
    """Whether a text is a value and no sentence."""
    if of_quotes:
        return _QUOTE.fullmatch(text) is not None
    if len(text) > _LONGEST_VALUE or text.rstrip(_AROUND).endswith(_ENDS) or "%" in text:
        return False
    items = [[word.strip(_PUNCTUATION) for word in item.split()] for item in _APART.split(text)]
    return not any(_states(item) for item in items)


def _states(words: list[str]) -> bool:
    """Whether an item of a value has a finite verb, compares, or has more words than a number, a date or a name."""
    if sum(not word[:1].isupper() for word in words) > _MOST_WORDS:
        return True
    if not _STATING.isdisjoint(words):
        return True
    return any(
        word in _VERBS and before not in _BEFORE_NOUNS and after != "by"
        for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False)
    )


def _says_nothing(text: str) -> bool:
    return _NOTHING.fullmatch(text[words_from(text) :].strip("*_ .")) is not None
