"""Damage to rows, sections and lines of pages: what copying, editing, mailing and saving do to them.

In: drafts. Out: `KINDS`; each function changes a draft in one way, and its docstring says who does that. Groups:
`records` (rows and sections), `lines` and `text` (how lines are written).
"""

import itertools
import re
from typing import Final

from tests.damage.kinds import Kinds
from tests.damage.marks import Mark, known_marks
from tests.damage.pages_markup import is_html, rewrite
from tests.damage.pages_words import LABELS
from tests.damage.variants import Draft

KINDS: Final = Kinds()

_ROWS: Final = {
    "search emerald html": '<div class="intent_search_result ',
    "search acm html": '<li class="search__item ',
    "search highwire html": '<li class="odd search-result ',
    "search emerald text": "Access Restricted.",
}
"""How rows begin."""

_TAGS: Final = re.compile(r"<[^<>]*>")


def bare(line: str) -> str:
    """A line without tags."""
    return _TAGS.sub("", line).strip()


def labels(draft: Draft) -> list[int]:
    """The lines that are headings."""
    return [place for place, line in enumerate(draft.lines) if bare(line) in LABELS]


def rows(draft: Draft) -> list[int]:
    """The lines that begin rows."""
    begin = _ROWS.get(draft.valid.dialect)
    return [] if begin is None else [place for place, line in enumerate(draft.lines) if line.startswith(begin)]


def sections(draft: Draft) -> list[tuple[int, int]]:
    """First line, and line behind the last, of the parts below a heading that stand behind one another."""
    places = labels(draft)
    return [
        (place, after)
        for place, after in itertools.pairwise(places)
        if after - place < 12 and any(known_marks(line, draft.valid.marks) for line in draft.lines[place:after])
    ]


def prose(draft: Draft) -> list[int]:
    """The lines that hold a long text."""
    return [place for place, line in enumerate(draft.lines) if len(bare(line)) > 80 and not line.startswith("<meta")]


def _marks_on(draft: Draft, first: int, last: int) -> set[str]:
    return {mark for line in draft.lines[first:last] for mark in known_marks(line, draft.marker.marks)}


# Rows and sections ------------------------------------------------------------------------------------


@KINDS.of("records")
def row_without_a_part(draft: Draft) -> None:
    """A row lacks one of its lines: no date, no title, no names, no abstract."""
    found = rows(draft)
    if found:
        place = draft.random.choice(found) + draft.random.randrange(0, 12)
        line = draft.lines[place] if place < len(draft.lines) else ""
        if line and line.count("</") == len(re.findall(r"<[a-z]", line)) and place not in found:
            del draft.lines[place]


@KINDS.of("records")
def row_repeated(draft: Draft) -> None:
    """Two pages of results overlap."""
    found = rows(draft)
    if len(found) > 1:
        number = draft.random.randrange(len(found) - 1)
        draft.lines[found[number] : found[number]] = draft.lines[found[number] : found[number + 1]]


@KINDS.of("records")
def row_inside_a_row(draft: Draft) -> None:
    """The end of a row was lost, and the next one stands inside it."""
    found = rows(draft)
    if len(found) > 1 and is_html(draft):
        place = draft.random.choice(found[1:])
        line = draft.lines[place - 1]
        draft.lines[place - 1] = line.rpartition("</")[0] if "</" in line else line


@KINDS.of("records")
def row_moved_out(draft: Draft) -> None:
    """The list of rows ends too early."""
    found = rows(draft)
    if found and is_html(draft):
        draft.lines.insert(draft.random.choice(found), draft.random.choice(["</div>", "</ul>", "</section>"]))


@KINDS.of("records")
def sections_in_another_order(draft: Draft) -> None:
    """A page shows its sections in another order."""
    found = sections(draft)
    if len(found) > 1:
        number = draft.random.randrange(len(found) - 1)
        (first, middle), (other, last) = found[number : number + 2]
        if middle == other:
            draft.lines[first:last] = draft.lines[middle:last] + draft.lines[first:middle]


@KINDS.of("records")
def section_repeated(draft: Draft) -> None:
    """A section was pasted twice."""
    found = sections(draft)
    if found:
        first, last = draft.random.choice(found)
        draft.lines[first:first] = draft.lines[first:last]


@KINDS.of("records")
def section_empty(draft: Draft) -> None:
    """The text of a section is gone."""
    found = sections(draft)
    if found:
        first, last = draft.random.choice(found)
        draft.lines[first + 1 : last] = [line for line in draft.lines[first + 1 : last] if not _marks_in(draft, line)]


def _marks_in(draft: Draft, line: str) -> bool:
    return any(True for _ in known_marks(line, draft.valid.marks))


