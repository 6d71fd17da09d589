"""The value objects that papers, findings and study groups are made of.

Terms are those of CSL (names, dates), of the U.S. National Library of Medicine (section
categories) and of MeasEval (quantities). None means "not stated", `()` means "none".
"""

from decimal import Decimal

import attrs

from coprod.models._base import Record


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Name(Record):
    """A person or a group, as printed and, where there is a basis for it, in its parts."""

    literal: str
    """The name as printed, e.g. `"Rodriguez Müller, A. Paula"` or `"ACC CVD Womens Comm"`."""

    family: str | None = None
    """Family name. None: the name is not split, because nothing says how."""

    given: str | None = None
    """Given names or initials, as printed. None: not stated."""

    suffix: str | None = None
    """`"Jr."`, `"III"` and the like. None: not stated."""

    role: str | None = None
    """What a contributor did, a CSL role such as `"translator"`. None for authors and editors."""

    affiliation: str | None = None
    """Institution of this person, as printed. None: not stated."""

    orcid: str | None = None
    """ORCID, `0000-0002-1825-0097`. None: not stated."""

    def __str__(self) -> str:
        return self.literal


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class PartialDate(Record):
    """A date of which perhaps only the year is known; the Gregorian calendar."""

    year: int | None = None
    """Year, e.g. `2022`. None: not stated."""

    month: int | None = None
    """Month, 1 to 12. None: not stated."""

    day: int | None = None
    """Day of the month, 1 to 31. None: not stated."""

    season: str | None = None
    """`"spring"`, `"summer"`, `"autumn"` or `"winter"`. None: not stated."""

    end: "PartialDate | None" = None
    """Last date of a range. None: one date."""

    raw: str | None = None
    """The printed form, where it differs from `iso`. None: it is the same."""

    @property
    def iso(self) -> str | None:
        """`"2022-08-04"`, `"2022-08"`, `"2022"`, `"2016-06-13/2016-06-14"`; None without a year.

        Examples:
            >>> PartialDate(year=2022, month=8).iso
            '2022-08'
        """
        if self.year is None:
            return None
        first = _iso(self)
        last = self.end.iso if self.end is not None else None
        return f"{first}/{last}" if last else first

    def __str__(self) -> str:
        return self.iso or self.raw or self.season or ""


def _iso(date: PartialDate) -> str:
    """ISO 8601 of one date with a year, as far as it is known."""
    if date.month is None:
        return f"{date.year:04d}"
    if date.day is None:
        return f"{date.year:04d}-{date.month:02d}"
    return f"{date.year:04d}-{date.month:02d}-{date.day:02d}"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Quantity(Record):
    """A number that a text states, with what it measures."""

    text: str
    """The words, verbatim, e.g. `"approximately 22%"`."""

    value: Decimal | None = None
    """The number. None: a range or a period has no single one."""

    low: Decimal | None = None
    """Lower end of a range or of a confidence interval. None: not stated."""

    high: Decimal | None = None
    """Upper end of a range or of a confidence interval. None: not stated."""

    unit: str | None = None
    """Unit as printed, e.g. `"%"`, `"interviews"`, `"years"`. None: not stated."""

    kind: str | None = None
    """percentage, proportion, count, sample_size, duration, period, mean, range, statistic, money. None: unclear."""

    measures: str | None = None
    """What is measured, verbatim. None: the sentence does not say it."""

    of: str | None = None
    """The whole that it is a part of, verbatim. None: the sentence does not say it."""

    modifiers: tuple[str, ...] = ()
    """approximate, lower_bound, upper_bound, list, range."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Section(Record):
    """A labelled part of an abstract or of a summary."""

    label: str | None = None
    """The heading as printed, e.g. `"Design/methodology/approach"`. None: a part without one."""

    category: str | None = None
    """BACKGROUND, OBJECTIVE, METHODS, RESULTS, CONCLUSIONS or UNASSIGNED, as the NLM maps labels. None: not mapped."""

    text: str
    """The text below the heading."""

    quantities: tuple[Quantity, ...] = ()
    """Numbers that the text states."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Abstract(Record):
    """What the authors say of their paper."""

    text: str
    """The whole abstract."""

    sections: tuple[Section, ...] = ()
    """Its labelled parts. `()`: the abstract is not structured."""

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Summary(Record):
    """What somebody else wrote about a paper. Never merged into the abstract."""

    provider: str | None = None
    """Who wrote it, e.g. the name of the site. None: not stated."""

    sections: tuple[Section, ...] = ()
    """Its labelled parts, in order."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Metric(Record):
    """A number that a page shows about a paper, such as a count of citations."""

    value: int
    """The number."""

    label: str | None = None
    """The label as printed. None: a bare number."""

    kind: str | None = None
    """`"citations"`, `"downloads"`, `"views"`. None: the page does not say it."""

    basis: str | None = None
    """How `kind` is known: `"stated"` or `"inferred"`. None: `kind` is None."""
