"""Pages that declare an article: what of it becomes a Paper, what is kept, what is told."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import coprod
from coprod import Collection, Paper
from coprod.exceptions import CoprodError, UnknownFormatError
from coprod.readers.pages.head import declares

DATA = Path(__file__).parents[1] / "data" / "pages" / "article"
DECLARING = ("citation", "dublin-core", "json-ld", "two-dois", "thesis", "eprints", "only-a-heading")
OTHERS = ("home-page", "newspaper", "list")


def read(case: str) -> Collection:
    """What a page gives."""
    return coprod.load(DATA / f"{case}.html")


def paper_of(case: str) -> Paper:
    """The paper of a page."""
    (paper,) = read(case).papers
    return paper


def codes(collection: Collection) -> set[tuple[str, str]]:
    """What was told."""
    return {(told.code, told.severity) for told in collection.diagnostics}


def test_highwire() -> None:
    """All fields of `citation_*` are read; a name is split where the page says elsewhere how."""
    paper = paper_of("citation")
    assert paper.title == "Keepers of bridges: who repairs what a village builds"
    assert [(name.literal, name.family, name.given) for name in paper.authors] == [
        ("Sample, Robin", "Sample", "Robin"),
        ("Kim L. van Muster", "van Muster", "Kim L."),
        ("Alex Example", "Example", "Alex"),
    ]
    assert paper.authors[0].affiliation == "Institute of Bridges; School of Rivers"
    assert paper.authors[0].orcid == "0000-0002-1825-0097"
    assert (paper.container_title, paper.container_title_short) == ("Journal of Examples", "J Ex")
    assert (paper.volume, paper.issue, paper.first_page, paper.last_page) == ("12", "3/4", "377", "386")
    assert (paper.doi, paper.pmid, paper.issn) == ("10.1000/bridge.12", "34589295", ("1932-6203",))
    assert paper.issued is not None
    assert paper.issued.iso == "2021-05"
    assert paper.keywords == ("bridges", "villages", "repair")
    assert (paper.type, paper.genre, paper.access) == ("article-journal", "Research article", "open")
    assert (paper.publisher, paper.language) == ("Example Press", "en")
    assert paper.urls == ("https://example.org/bridge", "https://example.org/bridge.pdf")


@pytest.mark.parametrize(
    "row", ["Robin Sample, Alex Example", "Sample, Robin; Example, Alex", "Robin Sample, Alex Example,"]
)
def test_authors_in_one_value(row: str) -> None:
    """Several authors in one value are told apart."""
    page = f'<html><meta name="citation_title" content="Trust"><meta name="citation_authors" content="{row}"></html>'
    (paper,) = coprod.loads(page).papers
    assert [name.family for name in paper.authors] == ["Sample", "Example"]


@pytest.mark.parametrize(
    ("element", "value", "names", "told"),
    [
        ("citation_author", "李明, 王伟", [("李明", None), ("王伟", None)], {"article.split-names"}),
        ("citation_author", "李明、王伟", [("李明", None), ("王伟", None)], {"article.split-names"}),
        ("citation_author", "李, 明", [("李, 明", "李")], set()),
        ("citation_author", "山田, 太郎", [("山田, 太郎", "山田")], set()),
        ("citation_author", "Alex Example, PhD", [("Alex Example, PhD", "Example")], set()),
        ("citation_authors", "Sample, R., Example, A.", [("Sample, R.", "Sample"), ("Example, A.", "Example")], set()),
        ("citation_authors", "Alex Example, PhD, and others", [("Alex Example, PhD", "Example")], {"article.et-al"}),
    ],
)
def test_names_in_one_value(element: str, value: str, names: list[tuple[str, str | None]], told: set[str]) -> None:
    """Several names are told apart with a basis, and not without; what was split or left out is told."""
    head = f'<meta name="citation_title" content="Trust"><meta name="{element}" content="{value}">'
    found = coprod.loads(f"<html>{head}</html>")
    (paper,) = found.papers
    assert [(name.literal, name.family) for name in paper.authors] == names
    assert {one.code for one in found.diagnostics} == told


def test_what_no_field_holds_is_kept() -> None:
    """The rest stands in `extra` under its own name, and so does the raw form of what was changed."""
    assert paper_of("citation").extra == {
        "citation_title": ("Keepers of bridges: who repairs what a <i>village</i> builds",),
        "citation_author_orcid": ("https://orcid.org/0000-0002-1825-0097",),
        "citation_author_email": ("alex@example.org",),
        "citation_issn": ("19326203",),
        "citation_online_date": ("2021/02/11",),
        "citation_doi": ("https://doi.org/10.1000/BRIDGE.12",),
        "citation_reference": ("citation_title=Steel; citation_doi=10.1000/other",),
        "og:title": ("Keepers of bridges | Journal of Examples",),
    }


def test_a_structured_abstract_gives_findings() -> None:
    """The abstract keeps its sections with categories, and its findings are found."""
    found = read("citation")
    abstract = found.papers[0].abstract
    assert abstract is not None
    assert [(section.label, section.category) for section in abstract.sections] == [
        ("Purpose", "OBJECTIVE"), ("Findings", "RESULTS"), ("Conclusion", "CONCLUSIONS"),
    ]  # fmt: skip
    assert found.findings[0].statement == "Bridges with a keeper stood longer (72%)."
    assert [str(quantity.value) for quantity in found.findings[0].quantities] == ["72"]
    assert found.findings[0].paper == found.papers[0].id


def test_values_lead_to_their_lines() -> None:
    """A value of the head leads to the line of its tag, without columns."""
    found = read("citation")
    lines = (DATA / "citation.html").read_text(encoding="utf-8").split("\n")
    for path, word in {
        "title": "citation_title", "authors[1].literal": "Kim L.", "authors[0].orcid": "orcid.org",
        "doi": "citation_doi",
        "issued": "2021/05", "first_page": "377", "abstract.sections[1].text": "citation_abstract",
        "keywords[2]": "repair",
        'extra["og:title"][0]': "og:title",
    }.items():  # fmt: skip
        (span,) = found.locate(found.papers[0], path)
        assert word in lines[span.line - 1], path
        assert span.start is None


def test_dublin_core() -> None:
    """The Dublin Core of a journal's site is read; an organisation stays a literal."""
    paper = paper_of("dublin-core")
    assert (paper.title, paper.container_title, paper.volume, paper.issue) == (
        "Wells and funds",
        "Annals of Wells",
        "7",
        "1",
    )
    assert [(name.literal, name.family) for name in paper.authors] == [
        ("Robin Sample", "Sample"), ("Example Water Council", None),
    ]  # fmt: skip
    assert (paper.first_page, paper.last_page, paper.doi) == ("14", "31", "10.1000/wells.188")
    assert paper.issued is not None
    assert paper.issued.iso == "2016-06-13"
    assert paper.keywords == ("wells", "funds", "repair")
    assert (paper.type, paper.genre, paper.rights) == ("article-journal", "Articles", "CC BY 4.0")
    assert paper.extra == {
        "DC.Identifier": ("188",), "DC.Date.modified": ("2019-01-01",), "DC.Type": ("Text.Serial.Journal",),
    }  # fmt: skip


