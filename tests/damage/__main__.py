"""The figures of the laboratory: `python -m tests.damage --variants 10000 --seed 1`.

Prints a table of the kinds, the sums, and with `--show` what was lost or moved. Ends with 1 where a goal is missed.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from tests.damage import pages_readings
from tests.damage.laboratory import OUTCOMES, PAGES, RIS, Figures, Result, results
from tests.damage.readings import READERS


def main() -> int:
    """Runs the laboratory."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.damage", description="Damages files, and says where each value went."
    )
    parser.add_argument("--variants", type=int, default=1_000, help="how many damaged files (1000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other files (1)")
    parser.add_argument("--against", choices=sorted(READERS), default="coprod", help="the reader (coprod)")
    parser.add_argument("--pages", action="store_true", help="damage pages, not RIS files")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N marks that were lost or moved")
    parser.add_argument("--kind", help="count only variants of this kind")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes share the work (1)")
    options = parser.parse_args()
    sums = Figures()
    start = time.perf_counter()
    with ProcessPoolExecutor(options.jobs) as pool:
        shares = pool.map(run, [options] * options.jobs, range(options.jobs))
        for figures, shown in shares:
            sums.join(figures)
            for line in shown:
                say(line)
    for line in sums.table():
        say(line)
    say()
    summary(sums, time.perf_counter() - start)
    return 0 if goals_met(sums, pages=options.pages) else 1


def run(options: argparse.Namespace, part: int) -> tuple[Figures, list[str]]:
    """One share of the work: its figures, and what is to be shown of it."""
    sums = Figures()
    shown: list[str] = []
    share = (part, options.jobs)
    form, read = (PAGES, pages_readings.by_coprod) if options.pages else (RIS, READERS[options.against])
    for result in results(options.variants, options.seed, read, form, share):
        if options.kind and options.kind not in [kind.name for kind in result.variant.kinds]:
            continue
        sums.add(result)
        shown += show(result)
    return sums, shown[: options.show]


def say(line: str = "") -> None:
    """Prints a line, in ASCII, for any terminal."""
    sys.stdout.write(line.encode("ascii", "backslashreplace").decode() + "\n")


def show(result: Result) -> Iterator[str]:
    """What was lost or moved in one variant."""
    name = result.variant.name
    if result.outcome in ("refused", "crashed"):
        yield f"{result.outcome}: {name}: {result.reading.refused or result.reading.crashed}"
    for outcome, found in (("lost", result.account.lost), ("moved", result.account.moved)):
        for one in found[:2]:
            where = ", ".join(one.where) or "nothing"
            yield f"{outcome}: {name}: line {one.line} {one.text[:90]!r}: {one.mark} in {where}"


def summary(sums: Figures, seconds: float) -> None:
    """The sums in words."""
    marks = sums.marks
    say(f"{sums.variants:,} variants in {seconds:.0f} s, {marks.total():,} marks that are still in the files:")
    say(f"  {marks['right']:,} at the right place, {marks['told']:,} told,")
    say(f"  {marks['moved']:,} moved or altered in silence, {marks['lost']:,} lost in silence")
    for outcome in OUTCOMES:
        say(f"  {100 * sums.outcomes[outcome] / max(sums.variants, 1):6.2f} in 100 variants {outcome}")
    say(f"  {sums.moved_though_whole} variants with something moved although no byte was deleted or overwritten")


def goals_met(sums: Figures, *, pages: bool) -> bool:
    """Whether the promises hold that the documentation makes."""
    outcomes = sums.outcomes
    if pages:
        silent = outcomes["lost"] + outcomes["crashed"]
        return (
            silent == 0
            and 100 * outcomes["moved"] <= sums.variants
            and 100 * outcomes["refused"] <= 1.5 * sums.variants
            and 100 * outcomes["complete"] >= 90 * sums.variants
        )
    return (
        outcomes["lost"] == outcomes["crashed"] == sums.moved_though_whole == 0
        and 100 * outcomes["moved"] <= sums.variants
        and 100 * outcomes["refused"] <= sums.variants
        and 100 * outcomes["complete"] >= 90 * sums.variants
    )


if __name__ == "__main__":
    sys.exit(main())
