"""Title, abstract, notes and keywords: running text, without its markup."""

from collections.abc import Sequence
from typing import Final

from coprod.models import Abstract
from coprod.readers.ris.draft import Draft
from coprod.readers.ris.meanings import WHOLE_BOOKS
from coprod.readers.ris.references import plain_text, tell_reference
from coprod.text.abstracts import sections_of
from coprod.text.markup import split_at_semicolons, strip_markup
from coprod.text.placeholders import states_nothing

_OTHER_TITLES: Final = frozenset(("BT", "CT", "T1"))
_TITLES: Final = ("TI", "T1", "CT", "BT", "ST")

RIGHTS: Final = ("Copyright of ", "Copyright ©", "Copyright (c)", "©", "(c) ", "Publisher Copyright:")
"""How a statement of rights begins."""

RIGHTS_LABEL: Final = "Publisher Copyright: "
"""Label that research portals write before it in a note; a note that ends with the label states no rights."""


def fill_titles(draft: Draft, *, repair: bool) -> None:
    """Fills `title`."""
    values = draft.values
    found = values.pop("TI", None)
    if found is not None and len(found) == 1 and _OTHER_TITLES.isdisjoint(values):
        draft.fields["title"] = found[0]
    else:
        if found is not None:
            values["TI"] = found
        book = ("BT",) if draft.plan.kind in WHOLE_BOOKS else ()
        draft.scalar("title", "TI", "T1", "CT", *book)
        if "ST" in values and "title" not in draft.fields:
            _title_from_short(draft, values["ST"][0])
    title = draft.fields.get("title")
    if title is not None and repair and ("<" in title or "&" in title):
        pairs = set(zip(draft.raw.tags, draft.raw.values, strict=True))
        tag = next(tag for tag in _TITLES if (tag, title) in pairs)
        draft.fields["title"] = clean(draft, tag, title, "title")


def _title_from_short(draft: Draft, short: str) -> None:
    """The short title as title, where there is no other; it stays in `extra`."""
    if states_nothing(short):
        return
    draft.fields["title"] = short
    draft.keep("ST", short)
    draft.tell("ris.title-elsewhere", "info", "no title but the short one; taken from ST", "ST", short, field="title")


def clean(draft: Draft, tag: str, text: str, field: str) -> str:
    """The text without markup; the raw value is kept, and it is told."""
    cleaned = strip_markup(text)
    if cleaned == text:
        return text
    draft.keep(tag, text)
    message = "markup removed; the raw value is in extra"
    draft.tell("ris.markup", "info", message, tag, text, field=field, repair="markup removed")
    return cleaned


def fill_abstract(draft: Draft, *, repair: bool) -> None:
    """Fills `abstract` from AB and N2, and `rights` from a statement of rights among them."""
    pop = draft.values.pop
    first, second = pop("AB", ()), pop("N2", ())
    found: str | None = None
    for tag, values in (("AB", first), ("N2", second)):
        for value in values:
            plain = plain_text(value) if repair and "&" in value else value
            if plain.startswith(RIGHTS) and "rights" not in draft.fields:
                draft.fields["rights"] = plain
                if plain != value:
                    tell_reference(draft, tag, value, "rights")
            elif found is None:
                found = value
                text = clean(draft, tag, value, "abstract") if repair and ("<" in value or "&" in value) else value
                draft.fields["abstract"] = Abstract(text=text, sections=sections_of(text))
            elif value != found:
                draft.surplus(tag, value, "abstract")


def fill_notes(draft: Draft) -> None:
    """Fills `notes` from N1 and RN, and `rights` from a note that is labelled so."""
    pop = draft.values.pop
    notes = pop("N1", ()) + pop("RN", ())
    if not notes:
        return
    draft.fields["notes"] = notes if len(notes) == 1 else tuple(dict.fromkeys(notes))
    for note in notes:
        if note.startswith(RIGHTS_LABEL) and "rights" not in draft.fields:
            draft.fields["rights"] = note.removeprefix(RIGHTS_LABEL).strip()


def fill_keywords(draft: Draft) -> None:
    """Fills `keywords` from KW: one a value, or several with `;`, without the `*` of major headings."""
    values = draft.values.pop("KW", None)
    if values is None:
        return
    draft.fields["keywords"], kept = split_keywords(values)
    for value in kept:
        draft.keep("KW", value)


def split_keywords(values: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The keywords in some values, and the values that are not one keyword as it stands.

    Examples:
        >>> split_keywords(["trust", "*public value; co-production"])
        (('trust', 'public value', 'co-production'), ['*public value; co-production'])
        >>> split_keywords(["R&amp;D policy"])
        (('R&amp;D policy',), [])
    """
    joined = "\n".join(values)
    if ";" not in joined and "*" not in joined:
        return tuple(dict.fromkeys(values)), []
    keywords: list[str] = []
    kept: list[str] = []
    for value in values:
        parts = split_at_semicolons(value)
        if len(parts) == 1 and value[0] != "*":
            keywords.append(value)
            continue
        kept.append(value)
        keywords += [word for part in parts if (word := part.strip().lstrip("*").strip())]
    return tuple(dict.fromkeys(keywords)), kept


def fill_genre(draft: Draft) -> None:
    """Fills `genre` from M3, what kind of work it is."""
    if "M3" in draft.values:
        draft.scalar("genre", "M3")
