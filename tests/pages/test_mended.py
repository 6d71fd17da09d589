"""What the damage laboratory found in the readers of pages, each mended thing on its own."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

import coprod
from coprod import Collection
from coprod.exceptions import LimitError, UnknownFormatError
from coprod.readers.pages.html import streamed_blocks_of
from coprod.readers.pages.markup import plain
from coprod.readers.pages.page import is_html
from coprod.readers.pages.tree import parse

ARTICLE = (
    '<html><head>\n<meta name="citation_title" content="Trust in towns">'
    '<meta name="citation_doi" content="10.1000/towns">'
    "\n{}\n</head><body>\n{}\n</body></html>\n"
)
SUMMARY = (
    "ResearchBunny Logo\nTrust in small towns\nAda Costa, Ben Adler\nMethods\nWe asked ninety people in two towns.\n"
    "Key Findings\nMost of them trust each other.\nConclusion\nTrust is a matter of time.\n"
)


def told(found: Collection, code: str) -> str:
    """The texts of the diagnostics of a code."""
    return "\n".join(diagnostic.text or "" for diagnostic in found.diagnostics if diagnostic.code == code)


def shown(text: str) -> list[str]:
    """The lines that a browser shows."""
    return [block.text for block in streamed_blocks_of(plain(text), 100)[0]]


@pytest.mark.parametrize(
    ("markup", "damaged"),
    [
        ("<p>a</p><!-- row <p>Lost</p> <!-- end -->", "<!-- row <p>Lost</p> <!-- end -->"),
        ("<![CDATA[</div><p>Lost</p>", "<![CDATA[</div>"),
        ("<p>One</p\n<p>Two</p>", "</p\n"),
        ("<p>One <a href='x' and the rest", "<a href='x' and the rest"),
        ('<div class="x><p>One</p><p class="y">', '<div class="x>'),
    ],
)
def test_damage_is_told_with_its_text(markup: str, damaged: str) -> None:
    """What swallows text, or is swallowed, is in the diagnostic."""
    told = [markup[one.start : one.end] for one in plain(markup).damage]
    assert damaged in told


def test_a_missing_quote_swallows_no_value() -> None:
    """An attribute whose quotation mark is missing is told, and the elements behind it are read."""
    head = '<meta name="DC.Creator content="Ada Costa">\n<meta name="citation_volume" content="12">'
    found = coprod.loads(ARTICLE.format(head, ""))
    assert "Ada Costa" in told(found, "html.damaged")
    assert found.papers[0].volume == "12"


def test_end_tags_that_may_be_left_out() -> None:
    """A paragraph ends where the next begins, and so does an item of a list."""
    assert shown("<p class=a>One<p>Two<ul><li>Three<li>Four</ul>") == ["One", "Two", "Three", "Four"]
    blocks, _hidden = streamed_blocks_of(
        plain("<p class=a>One<p>Two"), 100, lambda _name, found: lambda _tag: (found.get("class") or [None])[0]
    )
    assert [len(block.marks) for block in blocks] == [1, 0]


@pytest.mark.parametrize("name", ["noscript", "template", "textarea", "select"])
def test_text_in_elements_without_text_is_told(name: str) -> None:
    """A part of a page that stands in a form field or in an element for browsers without scripts is told."""
    found = coprod.loads(ARTICLE.format("", f"<{name}><p>Nobody may see that.</p></{name}>"))
    assert "Nobody may see that." in told(found, "page.hidden") + told(found, "html.damaged")


def test_two_pages_are_two_papers() -> None:
    """A page that was joined to another is read as a page of its own, on its own lines."""
    one, other = ARTICLE.format("", ""), ARTICLE.replace("towns", "villages").format("", "")
    found = coprod.loads(f"<!DOCTYPE html>{one}<!DOCTYPE html>{other}")
    assert [paper.title for paper in found.papers] == ["Trust in towns", "Trust in villages"]
    assert [span.line for paper in found.papers for span in found.locate(paper, "title")] == [2, 8]


def test_a_page_of_another_kind_is_told() -> None:
    """What was joined to a page and is no page of its kind is told."""
    found = coprod.loads(f"<!DOCTYPE html>{ARTICLE.format('', '')}<!DOCTYPE html><html><p>Something else</p></html>")
    assert len(found.papers) == 1
    assert "Something else" in told(found, "page.joined-not-read")


def test_the_beginning_of_a_page_may_be_gone() -> None:
    """HTML is known by its tags where most lines have them, not only by its first character."""
    assert is_html('lass="x">users</p>\n' + "<div>\n<p>One</p>\n</div>\n" * 6)
    assert not is_html("A text that mentions <p> and <div>.\n" * 3 + "Nothing.\n" * 30)


@pytest.mark.parametrize("damaged", [SUMMARY + "\0" * 500, SUMMARY.replace("Trust is", "Trust\0 is")])
def test_a_few_nuls_make_no_binary_file(damaged: str) -> None:
    """NULs at the end, or one of them, do not hide a page."""
    assert len(coprod.loads(damaged * 1).papers) == 1


def test_a_quoted_page() -> None:
    """The marks of an answered mail are no part of the text, and what was behind them is found where it stands."""
    found = coprod.loads("".join(f"> {line}\n" for line in SUMMARY.splitlines()))
    (paper,) = found.papers
    assert paper.title == "Trust in small towns"
    assert told(found, "page.quoted")
    assert [(span.line, span.start) for span in found.locate(paper, "title")] == [(2, 2)]


def test_metadata_without_a_known_name_are_told() -> None:
    """A damaged name, or none, hides no value; what speaks to browsers is not told."""
    head = '<meta nome="citation_author" content="Ada Costa">\n<meta name="viewport" content="width=1">'
    found = coprod.loads(ARTICLE.format(head, ""))
    assert "Ada Costa" in told(found, "page.hidden")
    assert "width" not in told(found, "page.hidden")


def test_json_ld_that_is_no_json_is_told_with_its_text() -> None:
    """The diagnostic has what could not be read; a no-break space between values does no harm."""
    script = '<script type="application/ld+json">{{"@type": "ScholarlyArticle",{} "headline": "Trust"{}</script>'
    broken = coprod.loads(ARTICLE.format(script.format("", ""), ""))
    assert '"headline": "Trust"' in told(broken, "article.json-ld")
    assert told(coprod.loads(ARTICLE.format(script.format("\u00a0", "}"), "")), "article.json-ld") == ""


def test_summary_with_a_section_twice() -> None:
    """A section that was pasted twice does not make a page another kind of page."""
    again = (
        SUMMARY
        + "Introduction\nTowns are small places.\nDiscussion\nWe thought about it.\nLimitations\nTwo towns are few.\n"
    )
    (paper,) = coprod.loads(
        again.replace("Key Findings", "Methods\nWe asked ninety people in two towns.\nKey Findings")
    ).papers
    assert paper.summary is not None
    assert [section.label for section in paper.summary.sections].count("Methods") == 2


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u2028", "\0"])
def test_signs_that_show_nothing_make_no_other_label(sign: str) -> None:
    """A label with an invisible sign before it is the label."""
    (paper,) = coprod.loads(SUMMARY.replace("Key Findings", f"{sign}Key Findings")).papers
    assert paper.summary is not None
    assert [section.category for section in paper.summary.sections] == ["METHODS", "RESULTS", "CONCLUSIONS"]


def test_title_above_a_row_of_names() -> None:
    """Below the name of a site, the line above a row of names is the title, not the first words of the text."""
    (paper,) = coprod.loads(f"Summary of papers | ResearchBunny\n{SUMMARY.split(chr(10), 1)[1]}").papers
    assert (paper.title, paper.teaser) == ("Trust in small towns", None)


def test_text_behind_the_advertising_is_told() -> None:
    """What stands behind the last lines of the site is not taken for a part of them."""
    found = coprod.loads(f"{SUMMARY}Listen, Learn & Level Up\nRate this summary of towns\n")
    assert told(found, "page.not-read") == "Rate this summary of towns"


SEARCH = Path(__file__).parents[1] / "data" / "pages" / "search"


def test_a_row_inside_a_row_is_the_next_row() -> None:
    """Where the end tag of a row is missing, the next one stands inside it, and is a row all the same."""
    page = (SEARCH / "emerald-insight" / "kinds.html").read_text("utf-8")
    row = '</div>\n<div class="intent_search_result container'
    assert row in page
    damaged = page.replace(row, row.removeprefix("</div>"), 1)
    assert [paper.title for paper in coprod.loads(damaged).papers] == [one.title for one in coprod.loads(page).papers]


def test_without_classes_the_link_of_the_title_is_read() -> None:
    """A page that lost its classes is read by its lines, and its titles still lead to their DOIs."""
    page = (SEARCH / "emerald-insight" / "kinds.html").read_text("utf-8")
    found = coprod.loads(re.sub(r' class="[^"]*"', "", page))
    assert [paper.doi for paper in found.papers] == [paper.doi for paper in coprod.loads(page).papers]


def test_the_second_of_two_study_groups_is_told() -> None:
    """The page of another group behind the first is no part of it."""
    page = "SG {}: Trust in {}\n\nAim of the study group:\n\nThe aim is to discuss {}.\n\nChairs\n\nAda Costa\n\n"
    found = coprod.loads(page.format("IV", "towns", "towns") + page.format("V", "seas", "seas"))
    (group,) = found.study_groups
    assert (group.code, group.background) == ("SG IV", ())
    assert "The aim is to discuss seas." in told(found, "study-group.not-read")


def test_unknown_keys_of_a_periodical_are_kept() -> None:
    """What JSON-LD says of the periodical, and no field holds, is in `extra`."""
    periodical = '{"@type": "Periodical", "name": "Towns", "slogan": "Trust all"}'
    data = f'{{"@type": "ScholarlyArticle", "headline": "Trust", "isPartOf": {periodical}}}'
    head = f'<script type="application/ld+json">{data}</script>'
    (paper,) = coprod.loads(f"<html><head>{head}</head><body></body></html>").papers
    assert paper.extra["schema:isPartOf.slogan"] == ("Trust all",)


@pytest.mark.parametrize(
    ("body", "lost", "code"),
    [
        ("<iframe><p>Northport, Portugal</p></iframe>", "Northport, Portugal", "page.hidden"),
        ("<script><p>Lost words</p></script>", "Lost words", "page.hidden"),
        ('<p>One</lost"></p>', '</lost">', "html.damaged"),
    ],
)
def test_text_where_none_is_read(body: str, lost: str, code: str) -> None:
    """What an element or a tag took in that holds no text of a page is told."""
    assert lost in told(coprod.loads(ARTICLE.format("", body)), code)


def test_a_program_is_no_text() -> None:
    """A script is not told, whatever tags stand in its strings."""
    found = coprod.loads(ARTICLE.format("", "<script>var row = '<p>words</p>';</script>"))
    assert "words" not in told(found, "page.hidden")


def test_json_ld_below_a_damaged_key() -> None:
    """What stands below a key that no rule knows is kept, however deep."""
    text = (
        '{"@type": "ScholarlyArticle", "headline": "Trust", "identifier": "10.1000/t", "isPartOf": '
        '{"@type": "PublicationIssue", "issueNumber": "3", "isPartO?": {"volumeNumber": "12", "x": {"name": "Towns"}}}}'
    )
    found = coprod.loads(f'<html><head><script type="application/ld+json">{text}</script></head></html>')
    assert found.papers[0].extra["schema:isPartOf.isPartO?"] == ("12", "Towns")


PAGE = (
    '<!DOCTYPE html><html><head><meta name="citation_title" content="Trust {0}">'
    '<meta name="citation_author" content="Costa, Ana"></head><body><p>Care</p></body></html>\n'
)


def test_every_page_of_many_is_read() -> None:
    """Thirty pages in one file are thirty papers, each on its line; what is behind them is told."""
    text = "".join(PAGE.format(number) for number in range(30))
    found = coprod.loads(f"{text}<!DOCTYPE html><html><body><p>Weirs zmark</p></body></html>")
    assert [paper.title for paper in found.papers] == [f"Trust {number}" for number in range(30)]
    assert [found.locate(paper, "title")[0].line for paper in found.papers] == list(range(1, 31))
    assert any("zmark" in (told.text or "") and told.line == 31 for told in found.diagnostics)


def test_the_number_of_pages_has_a_limit() -> None:
    """The error names it, and a caller can raise it."""
    text = "".join(PAGE.format(number) for number in range(4))
    with pytest.raises(LimitError, match="pages"):
        coprod.loads(text, limits=coprod.Limits(pages=3))
    assert len(coprod.loads(text, limits=coprod.Limits(pages=4)).papers) == 4


def test_pages_on_one_line_are_told_apart() -> None:
    """A page that begins in the middle of a line is traced to its columns."""
    text = (PAGE.format(1) + PAGE.format(2)).replace("\n", " ")
    found = coprod.loads(text)
    assert [paper.title for paper in found.papers] == ["Trust 1", "Trust 2"]


def test_a_link_in_a_hidden_part_is_told() -> None:
    """The address of a publication is told with the text that a browser hides, and drawings with words are hidden."""
    page = (
        "<html><body><h2>Introduction</h2><p>The study asks who pays.</p><h2>Key Findings</h2><p>Trust rose by 12%.</p>"
        '<div hidden><a href="https://doi.org/10.1000/zhref">Weirs</a></div><svg><text>Voice fell zsvg.</text></svg>'
    )
    hidden = [told for told in coprod.loads(page, format="summary").diagnostics if told.code == "page.hidden"]
    assert "10.1000/zhref" in str([told.text for told in hidden])
    assert "zsvg" in str([told.text for told in hidden])


def test_metadata_that_stand_twice_in_a_tag_are_told() -> None:
    """Of `content` twice in one tag the last is read, and the first is told."""
    page = PAGE.format(1).replace('content="Trust 1"', 'content="Weirs zfirst" content="Trust 1"')
    found = coprod.loads(page)
    assert found.papers[0].title == "Trust 1"
    assert "zfirst" in str([told.text for told in found.diagnostics]) + str(found.papers[0].extra)


def test_a_page_far_behind_on_a_line_is_read() -> None:
    """Where a page begins does not change what it is."""
    first = PAGE.format(1).replace("Care", "Care is shared. " * 20_000).strip()
    found = coprod.loads(f"{first}{PAGE.format(2)}")
    assert [paper.title for paper in found.papers] == ["Trust 1", "Trust 2"]
    (span,) = found.locate(found.papers[1], "title")
    assert span.line == 1


@pytest.mark.timing
def test_many_pages_on_a_line_take_time_in_proportion() -> None:
    """Each page is read with the space above it, as long as that is not too much; what is left is told."""
    spent = []
    for count in (100, 200, 400):
        text = PAGE.format(1).replace("Care", "Care is shared. " * 200).replace("\n", " ") * count
        start = time.process_time()
        found = coprod.loads(text)
        spent.append(time.process_time() - start)
        assert len(found.papers) == count or "page.joined-not-read" in {told.code for told in found.diagnostics}
    assert all(after < 3 * before for before, after in pairwise(spent)), spent


@pytest.mark.parametrize("select", ["", "h2"])
def test_raised_numbers_are_not_glued(select: str) -> None:
    """10<sup>6</sup> is no 106, and the mark of a footnote no digit of a share; by the stream and by a tree."""
    body = (
        "<h1>Pumps and wells</h1><h2>Methods</h2><p>We asked 80 rowers.</p><h2>Results</h2><p>They gave 10<sup>6</sup>"
        ' litres. In 80<a href="#f"><sup>1</sup></a>% of towns the 5<sup>th</sup> well ran dry.</p>'
    )
    if select:
        text = " ".join(parse(body).soup.get_text().split())
        assert "10⁶ litres. In 80¹% of towns the 5th well" in text
        return
    found = coprod.loads(f"<html><body>{body}</body></html>", format="summary")
    numbers = [number for finding in found.findings for number in finding.quantities]
    assert {str(number.value) for number in numbers} == {"1000000"}
    spans = found.locate(found.findings[0], "quantities[0].text")
    places = [(span.start or 0, span.end or 0) for span in spans]
    assert [f"<html><body>{body}"[start:end] for start, end in places] == ["10", "6"]


@pytest.mark.parametrize("mark", ["①", "❶", "⑴"])
def test_numbers_in_circles_before_headings(mark: str) -> None:
    """`re` takes them for letters, but they are no part of the word behind them."""
    texts = {
        "Introduction": "We asked many people in towns about trust and what they think of it.",
        "Methods": "We interviewed 12 nurses in three towns over two years, with a survey.",
        "Results": "Trust rose by 12% in all of the towns that we looked at.",
        "Conclusion": "Towns should ask more often, and they should listen to what is said.",
    }
    lines = [f"{mark}{label}: {text}" for label, text in texts.items()]
    found = coprod.loads("\n".join(["Trust in towns", "Ada Costa, Ben Adler", *lines]), format="summary")
    summary = found.papers[0].summary
    assert summary is not None
    assert [section.label for section in summary.sections] == list(texts)


def test_a_page_may_hold_any_character() -> None:
    """Signs that stand for others are taken from those that the page lacks."""
    every = "".join(map(chr, range(0xFDD0, 0xFDF0)))
    page = plain(f"<p>{every} \ufffd < & more")
    assert page.restored(page.text) == f"<p>{every} \ufffd < & more"
    assert len({page.less, page.ampersand, "\ufffd"}) == 3


def test_raised_marks_of_footnotes_are_no_digits() -> None:
    """Behind a sign and behind a word as well; `th` stays as it is."""
    body = (
        "<h2>Methods</h2><p>We asked 80 rowers.</p><h2>Results</h2>"
        "<p>Trust<sup>12</sup> rose by 5%<sup>2</sup> in 14<sup>3</sup> towns on the 5<sup>th</sup> day.</p>"
    )
    found = coprod.loads(f"<html><body>{body}</body></html>", format="summary")
    (finding,) = found.findings
    assert finding.statement == "Trust¹² rose by 5%² in 14³ towns on the 5th day."
    assert [(number.text, str(number.value)) for number in finding.quantities] == [("5%", "5")]


def test_what_is_struck_out_is_told() -> None:
    """It holds no longer; what was put in its place does. Neither ends the line, for whoever looks at it first."""
    page = (
        "<html><body><h1>Do ferries help?</h1><p>Ada Costa, Ben Adler</p><h2>Methods</h2><p>We asked 80 participants "
        "of the survey.</p><h2>Key Findings</h2><p>In the study <s>45%</s> 54% of <del>none</del><ins>them</ins> row."
        "</body></html>"
    )
    found = coprod.loads(page)
    assert [finding.statement for finding in found.findings] == ["In the study 54% of them row."]
    assert [(told.code, told.text) for told in found.diagnostics] == [("page.hidden", "45%\nnone")]


def test_a_page_in_the_form_of_a_mail_is_named() -> None:
    """Its lines are coded and broken, so that none of it is read."""
    page = '<html><head><meta name=3D"citation_title" content=3D"Ferries"></head><body><p>a=\nb</p></body></html>'
    head = 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\n'
    with pytest.raises(UnknownFormatError, match="MHTML"):
        coprod.loads(head + page)
