"""The quantities of sentences in the manner of abstracts of many fields, and what is none."""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.models import Quantity
from coprod.text.quantities import MOST, Found, _people, quantities_in


def short(found: Found) -> str:
    """Kind and value of a quantity on one line; fractions cut after three places."""
    quantity = found.quantity
    parts = [quantity.kind or ""]
    if quantity.value is not None:
        value = str(quantity.value)
        parts.append(value[:5] if quantity.kind == "proportion" else value)
    if quantity.low is not None:
        parts.append(f"{quantity.low}..{quantity.high}")
    return " ".join(parts)


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    (found,) = quantities_in(text)
    return found.quantity


def table() -> Iterator[Any]:
    """The sentences of `quantities_table.tsv`, each with its quantities, below the name of what they have in common."""
    name = ""
    for line in Path(__file__).with_name("quantities_table.tsv").read_text("utf-8").splitlines():
        if line.startswith("# "):
            name = line.removeprefix("# ")
        elif line:
            sentence, expected = line.split("\t")
            yield pytest.param(sentence, expected, id=f"{name}: {sentence}")


@pytest.mark.parametrize(("sentence", "expected"), list(table()))
def test_sentences(sentence: str, expected: str) -> None:
    """Every quantity of the sentence is found with its kind and value, and nothing else."""
    assert "; ".join(short(found) for found in quantities_in(sentence)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The COVID-19 crisis began.",
        "SDG 5, Web 2.0, H1N1, ISO 9001, Horizon 2020 and GPT-4 are names.",
        "People with type 2 diabetes in Phase II and phase 3 trials.",
        "See Section 3, Table 2, Fig. 4, Chapter 4 and Appendix 1.",
        "International Journal of Things, vol. 16 no. 4, pp. 12-19.",
        "As shown before (Alford 2009; Roux, 2008), and by Okoye (2011).",
        "Earlier work [12, 14-16] and later work [3] agree.",
        "It covers: 1) rain, 2) wind; (3) snow and (iv) hail.",
        "1. The role of users",
        "ISSN: 1750-6166",
        "https://doi.org/10.1000/182 and doi:10.1080/10967494.2025.2479045",
        "Call +32 16 32 32 70 at any time, 24/7.",
        "They met on 4 August 2022 and on June 7-8, 2017.",
        "In 2015 it began; by 2019 it was over, as in the 1990s.",
        "One of the reasons is that no one knows this one or one another.",
        "One can see a one-dimensional, zero-sum, two-way game.",
        "Only one voice was heard at a single point in time.",
        "Data of the 2011 census and a 2016 survey, by 10-fold cross-validation.",
        "Items run from 1 (never) to 5 (always).",
        "The first and the second author, in the 21st century.",
        "1 – 4 of 4",
        "102050",
        "These two forms differ.",
        "It is rated on a 5-point scale.",
        "Nothing is counted here.",
        "",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    """Names, list markers, citations, dates, numbers of serials and idioms are no quantities."""
    assert quantities_in(text) == []


@pytest.mark.parametrize(
    ("text", "printed", "unit"),
    [
        ("It fell by 26.5 per cent.", "26.5 per cent", "per cent"),
        ("It ran for over a decade.", "over a decade", "year"),
        ("It ran for 18 months.", "18 months", "months"),
        ("We saw 12 small trees.", "12", "trees"),
        ("They held 70 semi-structured interviews.", "70", "interviews"),
        ("Three main service types were found.", "Three", "service types"),
        ("It cost €3.2 million.", "€3.2 million", "€"),
        ("It cost 500 euros.", "500 euros", "euros"),
        ("The gap was 1.12 eV.", "1.12 eV", "eV"),
    ],
)
def test_units_are_printed_ones(text: str, printed: str, unit: str) -> None:
    """The text holds modifiers, number and sign or unit of time; the unit is as printed. A decade is 10 years."""
    quantity = only(text)
    assert (quantity.text, quantity.unit) == (printed, unit)


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("approximately 22% of farms", ("approximate",)),
        ("about six weeks", ("approximate",)),
        ("~30 farms", ("approximate",)),
        ("more than 30 farms", ("lower_bound",)),
        ("for over a decade", ("lower_bound",)),
        ("at least 30 farms", ("lower_bound",)),
        ("aged 65 years or older", ("lower_bound",)),
        ("up to 30 farms", ("upper_bound",)),
        ("fewer than 30 farms", ("upper_bound",)),
        ("p < .05", ("upper_bound",)),
        ("between 20 and 30%", ("range",)),
        ("about 20-30 farms", ("approximate", "range")),
        ("30 farms", ()),
    ],
)
def test_modifiers(text: str, modifiers: tuple[str, ...]) -> None:
    """A modifier is read, and belongs to the text of the quantity."""
    quantity = only(text)
    assert quantity.modifiers == modifiers
    assert not modifiers or not quantity.text.startswith("30")


