"""Months and seasons: their names in the languages of records of literature, and how many days a month has.

In: a name in small letters, or a month of a year. Out: its number, its days. Prose has the English names only: `ago`
is August in a Spanish date, and no month in an English sentence.
"""

from typing import Final

_ENGLISH: Final = (
    *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august"),
    *("sep sept september", "oct october", "nov november", "dec december"),
)
_OTHERS: Final = (
    "januar janvier enero ene gennaio janeiro jänner",
    "februar février fevrier fév fev febrero febbraio fevereiro",
    "märz marz mrz mars marzo março marco",
    "avril avr abril abr aprile",
    "mai mayo maggio maio",
    "juni juin junio giugno junho",
    "juli juillet juil julio luglio julho",
    "août aout agosto ago",
    "septembre septiembre setiembre settembre setembro",
    "oktober okt octobre octubre ottobre outubro",
    "novembre noviembre novembro",
    "dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)

_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(month: int, year: int) -> int:
    """How many days a month has, in the Gregorian calendar.

    Examples:
        >>> days_in(2, 2000), days_in(2, 1900), days_in(12, 2021)
        (29, 28, 31)
    """
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _DAYS[month - 1]


def _numbered(rows: tuple[str, ...]) -> dict[str, int]:
    return {name: number for number, names in enumerate(rows, start=1) for name in names.split()}


ENGLISH_MONTHS: Final = _numbered(_ENGLISH)
"""Number of each English month, by its name or a short form of it."""

MONTHS: Final = ENGLISH_MONTHS | _numbered(_OTHERS)
"""The same in all languages."""

MONTH_NAMES: Final = tuple(max(names.split(), key=len).capitalize() for names in _ENGLISH)
"""The English months in full, in their order."""

SEASONS: Final = {
    name: season
    for season, names in {
        "spring": "spring spr printemps primavera frühjahr frühling",
        "summer": "summer sum été verano sommer verão",
        "autumn": "autumn aut fall fal automne otoño herbst autunno outono",
        "winter": "winter win hiver invierno inverno",
    }.items()
    for name in names.split()
}
"""The English name of each season, by its name in any language."""
