"""Where coprod and the other reader differ on purpose: classes of differences, each a rule with its reason.

In: a pair that differs in a field. Out: the name of the class that it is in, or None. The docstring of a rule is its
line in `docs/reference/agreement.md`. A rule looks at the record and at what both say of it, never at the file.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple
from urllib.parse import unquote

from coprod import Name
from tests.corpus.comparing import (
    Pair,
    first_of,
    last_name,
    plain,
    their_container,
    their_doi,
    their_names,
    their_year,
    whole_name,
)

Rule = Callable[[Pair], bool]


class Difference(NamedTuple):
    """A class of differences."""

    field: str
    name: str
    holds: Rule

    @property
    def reason(self) -> str:
        """What the two readers do, and why."""
        return " ".join((self.holds.__doc__ or "").split())


DIFFERENCES: Final[list[Difference]] = []

_NO_VALUE: Final = frozenset(("n/a", "NA", "N/A", "null", "undefined"))
_COUNT: Final = re.compile(r"[0-9]+\s*p(?:p|ages)?\b|[ivxlc]+\s*\+\s*[0-9]+", re.IGNORECASE)
_DIGIT: Final = re.compile("[0-9]")
_PAGES: Final = re.compile(r"(?:pp?\.?\s*)?[A-Za-z]{0,3}[0-9]+\S*(?:\s(?:LP)?\s*-.*|(?<=;)\s.*)?")
"""What begins with a page and goes on, if at all, as a range."""

_ANGLES: Final = re.compile("<.*>")
_ET_AL: Final = ("etal", "etal.")


def difference(*fields: str) -> Callable[[Rule], Rule]:
    """Puts a rule among the classes of the fields."""

    def put(rule: Rule) -> Rule:
        name = rule.__name__.replace("_", " ")
        DIFFERENCES.extend(Difference(field, name, rule) for field in fields)
        return rule

    return put


def class_of(field: str, pair: Pair) -> str | None:
    """The class that a difference is in.

    The first that holds counts.
    """
    return next((one.name for one in DIFFERENCES if one.field == field and one.holds(pair)), None)


def _ours(pair: Pair) -> list[str]:
    return [whole_name(name) for name in pair.paper.authors]


def _is_medline(pair: Pair) -> bool:
    """Whether the record is MEDLINE's: it begins with PMID, not with TY."""
    return "PMID" in pair.tags and "TY" not in pair.tags


@difference("title", "authors")
def medline_record(pair: Pair) -> bool:
    """A MEDLINE record among RIS.

    That reader takes tags of four letters for text that goes on, and the records behind it for this one.
    """
    names = zip(_ours(pair), their_names(pair.item), strict=False)
    title = plain(pair.paper.title)
    return (
        _is_medline(pair)
        and title != ""
        and plain(pair.item.get("title")).startswith(title)
        and all((last + first).startswith(name) for name, (last, first) in names)
    )


@difference("authors")
def said_twice(pair: Pair) -> bool:
    """AU and A1 name the same person: that reader has two authors, we have one."""
    theirs = [last for last, _first in their_names(pair.item)]
    return {"AU", "A1"} <= pair.tags.keys() and list(dict.fromkeys(theirs)) == [
        last_name(name) for name in pair.paper.authors
    ]


@difference("authors")
def et_al(pair: Pair) -> bool:
    """`et al.` is an author to that reader; we have no author of that name and tell of it."""
    theirs = [last for last, _first in their_names(pair.item) if last not in _ET_AL]
    return theirs == [last_name(name) for name in pair.paper.authors]


@difference("authors")
def tag_inside_a_line(pair: Pair) -> bool:
    """An AU inside the line of another tag: that reader takes it for text; we read it as a tag and tell of it."""
    inside = [line.rpartition("AU  - ")[2].strip() for line in pair.lines if "AU  - " in line[1:]]
    ours = [last_name(name) for name in pair.paper.authors if name.literal not in inside]
    return len(ours) < len(pair.paper.authors) and ours == [last for last, _first in their_names(pair.item)]


@difference("authors")
def names_on_one_line(pair: Pair) -> bool:
    """Several names on a line: that reader makes one person of them, cut at the first comma; we split them."""
    theirs = "".join(last + first for last, first in their_names(pair.item))
    return len(pair.paper.authors) > len(their_names(pair.item)) and _letters(theirs) == _letters("".join(_ours(pair)))


@difference("authors")
def placeholder_for_a_given_name(pair: Pair) -> bool:
    """`Example, null`: that reader has a person with the given name `null`, we keep the name whole."""
    theirs = [last for last, first in their_names(pair.item) if (last, first) != ("null", "null")]
    ours = [last_name(name).removesuffix(",null") for name in pair.paper.authors]
    return [name for name in ours if name != "null"] == theirs


