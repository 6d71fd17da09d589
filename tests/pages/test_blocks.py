"""Blocks and passages lead back to the place of every letter."""

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod.diagnostics import DiagnosticLog, occurrence
from coprod.readers.pages.blocks import Block, Passage, attribute, joined, paragraphs, use
from coprod.readers.pages.page import Page
from coprod.readers.pages.reader import spans_of
from coprod.readers.pages.tree import Piece


def block(text: str, line: int = 1) -> Block:
    """A block of one piece."""
    return Block([Piece(text, line, 0)])


def texts(page: Page, passage: Passage) -> list[str]:
    """What stands at the spans of a passage."""
    return [page.line(span.line)[span.start : span.end] for span in spans_of(passage, "page", page.line)]


@pytest.mark.parametrize(
    ("lines", "word", "found"),
    [
        (["<p>Users and officials</p>"], "and", ["and"]),
        (["<p>Users <b>and</b> officials</p>"], "Users and officials", ["Users ", "and", " officials"]),
        (["<p>Trust &amp; care</p>"], "Trust & care", ["Trust &amp; care"]),
        (["<p>Trust", "   in  care</p>"], "Trust in care", ["Trust", "in  care"]),
        (["<p>Trust&nbsp;in care</p>"], "in", ["in"]),
        (["<p>Caf&eacute;s</p>"], "Cafés", ["Caf&eacute;s"]),
    ],
)
def test_spans_of_html(lines: list[str], word: str, found: list[str]) -> None:
    """The spans of a text are those of the source of the page."""
    page = Page("page", lines, as_html=True)
    passage = page.blocks[0].passage().find(word)
    assert passage is not None
    shown = [text for text in texts(page, passage) if not text.startswith("<")]
    assert "".join("".join(shown).split()) == "".join("".join(found).split())
    assert "".join(unescape("".join(shown)).split()) == "".join(word.split())


@settings(deadline=None)
@given(st.text(st.sampled_from("ab \u00a0\t?’‘.&<"), max_size=60))
def test_every_letter_of_a_line_has_its_place(line: str) -> None:
    """In plain text the spans of a block hold its text, but for white space and repairs."""
    page = Page("page", [line], as_html=False)
    for found in page.blocks:
        shown = "".join(texts(page, found.passage()))
        kept = found.text.replace("‘", "?")
        assert "".join(shown.replace("\u00a0", " ").replace("‘", "?").split()) == "".join(kept.split())


def test_repair_can_be_switched_off() -> None:
    """Then the text is that of the source, and nothing is told."""
    line = "How ?big’ is\u00a0it?"
    repaired, raw = (Page("page", [line], as_html=False, repair=repair) for repair in (True, False))
    assert repaired.blocks[0].text == "How ‘big’ is it?"
    assert [told.code for told in repaired.told] == ["page.no-break-space", "page.lost-quote"]
    assert (raw.blocks[0].text, raw.told) == (line, [])


@pytest.mark.parametrize("line", ["Is it big?’", "Is it ?", "What?is it’s name", "Why ?big. It’s"])
def test_a_question_mark_stays_where_it_may_be_one(line: str) -> None:
    """No white space before it, no closing quote behind it in the sentence: it is a question mark."""
    assert Page("page", [line], as_html=False).blocks[0].text == line


def test_wrapped_lines_are_one_block() -> None:
    """Lines that were broken at a width are put together; lines of their own are not."""
    text = (
        "The group brings together scholars who study how citizens and officials\n"
        "provide services with each other, and asks what both of them gain from\n"
        "it in the long run, in cities as well as in the country, and in which of\n"
        "the many forms.\n\nMembers\nChair\n"
    )
    blocks = Page("page", text.split("\n"), as_html=False).blocks
    assert [found.text.split()[-1] for found in blocks] == ["forms.", "Members", "Chair"]
    assert (blocks[0].line, blocks[0].last_line) == (1, 4)


def test_short_lines_stay_lines() -> None:
    """A list of short lines is not a paragraph."""
    lines = ["Chair: A", "Host: B", "City: C", "Year: 2020"]
    assert [found.text for found in Page("page", lines, as_html=False).blocks] == lines