def test_over_may_mean_during() -> None:
    """`over` in front of a time that something was watched is no bound."""
    assert only("Plots were watched over six months.").modifiers == ()


@pytest.mark.parametrize(
    ("text", "measures", "of"),
    [
        ("In the first 6 months the ward closed.", [None], [None]),
        ("Over the next 5 years care fell by 12%.", [None, "care"], [None, None]),
        ("Three tasks were done: 1) reading aloud (77%), 2) sums.", ["tasks", "reading aloud"], [None, None]),
        ("Delivering seeds and tools (26%) was rare.", ["Delivering seeds and tools"], [None]),
        ("They met both indoors (90%) and outdoors (56%).", ["indoors", "outdoors"], [None, None]),
        ("Each extra 10 minutes made the walk duller.", [None], [None]),
        ("The mean [SD] age was 51.3 [8.2] years.", ["age"], [None]),
        ("One gauge in eight failed.", ["failed"], [None]),
        (
            "One town had a larger share (80%) of pupils with asthma than the national mean (45%).",
            ["pupils with asthma", "pupils with asthma"],
            [None, "national mean"],
        ),
        ("45% of teachers reported stress.", ["reported stress"], ["teachers"]),
        ("We asked 30% of the farms in the valley.", [None], ["the farms in the valley"]),
        ("Of these, 62% were female.", ["female"], [None]),
        ("Only 9 of 43 parishes kept a school.", ["kept a school"], ["parishes"]),
        ("Soil depth ranged from 4 to 9 cm.", ["Soil depth"], [None]),
        ("The dose was raised from 5 mg to 9 mg.", ["dose", "dose"], [None, None]),
        ("Trust in the police fell by 3.1 percentage points.", ["Trust in the police"], [None]),
        ("The cut shortened hospital stay by two days.", ["hospital stay"], [None]),
        ("A 12% drop in sales was seen.", ["drop in sales"], [None]),
        ("The response rate was 62%.", ["response rate"], [None]),
        ("A 10% increase in price was seen.", ["increase in price"], [None]),
        ("12 city-run clubs", ["city-run clubs"], [None]),
        ("We held 35 in-depth interviews with mayors and clerks.", ["in-depth interviews"], ["mayors"]),
        ("Farmers of the lower valley were visited (n=60).", ["Farmers of the lower valley"], [None]),
        ("The clubs had been operating for over a decade.", ["operating"], [None]),
        ("The mean age was 54.3 years.", ["age"], [None]),
        ("p < .05", [None], [None]),
        ("It was 26%.", [None], [None]),
        ("Fewer clerks were trained (18% v 25%).", ["trained", "trained"], [None, None]),
        ("About 40% of U.S. mayors were women.", ["women"], ["U.S. mayors"]),
        ("Spending grew 3% p.a. in the county.", ["Spending"], [None]),
        ("Readers rated the leaflet 7.8 out of 10.", ["leaflet"], [None]),
        ("AIM: To see. Willingness to co-govern rose by 4 percentage points.", ["Willingness to co-govern"], [None]),
        ("62% of towns rely on volunteers.", ["rely on volunteers"], ["towns"]),
        ("7 of 12 cities co-produce apps.", ["co-produce apps"], ["cities"]),
        ("Half of the tenants in large houses trust the mayor.", ["trust the mayor"], ["the tenants in large houses"]),
        ("Mean cost was lower by £312 per case.", ["Mean cost"], [None]),
        ("Trust was higher (80.4%) than before.", ["Trust"], [None]),
        ("The share of women in town halls was higher (80.4%).", ["share of women in town halls"], [None]),
        ("A higher (80.4%) share came.", [None], [None]),
        ("Six trials involving 2123 nurses were found.", ["trials", "nurses"], [None, None]),
        ("1 in 4 spent more than 10 hours.", [None, None], [None, None]),
        ("We drew 31 of them.", [None], [None]),
        ("The average cost per flat was EUR 12,500.", ["average cost per flat"], [None]),
        ("Farmers, who make up 46% of the county, sold out.", ["Farmers"], ["the county"]),
        ("Towns with 50 inns account for 9% of beds and 4% of rents.", ["inns", None, None], ["beds", "rents"]),
        ("Clerks account for 9% of staff and 4% of sick days.", ["Clerks", "Clerks"], ["staff", "sick days"]),
        (
            "Oaks and elms made up 12% of the wood, and 8% of elms died.",
            ["Oaks and elms", "died"],
            ["the wood", "elms"],
        ),
        ("Towns near the sea, in one county, represented 9% of sales.", [None], ["sales"]),
        ("Trust was highest in Norway (78 %), lowest in Italy (41 %).", ["Trust", "Trust"], ["Norway", "Italy"]),
        ("Uptake was lower among men (9%), boys (7%) and girls (5%).", ["Uptake"] * 3, ["men", "boys", "girls"]),
        ("Cover was greater on dunes (45%) than on cliffs (12%).", ["Cover", "Cover"], ["dunes", "cliffs"]),
        ("It rained. Mending roofs and walls (26%) was rare.", ["Mending roofs and walls"], [None]),
        ("It rained. Singing was rare where nobody stayed (26%).", ["nobody stayed"], [None]),
        ("Half of the singers are younger than 30.", [None, "singers"], ["the singers"]),
        ("Loans fell by 2.5 points.", ["Loans"], [None]),
        ("The cook beat 3 rivals by 5 points.", ["rivals", "points"], [None, None]),
        ("Of the 40 doors, ten were red.", ["doors", "red"], [None, None]),
        ("Emissions fell by 12% relative to 1990.", ["Emissions"], [None]),
        ("Sales fell 7% year on year.", ["Sales"], [None]),
        ("Sales were 7% in towns, against 2% elsewhere.", ["Sales", None], [None, None]),
        ("A fifth of cooks left within 2 years.", ["left", None], ["cooks"]),
        ("Rents rose tenfold, to $250.", ["Rents"], [None]),
        ("Over half (53%) of towns voted.", ["voted"], ["towns"]),
        ("Towns with 900 inhabitants had 2% lower turnout.", ["inhabitants", "lower turnout"], [None, None]),
        ("Some hens laid, but 15 did not.", [None], [None]),
        ("The trip was cheap: $41.", [None], [None]),
        ("The trip was costly, and it takes 0.1% of income.", [None], ["income"]),
        ("They met ten clubs (22% of the total).", ["clubs", "the total"], ["the total"]),
        ("It was significant, F(2, 14) = 5.2.", [None], [None]),
        ("Nearly half of the guests (n = 21) sang.", [None, "guests"], ["the guests"]),
        ("Of these, 37% co-produced weekly (95% CI 34-40).", ["co-produced weekly"], [None]),
        ("A 5-item test was set.", ["item"], [None]),
        ("Loans fell and, at last, rose by 2.5 points.", ["points"], [None]),
    ],
)
def test_what_is_measured(text: str, measures: list[str | None], of: list[str | None]) -> None:
    """What a quantity measures, and its whole, are words of the sentence, or None."""
    found = quantities_in(text)
    assert [one.quantity.measures for one in found] == measures
    assert [one.quantity.of for one in found if one.quantity.of] == [one for one in of if one]


