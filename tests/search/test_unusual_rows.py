"""Rows that say a thing in another way than most: icons, access below the kind, chapters, lines run together."""

import pytest

import coprod
from coprod import Collection
from coprod.readers.search import Layout

ORCID = "0000-0002-1825-0097"
CITED = "Trust & Care, Volume 9, Issue 2, July 2020, Pages 3–12, https://doi.org/10.9999/care.{}"
JOURNALS = ("Trust & Care", "Towns", "The Quarterly of Counters and Queues")


def warned(found: Collection) -> list[tuple[str, str | None]]:
    """What the recipe of the documentation shows: all that is more than worth knowing."""
    return [(told.code, told.text) for told in found.diagnostics if told.severity != "info"]


def preprint(icon: str) -> str:
    """A page of HighWire, whose second author has this icon."""
    return (
        '<html><body><ul><li class="search-result"><div class="highwire-cite">'
        '<a class="highwire-cite-linked-title" href="https://preprints.example/content/x">Queues of ants</a>'
        '<div class="highwire-cite-authors"><span class="highwire-citation-authors">'
        '<span class="highwire-citation-author"><span class="nlm-given-names">Ana</span> '
        '<span class="nlm-surname">Costa Dias</span></span>, '
        f'<span class="highwire-citation-author">{icon}<span class="nlm-given-names">Ben</span> '
        '<span class="nlm-surname">Adler</span></span></span></div></div></li></ul></body></html>'
    )


@pytest.mark.parametrize("words", ["<span>View ORCID Profile</span>", "View ORCID Profile", "<img src='i.png'>"])
def test_the_icon_of_an_orcid(words: str) -> None:
    """The words of the icon are no part of the name, and its link is the ORCID of that author."""
    found = coprod.loads(preprint(f'<a href="http://orcid.org/{ORCID}">{words}</a>'))
    (paper,) = found.papers
    assert [(name.literal, name.family, name.orcid) for name in paper.authors] == [
        ("Ana Costa Dias", "Costa Dias", None),
        ("Ben Adler", "Adler", ORCID),
    ]
    assert paper.extra == {}
    assert found.locate(paper, "authors[1].orcid")[0].line == 1
    assert "page.not-read" not in {told.code for told in found.diagnostics}


def test_an_orcid_of_two_of_a_name() -> None:
    """The ORCID belongs to the element that it stands in, though another author has the same name; twice is once."""
    icon = f'<a href="https://orcid.org/{ORCID}">View ORCID Profile</a>'
    page = preprint(icon + icon).replace("Costa Dias", "Adler").replace("Ana", "Ben")
    (paper,) = coprod.loads(page).papers
    assert [(name.literal, name.orcid) for name in paper.authors] == [("Ben Adler", None), ("Ben Adler", ORCID)]
    assert paper.extra == {}


def test_an_orcid_that_is_none_is_kept() -> None:
    """An address that is no ORCID stays in extra."""
    (paper,) = coprod.loads(preprint('<a href="https://orcid.org/0000-0000">View ORCID Profile</a>')).papers
    assert [name.orcid for name in paper.authors] == [None, None]
    assert paper.extra["orcid"] == ("https://orcid.org/0000-0000",)


@pytest.mark.parametrize(
    "authors",
    [
        "Ana B. Costa, View ORCID ProfileBen Adler",
        "View ORCID Profile Ana B. Costa, Ben Adler",
        "Ana B. Costa, Ben Adler View ORCID Profile",
        "Ana B.\nCosta\n,\nView ORCID Profile\nBen\nAdler\nbioRxiv",
        "View ORCID Profile\nAna B.\nCosta\n,\nBen\nAdler\nbioRxiv",
    ],
)
def test_words_of_the_icon_in_text(authors: str) -> None:
    """In text the words stand before a name, glued to it or on a line of their own."""
    parts = [] if authors.endswith("bioRxiv") else ["bioRxiv"]
    parts += ["2020.07.11.000002;", "doi: https://doi.org/10.9999/2020.07.11.000002"]
    number = "\n".join(parts) if authors.endswith("bioRxiv") else " ".join(parts)
    found = coprod.loads(f"1 Results\nQueues of ants\n{authors}\n{number}\n")
    (paper,) = found.papers
    assert (paper.title, [name.literal for name in paper.authors]) == ("Queues of ants", ["Ana B. Costa", "Ben Adler"])


