"""Fields of a paper that a summary page prints in a line: labelled lines, citations, and lines that announce a summary.

In: blocks and passages. Out: fields of a draft. The first value of a field counts; what of a citation is no field, and
another value of a labelled line among the sections, goes to `extra` as it is printed.
"""

import re
from collections import Counter
from typing import Final

from coprod.diagnostics import Diagnostic, occurrence
from coprod.models import Paper
from coprod.readers.pages.blocks import Block, Passage, use
from coprod.readers.pages.draft import Draft
from coprod.readers.pages.names import Found, names_in
from coprod.readers.summary.labelled import (
    BEHIND_NAMES,
    OF_ADDRESSES,
    OF_AUTHORS,
    OF_CITATIONS,
    OF_DATES,
    OF_KEYWORDS,
    OF_TITLES,
    journal_and_year,
    keywords_in,
    labelled,
)
from coprod.readers.summary.markdown import unmarked
from coprod.readers.summary.mentions import VOLUME, Mention, announced, cited
from coprod.readers.summary.people import are_short_forms, row_of
from coprod.text.dates import parse_date
from coprod.text.identifiers import clean_doi, find_doi_span

_LONGEST_PLACE: Final = 60
_MAY_BE_DATA: Final = ("year", "date", "source")
"""Labels that data of a study have too."""

_OF_PAPERS: Final = (*OF_AUTHORS, "doi", "journal")
"""Labels that no data of a study have."""

_OF_THE_PAPER: Final = ("citation", "full citation")
"""Labels of how the paper itself is cited."""

_WORD: Final = re.compile(r"[^\W_]+")
_FEWEST_WORDS: Final = 3
_QUOTES: Final = ('""', "“”", "''", "‘’", "«»")


