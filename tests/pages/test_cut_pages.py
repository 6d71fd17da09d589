"""Pages of which a part is gone: what is left says what they were, or they are refused; nothing is made up."""

import re
from pathlib import Path

import pytest

import coprod
from coprod import Collection, Paper, StudyGroup
from coprod.exceptions import UnknownFormatError
from coprod.readers.pages.plain import blocks_of

OTHERS = sorted((Path(__file__).parents[1] / "data" / "pages" / "others").iterdir())
STEP = 61
"""A page of another kind is cut at every so many characters."""

JSON_LD = """<!DOCTYPE html>
<html><head><title>Ferries</title>
<script type="application/ld+json">
{
 "@context": "https://schema.org",
 "@type": "ScholarlyArticle",
 "headline": "Ferries that islanders own",
 "author": [{"@type": "Person", "name": "Ada Costa"}],
 "isPartOf": {"@type": "PublicationIssue", "issueNumber": "4", "isPartOf": {"@type": "Periodical", "name": "Coasts"}},
 "pageStart": "5",
 "description": "We rode with ninety islanders."
}
</script>
</head>
<body><p>Text of the article.</p></body>
</html>
"""
HEAD = """<!DOCTYPE html>
<html><head><title>Ferries</title>
<meta name="citation_title" content="Ferries that islanders own">
<meta name="citation_author" content="Ada Costa">
<meta name="citation_firstpage" content="5">
<meta name="DC.Title" content="Ferries that islanders own">
<meta name="DC.Identifier.DOI" content="10.1000/ferry">
<meta name="DC.Source.Volume" content="12">
</head>
<body><p>Text of the article.</p></body>
</html>
"""
GROUP = """SG X: Ferries and their owners

Aim of the study group:

The study group wants to compare ferries.

The study group will look at:

1. Boats that towns own
What does a town do with a boat that nobody uses in winter?

Plan of activities and outcomes:

We plan to:

(i) ride on ten ferries;

(ii) write a book;

Start-up 2013-2015:

The first meeting was held in Bergen, Norway, May 2013.

Chairs

Ada Costa, University of Bergen, Norway
"""
SUMMARY = """ResearchBunny Logo
Ferries that islanders own
Ada Costa, Ben Adler
Introduction
Ferries are dear to those who live on islands, and cheap for nobody else.
Literature Review
Earlier studies have asked the passengers of ferries what they would pay for a ride in the winter.
Key Findings
Most of them trust the owner of the boat.
Limitations
We only rode by day.
Listen, Learn & Level Up
"""


def read(text: str) -> tuple[Collection, Paper]:
    """What a page gives."""
    found = coprod.loads(text)
    (paper,) = found.papers
    return found, paper


def behind(text: str, part: str) -> str:
    """What is left of a text that is cut at a part of it."""
    return text[text.index(part) :]


def before(text: str, part: str) -> str:
    """What is left of a text that is cut behind a part of it."""
    return text[: text.index(part) + len(part)]


def told(found: Collection) -> str:
    """All that was told."""
    return "\n".join(diagnostic.text or "" for diagnostic in found.diagnostics)


def cuts(path: Path) -> list[str]:
    """A page of another kind, whole and without its beginning or its end."""
    text = path.read_text(encoding="utf-8")
    places = range(0, len(text), STEP)
    return [text, *(text[place:] for place in places), *(text[:place] for place in places)]


# Nothing made up --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_a_page_of_another_kind_is_refused_wherever_it_is_cut(path: Path) -> None:
    """News, shops, projects, journals, letters, tables and programs are no record, whole or in part."""
    read = []
    for text in cuts(path):
        try:
            found = coprod.loads(text)
        except UnknownFormatError:
            continue
        read += [text[:80] for _record in (*found.papers, *found.study_groups)]
    assert read == []


# Articles ---------------------------------------------------------------------------------------------


