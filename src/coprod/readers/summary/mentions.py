"""A paper as a line mentions it: what a program says before its summary, and a citation.

In: a passage. Out: the passages of title, names, year, journal and DOI, and what is none of them. A line is read only
if it has the form: the title stands in quotation marks or in emphasis behind the words that announce a summary, or
between the year in brackets and the journal.
"""

import re
from typing import Final, NamedTuple

from coprod.readers.pages.blocks import NOTHING, Passage, joined
from coprod.readers.pages.names import names_in
from coprod.readers.summary.people import are_persons
from coprod.readers.summary.titles import may_be_title
from coprod.text._words import word_set
from coprod.text.identifiers import find_doi_span

YEAR: Final = r"(?:1[89]|20)[0-9]{2}"

_ANNOUNCED: Final = re.compile(
    r"[#*_>\s]{0,6}(?:(?:sure|certainly|of course|absolutely|okay|ok|great|yes)[!,.:]?\s(?:[–—-]\s)?)?"
    r"(?:(?:here['’]s|here is|below is|this is|the following is)\s)?(?:(?:an?|the|my|your)\s)?"
    r"(?:(?:brief|short|concise|structured|detailed|quick|clear|comprehensive|plain[- ]language|simple|research|paper|"
    r"article)\s){0,3}(?:summary|overview|breakdown|digest)"
    r"(?:\s(?:of|for)(?:\s(?:the|this|your))?(?:\s(?:research|scientific|journal))?"
    r"(?:\s(?:article|paper|study|publication|preprint|report))?(?:\s(?:titled|entitled|called))?)?[:,]?\s",
    re.IGNORECASE,
)
"""Words that announce a summary, and nothing else."""

FIRST_WORDS: Final = word_set(
    "a absolutely an article below breakdown brief certainly clear comprehensive concise detailed digest",
    "following great here my of ok okay overview paper plain quick research short simple structured summary",
    "sure the this yes your",
)
"""Words that they can begin with, in small letters."""

_TITLE: Final = re.compile(
    r"(?P<mark>[*_]{0,3})(?:\"(?P<a>[^\"]{3,350})\"|“(?P<b>[^“”]{3,350})”|„(?P<c>[^„“”]{3,350})[“”]|"
    r"«(?P<d>[^«»]{3,350})»|‘(?P<e>[^‘]{3,350}?)’(?!\w)|(?<=[*_])(?P<f>[^\s*_\"“„«‘][^*_]{2,350}))(?P=mark)(?!\w)"
)
"""A title in quotation marks, in emphasis, or in both."""

_BEFORE_DOI: Final = re.compile(r"[,;.]?\s?(?:https?://(?:dx\.)?doi\.org/|doi\s?:?\s?)?\Z", re.IGNORECASE)

_BEHIND_TITLE: Final = re.compile(
    rf",?\s?(?:\((?P<cited>[^():;0-9]{{2,300}}?)[,;]?\s(?P<year>{YEAR})[a-z]?"
    r"(?:[,;]\s(?P<journal>[^(),;0-9][^(),;]{1,100}))?[,;]?\s?\)|"
    rf"(?:written )?by (?P<names>[^():;0-9]{{3,600}}?)(?:,?\s\((?P<dated>{YEAR})\))?)?"
    rf"(?P<where>,?\s(?P<sure>published )?in (?P<around>[*_]{{0,2}})(?P<place>[^(),:;*_0-9]{{3,100}}?)(?P=around)"
    rf"(?:,?\s\(?(?P<printed>{YEAR})\)?)?)?"
    r"[\s*_]*[.:!…]?[\s*_]*"
)
_CITED: Final = re.compile(
    rf"(?P<names>[^()0-9]{{2,600}}?),?\s\((?P<year>{YEAR})[a-z]?(?:,\s[\w ]{{1,20}})?\)[.,:]?\s"
    r"(?P<title>[^\s.?!](?:[^.!]|[.!](?!\s|\Z)){1,350}?)(?:[.!]|(?<=\?)|\Z)"
    r"(?:\s(?P<journal>[^\s.](?:[^.]|\.(?!\s|\Z)){1,150}))?\.?"
)
VOLUME: Final = re.compile(
    rf"(?:,\s(?:vol\.?\s)?|\svol\.?\s|\s(?=[0-9]{{1,4}}\s?[(,:]))(?!{YEAR}\Z)"
    r"([0-9]{1,4})(?:\s?\(([0-9]{1,4}(?:[–/-][0-9]{1,4})?)\))?"
    r"(?:\s?[,:]\s?(?:pp?\.?\s?)?([0-9]{1,6})\s?[–-]\s?([0-9]{1,6}))?\.?\Z",
    re.IGNORECASE,
)
"""Volume, issue, first and last page behind the name of a journal."""

_WORDS: Final = re.compile(r"[^\W_]")
_AROUND: Final = '*_"“”'
_SHORTEST_TITLE: Final = 3
"""Words, of a title that begins with a small letter."""

