"""What the tests of the command line share: how it is started, and files for a reader that says what a test wants."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import coprod
from coprod import Diagnostic, Finding, Paper, StudyGroup
from coprod.document import Document

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and shells of POSIX")

RIS = "TY  - JOUR\nAU  - Müller, Ute\nTI  - Co-production\nER  - \n"
NOTHING = "nothing that a reader knows\n"

PATIENCE = 60
"""Seconds after which a process hangs."""

# A process that was started in the background may inherit that it ignores Ctrl-C.
INTERRUPTIBLE = """\
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from coprod.cli import main
sys.exit(main())
"""

OVERLAY = "\x1b[2J\x07\x7f\x9b31m\u202e\u2066\u200f"


def odd(code: str, severity: str, line: int | None = None, **fields: Any) -> Diagnostic:
    """A diagnostic of the reader below."""
    return Diagnostic(code=code, severity=severity, message="something odd", source="a.odd", line=line, **fields)


def read_odd(document: Document) -> Iterator[Any]:
    """What a document of the format says: a letter for each thing."""
    things = {
        "p": Paper(title="Co-production"),
        "f": Finding(statement="Trust matters."),
        "g": StudyGroup(code="XIX"),
        "i": odd("odd.info", "info", 1, text="first\nsecond", count=3),
        "w": odd("odd.warning", "warning", 7),
        "e": odd("odd.error", "error", 9, text="x" * 200),
        "m": odd("odd.mishap", "mishap"),
        "l": odd(
            "odd.place",
            "info",
            4,
            start=12,
            end=17,
            text="TY  - JOUR  ER  -",
            count=3,
            lines=((4, 4), (7, 7), (9, 9)),
        ),
        "c": odd("odd.control", "warning", 2, text=f"a{OVERLAY}\tb"),
    }
    for _, line in document.lines():
        yield from (things[letter] for letter in line.removeprefix("%odd "))


def files() -> list[str]:
    """Names of the files in the current folder."""
    return sorted(path.name for path in Path.cwd().iterdir())


def odd_file(folder: Path, letters: str, name: str = "a.odd") -> str:
    """A file for the reader above."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"%odd {letters}", encoding="utf-8")
    return str(path)


def start(*arguments: str, **options: Any) -> "subprocess.Popen[bytes]":
    """The command in a process of its own, with an environment that says nothing about languages."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    environment["PYTHONPATH"] = str(Path(coprod.__file__).parents[1])
    environment |= options.pop("env", {})
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, *options.pop("program", ("-m", "coprod")), *arguments]
    return subprocess.Popen(command, env=environment, **(pipes | options))


def output_of(*arguments: str, content: bytes = b"", **options: Any) -> tuple[int, bytes, bytes]:
    """Status, standard output and standard error of the command."""
    with start(*arguments, **options) as process:
        out, err = process.communicate(content, timeout=PATIENCE)
    return process.returncode, out, err
