"""From what was gathered to a `StudyGroup` with its trace.

In: the head of the page and a `Gathered`. Out: a filled draft, and the passages that it came from. Only here values of
the model are made.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from coprod.models import Citation, Item, Meeting, Period, StudyGroup, Topic
from coprod.readers.pages.blocks import Passage, joined
from coprod.readers.study_group import traces
from coprod.readers.study_group.citations import Cited, citations_in
from coprod.readers.study_group.gathered import Gathered, Listed, Span
from coprod.readers.study_group.header import Head
from coprod.readers.study_group.people import Person
from coprod.readers.study_group.same_meeting import Known, gathered
from coprod.readers.study_group.topics import Told
from coprod.readers.study_group.traces import Basis, Parts, Quoted

if TYPE_CHECKING:
    from coprod.readers.pages.draft import Draft

T = TypeVar("T")


def fill(draft: "Draft[StudyGroup]", head: Head, found: Gathered) -> Basis:
    """Puts everything into the draft; gives what it came from."""
    for field, passage in (("title", head.title), ("code", head.code), ("name", head.name), ("host", head.host)):
        if passage is not None and passage.text:
            draft.put(field, passage.text, passage)
    if found.aims:
        aim = joined(found.aims)
        draft.put("aim", aim.text, aim)
    basis = Basis([], gathered(found.mentions))
    _put_all(draft, "background", found.background, _text, traces.of_paragraph)
    basis.passages.extend(found.background)
    _put_all(draft, "topics", found.topics, _topic, traces.of_topic)
    basis.passages.extend(_passages_of_topics(found.topics))
    _put_all(draft, "meetings", basis.meetings, _meeting, traces.of_meeting)
    for field, items in (("plans", found.plans), ("outcomes", found.outcomes), ("publications", found.publications)):
        _put_all(draft, field, items, _item, traces.of_item)
        basis.passages.extend(_all_passages(items, traces.of_item))
    _put_all(draft, "periods", found.periods, _period, traces.of_period)
    basis.passages.extend(_all_passages(found.periods, traces.of_period))
    _participation(draft, found)
    people = _without_same(found.people)
    _put_all(draft, "people", people, Person.built, traces.of_person)
    basis.passages.extend(_all_passages(people, traces.of_person))
    cited = _citations(found)
    _put_all(draft, "citations", cited, _citation, traces.of_citation)
    basis.passages.extend(one.text for one in cited)
    if found.founded is not None:
        draft.put("founded", *found.founded)
    return basis


def _put_all(
    draft: "Draft[StudyGroup]",
    field: str,
    things: Sequence[T],
    value: Callable[[T], object],
    parts: Callable[[T], Parts],
) -> None:
    """The values of a field that are made of these things, and where each came from."""
    draft.items[field].extend(map(value, things))
    draft.trace.later(traces.with_paths, field, parts, things)


def _all_passages(things: Iterable[T], parts: Callable[[T], Parts]) -> Iterator[Passage]:
    return (passage for thing in things for _part, passage in parts(thing) if passage is not None)


def _passages_of_topics(topics: Iterable[Told]) -> Iterator[Passage]:
    """What topics came from; their questions stand in title and text."""
    for told in topics:
        if told.number is not None:
            yield told.number
        if told.title:
            yield told.title
        yield from told.text


def _text(paragraph: Passage) -> str:
    return paragraph.text


def _topic(told: Told) -> Topic:
    return Topic(
        number=told.ordinal,
        title=told.title.text if told.title else None,
        text=tuple([paragraph.text for paragraph in told.text]),
        questions=tuple([question.text for question in told.questions()]),
    )


def _meeting(meeting: Known) -> Meeting:
    """One meeting of all that is told of it: the most exact date; held, if anything says so."""
    known, with_status = meeting.summed, traces.told_status(meeting)
    return Meeting(
        ordinal=known.ordinal[0] if known.ordinal is not None else None,
        date=known.date[0],
        city=known.city.text if known.city is not None else None,
        country=known.country.text if known.country is not None else None,
        status=with_status.status if with_status is not None else None,
        text=known.text.text,
    )


def _item(item: Listed) -> Item:
    return Item(marker=item.ordinal, text=item.text.text)


def _period(span: Span) -> Period:
    label, heading = span.part.label, span.part.heading
    return Period(
        label=label.text if label is not None else None,
        start=heading.start,
        end=heading.end,
        text=span.text.text if span.text is not None else None,
    )


def _participation(draft: "Draft[StudyGroup]", found: Gathered) -> None:
    for quantity, place, said, sentence in found.participation:
        path = draft.add("participation", quantity, place, text=place)
        if said is None:
            measures = sentence.find(quantity.measures or "")
            draft.follow(path, measures=measures)
            continue
        for name, span in (("measures", said.measures), ("of", said.of)):
            if span is not None:
                draft.follow(f"{path}.{name}", sentence.part(*span))


def _without_same(people: Iterable[Person]) -> list[Person]:
    """The people without those who were named before in the same role, and of whom nothing more is said."""
    kept: list[Person] = []
    seen: set[tuple[str, str | None]] = set()
    for person in people:
        key = (person.name.text, person.role and person.role.lower())
        if key in seen and person.affiliation is None:
            continue
        seen.add(key)
        kept.append(person)
    return kept


def _citations(found: Gathered) -> list[Quoted]:
    """The citations of the paragraphs that may hold some, without what was read as place and date of a meeting."""
    cited = [(paragraph, one) for paragraph in found.cited for one in citations_in(paragraph.text)]
    taken = _taken_by_meetings(found) if cited else {}
    return [quoted for paragraph, one in cited if (quoted := _quoted(paragraph, one, taken)) is not None]


def _taken_by_meetings(found: Gathered) -> dict[int, list[tuple[int, int]]]:
    """The stretches of each block in which places and dates of meetings stand, in order."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for cut in (cut for told in found.mentions for cut in told.place_and_date()):
        taken.setdefault(id(cut.block), []).append((cut.start, cut.end))
    for spans in taken.values():
        spans.sort()
    return taken


def _quoted(paragraph: Passage, cited: Cited, taken: dict[int, list[tuple[int, int]]]) -> Quoted | None:
    text = paragraph.part(cited.start, cited.end)
    if taken and any(_overlaps(taken.get(id(cut.block), []), cut.start, cut.end) for cut in text.cuts):
        return None
    authors = [paragraph.part(*author) for author in cited.authors]
    if cited.apart is not None:
        text = joined([paragraph.part(*cited.apart), text], " ")
    return Quoted(text, paragraph.part(*cited.year).part(0, 4), authors, is_all=not cited.et_al)


def _citation(cited: Quoted) -> Citation:
    names = (*[author.text for author in cited.authors], *(() if cited.is_all else ("et al.",)))
    return Citation(text=cited.text.text, authors=names, year=int(cited.year.text))


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch meets one of the sorted spans, which do not overlap."""
    index = bisect_left(spans, (end, 0)) - 1
    return index >= 0 and spans[index][1] > start
