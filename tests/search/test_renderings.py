"""Renderings of one page: as a browser copies it, and torn apart at its links and highlights."""

import time
from itertools import product
from pathlib import Path

import attrs
import pytest

import coprod
from coprod.readers.search.torn import paging

SEEDS = Path(__file__).parents[2] / "seeds"

SCHOLAR = """Google Scholar
About 19,900 results (0.05 sec)
[PDF] x.example
Queues and participation
A Costa - Journal of Counters, 2007 - Example Press
In recent years …
Save Cite Cited by 2345 Related articles
[PDF] y.example
Voices at the counter
B Adler - Counters, 1981 - Example Press
We ask …
Save Cite Cited by 1,212 Related articles
"""


def test_the_place_of_a_file_is_no_title() -> None:
    """`[PDF] host` beside a result is neither a part of a title nor a mark, before its title and behind it."""
    behind = SCHOLAR.replace("[PDF] x.example\nQueues and participation", "Queues and participation\n[PDF] x.example")
    for text in (SCHOLAR, behind):
        found = coprod.loads(text)
        assert [paper.title for paper in found.papers] == ["Queues and participation", "Voices at the counter"]
        assert [paper.extra.get("mark") for paper in found.papers] == [None, None]
        assert [metric.value for paper in found.papers for metric in paper.metrics] == [2345, 1212]
        assert "search.torn-lines" not in {told.code for told in found.diagnostics}


def test_a_title_that_was_lost_is_not_made_up() -> None:
    """A line behind the one with authors, journal and year is no title, whatever it looks like."""
    text = SCHOLAR.replace("[PDF] x.example\nQueues and participation\n", "").replace(
        "In recent years …", "Queues form."
    )
    found = coprod.loads(text)
    assert (found.papers[0].title, found.papers[0].teaser) == (None, "Queues form.")
    assert "search.title-lost" in {told.code for told in found.diagnostics}


def test_a_title_with_a_mark_stays_a_title() -> None:
    """The mark of the result itself stands before its title."""
    found = coprod.loads(SCHOLAR.replace("Voices at", "[PDF] Voices at"))
    assert (found.papers[1].title, found.papers[1].extra["mark"]) == ("Voices at the counter", ("PDF",))


TORN_SCHOLAR = """Google Scholar
[PDF]
x.example
Beyond queues: user and
community
of counters
A Costa
- Journal of Counters, 2007 - Example Press
In recent years, many counters were closed …
Save
Cite
Cited by 2345
Related articles
[CITATION]
[C]
Consumers at counters
B Adler, M Dahl… - Counters, 1981
[BOOK]
[B]
The long queue
M Dahl - 2013 - books.example.org
In 2010, 45% of …
A review of counters - and more
A Costa, B Adler - Counters, 2015 - Example Press
"""


def test_a_torn_list_of_a_search_engine() -> None:
    """Titles, authors and marks that stand on lines of their own go to the result that they belong to, and are told."""
    found = coprod.loads(TORN_SCHOLAR)
    assert [(paper.title, paper.extra.get("mark")) for paper in found.papers] == [
        ("Beyond queues: user and community of counters", None),
        ("Consumers at counters", ("CITATION",)),
        ("The long queue", ("BOOK",)),
        ("A review of counters - and more", None),
    ]
    assert [name.literal for name in found.papers[0].authors] == ["A Costa"]
    assert [told.severity for told in found.diagnostics if told.code == "search.torn-lines"] == ["warning", "warning"]
    (span, *_others) = found.locate(found.papers[0], "container_title")
    assert (span.line, span.start, span.end) == (8, 2, 21)


def test_what_stands_before_a_torn_title() -> None:
    """Lines of the page before the first result are no part of its title, unless the words go on."""
    before = "Google Scholar\nArticles\nAbout 9 results (0.05 sec)\nMy library\nCreate alert\n"
    found = coprod.loads(TORN_SCHOLAR.replace("Google Scholar\n[PDF]\nx.example\n", before))
    assert found.papers[0].title == "Beyond queues: user and community of counters"
    (told,) = [told for told in found.diagnostics if told.code == "search.outside-rows"]
    assert told.text == "Google Scholar\nArticles\nMy library\nCreate alert"


TORN_EMERALD = """Search results
1 – 2 of 2
Access Restricted. View access options
Article
Publication date:
21 January 2021
Queues &
trust
: a trial in two towns
Ana Costa
,
Ben Adler
and
张伟
The paper asks who waits…
Abstract
Purpose
We ask who waits.
Findings
Trust rose by 8%.
Originality/value
Nobody asked so far.
Details
Journal of Counters, vol. 34 no. 2
Type: Research Article
DOI:
https://doi.org/10.9999/X-1
ISSN: 0951-3558
Keywords
Trust
Queues
Book part
Publication date:
March 2009
The long queue
1
2
Next
"""


