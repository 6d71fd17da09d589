"""Damage to the bytes of RIS files: encodings, line ends, control characters, cuts and gaps.

In: drafts. Out: `KINDS`, in the same form as those of `ris_lines`. Groups: `encoding`, `signs` (characters that do not
belong), `tail` (cuts, gaps, flipped bits, joined files), which come last.
"""

from collections.abc import Callable
from random import Random
from typing import Final

from tests.damage.kinds import Kinds
from tests.damage.ris_files import valid_file
from tests.damage.ris_lines import is_tag, long_place, places, some_place
from tests.damage.variants import Draft

KINDS: Final = Kinds()

_MOJIBAKE: Final = "latin-1"


# Encodings --------------------------------------------------------------------------------------------


@KINDS.of("encoding")
def cp1252_in_a_line(draft: Draft) -> None:
    """A line was pasted from an old program."""
    found = [place for place, line in enumerate(draft.lines) if not line.isascii()]
    if found:
        place = draft.random.choice(found)
        draft.lines[place] = _as_cp1252(draft.lines[place])


@KINDS.of("encoding")
def cp1252_everywhere(draft: Draft) -> None:
    """An old program wrote the file."""
    draft.lines = [_as_cp1252(line) for line in draft.lines]


def _as_cp1252(line: str) -> str:
    """The line with bytes of cp1252; a sign that it lacks stays UTF-8."""
    return "".join(_byte(letter) for letter in line)


def _byte(letter: str) -> str:
    try:
        return letter.encode("cp1252").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return letter


@KINDS.of("encoding")
def encoded_twice(draft: Draft) -> None:
    """UTF-8 was taken for Latin-1 and saved as UTF-8."""
    draft.lines = [line.encode("utf-8", "surrogateescape").decode(_MOJIBAKE) for line in draft.lines]


@KINDS.of("encoding")
def utf_16_with_mark(draft: Draft) -> None:
    """A Windows program saved as "Unicode"."""
    draft.encoding, draft.mark = draft.random.choice(["utf-16-le", "utf-16-be"]), True


@KINDS.of("encoding")
def utf_16_without_mark(draft: Draft) -> None:
    """A program dropped the mark."""
    draft.encoding = draft.random.choice(["utf-16-le", "utf-16-be"])


@KINDS.of("encoding")
def utf_32_with_mark(draft: Draft) -> None:
    """A statistics program saved what it has in memory."""
    draft.encoding, draft.mark = draft.random.choice(["utf-32-le", "utf-32-be"]), True


@KINDS.of("encoding")
def utf_32_without_mark(draft: Draft) -> None:
    """The same without a mark."""
    draft.encoding = draft.random.choice(["utf-32-le", "utf-32-be"])


@KINDS.of("encoding")
def utf_8_with_mark(draft: Draft) -> None:
    """A Windows program saved as UTF-8."""
    draft.mark = True


@KINDS.of("encoding")
def cr_only(draft: Draft) -> None:
    """An old Macintosh wrote the file."""
    draft.end = "\r"


@KINDS.of("encoding")
def crlf(draft: Draft) -> None:
    """Windows wrote the file."""
    draft.end = "\r\n"


@KINDS.of("encoding")
def cr_cr_lf(draft: Draft) -> None:
    """A program wrote the line ends of Windows in text mode."""
    draft.end = "\r\r\n"


@KINDS.of("encoding")
def mixed_line_ends(draft: Draft) -> None:
    """Files of several systems were joined."""
    draft.end = ""
    draft.lines = [line + draft.random.choice(["\n", "\r\n", "\r"]) for line in draft.lines]


# Signs that do not belong -----------------------------------------------------------------------------


def _put(draft: Draft, sign: str) -> None:
    """Puts a sign before a tag, or between two words of a value."""
    if draft.random.random() < 0.5:
        place = draft.random.choice([one for one, line in enumerate(draft.lines) if is_tag(line)] or [0])
        draft.lines[place] = sign + draft.lines[place]
        return
    place = long_place(draft)
    words = draft.lines[place].split(" ")
    cut = draft.random.randrange(4, len(words)) if len(words) > 4 else len(words)
    draft.lines[place] = " ".join(words[:cut]) + sign + " ".join(words[cut:])


@KINDS.of("signs")
def bom_in_the_middle(draft: Draft) -> None:
    """Files with marks were joined."""
    place = some_place(draft, "TY")
    draft.lines[place] = "\ufeff" + draft.lines[place]