def test_a_third_has_six_digits() -> None:
    """More digits of a quotient without end say nothing; a quotient that ends is exact."""
    values = [found.quantity.value for found in quantities_in("A third of cooks and 61 of 800 clerks sang.")]
    assert values == [Decimal("0.333333"), Decimal("0.07625")]


def test_each_noun_stands_once() -> None:
    """No noun is listed both as one for people, and as one for none."""
    lists = (_people._PEOPLE, _people._NOT_PEOPLE, _people._UNITS)
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
    assert not any(noun.endswith(_people._THINGS) for noun in _people._NOT_PEOPLE)


def test_a_section_of_several_sentences() -> None:
    """Offsets are those of the whole text."""
    text = "We asked 12 nurses. It rained.\n\nTrust rose (26%)."
    assert [text[found.start : found.end] for found in quantities_in(text)] == ["12", "26%"]


def test_a_long_name_of_a_statistic_is_not_cut() -> None:
    """What a number is the value of is a whole word, however long."""
    text = "Then hydroxymethylglutarylcoenzymereductase = 3.2 held."
    assert [found.quantity.text for found in quantities_in(text)] == ["hydroxymethylglutarylcoenzymereductase = 3.2"]


def test_the_decimal_context_of_the_caller_does_not_matter() -> None:
    """Values do not depend on the precision that the caller chose for his own sums."""
    text = "It cost €3.25 million; two thirds of 123,456 farms paid 1.2345 million euros."
    expected = [found.quantity.value for found in quantities_in(text)]
    with localcontext() as context:
        context.prec = 2
        assert [found.quantity.value for found in quantities_in(text)] == expected
    assert expected[0] == Decimal(3250000)


