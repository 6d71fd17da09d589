"""A record on its way to a Paper: the values by tag, what was taken from them, and what was odd.

A function that makes a field takes the values of its tags with `pop`; what nobody has taken at the end goes to
`extra` under its own tag, so that a tag without a field cannot be lost.
"""

from typing import Any, Final, NamedTuple

from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.readers.ris.forms import Form
from coprod.readers.ris.joints import address_lines
from coprod.readers.ris.meanings import Plan
from coprod.readers.ris.raw import RawRecord
from coprod.text.markup import AMPERSAND, REFERENCE, split_at_semicolons

BY_LINE: Final = frozenset(("KW", "L1", "L2", "L4", "UR"))
"""Tags that hold a value a line when they go on over lines; a `;` says that lines were wrapped."""

_OFTEN_REPEATED: Final = ("AU", "KW")
"""Tags that nearly every record repeats, line after line."""


class Printed(NamedTuple):
    """What a value with references was."""

    values: tuple[str, ...]
    """As printed; several that are one when their references are resolved."""

    field: str

    is_left: bool = False
    """Whether no field holds it."""


class Draft:
    """One record, half read.

    Attributes:
        raw: The record as it stands.
        plan: What tags mean in its type of reference.
        values: Values that no field has taken yet, by tag; empty ones are left out.
        fields: Fields of the Paper that are known.
        resolved: Values whose references were resolved, by tag and new text.
        told: What was odd.
    """

    __slots__ = ("_form", "_kept", "_places", "fields", "plan", "raw", "resolved", "source", "told", "values")

    def __init__(self, raw: RawRecord, plan: Plan, source: str, form: Form) -> None:
        self._form = form
        self.raw: RawRecord = raw
        self.plan: Plan = plan
        self.source: str = source
        self.values: dict[str, tuple[str, ...]] = grouped(raw)
        self.fields: dict[str, Any] = {}
        self.resolved: dict[tuple[str, str], Printed] = {}
        self._kept: dict[str, dict[str, None]] = {}
        self._places: dict[tuple[str, str | None], int] | None = None
        self.told: list[Diagnostic] = []

    def first(self, tag: str) -> str | None:
        """The first value of a tag, which stays where it is."""
        values = self.values.get(tag)
        return values[0] if values else None

    def lines(self, tag: str, value: str) -> list[str]:
        """The lines of a value of a tag."""
        place = self._place_of(tag, value)
        return [value] if place is None else self.raw.parts_of(place)

    def keep(self, tag: str, value: str) -> None:
        """Keeps a raw value under its tag; one whose references were resolved, as it is printed."""
        printed = self.resolved.get((tag, value)) if self.resolved else None
        kept = self._kept.setdefault(tag, {})
        kept.update(dict.fromkeys((value,) if printed is None else printed.values))

    def replaced(self, tag: str, value: str, new: str, field: str) -> None:
        """Notes that references in a value were resolved."""
        known = self.resolved.get((tag, new))
        values = (value,) if known is None else tuple(dict.fromkeys((*known.values, value)))
        self.resolved[tag, new] = Printed(values, field)

    def leave(self, tag: str, value: str) -> None:
        """Keeps a value that no field holds."""
        self.keep(tag, value)
        printed = self.resolved.get((tag, value))
        if printed is not None:
            self.resolved[tag, value] = printed._replace(is_left=True)

    @property
    def extra(self) -> dict[str, tuple[str, ...]]:
        """Raw values that the Paper keeps, by tag, each once."""
        return {tag: tuple(values) for tag, values in self._kept.items()}

    def scalar(self, field: str, *tags: str) -> None:
        """Fills a field from the first tag that has a value; other values are kept and told."""
        found: str | None = None
        for tag in tags:
            for value in self.values.pop(tag, ()):
                if found is None:
                    found = value
                elif value != found:
                    self.surplus(tag, value, field)
        if found is not None:
            self.fields[field] = found

    def surplus(self, tag: str, value: str, field: str) -> None:
        """A second value of a field that holds one."""
        self.leave(tag, value)
        self.tell(
            "ris.repeated-tag", "info", f"{field} has another value already; kept in extra", tag, value, field=field
        )

    def nothing(self, tag: str, value: str, field: str) -> None:
        """A value that states nothing."""
        self.leave(tag, value)
        message = "stands where no value is given; kept in extra"
        self.tell("ris.placeholder", "info", message, tag, value, field=field)

    def tell(
        self,
        code: str,
        severity: Severity,
        message: str,
        tag: str,
        value: str | None = None,
        *,
        field: str | None = None,
        repair: str | None = None,
    ) -> None:
        """Notes something odd about a value, with the lines it stands on."""
        line, last, text = self._place(tag, value)
        self.told.append(
            occurrence(
                code, severity, message, source=self.source, line=line, last=last, text=text, field=field, repair=repair
            )
        )

    def _place(self, tag: str, value: str | None) -> tuple[int, int, str]:
        """First and last line of a tag's value, and the value with its tag."""
        raw = self.raw
        if tag == "TY":
            return raw.type_line, raw.type_line, self._form.shown() + (raw.type or "")
        place = self._place_of(tag, value)
        if place is None:
            return raw.first_line, raw.first_line, f"{self._form.shown(tag)}{value}"
        line = raw.line_of(place)
        return line, line + len(raw.parts_of(place)) - 1, self._form.shown(tag) + raw.values[place]

    def _place_of(self, tag: str, value: str | None) -> int | None:
        """The first place of a tag with that value, or with any."""
        if self._places is None:
            self._places = {}
            for place, (name, whole) in enumerate(zip(self.raw.tags, self.raw.values, strict=True)):
                self._places.setdefault((name, None), place)
                lines = self.raw.parts_of(place)
                for text in (whole, *lines, *(values_of(name, lines) if len(lines) > 1 else ())):
                    self._places.setdefault((name, text), place)
        found = self._places.get((tag, value))
        printed = None if found is not None or value is None else self.resolved.get((tag, value))
        return found if printed is None else self._places.get((tag, printed.values[0]))


