"""Pages that keep programs out, and other things that are handed over instead of the page: named, never read."""

import pytest

import coprod
from coprod.exceptions import UnknownFormatError

WALLS = {
    "cloudflare": "<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>",
    "cloudflare, of a site": "<title>Attention Required! | Cloudflare</title><p>Sorry, you have been blocked</p>",
    "akamai": "<title>Access Denied</title><h1>Access Denied</h1>Reference #18",
    "silverchair": "<title>Validate User</title><p>Help us confirm that you are not a robot.</p>",
    "google": "<title>Sorry...</title><p>Your computer may be sending automated queries.</p>",
    "datadome": "<title>x.example</title><p id=cmsg>Please enable JS and disable any ad blocker</p>",
    "imperva": "<title>Pardon Our Interruption</title><p>Something made us think that you were a bot.</p>",
    "springer": "<title>Client Challenge</title><p>Please enable JavaScript to proceed.</p>",
    "wiley": "<title>Error - Cookies Turned Off</title><p>Your browser must accept cookies.</p>",
    "jstor": "<title>JSTOR: Access Check</title><p>We have detected unusual traffic activity from your network.</p>",
    "recaptcha": "<title>Checking your browser - reCAPTCHA</title><p>Checking your browser before you go on.</p>",
    "no title": "<p>Verify you are human by completing the action below.</p>",
}
"""The beginnings of such pages, by who serves them."""

ARTICLE = (
    '<html><head><title>{0}</title><meta name="citation_title" content="{0}">'
    '<meta name="citation_author" content="Costa, Ana"></head><body><p>We ask who keeps whom out.</p></body></html>'
)
MHTML = """From: <Saved by Blink>
Subject: x
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html"

--M
Content-Type: text/html

<html><body>x</body></html>
"""
LONG = "Users of counters share care, and officials answer. " * 60


@pytest.mark.parametrize("page", WALLS.values(), ids=list(WALLS))
def test_a_wall_is_named(page: str) -> None:
    """The error says what the page is and what to do."""
    with pytest.raises(UnknownFormatError, match="keeps programs out"):
        coprod.loads(f"<html><body>{page}</body></html>")


@pytest.mark.parametrize(
    "title",
    ["Access denied: how refugees meet public services", "Attention required! Bystanders and care", "Access denied"],
)
def test_a_title_of_a_work_is_no_wall(title: str) -> None:
    """An article that declares itself is read, whatever it is called."""
    for name in (None, "article"):
        found = coprod.loads(ARTICLE.format(title), format=name)
        assert [paper.title for paper in found.papers] == [title]


def test_a_long_page_is_no_wall() -> None:
    """A page that shows a text is read though it speaks of robots, or of access that was denied."""
    page = (
        "<html><head><title>Access denied | Care studies</title></head><body><h2>Introduction</h2>"
        f"<p>The study asks how sites check that you are not a robot. {LONG}</p><h2>Key Findings</h2>"
        "<p>Half of the participants left.</p></body></html>"
    )
    (finding,) = coprod.loads(page, format="summary").findings
    assert finding.statement == "Half of the participants left."


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        ('"Authors","Title","Year"\n"Costa A.","Trust, and care","2020"\n', "a table (CSV)"),
        ("Authors;Title;Year\nCosta A.;Trust;2020\n", "a table (CSV)"),
        ("Authors\tTitle\tYear\nCosta A.\tTrust\t2020\n", "a table (CSV)"),
        ('"Authors","Title\n"x","y', "plain text of no known format"),
        (
            "| Paper | Year | Findings |\n|---|---|---|\n| Care | 2020 | more |\n| Trust | 2021 | less |\n",
            "a table of several papers",
        ),
        ("Well, yes, no.\nTrust is built.\n", "plain text of no known format"),
        (
            MHTML,
            "a web page with all its files in one (MHTML)",
        ),
    ],
)
def test_other_things_are_named(content: str, seen: str) -> None:
    """Tables, and pages that a browser saved with all their files in one."""
    with pytest.raises(UnknownFormatError) as caught:
        coprod.loads(content)
    assert caught.value.seen.startswith(seen)


SUMMARY = (
    "<html><head>{}</head><body><h2>Introduction</h2><p>The study asks {}</p><h2>Key Findings</h2><p>Half left.</p>"
)
JSON_LD = (
    '<html><title>Bot verification</title><script type="application/ld+json">{"@type": "ScholarlyArticle", '
    '"name": "Bot verification", "author": {"name": "Ana Costa"}}</script><p>We ask.</p>'
)
UNQUOTED = (
    "<title>CAPTCHA</title><meta name=citation_title content=Captcha><meta name=citation_author content='Costa, A'>"
)


@pytest.mark.parametrize(
    "page",
    [
        SUMMARY.format("<script>var m='Please enable JavaScript to proceed'</script>", "who pays."),
        SUMMARY.format("", "50 people whether you are human, and who pays for unusual traffic."),
        UNQUOTED,
        JSON_LD,
    ],
    ids=["a script", "prose", "unquoted metadata", "JSON-LD"],
)
def test_a_page_that_says_what_it_is_is_read(page: str) -> None:
    """Words in a script or in prose, and a title that is that of a work, make no wall."""
    assert len(coprod.loads(page)) > 0


def test_a_wall_is_told_with_its_text() -> None:
    """With a named format nothing is read, and the diagnostic has what the page says."""
    found = coprod.loads(f"<html><body>{WALLS['jstor']}</body></html>", format="summary")
    (told,) = [told for told in found.diagnostics if told.code == "page.wall"]
    assert "unusual traffic activity" in (told.text or "")
