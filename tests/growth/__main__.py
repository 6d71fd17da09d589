"""How the time of each reader grows: `python -m tests.growth --size 1000000 [--reader ris]`.

Each shape is read at the size and at twice the size, in a process of its own that is ended after a minute. Prints the
worst ratios of each reader, and every shape that passes one of the bounds: 2.3 times, or 2 seconds for a megabyte.
"""

import argparse
import contextlib
import subprocess
import sys
import time

import coprod
from coprod.exceptions import CoprodError
from tests.growth.shapes import SHAPES, SNIFFED

RATIO = 2.3
SECONDS_A_MEGABYTE = 2.0
SHORT = 0.05
"""Seconds below which a ratio says nothing."""


def seconds(reader: str, text: str, runs: int = 3) -> float:
    """CPU time of one reading, the best of some."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        with contextlib.suppress(CoprodError):
            coprod.loads(text, format=None if reader == SNIFFED else reader)
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    return best


def measure(reader: str, name: str, size: int) -> tuple[float, float]:
    """Time at the size and at twice the size."""
    shape = SHAPES[reader][name]
    return seconds(reader, shape(size)), seconds(reader, shape(2 * size))


def in_a_process_of_its_own(reader: str, name: str, size: int) -> tuple[float, float] | None:
    """The same; None if it takes longer than a minute."""
    command = [sys.executable, "-m", "tests.growth", "--one", reader, name, "--size", str(size)]
    try:
        output = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=60, check=True).stdout
    except subprocess.TimeoutExpired:
        return None
    one, two = output.split()
    return float(one), float(two)


def report(reader: str, size: int) -> int:
    """Prints the figures of a reader; gives the number of shapes beyond a bound."""
    worst, beyond = (0.0, "none"), 0
    for name in SHAPES[reader]:
        times = in_a_process_of_its_own(reader, name, size)
        if times is None:
            print(f"  {reader}, {name}: more than a minute")
            beyond += 1
            continue
        one, two = times
        ratio = two / one if one > SHORT else 0.0
        worst = max(worst, (ratio, name))
        if ratio > RATIO or one > SECONDS_A_MEGABYTE * max(size / 1e6, 0.1):
            print(f"  {reader}, {name}: {one:.2f} s, then {two:.2f} s, ratio {ratio:.2f}")
            beyond += 1
    shapes = f"{len(SHAPES[reader])} shapes of {size:,} characters"
    print(f"{reader}: {shapes}; worst ratio {worst[0]:.2f} ({worst[1]}); {beyond} beyond")
    return beyond


def main() -> None:
    """Reads the command line and measures."""
    parser = argparse.ArgumentParser(prog="python -m tests.growth", description=__doc__)
    parser.add_argument("--reader", choices=SHAPES, action="append")
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--one", nargs=2, metavar=("READER", "SHAPE"))
    options = parser.parse_args()
    if options.one:
        reader, shape = options.one
        print(*measure(reader, shape, options.size))
        return
    beyond = sum(report(reader, options.size) for reader in options.reader or SHAPES)
    sys.exit(beyond > 0)


if __name__ == "__main__":
    main()
