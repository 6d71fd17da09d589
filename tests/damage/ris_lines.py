"""Damage to the lines of RIS files: what hands, editors, mail programs and other programs do to them.

In: drafts. Out: `KINDS`; each function changes a draft in one way, and its docstring says who does that.
Groups: `records` (TY and ER), `lines`, `forms` (how tags are written), `text` (what stands between).
"""

import re
from typing import Final

from tests.damage.kinds import Kinds
from tests.damage.marks import known_marks
from tests.damage.variants import Draft

KINDS: Final = Kinds()

_TAG = re.compile(r"[A-Z][A-Z0-9]  - ")
_WIDTH: Final = 6


def is_tag(line: str) -> bool:
    """Whether a line is a tag as the valid files write it."""
    return _TAG.match(line) is not None


def places(draft: Draft, *tags: str) -> list[int]:
    """The lines of some tags; without any, those of all tags but TY and ER."""
    if tags:
        return [place for place, line in enumerate(draft.lines) if line[:2] in tags and is_tag(line)]
    return [place for place, line in enumerate(draft.lines) if is_tag(line) and line[:2] not in ("TY", "ER")]


def some_place(draft: Draft, *tags: str) -> int:
    """One of those lines; the first line where there is none."""
    found = places(draft, *tags)
    return draft.random.choice(found) if found else 0


def single(draft: Draft) -> list[int]:
    """Tags whose value stands on one line."""
    after = [*draft.lines[1:], "ER  - "]
    return [place for place in places(draft) if is_tag(after[place]) or not after[place]]


def long_place(draft: Draft) -> int:
    """A tag with a value of several words."""
    found = [place for place in places(draft) if draft.lines[place].count(" ") > 12]
    return draft.random.choice(found) if found else some_place(draft)


# TY and ER --------------------------------------------------------------------------------------------


@KINDS.of("records")
def er_missing(draft: Draft) -> None:
    """A hand deleted ER, or a program forgot it."""
    del draft.lines[some_place(draft, "ER")]


@KINDS.of("records")
def every_er_missing(draft: Draft) -> None:
    """A program never writes ER."""
    draft.lines = [line for line in draft.lines if line[:2] != "ER"]


@KINDS.of("records")
def er_glued_to_ty(draft: Draft) -> None:
    """Files were joined whose last line has no end."""
    place = some_place(draft, "ER")
    following = places(draft, "TY")
    place_of_type = next((one for one in following if one > place), None)
    if place_of_type is not None:
        draft.lines[place : place_of_type + 1] = [draft.lines[place] + draft.lines[place_of_type]]


@KINDS.of("records")
def er_doubled(draft: Draft) -> None:
    """Two programs each closed the record."""
    draft.lines.insert(some_place(draft, "ER"), "ER  - ")


@KINDS.of("records")
def er_with_text(draft: Draft) -> None:
    """A remark stands on the line of ER."""
    draft.lines[some_place(draft, "ER")] += f"end of record {draft.outside()}"


@KINDS.of("records")
def er_too_early(draft: Draft) -> None:
    """A program closed the record before its last tag."""
    place = some_place(draft, "ER")
    if place:
        draft.lines[place - 1 : place + 1] = [draft.lines[place], draft.lines[place - 1]]


@KINDS.of("records")
def er_without_hyphen(draft: Draft) -> None:
    """A program that trims lines, or a hand, left the two letters."""
    draft.lines[some_place(draft, "ER")] = "ER"


@KINDS.of("records")
def ty_missing(draft: Draft) -> None:
    """The first line of a record was lost."""
    del draft.lines[some_place(draft, "TY")]


@KINDS.of("records")
def ty_doubled(draft: Draft) -> None:
    """A converter wrote its own type before the one that it read."""
    draft.lines.insert(some_place(draft, "TY"), draft.random.choice(["TY  - JOUR", "TY  - GEN"]))


@KINDS.of("records")
def ty_not_first(draft: Draft) -> None:
    """Tags were sorted, or a program writes a number first."""
    place = some_place(draft, "TY")
    count = draft.random.randrange(1, 4)
    if place in places(draft, "TY") and all(map(is_tag, draft.lines[place + 1 : place + 1 + count])):
        draft.lines[place : place + 1 + count] = [*draft.lines[place + 1 : place + 1 + count], draft.lines[place]]


@KINDS.of("records")
def ty_without_value(draft: Draft) -> None:
    """A converter knew no type."""
    draft.lines[some_place(draft, "TY")] = "TY  - "


@KINDS.of("records")
def ty_in_words(draft: Draft) -> None:
    """A converter wrote the name of the type."""
    draft.lines[some_place(draft, "TY")] = "TY  - Journal Article"


