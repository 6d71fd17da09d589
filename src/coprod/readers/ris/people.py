"""AU, A1 and the tags of editors and others: names, one by one."""

from coprod.models import Name
from coprod.readers.ris.draft import Draft
from coprod.readers.ris.meanings import roles
from coprod.text.names import is_et_al, parse_name, split_names

_MEMO_SIZE = 50_000


class People:
    """Reads names; a value that was read before is looked up."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[Name, ...]] = {}

    def fill(self, draft: Draft) -> None:
        """Fills authors, editors and contributors."""
        authors = self._names(draft, "AU", "authors")
        authors += self._names(draft, "A1", "authors")
        if draft.kind == "EDBOOK":
            draft.fields["editors"] = tuple(dict.fromkeys(authors))
        elif authors:
            draft.fields["authors"] = _without_repeats(authors, draft)
        if draft.values.keys() & _OTHERS:
            self._fill_others(draft)

    def _fill_others(self, draft: Draft) -> None:
        editors = list(draft.fields.get("editors", ()))
        contributors: list[Name] = []
        for tag, role in roles(draft.kind):
            names = self._names(draft, tag, "editors" if role == "editor" else "contributors")
            if role == "editor":
                editors += names
            else:
                contributors += [_with_role(name, role) for name in names]
        if editors:
            draft.fields["editors"] = tuple(dict.fromkeys(editors))
        if contributors:
            draft.fields["contributors"] = tuple(contributors)

    def _names(self, draft: Draft, tag: str, field: str) -> list[Name]:
        names: list[Name] = []
        for value in draft.values.pop(tag, ()):
            read = self._read.get(value)
            if read is None:
                read = self._parse(value)
            if len(read) != 1:
                _tell_odd(draft, tag, value, field, read)
            names += read
        return names

    def _parse(self, value: str) -> tuple[Name, ...]:
        if len(self._read) >= _MEMO_SIZE:
            self._read.clear()
        names = tuple(parse_name(part) for part in split_names(value) if not is_et_al(part))
        self._read[value] = names
        return names


_OTHERS = frozenset(("A2", "A3", "A4", "ED"))


def _without_repeats(authors: list[Name], draft: Draft) -> tuple[Name, ...]:
    """AU and A1 may say the same; within one of them nothing is taken away."""
    if "AU" in draft.raw.tags and "A1" in draft.raw.tags:
        return tuple(dict.fromkeys(authors))
    return tuple(authors)


def _with_role(name: Name, role: str) -> Name:
    return Name(literal=name.literal, family=name.family, given=name.given, suffix=name.suffix, role=role)


def _tell_odd(draft: Draft, tag: str, value: str, field: str, names: tuple[Name, ...]) -> None:
    """A value that is no name, or more than one."""
    draft.keep(tag, value)
    if names:
        message = "several names in one value; split"
        draft.tell("ris.split-names", "warning", message, tag, value, field=field, repair="split")
    else:
        draft.tell("ris.et-al", "info", "stands for names that are not given", tag, value, field=field)