@pytest.mark.parametrize("note", ["Now published in Trust & Care doi: 10.9999/care.7", "Now published in Trust & Care"])
def test_where_a_preprint_was_published(note: str) -> None:
    """What stands below a preprint is kept, and is not the title of the next."""
    lines = [
        *("2 Results", "Queues of ants", "Ana Costa", "bioRxiv 456789; doi: https://doi.org/10.9999/456789", note),
        *("Deep waiting", "bioRxiv 456790; doi: https://doi.org/10.9999/456790"),
    ]
    first, second = coprod.loads("\n".join(lines)).papers
    assert (first.doi, first.extra["Now published in"]) == ("10.9999/456789", (note.removeprefix("Now published in "),))
    assert (second.title, second.extra) == ("Deep waiting", {})


@pytest.mark.parametrize(
    ("kind", "access", "stage"),
    [
        ("Journal Article\nOpen access", "open", None),
        ("Journal Article\nGet access", "restricted", None),
        ("Journal Article Open access", "open", None),
        ("Journal Article\nAdvance articles\nGet access", "restricted", "Advance articles"),
        ("Journal Article\nEditor's Choice\nOpen access", "open", "Editor's Choice"),
        ("Journal Article\nFree", "open", None),
        ("Journal Article", None, None),
    ],
)
def test_access_below_the_kind(kind: str, access: str | None, stage: str | None) -> None:
    """A line on access or on the stage between the kind and the title belongs to the row."""
    titles = ("Who waits?", "Free riders of the town", "Open access to the town hall")
    rows = [
        f"{kind}\n{title}\nAna Costa\n{CITED.format(5).replace('Trust & Care', journal)}\nPublished: 2 July 2020"
        for title, journal in zip(titles, JOURNALS, strict=True)
    ]
    found = coprod.loads("1-3 of 3 Search results for\nwaiting\n" + "\n".join(rows))
    assert tuple(paper.title for paper in found.papers) == titles
    assert {(paper.type, paper.access) for paper in found.papers} == {("article-journal", access)}
    assert {paper.extra.get("stage") for paper in found.papers} == {(stage,) if stage else None}
    assert not warned(found)


def test_chapters_between_articles() -> None:
    """A chapter names its book and the editors, or a DOI and pages on lines of their own, and access anywhere."""
    page = (
        "1-3 of 3 Search results for\n"
        f"Journal Article\nWho waits?\nAna Costa\n{CITED.format(1)}\nPublished: 2 July 2020\n"
        "Chapter\nQueues\nMia Dahl\nGet access\nin Ben Adler (ed.), Ana Costa (ed.), The Handbook of Towns\n"
        "Published: 5 March 2018\n"
        "Chapter\nCounters\nMia Dahl\nhttps://doi.org/10.9999/towns.5\nPages 101–C5.P20\nPublished: 6 March 2018\n"
    )
    found = coprod.loads(page)
    assert [(paper.type, paper.title, paper.authors[0].family) for paper in found.papers] == [
        ("article-journal", "Who waits?", "Costa"), ("chapter", "Queues", "Dahl"), ("chapter", "Counters", "Dahl"),
    ]  # fmt: skip
    _article, first, second = found.papers
    assert (first.container_title, first.access) == ("The Handbook of Towns", "restricted")
    assert [(name.literal, name.family) for name in first.editors] == [("Ben Adler", "Adler"), ("Ana Costa", "Costa")]
    assert (second.doi, second.first_page, second.last_page) == ("10.9999/towns.5", "101", "C5.P20")
    assert not warned(found)