def test_json_ld() -> None:
    """The one article of a graph is read, with its journal three steps away."""
    found = read("json-ld")
    (paper,) = found.papers
    assert paper.title == "Ferries that islanders own"
    assert [(name.literal, name.family, name.given) for name in paper.authors] == [
        ("Kim Lee van Muster", "van Muster", "Kim Lee"), ("Ferry Council", None, None),
    ]  # fmt: skip
    assert paper.authors[0].affiliation == "School of Rivers"
    assert paper.authors[0].orcid == "0000-0002-1825-0097"
    assert (paper.container_title, paper.volume, paper.issue, paper.issn) == (
        "Examples of Boats",
        "9",
        "2",
        ("1932-6203",),
    )
    assert (paper.first_page, paper.last_page, paper.doi) == ("5", "19", "10.1000/ferry")
    assert (paper.type, paper.access, paper.publisher) == ("article-journal", "restricted", "Example Press")
    assert paper.extra == {"schema:@type": ("ScholarlyArticle",), "schema:wordCount": ("4000",)}
    assert found.locate(paper, "title")[0].line == 7


def test_two_dois_are_told() -> None:
    """Of two DOIs the first is taken, and the other is kept and told; so are "et al." and damaged JSON-LD."""
    found = read("two-dois")
    assert found.papers[0].doi == "10.1000/one"
    assert found.papers[0].extra["dc.identifier"] == ("10.1000/two",)
    assert len(found.papers[0].authors) == 1
    assert codes(found) == {("article.two-dois", "warning"), ("article.et-al", "info"), ("article.json-ld", "warning")}


