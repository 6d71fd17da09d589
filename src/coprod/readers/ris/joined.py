"""Tags that stand inside a line, since the line ends before them are lost: one grammar for all who ask.

In: a line, and the form of its file. Out: its pieces, and what looks like a tag in a piece that is not cut. Nothing
raises.
"""

import functools
import itertools
import re
from typing import Final

from coprod.decoding import MARKS_OF_TEXT
from coprod.readers.ris.forms import UNSEEN, Form, Match, match_line, match_medline
from coprod.readers.ris.vocabulary import TAGS, TEXTS, TITLES, TYPE_NAMES

_USUAL: Final = "  -"
_NARROW: Final = " -"
_TAG: Final = "[A-Z][A-Z0-9]"

GAP: Final = rf"(?:[\s{UNSEEN}]|{'|'.join(MARKS_OF_TEXT)})"
"""What may stand between two tags and shows nothing: white space, signs without width, a byte order mark."""

_TYPES: Final = "|".join(TYPE_NAMES)
_TY: Final = rf"TY\s{{0,5}}-\s{{0,9}}(?:{_TYPES})"
_RECORD_BEHIND: Final = re.compile(rf"{GAP}*+{_TY}{GAP}{{1,9}}{_TAG}\s{{1,5}}-")
"""A record of which tags stand on the line that the one before it ends on."""

_TAG_BEHIND: Final = re.compile(rf"{GAP}{{0,9}}{_TAG}\s{{1,5}}-")
_END: Final = re.compile(rf"ER\s{{0,5}}-{GAP}{{0,9}}")
_WIDEST_END: Final = 20

_VALUES: Final = {
    "ER": re.compile(rf"{GAP}*+(?:TY\s{{0,5}}-|(?:EF\s*+)?$)"),
    "TY": re.compile(r"\s*+\S{0,40}+\s*+$"),
}
"""What can stand behind ER and TY inside a line."""