@KINDS.of("records")
def label_lost(draft: Draft) -> None:
    """The heading of a section is gone: its text may as well belong to the section before."""
    found = sections(draft)
    if len(found) > 1:
        number = draft.random.randrange(1, len(found))
        first, last = found[number]
        before = _marks_on(draft, *found[number - 1])
        if found[number - 1][1] == first and before:
            _unite(draft, before | _marks_on(draft, first, last))
            del draft.lines[first]


def _unite(draft: Draft, marks: set[str]) -> None:
    """Lets the values of some marks be one: nobody can tell them apart any more."""
    values = {draft.marker.marks[mark].value for mark in marks if draft.marker.marks[mark].record >= 0}
    for mark, place in list(draft.marker.marks.items()):
        if place.value in values:
            draft.marker.marks[mark] = Mark(place.record, min(values))


@KINDS.of("records")
def list_marks_lost(draft: Draft) -> None:
    """The numbers of a list are gone."""
    if is_html(draft):
        rewrite(draft, lambda text: re.sub(r"<(/?)(?:ol|ul)\b[^<>]*>", r"<\1div>", text))
    else:
        draft.lines = [re.sub(r"^(?:\d\.|\([ivx]+\)) ", "", line) for line in draft.lines]


@KINDS.of("records")
def furniture_between(draft: Draft) -> None:
    """A page shows a banner, a cookie notice or a poll before, behind or between its parts."""
    if is_html(draft) and draft.random.random() < 0.5:
        places = [*rows(draft), len(draft.lines) - 2]
        text = f"Rate this page {draft.outside()} or tell {draft.outside()} us"
    else:
        places = labels(draft)
        text = draft.random.choice(["We use cookies to improve this site.", "Loading...", "Show more"])
    if places:
        place = draft.random.choice(places)
        draft.lines[place:place] = [f'<div class="banner">{text}</div>'] if is_html(draft) else [text, ""]


@KINDS.of("records")
def header_of_a_mail(draft: Draft) -> None:
    """A page was sent by mail."""
    if not is_html(draft):
        draft.lines[:0] = [f"Subject: to read {draft.outside()}", "To: all", "", f"Dear {draft.outside()},", ""]


# Lines ------------------------------------------------------------------------------------------------


@KINDS.of("lines")
def heading_in_capitals(draft: Draft) -> None:
    """A style makes headings capitals, and copying keeps it."""
    _of_labels(draft, str.upper)


@KINDS.of("lines")
def heading_in_lower_case(draft: Draft) -> None:
    """Another style."""
    _of_labels(draft, lambda label: label[:1] + label[1:].lower())


@KINDS.of("lines")
def heading_with_a_colon(draft: Draft) -> None:
    """A hand, or a style, adds a colon; or takes it away."""
    _of_labels(draft, lambda label: label[:-1] if label.endswith(":") else f"{label}{draft.random.choice([':', ' :'])}")


@KINDS.of("lines")
def headings_numbered(draft: Draft) -> None:
    """A page numbers its sections."""
    form = draft.random.choice(["{}. {}", "{} {}", "{}) {}"])
    places = labels(draft) if draft.valid.dialect.startswith(("summary", "study")) else []
    for number, place in enumerate(places, 1):
        label = bare(draft.lines[place])
        draft.lines[place] = draft.lines[place].replace(label, form.format(number, label))


@KINDS.of("lines")
def headings_in_markdown(draft: Draft) -> None:
    """A program saved the page as Markdown."""
    form = draft.random.choice(["## {}", "**{}**", "### {}:"])
    if not is_html(draft) and draft.valid.dialect.startswith("summary"):
        for place in labels(draft):
            draft.lines[place] = form.format(draft.lines[place])


@KINDS.of("lines")
def heading_with_a_no_break_space(draft: Draft) -> None:
    """An editor put a no-break space behind a heading, or into it."""
    _of_labels(draft, lambda label: label.replace(" ", "\u00a0") if " " in label else f"\u00a0{label}\u00a0")


def _of_labels(draft: Draft, change: "object") -> None:
    """Changes one heading, or all of them."""
    places = labels(draft)
    if not places or not callable(change):
        return
    for place in draft.random.choice([places, [draft.random.choice(places)]]):
        label = bare(draft.lines[place])
        draft.lines[place] = draft.lines[place].replace(label, change(label))


@KINDS.of("lines")
def heading_glued_to_its_text(draft: Draft) -> None:
    """The line end behind a heading was lost; without a sign between, the text may belong to the section before."""
    found = sections(draft)
    number = draft.random.randrange(1, len(found)) if len(found) > 1 else 0
    if number and found[number - 1][1] == found[number][0]:
        first, last = found[number]
        text = next((place for place in range(first + 1, last) if bare(draft.lines[place])), None)
        if text is not None:
            glue = draft.random.choice(["", " ", ": ", " - "])
            if glue in ("", " "):
                _unite(draft, _marks_on(draft, *found[number - 1]) | _marks_on(draft, first, last))
            both = bare(draft.lines[first]) + glue + bare(draft.lines[text])
            draft.lines[first : text + 1] = [f"<p>{both}</p>" if is_html(draft) else both]