def test_the_book_of_a_chapter_in_html() -> None:
    """What the element of the citation says of editors is read as well."""
    page = (
        '<html><div class="sr-list al-article-box"><div class="sri-type">Chapter</div><h4 class="sri-title">'
        '<a href="https://books.example/5">Queues</a></h4><div class="al-citation-list">'
        "in Ben Adler (ed.), The Handbook of Towns</div></div></html>"
    )
    (paper,) = coprod.loads(page).papers
    assert (paper.title, paper.container_title, paper.editors[0].family) == ("Queues", "The Handbook of Towns", "Adler")
    assert paper.extra == {}


def test_what_may_be_of_a_result_is_a_warning() -> None:
    """A DOI that no paper has, and names between a title and a date, are seen without looking at notes."""
    row = "Journal Article\n{}\nAna Costa\n" + CITED + "\nPublished: 2 July 2020\n"
    head, first = "1-2 of 2 Search results for\nwaiting\n", row.format("Who waits?", 1)
    assert warned(coprod.loads(head.replace("2", "1") + first)) == []
    lost = f"Letter\nWho pays?\n{CITED.format(2)}\n"
    assert warned(coprod.loads(head.replace("2", "1") + lost + first)) == [
        ("search.result-not-read", CITED.format(2)),
    ]
    torn = "Queues of the old town\nMia Dahl and Ben Adler\nOn-line first: yes\nOut in May 2019\nMay 2019\n"
    assert warned(coprod.loads(head.replace("2", "1") + torn + first)) == [
        ("search.result-not-read", "Mia Dahl and Ben Adler"),
    ]


def test_a_row_that_no_element_holds_is_a_warning() -> None:
    """A link to a publication outside the rows of HTML may be a row; forms and facets are none."""
    title = '<h4 class="sri-title"><a href="https://doi.org/10.9999/a">A tale</a></h4>'
    row = f'<div class="sr-list al-article-box">{title}</div>'
    others = (
        '<p><a href="https://doi.org/10.9999/b">Another tale</a></p>'
        '<p><a href="/search?of=10.9999/c">Ana Costa (3)</a></p><p>e.g. 10.9999/d</p>'
    )
    found = coprod.loads(f"<html><body>{row}{others}</body></html>", format="search")
    assert len(found.papers) == 1
    assert warned(found) == [("search.result-not-read", "Another tale https://doi.org/10.9999/b")]


ACM = (
    "{kind}\nMay 2024\nQueues of ants\nAna Costa,\nBen Adler\n"
    "HQ '24: Proceedings of the 2024 Conference on Counters{date}, Article No.: 7, Pages 1–19{joint}"
    "https://doi.org/10.9999/3613904.7\nAnts wait.\n"
)


@pytest.mark.parametrize(("date", "joint"), [("May 2024", ""), (" May 2024", " "), ("May 2024", ", ")])
@pytest.mark.parametrize("head", ["2 Results\n", ""])
def test_spans_that_run_together(date: str, joint: str, head: str) -> None:
    """A month behind a small letter and digits before an address part a line; rows without a head are enough."""
    text = head + ACM.format(kind="RESEARCH-ARTICLE", date=date, joint=joint)
    found = coprod.loads(text + ACM.format(kind="short-paper", date=date, joint=joint).replace("904.7", "904.8"))
    assert [paper.genre for paper in found.papers] == ["RESEARCH-ARTICLE", "short-paper"]
    for paper in found.papers:
        assert paper.container_title == "HQ '24: Proceedings of the 2024 Conference on Counters"
        assert (paper.first_page, paper.last_page, paper.article_number) == ("1", "19", "7")
        assert (paper.issued and paper.issued.iso, paper.extra) == ("2024-05", {})
    assert not warned(found)


