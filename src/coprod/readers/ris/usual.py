"""The quick way for usual records, by recipes.

In: a `Candidate`, lines from TY to ER. Out: the Paper that the careful way would make of it, or None where anything is
unusual; `odd` has what is to be told of the Paper made last.

A recipe says what to do with a sequence of tags; records of one producer share theirs, so it is made once for
many. Its steps write into a row, one place a field of Paper.
"""

from collections.abc import Iterator
from typing import Any, Final

from coprod.decoding import text_of
from coprod.diagnostics import Diagnostic, occurrence
from coprod.models import Paper, SourceRef
from coprod.models._base import storing_twin
from coprod.readers.ris.forms import Form
from coprod.readers.ris.issuance import Containers
from coprod.readers.ris.joined import NARROW_INSIDE, is_narrow
from coprod.readers.ris.meanings import plan
from coprod.readers.ris.memories import Unusual
from coprod.readers.ris.raw import READER, record_id
from coprod.readers.ris.recipes import Recipe, Recipes
from coprod.readers.ris.shelf import FIELDS, Odd, Shelf
from coprod.readers.ris.tokens import Candidate
from coprod.readers.ris.wrapped import unwrapped

_ID: Final = FIELDS["id"]
_SOURCE: Final = FIELDS["source"]

StoredPaper: Any = storing_twin(Paper)
StoredRef: Any = storing_twin(SourceRef)

_MOST: Final = 4096
"""Recipes that are kept before they are made anew."""

Shape = tuple[bytes | str | None, ...]
"""The line of TY and the tags of a record."""


class Usual:
    """Makes the Papers of usual records of one source."""

    def __init__(self, source: str, containers: Containers, form: Form) -> None:
        self._source = source
        self._may_be_wrapped = not form.indent
        self._shown = form.shown
        self._is_narrow = is_narrow(form)
        self._width = width = form.width
        self._shelf = Shelf(width, containers)
        self._make = Recipes(self._shelf).make
        self._recipes: dict[Shape, Recipe | None] = {}
        self.odd: list[Odd] = self._shelf.odd

    def paper(self, candidate: Candidate) -> Paper | None:
        """The Paper of a usual record; None for the careful way."""
        first, last, lines, tags = candidate
        if self._is_narrow and NARROW_INSIDE.search(b"\n".join(lines)) is not None:
            return None
        whole = lines
        starts: list[int] | None = None
        shape = (lines[0], *tags)
        try:
            found = self._recipes[shape]
        except KeyError:
            if None in tags:
                one_a_line = unwrapped(lines, tags, self._width) if self._may_be_wrapped else None
                if one_a_line is None:
                    return None
                lines, tags, starts = one_a_line
                shape = (lines[0], *tags)
            found = self._recipes[shape] if shape in self._recipes else self._remember(shape, lines[0], tags)
        if found is None:
            return None
        row = found.row.copy()
        scalar = self._shelf.scalars
        try:
            for field, place in found.scalars:
                row[field] = scalar[lines[place]]
            for step, places in found.steps:
                step(lines, row, places)
        except (Unusual, UnicodeDecodeError):
            self.odd.clear()
            return None
        if self.odd and starts is not None and not self._place_odd(starts):
            self.odd.clear()
            return None
        row[_ID] = record_id(b"\n".join(whole[:-1]))
        source = row[_SOURCE] = StoredRef(self._source, READER, first, last)
        source.__class__ = SourceRef  # as `as_record` does; calls for each record are felt
        paper = StoredPaper(*row)
        paper.__class__ = Paper
        return paper  # type: ignore[no-any-return]

    def _place_odd(self, starts: list[int]) -> bool:
        """Puts what was odd on the lines where it stands; False if one of it is wrapped."""
        is_wrapped = any(starts[odd.place + 1] - starts[odd.place] > 1 for odd in self.odd)
        self.odd[:] = [odd._replace(place=starts[odd.place]) for odd in self.odd]
        return not is_wrapped

    def told(self, paper: Paper) -> Iterator[Diagnostic]:
        """What was odd in the Paper that was made last."""
        odd = self.odd.copy()
        self.odd.clear()
        first = paper.source.first_line if paper.source is not None else None
        for code, message, field, tag, place, value in odd:
            line = None if first is None else first + place
            text = f"{self._shown(tag)}{value}"
            yield occurrence(code, "info", message, source=self._source, line=line, text=text, field=field)

    def _remember(self, shape: Shape, kind: bytes, tags: list[str | None]) -> Recipe | None:
        if len(self._recipes) >= _MOST:
            self._recipes.clear()
        found: Recipe | None = None
        if tags.count("TY") == 1:
            found = self._make(plan(text_of(kind[self._width :]).strip()), tags)  # type: ignore[arg-type]
        self._recipes[shape] = found
        return found
