"""A process that is killed while it writes leaves the old file or the new one, whole.

`COPROD_KILLS=200` kills more often than the tests of every day do.
"""

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

import coprod
from coprod._files import written_whole
from coprod.cli import main

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(os.name == "nt", reason="a process cannot be killed at any instant on Windows"),
]

KILLS: Final = int(os.environ.get("COPROD_KILLS", "20"))

OFTEN: Final = 200
"""Kills from which on all that can happen happens."""

PATIENCE: Final = 60
"""Seconds after which a process hangs."""

PIECE: Final = 4096

# Each program writes old, new, old, new... to the file until it is killed, and says once that it has begun.
BYTES = f"""\
import itertools, sys
from coprod._files import written_whole
target, old, new = sys.argv[1:]
contents = [open(name, "rb").read() for name in (new, old)]
for content in itertools.cycle(contents):
    with written_whole(target) as file:
        print("writing", flush=True) if file and content is contents[0] else None
        for start in range(0, len(content), {PIECE}):
            file.write(content[start : start + {PIECE}])
"""

COMMAND = """\
import contextlib, io, itertools, sys
from coprod.cli import main
target, old, new = sys.argv[1:]
def write(source):
    with contextlib.redirect_stdout(io.StringIO()):
        assert main([source, "-o", target]) == 0
write(old)
print("writing", flush=True)
for source in itertools.cycle((new, old)):
    write(source)
"""

RECORD = "TY  - JOUR\nAU  - Alford, John\nTI  - Co-production {number} of {whole}\nER  - \n"


def records(whole: int) -> str:
    """A RIS file of so many records."""
    return "".join(RECORD.format(number=number, whole=whole) for number in range(whole))


@pytest.fixture
def contents(tmp_path: Path) -> tuple[Path, Path]:
    """Two RIS files, and beside each what the command makes of it."""
    paths = (tmp_path / "old.ris", tmp_path / "new.ris")
    for path, whole in zip(paths, (150, 250), strict=True):
        path.write_text(records(whole), encoding="utf-8")
        assert main([str(path), "-o", str(path.with_suffix(".jsonl"))]) == 0
    return paths


def kill_while_writing(program: str, *arguments: Path, delay: float) -> None:
    """Starts the program, waits for its first word and so many seconds more, and kills it."""
    environment = os.environ | {"PYTHONPATH": str(Path(coprod.__file__).parents[1])}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"writing\n", process.stderr.read()
        time.sleep(delay)
        process.kill()
        process.communicate(timeout=PATIENCE)
    assert process.returncode == -9


@pytest.mark.parametrize("program", [BYTES, COMMAND], ids=["bytes", "command"])
def test_the_old_file_or_the_new_one(contents: tuple[Path, Path], tmp_path: Path, program: str) -> None:
    """After each kill the file is one of the two, byte for byte; at most a hidden part is left, and writing works."""
    folder = tmp_path / "written"
    folder.mkdir()
    target = folder / "found.jsonl"
    old, new = (path.with_suffix(".jsonl").read_bytes() for path in contents)
    arguments = contents if program == COMMAND else tuple(path.with_suffix(".jsonl") for path in contents)
    instants = random.Random(20)
    seen = {old: 0, new: 0}
    parts = 0
    for _ in range(KILLS // 2):
        target.write_bytes(old)
        kill_while_writing(program, target, *arguments, delay=instants.uniform(0, 0.02))
        seen[target.read_bytes()] += 1
        left = [path for path in folder.iterdir() if path != target]
        parts += len(left)
        assert len(left) <= 1
        for part in left:
            assert re.fullmatch(r"\.coprod-[0-9a-f]{16}\.part", part.name)
            part.unlink()
        with written_whole(target) as file:
            file.write(new)
        assert target.read_bytes() == new
    assert sum(seen.values()) == KILLS // 2
    assert KILLS < OFTEN or all((seen[old], seen[new], parts)), f"the instants are no sample: {seen.values()}, {parts}"