@pytest.mark.parametrize(
    ("citation", "pages", "extra"),
    [
        ("Trust Review, Volume 20, 2018 - Issue 11, Pages: 1613-1630", ("1613", "1630"), {}),
        ("Trust Review, Volume 20, 2018 - Issue 11, pp. 1613–1630", ("1613", "1630"), {}),
        ("Trust Review, Volume 27, Issue 3June 2020, pp 1–31https://doi.org/10.9999/33", ("1", "31"), {}),
        ("Trust Review, Volume 27June 2020, Pages 4-5https://doi.org/10.9999/33", ("4", "5"), {}),
        ("Trust Review, Latest Articles", (None, None), {"stage": ("Latest Articles",)}),
        ("Trust Review, Online First, 4 May 2021", (None, None), {"stage": ("Online First",)}),
    ],
)
def test_forms_of_a_citation(citation: str, pages: tuple[str | None, ...], extra: dict[str, tuple[str, ...]]) -> None:
    """Labels with a colon and years between dashes are read; the stage of an article is no part of the journal."""
    layout = Layout.from_mapping({"name": "x", "select": {"row": "li.r", "title": "h3", "citation": ".in"}})
    page = f'<html><ul><li class="r"><h3>Queues</h3><p class="in">{citation}</p></li></ul></html>'
    (paper,) = coprod.loads(page, layouts=[layout]).papers
    assert (paper.container_title, (paper.first_page, paper.last_page), paper.extra) == ("Trust Review", pages, extra)


def scholar(teaser: str) -> str:
    """A page of a search engine with one result."""
    return (
        '<html><body><div class="gs_r"><div class="gs_ggs"><a href="https://town.example/q.pdf"><span>[PDF]</span> '
        'town.example</a></div><h3 class="gs_rt"><a href="https://town.example/q">Queues of ants</a></h3>'
        '<div class="gs_a">A Costa - Trust, 2019 - town.example</div>'
        f'<div class="gs_rs">{teaser}</div></div></body></html>'
    )


@pytest.mark.parametrize("teaser", ["<span>3 days ago - </span>Ants wait in …", "3 days ago – Ants wait in …"])
def test_the_age_before_a_teaser(teaser: str) -> None:
    """Since when a work is known is no part of the teaser, and the address of the full text is kept."""
    (paper,) = coprod.loads(scholar(teaser)).papers
    assert (paper.teaser, paper.urls) == ("Ants wait in …", ("https://town.example/q",))
    assert paper.extra == {
        "host": ("town.example",), "added": ("3 days ago",), "full text": ("https://town.example/q.pdf",),
    }  # fmt: skip
    lines = ("Queues of ants", "A Costa - Trust, 2019 - town.example", "3 days ago - Ants wait in …", "Cited by 3")
    assert coprod.loads("\n".join(lines)).papers[0].teaser == "Ants wait in …"


@pytest.mark.parametrize("dash", [" - ", "- ", "&nbsp;- "])
def test_a_dash_behind_authors(dash: str) -> None:
    """The space between the authors and the dash may be missing; a line that is not understood is told."""
    page = scholar("Ants wait …").replace("A Costa - Trust", f"<a>A Costa</a>, <a>B Adler</a>{dash}Trust")
    (paper,) = coprod.loads(page).papers
    assert [name.literal for name in paper.authors] == ["A Costa", "B Adler"]
    assert (paper.container_title, paper.year) == ("Trust", 2019)
    other = coprod.loads(page.replace("2019", "in print"))
    assert "search.citation-not-read" in {told.code for told in other.diagnostics}
    assert other.papers[0].extra["citation"][0].startswith("A Costa, B Adler")


