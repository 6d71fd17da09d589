"""What stands above the sections of a summary page: title, authors, first words, and what the site says of its text.

In: the blocks before the first section. Out: fields of a Paper. A title needs a basis: it stands twice, HTML calls it
the first heading, or it is the first line and no name, address or part of the site. The rest stays unread.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coprod.diagnostics import Diagnostic, occurrence
from coprod.models import Name, Paper
from coprod.readers.pages.blocks import Block, Passage, joined, use
from coprod.readers.pages.draft import Draft
from coprod.readers.pages.head import put_abstract
from coprod.readers.pages.names import Found, Row, names_in
from coprod.readers.pages.page import Page
from coprod.readers.summary.furniture import (
    is_above_the_text,
    may_be_before_the_text,
    may_be_menu,
    may_be_of_a_tool,
)
from coprod.readers.summary.headings import heading_of, is_prose, words_from
from coprod.readers.summary.markdown import unmarked
from coprod.readers.summary.outline import ABSTRACT
from coprod.readers.summary.people import AND_OTHERS, are_short_forms, names_in_prose, row_of, split_as_in
from coprod.readers.summary.titles import bare, begins_with, has_words, is_first_level, may_be_title, stands_above_names
from coprod.text.dates import parse_date
from coprod.text.identifiers import clean_doi, find_doi_span

if TYPE_CHECKING:
    from coprod.readers.pages.sections import Part

_ABOUT_THE_TEXT: Final = re.compile(
    r"(~?\s?[0-9]{1,3}\s?min(?:ute)?s?(?: read)?)(?:\s*[•·|]\s*(\w[\w -]{1,30}\w))?(?:\s*[•·|]\s*(\w[\w -]{1,30}\w))?",
    re.IGNORECASE,
)
_LEVEL: Final = re.compile(r"beginner|intermediate|advanced|expert", re.IGNORECASE)
_LABELLED: Final = re.compile(
    r"(title|(?:full )?citation|reference|source|field|authors?|by|journal|publication date|published(?: on)?|date|"
    r"year|doi)[*_]*\s*[:：][*_]*\s*(?=\S)|(by)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_OF_AUTHORS: Final = ("author", "authors", "by")
_DATES: Final = ("publication date", "published", "published on", "date", "year")
_DOI_LINE: Final = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|(?:[\w ]{1,30}[•·|,]\s?)?doi\s?:?\s?)?10\.[0-9]{4,9}/\S+", re.IGNORECASE
)
_BEHIND_NAMES: Final = re.compile(r",?\s?\(((?:1[89]|20)[0-9]{2})[a-z]?\)(?:[.,:;]\s+(?=\S)|\.?\Z)")
"""The year behind the names of authors, and where what they wrote for begins."""

_VOLUME: Final = re.compile(
    r"(?:,\s(?:vol\.?\s)?|\svol\.?\s|\s(?=[0-9]{1,4}\s?[(,:]))(?!(?:1[89]|20)[0-9]{2}\Z)"
    r"([0-9]{1,4})(?:\s?\(([0-9]{1,4}(?:[–/-][0-9]{1,4})?)\))?"
    r"(?:\s?[,:]\s?(?:pp?\.?\s?)?([0-9]{1,6})\s?[–-]\s?([0-9]{1,6}))?\.?\Z",
    re.IGNORECASE,
)
"""Volume, issue, first and last page behind the name of a journal."""

_LONGEST_PLACE: Final = 60
_QUOTES: Final = ('""', "“”", "''", "‘’", "«»")
_ENDS: Final = ".!?…:;”\"’')]"
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
        self._left = {block: None for block in blocks if block.role is None}
        """The blocks that were not understood yet, in their order."""

    def read(self) -> None:
        """Takes what it understands; the rest stays unread."""
        self._furniture()
        self._about_the_text()
        self._labelled()
        title = self._title()
        self._authors(title)
        self._abstract()
        self._teaser()

    def _take(self, block: Block, role: str = "content") -> Passage:
        passage = block.passage()
        use([passage], role)
        del self._left[block]
        return passage

    def _furniture(self) -> None:
        """Takes what is known to be no content; what only looks like it is no title, and is left unread, to be told.

        Titles stand above a row of names: what only looks like furniture there is content, what is known to be is told.
        """
        left = list(self._left)
        for block, below in itertools.zip_longest(left, left[1:]):
            is_known = is_above_the_text(block.text)
            if not is_known and not _may_be_furniture(block):
                continue
            is_above_names = below is not None and _is_byline(below.text)
            if is_known and not is_above_names:
                self._take(block, "furniture")
            elif not is_above_names or (is_known and not is_first_level(block)):
                del self._left[block]

    def _about_the_text(self) -> None:
        for block in list(self._left):
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
            found = _LABELLED.match(block.text, words_from(block.text))
            if found is not None:
                said = _unquoted(unmarked(block.passage(found.end())))
                if self._labelled_value((found[1] or found[2]).lower(), said):
                    self._take(block)
            elif _DOI_LINE.fullmatch(block.text) and self._labelled_value("doi", block.passage().stripped("•·|")):
                self._take(block)

    def _labelled_value(self, label: str, said: Passage) -> bool:
        """Puts the value of a labelled line where it belongs; False if it does not look like one."""
        values = self._draft.values
        if label == "title" and "title" not in values:
            self._draft.put("title", said.text, said)
        elif label in _OF_AUTHORS:
            return self._dated_row(said, sure=label != "by")
        elif label in ("field", "citation", "full citation", "reference", "source"):
            self._draft.keep(label, said)
        elif label == "journal" and "container_title" not in values:
            self._journal(said)
        elif label == "doi" and "doi" not in values:
            return self._doi(said)
        elif label in _DATES and "issued" not in values:
            date = parse_date(said.text)
            if date is None or date.year is None:
                return False
            self._draft.put("issued", date, said)
        else:
            return False
        return True

    def _dated_row(self, said: Passage, *, sure: bool) -> bool:
        """Takes names of authors, the year in brackets behind them, and the journal behind that."""
        year = _BEHIND_NAMES.search(said.text)
        if year is None or "issued" in self._draft.values:
            return self._row(said, sure=sure)
        journal = said.part(year.end(), len(said.text)).stripped(".")
        if (
            len(journal.text) > _LONGEST_PLACE
            or ". " in journal.text
            or not self._row(said.part(0, year.start()), sure=sure)
        ):
            return False
        self._draft.put("issued", parse_date(year[1]), said.part(*year.span(1)))
        if journal and "container_title" not in self._draft.values:
            self._journal(journal)
        elif journal:
            self._draft.keep("journal", journal)
        return True

    def _journal(self, said: Passage) -> None:
        """Takes the name of a journal, and the volume, issue and pages behind it."""
        numbers = _VOLUME.search(said.text)
        name = said if numbers is None else said.part(0, numbers.start()).stripped(",")
        if not name:
            name, numbers = said, None
        self._draft.put("container_title", name.text, name)
        for group, field in enumerate(("volume", "issue", "first_page", "last_page"), 1):
            if numbers is not None and numbers[group]:
                self._draft.put(field, numbers[group], said.part(*numbers.span(group)))

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
            self._fuller_title(self._draft.values["title"])
            return self._same_as_title()
        texts = [block.text for block in self._left]
        count = Counter(texts)
        again = next((block for block in self._left if count[block.text] > 1 and " " in block.text), None)
        first = again or self._named_by_html() or self._first_line()
        if first is None:
            return None
        title = bare(first)
        self._draft.put("title", title.text, title)
        return self._same_as_title()

    def _fuller_title(self, labelled: str) -> None:
        """Takes a first heading as the title that goes on where the labelled one ends."""
        headings = (bare(block) for block in self._left if is_first_level(block))
        fuller = next(
            (title for title in headings if begins_with(title.text, labelled) and title.text != labelled), None
        )
        if fuller is not None and "|" not in fuller.text:
            self._draft.keep("title", self._draft.trace["title"])
            self._draft.put("title", fuller.text, fuller)

    def _named_by_html(self) -> Block | None:
        """The first heading of the first level, or a line that the title of the page begins with."""
        heading = next(
            (block for block in self._left if is_first_level(block) and heading_of(block.text) is None), None
        )
        title = (self._page.title or "").casefold()
        lines = (block for block in self._left if " " in block.text and block.text.casefold() == title)
        sites = (block for block in self._left if " " in block.text and begins_with(title, block.text.casefold()))
        return heading or next(lines, None) or next(sites, None)

    def _same_as_title(self) -> Block | None:
        """Takes the blocks that are the title; what stands alone between two of them is the field of research."""
        same = [block for block in self._left if bare(block).text == self._draft.values["title"]]
        if len(same) > 1:
            between = list(itertools.takewhile(lambda block: block is not same[1], self._behind(same[0])))
            if len(between) == 1 and len(between[0].text) <= _LONGEST_FIELD and not is_prose(between[0].text):
                self._draft.keep("field", self._take(between[0]))
        for block in same:
            self._take(block)
        return same[-1] if same else None

    def _behind(self, block: Block) -> Iterator[Block]:
        """The blocks that are left behind one of them."""
        return itertools.islice(itertools.dropwhile(lambda other: other is not block, self._left), 1, None)

    def _first_line(self) -> Block | None:
        """The first line of three words or more, where nothing but its place says that it is the title."""
        block = next(filter(has_words, self._left), None)
        if block is None:
            return None
        behind = [block, *self._behind(block)]
        above_names = next((place for place in range(1, len(behind)) if stands_above_names(behind, place)), 0)
        if block.links or not may_be_title(block.text) or row_of(block.text) is not None or above_names > 1:
            return behind[above_names] if above_names else None
        begins = (other for other in self._left if " " in other.text and begins_with(block.text, other.text))
        other = next(begins, None)
        if other is not None:
            del self._left[block]
        return other or block

    def _authors(self, title: Block | None) -> None:
        known: list[Name] = self._draft.items["authors"]
        for block in list(self._left):
            if title is not None and block.line < title.line:
                continue
            row = row_of(block.text)
            if known and row is not None and are_short_forms([found.name for found in row.names], known):
                self._again(self._take(block), row)
            elif not known and self._row(unmarked(block.passage()), sure=False):
                self._take(block)
                return

    def _again(self, printed: Passage, row: Row) -> None:
        """Keeps a row of authors who are known, if it prints them in another way."""
        known = {name.literal for name in self._draft.items["authors"]}
        if row.et_al is not None or not known.issuperset(found.name.literal for found in row.names):
            self._draft.keep("authors", printed)

    def _row(self, passage: Passage, *, sure: bool) -> bool:
        """Takes a row of names as authors; False if it does not look like one."""
        found = names_in(passage.text) if sure else row_of(passage.text)
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
        headings = ((block, ABSTRACT.match(block.text)) for block in self._left)
        block, heading = next((found for found in headings if found[1] is not None), (None, None))
        if block is None or heading is None or "abstract" in self._draft.values:
            return
        behind = list(self._behind(block))
        text = [unmarked(self._take(one)) for one in itertools.takewhile(lambda one: is_prose(one.text), behind)]
        if heading.end() < len(block.text):
            text.insert(0, unmarked(block.passage(heading.end())))
        if text:
            self._take(block)
            self.parts = put_abstract(self._draft, joined(text))

    def _teaser(self) -> None:
        prose = [block for block in self._left if is_prose(block.text) and block.text[-1:] in _ENDS]
        if not prose:
            return
        teaser = joined([unmarked(self._take(block)) for block in prose])
        self._draft.put("teaser", teaser.text, teaser)
        full = names_in_prose(teaser)
        short: list[Name] = self._draft.items["authors"]
        if full and are_short_forms(short, [found.name for found, _passage in full]):
            printed = [self._draft.trace.pop(f"authors[{index}]") for index in range(len(short))]
            for index, passage in enumerate(printed):
                del self._draft.trace[f"authors[{index}].literal"]
                self._draft.keep("authors", passage)
            self.told = []
            last = full[-1][1]
            if AND_OTHERS.match(teaser.text, teaser.text.index(last.text) + len(last.text) + len(" and ")):
                self._tell_et_al(teaser)
            self._draft.items["authors"] = []
            for found, passage in full:
                self._add(found._replace(name=split_as_in(found.name, short)), passage)


def _may_be_furniture(block: Block) -> bool:
    """Whether a block above the sections looks like what a site or a tool says of itself."""
    of_a_tool = may_be_of_a_tool(block.text) or may_be_before_the_text(block.text)
    return of_a_tool or (may_be_menu(block.text) and not is_first_level(block))


def _is_byline(text: str) -> bool:
    """Whether a line is a row of names, or says that names follow."""
    label = _LABELLED.match(text, words_from(text))
    return row_of(text) is not None or (label is not None and (label[1] or label[2]).lower() in _OF_AUTHORS)


def _unquoted(passage: Passage) -> Passage:
    """The passage without the quotes around all of it."""
    text = passage.text
    if len(text) > 1 and text[0] + text[-1] in _QUOTES and not {text[0], text[-1]} & set(text[1:-1]):
        return passage.part(1, len(text) - 1)
    return passage
