"""What stands above the sections of a summary page: title, authors, first words, and what the site says of its text.

In: the blocks before the first section. Out: fields of a Paper. A title needs a basis: it stands twice, HTML calls it
the first heading, or it is the first line and no name, address or part of the site. The rest stays unread.
"""

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from coprod.diagnostics import Diagnostic, occurrence
from coprod.models import Name, Paper
from coprod.readers.pages.blocks import Block, Passage, joined, use
from coprod.readers.pages.draft import Draft
from coprod.readers.pages.head import put_abstract
from coprod.readers.pages.names import Found, Row, names_in
from coprod.readers.pages.page import Page
from coprod.readers.summary.headings import heading_of, is_prose
from coprod.text.dates import parse_date
from coprod.text.identifiers import clean_doi, find_doi_span
from coprod.text.names import parse_name

if TYPE_CHECKING:
    from coprod.readers.pages.sections import Part

PROVIDER: Final = "ResearchBunny"

_FURNITURE: Final = re.compile(
    r"logo|(?:research\s?bunny)(?: logo)?|menu|(?:table of )?contents|on this page|"
    r"skip to (?:main )?content|play|pause|listen|share|save|home|about(?: us)?|papers|blog|pricing|search|register|"
    r"back to .{1,40}|(?:log|sign) (?:in|up|out)\b.{0,20}|subscribe\b.{0,30}|download\b.{0,30}|get started\b.{0,20}|"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[\s/-]{1,3}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?|[•·|/–-]",
    re.IGNORECASE,
)
_ABOUT_THE_TEXT: Final = re.compile(
    r"(~?\s?[0-9]{1,3}\s?min(?:ute)?s?(?: read)?)(?:\s*[•·|]\s*(\w[\w -]{1,30}\w))?(?:\s*[•·|]\s*(\w[\w -]{1,30}\w))?",
    re.IGNORECASE,
)
_ABSTRACT: Final = re.compile(r"[#*_\s]{0,9}abstract[*_:\s]{0,9}", re.IGNORECASE)
_SITE: Final = re.compile(r"\s*[|:–—]|\s+-\s")
_LEVEL: Final = re.compile(r"beginner|intermediate|advanced|expert", re.IGNORECASE)
_LABELLED: Final = re.compile(
    r"[*_]*(title|field|authors?|by|journal|publication date|published(?: on)?|date|year|doi)"
    r"[*_]*\s*[:：][*_]*\s*(?=\S)|(by)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_DOI_LINE: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi\s?:?\s?)?10\.[0-9]{4,9}/\S+", re.IGNORECASE)
_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE: Final = r"(?:de|del|da|di|do|dos|van|von|der|den|la|le|el|al|bin|ibn|ter|zu)"
_WORD_OF_NAME: Final = re.compile(
    rf"{_CAPITAL}\.?(?:[ -]?{_CAPITAL}\.){{0,3}}|{_CAPITAL}[^\W\d_]*(?:[-'’‐][^\W\d_]+){{0,3}}\.?|{_PARTICLE}|[ey]"
)
_INITIAL: Final = re.compile(rf"(?:^|[\s.-]){_CAPITAL}\.")
_CONDUCTED: Final = re.compile(
    r"\b(?:conducted|carried out|led|written|authored|undertaken|performed|done) by "
    r"(?:(?:researchers|authors|scholars|scientists) )?"
)
_WORDS_OF_NAMES: Final = re.compile(
    rf"(?:(?:{_CAPITAL}\.(?:-?{_CAPITAL}\.){{0,3}}|{_CAPITAL}[^\s,.;:()]*|and|{_PARTICLE}|et al\.?)"
    r"(?:,\s|\s|(?=[,.;:()])|$)){1,60}"
)
_AND_OTHERS: Final = re.compile(r"(?:(?:his|her|their) )?(?:colleagues|co-?authors|others|co-?workers|team)\b")
_INITIALS: Final = re.compile(rf"(?:{_CAPITAL}\.[ -]?){{1,4}}\s?")
_OF_A_MAIL: Final = re.compile(r"(?:subject|from|to|cc|sent|reply-to|fwd?|re)\s?:", re.IGNORECASE)
_ENDS: Final = ".!?…:;”\"’')]"
_FEWEST_WORDS_OF_TITLE: Final = 3
_LONGEST_TITLE: Final = 350
_LONGEST_FIELD: Final = 50


