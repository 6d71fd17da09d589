"""What `load` returns: all records and diagnostics, and the way back to the source.

In: tuples of records, diagnostics and sources. Out: look-ups, sums, dict and JSON. The content of the
sources is kept for `locate` and `explain`; it does not count in comparisons and is not written.
What can go wrong: `LookupError` for an id or a path that is not there, and for a source that is not kept.
"""

import functools
from collections.abc import Iterator, Mapping
from typing import ClassVar

import attrs

from coprod._explain import counted, explained
from coprod._ids import bare_id
from coprod.diagnostics import Diagnostic
from coprod.document import Kept
from coprod.models import Finding, FrozenMapping, Paper, Source, SourceRef, Span, StudyGroup
from coprod.models._base import EMPTY, Record, freeze
from coprod.readers import registry


def _frozen(kept: Mapping[str, tuple[Kept, ...]]) -> FrozenMapping[str, tuple[Kept, ...]]:
    return freeze(kept)


@attrs.frozen(kw_only=True, repr=False)
class Collection(Record):
    r"""Papers, findings and study groups, with what was odd and where it all came from.

    Two collections are equal when their objects are. Iterating gives papers, then findings, then study groups.

    Examples:
        >>> import coprod
        >>> found = coprod.loads("TY  - JOUR\nTI  - Trust\nER  - ")
        >>> found
        <Collection: 1 paper, 0 findings, 0 study groups, 0 diagnostics from 1 source>
        >>> len(found + found)
        2
    """

    _headline: ClassVar[tuple[str, ...]] = ()

    papers: tuple[Paper, ...] = ()
    """Papers, in the order of the sources."""

    findings: tuple[Finding, ...] = ()
    """Findings, in the order of the sources."""

    study_groups: tuple[StudyGroup, ...] = ()
    """Study groups, in the order of the sources."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """What was odd, repaired or left out."""

    sources: tuple[Source, ...] = ()
    """What was read."""

    _kept: FrozenMapping[str, tuple[Kept, ...]] = attrs.field(default=EMPTY, converter=_frozen, eq=False)
    """Kept sources by name; several of one name in the order of reading."""

    def __iter__(self) -> Iterator[Paper | Finding | StudyGroup]:
        yield from self.papers
        yield from self.findings
        yield from self.study_groups

    def __len__(self) -> int:
        return len(self.papers) + len(self.findings) + len(self.study_groups)

    def __add__(self, other: object) -> "Collection":
        if not isinstance(other, Collection):
            return NotImplemented
        papers, findings, study_groups = _told_apart(self, other)
        return Collection(
            papers=self.papers + papers,
            findings=self.findings + findings,
            study_groups=self.study_groups + study_groups,
            diagnostics=self.diagnostics + other.diagnostics,
            sources=self.sources + other.sources,
            kept=_merged(self._kept, other._kept),
        )

    def __repr__(self) -> str:
        counts = (
            counted(len(self.papers), "paper"),
            counted(len(self.findings), "finding"),
            counted(len(self.study_groups), "study group"),
            counted(len(self.diagnostics), "diagnostic"),
        )
        return f"<Collection: {', '.join(counts)} from {counted(len(self.sources), 'source')}>"

    def paper(self, id: str) -> Paper:  # noqa: A002 - the field's name
        """The paper of that id.

        Raises:
            KeyError: There is none.

        Examples:
            >>> Collection(papers=(Paper(id="7eb6bb9a9f5b", title="Trust"),)).paper("7eb6bb9a9f5b").title
            'Trust'
        """
        paper = self._by_id.get(id)
        if paper is None:
            raise KeyError(f"no paper has the id {id!r}")
        return paper

    @functools.cached_property
    def _by_id(self) -> dict[str | None, Paper]:
        """The papers by id; of several of one id the first."""
        return {paper.id: paper for paper in reversed(self.papers)}

    def locate(self, record: Paper | Finding | StudyGroup, path: str) -> tuple[Span, ...]:
        r"""The places that the value at a path came from.

        Args:
            record: A record of this collection.
            path: A field, or a part of one, e.g. `"doi"`, `"authors[1].family"`, `"extra.DB[0]"`.

        Returns:
            Spans, one for each line; `()` if the value is None or `()`. The text of the spans, joined with
            spaces, is the value before any repair.

        Raises:
            LookupError: The path is none that the record has; the source is not kept (after `from_dict`, or for a
                record made by hand); its reader cannot trace.

        Examples:
            >>> import coprod
            >>> found = coprod.loads("TY  - JOUR\nAU  - Alford, John\nER  - ")
            >>> found.locate(found.papers[0], "authors[0].family")
            (Span(source='<string>', line=2, start=6, end=12),)
        """
        source = record.source
        if source is None:
            raise LookupError("the record has no source: it was made by hand")
        locate = registry.get(source.reader).locate
        if locate is None:
            raise LookupError(f"the reader {source.reader!r} cannot trace")
        problem = LookupError(f"the source {source.name!r} is not kept; load it to trace what came from it")
        found: list[tuple[Span, ...]] = []
        same_name = self._kept.get(source.name, ())
        rank = self._ranks.get((type(record), source, record.id), 0) if len(same_name) > 1 else 0
        for kept in same_name:
            try:
                found.append(locate(kept, record, path))
            except LookupError as error:
                problem = error
            if len(found) > rank:
                break
        if not found:
            raise problem
        return found[-1]

    @functools.cached_property
    def _ranks(self) -> dict[tuple[type, SourceRef | None, str | None], int]:
        """How many records before one say the same and stand on the same lines of a source of the same name."""
        count: dict[tuple[type, SourceRef | None, str | None], int] = {}
        ranks: dict[tuple[type, SourceRef | None, str | None], int] = {}
        for record in self:
            same = (type(record), record.source, bare_id(record.id))
            rank = count[same] = count.get(same, -1) + 1
            ranks.setdefault((type(record), record.source, record.id), rank)
        return ranks

    def explain(self, diagnostic: Diagnostic) -> str:
        r"""The message of a diagnostic, with the lines that it is about and a marker under the place.

        Without the source (after `from_dict`) it shows the lines that the diagnostic itself keeps.

        Examples:
            >>> import coprod
            >>> found = coprod.loads("TY  - JOUR\nDO  - pending\nER  - ")
            >>> print(found.explain(found.diagnostics[0]))
            <string>:2: warning: no DOI; kept in extra [ris.not-a-doi]
            2 | DO  - pending
              | ^^^^^^^^^^^^^
        """
        return "\n".join(explained(diagnostic, self._kept.get(diagnostic.source or "", ())))

    def _repr_html_(self) -> str:
        """A short table for notebooks."""
        from coprod import _html

        return _html.of_collection(self)


Records = tuple[tuple[Paper, ...], tuple[Finding, ...], tuple[StudyGroup, ...]]


def _told_apart(one: Collection, other: Collection) -> Records:
    """The records of the other collection, with ranks in their ids where the first has a record of the same id."""
    taken = {record.id for record in one}
    free: dict[str, int] = {}
    renamed: dict[str | None, str] = {}

    def free_id(identifier: str | None) -> str | None:
        if identifier is None or identifier not in taken:
            taken.add(identifier)
            return identifier
        bare, _, rank = identifier.partition("-")
        number = max(free.get(bare, 1), int(rank) if rank.isdecimal() else 1) + 1
        while f"{bare}-{number}" in taken:
            number += 1
        free[bare] = number
        taken.add(f"{bare}-{number}")
        return f"{bare}-{number}"

    papers = []
    for paper in other.papers:
        new = free_id(paper.id)
        if new is not None and new != paper.id:
            renamed[paper.id] = new
        papers.append(paper if new == paper.id else attrs.evolve(paper, id=new))
    findings = tuple(
        attrs.evolve(finding, id=free_id(finding.id), paper=renamed.get(finding.paper, finding.paper))
        for finding in other.findings
    )
    groups = tuple(attrs.evolve(group, id=free_id(group.id)) for group in other.study_groups)
    return tuple(papers), findings, groups


def _merged(one: Mapping[str, tuple[Kept, ...]], other: Mapping[str, tuple[Kept, ...]]) -> dict[str, tuple[Kept, ...]]:
    """The kept sources of both, each once."""
    return {name: tuple(dict.fromkeys(one.get(name, ()) + other.get(name, ()))) for name in {**one, **other}}


__all__ = ["Collection"]
