"""What a line of a search page says of itself: a label, a heading, or something that a pattern of the layout knows.

In: the text of a line. Out: a `Told`, with the stretches of the line that hold values; None for a line that only its
place explains. Nothing raises; a pattern is never held against a line longer than `layout.LONGEST`.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from coprod.readers.pages.blocks import INVISIBLE
from coprod.readers.search.citation import places_in
from coprod.readers.search.layout import EXTRA, EXTRA_GROUP, LONGEST, SURE, Layout

_LONGEST_LABEL: Final = 60
BARE: Final = frozenset(("title", "authors", "teaser"))
"""Fields that only their place tells, even if a pattern knows some of their forms."""

_KINDRED: Final = {"genre": ("genre", "type")}
"""Fields whose values look alike."""

_AROUND: Final = f": {INVISIBLE}"
_JOINTS: Final = f":–—- {INVISIBLE}"
_DOI: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)10\.[0-9]{4,9}/\S+", re.IGNORECASE)
"""A line that is the address of a publication, whatever the layout says."""

ICON: Final = re.compile(r"(?:View ORCID Profile|ORCID (?:Profile|iD icon|iD|Icon|logo|record))\s*+", re.IGNORECASE)
"""What stands beside a name for the icon whose link is the ORCID of the person."""

_REMEMBERED: Final = 4096
"""Lines of which the answer is kept: the rows of a page say the same again and again."""


def without_icons(text: str) -> str:
    """A text without the words that stand for an icon.

    Examples:
        >>> without_icons("View ORCID ProfileAna Costa")
        'Ana Costa'
    """
    return ICON.sub("", text) if "orcid" in text.lower() else text


class Take(NamedTuple):
    """A stretch of a line, and the field that it holds."""

    field: str
    start: int
    end: int
    label: str | None = None


class Told(NamedTuple):
    """What a line says of itself."""

    field: str
    """The field by which the line is known; for a heading that of the lines below it."""

    takes: tuple[Take, ...]
    """The values in it; none for a heading."""

    kind: str
    """`"label"`, `"heading"` or `"line"`."""

    @property
    def is_sure(self) -> bool:
        """Whether the line says it wherever it stands."""
        return self.kind != "line" or self.field in SURE


class Lines:
    """Looks at lines as a layout says.

    Examples:
        >>> layout = Layout.from_mapping({"name": "x", "select": {"row": "li"}, "labels": {"Published": "date"}})
        >>> Lines(layout).told("Published: May 2019").takes
        (Take(field='date', start=11, end=19, label='Published'),)
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._known: dict[str, Told | None] = {}
        self.fields: set[str] = ({line.field for line in layout.lines} | set(layout.labels.values())) - BARE
        """Fields that lines tell by themselves."""
        self._citing = [heading for heading, field in layout.headings.items() if field == "citation"]
        self._patterned = {line.field for line in layout.lines}
        self.grouped: set[str] = {line.field for line in layout.lines if _groups(line.pattern)} - BARE
        """Fields that are made of several values, and told by patterns."""
        self.starts_with_names: bool = any(
            line.field == layout.anchor and "authors" in line.pattern.groupindex for line in layout.lines
        )
        """Whether the line that every row has begins with the authors."""
        self.parts_names: bool = {"given", "family"}.issubset(rule.field for rule in layout.select)
        """Whether pages have elements for given and for family names."""

    def told(self, text: str) -> Told | None:
        """What a line says of itself; None if it says nothing."""
        if len(text) > LONGEST:
            return None
        if text not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[text] = self._labelled(text) or self._heading(text) or self._run_in(text) or self._line(text)
        return self._known[text]

    def label(self, text: str) -> str | None:
        """The field of a line that is nothing but a label and its colon; None for another."""
        return self._layout.labels.get(text.removesuffix(":").strip().casefold())

    def may_be_of(self, field: str, text: str) -> bool:
        """Whether a line may be the value of the label above it: it says nothing else."""
        told = self.told(text)
        return told is None or (told.kind == "line" and told.field in _KINDRED.get(field, (field,)))

    def is_anchor(self, text: str) -> bool:
        """Whether a line is the one that every row has."""
        told = self.told(text)
        return told is not None and told.field == self._layout.anchor

    def told_of_marked(self, text: str, fields: Sequence[str]) -> Told | None:
        """What a line says that an element marks: its label, a heading, and a pattern only of these fields."""
        if len(text) > LONGEST:
            return None
        if not self._patterned.isdisjoint(fields):
            return self.told(text)
        if len(text) > _LONGEST_LABEL and ":" not in text[:_LONGEST_LABEL]:
            return None
        return self._labelled(text) or self._heading(text)

    def told_behind_names(self, text: str) -> Told | None:
        """What a line says, if it is no row of names: it stands behind names whose element has not ended."""
        told = self.told(text)
        return told if told is not None and told.kind != "heading" and told.field not in BARE else None

    def _labelled(self, text: str) -> Told | None:
        end = text.find(":", 0, _LONGEST_LABEL)
        label = text[:end].strip() if end > 0 else ""
        field = self._layout.labels.get(label.casefold())
        start = end + 1
        if field is None or not text[start:].strip():
            return None
        while text[start].isspace():
            start += 1
        return Told(field, (Take(field, start, len(text), label),), "label")

    def _heading(self, text: str) -> Told | None:
        if len(text) > _LONGEST_LABEL:
            return None
        field = self._layout.headings.get(text.strip(_AROUND).casefold())
        return Told(field, (), "heading") if field is not None else None

    def _run_in(self, text: str) -> Told | None:
        """A heading of the publication that lost its line break: `Details: Journal of Trust, vol. 1 no. 2`."""
        small = text[:_LONGEST_LABEL].casefold()
        for heading in filter(small.startswith, self._citing):
            start = len(text) - len(text[len(heading) :].lstrip(_JOINTS))
            if "volume" in places_in(text[start:]).found:
                return Told("citation", (Take("citation", start, len(text), text[: len(heading)]),), "label")
        return None

    def _line(self, text: str) -> Told | None:
        for line in self._layout.lines:
            match = line.pattern.fullmatch(text)
            if match is not None:
                return Told(line.field, tuple(_takes(line.field, match)), "line")
        return Told("doi", (Take("doi", 0, len(text)),), "line") if _DOI.fullmatch(text) is not None else None


def _takes(field: str, match: re.Match[str]) -> list[Take]:
    """The groups of a match that hold values; all of it if there is no group of a name."""
    label = match["label"] if "label" in match.re.groupindex else None
    names = [name for name in match.re.groupindex if name != "label" and match[name]]
    if not names:
        return [Take(field, match.start(), match.end(), label)]
    return [Take(_field(field, name), *match.span(name), label if name == "value" else None) for name in names]


def _field(field: str, group: str) -> str:
    """The field that a group holds."""
    if group == "value":
        return field
    return EXTRA + group.removeprefix(EXTRA_GROUP) if group.startswith(EXTRA_GROUP) else group


def _groups(pattern: re.Pattern[str]) -> bool:
    return not {"label", "value"}.issuperset(pattern.groupindex)