_PIECES = (
    "12 one two 26% (26%) of in the nurses between and from to 5-10 years 2013-2015 n=60 p<.05 OR 1.45, 95% CI 1.1-1.9 "
    "a half third mean age over than $5 million € 1) (2008) . ; , ( ) [ ] – = ± 3.2 × 10^6 t(58) 1,204 -0.4 May first "
    "half of 2022 %"
)
WORDS = st.sampled_from([*_PIECES.split(), "", "\n", "\n\n", "\u00a0", "٣", "²", "\x00", "10^99", "1e5", "9" * 30])


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.lists(WORDS, max_size=12).map("".join) | st.text(max_size=60))
def test_quantities_are_verbatim(text: str) -> None:
    """No text raises; quantities come in order without overlaps; every text stands at its offsets."""
    place = 0
    for found in quantities_in(text):
        assert place <= found.start < found.end
        place = found.end
        assert found.quantity.text == text[found.start : found.end]
        for span, words in ((found.measures, found.quantity.measures), (found.of, found.quantity.of)):
            assert words == (None if span is None else text[span[0] : span[1]])
            assert words is None or words.strip() == words != ""


TRAPS = (
    "9|1,|one |n=|(|%|x|1 |12 |a half |1-|1.|1. |2015-|2015 to |5 % |(5%)|(n=5)|1) a |mean |mean 5 |of 5 |12 of |two-"
    "|one hundred and |between 5 and |May |5 cats, |5 cat cat cat cat |(95% CI |p<|p<5|10^|.5|half |5/|5 (SD |$5 |[1,|٣"
    "|5 large and |OR |e.g. 5 |study 5 cats; |( 5 cats"
)


@pytest.mark.parametrize("trap", TRAPS.split("|"))
@pytest.mark.timing
def test_hostile_text_takes_linear_time(trap: str) -> None:
    """A text made to mislead is read in a moment; quadratic time would be minutes."""
    text = trap * (30_000 // len(trap))
    started = process_time()
    assert len(quantities_in(text)) <= len(text)
    assert process_time() - started < 20


def test_a_million_digits() -> None:
    """A number without end is none."""
    assert quantities_in("We saw " + "9" * 1_000_000 + " trees.") == []


def test_a_sentence_of_numbers_is_a_table() -> None:
    """The first of them are read, however many there are."""
    assert len(quantities_in("We met 12 nurses, " * 1000)) == MOST


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("We met one hundred and ſix nurses.", [106]),
        ("We met twenty-fıve nurses and three mİllİon others.", [25, 3_000_000]),
        ("It took two fİfths of them.", [Decimal("0.4")]),
        ("One fıfth of the towns has three thouſand houses.", [Decimal("0.2"), 3000]),
    ],
)
def test_letters_that_look_alike(text: str, values: list[Decimal | int]) -> None:
    """A pattern without case takes `ſ` for an s and `ı` for an i: the number is the same, and nothing is raised."""
    assert [found.quantity.value for found in quantities_in(text)] == values
