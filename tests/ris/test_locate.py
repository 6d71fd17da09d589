"""Each field of a Paper leads to the lines and columns that its value came from, and to no others."""

import io
import re

import attrs
import pytest

import coprod
from coprod import Collection, Name, Paper, Span, findings, loads
from coprod.readers.ris.locate import locate
from tests.tracing import agree, leaves, lines_of, text_at

RECORD = """\
TY  - JOUR
AU  - Wang, Huanming
AU  - Ranola, R. F., Jr.
AU  - Griffin DK
A1  - Elliot, T; Almenar, JB
A2  - Brandsen, Taco
A4  - Müller, A
TI  - Co-production during <i>crises</i>
T2  - Public Administration
JA  - Public Adm.
PY  - 2020
DA  - 2020/03/04/
VL  - 12
IS  - 12
SP  - 377/86
DO  - https://doi.org/10.1000/XYZ.12
SN  - 19326203 (Electronic)
SN  - 978-3-030-63761-3
U1  - 34589295 [PMID]
C2  - pmc 4659668
AN  - SCOPUS:1
UR  - https://a.org/x/y; https://a.org/x
AB  - The first line
   and the second.
KW  - *trust; crisis
KW  - trust in government
N1  - Publisher Copyright: © 2025 The Authors
DB  - Scopus
DB  - Embase
XX  - odd
ER  -
"""

FOUND = coprod.loads(RECORD)

PLACES = [
    ("type", ["1:6 JOUR"]),
    ("title", ["8:6 Co-production during <i>crises</i>"]),
    ("full_title", ["8:6 Co-production during <i>crises</i>"]),
    ("authors[0]", ["2:6 Wang, Huanming"]),
    ("authors[0].family", ["2:6 Wang"]),
    ("authors[0].given", ["2:12 Huanming"]),
    ("authors[1].literal", ["3:6 Ranola, R. F., Jr."]),
    ("authors[1].given", ["3:14 R. F."]),
    ("authors[1].suffix", ["3:21 Jr."]),
    ("authors[2].family", ["4:6 Griffin"]),
    ("authors[2].given", ["4:14 DK"]),
    ("authors[4]", ["5:17 Almenar, JB"]),
    ("authors[4].given", ["5:26 JB"]),
    ("editors[0].family", ["6:6 Brandsen"]),
    ("contributors[0]", ["7:6 Müller, A"]),
    ("contributors[0].role", ["7:0 A4"]),
    ("container_title", ["9:6 Public Administration"]),
    ("journal", ["9:6 Public Administration"]),
    ("container_title_short", ["10:6 Public Adm."]),
    ("issued", ["12:6 2020/03/04/"]),
    ("issued.raw", ["12:6 2020/03/04/"]),
    ("issued.iso", ["12:6 2020/03/04/"]),
    ("issued.year", ["12:6 2020"]),
    ("year", ["12:6 2020"]),
    ("issued.month", ["12:11 03"]),
    ("issued.day", ["12:14 04"]),
    ("volume", ["13:6 12"]),
    ("issue", ["14:6 12"]),
    ("first_page", ["15:6 377"]),
    ("last_page", ["15:10 86"]),
    ("doi", ["16:22 10.1000/XYZ.12"]),
    ("issn[0]", ["17:6 19326203"]),
    ("isbn[0]", ["18:6 978-3-030-63761-3"]),
    ("pmid", ["19:6 34589295"]),
    ("pmcid", ["20:6 pmc 4659668"]),
    ("identifiers.accession", ["21:6 SCOPUS:1"]),
    ('identifiers["accession"]', ["21:6 SCOPUS:1"]),
    ("identifiers", ["21:6 SCOPUS:1"]),
    ("urls", ["22:6 https://a.org/x/y", "22:25 https://a.org/x"]),
    ("urls[1]", ["22:25 https://a.org/x"]),
    ("abstract", ["23:6 The first line", "24:3 and the second."]),
    ("abstract.text", ["23:6 The first line", "24:3 and the second."]),
    ("keywords", ["25:7 trust", "25:14 crisis", "26:6 trust in government"]),
    ("keywords[0]", ["25:7 trust"]),
    ("rights", ["27:27 © 2025 The Authors"]),
    ("notes[0]", ["27:6 Publisher Copyright: © 2025 The Authors"]),
    ("extra.DB", ["28:6 Scopus", "29:6 Embase"]),
    ("extra.DB[1]", ["29:6 Embase"]),
    ('extra["DB"][1]', ["29:6 Embase"]),
    ("extra['XX']", ["30:6 odd"]),
]


