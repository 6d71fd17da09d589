"""Lines of a summary page that are nobody's summary: what a site or a tool that writes texts says of itself.

In: the text of a line. Out: whether it is such a line. What is known by its exact words is furniture; what only looks
like it is a guess, which a reader leaves out where such lines stand, and tells.
"""

import re
from typing import Final

from coprod.readers.summary.sites import RESEARCHBUNNY
from coprod.text._words import plain, word_set

_NAMES: Final = (
    *("chatgpt", "openai", "claude", "gemini", "bard", "copilot", "perplexity", "notebooklm", "deepseek", "grok"),
    *("mistral", "le chat", "llama", "elicit", "scispace", "scholarcy", "researchbunny", "paper digest", "paperdigest"),
    *("semantic scholar", "humata", "chatpdf", "explainpaper"),
)
"""Tools that write summaries."""

_TOOLS: Final = (
    r"(?:(?:an? )?(?:ai|a\.i\.|artificial intelligence|large language model|llm)\b|gpt-?[0-9]|"
    rf"{'|'.join(_NAMES)})"
)

_NOTICE: Final = re.compile(
    rf"{_TOOLS} (?:can|may) make mistakes(?:, (?:so )?(?:please )?double[- ]check (?:it|its (?:answers|responses)))?"
    r"(?:\. (?:please )?(?:check|verify|consider (?:checking|verifying)|double[- ]check) "
    r"(?:important info(?:rmation)?|(?:its |the )?(?:answers|responses)|the (?:original )?(?:article|paper|text)))?\.?|"
    r"ai[- ]generated summary",
    re.IGNORECASE,
)
"""That its text was written by a program, in words that programs print below all of their answers."""

_OF_TOOLS: Final = re.compile(
    rf"(?:{_TOOLS}[\w -]{{0,40}}|(?:the |this |these |its )?(?:answers?|responses?|summar(?:y|ies)|texts?))\s"
    r"(?:can|may|might|could|does|do)(?: (?:still|sometimes|also|not))?\s"
    r"(?:be (?:inaccurate|wrong|incorrect|mistaken)|make (?:mistakes|errors)|"
    r"(?:contain|display|produce|have) .{0,40}(?:errors|mistakes|inaccura\w+))"
    r".{0,60}\b(?:double[- ]?check|check|verify|consult)\b.{0,120}|"
    r"(?:(?:this|the) (?:summary|text|page|answer|content) (?:was|is|has been) )?(?:automatically )?(?:ai[- ])?"
    rf"(?:generated|created|written|made|produced|summari[sz]ed|powered) (?:by|with|using) {_TOOLS}\b.{{0,160}}|"
    r"ai[- ]generated (?:summary|content|text)(?: (?:can|may|might) be .{0,80})?",
    re.IGNORECASE,
)
"""The same in other words."""

_DO: Final = (
    r"(?:add|analy[sz]e|break|compare|convert|create|dig|do|draft|elaborate|expand|explain|extract|find|format|"
    r"generate|give|go|help|list|look|make|prepare|provide|put|rewrite|shorten|show|simplify|suggest|summari[sz]e|"
    r"tailor|translate|turn|walk|write)\b"
)
"""What a program that writes texts does."""

_OFFERS: Final = re.compile(
    r"(?:please )?let me know (?:if|whether|which|what|how)\b.{0,200}|"
    r"(?:would|do) you (?:like|want) (?:me to\b.{0,200}|(?:an?|another|more|to see) .{0,80}\b"
    r"(?:summary|version|details?|explanation|table|translation|breakdown|format|points?)\b.{0,80})\?|"
    rf"(?:want me to|(?:shall|should) i) {_DO}.{{0,200}}\?|"
    r"if you(?:['’]d| would)? (?:like|want|need|prefer)\b.{0,200}"
    rf"(?:\b(?:i (?:can|could)|i['’]ll)(?: (?:also|then|certainly|gladly))? {_DO}|"
    r"\blet me know\b|,\s?just (?:ask|say|tell)\b).{0,200}|"
    r"(?:i )?hope (?:this|that|it) helps\b.{0,200}|(?:please )?feel free to (?:ask|reach|let)\b.{0,200}|"
    rf"is there anything else\b.{{0,200}}\?|i(?:['’]d be| would be|['’]m| am) happy to {_DO}.{{0,200}}",
    re.IGNORECASE,
)
"""What it offers to do next."""

_SURE_OFFERS: Final = re.compile(
    rf"(?:if you(?:['’]d| would)? (?:like|want|need|prefer)[^.,;]{{0,60}}, )?"
    rf"i (?:can|could) (?:also|then) {_DO}.{{0,400}}|"
    rf"if you(?:['’]d| would)? (?:like|want|need|prefer)[^.,;]{{0,60}}, (?:i (?:can|could)|i['’]ll) {_DO}.{{0,400}}|"
    rf"(?:would|do) you (?:like|want) me to {_DO}.{{0,400}}|(?:want me to|shall i) {_DO}.{{0,400}}",
    re.IGNORECASE,
)
"""What it offers to do in the first person, whatever it says of the work that it would do."""

