"""A publication, in the terms of CSL."""

from typing import ClassVar

import attrs

from coprod.models._base import EMPTY, FrozenMapping, Record, freeze, shorten
from coprod.models._checks import check_types
from coprod.models.provenance import SourceRef
from coprod.models.values import Abstract, Metric, Name, PartialDate, Summary


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Paper(Record):
    """A publication: what a record of an export, a row of a search page or a page says of it.

    Two papers are equal when all their fields are. Equal records of one collection differ in
    their `id` and their `source`.

    Examples:
        >>> from coprod import Name, Paper, PartialDate
        >>> paper = Paper(title="Co-production", authors=(Name(literal="Alford, J.", family="Alford"),),
        ...               issued=PartialDate(year=2009))
        >>> str(paper)
        'Alford 2009, Co-production'
    """

    _headline: ClassVar[tuple[str, ...]] = ("title", "doi", "type")

    id: str | None = None
    """Short hash of the record's own text, and a rank among equal ones. None: made by hand."""

    type: str | None = None
    """CSL type, e.g. `"article-journal"`. None: not stated, or outside the tables (then in `extra`)."""

    genre: str | None = None
    """Kind of work as printed, e.g. `"Review"`, `"Doctoral dissertation"`. None: not stated."""

    title: str | None = None
    """Title, without markup. None: not stated."""

    subtitle: str | None = None
    """Subtitle, where the record keeps it apart from the title. None: not stated."""

    authors: tuple[Name, ...] = ()
    """Authors, in order."""

    editors: tuple[Name, ...] = ()
    """Editors, in order."""

    contributors: tuple[Name, ...] = ()
    """Others, each with a `role`."""

    issued: PartialDate | None = None
    """Date of publication. None: not stated."""

    container_title: str | None = None
    """Journal, book or proceedings that the work is in. None: not stated."""

    container_title_short: str | None = None
    """Abbreviated name of the container. None: not stated."""

    volume: str | None = None
    """Volume, as printed. None: not stated."""

    issue: str | None = None
    """Issue, as printed, e.g. `"6-7"`. None: not stated."""

    first_page: str | None = None
    """First page, e.g. `"377"`, `"e12"`. None: not stated."""

    last_page: str | None = None
    """Last page, in full (`"386"` where `377/86` is printed). None: not stated."""

    article_number: str | None = None
    """Article number or e-locator. None: not stated."""

    publisher: str | None = None
    """Publisher, university or institution. None: not stated."""

    place: str | None = None
    """Place of publication. None: not stated."""

    doi: str | None = None
    """DOI, in lower case, without address or prefix. None: not stated, or none (then in `extra`)."""

    pmid: str | None = None
    """PubMed identifier, digits. None: not stated."""

    pmcid: str | None = None
    """PubMed Central identifier, `PMC1234567`. None: not stated."""

    issn: tuple[str, ...] = ()
    """ISSNs, `1234-567X`, check digit verified."""

    isbn: tuple[str, ...] = ()
    """ISBNs without hyphens, check digit verified."""

    identifiers: FrozenMapping[str, str] = attrs.field(default=EMPTY, converter=freeze)
    """Other identifiers by kind, e.g. `{"accession": "WOS:000391254200052"}`."""

    urls: tuple[str, ...] = ()
    """Addresses, in order."""

    abstract: Abstract | None = None
    """The authors' abstract. None: not stated."""

    summary: Summary | None = None
    """What somebody else wrote about the paper. None: nothing."""

    keywords: tuple[str, ...] = ()
    """Keywords, in order, without the asterisk of major headings."""

    language: str | None = None
    """Language as printed, e.g. `"English"`, `"eng"`. None: not stated."""

    rights: str | None = None
    """Copyright or licence statement. None: not stated."""

    notes: tuple[str, ...] = ()
    """Notes, in order."""

    access: str | None = None
    """`"open"`, `"restricted"`, or None: not stated."""

    metrics: tuple[Metric, ...] = ()
    """Numbers that a page shows about the paper."""

    teaser: str | None = None
    """First words of an abstract, as a result list shows them. None: not shown."""

    source: SourceRef | None = None
    """Where the record stands. None: made by hand."""

    extra: FrozenMapping[str, tuple[str, ...]] = attrs.field(default=EMPTY, converter=freeze)
    """What no field holds, and the raw form of every value that was changed, by tag or label.

    A date has its raw form in `raw`; a DOI of a search page has none, and `locate` leads to it."""

    def __attrs_post_init__(self) -> None:
        check_types(self)

    @property
    def year(self) -> int | None:
        """Year of publication. None: not stated."""
        return self.issued.year if self.issued is not None else None

    @property
    def journal(self) -> str | None:
        """The same as `container_title`."""
        return self.container_title

    @property
    def full_title(self) -> str | None:
        """`"title: subtitle"`; the title alone without a subtitle; None without a title.

        Examples:
            >>> Paper(title="Co-production", subtitle="A review").full_title
            'Co-production: A review'
        """
        if self.title is None or self.subtitle is None:
            return self.title
        return f"{self.title}: {self.subtitle}"

    def __str__(self) -> str:
        who = _short_authors(self.authors)
        when = str(self.year) if self.year is not None else ""
        head = " ".join(part for part in (who, when) if part)
        return ", ".join(part for part in (head, self.title) if part) or "untitled paper"

    def __repr__(self) -> str:
        doi = f" doi={self.doi}" if self.doi else ""
        return f"<Paper {shorten(str(self), 100)}{doi}>"


def _short_authors(authors: tuple[Name, ...]) -> str:
    """`"Wang"`, `"Wang and Ran"`, `"Wang et al."`.

    Examples:
        >>> _short_authors((Name(literal="Wang, H.", family="Wang"), Name(literal="IIAS")))
        'Wang and IIAS'
    """
    names = [author.family or author.literal for author in authors[:2]]
    if len(authors) > 2:
        return f"{names[0]} et al."
    return " and ".join(names)