@KINDS.of("records")
def er_and_ty_missing(draft: Draft) -> None:
    """Two records ran together: the lines between them are gone."""
    place = some_place(draft, "ER")
    following = next((one for one in places(draft, "TY") if one > place), place)
    del draft.lines[place : following + 1]


@KINDS.of("records")
def record_repeated(draft: Draft) -> None:
    """A page of results was exported twice."""
    start = some_place(draft, "TY")
    end = next((place for place in places(draft, "ER") if place > start), start)
    draft.lines[end + 1 : end + 1] = draft.lines[start : end + 1]


# Lines ------------------------------------------------------------------------------------------------


@KINDS.of("lines", destroys=True)
def line_cut(draft: Draft) -> None:
    """A program cut what was longer than its field."""
    place = some_place(draft)
    draft.lines[place] = draft.lines[place][: draft.random.randrange(len(draft.lines[place]))]


@KINDS.of("lines")
def line_joined(draft: Draft) -> None:
    """A line end was lost, and the next tag stands behind the value."""
    _join(draft, "")


@KINDS.of("lines")
def line_joined_with_a_space(draft: Draft) -> None:
    """A form of the web made line ends into spaces."""
    _join(draft, " ")


def _join(draft: Draft, glue: str) -> None:
    place = some_place(draft)
    draft.lines[place : place + 2] = [glue.join(draft.lines[place : place + 2])]


@KINDS.of("lines")
def line_repeated(draft: Draft) -> None:
    """A line was pasted twice."""
    place = some_place(draft)
    draft.lines.insert(place, draft.lines[place])


@KINDS.of("lines")
def line_moved(draft: Draft) -> None:
    """A tag with its value was moved to another place in its record."""
    movable = single(draft)
    if not movable:
        return
    place = draft.random.choice(movable)
    start = max((one for one in places(draft, "TY") if one < place), default=0)
    end = min((one for one in places(draft, "ER") if one > place), default=place)
    targets = [one for one in (*places(draft), end) if start < one <= end]
    target = draft.random.choice(targets)
    line = draft.lines.pop(place)
    draft.lines.insert(target - (target > place), line)


@KINDS.of("lines")
def line_wrapped(draft: Draft) -> None:
    """An editor broke a long line."""
    _wrap(draft, "")


@KINDS.of("lines")
def line_wrapped_and_indented(draft: Draft) -> None:
    """A program breaks long values and indents what follows."""
    _wrap(draft, draft.random.choice(["  ", "      ", "\t"]))


def _wrap(draft: Draft, indent: str) -> None:
    place = long_place(draft)
    value = draft.lines[place][_WIDTH:].split(" ")
    cut = draft.random.randrange(1, len(value)) if len(value) > 1 else 1
    parts = [" ".join(value[:cut]), " ".join(value[cut:])]
    draft.lines[place : place + 1] = [draft.lines[place][:_WIDTH] + parts[0], *(indent + part for part in parts[1:])]


@KINDS.of("lines")
def file_wrapped(draft: Draft) -> None:
    """A mail program broke all lines at 72 columns."""
    draft.lines = [part for line in draft.lines for part in _folded(line)]


def _folded(line: str) -> list[str]:
    parts: list[str] = []
    while len(line) > 72 and (cut := line.rfind(" ", _WIDTH, 72)) > 0:
        parts.append(line[:cut])
        line = line[cut + 1 :]
    return [*parts, line]


@KINDS.of("lines")
def blank_line_between_tags(draft: Draft) -> None:
    """A hand parted the tags."""
    draft.lines.insert(some_place(draft), "")


@KINDS.of("lines")
def blank_line_inside_a_value(draft: Draft) -> None:
    """An abstract has paragraphs."""
    place = draft.random.choice(places(draft, "AB", "N2") or [0])
    _wrap_at(draft, place)


def _wrap_at(draft: Draft, place: int) -> None:
    head, gap, tail = draft.lines[place].rpartition(". ")
    if gap:
        draft.lines[place : place + 1] = [head + ".", "", tail]


@KINDS.of("lines")
def blank_line_behind_every_line(draft: Draft) -> None:
    """A word processor doubled the line ends."""
    draft.lines = [part for line in draft.lines for part in (line, "")]


@KINDS.of("lines")
def white_space_behind_lines(draft: Draft) -> None:
    """A terminal filled the lines."""
    draft.lines = [line + draft.random.choice(["", " ", "   ", "\t", "\u00a0"]) for line in draft.lines]


