"""What coprod talks about. Knows nothing of files and formats."""

from coprod.models._base import FrozenMapping, Record
from coprod.models.finding import Finding
from coprod.models.paper import Paper
from coprod.models.provenance import Source, SourceRef, Span
from coprod.models.study_group import Citation, Item, Meeting, Period, StudyGroup, Topic
from coprod.models.values import Abstract, Metric, Name, PartialDate, Quantity, Section, Summary

__all__ = [
    "Abstract",
    "Citation",
    "Finding",
    "FrozenMapping",
    "Item",
    "Meeting",
    "Metric",
    "Name",
    "Paper",
    "PartialDate",
    "Period",
    "Quantity",
    "Record",
    "Section",
    "Source",
    "SourceRef",
    "Span",
    "StudyGroup",
    "Summary",
    "Topic",
]
