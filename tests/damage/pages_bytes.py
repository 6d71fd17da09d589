"""Damage to pages that has nothing to do with what they are: encodings, signs that do not belong, cuts and joints.

In: drafts. Out: `KINDS`: those of RIS files that change bytes alone, and what pages need in another way.
"""

from typing import Final

from tests.damage import ris_bytes
from tests.damage.kinds import Kinds
from tests.damage.pages_files import valid_page
from tests.damage.pages_lines import labels, prose, rows
from tests.damage.variants import Draft

KINDS: Final = Kinds()

_SHARED: Final = frozenset(
    ("cp1252 in a line", "cp1252 everywhere", "encoded twice", "utf 16 with mark", "utf 16 without mark",
     "utf 32 with mark", "utf 8 with mark", "cr only", "crlf", "cr cr lf", "mixed line ends", "nuls at the end",
     "cut at the end", "cut at the start", "bytes deleted", "bytes flipped")
)  # fmt: skip

KINDS.extend(kind for kind in ris_bytes.KINDS if kind.name in _SHARED)


def _put(draft: Draft, sign: str) -> None:
    """Puts a sign between two words of a text, or before a line that means something."""
    places = [*labels(draft), *rows(draft)]
    if places and draft.random.random() < 0.5:
        place = draft.random.choice(places)
        draft.lines[place] = sign + draft.lines[place]
        return
    place = draft.random.choice(prose(draft) or [0])
    words = draft.lines[place].split(" ")
    cut = draft.random.randrange(len(words) // 2, len(words))
    draft.lines[place] = " ".join(words[:cut]) + sign + " ".join(words[cut:])


@KINDS.of("signs")
def bom_inside(draft: Draft) -> None:
    """A program joined pieces of text that each had a mark."""
    _put(draft, "\ufeff")


@KINDS.of("signs")
def line_separator(draft: Draft) -> None:
    """U+2028, U+2029 or U+0085: line ends of other programs."""
    _put(draft, draft.random.choice("\u2028\u2029\u0085"))


@KINDS.of("signs")
def form_feed(draft: Draft) -> None:
    """A printer's page break, a tab of a table, or a separator of a library system."""
    _put(draft, draft.random.choice("\f\v\x1c\x1f\t"))


@KINDS.of("signs")
def nul(draft: Draft) -> None:
    """A program wrote the end of its strings."""
    _put(draft, "\0")


@KINDS.of("signs")
def invisible_sign(draft: Draft) -> None:
    """A zero-width space, a mark of direction, a soft hyphen."""
    _put(draft, draft.random.choice("\u200b\u200e\u00ad\u2060"))


@KINDS.of("tail")
def two_pages_glued(draft: Draft) -> None:
    """Two pages of one kind were joined."""
    _append(draft)


def _append(draft: Draft) -> None:
    for _ in range(200):
        other = valid_page(draft.random, behind=draft.marker.marks)
        if other.dialect == draft.valid.dialect:
            break
    else:
        return
    draft.added.append(other)
    draft.marker.marks.update(other.marks)
    text = "".join(line + "\n" for line in other.lines).replace("\n", draft.end or "\n")
    draft.later.append(lambda content: content + text.encode(draft.encoding))