def test_parts_of_passages() -> None:
    """A passage of several blocks can be cut anywhere."""
    whole = joined([block("Trust rose.", 1).passage(), block("Care fell.", 2).passage()], " ")
    assert whole.text == "Trust rose. Care fell."
    part = whole.part(6, 16)
    assert (part.text, [cut.text for cut in part.cuts]) == ("rose. Care", ["rose.", "Care"])
    assert whole.find("Care") is not None
    assert whole.find("Voice") is None
    assert whole.part(5, 5).text == ""
    assert joined([]).part(0, 3).text == ""


def test_attributes_have_a_line_and_no_columns() -> None:
    """The value of an attribute is cut as a text is."""
    value = attribute("https://doi.org/10.1000/xyz", 7)
    assert value.part(16, 27).text == "10.1000/xyz"
    assert [(span.line, span.start) for span in spans_of(value, "page", str)] == [(7, None)]


def test_paragraphs() -> None:
    """A line that goes on is no paragraph of its own."""
    lines = ["Users of", "care (", "and officials)", "gain.", "Trust rose", "Care fell."]
    assert [found.text for found in paragraphs(block(line).passage() for line in lines)] == [
        "Users of care ( and officials) gain.",
        "Trust rose",
        "Care fell.",
    ]


def test_what_was_used_is_not_told() -> None:
    """Each block that nobody read is told once."""
    page = Page("page", ["<p>One</p><p>Two</p><p hidden>Three</p>"], as_html=True)
    use([page.blocks[0].passage()])
    assert [(told.code, told.text) for told in page.tell_unread()] == [
        ("page.not-read", "Two"),
        ("page.hidden", "Three"),
    ]


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("<ol><li>a</li><li>b</li></ol>", ["1", "2"]),
        ("<ol type=i start=3><li>a</li><li>b</li></ol>", ["iii", "iv"]),
        ("<ol type=A><li>a</li></ol><ol><li>b</li></ol>", ["A", "1"]),
        ("<ul><li>a</li></ul>", [None]),
        ("<ol type='' start=x><li>a<p>more</p></li></ol>", ["1", None]),
    ],
)
def test_numbers_of_lists(text: str, ordinals: list[str | None]) -> None:
    """An ordered list numbers its items as a browser does."""
    assert [found.ordinal for found in Page("page", [text], as_html=True).blocks] == ordinals


def test_parts_of_a_text_of_many_lines() -> None:
    """A part holds the text between its ends wherever they fall, in lines or between them."""
    words = ["Trust", "rose", "a", "in care"]
    whole = joined([Block([Piece(word, number, 0)]).passage() for number, word in enumerate(words, 1)], ", ")
    for start in range(len(whole.text) + 1):
        for end in range(start, len(whole.text) + 2):
            part = whole.part(start, end)
            expected = whole.text[start:end]
            assert part.text in expected
            assert not expected.replace(part.text, "", 1).strip(", ")


@pytest.mark.parametrize("as_html", [True, False])
def test_each_line_that_is_not_read_is_told(as_html: bool) -> None:  # noqa: FBT001 - the two ways to read a page
    """However many there are; the same as if each were told by itself, for the log keeps the text of the first ones."""
    page = Page("page", ["trust<br>" if as_html else "trust"] * 20_000, as_html=as_html)
    log, other = DiagnosticLog(), DiagnosticLog()
    log.extend(page.tell_unread())
    for found in page.blocks:
        other.add(
            occurrence(
                "page.not-read", "info", "a line of the page that is no part of a record; not read", source="page",
                line=found.line, last=found.last_line, text=found.text,
            )
        )  # fmt: skip
    assert log.results() == other.results()
    assert log.results()[0].count == 20_000


def test_addresses_of_publications_are_told_with_a_line() -> None:
    """Those that its text does not show; of very many links all that are behind the first thousand."""
    shown, hidden = "https://doi.org/10.1000/shown", "https://doi.org/10.1000/hidden"
    links = f"<a href='{hidden}'>One</a> <a href='{shown}'>{shown}</a> <a href='/menu'>Two</a>"
    for count in (0, 1500):
        more = [f"https://doi.org/10.1000/{number}" for number in range(count)]
        row = "".join(f"<a href={href}>x</a> " for href in more)
        page = Page("page", [f"<p>{links} {row}</p>"], as_html=True)
        told = [found.text or "" for found in page.tell_unread()]
        assert len(told) == 1
        assert told[0].startswith(f"One {shown} Two")
        assert told[0].split()[-1 - count :] == [hidden, *more]