def test_a_torn_page_is_read() -> None:
    """Labels find the values below them, and what stood on one line does so again."""
    found = coprod.loads(TORN_EMERALD)
    assert [source.reader for source in found.sources] == ["search"]
    first, second = found.papers
    assert (first.title, first.doi, first.keywords) == (
        "Queues & trust: a trial in two towns",
        "10.9999/x-1",
        ("Trust", "Queues"),
    )
    assert [name.literal for name in first.authors] == ["Ana Costa", "Ben Adler", "张伟"]
    assert (second.title, second.year, second.metrics, second.keywords) == ("The long queue", 2009, (), ())
    assert [(span.line, span.start, span.end) for span in found.locate(first, "title")] == [
        (7, 0, 8),
        (8, 0, 5),
        (9, 0, 22),
    ]
    assert "page.not-read" not in {told.code for told in found.diagnostics}
    assert "search.doi-missing" in {told.code for told in found.diagnostics if told.line and told.line > 28}


def test_a_label_above_its_value_is_not_torn() -> None:
    """A value below its label is as a browser shows it; nothing is told."""
    text = TORN_EMERALD.replace("Queues &\ntrust\n: a", "Queues: a").replace(
        "Ana Costa\n,\nBen Adler\nand\n张伟", "Ana Costa"
    )
    found = coprod.loads(text)
    assert [paper.year for paper in found.papers] == [2021, 2009]
    assert "search.torn-lines" not in {told.code for told in found.diagnostics}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Trust", "1", "2", "Next"], [1, 2, 3]),
        (["Trust", "327", "1", "2", "3", "…", "17", "Next page", "Help"], [2, 3, 4, 5, 6, 7]),
        (["Previous", "4", "5", "6", "Next"], [0, 1, 2, 3, 4]),
        (["1 2 3 4 Next"], [0]),
        (["327", "Next"], [1]),
        (["4", "5", "Next"], [2]),
        (["Next generation of counters", "The previous 2"], []),
    ],
)
def test_lines_that_lead_to_other_pages(lines: list[str], found: list[int]) -> None:
    """Numbers are those of pages if they grow from 1 to a word that leads on; others are what they were."""
    assert sorted(paging(lines)) == found


TORN_SILVERCHAIR = """1-1 of 1
Journal Article
From
queues
to counters
Ana Costa
,
Ben Adler
, et al.
Journal of Counters
, Volume 27, Issue 1, January 2017, Pages 1–17,
https://doi.org/10.9999/counters/abc045
Published: 04 August 2016
...the
counters
of towns are not always...
"""


def test_a_torn_row_of_silverchair() -> None:
    """Title, authors, citation with its DOI, and the snippet: none of them runs into another."""
    found = coprod.loads(TORN_SILVERCHAIR)
    (paper,) = found.papers
    assert (paper.title, paper.teaser) == ("From queues to counters", "...the counters of towns are not always...")
    assert (paper.container_title, paper.volume, paper.doi) == ("Journal of Counters", "27", "10.9999/counters/abc045")
    assert [name.literal for name in paper.authors] == ["Ana Costa", "Ben Adler"]
    codes = {told.code for told in found.diagnostics}
    assert "search.torn-lines" in codes
    assert not codes & {"search.doi-missing", "page.not-read", "search.outside-rows"}


def test_many_torn_names() -> None:
    """A list of names that is longer than a line may be for patterns is read too, and none is lost."""
    letters = "ABCDEFGH"
    names = [f"A{one.lower()}a Cost{two.lower()}" for one, two in product(letters, repeat=2)]
    text = TORN_SILVERCHAIR.replace("Ana Costa\n,\nBen Adler\n, et al.", "\n,\n".join(names))
    (paper,) = coprod.loads(text).papers
    assert [name.literal for name in paper.authors] == names


TORN_PREPRINTS = """{count} Results
Queues of
ants
at one counter
Ana M.
Costa Dias
,
Ben
Adler
bioRxiv
2022.04.11.000001;
doi:
https://doi.org/10.9999/2022.04.11.000001
Add to Selected Citations
Deep waiting
Mia
Dahl
bioRxiv
2020.07.11.000002;
doi:
https://doi.org/10.9999/2020.07.11.000002
Add to Selected Citations
Counters and care
(515)
"""


@pytest.mark.timing
def test_many_lines_that_go_on() -> None:
    """A line is put together once, whatever it is put together from: it takes about as long as lines that are whole."""

    def seconds(line: str) -> float:
        text = SCHOLAR.replace("We ask …", "We ask\n" + f"{line}\n" * 6_000)
        start = time.process_time()
        assert len(coprod.loads(text).papers) == 2
        return time.process_time() - start

    seconds("?")
    whole, torn = min(seconds("ants") for _ in range(3)), min(seconds("?") for _ in range(3))
    assert torn < 3 * whole, (torn, whole)


