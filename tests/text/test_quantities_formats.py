"""How numbers are printed: commas and points of decimals and of thousands, as in English and as in most of Europe.

`quantities_formats.jsonl` holds 60 invented sentences of five fields, marked before the code was run on them, in the
form of `quantities_blind.jsonl`, with unit, `measures` and `of` of each quantity.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from coprod.text.quantities import quantities_in
from tests.text.test_quantities import short
from tests.text.test_quantities_blind import is_right

ROWS = [
    json.loads(line) for line in Path(__file__).with_name("quantities_formats.jsonl").read_text("utf-8").splitlines()
]


def read(text: str) -> str:
    """The quantities of a text on one line."""
    return "; ".join(short(found) for found in quantities_in(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,5 % of users left.", "percentage 1.5"),
        ("It fell by 12,25 per cent.", "percentage 12.25"),
        ("Loans fell by 2,5 points.", "statistic 2.5"),
        ("4.5 million users and 4,5 million visitors", "count 4500000; count 4500000"),
        ("It took 1,5 hours, 2,5 times as many.", "duration 1.5; statistic 2.5"),
        ("A 2,5-year course was 1,5-fold longer.", "duration 2.5; statistic 1.5"),
        ("They lasted 1,5-2,5 hours, or 1,5-2 hours.", "duration 1.5..2.5; duration 1.5..2"),
        ("Between 2,5 and 3 hours passed.", "duration 2.5..3"),
        ("The dose was 0,125 mg (P = 0,003).", "statistic 0.125; statistic 0.003"),
        ("OR 1,45; 95% CI 1,10-1,92", "statistic 1.45 1.10..1.92"),
        ("It fell by 2,5 points (95% CI 1,2 to 3,8).", "statistic 2.5 1.2..3.8"),
        ("It was 54,3 ± 12,1 years.", "duration 54.3"),
        ("1,200 users paid 1,250.50 dollars.", "count 1200; money 1250.50"),
        ("They paid 12.500,75 euros.", "money 12500.75"),
        ("A sum of 1.250.000 euros was paid.", "money 1250000"),
    ],
)
def test_a_comma_may_be_decimal(text: str, expected: str) -> None:
    """One or two digits behind a comma are decimals, and any number of them behind `0,`."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tables 2,5 and groups 1,2 and 3 differ.", ""),
        ("We found this in 2,5 and 7 of them.", ""),
        ("On days 1,2-4 and in weeks 2,4 it rained.", ""),
        ("See refs 3,4, and what was said before [1,2] and (2,5).", ""),
        ("They used 1,3-butadiene, 2,4-D and 1,2,3-triazole.", ""),
        ("It met on 14,15 May and in 2015,2016 and 2017.", ""),
        ("F(2,117) = 4,52", "statistic 4.52"),
        ("n=60,30 men and 30 women", "count 30"),
        ("Pi is 3,1416 and no 12,3456.", ""),
        ("Doses of 2.5,5.0 mg were given.", "statistic 2.5"),
        ("Versions 1.250.000 and 192.168.100.200 and 12.05.2019", ""),
    ],
)
def test_a_number_is_never_cut(text: str, expected: str) -> None:
    """What may be several numbers, or a name, is no number with decimals, and its first digits are none."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town has 10.000 users.", "count 10000"),
        ("We surveyed 10.000 users.", "sample_size 10000"),
        ("N = 12.500", "sample_size 12500"),
        ("Of the 2.000 pupils, 1.250 (62%) passed.", "sample_size 2000; count 1250; percentage 62"),
        ("between 1.500 and 2.000 residents", "range 1500..2000"),
        ("It cost 12.500 euros.", "money 12500"),
        ("up to € 7.350 per pupil", "money 7350"),
        ("between 500 and 1.500 euros", "money 500..1500"),
        ("House prices rose to 250.000 euros.", "money 250000"),
    ],
)
def test_a_point_of_thousands(text: str, expected: str) -> None:
    """Whole things have no decimals, and money has two: three digits behind a point are not decimals there."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p = 0.005", "statistic 0.005"),
        ("The mean was 1.234.", "mean 1.234"),
        ("The odds ratio was 1.450.", "statistic 1.450"),
        ("It weighed 1.250 kg.", "statistic 1.250"),
        ("It rose by 3.125 points.", "statistic 3.125"),
        ("An average of 2.345 visitors came.", "mean 2.345"),
        ("It cost $1.125 billion.", "money 1125000000"),
        ("Petrol cost 1.459 euros per litre.", "money 1.459"),
        ("The exchange rate was 1.234 dollars.", "money 1.234"),
        ("1.006 (95% CI 0.947-1.068)", "statistic 1.006 0.947..1.068"),
    ],
)
def test_a_decimal_point(text: str, expected: str) -> None:
    """Statistics, measures, prices of a unit and what has a scale keep their decimals."""
    assert read(text) == expected


@pytest.mark.parametrize("text", ["12.500 signatures came.", "It rose to 10.000 then.", "1.234 children per woman"])
def test_a_point_that_cannot_be_known(text: str) -> None:
    """The value is as printed, and there is no kind."""
    (found,) = quantities_in(text)
    assert found.quantity.kind is None
    assert str(found.quantity.value) in text


@pytest.mark.parametrize(
    "text", ["Two thirds of the members are older than 50.", "None is younger than 18, and 8 % are ill."]
)
def test_an_age_without_its_unit(text: str) -> None:
    """`older than 50` is an age, no count of members and no part of a list."""
    assert "duration" in read(text)
    assert "count" not in read(text)


def test_marked_sentences() -> None:
    """Nine in ten of what is found is marked, and of what is marked found; two in three measure what they should."""
    found = marked = right = measured = 0
    for row in ROWS:
        wanted = list(row["quantities"])
        marked += len(wanted)
        for item in quantities_in(row["text"]):
            found += 1
            match = next((want for want in wanted if is_right(item, want, row["text"])), None)
            if match is not None:
                wanted.remove(match)
                right += 1
                measured += item.quantity.measures == match["measures"]
    assert right / found >= Decimal("0.9")
    assert right / marked >= Decimal("0.9")
    assert measured / right >= Decimal("0.66")
