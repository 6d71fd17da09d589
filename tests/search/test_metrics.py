"""Numbers about a paper: one whole number is read, whatever else stands there is kept and told."""

import pytest

import coprod
from coprod.readers.search import Layout

COUNTED = Layout.from_mapping(
    {
        "name": "counted",
        "select": {"row": "li.hit", "title": "h3", "citations": ".cited", "metric": ".number"},
    }
)
WHOLE = "search.not-a-number"
ROUNDED = "search.rounded-number"


def read(field: str, text: str) -> tuple[list[int], dict[str, tuple[str, ...]], list[str]]:
    """The numbers of a row with such a text in that element, what is in extra, and the codes told."""
    row = f'<li class="hit"><h3>Gulls of the pier</h3><p class="{field}">{text}</p></li>'
    found = coprod.loads(f"<html><body><ul>{row}</ul></body></html>", layouts=[COUNTED])
    (paper,) = found.papers
    codes = [told.code for told in found.diagnostics if told.code != "page.no-break-space"]
    return [metric.value for metric in paper.metrics], dict(paper.extra), codes


@pytest.mark.parametrize("field", ["cited", "number"])
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("58", 58),
        ("2,046", 2046),
        ("2.046", 2046),
        ("2 046", 2046),
        ("2&nbsp;046", 2046),
        ("7,002,046", 7002046),
        ("Cited by 58", 58),
        ("58 citations", 58),
        ("(58)", 58),
        ("Read: 2,046 times.", 2046),
        ("Reads – 58", 58),
    ],
)
def test_one_whole_number(field: str, text: str, number: int) -> None:
    """A whole number is read with the separators of thousands as printed, and with words around it."""
    assert read(field, text) == ([number], {}, [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("6.4k", 6400),
        ("6,4k reads", 6400),
        ("31.25K", 31250),
        ("2M", 2_000_000),
        ("2.5 million views", 2_500_000),
        ("9 K", 9000),
    ],
)
def test_a_number_in_short_form_is_told(text: str, number: int) -> None:
    """Such a number is read as what it stands for, and told, since the page does not show the whole number."""
    assert read("number", text) == ([number], {}, [ROUNDED])


@pytest.mark.parametrize(
    "text",
    [
        *("58 (6 this year)", "Cited 9 times, 4 of them by the authors", "20-30", "20 – 30", "3.5/4", "-8", "−8", "+8"),
        *("76%", "76 %", "76 per cent", "6.5", "0.125", "2,046.5", "20,46", "58+", "6k+", "more than 58", "58 or more"),
        *("604 58", "8½", "3rd", "Q2", "58 of 604", "none yet", "6.125k", "4B", "20^6", "about 58"),
    ],
)
@pytest.mark.parametrize("field", ["cited", "number"])
def test_what_is_not_one_whole_number(field: str, text: str) -> None:
    """No number is made of it: it is kept and told."""
    numbers, extra, codes = read(field, text)
    assert (numbers, codes) == ([], [WHOLE])
    assert list(extra.values()) == [(text,)]


@pytest.mark.parametrize(
    ("downloads", "numbers", "codes"),
    [("340", [340], []), ("2.3K", [2300], [ROUNDED]), ("61.5K", [61500], [ROUNDED]), ("4M", [4_000_000], [ROUNDED])],
)
@pytest.mark.parametrize("shown", ["html", "text"])
def test_downloads_in_short_form(shown: str, downloads: str, numbers: list[int], codes: list[str]) -> None:
    """A library that counts downloads in thousands: the same in HTML and in the copied text."""
    html = (
        '<html><body><ul><li class="search__item"><div class="issue-heading">Research-Article</div>'
        '<h5 class="issue-item__title"><span class="hlFld-Title"><a href="/doi/10.9999/9.1">'
        f'Gulls of the pier</a></span></h5><span class="metric">{downloads}</span></li></ul></body></html>'
    )
    text = (
        "1 Results for: gulls\nresearch-article\nGulls of the pier\nAna Costa, Ben Adler\n"
        f"Journal of Gulls, May 2021, https://doi.org/10.9999/9.1\nTotal Downloads {downloads}\n"
    )
    found = coprod.loads(html if shown == "html" else text)
    (paper,) = found.papers
    assert [metric.value for metric in paper.metrics] == numbers
    assert [told.code for told in found.diagnostics if "number" in told.code] == codes
