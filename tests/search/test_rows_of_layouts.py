"""Rows of each layout that say a thing in another way: numbers of preprints, several dates, counts side by side."""

import attrs
import pytest

import coprod
from coprod import Collection, Paper
from coprod.readers.search import Layout

PREPRINTS = """2 Results
Queues of ants
Ana Costa
{citation}
Deep waiting
Mia Dahl
bioRxiv 2020.07.11.000002; doi: https://doi.org/10.9999/2020.07.11.000002
"""

SPAN = '<span class="highwire-cite-metadata-{}">{}</span>'


def preprint(citation: str) -> Paper:
    """The paper of a row of plain text with this line."""
    found = coprod.loads(PREPRINTS.format(citation=citation))
    assert [paper.title for paper in found.papers] == ["Queues of ants", "Deep waiting"]
    return found.papers[0]


def highwire(href: str, **spans: str) -> Collection:
    """A page of one row whose elements hold these texts."""
    inner = "".join(SPAN.format(name, text) for name, text in spans.items())
    return coprod.loads(
        '<html><body><ul><li class="search-result"><div class="highwire-cite">'
        f'<a class="highwire-cite-linked-title" href="{href}">Queues of ants</a>'
        f'<div class="highwire-cite-metadata">{inner}</div></div></li></ul></body></html>'
    )


@pytest.mark.parametrize("number", ["201814", "596718", "196907", "012345"])
def test_the_number_of_a_preprint_is_no_year(number: str) -> None:
    """Before December 2019 a preprint has a number of six digits, which is neither a year nor pages."""
    paper = preprint(f"bioRxiv {number}; doi: https://doi.org/10.9999/{number}")
    html = highwire("/content/x", journal="bioRxiv ", pages=f"{number}; ", doi=f"doi: https://doi.org/10.9999/{number}")
    for one in (paper, html.papers[0]):
        assert (one.container_title, one.article_number, one.doi) == ("bioRxiv", number, f"10.9999/{number}")
        assert (one.issued, one.first_page, one.volume, dict(one.extra).get("date")) == (None, None, None, None)


@pytest.mark.parametrize(
    ("behind", "issued"),
    [
        ("; doi: https://doi.org/10.9999/2021.03.01.21252345 Posted March 05, 2021", "2021-03-05"),
        ("; doi: https://doi.org/10.9999/2021.03.01.21252345 Posted March 05, 2021.", "2021-03-05"),
        ("; March 05, 2021", "2021-03-05"),
        ("; doi: https://doi.org/10.9999/2021.03.01.21252345", "2021-03-01"),
    ],
)
def test_a_date_that_is_stated_comes_before_that_in_the_number(behind: str, issued: str) -> None:
    """The number of a preprint begins with a date; the line may state another, and neither is lost."""
    paper = preprint(f"medRxiv 2021.03.01.21252345{behind}")
    assert paper.issued is not None
    assert (paper.issued.iso, paper.article_number) == (issued, "2021.03.01.21252345")
    assert (dict(paper.extra).get("date") == ("2021.03.01",)) == (issued != "2021-03-01")


def test_what_stands_behind_a_doi_is_kept() -> None:
    """Words that no rule knows behind the DOI are in `extra`."""
    paper = preprint("bioRxiv 201814; doi: https://doi.org/10.9999/201814 (withdrawn by the server)")
    assert (paper.doi, paper.extra["note"]) == ("10.9999/201814", ("(withdrawn by the server)",))


def test_what_stands_behind_a_labelled_doi_is_kept() -> None:
    """Two lines that became one: the second is no part of the DOI, and not lost."""
    page = EMERALD.format(access="", date="").replace("</span></div><div>ISSN", "</span> ISSN")
    (paper,) = coprod.loads(page.replace('<span class="intent_doi">', "<span>")).papers
    assert (paper.doi, paper.extra["DOI"]) == ("10.9999/x-1", ("ISSN: 0951-3558",))


