"""Where the texts of a record stand, when many are asked for: the ways of a field, made ready for one after another.

In: the trace of a record, the tags and the ways of a field, a text. Out: the same stretches as the ways find in one
entry after another. What the entries list is looked up, and a text that is looked for is looked for only in entries
that hold it, so that a field of many values takes time in proportion. Nothing raises.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final

from coprod.readers.ris.locate import ways
from coprod.readers.ris.locate.entries import Entry, Hit, Trace, distinct
from coprod.readers.ris.locate.ways import Way

Numbered = Iterator[tuple[int, list[Hit]]]
"""Number of an entry, and what stands in it; entry after entry, those only in which something stands."""

Finder = Callable[[str], Numbered]
"""Finds a text in certain entries, in one way."""


class Places:
    """The places of texts in certain entries; what was asked once is known."""

    def __init__(self, entries: Iterable[Entry], tried: Iterable[Way]) -> None:
        own = list(entries)
        self._finders = [_finder(own, way) for way in tried]
        self._known: dict[str, list[Hit]] = {}
        self._first: dict[str, Hit | None] = {}

    def hits(self, text: str) -> list[Hit]:
        """What the first way that finds the text in an entry finds there; each place once.

        Examples:
            >>> from coprod.readers.ris.locate.entries import entry_of
            >>> places = Places([entry_of("UR", "a.org, b.org"), entry_of("UR", "b.org")], [ways.whole, ways.apart])
            >>> [(hit.start, hit.end) for hit in places.hits("b.org")]
            [(7, 12), (0, 5)]
        """
        if text not in self._known:
            found: dict[int, list[Hit]] = {}
            for finder in self._finders:
                for number, hits in finder(text):
                    found.setdefault(number, hits)
            self._known[text] = distinct(hit for number in sorted(found) for hit in found[number])
        return self._known[text]

    def first(self, text: str) -> Hit | None:
        """What the first way that finds the text in any entry finds first.

        Examples:
            >>> from coprod.readers.ris.locate.entries import entry_of
            >>> places = Places([entry_of("UR", "a.org, b.org"), entry_of("UR", "b.org")], [ways.whole, ways.apart])
            >>> places.first("b.org").start
            0
        """
        if text not in self._first:
            found = (hits[0] for finder in self._finders for _number, hits in finder(text))
            self._first[text] = next(found, None)
        return self._first[text]


def places_of(trace: Trace, tags: tuple[str, ...] | None, tried: tuple[Way, ...]) -> Places:
    """The places in the entries of some tags, or of all; made once for a record."""
    key = (tags, tried)
    if key not in trace.noted:
        entries = trace.of(tags) if tags is not None else (entry for entry in trace.entries if entry.value)
        trace.noted[key] = Places(entries, tried)
    found: Places = trace.noted[key]
    return found


def ranks_of(trace: Trace, key: object, items: tuple[object, ...]) -> list[int]:
    """How many items before each are equal to it; counted once for all.

    Examples:
        >>> ranks_of(Trace("a.ris", "JOUR", (), ()), "keywords", ("a", "b", "a"))
        [0, 0, 1]
    """
    known = trace.noted.get(key)
    if known is None or known[0] is not items:
        count: defaultdict[object, int] = defaultdict(int)
        ranks: list[int] = []
        for item in items:
            ranks.append(count[item])
            count[item] += 1
        known = trace.noted[key] = (items, ranks)
    found: list[int] = known[1]
    return found


def _finder(entries: list[Entry], way: Way) -> Finder:
    if way in ways.LISTS:
        return _Listed(entries, way)
    if way is ways.apart:
        return _Apart(entries)
    if way in _FORMS:
        return _Standing(entries, way)
    return _Every(entries, way)


class _Every:
    """Looks into every entry."""

    def __init__(self, entries: list[Entry], way: Way) -> None:
        self._entries = entries
        self._way = way

    def __call__(self, text: str) -> Numbered:
        for number, entry in enumerate(self._entries):
            hits = list(self._way(entry, text))
            if hits:
                yield number, hits


class _Listed:
    """Looks up what the entries list."""

    def __init__(self, entries: list[Entry], way: Way) -> None:
        self._entries = entries
        self._list = ways.LISTS[way]
        self._table: defaultdict[str, defaultdict[int, list[Hit]]] | None = None

    def __call__(self, text: str) -> Numbered:
        if self._table is None:
            self._table = defaultdict(lambda: defaultdict(list))
            for number, entry in enumerate(self._entries):
                for listed, hit in self._list(entry):
                    self._table[listed][number].append(hit)
        yield from self._table.get(text, {}).items()


class _Apart:
    """Looks where the rarest run of a text between separators stands."""

    def __init__(self, entries: list[Entry]) -> None:
        self._entries = entries
        self._every = _Every(entries, ways.apart)
        self._places: defaultdict[str, list[tuple[int, int]]] | None = None

    def __call__(self, text: str) -> Numbered:
        if self._places is None:
            self._places = defaultdict(list)
            for number, entry in enumerate(self._entries):
                for run in ways.RUN.finditer(entry.value):
                    self._places[run[0]].append((number, run.start()))
        runs = {run[0]: run.start() for run in ways.RUN.finditer(text)}
        if not runs:
            yield from self._every(text)
            return
        found = [(self._places.get(run, []), column) for run, column in runs.items()]
        places, column = min(found, key=_how_many)
        for number, same in groupby(places, _number):
            entry = self._entries[number]
            hits = [hit for _number, start in same for hit in ways.apart_at(entry, text, start - column)]
            if hits:
                yield number, hits


def _how_many(found: tuple[list[tuple[int, int]], int]) -> int:
    return len(found[0])


def _number(place: tuple[int, int]) -> int:
    return place[0]


def _as_it_is(text: str) -> str:
    return text


def _letters(text: str) -> str:
    return ways.letters_of(text)[1]


_FORMS: Final[dict[Way, Callable[[str], str]]] = {
    ways.within: _as_it_is,
    ways.ignoring_case: ways.lowered,
    ways.squeezed: _letters,
}
"""Ways that look for a text in a longer one, and the form in which the one stands in the other."""


class _Standing:
    """Looks into the entries that hold the text."""

    def __init__(self, entries: list[Entry], way: Way) -> None:
        self._entries = entries
        self._way = way
        self._form = _FORMS[way]
        self._joined: str | None = None
        self._starts: list[int] = []

    def __call__(self, text: str) -> Numbered:
        for number in self._holders(self._form(text)):
            hits = list(self._way(self._entries[number], text))
            if hits:
                yield number, hits

    def _holders(self, wanted: str) -> Iterator[int]:
        """The entries that hold a text: all of them are searched at once."""
        joined = self._text()
        place = joined.find(wanted) if wanted else -1
        while place >= 0:
            number = bisect_right(self._starts, place) - 1
            yield number
            place = joined.find(wanted, self._starts[number + 1])

    def _text(self) -> str:
        if self._joined is None:
            texts = [self._form(entry.value) for entry in self._entries]
            self._joined = "\n".join(texts)
            self._starts = [0]
            for text in texts:
                self._starts.append(self._starts[-1] + len(text) + 1)
        return self._joined
