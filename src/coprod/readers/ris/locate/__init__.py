"""From a field of a Paper, or of a Finding made from it, back to the lines and columns that its value came from.

In: a kept source, a record that was read from it, and a path. Out: spans; one for each line of a value that goes on
over several. A value is looked for in the tags of its field, in the order in which the reader trusts them, and what
is found is checked: word for word, else ignoring case and punctuation, else through the function that made it.
What can go wrong: `LookupError` for a path that is none, or a source that is not the record's.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from coprod.models import Finding, Paper, Span
from coprod.readers.paths import SAME, Step, steps_of, value_at
from coprod.readers.ris.locate import dates, names
from coprod.readers.ris.locate.entries import Hit, Trace, trace_of
from coprod.readers.ris.locate.fields import EXTRA, FIELDS, LAX, Field
from coprod.readers.ris.locate.sections import section_hit
from coprod.readers.ris.locate.statements import statement_hits
from coprod.readers.ris.locate.tables import places_of, ranks_of

if TYPE_CHECKING:
    from coprod.document import Kept

_SECTIONS = ("abstract", "sections")
_WHOLE_RECORD = frozenset(("id", "source"))
"""Fields that come from all lines of a record."""


def locate(kept: "Kept", record: Paper | Finding, path: str) -> tuple[Span, ...]:
    r"""The spans that the value at a path came from.

    Args:
        kept: The source that the record was read from.
        record: A Paper of the RIS reader, or a Finding that `coprod.findings` made of one.
        path: A field, or a part of one: `"doi"`, `"authors[1].family"`, `"extra.DB[0]"`.

    Returns:
        The spans in the order of the value; `()` if the value is None or `()`.

    Raises:
        LookupError: The path is none that the record has, or the lines of the source are not those of the record.

    Examples:
        >>> from coprod.decoding import Encoding
        >>> from coprod.document import Kept
        >>> import coprod
        >>> text = "TY  - JOUR\nDO  - https://doi.org/10.1000/XYZ\nER  - "
        >>> locate(Kept(text, Encoding("utf-8", 0, True), text), coprod.loads(text).papers[0], "doi")
        (Span(source='<string>', line=2, start=22, end=33),)
    """
    if isinstance(record, Finding):
        return _finding_spans(kept, record, steps_of(path))
    paths = [steps_of(same) for same in SAME.get(path, (path,))]
    values = [(steps, value_at(record, steps)) for steps in paths]
    trace = trace_of(kept, record)
    spans = [span for steps, value in values for span in _spans(trace, record, steps, value)]
    return tuple(dict.fromkeys(spans))


def _finding_spans(kept: "Kept", finding: Finding, steps: tuple[Step, ...]) -> tuple[Span, ...]:
    """The spans of a value of a Finding; what names the Finding or its paper comes from the whole record."""
    value = value_at(finding, steps)
    if value is None or value == ():
        return ()
    trace = trace_of(kept, Paper(id=finding.paper, source=finding.source))
    if steps[0] in _WHOLE_RECORD or steps[0] == "paper":
        return trace.lines
    spans = [span for hit in statement_hits(trace, finding, steps) for span in hit.spans(trace.source)]
    return tuple(dict.fromkeys(spans))


def _spans(trace: Trace, record: Paper, steps: tuple[Step, ...], value: Any) -> Iterator[Span]:
    """The spans of a value; those of its items for a tuple or a mapping."""
    if value is None:
        return
    if steps[0] in _WHOLE_RECORD:
        yield from trace.lines
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _spans(trace, record, (*steps, key), item)
    elif steps[:2] == _SECTIONS and len(steps) > 2:
        yield from _section_spans(trace, record, steps)
    elif steps[0] in names.FIELDS:
        yield from _name_spans(trace, record, steps)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _spans(trace, record, (*steps, index), item)
    else:
        for hit in _hits(trace, record, steps, value):
            yield from hit.spans(trace.source)


def _section_spans(trace: Trace, record: Paper, steps: tuple[Step, ...]) -> Iterator[Span]:
    """The spans of a section of the abstract, or of its label or text; a category is said by the label."""
    _abstract, _sections, index, *parts = steps
    part = str(parts[0]) if parts else None
    for hit in _hits(trace, record, _SECTIONS[:1], record.abstract):
        found = section_hit(hit.entry, record.abstract, int(index), part) if record.abstract is not None else None
        yield from (found or hit).spans(trace.source)


def _name_spans(trace: Trace, record: Paper, steps: tuple[Step, ...]) -> Iterator[Span]:
    """The spans of all names, of one or of a part of it; a role that no word says is said by the tag."""
    field, *rest = steps
    hits = names.name_hits(trace, record, str(field))
    if not rest:
        for hit, name in zip(hits, value_at(record, steps), strict=True):
            yield from (hit or _lax_hit(trace, (), name.literal)).spans(trace.source)
        return
    index, *parts = rest
    name = value_at(record, (field, index))
    hit = hits[int(index)] or _lax_hit(trace, (), name.literal)
    part = str(parts[0]) if parts else "literal"
    found = names.part_hit(hit, name, part)
    if found is None and part == "role":
        yield names.tag_span(trace, hit)
    else:
        yield from (found or hit).spans(trace.source)


def _hits(trace: Trace, record: Paper, steps: tuple[Step, ...], value: Any) -> list[Hit]:
    """The places of a text or a date."""
    text = str(value)
    if steps[0] == "issued" and record.issued is not None:
        found = dates.date_hits(trace, record.issued, tuple(map(str, steps[1:])), value)
        return found or [_lax_hit(trace, (), text)]
    field = Field((str(steps[1]),), EXTRA) if steps[0] == "extra" else FIELDS.get(str(steps[0]), Field(()))
    hits = places_of(trace, field.tags, field.ways).hits(text)
    if not hits:
        return [_lax_hit(trace, field.tags, text)]
    return [hits[min(_equal_before(trace, record, steps), len(hits) - 1)]]


def _equal_before(trace: Trace, record: Paper, steps: tuple[Step, ...]) -> int:
    """How many items before an item of a tuple are equal to it."""
    *above, index = steps
    if not isinstance(index, int):
        return 0
    return ranks_of(trace, tuple(above), value_at(record, tuple(above)))[index]


def _lax_hit(trace: Trace, tags: tuple[str, ...], text: str) -> Hit:
    """Where the text stands in any form, in the tags of the field or else in any tag.

    Raises:
        LookupError: It stands nowhere in the record.
    """
    found = places_of(trace, tags, LAX).first(text) or places_of(trace, None, LAX).first(text)
    if found is None:
        raise LookupError(f"{text!r} stands nowhere in the lines of the record")
    return found


__all__ = ["locate"]
