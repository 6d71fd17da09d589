"""What stands above the sections of a summary page: title, authors, first words, and what the site says of its text.

In: the blocks before the first section. Out: fields of a Paper. A title needs a basis: it stands twice, HTML calls it
the first heading, or it is the first line and no name, address or part of the site. The rest stays unread.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coprod.diagnostics import Diagnostic
from coprod.models import Name, Paper
from coprod.readers.pages.blocks import Block, Passage, joined, use
from coprod.readers.pages.draft import Draft
from coprod.readers.pages.head import put_abstract
from coprod.readers.pages.names import Row
from coprod.readers.pages.page import Page
from coprod.readers.summary.cues import cues_of
from coprod.readers.summary.fields import Fields
from coprod.readers.summary.furniture import (
    is_above_the_text,
    may_be_before_the_text,
    may_be_menu,
    may_be_of_a_tool,
)
from coprod.readers.summary.headings import heading_of, is_prose
from coprod.readers.summary.labelled import is_of_authors
from coprod.readers.summary.markdown import unmarked
from coprod.readers.summary.mentions import announced
from coprod.readers.summary.outline import ABSTRACT
from coprod.readers.summary.people import AND_OTHERS, are_short_forms, names_in_prose, row_of, split_as_in
from coprod.readers.summary.titles import bare, begins_with, has_words, is_first_level, may_be_title, stands_above_names

if TYPE_CHECKING:
    from coprod.readers.pages.sections import Part

_ABOUT_THE_TEXT: Final = re.compile(
    r"(?:[0-9]{1,2}:[0-9]{2}\s?/?\s?){0,2}(~?\s?[0-9]{1,3}\s?min(?:ute)?s?(?: read)?)"
    r"(?:\s*[•·|]\s*(\w[\w -]{1,30}\w))?(?:\s*[•·|]\s*(\w[\w -]{1,30}\w))?",
    re.IGNORECASE,
)
_LEVEL: Final = re.compile(r"beginner|intermediate|advanced|expert", re.IGNORECASE)
_LANGUAGE: Final = re.compile(
    r"arabic|chinese|czech|danish|dutch|english|finnish|french|german|greek|hebrew|hindi|hungarian|indonesian|italian|"
    r"japanese|korean|norwegian|polish|portuguese|romanian|russian|spanish|swedish|turkish|ukrainian|vietnamese",
    re.IGNORECASE,
)
"""Languages that a text is read in; one stands alone only behind the level or the minutes."""

_DOI_LINE: Final = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|(?:[\w ]{1,30}[•·|,]\s?)?doi\s?:?\s?)?10\.[0-9]{4,9}/\S+", re.IGNORECASE
)
_ENDS: Final = ".!?…:;”\"’')]"
_LONGEST_FIELD: Final = 50


class Preamble:
    """Reads the blocks above the sections into a draft.

    Attributes:
        parts: The parts of the authors' abstract, if the page has it.
    """

    def __init__(
        self, page: Page, blocks: list[Block], draft: Draft[Paper], fields: list[Block], *, of_site: bool
    ) -> None:
        self.parts: tuple[Part, ...] = ()
        self._page = page
        self._draft = draft
        self._fields = Fields(page.source, draft)
        self._among_sections = fields
        self._of_site = of_site
        self._left = {block: None for block in blocks if block.role is None}
        """The blocks that were not understood yet, in their order."""

        self._cues = dict(zip(self._left, cues_of([block.text for block in self._left]), strict=True))

    def read(self) -> None:
        """Takes what it understands; the rest stays unread."""
        announcing = [
            block for block in self._left if "announced" in self._cues[block] and announced(block.passage()) is not None
        ]
        for block in announcing:
            del self._left[block]
        self._furniture()
        self._about_the_text()
        self._labelled()
        self._fields.among_sections(self._among_sections)
        for block in announcing:
            self._fields.announced(block)
        title = self._title()
        self._authors(title)
        self._abstract()
        self._teaser()
        self._fields.citations()

    @property
    def told(self) -> list[Diagnostic]:
        """What was odd."""
        return self._fields.told

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
            if "above" not in self._cues[block]:
                continue
            is_known = is_above_the_text(block.text)
            if not is_known and not _may_be_furniture(block):
                continue
            is_above_names = below is not None and _is_byline(below.text)
            if is_known and not is_above_names:
                self._take(block, "furniture")
            elif not is_above_names or (is_known and not is_first_level(block)):
                del self._left[block]

    def _about_the_text(self) -> None:
        behind = False
        for block in list(self._left):
            about = _ABOUT_THE_TEXT.fullmatch(block.text)
            is_language = behind and _LANGUAGE.fullmatch(block.text) is not None
            is_level = _LEVEL.fullmatch(block.text) is not None
            behind = about is not None or is_level
            if is_level or is_language:
                self._draft.keep("level" if is_level else "language", self._take(block))
            elif about is not None:
                passage = self._take(block)
                for group, label in enumerate(("minutes", "level", "language"), 1):
                    if about[group]:
                        self._draft.keep(label, passage.part(about.start(group), about.end(group)))

    def _labelled(self) -> None:
        for block in list(self._left):
            of_doi = "10." in block.text and _DOI_LINE.fullmatch(block.text) is not None
            is_field = "field" in self._cues[block] and self._fields.labelled(block)
            if is_field or (of_doi and self._fields.doi(block.passage().stripped("•·|"))):
                self._take(block)

    def _title(self) -> Block | None:
        """The block behind which authors may stand."""
        if "title" in self._draft.values:
            self._fuller_title(self._draft.values["title"])
            return self._same_as_title()
        texts = [block.text for block in self._left]
        count = Counter(texts)
        twice = [block for block in self._left if count[block.text] > 1 and " " in block.text]
        again = next((block for block in twice if row_of(block.text) is None), None)
        first = again or self._named_by_html() or self._first_line() or next(iter(twice), None)
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
        title = (self._page.title or "").casefold()
        headings = (block for block in self._left if is_first_level(block) and heading_of(block.text) is None)
        heading = next(headings, None)
        if heading is not None and title and row_of(heading.text) is not None and heading.text.casefold() not in title:
            heading = None  # the tag of the title was damaged, and took the names below it
        lines = (block for block in self._left if " " in block.text and block.text.casefold() == title)
        sites = (block for block in self._left if " " in block.text and begins_with(title, block.text.casefold()))
        return heading or next(lines, None) or next(sites, None)

    def _same_as_title(self) -> Block | None:
        """Takes the blocks that are the title; what stands alone between two of them is the field of research."""
        same = [block for block in self._left if bare(block).text == self._draft.values["title"]]
        between: list[Block] = []
        if len(same) > 1:
            between = list(itertools.takewhile(lambda block: block is not same[1], self._behind(same[0])))
        elif same and self._of_site:  # its pages print the title twice; HTML has the first of them in its head
            between = list(itertools.takewhile(lambda block: block is not same[0], self._left))
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
            elif not known and self._fields.row(unmarked(block.passage()), sure=False):
                self._take(block)
                return

    def _again(self, printed: Passage, row: Row) -> None:
        """Keeps a row of authors who are known, if it prints them in another way."""
        known = {name.literal for name in self._draft.items["authors"]}
        if row.et_al is not None or not known.issuperset(found.name.literal for found in row.names):
            self._draft.keep("authors", printed)

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
            if len(full) > len(short):  # these are the names that the row left out
                self._fields.told.clear()
            last = full[-1][1]
            if AND_OTHERS.match(teaser.text, teaser.text.index(last.text) + len(last.text) + len(" and ")):
                self._fields.tell_et_al(teaser)
            self._draft.items["authors"] = []
            for found, passage in full:
                self._fields.add(found._replace(name=split_as_in(found.name, short)), passage)


def _may_be_furniture(block: Block) -> bool:
    """Whether a block above the sections looks like what a site or a tool says of itself."""
    of_a_tool = may_be_of_a_tool(block.text) or may_be_before_the_text(block.text)
    return of_a_tool or (may_be_menu(block.text) and not is_first_level(block))


def _is_byline(text: str) -> bool:
    """Whether a line is a row of names, or says that names follow."""
    return row_of(text) is not None or is_of_authors(text)
