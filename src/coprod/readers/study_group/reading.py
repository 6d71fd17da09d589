"""A home page of a study group, read with a trace.

In: a document. Out: one `StudyGroup`, if the page tells of one, and what was odd: repairs, lost links, and every
sentence that no field holds (`study-group.not-read`).
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from coprod.diagnostics import Diagnostic, occurrence
from coprod.models import StudyGroup
from coprod.readers.pages.blocks import Block, Passage, attribute, use
from coprod.readers.pages.draft import Draft, Traced
from coprod.readers.pages.page import Page, page_of_one
from coprod.readers.pages.sniffing import look_at
from coprod.readers.study_group.build import fill
from coprod.readers.study_group.dates import dates_in, is_ambiguous
from coprod.readers.study_group.facts import clauses_in
from coprod.readers.study_group.furniture import is_furniture, is_note, may_be_subject
from coprod.readers.study_group.gather import Gatherer
from coprod.readers.study_group.gathered import Gathered
from coprod.readers.study_group.header import CODE, NAMING, Head, head_of, mentions
from coprod.readers.study_group.headings import heading_in, time_in
from coprod.readers.study_group.left_over import (
    is_left_out,
    left_over,
    words_of_head,
    words_of_meetings,
    years_of_meetings,
)
from coprod.readers.study_group.lists import Row, rows_of
from coprod.readers.study_group.outline import parts_of
from coprod.readers.study_group.sniffing import lacks_title
from coprod.readers.study_group.traces import Basis

if TYPE_CHECKING:
    from coprod.document import Document

NAME: Final = "study-group"

_SENTENCE: Final = "a sentence that no field of a study group holds; not read"
_PART: Final = "a part of a sentence that no field of a study group holds; not read"

_ADDRESS: Final = "an address of a person or a page that no field holds; not read"

_WORD = re.compile(r"[^\W_]{2}|[0-9]")


def traced(document: "Document") -> Iterator[Traced | Diagnostic]:
    """The study group of a page with its trace, and the diagnostics."""
    look = look_at(document)  # before the document is read to its end
    page = page_of_one(document)
    yield from page.told
    for block in page.blocks:
        if is_furniture(block.text):
            block.role = "furniture"
    _keep_headings(page.blocks)
    _keep_subjects(page.blocks)
    blocks = [block for block in page.blocks if block.role is None]
    notes = [block for block in blocks if is_note(block.text)]
    noted = set(map(id, notes))
    blocks = [block for block in blocks if id(block) not in noted]
    blocks = blocks[: _second_page(blocks)]
    head = head_of(blocks)
    is_torn = look is not None and head.code is None and _is_guessed(head) and lacks_title(look)
    if is_torn:
        head, blocks = Head(None, None, None, None, head.host), _from_heading(blocks)
    repeated = mentions(blocks, head)
    furniture: list[Block] = [*repeated]
    named = [cut.block for passage in (head.title, head.name) if passage is not None for cut in passage.cuts]
    left_out = {id(block) for block in [head.block, *repeated, *named]}
    rows = rows_of([block for block in blocks if id(block) not in left_out])
    behind = _first_behind(blocks, rows, head)
    found = Gatherer().go(parts_of(rows, furniture, behind))
    if not is_torn and not _is_something(head, found):
        yield from page.tell_unread(f"{NAME}.not-read")
        return
    draft = Draft(StudyGroup)
    basis = fill(draft, head, found)
    _head_of_html(page, draft)
    if found.url is not None and draft.values.get("url") in (None, found.url.text):
        draft.put("url", found.url.text, found.url)
    basis.passages.extend(draft.trace.values())
    use(basis.read())
    words, years = words_of_head(head), years_of_meetings(found)
    for block in [*furniture, *found.furniture, *notes]:
        if block.role is None and is_left_out(block.text, words, years):
            block.role = "furniture"
    content = [block for block in page.blocks if block.role == "content"]
    lines = (content[0].line, max(block.last_line for block in content)) if content else (page.first_line,) * 2
    group, trace = draft.finish(page.source, NAME, lines, [block.text for block in content])
    yield Traced(group, trace)
    yield from _told(page, found, basis, words)


def _second_page(blocks: Sequence[Block]) -> int:
    """Where the page of another group begins that was joined to the first: a title with a code, and aims again."""
    searched = 0
    for index, (block, below) in enumerate(pairwise(blocks)):
        if CODE.match(block.text) is None or block.text[-1:] in ".:" or not _heads_aim(below):
            continue
        if any(map(_heads_aim, blocks[searched : index + 1])):
            return index
        searched = index + 1
    return len(blocks)


def _heads_aim(block: Block) -> bool:
    heading = heading_in(block.text.rstrip(": "))
    return heading is not None and heading.kind == "aim"


def _keep_headings(blocks: list[Block]) -> None:
    """Takes back what looks like a button and heads a meeting: `Next` above a line with a date."""
    for block, after in pairwise(blocks):
        may_head = block.role == "furniture" and after.role is None and time_in(block.text) is not None
        if may_head and any(not dated.bare for dated in dates_in(after.text)):
            block.role = None


def _keep_subjects(blocks: list[Block]) -> None:
    """Takes back what looks like a link of the site and stands alone: `Privacy` among topics."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        alone = block.role == "furniture" and before.role is None and after.role is None
        if alone and may_be_subject(block.text):
            block.role = None


