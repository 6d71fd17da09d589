"""Identifiers that a line end has broken.

In: the lines of one value. Out: the lines, of which those that hold one identifier are joined. Only a sign that cannot
end it, or cannot begin another value, says that an identifier goes on. Nothing raises.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

SCHEMES: Final = ("http://", "https://", "ftp://", "www.")
"""How an address begins."""

_DOI_GOES_ON: Final = re.compile(r"(?!PM(?:C|ID)|10\.[0-9]{4})[^\s:\[\]]*[0-9][^\s:\[\]]*", re.IGNORECASE)
_PATH_GOES_ON: Final = re.compile(r"(?!www\.)[\w/?&=#%~.-](?:[^\s:;]|(?<=&amp);)*")
_IN_DOI: Final = "./-_"
_IN_PATH: Final = "/-_.?&=#%~"


def doi_lines(lines: Sequence[str]) -> list[str]:
    """The lines of a value of DO; a DOI that goes on on the next line is one.

    Examples:
        >>> doi_lines(["10.1000/roof.", "2020.7"]), doi_lines(["10.1000/roof", "in press"])
        (['10.1000/roof.2020.7'], ['10.1000/roof', 'in press'])
    """
    return _joined(lines, _doi_goes_on)


def address_lines(lines: Sequence[str]) -> list[str]:
    """The lines of a value of UR; an address that goes on on the next line is one.

    Examples:
        >>> address_lines(["https://example.org/a/", "b?id=7"]), address_lines(["https://example.org/a", "archived"])
        (['https://example.org/a/b?id=7'], ['https://example.org/a', 'archived'])
    """
    return _joined(lines, _address_goes_on)


def _joined(lines: Sequence[str], goes_on: Callable[[str, str], bool]) -> list[str]:
    found: list[str] = []
    for line in lines:
        if found and goes_on(found[-1], line):
            found[-1] += line
        else:
            found.append(line)
    return found


def _doi_goes_on(line: str, following: str) -> bool:
    is_open = "10." in line and (line[-1] in _IN_DOI or following[0] in _IN_DOI)
    return is_open and _DOI_GOES_ON.fullmatch(following) is not None


def _address_goes_on(line: str, following: str) -> bool:
    can_end = line[-1] not in _IN_PATH and not line.endswith("&amp;")
    is_open = line.startswith(SCHEMES) and " " not in line and (not can_end or following[0] in _IN_PATH)
    return is_open and _PATH_GOES_ON.fullmatch(following) is not None
