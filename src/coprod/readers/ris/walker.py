"""The careful way through a stretch of lines that is not a clean record.

In: a `Stretch`. Out: `RawRecord`s and `Diagnostic`s; every line that is not blank is in one of them.
Decides which lines are tags in another form, which go on from the line before, which stand outside any
record, and closes records that lack TY or ER. Nothing raises.
"""

import re
from typing import Final

from coprod.decoding import BOM
from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.readers.ris.forms import Form, Match, match_line, match_medline, table, unquoted
from coprod.readers.ris.joined import may_hold_more, pieces, without_signs
from coprod.readers.ris.judging import (
    damaged_from,
    glued_type,
    has_its_value,
    is_broken_tag,
    is_upper,
    stray,
)
from coprod.readers.ris.open_record import OpenRecord
from coprod.readers.ris.raw import RawRecord, Stretch, own_text
from coprod.readers.ris.vocabulary import (
    DESCRIBES,
    NAMES,
    NEVER_WRAPPED,
    ONCE,
    PARAGRAPHS,
    PROSE,
    TAGS,
    TITLES,
)

_HEADER: Final = re.compile(
    r"Record #[0-9]+ of [0-9]+$|[0-9]{1,6}\.\s*$|(?:Provider|Database): |Content: (?:text|application)/"
)
"""Lines that Cochrane, Ovid, JSTOR and APA put between records."""

_FOOTER: Final = "EF"
"""What Web of Science writes behind the last record: the end of the file."""

_CUT_TAG: Final = re.compile(r"[A-Z][A-Z0-9]?\s{0,2}$")
"""A tag that the end of the file cut."""

_BLANKS: Final = f" \t\u00a0{BOM}"