def test_a_result_without_a_year() -> None:
    """A line of names and the host is that of a result: its numbers are not those of the one above."""
    text = (
        "About 2 results (0.05 sec)\nQueues of ants\nA Costa - Trust, 2019 - town.example\nAnts wait in …\n"
        "Cited by 44\nCounters\nB Adler, M Dahl - books.example\nA book of clerks.\nCited by 7\n"
    )
    papers = coprod.loads(text).papers
    assert [paper.title for paper in papers] == ["Queues of ants", "Counters"]
    assert [[name.literal for name in paper.authors] for paper in papers] == [["A Costa"], ["B Adler", "M Dahl"]]
    assert [[metric.value for metric in paper.metrics] for paper in papers] == [[44], [7]]
    assert papers[1].extra == {"host": ("books.example",)}


def test_names_above_a_torn_line() -> None:
    """Where only one author has a link, the names before it end a line with a comma; none of them is lost."""
    text = (
        "[BOOK]\n[B]\nQueues and\nco\n-\nproduction\nA Costa, B Adler,\nM Dahl\n- 2012 - town.example\n"
        "We ask who waits …\nSave\nCite\nCited by 7\nRelated articles\nLibrary Search\nMore\n"
        "Waiting\nA Costa - Trust, 2013 - town.example\nIt is long …\nCited by 3\n"
    )
    first, second = coprod.loads(text).papers
    assert first.title == "Queues and co - production"
    assert [name.literal for name in first.authors] == ["A Costa", "B Adler", "M Dahl"]
    assert (second.title, [name.literal for name in second.authors]) == ("Waiting", ["A Costa"])


@pytest.mark.parametrize("number", [10, 20, 50, 100, 51])
def test_a_round_number_of_downloads(number: int) -> None:
    """A number that the choice of results per page has too is a number of downloads where one stands in a row."""
    lines = (
        *("1 – 1 of 1", "Per page", "102050", "Access Restricted. View access options", "Article"),
        *("Publication date: 4 May 2021", "Ana Costa", "Ants wait. They do it in the town…", str(number)),
        *("Abstract", "Purpose", "We ask who waits.", "Details", "Trust, vol. 3 no. 4", "Type: Article", "1 – 1 of 1"),
        *("Per page", "102050"),
    )
    (paper,) = coprod.loads("\n".join(lines), format="search").papers
    assert [(metric.value, metric.kind) for metric in paper.metrics] == [(number, "downloads")]


def test_escaped_markup_of_a_title() -> None:
    """A title that shows tags as text has none in the paper."""
    page = preprint("").replace("Queues of ants", "Queues of &lt;i&gt;Lasius&lt;/i&gt; ants")
    assert coprod.loads(page).papers[0].title == "Queues of Lasius ants"


@pytest.mark.parametrize(
    "snippet",
    [
        "Sort by size was what the clerks did first, and by weight what they did last.",
        "Show Abstract art to a queue, and nobody in it will wait for less than an hour.",
        "Next to the counter stands a clerk, and next to the clerk a queue of the town.",
    ],
)
def test_a_sentence_is_no_furniture(snippet: str) -> None:
    """A text that begins with the words of a button is no button; the button alone is."""
    row = f"Journal Article\nWho waits?\nAna Costa\n{CITED.format(5)}\nPublished: 2 July 2020\n"
    (paper,) = coprod.loads(f"1-1 of 1 Search results for\nwaiting\n{row}{snippet}\n").papers
    assert paper.teaser == snippet
    (bare,) = coprod.loads(f"1-1 of 1 Search results for\nwaiting\n{row}Sort by\n").papers
    assert bare.teaser is None


@pytest.mark.parametrize("title", ["Open Access journals of the town", "Free Access to the pier: a book of clerks"])
def test_a_title_is_no_line_on_access(title: str) -> None:
    """A line on access says no more than that."""
    text = (
        "Search results\n1 – 1 of 1\nAccess Restricted. View access options\nArticle\nPublication date: 17 March 2023\n"
        f"{title}\nAna Costa and Ben Adler\nWe ask who walks…\n\nAbstract\n\nFindings\nThefts fell by 8.3%.\n"
    )
    (paper,) = coprod.loads(text).papers
    assert (paper.title, paper.access, paper.extra) == (title, "restricted", {})


