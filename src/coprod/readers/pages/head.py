"""The publication that a page declares in its head: `citation_*`, Dublin Core, PRISM, EPrints, JSON-LD, COinS.

In: a page. Out: the fields of a Paper, each with the line that declares it; what no field holds, and what says
something else, goes to `extra` under its own name. A reader calls `fill` before it adds what it finds itself.
What can go wrong: nothing; what is damaged or contradicts itself is told.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from coprod.diagnostics import Diagnostic, Severity, occurrence
from coprod.models import Abstract, Paper
from coprod.readers.pages import head_names as names
from coprod.readers.pages.blocks import Passage, attribute
from coprod.readers.pages.draft import Draft
from coprod.readers.pages.head_doubts import tell_doubts
from coprod.readers.pages.head_numbers import fill_numbers
from coprod.readers.pages.head_people import fill_people
from coprod.readers.pages.metadata import Collected, Entry, entries_in_text, entries_of
from coprod.readers.pages.repair import Repairs
from coprod.readers.pages.sections import Part
from coprod.text.abstracts import parts_of
from coprod.text.dates import is_placeholder
from coprod.text.markup import strip_markup
from coprod.text.placeholders import states_nothing

if TYPE_CHECKING:
    from coprod.readers.pages.page import Page

_CUT: Final = ("...", "…")


def declares(head_text: str) -> bool:
    """Whether the beginning of an HTML page declares one publication.

    Examples:
        >>> declares('<head><meta name="citation_doi" content="10.1000/1"></head>'), declares("<head></head>")
        (True, False)
    """
    return names.is_article(_by_name(entries_in_text(head_text)))


def declared(page: "Page") -> "Declared | None":
    """What a page declares of the one publication that it is about; None if it declares none.

    Examples:
        >>> from coprod.document import Document
        >>> from coprod.readers.pages.page import page_of
        >>> head = b'<html><meta name="citation_title" content="Trust"><meta name="citation_year" content="2020">'
        >>> draft = Draft(Paper)
        >>> declared(page_of(Document("a.html", iter([head])))).fill(draft)
        >>> draft.values["title"], draft.values["issued"].year
        ('Trust', 2020)
    """
    if page.metadata is None:
        return None
    repairs = Repairs(page.source) if page.repair else None

    def repaired(text: str, line: int) -> str:
        return text if repairs is None else repairs(text, line, line)

    collected = entries_of(page.metadata, repaired)
    if not names.is_article(_by_name(collected.entries)):
        return None
    _bound(page, collected)
    found = Declared(page.source, collected.entries)
    found.told.extend(repairs.told if repairs is not None else ())
    for damaged in collected.damaged:
        found.tell("article.json-ld", "warning", damaged.message, damaged.line, damaged.text)
    for entry in collected.unknown:
        found.tell("page.hidden", "info", "metadata of no known name; not read", entry.line, entry.value)
    return found


def undeclared(page: "Page") -> Iterator[Diagnostic]:
    """What a head says that declares no publication."""
    if page.metadata is None:
        return
    collected = entries_of(page.metadata, lambda text, _line: text)
    _bound(page, collected)
    for entry in (*collected.entries, *collected.unknown):
        message = "metadata that declare no publication; not read"
        yield occurrence(
            "page.hidden", "info", message, source=page.source, line=entry.line, text=f"{entry.printed}: {entry.value}"
        )
    for damaged in collected.damaged:
        yield occurrence(
            "article.json-ld", "warning", damaged.message, source=page.source,
            line=damaged.line, last=damaged.line + damaged.text.count("\n"), text=damaged.text,
        )  # fmt: skip


def _bound(page: "Page", collected: Collected) -> None:
    """Holds what a head says against the limits; in names, what may part two of them counts as a line."""
    abstracts = [(entry.value, entry.line) for entry in collected.entries if entry.name in names.ABSTRACTS]
    others = [entry for entry in (*collected.entries, *collected.unknown) if entry.name not in names.ABSTRACTS]
    page.bound_text(abstracts)
    page.bound_density(abstracts)
    page.bound_density([(entry.value.replace(" and ", "\n").replace(";", "\n"), entry.line) for entry in others])


def _by_name(entries: Iterable[Entry]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        found[entry.name].append(entry.value)
    return found


class Declared:
    """What a page declares of a publication.

    Attributes:
        told: What was odd about it; complete after `fill`.
        parts: The parts of the abstract after `fill`, to take findings from.
        last_line: The last line that declares anything.
    """

    def __init__(self, source: str, entries: tuple[Entry, ...]) -> None:
        self.told: list[Diagnostic] = []
        self.parts: tuple[Part, ...] = ()
        self.first_line: int = min(entry.line for entry in entries)
        self.last_line: int = max(entry.line for entry in entries)
        self._source = source
        self._entries = entries

    def tell(self, code: str, severity: Severity, message: str, line: int, text: str | None, field: str = "") -> None:
        """Notes what was odd."""
        last = line + text.count("\n") if text is not None else None
        self.told.append(
            occurrence(
                code, severity, message, source=self._source, line=line, last=last, text=text, field=field or None
            )
        )

    def content(self) -> Iterator[str]:
        """What the `id` of the paper is made of."""
        for entry in self._entries:
            yield f"{entry.name}\t{entry.value}"

    def fill(self, draft: Draft[Paper]) -> None:
        """Puts what is declared into the fields of a Paper, and the rest into `extra`."""
        filling = Filling(self._entries, draft, self.tell)
        for field, of_field in names.TEXTS.items():
            filling.text(field, of_field)
        fill_numbers(filling)
        fill_people(filling, "authors", names.AUTHORS)
        fill_people(filling, "editors", names.EDITORS)
        _fill_keywords(filling)
        self.parts = _fill_abstract(filling)
        _fill_urls(filling)
        _fill_kind(filling)
        tell_doubts(filling)
        filling.keep_rest()


class Filling:
    """Entries on their way into the fields of a draft: each is used, or kept in `extra`."""

    def __init__(self, entries: tuple[Entry, ...], draft: Draft[Paper], tell: Callable[..., None]) -> None:
        self.entries = entries
        self.draft = draft
        self.tell = tell
        self._left = dict.fromkeys(range(len(entries)))
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        for index, entry in enumerate(entries):
            self._by_name[entry.name].append(index)

    def of(self, of_field: Iterable[str]) -> Iterator[tuple[int, Entry]]:
        """The entries of these names, in the order of the names."""
        for name in of_field:
            yield from [(index, self.entries[index]) for index in self._by_name.get(name, ())]

    def stated(self, of_field: Iterable[str]) -> Iterator[tuple[int, Entry]]:
        """The entries of these names without those that only say that there is none."""
        return ((index, entry) for index, entry in self.of(of_field) if not states_nothing(entry.value))

    def first(self, of_field: Iterable[str]) -> tuple[int, Entry] | None:
        """The first entry of these names."""
        return next(self.of(of_field), None)

    def use(self, index: int, value: str | None = None) -> None:
        """Notes that an entry is in a field; as this value, if that is another than was declared."""
        entry = self.entries[index]
        if value is None or value == entry.value:
            self._left.pop(index, None)

    def is_left(self, index: int) -> bool:
        """Whether an entry is in no field as it stands, so that it goes to `extra`."""
        return index in self._left

    def text(self, field: str, of_field: Iterable[str]) -> None:
        """Fills a field of text from the first entry that has one; equal ones are told once."""
        chosen: str | None = None
        for index, entry in self.of(of_field):
            value = strip_markup(entry.value) if field in names.MARKED_UP else entry.value
            if _is_nothing(value) or (entry.name in names.DOUBTFUL and not _is_name(value)):
                continue
            if chosen is None:
                chosen = value
                self.draft.put(field, value, attribute(value, entry.line))
                self.use(index, value)
            elif key_of(value) == key_of(chosen):
                self.use(index)

    def keep_rest(self) -> None:
        """Puts what is in no field into `extra`."""
        for index in self._left:
            entry = self.entries[index]
            if entry.name not in ("pbcontext", "canonical"):
                self.draft.keep(entry.printed, attribute(entry.value, entry.line))


def key_of(text: str) -> str:
    """What two values have in common that say the same.

    Examples:
        >>> key_of("Journal of Trust & Care ") == key_of("journal of trust & care")
        True
    """
    return " ".join(text.casefold().split()).rstrip(".")


def _is_nothing(value: str) -> bool:
    return is_placeholder(value) or states_nothing(value)


def _is_name(value: str) -> bool:
    """Whether a value is a name, without numbers and no address."""
    return "://" not in value and not any(letter.isdigit() for letter in value)


def _fill_keywords(filling: Filling) -> None:
    """Fills `keywords` from the first name that has any; others that say no more are told once."""
    chosen = next((name for name in names.KEYWORDS if any(filling.stated((name,)))), None)
    if chosen is None:
        return
    entries = list(filling.stated((chosen,)))
    seen: dict[str, None] = {}
    for index, entry in entries:
        for word in _keywords(entry.value, alone=len(entries) == 1):
            if key_of(word) not in seen:
                seen[key_of(word)] = None
                filling.draft.add("keywords", word, attribute(word, entry.line))
        filling.use(index)
    for index, entry in filling.of((*names.KEYWORDS, "keywords")):
        if all(key_of(word) in seen for word in _keywords(entry.value, alone=True)):
            filling.use(index)


def _keywords(text: str, *, alone: bool) -> list[str]:
    """The keywords of a value: between semicolons; without any, and in the only value, between commas."""
    separator = ";" if ";" in text or not alone else ","
    return [word.strip() for word in text.split(separator) if word.strip()]


def _fill_abstract(filling: Filling) -> tuple[Part, ...]:
    chosen: str | None = None
    parts: tuple[Part, ...] = ()
    for index, entry in filling.of(names.ABSTRACTS):
        text = " ".join(strip_markup(entry.value).split())
        if text.endswith(_CUT) or _is_nothing(text) or " " not in text:
            continue
        if chosen is None:
            chosen = text
            parts = put_abstract(filling.draft, attribute(text, entry.line))
            filling.use(index, text)
        elif key_of(text) == key_of(chosen):
            filling.use(index)
    for index, entry in filling.of(("description", "og.description")):
        if chosen is not None and key_of(chosen).startswith(key_of(entry.value.rstrip(".…"))):
            filling.use(index)
    return parts


def put_abstract(draft: Draft[Paper], whole: Passage) -> tuple[Part, ...]:
    """Fills `abstract` with a text and its sections; gives the parts of it, to take findings from."""
    parts = tuple(
        Part(whole.part(*part.label) if part.label else None, part.category, (whole.part(*part.text),))
        for part in parts_of(whole.text)
    )
    sections = tuple(part.section(draft.trace, f"abstract.sections[{index}]") for index, part in enumerate(parts))
    draft.put("abstract", Abstract(text=whole.text, sections=sections))
    draft.follow("abstract.text", whole)
    return parts or (Part(None, None, (whole,)),)


def _fill_urls(filling: Filling) -> None:
    seen: set[str] = set()
    for index, entry in filling.of(names.URLS):
        value = entry.value
        if not value.startswith(("http://", "https://")) or " " in value or names.doi_of(entry.name, value):
            continue
        if value not in seen:
            seen.add(value)
            filling.draft.add("urls", value, attribute(value, entry.line))
        filling.use(index)


def _fill_kind(filling: Filling) -> None:
    """Fills `type`, `genre` and `access`."""
    draft = filling.draft
    for index, entry in filling.of(names.GENRES):
        if not entry.name.endswith("type") or entry.name.startswith("citation") or names.GENRE.match(entry.value):
            if "genre" not in draft.values:
                draft.put("genre", entry.value, attribute(entry.value, entry.line))
            if draft.values["genre"] == entry.value:
                filling.use(index)
    by_name = filling.first(names.TYPES_BY_NAME)
    if by_name is not None:
        draft.put("type", names.TYPES_BY_NAME[by_name[1].name], attribute(by_name[1].value, by_name[1].line))
    else:
        of_words = names.TYPES_BY_WORD if "container_title" in draft.values else names.TYPES_BY_WORD_ALONE
        for _index, entry in filling.of(of_words):
            kind = names.csl_type(entry.value)
            if kind is not None:
                draft.put("type", kind, attribute(entry.value, entry.line))
                break
    for index, entry in filling.of(("schema.isaccessibleforfree", "citation_fulltext_world_readable")):
        if entry.value.lower() in ("true", "false") and "access" not in draft.values:
            access = "open" if entry.value.lower() == "true" else "restricted"
            draft.put("access", access, attribute(entry.value, entry.line))
            filling.use(index)
