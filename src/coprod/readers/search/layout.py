"""Layouts: what the rows of a publisher's search page look like, as data.

In: a TOML file, its text, or a mapping of the same shape. Out: a `Layout`, its selectors and patterns compiled.
What can go wrong: `LayoutError`, which names the file, the key and what is wrong; `OSError` from reading the file.
A pattern is held against one line at a time and never against a long one, since patterns may be slow.
"""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple, NoReturn

import attrs
import soupsieve

from coprod.exceptions import LayoutError
from coprod.text.labels import CATEGORIES

FIELDS: Final = frozenset(
    ("abstract", "access", "article_number", "author", "authors", "citation", "citations", "container", "date", "doi",
     "downloads", "editors", "family", "furniture", "genre", "given", "isbn", "issn", "issue", "keywords", "language",
     "link", "metric", "note", "orcid", "pages", "pmcid", "pmid", "publisher", "rights", "subtitle", "teaser", "title",
     "type", "views", "volume")
)  # fmt: skip
"""Names of the fields that a layout may speak of."""

ROW: Final = "row"
COUNT: Final = "count"
EXTRA: Final = "extra."
"""What stands before the name of a key of `Paper.extra`."""

EXTRA_GROUP: Final = "extra_"
"""The same in the name of a group of a pattern."""

SEVERAL: Final = "+"
"""Behind a field in `order`: it may take several lines."""

IN_ATTRIBUTES: Final = {"link": "href", "orcid": "href"}
"""Fields that only an attribute holds, and which one if the layout names none: the text is of the field around it."""

SURE: Final = frozenset(("count", "furniture"))
"""Fields that a line has wherever it stands."""

LONGEST: Final = 400
"""Characters: a longer line is a paragraph, and no pattern is tried on it."""

_TABLES: Final = frozenset(
    ("name", "order", "recognise", "select", "text", "lines", "labels", "headings", "types", "metric", "categories",
     "address")
)  # fmt: skip


class Rule(NamedTuple):
    """A selector, and the field that the elements hold which it selects."""

    field: str
    select: str
    attribute: str | None = None
    """The attribute that holds the value; None: the text of the element."""
    pattern: re.Pattern[str] | None = None
    """What of the attribute is the value: its first group, or all that it matches. None: the whole attribute."""


class Line(NamedTuple):
    """A pattern, and the field that a line holds which it matches as a whole."""

    field: str
    pattern: re.Pattern[str]


def _frozen(value: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(value))


@attrs.frozen(kw_only=True, eq=False)
class Layout:
    """How the search page of one publisher is recognised and read.

    Examples:
        >>> layout = Layout.parse('''
        ... name = "my-publisher"
        ... [select]
        ... row = "li.result"
        ... title = "h3 a"
        ... ''')
        >>> layout.name, [rule.field for rule in layout.select]
        ('my-publisher', ['row', 'title'])
    """

    name: str
    """Name, e.g. `"emerald-insight"`; it is shown in diagnostics."""

    order: tuple[str, ...] = ()
    """Fields of a row in the order of its lines; those that a line is not told by itself are found by their place."""

    several: frozenset[str] = frozenset()
    """Fields of `order` that may take several lines; in the file a "+" stands behind them."""

    anchor: str | None = None
    """The field that every row has, and by which rows are found in plain text. None: plain text is not read."""

    select: tuple[Rule, ...] = ()
    """What elements of HTML hold."""

    lines: tuple[Line, ...] = ()
    """What lines hold, by what they look like."""

    labels: Mapping[str, str] = attrs.field(factory=dict, converter=_frozen)
    """Fields by the label before the colon, in small letters."""

    headings: Mapping[str, str] = attrs.field(factory=dict, converter=_frozen)
    """Fields of the lines below a heading, by the heading in small letters."""

    types: Mapping[str, str] = attrs.field(factory=dict, converter=_frozen)
    """CSL types by the kind of work as printed, in small letters."""

    categories: Mapping[str, str] = attrs.field(factory=dict, converter=_frozen)
    """Categories of sections by label, where they are not those of the tables."""

    metric: str | None = None
    """What a bare number counts, e.g. `"downloads"`; an inference. None: not known."""

    address: str | None = None
    """The address that links of the site are relative to. None: they are kept as they are."""

    html: tuple[str, ...] = ()
    """Texts which all stand in the source of such a page, beside an element of the selector `row`."""

    text: tuple[re.Pattern[str], ...] = ()
    """Patterns each of which matches a line of such a page as plain text."""

    @classmethod
    def parse(cls, text: str, *, file: str | None = None) -> "Layout":
        """The layout that a TOML text describes.

        Raises:
            LayoutError: It is no TOML, or describes no layout.
        """
        try:
            content = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise LayoutError(f"no TOML: {error}", file=file) from error
        return cls.from_mapping(content, file=file)

    @classmethod
    def from_file(cls, path: "str | os.PathLike[str]") -> "Layout":
        """The layout in a file.

        Raises:
            LayoutError: The file holds no layout.
            OSError: What the file system raises.
        """
        name = os.fspath(path)
        try:
            text = Path(name).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise LayoutError("not in UTF-8", file=name) from error
        return cls.parse(text, file=name)

    @classmethod
    def from_mapping(cls, content: Mapping[str, Any], *, file: str | None = None) -> "Layout":
        """The layout that a mapping of the shape of the TOML file describes.

        Raises:
            LayoutError: It describes none.

        Examples:
            >>> Layout.from_mapping({"name": "x", "select": {"row": "li", "tittle": "h3"}}, file="x.toml")
            Traceback (most recent call last):
            coprod.exceptions.LayoutError: x.toml: select.tittle: no such field; did you mean 'title'?
        """
        return _Reading(content, file).layout()


