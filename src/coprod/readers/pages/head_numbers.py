"""The numbers that a head declares of a publication: its date, DOI, pages, ISSN, ISBN and other identifiers.

In: the entries on their way into a draft. Out: the fields of a Paper. What is not read stays for `extra`.
"""

from typing import TYPE_CHECKING

from coprod.models import FrozenMapping, PartialDate
from coprod.readers.pages import head_names as names
from coprod.readers.pages.blocks import attribute
from coprod.text.dates import doubt_of, parse_date, says_more_than_a_date
from coprod.text.identifiers import clean_doi, parse_serials
from coprod.text.pages import parse_pages
from coprod.text.pubmed import clean_pmcid, clean_pmid

if TYPE_CHECKING:
    from coprod.readers.pages.head import Filling


def fill_numbers(filling: "Filling") -> None:
    """Fills date, DOI, pages, serials and identifiers."""
    _fill_date(filling)
    _fill_doi(filling)
    _fill_pages(filling)
    _fill_serials(filling)
    _fill_identifiers(filling)


def _fill_date(filling: "Filling") -> None:
    chosen: PartialDate | None = None
    for index, entry in filling.of(names.DATES):
        date = parse_date(entry.value)
        if date is None or date.year is None:
            continue
        if chosen is None:
            chosen = date
            filling.draft.put("issued", date, attribute(entry.value, entry.line))
            filling.use(index)
        elif date == chosen or (_says_no_more(date, chosen) and _is_all_read(entry.value)):
            filling.use(index)


def _says_no_more(date: PartialDate, chosen: PartialDate) -> bool:
    return date.iso == chosen.iso and date.season in (None, chosen.season)


def _is_all_read(printed: str) -> bool:
    """Whether a date is all that a text says."""
    return doubt_of(printed) is None and not says_more_than_a_date(printed)


def _fill_doi(filling: "Filling") -> None:
    chosen: str | None = None
    for index, entry in filling.of(names.DOIS):
        printed = names.doi_of(entry.name, entry.value)
        doi = clean_doi(printed) if printed is not None else None
        if doi is None:
            continue
        if chosen is None:
            chosen = doi
            filling.draft.put("doi", doi, attribute(printed or doi, entry.line))
            filling.use(index, doi)
        elif doi == chosen:
            filling.use(index)
        else:
            message = f"another DOI ({doi}) than the one that was taken ({chosen}); kept in extra"
            filling.tell("article.two-dois", "warning", message, entry.line, entry.value, "doi")


def _fill_pages(filling: "Filling") -> None:
    firsts = ((entry, other) for name, other in names.PAGES for _index, entry in filling.of((name,)))
    begin, other = next(firsts, (None, None))
    if begin is None:
        return
    last = filling.first((other,)) if other is not None else None
    end = begin if last is None else last[1]
    pages = parse_pages(begin.value, None if last is None else end.value)
    filling.draft.put("first_page", pages.first, attribute(begin.value, begin.line))
    filling.draft.put("last_page", pages.last, attribute(end.value, end.line))
    if pages.article_number != pages.first:  # a page declares an e-locator as the first page
        filling.draft.put("article_number", pages.article_number, attribute(begin.value, begin.line))
    told = {pages.first, pages.last, f"{pages.first}-{pages.last}"}
    for name, other in names.PAGES:
        for index, entry in filling.of((name, other or "")):
            if entry.value.replace("–", "-") in told:
                filling.use(index)


def _fill_serials(filling: "Filling") -> None:
    seen: set[str] = set()
    for index, entry in filling.of(names.SERIALS):
        read = parse_serials(entry.value)
        for field, numbers in (("issn", read.issn), ("isbn", read.isbn)):
            for number in numbers:
                if number not in seen:
                    filling.draft.add(field, number, attribute(entry.value, entry.line))
                    filling.use(index, number)
                elif entry.value.upper() == number:
                    filling.use(index)
                seen.add(number)


def _fill_identifiers(filling: "Filling") -> None:
    for field, name, clean in (("pmid", "citation_pmid", clean_pmid), ("pmcid", "citation_pmcid", clean_pmcid)):
        for index, entry in filling.of((name,)):
            value = clean(entry.value)
            if value is not None and field not in filling.draft.values:
                filling.draft.put(field, value, attribute(entry.value, entry.line))
                filling.use(index, value)
    found: dict[str, str] = {}
    for index, entry in filling.of(names.IDENTIFIERS):
        kind = names.IDENTIFIERS[entry.name]
        if found.setdefault(kind, entry.value) == entry.value:
            filling.draft.follow(f"identifiers.{kind}", attribute(entry.value, entry.line))
            filling.use(index)
    if found:
        filling.draft.put("identifiers", FrozenMapping(found))
