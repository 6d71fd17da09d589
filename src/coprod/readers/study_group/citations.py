"""Citations in running text: `(e.g., Ostrom 1972)`, `(Alford 2009; Pestoff et. al. 2012)`, `Bovaird (2007)`.

In: a paragraph. Out: the citations, each with its authors and its year as printed. Years without authors are none,
and neither are the dates and places of meetings. Nothing raises.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from coprod.readers.study_group.dates import MONTH, dates_in
from coprod.readers.study_group.words import GATHERING, PARTICLES
from coprod.text._words import word_set

_WORD = r"[^\W\d_a-zß-öø-ÿ](?:[\w'’]|[-‐](?=\w))*+"
_ONE_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"
_PARTICLE = rf"{_ONE_PARTICLE}(?: {_ONE_PARTICLE}){{0,2}}"
_NAME = rf"(?:(?:{_PARTICLE} )?{_WORD}(?: (?:{_PARTICLE} )?{_WORD}){{0,3}})"
_ET_AL = r"(?:,? (?:et\.? al\.?|and others|and colleagues|u\.a\.))"
_AUTHORS = rf"{_NAME}(?:(?:, (?:and |& )?| and | & |/){_NAME}){{0,6}}{_ET_AL}?"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}[a-z]?(?![\w-])"
_YEARS = rf"{_YEAR}(?:, ?{_YEAR}| and {_YEAR}|/{_YEAR})*"
_PAGES = r"(?:(?:, | ?: ?)(?:pp?\. ?|chapter |ch\. ?)?[0-9ivx]+(?:[-–][0-9]+)?)?"
_UNIT = re.compile(rf"(?P<authors>{_AUTHORS})(?P<comma>,?) ?\(?(?P<years>{_YEARS}){_PAGES}\)?")
_SIGNAL = re.compile(
    r"(?:(?:e\.? ?g\.?|cf\.?|i\.e\.|see also|see|for example|for instance|for an overview|inter alia|i\.a\."
    r"|among others"
    r"|amongst others|most notably|notably|in particular|compare|following|based on|also|especially|originally"
    r"|such as|as in|and)[,:]? )+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]{4,600})\)|\[([^\[\]]{4,600})\]")
_NARRATIVE = re.compile(rf"(?<![\w(’'-])(?P<authors>{_AUTHORS})(?:’s|'s)? \((?P<years>{_YEARS}){_PAGES}\)")
_ENDS_WITH_ET_AL = re.compile(rf"{_ET_AL}\Z")
_FIRST_WORD = re.compile(r"([\w’'-]++) ")
_JOINT = re.compile(r",? (?:and|&) |, |/")
_MONTH = re.compile(MONTH, re.IGNORECASE)
_YEAR_ALONE = re.compile(_YEAR)

_OPENERS: Final = word_set(
    "in see as the and but while although since both however by with like following according our their for after an a",
    "also from on to of work research studies when where whereas if because thus then hence finally recently later",
)
"""Words that begin sentences; no author is called so."""

_NO_AUTHOR: Final = GATHERING | word_set(
    "activities start-up phase period since in on established founded spring summer autumn winter fall vol volume no",
    "issue year years january february march april may june july august september october november december the",
    "programme call plan members workplan term mandate",
)


class Cited(NamedTuple):
    """A citation, by offsets."""

    start: int
    end: int
    authors: tuple[tuple[int, int], ...]
    et_al: bool
    """Whether the text says that there are more."""

    year: tuple[int, int]
    apart: tuple[int, int] | None
    """Where the authors stand, for a further year of the same authors."""


def citations_in(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Cited]:
    """The citations of a paragraph, in its order; none within the stretches `taken`.

    Examples:
        >>> text = "As Bovaird (2007) says (cf. Pestoff et. al. 2012; Van Eijk and Steen, 2014)."
        >>> [text[cited.start:cited.end] for cited in citations_in(text)]
        ['Bovaird (2007)', 'Pestoff et. al. 2012', 'Van Eijk and Steen, 2014']
    """
    if "(" not in text and "[" not in text:
        return []
    found = [*_in_brackets(text), *_narrative(text)]
    hidden = list(taken)
    return sorted(cited for cited in found if not any(cited.start < end and start < cited.end for start, end in hidden))


def _in_brackets(text: str) -> Iterator[Cited]:
    for bracket in _BRACKET.finditer(text):
        group = 1 if bracket[1] is not None else 2
        position = bracket.start(group)
        for part in bracket[group].split(";"):
            yield from _units(text, position, position + len(part))
            position += len(part) + 1


def _units(text: str, start: int, end: int) -> Iterator[Cited]:
    """The citations of a part of a bracket, if it is nothing but citations."""
    found: list[Cited] = []
    position = start
    while position < end:
        while position < end and text[position] in " ,.":
            position += 1
        signal = _SIGNAL.match(text, position, end)
        unit = _UNIT.match(text, signal.end() if signal is not None else position, end)
        if unit is None:
            break
        found.extend(_cited(text, unit, unit.start(), unit.end("years")))
        position = unit.end()
    yield from found


def _narrative(text: str) -> Iterator[Cited]:
    for match in _NARRATIVE.finditer(text):
        yield from _cited(text, match, match.start(), match.end())


def _cited(text: str, match: re.Match[str], start: int, end: int) -> Iterator[Cited]:
    """One citation for each year."""
    first, last = match.span("authors")
    first = start = _without_openers(text, first, last)
    et_al = _ENDS_WITH_ET_AL.search(text[first:last])
    names_end = first + et_al.start() if et_al is not None else last
    authors = tuple(_split(text, first, names_end))
    if not authors or any(_is_no_author(text[slice(*author)]) for author in authors):
        return
    years = list(_YEAR_ALONE.finditer(text, *match.span("years")))
    for index, year in enumerate(years):
        if index or (len(years) > 1 and text[last : match.start("years")].strip(" ,")):
            yield Cited(year.start(), year.end(), authors, et_al is not None, year.span(), (first, last))
        else:
            yield Cited(start, end if len(years) == 1 else year.end(), authors, et_al is not None, year.span(), None)


def _without_openers(text: str, start: int, end: int) -> int:
    while (word := _FIRST_WORD.match(text, start, end)) is not None and word[1].lower() in _OPENERS:
        start = word.end()
    return start


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for joint in _JOINT.finditer(text, start, end):
        if joint.start() > start:
            yield start, joint.start()
        start = joint.end()
    end -= 2 * text.endswith(("’s", "'s"), start, end)
    if end > start:
        yield start, end


def _is_no_author(name: str) -> bool:
    words = name.lower().split()
    return (
        any(word.strip(".,") in _NO_AUTHOR for word in words)
        or (len(words) > 4)
        or (_MONTH.search(name) is not None and any(dated.date.month for dated in dates_in(name + " 2000")[:1]))
    )
