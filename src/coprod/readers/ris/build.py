"""Raw records to Papers.

In: `RawRecord`s. Out: a `Paper` each, and what was odd about its values. Each group of fields has a function that
takes the values of its tags; the tags that are left go to `extra`. Nothing raises.
"""

from array import array
from collections.abc import Iterator
from typing import Any

from coprod.diagnostics import Diagnostic, occurrence
from coprod.models import FrozenMapping, Paper, SourceRef
from coprod.models._base import as_record
from coprod.readers.ris.draft import Draft
from coprod.readers.ris.forms import STANDARD, Form
from coprod.readers.ris.identity import fill_accession, fill_doi, fill_pubmed, fill_serials, fill_urls
from coprod.readers.ris.issuance import Containers, Dates, fill_numbers
from coprod.readers.ris.meanings import Plan, plan
from coprod.readers.ris.people import People
from coprod.readers.ris.placeholders import set_aside
from coprod.readers.ris.raw import READER, RawRecord, record_id
from coprod.readers.ris.references import resolve, tell_resolved
from coprod.readers.ris.texts import fill_abstract, fill_genre, fill_keywords, fill_notes, fill_titles
from coprod.readers.ris.usual import StoredPaper, StoredRef, Usual
from coprod.readers.ris.vocabulary import TAGS


class Builder:
    """Makes the Papers of one source; remembers names, dates and numbers that it has read.

    Attributes:
        usual: Makes the Paper of a usual `Candidate`.
        odd: Diagnostics about the record that `paper` built last.
    """

    def __init__(self, source: str, *, repair: bool = True, form: Form = STANDARD) -> None:
        self._source = source
        self._form = form
        self._repair = repair
        self._people = People()
        self._dates = Dates()
        self._containers = Containers()
        self.usual: Usual = Usual(source, self._containers, form)
        self._unknown: dict[str, tuple[array[int], str]] = {}
        self.odd: list[Diagnostic] = []

    def paper(self, raw: RawRecord) -> Paper:
        """The Paper of any record; `odd` has what was odd."""
        source = as_record(StoredRef(self._source, READER, raw.first_line, raw.last_line), SourceRef)
        fields = self._carefully(raw, plan(raw.type or ""))
        return as_record(StoredPaper(id=record_id(raw.text), source=source, **fields), Paper)

    def _carefully(self, raw: RawRecord, meaning: Plan) -> dict[str, Any]:
        """The fields of any record, without id and source."""
        draft = Draft(raw, meaning, self._source, self._form)
        set_aside(draft)
        if self._repair and b"&" in raw.text:
            resolve(draft)
        self._fill(draft)
        if draft.resolved:
            tell_resolved(draft)
        fields = draft.fields
        if draft.values:
            if not TAGS.issuperset(draft.values):
                self._note_unknown(draft)
            fields["extra"] = _extra(draft)
        else:
            extra = draft.extra
            if extra:
                fields["extra"] = FrozenMapping(extra)
        self.odd = draft.told
        return fields

    def _fill(self, draft: Draft) -> None:
        """Every group of fields in turn; the DOI stands before what might be one (notes, genre)."""
        if draft.plan.csl is not None:
            draft.fields["type"] = draft.plan.csl
        elif draft.raw.type:
            _keep_type(draft, draft.raw.type)
        if not draft.values:
            return
        fill_titles(draft, repair=self._repair)
        self._people.fill(draft)
        self._dates.fill(draft)
        self._containers.fill(draft)
        fill_numbers(draft)
        fill_doi(draft)
        fill_serials(draft)
        fill_pubmed(draft)
        fill_accession(draft)
        fill_urls(draft, repair=self._repair)
        fill_abstract(draft, repair=self._repair)
        fill_notes(draft)
        fill_keywords(draft)
        fill_genre(draft)

    def _note_unknown(self, draft: Draft) -> None:
        """Remembers the lines of tags that the specifications do not have."""
        raw = draft.raw
        for tag in draft.values.keys() - TAGS:
            place = raw.tags.index(tag)
            lines, _text = self._unknown.setdefault(tag, (array("Q"), self._form.shown(tag) + raw.values[place]))
            lines.append(raw.line_of(place))

    def unknown_tags(self) -> Iterator[Diagnostic]:
        """One diagnostic for each tag that the specifications do not have."""
        for tag, (lines, text) in self._unknown.items():
            first = occurrence(
                "ris.unknown-tag",
                "info",
                f"{tag} is in neither specification; kept in extra",
                source=self._source,
                line=lines[0],
                text=text,
                field=f"extra.{tag}",
            )
            yield first if len(lines) == 1 else _repeated(first, lines)


def _repeated(first: Diagnostic, lines: "array[int]") -> Diagnostic:
    ranges = tuple((line, line) for line in lines)
    return Diagnostic(
        code=first.code,
        severity=first.severity,
        message=first.message,
        source=first.source,
        line=first.line,
        field=first.field,
        text=first.text,
        count=len(ranges),
        lines=ranges,
    )


def _keep_type(draft: Draft, kind: str) -> None:
    draft.keep("TY", kind)
    message = "type of reference in neither specification; kept in extra"
    draft.tell("ris.unknown-type", "info", message, "TY", kind, field="type")


def _extra(draft: Draft) -> FrozenMapping[str, tuple[str, ...]]:
    """What was kept, and what nobody took."""
    extra = draft.extra
    if not extra:
        return FrozenMapping(draft.values)
    for tag, values in draft.values.items():
        extra[tag] = tuple(dict.fromkeys(extra[tag] + values)) if tag in extra else values
    return FrozenMapping(extra)