@difference("authors")
def name_without_basis(pair: Pair) -> bool:
    """A comma that parts no family name from a given one (`Team, The Example`, `E., Sample E.`).

    That reader cuts there, we keep the name whole.
    """
    return _same_people(pair) and all(
        name.family is None and any(line.rstrip().endswith(name.literal) for line in pair.lines)
        for name, _last in _differing(pair)
    )


@difference("authors")
def suffix_apart(pair: Pair) -> bool:
    """`Example III, Ada`: the suffix is a part of the last name to that reader; we have a field for it."""
    return _same_people(pair) and all(_is_with_suffix(name, last) for name, last in _differing(pair))


@difference("authors")
def initials_without_comma(pair: Pair) -> bool:
    """`Sample B.C, Jr.`, `Example A B`.

    Initials behind the family name belong to the last name there; we split them off.
    """
    return _same_people(pair) and all(
        name.family is not None and last == plain(f"{name.family}{name.given}") for name, last in _differing(pair)
    )


@difference("authors")
def second_names_only(pair: Pair) -> bool:
    """No AU, but an A2: some types of that reader have no editors, so that A2 becomes the author; ours is an editor."""
    theirs = [last for last, _first in their_names(pair.item)]
    return not pair.paper.authors and theirs == [last_name(name) for name in pair.paper.editors]


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _same_people(pair: Pair) -> bool:
    """Whether each name is printed alike, however it is cut."""
    theirs = [_letters(last + first) for last, first in their_names(pair.item)]
    return theirs == [_letters(name) for name in _ours(pair)]


def _differing(pair: Pair) -> list[tuple[Name, str]]:
    """Names that are cut in different places, with their last names."""
    both = zip(pair.paper.authors, their_names(pair.item), strict=True)
    return [(name, last) for name, (last, _first) in both if last_name(name) != last]


def _is_with_suffix(name: Name, last: str) -> bool:
    return name.suffix is not None and last == plain(f"{name.family}{name.suffix}")


@difference("year")
def no_year(pair: Pair) -> bool:
    """A number below 1000 (`DA - 5`, `Start date: 20200101` read as 0000).

    That reader makes a year of it, we do not.
    """
    theirs = their_year(pair)
    return (
        theirs != "" and int(theirs) < 1000 and any(str(pair.paper.year) in value for value in pair.tags.get("PY", ()))
    )


@difference("year", "volume", "first page")
def legal_case(pair: Pair) -> bool:
    """A legal case has fields of other names there (date decided, reporter volume), which the reading does not show."""
    ours = [str(pair.paper.year), str(pair.paper.volume), str(pair.paper.first_page)]
    stated = [(pair.tags.get(tag) or [""])[0] for tag in ("PY", "VL", "SP")]
    is_here = all(value.startswith(said) for value, said in zip(stated, ours, strict=True))
    return is_here and pair.item["itemType"] == "case" and not {"date", "volume", "pages"} & pair.item.keys()


@difference("container title")
def whole_work(pair: Pair) -> bool:
    """A serial (SER) or a slide is in nothing there; we keep its T2 as the container."""
    here = plain(pair.paper.container_title) in map(plain, pair.tags.get("T2", ()))
    return here and pair.item["itemType"] in ("book", "presentation") and not their_container(pair)


@difference("first page")
def pages_of_a_book(pair: Pair) -> bool:
    """A book (BOOK, SER) has a number of pages there, read from EP, or one that the reading does not show.

    We keep SP and EP as they are.
    """
    here = pair.paper.first_page in [first_of(value) for value in pair.tags.get("SP", ())]
    return here and pair.item["itemType"] == "book" and pair.item.get("pages") in (None, pair.paper.last_page)


@difference("container title")
def institution_in_c3(pair: Pair) -> bool:
    """Web of Science writes institutions in C3 of conference papers.

    That reader takes them for the proceedings, we take T2.
    """
    here = plain(pair.paper.container_title) in map(plain, pair.tags.get("T2", ()))
    return here and pair.item.get("proceedingsTitle") in pair.tags.get("C3", ())


@difference("container title")
def t2_beside_the_journal(pair: Pair) -> bool:
    """JO or JF name the journal, T2 a special issue or a translated title.

    That reader takes T2 for the journal, we keep it in `extra`.
    """
    known = {plain(value) for tag in ("JO", "JF") for value in pair.tags.get(tag, ())}
    return plain(pair.paper.container_title) in known and their_container(pair) in map(
        plain, pair.paper.extra.get("T2", ())
    )


@difference("container title")
def abbreviation_of_a_series(pair: Pair) -> bool:
    """J2 of a chapter abbreviates the series (T3): that reader takes it for the book, we take T2."""
    first = (pair.tags.get("T2") or [""])[0]
    return {"J2", "T3"} <= pair.tags.keys() and plain(pair.paper.container_title) == plain(first)


