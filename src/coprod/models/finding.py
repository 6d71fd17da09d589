"""A statement of what a paper found."""

from typing import ClassVar

import attrs

from coprod.models._base import Record
from coprod.models._checks import check_types
from coprod.models.provenance import SourceRef
from coprod.models.values import Quantity


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Finding(Record):
    """One statement of a paper, or of a summary of it, with the numbers it states."""

    _headline: ClassVar[tuple[str, ...]] = ("kind", "statement", "quantities")

    id: str | None = None
    """Short hash of the statement and its place, and a rank among equal ones. None: made by hand."""

    statement: str
    """The sentence, verbatim."""

    kind: str | None = None
    """result, interpretation, contribution, implication, recommendation or limitation. None: not evident."""

    category: str | None = None
    """Category of the section that it stands in, e.g. `"RESULTS"`. None: not in a section."""

    section: str | None = None
    """Label of the section that it stands in, as printed. None: not in a section."""

    quantities: tuple[Quantity, ...] = ()
    """Numbers that the statement holds."""

    paper: str | None = None
    """`id` of the paper that it is about. None: not known."""

    source: SourceRef | None = None
    """Where the statement stands. None: made by hand."""

    def __attrs_post_init__(self) -> None:
        check_types(self)

    def __str__(self) -> str:
        return self.statement
