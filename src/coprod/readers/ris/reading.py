"""The reader of RIS: recognises a document and turns it into Papers and Diagnostics."""

from typing import TYPE_CHECKING

from coprod.diagnostics import Diagnostic, occurrence
from coprod.readers.ris.build import Builder
from coprod.readers.ris.forms import STANDARD, Form, count_tags, form_of, match_line
from coprod.readers.ris.memories import WIDE_HYPHEN
from coprod.readers.ris.raw import RawRecord, Stretch
from coprod.readers.ris.tokens import candidates, carefully
from coprod.readers.ris.vocabulary import TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coprod.document import Document
    from coprod.models import Paper

_SURE = 1.0
_LIKELY = 0.6
_BY_NAME = 0.4
_FEW_TAGS = 3


def sniff(document: "Document") -> float:
    """1 with TY and another tag, less without TY, 0 without tags.

    Examples:
        >>> from coprod.document import Document
        >>> sniff(Document("a.txt", iter([b"TY  - JOUR\\nTI  - A title\\nER  - "])))
        1.0
    """
    tags = count_tags(document.head)
    if tags["TY"]:
        return _SURE if len(tags) > 1 or document.suffix == ".ris" else _LIKELY
    if tags["PMID"] and document.suffix != ".ris":
        return 0.0
    if tags["ER"] and len(tags) >= _FEW_TAGS:
        return _LIKELY
    return _BY_NAME if len(tags) >= _FEW_TAGS and document.suffix == ".ris" else 0.0


def read(document: "Document") -> "Iterator[Paper | Diagnostic]":
    """The Papers of a document in order, and what was odd."""
    form = form_of(document.head)
    if form not in _USUAL:
        yield _told_form(document, form)
    builder = Builder(document.name, repair=document.options.repair, form=form)
    yield from _papers(document, form, builder)
    yield from builder.unknown_tags()


def _papers(document: "Document", form: Form, builder: Builder) -> "Iterator[Paper | Diagnostic]":
    """Every record, the quick way if it is usual, else the careful way."""
    is_usual = not form.hyphen or form.hyphen.endswith(WIDE_HYPHEN.encode())
    quickly, odd = builder.usual.paper, builder.usual.odd
    for item in candidates(document.blocks(), form):
        if is_usual and not isinstance(item, Stretch):
            paper = quickly(item)
            if paper is not None:
                yield paper
                if odd:
                    yield from builder.usual.told(paper)
                continue
        for part in carefully(document.name, item, form):
            if isinstance(part, RawRecord):
                yield builder.paper(part)
                yield from builder.odd
            else:
                yield part


_USUAL = (STANDARD, Form("", "  -  ", True))


def _told_form(document: "Document", form: Form) -> Diagnostic:
    message = f"tags are written {form.shown()!r} in this file"
    lines = document.head.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((number for number, line in enumerate(lines, 1) if _is_written(line, form)), 1)
    return occurrence("ris.tag-form", "info", message, source=document.name, line=first)


def _is_written(line: str, form: Form) -> bool:
    found = match_line(line)
    return found is not None and found.form == form and found.tag in TAGS
