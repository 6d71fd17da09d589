"""Values that state nothing: `NA`, `null`, `[No abstract available]`.

In: a draft. Out: the same draft without them; each is kept in `extra` under its tag, and told. Nothing raises.
"""

from itertools import chain
from typing import Final

from coprod.readers.ris.draft import Draft
from coprod.text.placeholders import PLACEHOLDERS, states_nothing

_FIELDS: Final = {
    "A1": "authors",
    "AB": "abstract",
    "AN": "identifiers",
    "AU": "authors",
    "BT": "container_title",
    "CT": "title",
    "CY": "place",
    "DO": "doi",
    "EP": "last_page",
    "IS": "issue",
    "J1": "container_title_short",
    "J2": "container_title_short",
    "JA": "container_title_short",
    "JF": "container_title",
    "JO": "container_title",
    "KW": "keywords",
    "LA": "language",
    "M3": "genre",
    "N1": "notes",
    "N2": "abstract",
    "PB": "publisher",
    "SN": "issn",
    "SP": "first_page",
    "T1": "title",
    "T2": "container_title",
    "TI": "title",
    "UR": "urls",
    "VL": "volume",
}
"""The field that a tag fills; dates and names of others besides the authors depend on the type of reference."""


def set_aside(draft: Draft) -> None:
    """Takes the values that state nothing out of the draft."""
    if PLACEHOLDERS.isdisjoint(draft.raw.values) and (
        not draft.raw.parts or PLACEHOLDERS.isdisjoint(chain.from_iterable(draft.values.values()))
    ):
        return
    for tag, values in list(draft.values.items()):
        field = field_of(draft, tag)
        if field is None or PLACEHOLDERS.isdisjoint(values):
            continue
        stated = tuple([value for value in values if not states_nothing(value)])
        if stated and tag == "KW":
            continue  # beside other keywords, NA may be noradrenaline
        for value in dict.fromkeys(values):
            if states_nothing(value):
                draft.nothing(tag, value, field)
        if stated:
            draft.values[tag] = stated
        else:
            del draft.values[tag]


def field_of(draft: Draft, tag: str) -> str | None:
    """The field that a tag fills in this type of reference; None: no field of which we know."""
    if tag in draft.plan.dates:
        return "issued"
    for other, role in draft.plan.roles:
        if tag == other:
            return "editors" if role == "editor" else "contributors"
    return _FIELDS.get(tag)
