"""Read what a literature review collects into typed papers, findings and study groups."""

from coprod import exceptions, readers
from coprod._findings import findings
from coprod.collection import Collection
from coprod.diagnostics import Diagnostic
from coprod.limits import Limits
from coprod.loading import formats, iter_load, load, loads
from coprod.models import (
    Abstract,
    Citation,
    Finding,
    Item,
    Meeting,
    Metric,
    Name,
    Paper,
    PartialDate,
    Period,
    Quantity,
    Section,
    Source,
    SourceRef,
    Span,
    StudyGroup,
    Summary,
    Topic,
)

__all__ = [
    "Abstract", "Citation", "Collection", "Diagnostic", "Finding", "Item", "Limits", "Meeting", "Metric", "Name",
    "Paper", "PartialDate", "Period", "Quantity", "Section", "Source", "SourceRef", "Span", "StudyGroup", "Summary",
    "Topic", "exceptions", "findings", "formats", "iter_load", "load", "loads", "readers",
]  # fmt: skip


def __getattr__(name: str) -> str:
    if name == "__version__":
        from importlib.metadata import version

        return version("coprod")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