def _first_behind(blocks: list[Block], rows: list[Row], head: Head) -> Block | None:
    """The first block behind the title, in the order of the page."""
    order = {id(block): index for index, block in enumerate(blocks)}
    title = order.get(id(head.block), len(blocks))
    return next((row.block for row in rows if order[id(row.block)] > title), None)


def _from_heading(blocks: list[Block]) -> list[Block]:
    """The blocks from the first heading on: what stands above belongs to a heading that was cut off."""
    first = next((index for index, block in enumerate(blocks) if heading_in(block.text) is not None), len(blocks))
    return blocks[first:]


def _is_guessed(head: Head) -> bool:
    """Whether nothing in the title says that it is one of a group."""
    return head.title is None or NAMING.search(head.title.text) is None


def _is_something(head: Head, found: Gathered) -> bool:
    """Whether the page tells anything of a group."""
    return head.title is not None and bool(
        head.code or head.host or found.aims or found.topics or found.mentions or found.people or found.founded
    )


def _head_of_html(page: Page, draft: "Draft[StudyGroup]") -> None:
    """What only the head of an HTML page says."""
    if page.metadata is None:
        return
    soup = page.metadata
    link = soup.find("link", rel="canonical", href=True)
    meta = soup.find("meta", property="og:url", content=True)
    for tag, name in ((link, "href"), (meta, "content")):
        if tag is not None and "url" not in draft.values and str(tag[name]).startswith("http"):
            draft.put("url", str(tag[name]), attribute(str(tag[name]), tag.sourceline or 1))
    site = soup.find("meta", property="og:site_name", content=True)
    if "host" not in draft.values and site is not None and str(site["content"]).strip():
        draft.put("host", str(site["content"]).strip(), attribute(str(site["content"]).strip(), site.sourceline or 1))


def _told(page: Page, found: Gathered, basis: Basis, words: frozenset[str]) -> Iterator[Diagnostic]:
    """What no field holds, in the order of the page."""
    said: set[tuple[int, int]] = set()
    lost = [passage for passage in found.lost if not _has_link(passage)]
    read, met = _covered(basis.passages), _covered(basis.of_meetings())
    known = _known_words(words, met.keys(), basis)
    covered = read.keys() | met.keys()
    listed = [passage for passage in found.unmarked if any(id(cut.block) in covered for cut in passage.cuts)]
    for code, message, passages in (
        ("second-aim", "the page states aims in a second place; not a part of `aim`", found.more_aims),
        ("lost-link", "the text points to a link that it has lost", lost),
        ("called-off", "the page says that a meeting was cancelled or postponed; its status is left open",
         found.called_off),
        ("unsure-name", "what stands beside a person may be a second one or an institution; not read", found.unsure),
        ("unmarked-list", "the lines behind an announcement were read as its list, though they have no marks", listed),
    ):  # fmt: skip
        for passage in passages:
            yield _about(page, code, message, passage, said)
    yield from _half_read(page, found)
    held = _covered([*basis.held_of_meetings(), *found.more_aims, *lost, *found.called_off, *found.unsure])
    begun = {number for number, _start in said}
    for block in page.blocks:
        if block.role == "content" or id(block) in begun:
            number = id(block)
            used = kept = read.get(number, [])
            if number in met:
                used = _both(used, met[number])
            if number in held:
                kept = _both(kept, held[number])
            if used != kept or used != [(0, len(block.text))]:
                yield from _of_block(page, block, _Spans(used, kept), said, known(number))
    yield from _unread(page, said)