def test_json_ld_without_its_end() -> None:
    """What is whole is read, and all of it is told."""
    found, paper = read(before(JSON_LD, '"pageStart": "5",\n "descr'))
    assert (paper.title, paper.container_title, paper.first_page) == ("Ferries that islanders own", "Coasts", "5")
    assert paper.abstract is None
    assert '"descr' in told(found)


def test_json_ld_without_its_beginning() -> None:
    """No type is left that says what it was: the page is refused, or the rest is told beside what the head declares."""
    with pytest.raises(UnknownFormatError):
        coprod.loads(behind(JSON_LD, 'ries that islanders own"'))
    metadata = "</script>\n" + HEAD[HEAD.index('<meta name="citation_title"') :]
    found, paper = read(behind(JSON_LD.replace("</script>", metadata), 'ries that islanders own"'))
    assert (paper.title, paper.container_title) == ("Ferries that islanders own", None)
    assert "ries that islanders own" in told(found)
    assert '"issueNumber": "4"' in told(found)


def test_json_ld_that_is_damaged_within() -> None:
    """What stands before the damage is read, if its own type says that it is a publication; nothing behind it is."""
    found, paper = read(JSON_LD.replace('"pageStart"', '"pageStart'))
    assert (paper.title, paper.first_page) == ("Ferries that islanders own", None)
    assert '"pageStart: "5"' in told(found)
    (place,) = [one.message for one in found.diagnostics if one.code == "article.json-ld"]
    assert "line 8, column 15 of it; read only what is whole" in place
    with pytest.raises(UnknownFormatError):
        coprod.loads(JSON_LD.replace('"@type": "ScholarlyArticle"', '"@type" "ScholarlyArticle"'))


@pytest.mark.parametrize("value", ['"5", 6 and 7"', '"5", "6" and 7"', '"5" and 6"', '["5", "6" and 7"]', '["5", 6 7]'])
def test_a_value_with_bare_quotation_marks_is_not_cut_short(value: str) -> None:
    """What stands before a mark within a text is not the value, though a comma follows."""
    _found, paper = read(JSON_LD.replace('"pageStart": "5"', f'"pageStart": {value}'))
    assert (paper.container_title, paper.first_page) == ("Coasts", None)


@pytest.mark.parametrize("old", ['"5",\n "description": "We rode with ninety islanders."', '"name": "Ada Costa"}'])
def test_commas_before_closing_brackets(old: str) -> None:
    """They are told, and change nothing."""
    _whole, paper = read(JSON_LD)
    found, other = read(JSON_LD.replace(old, f"{old},"))
    assert (other.title, other.authors, other.first_page) == (paper.title, paper.authors, paper.first_page)
    assert other.abstract == paper.abstract
    (message,) = [one.message for one in found.diagnostics if one.code == "article.json-ld"]
    assert message.startswith("JSON-LD with a comma before a closing bracket at line ")


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "ScholarlyArticle", "isPartOf": {"@type": "Periodical", "name": "Coasts", "name": "Ferries"}',
        '{"@type": "ScholarlyArticle", "isPartOf": {"@type": "Periodical"}, "name": "Coasts"}, "url": "https://q.example"}',
        '{"@type": "ScholarlyArticle", "isPartOf": {"@type": "Periodical"}, "name": "Coasts"}}',
        '{"@type": "ScholarlyArticle", "name": "Coasts", "author": [{"name": "Ada Costa"], "url": "https://q.example"}',
    ],
)
def test_brackets_that_do_not_match(script: str) -> None:
    """Nobody knows whose name it is: nothing is read."""
    with pytest.raises(UnknownFormatError):
        coprod.loads(f'<html><head><script type="application/ld+json">{script}</script></head><p>Text.</p></html>')


ARTICLE = '{"@type": "ScholarlyArticle", "headline": "Ferries"}'
OTHER = '{"@type": "Article", "headline": "Boats", "identifier": "10.1000/boats"'


