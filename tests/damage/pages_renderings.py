"""Renderings of HTML pages as text: what scripts and browsers make of a page.

In: drafts. Out: `KINDS`; each function changes a draft in one way, and its docstring says who does that. The head of an
article is not shown: such a page is left as it is.
"""

import re
from typing import Final

from bs4 import BeautifulSoup, Tag

from tests.damage.kinds import Kinds
from tests.damage.pages_markup import is_html
from tests.damage.variants import Draft

KINDS: Final = Kinds()


@KINDS.of("forms")
def get_text_with_lines(draft: Draft) -> None:
    """A script saved `get_text` with line breaks, which tears every line apart at its tags."""
    _render(draft, "\n")


@KINDS.of("forms")
def get_text_with_spaces(draft: Draft) -> None:
    """A script saved `get_text` with spaces, which keeps the line breaks of the source alone."""
    _render(draft, " ")


@KINDS.of("forms")
def get_text_stripped(draft: Draft) -> None:
    """A script saved `get_text` with line breaks, without white space."""
    _render(draft, "\n", strip=True)


def _render(draft: Draft, joint: str, *, strip: bool = False) -> None:
    if is_html(draft) and not draft.valid.dialect.startswith("article"):
        soup = BeautifulSoup("\n".join(draft.lines), "html.parser")
        draft.lines = soup.get_text(joint, strip=strip).split("\n")


_PARAGRAPHS: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"))
_LINES: Final = _PARAGRAPHS | frozenset(("div", "li", "section", "header", "footer", "main", "body", "tr", "br"))
_UNSHOWN: Final = frozenset(("script", "style", "head", "title", "nav"))


@KINDS.of("forms")
def copied_from_a_browser(draft: Draft) -> None:
    """Somebody selected all and copied."""
    if is_html(draft) and not draft.valid.dialect.startswith("article"):
        soup = BeautifulSoup("\n".join(draft.lines), "html.parser")
        shown: list[str] = []
        _show(soup, shown)
        text = re.sub(r"[ \n]*\f[ \n\f]*", "\n\n", re.sub(r" *\v[ \v]*", "\n", "".join(shown)))
        draft.lines = [line.strip() for line in text.strip().split("\n")]


def _show(node: Tag, shown: list[str]) -> None:
    """What a browser shows; a form feed stands for an empty line, a vertical tab for the end of a line."""
    for child in node.contents:
        if not isinstance(child, Tag):
            shown.append(re.sub(r"\s+", " ", str(child)) if type(child).__name__ == "NavigableString" else "")
        elif child.name not in _UNSHOWN:
            sign = "\f" if child.name in _PARAGRAPHS else "\v" if child.name in _LINES else ""
            shown.append(sign)
            _show(child, shown)
            shown.append(sign)
