"""What is no summary, and no other page either, is refused with words that say what was seen and what is missing."""

import pytest

import coprod
from coprod.exceptions import UnknownFormatError

REFUSED = {
    "text": ("The ferry\nruns\nevery day.\n", "no two headings of a summary, such as Methods and Key Findings"),
    "one line": ("The ferry runs.\n", "plain text of no known format;"),
    "headings": (
        "Background\nThe ferry runs daily.\nResults\nFares rose by 12%.\n",
        (
            "a summary page by its headings ('Background', 'Results') that does not read like one of a paper; "
            'format="summary" or --format summary reads it as one'
        ),
    ),
    "long": (
        "Background\nThe ferry runs daily.\nResults\n" + "Fares rose by 12% in the harbour.\n" * 300,
        "a summary page by its headings ('Background', 'Results') that is longer than one of a paper; format=",
    ),
    "headings of a page": (
        "<html><body><h2>1. Background</h2><p>The ferry runs.</p><h2>Results:</h2><p>Fares rose.</p></body></html>",
        "a summary page by its headings ('Background', 'Results')",
    ),
    "no text": ("<html><head><title>Ferry</title><script>go()</script></head><body></body></html>", "without any text"),
    "no end": ("<html><head><title>Ferry</title></head><body><script>go()", "without any text"),
    "not found": (
        "<html><title>404 - Page not found | Ferry</title><body>Sorry.</body></html>",
        "an HTML page ('404 - Page not found | Ferry') by which a site says that it cannot show the page",
    ),
    "no results": (
        "<html><title>Search</title><body><p>Your search did not match any results.</p></body></html>",
        "an HTML page ('Search') of a search that found nothing",
    ),
    "another": ("<html><body><p>The ferry runs every day.</p></body></html>", "an HTML page that declares no article"),
    "another with a title": ("<html><title>A  ferry</title><body>It runs.</body></html>", "an HTML page ('A ferry')"),
}


@pytest.mark.parametrize(("content", "seen"), REFUSED.values(), ids=list(REFUSED))
def test_the_error_says_what_was_seen(content: str, seen: str) -> None:
    """A page that cannot be read is described, so that one knows what to do next."""
    with pytest.raises(UnknownFormatError) as caught:
        coprod.loads(content)
    assert seen in str(caught.value)


def test_a_page_about_errors_is_no_error_page() -> None:
    """Only the title of a page says that it stands for another."""
    page = "<html><title>Pages</title><body><p>The page was not found by 404 readers.</p></body></html>"
    with pytest.raises(UnknownFormatError, match="declares no article"):
        coprod.loads(page)