@pytest.mark.parametrize(
    "several",
    [
        f'[{ARTICLE}, {{"@type": "ScholarlyArticle", "headline',
        f'[{ARTICLE}, {{"head',
        f'{{"@graph": [{ARTICLE}, {{"head',
        f'{{"@graph": [{OTHER}}}, {{"@type": "Article", "headline": "x",, "identifier": "10.1000/x"}}]}}',
        f'{{"@graph": [{OTHER},, "name": "x"}}, {ARTICLE}]}}',
        f"{ARTICLE}, {OTHER}}}]",
        f"{ARTICLE} {OTHER}",
        f'{OTHER},, "x": "y"}}, {{"@type": "https://schema.org/ScholarlyArticle"}}',
        f'{OTHER},, "x": "y"}}, {{"@type": "schema:Report"}}',
        f'{OTHER},, "x": "y"}}, {{"@type": ["Thing", "Book"]}}',
        f'{{"mainEntity": {ARTICLE}, "head',
    ],
)
def test_of_several_articles_in_damaged_json_ld_none_is_read(several: str) -> None:
    """A list of articles is no article, though only one of them is whole, and nor is a thing within another."""
    for closed in ("", "</script></head><body><p>Text.</p></body></html>"):
        with pytest.raises(UnknownFormatError):
            coprod.loads(f'<html><head><script type="application/ld+json">{several}{closed}')


NO_ARTICLES = {
    "Dataset": '"name": "Tide tables", "identifier": "https://doi.org/10.5281/zenodo.123"',
    "PublicationIssue": '"issueNumber": "4", "isPartOf": {"@type": "Periodical", "name": "Coasts"}',
    "NewsArticle": '"headline": "Ferry sold", "isPartOf": {"@type": "Periodical", "name": "The Daily Quay"}',
    "BlogPosting": '"headline": "My ferry", "identifier": "10.1000/blog", "author": [{"name": "Ada Costa"}]',
    "Person": '"name": "Ada Costa", "identifier": "10.1000/ada", "jobTitle": "Captain"',
    "Product": '"name": "Shelf", "brand": "Quay", "identifier": "10.1234/77"',
    "Event": '"name": "Ferry day", "identifier": "10.1000/day", "startDate": "2020-05-01"',
    "WebPage": '"name": "Ferries", "identifier": "10.1000/page", "description": "All about ferries."',
    "Article": '"headline": "Ferry sold", "author": [{"name": "Ada Costa"}]',
}


@pytest.mark.parametrize("kind", NO_ARTICLES)
def test_json_ld_of_another_thing_is_no_article_whatever_is_damaged(kind: str) -> None:
    """Whole, cut anywhere, with a quotation mark, a comma or a bracket too many or too few."""
    text = (
        f'{{"@context": "https://schema.org", "@type": "{kind}", {NO_ARTICLES[kind]}, "url": "https://quay.example"}}'
    )
    page = '<html><head><title>Quay</title><script type="application/ld+json">{}</script></head><p>Text.</p></html>'
    whole = page.format(text)
    texts = [whole, *(whole[place:] for place in range(len(whole))), *(whole[:place] for place in range(len(whole)))]
    for place, letter in enumerate(text):
        if letter in '",:{}[]':
            damaged = (text[:place] + text[place + 1 :], text[:place] + 2 * letter + text[place + 1 :])
            texts.extend(page.format(part) for part in damaged)
        elif letter == " ":
            texts.extend(page.format(text[:place] + mark + text[place:]) for mark in ('"', ",", "}", "]", '5" x'))
    read = []
    for text in texts:
        try:
            read += [text for _record in coprod.loads(text).papers]
        except UnknownFormatError:
            continue
    assert read == []