class Fields:
    """Puts what a line says of the paper into a draft.

    Attributes:
        told: What was odd.
    """

    def __init__(self, source: str, draft: Draft[Paper]) -> None:
        self.told: list[Diagnostic] = []
        self._source = source
        self._draft = draft
        self._citations: list[tuple[str, Passage]] = []
        self._dates: list[tuple[str, Block, int]] = []

    def labelled(self, block: Block) -> bool:
        """Takes a labelled line; False if it is none, its value does not look like one, or the field has a value."""
        found = labelled(block.text)
        if found is None:
            return False
        taken = self._value(found.label, _unquoted(unmarked(block.passage(found.start))))
        if taken:
            use([block.passage()])
        return taken

    def among_sections(self, blocks: list[Block]) -> None:
        """Takes labelled lines that have the form of their field; what is no first value goes to `extra`.

        A label that stands there several times is of several papers, so that none of its values is a field. A year may
        be one of the data, and a source one of the sources, unless other fields of a paper stand beside them.
        """
        found = [(block, *one) for block in blocks if (one := labelled(block.text)) is not None]
        count = Counter(label for _block, label, _start in found)
        sure = _beside_others([(block, label) for block, label, _start in found])
        for block, label, start in found:
            is_sure = label not in _MAY_BE_DATA or block in sure
            if count[label] == 1 and not is_sure and label in OF_DATES:
                self._dates.append((label, block, start))
            elif count[label] > 1 or not is_sure or not self.labelled(block):
                self._keep_line(label, block, start)

    def announced(self, block: Block) -> bool:
        """Takes a line that announces a summary of a paper, with its title; False if it is none."""
        mention = announced(block.passage())
        if mention is None:
            return False
        for label, said in self._mention(mention):
            self._draft.keep(label, said)
        if mention.rest:
            self._draft.keep("introduction", mention.rest.stripped(" "))
        use([block.passage()])
        return True

    def citations(self) -> None:
        """Takes what depends on all other lines: years that may be data, and from citations what no other line says."""
        values, authors = self._draft.values, self._draft.items["authors"]
        for label, block, start in self._dates:
            if "title" in values or authors or not self.labelled(block):
                self._keep_line(label, block, start)
        for label, said in self._citations:
            mention = cited(said)
            if mention is not None and self._is_of_paper(label, said, mention):
                self._mention(mention)

    def doi(self, said: Passage) -> bool:
        """Takes a DOI; False if there is none, or the paper has one."""
        doi, place = clean_doi(said.text), find_doi_span(said.text)
        if doi is None or place is None or "doi" in self._draft.values:
            return False
        self._draft.put("doi", doi, said.part(*place))
        if doi != said.text:
            self._draft.keep("DOI", said)
        return True

    def row(self, passage: Passage, *, sure: bool) -> bool:
        """Takes a row of names as authors; False if it does not look like one, or the paper has authors."""
        found = names_in(passage.text) if sure else row_of(passage.text)
        if found is None or not found.names or self._draft.items["authors"]:
            return False
        for name in found.names:
            self.add(name, passage)
        if found.et_al is not None:
            self.tell_et_al(passage)
        return True

    def add(self, found: Found, row: Passage) -> None:
        """Appends one author."""
        place = row.part(found.start, found.end)
        self._draft.add("authors", found.name, place, literal=place)

    def tell_et_al(self, passage: Passage) -> None:
        """Tells that names were left out."""
        line = passage.cuts[0].block.line
        self.told.append(
            occurrence(
                "summary.et-al", "info", "names were left out (et al.)",
                source=self._source, line=line, text=passage.text, field="authors",
            )
        )  # fmt: skip

    def _value(self, label: str, said: Passage) -> bool:
        """Puts the value of a labelled line where it belongs; False if it does not look like one."""
        if label in OF_AUTHORS:
            return self._dated_row(said, sure=label != "by")
        if label in OF_CITATIONS:
            self._citations.append((label, said))
        if label in OF_CITATIONS or label == "field":
            return self._kept(label, said)
        if label == "doi" or label in OF_ADDRESSES:
            return self.doi(said) or (label != "doi" and self._kept(label, said))
        if label in OF_KEYWORDS:
            return self._keywords(said)
        if label in OF_DATES:
            return self._issued(said)
        return self._first("title" if label in OF_TITLES else "container_title", said)

    def _is_of_paper(self, label: str, said: Passage, mention: Mention) -> bool:
        """Whether a citation is one of the paper of the page: nothing else names it, or title, names or DOI agree."""
        title, authors = self._draft.values.get("title"), self._draft.items["authors"]
        if not authors and (title is None or label in _OF_THE_PAPER):
            return True
        if title is not None and _are_same_title(title, mention.title.text, said.text):
            return True
        if mention.doi and clean_doi(mention.doi.text) == self._draft.values.get("doi"):
            return True
        row = names_in(mention.names.text)
        is_row = bool(row.names) and (len(row.names) == len(authors) or row.et_al is not None)
        return is_row and are_short_forms([found.name for found in row.names], authors)

    def _keep_line(self, label: str, block: Block, start: int) -> None:
        """Keeps the value of a labelled line that is no field."""
        self._draft.keep(label, unmarked(block.passage(start)))
        use([block.passage()])

    def _kept(self, label: str, said: Passage) -> bool:
        self._draft.keep(label, said)
        return True

    def _first(self, field: str, said: Passage) -> bool:
        """Puts a title, or the journal, if there is none yet."""
        if field in self._draft.values or not said:
            return False
        if field == "title":
            self._draft.put(field, said.text, said)
        else:
            self._journal(said)
        return True

    def _issued(self, said: Passage) -> bool:
        date = parse_date(said.text) if "issued" not in self._draft.values else None
        if date is None or date.year is None:
            return False
        self._draft.put("issued", date, said)
        return True

    def _keywords(self, said: Passage) -> bool:
        if self._draft.items["keywords"]:
            return False
        for keyword in keywords_in(said):
            self._draft.add("keywords", keyword.text, keyword)
        return True

    def _dated_row(self, said: Passage, *, sure: bool) -> bool:
        """Takes names of authors, the year in brackets behind them, and the journal behind that."""
        year = BEHIND_NAMES.search(said.text)
        if year is None or "issued" in self._draft.values:
            return self.row(said, sure=sure)
        journal = said.part(year.end(), len(said.text)).stripped(".")
        if (
            len(journal.text) > _LONGEST_PLACE
            or ". " in journal.text
            or not self.row(said.part(0, year.start()), sure=sure)
        ):
            return False
        self._draft.put("issued", parse_date(year[1]), said.part(*year.span(1)))
        if journal and not self._first("container_title", journal):
            self._draft.keep("journal", journal)
        return True

    def _journal(self, said: Passage) -> None:
        """Takes the name of a journal, and the volume, issue and pages behind it."""
        numbers = VOLUME.search(said.text)
        name = said if numbers is None else said.part(0, numbers.start()).stripped(",")
        if not name:
            name, numbers = said, None
        dated = journal_and_year(name.text) if "issued" not in self._draft.values else None
        if dated is not None:
            end, year = dated
            self._issued(name.part(*year))
            name = name.part(0, end)
        self._draft.put("container_title", name.text, name)
        for group, field in enumerate(("volume", "issue", "first_page", "last_page"), 1):
            if numbers is not None and numbers[group]:
                self._draft.put(field, numbers[group], said.part(*numbers.span(group)))

    def _mention(self, mention: Mention) -> list[tuple[str, Passage]]:
        """Takes from a mention of the paper what is not known yet; gives the rest, with labels."""
        values = self._draft.values
        known = {str(values.get(field)) for field in ("title", "container_title", "doi")}
        known.add(str(values["issued"].year) if "issued" in values else "")
        parts = (
            ("title", mention.title, self._first("title", mention.title)),
            ("authors", mention.names, bool(mention.names) and self.row(mention.names, sure=True)),
            ("year", mention.year, self._issued(mention.year)),
            ("journal", mention.journal, self._first("container_title", mention.journal)),
            ("DOI", mention.doi, self.doi(mention.doi)),
        )
        return [(label, said) for label, said, taken in parts if said and not taken and said.text not in known]


def _beside_others(lines: list[tuple[Block, str]]) -> set[Block]:
    """The labelled lines in a row with one that only papers have."""
    rows: list[list[tuple[Block, str]]] = []
    for block, label in lines:
        above = rows[-1][-1][0] if rows else None
        if above is None or block.line - above.last_line > 1 + block.gap:
            rows.append([])
        rows[-1].append((block, label))
    return {block for row in rows if any(label in _OF_PAPERS for _block, label in row) for block, _label in row}


def _are_same_title(known: str, said: str, citation: str) -> bool:
    """Whether a title is the one that is known, with or without what stands behind a colon.

    A citation that was not understood has no title; the known one stands in it, or does not.
    """
    known, said, citation = (f" {' '.join(_WORD.findall(text.casefold()))} " for text in (known, said, citation))
    if not said.strip():
        return known.count(" ") > _FEWEST_WORDS and known in citation
    short, long = sorted((known, said), key=len)
    return short == long or (short.count(" ") > _FEWEST_WORDS and long.startswith(short))


def _unquoted(passage: Passage) -> Passage:
    """The passage without the quotes around all of it."""
    text = passage.text
    if len(text) > 1 and text[0] + text[-1] in _QUOTES and not {text[0], text[-1]} & set(text[1:-1]):
        return passage.part(1, len(text) - 1)
    return passage
