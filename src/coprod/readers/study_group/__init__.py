"""Home pages of study groups: IIAS, EGPA, ECPR, IPSA, NISPAcee and others of their kind.

In: a document, HTML or plain text. Out: one `StudyGroup`, and diagnostics for what no field holds.
What can go wrong: a limit is passed (`LimitError`).
"""

from coprod.readers.pages.reader import page_reader
from coprod.readers.study_group.reading import NAME, traced
from coprod.readers.study_group.sniffing import sniff

READER = page_reader(NAME, sniff, traced)
"""The reader of study groups."""