def grouped(raw: RawRecord) -> dict[str, tuple[str, ...]]:
    """The values that are not empty, by tag.

    Examples:
        >>> grouped(RawRecord("JOUR", ["AU", "AU", "PY"], ["Wang, H.", "Ran, B.", ""], 1, 5, ""))
        {'AU': ('Wang, H.', 'Ran, B.')}
    """
    tags, values = raw.tags, raw.values
    if "" in values or raw.parts:
        return _grouped_slowly(raw)
    found: dict[str, tuple[str, ...]] = dict(zip(tags, zip(values, strict=True), strict=True))
    surplus = len(tags) - len(found)
    if surplus:
        for tag in _OFTEN_REPEATED:
            count = tags.count(tag)
            if count > 1:
                first = tags.index(tag)
                if tags[first : first + count].count(tag) == count:
                    found[tag] = tuple(values[first : first + count])
                    surplus -= count - 1
        if surplus:
            return _grouped_slowly(raw)
    return found


def _grouped_slowly(raw: RawRecord) -> dict[str, tuple[str, ...]]:
    """The same for any record: one value a line for the tags that are written so."""
    found: dict[str, list[str]] = {}
    for place, (tag, value) in enumerate(zip(raw.tags, raw.values, strict=True)):
        if not value:
            continue
        if raw.parts and place in raw.parts and tag in BY_LINE and not is_list(tag, value):
            found.setdefault(tag, []).extend(values_of(tag, raw.parts[place]))
        else:
            found.setdefault(tag, []).append(value)
    return {tag: tuple(values) for tag, values in found.items()}


def is_list(tag: str, value: str) -> bool:
    """Whether a value has semicolons between its parts; in addresses, `&amp;` is the only reference.

    Examples:
        >>> is_list("KW", "trust; care"), is_list("KW", "R&amp;D"), is_list("UR", "a&copy;b")
        (True, False, True)
    """
    return ";" in value and len(split_at_semicolons(value, REFERENCE if tag == "KW" else AMPERSAND)) > 1


def values_of(tag: str, lines: list[str]) -> list[str]:
    """The values of a tag that holds one a line; an address may go on on the next line.

    Examples:
        >>> values_of("KW", ["trust", "care"]), values_of("UR", ["https://example.org/a/", "b"])
        (['trust', 'care'], ['https://example.org/a/b'])
    """
    return lines if tag == "KW" else address_lines(lines)