@KINDS.of("lines")
def tag_alone_on_its_line(draft: Draft) -> None:
    """A program writes the value below the tag."""
    place = some_place(draft)
    draft.lines[place : place + 1] = [draft.lines[place][:_WIDTH], draft.lines[place][_WIDTH:]]


# Forms of tags ----------------------------------------------------------------------------------------


def _rewrite(draft: Draft, separator: str, *, before: str = "", behind: str = "", lower: bool = False) -> None:
    """Writes one tag, those of a record, or all tags in another form."""
    for place in _scope(draft):
        line = draft.lines[place]
        tag = line[:2].lower() if lower else line[:2]
        draft.lines[place] = f"{before}{tag}{separator}{line[_WIDTH:]}{behind}"


def _scope(draft: Draft) -> list[int]:
    """One tag, or the lines of a record, or of all."""
    tags = [place for place, line in enumerate(draft.lines) if is_tag(line)]
    if not tags:
        return []
    scope = draft.random.choice(["line", "line", "record", "file"])
    if scope == "file":
        return tags
    place = draft.random.choice(tags)
    if scope == "line":
        return [place]
    start = max((one for one in places(draft, "TY") if one <= place), default=place)
    end = min((one for one in places(draft, "ER") if one >= place), default=place)
    return [one for one in tags if start <= one <= end]


@KINDS.of("forms")
def tag_with_one_space(draft: Draft) -> None:
    """A browser or a hand made two spaces into one."""
    _rewrite(draft, " - ")


@KINDS.of("forms")
def tag_with_three_spaces(draft: Draft) -> None:
    """A program pads tags to five columns."""
    _rewrite(draft, "   - ")


@KINDS.of("forms")
def tag_with_a_tab(draft: Draft) -> None:
    """An editor made spaces into tabs."""
    _rewrite(draft, draft.random.choice(["\t- ", "  -\t", "\t-\t"]))


@KINDS.of("forms")
def tag_with_no_break_spaces(draft: Draft) -> None:
    """A page of the web was copied."""
    _rewrite(draft, draft.random.choice(["\u00a0\u00a0- ", "\u00a0 - ", "  -\u00a0", "\u2003- "]))


@KINDS.of("forms")
def tag_with_another_dash(draft: Draft) -> None:
    """A word processor made the hyphen into a dash."""
    _rewrite(draft, f"  {draft.random.choice('–—‐−')} ")


@KINDS.of("forms")
def tag_in_lower_case(draft: Draft) -> None:
    """A program writes tags in lower case."""
    _rewrite(draft, "  - ", lower=True)


@KINDS.of("forms")
def tag_indented(draft: Draft) -> None:
    """A page of the web, or a mail, indents what it shows."""
    _rewrite(draft, "  - ", before=draft.random.choice([" ", "    ", "\t", "\u00a0"]))


@KINDS.of("forms")
def tag_quoted(draft: Draft) -> None:
    """A mail was answered."""
    _rewrite(draft, "  - ", before=draft.random.choice(["> ", ">"]))


@KINDS.of("forms")
def line_in_quotation_marks(draft: Draft) -> None:
    """A table program saved its cells."""
    _rewrite(draft, "  - ", before='"', behind='"')


@KINDS.of("forms")
def every_line_quoted(draft: Draft) -> None:
    """A mail was answered, with all that was in it."""
    draft.lines = [f"> {line}".rstrip(" ") for line in draft.lines]


@KINDS.of("forms")
def every_line_indented(draft: Draft) -> None:
    """A page of the web indents what it shows."""
    indent = draft.random.choice(["  ", "    ", "\t"])
    draft.lines = [indent + line for line in draft.lines]


@KINDS.of("forms")
def every_line_in_quotation_marks(draft: Draft) -> None:
    """A table program saved a column."""
    draft.lines = [f'"{line}"' if line else "" for line in draft.lines]


@KINDS.of("forms")
def tag_without_space_behind(draft: Draft) -> None:
    """A program writes the value right behind the hyphen."""
    _rewrite(draft, "  -")


@KINDS.of("forms")
def tag_without_any_space(draft: Draft) -> None:
    """A program that squeezes white space has squeezed the tag."""
    _rewrite(draft, "- ")


@KINDS.of("forms")
def tag_behind_an_invisible_sign(draft: Draft) -> None:
    """A page of the web was copied with what its layout needs."""
    _rewrite(draft, "  - ", before=draft.random.choice(["\u200b", "\u200e", "\u00ad", "\u2060"]))


# What stands between ----------------------------------------------------------------------------------