@KINDS.of("signs")
def bom_glued_to_er(draft: Draft) -> None:
    """The same, and the first file had no last line end."""
    place = some_place(draft, "ER")
    following = next((one for one in places(draft, "TY") if one > place), None)
    if following is not None:
        joined = f"{draft.lines[place]}\ufeff{draft.lines[following]}"
        draft.lines[place : following + 1] = [joined]


@KINDS.of("signs")
def bom_anywhere(draft: Draft) -> None:
    """A program joined pieces of text that each had a mark."""
    _put(draft, "\ufeff")


@KINDS.of("signs")
def next_line(draft: Draft) -> None:
    """U+0085: a mainframe's line end, or the ellipsis of cp1252 read as Latin-1."""
    _put(draft, "\u0085")


@KINDS.of("signs")
def line_separator(draft: Draft) -> None:
    """U+2028 or U+2029: a page layout program's line end."""
    _put(draft, draft.random.choice("\u2028\u2029"))


@KINDS.of("signs")
def form_feed(draft: Draft) -> None:
    """A printer's page break, or a vertical tab for a line break in a cell."""
    _put(draft, draft.random.choice("\f\v"))


@KINDS.of("signs")
def field_separator(draft: Draft) -> None:
    """A library system's separators of fields and records."""
    _put(draft, draft.random.choice("\x1c\x1d\x1e\x1f"))


@KINDS.of("signs")
def nul(draft: Draft) -> None:
    """A program wrote the end of its strings."""
    _put(draft, "\0")


@KINDS.of("signs")
def nuls_at_the_end(draft: Draft) -> None:
    """A disk's block was not filled."""
    draft.later.append(lambda content: content + bytes(draft.random.randrange(1, 512)))


@KINDS.of("signs")
def ctrl_z(draft: Draft) -> None:
    """DOS marked the end of a file, and files were joined."""
    place = some_place(draft, "TY")
    draft.lines[place] = "\x1a" + draft.lines[place]
    draft.lines.append("\x1a")


# Cuts, gaps, flipped bits, joined files --------------------------------------------------------------


@KINDS.of("tail", destroys=True)
def cut_at_the_end(draft: Draft) -> None:
    """A download broke off."""
    draft.later.append(lambda content: content[: draft.random.randrange(len(content) // 20, len(content))])


@KINDS.of("tail", destroys=True)
def cut_at_the_start(draft: Draft) -> None:
    """The first part of a file is gone."""
    unit = {"utf-16": 2, "utf-32": 4}.get(draft.encoding[:6], 1)
    draft.later.append(lambda content: content[draft.random.randrange(len(content) // unit) * unit :])


@KINDS.of("tail", destroys=True)
def bytes_deleted(draft: Draft) -> None:
    """One to four bytes are gone, or a stretch, where a download was resumed at the wrong place."""
    _at_some_place(draft, lambda random: (random.choice([1, 1, 2, 2, 3, 4, 4, random.randrange(5, 400)]), 0))


@KINDS.of("tail", destroys=True)
def bytes_flipped(draft: Draft) -> None:
    """A few bytes are others."""
    for _ in range(draft.random.randrange(1, 4)):
        _at_some_place(draft, lambda _random: (1, 1))


def _at_some_place(draft: Draft, sizes: Callable[[Random], tuple[int, int]]) -> None:
    """Replaces some bytes at a place by chance."""

    def edit(content: bytes) -> bytes:
        gone, come = sizes(draft.random)
        place = draft.random.randrange(max(len(content) - gone, 1))
        return content[:place] + draft.random.randbytes(come) + content[place + gone :]

    draft.later.append(edit)


@KINDS.of("tail")
def two_files_glued(draft: Draft) -> None:
    """Two files were joined, the first without a last line end."""
    _append(draft, cut=False)


@KINDS.of("tail", destroys=True)
def cut_file_glued(draft: Draft) -> None:
    """The same, and the first is cut."""
    _append(draft, cut=True)


def _append(draft: Draft, *, cut: bool) -> None:
    """Appends a small file of any dialect, with marks of its own."""
    other = valid_file(draft.random, 3, behind=draft.marker.marks)
    draft.added.append(other)
    draft.marker.marks.update(other.marks)
    lines = [line for line in other.lines if line]
    draft.later.append(lambda content: _joined(draft, content, draft.end.join([*lines, ""]), cut=cut))


def _joined(draft: Draft, content: bytes, second: str, *, cut: bool) -> bytes:
    end = draft.random.randrange(len(content) // 2, len(content)) if cut else len(content)
    return content[:end].rstrip(b"\r\n") + second.encode(draft.encoding)
