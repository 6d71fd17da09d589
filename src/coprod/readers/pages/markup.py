"""Markup that every parser reads alike: what is damaged is made harmless before it is parsed, and told.

In: the text of a page. Out: a text of as many lines, each as long as before, in which every tag, comment and
declaration is complete and plain, and what was damaged; only where a line ends with `</script` it gets the `>`.
Python's `html.parser` takes time that grows with the square of the input for markup without an end, and its releases
read damaged markup differently; here each construct is looked at once, and none is without an end.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import Final, NamedTuple

from coprod.readers.pages.joints import RAW_END, pages_in
from coprod.readers.pages.lost_signs import lost_in
from coprod.readers.pages.unopened import unopened_in

_QUOTED: Final = r"""(?:"[^"]*+"(?=[\s/>])|"[^"<>]*+(?<!=)"|'[^']*+'(?=[\s/>])|'[^'<>]*+(?<!=)')"""
"""A value in quotation marks. Where no space follows, a mark may be missing: the value must look like one."""

_ATTRIBUTE: Final = rf"""[^\s/>"'=<]++(?:\s*+=\s*+(?:{_QUOTED}|[^\s"'<>]++))?+"""
_START: Final = re.compile(rf"""<([a-zA-Z][^\s/>"'=<]*+)(?:[\s/]*+{_ATTRIBUTE})*+[\s/]*+""")
_WITHOUT_END: Final = re.compile(
    r"""<(?P<name>[a-zA-Z][^\s/>"'=<]*+)(?:\s++[^\s/>"'=<]++=(?:"[^"<>]*+"|'[^'<>]*+'))*+"""
    r"""(?=[ \t](?P<words>[^<>"'=]*+)<)"""
)
_SAID: Final = re.compile(r"[A-ZÀ-Þ][^\WA-Z]|[^\W_][.,;:](?=\s|\Z)|\S\s++\S++\s++\S")
"""What words have that are no attributes: a capital before small letters, a comma, or two others."""

_END: Final = re.compile(r"""</[a-zA-Z][^\s/<>"']*+""")
_COMMENT_END: Final = re.compile(r"--!?>")
_COMMENT_AGAIN: Final = re.compile(r"<!--(?!-?>)")
_NO_REFERENCE: Final = re.compile(r"&(?!#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,7})(?![0-9a-fA-F]))(?=#)")

_SOUND_QUOTED: Final = r"""(?:"[^"&]*+(?:&(?!\#)[^"&]*+)*+"|'[^'&]*+(?:&(?!\#)[^'&]*+)*+')(?=[\s/>])"""
_SOUND_VALUE: Final = rf"""(?:{_SOUND_QUOTED}|[^\s"'<>&]++(?=[\s>]))"""
_SOUND: Final = re.compile(
    r"""(?:[^<&]++|</(?![hH](?i:tml)[\s>])[a-zA-Z][^\s/<>"'\0]*+>"""
    r"|<(?!(?:[hH](?i:tml)|[sS](?i:cript|tyle)|[xX](?i:mp)|[iI](?i:frame)|[nN](?i:oembed|oframes)|[tT](?i:extarea|itle)|[pP](?i:laintext))[\s/>])"
    rf"""[a-zA-Z][^\s/>"'=<&\0]*+(?:[\s/]*+[^\s/>"'=<&\0]++(?:\s*+=\s*+{_SOUND_VALUE})?+)*+[\s/]*+>|&(?=[a-zA-Z]))*+"""
)
"""Texts and tags in which nothing is to be looked at more closely, which are most of a page."""

_TAG: Final = re.compile(r"""(<(?:[a-zA-Z][^<>"']*+(?:"[^"]*+"[^<>"']*+|'[^']*+'[^<>"']*+)*+|[^a-zA-Z][^<>]*+)>)""")
"""A tag, comment or declaration of plain markup, in which a value alone may hold a `<` or a `>`."""

_BARE_AMPERSAND: Final = re.compile("&(?![a-zA-Z#])")
_NAMED: Final = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*+;)")
_BEGIN: Final = re.compile("<(?=[a-zA-Z/!?])")
_ROW: Final = re.compile("<++")
_LOST: Final = "\ufffd"
_NUL: Final = "\0"

