"""Whether a document is a summary page: section headings on lines of their own, and paragraphs below them.

In: the beginning of a document. Out: a score. A full paper, a README, a blog post and a row of abstracts have such
headings too; what tells them apart is what else they have.
"""

import re
from typing import TYPE_CHECKING, Final

from coprod.readers.pages.head import declares
from coprod.readers.pages.sniffing import look_at
from coprod.readers.summary.headings import Heading, heading_of, is_item, is_prose, may_be_heading
from coprod.text.references import resolved

if TYPE_CHECKING:
    from coprod.document import Document
    from coprod.readers.pages.sniffing import Look

_SURE: Final = 0.8

_OTHER_KINDS: Final = re.compile(
    r"(?:references|bibliography|works cited|literature cited|appendix(?: [a-z0-9])?|acknowledge?ments?|installation|"
    r"installing|usage|quick ?start|getting started|requirements|licen[cs]e|contributing|changelog|how to cite|"
    r"leave a (?:reply|comment)|[0-9]+ comments?|supplementary materials?|"
    r"data availability(?: statement)?|conflicts? of interest|funding|author contributions|"
    r"corresponding author.{0,80})\s*:?",
    re.IGNORECASE,
)
"""Lines of full papers, of software and of blogs."""

_TAGGED: Final = re.compile(r"[A-Z][A-Z0-9]{1,3}\s{0,3}[-–]\s")
_MOST_TAGGED: Final = 3
"""Lines such as "TY  - JOUR": more are an export of references."""

_CODE: Final = re.compile(r"```|\$ |>>> |pip install|npm install|\[!\[")
_CITATION: Final = re.compile(r"\([^()]{2,60}[, ](?:19|20)[0-9]{2}[a-z]?\)|\[[0-9]{1,3}(?:[,–-][0-9]{1,3}){0,5}\]")
_ITEM: Final = re.compile(r"<li\b[^<>]{0,2000}>(?=\s*+[^\s<])", re.IGNORECASE)
_MOST_CITATIONS: Final = 12
_FEW_TWICE: Final = 5
"""One heading in so many may stand twice: where more do, it is a row of abstracts."""

_LONGEST_SECTION: Final = 9000
"""Characters: what is longer is no summary."""


def sniff(document: "Document") -> float:
    """How sure it is that a document is a summary page.

    Examples:
        >>> from coprod.document import Document
        >>> text = "Methods\\nWe asked ninety people in two towns.\\nKey Findings\\nMost of them trust each other."
        >>> sniff(Document("a.txt", iter([text.encode()])))
        0.8
    """
    look = look_at(document)
    if look is None or (look.html and declares(look.text)):
        return 0.0
    lines = look.lines if not look.html else _lines_of_html(look)
    return _SURE if _is_summary(lines) else 0.0


def _lines_of_html(look: "Look") -> tuple[str, ...]:
    """The lines of an HTML page, without a parser: what stands between two tags."""
    text = look.text
    for name in ("script", "style", "nav", "head"):
        first, *others = re.split(rf"<{name}\b", text, flags=re.IGNORECASE)
        end = re.compile(rf"</{name}\b[^<>]{{0,50}}>", re.IGNORECASE)
        text = first + "".join([end.split(other, maxsplit=1)[-1] for other in others])
    text = re.sub(r"</?(?:b|strong|em|i|span|a|mark|sup|sub|u|code)\b[^<>]{0,2000}>", "", text, flags=re.IGNORECASE)
    text = _ITEM.sub("<li>- ", text)
    lines = (" ".join(resolved(line).split()) for line in re.split(r"<[^<>]{0,2000}>", text))
    return tuple(line.removeprefix("- ") if heading_of(line[2:]) is not None else line for line in lines if line)


def _is_summary(lines: tuple[str, ...]) -> bool:
    found: list[tuple[str, Heading]] = []
    unknown = length = 0
    for index, line in enumerate(lines):
        if _OTHER_KINDS.fullmatch(line) or _CODE.match(line):
            return False
        after = lines[index + 1] if index + 1 < len(lines) else ""
        heading = heading_of(line)
        if heading is not None and heading.usual and (heading.behind is not None or is_prose(after) or is_item(after)):
            found.append((line[heading.start : heading.end].casefold(), heading))
            length = 0
        elif found and may_be_heading(line) and is_prose(after) and is_prose(lines[index - 1]):
            unknown += heading is None
        length += len(line) if found else 0
        if length > _LONGEST_SECTION:
            return False
    if sum(_TAGGED.match(line) is not None for line in lines) > _MOST_TAGGED:
        return False
    return _are_sections(found, unknown) and len(_CITATION.findall("\n".join(lines))) < _MOST_CITATIONS


def _are_sections(found: list[tuple[str, Heading]], unknown: int) -> bool:
    """Whether the headings are those of a summary: enough of them, of several kinds, each once."""
    alone = [(label, heading) for label, heading in found if heading.behind is None]
    labels = [label for label, _heading in alone]
    again = len(labels) - len(set(labels))
    if len(alone) < 2 or unknown > len(alone) or again * _FEW_TWICE > len(set(labels)):
        return False
    categories = {heading.category for _label, heading in alone}
    if "RESULTS" in categories:
        return len(alone) > 2 or labels != ["background", "results"]
    return "CONCLUSIONS" in categories and (bool(categories & {"METHODS", "OBJECTIVE"}) or len(alone) > 3)
