"""Pages in the forms that exports use."""

from time import process_time

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.text.pages import Pages, parse_pages

PLACED = [
    ("549", "565", Pages("549", "565")),
    ("549", None, Pages("549")),
    ("549", "", Pages("549")),
    (None, "565", Pages(None, "565")),
    ("549", "549", Pages("549", "549")),
    ("549-565", None, Pages("549", "565")),
    ("549-565", "549-565", Pages("549", "565")),
    ("549-565", "565", Pages("549", "565")),
    ("549", "549-565", Pages("549", "565")),
    ("549–565", None, Pages("549", "565")),
    ("549\u2060–\u2060565", None, Pages("549", "565")),
    ("549\u200b-565\ufeff", None, Pages("549", "565")),
    ("549\u2060\u2060-\u200b\u200b565", None, Pages("549", "565")),
    (" 1279‐1297", None, Pages("1279", "1297")),
    ("2361--2368", None, Pages("2361", "2368")),
    ("160 -- 165", None, Pages("160", "165")),
    ("1-10", None, Pages("1", "10")),
    ("377/86", None, Pages("377", "386", completed=True)),
    ("215/20", None, Pages("215", "220", completed=True)),
    ("1123-31", None, Pages("1123", "1131", completed=True)),
    ("1123", "31", Pages("1123", "1131", completed=True)),
    ("809", "19", Pages("809", "819", completed=True)),
    ("99", "101", Pages("99", "101")),
    ("215", "10", Pages("215", "10")),
    ("S28", "36", Pages("S28", "S36", completed=True)),
    ("189(s)-200(s)", None, Pages("189(s)", "200(s)")),
    ("99-101", None, Pages("99", "101")),
    ("565-549", None, Pages("565", "549")),
    ("pp 37-64", None, Pages("37", "64")),
    ("pp. 37-64", None, Pages("37", "64")),
    ("Pages 37-64", None, Pages("37", "64")),
    ("p. 12", None, Pages("12")),
    ("S12-S19", None, Pages("S12", "S19")),
    ("S12", "S19", Pages("S12", "S19")),
    ("S28-36", None, Pages("S28", "S36", completed=True)),
    ("S105-9", None, Pages("S105", "S109", completed=True)),
    ("25A--30A", None, Pages("25A", "30A")),
    ("167--U91", None, Pages("167", "U91")),
    ("12-A34", None, Pages("12", "A34")),
    ("E61-e68", None, Pages("E61", "e68")),
    ("911-918.e2", None, Pages("911", "918.e2")),
    ("10.1-10.15", None, Pages("10.1", "10.15")),
    ("A-12", None, Pages("A-12")),
    ("A-12-A-19", None, Pages("A-12", "A-19")),
    ("1-1–1-15", None, Pages("1-1", "1-15")),
    ("xi-xxv", None, Pages("xi", "xxv")),
    ("ix", "xii", Pages("ix", "xii")),
    ("i", None, Pages("i")),
    ("103640", None, Pages("103640")),
    ("coaa113", None, Pages("coaa113")),
    ("2FEA4", None, Pages("2FEA4")),
    ("2023.04.10.23288198", None, Pages("2023.04.10.23288198")),
    ("e0142829", None, Pages("e0142829", None, "e0142829")),
    ("e0142829-e0142829", None, Pages("e0142829", "e0142829", "e0142829")),
    ("E444", "E455", Pages("E444", "E455")),
    ("article 11", None, Pages(None, None, "11")),
    ("Artn 103640", None, Pages(None, None, "103640")),
    ("Art. no. e12", None, Pages(None, None, "e12")),
    ("", "", Pages()),
    (None, None, Pages()),
    (" ", None, Pages()),
]

PARTLY_PLACED = [
    ("145; discussion 146-8", None, Pages("145", None)),
    ("183-93; quiz 193-4", None, Pages("183", "193", completed=True)),
    ("549-565, 570", None, Pages("549", "565")),
    ("529-535, 580-583", None, Pages("529", "535")),
    ("282-296+347-348+351", None, Pages("282", "296")),
    ("131-136, ii", None, Pages("131", "136")),
    ("301, 303", None, Pages("301")),
    ("177+", None, Pages("177")),
    ("515-+", None, Pages("515")),
    ("XIII-+", None, Pages("XIII")),
    ("343-- \\&", None, Pages("343")),
    ("071105101708001-???", None, Pages("071105101708001")),
    ("1828 LP -- 1832", None, Pages("1828", "1832")),
    ("1828 LP-1832", None, Pages("1828", "1832")),
]

