"""What every page has and no group says: menus, buttons, paths, notes on cookies and on rights.

In: the text of a line. Out: whether it is such a line. A line is left out in silence only where each of its words says
so: known phrases, headings, what announces a list. What only looks like furniture is not read, and told.
"""

import re
from collections.abc import Container
from typing import Final

from coprod.readers.study_group.headings import WORDS_OF_HEADINGS
from coprod.readers.study_group.words import ACADEMIC, ORDINALS, ROLES
from coprod.text._words import word_set

_SHARES: Final = r"facebook|twitter|linkedin|instagram|youtube|whatsapp|bluesky|mastodon|x"
_PHRASES: Final = re.compile(
    r"(?:(?:skip|jump|go|back) to (?:the )?(?:main |page )?(?:content|navigation|top|overview|menu|search)|main menu"
    r"|menu|navigation|home(?:page)?|search(?: (?:for|site|this site|here|results))?:?|site ?map|log ?in|log ?out"
    r"|sign (?:in|up|out)|my account"
    r"|toggle navigation|read (?:more|on|less)|learn more|more(?: information| info| details)?"
    r"|show (?:more|less|all)|view (?:more|all|details)|(?:share|tweet|like|follow|print|e-?mail|pin|send|forward)"
    rf"(?: (?:this|us|on|it|page|by|to|via|email|e-mail|{_SHARES}|article|friend|a)){{0,8}}"
    rf"|{_SHARES}|rss(?: feed)?|en|fr|de|english|français|deutsch"
    r"|(?:accept|reject|decline|allow|manage|customi[sz]e|save)"
    r"(?: (?:all|and close|my|only|necessary|preferences|settings|cookies?)){0,5}"
    r"|cookies?(?: (?:policy|settings|preferences|notice|statement))?|privacy(?: (?:policy|statement|notice))?"
    r"|disclaimer|imprint|terms(?: (?:of use|and conditions|& conditions|of service))?"
    r"|accessibility(?: statement)?|legal notice|copyright|(?:this|our) (?:web)?site uses cookies\.?"
    r"|we use cookies\.?|(?:(?:©|\(c\)|copyright) ?(?:(?:19|20)[0-9]{2}[,.]? ?)?)?all rights reserved\.?"
    r"|previous|next|close|back|loading\.\.\.|top|up|pdf|\||»|›|>|·|•|-|–|\*) ?[>»›]?",
    re.IGNORECASE,
)
_FIRST_WORDS: Final = word_set(
    "accept accessibility all allow back bluesky close cookie cookies copyright customise customize de decline deutsch",
    "disclaimer e-mail email en english facebook follow forward fr go home homepage imprint instagram jump learn legal",
    "like linkedin loading log login logout main manage mastodon menu more my navigation next our pdf pin previous",
    "print privacy read reject rss save search send share show sign site sitemap skip terms this toggle top tweet",
    "twitter up view we whatsapp x youtube",
)
"""What these phrases begin with."""