class Preamble:
    """Reads the blocks above the sections into a draft.

    Attributes:
        told: What was odd.
        parts: The parts of the authors' abstract, if the page has it.
    """

    def __init__(self, page: Page, blocks: list[Block], draft: Draft[Paper]) -> None:
        self.told: list[Diagnostic] = []
        self.parts: tuple[Part, ...] = ()
        self._page = page
        self._draft = draft
        self._left = [block for block in blocks if block.role is None]

    def read(self) -> None:
        """Takes what it understands; the rest stays unread."""
        self._furniture()
        self._labelled()
        title = self._title()
        self._authors(title)
        self._abstract()
        self._teaser()

    def _take(self, block: Block, role: str = "content") -> Passage:
        passage = block.passage()
        use([passage], role)
        self._left.remove(block)
        return passage

    def _furniture(self) -> None:
        for block in list(self._left):
            if _FURNITURE.fullmatch(block.text):
                self._take(block, "furniture")
                continue
            about = _ABOUT_THE_TEXT.fullmatch(block.text)
            if about is None and _LEVEL.fullmatch(block.text):
                self._draft.keep("level", self._take(block))
            elif about is not None:
                passage = self._take(block)
                for group, label in enumerate(("minutes", "level", "language"), 1):
                    if about[group]:
                        self._draft.keep(label, passage.part(about.start(group), about.end(group)))

    def _labelled(self) -> None:
        for block in list(self._left):
            found = _LABELLED.match(block.text)
            if found is not None:
                said = block.passage(found.end())
                if self._labelled_value((found[1] or found[2]).lower(), said):
                    self._take(block)
            elif _DOI_LINE.fullmatch(block.text) and self._labelled_value("doi", block.passage()):
                self._take(block)

    def _labelled_value(self, label: str, said: Passage) -> bool:
        """Puts the value of a labelled line where it belongs; False if it does not look like one."""
        values = self._draft.values
        if label == "title" and "title" not in values:
            self._draft.put("title", said.text, said)
        elif label in ("author", "authors", "by"):
            return self._row(said, sure=label != "by")
        elif label == "field":
            self._draft.keep("field", said)
        elif label == "journal" and "container_title" not in values:
            self._draft.put("container_title", said.text, said)
        elif label == "doi" and "doi" not in values:
            return self._doi(said)
        elif "issued" not in values:
            date = parse_date(said.text)
            if date is None or date.year is None:
                return False
            self._draft.put("issued", date, said)
        else:
            return False
        return True

    def _doi(self, said: Passage) -> bool:
        doi, place = clean_doi(said.text), find_doi_span(said.text)
        if doi is None or place is None:
            return False
        self._draft.put("doi", doi, said.part(*place))
        if doi != said.text:
            self._draft.keep("DOI", said)
        return True

    def _title(self) -> Block | None:
        """The block behind which authors may stand."""
        if "title" in self._draft.values:
            return self._same_as_title()
        texts = [block.text for block in self._left]
        count = Counter(texts)
        again = next((block for block in self._left if count[block.text] > 1 and " " in block.text), None)
        first = again or self._named_by_html() or self._first_line()
        if first is None:
            return None
        title = first.passage().stripped("#*_")
        self._draft.put("title", title.text, title)
        return self._same_as_title()

    def _named_by_html(self) -> Block | None:
        """The first heading of the first level, or a line that the title of the page begins with."""
        heading = next((block for block in self._left if block.level == 1 and heading_of(block.text) is None), None)
        title = (self._page.title or "").casefold()
        lines = (block for block in self._left if " " in block.text and block.text.casefold() == title)
        sites = (block for block in self._left if " " in block.text and _begins(title, block.text.casefold()))
        return heading or next(lines, None) or next(sites, None)

    def _same_as_title(self) -> Block | None:
        """Takes the blocks that are the title; what stands alone between two of them is the field of research."""
        same = [block for block in self._left if block.text.strip("#*_ ") == self._draft.values["title"]]
        if len(same) > 1:
            between = self._left[self._left.index(same[0]) + 1 : self._left.index(same[1])]
            if len(between) == 1 and len(between[0].text) <= _LONGEST_FIELD and not is_prose(between[0].text):
                self._draft.keep("field", self._take(between[0]))
        for block in same:
            self._take(block)
        return same[-1] if same else None

    def _first_line(self) -> Block | None:
        """The first line of three words or more, where nothing but its place says that it is the title."""
        candidates = (block for block in self._left if block.text.count(" ") > 1)
        block = next(candidates, None)
        if block is None:
            return None
        if block.links or not _may_be_title(block.text) or _row_of(block.text) is not None:
            return next((later for later in candidates if self._stands_above_names(later)), None)
        begins = (other for other in self._left if " " in other.text and _begins(block.text, other.text))
        other = next(begins, None)
        if other is not None:
            self._take(block, "furniture")
        return other or block

    def _stands_above_names(self, block: Block) -> bool:
        """Whether a line that may be a title has a row of names below it, which is as good as its place."""
        after = self._left[self._left.index(block) + 1 :][:1]
        if block.links or not _may_be_title(block.text) or _row_of(block.text) is not None:
            return False
        return any(_row_of(other.text) is not None for other in after)

    def _authors(self, title: Block | None) -> None:
        known: list[Name] = self._draft.items["authors"]
        for block in list(self._left):
            if title is not None and block.line < title.line:
                continue
            row = _row_of(block.text)
            if known and row is not None and _are_short_forms([found.name for found in row.names], known):
                self._take(block)
            elif not known and self._row(block.passage(), sure=False):
                self._take(block)
                return

    def _row(self, passage: Passage, *, sure: bool) -> bool:
        """Takes a row of names as authors; False if it does not look like one."""
        found = names_in(passage.text) if sure else _row_of(passage.text)
        if found is None or not found.names or self._draft.items["authors"]:
            return False
        for name in found.names:
            self._add(name, passage)
        if found.et_al is not None:
            self._tell_et_al(passage)
        return True

    def _add(self, found: Found, row: Passage) -> None:
        place = row.part(found.start, found.end)
        self._draft.add("authors", found.name, place, literal=place)

    def _tell_et_al(self, passage: Passage) -> None:
        line = passage.cuts[0].block.line
        self.told.append(
            occurrence(
                "summary.et-al", "info", "names were left out (et al.)",
                source=self._page.source, line=line, text=passage.text, field="authors",
            )
        )  # fmt: skip

    def _abstract(self) -> None:
        """Takes the paragraphs below a line "Abstract", which the authors wrote."""
        heading = next((block for block in self._left if _ABSTRACT.fullmatch(block.text)), None)
        if heading is None or "abstract" in self._draft.values:
            return
        behind = self._left[self._left.index(heading) + 1 :]
        text = [self._take(block) for block in itertools.takewhile(lambda block: is_prose(block.text), behind)]
        if text:
            self._take(heading)
            self.parts = put_abstract(self._draft, joined(text))

    def _teaser(self) -> None:
        prose = [block for block in self._left if is_prose(block.text) and block.text[-1:] in _ENDS]
        if not prose:
            return
        teaser = joined([self._take(block) for block in prose])
        self._draft.put("teaser", teaser.text, teaser)
        full = _names_in_prose(teaser)
        short: list[Name] = self._draft.items["authors"]
        if full and _are_short_forms(short, [found.name for found, _passage in full]):
            printed = [self._draft.trace.pop(f"authors[{index}]") for index in range(len(short))]
            for index, passage in enumerate(printed):
                del self._draft.trace[f"authors[{index}].literal"]
                self._draft.keep("authors", passage)
            self.told = []
            last = full[-1][1]
            if _AND_OTHERS.match(teaser.text, teaser.text.index(last.text) + len(last.text) + len(" and ")):
                self._tell_et_al(teaser)
            self._draft.items["authors"] = []
            for found, passage in full:
                self._add(found._replace(name=_split_as_in(found.name, short)), passage)


