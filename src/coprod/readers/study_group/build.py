"""From what was gathered to a `StudyGroup` with its trace.

In: the head of the page and a `Gathered`. Out: a filled draft. Only here values of the model are made.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from coprod.models import Citation, Item, Meeting, Period, StudyGroup, Topic
from coprod.readers.pages.blocks import Passage, joined
from coprod.readers.study_group.citations import citations_in
from coprod.readers.study_group.gathered import Gathered, Listed
from coprod.readers.study_group.header import Head
from coprod.readers.study_group.meetings import Told
from coprod.readers.study_group.same_meeting import Known, gathered

if TYPE_CHECKING:
    from coprod.readers.pages.draft import Draft


def fill(draft: "Draft[StudyGroup]", head: Head, found: Gathered) -> None:
    """Puts everything into the draft."""
    for field, passage in (("title", head.title), ("code", head.code), ("name", head.name), ("host", head.host)):
        if passage is not None and passage.text:
            draft.put(field, passage.text, passage)
    if found.aims:
        aim = joined(found.aims)
        draft.put("aim", aim.text, aim)
    for paragraph in found.background:
        draft.add("background", paragraph.text, paragraph)
    _topics(draft, found)
    for meeting in gathered(found.mentions):
        _meeting(draft, meeting)
    for field, items in (("plans", found.plans), ("outcomes", found.outcomes), ("publications", found.publications)):
        _items(draft, field, items)
    _periods(draft, found)
    _participation(draft, found)
    _people(draft, found)
    _citations(draft, found)
    if found.founded is not None:
        draft.put("founded", *found.founded)


def _topics(draft: "Draft[StudyGroup]", found: Gathered) -> None:
    for told in found.topics:
        questions = list(told.questions())
        title = told.title if told.title is not None and told.title.text else None
        path = draft.add(
            "topics",
            Topic(
                number=told.ordinal,
                title=title.text if title is not None else None,
                text=tuple(paragraph.text for paragraph in told.text),
                questions=tuple(question.text for question in questions),
            ),
            None,
            number=told.number,
            title=title,
        )
        for index, paragraph in enumerate(told.text):
            draft.follow(f"{path}.text[{index}]", paragraph)
        for index, question in enumerate(questions):
            draft.follow(f"{path}.questions[{index}]", question)


def _meeting(draft: "Draft[StudyGroup]", meeting: Known) -> None:
    """One meeting of all that is told of it: the most exact date; held, if anything says so."""
    known, mentions = meeting.summed, meeting.mentions
    with_status = None
    if not any(told.called_off for told in mentions):
        with_status = _first_of_status(mentions, "held") or _first_of_status(mentions, "planned")
    draft.add(
        "meetings",
        Meeting(
            ordinal=known.ordinal[0] if known.ordinal is not None else None,
            date=known.date[0],
            city=known.city.text if known.city is not None else None,
            country=known.country.text if known.country is not None else None,
            status=with_status.status if with_status is not None else None,
            text=known.text.text,
        ),
        joined({told.text.cuts: told.text for told in mentions}.values()),
        ordinal=known.ordinal[1] if known.ordinal is not None else None,
        date=known.date[1],
        city=known.city,
        country=known.country,
        status=with_status.text if with_status is not None else None,
        text=known.text,
    )


def _first_of_status(mentions: Iterable[Told], status: str) -> Told | None:
    for told in mentions:
        if told.status == status:
            return told
    return None


def _items(draft: "Draft[StudyGroup]", field: str, items: Iterable[Listed]) -> None:
    for item in items:
        draft.add(field, Item(marker=item.ordinal, text=item.text.text), None, marker=item.marker, text=item.text)


def _periods(draft: "Draft[StudyGroup]", found: Gathered) -> None:
    for span in found.periods:
        label, heading = span.part.label, span.part.heading
        draft.add(
            "periods",
            Period(
                label=label.text if label is not None else None,
                start=heading.start,
                end=heading.end,
                text=span.text.text if span.text is not None else None,
            ),
            None,
            label=label,
            text=span.text,
            start=label.find(str(heading.start)) if label is not None else None,
            end=_end_in(label, heading.end) if label is not None and heading.end is not None else None,
        )


def _end_in(label: Passage, year: int) -> Passage | None:
    """Where the last year stands: in four digits, or in two, `2013-15`."""
    return label.find(str(year)) or label.find(str(year)[2:], label.text.find(str(year)[:2]) + 4)


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


def _people(draft: "Draft[StudyGroup]", found: Gathered) -> None:
    seen: dict[tuple[str, str | None], int] = {}
    for person in found.people:
        name = person.built()
        key = (name.literal, name.role and name.role.lower())
        if key in seen and name.affiliation is None:
            continue
        seen[key] = len(seen)
        draft.add("people", name, None, literal=person.name, affiliation=person.affiliation, role=person.role_from)


def _citations(draft: "Draft[StudyGroup]", found: Gathered) -> None:
    if not found.cited:
        return
    taken: dict[int, list[tuple[int, int]]] = {}
    for cut in (cut for told in found.mentions for cut in told.place_and_date()):
        taken.setdefault(id(cut.block), []).append((cut.start, cut.end))
    for spans in taken.values():
        spans.sort()
    for paragraph in found.cited:
        for cited in citations_in(paragraph.text):
            text = paragraph.part(cited.start, cited.end)
            if any(_overlaps(taken.get(id(cut.block), []), cut.start, cut.end) for cut in text.cuts):
                continue
            authors = [paragraph.part(*author) for author in cited.authors]
            if cited.apart is not None:
                text = joined([paragraph.part(*cited.apart), text], " ")
            year = paragraph.part(*cited.year)
            names = (*(author.text for author in authors), *(("et al.",) if cited.et_al else ()))
            path = draft.add(
                "citations", Citation(text=text.text, authors=names, year=int(year.text[:4])), text, text=text,
                year=year.part(0, 4),
            )  # fmt: skip
            for index, author in enumerate(authors):
                draft.follow(f"{path}.authors[{index}]", author)


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch meets one of the sorted spans, which do not overlap."""
    index = bisect_left(spans, (end, 0)) - 1
    return index >= 0 and spans[index][1] > start
