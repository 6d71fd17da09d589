"""Dates in the forms that exports use."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.models import PartialDate
from coprod.text.dates import doubt_of, is_placeholder, merge_dates, parse_date

WITH_A_YEAR = [
    ("2021", "2021"),
    (" 2021 ", "2021"),
    ("1989//", "1989"),
    ("2025///", "2025"),
    ("2018/04", "2018-04"),
    ("2023/06//", "2023-06"),
    ("2019/1/8", "2019-01-08"),
    ("2023/10/20/", "2023-10-20"),
    ("2019/08/02/Aug2019 Supplement", "2019-08-02"),
    ("1999/08//undefined", "1999-08"),
    ("2021/06//Apr undefined", "2021-06"),
    ("2021//Aug", "2021-08"),
    ("2020-12-31Z", "2020-12-31"),
    ("2020-12-31+01:00", "2020-12-31"),
    ("2021//12 Aug", "2021-08-12"),
    ("2007/08//2014 Sep", "2007-08"),
    ("2020/04//Apr-Jun, 2020", "2020-04/2020-06"),
    ("2019///Jan-Mar", "2019-01/2019-03"),
    ("2012/Aug/08", "2012-08-08"),
    ("2018//10/2018- -29", "2018"),
    ("2018/02/03/2018- -21", "2018-02-03"),
    ("2023/01/23/21:42:58", "2023-01-23"),
    ("2022-08-04", "2022-08-04"),
    ("2023-04", "2023-04"),
    ("1983-03//", "1983-03"),
    ("2018-03-21 18:19:45", "2018-03-21"),
    ("2018-03-21T18:19:45Z", "2018-03-21"),
    ("2016-06-13/2016-06-14", "2016-06-13/2016-06-14"),
    ("2019-Mar", "2019-03"),
    ("Mar-2019", "2019-03"),
    ("2018-Aug-22", "2018-08-22"),
    ("22-Aug-2018", "2018-08-22"),
    ("Aug-22, 2018", "2018-08-22"),
    ("2012-August-08", "2012-08-08"),
    ("20220805", "2022-08-05"),
    ("Start date: 20170812", "2017-08-12"),
    ("2024 SEP 23", "2024-09-23"),
    ("2018 Dec-2019 Jan", "2018-12/2019-01"),
    ("Mar. 2017", "2017-03"),
    ("June 2021", "2021-06"),
    ("01 Apr. 2022", "2022-04-01"),
    ("4 August 2022", "2022-08-04"),
    ("August 4, 2022", "2022-08-04"),
    ("3rd of May 2019", "2019-05-03"),
    ("Published online: 12 March 2019", "2019-03-12"),
    ("Volume 3, May 2019", "2019-05"),
    ("4-8 Aug. 2020", "2020-08-04/2020-08-08"),
    ("24-24 Feb. 2018", "2018-02-24"),
    ("13–15 Sept. 2018", "2018-09-13/2018-09-15"),
    ("March 5-8, 2020", "2020-03-05/2020-03-08"),
    ("31 May-3 June 2016", "2016-05-31/2016-06-03"),
    ("Dec. 30, 2019-Jan. 2, 2020", "2019-12-30/2020-01-02"),
    ("July-August 2016", "2016-07/2016-08"),
    ("Jan/Feb 2019", "2019-01/2019-02"),
    ("1 Jan.-Feb. 2019", "2019-01-01/2019-02"),
    ("1 Feb.1, 2015", "2015-02-01"),
    ("Jan 2014 2014-03-05", "2014-01"),
    ("2014 2015-07-01", "2014"),
    ("0 0, 2015 2016-03-25", "2015"),
    ("1976, 1977//", "1976"),
    ("2014-2015", "2014/2015"),
    ("2014/2015", "2014/2015"),
    ("1869-2019", "1869/2019"),
    ("1990-9999", "1990"),
    ("2018 https://example.org/2019/b", "2018"),
    ("1440 AH (2019)", "2019"),
    ("2019/05/06 12:00:00", "2019-05-06"),
    ("2019年5月6日", "2019-05-06"),
    ("2019년 5월", "2019-05"),
    ("2014-15", "2014"),
    ("[1987]", "1987"),
    ("c1987", "1987"),
    ("2014 3rd trimestre", "2014"),
    ("14/01/2026", "2026-01-14"),
    ("1/14/2026", "2026-01-14"),
    ("05/05/2020", "2020-05-05"),
    ("03/2018", "2018-03"),
    ("12.2019", "2019-12"),
    ("14.01.2026", "2026-01-14"),
    ("4 de agosto de 2022", "2022-08-04"),
    ("März 2019", "2019-03"),
    ("1er août 2010", "2010-08"),
    ("Dezembro 2010", "2010-12"),
]

IN_DOUBT = [
    ("03/04/2020", "2020"),
    ("Dec-Jan 2020", "2020"),
    ("2020/13/01", "2020"),
    ("2020-00-00", "2020"),
    ("2021/02/31", "2021-02"),
    ("30 February 2020", "2020-02"),
    ("29 February 2021", "2021-02"),
    ("this volume may be of the year 2019", "2019"),
]

WITHOUT_A_YEAR = [
    ("SEP 22", PartialDate(month=9, day=22, raw="SEP 22")),
    ("MAY 5", PartialDate(month=5, day=5, raw="MAY 5")),
    ("February 01", PartialDate(month=2, day=1, raw="February 01")),
    ("DEC", PartialDate(month=12, raw="DEC")),
    ("JUL-DEC", PartialDate(month=7, end=PartialDate(month=12), raw="JUL-DEC")),
    ("DEC-JAN", PartialDate(month=12, end=PartialDate(month=1), raw="DEC-JAN")),
    ("10/15/online", PartialDate(month=10, day=15, raw="10/15/online")),
    ("Aug-18", PartialDate(month=8, raw="Aug-18")),
    ("Win", PartialDate(season="winter", raw="Win")),
]

SEASONS = [
    ("2003///SPR", "spring"),
    ("2018///Sum", "summer"),
    ("1998///Fal 1998", "autumn"),
    ("FALL 2005", "autumn"),
    ("Winter 2014", "winter"),
    ("2018 Spring", "spring"),
    ("Spring-2018", "spring"),
    ("Spring-Summer 2010", "spring"),
]

NOTHING = [
    "",
    " ",
    "undefined",
    "NA",
    "/",
    "0000",
    "0000///",
    "9999",
    "5",
    "COVID-19",
    "1990s",
    "in press",
    "n.d.",
    "²²²²²²²²",
    "https://example.org/2019/a",
    "www.example.org/2019",
    "1234-2019",
    "0028-2019",
    "2019-1234",
    "ISSN 1234-2019",
    "978-2019",
    "0000-0001-2019-1234",
    "10.1080/2019.1234",
    "10.1111/j.1467-9299.2009.01777.x",
    "doi:2019/1234",
    "2019/1234",
    "20191234",
    "12342019",
    "pp. 2019-2030",
    "p. 2019",
    "Vol 2019",
    "id 2019",
    "PMC2019",
    "v2019",
    "IMG_2019_05",
    "AH 1440",
    "1440 AH",
    "2019 BCE",
]

DOUBTS = [
    ("2021/13/45/", "impossible"),
    ("2021-02-30", "impossible"),
    ("45 May 2021", "impossible"),
    ("2021//15", "impossible"),
    ("Dec-Jan 2020", "impossible"),
    ("2014-13", "impossible"),
    ("03/04/2020", "ambiguous"),
    ("2021/00/00", None),
    ("2021/0/0/", None),
    ("2021///", None),
    ("2021/05/03", None),
    ("2014-15", None),
    ("1999/00", None),
    ("24-24 Feb. 2018", None),
    ("05/05/2020", None),
    ("in press", None),
]


@pytest.mark.parametrize(("text", "iso"), WITH_A_YEAR)
def test_a_date_is_read_in_every_known_form(text: str, iso: str) -> None:
    """Year, month, day and end are read from each form that real files hold, and the printed form is kept."""
    found = parse_date(text)
    assert found is not None
    assert found.iso == iso
    assert found.raw == (None if text.strip() == iso else text.strip())


@pytest.mark.parametrize(("text", "doubt"), DOUBTS)
def test_what_was_left_out_can_be_told(text: str, doubt: str | None) -> None:
    """A stated part that the date has not is a doubt; zeros and a short second year state nothing."""
    assert doubt_of(text) == doubt


@pytest.mark.parametrize(("text", "iso"), IN_DOUBT)
def test_what_cannot_be_or_is_ambiguous_is_left_out(text: str, iso: str) -> None:
    """A month 13, a 31st of February, a day that may be a month: only what is certain is stated."""
    found = parse_date(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(("text", "expected"), WITHOUT_A_YEAR)
def test_a_date_may_lack_its_year(text: str, expected: PartialDate) -> None:
    """Web of Science prints month and day apart from the year."""
    assert parse_date(text) == expected


@pytest.mark.parametrize(("text", "season"), SEASONS)
def test_a_season_is_no_month(text: str, season: str) -> None:
    """A season is stated as one, in English short forms too."""
    found = parse_date(text)
    assert found is not None
    assert (found.season, found.month, found.raw) == (season, None, text)


@pytest.mark.parametrize("text", NOTHING)
def test_no_date_is_none(text: str) -> None:
    """A text that states no date gives None."""
    assert parse_date(text) is None


def test_a_long_text_behind_a_date_does_no_harm() -> None:
    """The fourth part of a date may be a text of any length."""
    found = parse_date("2019/08/02/" + "Special issue on co-production, " * 20)
    assert found is not None
    assert found.iso == "2019-08-02"


def test_month_and_year_of_two_fields_are_one_date() -> None:
    """A month without a year is completed by the year of the record, and both printed forms are kept."""
    assert merge_dates([PartialDate(year=2021), PartialDate(month=5, raw="MAY")]) == PartialDate(
        year=2021, month=5, raw="2021; MAY"
    )


@pytest.mark.parametrize(
    ("texts", "iso"),
    [
        (["2021"], "2021"),
        (["2021", "SEP 22"], "2021-09-22"),
        (["2021", "JUL-DEC"], "2021-07/2021-12"),
        (["2021", "DEC-JAN"], "2021"),
        (["2021", "2021/05/03"], "2021-05-03"),
        (["2021/05//", "2021/05/03"], "2021-05-03"),
        (["2021/05/03", "2021"], "2021-05-03"),
        (["2021/05//", "2021/06/03"], "2021-05"),
        (["2021", "2020/12/01"], "2021"),
        (["2021", "2020/12/01", "MAY 5"], "2021-05-05"),
        (["MAY 5", "2021"], "2021-05-05"),
        (["2021", "FEB 29"], "2021-02"),
    ],
)
def test_later_dates_complete_the_first(texts: list[str], iso: str) -> None:
    """The first year counts; dates of the same or no year add what is missing, others change nothing."""
    merged = merge_dates([found for text in texts if (found := parse_date(text)) is not None])
    assert merged is not None
    assert merged.iso == iso


def test_a_season_completes_a_year() -> None:
    """A season from another field is added to a year without a month."""
    merged = merge_dates([PartialDate(year=2003), PartialDate(season="spring", raw="SPR")])
    assert merged == PartialDate(year=2003, season="spring", raw="2003; SPR")


def test_one_date_is_merged_into_itself() -> None:
    """A single date is returned as the same object, none gives None."""
    only = PartialDate(month=5, raw="MAY")
    assert merge_dates(iter([only])) is only
    assert merge_dates([]) is None


@pytest.mark.parametrize(
    "text", ["", " ", "NA", "n/a", "None", "NULL", "undefined", "n.d.", "-", "--", "?", "  undefined  "]
)
def test_placeholders_are_known(text: str) -> None:
    """A text that only says that there is no value is known as such, in any case."""
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["0", "Nah", "Nano", "10.1000/xyz", "undefined behaviour", "--1"])
def test_values_are_no_placeholders(text: str) -> None:
    """A text that says anything is a value."""
    assert not is_placeholder(text)


HOSTILE = [
    "9" * 300_000,
    "/" * 300_000,
    "2019-" * 60_000,
    "May " * 75_000,
    " " * 300_000,
    "2019/" * 60_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.timing
def test_hostile_text_takes_linear_time(text: str) -> None:
    """A text made to mislead is read in a moment; quadratic time would be minutes."""
    started = process_time()
    for read in (parse_date, is_placeholder):
        read(text)
    assert process_time() - started < 15


dates = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
texts = st.one_of(st.text(), st.text(alphabet="0129/-., JanFebSprs", max_size=20))


@given(dates)
def test_every_day_is_read_from_every_order(day: date) -> None:
    """ISO 8601, RIS and names of months give the same day."""
    expected = day.isoformat()
    for form in ("%Y-%m-%d", "%Y/%m/%d/", "%Y/%m/%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%Y %b %d"):
        found = parse_date(day.strftime(form).replace(day.strftime("%Y"), f"{day.year:04d}"))
        assert found is not None
        assert found.iso == expected


@given(texts)
def test_a_date_is_a_date_of_the_calendar(text: str) -> None:
    """Whatever the text, year, month and day are such as the calendar has, and the end is not before the start."""
    found = parse_date(text)
    if found is None:
        return
    assert found.year is None or 1000 <= found.year <= 2999
    if found.day is not None:
        assert found.month is not None
        date(found.year or 2000, found.month, found.day)
    if found.end is not None and found.year is not None and found.iso is not None:
        assert found.end.iso is not None
        first, _, last = found.iso.partition("/")
        assert first[: len(last)] <= last[: len(first)]
    assert (found.raw or found.iso) == text.strip()


@given(texts)
def test_the_iso_form_is_read_as_the_same_date(text: str) -> None:
    """Whatever the text, the ISO form of its date is read as that date."""
    found = parse_date(text)
    if found is not None and found.iso is not None:
        again = parse_date(found.iso)
        assert again is not None
        assert again.iso == found.iso


@given(st.lists(texts))
def test_merging_invents_no_year(values: list[str]) -> None:
    """Whatever the dates, the merged one has the year of the first that has one."""
    found = [one for text in values if (one := parse_date(text)) is not None]
    merged = merge_dates(found)
    years = [one.year for one in found if one.year is not None]
    assert (merged.year if merged is not None else None) == (years[0] if years else None)