def _begins(text: str, title: str) -> bool:
    """Whether a line is a title with the name of a site behind it.

    Examples:
        >>> _begins("Night buses and nurses - Summaries", "Night buses and nurses")
        True
    """
    return text.startswith(title) and _SITE.match(text, len(title)) is not None


def _may_be_title(text: str) -> bool:
    words = text.count(" ") + 1
    if words < _FEWEST_WORDS_OF_TITLE or len(text) > _LONGEST_TITLE or text[0].islower() or "|" in text:
        return False
    return text[-1] not in ".,;:" and "://" not in text and _OF_A_MAIL.match(text) is None


def _row_of(text: str) -> Row | None:
    """The names of a line that is nothing but names: several, or one with initials or "et al."."""
    row = names_in(text)
    if not row.names or len(text) > 2000 or not all(_is_person(found.name.literal) for found in row.names):
        return None
    if len(row.names) > 1 or row.et_al is not None or _INITIAL.search(text):
        return row
    return None


def _is_person(literal: str) -> bool:
    words = literal.split()
    if not 2 <= len(words) <= 6 or not all(_WORD_OF_NAME.fullmatch(word) for word in words):
        return False
    return parse_name(f"{words[-1]}, {' '.join(words[:-1])}").family is not None


def _names_in_prose(text: Passage) -> list[tuple[Found, Passage]]:
    """The names in "conducted by A, B, and C", each with the passage that its places count from."""
    opening = _CONDUCTED.search(text.text)
    words = _WORDS_OF_NAMES.match(text.text, opening.end()) if opening is not None else None
    if words is None:
        return []
    row = text.part(words.start(), words.end()).stripped(",")
    if row.text.endswith(" and"):
        row = row.part(0, len(row.text) - 4).stripped(",")
    found = names_in(row.text)
    if found.et_al is not None or not all(_is_person(name.name.literal) for name in found.names):
        return []
    return [(name, row) for name in found.names]


def _are_short_forms(short: list[Name], full: list[Name]) -> bool:
    """Whether the short names are the first of the full ones."""
    if len(short) > len(full):
        return False
    pairs = zip(short, full, strict=False)
    return all(_family(one) == _family(other) and _initial(one) == _initial(other) for one, other in pairs)


def _family(name: Name) -> str:
    return (name.family or name.literal).split()[-1]


def _initial(name: Name) -> str:
    return (name.given or name.literal)[0]


def _split_as_in(name: Name, short: list[Name]) -> Name:
    """The name, split where a short form shows which words are the family name."""
    for other in short if name.family is None else ():
        initials = _INITIALS.match(other.literal)
        family = other.literal[initials.end() :] if initials is not None else ""
        if family and name.literal.endswith(f" {family}") and name.literal[0] == other.literal[0]:
            return attrs.evolve(name, family=family, given=name.literal[: -len(family) - 1])
    return name