@pytest.mark.parametrize("part", ['<meta name="citation_author"', '<meta name="DC.Identifier.DOI"', ' owner="x">\n'])
def test_metadata_without_their_beginning(part: str) -> None:
    """Names that only publications have say so without the title; it is not made up of anything else."""
    text = HEAD.replace('<meta name="DC.Source', '<meta owner="x">\n<meta name="DC.Source')
    if part.startswith(" "):
        with pytest.raises(UnknownFormatError):
            coprod.loads(behind(text, part))
        return
    _found, paper = read(behind(text, part))
    assert paper.doi == "10.1000/ferry"
    assert paper.volume == "12"


def test_a_comment_without_an_end_hides_no_metadata() -> None:
    """It ends at the next `>`, for the look at a page as for its reading."""
    _found, paper = read(HEAD.replace("<title>", "<!-- check <title>"))
    assert paper.title == "Ferries that islanders own"


def test_a_meta_element_without_its_name_is_told() -> None:
    """Whatever stands in it."""
    found, _paper = read(HEAD.replace("</head>", '<meta nt="10.1000/lost">\n</head>'))
    assert "10.1000/lost" in told(found)


# Study groups -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["udy group wants", "oes a town do", "an of activities"])
def test_a_group_without_its_title(part: str) -> None:
    """Its headings say what it was; what stands above the first of them belongs to nobody knows which, and is told."""
    found = coprod.loads(behind(GROUP, part))
    (group,) = found.study_groups
    assert isinstance(group, StudyGroup)
    assert (group.title, group.code, group.name) == (None, None, None)
    assert [name.literal for name in group.people] == ["Ada Costa"]
    assert [meeting.city for meeting in group.meetings] == ["Bergen"]
    assert not group.background
    assert part in told(found) or part.startswith("an of activities"), "that one is a heading by its words"


def test_a_rest_without_enough_headings_is_refused() -> None:
    """Two headings are no study group."""
    with pytest.raises(UnknownFormatError):
        coprod.loads(behind(GROUP, "rst meeting was held"))


def test_headings_with_bare_numbers() -> None:
    """Numbers of headings that nothing but a space parts from the words are no part of them, if they count up."""
    numbered = GROUP
    for number, heading in enumerate(("Aim of", "Plan of activities", "Chairs"), 1):
        numbered = numbered.replace(heading, f"{number} {heading}", 1)
    (group,) = coprod.loads(numbered).study_groups
    (plain,) = coprod.loads(GROUP).study_groups
    assert (group.aim, group.topics, group.plans, group.people) == (plain.aim, plain.topics, plain.plans, plain.people)


def test_an_affiliation_behind_an_unknown_line_is_of_nobody_known() -> None:
    """A line that is no name, as its letters are broken, may be the next person; the institution below it is told."""
    people = "Ada Costa\nUniversity of Bergen, Norway\nÃ\x89mile Dahl\nUniversity of Turku, Finland\n"
    found = coprod.loads(GROUP.replace("Ada Costa, University of Bergen, Norway\n", people))
    assert [name.affiliation for name in found.study_groups[0].people] == ["University of Bergen, Norway"]
    assert "University of Turku" in told(found)


# Summaries --------------------------------------------------------------------------------------------


def test_a_summary_that_breaks_off() -> None:
    """A page of a site that is known has two of its sections, and ends within a sentence."""
    _found, paper = read(before(SUMMARY, "what they would pay for a"))
    assert paper.title == "Ferries that islanders own"
    assert paper.summary is not None
    assert [section.label for section in paper.summary.sections] == ["Introduction", "Literature Review"]
    with pytest.raises(UnknownFormatError):
        coprod.loads(before(SUMMARY, "who live on islands, and cheap for"))


def test_a_summary_without_its_beginning() -> None:
    """What is left of the section above the first heading is told, and no teaser."""
    found, paper = read(behind(SUMMARY, "udies have asked"))
    assert (paper.title, paper.teaser) == (None, None)
    assert paper.summary is not None
    assert [section.label for section in paper.summary.sections] == ["Key Findings", "Limitations"]
    assert "udies have asked the passengers of ferries" in told(found)


