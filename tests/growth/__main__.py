"""How time and memory of each reader grow: `python -m tests.growth --size 1000000 [--reader ris] [--all]`.

Each shape is read at the size and at twice the size, in a process of its own that is ended after some minutes. Prints
for each reader the worst ratio, the most seconds and the most memory for a megabyte, and every shape that passes one of
the bounds: 2.3 times, 2 seconds for a megabyte, 200 MB for a megabyte. A shape that passes a limit is measured at
nearly what it allows and at half of that; its megabyte is read until the limit stops it. `--all` prints every shape,
the slowest first.
`--limits` reads inputs that are as large as the documented limits allow, and larger.
"""

import argparse
import contextlib
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

import coprod
from coprod.exceptions import CoprodError, LimitError
from tests.growth.limits import LIMITS, at_limit
from tests.growth.shapes import SHAPES, SNIFFED

RATIO = 2.3
SECONDS_A_MEGABYTE = 2.0
MEMORY_A_MEGABYTE = 200.0
"""Megabytes of memory for a megabyte of input: 2 GB for 10 MB."""

SHORT = 0.1
"""Seconds below which a ratio says nothing."""

FAST = 0.05
"""Seconds for a megabyte below which a ratio says more of the memory of the machine than of the reader."""

_ENOUGH = 5
"""Seconds of reading after which no other run is made."""

_PASSED_BY_MORE = ("page_text", "page_bytes", "density", "pages")
"""Limits that a longer text passes, if the shorter one did not."""

_WARM = 2_000
_LONGEST = 300
"""Seconds after which a process is ended."""


class Figures(NamedTuple):
    """What was measured of a shape."""

    reader: str
    name: str
    size: int
    """Characters."""

    one: float
    """Seconds of CPU at the size."""

    two: float
    """The same at twice the size."""

    weight: float
    """Megabytes of memory for a megabyte of the largest input that was read."""

    pace: float
    """Seconds for a megabyte."""

    @property
    def ratio(self) -> float:
        """Time at twice the size by that at the size."""
        return self.two / self.one if self.one > SHORT and self.pace > FAST else 0.0

    @property
    def is_beyond(self) -> bool:
        """Whether it passes one of the bounds."""
        is_slow = self.pace > SECONDS_A_MEGABYTE and self.one > SHORT
        is_heavy = self.weight > MEMORY_A_MEGABYTE and self.size >= 1e6
        return self.ratio > RATIO or is_slow or is_heavy

    def __str__(self) -> str:
        times = f"{self.one:.2f} s, then {self.two:.2f} s, ratio {self.ratio:.2f}"
        megabyte = f"{self.pace:.2f} s and {self.weight:.0f} MB for a megabyte"
        return f"{self.reader}, {self.name}, {self.size:,}: {times}, {megabyte}"


def seconds(reader: str, text: str, runs: int = 3) -> float:
    """CPU time of one reading, the best of some."""
    best = float("inf")
    begin = time.process_time()
    for _ in range(runs):
        start = time.process_time()
        with contextlib.suppress(CoprodError):
            coprod.loads(text, format=None if reader == SNIFFED else reader)
        best = min(best, time.process_time() - start)
        if time.process_time() - begin > _ENOUGH:
            break
    return best


def _memory() -> float:
    """The most megabytes of memory that the process had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Measured(NamedTuple):
    """What one process measured."""

    size: int
    one: float
    two: float
    weight: float
    pace: float


def measure(reader: str, name: str, size: int) -> Measured:
    """Time at the size and at twice the size, or below the limit that this passes; memory, and time for a megabyte."""
    shape = SHAPES[reader][name]
    seconds(reader, shape(_WARM))
    before = _memory()
    allowed = size
    while _is_too_long(reader, shape(2 * allowed)):
        allowed = allowed * 4 // 5
    one, two = seconds(reader, shape(allowed)), seconds(reader, shape(2 * allowed))
    weight = (_memory() - before) / (2 * size) * 1e6
    pace = one / size * 1e6 if allowed == size else seconds(reader, shape(1_000_000))
    return Measured(allowed, one, two, weight, pace)


def _is_too_long(reader: str, text: str) -> bool:
    """Whether a text passes a limit that a shorter one of its shape does not pass."""
    try:
        coprod.loads(text, format=None if reader == SNIFFED else reader)
    except LimitError as error:
        return error.limit in _PASSED_BY_MORE
    except CoprodError:
        pass
    return False


def in_a_process_of_its_own(reader: str, name: str, size: int) -> Figures | None:
    """The same; None if it takes too long."""
    command = [sys.executable, "-m", "tests.growth", "--one", reader, name, "--size", str(size)]
    try:
        output = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=_LONGEST, check=True).stdout
    except subprocess.TimeoutExpired:
        return None
    measured = Measured(int(output.split()[0]), *map(float, output.split()[1:]))
    return Figures(reader, name, measured.size, measured.one, measured.two, measured.weight, measured.pace)


def _figures(reader: str, size: int) -> Iterator[Figures]:
    """Of each shape of a reader; tells at once what passes a bound."""
    for name in SHAPES[reader]:
        found = in_a_process_of_its_own(reader, name, size)
        if found is None:
            found = Figures(reader, name, size, _LONGEST, float("inf"), 0, float("inf"))
        if found.is_beyond:
            print(f"  beyond: {found}", flush=True)
        yield found


def report(reader: str, size: int, *, every: bool) -> int:
    """Prints the figures of a reader; gives the number of shapes beyond a bound."""
    found = sorted(_figures(reader, size), key=lambda figures: figures.pace, reverse=True)
    for figures in found if every else ():
        print(f"  {figures}")
    ratio = max(found, key=lambda figures: figures.ratio)
    weight = max(found, key=lambda figures: figures.weight)
    beyond = sum(figures.is_beyond for figures in found)
    print(
        f"{reader}: {len(found)} shapes of {size:,} characters; worst ratio {ratio.ratio:.2f} ({ratio.name}); for a"
        f" megabyte at most {found[0].pace:.2f} s ({found[0].name}) and {weight.weight:.0f} MB ({weight.name});"
        f" {beyond} beyond",
        flush=True,
    )
    return beyond


def _limits() -> int:
    """Prints what happens at each limit; gives the number of those that do not hold."""
    failed = 0
    for name in LIMITS:
        command = [sys.executable, "-m", "tests.growth", "--limit", name]
        result = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        failed += result.returncode != 0
        print(f"{name}: {result.stdout.strip() or 'failed'}", flush=True)
    return failed


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.growth", description=__doc__)
    parser.add_argument("--reader", choices=SHAPES, action="append")
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--limits", action="store_true")
    parser.add_argument("--limit", choices=LIMITS)
    parser.add_argument("--one", nargs=2, metavar=("READER", "SHAPE"))
    return parser.parse_args()


def main() -> None:
    """Reads the command line and measures."""
    options = _options()
    if options.one:
        reader, shape = options.one
        print(*measure(reader, shape, options.size))
        return
    if options.limit:
        print(at_limit(options.limit), f"{_memory():.0f} MB of memory")
        return
    if options.limits:
        sys.exit(_limits() > 0)
    beyond = sum(report(reader, options.size, every=options.all) for reader in options.reader or SHAPES)
    sys.exit(beyond > 0)


if __name__ == "__main__":
    main()
