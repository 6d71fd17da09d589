"""Markup in titles and abstracts."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.text.markup import strip_markup

CLEANED = [
    ("rise of <i>Kulindadromeus</i>, a dinosaur", "rise of Kulindadromeus, a dinosaur"),
    ("CO<sub>2</sub> and H<inf>2</inf>O", "CO2 and H2O"),
    ("10<sup>5</sup> cells", "10⁵ cells"),
    ("10<sup>-5</sup> and 10<sup>&#x2212;5</sup>", "10⁻⁵ and 10⁻⁵"),
    ("5 m<sup>2</sup>", "5 m²"),
    ("the 19<sup>th</sup> century", "the 19th century"),
    ("<jats:title>Background</jats:title><jats:p>We ask.</jats:p>", "Background We ask."),
    ("<p>First.</p>\n  <p>Second.</p>", "First. Second."),
    ("one<br/>two<br />three", "one two three"),
    ("one <br> two", "one two"),
    ("a <i> b </i> c", "a b c"),
    ("<p><i>x</i></p>", "x"),
    ('see <a href="https://example.org/?a=1">there</a>.', "see there."),
    ('<ext-link ext-link-type="uri">x</ext-link>', "x"),
    ('<mml:math xmlns:mml="m"><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>2</mml:mn></mml:math>', "x=2"),
    ("<ns3:p>Text</ns3:p>", "Text"),
    ("<I>Upper</I> case", "Upper case"),
    ("<p align=center>Text", "Text"),
    ("P &lt; 0.05 &amp; Q &gt; 1", "P < 0.05 & Q > 1"),
    ("2013&#8211;2015&#x2013;2017", "2013–2015–2017"),
    ("caf&eacute;", "café"),
    ("&lt;i&gt;rise&lt;/i&gt; of", "rise of"),
    ("&amp;lt;i&amp;gt;rise&amp;lt;/i&amp;gt; of", "rise of"),
    ("R&amp;amp;D", "R&D"),
    ("<jats:italic>P</jats:italic> &lt; 0·05", "P < 0·05"),
    (
        '<AbstractText Label="AIMS" NlmCategory="X">To see.</AbstractText> <AbstractText Label="RESULTS">Seen.',
        "AIMS: To see. RESULTS: Seen.",
    ),
    ('AIMS: <AbstractText Label="AIMS">To see.</AbstractText>', "AIMS: To see."),
]

UNTOUCHED = [
    "",
    "plain  text \n with white space",
    "p < 0.05",
    "p <0.05 and q> 3",
    "a<b and c>d",
    "<5 years",
    "x < y > z",
    "<unknown>element</unknown>",
    "<middle dot>",
    "<L50 at maturity",
    "R&D",
    "AT&T; and so on",
    "?a=1&copy=2",
    "&nosuchname;",
    "<b",
    "<i unfinished",
    "</",
    "<>",
    "&",
    "&;",
]


@pytest.mark.parametrize(("text", "plain"), CLEANED)
def test_markup_is_removed(text: str, plain: str) -> None:
    """Tags of known elements go, entities become characters, and words do not run together."""
    assert strip_markup(text) == plain


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_no_markup_stays(text: str) -> None:
    """Signs of comparison, unknown elements, ampersands and white space stay as they are."""
    assert strip_markup(text) == text


def test_clean_text_is_the_same_object() -> None:
    """Text without markup costs nothing: the same object is returned."""
    text = "Co-production of public services " * 40
    assert strip_markup(text) is text


def test_a_decoded_ampersand_makes_no_new_entity_for_ever() -> None:
    """Text that was escaped three times is decoded twice."""
    assert strip_markup("&amp;amp;amp;") == "&amp;"


HOSTILE = [
    "<" * 300_000,
    "<a " * 100_000,
    "<a" + " " * 300_000,
    "<" + "a" * 300_000,
    "&" * 300_000,
    "<p>" * 100_000,
    "<sup>1" * 50_000,
    '<a x="' * 50_000,
    "&amp;lt;" * 40_000,
    " <p> " * 60_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.timing
def test_hostile_text_takes_linear_time(text: str) -> None:
    """A text made to mislead is read in a moment; quadratic time would be minutes."""
    started = process_time()
    strip_markup(text)
    assert process_time() - started < 15


clean = st.text().filter(lambda text: "<" not in text and "&" not in text)


@given(clean)
def test_clean_text_is_never_changed(text: str) -> None:
    """Whatever the text, without `<` and `&` nothing is changed."""
    assert strip_markup(text) is text


@given(st.lists(st.tuples(st.sampled_from(["i", "jats:p", "sub", "br", "mml:mi", "span"]), clean)))
def test_the_text_of_elements_stays(elements: list[tuple[str, str]]) -> None:
    """Whatever the elements, all characters of their text but white space stay, in order."""
    marked = "".join([f"<{name}>{text}</{name}>" for name, text in elements])
    plain = "".join([text for _, text in elements])
    assert "".join(strip_markup(marked).split()) == "".join(plain.split())


@given(st.text(alphabet='<>/ab&;ltgmp#x1=" i', max_size=60))
def test_any_text_can_be_cleaned(text: str) -> None:
    """Whatever the text, cleaning ends and adds no tag of its own."""
    cleaned = strip_markup(text)
    assert len(cleaned) <= len(text)