def test_elements_of_a_preprint() -> None:
    """Dates that elements hold: the stated one is taken, that in the number kept."""
    found = highwire("/x", journal="medRxiv ", pages="2021.03.01.21252345; ", date="Posted March 05, 2021")
    assert found.papers[0].issued is not None
    assert found.papers[0].issued.iso == "2021-03-05"
    assert found.papers[0].extra["date"] == ("2021.03.01",)
    assert "page.not-read" not in {told.code for told in found.diagnostics}


@pytest.mark.parametrize("behind", ["v1", "v12", "", "v1.full", "v2.abstract?ref=x"])
def test_the_version_of_a_preprint_is_no_part_of_its_doi(behind: str) -> None:
    """The address of a preprint ends in a version; the address is kept as printed."""
    (paper,) = highwire(f"/content/10.9999/2020.12.01.20242001{behind}", journal="medRxiv ").papers
    assert paper.doi == "10.9999/2020.12.01.20242001"
    assert paper.extra["link"] == (f"/content/10.9999/2020.12.01.20242001{behind}",)


def test_a_journal_of_the_platform() -> None:
    """Journal, date, volume, issue and pages, from elements and from a line."""
    line = "Counters 1 January 2020, 40 (1) 12-24; DOI: 10.9999/COUNT.1234-19.2020"
    (html,) = highwire(
        "/content/40/1/12", journal="Counters ", date="1 January 2020, ", volume="40 ", issue="(1) ", pages="12-24; ",
        doi="DOI: 10.9999/COUNT.1234-19.2020",
    ).papers  # fmt: skip
    for paper in (html, preprint(line)):
        assert (paper.container_title, paper.volume, paper.issue) == ("Counters", "40", "1")
        assert (paper.first_page, paper.last_page, paper.doi) == ("12", "24", "10.9999/count.1234-19.2020")
        assert paper.issued is not None
        assert paper.issued.iso == "2020-01-01"


def silverchair(citation: str, published: str) -> Paper:
    """The paper of a row with this line, the same from HTML and from text."""
    html = (
        '<html><body><div class="sr-list al-article-box"><h4 class="sri-title"><a href="/x/1">Trust and voice</a></h4>'
        f'<div class="al-citation-list">{citation}</div><div class="sri-date">Published: {published}</div></div></body>'
    )
    text = f"1-1 of 1\nJournal Article\nTrust and voice\nAna Costa\n{citation}\nPublished: {published}\n"
    (of_html,), (of_text,) = coprod.loads(html).papers, coprod.loads(text).papers
    for field in ("container_title", "article_number", "first_page", "issued", "doi"):
        assert getattr(of_html, field) == getattr(of_text, field), field
    return of_text


@pytest.mark.parametrize(
    ("citation", "published", "issued", "kept"),
    [
        ("Counters, Volume 27, Issue 1, January 2017, Pages 1–17", "04 August 2016", "2017-01", ("04 August 2016",)),
        ("Counters, Volume 27, Issue 1, August 2016, Pages 1–17", "04 August 2016", "2016-08-04", None),
        ("The Handbook of Counters, 2005, Pages 99–120", "01 September 2005", "2005-09-01", None),
        ("The Handbook of Counters, 2005, Pages 99–120", "01 September 2006", "2005", ("01 September 2006",)),
    ],
)
def test_the_date_of_the_issue(citation: str, published: str, issued: str, kept: tuple[str, ...] | None) -> None:
    """A work is cited by the date of its issue; a date that is only more exact is taken, any other kept."""
    paper = silverchair(citation, published)
    assert paper.issued is not None
    assert (paper.issued.iso, dict(paper.extra).get("Published")) == (issued, kept)
    assert paper.container_title == citation.partition(",")[0]


