"""Where names stand: which of several in a value, and the parts of each.

In: the entries of a record, its names and the path to one of them. Out: the stretch of the name or of a part of it.
A role is in no text: it leads to the tag that says it. What is not found gives None.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from coprod.models import Name, Paper, Span
from coprod.readers.ris.locate.entries import Entry, Hit, Trace, distinct
from coprod.readers.ris.meanings import plan
from coprod.readers.ris.people import MARK, name_in
from coprod.text.names import split_names

AUTHORS: Final = ("AU", "A1")
FIELDS: Final = frozenset(("authors", "editors", "contributors"))
"""Fields that hold names."""


def name_hits(trace: Trace, record: Paper, field: str) -> list[Hit | None]:
    """Where each of the names of a field stands; the record is looked through once for all.

    Of equal names, each stands where as many of its kind stand before it.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> from coprod.text.names import parse_name
        >>> record = Paper(authors=(parse_name("Elliot, T"), parse_name("Almenar, JB")))
        >>> trace = Trace("", "JOUR", (entry_of("AU", "Elliot, T; Almenar, JB"),), ())
        >>> [hit.start for hit in name_hits(trace, record, "authors")]
        [0, 11]
    """
    names: tuple[Name, ...] = getattr(record, field)
    known = trace.noted.get(field)
    if known is None or known[0] is not names:
        known = trace.noted[field] = (names, list(_hits(trace, field, names)))
    found: list[Hit | None] = known[1]
    return found


def _hits(trace: Trace, field: str, names: tuple[Name, ...]) -> Iterator[Hit | None]:
    standing: dict[tuple[str, ...], dict[str, list[Hit]]] = {}
    before: Counter[tuple[str, str | None]] = Counter()
    for name in names:
        tags = _tags(trace, field, name)
        if tags not in standing:
            standing[tags] = _by_text(trace, tags)
        hits = standing[tags].get(name.literal, ())
        yield hits[min(before[name.literal, name.role], len(hits) - 1)] if hits else None
        before[name.literal, name.role] += 1


def _by_text(trace: Trace, tags: tuple[str, ...]) -> dict[str, list[Hit]]:
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    for entry in trace.of(tags):
        for hit in _names_in(entry):
            found[hit.text].append(hit)
    return {text: distinct(hits) for text, hits in found.items()}


def _tags(trace: Trace, field: str, name: Name) -> tuple[str, ...]:
    """The tags that the names of a field come from; in a record of an edited book, the authors are editors."""
    if field == "authors":
        return AUTHORS
    wanted = name.role if field == "contributors" else "editor"
    tags = tuple(tag for tag, role in plan(trace.kind).roles if role == wanted)
    return (*AUTHORS, *tags) if field == "editors" else tags


def _names_in(entry: Entry) -> Iterator[Hit]:
    """The names in a value, each without the white space around it, and without the mark or the `et al.` behind it."""
    start = 0
    for piece in split_names(entry.value):
        name = piece.strip()
        first = entry.value.find(name, start)
        start = first + len(name)
        yield Hit(entry, first, start)
        text, _role = name_in(name)
        for part in split_names(text) if text != name else ():
            first = max(entry.value.find(part, first), 0)
            yield Hit(entry, first, first + len(part))


def part_hit(hit: Hit, name: Name, part: str) -> Hit | None:
    """Where a part of a name stands within it.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> from coprod.text.names import parse_name
        >>> hit = Hit(entry_of("AU", "Ran, Bing"), 0, 9)
        >>> part_hit(hit, parse_name("Ran, Bing"), "given").text
        'Bing'
    """
    value = getattr(name, part)
    if part == "literal":
        return hit
    if part == "family":
        return hit.within(0, len(value)) if hit.text.startswith(value) else None
    if part == "role":
        return _mark_hit(hit, name)
    behind = len(name.family or "")
    places = [place for place in _words(hit.text, value) if place >= behind] or [*_words(hit.text, value)]
    place = places[-1 if part == "suffix" else 0] if places else None
    return hit.within(place, place + len(value)) if place is not None else None


def _words(text: str, value: str) -> Iterator[int]:
    """Where a value stands in a text and is no part of a longer word."""
    place = text.find(value)
    while place >= 0:
        end = place + len(value)
        is_begin = place == 0 or not (text[place - 1].isalnum() and value[0].isalnum())
        is_end = end == len(text) or not (text[end].isalnum() and value[-1].isalnum())
        if is_begin and is_end:
            yield place
        place = text.find(value, place + 1)


def _mark_hit(hit: Hit, name: Name) -> Hit | None:
    """The `Ed.` or `(EDITOR)` behind a name; every other role is said by the tag."""
    behind = MARK.match(hit.entry.value, hit.end)
    if behind is not None and behind[1].lower() == name.role:
        return Hit(hit.entry, *behind.span(1))
    mark = hit.text.rpartition(",")[2].strip()
    if name.role != "editor" or not mark.strip("(").lower().startswith("ed"):
        return None
    return hit.within(len(hit.text) - len(mark), len(hit.text))


def tag_span(trace: Trace, hit: Hit) -> Span:
    """The tag of an entry itself.

    Examples:
        >>> from coprod.readers.ris.locate.entries import entry_of
        >>> tag_span(Trace("a.ris", "JOUR", (), ()), Hit(entry_of("A4", "Ran, Bing", line=7), 0, 9))
        Span(source='a.ris', line=7, start=0, end=2)
    """
    line, column = hit.entry.head
    return Span(source=trace.source, line=line, start=column, end=column + len(hit.entry.tag))
