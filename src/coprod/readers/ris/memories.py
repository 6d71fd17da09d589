"""What lines of one kind mean: each is read once, and then looked up as it stands, without decoding.

In: lines as bytes, and a function that reads a value. Out: what the value says. `Unusual` says that a record
needs the careful way.
"""

import re
from collections.abc import Callable
from typing import Final, Generic, TypeVar

V = TypeVar("V")

MOST: Final = 50_000
"""Lines that a memory keeps before it begins anew."""


WIDE_HYPHEN: Final = "  -"
"""Where it stands inside a value, another line was joined to this one."""

find_wide_hyphen: Final = re.compile("-(?<=  -)").search
"""The same in a long text; single hyphens are few, and found fast."""


class Unusual(Exception):  # noqa: N818 - no error, the careful way follows
    """A record needs the careful way."""


class Memory(dict[bytes, V], Generic[V]):
    """What lines of one kind mean; a line that is not known is read, and remembered unless `read` gives None."""

    def __init__(self, width: int, read: Callable[[str], V | None]) -> None:
        super().__init__()
        self._width = width
        self._read = read

    def __missing__(self, line: bytes) -> V:
        value = line[self._width :].decode().strip()
        found = self._read(value) if value and WIDE_HYPHEN not in value else None
        if found is None:
            raise Unusual
        if len(self) >= MOST:
            self.clear()
        self[line] = found
        return found


class GroupMemory(dict[tuple[bytes, ...], V], Generic[V]):
    """The same for several lines that only together mean something."""

    def __init__(self, width: int, read: Callable[[tuple[str, ...]], V], most: int = MOST) -> None:
        super().__init__()
        self._width = width
        self._read = read
        self._most = most

    def __missing__(self, lines: tuple[bytes, ...]) -> V:
        found = self._read(tuple([value_of(line, self._width) for line in lines]))
        if len(self) >= self._most:
            self.clear()
        self[lines] = found
        return found


def value_of(line: bytes, width: int) -> str:
    """The value of a line; an empty one is unusual, and one in which a hyphen stands as behind a tag.

    Examples:
        >>> value_of(b"PY  - 2025 ", 6)
        '2025'
    """
    value = line[width:].decode().strip()
    if not value or WIDE_HYPHEN in value:
        raise Unusual
    return value
