"""Measures `coprod.load` against `rispy.load`: CPU time, memory, growth. Prints a table; judges nothing.

    python bench/run.py                    # speed, memory and growth, about three minutes
    python bench/run.py --large            # besides, iter_load over a file of 1 GB
    python bench/run.py --only speed

Times are process CPU seconds, medians of runs in turn; memory is the peak of a process of its own. Reading every field
of every Paper is inside the time.
"""

import argparse
import gc
import json
import operator
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from records import records

RUNS = 7
GIGABYTE = 1_000_000_000


def write_records(path: Path, count: int) -> Path:
    """A file of so many synthetic records."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(records(count))
    return path


def coprod_load(path: Path) -> int:
    """Papers of a file, with every field of each read."""
    import attrs

    import coprod

    every_field = operator.attrgetter(*[field.name for field in attrs.fields(coprod.Paper)])
    found = coprod.load(path)
    for paper in found.papers:
        every_field(paper)
    return len(found.papers)


def rispy_load(path: Path) -> int:
    """Records of a file."""
    import rispy

    with path.open(encoding="utf-8") as file:
        return len(rispy.load(file))


def iterate(path: Path) -> int:
    """Papers of a file, one by one."""
    import coprod

    return sum(1 for _paper in coprod.iter_load(path))


JOBS: dict[str, Callable[[Path], int]] = {"coprod": coprod_load, "rispy": rispy_load, "iter_load": iterate}


def cpu_seconds(job: str, path: Path) -> float:
    """CPU time of one run in this process."""
    gc.collect()
    start = time.process_time()
    JOBS[job](path)
    return time.process_time() - start


def medians_in_turn(path: Path, jobs: tuple[str, ...]) -> dict[str, float]:
    """Median CPU time of each job, after one run that does not count."""
    times: dict[str, list[float]] = {job: [] for job in jobs}
    for run in range(RUNS + 1):
        for job in jobs:
            seconds = cpu_seconds(job, path)
            if run:
                times[job].append(seconds)
    return {job: statistics.median(values) for job, values in times.items()}


def in_a_process_of_its_own(job: str, path: Path) -> dict[str, float]:
    """CPU time and peak memory of a process that runs the job once."""
    command = [sys.executable, __file__, "--job", job, str(path)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures: dict[str, float] = json.loads(output)
    return figures


def peak_megabytes(job: str, path: Path) -> float:
    """Peak memory of a process that runs the job once."""
    return in_a_process_of_its_own(job, path)["peak_megabytes"]


def run_job(job: str, path: Path) -> None:
    """Runs a job and prints its figures; this is the process of its own."""
    start = time.process_time()
    count = JOBS[job](path)
    seconds = time.process_time() - start
    print(json.dumps({"records": count, "seconds": seconds, "peak_megabytes": own_peak_megabytes()}))


def own_peak_megabytes() -> float:
    """Peak memory of this process; `ru_maxrss` alone would count what its parent had on Linux."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024 / 1e6
    unit = 1 if platform.system() == "Darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def speed(folder: Path) -> Iterator[str]:
    """CPU time on 10,000 records."""
    path = write_records(folder / "speed.ris", 10_000)
    times = medians_in_turn(path, ("coprod", "rispy"))
    size = path.stat().st_size / 10_000
    yield f"speed     10,000 records of {size:.0f} bytes, medians of {RUNS} runs in turn"
    for job, seconds in times.items():
        yield f"          {job:10} {seconds:.3f} s CPU, {10_000 / seconds:,.0f} records a second"
    yield f"          ratio      {times['coprod'] / times['rispy']:.2f}"


def memory(folder: Path) -> Iterator[str]:
    """Peak memory on 10,000 and on 100,000 records."""
    for count in (10_000, 100_000):
        path = write_records(folder / f"memory-{count}.ris", count)
        peaks = {job: peak_megabytes(job, path) for job in ("coprod", "rispy", "iter_load")}
        parts = ", ".join(f"{job} {peak:.0f} MB" for job, peak in peaks.items())
        yield f"memory    {count:,} records: {parts}; ratio {peaks['coprod'] / peaks['rispy']:.2f}"


def growth(folder: Path) -> Iterator[str]:
    """CPU time as the input doubles, up to 200,000 records."""
    before: float | None = None
    for count in (25_000, 50_000, 100_000, 200_000):
        path = write_records(folder / "growth.ris", count)
        seconds = min(in_a_process_of_its_own("coprod", path)["seconds"] for _run in range(3))
        ratio = f", {seconds / before:.2f} times the half" if before else ""
        yield f"growth    {count:>7,} records: {seconds:.2f} s CPU{ratio}"
        before = seconds


def large(folder: Path) -> Iterator[str]:
    """Peak memory of iter_load over a file of 1 GB."""
    path = folder / "large.ris"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        part = "".join(records(10_000))
        number = 0
        while file.tell() < GIGABYTE:
            file.write(part.replace("synthetic.", f"synthetic.{number}."))
            number += 1
    peak = peak_megabytes("iter_load", path)
    yield f"large     iter_load over {path.stat().st_size / GIGABYTE:.2f} GB: peak {peak:.0f} MB"


PARTS = {"speed": speed, "memory": memory, "growth": growth, "large": large}


def main() -> None:
    """Prints the figures of the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--job", nargs=2, metavar=("JOB", "FILE"))
    arguments = parser.parse_args()
    if arguments.job:
        run_job(arguments.job[0], Path(arguments.job[1]))
        return
    wanted = (
        [arguments.only] if arguments.only else ["speed", "memory", "growth", *(["large"] if arguments.large else [])]
    )
    print(f"Python {platform.python_version()} on {platform.machine()}")
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            for line in PARTS[name](Path(folder)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