def test_names_in_two_elements_that_were_torn_apart() -> None:
    """Given and family name on a line each are one name; what is no name above them is the title."""
    found = coprod.loads(TORN_PREPRINTS.format(count=2))
    assert [paper.title for paper in found.papers] == ["Queues of ants at one counter", "Deep waiting"]
    assert [[name.literal for name in paper.authors] for paper in found.papers] == [
        ["Ana M. Costa Dias", "Ben Adler"],
        ["Mia Dahl"],
    ]
    assert [paper.container_title for paper in found.papers] == ["bioRxiv", "bioRxiv"]
    assert "search.torn-lines" in {told.code for told in found.diagnostics}


def test_a_number_behind_the_results_is_no_issue() -> None:
    """The numbers of a list of subjects below the results are not part of the last of them; they are told."""
    found = coprod.loads(TORN_PREPRINTS.format(count=2))
    assert (found.papers[1].issue, found.papers[1].extra.get("issue")) == (None, None)
    assert any(told.code == "page.not-read" and "(515)" in (told.text or "") for told in found.diagnostics)


def test_names_that_cannot_be_told_from_the_title_are_not_made_up() -> None:
    """Where a line above the names may be a part of them, nothing is joined."""
    found = coprod.loads(TORN_PREPRINTS.format(count=2).replace("Mia\nDahl\n", "Mia\nof\nDahl\n"))
    assert "Dahl" not in [name.family for name in found.papers[1].authors]


def test_bare_numbers_beside_labelled_ones_stay_what_they_are() -> None:
    """A number without a label is a metric only where none has a label; else it is kept as it is."""
    text = """1 - 1 of 14 Results
research-article
Queues in towns
Ana Costa
International Journal of Counters, Volume 9, Issue 1-2
January 2020,
pp 33–51
https://doi.org/10.9999/ijc.2020.106487
7
Metrics
Total Citations
7
1
2
"""
    (paper,) = coprod.loads(text).papers
    assert [(metric.value, metric.label) for metric in paper.metrics] == [(7, "Total Citations")]
    assert paper.extra["metric"] == ("1", "2")


def test_results_of_one_journal_are_no_wrapped_text() -> None:
    """Lines on a publication that are as long as each other were not cut at a width."""
    row = (
        "Journal Article\nWho {0}?\nAna Costa\nCounters and Society, Volume 39, Issue 3, July 2020, Pages 35{1}–36{1}, "
        "https://doi.org/10.9999/14494035.2020.178378{1}\nPublished: {1} July 2020\n"
    )
    rows = "".join(row.format(word, number) for number, word in enumerate(("pays", "waits", "cares"), 1))
    found = coprod.loads(f"1-3 of 3 Search results for\nqueues\n{rows}")
    assert [paper.title for paper in found.papers] == ["Who pays?", "Who waits?", "Who cares?"]
    assert [paper.last_page for paper in found.papers] == ["361", "362", "363"]


def test_access_below_the_date_begins_no_row() -> None:
    """What stands directly below the line by which a row is found belongs to the row, whatever it says."""
    text = (
        "Search results\n1 – 1 of 1\nPer page\n102050\nAccess Restricted. View access options\nArticle\n"
        "Publication date: 17 March 2023\nOpen Access\n\nStreet patrols and shared safety\n\nAna Costa\n"
        "We ask who walks…\n\nAbstract\n\nFindings\nThefts fell by 8.3%.\n"
    )
    found = coprod.loads(text)
    assert [(paper.title, paper.access) for paper in found.papers] == [
        ("Street patrols and shared safety", "restricted")
    ]
    assert [finding.statement for finding in found.findings] == ["Thefts fell by 8.3%."]
    assert found.papers[0].extra["access"] == ("Open Access",)


def test_a_row_of_nothing_but_joints_is_no_title() -> None:
    """Markup in which only a comma is left beside an author gives a row without a title, and no exception."""
    page = "<li class=search-result><highwire-cite>,<p class=highwire-citation-author><span<span"
    assert [paper.title for paper in coprod.loads(page).papers] == [None]


def test_a_label_that_was_torn_is_told_with_its_value() -> None:
    """What is joined to the value below it stays told as torn, and changes nothing."""
    text = (SEEDS / "search-page.txt").read_text(encoding="utf-8")
    whole = coprod.loads(text)
    found = coprod.loads(text.replace("Publication date: ", "Publication date\n:\n", 1))
    assert [attrs.evolve(paper, source=None) for paper in found.papers] == [
        attrs.evolve(paper, source=None) for paper in whole.papers
    ]
    (told,) = (one for one in found.diagnostics if one.code == "search.torn-lines")
    assert told.text is not None
    assert told.text.startswith("Publication date:")
