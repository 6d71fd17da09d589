"""Which layouts there are: those of coprod, those that a program registered, those of one call.

In: a document. Out: the layout that knows it. Those of the call are asked first, then those registered, then ours.
What can go wrong: `LayoutError` for a layout that cannot be used; `OSError` for a file that cannot be read.
"""

import functools
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coprod.exceptions import LayoutError
from coprod.readers.pages.sniffing import Look, look_at
from coprod.readers.search.layout import ROW, Layout
from coprod.readers.search.torn_rows import ends_at_doi

if TYPE_CHECKING:
    from coprod.document import Document

_registered: dict[str, Layout] = {}
_NOTE: Final = "search.layout"
_SELECTED: Final = re.compile(r"([.#])((?:[\w-]|\\.)+)")
_BEFORE_NAME: Final = re.compile(r"[\"'\s=]")
_BEHIND_NAME: Final = re.compile(r"[\"'\s>]")
_FEW_LINES: Final = 400
_SHORT: Final = 400
"""Characters of a line that may be that of a row."""


def register_layout(layout: "Layout | str | os.PathLike[str]") -> Layout:
    """Adds a layout for this process, before those of coprod; one of the same name is replaced.

    Args:
        layout: A layout, or the path of a TOML file.

    Raises:
        LayoutError: The file holds no layout.
        OSError: What the file system raises.

    Examples:
        >>> from coprod.readers.search import unregister_layout
        >>> content = {"name": "my-publisher", "select": {"row": "li.result", "title": "h3"}}
        >>> layout = register_layout(Layout.from_mapping(content))
        >>> unregister_layout("my-publisher") is layout
        True
    """
    found = as_layout(layout)
    _registered[found.name] = found
    return found


def unregister_layout(name: str) -> Layout | None:
    """Takes back what `register_layout` added; None if there was nothing of that name."""
    return _registered.pop(name, None)


def as_layout(layout: object) -> Layout:
    """A layout, or the one in the file at that path."""
    if isinstance(layout, Layout):
        return layout
    if isinstance(layout, (str, os.PathLike)):
        return _of_file(os.fspath(layout))
    raise LayoutError(f"neither a Layout nor a path, but {type(layout).__name__}")


def _of_file(path: "str | bytes") -> Layout:
    """The layout in a file, which is read again only when it has changed."""
    state = Path(os.fsdecode(path)).stat()
    return _of_state(os.fsdecode(path), state.st_mtime_ns, state.st_size)


@functools.lru_cache(maxsize=32)
def _of_state(path: str, _changed: int, _size: int) -> Layout:
    return Layout.from_file(path)


@functools.cache
def built_in() -> tuple[Layout, ...]:
    """The layouts of coprod."""
    folder = files("coprod.readers.search") / "layouts"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    return tuple(Layout.parse((folder / name).read_text(encoding="utf-8"), file=name) for name in names)


def layouts(given: Iterable[object] = ()) -> Iterator[Layout]:
    """All layouts, in the order in which they are asked.

    Examples:
        >>> "emerald-insight" in [layout.name for layout in layouts()]
        True
    """
    yield from map(as_layout, given)
    yield from reversed(_registered.values())
    yield from built_in()


def layout_of(document: "Document") -> Layout | None:
    """The layout that knows a document; None if none does."""
    if _NOTE not in document.noted:
        look = look_at(document)
        document.noted[_NOTE] = _best(look, document.options.layouts) if look is not None else None
    found = document.noted[_NOTE]
    return found if isinstance(found, Layout) else None


def _best(look: Look, given: Iterable[object]) -> Layout | None:
    every = list(layouts(given))
    if look.html:
        found = next((layout for layout in every if knows_source(layout, look.text)), None)
        if found is not None:
            return found
    lines = _with_joined(look.lines[:_FEW_LINES])
    return next((layout for layout in every if knows_lines(layout, lines)), None)


def _with_joined(lines: Sequence[str]) -> list[str]:
    """The shorter ones of some lines, and what they may be together: a label and its value, what ends with a DOI."""
    short = [line for line in lines if len(line) <= _SHORT]
    labelled = [f"{label} {value}" for label, value in pairwise(short) if label.endswith(":")]
    torn = [" ".join(short[first:end]) for first, end in islice(ends_at_doi(short), _FEW_LINES)]
    return [*short, *labelled, *torn]


def knows_source(layout: Layout, source: str) -> bool:
    """Whether the source of an HTML page is one of that layout."""
    if not layout.select or not all(text in source for text in layout.html):
        return False
    return any(_is_in(rule.select, source) for rule in layout.select if rule.field == ROW)


def _is_word_of(name: str, source: str) -> bool:
    """Whether a class or an id stands in a source between the marks that stand around one."""
    at = source.find(name)
    while at >= 0:
        end = at + len(name)
        if _BEFORE_NAME.match(source, at - 1) and _BEHIND_NAME.match(source, end):
            return True
        at = source.find(name, end)
    return False


def _is_in(select: str, source: str) -> bool:
    """Whether the classes and ids that a selector names stand in a source."""
    for part in select.split(","):
        names = [name for _mark, name in _SELECTED.findall(part)]
        if all(_is_word_of(name, source) for name in names):
            return bool(names) or f"<{part.strip()}" in source
    return False


def knows_lines(layout: Layout, lines: Sequence[str]) -> bool:
    """Whether the lines of a text are those of a page of that layout."""
    if layout.anchor is None:
        return False
    return all(any(pattern.fullmatch(line) for line in lines) for pattern in layout.text)
