"""Other processes, in other surroundings, that read the same sources.

In: sources, a working directory, environment variables. Out: all that can be written or shown of what the sources
hold, as bytes, to be compared.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import coprod

PATIENCE: Final = 300
"""Seconds after which a process hangs."""

# All that can be written or shown of what the sources hold.
PROGRAM: Final = """\
import sys
import coprod
from coprod import serialise
found = coprod.load(*sys.argv[1:])
lines = [found.to_json(), *serialise.to_jsonl(found), found._repr_html_(), repr(found)]
lines += [found.explain(diagnostic) for diagnostic in found.diagnostics]
lines += [repr(record) for record in found]
sys.stdout.buffer.write("\\n".join(lines).encode("utf-8", "surrogatepass"))
"""

SURROUNDINGS: Final[list[dict[str, str]]] = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Asia/Tokyo"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "America/St_Johns"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "TZ": "UTC"},
    {"PYTHONHASHSEED": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONOPTIMIZE": "2"},
]
"""Hash seeds, locales and time zones; a locale that the machine lacks is the one of C."""


def start(sources: Iterable[Path], where: Path, **surroundings: str) -> "subprocess.Popen[bytes]":
    """Another process that reads the sources."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "TZ"))}
    environment = kept | {"PYTHONPATH": str(Path(coprod.__file__).parents[1])} | surroundings
    command = [sys.executable, "-c", PROGRAM, *map(str, sources)]
    return subprocess.Popen(command, env=environment, cwd=where, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(process: "subprocess.Popen[bytes]") -> bytes:
    """What it says."""
    with process:
        out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, err.decode()
    return out


def differences(sources: Iterable[Path], here: Path, elsewhere: Path) -> tuple[int, int]:
    """How many surroundings give other bytes than the first, two processes at a time; and how many bytes there are."""
    paths = list(sources)
    first = finish(start(paths, here, PYTHONHASHSEED="0"))
    found = 0
    for one, two in zip(SURROUNDINGS[::2], SURROUNDINGS[1::2], strict=True):
        side_by_side = [start(paths, elsewhere, **one), start(paths, elsewhere, **two)]
        found += sum(finish(process) != first for process in side_by_side)
    return found, len(first)