@KINDS.of("text")
def header_of_ovid(draft: Draft) -> None:
    """Ovid writes the search before the records, and numbers them."""
    header = (
        f"Database: Ovid {draft.outside()} <1946 to Present>\nSearch Strategy:\n1  co-production.mp. {draft.outside()}"
    )
    draft.lines[:0] = [*header.split("\n"), ""]
    _number(draft, "{}.")


@KINDS.of("text")
def headers_of_cochrane(draft: Draft) -> None:
    """The Cochrane Library numbers the records."""
    _number(draft, "Record #{} of 50")


def _number(draft: Draft, form: str) -> None:
    number = 0
    lines: list[str] = []
    for line in draft.lines:
        if line.startswith("TY  - "):
            number += 1
            lines.append(form.format(number))
        lines.append(line)
    draft.lines = lines


@KINDS.of("text")
def footer_of_embase(draft: Draft) -> None:
    """Embase writes whose the records are below them."""
    draft.lines += ["", f"Copyright {draft.outside()} Elsevier B.V., All rights reserved.", f"Embase {draft.outside()}"]


@KINDS.of("text")
def header_of_jstor(draft: Draft) -> None:
    """JSTOR writes a header of mail."""
    words = [draft.outside(), draft.outside()]
    draft.lines[:0] = [
        f"Provider: JSTOR {words[0]}",
        f"Database: {words[1]}",
        'Content: text/plain; charset="UTF-8"',
        "",
    ]


@KINDS.of("text")
def inside_a_page(draft: Draft) -> None:
    """A page of the web was saved that shows the records."""
    draft.lines = [f"<html><title>{draft.outside()}</title><pre>", *draft.lines, f"</pre>{draft.outside()}</html>"]


@KINDS.of("text")
def remark_between_records(draft: Draft) -> None:
    """A reviewer wrote notes into the file."""
    place = some_place(draft, "TY")
    draft.lines[place:place] = [f"to check: {draft.outside()} and {draft.outside()}", ""]


@KINDS.of("text")
def remark_inside_a_record(draft: Draft) -> None:
    """A reviewer wrote a comment behind a name or a number."""
    place = some_place(draft, "AU", "A1", "DO", "VL", "PY", "Y1")
    draft.lines[place + 1 : place + 1] = ["", f"% checked by hand {draft.outside()}", ""]


@KINDS.of("text")
def text_like_a_tag(draft: Draft) -> None:
    """A wrapped abstract has a line that begins with two capitals and a hyphen."""
    _add_line(draft, draft.random.choice(["AB - the", "CI - 95%,", "ER - positive", "SP-A", "US - and", "PY - a"]))


@KINDS.of("text")
def text_like_a_tag_inside_a_line(draft: Draft) -> None:
    """An abstract is about RIS."""
    place = long_place(draft)
    mark = next(known_marks(draft.lines[place], draft.marker.marks), None)
    if mark is not None:
        draft.markup_like.add(draft.marker.marks[mark].value)
        head, _, tail = draft.lines[place].rpartition(" ")
        sign = draft.random.choice(["the tag TY - and", "from AU - to ED -", "between ER - and"])
        draft.lines[place] = f"{head} {sign} {tail}"


def _add_line(draft: Draft, start: str) -> None:
    """Adds a line to an abstract that goes over several."""
    place = draft.random.choice(places(draft, "AB", "N2") or [0])
    mark = next(known_marks(draft.lines[place], draft.marker.marks), None)
    if mark is not None:
        draft.markup_like.add(draft.marker.marks[mark].value)
        line = draft.lines[place]
        words = line.split(" ")
        half = max(len(words) // 2, 3)
        added = f"{start} {draft.beside(mark)} {' '.join(words[half:])}"
        middle = f"and {draft.beside(mark)} with the other citizens"
        draft.lines[place : place + 1] = [" ".join(words[:half]), middle, added, f"in care {draft.beside(mark)}"]


@KINDS.of("text")
def tag_of_no_specification(draft: Draft) -> None:
    """A program has tags of its own, of two letters or of four."""
    place = some_place(draft)
    if place:
        mark = next(known_marks(draft.lines[place], draft.marker.marks), None)
        if mark is not None:
            tag = draft.random.choice(["XX  - ", "ZZ  - ", "Q9  - "])
            draft.lines.insert(place, f"{tag}{draft.outside()} of our own")


@KINDS.of("text")
def tags_of_medline(draft: Draft) -> None:
    """A converter left lines of another format in the record."""
    place = some_place(draft, "ER")
    tag = draft.random.choice(["PMID- ", "OWN - ", "STAT- ", "LID - "])
    draft.lines.insert(place, f"{tag}{draft.outside()}")
