"""Records in the making: each value with the passage that it came from.

In: values and passages, as a reader finds them. Out: a record with its id and source, and its trace: the passage
for every path, such as `"summary.sections[2].text"`.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from coprod.models import Finding, Paper, SourceRef, StudyGroup
from coprod.readers.pages.blocks import Passage

Record = TypeVar("Record", Paper, Finding, StudyGroup)

Noted = Callable[..., Iterable[tuple[str, Passage]]]
"""Gives the paths of the parts of a value, and where each part came from."""


class Trace(dict[str, Passage]):
    """Where each value came from, by its path.

    Examples:
        >>> trace = Trace()
        >>> trace.later(lambda path: [(f"{path}.family", Passage("Costa"))], "authors[0]")
        >>> list(trace), list(trace.in_detail())
        ([], ['authors[0].family'])
    """

    __slots__ = ("_later",)

    def __init__(self) -> None:
        self._later: list[tuple[Noted, tuple[Any, ...]]] = []

    def later(self, noted: Noted, *arguments: Any) -> None:
        """What is found out only when somebody asks where a value came from."""
        self._later.append((noted, arguments))

    def in_detail(self) -> "Trace":
        """The trace with all that was put off."""
        for noted, arguments in self._later:
            self.update(noted(*arguments))
        self._later.clear()
        return self


class Traced(NamedTuple):
    """A record, and where its values came from."""

    record: Paper | Finding | StudyGroup
    trace: Trace


class Draft(Generic[Record]):
    """A record that is not finished.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> title = Block([Piece("Trust", 4, 0)]).passage()
        >>> draft = Draft(Paper)
        >>> draft.put("title", title.text, title)
        >>> paper, trace = draft.finish("page.html", "summary", (4, 4), ["Trust"])
        >>> paper.title, trace["title"].text, paper.source.first_line
        ('Trust', 'Trust', 4)
    """

    def __init__(self, kind: type[Record]) -> None:
        self.trace: Trace = Trace()
        self.values: dict[str, Any] = {}
        self.items: defaultdict[str, list[Any]] = defaultdict(list)
        self._extra: defaultdict[str, list[str]] = defaultdict(list)
        self._kind: type[Record] = kind

    def put(self, field: str, value: object, basis: Passage | None = None) -> None:
        """Sets a field; None leaves it as it is."""
        if value is None:
            return
        self.values[field] = value
        if basis is not None:
            self.trace[field] = basis

    def add(self, field: str, value: object, basis: Passage | None = None, **parts: Passage | None) -> str:
        """Appends to a field that has several values; `parts` are the passages of fields of the value."""
        path = f"{field}[{len(self.items[field])}]"
        self.items[field].append(value)
        self.follow(path, basis, **parts)
        return path

    def follow(self, path: str, basis: Passage | None = None, **parts: Passage | None) -> None:
        """Notes where the value at a path, and its parts, came from."""
        if basis is not None:
            self.trace[path] = basis
        for part, passage in parts.items():
            if passage is not None:
                self.trace[f"{path}.{part}"] = passage

    def keep(self, label: str, value: Passage) -> None:
        """Puts what no field holds into `extra`."""
        self.trace[f"extra.{label}[{len(self._extra[label])}]"] = value
        self._extra[label].append(value.text)

    def finish(self, source: str, reader: str, lines: tuple[int, int], content: Iterable[str]) -> tuple[Record, Trace]:
        """The record, with a hash of its content as `id`."""
        fields = {**self.values, **{field: tuple(items) for field, items in self.items.items() if items}}
        if self._extra:
            fields["extra"] = {label: tuple(values) for label, values in self._extra.items()}
        reference = SourceRef(name=source, reader=reader, first_line=lines[0], last_line=lines[1])
        return self._kind(id=hashed(content), source=reference, **fields), self.trace


def hashed(content: Iterable[str]) -> str:
    """The id of a record with this content.

    Examples:
        >>> hashed(["Trust", "Care"])
        '2a0a7e272d1f'
    """
    lines = "".join([f"{text}\n" for text in content])
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:12]
