"""What `load` returns: all records and diagnostics, and the way back to the source.

In: tuples of records, diagnostics and sources. Out: look-ups, sums, dict and JSON. The bytes of the
sources are kept for `locate` and `explain`; they do not count in comparisons and are not written.
"""

from collections.abc import Iterator, Mapping
from typing import ClassVar

import attrs

from coprod.diagnostics import Diagnostic
from coprod.models import Finding, Paper, Source, StudyGroup
from coprod.models._base import EMPTY, Record


@attrs.frozen(kw_only=True, repr=False)
class Collection(Record):
    """Papers, findings and study groups, with what was odd and where it all came from."""

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

    _kept: Mapping[str, object] = attrs.field(default=EMPTY, eq=False)
    """Kept sources by name."""

    def __iter__(self) -> Iterator[Paper | Finding | StudyGroup]:
        yield from self.papers
        yield from self.findings
        yield from self.study_groups

    def __len__(self) -> int:
        return len(self.papers) + len(self.findings) + len(self.study_groups)
