"""What every page has and no group says: menus, buttons, notes on cookies, shares.

In: the text of a line. Out: whether it is such a line. Only whole lines count.
"""

import re
from typing import Final

_LINES: Final = re.compile(
    r"(?:(?:skip|jump|go|back) to (?:the )?(?:main |page )?(?:content|navigation|top|overview|menu|search)|main menu"
    r"|menu"
    r"|navigation|home(?:page)?|search(?: \S+)?|site ?map|log ?in|log ?out|sign (?:in|up|out)|my account"
    r"|toggle navigation|read (?:more|on|less)(?: about .{1,60})?|learn more|more(?: information| info| details)?"
    r"|show (?:more|less|all)|view (?:more|all|details)|(?:share|tweet|like|follow|print|e-?mail|pin|send|forward)"
    r"(?: (?:this|us|on|it|page|by|to|via|email|e-mail|facebook|twitter|linkedin|x|article|friend|a)){0,8}"
    r"|facebook|twitter|linkedin|instagram|youtube|whatsapp|bluesky|mastodon|x|rss(?: feed)?|en|fr|de|english|français"
    r"|deutsch|(?:accept|reject|decline|allow|manage|customi[sz]e|save)"
    r"(?: (?:all|and close|my|only|necessary|preferences|settings|cookies?)){0,5}"
    r"|cookies?(?: (?:policy|settings|preferences|notice|statement))?|privacy(?: (?:policy|statement|notice))?"
    r"|disclaimer|imprint|terms(?: (?:of use|and conditions|& conditions|of service))?"
    r"|accessibility(?: statement)?|legal notice|copyright|(?:this|our) (?:web)?site uses cookies.{0,300}"
    r"|we use cookies.{0,300}|by (?:continuing|using) .{0,200}cookies.{0,100}|(?:©|\(c\)|copyright) .{0,120}"
    r"|.{0,100}all rights reserved\.?|powered by .{0,60}|last (?:updated|modified|update):?.{0,60}"
    r"|previous|next|close|back|loading\.\.\.|top|up|pdf|\||»|›|>|·|•|-|–|\*) ?[>»›]?",
    re.IGNORECASE,
)
_CRUMBS: Final = re.compile(r"(?:[^>»›/]{1,60}\s[>»›/]\s){1,8}[^>»›/]{1,120}")


def is_furniture(text: str) -> bool:
    """Whether a line is known to be no content.

    Examples:
        >>> is_furniture("Read more »"), is_furniture("Home > Groups > RC32"), is_furniture("Read by all members")
        (True, True, False)
    """
    if len(text) > 600:
        return False
    if _LINES.fullmatch(text) is not None or _CRUMBS.fullmatch(text) is not None:
        return True
    parts = [part.strip() for part in text.split("|")]
    return len(parts) > 1 and any(map(_LINES.fullmatch, parts)) and all(len(part.split()) <= 2 for part in parts)