def places(found: Collection, path: str, record: int = 0) -> list[str]:
    """Line, column and text of each span of a value."""
    lines = lines_of(RECORD if found is FOUND else "\n".join(kept_lines(found)))
    spans = found.locate(found.papers[record], path)
    return [f"{span.line}:{span.start} {text_at(lines, [span])}" for span in spans]


def kept_lines(found: Collection) -> list[str]:
    """The lines of the source that a collection keeps, with their marks."""
    (kept,) = found._kept[found.papers[0].source.name if found.papers[0].source else ""]
    last = max(paper.source.last_line for paper in found.papers if paper.source)
    return ["\ufeff" * kept.shift(number) + kept.line(number) for number in range(1, last + 1)]


@pytest.mark.parametrize(("path", "expected"), PLACES, ids=[path for path, _places in PLACES])
def test_a_field_leads_to_its_place(path: str, expected: list[str]) -> None:
    """A value leads to the line, the column and the words that it was read from, and to no more than these."""
    assert places(FOUND, path) == expected


@pytest.mark.parametrize("path", ["id", "source", "source.first_line"])
def test_what_is_of_the_record_leads_to_all_its_lines(path: str) -> None:
    """The id is made of all lines of a record, so it leads to all of them."""
    assert [place.partition(" ")[2] for place in places(FOUND, path)] == [line.strip() for line in RECORD.splitlines()]


