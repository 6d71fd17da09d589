"""Pages that were joined to one file are told apart, and what only looks like another page is not."""

import time

import pytest

import coprod
from coprod import Limits
from coprod.readers.pages.joints import pages_in
from coprod.readers.pages.markup import plain

ALPHA = (
    '<!DOCTYPE html>\n<html><head><title>Alpha</title><meta name="citation_title" content="Alpha">'
    '<meta name="citation_author" content="Lee, Ann"><meta name="citation_journal_title" content="Tides">'
    "</head><body>\n<p>Text.</p></body>{end}\n"
)
BETA = ALPHA.replace("Alpha", "Beta").replace("Lee, Ann", "Roe, Ben")


def titles(text: str) -> list[str | None]:
    """The titles of the papers in a text."""
    return [paper.title for paper in coprod.loads(text, name="a.html").papers]


@pytest.mark.parametrize("end", ["</html>", "", "</html >"])
@pytest.mark.parametrize("between", ["", "\n\n"])
def test_with_a_declaration(end: str, between: str) -> None:
    """The first may lack its end tag, as a page that was cut or made short does."""
    text = f"{ALPHA.format(end=end).strip()}{between}{BETA.format(end=end)}"
    found = coprod.loads(text, name="a.html")
    assert [(paper.title, paper.authors[0].family) for paper in found.papers] == [("Alpha", "Lee"), ("Beta", "Roe")]
    assert "page.joined" in {diagnostic.code for diagnostic in found.diagnostics}


def test_without_a_declaration() -> None:
    """Behind the end of a page `<html>` begins another."""
    bare = [page.format(end="</html>").removeprefix("<!DOCTYPE html>\n") for page in (ALPHA, BETA)]
    assert titles("".join(bare)) == ["Alpha", "Beta"]


@pytest.mark.parametrize(
    "inside",
    [
        '<script>w.write("</html><html><body>");</script>',
        "<script>w.write('\\n<!DOCTYPE html><html><p>x</p></html>');</script>",
        "<!-- </html><html> -->",
        "<iframe srcdoc='<!DOCTYPE html><html><p>x</p></html>'></iframe>",
        "<textarea></html><html></textarea>",
    ],
)
def test_what_writes_a_page_is_no_page(inside: str) -> None:
    """A program, a comment and a field may hold a whole page."""
    page = ALPHA.format(end="</html>").replace("<p>Text", f"{inside}<p>Text")
    assert titles(page) == ["Alpha"]
    assert "Text." in plain(page).text
    assert titles(page.replace("<head>", f"<head>{inside}")) == ["Alpha"]


@pytest.mark.parametrize("before", ["<!-- saved -->\n", '<?xml version="1.0"?>\n', "<!DOCTYPE html>\n", "\n \n"])
def test_the_declaration_of_the_first_page_begins_no_other(before: str) -> None:
    """Whatever stands before it."""
    assert titles(before + ALPHA.format(end="</html>")) == ["Alpha"]


@pytest.mark.parametrize("open_tag", ["<script>var a = 1;\n", "<style>p {}\n", "<title>More\n"])
def test_a_program_without_an_end_ends_with_its_page(open_tag: str) -> None:
    """The next page has one that ends; it is no part of the first."""
    first = ALPHA.format(end="</html>").replace("</head>", f"{open_tag}</head>")
    second = BETA.format(end="</html>").replace("</head>", "<script>b</script><style>c</style></head>")
    assert titles(first + second) == ["Alpha", "Beta"]


def test_lines_are_those_of_the_file() -> None:
    """Each page stands on its own lines, and its values lead back to them."""
    text = "".join(page.format(end="</html>") for page in (ALPHA, BETA))
    found = coprod.loads(text, name="a.html")
    (span,) = found.locate(found.papers[1], "authors[0].family")
    assert "Roe, Ben" in text.split("\n")[span.line - 1][span.start : span.end]
    assert span.line == 5


@pytest.mark.parametrize("part", ["<script></html><html>", "<!--</html><html>", "<title></html><html><title>"])
def test_joints_by_the_thousand(part: str) -> None:
    """The time is in proportion to the text."""
    start = time.process_time()
    assert len(list(pages_in("<!DOCTYPE html><html><body>" + part * 2_000))) > 0
    assert time.process_time() - start < 2


@pytest.mark.timing
def test_many_pages_of_many_lines() -> None:
    """A page is not read again for those below it."""

    def seconds(count: int) -> float:
        text = "".join(ALPHA.format(end="</html>") + "\n" * 30 for _ in range(count))
        start = time.process_time()
        assert len(coprod.loads(text, limits=Limits(pages=500)).papers) == count
        return time.process_time() - start

    seconds(10)
    one, two = min(seconds(200) for _ in range(3)), min(seconds(400) for _ in range(3))
    assert two < 3 * one


@pytest.mark.timing
def test_the_last_of_many_lines() -> None:
    """A page takes as long behind many lines of other pages as behind none."""

    def seconds(count: int) -> float:
        text = "".join(ALPHA.format(end="</html>") + "\n" * 2_000 for _ in range(count))
        start = time.process_time()
        assert len(coprod.loads(text).papers) == count
        return time.process_time() - start

    seconds(10)
    one, two = min(seconds(100) for _ in range(3)), min(seconds(400) for _ in range(3))
    assert two < 6 * one
