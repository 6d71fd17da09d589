"""What single sentences and lines of pages say: dates, places, meetings, people, citations, headings."""

import pytest

from coprod.document import Document
from coprod.readers.pages.blocks import Block, Passage
from coprod.readers.pages.tree import Piece
from coprod.readers.study_group.citations import citations_in
from coprod.readers.study_group.dates import dates_in
from coprod.readers.study_group.facts import founded_in, is_publication, participation_in
from coprod.readers.study_group.furniture import is_furniture, is_note
from coprod.readers.study_group.header import head_of
from coprod.readers.study_group.headings import heading_in, list_kind
from coprod.readers.study_group.lists import rows_of
from coprod.readers.study_group.meetings import Context, told_in
from coprod.readers.study_group.organisers import people_in_sentence
from coprod.readers.study_group.people import people_in_line
from coprod.readers.study_group.same_meeting import gathered
from coprod.readers.study_group.sniffing import sniff
from tests.study_group.plain import iso


def block(text: str) -> Block:
    """A block with this text."""
    return Block([Piece(text, 1, 0)])


def passage(text: str) -> Passage:
    """A passage with this text."""
    return block(text).passage()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("May 2013", ["2013-05"]),
        ("June 7-8, 2017", ["2017-06-07/2017-06-08"]),
        ("June 13-14 2016 in", ["2016-06-13/2016-06-14"]),
        ("20th-21st May 2014", ["2014-05-20/2014-05-21"]),
        ("11-12 May 2023", ["2023-05-11/2023-05-12"]),
        ("3-6 September 2024", ["2024-09-03/2024-09-06"]),
        ("22 – 23 May 2018", ["2018-05-22/2018-05-23"]),
        ("from the 1st to the 4th of September 2020", ["2020-09-01/2020-09-04"]),
        ("30 August to 1st September 2017", ["2017-08-30/2017-09-01"]),
        ("August 30 - September 1, 2017", ["2017-08-30/2017-09-01"]),
        ("28 Dec 2019 - 2 Jan 2020", ["2019-12-28/2020-01-02"]),
        ("31 May and 1 June 2018", ["2018-05-31/2018-06-01"]),
        ("May 4th and 5th, 2015", ["2015-05-04/2015-05-05"]),
        ("1, 2 and 3 June 2016", ["2016-06-01/2016-06-03"]),
        ("Thursday 3 - Friday 4 June 2020", ["2020-06-03/2020-06-04"]),
        ("2016-06-13/14", ["2016-06-13/2016-06-14"]),
        ("13.-14.06.2016", ["2016-06-13/2016-06-14"]),
        ("30.08.-01.09.2017", ["2017-08-30/2017-09-01"]),
        ("13/06/2016", ["2016-06-13"]),
        ("May-June 2014", ["2014-05/2014-06"]),
        ("in the autumn of 2016", ["2016 autumn"]),
        ("May and September 2014", ["2014-05", "2014-09"]),
        ("5 May and 7 June 2016", ["2016-05-05", "2016-06-07"]),
        ("May 2013, May 2014 and June 2015", ["2013-05", "2014-05", "2015-06"]),
        ("30 August to 1st September", [""]),
        ("the 1970s and 1980s", []),
        ("2013-2015, and 2013–15", []),
        ("June 2-4, 2022 - 9 papers", ["2022-06-02/2022-06-04"]),
        ("4 June 2022 – 12 papers", ["2022-06-04"]),
        ("May 2022 - 9 papers", ["2022-05"]),
        ("2022 - 9 papers", ["2022"]),
        ("2-4 June - 9 panels, in 2019", ["", "2019"]),
        ("25 May 2022 - 27 May 2022", ["2022-05-25/2022-05-27"]),
        ("June 2, 2022 - 4th of June, 2022", ["2022-06-02/2022-06-04"]),
        ("12-13-14 June 2016", ["2016-06-12/2016-06-14"]),
        ("June 31, 2015", []),
        ("we may 12 times", []),
        ("10 papers in 2014", ["2014"]),
        ("1 ſept 2014 to 3 AUGUſT 2015", ["2014-09-01/2015-08-03"]),
        ("Aprİl 2014", ["2014-04"]),
        ("2014\u00a0 - 2015", []),
        ("1 " * 60, []),
    ],
)
def test_dates(text: str, dates: list[str]) -> None:
    """Every form of a date of a meeting is read; ranges of years and decades are none."""
    assert [iso(dated.date) or "" for dated in dates_in(text)] == dates