@pytest.mark.parametrize(
    "path", ["publisher", "summary", "issued.end", "issued.end.day", "authors[0].orcid", "metrics"]
)
def test_what_is_not_stated_is_nowhere(path: str) -> None:
    """A value that is None or () has no spans."""
    assert FOUND.locate(FOUND.papers[0], path) == ()


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("colour", "colour: Paper has no such part"),
        ("issued.hour", "issued.hour: PartialDate has no such part"),
        ("issued.end.hour", "issued.end.hour: PartialDate has no such part"),
        ("doi.prefix", "doi.prefix: a value has no such part"),
        ("authors[5]", "authors[5]: there are 5 only"),
        ("authors[-1]", "is no path"),
        ("authors.family", "authors.family: a value has no such part"),
        ("summary.sections[0]", "summary.sections[0]: a value has no such part"),
        ("extra.QQ", "extra.QQ: there is"),
        ("extra[0]", "extra[0]: a value has no such part"),
        ("", "is no path"),
        (".doi", "is no path"),
        ("doi.", "is no path"),
        ("authors[0]family", "is no path"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(path: str, told: str) -> None:
    """A field, key or index that is not there raises LookupError, which says what was asked for."""
    with pytest.raises(LookupError) as caught:
        FOUND.locate(FOUND.papers[0], path)
    assert told in str(caught.value)


FILES = {
    "a clean second record": ("TY  - JOUR\nTI  - A\nER  - \n\nTY  - BOOK\nTI  - B\nER  - \n", 1, "title", ["6:6 B"]),
    "a record glued to another": ("TY  - JOUR\nTI  - A\nER  - TY  - BOOK\nTI  - B\nER  - \n", 1, "type", ["3:12 BOOK"]),
    "the title of a glued record": ("TY  - JOUR\nTI  - A\nER  - TY  - BOOK\nTI  - B\nER  - \n", 1, "title", ["4:6 B"]),
    "a record without TY": ("AU  - Ran, B\nTI  - A\nER  - \n", 0, "authors[0].given", ["1:11 B"]),
    "a record without ER": ("TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B", 0, "title", ["2:6 A"]),
    "a last record without ER": ("TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B", 1, "title", ["4:6 B"]),
    "tags of MEDLINE": ("TY  - JOUR\nPMID- 123\nTI  - A\nER  - ", 0, "pmid", ["2:6 123"]),
    "a tag with one space": ("TY - JOUR\nDO - 10.1000/X\nER -", 0, "doi", ["2:5 10.1000/X"]),
    "a tag behind a tab": ("\tTY  - JOUR\n\tTI  - A\n\tER  - ", 0, "title", ["2:7 A"]),
    "a tag in another form": ("TY  - JOUR\nTI  - A\nPY -2020\nVL  - 3\nER  - ", 0, "year", ["3:4 2020"]),
    "bare CR": ("TY  - JOUR\rTI  - A\rER  - \r", 0, "title", ["2:6 A"]),
    "a line separator in a value": ("TY  - JOUR\nTI  - A\u2028B\nER  - ", 0, "title", ["2:6 A\u2028B"]),
    "a byte order mark in mid-file": (
        "TY  - JOUR\nTI  - A\nER  - \n\ufeffTY  - BOOK\nTI  - B\nER  - ",
        1,
        "type",
        ["4:7 BOOK"],
    ),
    "a byte order mark at the start": ("\ufeffTY  - BOOK\nTI  - B\nER  - ", 0, "type", ["1:6 BOOK"]),
    "a value that begins on the next line": (
        "TY  - JOUR\nAB  -\n-\nmore\nER  - ",
        0,
        "abstract",
        ["3:0 -", "4:0 more"],
    ),
    "keywords a line": ("TY  - JOUR\nKW  - one\ntwo\nER  - ", 0, "keywords[1]", ["3:0 two"]),
    "keywords broken between lines": (
        "TY  - JOUR\nKW  - one; two\nthree; four\nER  - ",
        0,
        "keywords[1]",
        ["2:11 two", "3:0 three"],
    ),
    "a repeated keyword": ("TY  - JOUR\nKW  - one; a\nKW  - a\nER  - ", 0, "keywords[1]", ["2:11 a"]),
    "two authors of one name": ("TY  - JOUR\nAU  - Wei, L\nAU  - Wei, L\nER  - ", 0, "authors[1]", ["3:6 Wei, L"]),
    "a name within a longer one": ("TY  - JOUR\nAU  - Smith, JR; Smith, J\nER  - ", 0, "authors[1]", ["2:17 Smith, J"]),
    "a keyword with a reference": (
        "TY  - JOUR\nKW  - trust; R&amp;D policy; caf&eacute;s\nER  - ",
        0,
        "keywords",
        ["2:6 trust", "2:13 R&amp;D policy", "2:29 caf&eacute;s"],
    ),
    "a keyword with a reference, on a line of its own": (
        "TY  - JOUR\nKW  - R&amp;D\ncaf&eacute;s\nER  - ",
        0,
        "keywords[1]",
        ["3:0 caf&eacute;s"],
    ),
    "a name with references": (
        "TY  - JOUR\nAU  - M&uuml;ller, J; O&#x27;Brien, Kim\nER  - ",
        0,
        "authors[1].given",
        ["2:36 Kim"],
    ),
    "a family name with a reference": (
        "TY  - JOUR\nAU  - M&uuml;ller, J; O&#x27;Brien, Kim\nER  - ",
        0,
        "authors[1].family",
        ["2:22 O&#x27;Brien"],
    ),
    "a journal with a reference": ("TY  - JOUR\nJO  - A &amp; B\nER  - ", 0, "container_title", ["2:6 A &amp; B"]),
    "a range with a reference": ("TY  - JOUR\nSP  - 12&#8211;19\nER  - ", 0, "last_page", ["2:15 19"]),
    "an address with a reference": (
        "TY  - JOUR\nUR  - https://a.org/?b&amp;c; https://a.org/?d&amp;e\nER  - ",
        0,
        "urls[1]",
        ["2:30 https://a.org/?d&amp;e"],
    ),
    "rights with a reference": ("TY  - JOUR\nAB  - &copy; 2031 A\nER  - ", 0, "rights", ["2:6 &copy; 2031 A"]),
    "a note that begins with white space": (
        "TY  - JOUR\nN1  - &nbsp;A &gt; B\nER  - ",
        0,
        "notes[0]",
        ["2:12 A &gt; B"],
    ),
    "what is kept of a reference": ("TY  - JOUR\nPB  - A &amp; B\nER  - ", 0, "extra.PB[0]", ["2:6 A &amp; B"]),
    "a name before a role in brackets": (
        "TY  - JOUR\nAU  - Ran, B; Smith, J (EDITOR)\nER  - ",
        0,
        "authors[1].given",
        ["2:21 J"],
    ),
    "a role in brackets": (
        "TY  - JOUR\nAU  - Ran, B; Smith, J (EDITOR)\nER  - ",
        0,
        "authors[1].role",
        ["2:24 EDITOR"],
    ),
    "a name before et al.": ("TY  - JOUR\nAU  - Smith, J., et al.\nER  - ", 0, "authors[0]", ["2:6 Smith, J."]),
    "an editor by a word": ("TY  - JOUR\nAU  - Ran, B, Ed.\nER  - ", 0, "authors[0].role", ["2:14 Ed."]),
    "an initial within a family name": ("TY  - JOUR\nAU  - Jones, J\nER  - ", 0, "authors[0].given", ["2:13 J"]),
    "an initial like a suffix": ("TY  - JOUR\nAU  - Smith, Jr., J\nER  - ", 0, "authors[0].given", ["2:18 J"]),
    "editors of an edited book": ("TY  - EDBOOK\nAU  - Ran, B\nER  - ", 0, "editors[0].family", ["2:6 Ran"]),
    "the same name with two roles": (
        "TY  - BOOK\nA2  - Ran, B\nA4  - Ran, B\nER  - ",
        0,
        "contributors[1]",
        ["3:6 Ran, B"],
    ),
    "a subtitle in T2": (
        "TY  - JOUR\nTI  - A\nT2  - A strategy to share\nJO  - Policy\nJF  - Policy\nER  - ",
        0,
        "full_title",
        ["2:6 A", "3:6 A strategy to share"],
    ),
    "a range of pages": ("TY  - JOUR\nSP  - 549-565\nER  - ", 0, "first_page", ["2:6 549"]),
    "the end of a range of pages": ("TY  - JOUR\nSP  - 549-565\nER  - ", 0, "last_page", ["2:10 565"]),
    "a range of one page": ("TY  - JOUR\nSP  - 156-156\nER  - ", 0, "last_page", ["2:10 156"]),
    "a page that is named again": ("TY  - JOUR\nSP  - 183-93; quiz 193-4\nER  - ", 0, "last_page", ["2:10 93"]),
    "a range in both fields": ("TY  - JOUR\nSP  - 12-15\nEP  - 12-15\nER  - ", 0, "last_page", ["3:9 15"]),
    "an e-locator": ("TY  - JOUR\nSP  - e77\nER  - ", 0, "article_number", ["2:6 e77"]),
    "the number of an article": ("TY  - JOUR\nSP  - Article 77\nER  - ", 0, "article_number", ["2:14 77"]),
    "a DOI in an address": (
        "TY  - JOUR\nUR  - https://a.org/doi/full/10.1000/X1?a=b\nER  - ",
        0,
        "doi",
        ["2:29 10.1000/X1"],
    ),
    "a DOI in a note": ("TY  - JOUR\nN1  - doi: 10.1000/X1.\nER  - ", 0, "doi", ["2:11 10.1000/X1"]),
    "a DOI where there are several": ("TY  - JOUR\nDO  - none\nDO  - 10.1000/x\nER  - ", 0, "doi", ["3:6 10.1000/x"]),
    "a PMID in a note": ("TY  - JOUR\nN1  - PMID: 123\nER  - ", 0, "pmid", ["2:12 123"]),
    "a PMID in the accession number": ("TY  - JOUR\nDB  - PubMed\nAN  - 123\nER  - ", 0, "pmid", ["3:6 123"]),
    "a month by its name": ("TY  - JOUR\nPY  - 2021\nDA  - JUL\nER  - ", 0, "issued.month", ["3:6 JUL"]),
    "a season": ("TY  - JOUR\nDA  - 2003///SPR\nER  - ", 0, "issued.season", ["2:13 SPR"]),
    "the day of a date like its month": ("TY  - JOUR\nDA  - 2020/03/03\nER  - ", 0, "issued.day", ["2:14 03"]),
    "the month of a date like its day": ("TY  - JOUR\nDA  - 2020/03/03\nER  - ", 0, "issued.month", ["2:11 03"]),
    "a day in front of the month": ("TY  - JOUR\nDA  - 3 Mar 2020\nER  - ", 0, "issued.day", ["2:6 3"]),
    "a date of eight digits": ("TY  - JOUR\nDA  - 20200304\nER  - ", 0, "issued.month", ["2:10 03"]),
    "the end of a range of days": ("TY  - JOUR\nDA  - 4-8 Aug. 2020\nER  - ", 0, "issued.end.day", ["2:8 8"]),
    "the shared month of a range": ("TY  - JOUR\nDA  - 4-8 Aug. 2020\nER  - ", 0, "issued.end.month", ["2:10 Aug"]),
    "the shared year of a range": ("TY  - JOUR\nDA  - 4-8 Aug. 2020\nER  - ", 0, "issued.end.year", ["2:15 2020"]),
    "the end of a range": ("TY  - JOUR\nDA  - 2016-06-13/2016-06-14\nER  - ", 0, "issued.end", ["2:17 2016-06-14"]),
    "a date of two tags": (
        "TY  - JOUR\nPY  - 2021\nDA  - JUL\nER  - ",
        0,
        "issued",
        ["2:6 2021", "3:6 JUL"],
    ),
    "the year of a range of months": (
        "TY  - JOUR\nPY  - 2021\nDA  - JUL-DEC\nER  - ",
        0,
        "issued.end.year",
        ["2:6 2021"],
    ),
    "the end of a range of months": ("TY  - JOUR\nPY  - 2021\nDA  - JUL-DEC\nER  - ", 0, "issued.end", ["3:10 DEC"]),
    "no date of access": ("TY  - JOUR\nPY  - 2020\nY2  - 2021/05/06\nER  - ", 0, "issued", ["2:6 2020"]),
    "the year of a conflict": ("TY  - JOUR\nPY  - 2021\nDA  - 2020/03/01\nER  - ", 0, "issued.year", ["2:6 2021"]),
    "an unknown type": ("TY  - HTML\nTI  - A\nER  - ", 0, "extra.TY[0]", ["1:6 HTML"]),
    "an accession number twice": ("TY  - JOUR\nAN  - a\nAN  - b\nER  - ", 0, "extra.AN[0]", ["3:6 b"]),
    "equal values of one tag": ("TY  - JOUR\nC4  - a\nC4  - a\nER  - ", 0, "extra.C4", ["2:6 a", "3:6 a"]),
    "rights among the abstracts": (
        "TY  - JOUR\nAB  - A\nAB  - Copyright of B\nER  - ",
        0,
        "rights",
        ["3:6 Copyright of B"],
    ),
    "an ISSN among others": ("TY  - JOUR\nSN  - 0317-8471 19326203\nER  - ", 0, "issn[1]", ["2:16 19326203"]),
    "an ISBN with spaces": ("TY  - BOOK\nSN  - 978 3 030 63761 3\nER  - ", 0, "isbn[0]", ["2:6 978 3 030 63761 3"]),
}


@pytest.mark.parametrize(("text", "record", "path", "expected"), FILES.values(), ids=FILES)
def test_the_place_is_right_in_every_kind_of_file(text: str, record: int, path: str, expected: list[str]) -> None:
    """However a file is written, a value leads to its own place and not to another that looks like it."""
    found = coprod.loads(text, format="ris")
    assert places(found, path, record) == expected


def test_columns_count_characters_of_the_decoded_line() -> None:
    """Letters of several bytes count once, in UTF-8, in UTF-16 and in a line that was read as cp1252."""
    text = "TY  - JOUR\nTI  - Über 𝒳\nAU  - Müller, Å\nER  - \n"
    for content in (text, text.encode(), text.encode("utf-16"), text.replace("𝒳", "X").encode("cp1252")):
        found = coprod.load(io.BytesIO(content)) if isinstance(content, bytes) else coprod.loads(content)
        (span,) = found.locate(found.papers[0], "authors[0].given")
        assert (span.line, span.start, span.end) == (3, 14, 15)


def test_a_title_that_was_not_repaired_is_found_too() -> None:
    """With `repair=False` the value is the raw one, and leads to the same place."""
    raw = coprod.loads(RECORD, repair=False)
    assert raw.papers[0].title == "Co-production during <i>crises</i>"
    assert raw.locate(raw.papers[0], "title") == FOUND.locate(FOUND.papers[0], "title")


def test_equal_records_each_lead_to_their_own_lines() -> None:
    """The second of two equal records, which has a rank in its id, leads to its own lines."""
    found = coprod.loads("TY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nTI  - A\nER  - \n")
    assert [found.locate(paper, "title")[0].line for paper in found.papers] == [2, 5]


def test_a_changed_record_of_the_same_lines_is_not_taken_for_the_one_that_was_read() -> None:
    """A Paper whose id is not that of the lines raises LookupError, whatever its other fields say."""
    stranger = attrs.evolve(FOUND.papers[0], id="0123456789ab")
    with pytest.raises(LookupError, match="are not those of the record"):
        FOUND.locate(stranger, "title")


def test_a_record_beyond_the_end_of_the_source_is_not_found() -> None:
    """A Paper whose lines the source does not have raises LookupError."""
    reference = FOUND.papers[0].source
    assert reference is not None
    stranger = attrs.evolve(FOUND.papers[0], source=attrs.evolve(reference, last_line=1000))
    with pytest.raises(LookupError, match="no line"):
        FOUND.locate(stranger, "title")


def test_a_value_that_the_record_does_not_have_is_not_guessed() -> None:
    """A Paper of the right lines with a value of somebody else's raises LookupError."""
    stranger = attrs.evolve(FOUND.papers[0], title="Something else", authors=(Name(literal="Nobody"),))
    for path in ("title", "authors[0]"):
        with pytest.raises(LookupError, match="stands nowhere"):
            FOUND.locate(stranger, path)


def test_a_value_in_another_tag_than_usual_is_found() -> None:
    """A field of a Paper that was filled from elsewhere in its record leads there."""
    moved = attrs.evolve(FOUND.papers[0], teaser="the SECOND", access="Embase")
    assert [FOUND.locate(moved, path)[0].line for path in ("teaser", "access")] == [24, 29]


def test_a_record_made_by_hand_has_no_place() -> None:
    """A Paper without a source raises LookupError, which says so."""
    (kept,) = FOUND._kept["<string>"]
    with pytest.raises(LookupError, match="made by hand"):
        locate(kept, Paper(title="A"), "title")


def test_every_value_of_the_record_leads_to_one_that_agrees() -> None:
    """No value of the record above is without a place."""
    found = [(path, value, FOUND.locate(FOUND.papers[0], path)) for path, value in leaves(FOUND.papers[0])]
    lines = lines_of(RECORD)
    wrong = [path for path, value, spans in found if not spans or not agree(path, value, text_at(lines, spans))]
    assert {path.partition(".")[0] for path in wrong} == {"id", "source"}


def test_spans_name_the_source() -> None:
    """A span says which source it is in."""
    assert FOUND.locate(FOUND.papers[0], "volume") == (Span(source="<string>", line=13, start=6, end=8),)


MARKED_UP = (
    "TY  - JOUR\nTI  - x\nAB  - <b>Results:</b> Trust rose by <i>12%</i> among\n  citizens. "
    "<b>Conclusions:</b> Trust can be raised.\nER  - "
)
PLAIN = "TY  - JOUR\nTI  - x\nAB  - Results: Trust rose by 12%. Conclusions: Trust can be raised.\nER  - "


@pytest.mark.parametrize(
    ("text", "finding", "path", "expected"),
    [
        (PLAIN, 0, "statement", "Trust rose by 12%."),
        (PLAIN, 0, "section", "Results"),
        (PLAIN, 1, "category", "Conclusions"),
        (PLAIN, 0, "quantities[0].text", "12%"),
        (PLAIN, 0, "quantities[0].value", "12%"),
        (PLAIN, 0, "quantities[0].measures", "Trust"),
        (PLAIN, 0, "quantities[0].of", ""),
        (PLAIN, 1, "statement", "Trust can be raised."),
        (PLAIN, 1, "quantities", ""),
        (PLAIN, 0, "paper", " ".join(PLAIN.split())),
        (MARKED_UP, 0, "statement", "Trust rose by <i>12%</i> among citizens."),
        (MARKED_UP, 0, "quantities[0]", "12%"),
        (MARKED_UP, 1, "section", "Conclusions"),
        ("TY  - JOUR\nN2  - We find that trust rose.\nER  - ", 0, "statement", "We find that trust rose."),
    ],
)
def test_a_finding_of_a_paper_leads_to_its_abstract(text: str, finding: int, path: str, expected: str) -> None:
    """What `coprod.findings` makes of a paper of the collection can be traced as what was read."""
    found = loads(text)
    record = findings(found.papers[0])[finding]
    assert " ".join(text_at(lines_of(text), found.locate(record, path)).split()) == expected


def test_the_findings_of_equal_records_lead_to_their_own_lines() -> None:
    """The id of a finding hangs on that of its paper, which has a rank among equal ones."""
    found = loads(f"{PLAIN}\n{PLAIN}")
    lines = [found.locate(findings(paper)[0], "statement")[0].line for paper in found.papers]
    assert lines == [3, 7]


def test_a_finding_that_was_changed_is_not_guessed() -> None:
    """The statement has to be one of the abstract."""
    found = loads(PLAIN)
    changed = attrs.evolve(findings(found.papers[0])[0], statement="Trust fell.")
    with pytest.raises(LookupError, match="not made from the abstract"):
        found.locate(changed, "statement")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("abstract.sections[0].label", "AIM"),
        ("abstract.sections[0].text", "We ask."),
        ("abstract.sections[1].label", "RESULTS &amp; CONCLUSIONS"),
        ("abstract.sections[1].text", "They <i>do</i>."),
    ],
)
def test_a_label_in_an_attribute_is_found(path: str, expected: str) -> None:
    """PubMed's XML names the label of a section in a tag."""
    text = (
        'TY  - JOUR\nAB  - <AbstractText Label="AIM">We ask.</AbstractText> '
        '<AbstractText Label="RESULTS &amp; CONCLUSIONS">They <i>do</i>.</AbstractText>\nER  - '
    )
    found = loads(text)
    assert text_at(lines_of(text), found.locate(found.papers[0], path)).removesuffix("</AbstractText>") == expected


