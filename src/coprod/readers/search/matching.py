"""Fast matching for the usual selectors of layouts.

In: a selector that soupsieve compiled. Out: a function that holds an element against it, for selectors of names,
classes, ids and attributes, with children and descendants; None for all others, which soupsieve itself matches.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from bs4 import Tag

Matches = Callable[["Tag"], bool]


class Matcher:
    """Holds an element against a name, ids, classes and attributes.

    Attributes:
        related: Holds the elements around it against the rest of the selector; None: there is no more.
    """

    __slots__ = ("_attributes", "_classes", "_ids", "_name", "related")

    def __init__(self, selector: Any, related: Matches | None) -> None:
        name = selector.tag.name if selector.tag is not None else "*"
        self._name = None if name == "*" else name.lower()
        self._ids = selector.ids
        self._classes = selector.classes
        self._attributes = selector.attributes
        self.related: Matches | None = related

    def fits(self, name: str, attributes: dict[str, Any]) -> bool:
        """Whether elements of this name and with these attributes fit by themselves."""
        if self._name is not None and name != self._name:
            return False
        if self._classes:
            classes = attributes.get("class") or ()
            for word in self._classes:
                if word not in classes:
                    return False
        if self._ids and any(attributes.get("id") != word for word in self._ids):
            return False
        return not self._attributes or all(_has(attributes, wanted) for wanted in self._attributes)

    def __call__(self, tag: "Tag") -> bool:
        """Whether the element fits."""
        return self.fits(tag.name, tag.attrs) and (self.related is None or self.related(tag))


def _has(attributes: dict[str, Any], wanted: Any) -> bool:
    value = attributes.get(wanted.attribute)
    if value is None:
        return False
    text = " ".join(value) if isinstance(value, list) else str(value)
    return wanted.pattern is None or wanted.pattern.search(text) is not None


def _in_parent(matches: Matches) -> Matches:
    def related(tag: "Tag") -> bool:
        return tag.parent is not None and matches(tag.parent)

    return related


def _in_ancestor(matches: Matches) -> Matches:
    def related(tag: "Tag") -> bool:
        parent = tag.parent
        while parent is not None:
            if matches(parent):
                return True
            parent = parent.parent
        return False

    return related


_RELATIONS: Final = {">": _in_parent, " ": _in_ancestor}


def matcher(selector: Any) -> Matcher | None:
    """A function that does what the selector says; None if it says more than names, classes, ids and attributes.

    Examples:
        >>> import soupsieve
        >>> from bs4 import BeautifulSoup
        >>> soup = BeautifulSoup('<h2 class="a b"><i></i></h2>', "html.parser")
        >>> matches = matcher(soupsieve.compile("h2.b > i").selectors[0])
        >>> matches(soup.i), matches(soup.h2)
        (True, False)
        >>> matcher(soupsieve.compile("p:nth-child(4)").selectors[0]) is None
        True
    """
    if not _is_plain(selector):
        return None
    if not selector.relation:
        return Matcher(selector, None)
    before = selector.relation[0] if len(selector.relation) == 1 else None
    relation = _RELATIONS.get(getattr(before, "rel_type", None) or "")
    matches = matcher(before) if relation is not None else None
    return Matcher(selector, relation(matches)) if relation is not None and matches is not None else None


def _is_plain(selector: Any) -> bool:
    """Whether there is nothing in a selector that this module does not know."""
    more = ("nth", "selectors", "contains", "lang", "flags")
    try:
        if any(getattr(selector, name) for name in more) or (selector.tag is not None and selector.tag.prefix):
            return False
        return all(_is_plain_attribute(wanted) for wanted in selector.attributes)
    except AttributeError:  # another version of soupsieve
        return False


def _is_plain_attribute(wanted: Any) -> bool:
    return (
        not wanted.prefix
        and not getattr(wanted, "inverse", False)
        and not getattr(wanted, "ignore_case", False)
        and wanted.attribute == wanted.attribute.lower()
    )
