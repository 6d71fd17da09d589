"""The reader of summary pages: what somebody else wrote about one paper, in labelled sections.

In: a page, HTML or plain text. Out: a Paper with its `summary`, the Findings that the sections state, diagnostics.
What can go wrong: a page without sections gives no record; what is neither content nor furniture is told.
"""

from coprod.readers.summary.reader import READER

__all__ = ["READER"]
