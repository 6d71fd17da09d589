"""Records and Collections as short tables for notebooks.

In: a record or a Collection, whose text anybody may have written. Out: HTML that holds tables, text and links, and
nothing that runs: text is escaped, a link leads to http, https or a DOI, and what typesets formulas leaves it alone.
What can go wrong: nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import attrs

from coprod.models import Finding, Paper, Record, StudyGroup

if TYPE_CHECKING:
    from coprod.collection import Collection

ROWS: Final = 20
"""Records, and items of one field, that are shown."""

_LETTERS: Final = 400
"""Letters of one text that are shown."""

_ADDRESS: Final = 2000
"""Letters of an address that can be followed."""

_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Controls, marks that turn the direction of writing, halves of characters."""

_LINK: Final = re.compile(r"https?://[A-Za-z0-9][^\s<>\"'`\\\[\]]*+", re.IGNORECASE)
"""An address that a click may follow."""

_DOI: Final = re.compile(r"10\.[0-9]{4,9}/\S++")

_KINDS: Final[dict[type, str]] = {Paper: "paper", Finding: "finding", StudyGroup: "study group"}

# MathJax runs commands between dollar signs, and some of them make links, unless a class forbids it.
_OPEN: Final = '<div class="tex2jax_ignore mathjax_ignore">'


def of_collection(found: "Collection") -> str:
    """The first records in a table: kind, text, where it appeared, link.

    Examples:
        >>> from coprod import Collection
        >>> "<td>A &lt;b&gt;</td>" in of_collection(Collection(papers=(Paper(title="A <b>"),)))
        True
    """
    rows = [_row(_kind(record), _text(record), _text(_place(record)), _link(record)) for record in islice(found, ROWS)]
    head = "<tr><th>kind</th><th>record</th><th>in</th><th>link</th></tr>"
    table = f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>" if rows else ""
    return f"{_OPEN}<p>{_text(repr(found)[1:-1])}</p>{table}{_left(len(found))}</div>"


def of_record(record: Record) -> str:
    """The fields that are stated, one in a row.

    Examples:
        >>> "<th>title</th><td>A &lt;b&gt;</td>" in of_record(Paper(title="A <b>"))
        True
    """
    rows = (f"<tr><th>{_text(name)}</th><td>{_value(name, value)}</td></tr>" for name, value in _stated(record))
    return f"{_OPEN}<p>{_text(_kind(record))}</p><table><tbody>{''.join(rows)}</tbody></table></div>"


def _kind(record: Record) -> str:
    return _KINDS.get(type(record), type(record).__name__)


def _place(record: Record) -> str:
    """What a record appeared in, or is part of."""
    if isinstance(record, Paper):
        return record.container_title or ""
    if isinstance(record, Finding):
        return record.section or ""
    return (record.host or "") if isinstance(record, StudyGroup) else ""


def _link(record: Record) -> str:
    """The address of a record, by its DOI if it has one."""
    if isinstance(record, Paper):
        if record.doi:
            return _doi(record.doi)
        return _url(record.urls[0]) if record.urls else ""
    return _url(record.url) if isinstance(record, StudyGroup) and record.url else ""


def _row(kind: str, *cells: str) -> str:
    return f"<tr><th>{escape(kind)}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _left(total: int) -> str:
    return f"<p>... and {total - ROWS} more</p>" if total > ROWS else ""


# One value ----------------------------------------------------------------------------------------------


def _stated(record: Record) -> Iterator[tuple[str, Any]]:
    """Fields that hold something."""
    for field in attrs.fields(type(record)):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if not field.name.startswith("_") and value not in (None, (), {}):
            yield field.name, value


def _value(name: str, value: Any) -> str:
    if isinstance(value, str):
        if name == "doi":
            return _doi(value)
        return _url(value) if name == "url" else _text(value)
    if isinstance(value, Mapping):
        return _several(f"{_text(key)}: {_item('', item)}" for key, item in value.items())
    if isinstance(value, tuple):
        return _several(_item(name, item) for item in value)
    return _text(value)


def _item(name: str, value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_text, value[:ROWS]))
    return _url(value) if name == "urls" and isinstance(value, str) else _text(value)


def _several(items: Iterable[str]) -> str:
    """The first items, one below the other."""
    whole = iter(items)
    shown = list(islice(whole, ROWS))
    left = sum(1 for _ in whole)
    return "<br>".join([*shown, f"... and {left} more"] if left else shown)


def _text(value: object) -> str:
    r"""Text that is nothing but text.

    Examples:
        >>> _text('<img src="x">'), _text("a\x00\n b")
        ('&lt;img src=&quot;x&quot;&gt;', 'a b')
    """
    text = _words(value)
    shown = _UNSEEN.sub("", " ".join(text[: 4 * _LETTERS].split()))
    return escape(shown if len(shown) <= _LETTERS and len(text) <= 4 * _LETTERS else shown[:_LETTERS] + "…")


def _words(value: object) -> str:
    try:
        return str(value)
    except ValueError as error:  # Python writes no whole number of so many digits
        return str(error)


def _doi(doi: str) -> str:
    """A link to what a DOI names.

    Examples:
        >>> _doi("10.1000/a<b")
        '<a href="https://doi.org/10.1000/a%3Cb">10.1000/a&lt;b</a>'
    """
    if len(doi) > _ADDRESS or _UNSEEN.search(doi) or not _DOI.fullmatch(doi):
        return _text(doi)
    return _anchor(f"https://doi.org/{quote(doi, safe='/:;()')}", doi)


def _url(url: str) -> str:
    """A link, if it leads to a page of the web; else the text.

    Examples:
        >>> _url("https://example.org/?a=1&b=2")
        '<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>'
        >>> _url("javascript:alert(1)")
        'javascript:alert(1)'
    """
    if len(url) > _ADDRESS or _UNSEEN.search(url) or not _LINK.fullmatch(url):
        return _text(url)
    return _anchor(url, url)


def _anchor(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{_text(text)}</a>'


__all__ = ["of_collection", "of_record"]