def test_types() -> None:
    """The type follows from the names that only works of one type have, or from the word that says it."""
    assert (paper_of("thesis").type, paper_of("thesis").publisher) == ("thesis", "Example University")
    book_section = paper_of("eprints")
    assert (book_section.type, book_section.container_title) == ("chapter", "Handbook of Tides")
    assert (book_section.place, book_section.isbn) == ("Exampletown", ("9783030637613",))
    assert len(book_section.authors) == 2


def test_a_title_may_stand_in_the_body_alone() -> None:
    """Where the head declares no title, a heading that the title of the page begins with is taken, and told."""
    found = read("only-a-heading")
    (paper,) = found.papers
    assert (paper.title, paper.doi) == ("Who waters the trees of the street?", "10.1000/heading.1")
    assert ("article.title-from-heading", "info") in codes(found)


def test_the_body_is_told_once() -> None:
    """The lines of the body are one diagnostic with a count."""
    (told,) = [told for told in read("citation").diagnostics if told.code == "article.body"]
    assert (told.severity, told.count) == ("info", 2)


@pytest.mark.parametrize("case", DECLARING)
def test_pages_that_declare(case: str) -> None:
    """A page that declares an article is known as one, and comes back from JSON."""
    found = read(case)
    assert found.sources[0].reader == "article"
    assert Collection.from_json(found.to_json()) == found


@pytest.mark.parametrize("case", OTHERS)
def test_pages_that_do_not_declare(case: str) -> None:
    """A home page, a newspaper and a list of results declare no article."""
    assert not declares((DATA / f"{case}.html").read_text(encoding="utf-8"))
    found = coprod.load(DATA / f"{case}.html", format="article")
    assert not found.papers
    assert ("load.no-records", "error") in codes(found)


def test_properties_are_located() -> None:
    """The year and the full title lead to the lines of the fields that they are made of."""
    found = read("citation")
    assert found.locate(found.papers[0], "year") == found.locate(found.papers[0], "issued.year")
    assert found.locate(found.papers[0], "full_title") == found.locate(found.papers[0], "title")


def test_walls() -> None:
    """A page that keeps programs out is refused by its name."""
    with pytest.raises(UnknownFormatError, match="Just a moment"):
        read("wall")
    found = coprod.load(DATA / "wall.html", format="article")
    assert not found.papers
    assert codes(found) == {("load.no-records", "error"), ("page.wall", "info")}


@pytest.mark.parametrize(
    "script",
    [
        '{{"@graph": [{site},\n{article}]}}',
        "[{site},\n{article}]",
        '{{"@type": "WebPage", "name": "Boats", "publisher": {site}, "mainEntity":\n{article}}}',
        "\n//<![CDATA[\n{article}\n//]]>",
    ],
)
def test_json_ld_is_located_in_its_own_object(script: str) -> None:
    """The line of a value is that of its key in the article, not in another thing that the page describes."""
    site = '{"@type": "WebSite", "name": "} {\\" \\\\", "publisher": {"@type": "Organization", "name": "Piers"}}'
    article = (
        '{"@type": "ScholarlyArticle",\n"publisher": {"name": "Example Press", "author": "Kim"},\n'
        '"na\\u006de": "Ferries at night",\n"author": {"name": "Ana Costa"}}'
    )
    page = f'<html>\n<script type="application/ld+json">{script.format(site=site, article=article)}</script></html>'
    found = coprod.loads(page)
    (paper,) = found.papers
    lines = page.split("\n")

    def line_of(path: str) -> str:
        return lines[found.locate(paper, path)[0].line - 1]

    assert (paper.title, paper.publisher) == ("Ferries at night", "Example Press")
    assert "Ferries at night" in line_of("title")
    assert "Example Press" in line_of("publisher")
    assert "ScholarlyArticle" in line_of('extra["schema:@type"]')
    assert "Ana Costa" in line_of("authors[0]")


def test_the_last_of_equal_keys_is_located() -> None:
    """A key that stands twice in one object has its last value, and the line of that."""
    script = '{"@type": "ScholarlyArticle",\n"headline": "Boats",\n"headline": "Ferries at night"}'
    found = coprod.loads(f'<html><script type="application/ld+json">{script}</script></html>', format="article")
    (paper,) = found.papers
    assert (paper.title, found.locate(paper, "title")[0].line) == ("Ferries at night", 3)