_ANSWERS: Final = re.compile(
    r"\b(?:said|told|answered|replied|reported|explained|says|say|adds|added)\b|[0-9]\s?% of\b", re.IGNORECASE
)
"""Signs that the words are those of somebody who was asked."""

_REPORTS: Final = re.compile(
    r"[0-9]\s?%|\b(?:said|told|answered|replied|reported|participants?|respondents?|interviewees?)\b", re.IGNORECASE
)
"""Signs that somebody else speaks, and a study reports it."""

_OPENINGS: Final = re.compile(
    r"(?:(?:sure|certainly|of course|absolutely|okay|ok|great|yes)\b[!,. –—-]{0,4})?"
    r"(?:(?:here(?:['’]s| is| are)|below is|this is|the following is)\b.{0,80}\b"
    r"(?:summary|overview|breakdown|digest|key points|main points)\b.{0,120}[:.!])|"
    r"(?:sure|certainly|of course|absolutely)\s?[!.]",
    re.IGNORECASE,
)
"""What it says before it begins."""

_WORDS_OF_TOOLS: Final = frozenset(name.partition(" ")[0] for name in _NAMES) | word_set(
    "ai a an artificial large llm gpt"
)
_FIRST_WORDS: Final = _WORDS_OF_TOOLS | word_set(
    "the this these its answer answers response responses summary summaries text texts automatically generated created",
    "written made produced summarized summarised powered please let would do want shall should if i hope feel is happy",
)
"""Words that what a tool says of itself can begin with, in small letters."""

FIRST_WORDS: Final = _WORDS_OF_TOOLS | RESEARCHBUNNY.first_words
"""Words that a line can begin with that is known to be no content, in small letters."""

FIRST_WORDS_OFFERED: Final = (
    _FIRST_WORDS | RESEARCHBUNNY.first_words | word_set("back download get join log register share sign subscribe")
)
"""The same of what looks like the words of a program, like advertising or like an item of a menu."""

FIRST_WORDS_ABOVE: Final = FIRST_WORDS_OFFERED | word_set(
    "about absolutely article back below blog certainly contents digest executive great here home login logo",
    "logout menu newsletter of ok okay on papers pause plain play pricing research resume resumen resumo",
    "riassunto résumé résume resumé samenvatting save search signup skip structured study sure table yes",
    "zusammenfassung",
)
"""The same of a line above the sections."""

_FIRST_WORD: Final = re.compile(r"[\W_]*+([^\W\d_]+)")

_KIND_OF_PAGE: Final = re.compile(
    r"(?:(?:ai|paper|article|research|study|structured|plain[- ]language|executive) )*+"
    r"(?:summary|digest)(?: of (?:the|this|a) (?:(?:research|scientific) )?(?:paper|article|study))?|"
    r"here(?:['’]s| is) (?:a|the|my|your) (?:(?:brief|concise|detailed|short|structured) )?summary of "
    r"(?:the|this|your) (?:(?:research|scientific) )?(?:article|paper|study)|"
    r"r[ée]sum[ée] (?:de (?:l['’](?:article|étude|etude)|la (?:recherche|publication|thèse))|du (?:papier|texte))|"
    r"zusammenfassung (?:des (?:artikels|aufsatzes|beitrags|papers|textes)|der (?:studie|arbeit))|"
    r"(?:resumen|resumo|riassunto) (?:de|do|da|del|dell['’])\s?(?:la |el )?"
    r"(?:artículo|artigo|articolo|estudio|estudo|studio|trabajo|trabalho|texto|investigación)|"
    r"samenvatting van (?:het|de) (?:artikel|studie|onderzoek)",
    re.IGNORECASE,
)
"""What kind of text the page is."""

_RULE: Final = re.compile(r"(?:[-*_=~—–] ?){3,}|[•·|/>–-]")
_TIME: Final = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_TIMES: Final = re.compile(rf"{_TIME}(?:[\s/-]{{1,3}}{_TIME})?")
"""How long a recording is, and how much of it was played."""

_MENU: Final = re.compile(
    r"logo|menu|(?:table of )?contents|on this page|skip to (?:main )?content|play|pause|listen|share|save|home|"
    r"about(?: us)?|papers|blog|pricing|search|register|"
    r"back(?: to (?:top|home|search|(?:the )?(?:search )?results|papers|library|blog))?|"
    r"(?:log|sign) (?:in|out|up)|login|logout|signup|"
    r"(?:log|sign) (?:in|up)(?: for free| now| (?:with|using) (?:google|apple|email|orcid)| to continue)|"
    r"subscribe(?: now| for free| to (?:our|the) newsletter)?|newsletter|"
    r"(?:sign up (?:for|to)|join) (?:our|the) newsletter|"
    r"download(?: (?:(?:the |this |as )?(?:pdf|paper|article|summary)|(?:the |our )?app|now))?|get the app|"
    r"get started(?: now| for free)?|share (?:this|on (?:facebook|linkedin|twitter|x))|"
    r"share this (?:article|page|paper|post|summary)",
    re.IGNORECASE,
)
"""What stands in menus and on buttons; nothing in it is open."""

