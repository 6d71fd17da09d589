"""AU, A1 and the tags of editors and others: names, one by one."""

import re
from typing import Final

from coprod.models import Name
from coprod.readers.ris.draft import Draft
from coprod.text.names import is_et_al, may_be_several, parse_name, plain_name, split_names
from coprod.text.placeholders import states_nothing

_MEMO_SIZE = 50_000
_OTHERS = frozenset(("A2", "A3", "A4", "ED"))

MARK: Final = re.compile(r"\s\((author|editor|translator)s?\)", re.IGNORECASE)
"""What EBSCO writes behind a name: what its bearer did."""

_MARK_AT_END: Final = re.compile(f"{MARK.pattern}$", re.IGNORECASE)

_ET_AL: Final = re.compile(r"(?<=[\s,])et\.?\s{1,3}al\.?$", re.IGNORECASE)
_LONGEST_END: Final = 20


class People:
    """Reads names; a value that was read before is looked up."""

    def __init__(self) -> None:
        self._single: dict[str, Name] = {}

    def fill(self, draft: Draft) -> None:
        """Fills authors, editors and contributors."""
        values = draft.values
        pop = values.pop
        authors = pop("AU", ())
        others = pop("A1", ())
        names = self._names(draft, "AU", authors, "authors") if authors else []
        if others:
            new = self._names(draft, "A1", others, "authors")
            names += [name for name in new if name not in names] if names else new
        if names:
            draft.fields["editors" if draft.plan.kind == "EDBOOK" else "authors"] = tuple(names)
        if not _OTHERS.isdisjoint(values):
            self._fill_others(draft)

    def one(self, value: str) -> Name | None:
        """The name that a value is, if it is one name and nothing else."""
        name = self._single.get(value)
        if name is not None:
            return name
        name = one_name(value)
        if name is None:
            return None
        if len(self._single) >= _MEMO_SIZE:
            self._single.clear()
        self._single[value] = name
        return name

    def _fill_others(self, draft: Draft) -> None:
        editors = list(draft.fields.get("editors", ()))
        contributors: list[Name] = []
        for tag, role in draft.plan.roles:
            values = draft.values.pop(tag, ())
            if role == "editor":
                editors += self._names(draft, tag, values, "editors")
            else:
                contributors += [with_role(name, role) for name in self._names(draft, tag, values, "contributors")]
        if editors:
            draft.fields["editors"] = tuple(dict.fromkeys(editors))
        if contributors:
            draft.fields["contributors"] = tuple(contributors)

    def _names(self, draft: Draft, tag: str, values: tuple[str, ...], field: str) -> list[Name]:
        names: list[Name] = []
        for value in values:
            name = self.one(value)
            if name is not None:
                names.append(name)
            else:
                names += _read_oddly(draft, tag, value, field)
        return names


def one_name(value: str) -> Name | None:
    """The name that a value is, if it is one name and nothing else, and does not look like several.

    Examples:
        >>> one_name("Bovaird, Tony").family
        'Bovaird'
        >>> one_name("et al."), one_name("Yamauchi, Kenji (AUTHOR)")
        (None, None)
    """
    plain = plain_name(value)
    if plain is not None:
        return plain
    if split_names(value) != (value,) or is_et_al(value) or states_nothing(value) or name_in(value) != (value, None):
        return None
    name = parse_name(value)
    return None if name.family is None and may_be_several(value) else name


def with_role(name: Name, role: str) -> Name:
    """The name with what its bearer did.

    Examples:
        >>> with_role(Name(literal="Bovaird, Tony"), "translator").role
        'translator'
    """
    return Name(literal=name.literal, family=name.family, given=name.given, suffix=name.suffix, role=role)


def _read_oddly(draft: Draft, tag: str, value: str, field: str) -> list[Name]:
    """The names in a value that is not one name: several, one with a mark behind it, or none."""
    pieces = [piece for piece in split_names(value) if not is_et_al(piece)]
    found = [name_in(piece) for piece in pieces]
    names = [_with_mark(name, role) for text, role in found for name in map(parse_name, split_names(text))]
    if len(names) == 1 and may_be_several(names[0].literal):
        message = "may hold several names; kept as one"
        draft.tell("ris.several-names", "info", message, tag, value, field=field)
        if names[0].literal == value:
            return names
    draft.keep(tag, value)
    if len(names) > 1:
        message = "several names in one value; split"
        draft.tell("ris.split-names", "warning", message, tag, value, field=field, repair="split")
    if len(pieces) < len(split_names(value)) or any(_ET_AL.search(piece[-_LONGEST_END:]) for piece in pieces):
        draft.tell("ris.et-al", "info", "stands for names that are not given", tag, value, field=field)
    return names


def _with_mark(name: Name, role: str | None) -> Name:
    return name if role is None else with_role(name, role)


def name_in(piece: str) -> tuple[str, str | None]:
    """A name without the mark or the `et al.` behind it, and the role that the mark says.

    Examples:
        >>> name_in("Smith, J., et al."), name_in("Yamauchi, Kenji (EDITOR)"), name_in("Ran, Bing (AUTHOR)")
        (('Smith, J.', None), ('Yamauchi, Kenji', 'editor'), ('Ran, Bing', None))
    """
    if piece[-1:] != ")" and "l" not in piece[-2:].lower():
        return piece, None
    end = piece[-_LONGEST_END:]
    found = _MARK_AT_END.search(end) or _ET_AL.search(end)
    text = piece[: len(piece) - len(end) + found.start()].rstrip(" ,") if found is not None else ""
    if found is None or not text:
        return piece, None
    role = found[1].lower() if found.re is _MARK_AT_END else None
    return text, None if role == "author" else role
