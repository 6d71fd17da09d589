"""Character references in the values of a record: `R&amp;D`, `M&uuml;ller`, `O&#x27;Brien`.

In: a draft. Out: the same draft with the characters that they stand for, before any value is split. When its fields
are filled, what became of a value is told: one that is in a field is kept in `extra` as printed, and one that no field
took stands there as printed alone. Title, abstract and addresses are looked after where their fields are filled;
a DOI, a number of a series and a date hold no references that we would change. A note in HTML stays HTML: without its
references, `&lt;` could not be told from a tag. Nothing raises.
"""

from collections.abc import Iterator
from typing import Final

from coprod.readers.ris.draft import Draft
from coprod.readers.ris.meanings import WHOLE_BOOKS
from coprod.readers.ris.placeholders import field_of
from coprod.text.markup import holds_tags, without_entities

_APART: Final = frozenset(("abstract", "doi", "identifiers", "issn", "issued", "title", "urls"))
"""Fields whose values have references of their own kind, or none."""

_MORE: Final = {
    "C1": "place",
    "C3": "container_title",
    "C7": "article_number",
    "CP": "issue",
    "M1": "issue",
    "RN": "notes",
    "SE": "first_page",
}
"""The field that a tag fills in some types of reference; in others, nobody takes its values."""

_MAY_BE_DOI: Final = frozenset(("C7", "M3"))


def resolve(draft: Draft) -> None:
    """Puts characters where references to them are; what is nothing but white space then, states nothing."""
    for tag, values in list(draft.values.items()):
        if not any("&" in value for value in values):
            continue
        field = _field(draft, tag)
        if field is None:
            continue
        new = [_resolved(draft, tag, value, field) for value in values]
        left = tuple([value for value in new if value])
        if left:
            draft.values[tag] = left
        else:
            del draft.values[tag]


def _field(draft: Draft, tag: str) -> str | None:
    """The field whose values may hold references that a tag fills."""
    if tag == "BT" and draft.plan.kind in WHOLE_BOOKS:
        return None
    field = field_of(draft, tag) or _MORE.get(tag)
    return None if field in _APART else field


def _resolved(draft: Draft, tag: str, value: str, field: str) -> str:
    if "&" not in value or (tag in _MAY_BE_DOI and "10." in value):
        return value
    new = plain_note(value) if field == "notes" else plain_text(value)
    if not new and tag in _MORE:
        return value
    if not new:
        draft.nothing(tag, value, field)
    elif new != value:
        draft.replaced(tag, value, new, field)
    return new


def plain_text(value: str) -> str:
    """A value without references.

    Examples:
        >>> plain_text("M&uuml;ller, J&nbsp;"), plain_text("AT&T; R&D")
        ('Müller, J', 'AT&T; R&D')
    """
    new = without_entities(value)
    return value if new == value else new.strip()


def plain_note(note: str) -> str:
    """A note without references; one in HTML as it stands.

    Examples:
        >>> plain_note("R&amp;D"), plain_note("<p>p &lt; 0.05</p>")
        ('R&D', '<p>p &lt; 0.05</p>')
    """
    return note if holds_tags(note) else plain_text(note)


def holds_reference(value: str) -> bool:
    """Whether a value holds a reference, and so has another text than is printed.

    Examples:
        >>> holds_reference("R&amp;D"), holds_reference("AT&T;")
        (True, False)
    """
    return "&" in value and without_entities(value) != value


def tell_resolved(draft: Draft) -> None:
    """Tells of the values in which references were resolved, and gives back those that no field has taken."""
    left = {(tag, value) for tag, values in draft.values.items() for value in values}
    for tag in {tag for tag, _new in draft.resolved} & draft.values.keys():
        draft.values[tag] = tuple(dict.fromkeys(_printed(draft, tag)))
    for (tag, new), printed in draft.resolved.items():
        if not printed.is_left and (tag, new) not in left:
            for value in printed.values:
                tell_reference(draft, tag, value, printed.field)


def _printed(draft: Draft, tag: str) -> Iterator[str]:
    """The values of a tag that are left, as printed."""
    for value in draft.values[tag]:
        printed = draft.resolved.get((tag, value))
        yield from (value,) if printed is None else printed.values


def tell_reference(draft: Draft, tag: str, value: str, field: str) -> None:
    """Keeps a value as printed, and tells that its references were resolved."""
    draft.keep(tag, value)
    message = "character references resolved; the raw value is in extra"
    draft.tell("ris.markup", "info", message, tag, value, field=field, repair="references resolved")
