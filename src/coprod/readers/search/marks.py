"""Which elements of an HTML page hold what, found in one walk.

In: the selectors of a layout. Out: a `Marker` for the walk over the page. Each selector is compiled once and stands in
an index by the id, class or name of the element that it selects, so that hardly any element is held against one.
"""

import functools
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import soupsieve
from soupsieve import css_types

from coprod.readers.search.layout import ROW, Layout, Rule
from coprod.readers.search.matching import Matcher, Matches, matcher

if TYPE_CHECKING:
    from bs4 import Tag

    from coprod.readers.pages.html import Label
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
    matcher: Matcher | None
    """None: soupsieve itself matches it."""

    related: Matches | None
    """Holds the elements around it against the rule; None: the rule does not ask for them."""


class Marks:
    """Says of each element which fields it holds; its labels are asked for once for each, in the order of the page.

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

    def _index(self, number: int, rule: Rule) -> None:
        compiled = soupsieve.compile(rule.select)
        for selector in compiled.selectors:
            simple = matcher(selector)
            self.needs_tree = self.needs_tree or simple is None
            related = simple.related if simple is not None else compiled.match
            self._place(selector).append(_Entry(number, rule, simple, related))

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

    def __call__(self, name: str, attributes: dict[str, Any]) -> "Label | None":
        """What gives the fields of such elements, with a space between them; None if the layout knows none of them."""
        found = [*self._names.get(name, ()), *self._others]
        for word in attributes.get("class") or ():
            found += self._classes.get(word, ())
        if "id" in attributes:
            found += self._ids.get(str(attributes["id"]), ())
        for attribute in attributes:
            found += self._attributes.get(attribute, ())
        if name in _ADDRESSES:
            self._note_address(name, attributes)
        fitting = [entry for entry in found if entry.matcher is None or entry.matcher.fits(name, attributes)]
        fitting.sort(key=lambda entry: entry.number)
        return functools.partial(self._label, fitting) if fitting else None

    def _label(self, entries: list[_Entry], tag: "Tag") -> str | None:
        if len(entries) == 1 and entries[0].rule.attribute is None and entries[0].rule.field != ROW:
            related = entries[0].related
            return entries[0].rule.field if related is None or related(tag) else None
        fields: dict[str, None] = {}
        noted = -1
        for number, rule, _matcher, related in entries:
            if related is not None and not related(tag):
                continue
            if rule.attribute is None:
                fields[rule.field] = None
            elif number != noted:
                self._note(rule, tag)
                noted = number
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

    def _note_address(self, name: str, attributes: dict[str, Any]) -> None:
        """The address of the page, as it says itself."""
        href = str(attributes.get("href") or "")
        if href.startswith("http") and (name == "base" or "canonical" in (attributes.get("rel") or ())):
            self.address = href if self.address is None or name == "base" else self.address

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