def test_a_row_of_names_that_stands_twice_is_no_title() -> None:
    """A line that stands twice is the title, but for names."""
    names = "Ada Costa, Ben Adler\n"
    _found, paper = read(SUMMARY.replace(names, names + names))
    assert paper.title == "Ferries that islanders own"


# Joined pages, and other damage -----------------------------------------------------------------------


@pytest.mark.parametrize("between", ["", "\n", "<!DOCTYPE html>\n"])
def test_a_page_behind_the_end_of_a_page(between: str) -> None:
    """`<html>` behind `</html>` begins another page, with a DOCTYPE and without."""
    page = HEAD.removeprefix("<!DOCTYPE html>\n").rstrip()
    other = page.replace("Ferries that islanders own", "Bridges").replace("10.1000/ferry", "10.1000/bridge")
    found = coprod.loads(page + between + other)
    assert [paper.title for paper in found.papers] == ["Ferries that islanders own", "Bridges"]
    assert found.locate(found.papers[1], "doi")[0].line == page.count("\n") + between.count("\n") + 6


def test_a_page_of_html_behind_a_page_of_text() -> None:
    """A DOCTYPE on a line of its own begins another page; one in a line does not."""
    sections = "<h2>Key Findings</h2><p>Bridges cost less.</p><h2>Limitations</h2><p>One bridge is few.</p>"
    page = f"<!DOCTYPE html>\n<html><title>Bridges | ResearchBunny</title><h1>Bridges we cross</h1>{sections}</html>\n"
    found = coprod.loads(SUMMARY + page)
    assert [paper.title for paper in found.papers] == ["Ferries that islanders own", "Bridges we cross"]
    assert "page.joined" in {diagnostic.code for diagnostic in found.diagnostics}


@pytest.mark.parametrize("name", ["style", "script"])
def test_a_style_that_holds_tags_takes_nothing_with_it(name: str) -> None:
    """No style and no script begins with a tag: its own is left out, and told."""
    lines = [f"<p>{line}</p>" for line in SUMMARY.splitlines()]
    text = f"<html><body>\n<{name}>\n" + "\n".join(lines).replace("&", "&amp;") + "\n</body></html>"
    found, paper = read(text)
    assert paper.title == "Ferries that islanders own"
    assert "html.damaged" in {diagnostic.code for diagnostic in found.diagnostics}


def test_rows_of_nuls_make_no_binary_file() -> None:
    """Two rows of NULs are two holes."""
    found = coprod.loads(HEAD + "\0" * 90 + "\n" + "\0" * 70)
    assert len(found.papers) == 1


def test_a_label_between_wrapped_lines_stays_alone() -> None:
    """A line that is a heading is no rest of a row of names that is as long as the width."""
    _found, paper = read(
        "ResearchBunny Logo\nFerries that islanders own, and how they came to own them together\n"
        "Ada Costa, Ben Adler, Cleo Dahl, Dan Eklund, Eva Frost, Finn Gold\nIntroduction\n"
        "Ferries are dear to those who live on islands, and cheap for nobody,\nbut for those who never pay for them.\n"
        "Literature Review\nOthers have asked the passengers of ferries what they would pay, and\n"
        "found that most of them would pay more than they do now, and that a\nfew would pay nothing.\n"
        "Key Findings\nMost of them trust the owner.\nLimitations\nWe only rode by day.\n"
    )
    assert paper.summary is not None
    assert [section.label for section in paper.summary.sections] == [
        "Introduction",
        "Literature Review",
        "Key Findings",
        "Limitations",
    ]


def test_a_page_within_a_comment_ends_no_page() -> None:
    """Old pages have an `<html>` for each old browser in comments; the page is one."""
    comment = '<!--[if IE 8]><html class="old"></html><![endif]-->\n'
    found, _paper = read(HEAD.replace("<html>", f"{comment}<html>"))
    assert "page.joined" not in {diagnostic.code for diagnostic in found.diagnostics}