_UNSHOWN: Final = frozenset(("script", "style"))
"""Those of them that hold no text of the page."""

_TAG_NEXT: Final = re.compile(r"\s*+</?[a-zA-Z]")
"""What no script and no rule of a style begins with."""

_NEVER_USED: Final = tuple(map(chr, range(0xFDD0, 0xFDF0)))
"""Code points that are no characters: two that the page does not have stand for `<` and `&` that are text."""

_ANY: Final = range(0x10FFFF, 0xFFFF, -1)
"""Code points from which they are taken where a page has all of those."""


class Damage(NamedTuple):
    """Markup that is not what it claims to be."""

    start: int
    """Offset of its first character."""

    end: int
    message: str


class Plain(NamedTuple):
    """A page whose markup every parser reads alike."""

    text: str
    less: str
    """The character that stands for a `<` which is text."""

    ampersand: str
    """The character that stands for a `&` which is text."""

    damage: tuple[Damage, ...]
    behind: int | None = None
    """Offset of another page that begins behind the end of this one; of its text only the line breaks are here."""

    end: str = ""
    """The end tag that the text lacks: of a script or style that goes to the end of the page."""

    first_line: int = 1
    """Number of the first line in its source."""

    def restored(self, text: str) -> str:
        """Text of the page as it was written."""
        return text.replace(self.less, "<").replace(self.ampersand, "&")

    def stand_ins(self) -> re.Pattern[str]:
        """What finds in a text the characters that stand for others, and halves of a character."""
        return re.compile(f"[{self.less}{self.ampersand}\ud800-\udfff]")

    def parts(self) -> Iterator[tuple[str, str]]:
        """Each text with the tag, comment or declaration behind it; both may be empty.

        Examples:
            >>> list(plain("<p>Trust<br>now").parts())
            [('', '<p>'), ('Trust', '<br>'), ('now', '')]
        """
        parts = iter([*_TAG.split(self.text), ""])
        return zip(parts, parts, strict=True)


def plain(text: str, first_line: int = 1) -> Plain:
    """The page with plain markup; its first line has that number in its source.

    Examples:
        >>> page = plain("<p>users < officials<!-- no --> <a href='x")
        >>> page.restored(page.text)
        "<p>users < officials<?        > <a href='x"
        >>> page.damage[0].message
        'markup without an end; read as text'
    """
    scan = _Scan(text)
    scan.run()
    text = _without_unknown("".join(scan.parts), scan.ampersand)
    lost = [Damage(*place) for place in lost_in(text, _TAG)]
    unopened = [Damage(*place) for place in unopened_in(text, _TAG)]
    return Plain(
        _without(text, lost) if lost else text,
        scan.less,
        scan.ampersand,
        (*scan.damage, *lost, *unopened),
        scan.behind,
        scan.end,
        first_line,
    )


def _without(text: str, places: Iterable[Damage]) -> str:
    """The text with white space at the places."""
    parts, end = list[str](), 0
    for place in places:
        parts += [text[end : place.start], _blank(text[place.start : place.end])]
        end = place.end
    return "".join([*parts, text[end:]])


def _without_unknown(text: str, ampersand: str) -> str:
    """The page with `&` as text before names that HTML does not have, of which parsers drop the semicolon: `AT&T;`."""
    if html5.keys() >= set(_NAMED.findall(text)):
        return text
    parts = _TAG.split(text)
    for place in range(0, len(parts), 2):
        parts[place] = _NAMED.sub(lambda name: name[0] if name[1] in html5 else ampersand + name[1], parts[place])
    return "".join(parts)


