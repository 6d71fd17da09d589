"""What a page declares about itself, one entry for each value: `<meta>`, JSON-LD, COinS.

In: the tree of a page. Out: `Entry`s in the order of the page, under the names that the page uses. Nothing is judged
here but what is no metadata of a publication.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qsl

from coprod.readers.pages.json_ld import OF_PAGES, DamagedError, Fact, article_in
from coprod.readers.pages.tree import BEFORE

if TYPE_CHECKING:
    from bs4 import Tag

KINDS: Final = ("citation_", "dc.", "dcterms.", "prism.", "eprints.", "bepress_citation_", "og.", "article.")
"""How names of metadata begin, in lower case, with a full stop for a colon."""

_ALSO: Final = frozenset(("author", "description", "keywords", "pbcontext"))
_NOT_OF_A_WORK: Final = ("og.image", "og.locale", "og.video", "og.audio", "article.content")

_SPACES: Final = re.compile(r"[ \t\n\r\f\v]+")
_LONGEST_COINS: Final = 50_000


class Entry(NamedTuple):
    """One value that a page declares."""

    name: str
    """The name in lower case, with a full stop for a colon, e.g. `"dc.creator"`, `"schema.headline"`."""

    printed: str
    """The name as the page writes it."""

    value: str
    """The value, white space collapsed."""

    line: int
    """Line of the tag, or of the key in JSON-LD."""

    family: str | None = None
    """For a person in JSON-LD: the family name, if it says which it is."""

    given: str | None = None
    affiliation: str | None = None
    orcid: str | None = None


class Damaged(NamedTuple):
    """JSON-LD that is no JSON."""

    line: int
    message: str
    text: str


class Collected(NamedTuple):
    """The entries of a page."""

    entries: tuple[Entry, ...]
    damaged: tuple[Damaged, ...]
    """JSON-LD that is read in part, or not at all."""

    unknown: tuple[Entry, ...] = ()
    """Metadata of no known name."""


Repaired = Callable[[str, int], str]


def entries_of(root: "Tag", repaired: Repaired) -> Collected:
    """The entries of a page, in the order in which they stand.

    Args:
        root: The elements of the page that hold metadata.
        repaired: Mends a value.

    Examples:
        >>> from coprod.readers.pages.tree import parse
        >>> soup = parse('<meta name="citation_title" content="Trust"><meta name="viewport" content="w">').soup
        >>> [(entry.name, entry.value, entry.line) for entry in entries_of(soup, lambda text, line: text).entries]
        [('citation_title', 'Trust', 1)]
    """
    entries: list[Entry] = []
    damaged: list[Damaged] = []
    coins: list[Tag] = []
    for tag in root.find_all(["meta", "link", "script", "span"]):
        if tag.name == "span":
            if "Z3988" in tag.get_attribute_list("class"):
                coins.append(tag)
        elif tag.name == "script":
            entries.extend(_of_script(tag, damaged))
        else:
            entries.extend(_of_meta(tag) if tag.name == "meta" else _of_link(tag))
    titles = {str(tag.get("title", "")) for tag in coins}
    if len(titles) == 1:
        entries.extend(_of_coins(coins[0]))
    clean = [entry._replace(value=_collapsed(repaired(entry.value, entry.line))) for entry in entries]
    unknown = tuple(entry for tag in root.find_all(True) for entry in _unknown(tag))
    return Collected(tuple(entry for entry in clean if entry.value), tuple(damaged), unknown)


def _collapsed(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


def _line(tag: "Tag") -> int:
    return tag.sourceline or 1


def normal_name(printed: str) -> str:
    """The name in the form that the tables use.

    Examples:
        >>> normal_name("DC:Creator"), normal_name("citation_Title")
        ('dc.creator', 'citation_title')
    """
    return printed.strip().lower().replace(":", ".")


def is_of_a_work(name: str) -> bool:
    """Whether metadata of this name speak of a publication."""
    return name in _ALSO or (name.startswith(KINDS) and not name.startswith(_NOT_OF_A_WORK))


def _of_meta(tag: "Tag") -> Iterator[Entry]:
    value = tag.get("content")
    for attribute in ("name", "property"):
        printed = tag.get(attribute)
        if isinstance(printed, str) and isinstance(value, str):
            name = normal_name(printed)
            if is_of_a_work(name):
                yield Entry(name, printed.strip(), value or _implied(name), _line(tag))
                return


_TWICE: Final = BEFORE.format("content")
_OF_THE_NAME: Final = frozenset(("name", "property", "itemprop", "id", "class", "lang", "xml:lang", "scheme"))
_WITHOUT_NAME: Final = frozenset(("charset", "http-equiv"))
"""What `meta` elements have that have neither a name nor content."""

_OF_PROGRAMS: Final = re.compile(
    r"(?:viewport|theme-color|color-scheme|robots|googlebot|bingbot|generator|referrer|format-detection|rating|"
    r"application-name|handheldfriendly|mobileoptimized|copyright|language|revisit-after|distribution|cleartype|"
    r"(?:og|article|msapplication|apple|google|twitter|fb|al|csrf|msvalidate|yandex|facebook|pinterest)(?:[._:-].*)?)",
    re.IGNORECASE,
)
"""Names of metadata that speak to browsers and search engines."""


def _unknown(tag: "Tag") -> Iterator[Entry]:
    """Metadata whose name no rule knows, or that have no content, or whose tag is no `meta`."""
    names = [str(tag[name]) for name in ("name", "property", "itemprop") if name in tag.attrs]
    is_known = any(is_of_a_work(normal_name(name)) for name in names)
    if tag.name != "meta":
        is_damaged = is_known and "content" in tag.attrs
    elif "content" in tag.attrs:
        others = any(_OF_PROGRAMS.fullmatch(name.strip()) for name in names) or "http-equiv" in tag.attrs
        is_damaged = not is_known and not others
    else:
        is_named = bool(names) or any(name in _WITHOUT_NAME or name.startswith("data-") for name in tag.attrs)
        is_damaged = not is_named or (is_known and len(tag.attrs) > len(names)) or any(" " in name for name in names)
    if is_damaged:
        said = _collapsed(
            " ".join(f"{value}" for name, value in tag.attrs.items() if name not in _OF_THE_NAME or " " in value)
        )
        yield Entry("", names[0] if names else "", said, _line(tag))
    elif is_known and _TWICE in tag.attrs:
        yield Entry("", names[0], _collapsed(str(tag[_TWICE])), _line(tag))


def _implied(name: str) -> str:
    """What a tag without a value says by being there."""
    return "true" if name == "citation_fulltext_world_readable" else ""


def _of_link(tag: "Tag") -> Iterator[Entry]:
    href = tag.get("href")
    if isinstance(href, str) and "canonical" in [value.lower() for value in tag.get_attribute_list("rel") if value]:
        yield Entry("canonical", "canonical", href, _line(tag))


def _of_script(tag: "Tag", damaged: list[Damaged]) -> Iterable[Entry]:
    kind = tag.get("type")
    if not isinstance(kind, str) or kind.partition(";")[0].strip().lower() != "application/ld+json":
        if any("ld+json" in f"{name}{value}" for name, value in tag.attrs.items()):
            damaged.append(Damaged(_line(tag), "JSON-LD in a damaged element; not read", tag.string or ""))
        return
    article, error = _article_in(tag.string or "", (*OF_PAGES, "about"))
    if error is not None:
        damaged.append(Damaged(_line(tag), str(error), tag.string or ""))
    for fact in article:
        yield _entry(fact, _line(tag))


def _entry(fact: Fact, line: int) -> Entry:
    """The entry of a fact; `line` is that of the script."""
    return Entry(f"schema.{fact.key.lower()}", f"schema:{fact.key}", fact.value, line + fact.offset, *fact.person)


def _article_in(text: str, keys: tuple[str, ...] = OF_PAGES) -> tuple[list[Fact], DamagedError | None]:
    """What JSON-LD says of an article, and how it is damaged."""
    try:
        return list(article_in(text, keys)), None
    except DamagedError as error:
        return list(error.facts), error


def _of_coins(tag: "Tag") -> Iterator[Entry]:
    described = str(tag.get("title", ""))
    if len(described) > _LONGEST_COINS:
        return
    for key, value in parse_qsl(described, errors="replace", max_num_fields=None):
        if key.startswith(("rft.", "rft_id")):
            yield Entry(key.lower(), key, value, _line(tag))


_META: Final = re.compile(r"<meta\b([^>]{1,1000})", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(
    r"""\b(name|property|content)\s{0,5}=\s{0,5}(?:"([^"]{0,800})|'([^']{0,800})|([^\s"'>]{1,800}))""", re.IGNORECASE
)
_SCRIPT: Final = re.compile(r"""<script\b[^>]{0,300}?\bapplication/ld\+json\b[^>]{0,100}>""", re.IGNORECASE)
_MOST_SCRIPTS: Final = 20


def entries_in_text(text: str) -> list[Entry]:
    """The entries of `<meta>` and JSON-LD in the beginning of a page, found without a parser, to look at only.

    Examples:
        >>> [entry.name for entry in entries_in_text('<meta name="DC.Title" content="Trust">')]
        ['dc.title']
    """
    first, *others = text.split("<!--")
    shown = "".join([first, *[other.partition("-->" if "-->" in other else ">")[2] for other in others]])
    entries: list[Entry] = []
    for meta in _META.finditer(shown):
        said = {name.lower(): double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(meta[1])}
        printed = said.get("name") or said.get("property") or ""
        if is_of_a_work(normal_name(printed)) and (said.get("content") or _implied(normal_name(printed))):
            entries.append(Entry(normal_name(printed), printed, said.get("content", ""), 1))
    for found in list(_SCRIPT.finditer(shown))[:_MOST_SCRIPTS]:
        end = shown.lower().find("</script", found.end())
        facts, _error = _article_in(shown[found.end() : end if end >= 0 else len(shown)])
        entries.extend(_entry(fact, 1) for fact in facts)
    return entries
