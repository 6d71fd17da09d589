"""RIS: what reference managers and databases export.

`READER` is what `coprod.load` uses. `TolerantRisParser` lends the same grammar to rispy:

    rispy.load(file, implementation=coprod.readers.ris.TolerantRisParser)
"""

from typing import TYPE_CHECKING, Any

from coprod.readers.registry import Reader
from coprod.readers.ris.locate import locate
from coprod.readers.ris.reading import read, sniff

if TYPE_CHECKING:
    from coprod.readers.ris.parser import TolerantRisParser

READER = Reader(name="ris", suffixes=(".ris",), sniff=sniff, read=read, locate=locate)

__all__ = ["READER", "TolerantRisParser"]


def __getattr__(name: str) -> Any:
    if name == "TolerantRisParser":
        from coprod.readers.ris.parser import TolerantRisParser

        return TolerantRisParser
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