@KINDS.of("lines")
def lines_wrapped(draft: Draft) -> None:
    """A mail program broke all lines at a width."""
    width = draft.random.choice([60, 72, 80, 100])
    if not is_html(draft):
        draft.lines = [part for line in draft.lines for part in _folded(line, width)]


def _folded(line: str, width: int, indent: str = "") -> list[str]:
    parts: list[str] = []
    while len(line) > width and (cut := line.rfind(" ", 1, width + 1)) > 0:
        parts.append(line[:cut])
        line = indent + line[cut + 1 :]
        if len(line) <= len(indent):
            break
    return [*parts, line]


@KINDS.of("lines")
def line_wrapped(draft: Draft) -> None:
    """A hand broke one line."""
    found = prose(draft)
    if found:
        place = draft.random.choice(found)
        gaps = [one.start() for one in re.finditer(r"(?<=\w) (?=\w)(?![^<>]*>)", draft.lines[place])]
        if gaps:
            cut = draft.random.choice(gaps)
            line = draft.lines[place]
            draft.lines[place : place + 1] = [line[:cut], line[cut + 1 :]]


@KINDS.of("lines")
def blank_lines_lost(draft: Draft) -> None:
    """A program dropped empty lines."""
    draft.lines = [line for line in draft.lines if line]


@KINDS.of("lines")
def blank_lines_doubled(draft: Draft) -> None:
    """A word processor doubled the line ends."""
    draft.lines = [part for line in draft.lines for part in (line, "")]


@KINDS.of("lines")
def blank_lines_with_white_space(draft: Draft) -> None:
    """Empty lines hold spaces, and lines end in them."""
    draft.lines = [line + draft.random.choice(["", " ", "   ", "\t", "\u00a0"]) for line in draft.lines]


@KINDS.of("lines")
def lines_indented(draft: Draft) -> None:
    """A program indents what it shows."""
    indent = draft.random.choice(["  ", "\t", "        "])
    draft.lines = [indent + line if line else "" for line in draft.lines]


@KINDS.of("lines")
def lines_quoted(draft: Draft) -> None:
    """A mail was answered."""
    if not is_html(draft):
        draft.lines = [f"> {line}".rstrip() for line in draft.lines]


@KINDS.of("lines")
def line_repeated(draft: Draft) -> None:
    """A line was pasted twice."""
    found = prose(draft)
    if found:
        place = draft.random.choice(found)
        draft.lines.insert(place, draft.lines[place])


@KINDS.of("lines")
def lines_joined(draft: Draft) -> None:
    """The line end within a paragraph, or between two, was lost."""
    found = [place for place in prose(draft) if place + 1 < len(draft.lines) and not is_html(draft)]
    if found:
        place = draft.random.choice(found)
        after = next((one for one in range(place + 1, len(draft.lines)) if draft.lines[one]), place)
        if after > place and bare(draft.lines[after]) not in LABELS and not draft.valid.dialect.startswith("search"):
            _unite(draft, _marks_on(draft, place, after + 1))
            draft.lines[place : after + 1] = [f"{draft.lines[place]} {draft.lines[after]}"]


# Text -------------------------------------------------------------------------------------------------


@KINDS.of("text")
def no_break_spaces(draft: Draft) -> None:
    """A page was copied with the spaces of its layout."""
    often = draft.random.choice([0.02, 0.3, 1.0])
    space = draft.random.choice("\u00a0\u00a0\u202f")

    def edit(line: str) -> str:
        return re.sub(
            r"(?<=\w) (?=\w)(?![^<>]*>)", lambda gap: space if draft.random.random() < often else gap[0], line
        )

    draft.lines = [edit(line) for line in draft.lines]


@KINDS.of("text")
def quotes_lost(draft: Draft) -> None:
    """Typographic signs became question marks."""
    draft.lines = [re.sub("[–…“”’]", "?", line) for line in draft.lines]


@KINDS.of("text")
def references_in_text(draft: Draft) -> None:
    """A program copied the source of the text."""
    if not is_html(draft):
        draft.lines = [
            line.replace("é", "&eacute;").replace("&", "&amp;").replace("–", "&ndash;") for line in draft.lines
        ]


@KINDS.of("text")
def ligatures_and_soft_hyphens(draft: Draft) -> None:
    """A PDF was copied: soft hyphens, zero-width spaces and ligatures within words."""
    sign = draft.random.choice(["\u00ad", "\u200b", "\u2060"])
    draft.lines = [re.sub(r"\b(ser|cit)(?=[vi])(?![^<>]*>)", rf"\1{sign}", line) for line in draft.lines]