class _Spans(NamedTuple):
    """The stretches of a block."""

    used: list[tuple[int, int]]
    """Those that a value came from."""

    held: list[tuple[int, int]]
    """Those that a value or a diagnostic has word for word."""


def _known_words(words: frozenset[str], met: Container[int], basis: Basis) -> Callable[[int], frozenset[str]]:
    """For each block, the words that need not be told: those of the head; in what tells of a meeting, also its own."""
    more = cache(lambda: words | words_of_meetings(basis))
    return lambda block: more() if block in met else words


def _of_block(
    page: Page, block: Block, spans: _Spans, said: set[tuple[int, int]], known: frozenset[str]
) -> Iterator[Diagnostic]:
    """What of a block was not read: sentences, addresses, parts of sentences."""
    for start, end in clauses_in(block.text):
        if (id(block), start) in said:
            continue
        if not _is_covered(spans.used, start, end, block.text):
            yield _about(page, "not-read", _SENTENCE, block.passage(start, end), said)
            continue
        for left in left_over(block.text, (start, end), spans.held, known):
            code, message = ("address", _ADDRESS) if left.is_address else ("not-read", _PART)
            yield _about(page, code, message, block.passage(left.start, left.end), set())


def _half_read(page: Page, found: Gathered) -> Iterator[Diagnostic]:
    """The dates of which only the year is known."""
    message = "day and month of a date can be read both ways; only its year was read"
    for date, passage in found.dates():
        if is_ambiguous(date):
            yield _about(page, "date-ambiguous", message, passage, set())


def _unread(page: Page, said: set[tuple[int, int]]) -> Iterator[Diagnostic]:
    told = {number for number, _start in said}
    for block in page.blocks:
        if block.role is None and id(block) in told:
            block.role = "furniture"
    yield from page.tell_unread(f"{NAME}.not-read")


def _about(page: Page, code: str, message: str, passage: Passage, said: set[tuple[int, int]]) -> Diagnostic:
    cut = passage.cuts[0]
    for one in passage.cuts:
        number = id(one.block)
        said.add((number, one.start))
        sentences = clauses_in(one.block.text)
        if len(sentences) > 1:
            said.update((number, start) for start, _end in _within(sentences, one.start, one.end))
    return occurrence(
        f"{NAME}.{code}", "info", message, source=page.source, line=cut.block.line,
        last=passage.cuts[-1].block.last_line, text=passage.text,
    )  # fmt: skip


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Those of the spans, which follow each other, that lie in the stretch."""
    return spans[bisect_left(spans, (start, 0)) : bisect_right(spans, end, key=itemgetter(1))]


def _has_link(passage: Passage) -> bool:
    """Whether HTML has the link that the sentence points to."""
    return any(link.start < cut.end and cut.start < link.end for cut in passage.cuts for link in cut.block.links)


def _covered(passages: Iterable[Passage]) -> dict[int, list[tuple[int, int]]]:
    """The stretches of each block that are in the record."""
    spans: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for passage in passages:
        for cut in passage.cuts:
            spans[id(cut.block)].add((cut.start, cut.end))
    return {block: list(some) if len(some) == 1 else _united(some) for block, some in spans.items()}


def _united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap as one."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _both(spans: list[tuple[int, int]], others: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans and the others, in order."""
    return _united([*spans, *others]) if spans and others else spans or others


def _is_covered(spans: list[tuple[int, int]], start: int, end: int, text: str) -> bool:
    """Whether a part of the sentence is in the record, or it has no word."""
    index = bisect_left(spans, (end, 0)) - 1
    return (index >= 0 and spans[index][1] > start) or _WORD.search(text[start:end]) is None