@pytest.mark.parametrize("around", ["//<![CDATA[\n{}\n//]]>", "<!--\n{}\n-->", "/*<![CDATA[*/{}/*]]>*/", "\n{}\n"])
def test_json_may_be_wrapped(around: str) -> None:
    """Marks around JSON-LD that hide it from other programs do no harm."""
    script = around.format('{"@type": "ScholarlyArticle", "headline": "Trust"}')
    found = coprod.loads(f'<html><script type="application/ld+json">{script}</script></html>', format="article")
    assert found.papers[0].title == "Trust"
    assert "article.json-ld" not in {told.code for told in found.diagnostics}


def test_deep_json_is_not_read() -> None:
    """JSON-LD nested a hundred thousand levels deep is told, and nothing breaks."""
    script = '{"@type": "ScholarlyArticle", "headline": ' + "[" * 100_000 + "]" * 100_000 + "}"
    head = f'<meta name="citation_doi" content="10.1000/1"><script type="application/ld+json">{script}</script>'
    found = coprod.loads(f"<html><head>{head}</head></html>")
    assert ("article.json-ld", "warning") in codes(found)
    assert found.papers[0].doi == "10.1000/1"


@pytest.mark.parametrize("number", ["1" * 10_000, "1e999999", "-Infinity", "1.5"])
def test_odd_numbers_are_read_as_text(number: str) -> None:
    """A number of any size does no harm."""
    script = f'{{"@type": "ScholarlyArticle", "headline": "Trust", "volumeNumber": {number}}}'
    found = coprod.loads(f'<html><script type="application/ld+json">{script}</script></html>', format="article")
    assert found.papers[0].volume == number


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["@type", "name", "author", "isPartOf", "identifier", "headline", "@graph", "sameAs"]),
        inner | st.sampled_from(["ScholarlyArticle", "Article", "Periodical", "10.1000/1"]), max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip
NAMES = st.sampled_from(
    ["citation_title", "citation_author", "citation_doi", "DC.Title", "dc.date", "citation_firstpage",
     "citation_lastpage", "citation_keywords", "citation_issn", "citation_abstract", "og:title", "prism.doi",
     "citation_author_orcid", "author"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_any_json_is_read(value: Any) -> None:
    """JSON-LD of any shape raises nothing but errors of coprod."""
    script = json.dumps(
        {"@type": "ScholarlyArticle", "headline": value, "author": value, "isPartOf": value, "about": value}
    )
    found = coprod.loads(f'<html><script type="application/ld+json">{script}</script></html>', format="article")
    assert len(found.papers) == 1 or "</script" in script


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(NAMES, st.text(alphabet=st.characters(exclude_characters='"<>&'), max_size=30)), max_size=12))
def test_any_head_is_read(values: list[tuple[str, str]]) -> None:
    """A head with any values gives a paper or none, and every value of it is in the paper."""
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in values)
    try:
        found = coprod.loads(f"<html><head>{head}</head></html>", format="article")
    except CoprodError:
        return
    assert len(found.papers) <= 1
    for paper in found.papers:
        for field in ("title", "authors", "doi", "issued", "first_page", "abstract"):
            assert found.locate(paper, field) is not None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(DECLARING), st.integers(0, 3000), st.integers(0, 3000))
def test_cut_pages_are_read(case: str, first: int, last: int) -> None:
    """A page that lost its begin and its end raises nothing but errors of coprod."""
    content = (DATA / f"{case}.html").read_bytes()[min(first, last) : max(first, last)]
    found = coprod.loads(content, format="article")
    assert found.papers or found.diagnostics


def test_other_identifiers() -> None:
    """Identifiers that have no field of their own stand in `identifiers`, by kind."""
    head = '<meta name="citation_pii" content="S1"><meta name="citation_arxiv_id" content="2101.00001">'
    found = coprod.loads(f'<html><meta name="citation_doi" content="10.1000/1">{head}</html>')
    (paper,) = found.papers
    assert paper.identifiers == {"pii": "S1", "arxiv": "2101.00001"}
    assert found.locate(paper, "identifiers.pii")[0].line == 1


def test_a_first_word_of_an_abstract_is_no_abstract() -> None:
    """A description that is cut off stays in `extra`; one that repeats the abstract is told once."""
    text = "We ask who repairs a bridge, and find that keepers do."
    head = f'<meta name="citation_doi" content="10.1000/1"><meta name="dc.description" content="{text[:20]}...">'
    (paper,) = coprod.loads(f'<html>{head}<meta name="description" content="{text[:20]}"></html>').papers
    assert paper.abstract is None
    assert paper.extra["dc.description"] == (f"{text[:20]}...",)
    whole = f'<meta name="citation_abstract" content="{text}"><meta name="description" content="{text[:20]}">'
    (paper,) = coprod.loads(f"<html>{head}{whole}</html>").papers
    assert paper.abstract is not None
    assert paper.abstract.text == text
    assert "description" not in paper.extra


