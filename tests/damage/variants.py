"""The frame of the laboratory: from a valid file and named edits to damaged variants of it.

In: a function that makes a valid file, and kinds of damage. Out: `Variant`s, the same ones for the same seed. What is
damaged, and how, is nothing that this module knows: a format brings its files and its edits.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Final, NamedTuple

from tests.damage.marks import OUTSIDE, Mark, Marker, Marks


class Valid(NamedTuple):
    """A valid file and the marks in it."""

    dialect: str
    lines: tuple[str, ...]
    marks: Marks

    def data(self) -> bytes:
        """The file as bytes."""
        return Draft(self, Random(0)).data()


class Draft:
    """A file under the hands of an edit.

    Attributes:
        valid: What it was.
        lines: Its lines without their ends; a lone surrogate stands for a byte that is no UTF-8.
        end: Line end.
        encoding: Encoding, and `mark`, whether a byte order mark stands first.
        later: Edits of the bytes, which come last.
        added: Valid files that were joined to it.
        markup_like: Numbers of the values that hold what looks like the format's own signs, and hold it rightly.
        random: Where edits take chance from.
    """

    def __init__(self, valid: Valid, random: Random) -> None:
        self.valid = valid
        self.lines = list(valid.lines)
        self.end = "\n"
        self.encoding = "utf-8"
        self.mark = False
        self.later: list[Callable[[bytes], bytes]] = []
        self.added: list[Valid] = []
        self.markup_like: set[int] = set()
        self.random = random
        self.marker = Marker(random, valid.marks)

    def outside(self) -> str:
        """A new mark that belongs to no record."""
        self.marker.record, self.marker.value = OUTSIDE, OUTSIDE - len(self.marker.marks)
        return self.marker.word()

    def beside(self, mark: str) -> str:
        """A new mark that belongs where another one does."""
        self.marker.record, self.marker.value = self.marker.marks[mark]
        return self.marker.word()

    def data(self) -> bytes:
        """The bytes of the file."""
        text = "".join(line + self.end for line in self.lines)
        content = text.encode(self.encoding, "surrogateescape" if self.encoding == "utf-8" else "replace")
        if self.mark:
            content = "\ufeff".encode(self.encoding) + content
        for edit in self.later:
            content = edit(content)
        return content


class Kind(NamedTuple):
    """One way in which files are damaged."""

    name: str

    edit: Callable[[Draft], None]
    """Changes the draft; leaves it as it is where the kind cannot happen."""

    group: str
    """Two edits of one variant come from different groups."""

    destroys: bool = False
    """Whether bytes are deleted or overwritten, so that nobody can know what stood there."""


class Variant(NamedTuple):
    """A damaged file."""

    kinds: tuple[Kind, ...]
    valid: tuple[Valid, ...]
    """The valid file, and those that were joined to it."""

    data: bytes
    encoding: str
    marks: Marks
    markup_like: frozenset[int]

    @property
    def name(self) -> str:
        """The kinds, joined."""
        return " + ".join(kind.name for kind in self.kinds)

    def lines(self) -> list[str]:
        """The lines, for a reader that does not matter: the marks are ASCII."""
        text = self.data.decode("latin-1" if self.encoding == "utf-8" else self.encoding, "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


GROUPS: Final = ("records", "lines", "text", "forms", "signs", "encoding", "tail")
"""Groups of edits in the order in which they come: the first ones look for what the later ones make hard to find."""

PER_FILE: Final = 20
"""Variants of one valid file."""

_TWO_IN: Final = 3
"""One variant in so many has two edits."""


def variants(
    count: int, seed: int, make: Callable[[Random], Valid], kinds: Sequence[Kind], share: tuple[int, int] = (0, 1)
) -> Iterator[Variant]:
    """Damaged files: every kind in turn, a third of them with a second edit of any other group.

    Of several processes that share the work, each takes its `share`: its number, and how many there are.
    """
    valid: Valid | None = None
    part, parts = share
    for number in range(count):
        if number // PER_FILE % parts != part:
            continue
        random = Random(f"{seed}/{number}")
        if valid is None or number % PER_FILE == 0:
            valid = make(random)
        while (variant := _variant(valid, kinds[number % len(kinds)], kinds, random)) is None:
            valid = make(random)
        yield variant


_TRIES: Final = 50
"""How often a kind is tried on a file in which it seems not to be possible."""


def _variant(valid: Valid, kind: Kind, kinds: Sequence[Kind], random: Random) -> Variant | None:
    """A variant that differs from the valid file; None if the kind cannot happen in it."""
    for _ in range(_TRIES):
        draft = Draft(valid, random)
        chosen = [kind]
        if random.randrange(_TWO_IN) == 0:
            chosen.append(random.choice([other for other in kinds if other.group != kind.group]))
        chosen.sort(key=lambda one: GROUPS.index(one.group))
        for one in chosen:
            one.edit(draft)
        data = draft.data()
        if data != valid.data():
            like = frozenset(draft.markup_like)
            return Variant(tuple(chosen), (valid, *draft.added), data, draft.encoding, draft.marker.marks, like)
    return None


__all__ = ["OUTSIDE", "Draft", "Kind", "Mark", "Valid", "Variant", "variants"]
