"""What the generated pages are made of: words, names and sentences with marks, and a page in the making.

In: a random generator. Out: `Writing`, which adds lines of HTML or of text, and makes a `Valid` of them. Every value
that a page shows carries marks; each of them stands on one line only where the page itself shows a value once.
"""

from collections.abc import Iterable, Mapping
from html import escape
from random import Random
from typing import Final

from tests.damage.marks import OUTSIDE, Mark, Marker
from tests.damage.variants import Valid

_WORDS: Final = (
    "citizens", "services", "co-production", "users", "public", "value", "crises", "the", "of", "and", "care",
    "evidence", "résumé", "für", "naïve", "trust", "roles", "in", "health", "reform", "città", "with", "states",
    "ñandú", "outcomes", "how", "local", "practice",
)  # fmt: skip
LABELS: Final = frozenset(
    ("Purpose", "Design/methodology/approach", "Findings", "Originality/value", "Abstract", "Details", "Keywords",
     "Introduction", "Literature Review", "Methodology", "Key Findings", "Discussion", "Conclusion", "Limitations",
     "Aim of the study group:", "Research topic:", "Plan of activities and outcomes:", "Start-up 2013-2015:", "Chairs")
)  # fmt: skip
"""Headings that the valid pages have."""

_GIVEN: Final = ("Ada", "Bruno", "Émile", "Carla", "Dora")


class Writing:
    """A page that is being written.

    Attributes:
        marker: Makes the marks; `record` and `value` say where the next ones belong.
        lines: The lines so far.
    """

    def __init__(self, random: Random, behind: Mapping[str, Mark] | None = None) -> None:
        self._behind = dict(behind or {})
        self.marker = Marker(random, self._behind)
        self.random = random
        self.lines: list[str] = []
        self.marker.record = max((mark.record for mark in self._behind.values()), default=-1)
        self.marker.value = max((mark.value for mark in self._behind.values()), default=0)

    def record(self) -> None:
        """Begins a record."""
        self.marker.record += 1

    def value(self) -> None:
        """Begins a value."""
        self.marker.value += 1

    def add(self, *lines: str) -> None:
        """Appends lines."""
        self.lines += lines

    def valid(self, dialect: str) -> Valid:
        """The page."""
        marks = {mark: place for mark, place in self.marker.marks.items() if mark not in self._behind}
        return Valid(dialect, tuple(self.lines), marks)

    def outside(self) -> str:
        """A mark that belongs to no record."""
        record, value = self.marker.record, self.marker.value
        self.marker.record, self.marker.value = OUTSIDE, OUTSIDE - len(self.marker.marks)
        word = self.marker.word()
        self.marker.record, self.marker.value = record, value
        return word

    def word(self) -> str:
        """A mark that is a word."""
        return self.marker.word()

    def phrase(self, words: int) -> str:
        """Words with a mark at the start, at the end, and here and there between."""
        parts = [self.word(), *self.random.choices(_WORDS, k=words), self.word()]
        for place in range(8, words, 8):
            parts[place] = self.word()
        return " ".join(parts)

    def title(self) -> str:
        """A title."""
        return _capital(self.phrase(self.random.randrange(4, 11)))

    def sentences(self, count: int) -> str:
        """Sentences of a paragraph."""
        return " ".join(_capital(self.phrase(self.random.randrange(8, 20))) + "." for _ in range(count))

    def name(self) -> str:
        """A given name and a family name."""
        return f"{self.random.choice(_GIVEN)} {self.marker.name()}"

    def names(self, most: int = 4) -> list[str]:
        """A few names, each a value of its own."""
        found = []
        for _ in range(self.random.randrange(1, most + 1)):
            self.value()
            found.append(self.name())
        return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def row_of(names: list[str], last: str = " and ") -> str:
    """Names as a line: `A, B and C`."""
    return last.join([part for part in (", ".join(names[:-1]), names[-1]) if part])


def of(tag: str, text: str, attributes: str = "") -> str:
    """An element; the text is escaped."""
    return f"<{tag}{' ' if attributes else ''}{attributes}>{escape(text, quote=False)}</{tag}>"


def meta(name: str, text: str) -> str:
    """An element of metadata."""
    return f'<meta name="{name}" content="{escape(text)}">'


def page_of(writing: Writing, title: str, head: Iterable[str], body: Iterable[str]) -> None:
    """Writes an HTML page."""
    writing.add(
        "<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">', of("title", title), *head,
        "<script>", "var player = '<div>none</div>';", "</script>", "</head>", "<body>",
        '<nav><a href="/">Home</a> <a href="/help">Help</a></nav>',
    )  # fmt: skip
    writing.add(*body, "</body>", "</html>")