def test_an_e_locator_is_the_first_page_that_is_declared() -> None:
    """What is declared as the first page is not repeated as the number of the article."""
    head = '<meta name="citation_title" content="Trust"><meta name="citation_firstpage" content="e12">'
    (paper,) = coprod.loads(f"<html>{head}</html>").papers
    assert (paper.first_page, paper.article_number) == ("e12", None)


@pytest.mark.parametrize("name", ["Dr Wei", "Professor Wei", "Prof. Wei", "Dr Zhang Wei", "Mrs Wei"])
def test_a_title_is_no_given_name(name: str) -> None:
    """A title before a name says nothing about its parts."""
    head = f'<meta name="citation_title" content="Trust"><meta name="citation_author" content="{name}">'
    (paper,) = coprod.loads(f"<html>{head}</html>").papers
    assert [(found.literal, found.family, found.given) for found in paper.authors] == [(name, None, None)]


ORCID = "0000-0002-1825-0097"


def of_two(citation: tuple[str, ...], schema: list[dict[str, Any]]) -> Paper:
    """The paper of a page that names its authors as `citation_author`, and again in JSON-LD."""
    head = "".join(f'<meta name="citation_author" content="{name}">' for name in citation)
    script = json.dumps({"@type": "ScholarlyArticle", "headline": "Trust", "author": schema})
    page = (
        f'<html><head><meta name="citation_title" content="Trust"><meta name="citation_doi" content="10.9999/t">{head}'
    )
    (paper,) = coprod.loads(f'{page}<script type="application/ld+json">{script}</script></head></html>').papers
    return paper


@pytest.mark.parametrize(
    ("citation", "schema"),
    [
        ("Costa, Ana", {"name": "Ana Costa", "url": f"http://orcid.org/{ORCID}"}),
        ("Ana Costa", {"name": "Costa, Ana", "sameAs": ["https://town.example/ana", f"https://orcid.org/{ORCID}"]}),
        ("Costa, A.", {"givenName": "Ana", "familyName": "Costa", "@id": f"https://orcid.org/{ORCID}"}),
        ("van den Berg, Kim", {"name": "Kim van den Berg", "identifier": {"propertyID": "ORCID", "value": ORCID}}),
    ],
)
def test_a_person_of_two_vocabularies_is_one(citation: str, schema: dict[str, Any]) -> None:
    """What JSON-LD says of an author belongs to the name that another vocabulary declares first."""
    work = {"affiliation": {"name": "Institute of Bridges", "address": {"name": "4 Quay Street"}}}
    paper = of_two(("Adler, Ben", citation), [{"name": "Ben Adler"}, schema | work | {"email": "a@town.example"}])
    assert [(name.literal, name.orcid, name.affiliation) for name in paper.authors] == [
        ("Adler, Ben", None, None),
        (citation, ORCID, "Institute of Bridges"),
    ]
    assert paper.extra["schema:author.email"] == ("a@town.example",)
    assert paper.extra["schema:author.affiliation.address"] == ("4 Quay Street",)


def test_an_orcid_of_nobody_is_kept() -> None:
    """What JSON-LD says of somebody else, or of one of two of a name, is in extra under the name of the fact."""
    said = {"sameAs": f"https://orcid.org/{ORCID}", "affiliation": "Institute of Bridges"}
    others = (
        of_two(("Li, Xi",), [{"name": "Xu Li", **said}]),
        of_two(("Wei Li", "Wei Li"), [{"name": "Wei Li", **said}]),
        of_two(("Costa, Ana",), [{"name": "Ana Costa"}, {"name": "Ana Costa", **said}]),
    )
    for paper in others:
        assert {(name.orcid, name.affiliation) for name in paper.authors} == {(None, None)}
        assert paper.extra["schema:author.orcid"] == (f"https://orcid.org/{ORCID}",)
        assert paper.extra["schema:author.affiliation"] == ("Institute of Bridges",)


def test_authors_of_one_name_are_joined_by_their_place() -> None:
    """Two of a name on both sides are the same two, in their order."""
    paper = of_two(("Wei Li", "Wei Li"), [{"name": "Wei Li"}, {"name": "Wei Li", "url": f"https://orcid.org/{ORCID}"}])
    assert [name.orcid for name in paper.authors] == [None, ORCID]


