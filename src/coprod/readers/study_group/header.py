"""The head of the page: title, code, name and host of the group.

In: the blocks of a page. Out: the block of the title, and the passages of code and name in it; the host, as the page
names it. A page may have none of them. Nothing raises.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from coprod.readers.pages.blocks import Block, Passage, joined
from coprod.readers.study_group.cues import words_in
from coprod.readers.study_group.dates import dates_in
from coprod.readers.study_group.furniture import is_furniture, is_path
from coprod.readers.study_group.headings import heading_in
from coprod.readers.study_group.lists import rows_of
from coprod.readers.study_group.words import HOSTS
from coprod.text._words import plain, word_set

KIND: Final = (
    r"(?:(?:permanent )?study group|standing group|working group|research (?:committee|group|network)|study section"
    r"|(?:special(?:ist)?|thematic) (?:interest )?(?:group|section|network)|interest group|specialist group)"
)
"""Words for such groups, for patterns that take no note of case."""

GROUP: Final = re.compile(rf"\b{KIND}s?\b", re.IGNORECASE)
_ONLY_KIND = re.compile(rf"(?:(?:all|the|our) )?{KIND}s?\W*", re.IGNORECASE)
"""A line that names no group, as menus and paths have it: `Standing Groups`."""

_NAMED = re.compile(rf"\b{KIND} (?:on|for|of|about)\b", re.IGNORECASE)
NAMING: Final = re.compile(
    rf"\b(?:{KIND}|P?SG|RC|WG)(?= (?:on|for|of|about)\b| ?[:–|-]|\Z| \(| [0-9IVX“‘])", re.IGNORECASE
)
"""A word for such groups where it is part of a name."""

_NUMBER = r"(?:[0-9]{1,3}|[IVXLC]{1,6}|[A-Z])(?![\w’'])"
_ACRONYM = r"(?!(?:P?SG|RC|WG|SIG|TSG|TG|PhD|EU|UK|USA?)\b)[A-Z][a-z]{0,10}[A-Z][A-Za-z]{0,12}(?:[-/][A-Z]{2,8})?"
_IS_ACRONYM = re.compile(_ACRONYM)
_MAY_BE_ACRONYM = re.compile(r"[A-Z][a-z]{0,10}[A-Z]")
"""Stands at every acronym, without one of which no host is named; found sooner than it is."""

CODE: Final = re.compile(
    rf"(?:(?P<host>{_ACRONYM}) )?"
    rf"(?P<code>(?:P?SG|RC|WG|SIG|TSG|TG)(?: ?- ?| No\.? ?| ?)[0-9]{{1,3}}(?!\w)"
    rf"|(?:P?SG|RC|WG|SIG|TSG|TG)(?: ?- ?| ){_NUMBER}"
    rf"|(?:(?:Permanent )?Study Group|Standing Group|Working Group|Research Committee) (?:No\.? ?)?{_NUMBER}"
    rf"|[IVX]{{1,5}}(?=\. (?i:{KIND}) (?:on|for|of|about)\b))"
    r"(?P<joint> ?[:.,|–—-] ?| (?=[“‘\"'(]|[^\W\d_])|\Z|\))"
)
"""The code of a group at the start of a title, with the host in front of it."""

_HOST_BEFORE = re.compile(rf"\b(?P<host>{_ACRONYM})(?:[’']s?)? (?:[\w-]{{1,30}} )?(?i:{KIND})\b")
_FULL = r"[A-Z][\w&’'-]{0,30}(?: (?:of|for|and|on|in|the|&|[A-Z][\w&’'-]{0,30})){1,10}?"
_HOST_AFTER = re.compile(
    rf"\b(?:(?i:{KIND})|PSG|SG|RC|WG)(?: (?:No\.? ?)?[0-9IVXLC]{{1,5}})?,? (?:of|within|in|at|under) (?:the )?"
    rf"(?:(?P<full>{_FULL}) \((?P<acronym>{_ACRONYM})\)|(?P<host>{_ACRONYM})\b)"
)
_HOST_FULL = re.compile(
    r"\b(?P<full>(?:European|International|American|Network|Nordic|British|Political)"
    r"(?: (?:of|for|and|on|in|the|&|[A-Z][\w&’'-]{0,30})){1,10}?)"
    rf" \((?P<acronym>{_ACRONYM})\)"
)
_WORDS_OF_KINDS: Final = ("group", "committee", "network", "section")
_OF_HOSTS: Final = (
    (_HOST_BEFORE, _WORDS_OF_KINDS),
    (_HOST_AFTER, (*_WORDS_OF_KINDS, "sg", "rc", "wg")),
    (_HOST_FULL, (" (",)),
)
"""Patterns of hosts, and of each, what stands in every text that it fits."""

_HOST_EVENT = re.compile(
    rf"\b(?P<host>{_ACRONYM})(?: [0-9]{{4}})? (?:[Aa]nnual |[Ww]orld |[Gg]eneral )?"
    r"(?:[Cc]onference|[Cc]ongress|Joint Sessions)\b"
)
_HOST_AT = re.compile(rf"\b[Aa]t (?:the )?(?P<host>{_ACRONYM}) (?:19|20)[0-9]{{2}}(?![\w-])")
_HOST_LINE = re.compile(rf"(?P<host>{_ACRONYM}) (?:19|20)[0-9]{{2}}(?:\Z|(?=[,:]? ))")
"""A conference that is called by the acronym and a year: `EGPA 2022, Lisbon, 6-9 September 2022`."""

_CRUMB = re.compile(r"\s[>»›]\s")
_BAR = re.compile(r"(?<!\s)\s++\|\s++")
_DASH = re.compile(r"(?<!\s)\s++[–—-]\s++")
_ASSOCIATION = re.compile(
    r"(?=[^(]*\b(?:Association|Consortium|Council|Federation|Group|Institute|Network|Society|Union)\b)"
    r"(?:European|International|American|Nordic|British|Political)"
    rf"(?: (?:of|for|and|on|in|the|&|[A-Z][\w’'-]{{0,30}})){{1,10}}(?: \({_ACRONYM}\))?"
)
_BREAKS_OFF = re.compile(r"\b(?:on|of|for|and|in|the|to|with)\Z")
_QUOTES: Final = "“”‘’\"'"
_BESIDE: Final = word_set(
    "a about for general home homepage information of official on our page s the this to webpage website welcome"
)
"""Words that stand beside the name of a group where a line only repeats it."""

_MAY_STAND_BESIDE: Final = _BESIDE | word_set(
    "permanent study standing working research special specialist thematic interest group groups committee committees",
    "network networks section sections",
)
"""The same, and the words for such groups."""

_WORD: Final = re.compile(r"[^\W_]+")

_LONGEST_BESIDE: Final = 90
_MOST_WORDS: Final = 30
_LOOKED_AT: Final = 60


class Head(NamedTuple):
    """The title of a page, and what it says."""

    block: Block | None
    title: Passage | None
    code: Passage | None
    name: Passage | None
    host: Passage | None


def head_of(blocks: Sequence[Block]) -> Head:
    """The head of a page.

    Examples:
        >>> from coprod.readers.pages.tree import Piece
        >>> head = head_of([Block([Piece("IPSA RC32 – Public Policy", 1, 0)])])
        >>> head.host.text, head.code.text, head.name.text
        ('IPSA', 'RC32', 'Public Policy')
    """
    first = _title_block(blocks[:_LOOKED_AT])
    if first is None:
        return Head(None, None, None, None, _host(blocks))
    block = _without_site(blocks[:_LOOKED_AT], first)
    title = _whole(blocks, block)
    code = CODE.match(title.text)
    host = title.part(*code.span("host")) if code is not None and code["host"] else _host(blocks)
    host = host or _site_of(first, is_sure=block is not first)
    if code is None:
        return Head(block, title, None, _named(title, host), host)
    name: Passage | None = _unquoted(title.part(code.end(), _end_of_name(title.text, code.end(), host)))
    if name is None or not name.text or name.text.lower() in HOSTS or CODE.fullmatch(name.text):
        name = _line_above(blocks, block) or _line_below(blocks, block)
    return Head(block, title, title.part(*code.span("code")), name or None, host)


def _title_block(blocks: Sequence[Block]) -> Block | None:
    """The block that names the group: one with a code, else one with a word for such groups, else the first heading."""
    short = [
        block
        for block in blocks
        if len(block.text.split()) <= _MOST_WORDS and not (_is_crumb(block.text) or _is_menu(block.text))
    ]
    coded = [block for block in short if CODE.match(block.text) and not _is_sentence(block.text)]
    for found in (
        (block for block in coded if block.level),
        iter(coded),
        (
            block
            for block in short
            if _names_group(block.text) and not _is_sentence(block.text) and block.text[-1:] != ":"
        ),
        (block for block in short if block.level == 1),
        (block for block in short[:3] if not _is_sentence(block.text) and block.text[-1:] != ":"),
    ):
        block = next(found, None)
        if block is not None:
            return block
    return None


def _without_site(blocks: Sequence[Block], title: Block) -> Block:
    """The heading of the page, where a title is that of the window: behind a dash or a bar stands the site."""
    joint = None if title.level else _last_joint(title.text)
    if joint is None:
        return title
    words = words_in(title.text[: joint.start()])
    return next((block for block in blocks if block is not title and words_in(block.text) == words), title)


def _last_joint(title: str) -> re.Match[str] | None:
    """The last bar or dash behind the code of a title."""
    code = CODE.match(title)
    start = code.end() if code is not None else 0
    joints = [*_BAR.finditer(title, start), *_DASH.finditer(title, start)]
    return max(joints, key=re.Match.start, default=None)


def _site_of(title: Block, *, is_sure: bool) -> Passage | None:
    """The acronym of the site at the end of a title; that of an association, if nothing else says that it is one."""
    joint = _last_joint(title.text)
    site = title.text[joint.end() :] if joint is not None else ""
    if joint is None or not (site.lower() in HOSTS or (is_sure and _IS_ACRONYM.fullmatch(site))):
        return None
    return title.passage(joint.end())


def _end_of_name(title: str, start: int, host: Passage | None) -> int:
    """Where the name of the site begins: behind a bar, or behind a dash if it is that of an association."""
    bar = _BAR.search(title, start)
    end = bar.start() if bar is not None else len(title)
    for dash in reversed(list(_DASH.finditer(title, start, end))):
        site = title[dash.end() : end]
        if not (site.lower() in HOSTS or _ASSOCIATION.fullmatch(site) or (host is not None and site == host.text)):
            break
        end = dash.start()
    return end


def _whole(blocks: Sequence[Block], title: Block) -> Passage:
    """The title, with the next line where it breaks off: `Standing Group on`."""
    below = next((after for block, after in pairwise(blocks) if block is title), None)
    if below is None or _BREAKS_OFF.search(title.text) is None or len(below.text.split()) > _MOST_WORDS:
        return title.passage()
    return joined([title.passage(), below.passage()], " ")


def _line_above(blocks: Sequence[Block], title: Block) -> Passage | None:
    """The line in front of a title that is only a code, if it names a group: `Working Group on Care`."""
    above = next((block for block, after in pairwise(blocks) if after is title), None)
    if above is None or _is_sentence(above.text) or len(above.text.split()) > _MOST_WORDS:
        return None
    return above.passage() if _NAMED.search(above.text) is not None else None


def _line_below(blocks: Sequence[Block], title: Block) -> Passage | None:
    """The line behind a title that is only a code, if it can be a name."""
    below = next((after for block, after in pairwise(blocks) if block is title), None)
    if below is None or _is_sentence(below.text) or below.text[-1:] == ":" or len(below.text.split()) > _MOST_WORDS:
        return None
    return below.passage() if heading_in(below.text) is None else None


def _is_crumb(text: str) -> bool:
    return is_path(text) or _CRUMB.search(text) is not None


def _is_menu(text: str) -> bool:
    """Whether bars part names of pages, of which one is `Working Groups` or `Home` and none names a group."""
    parts = [part.strip() for part in text.split("|")]
    return len(parts) > 1 and (
        any(_ONLY_KIND.fullmatch(part) or is_furniture(part) for part in parts)
        and not any(_names_group(part) or CODE.match(part) for part in parts)
    )


def _names_group(text: str) -> bool:
    return GROUP.search(text) is not None and _ONLY_KIND.fullmatch(text) is None


def _is_sentence(text: str) -> bool:
    return text[-1:] in ".?!;" and len(text.split()) > 3


def _named(title: Passage, host: Passage | None) -> Passage:
    """The name without the host in front of it and the site behind it; of parts with bars, the first that names."""
    begins = [0, *(bar.end() for bar in _BAR.finditer(title.text))]
    begin = next((at for at in begins if _names_group(title.text[at:].split("|")[0].strip())), 0)
    before = _HOST_BEFORE.match(title.text, begin)
    start = before.end("host") if before is not None and before["host"][1:2].isupper() else begin
    return _unquoted(title.part(start, _end_of_name(title.text, start, host)))


def _unquoted(name: Passage) -> Passage:
    text = name.text.strip()
    if text[:1] in _QUOTES + "(" and text[-1:] in _QUOTES + ")":
        return name.stripped(_QUOTES + "()")
    return name.stripped(" -–—:|")


def _host(blocks: Sequence[Block]) -> Passage | None:
    """The host, as the page names it beside a word for such groups; else in the name of its conference."""
    blocks = [block for block in blocks if _MAY_BE_ACRONYM.search(block.text) is not None]
    for pattern, words in _OF_HOSTS:
        for block in blocks:
            if not any(word in plain(block.text) for word in words):
                continue
            found = next((one for one in map(_host_span, pattern.finditer(block.text)) if one is not None), None)
            if found is not None:
                return block.passage(*found)
    events = [(block, match) for block in blocks for match in _events_in(block.text)]
    if len({match["host"] for _block, match in events}) == 1:
        return events[0][0].passage(*events[0][1].span("host"))
    return None


def _events_in(text: str) -> Iterator[re.Match[str]]:
    """The conferences that a text calls by the acronym of an association."""
    yield from _HOST_EVENT.finditer(text)
    yield from _HOST_AT.finditer(text)
    line = _HOST_LINE.match(text)
    if line is not None and (line.end() == len(text) or any(not dated.bare for dated in dates_in(text))):
        yield line


def _host_span(match: re.Match[str]) -> tuple[int, int] | None:
    """Where the host stands: its acronym, if there is one."""
    groups = match.groupdict()
    for group in ("acronym", "host"):
        said = groups.get(group)
        if said:
            return match.span(group)
    return None


def mentions(blocks: Sequence[Block], head: Head) -> list[Block]:
    """Lines that only repeat the title, such as `General information about the group “...”`.

    What stands beside the title or the name may only be the code, the host and words for such groups and pages: a line
    that says more is a topic, a plan or a meeting, and so is an item of a list.
    """
    if head.title is None:
        return []
    said = {passage.text for passage in (head.title, head.name) if passage is not None and passage.text}
    said |= {title.upper() for title in said}
    known = [passage.text.lower() for passage in (head.code, head.host) if passage is not None]
    repeating = {
        id(block)
        for title in said
        for block in blocks
        if title in block.text and block is not head.block and _only_repeats(block.text, title, known)
    }
    return [row.block for row in rows_of(blocks) if id(row.block) in repeating and not row.is_item] if repeating else []


def _only_repeats(text: str, title: str, known: Iterable[str]) -> bool:
    """Whether nothing but such words stands around the title that a text holds."""
    before, _title, behind = text.partition(title)
    rest = f"{before} {behind}".lower()
    if len(rest) > _LONGEST_BESIDE:
        return False
    for word in known:
        rest = rest.replace(word, " ")
    if not _MAY_STAND_BESIDE.issuperset(_WORD.findall(rest)):
        return False
    return _BESIDE.issuperset(_WORD.findall(GROUP.sub(" ", rest)))