class _Scan:
    """One pass over a page."""

    def __init__(self, text: str) -> None:
        self.less, self.ampersand = _two_that_lack_in(text)
        self.parts: list[str] = []
        self.damage: list[Damage] = []
        self.behind: int | None = None
        self.end = ""
        self._text = text
        self._unclosed: set[str] = set()
        self._told_unended = False
        self._last = text.rfind(">")
        self._last_comment_end = max(text.rfind("-->"), text.rfind("--!>"))
        self._joint = next(pages_in(text))[1]
        self._has_ended = False

    def run(self) -> None:
        """Goes from `<` to `<`."""
        text, position = self._text, self._sound(0)
        while 0 <= (at := text.find("<", position)) <= self._last:
            self._words(position, at)
            position = self._sound(self._construct(at))
        self._rest(position)

    def _sound(self, start: int) -> int:
        """Takes what is sound from an offset on; gives the offset behind it."""
        match = _SOUND.match(self._text, start)
        if match is None or match.end() == start:
            return start
        self.parts.append(match[0])
        return match.end()

    def _words(self, start: int, end: int) -> None:
        words = self._text[start:end]
        if "&" in words:
            words = _BARE_AMPERSAND.sub(self.ampersand, words)
        if "&#" in words:
            for match in _NO_REFERENCE.finditer(words):
                self._tell(start + match.start(), start + match.end() + 1, "a reference to no character; read as text")
            words = _NO_REFERENCE.sub(self.ampersand, words)
        self.parts.append(words)

    def _construct(self, at: int) -> int:
        """Reads what begins with a `<`; gives the offset behind it."""
        after = self._text[at + 1 : at + 2]
        if after == "<":
            return self._several(at)
        if not (after.isascii() and after.isalpha()) and after not in ("/", "!", "?"):
            return self._as_text(at)
        if after == "!":
            return self._declaration(at)
        if after == "?":
            return self._instruction(at, self._text.index(">", at) + 1)
        return self._end_tag(at) if after == "/" else self._without_end(at) or self._start_tag(at)

    def _several(self, at: int) -> int:
        """A row of `<`, of which only the last may begin something."""
        last = _ROW.match(self._text, at).end() - 1  # type: ignore[union-attr]
        self.parts.append(self.less * (last - at))
        return last

    def _as_text(self, at: int) -> int:
        self.parts.append(self.less)
        return at + 1

    def _rest(self, start: int) -> None:
        """Text, since no markup ends any more."""
        begun = _BEGIN.search(self._text, start)
        if begun is not None:
            self._tell_unended(begun.start())
        self._words(start, len(self._text))
        self.parts.append(self.parts.pop().replace("<", self.less))

    def _tell_unended(self, at: int) -> None:
        """Told once."""
        if not self._told_unended:
            self._tell(at, len(self._text), "markup without an end; read as text")
            self._told_unended = True

    def _declaration(self, at: int) -> int:
        text = self._text
        end = text.index(">", at) + 1
        if not text.startswith("<!--", at):
            if text[at + 2 : at + 9].lower() == "doctype" and "<" not in text[at + 1 : end]:
                if self._has_ended or at == self._joint:
                    return self._second_page(at)
                self.parts.append(text[at:end])
                return end
            return self._instruction(at, end)
        if text.startswith((">", "->"), at + 4):
            return self._unshown(at, end)
        if at < self._last_comment_end:
            match = _COMMENT_END.search(text, at + 4)
            if match is not None:
                if _COMMENT_AGAIN.search(text, at + 4, match.start()) is not None:
                    self._tell(at, match.end(), "a comment in which another begins; not read")
                return self._unshown(at, match.end())
        self._tell(at, end, "a comment without an end; taken to end at the next >")
        return self._unshown(at, end)

    def _instruction(self, at: int, end: int) -> int:
        """What is neither a tag nor a comment; told if a tag begins in it."""
        if self._text.find("<", at + 1, end) > 0:
            self._tell(at, end, "a declaration without an end; taken to end at the next >")
        return self._unshown(at, end)

    def _second_page(self, at: int) -> int:
        self.behind = at
        self.parts.append(_blank(self._text[at:]))
        return len(self._text)

    def _unshown(self, start: int, end: int) -> int:
        """A comment, declaration or instruction: as an instruction, which ends at its first `>` for every parser."""
        self.parts.append(f"<?{_blank(self._text[start + 2 : end - 1])}>")
        return end

    def _end_tag(self, at: int) -> int:
        text = self._text
        end = text.index(">", at) + 1
        match = _END.match(text, at)
        if match is None:
            return self._unshown(at, end)
        self._has_ended = self._has_ended or match[0].lower() == "</html"
        following = text.find("<", at + 1, end)
        if following > 0:
            if match[0][2:].lower() in RAW_END and match.end() < following:
                self._tell(at, following, "an end tag without its end")
                behind = match.end() + (text[match.end()] != "\n")
                self.parts.append(f"{match[0]}>{_blank(text[behind:following])}")
            else:
                self._tell(at, following, "an end tag without its end; left out")
                self.parts.append(_blank(text[at:following]))
            return following
        if match.end() == end - 1:
            self.parts.append(text[at:end].replace(_NUL, _LOST))
            return end
        rest = text[match.end() : end - 1]
        if rest.strip():
            self._tell(at, end, "an end tag with more than its name")
        self.parts.append(f"{match[0].replace(_NUL, _LOST)}{_blank(rest)}>")
        return end

    def _start_tag(self, at: int) -> int:
        text = self._text
        match = _START.match(text, at)
        if match is None or match.end() > self._last:
            self._tell_unended(at)
            return self._as_text(at)
        stop = match.end()
        end = text.index(">", stop) + 1
        name = match[1].lower()
        if name == "html" and (self._has_ended or at == self._joint):
            return self._second_page(at)
        raw = name in RAW_END and text[end - 2] != "/"
        raw_end = self._raw_end(name, end) if raw else end
        if end > stop + 1:
            self._tell(at, raw_end or end, "a tag with damaged attributes; those before the damage were read")
        if raw_end is None and name in _UNSHOWN and _TAG_NEXT.match(text, end):
            self._tell(at, end, f"a <{name}> without an end, which holds nothing but tags; left out")
            self.parts.append(_blank(text[at:end]))
            return end
        if name == "plaintext" or (raw_end is None and name not in _UNSHOWN):
            self._tell(at, end, f"a <{name}> without an end; the tag was read as text")
            return self._as_text(at)
        tag = match[0]
        if "&#" in tag:
            tag = _NO_REFERENCE.sub(_LOST, tag)
        if _NUL in tag:
            tag = tag.replace(_NUL, _LOST)
        self.parts.append(f"{tag}{_blank(text[stop : end - 1])}>" if end > stop + 1 else f"{tag}>")
        if raw_end is None:
            raw_end = self._joint if end < self._joint else len(text)
            self._tell(end, raw_end, f"a <{name}> without an end; what follows it is no text of the page")
            self._has_ended = raw_end < len(text)
            self.end = f"</{name}>"
        if raw:
            self.parts.append(text[end:raw_end].replace("<", self.less).replace("&", self.ampersand))
        return raw_end

    def _without_end(self, at: int) -> int | None:
        """Reads a start tag that lost its `>` before words; gives the offset behind them, None if it is none."""
        tag = _WITHOUT_END.match(self._text, at)
        if tag is None or tag["name"].lower() in RAW_END or _SAID.search(tag["words"]) is None:
            return None
        stop = tag.end("words")
        self._tell(at, stop, "a start tag without its >; taken to end before the words")
        self.parts.append(f"{tag[0].replace(_NUL, _LOST)}>")
        self._words(tag.end() + 1, stop)
        return stop

    def _raw_end(self, name: str, start: int) -> int | None:
        """Where the text of an element ends in which a tag is text; None if nowhere."""
        match = None if name in self._unclosed else RAW_END[name].search(self._text, start)
        if match is None or match.end() > self._last or start < self._joint <= match.start():
            self._unclosed.add(name)
            return None
        return match.start()

    def _tell(self, start: int, end: int, message: str) -> None:
        self.damage.append(Damage(start, end, message))


def _two_that_lack_in(text: str) -> tuple[str, str]:
    """Two characters that the text does not have: none that is ever used if possible, else any."""
    free = [letter for letter in _NEVER_USED if letter not in text][:2]
    if len(free) < 2:
        used = set(text)
        free = list(itertools.islice((letter for letter in map(chr, _ANY) if letter not in used), 2))
    less, ampersand = free if len(free) == 2 else (_LOST, _LOST)
    return less, ampersand


def _blank(text: str) -> str:
    """White space of the same length, with the same line breaks."""
    return "\n".join([" " * len(row) for row in text.split("\n")])
