"""Whether an activity is over: what stands below "Activities" may be planned or done.

In: the text of an item or a paragraph. Out: whether its verbs say that it was done. No clock is asked: a year alone
says nothing. Nothing raises.
"""

import re
from typing import Final

from coprod.readers.study_group.cues import has_any
from coprod.readers.study_group.header import KIND
from coprod.readers.study_group.words import DEEDS
from coprod.text._words import word_set
from coprod.text.sentences import sentences

_VERB: Final = rf"(?:co-?)?(?:{'|'.join(sorted(DEEDS))})\b"
_LEAD: Final = r"\A(?:(?:in|since|during|at|on|from|for|between) [^.:;?!]{1,60}, |[^:.;?!]{0,30}(?:19|20)[0-9]{2}: )?"
_ACTED: Final = re.compile(
    rf"{_LEAD}(?:(?:(?:the|our|this) )?(?:{KIND}|group|committee|network|section|members"
    r"|(?:p?sg|rc|wg) ?[0-9ivx]{1,5})"
    rf"|we|it|they) (?:(?:has|have|also|successfully|jointly|already|regularly) ){{0,2}}{_VERB}",
    re.IGNORECASE,
)
"""The group, and what it did."""

_DONE: Final = re.compile(
    rf"{_LEAD}(?P<subject>[^.;:?!]{{1,120}}?)"
    rf" (?:(?:was|were|has been|have been) (?:also |jointly |successfully )?{_VERB}"
    r"|took place\b)",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(
    rf"{_LEAD}{_VERB} (?:a|an|the|our|its|one|two|three|four|five|several|[0-9]{{1,3}})\b", re.IGNORECASE
)
_OF_CLAUSES: Final = word_set("that which who whom whose what how why where when whether if as to")
"""Words of which one between the begin and the verb says that another clause has the verb."""

_TO_COME: Final = word_set(
    "will shall plan plans planned planning intend intends next upcoming future forthcoming scheduled"
)
_CUES: Final = DEEDS | {"took"}


def is_past(text: str) -> bool:
    """Whether a text says what was done, and nothing of what is to come.

    Examples:
        >>> is_past("RC07 organised nine panels."), is_past("In 2015, two books were published.")
        (True, True)
        >>> is_past("Organise a panel."), is_past("Compare how services were organised."), is_past("Congress, 2019")
        (False, False, False)
    """
    if not has_any(text, _CUES) or has_any(text, _TO_COME):
        return False
    return any(_is_done(text[start:end]) for start, end in sentences(text))


def _is_done(sentence: str) -> bool:
    if _ACTED.match(sentence) is not None or _BEGINS.match(sentence) is not None:
        return True
    done = _DONE.match(sentence)
    return done is not None and not has_any(done["subject"], _OF_CLAUSES)