def test_a_row_of_names_is_no_rest_of_a_wrapped_title() -> None:
    """It stands alone, but where the line above goes on."""
    title = "Ferries that islanders own together, and how they came to do so"
    text = (
        f"{title}\nAda Costa, Ben Adler\n"
        + 4 * "Ferries are dear to those who live on islands, and cheap for the\nrest.\n"
    )
    assert [block.text for block in blocks_of(text.split("\n"))][:2] == [title, "Ada Costa, Ben Adler"]
    row = "Ada Costa, Ben Adler, Cora Dahl, Mia Ekberg, Olga Fram, Émile"
    torn = text.replace("Ada Costa, Ben Adler", f"{row}\nRoux")
    assert [block.text for block in blocks_of(torn.split("\n"))][:2] == [title, f"{row} Roux"]
    for behind in (
        "Ada Costa, Ben Adler, Cora Dahl, Mia Ekberg, Olga Fram,\nJo Roux and Al Fry\n",
        "Ada Costa, Ben Adler,\nCora Dahl",
        "Ada Costa, Ben Adler, Madonna\n\n",
    ):
        assert blocks_of(text.replace("Ada Costa, Ben Adler", behind).split("\n"))[0].text == title
    places = text.replace("Ada Costa, Ben Adler", f"{row}\nand Boston rose")
    assert blocks_of(places.split("\n"))[0].text == f"{title} {row} and Boston rose"
    going_on = text.replace("did so", "").replace("came to do so", "were seen by")
    assert blocks_of(going_on.split("\n"))[0].text.endswith("were seen by Ada Costa, Ben Adler")


@pytest.mark.parametrize("joint", [" - ", ": ", ""])
def test_details_that_lost_their_line_break(joint: str) -> None:
    """The heading of the publication stands before it on one line; a label of the abstract before its text."""
    path = Path(__file__).parents[1] / "data" / "pages" / "search" / "emerald-insight" / "kinds.txt"
    text = path.read_text(encoding="utf-8")
    paper = coprod.loads(text).papers[0]
    glued = coprod.loads(re.sub(r"Details\n+", f"Details{joint}", text)).papers[0]
    assert (glued.container_title, glued.volume, glued.abstract) == (
        paper.container_title,
        paper.volume,
        paper.abstract,
    )
    run_in = coprod.loads(re.sub(r"\nPurpose\n+", "\nPurpose ", text)).papers[0]
    assert run_in.abstract is not None
    assert run_in.abstract.sections[0].category == "OBJECTIVE"
    assert "Purpose" not in run_in.abstract.sections[0].text


@pytest.mark.parametrize("form", [None, "summary", "study-group"])
def test_what_is_left_leads_back_to_its_lines(form: str | None) -> None:
    """A page whose beginning is gone is read again as it was read, when a value is traced."""
    page = (
        "<!DOCTYPE html><html><body><h1>Trust in towns</h1><p>Ann Lee, Bo Roe</p><h2>Aims</h2><p>Pumps fail often.</p>"
        "\n<h2>Methods</h2>\n<p>We surveyed 240 households in 12 villages.</p>\n<h2>Results</h2>\n<p>Repair time fell"
        " by 31%.</p><h2>Conclusion</h2><p>Ask more often.</p>\n</body></html>"
    )
    traced = 0
    for start in range(len(page) - 80):
        try:
            found = coprod.loads(page[start:], name="a.html", format=form)
        except UnknownFormatError:
            continue
        for paper in found.papers:
            assert found.locate(paper, "title" if paper.title else "source")
            traced += 1
        for group in found.study_groups:
            assert found.locate(group, "title" if group.title else "source")
            traced += 1
    assert traced or form is None