@pytest.mark.parametrize("index", range(3))
def test_each_of_several_names_is_found(index: int) -> None:
    """A name of several in one value leads to its own stretch."""
    text = "TY  - JOUR\nAU  - Smith, J. A., Jones, A. & Brown, B.\nER  - "
    found = loads(text)
    spans = found.locate(found.papers[0], f"authors[{index}]")
    assert text_at(lines_of(text), spans) == ("Smith, J. A.", "Jones, A.", "Brown, B.")[index]


ON_ONE_LINE = (
    "TY  - JOUR AU  - Oxenmoor, Pell TI  - Weirs PY  - 2031 ER  -  "
    "TY  - JOUR AU  - Oxenmoor, Pell TI  - Locks PY  - 2031 ER  - TY  - BOOK AU  - Oxenmoor, Pell TI  - Locks ER  - "
)


@pytest.mark.parametrize("before", ["", "ï»¿", f"{ON_ONE_LINE}\n", "TY  - JOUR\nTI  - Tides\nER  - "])
def test_records_on_one_line(before: str) -> None:
    """Each value of records that were joined to one line stands behind the TY of its own record."""
    text = before + ON_ONE_LINE
    found = coprod.loads(text)
    papers = found.papers[-3:]
    assert [paper.title for paper in papers] == ["Weirs", "Locks", "Locks"]
    line = text.rpartition("\n")[2]
    begins = [at.start() for at in re.finditer("TY  - ", line)][-3:]
    for paper, begin, end in zip(papers, begins, [*begins[1:], len(line)], strict=True):
        for path, value in (
            ("title", paper.title),
            ("authors[0]", "Oxenmoor, Pell"),
            ("type", line[begin + 6 : begin + 10]),
        ):
            (span,) = found.locate(paper, path)
            assert line[span.start : span.end] == value
            assert begin < (span.start or 0) < end


