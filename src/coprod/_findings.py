"""The findings that an abstract states.

In: a Paper, or a labelled section of a text. Out: `Finding`s, or `Statement`s with the place of each in the text, so
that a reader can trace them. A structured abstract gives every sentence of its results, and of its other sections
those whose wording or label says so; one without structure gives those whose wording does. Nothing raises.
"""

import functools
import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from coprod.models import Finding, Paper, Section, SourceRef

if TYPE_CHECKING:
    from coprod.text.quantities import Found


_HEADING: Final = re.compile(
    r"\s*+(?:(?:Abstract|ABSTRACT|Summary|SUMMARY)(?:[:.]\s*+|[^\S\n]*+\n\s*+)(?=\S)|"
    r"(?:Abstract|ABSTRACT)\s++(?=[A-Z][\w'’-]*+,? [a-z0-9]))"
)
"""The heading of an abstract: with a colon or on a line of its own, or before a capital that begins a sentence."""


_START: Final = attrgetter("start")


class Statement(NamedTuple):
    """A sentence that states a finding, and where it stands in the text of its section."""

    start: int
    end: int
    kind: str
    """result, interpretation, contribution, implication, recommendation or limitation."""
    quantities: "tuple[Found, ...]"
    """Its numbers, with their places in the text of the section."""


def findings(paper: Paper) -> tuple[Finding, ...]:
    """The findings that the abstract of a paper states, in order.

    Examples:
        >>> from coprod import Abstract, Paper
        >>> text = "AIM: We ask how many citizens read. RESULTS: Most of them read. They like it."
        >>> [finding.statement for finding in findings(Paper(abstract=Abstract(text=text)))]
        ['Most of them read.', 'They like it.']
    """
    abstract = paper.abstract
    if abstract is None:
        return ()
    from coprod.text.abstracts import sections_of

    sections = abstract.sections or sections_of(abstract.text) or (Section(text=abstract.text),)
    return findings_in(sections, paper=paper.id, source=paper.source)


def findings_in(sections: Iterable[Section], *, paper: str | None, source: SourceRef | None) -> tuple[Finding, ...]:
    """The findings that the sections of a text state, in order.

    Args:
        sections: Sections of an abstract or a summary.
        paper: `id` of the paper that the text is about.
        source: Where the text stands.

    Examples:
        >>> section = Section(label="Findings", category="RESULTS", text="Trust rose. Did it last?")
        >>> [(finding.statement, finding.kind) for finding in findings_in([section], paper=None, source=None)]
        [('Trust rose.', 'result')]
    """
    ids = FindingIds(paper)
    return tuple(
        Finding(
            id=ids.next(section.label, section.text[statement.start : statement.end]),
            statement=section.text[statement.start : statement.end],
            kind=statement.kind,
            category=section.category,
            section=section.label,
            quantities=tuple(found.quantity for found in statement.quantities),
            paper=paper,
            source=source,
        )
        for section in sections
        for statement in statements_of(section.label, section.category, section.text)
    )


class FindingIds:
    """Makes the ids of the findings of one paper: a short hash of what they say, and a rank among equal ones.

    Examples:
        >>> ids = FindingIds("38df427fb60b")
        >>> [ids.next("Findings", "Trust rose.") for _ in range(2)]
        ['cc56d120e6c5', 'cc56d120e6c5-2']
    """

    def __init__(self, paper: str | None) -> None:
        self._paper = paper
        self._seen: dict[str, int] = {}

    def next(self, label: str | None, statement: str) -> str:
        """The id of the next finding."""
        text = "\x1f".join((self._paper or "", label or "", statement))
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        rank = self._seen[digest] = self._seen.get(digest, 0) + 1
        return digest if rank == 1 else f"{digest}-{rank}"


def statements_of(
    section_label: str | None, category: str | None, text: str, numbers: "Sequence[Found] | None" = None
) -> list[Statement]:
    """The statements of a section, in order.

    Args:
        section_label: Label as printed; None for a text without sections.
        category: Its category; None for a text without sections.
        text: Text of the section; the places count from its begin.
        numbers: The quantities of the text, if they are known.

    Examples:
        >>> [(found.start, found.end, found.kind) for found in statements_of("Findings", "RESULTS", "Trust rose. Why?")]
        [(0, 11, 'result')]
    """
    return list(_statements(section_label, category, text, numbers))


def _statements(
    label: str | None, category: str | None, text: str, numbers: "Sequence[Found] | None"
) -> Iterator[Statement]:
    without_notices, sentences, is_prose, kind_of, speaks_of_paper = _rules()
    places = [
        (_behind_heading(text, end) if begin == 0 and label is None else begin, end) for begin, end in sentences(text)
    ]
    said = [text[start:end] for start, end in places]
    asks_for_paper, behind_paper = is_prose(category), False
    for (start, end), sentence in zip(places[: without_notices(said)], said, strict=False):
        kind = kind_of(sentence, category, label, behind_paper=behind_paper)
        behind_paper = asks_for_paper and speaks_of_paper(sentence, behind_paper=behind_paper)
        if kind is not None:
            yield Statement(
                start, end, kind, _read(sentence, start) if numbers is None else _between(numbers, start, end)
            )


class _Rules(NamedTuple):
    """What tells statements from other sentences; it is imported only where a text is read."""

    without_notices: Callable[[Sequence[str]], int]
    sentences: Callable[[str], list[tuple[int, int]]]
    is_prose: Callable[[str | None], bool]
    kind_of: Callable[..., str | None]
    speaks_of_paper: Callable[..., bool]


@functools.cache
def _rules() -> _Rules:
    from coprod.text.notices import without_notices
    from coprod.text.sentences import sentences
    from coprod.text.statements import is_prose, kind_of, speaks_of_paper

    return _Rules(without_notices, sentences, is_prose, kind_of, speaks_of_paper)


def _behind_heading(text: str, end: int) -> int:
    """Where the first sentence of an abstract begins, behind the word "Abstract" if it is plainly a heading.

    Examples:
        >>> _behind_heading("Abstract We find that trust rose.", 33), _behind_heading("Abstract art sells.", 19)
        (9, 0)
    """
    heading = _HEADING.match(text, 0, end)
    return 0 if heading is None else heading.end()


def _between(numbers: "Sequence[Found]", start: int, end: int) -> "tuple[Found, ...]":
    """Those of the quantities of a text that stand there."""
    if not numbers:
        return ()
    if start <= numbers[0].start and numbers[-1].end <= end:
        return tuple(numbers)
    first = bisect_left(numbers, start, key=_START)
    behind = bisect_left(numbers, end, first, key=_START)
    return tuple([found for found in numbers[first:behind] if found.end <= end])


def _read(sentence: str, start: int) -> "tuple[Found, ...]":
    """The quantities of a sentence that begins there."""
    from coprod.text.quantities import quantities_in

    return tuple([moved(found, start) for found in quantities_in(sentence)])


def moved(found: "Found", offset: int) -> "Found":
    """What was found in a sentence, with its places in the section."""
    if not offset:
        return found
    measures, of = _moved_span(found.measures, offset), _moved_span(found.of, offset)
    return found._replace(start=found.start + offset, end=found.end + offset, measures=measures, of=of)


def _moved_span(span: tuple[int, int] | None, offset: int) -> tuple[int, int] | None:
    return None if span is None else (span[0] + offset, span[1] + offset)