class Walker:
    """One stretch of lines, walked once."""

    def __init__(self, source: str, stretch: Stretch, form: Form) -> None:
        self._source = source
        self._first = stretch.first
        self._lines = stretch.lines
        self._last = stretch.last
        self._form = form
        self._heads = table(form)
        self._width = len(form.shown())
        self._out: list[RawRecord | Diagnostic] = []
        self._stray: tuple[int, int] | None = None
        self._medline: int | None = None
        self._doubt: tuple[int, int] | None = None
        self._joined = False
        self._column = 0
        self._end = 0
        self._reset(0)

    def _reset(self, begin: int) -> None:
        self._record = OpenRecord(begin, self._form.indent)
        self._blank = False

    def walk(self) -> list[RawRecord | Diagnostic]:
        """Everything that the stretch holds, in order."""
        for index, line in enumerate(self._lines):
            if not line or line.isspace() or self._is_quoted_blank(line):
                self._blank = True
            else:
                self._take_line(index, line)
                self._blank = False
        self._finish()
        return self._out

    # One line -------------------------------------------------------------------------------------

    def _is_quoted_blank(self, line: str) -> bool:
        """Whether a line holds nothing but the marks of quotation of its record."""
        return bool(self._record.indent) and not unquoted(line.strip(), self._record.indent)

    def _take_line(self, index: int, line: str) -> None:
        """One line, or the pieces of one that other lines were joined to."""
        whole = pieces(line, self._form) if self._medline is None else [(0, line)]
        if len(whole) > 1:
            self._tell("ris.glued", "warning", "a tag stands inside the line; read as if on a line of its own", index)
        for start, piece in whole:
            self._tell_inside(index, piece)
            self._joined = start > 0
            self._column, self._end = start, start + len(piece)
            self._take(index, piece)
        self._joined = False

    def _tell_inside(self, index: int, piece: str) -> None:
        """Tells of what looks like a tag inside a line and is not cut."""
        tag = may_hold_more(piece, self._form) if self._medline is None else None
        if tag is None:
            return
        own = match_line(piece)
        in_prose = own is None or own.tag in PROSE or tag not in TAGS
        if own is None or own.tag != "ER":
            severity: Severity = "info" if in_prose else "warning"
            self._tell("ris.tag-like-text", severity, "looks like a tag inside the line; read as text", index)

    def _take(self, index: int, line: str) -> None:
        match = self._match(index, line)
        if self._medline is not None and not self._leaves_medline(index, match):
            return
        if match is None or (match.tag == _FOOTER and self._is_outside()):
            self._text(index, line)
            return
        self._end_stray()
        self._end_doubt()
        value = line[match.start :].strip()
        if match.form.indent:
            value = unquoted(value.strip(_BLANKS), match.form.indent)
        if match.tag == "TY":
            self._open(index, without_signs(value))
            self._record.type_form = match.form
            self._record.indent = match.form.indent
        elif match.tag == "ER":
            self._close(index, value)
        else:
            self._tag(index, match.tag, value)

    def _match(self, index: int, line: str) -> Match | None:
        """The tag of a line: in the form of the file, of MEDLINE, or in another form where a tag can stand."""
        tag = self._look_up(line)
        if tag is not None:
            return Match(tag, self._width, self._form)
        if line.strip() == "ER" and self._is_end(index):
            self._tell("ris.other-form", "warning", "ER without its hyphen", index)
            return Match("ER", len(line), self._form)
        own = line.removeprefix(self._form.indent)
        medline = match_medline(own)
        if medline is not None and len(medline.tag) > 2:
            return Match(medline.tag, medline.start + len(line) - len(own), self._form)
        found = match_line(line)
        return None if found is None else self._match_other(index, line, found)

    def _match_other(self, index: int, line: str, found: Match) -> Match | None:
        """What looks like a tag in another form, if it is one."""
        fits = self._fits(line, found)
        if not fits and not is_upper(line, found):
            return None
        if fits and found.tag in TAGS and (self._is_known(found.form) or self._can_stand(index)):
            message = f"tag written {found.form.shown(found.tag)!r} where the file writes {self._form.shown()!r}"
            self._tell("ris.other-form", "warning", message, index)
            return found
        if not self._is_outside():
            self._end_doubt()
            self._doubt = (index, index)
        return None

    def _fits(self, line: str, found: Match) -> bool:
        """Whether a tag in another form can be one; a hyphen behind two spaces stands in no prose, in any case."""
        if found.tag in ("ER", "TY") or is_upper(line, found):
            return has_its_value(line, found)
        return found.form.is_sure

    def _is_known(self, form: Form) -> bool:
        """Whether a tag in this form can stand anywhere: no prose looks so, or the record has its TY in it."""
        return form.is_sure or form == self._record.type_form

    def _is_end(self, index: int) -> bool:
        """Whether a record ends on a line: TY, or nothing, is what follows."""
        following = next((line for line in self._lines[index + 1 : index + 12] if line.strip()), None)
        if following is None:
            return True
        found = match_line(following)
        return found is not None and found.tag == "TY"

    def _look_up(self, line: str) -> str | None:
        """The tag of a line in the form of the file."""
        return self._heads.get(line[: self._width].encode("utf-8", "surrogatepass"))

    def _can_stand(self, index: int) -> bool:
        """Not inside a wrapped value: no wrapped line before it, a tag or the end of the stretch behind it."""
        if self._record.wrapped and not self._blank:
            return False
        if self._record.tags and self._record.tags[-1] in NEVER_WRAPPED:
            return True
        for line in self._lines[index + 1 : index + 12]:
            if line and not line.isspace():
                return self._is_tag_like(line)
        return True

    def _is_tag_like(self, line: str) -> bool:
        if self._look_up(line) is not None or match_medline(line) is not None:
            return True
        found = match_line(line)
        return found is not None and found.tag in TAGS

    def _is_outside(self) -> bool:
        return self._record.type is None and not self._record.tags

    # What a line does -----------------------------------------------------------------------------

    def _open(self, index: int, value: str) -> None:
        if self._record.type is None and self._record.tags and not self._joined and self._goes_on(index):
            message = "tags before TY; they belong to its record, which has none of them"
            self._tell("ris.ty-not-first", "warning", message, self._record.begin, self._filled(index - 1))
        else:
            self._end_loose(index)
            self._reset(index)
            self._record.begin_column = self._column
        self._record.type = value
        self._record.type_index = index

    def _goes_on(self, index: int) -> bool:
        """Whether the record of a TY has what the tags before it lack, and lacks what they have."""
        behind: set[str] = set()
        for line in self._lines[index + 1 :]:
            tag = self._look_up(line)
            if tag in ("ER", "TY"):
                break
            if tag is not None:
                behind.add(tag)
        before = set(self._record.tags)
        together = before | behind
        if "PMID" in before:
            return False
        return not (before & behind & ONCE) and not DESCRIBES.isdisjoint(before) and not TITLES.isdisjoint(together)

    def _end_loose(self, index: int) -> None:
        """Ends what stands before a TY without an ER of its own."""
        if self._record.type is not None:
            last = index if self._joined else index - 1
            message = "no ER before the next TY; the record ends here"
            self._tell("ris.missing-er", "warning", message, self._filled(last))
            self._emit(last, self._column if self._joined else None)
        elif self._record.tags and not DESCRIBES.isdisjoint(self._record.tags):
            self._tell("ris.missing-ty", "warning", "tags without TY and ER; kept as a record", self._record.begin)
            self._emit(index if self._joined else index - 1, self._column if self._joined else None)
        elif self._record.tags:
            message = "tags outside a record, between ER and TY"
            last = index if self._joined else index - 1
            self._tell("ris.stray-tag", "warning", message, self._record.begin, self._filled(last))

    def _close(self, index: int, value: str) -> None:
        if self._is_outside():
            self._tell("ris.er-outside", "warning", "ER outside a record", index)
        else:
            if self._record.type is None:
                message = f"ER without TY; {len(self._record.tags)} tags kept as a record of unknown type"
                self._tell("ris.missing-ty", "warning", message, self._record.begin)
            self._emit(index, self._end)
        self._reset(index + 1)
        self._after_er(index, value)

    def _after_er(self, index: int, value: str) -> None:
        """Text on the line of ER: the next TY, or stray text."""
        if not value.strip(_BLANKS):
            return
        kind = glued_type(value)
        if kind is not None:
            self._tell("ris.glued", "warning", "TY on the line of ER; read as the next record", index)
            self._open(index, kind)
        else:
            self._tell("ris.stray-text", *stray([value], is_inside=False), index)

    def _tag(self, index: int, tag: str, value: str) -> None:
        if tag == "PMID" and self._record.type is None and "PMID" in self._record.tags:
            self._end_loose(index)
            self._reset(index)
            self._medline = index
            return
        if self._is_outside():
            self._record.begin, self._record.begin_column = index, self._column
        self._record.add(tag, value, index)

    def _text(self, index: int, line: str) -> None:
        """A line without a tag goes on from the one before, or stands outside."""
        text = unquoted(line.strip(), self._record.indent)
        if self._is_cut_tag(index, line):
            return
        broken = (
            bool(self._record.tags)
            and self._record.tags[-1] in NAMES
            and is_broken_tag(line.removeprefix(self._form.indent))
        )
        if not self._record.tags or broken or self._stray is not None or (self._blank and self._ends_value(text)):
            self._stray = (self._stray[0] if self._stray else index, index)
            return
        if self._doubt is not None:
            self._doubt = (self._doubt[0], index)
        elif (first := self._damaged_from(index, line)) is not None:
            self._doubt = (index + first, index)
        if self._blank:
            self._record.paragraph = index
        self._record.go_on(text, index)

    def _damaged_from(self, index: int, line: str) -> int | None:
        indent = self._form.indent
        above = self._lines[index - 1].removeprefix(indent) if index else ""
        return damaged_from(above, line.removeprefix(indent), in_prose=self._record.tags[-1] in PROSE)

    def _ends_value(self, text: str) -> bool:
        """Whether text behind a blank line does not belong to the tag before it."""
        return self._record.tags[-1] not in PARAGRAPHS or _HEADER.match(text) is not None

    def _is_cut_tag(self, index: int, line: str) -> bool:
        """The last line of the source, cut within a tag; `ris.cut` tells of it."""
        is_end = self._last and index == len(self._lines) - 1
        return is_end and not self._is_outside() and _CUT_TAG.match(line) is not None

    def _leaves_medline(self, index: int, match: Match | None) -> bool:
        """Whether a run of further MEDLINE records ends; if so, it is told."""
        if match is None or match.tag != "TY":
            return False
        self._end_medline(index - 1)
        return True

    # Ends -----------------------------------------------------------------------------------------

    def _end_medline(self, last: int) -> None:
        if self._medline is not None:
            records = sum(line.startswith("PMID") for line in self._lines[self._medline : last + 1])
            message = (
                f"{records} MEDLINE (nbib) records, which the RIS reader does not read; "
                "load them from a file of their own"
            )
            self._tell("ris.medline", "error", message, self._medline, self._filled(last))
            self._medline = None

    def _end_doubt(self) -> None:
        """Tells of text that begins like a tag, up to the next tag: what follows it may be part of it."""
        if self._doubt is not None:
            self._tell("ris.tag-like-text", "warning", "looks like a tag; read as text", *self._doubt)
            self._doubt = None

    def _end_stray(self) -> None:
        if self._stray is None:
            return
        first, last = self._stray
        severity, message = stray(self._lines[first : last + 1], is_inside=not self._is_outside())
        self._tell("ris.stray-text", severity, message, first, last)
        self._stray = None

    def _finish(self) -> None:
        self._end_stray()
        self._end_doubt()
        last = len(self._lines) - 1
        self._end_medline(last)
        if self._is_outside():
            return
        if not self._last:
            self._end_loose(last + 1)  # the next stretch begins with TY
            return
        if self._record.type is None and DESCRIBES.isdisjoint(self._record.tags):
            message = "tags outside a record, behind the last ER"
            self._tell("ris.stray-tag", "warning", message, self._record.begin, self._filled(last))
            return
        if self._record.type is None:
            self._tell("ris.missing-ty", "warning", "tags without TY; kept as a record", self._record.begin)
        if "PMID" not in self._record.tags or self._record.type is not None:
            message = "the source ends inside a record, without ER"
            self._tell("ris.cut", "error", message, self._record.paragraph or self._filled(last), self._filled(last))
        self._emit(last)

    def _filled(self, last: int) -> int:
        """Index of the last line up to that one that is not blank."""
        while last > self._record.begin and (not self._lines[last] or self._lines[last].isspace()):
            last -= 1
        return last

    def _emit(self, last: int, stop: int | None = None) -> None:
        """Gives the record up to a line, or up to a column of it."""
        shared = last
        last = self._filled(last)
        end = last if last > self._record.begin and self._match_er(last) else last + 1
        lines = self._lines[self._record.begin : end]
        for message, first, at in self._record.wrapped_values(self._lines):
            self._tell("ris.wrapped-value", "info", message, first, at)
        text = own_text(lines, self._record.begin_column, stop if end - 1 == shared else None)
        self._out.append(self._record.raw(self._first, last, text))

    def _match_er(self, index: int) -> bool:
        found = match_line(self._lines[index])
        return found is not None and found.tag == "ER"

    def _tell(self, code: str, severity: Severity, message: str, index: int, last: int | None = None) -> None:
        end = index if last is None else last
        text = "\n".join(self._lines[index : end + 1])
        line = self._first + index
        self._out.append(
            occurrence(code, severity, message, source=self._source, line=line, last=self._first + end, text=text)
        )