def test_a_type_below_two_records() -> None:
    """Of tags that begin again, TY belongs to the part that it stands in; each can be traced."""
    tags = "TI  - {}\nSP  - {}\nPY  - 2031\n"
    found = coprod.loads(tags.format("Weirs", 3) + "wrapped\n" + tags.format("Locks", 4) + "TY  - JOUR\n")
    for paper in found.papers:
        assert found.locate(paper, "title")
        assert (paper.type is None) == (not found.locate(paper, "type"))


HEAD = "TY  - JOUR\nAU  - Oxenmoor, Pell\nTI  - Weirs\n"
TWO = "TY  - JOUR AU  - Oxenmoor, Pell TI  - Weirs ER  - TY  - JOUR AU  - Dahl, Bo TI  - Locks"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}VL  - 3 ER  - TY  - BOOK VL  - 3 TI  - Locks\nPY  - 2031\nER  - \n",
        f"{TWO}\nPY  - 2031\nER  - \n{TWO}\n",
        "TY  - JOUR AU  - Ox, Pell TI  - Weirs ER  - TY  - BOOK AU  - Ox, Pell TI  - Locks\nPY  - 2031\nER  - \n",
        "TY  - JOUR\nTI  - Weirs SP  - 1 PY  - 2031 TI  - Locks SP  - 2 PY  - 2032\nER  - \n",
        "TY  - JOUR TI  - Weirs SP  - 1 PY  - 2031 TI  - Locks SP  - 2 PY  - 2032 ER  - \n",
        "TY  - JOUR\nTI  - Weirs\nER  - 1. TY  - JOUR AU  - Dahl, Bo\nTI  - Locks\nPY  - 2032\nER  - \n",
    ],
)
def test_records_that_share_a_line(text: str) -> None:
    """Every value of every record that shares a line with another is traced to its own place."""
    found = coprod.loads(text)
    lines = text.split("\n")
    places: list[tuple[int, int]] = []
    for paper in found.papers:
        for path in ("title", "volume", "issued.year", "authors[0].family", "first_page"):
            value = leaf(paper, path)
            if value is None:
                continue
            (span,) = found.locate(paper, path)
            assert lines[span.line - 1][span.start : span.end] == str(value)
            places.append((span.line, span.start or 0))
    assert len(set(places)) == len(places)