GULLS = (
    "Gulls of the {place}\nAna Costa, Ben Adler\nbioRxiv 2031.07.11.10{number}; doi: https://doi.org/10.9999/gulls.{number}\n"
    "Add to Selected Citations\n"
)


def test_a_citation_that_stands_twice() -> None:
    """Of a line on the publication that is repeated no second result is made, and the second is told."""
    pier, quay = (GULLS.format(place=place, number=number) for place, number in (("pier", 4017), ("quay", 5023)))
    cited = pier.split("\n")[2]
    found = coprod.loads("2 Results\n" + pier.replace(cited, f"{cited}\n{cited}") + quay)
    assert [paper.title for paper in found.papers] == ["Gulls of the pier", "Gulls of the quay"]
    assert [(told.code, told.line, told.text) for told in found.diagnostics] == [("search.outside-rows", 5, cited)]


def test_authors_whose_element_does_not_end() -> None:
    """What stands in the element of the authors because its end is lost is no name."""
    cited = (
        "<div><span>bioRxiv </span><span>2031.07.11.104017; </span><span>doi:</span> https://doi.org/10.9999/g</div>"
    )
    page = preprint("").replace(
        "</span></div></div></li>", f"</span>{cited}<div>Add to Selected Citations</div></div></li>"
    )
    assert cited in page
    (paper,) = coprod.loads(page).papers
    assert [name.literal for name in paper.authors] == ["Ana Costa Dias", "Ben Adler"]
    assert (paper.container_title, paper.article_number, paper.doi) == ("bioRxiv", "2031.07.11.104017", "10.9999/g")


@pytest.mark.parametrize("line", ["doi: https://doi.org/10.9999/g", "https://doi.org/10.9999/g"])
def test_a_doi_in_the_element_of_the_authors(line: str) -> None:
    """A DOI behind the names is that of the paper."""
    (paper,) = coprod.loads(
        preprint("").replace("</span></div></div></li>", f"</span><div>{line}</div></div></li>")
    ).papers
    assert [name.literal for name in paper.authors] == ["Ana Costa Dias", "Ben Adler"]
    assert paper.doi == "10.9999/g"


def test_names_that_look_like_a_citation() -> None:
    """What an element calls the authors is not read as something else, as long as no name stands before it."""
    select = {"row": "li.hit", "title": "h3", "authors": ".a", "author": ".n"}
    layout = Layout.from_mapping(
        {
            "name": "x", "order": ["title", "authors", "citation"], "select": select, "text": {"row": "citation"},
            "recognise": {"text": ["x.*"], "html": ["hit"]},
            "lines": {"citation": "(?P<container>[^,]+), (?P<date>.+)"},
        }
    )  # fmt: skip
    row = '<li class="hit"><h3>Gulls of the pier</h3><div class="a">Ana Costa, Ben Adler</div><p>Trust, 2020</p></li>'
    (paper,) = coprod.loads(f"<html><body><ul>{row}</ul></body></html>", layouts=[layout]).papers
    assert [name.literal for name in paper.authors] == ["Ana Costa", "Ben Adler"]
    assert (paper.container_title, paper.year) == ("Trust", 2020)


def test_a_sign_without_width_behind_a_label() -> None:
    """A sign that keeps words together stands in the place of a space too."""
    found = coprod.loads(
        '<html><body><ul><li class="hit"><h3>Gulls of the pier</h3><p class="in">Trust &amp; Care, '
        "Volume\u2060 9, Issue\u20602, pp\u20603\u2060–\u206012</p></li></ul></body></html>",
        layouts=[
            Layout.from_mapping({"name": "x", "select": {"row": "li.hit", "title": "h3", "citation": ".in"}}),
        ],
    )
    (paper,) = found.papers
    assert (paper.container_title, paper.volume, paper.issue) == ("Trust & Care", "9", "2")
    assert (paper.first_page, paper.last_page) == ("3", "12")