def test_an_article_number_in_the_place_of_pages() -> None:
    """What stands between the journal and the DOI is the number of the article, and no part of the journal."""
    paper = silverchair("Journal of Counters, bsab012, https://doi.org/10.9999/cdj/bsab012", "11 June 2021")
    assert (paper.container_title, paper.article_number) == ("Journal of Counters", "bsab012")
    other = silverchair("Proceedings of Counters, digov2020, https://doi.org/10.9999/1", "11 June 2021")
    assert (other.container_title, other.article_number) == ("Proceedings of Counters, digov2020", None)


@pytest.mark.parametrize(
    "counts",
    [
        '<span class="citation"><i></i><span>12</span></span><span class="metric"><i></i><span>1,345</span></span>',
        '<span class="citation"><i></i><span>12</span></span> <span class="metric"><i></i><span>1,345</span></span>',
        '<ul><li><span class="citation">12</span></li><li><span class="metric"><i></i>1,345</span></li></ul>',
    ],
)
def test_counts_side_by_side(counts: str) -> None:
    """Two numbers without a space between them are two, and the elements say what they count."""
    found = coprod.loads(
        '<html><ul><li class="search__item"><div class="issue-heading">book</div><div class="bookPubDate">March 2015'
        '</div><h5 class="issue-item__title"><span class="hlFld-Title"><a href="/doi/book/10.9999/1">Counters</a>'
        f"</span></h5>{counts}</li></ul></html>"
    )
    (paper,) = found.papers
    assert [(metric.value, metric.kind) for metric in paper.metrics] == [(12, "citations"), (1345, "downloads")]
    assert paper.issued is not None
    assert paper.issued.iso == "2015-03"
    assert found.diagnostics == ()


def test_a_row_without_the_line_of_the_others() -> None:
    """A book has no line on its journal: it is a result of its own, and nothing of it goes to the one before."""
    text = (
        '2 Results for: All: "queues"\nresearch-article\nJune 2022\nQueues and trust\nAna Costa, Ben Adler\n'
        "Proceedings of Counters June 2022, pp 371–382 https://doi.org/10.9999/1.2\nWe ask who waits at counters ...\n"
        "book\nMarch 2015\nThe long queue\nMia Dahl\n"
    )
    found = coprod.loads(text)
    assert [(paper.genre, paper.title, paper.issued and paper.issued.iso) for paper in found.papers] == [
        ("research-article", "Queues and trust", "2022-06"),
        ("book", "The long queue", "2015-03"),
    ]
    assert [name.literal for name in found.papers[1].authors] == ["Mia Dahl"]
    unsure = coprod.loads(text.replace("March 2015\n", ""))
    assert [paper.title for paper in unsure.papers] == ["Queues and trust"]
    (told,) = [told for told in unsure.diagnostics if told.code == "search.outside-rows"]
    assert told.text == "book\nThe long queue\nMia Dahl"


EMERALD = (
    '<html><div class="intent_search_result"><div>{access}</div><div>{date}</div><h2><a class="intent_link" href="/x">'
    '<span class="intent_title">Trust and voice</span></a></h2><p>We ask who…</p><div><h3>Details</h3>'
    '<div><span class="intent_publication_title">Counters, vol. 3 no. 1</span></div>'
    '<div>DOI: <span class="intent_doi">https://doi.org/10.9999/X-1</span></div><div>ISSN: 0951-3558</div></div></div>'
)


def test_labels_before_elements() -> None:
    """A label whose value has an element of its own is no value; an access line may hold the kind of work."""
    found = coprod.loads(
        EMERALD.format(
            access="<span>Access Restricted. View access options</span><span>Book part</span>",
            date='<span>Publication date: </span><span class="intent_publication_date">4 August 2022</span>',
        )
    )
    (paper,) = found.papers
    assert (paper.teaser, paper.type, paper.access, paper.doi) == (
        "We ask who…",
        "chapter",
        "restricted",
        "10.9999/x-1",
    )
    assert paper.issued is not None
    assert (paper.issued.iso, paper.container_title) == ("2022-08-04", "Counters")
    assert set(paper.extra) <= {"link"}
    assert "page.not-read" not in {told.code for told in found.diagnostics}