def leaf(paper: Paper, path: str) -> object:
    """A value of a paper by its path."""
    if path.startswith("authors"):
        return paper.authors[0].family if paper.authors else None
    return paper.year if path == "issued.year" else getattr(paper, path)


@pytest.mark.parametrize(
    "prose",
    ["We use the tag TY  - JOUR IS  - unknown", "Export: TY  - CHAP M3  - Chapter", "Ends with TY  - JOUR and so on"],
)
def test_prose_that_quotes_a_tag_begins_no_record(prose: str) -> None:
    """Only behind ER does TY with other tags behind it begin a record."""
    (paper,) = coprod.loads(f"{HEAD}AB  - {prose}\nDO  - 10.9999/a\nER  - \n").papers
    assert (paper.title, paper.doi) == ("Weirs", "10.9999/a")


EQUAL = "TY  - JOUR TI  - Weirs ER  - "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TY  - JOUR\nTI  - One\nPY  - 2001\nVL  - 12 TI  - Two\nPY  - 2002\nVL  - 13\nER  - ", [(2, 6), (4, 15)]),
        ("TY  - JOUR TI  - One ER  - TY  - FOO TI  - Two ER  - ", [(1, 17), (1, 43)]),
        (f"{EQUAL}\n{EQUAL}{EQUAL}", [(1, 17), (2, 17), (2, 46)]),
        ("TY  - JOUR\nTI  - One\nER  - \ufeffTY  - BOOK AU  - Dahl, Bo TI  - Two\nER  - ", [(2, 6), (3, 39)]),
        ("TY  - JOUR TI  - One ER  - \ufeffTY  - BOOK TI  - Two ER  - ", [(1, 17), (1, 45)]),
    ],
)
def test_titles_on_shared_lines(text: str, expected: list[tuple[int, int]]) -> None:
    """Parts, unknown types, equal records and marks between records change no place."""
    found = coprod.loads(text)
    spans = [found.locate(paper, "title")[0] for paper in found.papers]
    assert [(span.line, span.start) for span in spans] == expected


def test_equal_authors_of_parts_on_one_line() -> None:
    """Each of two parts has its own place, though both say the same."""
    text = "AU  - Aaa, B TI  - One PY  - 2001 VL  - 12 AU  - Aaa, B TI  - Two PY  - 2002 VL  - 13 ER  - "
    found = coprod.loads(text, format="ris")
    assert [found.locate(paper, "authors[0]")[0].start for paper in found.papers] == [6, 49]