_MAY_BE_MENU: Final = re.compile(
    r"(?:(?:log|sign) (?:in|out|up)|get started)(?: [\w'’-]{1,20}){0,5}[.!]?|"
    r"(?:back to|download|get started|(?:log|sign) (?:in|out|up)|join|register|share|subscribe)\b.{0,40}"
    r"\b(?:account|alerts|app|browser|chrome|email|extension|facebook|for free|free trial|full text|google|homepage|"
    r"linkedin|newsletters?|orcid|our|password|pdf|plan|premium|pro|twitter|updates|your)\b.{0,40}",
    re.IGNORECASE,
)
"""What looks like an item of a menu."""

_LONGEST: Final = 200
"""Characters of a line that is known by its words."""

_LONGEST_GUESS: Final = 500
"""Characters of a line that looks like what a program says."""

_AROUND: Final = "*_#> "
"""Marks of Markdown around a line."""


def is_furniture(text: str) -> bool:
    """Whether a line is known to be no content, wherever it stands: a rule between two parts, a notice of a program.

    Examples:
        >>> is_furniture("ChatGPT can make mistakes. Check important info."), is_furniture("* * *")
        (True, True)
        >>> is_furniture("Self-reported data can be inaccurate."), is_furniture("AI can make mistakes in schools.")
        (False, False)
    """
    if _RULE.fullmatch(text) is not None:
        return True
    if len(text) > _LONGEST:
        return False
    bare = text.strip(_AROUND)
    words = bare.casefold()
    is_named = words in RESEARCHBUNNY.logos or words in RESEARCHBUNNY.advertising
    return is_named or _NOTICE.fullmatch(bare) is not None


def is_above_the_text(text: str) -> bool:
    """Whether a line above the sections is known to be no content: an item of a menu, a time, the kind of page.

    Examples:
        >>> is_above_the_text("Sign up"), is_above_the_text("00:00 / 12:31"), is_above_the_text("Résumé de l’article")
        (True, True, True)
        >>> is_above_the_text("Back to basics"), is_above_the_text("Download culture in towns")
        (False, False)
    """
    if len(text) > _LONGEST:
        return is_furniture(text)
    bare = text.strip(f"{_AROUND}:")
    is_known = _MENU.fullmatch(bare) or _TIMES.fullmatch(bare) or _KIND_OF_PAGE.fullmatch(bare)
    return is_known is not None or is_furniture(text)


def may_be_of_a_tool(text: str) -> bool:
    """Whether a line looks like what a program says of its text, offers to do next, or advertises.

    Examples:
        >>> may_be_of_a_tool("Let me know if it helps!"), may_be_of_a_tool("Should I make a table of it?")
        (True, True)
        >>> may_be_of_a_tool("Should I trust the town hall?"), may_be_of_a_tool("If you need help, 30% just ask.")
        (False, False)
    """
    word = _FIRST_WORD.match(text)
    if word is None or len(text) > _LONGEST_GUESS or plain(word[1]) not in FIRST_WORDS_OFFERED:
        return False
    bare = text.strip(_AROUND)
    if _SURE_OFFERS.fullmatch(bare) is not None:
        return _ANSWERS.search(text) is None
    is_of_a_tool = RESEARCHBUNNY.openings.match(bare) is not None
    if plain(word[1]) in _FIRST_WORDS:
        is_of_a_tool = is_of_a_tool or _OF_TOOLS.fullmatch(bare) is not None or _OFFERS.fullmatch(bare) is not None
    return is_of_a_tool and _REPORTS.search(text) is None


def may_be_before_the_text(text: str) -> bool:
    """Whether a line above the sections looks like what a program says before it begins.

    Examples:
        >>> may_be_before_the_text("Sure! Here’s a summary of the paper on trust:")
        True
    """
    return _OPENINGS.fullmatch(text.strip(_AROUND)) is not None


def may_be_menu(text: str) -> bool:
    """Whether a line looks like an item of a menu, or a button.

    Examples:
        >>> may_be_menu("Subscribe to our weekly newsletter"), may_be_menu("Sign up to read on")
        (True, True)
        >>> may_be_menu("Download culture in towns"), may_be_menu("Sign up and vote: trust in towns")
        (False, False)
    """
    return _MAY_BE_MENU.fullmatch(text.strip(_AROUND)) is not None
