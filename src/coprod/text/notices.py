"""Which sentences around an abstract belong to the record of a paper, not to the paper.

In: a sentence. Out: whether it is a notice: of rights, of a licence, a registration, funding, keywords, the name of a
publisher. The word that it begins with is not enough, for a paper may be about registered nurses or about funding: it
must have the form of a notice. Nothing raises.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

_BEGIN: Final = r"[\s\[(]*+"
_OPENERS: Final = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "[("
"""What stands before the first word: all white space there is, and brackets."""

_FIRST_WORDS: Final = (
    *("c)", "copyright", "crown copyright", "psycinfo", "all rights", "this a", "this i", "this p", "this r"),
    *("this s", "this t", "this w", "nct", "crd", "isrctn", "actrn", "chictr", "drks", "eudra", "umin", "ctri"),
    *("irct", "ntr", "kct", "pactr", "jrct", "jprn", "rbr", "tctr", "prospero", "clinical", "open", "osf", "http"),
    *("regist", "systematic", "trial r", "trials r", "review r", "study r", "protocol r", "doi", "abstract", "author"),
    *("publish", "an open", "a open", "licen", "distributed", "no commercial", "no warr", "reuse", "re-use"),
    *(
        "see rights",
        "however, users",
        "users",
        "please",
        "for permission",
        "email",
        "e-mail",
        "exclusive",
        "the author",
    ),
    *("the online", "the funder", "supplement", "level of", "fund", "source of", "role of", "declaration"),
    *("competing", "conflict", "keyw", "key w", "sponsored", "submitted", "supported"),
)
"""How a notice begins that is no name of a publisher, in small letters."""

_LETTERS: Final = 2
_LONGEST_WORD: Final = max(map(len, _FIRST_WORDS))
_BY_LETTERS: Final = {
    letters: tuple(words) for letters, words in groupby(sorted(_FIRST_WORDS), key=lambda word: word[:_LETTERS])
}
_REGISTRY: Final = (
    r"(?-i:NCT|CRD|ISRCTN|ACTRN|ChiCTR|DRKS|Eudra ?CT|UMIN|CTRI|IRCT|NTR|KCT|PACTR|jRCT|JPRN|RBR-|TCTR|PROSPERO|"
    r"Prospero|[Cc]linical[Tt]rials|[Cc]linical ?[Tt]rials\.gov|Clinical Trials|Open Science Framework|OSF)"
)
_ID: Final = (
    r"(?:(?-i:NCT|CRD|ISRCTN|ACTRN|ChiCTR[0-9A-Z-]{0,9}?|DRKS|UMIN|IRCT|KCT|PACTR|jRCTs?|TCTR|NTR)[\s-]?[0-9]{4}|"
    r"(?-i:CTRI/|JPRN-|RBR-)\w{4}|(?:https?://)?osf\.io/\w{4})[\w./-]{0,60}+"
)
"""What the registries call a study."""

_NAMES: Final = (
    r"(?:[\s/]+(?-i:[A-Z0-9&(#][^\s.]*+(?:\.(?=\S)[^\s.]*+)*+|(?:an?|and|as|at|award|by|de|des|for|from|grants?|in|la|"
    r"no|number|of|on|others|part|project|the|through|to|und|under|van|von|with)(?![^\s,;.)])[,;]?)){1,60}+\W*+\Z"
)
"""Nothing but names, and the words between names."""

_MARK: Final = r"\s?(?::|[.–—]\s|-\s|\|)"
_DATE: Final = (
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? (?-i:[A-Z])[a-z]{2}|(?-i:[A-Z])[a-z]{2,8}\.? [0-9]{1,2}\b|"
    r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9])"
)
_RIGHTS: Final = re.compile(
    _BEGIN + r"(?:©|(?<=\()[Cc]\)\s?(?:[0-9]{4}|[A-Z][^.;]{0,60}[0-9]{4}|The Author)|"
    r"(?i:copyright)(?::?\s*(?:©|\([Cc]\)|,?\s[0-9]{4}\b)|\s(?:of|by|The|[Pp]ublished by)\s?[A-Z]| applies to all)|"
    r"(?i:crown copyright|psycinfo database record|all rights reserved|this article is protected by copyright))"
)
"""How a statement of rights begins."""

_REGISTERED: Final = re.compile(
    rf"(?i:{_BEGIN}(?:(?:{_REGISTRY}[\w./-]{{0,30}}(?:,? (?:identifier|number|registration(?: number)?|id|trial|"
    rf"registry))?[:,\s#(]{{0,4}}(?:number,? |id:? )?)?{_ID}(?:\W*+\Z|\s?[(,;.])|"
    rf"{_REGISTRY}[\w./-]{{0,30}}(?:,? (?:identifier|number|registration number|id)[:,\s#(]{{1,4}}[0-9]{{4,30}}|"
    rf"[:,\s#(]{{1,4}}(?:[0-9]{{8,30}}|[0-9]{{4}}-[0-9]{{6}}-[0-9]{{2}}))(?:\W*+\Z|\s?[(,;.])|"
    rf"registered[^.;]{{0,40}}?\b{_REGISTRY}|registered (?:(?:pro|retro)spectively,? )?(?:on )?{_DATE}|"
    r"registered (?:pro|retro)spectively\W*+\Z|"
    rf"(?:(?:clinical |systematic )?(?:trials?|review|study|protocol) )?registration[^.;]{{0,60}}?\b{_REGISTRY}"
    r"))"
)
"""Notices of registration, known wherever they stand."""

_CERTAIN: Final = re.compile(
    rf"(?i:{_BEGIN}(?:psycinfo classification|doi:?\s?10\.|https?://|"
    r"abstract from (?:the )?authors?\b|authors?['’]?s?['’]? abstract\W*+\Z|"
    r"publisher(?: abstract|['’]s (?:note|abstract))|"
    r"this (?:article |work |paper )?is an? open[ -]access (?:article|journal|publication)\b|"
    r"(?:an? )?open[ -]access (?:article|journal|publication)(?:\W*+\Z|,? (?:under|distributed|licensed|published)\b)|"
    r"(?:this (?:article|work|paper) is |licensed |distributed )(?:licensed |published |distributed )?under "
    r"[^.]{0,60}?(?:licen[cs]e|commons|\bcc\b)|"
    r"(?:no commercial )?re-?use (?:is )?permitted\b|no commercial re-?use\W*+\Z|see rights and permissions|"
    r"(?:however, )?users (?:may (?:print|download)\b[^.]{0,40}?\b(?:articles?|copy|email)|should refer to the "
    r"original)|"
    r"this abstract may be abridged|no warranty is given|please see later in the article|"
    r"for permissions?,? (?:please|e-?mail|contact|visit|to re-?use)|"
    r"(?:please )?e-?mail:? \S+@|exclusive licen[cs]ee? (?:to )?(?-i:[A-Z])|licensee (?-i:[A-Z])|"
    r"the authors?(?:\(s\))?(?:\.?\Z|,? (?:under exclusive|published\b|[0-9]{4}\b)|, under)|"
    r"the online version (?:of this article )?contains supplementary|"
    r"supplement(?:al|ary) (?:[a-z]+ )?(?:appendix|content|data|files?|information|materials?|tables?|videos?)"
    r"[^.]{0,60}? (?:is|are|can be|may be) (?:also )?(?:accessed|available|found)\b"
    r"))"
)
"""Notices that are known wherever they stand."""

_MARKED: Final = re.compile(
    rf"(?i:{_BEGIN}(?:(?:(?:clinical |systematic )?(?:trials?|review|study|protocol) )?registration"
    r"(?: numbers?| no\.?| id| details)?|level of evidence|"
    r"fund(?:ing|ers?)(?: sources?| statement| information| support)?|"
    rf"(?:source|role) of (?:the )?fund(?:ing|ers?|ing source)|"
    rf"(?:declarations? of )?(?:competing|conflicts?(?: of)?) interests?|declarations? of interests?|"
    rf"publisher|supplement(?:al|ary) (?:data|information|materials?)){_MARK})"
)
"""Headings of notices, where a mark follows and no clause of a result."""

_LIKELY: Final = re.compile(
    rf"(?i:{_BEGIN}(?:key ?words?(?: and phrases)?(?:{_MARK}|"
    rf"\s(?!(?:from|in|of|that|were)\b)(?:[\w’'-]+ ?){{1,3}}+[,;•·])|"
    rf"level of evidence,? (?:level )?(?:[ivx]+|[1-5])[abc]?\b|"
    rf"fund(?:ing|ers?)(?: sources?| statement| information| support)?{_NAMES}|the funders? had no role|"
    r"(?:(?:declarations? of )?(?:competing|conflicts?(?: of)?) interests?|declarations? of interests?)"
    r" (?:statement:? )?the authors? |"
    rf"the authors? (?:declare|report|disclose|have)s? (?:that )?(?:they |s?he )?(?:have |has )?no "
    r"(?:competing|conflict|financial|known)|"
    rf"(?:this (?:project|research|study|trial|work) (?:was|is) )?(?:funded|published|sponsored|submitted|supported) by"
    rf"{_NAMES}|published online:? {_DATE}|doi{_MARK}"
    r"))"
)
"""Notices behind which nothing but notices follows: before a statement it may be a heading within a text."""

_COUNTED: Final = re.compile(
    r"(?<![\w/.-])[0-9]{1,3}(?:[.,][0-9]{1,9})?(?:\s?%|\s\(?(?:of\b|per ?cent\b|[a-z]{3}))|\bby [0-9]"
)
"""A number of things, not that of a grant or a day."""

_GIVEN: Final = (
    r"(?:(?:affiliat|approv|assign|attribut|award|bas|commission|consult|contribut|cover|declar|disclos|employ|financ|"
    r"fund|grant|honou?r|involv|licens|limit|list|nam|obtain|provid|publish|receiv|register|relat|report|restrict|serv|"
    r"shar|sponsor|submitt|support|unrestrict|updat)ed|paid|made|an?|the|also|members?|employees?|consultants?)\b"
)
_HAPPENED: Final = re.compile(
    rf"\b(?:(?!{_GIVEN})[a-z]{{3,20}}ed|fell|rose|grew|lost|got|left|kept|sank|went|came|led|"
    rf"(?:is|are|was|were)(?! {_GIVEN}))\b"
)
"""A verb of what came out, not of who gave, declared or registered."""

_ASIDE: Final = re.compile(r"(?:among|at|between|by|for|from|in|of|on|with)\b[^–—]{1,120}?\s[-–—]\s")
"""What stands between two dashes, so that the first is no mark."""

_HOUSE: Final = re.compile(
    r"(?=.{1,120}\Z)(?:[A-Z&][\w&’'-]*+,? (?:and |of )?){0,6}(?:LLC|Inc|Ltd|Limited|GmbH|B\.?V|PLC|plc|S\.?A|AG|"
    r"Press|Publishing|Publishers|Publications|Periodicals)\.?(?: on behalf of .{1,80})?\Z"
)
"""A sentence that is the name of a publisher, and nothing else."""


def begins_rights(sentence: str) -> bool:
    """Whether a sentence begins a statement of rights, behind which no text of the paper follows.

    Examples:
        >>> begins_rights("Copyright of Town Review is the property of Town Press."), begins_rights("Copyright helps.")
        (True, False)
    """
    return _may_be_notice(sentence) and _RIGHTS.match(sentence) is not None


def is_notice(sentence: str, *, is_last: bool = False) -> bool:
    """Whether a sentence belongs to the record, not to the paper.

    Args:
        sentence: One sentence.
        is_last: Whether it stands behind the last statement of its text, where notices are less in doubt.

    Examples:
        >>> is_notice("Registered at ClinicalTrials.gov (NCT01)."), is_notice("Registered nurses left.", is_last=True)
        (True, False)
        >>> is_notice("Funding: a trust."), is_notice("Funding: a trust.", is_last=True)
        (False, True)
    """
    if is_last and _HOUSE.match(sentence) is not None:
        return True
    if not _may_be_notice(sentence):
        return False
    if _RIGHTS.match(sentence) is not None or _CERTAIN.match(sentence) is not None:
        return True
    return _heads(_REGISTERED.match(sentence)) or (
        is_last and (_LIKELY.match(sentence) is not None or _heads(_MARKED.match(sentence)))
    )


def _may_be_notice(sentence: str) -> bool:
    """Whether a sentence begins as notices do: otherwise no pattern but that of publishers can match.

    Each pattern asks for one of the first words behind the openers, in any case; for the rest see a letter that is not
    of ASCII, which may be a sign of rights, or stand for a letter of ASCII where case does not count.

    Examples:
        >>> _may_be_notice("[Author abstract]"), _may_be_notice("© 2020"), _may_be_notice("Trust rose.")
        (True, True, False)
    """
    begin = sentence.lstrip(_OPENERS)[:_LONGEST_WORD].lower()
    words = _BY_LETTERS.get(begin[:_LETTERS])
    return (words is not None and begin.startswith(words)) or not begin.isascii()


def _heads(found: re.Match[str] | None) -> bool:
    """Whether the begin of a sentence is that of a notice: no clause that counts what came out follows.

    Examples:
        >>> _heads(_MARKED.match("Funding: a trust (no. 1)")), _heads(_MARKED.match("Funding: 12 of 30 trusts failed"))
        (True, False)
    """
    if found is None:
        return False
    rest = found.string[found.end() :]
    is_aside = found[0].rstrip().endswith(("-", "–", "—")) and _ASIDE.match(rest) is not None
    return not is_aside and (_COUNTED.search(rest) is None or _HAPPENED.search(rest) is None)


def _before_rights(sentences: Sequence[str]) -> int:
    """How many of the sentences stand before a statement of rights that is not above the first of the paper."""
    has_begun = False
    for number, sentence in enumerate(sentences):
        if has_begun and begins_rights(sentence):
            return number
        has_begun = has_begun or not is_notice(sentence)
    return len(sentences)


def without_notices(sentences: Sequence[str]) -> int:
    """How many of the sentences stand before the statement of rights, and before the notices at the end.

    Examples:
        >>> without_notices(["Trust rose.", "Funding: a trust.", "© 2020 Example Press.", "It may be printed."])
        1
        >>> without_notices(["Funding: few had it.", "Trust rose."])
        2
    """
    count = len(sentences) if len(sentences) < 2 else _before_rights(sentences)
    while count and is_notice(sentences[count - 1], is_last=True):
        count -= 1
    return count
