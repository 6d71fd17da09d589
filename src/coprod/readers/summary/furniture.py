"""Lines of a summary page that are nobody's summary: what a site or a tool that writes texts says of itself.

In: the text of a line. Out: whether it is such a line.
"""

import re
from typing import Final

from coprod.text._words import word_set

PROVIDER_LINE: Final = re.compile(r"research\s?bunny(?: logo)?|.{0,60}\bwith researchbunny", re.IGNORECASE)
"""That the page is one of ResearchBunny."""

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
"""That its text was written by a program, and is to be checked."""

_OFFERS: Final = re.compile(
    r"(?:please )?let me know (?:if|whether|which|what|how)\b.{0,200}|"
    r"(?:would|do) you (?:like|want) (?:me\b.{0,200}|(?:an?|another|more|to see) .{0,80}\b"
    r"(?:summary|version|details?|explanation|table|translation|breakdown|format|points?)\b.{0,80})\?|"
    r"(?:want me|(?:shall|should) i) .{0,200}\?|"
    r"if you(?:['’]d| would)? (?:like|want|need|prefer)\b.{0,200}"
    r"\b(?:i can|i could|i['’]ll|let me|just (?:ask|say|tell))\b.{0,200}|"
    r"(?:i )?hope (?:this|that|it) helps\b.{0,200}|(?:please )?feel free to (?:ask|reach|let)\b.{0,200}|"
    r"is there anything else\b.{0,200}\?|i(?:['’]d be| would be|['’]m| am) happy to\b.{0,200}|i can also\b.{0,200}",
    re.IGNORECASE,
)
"""What it offers to do next."""

_OPENINGS: Final = re.compile(
    r"(?:(?:sure|certainly|of course|absolutely|okay|ok|great|yes)\b[!,. –—-]{0,4})?"
    r"(?:(?:here(?:['’]s|’s| is| are)|below is|this is|the following is)\b.{0,80}\b"
    r"(?:summary|overview|breakdown|digest|key points|main points)\b.{0,120}[:.!])|"
    r"(?:sure|certainly|of course|absolutely)\s?[!.]",
    re.IGNORECASE,
)
"""What it says before it begins."""

_FIRST_WORDS: Final = frozenset(name.partition(" ")[0] for name in _NAMES) | word_set(
    "ai a an artificial large llm gpt",
    "the this these its answer answers response responses summary summaries text texts automatically generated created",
    "written made produced summarized summarised powered please let would do want shall should if i hope feel is happy",
)
"""Words that what a tool says of itself can begin with, in small letters."""

_FIRST_WORD: Final = re.compile(r"[\W_]*+([^\W\d_]+)")

_KIND_OF_PAGE: Final = re.compile(
    r"(?:(?:ai|paper|article|research|study|structured|plain[- ]language|executive) )*+"
    r"(?:summary|digest)(?: of (?:the|this|a) (?:(?:research|scientific) )?(?:paper|article|study))?|"
    r"r[ée]sum[ée] (?:de (?:l['’](?:article|étude|etude)|la (?:recherche|publication|thèse))|du (?:papier|texte))|"
    r"zusammenfassung (?:des (?:artikels|aufsatzes|beitrags|papers|textes)|der (?:studie|arbeit))|"
    r"(?:resumen|resumo|riassunto) (?:de|do|da|del|dell['’])\s?(?:la |el )?"
    r"(?:artículo|artigo|articolo|estudio|estudo|studio|trabajo|trabalho|texto|investigación)|"
    r"samenvatting van (?:het|de) (?:artikel|studie|onderzoek)",
    re.IGNORECASE,
)
"""What kind of text the page is."""

_RULE: Final = re.compile(r"(?:[-*_=~—–] ?){3,}")


def is_of_a_tool(text: str) -> bool:
    """Whether a line is what a program that writes summaries says beside them, or a rule between two parts.

    Examples:
        >>> is_of_a_tool("ChatGPT can make mistakes. Check important info."), is_of_a_tool("Let me know if it helps!")
        (True, True)
        >>> is_of_a_tool("Self-reported data can be inaccurate."), is_of_a_tool("* * *")
        (False, True)
    """
    word = _FIRST_WORD.match(text)
    if word is None:
        return _RULE.fullmatch(text) is not None
    if word[1].casefold() not in _FIRST_WORDS:
        return False
    bare = text.strip("*_> ")
    return _OF_TOOLS.fullmatch(bare) is not None or _OFFERS.fullmatch(bare) is not None


def is_before_the_text(text: str) -> bool:
    """Whether a line above the sections says no more than that a summary follows.

    Examples:
        >>> is_before_the_text("Here’s a summary of the paper:"), is_before_the_text("Résumé de l’article")
        (True, True)
    """
    bare = text.strip("*_#> :")
    return _KIND_OF_PAGE.fullmatch(bare) is not None or _OPENINGS.fullmatch(text.strip("*_#> ")) is not None