_LONGEST_SMALL: Final = 4
"""Letters of words that have no capital in the name of a journal."""


class Mention(NamedTuple):
    """What a line says of a paper; no text where it says nothing of it."""

    title: Passage = NOTHING
    names: Passage = NOTHING
    year: Passage = NOTHING
    journal: Passage = NOTHING
    doi: Passage = NOTHING
    rest: Passage = NOTHING
    """What was not understood."""


def announced(line: Passage) -> Mention | None:
    """The paper that a line announces a summary of; None if it does not have this form.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> line = 'Here is a short summary of "Who rows" (Costa & Dahl, 2020, doi:10.1000/row):'
        >>> found = announced(Block([Piece(line, 1, 0)]).passage())
        >>> found.title.text, found.names.text, found.year.text, found.doi.text
        ('Who rows', 'Costa & Dahl', '2020', '10.1000/row')
    """
    opening = _ANNOUNCED.match(line.text)
    found = _TITLE.match(line.text, opening.end()) if opening is not None else None
    if found is None:
        return None
    group = next(name for name in "abcdef" if found[name] is not None)
    title = line.part(*found.span(group)).stripped(",.*_")
    if group == "f" and not _is_title(title.text):
        return Mention(rest=line)
    tail, doi = _without_doi(line.part(found.end(), len(line.text)))
    return _with_what_follows(Mention(title, doi=doi), tail)


def cited(line: Passage) -> Mention | None:
    """The paper of a citation: names, year in brackets, title, journal; None if it does not have this form.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> line = "Costa, A. (2020). Who rows. Ferries, 3(1), 4-9. https://doi.org/10.1000/row"
        >>> found = cited(Block([Piece(line, 1, 0)]).passage())
        >>> found.names.text, found.year.text, found.title.text, found.journal.text
        ('Costa, A.', '2020', 'Who rows', 'Ferries, 3(1), 4-9')
    """
    text, doi = _without_doi(line)
    found = _CITED.fullmatch(text.stripped("").text)
    if found is None or not _are_names(found["names"], surnames=True):
        return Mention(doi=doi) if doi else None
    whole = text.stripped("")
    title, journal = (
        whole.part(*found.span(name)).stripped(f"{_AROUND}.") if found[name] else NOTHING
        for name in ("title", "journal")
    )
    journal = journal if VOLUME.search(journal.text) is not None else NOTHING  # else it may be a place, or a publisher
    return Mention(title, whole.part(*found.span("names")), whole.part(*found.span("year")), journal, doi)


def _with_what_follows(mention: Mention, tail: Passage) -> Mention:
    """The mention with names, year and journal that stand behind the title; a journal needs a sign that it is one."""
    said = _BEHIND_TITLE.fullmatch(tail.text)
    is_read = said is not None and _are_names(said["cited"] or said["names"], surnames=said["cited"] is not None)
    if said is None or not is_read or not (said["journal"] is None or _is_journal(said["journal"])):
        return mention._replace(rest=tail if _WORDS.search(tail.text) else NOTHING)

    def part(*names: str) -> Passage:
        return next((tail.part(*said.span(name)) for name in names if said[name] is not None), NOTHING)

    names, journal = part("cited", "names").stripped(","), part("journal", "place").stripped(_AROUND)
    mention = mention._replace(names=names, year=part("year", "dated"))
    if said["where"] is None:
        return mention._replace(journal=journal)
    is_known = said["journal"] is None and any(said[sign] for sign in ("sure", "around", "printed"))
    if not is_known or not _is_journal(journal.text):
        where = tail.part(said.start("where"), len(tail.text))
        return mention._replace(journal=part("journal").stripped(_AROUND), rest=where)
    return mention._replace(year=part("year", "dated", "printed"), journal=journal)


def _without_doi(text: Passage) -> tuple[Passage, Passage]:
    """A text without the DOI in it, and the DOI."""
    place = find_doi_span(text.text)
    if place is None:
        return text, NOTHING
    before = _BEFORE_DOI.search(text.text[: place[0]][-40:])
    start = place[0] - (len(before[0]) if before is not None else 0)
    rest = [text.part(0, start), text.part(place[1], len(text.text))]
    return joined([part for part in rest if part], "") if any(rest) else NOTHING, text.part(*place)


def _is_title(text: str) -> bool:
    """Whether words in emphasis, without quotation marks, are a title: some are what the line stresses."""
    words = text.split()
    return may_be_title(text) or (len(words) > _SHORTEST_TITLE and not words[0].islower())


def _is_journal(text: str) -> bool:
    """Whether words have capitals, as names of journals are printed, but for articles and the like."""
    words = text.split()
    return text[:1].isupper() and all(len(word) <= _LONGEST_SMALL or not word[0].islower() for word in words)


def _are_names(text: str | None, *, surnames: bool) -> bool:
    """Whether a text is nothing but names, or there is none."""
    if text is None:
        return True
    row = names_in(text)
    return bool(row.names) and are_persons(row, surnames=surnames)
