"""First and last page from SP and EP, either of which may hold a range.

In: a draft. Out: its fields, and what SP and EP do not agree on. Nothing raises.
"""

from typing import Final

from coprod.readers.ris.draft import Draft
from coprod.readers.ris.meanings import SP_IS_A_LENGTH
from coprod.text.pages import Pages, parse_pages


def fill_pages(draft: Draft) -> None:
    """First and last page from SP and EP; in some types SP alone is a length."""
    values = draft.values
    if "EP" not in values and draft.plan.kind in SP_IS_A_LENGTH:
        return
    starts, ends = values.pop("SP", _NOTHING), values.pop("EP", _NOTHING)
    start, end = starts[0], ends[0]
    pages = parse_pages(start, end)
    if pages.article_number is not None:
        draft.fields.setdefault("article_number", pages.article_number)
    start_tag = "SP" if "SP" in draft.raw.tags else "SE"
    _fill_page(draft, start_tag, "first_page", pages.first, starts)
    _fill_page(draft, "EP", "last_page", pages.last, ends)
    if pages.completed:
        tag, printed = (start_tag, start) if end is None else ("EP", end)
        code, message = ABBREVIATED
        draft.tell(code, "info", message, tag, printed, field="last_page")
    if start is not None and end is not None and disagree(pages, start, end):
        message = "SP and EP cannot both be right; what is in no field is kept in extra"
        draft.tell("ris.page-conflict", "info", message, start_tag, start, field="last_page")


ABBREVIATED: Final = (
    "ris.page-abbreviated",
    "an abbreviated last page; completed from the first, kept in extra",
)


def disagree(pages: Pages, start: str, end: str) -> bool:
    """Whether one of two values is a range that the other does not fit, or the last page lies before the first.

    Examples:
        >>> [disagree(parse_pages("12-20", end), "12-20", end) for end in ("20", "25", "8")]
        [False, True, True]
    """
    if runs_back(pages.first or "", pages.last or ""):
        return True
    if pages.rest is None or start == end:
        return False
    head, tail = parse_pages(start, None), parse_pages(end, None)
    has_other_end = head.last not in (None, pages.last)
    has_other_begin = tail.last is not None and tail.first != pages.first
    return has_other_end or has_other_begin


def runs_back(first: str, last: str) -> bool:
    """Whether the last page is a smaller number than the first; numbers with zeros in front are not compared.

    Examples:
        >>> runs_back("12", "10"), runs_back("9", "10"), runs_back("S12", "10"), runs_back("012", "10")
        (True, False, False, False)
    """
    if first.startswith("0") or not (first.isdigit() and last.isdigit()):
        return False
    return (len(last), last) < (len(first), first)


def _fill_page(draft: Draft, tag: str, field: str, page: str | None, found: tuple[str | None, ...]) -> None:
    """One of the two pages; the printed form is kept where it is another, and so are further values."""
    if page is not None:
        draft.fields[field] = page
    printed = found[0]
    if printed is None:
        return
    if page is None:
        draft.leave(tag, printed)
    elif page != printed:
        draft.keep(tag, printed)
    for value in found[1:]:
        if value is not None and value != printed:
            draft.surplus(tag, value, field)


_NOTHING: Final[tuple[str | None, ...]] = (None,)