MEETINGS = [
    ("Our last meeting was held in June 2016 in Turku.", [("2016-06", "Turku", None, "held", None)]),
    (
        "A new meeting is planned for June 7-8, 2017 in Washington, D.C. (USA).",
        [("2017-06-07/2017-06-08", "Washington, D.C.", "USA", "planned", None)],
    ),
    (
        "A third meeting took place in Leuven, Belgium, May 2012.",
        [("2012-05", "Leuven", "Belgium", "held", 3)],
    ),
    (
        "Meetings took place in Bern (2010), Toulouse (2011) and Bergen (2012).",
        [(f"201{n}", city, None, "held", None) for n, city in enumerate(("Bern", "Toulouse", "Bergen"))],
    ),
    (
        "The first and second workshops were held in Saint Julian’s (Malta) in 2009 and Cluj-Napoca, Romania, in 2010.",
        [("2009", "Saint Julian’s", "Malta", "held", 1), ("2010", "Cluj-Napoca", "Romania", "held", 2)],
    ),
    (
        "The 2022 conference will take place at KU Leuven, Belgium, from 6 to 9 September 2022.",
        [("2022-09-06/2022-09-09", None, "Belgium", "planned", None)],
    ),
    (
        "The seminar in Cambridge, Massachusetts, USA, on 3 May 2012 was the second meeting.",
        [("2012-05-03", "Cambridge, Massachusetts", "USA", "held", 2)],
    ),
    (
        "Conference on “Towns in Crisis, Then and Now”, Frankfurt am Main, Germany, 4 May 2013",
        [("2013-05-04", "Frankfurt am Main", "Germany", None, None)],
    ),
    ("Abstracts for the meeting are due by 15 May 2017.", []),
    ("The group published a book in May 2014 in Bergen.", []),
    ("Research on conferences is scarce in Norway.", []),
    ("Workshop in Oslo, Norway, May 23-25, 2024 - 7 papers", [("2024-05-23/2024-05-25", "Oslo", "Norway", None, None)]),
]


@pytest.mark.parametrize(("text", "meetings"), MEETINGS, ids=[text[:30] for text, _meetings in MEETINGS])
def test_meetings(text: str, meetings: list[tuple[str, str | None, str | None, str | None, int | None]]) -> None:
    """A sentence tells of each meeting once, with its place and status; deadlines are no meetings."""
    assert [
        (
            iso(told.date[0]),
            told.city.text if told.city else None,
            told.country.text if told.country else None,
            told.status,
            told.ordinal[0] if told.ordinal else None,
        )
        for told in told_in(passage(text), Context())
    ] == meetings


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["We met in June 2016 in Tampere.", "The meeting of June 13-14 2016 was in Tampere (Finland)."], 1),
        (["We met in May 2016 in Tampere.", "We met in June 2016 in Tampere."], 2),
        (["We met in May 2016 in Tampere.", "We met in May 2016 in Bergen."], 2),
        (["We met on 3 May 2016.", "The meeting of 3-4 May 2016 was in Bergen."], 1),
        (["Meeting in Bergen in 2016.", "The Bergen meeting in Bergen, Norway, 3 May 2016."], 1),
        (["We met in 2015 in Bergen.", "We met in 2016 in Bergen."], 2),
        (["We met in Bergen, 3-6 September 2016.", "We met in November 2016.", "We met in December 2016."], 3),
        (["We met in Bergen, 30 August to 6 September 2016.", "We met in Bergen in September 2016."], 1),
        (["The first meeting was in Bergen in 2016.", "The second meeting was in Bergen in 2016."], 2),
    ],
)
def test_one_meeting_told_twice(texts: list[str], count: int) -> None:
    """Two mentions are one meeting if nothing differs and the date, or the place and the year, are the same."""
    told = [one for text in texts for one in told_in(passage(text), Context())]
    assert len(told) == len(texts)
    assert len(gathered(told)) == count


PEOPLE = [
    ("Anna Bell (Northport University) Chair", [("Anna Bell", "Northport University", "Chair")]),
    ("Chair, Anna Bell, Norway", [("Anna Bell", "Norway", "Chair")]),
    ("Anna Bell, Northport University, Bergen, Norway", [("Anna Bell", "Northport University, Bergen, Norway", None)]),
    (
        "Anna Bell (Northport University), Carl van den Berg (Eastfield College) and Eva Marie Frost (Westport)",
        [
            ("Anna Bell", "Northport University", None),
            ("Carl van den Berg", "Eastfield College", None),
            ("Eva Marie Frost", "Westport", None),
        ],
    ),
    (
        "Secretary: Dr Carl Berg (University of Westport), Treasurer: Eva Frost (Eastfield)",
        [("Carl Berg", "University of Westport", "Secretary"), ("Eva Frost", "Eastfield", "Treasurer")],
    ),
    ("Prof. Anna Bell, Chair, University of Bergen", [("Anna Bell", "University of Bergen", "Chair")]),
    (
        "A. B. Bell, University of X; Carl Berg, Y College",
        [("A. B. Bell", "University of X", None), ("Carl Berg", "Y College", None)],
    ),
    ("Anna Bell, Northport University, E-mail: anna@x.example", [("Anna Bell", "Northport University", None)]),
    ("Prof. Ole Dahl (Utland University, Norway) - Co-chair", [("Ole Dahl", "Utland University, Norway", "Co-chair")]),
    ("Steering Committee of the Group", []),
    ("Department of Public Administration, Norway", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), PEOPLE, ids=[text[:30] for text, _people in PEOPLE])