@difference("volume", "issue")
def placeholder(pair: Pair) -> bool:
    """`n/a` and the like stand for nothing; that reader takes the words, we have None and keep them in `extra`."""
    said = {pair.item.get("volume"), pair.item.get("issue")} - {None}
    return bool(said) and said <= _NO_VALUE and pair.paper.volume is None and pair.paper.issue is None


@difference("issue")
def m1_is_no_issue(pair: Pair) -> bool:
    """No IS.

    That reader takes M1 of an article for the issue, where databases write references, addresses, a kind of
    work; ours is in `extra`.
    """
    said = plain(pair.item.get("issue"))
    return (
        "IS" not in pair.tags
        and pair.paper.issue is None
        and any(said.startswith(plain(value)) for value in pair.paper.extra.get("M1", ()))
    )


@difference("first page")
def article_number(pair: Pair) -> bool:
    """`SP  - article 7`: the number of the article is no page to us; it has a field of its own."""
    number, said = plain(pair.paper.article_number), plain(pair.item.get("pages"))
    return pair.paper.first_page is None and number != "" and said.startswith("art") and said.endswith(number)


@difference("first page")
def word_for_a_page(pair: Pair) -> bool:
    """`press`, `N.PAG`, `no-no`, `Nov`: words in SP.

    That reader has a page of that name, we have none and keep the words in `extra`.
    """
    return pair.paper.first_page is None and any(not _DIGIT.search(value) for value in pair.paper.extra.get("SP", ()))


@difference("first page")
def number_of_pages(pair: Pair) -> bool:
    """`x + 250 pp.`, `72p.`: that reader takes a number of pages for the first page; ours is in `extra`."""
    return pair.paper.first_page is None and any(_COUNT.search(value) for value in pair.paper.extra.get("SP", ()))


@difference("first page")
def no_page_at_the_start(pair: Pair) -> bool:
    """`(1 May 2020)`, `12, 34, CD`, `Review articles 19-27`: not a page or a range.

    That reader keeps the words, ours are in `extra`.
    """
    starts = pair.paper.extra.get("SP", ())
    return pair.paper.first_page is None and any(not _PAGES.fullmatch(value) for value in starts)


@difference("first page")
def text_behind_the_page(pair: Pair) -> bool:
    """`12 LP -- 19`, `31, 33`: that reader keeps what stands behind the page, we keep it in `extra`."""
    said, page = plain(pair.item.get("pages")), plain(pair.paper.first_page)
    return (
        bool(pair.paper.extra.get("SP"))
        and page != ""
        and said.startswith(page)
        and not said[len(page) :][:1].isdigit()
    )


@difference("first page")
def se_is_the_first_page(pair: Pair) -> bool:
    """No SP: the specification of 2011 gives SE as the first page of an article; that reader leaves it out."""
    return "SP" not in pair.tags and pair.paper.first_page in pair.tags.get("SE", ())


@difference("first page")
def last_page_only(pair: Pair) -> bool:
    """EP without SP: that reader takes the last page for the first one, we have no first page."""
    return (
        not any(pair.tags.get("SP", ()))
        and pair.paper.first_page is None
        and pair.item.get("pages") in pair.tags.get("EP", ())
    )


@difference("DOI")
def doi_elsewhere(pair: Pair) -> bool:
    """No DO: we find the DOI in L3, UR, L2, L1 or a note, and say so; that reader does not look there."""
    here = (pair.paper.doi or "?") in unquote("\n".join(pair.lines)).lower()
    return here and not any(pair.tags.get("DO", ())) and not their_doi(pair)


@difference("DOI")
def chapter_and_book(pair: Pair) -> bool:
    """Two DOs, of a chapter and of its book.

    That reader takes the last, we take the first and keep the other in `extra`.
    """
    stated = [doi.lower().strip() for doi in pair.tags.get("DO", ())]
    return len(stated) > 1 and pair.paper.doi == stated[0] and their_doi(pair) in stated


@difference("DOI")
def angles_in_a_doi(pair: Pair) -> bool:
    """`10.1234/5678-9012(2001)021<0111:ABCD>2.0.CO;2`: that reader drops what stands between the angles as markup."""
    return pair.paper.doi is not None and _ANGLES.sub("", pair.paper.doi) == their_doi(pair)


@difference("DOI")
def space_in_a_doi(pair: Pair) -> bool:
    r"""`10.1234/5678(2007)27 [ 32:ABCD]2.0.CO;2`, `10.1234/J01v02 \_ 03`.

    That reader stops at the space, we join what belongs together.
    """
    doi, theirs = pair.paper.doi or "", their_doi(pair)
    return theirs != "" and doi.startswith(theirs) and any(" " in value.strip() for value in pair.tags.get("DO", ()))
