"""A record on its way to a Paper: the values by tag, what was taken from them, and what was odd.

A function that makes a field takes the values of its tags with `pop`; what nobody has taken at the end goes to
`extra` under its own tag, so that a tag without a field cannot be lost.
"""

from typing import Any, Final

from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.readers.ris.raw import RawRecord

_BY_LINE: Final = frozenset(("KW", "L1", "L2", "L4", "UR"))
"""Tags that hold a value a line when they go on over lines."""


class Draft:
    """One record, half read.

    Attributes:
        raw: The record as it stands.
        kind: Type of reference in capital letters; "" without TY.
        values: Values that no field has taken yet, by tag; empty ones are left out.
        fields: Fields of the Paper that are known.
        extra: Raw values that the Paper keeps by tag.
        told: What was odd.
    """

    __slots__ = ("extra", "fields", "kind", "raw", "source", "told", "values")

    def __init__(self, raw: RawRecord, source: str) -> None:
        self.raw = raw
        self.source = source
        self.kind = (raw.type or "").upper()
        self.fields: dict[str, Any] = {}
        self.extra: dict[str, list[str]] = {}
        self.told: list[Diagnostic] = []
        values: dict[str, list[str]] = {}
        for tag, value in zip(raw.tags, raw.values, strict=True):
            if value:
                if tag in values:
                    values[tag].append(value)
                else:
                    values[tag] = [value]
        if raw.parts:
            _unwrap(raw, values)
        self.values = values

    def first(self, tag: str) -> str | None:
        """The first value of a tag, which stays where it is."""
        values = self.values.get(tag)
        return values[0] if values else None

    def keep(self, tag: str, value: str) -> None:
        """Keeps a raw value under its tag."""
        kept = self.extra.setdefault(tag, [])
        if value not in kept:
            kept.append(value)

    def keep_all(self, tag: str) -> None:
        """Takes all values of a tag and keeps them raw."""
        for value in self.values.pop(tag, ()):
            self.keep(tag, value)

    def scalar(self, field: str, *tags: str) -> None:
        """Fills a field from the first tag that has a value; other values are kept and told."""
        found: str | None = None
        for tag in tags:
            values = self.values.pop(tag, None)
            if values is None:
                continue
            if found is None:
                found, *values = values
            for value in values:
                if value != found:
                    self.surplus(tag, value, field)
        if found is not None:
            self.fields[field] = found

    def surplus(self, tag: str, value: str, field: str) -> None:
        """A second value of a field that holds one."""
        self.keep(tag, value)
        self.tell("ris.repeated-tag", "info", f"{field} has another value already; kept in extra", tag, value, field=field)

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
            return raw.first_line, raw.first_line, f"TY  - {raw.type}"
        for place, (name, whole) in enumerate(zip(raw.tags, raw.values, strict=True)):
            if name == tag and (value is None or value == whole or value in raw.parts_of(place)):
                line = raw.line_of(place)
                return line, line + len(raw.parts_of(place)) - 1, f"{tag}  - {whole}"
        return raw.first_line, raw.first_line, f"{tag}  - {value}"


def _unwrap(raw: RawRecord, values: dict[str, list[str]]) -> None:
    """Values a line for the tags that are written so, unless a `;` says that lines were wrapped."""
    assert raw.parts is not None  # noqa: S101 - the caller has looked
    tags = {raw.tags[place] for place in raw.parts if raw.tags[place] in _BY_LINE}
    for tag in tags:
        values[tag] = [
            part
            for place, name in enumerate(raw.tags)
            if name == tag
            for part in (raw.parts_of(place) if ";" not in raw.values[place] else [raw.values[place]])
            if part
        ]
