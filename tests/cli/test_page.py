"""The page of the documentation about the command."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import coprod
from tests.cli.running import POSIX

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/how-to/command-line.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"^```console\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
BEFORE = 'coprod() { python -m coprod "$@"; }\npython() { "$COPROD_PYTHON" "$@"; }\n'


@POSIX
@pytest.mark.once
def test_the_page_shows_what_happens(folder: Path) -> None:
    """Every command of the page prints what stands below it."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    environment = os.environ | {
        "COPROD_PYTHON": sys.executable,
        "PYTHONPATH": str(Path(coprod.__file__).parents[1]),
        "PYTHONIOENCODING": "utf-8",
    }
    checker = doctest.OutputChecker()
    commands = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", "".join(SESSIONS), re.MULTILINE)
    assert len(commands) > 5
    for command, wanted in commands:
        done = subprocess.run(
            ["/bin/sh", "-c", BEFORE + command],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert checker.check_output(wanted, done.stdout, doctest.ELLIPSIS), f"{command}\n{done.stdout}"
