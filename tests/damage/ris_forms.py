"""Damage to the tags of RIS files, and to what stands between them.

In: drafts. Out: `KINDS`, in the same form as those of `ris_lines`. Groups: `forms` (how tags are written), `text` (what
stands between).
"""

from typing import Final

from tests.damage.kinds import Kinds
from tests.damage.marks import known_marks
from tests.damage.ris_lines import WIDTH, is_tag, long_place, places, some_place
from tests.damage.variants import Draft

KINDS: Final = Kinds()


# Forms of tags ----------------------------------------------------------------------------------------


def _rewrite(draft: Draft, separator: str, *, before: str = "", behind: str = "", lower: bool = False) -> None:
    """Writes one tag, those of a record, or all tags in another form."""
    for place in _scope(draft):
        line = draft.lines[place]
        tag = line[:2].lower() if lower else line[:2]
        draft.lines[place] = f"{before}{tag}{separator}{line[WIDTH:]}{behind}"


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
