"""What pages tell of a date of which a part was left out, and of a last page that was completed.

In: a printed date. Out: the code of what is doubtful in it, and for each code severity and message, the same whichever
reader tells it. Nothing raises.
"""

from typing import Final

from coprod.diagnostics import Severity
from coprod.text.dates import Doubt, doubt_of

IMPOSSIBLE: Final = "page.date-impossible"
AMBIGUOUS: Final = "page.date-ambiguous"
ABBREVIATED: Final = "page.range-abbreviated"

MEANING: Final[dict[str, tuple[Severity, str]]] = {
    IMPOSSIBLE: ("warning", "a part of the date cannot be; left out, and the value kept as it stands"),
    AMBIGUOUS: ("info", "day and month can be read both ways; left out, and the value kept as it stands"),
    ABBREVIATED: ("info", "an abbreviated last page; completed from the first, kept in extra"),
}

_CODES: Final[dict[Doubt, str]] = {"impossible": IMPOSSIBLE, "ambiguous": AMBIGUOUS}


def doubtful(printed: str, *, is_issued: bool) -> str | None:
    """The code of what is doubtful in a date; None if all that it states was read.

    Args:
        printed: The date as it stands.
        is_issued: Whether the date of the publication was made of it; one beside it is settled where it can be read
            both ways.

    Examples:
        >>> doubtful("2021/13/45", is_issued=False), doubtful("03/04/2020", is_issued=False)
        ('page.date-impossible', None)
    """
    doubt = doubt_of(printed)
    if doubt is None or (doubt == "ambiguous" and not is_issued):
        return None
    return _CODES[doubt]
