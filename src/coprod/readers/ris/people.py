"""AU, A1 and the tags of editors and others: names, one by one."""

from coprod.models import Name
from coprod.readers.ris.draft import Draft
from coprod.text.names import is_et_al, may_be_several, parse_name, plain_name, split_names
from coprod.text.placeholders import states_nothing

_MEMO_SIZE = 50_000
_OTHERS = frozenset(("A2", "A3", "A4", "ED"))


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
        >>> one_name("et al.") is None
        True
    """
    plain = plain_name(value)
    if plain is not None:
        return plain
    if split_names(value) != (value,) or is_et_al(value) or states_nothing(value):
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
    """The names in a value that is not one name: several, or none."""
    names = [parse_name(part) for part in split_names(value) if not is_et_al(part)]
    if len(names) == 1 and names[0].literal == value and may_be_several(value):
        message = "may hold several names; kept as one"
        draft.tell("ris.several-names", "info", message, tag, value, field=field)
        return names
    draft.keep(tag, value)
    if len(names) > 1:
        message = "several names in one value; split"
        draft.tell("ris.split-names", "warning", message, tag, value, field=field, repair="split")
    elif not names:
        draft.tell("ris.et-al", "info", "stands for names that are not given", tag, value, field=field)
    return names