NOT_PLACED = [
    "12 p.",
    "146p",
    "30pp.-30pp.",
    "251 pp.-251 pp.",
    "x + 497 pp.",
    "x + 497 pp.-x + 497 pp.",
    "iii + 256",
    "2-xix, 225",
    "NA",
    "N.PAG",
    "no-no",
    "<br />-<br />",
    "press",
    "many pages",
    "unpaginated",
    "unpaginated-unpaginated",
    "Nov",
    "(9 October 2012)",
    "Artigos 199-207",
    "12/7/2019",
    "549-565-570",
    "9" * 200,
]


@pytest.mark.parametrize(("start", "end", "pages"), PLACED)
def test_pages_are_read_in_every_known_form(start: str | None, end: str | None, pages: Pages) -> None:
    """First page, last page in full, and number of the article; nothing is left over."""
    assert parse_pages(start, end) == pages


@pytest.mark.parametrize(("start", "end", "pages"), PARTLY_PLACED)
def test_what_stands_behind_the_pages_is_the_rest(start: str, end: str | None, pages: Pages) -> None:
    """Pages in front of something else are read, and the whole printed text is the rest."""
    assert parse_pages(start, end) == attrs.evolve(pages, rest=start)


@pytest.mark.parametrize("text", NOT_PLACED)
def test_what_is_no_page_is_the_rest(text: str) -> None:
    """A count of pages, a date, a placeholder or words are the rest, and nothing else."""
    assert parse_pages(text, None) == Pages(rest=text)
    assert parse_pages(text, text) == Pages(rest=text)


@pytest.mark.parametrize(("start", "end", "pages"), [
    ("1", "3; discussion 13-14", Pages("1", "3", rest="3; discussion 13-14")),
    ("167", "168 (i", Pages("167", "168", rest="168 (i")),
    ("1403", "author reply 1405", Pages("1403", rest="author reply 1405")),
    ("5", "+", Pages("5", rest="+")),
    ("12", "NA", Pages("12", rest="NA")),
    ("NA", "12", Pages(None, "12", rest="NA")),
    ("Nov", "Dec", Pages(rest="Nov; Dec")),
    ("Nov", "21", Pages(rest="Nov; 21")),
    ("301, 303", "4", Pages("301", "304", rest="301, 303", completed=True)),
    ("549-565", "570", Pages("549", "570", rest="549-565")),
    ("549", "560-565", Pages("549", "565", rest="560-565")),
    ("12", "3; discussion 13-14", Pages("12", "13", rest="3; discussion 13-14", completed=True)),
    ("1123-1131", "31", Pages("1123", "1131")),
])  # fmt: skip
def test_two_fields_that_do_not_agree_leave_a_rest(start: str, end: str, pages: Pages) -> None:
    """The field for the last page counts; what cannot be placed is the rest."""
    assert parse_pages(start, end) == pages


HOSTILE = [
    "9" * 300_000,
    "1-" * 150_000,
    " " * 300_000,
    "i" * 300_000,
    "1." * 150_000,
    "(" * 300_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.timing
def test_hostile_text_takes_linear_time(text: str) -> None:
    """A text made to mislead is read in a moment; quadratic time would be minutes."""
    started = process_time()
    parse_pages(text, None)
    parse_pages("1", text)
    assert process_time() - started < 15


values = st.one_of(st.none(), st.text(), st.text(alphabet="0123456789-–/.,;+ eSpivx()", max_size=20))


@given(values, values)
def test_nothing_is_lost(start: str | None, end: str | None) -> None:
    """Whatever the texts, each is placed or in the rest."""
    pages = parse_pages(start, end)
    if (start or "").strip() or (end or "").strip():
        assert pages != Pages()
    else:
        assert pages.rest is None


@given(st.integers(min_value=1, max_value=99_999), st.integers(min_value=0, max_value=500))
def test_an_abbreviated_end_is_completed(first: int, length: int) -> None:
    """A range whose end leaves out the digits that it shares with the start has the same pages."""
    last = str(first + length)
    short = last
    while len(last) == len(str(first)) and len(short) > 1 and last[: 1 - len(short)] == str(first)[: 1 - len(short)]:
        short = short[1:]
    assert parse_pages(f"{first}-{short}", None).last == last
