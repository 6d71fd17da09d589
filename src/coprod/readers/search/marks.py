"""Which elements of an HTML page hold what, found in one walk.

In: the selectors of a layout. Out: a `Marker` for the walk over the tree. Each selector is compiled once and stands in
an index by the id, class or name of the element that it selects, so that hardly any element is held against one.
"""

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import soupsieve
from soupsieve import css_types

from coprod.readers.search.layout import ROW, Layout, Rule
from coprod.readers.search.matching import Matches, matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from coprod.readers.pages.stream import Element

JOINT: Final = " "
"""Between the fields of an element that holds several."""

_ADDRESSES: Final = frozenset(("base", "link"))

LONGEST_ATTRIBUTE: Final = 2000
"""Characters of an attribute that a pattern is held against."""


class Attribute(NamedTuple):
    """A value that an attribute of an element holds."""

    field: str
    value: str
    tag: "Tag | Element"


class _Entry(NamedTuple):
    """A rule, and how an element is held against it."""

    number: int
    rule: Rule
    matches: Matches


class Marks:
    """Says of each element which fields it holds; called once for each, in the order of the page.

    Attributes:
        attributes: The values of attributes that were met.
        needs_tree: Whether a selector asks for more than an element and those around it.
        met_rows: Whether an element of a row was met.
        address: The address that the page gives for itself; None if it gives none.
    """

    def __init__(self, layout: Layout) -> None:
        self.attributes: list[Attribute] = []
        self.needs_tree: bool = False
        self.met_rows: bool = False
        self.address: str | None = None
        self._rows: dict[int, Tag] = {}
        self._ids: dict[str, list[_Entry]] = {}
        self._classes: dict[str, list[_Entry]] = {}
        self._names: dict[str, list[_Entry]] = {}
        self._attributes: dict[str, list[_Entry]] = {}
        self._others: list[_Entry] = []
        for number, rule in enumerate(layout.select):
            self._index(number, rule)
        self._has_others = bool(self._ids or self._attributes)

    def _index(self, number: int, rule: Rule) -> None:
        compiled = soupsieve.compile(rule.select)
        for selector in compiled.selectors:
            simple = matcher(selector)
            self.needs_tree = self.needs_tree or simple is None
            entry = _Entry(number, rule, simple if simple is not None else compiled.match)
            self._place(selector).append(entry)

    def _place(self, selector: object) -> list[_Entry]:
        if not isinstance(selector, css_types.Selector):
            return self._others
        if selector.ids:
            return self._ids.setdefault(selector.ids[0], [])
        if selector.classes:
            return self._classes.setdefault(selector.classes[-1], [])
        if selector.tag is not None and selector.tag.name not in (None, "*"):
            return self._names.setdefault(selector.tag.name.lower(), [])
        if selector.attributes and selector.attributes[0].attribute.islower():
            return self._attributes.setdefault(selector.attributes[0].attribute, [])
        return self._others

    def __call__(self, tag: "Tag") -> str | None:
        """The fields of an element, with a space between them; None if the layout does not know it."""
        name, attributes = tag.name, tag.attrs
        entries = self._names.get(name) or ()
        if name in _ADDRESSES:
            self._note_address(tag)
        if attributes:
            classes = attributes.get("class")
            if classes:
                known = self._classes
                for word in classes:
                    if word in known:
                        entries = [*entries, *known[word]]
            entries = [*entries, *self._by_others(attributes)] if self._has_others else entries
        if self._others:
            entries = [*entries, *self._others]
        if not entries:
            return None
        found = [entry for entry in entries if entry.matches(tag)]
        return self._label(found, tag) if found else None

    def _by_others(self, attributes: "dict[str, Any]") -> "Iterator[_Entry]":
        """The rules that go by an id or by an attribute."""
        if "id" in attributes:
            yield from self._ids.get(str(attributes["id"]), ())
        for name in attributes:
            if name in self._attributes:
                yield from self._attributes[name]

    def _label(self, found: list[_Entry], tag: "Tag") -> str | None:
        rules = [entry.rule for entry in sorted(dict.fromkeys(found), key=lambda entry: entry.number)]
        fields: dict[str, None] = {}
        for rule in rules:
            if rule.attribute is None:
                fields[rule.field] = None
            else:
                self._note(rule, tag)
        if ROW in fields:
            self.met_rows = True
            self._rows[id(tag)] = tag
        return JOINT.join(fields) or None

    def row_above(self, tag: "Tag | Element") -> "Tag | Element | None":
        """The row that an element stands in, as `rows.row_of` finds it; None if it stands in none."""
        found: list[Tag | Element] = []
        above: Tag | Element | None = tag
        while above is not None:
            if id(above) in self._rows:
                found.append(above)
            above = above.parent
        row = found.pop() if found else None
        while found and row is not None:
            inner = found.pop()
            row = inner if is_next_row(inner, row) else row
        return row

    def _note_address(self, tag: "Tag") -> None:
        """The address of the page, as it says itself."""
        href = str(tag.attrs.get("href") or "")
        if href.startswith("http") and (tag.name == "base" or "canonical" in (tag.attrs.get("rel") or ())):
            self.address = href if self.address is None or tag.name == "base" else self.address

    def _note(self, rule: Rule, tag: "Tag") -> None:
        value = tag.attrs.get(rule.attribute or "")
        text = " ".join(value) if isinstance(value, list) else value
        if text is None:
            return
        if rule.pattern is not None:
            match = rule.pattern.search(text[:LONGEST_ATTRIBUTE])
            text = (match[1] if match.re.groups else match[0]) if match is not None else None
        if text and text.strip():
            self.attributes.append(Attribute(rule.field, text.strip(), tag))


def is_next_row(tag: "Tag | Element", row: "Tag | Element") -> bool:
    """Whether a row inside another is the next one, as where an end tag is missing; else it is a part of it.

    Examples:
        >>> from coprod.readers.pages.stream import Element
        >>> rows = [Element("div", {"class": words.split()}, None, 1, 0) for words in ("hit first", "hit", "gs_ri")]
        >>> is_next_row(rows[1], rows[0]), is_next_row(rows[2], rows[0])
        (True, False)
    """
    classes, others = tag.attrs.get("class") or (), row.attrs.get("class") or ()
    return tag.name == row.name and not set(classes).isdisjoint(others)
