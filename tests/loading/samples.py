"""What the tests of loading share: a whole and a broken RIS file, and the account of an iterator."""

from pathlib import Path
from typing import Any

from coprod import Diagnostic

DATA = Path(__file__).parents[1] / "data" / "ris"
RIS = "TY  - JOUR\nTI  - Zwölf Wehre\nDB  - Tides\nER  - \n"
BROKEN = RIS + "TY  - JOUR\nTI  - Cut"


def account(records: Any) -> tuple[tuple[Any, ...], tuple[Diagnostic, ...]]:
    """The records of an iterator, and then its diagnostics."""
    found = tuple(records)
    return found, records.diagnostics
