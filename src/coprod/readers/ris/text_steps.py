"""Steps of a recipe: texts, names, and what no field holds; each fills places of the row that becomes a Paper.

In: the lines of a record, the row, and which lines the step takes. Out: the row is filled; what reads a value is what
the careful way uses. `Unusual` is raised where a value is empty, or has to be judged together with others.
"""

from collections.abc import Callable
from typing import Final

from coprod.models import Abstract, FrozenMapping
from coprod.models._base import storing_twin
from coprod.readers.ris.identity import may_hold_pmid
from coprod.readers.ris.memories import (
    WIDE_HYPHEN,
    GroupMemory,
    Unusual,
    find_wide_hyphen,
    value_of,
)
from coprod.readers.ris.people import with_role
from coprod.readers.ris.references import holds_reference, plain_note
from coprod.readers.ris.shelf import EXTRA, FIELDS, STATES_NOTHING, Lines, Odd, Row, Shelf, Step, keep
from coprod.readers.ris.texts import RIGHTS, RIGHTS_LABEL, split_keywords
from coprod.text.abstracts import sections_of
from coprod.text.markup import strip_markup
from coprod.text.placeholders import LONGEST_PLACEHOLDER, PLACEHOLDERS, states_nothing

_StoredAbstract = storing_twin(Abstract)


# Texts ------------------------------------------------------------------------------------------------


def title_step(shelf: Shelf) -> Step:
    """A title without markup."""
    width = shelf.width
    title = FIELDS["title"]

    def step(lines: Lines, row: Row, place: int) -> None:
        text = row[title] = lines[place][width:].decode().strip()
        if not text or WIDE_HYPHEN in text:
            raise Unusual
        if ("<" in text or "&" in text) and strip_markup(text) != text:
            raise Unusual
        if len(text) <= LONGEST_PLACEHOLDER and text in PLACEHOLDERS:
            raise Unusual

    return step


def abstract_step(shelf: Shelf, tag: str) -> Step:
    """An abstract without markup, or a statement of rights where it should stand, or one that there is none."""
    width = shelf.width
    abstract, rights = FIELDS["abstract"], FIELDS["rights"]

    def step(lines: Lines, row: Row, place: int) -> None:
        text = lines[place][width:].decode().strip()
        if not text or find_wide_hyphen(text) or (("<" in text or "&" in text) and strip_markup(text) != text):
            raise Unusual
        if len(text) <= LONGEST_PLACEHOLDER and text in PLACEHOLDERS:
            row[EXTRA] = FrozenMapping({tag: (text,), **row[EXTRA]})
            shelf.odd.append(Odd(*STATES_NOTHING, "abstract", tag, place, text))
        elif text.startswith(RIGHTS):
            row[rights] = text
        else:
            found = row[abstract] = _StoredAbstract(text, sections_of(text))
            found.__class__ = Abstract  # as `as_record` does; a call for each is felt

    return step


def note_step(shelf: Shelf) -> Step:
    """A note that holds no PMID; or rights, with a label that says so."""
    width = shelf.width
    notes, rights = FIELDS["notes"], FIELDS["rights"]
    shared: dict[str, tuple[str]] = {}

    def step(lines: Lines, row: Row, place: int) -> None:
        note = lines[place][width:].decode().strip()
        if not note or (WIDE_HYPHEN in note if len(note) < _SHORT_NOTE else find_wide_hyphen(note)):
            raise Unusual
        if len(note) < _SHORT_NOTE and (may_hold_pmid(note) or states_nothing(note)):
            raise Unusual
        found = shared.get(note)
        if found is None:
            if "&" in note and plain_note(note) != note:
                raise Unusual
            found = (note,)
            if len(note) < _SHORT_NOTE and len(shared) < _SHARED:
                shared[note] = found
        row[notes] = found
        if note.startswith(RIGHTS_LABEL) and row[rights] is None:
            row[rights] = note.removeprefix(RIGHTS_LABEL).strip()

    return step


