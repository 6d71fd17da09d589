"""Numbers about a paper that a page shows: of citations, downloads, views.

In: the entries of a row that hold such numbers. Out: metrics in the draft. A text that states more or something else
than one whole number goes to `extra`, with a diagnostic. Nothing raises; time is linear.
"""

import re
from collections.abc import Sequence
from typing import Final

from coprod.models import Metric
from coprod.readers.search.making import Making
from coprod.readers.search.rows import Entry

METRICS: Final[dict[str, str | None]] = {
    "citations": "citations", "downloads": "downloads", "views": "views", "metric": None,
}  # fmt: skip
"""Fields that are numbers about the paper, and what they count; None: the page does not say it."""

_MOST_DIGITS: Final = 15
_LONGEST: Final = 200
"""Characters of a text that is a number and its label."""

_SPACE: Final = "\u0020\u00a0\u2009\u202f"
_UNITS: Final = {"k": 3, "thousand": 3, "m": 6, "million": 6}
_WHOLE: Final = rf"[1-9]\d{{0,2}}(?P<mark>[.,'’{_SPACE}])\d{{3}}(?:(?P=mark)\d{{3}})*+(?!\d)|\d++"
_NUMBER: Final = re.compile(
    rf"(?P<short>\d{{1,6}}+(?:[.,]\d{{1,2}}+)?+)\s?(?P<unit>[kKM]|(?i:thousand|million))(?![\w+])|(?P<whole>{_WHOLE})"
)
_SIGN: Final = re.compile(
    r"(?:^|[^\w\s])[-‐‑‒–—−]\s?$|(?<!\w)[-‐‑‒–—−]$|[+±~≈∼<>≤≥=*×/\\^$€£#]\s?$|[.,]$|(?<!\w)[^\W\d_]{1,3}$|_$|"
    r"\b(?:about|almost|approximately|around|at least|at most|below|circa|ca\.?|fewer than|less than|more than|nearly|"
    r"over|roughly|under|up to)\s$",
    re.IGNORECASE,
)
"""What stands before a number that is not the whole statement."""

_GOING_ON: Final = re.compile(
    r"\s?(?:[%‰+*×/\\^=°<>≤≥$€£]|per ?cent|(?:or|and) (?:more|fewer|less)\b|(?:bn|billion|hundred|k|m)\b)"
    r"|[-‐‑‒–—−_'’][^\s]|[.,][^\s]|[^\W\d_]{1,3}(?!\w)",
    re.IGNORECASE,
)
"""What stands behind such a number."""


def number_in(text: str) -> tuple[int, bool] | None:
    """The whole number that a text states, and whether it states it in short; None if it states none, or more.

    Examples:
        >>> number_in("1,234"), number_in("Cited by 7"), number_in("1.2k downloads")
        ((1234, False), (7, False), (1200, True))
        >>> number_in("12 (3 this year)"), number_in("4.5/5"), number_in("98%"), number_in("-5")
        (None, None, None, None)
    """
    found = _NUMBER.search(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    before, behind = text[: found.start()], text[found.end() :]
    if any(letter.isnumeric() for letter in before + behind):
        return None
    if _SIGN.search(before) is not None or _GOING_ON.match(behind) is not None:
        return None
    if found["whole"] is not None:
        digits = "".join(letter for letter in found["whole"] if letter.isdecimal())
        return (int(digits), False) if len(digits) <= _MOST_DIGITS else None
    whole, _, part = found["short"].replace(",", ".").partition(".")
    return int(whole + part) * 10 ** (_UNITS[found["unit"].lower()] - len(part)), True


def read_metrics(making: Making, entries: Sequence[Entry]) -> None:
    """Numbers about the paper; where some have labels, a bare one that says the same is left out, and others kept."""
    labelled = {number_in(entry.passage.text) for entry in entries if entry.label}
    for entry in entries:
        if entry.label or not labelled:
            _read_metric(making, entry)
        elif number_in(entry.passage.text) not in labelled:
            making.keep(entry.field, entry.passage)


def _read_metric(making: Making, entry: Entry) -> None:
    stated = number_in(entry.passage.text)
    if stated is None:
        making.tell("search.not-a-number", entry.passage, "metrics")
        making.keep(entry.label or entry.field, entry.passage)
        return
    number, is_short = stated
    if is_short:
        making.tell("search.rounded-number", entry.passage, "metrics")
    kind = METRICS[entry.field]
    basis = "stated" if kind is not None else None
    if kind is None and entry.label is None and making.layout.metric is not None:
        kind, basis = making.layout.metric, "inferred"
        making.tell("search.unlabelled-number", entry.passage, "metrics")
    metric = Metric(value=number, label=entry.label, kind=kind, basis=basis)
    path = making.draft.add("metrics", metric, entry.passage)
    making.draft.follow(path, value=entry.passage)
