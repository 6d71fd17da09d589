"""DO, SN, AN, UR and the many other tags that identifiers and addresses turn up in."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final

from coprod.models import FrozenMapping
from coprod.readers.ris.draft import BY_LINE, Draft, is_list, values_of
from coprod.readers.ris.joints import SCHEMES, doi_lines
from coprod.readers.ris.meanings import PMCID_TAGS, SN_IS_ANOTHER_NUMBER
from coprod.readers.ris.references import tell_reference
from coprod.text.identifiers import (
    Serials,
    clean_doi,
    find_doi,
    find_doi_span,
    parse_serials,
)
from coprod.text.markup import AMPERSAND, without_entities
from coprod.text.pubmed import clean_pmcid, clean_pmid, pubmed_ids

_DOI_VALUES: Final = ("M3", "L3", "U2", "C7")
"""Tags besides DO whose whole value may be the DOI."""

_DOI_TEXTS: Final = ("UR", "L2", "L1", "LK")
"""Tags in whose value a DOI may stand."""

DOI_TAGS: Final = frozenset((*_DOI_VALUES, *_DOI_TEXTS, "N1"))
"""Tags that a DOI may stand in where DO has none."""

_SAME_DOI: Final = frozenset(("L3", "M3", "U2"))

_PMID_TAGS: Final = ("U1", "C3", "C2", "N1")
"""Tags that hold a PMID with a word that says so."""

_PUBMED_TAGS: Final = frozenset(("PMID", "PMC", "C7", *_PMID_TAGS))
"""Tags that a PMID or a PMCID may stand in."""

_LINKS: Final = frozenset(("L1", "L2", "L3", "L4", "LK"))


def fill_doi(draft: Draft) -> None:
    """Fills `doi` from DO, else from the tags where a DOI may stand."""
    found: str | None = None
    for value in draft.values.pop("DO", ()):
        doi = clean_doi(value) if " " not in value else _doi_over_lines(draft, value)
        if doi is None:
            draft.keep("DO", value)
            draft.tell("ris.not-a-doi", "warning", "no DOI; kept in extra", "DO", value, field="doi")
        elif found is None:
            found = doi
        elif doi != found:
            draft.surplus("DO", value, "doi")
        if doi is not None and doi != value:
            draft.keep("DO", value)
            if names_second_doi(value, doi):
                draft.surplus("DO", value, "doi")
    if found is None and not DOI_TAGS.isdisjoint(draft.values):
        found = _doi_elsewhere(draft)
    if found is not None:
        draft.fields["doi"] = found
        if not _SAME_DOI.isdisjoint(draft.values):
            _drop_same_doi(draft, found)


def _doi_over_lines(draft: Draft, value: str) -> str | None:
    """The DOI of a value that may go on over lines: joined where it goes on, and what is left behind it is told."""
    lines = draft.lines("DO", value)
    joined = " ".join(doi_lines(lines))
    doi = clean_doi(joined)
    if joined != value and doi != clean_doi(value):
        message = "the DOI goes on on the next line; joined"
        draft.tell("ris.joined-lines", "warning", message, "DO", value, field="doi", repair="lines joined")
    place = find_doi_span(joined)
    behind = joined[place[1] :] if place is not None else ""
    if len(lines) > 1 and behind.strip(" .,;") and not names_second_doi(joined, doi or ""):
        message = "a line goes on behind the DOI; not taken, the whole value is kept in extra"
        draft.tell("ris.line-left", "warning", message, "DO", value, field="doi")
    return doi


def names_second_doi(value: str, doi: str) -> bool:
    """Whether a value goes on with another DOI behind its first.

    Examples:
        >>> names_second_doi("10.1000/a; 10.1000/b", "10.1000/a"), names_second_doi("10.1000/A", "10.1000/a")
        (True, False)
    """
    if value.count("10.") < _TWO:
        return False
    place = find_doi_span(value)
    other = find_doi(value[place[1] :]) if place is not None else None
    return other is not None and other != doi


_TWO: Final = 2


def _doi_elsewhere(draft: Draft) -> str | None:
    """A DOI from another tag; where several values of a tag name several, none of them."""
    for tag, value, doi in _candidates(draft):
        if doi is None:
            continue
        draft.tell("ris.doi-elsewhere", "info", f"no DOI in DO; taken from {tag}", tag, value, field="doi")
        return doi
    return _doi_of_notes(draft, draft.values["N1"]) if "N1" in draft.values else None


def _doi_of_notes(draft: Draft, notes: tuple[str, ...]) -> str | None:
    """The one DOI that notes say to be that of the work; other DOIs in them are told."""
    named = [note for note in notes if find_doi(note) is not None]
    if not named:
        return None
    from coprod.readers.ris.note_doi import own_doi

    own = {doi: note for note in reversed(named) if (doi := own_doi(note)) is not None}
    if len(own) == 1:
        ((doi, note),) = own.items()
        draft.tell("ris.doi-elsewhere", "info", "no DOI in DO; taken from N1", "N1", note, field="doi")
        return doi
    for note in named:
        message = "a DOI in a note, perhaps that of another work; not taken, the note is in notes"
        draft.tell("ris.doi-in-note", "info", message, "N1", note, field="doi")
    return None


def _candidates(draft: Draft) -> Iterable[tuple[str, str, str | None]]:
    for tag in _DOI_VALUES:
        for value in draft.values.get(tag, ()):
            yield tag, value, clean_doi(value)
    for tag in _DOI_TEXTS:
        named = [(value, doi) for value in draft.values.get(tag, ()) if (doi := find_doi(value)) is not None]
        if len({doi for _value, doi in named}) == 1:
            yield tag, *named[0]


def _drop_same_doi(draft: Draft, doi: str) -> None:
    """Values of other tags that are this DOI and nothing else are told once, in `doi`."""
    values = draft.values
    for tag in _SAME_DOI & values.keys():
        if all(value == doi for value in values[tag]):
            del values[tag]
        elif tag == "M3" and clean_doi(values[tag][0]) == doi:
            for value in values.pop(tag):
                draft.keep(tag, value)


def fill_serials(draft: Draft) -> None:
    """Fills `issn` and `isbn` from SN."""
    for value in draft.values.pop("SN", ()):
        read = parse_serials(value)
        if read.issn:
            _add(draft, "issn", read.issn)
        if read.isbn:
            _add(draft, "isbn", read.isbn)
        if read.issn != (value,) and read.isbn != (value,):
            _keep_serial(draft, value, read)


def _add(draft: Draft, field: str, found: tuple[str, ...]) -> None:
    known = draft.fields.get(field)
    draft.fields[field] = found if known is None else tuple(dict.fromkeys(known + found))


def _keep_serial(draft: Draft, value: str, read: Serials) -> None:
    """Keeps a value that was changed; tells of one that is no number of a serial or a book."""
    if read.rest and not read.rest.strip("0-"):
        draft.nothing("SN", value, "issn")
        return
    draft.keep("SN", value)
    if read.rest and draft.plan.kind not in SN_IS_ANOTHER_NUMBER:
        message = "no ISSN or ISBN with a right check digit; kept in extra"
        draft.tell("ris.not-a-serial", "warning", message, "SN", value, field="issn")


def fill_pubmed(draft: Draft) -> None:
    """Fills `pmid` and `pmcid` from PMID, PMC, and from values that say what they are."""
    values = draft.values
    if _PUBMED_TAGS.isdisjoint(values):
        return
    if "PMID" in values:
        _take(draft, "PMID", "pmid", clean_pmid)
    if "PMC" in values:
        _take(draft, "PMC", "pmcid", clean_pmcid)
    tag = PMCID_TAGS.get(draft.plan.kind)
    if tag is not None and tag in values:
        _take(draft, tag, "pmcid", clean_pmcid)
    if not values.keys().isdisjoint(_PMID_TAGS):
        _take_labelled(draft)


def _take(draft: Draft, tag: str, field: str, clean: Callable[[str], str | None]) -> None:
    """Fills a field from the first value that is such an identifier; other values stay."""
    left: list[str] = []
    for value in draft.values.pop(tag):
        identifier = clean(value)
        if identifier is None or field in draft.fields:
            left.append(value)
            continue
        draft.fields[field] = identifier
        if identifier != value:
            draft.keep(tag, value)
    if left:
        draft.values[tag] = tuple(left)


def _take_labelled(draft: Draft) -> None:
    """What a word names as a PMID or PMCID, e.g. `34589295 [PMID]`; bare digits may be anything."""
    for tag in _PMID_TAGS:
        for value in draft.values.get(tag, ()):
            found = pubmed_ids(value) if may_hold_pmid(value) else (None, None)
            new = {
                field: number
                for field, number in zip(("pmid", "pmcid"), found, strict=True)
                if number is not None and field not in draft.fields
            }
            if new:
                draft.fields.update(new)
                draft.keep(tag, value)


def may_hold_pmid(value: str) -> bool:
    """Whether a short value has the letters of PMID or PubMed in it.

    Examples:
        >>> may_hold_pmid("34589295 [PMID]"), may_hold_pmid("34589295")
        (True, False)
    """
    return len(value) < _LABELLED and ("pm" in value or "PM" in value or "PUBM" in value or "ubM" in value)


_LABELLED: Final = 40
"""A longer value is a text, not an identifier with a label."""


def fill_accession(draft: Draft) -> None:
    """Fills `identifiers["accession"]` from AN, and `pmid` where the record says that its database is PubMed."""
    values = draft.values.pop("AN", None)
    if values is None:
        return
    draft.fields["identifiers"] = FrozenMapping({"accession": values[0]})
    for value in values[1:]:
        if value != values[0]:
            draft.surplus("AN", value, "identifiers")
    if values[0].isdigit() and "pmid" not in draft.fields and _is_from_pubmed(draft):
        pmid = clean_pmid(values[0])
        if pmid is not None:
            draft.fields["pmid"] = pmid


def _is_from_pubmed(draft: Draft) -> bool:
    named = f"{draft.first('DB')} {draft.first('DP')}".lower()
    return any(name in named for name in ("pubmed", "medline", "nlm"))


def fill_urls(draft: Draft, *, repair: bool) -> None:
    """Fills `urls` from UR and the link tags; what is no address is kept."""
    values = draft.values
    if draft.raw.parts:
        _tell_broken_addresses(draft)
    found = values.pop("UR", None)
    if found is not None and len(found) == 1 and is_address(found[0]):
        draft.fields["urls"] = found
    elif found is not None:
        _add_urls(draft, "UR", found, repair=repair)
    if not _LINKS.isdisjoint(values):
        for tag in sorted(_LINKS & values.keys()):
            _add_urls(draft, tag, values.pop(tag), repair=repair)


def _tell_broken_addresses(draft: Draft) -> None:
    """Tells of addresses that were joined over lines, and of lines behind an address that are none."""
    for place, lines in (draft.raw.parts or {}).items():
        tag = draft.raw.tags[place]
        if tag not in BY_LINE or tag == "KW" or is_list(tag, draft.raw.values[place]):
            continue
        values = values_of(tag, lines)
        if len(values) < len(lines):
            message = "an address goes on on the next line; joined"
            draft.keep(tag, draft.raw.values[place])
            draft.tell("ris.joined-lines", "warning", message, tag, values[0], field="urls", repair="lines joined")
        if any(is_address(first) and addresses(second) is None for first, second in pairwise(values)):
            message = "a line behind an address is none; the address is taken without it, and the line kept in extra"
            draft.tell("ris.line-left", "warning", message, tag, values[0], field="urls")


def is_address(value: str) -> bool:
    """Whether a value is one web address.

    Examples:
        >>> is_address("https://example.org/1"), is_address("<Go to ISI>://WOS:1")
        (True, False)
    """
    return value.startswith(SCHEMES) and " " not in value and ";" not in value


def _add_urls(draft: Draft, tag: str, values: tuple[str, ...], *, repair: bool) -> None:
    urls = [url for value in values for url in _addresses(draft, tag, value, repair=repair)]
    if urls:
        _add(draft, "urls", tuple(dict.fromkeys(urls)))


def _addresses(draft: Draft, tag: str, value: str, *, repair: bool) -> list[str]:
    """The addresses in one value; a value that is not one address is kept."""
    plain = without_entities(value, AMPERSAND) if repair else value
    found = addresses(plain)
    if found is not None and plain != value:
        tell_reference(draft, tag, value, "urls")
    elif found != [value]:
        draft.keep(tag, value)
    if found is None and tag == "UR":
        draft.tell("ris.not-a-url", "info", "no web address; kept in extra", tag, value, field="urls")
    return found or []


def addresses(value: str) -> list[str] | None:
    """The addresses in one value, which may hold several; None if it is something else.

    Examples:
        >>> addresses("https://example.org/1; https://example.org/2"), addresses("<Go to ISI>://WOS:1")
        (['https://example.org/1', 'https://example.org/2'], None)
    """
    if is_address(value):
        return [value]
    parts = [part for part in _SEVERAL.split(value) if part]
    return parts if all(part.startswith(SCHEMES) for part in parts) else None


_SEVERAL: Final = re.compile(r"(?<![;\s])[;\s]++(?=https?://|ftp://|www\.)|(?<!&amp);\s*$")
"""What stands between two addresses on one line."""
