"""Fuzzes one target, guided by coverage, for some seconds: `python -m tests.fuzz ris --seconds 60 --jobs 2`.

In: a name of a target, the files of tests/data as the first inputs. Out: how many inputs were tried; an input that
raises anything but `CoprodError` ends the run with its traceback and is written to tests/data/regress. Of several
processes each has a seed of its own; one failure makes the whole run fail.
"""

import argparse
import hashlib
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
MOST = 4096
"""Bytes of an input."""


def first_inputs(target: str) -> Iterator[bytes]:
    """The small files of the tests; for RIS only those, for a page with the byte that chooses the reader."""
    for path in sorted((DATA / "ris" if target == "ris" else DATA).rglob("*")):
        if path.is_file() and path.name != "expected.json" and path.stat().st_size < MOST and path.suffix != ".py":
            content = path.read_bytes()
            yield from (bytes([reader]) + content for reader in range(4)) if target == "page" else (content,)
    if target == "from_json":
        yield b'{"schema_version": "1", "papers": [{"title": "Trust", "issued": {"year": 2020}}]}'


class Run:
    """Counts the inputs, and keeps the one that fails."""

    def __init__(self, name: str, target: Callable[[bytes], None], seconds: float) -> None:
        self.count = 0
        self._name = name
        self._target = target
        self._end = time.monotonic() + seconds
        self._start = time.monotonic()

    def __call__(self, content: bytes) -> None:
        """Tries one input."""
        self.count += 1
        try:
            self._target(content)
        except Exception:
            traceback.print_exc()
            path = DATA / "regress" / f"{self._name}-{hashlib.sha256(content).hexdigest()[:12]}"
            path.write_bytes(content)
            self.report(f"FAILED, the input is {path.name}")
            sys.stdout.flush()
            raise
        if self.count % 512 == 0 and time.monotonic() > self._end:
            self.report("no failure")
            sys.stdout.flush()
            os._exit(0)  # libFuzzer takes any exception for a finding

    def report(self, result: str) -> None:
        """Prints the figures."""
        seconds = time.monotonic() - self._start
        print(f"{self._name}: {self.count:,} inputs in {seconds:.0f} s, {self.count / seconds:,.0f} a second: {result}")


def guided(run: Run, arguments: list[str]) -> None:
    """By atheris, which follows the branches of the library."""
    import atheris

    atheris.Setup([sys.argv[0], *arguments], run, enable_python_coverage=True)
    atheris.Fuzz()


def unguided(run: Run, inputs: list[bytes], seed: int) -> None:
    """By chance: inputs of the tests, cut, joined, with lines joined and bytes changed; for Pythons without atheris."""
    chance = random.Random(seed).random

    def below(count: int) -> int:
        return int(chance() * count)  # randrange would take a tenth of the time

    while True:
        content = bytearray(inputs[below(len(inputs))])
        for _ in range(below(9)):
            at = below(len(content) + 1)
            choice = below(6)
            if choice == 0:
                content[at : at + below(17)] = b""
            elif choice == 1:
                content[at:at] = bytes(below(256) for _ in range(1 + below(4)))
            elif choice == 2:
                other = inputs[below(len(inputs))]
                start = below(len(other) + 1)
                content[at:at] = other[start : start + 1 + below(64)]
            elif choice == 3:  # lines joined
                end = at + 1 + below(400)
                content[at:end] = content[at:end].replace(b"\n", (b" ", b"")[below(2)])
            elif choice == 4:
                end = content.find(b"\n", at) + 1 or len(content)
                content[end:end] = content[at:end]
            elif at < len(content):
                content[at] ^= 1 << below(8)
        run(bytes(content[:MOST]))


_COUNTED = re.compile(r"(?m)^\w+: ([0-9,]+) inputs in .*: no failure$")


def side_by_side(options: argparse.Namespace) -> int:
    """Several processes at once: prints what each tried and the sum; gives the number of those that failed."""
    common = ["--seconds", str(options.seconds), *(["--unguided"] if options.unguided else [])]
    start = time.monotonic()
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz", options.target, *common, "--seed", str(options.seed + job)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for job in range(options.jobs)
    ]
    tried = failed = 0
    for process in running:
        output = process.communicate()[0]
        print(output, end="", flush=True)
        found = _COUNTED.search(output)
        failed += process.returncode != 0 or found is None
        tried += int(found[1].replace(",", "")) if found else 0
    seconds = time.monotonic() - start
    result = f"{failed} FAILED" if failed else "no failure"
    print(f"{options.target}: {tried:,} inputs in {seconds:.0f} s, {tried / seconds:,.0f} a second in all: {result}")
    return failed


def main() -> None:
    """Reads the command line and runs."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unguided", action="store_true", help="without atheris")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes, each with a seed of its own (1)")
    options = parser.parse_args()
    if options.jobs > 1:
        sys.exit(side_by_side(options) > 0)
    try:
        import atheris
    except ImportError:
        options.unguided = True
    if not options.unguided:
        with atheris.instrument_imports(include=["coprod"]):
            from tests.fuzz.targets import TARGETS
    else:
        from tests.fuzz.targets import TARGETS
    run = Run(options.target, TARGETS[options.target], options.seconds)
    inputs = list(first_inputs(options.target))
    if options.unguided:
        unguided(run, inputs, options.seed)
        return
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(inputs):
            Path(folder, f"{number:05}").write_bytes(content)
        settings = [f"-max_len={MOST}", f"-seed={options.seed}", "-verbosity=0", f"-artifact_prefix={folder}/"]
        guided(run, [folder, *settings])


if __name__ == "__main__":
    main()