def test_values_of_a_citation_are_not_lost() -> None:
    """A value that an element holds is taken; another one in the line on the publication is kept."""
    layout = Layout.from_mapping({"name": "x", "select": {"row": "li", "citation": ".c", "volume": ".v"}})
    page = '<html><ul><li><p class="c">Counters, vol. 3 no. 1</p><p class="v">4</p></li></ul></html>'
    (paper,) = coprod.loads(page, layouts=[layout]).papers
    assert (paper.volume, paper.issue, paper.extra["volume"]) == ("4", "1", ("3",))


OWN = Layout.from_mapping({
    "name": "own",
    "order": ["genre", "title", "authors", "citation", "teaser", "abstract+"],
    "select": {
        "row": "li.hit", "genre": ".kind", "title": "h3", "authors": ".by", "citation": ".in", "abstract": ".abs",
    },
})  # fmt: skip
BADGES = ("Choice of the clerks", "Free to read until the end of the year, at every counter", "Ana Costa and Ben Adler")


@pytest.mark.parametrize("badge", BADGES)
@pytest.mark.parametrize("place", ["above", "below"])
def test_text_that_no_rule_takes_is_told(badge: str, place: str) -> None:
    """Where the title has its element, text of the row goes into no field that has one, however empty: it is told."""
    title = '<h3><a href="/1">Gulls of the pier</a></h3>'
    odd = f"<div>{badge}</div>"
    row = odd + title if place == "above" else title + odd
    layout = attrs.evolve(OWN, order=tuple(field for field in OWN.order if field != "teaser"))
    found = coprod.loads(f'<html><body><ul><li class="hit">{row}</li></ul></body></html>', layouts=[layout])
    (paper,) = found.papers
    assert (paper.title, paper.genre, paper.authors, paper.abstract) == ("Gulls of the pier", None, (), None)
    assert [told.text for told in found.diagnostics if told.code == "page.not-read"] == [badge]


def test_a_field_without_a_rule_is_found_by_its_place() -> None:
    """A field of `order` that has no element is what stands in its place."""
    row = '<h3>Gulls of the pier</h3><p class="by">Ana Costa</p><p>We ask who feeds the gulls of the pier, and why…</p>'
    found = coprod.loads(f'<html><body><ul><li class="hit">{row}</li></ul></body></html>', layouts=[OWN])
    assert found.papers[0].teaser == "We ask who feeds the gulls of the pier, and why…"


def test_fields_of_a_row_that_lost_its_classes() -> None:
    """Where no element holds the title, the order of the lines says what they are."""
    row = "<p>Gulls of the pier</p><p>Ana Costa and Ben Adler</p><p>We ask who feeds the gulls of the pier…</p>"
    layout = attrs.evolve(OWN, order=("title", "authors", "teaser"))
    found = coprod.loads(f'<html><body><ul><li class="hit">{row}</li></ul></body></html>', layouts=[layout])
    (paper,) = found.papers
    assert (paper.title, [name.family for name in paper.authors]) == ("Gulls of the pier", ["Costa", "Adler"])
    assert paper.teaser == "We ask who feeds the gulls of the pier…"


def test_badges_are_no_teaser() -> None:
    """Words of a shop in a row of a platform are told, and are no part of what the paper says."""
    page = (
        '<html><body><div class="sr-list al-article-box">'
        '<h4 class="sri-title"><a href="/a/1">Gulls of the pier</a></h4>'
        '<div class="sri-authors">Ana Costa</div><div>Yours to read until the gulls are back</div>'
        "<div>Rent this article for 3 clams a day</div></div></body></html>"
    )
    found = coprod.loads(page)
    assert found.papers[0].teaser is None
    (told,) = [told for told in found.diagnostics if told.code == "page.not-read"]
    assert told.text == "Yours to read until the gulls are back\nRent this article for 3 clams a day"
