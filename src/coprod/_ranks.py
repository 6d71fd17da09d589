"""Equal records are told apart by a rank in their ids.

In: records in the order in which they are read. Out: the same, `-2`, `-3` behind the ids that were there before.
"""

import hashlib
from operator import attrgetter
from typing import Final

import attrs

from coprod.models import Finding, Paper, StudyGroup
from coprod.models._base import as_record, storing_twin

Item = Paper | Finding | StudyGroup

_ID_LENGTH: Final = 12
"""Hexadecimal digits of the ids of our readers."""

_PaperTwin: Final = storing_twin(Paper)
_VALUES: Final = attrgetter(*(field.name for field in attrs.fields(Paper)))


class Ranks:
    """Gives equal records different ids: `id`, `id-2`, `id-3`."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._again: dict[int, int] = {}
        self._renamed: tuple[str, str] | None = None

    def tell_apart(self, item: Item) -> Item:
        """The record, with a rank in its id if there was one like it before."""
        if self._renamed is not None:
            item = self._renamed_item(item)
        identifier = item.id
        if identifier is None:
            return item
        try:
            key = int(identifier, 16) if len(identifier) == _ID_LENGTH else _key(identifier)
        except ValueError:
            key = _key(identifier)
        if key not in self._seen:
            self._seen.add(key)
            return item
        rank = self._again[key] = self._again.get(key, 1) + 1
        new = f"{identifier}-{rank}"
        if type(item) is not Paper:
            return attrs.evolve(item, id=new)
        self._renamed = (identifier, new)
        return _paper_renamed(item, new)

    def _renamed_item(self, item: Item) -> Item:
        """A finding of the paper that was renamed last names its new id; the next paper ends that."""
        if type(item) is Paper:
            self._renamed = None
        elif isinstance(item, Finding) and self._renamed is not None and item.paper == self._renamed[0]:
            return attrs.evolve(item, paper=self._renamed[1])
        return item


def _paper_renamed(paper: Paper, identifier: str) -> Paper:
    """`attrs.evolve(paper, id=identifier)` in a sixth of its time: a file can repeat a record a million times."""
    copy = _PaperTwin(*_VALUES(paper))
    copy.id = identifier
    return as_record(copy, Paper)


def _key(identifier: str) -> int:
    """A number for the id of a plug-in's record, which need not be hexadecimal as those of our readers are."""
    return int.from_bytes(hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).digest()[:8])