def test_people(text: str, people: list[tuple[str, str | None, str | None]]) -> None:
    """Every form of a line about people is read."""
    found = people_in_line(passage(text))
    assert [(one.name.text, one.affiliation.text if one.affiliation else None, one.role) for one in found] == people


def test_people_in_prose() -> None:
    """Who organises is named in prose; an affiliation belongs to the name in front of it."""
    found = people_in_sentence(
        passage("It is organised by Anna Bell, Carl Berg and Eva Frost (University of Northport).")
    )
    assert [(one.name.text, one.affiliation and one.affiliation.text, one.role) for one in found] == [
        ("Anna Bell", None, "organiser"),
        ("Carl Berg", None, "organiser"),
        ("Eva Frost", "University of Northport", "organiser"),
    ]
    assert people_in_sentence(passage("The workshop was organized by the University of Bern.")) == []


def test_names_are_split_with_a_basis() -> None:
    """Two words without initials are given name and family name; any other name stays whole."""
    names = [one.built() for one in people_in_line(passage("Anna Bell, Norway; A. B. Frost, Norway"))]
    assert [(name.literal, name.given, name.family) for name in names] == [
        ("Anna Bell", "Anna", "Bell"),
        ("A. B. Frost", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("(e.g., Vance 1972) and the 1970s", ["Vance 1972"]),
        (
            "(cf. Vance 2009; Ito et. al. 2012; Vance and Ito 2015)",
            ["Vance 2009", "Ito et. al. 2012", "Vance and Ito 2015"],
        ),
        ("(Vance, 2002; Van Eyk and Steen, 2014)", ["Vance, 2002", "Van Eyk and Steen, 2014"]),
        ("As Vance (2007) says", ["Vance (2007)"]),
        ("(see also Vance & Ito 2013, p. 12)", ["Vance & Ito 2013"]),
        ("(van der Wal 2015; O’Toole 1997; OECD 2011)", ["van der Wal 2015", "O’Toole 1997", "OECD 2011"]),
        ("a meeting (May 2013), a phase (2013-2015), a plan (Activities 2016-2018)", []),
        ("(an annual conference 2012)", []),
    ],
)  # fmt: skip
def test_citations(text: str, cited: list[str]) -> None:
    """Citations are read in brackets and in the sentence; periods and dates are none."""
    assert [text[one.start : one.end] for one in citations_in(text)] == cited


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Aim of the study group:", "aim"),
        ("Research topic:", "topics"),
        ("Plan of activities and outcomes:", "plans"),
        ("Activities 2016-2018:", "period"),
        ("Meetings 2013-2015", "meetings"),
        ("Upcoming events", "meetings"),
        ("Programme coordinators:", "people"),
        ("Number of members", "members"),
        ("Special issues", "publications"),
        ("Call for papers", "other"),
        ("Main theme of the WG in 2016-2018", "topics"),
        ("Expected outcomes", "outcomes"),
        ("Trust in officials", None),
        ("Workshop in Split, Croatia, 4 May 2013", None),
        ("Users pay.", None),
    ],
)
def test_headings(text: str, kind: str | None) -> None:
    """A heading is known by its words."""
    found = heading_in(text)
    assert (found.kind if found is not None else None) == kind


def test_lists_are_announced() -> None:
    """What a list holds is said by the sentence before it, else by its part."""
    assert list_kind("Together, these activities aim to result in:", "plans") == "outcomes"
    assert list_kind("To achieve our aims, we plan to:", "aim") == "plans"
    assert list_kind("Namely:", "plans") == "plans"