def test_what_json_ld_says_otherwise_is_kept() -> None:
    """An affiliation that `citation_author_institution` does not have, and an ORCID that is wrong, are in extra."""
    paper = of_two(
        ('Costa, Ana"><meta name="citation_author_institution" content="School of Rivers, Oslo',),
        [{"name": "Ana Costa", "affiliation": [{"name": "School of Rivers"}], "url": "https://orcid.org/0000-0000"}],
    )
    assert [(name.orcid, name.affiliation) for name in paper.authors] == [(None, "School of Rivers, Oslo")]
    assert paper.extra["schema:author.orcid"] == ("https://orcid.org/0000-0000",)
    assert "schema:author.affiliation" not in paper.extra
    other = of_two(
        ('Costa, Ana"><meta name="citation_author_institution" content="School of Rivers, Oslo',),
        [{"name": "Ana Costa", "affiliation": "Town Library"}],
    )
    assert other.authors[0].affiliation == "School of Rivers, Oslo"
    assert other.extra["schema:author.affiliation"] == ("Town Library",)


@pytest.mark.parametrize(
    "title", ["Voles share &lt;i&gt;nests", "Voles share &amp;lt;i&amp;gt;nests&amp;lt;/i&amp;gt;"]
)
def test_escaped_markup_is_no_part_of_a_title(title: str) -> None:
    """Tags that are written as text are taken out of a title; what was declared stays in extra."""
    page = f'<html><head><meta name="citation_title" content="{title}"><meta name="citation_doi" content="10.9999/v">'
    (paper,) = coprod.loads(f"{page}</head></html>").papers
    assert paper.title == "Voles share nests"
    assert paper.extra["citation_title"][0].startswith("Voles share <i>") or "&lt;" in paper.extra["citation_title"][0]


EQUAL = {"DC.Title": "Quay &amp; Town", "citation_journal_title": "Quay &amp; Town", "DC.Source.ISSN": "1234-5679"}


@pytest.mark.parametrize(
    "more",
    [
        {"DC.Identifier.DOI": "10.1000/1", "DC.Creator": "Ana Costa", "DC.Date": "2020"},
        {"DC.Creator": "Ana Costa"},
        {"DC.Identifier": "doi:10.1000/1"},
        {"citation_doi": "10.1000/1"},
    ],
)
def test_an_editorial_is_called_like_its_journal(more: dict[str, str]) -> None:
    """A DOI or an author says that a page is that of a publication, though its title is that of the journal."""
    (paper,) = coprod.loads(head_of(EQUAL | more)).papers
    assert (paper.title, paper.container_title) == ("Quay & Town", "Quay & Town")


@pytest.mark.parametrize(
    "values",
    [
        EQUAL,
        EQUAL | {"citation_issn": "1234-5679", "citation_publisher": "Quay Press", "DC.Date": "2020"},
        {"citation_journal_title": "Quay", "citation_volume": "3", "citation_pdf_url": "https://quay.example/3.pdf"},
        {"citation_journal_title": "Quay", "citation_keywords": "boats; ferries", "citation_firstpage": "1"},
        {"DC.Title": "Issue 3", "DC.Source.Volume": "3"},
        {"DC.Creator": "Ana Costa", "DCTERMS.bibliographicCitation": "Quay 3"},
        {"citation_title": "Quay", "DC.Title": "Quay", "DC.Source.ISSN": "1234-5679"},
        {"citation_author": "Ana Costa"},
    ],
)
def test_journals_and_issues_are_no_articles(values: dict[str, str]) -> None:
    """Nothing of what they declare speaks of one publication."""
    with pytest.raises(UnknownFormatError):
        coprod.loads(head_of(values))


def head_of(values: dict[str, str]) -> str:
    """A page with these metadata."""
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in values.items())
    return f"<html><head><title>Quay</title>{head}</head><body><p>Text.</p></body></html>"


def test_what_json_ld_says_of_a_journal_is_kept() -> None:
    """A thing under a key that no field has is told by its name; what else is said of it stands under its own key."""
    publisher = '{"@type": "Organization", "name": "Q", "url": "https://q.example"}'
    whole = f'{{"@type": "Periodical", "name": "Quay", "publisher": {publisher}}}'
    script = f'{{"@type": "ScholarlyArticle", "headline": "Trust", "isPartOf": {whole}}}'
    (paper,) = coprod.loads(f'<html><script type="application/ld+json">{script}</script></html>').papers
    assert paper.extra["schema:isPartOf.publisher"] == ("Q",)
    assert paper.extra["schema:isPartOf.publisher.url"] == ("https://q.example",)
