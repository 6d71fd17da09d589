"""The reader of article pages: a page whose head declares one publication gives one Paper.

In: an HTML page. Out: a Paper with what the head declares, the Findings of its abstract, diagnostics. The body is not
read but for one thing: where the head declares no title, a heading that its `<title>` begins with is the title.
What can go wrong: a page that declares no publication gives no record and is told.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coprod.diagnostics import Diagnostic, occurrence
from coprod.models import Paper
from coprod.readers.pages.blocks import Passage, use
from coprod.readers.pages.draft import Draft, Traced
from coprod.readers.pages.head import Declared, declared, declares, undeclared
from coprod.readers.pages.page import Page, page_of
from coprod.readers.pages.reader import page_reader
from coprod.readers.pages.sections import findings_of
from coprod.readers.pages.sniffing import look_at

if TYPE_CHECKING:
    from coprod.document import Document

_SURE = 0.9
_BREAK = re.compile(r"\s*(?:[|:–—]|-\s)")
"""What stands between the title of an article and the name of its site."""


def _sniff(document: "Document") -> float:
    look = look_at(document)
    return _SURE if look is not None and look.html and declares(look.text) else 0.0


def _traced(document: "Document") -> Iterator[Traced | Diagnostic]:
    page = page_of(document)
    head = declared(page)
    if head is not None:
        yield from _paper(page, head)
    else:
        yield from undeclared(page)
    yield from page.told
    yield from page.tell_unread("article.body")


def _paper(page: Page, head: Declared) -> Iterator[Traced | Diagnostic]:
    draft = Draft(Paper)
    head.fill(draft)
    if "title" not in draft.values:
        yield from _title_of_body(page, draft)
    paper, trace = draft.finish(page.source, "article", (head.first_line, head.last_line), head.content())
    yield Traced(paper, trace)
    yield from findings_of(head.parts, paper)
    yield from head.told


def _title_of_body(page: Page, draft: Draft[Paper]) -> Iterator[Diagnostic]:
    """Takes as title the first heading of the body that the title of the page begins with."""
    heading = next((block for block in page.blocks if block.level and _is_title(block.text, page.title or "")), None)
    if heading is not None:
        passage: Passage = heading.passage()
        use([passage])
        draft.put("title", passage.text, passage)
        message = "the head declares no title; taken from a heading that the title of the page begins with"
        yield occurrence(
            "article.title-from-heading", "info", message, source=page.source, line=heading.line, text=heading.text,
            field="title",
        )  # fmt: skip


def _is_title(heading: str, title: str) -> bool:
    if " " not in heading or not title.casefold().startswith(heading.casefold()):
        return False
    rest = title[len(heading) :]
    return not rest or _BREAK.match(rest) is not None


READER = page_reader("article", _sniff, _traced)