def test_initials_are_no_markers() -> None:
    """A letter with a full stop is a marker only beside its neighbour."""
    texts = ["A. Trust", "B. Money", "V. Smith", "IV. Law", "V. Order", "4) Time", "- Space", "2013. A year"]
    assert [(row.ordinal, row.body.text) for row in rows_of([block(text) for text in texts])] == [
        ("A", "Trust"), ("B", "Money"), ("V", "Smith"), ("IV", "Law"), ("V", "Order"), ("4", "Time"), (None, "Space"),
        (None, "2013. A year"),
    ]  # fmt: skip
    assert rows_of([block("A. Paula Bell")])[0].ordinal is None


@pytest.mark.parametrize(
    ("lines", "code", "name", "host"),
    [
        (["SG X: Towns"], "SG X", "Towns", None),
        (["PSG V ‘Towns and Rivers’"], "PSG V", "Towns and Rivers", None),
        (["IPXA RC32 – Public Clocks"], "RC32", "Public Clocks", "IPXA"),
        (["RC 48: Clocks"], "RC 48", "Clocks", None),
        (["WG2 Village Government"], "WG2", "Village Government", None),
        (
            ["Research Committee 27 (RC 27)", "How Governments Are Built"],
            "Research Committee 27", "How Governments Are Built", None,
        ),
        (
            ["Standing Group on Clocks", "The group of the World Clock Society (WCSx) meets."],
            None, "Standing Group on Clocks", None,
        ),
        (["ECQR Standing Group on Clocks"], None, "Standing Group on Clocks", "ECQR"),
        (
            ["Menu", "Home", "Study Group on Clocks", "A study group of the WCSx."],
            None, "Study Group on Clocks", "WCSx",
        ),
        (["SGML for Beginners"], None, "SGML for Beginners", None),
    ],
)  # fmt: skip
def test_heads(lines: list[str], code: str | None, name: str, host: str | None) -> None:
    """Code, name and host are told apart, in whatever form the title has them."""
    head = head_of([block(line) for line in lines])
    said = [part.text if part is not None else None for part in (head.code, head.name, head.host)]
    assert said == [code, name, host]


def test_single_facts() -> None:
    """Foundation, members and publications are taken from sentences of their own."""
    founded = founded_in(passage("The group has been in existence since 1987."))
    assert founded is not None
    assert (founded[0].iso, founded[1].text) == ("1987", "1987")
    assert founded_in(passage("The journal of the group was founded in 1988.")) is None
    assert founded_in(passage("Start-up 2013-2015")) is None
    numbers = [quantity for quantity, _place, _found in participation_in(passage("Number of members: 1,204"))]
    assert [(one.text, str(one.value), one.unit, one.measures) for one in numbers] == [
        ("1,204", "1204", "members", "Number of members")
    ]
    assert is_publication("A second special issue is being prepared.")
    assert not is_publication("Special issues of journals are dear.")


def test_furniture() -> None:
    """Known phrases are furniture; paths and notes with words of their own are told; sentences are neither."""
    phrases = ["Read more", "Contact | Privacy | Sitemap", "© 2024. All rights reserved", "Share this on Facebook"]
    assert all(map(is_furniture, phrases))
    notes = ["Home > Groups > RC32", "© 2024 WCSx", "Read more about rivers", "Home | Rivers | Next"]
    assert [(is_furniture(line), is_note(line)) for line in notes] == [(False, True)] * 4
    others = [
        "Home care is shared.",
        "Contact: Anna Bell",
        "Share of members who vote",
        "Rivers / seas",
        "Rivers > seas",
    ]
    assert not any(is_furniture(line) or is_note(line) for line in others)


@pytest.mark.parametrize(
    "text",
    [
        "A study group met in Bergen on Monday.\n\nIts aim is to read books. The annual meeting follows.",
        (
            "# coprod\n\nReads papers and study groups.\n\n```sh\npip install coprod\n```\n\n"
            "## Study group\n\nAims: see below"
        ),
        "TY  - JOUR\nTI  - SG X: Study Group on Trust\nAB  - Aim: to see. The annual meeting follows.\nER  - \n",
        (
            "Trust in Study Groups: A Survey\n\nAbstract\n\nThe aim of the study is to see. "
            "Members of the group were asked."
        ),
        "Study group warns of higher tides\n\nThe group has 40 members. Its aim is to see. Its next meeting is in May.",
        "Introduction\n\nMethodology\n\nThe study group aims to see.\n\nKey Findings\n\nTrust grew.",
        (
            "<html><head><meta name='citation_title' content='A Study Group'></head><h1>Stud"
            "y Group X</h1><p>Aims: a</p></html>"
        ),
        "",
    ],
)  # fmt: skip
def test_other_documents_are_not_claimed(text: str) -> None:
    """A newspaper, a README, RIS, articles and summaries are no pages of study groups."""
    assert sniff(Document("a", iter([text.encode()]))) == 0.0