class _Reading:
    """The keys of a layout, checked one after the other."""

    def __init__(self, content: Mapping[str, Any], file: str | None) -> None:
        self._content = content
        self._file = file

    def layout(self) -> Layout:
        for key in self._content:
            if key not in _TABLES:
                self._refuse(key, f"no such table{_hint(key, _TABLES)}")
        name = self._content.get("name")
        if not isinstance(name, str) or not name.strip():
            self._refuse("name", "a layout has a name")
        layout = Layout(
            name=name.strip(),
            order=self._order(),
            several=frozenset(field[:-1] for field in self._list("order") if str(field).endswith(SEVERAL)),
            anchor=self._anchor(),
            select=tuple(self._rules()),
            lines=tuple(sorted(self._lines(), key=lambda line: line.field not in SURE)),
            labels=self._named("labels"),
            headings=self._named("headings"),
            types={key.casefold(): value for key, value in self._strings("types").items()},
            categories=self._categories(),
            metric=self._text("metric", self._content.get("metric")),
            address=self._text("address", self._content.get("address")),
            html=self._sources(),
            text=tuple(self._patterns("recognise.text", self._table("recognise").get("text", []))),
        )  # fmt: skip
        return self._checked(layout)

    def _checked(self, layout: Layout) -> Layout:
        if not layout.select and layout.anchor is None:
            self._refuse(None, "neither [select] for HTML nor [text] for plain text; nothing could be read")
        if layout.select and all(rule.field != ROW for rule in layout.select):
            self._refuse("select.row", "missing; it selects the element of one result")
        if layout.anchor is not None and layout.anchor not in layout.order:
            self._refuse("text.row", f"{layout.anchor!r} does not stand in `order`")
        if layout.anchor is not None and not layout.text:
            self._refuse("recognise.text", "missing; without it no plain text is recognised")
        return layout

    def _refuse(self, key: str | None, problem: str) -> NoReturn:
        raise LayoutError(problem, file=self._file, key=key)

    def _table(self, key: str) -> Mapping[str, Any]:
        table = self._content.get(key, {})
        if not isinstance(table, Mapping):
            self._refuse(key, "not a table")
        return table

    def _list(self, key: str) -> list[Any]:
        value = self._content.get(key, [])
        return value if isinstance(value, list) else self._refuse(key, "not a list")

    def _text(self, key: str, value: object) -> str | None:
        if value is not None and not isinstance(value, str):
            self._refuse(key, "not a text")
        return value

    def _texts(self, key: str, value: object) -> list[str]:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(item, str) and item for item in values):
            self._refuse(key, "neither a text nor a list of texts")
        return values

    def _strings(self, key: str) -> dict[str, str]:
        table = self._table(key)
        return {name: self._texts(f"{key}.{name}", value)[0] for name, value in table.items()}

    def _field(self, field: object, key: str, also: Iterable[str] = ()) -> str:
        if not isinstance(field, str) or not (field in FIELDS or field in also or field.startswith(EXTRA)):
            self._refuse(key, f"no such field{_hint(str(field), [*FIELDS, *also])}")
        return field

    def _order(self) -> tuple[str, ...]:
        fields = [field.removesuffix(SEVERAL) if isinstance(field, str) else field for field in self._list("order")]
        return tuple(self._field(field, f"order[{index}]") for index, field in enumerate(fields))

    def _named(self, key: str) -> dict[str, str]:
        """Labels or headings in small letters, and their fields."""
        table = self._strings(key)
        return {label.casefold(): self._field(field, f"{key}.{label}") for label, field in table.items()}

    def _categories(self) -> dict[str, str]:
        table = self._strings("categories")
        for label, category in table.items():
            if category not in CATEGORIES:
                self._refuse(f"categories.{label}", f"{category!r} is none of {', '.join(CATEGORIES)}")
        return {label.casefold(): category for label, category in table.items()}

    def _anchor(self) -> str | None:
        table = self._table("text")
        for key in table:
            if key != ROW:
                self._refuse(f"text.{key}", "no such key; there is `row`")
        anchor = table.get(ROW)
        return None if anchor is None else self._field(anchor, "text.row")

    def _sources(self) -> tuple[str, ...]:
        table = self._table("recognise")
        for key in table:
            if key not in ("html", "text"):
                self._refuse(f"recognise.{key}", "no such key; there are `html` and `text`")
        return tuple(self._texts("recognise.html", table.get("html", [])))

    def _patterns(self, key: str, value: object) -> Iterable[re.Pattern[str]]:
        for text in self._texts(key, value):
            try:
                yield re.compile(text)
            except (re.error, RecursionError, OverflowError) as error:
                self._refuse(key, f"no regular expression: {error}")

    def _lines(self) -> Iterable[Line]:
        for field, value in _flat(self._table("lines")):
            key = f"lines.{field}"
            self._field(field, key, (COUNT,))
            for pattern in self._patterns(key, value):
                for group in pattern.groupindex:
                    if group not in ("value", "label") and not group.startswith(EXTRA_GROUP):
                        self._field(group, f"{key}: group {group!r}")
                yield Line(field, pattern)

    def _rules(self) -> Iterable[Rule]:
        for field, value in _flat(self._table("select")):
            key = f"select.{field}"
            self._field(field, key, (ROW, COUNT))
            for item in value if isinstance(value, list) else [value]:
                yield self._rule(field, key, item)

    def _rule(self, field: str, key: str, value: object) -> Rule:
        table = value if isinstance(value, Mapping) else {"select": value}
        for name in table:
            if name not in ("select", "attribute", "pattern"):
                self._refuse(f"{key}.{name}", "no such key; there are `select`, `attribute` and `pattern`")
        select = self._text(key, table.get("select"))
        if not select:
            self._refuse(key, "no selector")
        try:
            soupsieve.compile(select)
        except (soupsieve.SelectorSyntaxError, ValueError, NotImplementedError) as error:
            self._refuse(key, f"no selector: {str(error).splitlines()[0]}")
        patterns = list(self._patterns(f"{key}.pattern", table.get("pattern", [])))
        attribute = self._text(f"{key}.attribute", table.get("attribute", IN_ATTRIBUTES.get(field)))
        if patterns and attribute is None:
            self._refuse(f"{key}.pattern", "a pattern goes with an attribute")
        return Rule(field, select, attribute, patterns[0] if patterns else None)


def _flat(table: Mapping[str, Any]) -> Iterable[tuple[str, object]]:
    """The keys of a table, those of its table `extra` with that name before them."""
    for key, value in table.items():
        if key == "extra" and isinstance(value, Mapping):
            yield from ((EXTRA + name, item) for name, item in value.items())
        else:
            yield key, value


def _hint(wrong: str, known: Iterable[str]) -> str:
    """What the writer may have meant."""
    import difflib

    near = difflib.get_close_matches(wrong, sorted(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""