def notes_step(shelf: Shelf) -> Step:
    """Several notes."""
    width = shelf.width
    notes, rights = FIELDS["notes"], FIELDS["rights"]

    def step(lines: Lines, row: Row, pick: Callable[[Lines], tuple[bytes, ...]]) -> None:
        values = tuple(dict.fromkeys([value_of(line, width) for line in pick(lines)]))
        row[notes] = values
        for note in values:
            if may_hold_pmid(note) or states_nothing(note) or ("&" in note and plain_note(note) != note):
                raise Unusual
            if note.startswith(RIGHTS_LABEL) and row[rights] is None:
                row[rights] = note.removeprefix(RIGHTS_LABEL).strip()

    return step


_SHORT_NOTE: Final = 64
"""A longer note states something, and is not a PMID with a label."""


def keyword_step(shelf: Shelf) -> Step:
    """Keywords, one a line or several; a major heading without its `*`."""
    width = shelf.width
    read = shelf.keywords.__getitem__
    keywords = FIELDS["keywords"]

    def step(lines: Lines, row: Row, run: slice) -> None:
        try:
            row[keywords] = tuple(dict.fromkeys(map(read, lines[run])))
        except Unusual:
            values = [value_of(line, width) for line in lines[run]]
            if not PLACEHOLDERS.isdisjoint(values) or ("&" in "".join(values) and any(map(holds_reference, values))):
                raise
            row[keywords], kept = split_keywords(values)
            keep(row, "KW", dict.fromkeys(kept))

    return step


def genre_step(shelf: Shelf) -> Step:
    """A kind of work that is no DOI."""
    width = shelf.width
    genre = FIELDS["genre"]

    def step(lines: Lines, row: Row, place: int) -> None:
        value = row[genre] = value_of(lines[place], width)
        if "10." in value or states_nothing(value) or ("&" in value and holds_reference(value)):
            raise Unusual

    return step


# People -----------------------------------------------------------------------------------------------


def author_step(shelf: Shelf) -> Step:
    """Authors, one name a line."""
    read = shelf.names.__getitem__
    authors = FIELDS["authors"]

    def step(lines: Lines, row: Row, run: slice) -> None:
        row[authors] = tuple(map(read, lines[run]))

    return step


def others_step(shelf: Shelf) -> Step:
    """Editors and contributors, one name a line."""
    read = shelf.names.__getitem__
    editors, contributors = FIELDS["editors"], FIELDS["contributors"]

    def step(lines: Lines, row: Row, runs: tuple[tuple[str, slice], ...]) -> None:
        for role, run in runs:
            names = map(read, lines[run])
            if role == "editor":
                row[editors] = tuple(dict.fromkeys((*row[editors], *names)))
            else:
                row[contributors] = (*row[contributors], *[with_role(name, role) for name in names])

    return step


# What no field holds ----------------------------------------------------------------------------------


def extra_step(shelf: Shelf, tags: tuple[str, ...]) -> Step:
    """Values that no field holds; records that have the same share them."""

    def read(values: tuple[str, ...]) -> FrozenMapping[str, tuple[str, ...]]:
        return FrozenMapping(zip(tags, zip(values, strict=True), strict=True))

    known = GroupMemory(shelf.width, read, most=_SHARED)

    def step(lines: Lines, row: Row, pick: Callable[[Lines], tuple[bytes, ...]]) -> None:
        found = known[pick(lines)]
        row[EXTRA] = FrozenMapping({**row[EXTRA], **found}) if row[EXTRA] else found

    return step


def repeated_extra_step(shelf: Shelf) -> Step:
    """The same where a tag is repeated."""
    width = shelf.width

    def step(lines: Lines, row: Row, tagged: tuple[tuple[str, int], ...]) -> None:
        found: dict[str, list[str]] = {}
        for tag, place in tagged:
            found.setdefault(tag, []).append(value_of(lines[place], width))
        before: dict[str, tuple[str, ...]] = row[EXTRA]
        row[EXTRA] = FrozenMapping({**before, **{tag: (*before.get(tag, ()), *new) for tag, new in found.items()}})

    return step


_SHARED: Final = 16
"""A database or a language is the same in every record; numbers are not, and need not be remembered."""