_NUMBER: Final = re.compile(r"\s{1,9}[A-Za-z]?[0-9]")
_YEAR: Final = re.compile(r"\s{1,9}(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_PERSON: Final = re.compile(r"\s{1,9}[^\W\d_][^,;:0-9]{0,60},\s{0,3}[^\W\d_]")
_WEB: Final = re.compile(r"\s{1,9}(?:https?://|www\.)")
_FITS: Final = {
    **dict.fromkeys(("EP", "SN", "SP", "VL"), _NUMBER),
    **dict.fromkeys(("DA", "PY", "Y1", "Y2"), _YEAR),
    **dict.fromkeys(("A1", "A2", "A3", "A4", "AU", "ED"), _PERSON),
    **dict.fromkeys(("L1", "L2", "L3", "L4", "LK", "UR"), _WEB),
    "DO": re.compile(r"\s{1,9}(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?10\.[0-9]{4}", re.IGNORECASE),
}
"""What stands behind a tag, and behind no other word."""

_UP_TO: Final = rf"(?=\s*+(?:$|{_TAG}\s{{1,2}}-))"
_CAPITAL: Final = r"[^\W\d_a-z][\w.'’-]{0,30}"
_WHOLE: Final = {
    **dict.fromkeys(("EP", "IS", "SP", "VL"), re.compile(rf"\s{{1,9}}[A-Za-z]?[0-9]{{1,9}}{_UP_TO}")),
    **dict.fromkeys(("DA", "PY", "Y1", "Y2"), re.compile(rf"\s{{1,9}}(?:1[5-9]|20)[0-9]{{2}}[0-9/]{{0,9}}{_UP_TO}")),
    **dict.fromkeys(
        ("A1", "A2", "A3", "A4", "AU", "ED"),
        re.compile(rf"\s{{1,9}}{_CAPITAL}(?:\s{_CAPITAL}){{0,2}},\s?{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}{_UP_TO}"),
    ),
    **{tag: _FITS[tag] for tag in ("DO", "L1", "L2", "L3", "L4", "LK", "UR")},
}
"""The same, as all of a value: in a file that writes one space, prose looks like a tag more often."""

_NAMED: Final = _WHOLE.keys() - {"DA", "EP", "IS", "PY", "SP", "VL", "Y1", "Y2"}
_ANY_TEXT: Final = TEXTS | TITLES | {"AD"}

_SURELY_JOINED: Final = 2
"""So many tags inside a line, and what else looks like one is one."""

_LEAST: Final = 8
"""Columns before a tag that stands inside a line; nearer to its start, it is a tag in another form."""

_WORD_FIRST: Final = re.compile(r"\W{0,3}(?:\w{1,9}\W{1,3})?[^\W\d_A-Z]{3,}[.,;:?!)]?\s")
"""A line that begins with a word, and not with a damaged tag."""


@functools.lru_cache(maxsize=64)
def tag_inside(form: Form) -> re.Pattern[str]:
    """What a tag in this form, or in the usual one, looks like behind other text.

    A hyphen behind two spaces or more stands in no prose; where it stands behind two capitals, lines were joined.
    Behind a capital it may also be the end of a word in capitals: then it is the second group. The third group has a
    hyphen behind one space, in a file that writes its tags so.

    Examples:
        >>> from coprod.readers.ris.forms import STANDARD
        >>> tag_inside(STANDARD).findall("AU  - Ran, BingTI  - Trust in the USAPY  - 2009")
        [('AU', '', ''), ('TI', '', ''), ('', 'PY', '')]
        >>> tag_inside(Form("", " - ", True)).findall("AU - Ran, Bing IT - CareTI  - Trust")
        [('', '', 'AU'), ('', '', 'IT'), ('TI', '', '')]
    """
    wide = form.hyphen.decode() or _USUAL
    narrow = rf"|(?<![A-Z])({_TAG}){_NARROW}" if is_narrow(form) else "|(?!)()"
    hyphens = rf"(?<![A-Z])({_TAG})(?:{re.escape(wide)}|{_USUAL})|(?<=[A-Z])({_TAG}){_USUAL}{narrow}"
    return re.compile(rf"(?:{hyphens})(?=\s|$)")


def is_narrow(form: Form) -> bool:
    """Whether a file writes a hyphen behind one space, which stands in prose too.

    Examples:
        >>> is_narrow(Form("", " - ", True)), is_narrow(Form("", "  - ", True))
        (True, False)
    """
    return form.upper and form.separator.rstrip() == _NARROW


NARROW_INSIDE: Final = re.compile(rb"-(?<=[^\nA-Z][A-Z][A-Z0-9] -)(?=\s|$)")
"""What may be a tag inside a line of such a file; not every one is."""


def pieces(line: str, form: Form) -> list[tuple[int, str]]:
    """A line cut before each tag that stands inside it, with the column of each piece.

    Examples:
        >>> from coprod.readers.ris.forms import STANDARD
        >>> pieces("AU  - Ran, BingTI  - Trust", STANDARD)
        [(0, 'AU  - Ran, Bing'), (15, 'TI  - Trust')]
    """
    if not _may_hold_tag(line, form):
        return [(0, line)]
    first = match_line(line)
    if first is not None and first.tag == "ER" and _RECORD_BEHIND.match(line, first.start) is None:
        return [(0, line)]
    tags = list(tag_inside(form).finditer(line, _least(line, first)))
    cuts = _cuts(line, first, tags)
    if len(cuts) >= _SURELY_JOINED:
        cuts = _cuts(line, first, tags, is_joined=True)
    starts = [found.start() for found in cuts] or _type_at_the_end(line, form)
    return [(start, line[start:end]) for start, end in itertools.pairwise((0, *starts, len(line)))]


def _least(line: str, first: Match | None) -> int:
    """The first column at which a tag can stand inside a line."""
    if first is not None:
        least = first.start
    else:
        word = _WORD_FIRST.match(line)
        least = _LEAST if word is None else min(_LEAST, word.end())
    return max(least, len(line) - len(line.lstrip()) + 1)


def may_hold_more(piece: str, form: Form) -> str | None:
    """What looks like a tag in a piece that is read as text: the tag; None without one.

    Examples:
        >>> from coprod.readers.ris.forms import STANDARD
        >>> may_hold_more("TI  - Trust in the USAKW  - care", STANDARD), may_hold_more("TI  - Trust", STANDARD)
        ('KW', None)
    """
    if not _may_hold_tag(piece, form):
        return None
    first = match_line(piece) or match_medline(piece)
    for found in tag_inside(form).finditer(piece, first.start if first is not None else 1):
        if found[3] is None:
            return _named(found)
    return None


def _named(found: re.Match[str]) -> str:
    return found[1] or found[2] or found[3]


def _may_hold_tag(line: str, form: Form) -> bool:
    hyphen, least = _hyphen_inside(form)
    return hyphen.search(line, least) is not None


@functools.lru_cache(maxsize=64)
def _hyphen_inside(form: Form) -> tuple[re.Pattern[str], int]:
    """The hyphen of the form, or the usual one, behind its spaces, and its least column behind a letter and a tag.

    A pattern that begins with the hyphen itself skips all else fast.
    """
    own = form.hyphen.decode() or (_NARROW if is_narrow(form) else _USUAL)
    least = len("ATY") + min(len(own), len(_USUAL)) - 1
    hyphens = (own,) if _USUAL.endswith(own) else (_USUAL,) if own.endswith(_USUAL) else (own, _USUAL)
    return re.compile("|".join(rf"{re.escape(hyphen[-1])}(?<={re.escape(hyphen)})" for hyphen in hyphens)), least


def _type_at_the_end(line: str, form: Form) -> list[int]:
    """Where TY and a known type stand behind what a cut has left of a line, however little."""
    head, tag, kind = line.rpartition(form.shown("TY"))
    is_type = bool(tag) and kind.strip() in TYPE_NAMES and any(map(str.isalnum, head))
    return [len(head)] if is_type else []


def without_signs(value: str) -> str:
    """The value of TY without signs around it that show nothing.

    Examples:
        >>> without_signs("JOUR\\u200b ")
        'JOUR'
    """
    return _SIGNS.sub("", value)


_SIGNS: Final = re.compile(rf"^{GAP}{{1,9}}|{GAP}{{1,9}}$")


# Which are tags ---------------------------------------------------------------------------------------


def _cuts(line: str, first: Match | None, tags: list[re.Match[str]], *, is_joined: bool = False) -> list[re.Match[str]]:
    """Those of what looks like tags that a line is cut before; `is_joined`: it holds several for sure."""
    cuts: list[re.Match[str]] = []
    before, start = (first.tag, first.start) if first is not None else ("", 0)
    for found in tags:
        if found[1] is not None:
            is_tag = _is_wide(found, line, before, is_joined=is_joined)
        elif before == "TY" and _named(found) in TAGS:
            is_tag = line[start : found.start()].strip() in TYPE_NAMES
        elif found[2] is not None:
            is_tag = _is_behind_capital(found, line, before)
        else:
            is_tag = _is_narrow(found, line, before, is_joined=is_joined)
        if is_tag:
            cuts.append(found)
            before, start = _named(found), found.end()
    return cuts


def _is_wide(found: re.Match[str], line: str, before: str, *, is_joined: bool) -> bool:
    """Whether two capitals and a hyphen that stands in no prose are a tag, with a value that it can have."""
    tag = found[1]
    if tag in _VALUES:
        return _is_end_or_type(found, line, before)
    if before in TEXTS and not is_joined and _is_quoted(found, line) and not _fits(tag, line, found.end()):
        return False
    is_apart = line[found.start() - 1].isspace()
    return tag in TAGS or (is_joined and before not in TEXTS and is_apart and found[0].endswith(_USUAL))


def _is_behind_capital(found: re.Match[str], line: str, before: str) -> bool:
    """Whether the end of a run of capitals is a tag: the value is one that no word in capitals has behind it."""
    tag = found[2]
    if tag in _VALUES:
        return before not in TEXTS | TITLES and _VALUES[tag].match(line, found.end()) is not None
    return _fits(tag, line, found.end())


def _is_narrow(found: re.Match[str], line: str, before: str, *, is_joined: bool) -> bool:
    """Whether two capitals and a hyphen as it stands in prose are a tag: by the value, or glued to what is before."""
    tag = found[3]
    if tag in _VALUES:
        return _is_end_or_type(found, line, before)
    if tag not in TAGS:
        return False
    sign = line[found.start() - 1]
    if not sign.isspace():
        return sign.islower() or sign.isdigit() or sign in ".)]"
    return _is_whole(tag, before, line, found.end()) or (is_joined and before not in TEXTS)


def _is_whole(tag: str, before: str, line: str, end: int) -> bool:
    """Whether all that stands behind a tag, up to the next, is a value that stands behind no other word."""
    value = _WHOLE.get(tag)
    if value is None or (before in _ANY_TEXT and tag not in _NAMED):
        return False
    return value.match(line, end) is not None


def _is_end_or_type(found: re.Match[str], line: str, before: str) -> bool:
    """Whether TY has one word behind it, or a record, and ER nothing, or another tag."""
    tag, start, end = _named(found), found.start(), found.end()
    if tag == "TY" and _RECORD_BEHIND.match(line, start) is not None:
        return before not in TEXTS or _is_behind_end(line, start)
    if tag == "ER" and before not in TEXTS and _TAG_BEHIND.match(line, end) is not None:
        return True
    return _VALUES[tag].match(line, end) is not None


def _is_quoted(found: re.Match[str], line: str) -> bool:
    """Whether prose goes on behind what looks like a tag: a space before it, a small letter behind it."""
    behind = line[found.end() : found.end() + _LEAST].lstrip()
    return line[found.start() - 1].isspace() and behind[:1].islower()


def _is_behind_end(line: str, start: int) -> bool:
    """Whether ER, and nothing behind it, stands before a column."""
    return any(end.end() == start for end in _END.finditer(line, max(0, start - _WIDEST_END), start))


def _fits(tag: str, line: str, end: int) -> bool:
    """Whether the value behind a tag is one that stands behind no other word."""
    value = _FITS.get(tag)
    return value is not None and value.match(line, end) is not None