_NOTES: Final = re.compile(
    r"read (?:more|on|less) about .{1,60}|(?:this|our) (?:web)?site uses cookies\b.{0,300}|we use cookies\b.{0,300}"
    r"|by (?:continuing|using) .{0,200}cookies.{0,100}|(?:©|copyright ©|copyright(?= (?:19|20)[0-9]{2})) ?.{0,120}"
    r"|\(c\) ?(?:19|20)[0-9]{2}\b.{0,120}|.{0,100}all rights reserved\.?|powered by .{0,60}"
    r"|last (?:updated|modified|update)(?: (?:on|by))?:? .{0,60}",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s[>»›/]\s")
_FIRST_OF_PATHS: Final = re.compile(
    r"(?:you are here:? ?)?(?:home(?:page)?|start(?: ?page)?|main(?: page)?|groups|committees|sections|networks"
    r"|(?:study|standing|working|research|interest|thematic|specialist) (?:groups|committees|networks|sections))",
    re.IGNORECASE,
)
_LONGEST: Final = 600
_MOST_IN_MENU: Final = 3
"""Words of the name of a page in a menu."""

_SUBJECTS: Final = word_set(
    "accessibility cookies copyright facebook instagram mastodon navigation privacy search twitter whatsapp youtube"
)

_SILENT: Final = (
    (WORDS_OF_HEADINGS - ORDINALS.keys())
    | ACADEMIC
    | word_set(
        "achieve add address aims aiming also am among any as ask asks based be been being below both can carry come",
        "concentrate concentrates concern consist consists could cover covers deal deals do does done each either etc",
        "every expect expects focus focuses following follows four five from get give gives had has have he hers his i",
        "if include included includes including into investigate investigates it itself lead leads look looks many may",
        "might must namely not one open order organize organise our out ourselves part particular parts people pursue",
        "pursues put reach result resulted resulting see seek seeks set several shall she should six so some study",
        "such than that their theirs them then there therefore these they those three together two up us very want",
        "wants was way ways well were which while will wish wishes with within would you your have",
        "e-mail email mail tel phone fax website web http https www homepage sitemap privacy home menu back",
        "published produced made found find here click link via since until",
    )
)
"""Words that alone tell nothing of a group: those of headings, and those that join sentences."""

_SILENT_WITHIN: Final = _SILENT - (ROLES - word_set("contact contacts member members"))
"""The same within a line, where a role is that of somebody."""

_WORD: Final = re.compile(r"[^\W_][\w’'-]*(?:\.[^\W_][\w’'-]*)*")
_MARKER: Final = re.compile(r"\W*(?:[0-9]{1,2}|[ivxlcIVXLC]{1,6}|[a-zA-Z])[.):](?=\s|\Z)")


def is_furniture(text: str) -> bool:
    """Whether a line is nothing but known phrases of pages.

    Examples:
        >>> is_furniture("Read more »"), is_furniture("Home | Contact"), is_furniture("Read by all members")
        (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    if _may_be_phrase(text) and _PHRASES.fullmatch(text) is not None:
        return True
    if "|" not in text:
        return False
    parts = [part.strip() for part in text.split("|")]
    return any(map(_PHRASES.fullmatch, parts)) and all(
        _PHRASES.fullmatch(part) or is_silent(part) for part in parts if part
    )


def _may_be_phrase(text: str) -> bool:
    """Whether a line begins as one of the phrases does: with one of their first words, or with no letter."""
    first = text.split(" ", 1)[0].lower().rstrip(">»›:.")
    return first in _FIRST_WORDS or not (first.isascii() and first[:1].isalpha()) or first.startswith("copyright")


def may_be_subject(text: str) -> bool:
    """Whether a known phrase is also what groups study.

    Examples:
        >>> may_be_subject("Privacy"), may_be_subject("Log in")
        (True, False)
    """
    return text.lower() in _SUBJECTS


def is_note(text: str) -> bool:
    """Whether a line looks like a path, a menu or a note of the site, and has words of its own: it is told.

    Examples:
        >>> is_note("Home > Groups > RC32"), is_note("© 2024 The Harbour Society"), is_note("Ghent / Bruges")
        (True, True, False)
    """
    return len(text) <= _LONGEST and (_NOTES.fullmatch(text) is not None or is_path(text) or _is_menu(text))


def is_path(text: str) -> bool:
    """Whether a line is the path of a page: it begins as paths do, and has a part behind it.

    Examples:
        >>> is_path("Home / Study groups"), is_path("Care / trust"), is_path("Home care > hospital")
        (True, False, False)
    """
    first = _BETWEEN.search(text)
    return first is not None and _FIRST_OF_PATHS.fullmatch(text, 0, first.start()) is not None


def _is_menu(text: str) -> bool:
    """Whether bars part short names of pages, one of them a known phrase."""
    if "|" not in text:
        return False
    parts = [part.strip() for part in text.split("|")]
    return any(map(_PHRASES.fullmatch, parts)) and all(len(part.split()) <= _MOST_IN_MENU for part in parts)


def is_silent(text: str, known: Container[str] = (), *, is_line: bool = True) -> bool:
    """Whether no word of a text tells anything of a group, but for those that are known from elsewhere.

    Args:
        text: The text.
        known: Words in lower case that need not be told.
        is_line: Whether it is a line or the begin of one, perhaps with a number or the role of those that follow.

    Examples:
        >>> is_silent("2. For this, we plan to:"), is_silent("For Ghent we plan to:")
        (True, False)
        >>> is_silent("The aims of PSG V are:", {"psg", "v"}), is_silent("Board 2019")
        (True, False)
    """
    marker = _MARKER.match(text) if is_line else None
    silent = _SILENT if is_line else _SILENT_WITHIN
    words = _WORD.findall(text.lower(), marker.end() if marker is not None else 0)
    return all(word in silent or word in known or _stem(word) in silent for word in words)


def words_of(text: str) -> list[str]:
    """The words of a text as `is_silent` compares them.

    Examples:
        >>> words_of("PSG V: Care")
        ['psg', 'v', 'care']
    """
    return _WORD.findall(text.lower())


def _stem(word: str) -> str:
    """The word without the ending of a genitive."""
    return word.removesuffix("’s").removesuffix("'s").rstrip("’'")
