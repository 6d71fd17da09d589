"""Standard input and output: pipes, interruptions, and what fails."""

import errno
import io
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

import coprod
from coprod import Paper
from coprod.__main__ import main
from coprod.document import Document
from coprod.readers import Reader, register
from coprod.readers.registry import unregister
from tests.cli.running import INTERRUPTIBLE, PATIENCE, POSIX, RIS, files, output_of, start

# Standard input


class _Input:
    """Standard input that has bytes, as that of a process."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


@pytest.mark.parametrize("stream", [_Input(RIS.encode()), io.StringIO(RIS)])
def test_a_dash_is_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stream: IO[str]
) -> None:
    """`-` reads the bytes of standard input, or its text where it has no bytes."""
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["-"]) == 0
    assert "  ris     <stream>\n" in capsys.readouterr().out


def test_a_pipe_is_read() -> None:
    """A pipe, which cannot seek, is read like a file, in whatever encoding it is."""
    status, out, err = output_of("-", "--to", "json", content=RIS.encode("cp1252"))
    found = coprod.Collection.from_json(out)
    assert (status, found.papers[0].authors[0].family) == (0, "Müller")
    assert b"<stdin>" in err


def test_without_standard_input_there_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A process whose standard input was closed says so."""
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["-"]) == 2
    assert capsys.readouterr().err == f"coprod: error: <stdin>: {os.strerror(errno.EBADF)}\n"


# Endings


def test_an_interruption_is_quiet(ris: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends with 130, without a traceback and without a part of a file."""

    def interrupted(_: Document) -> Iterator[Any]:
        yield Paper(title="One")
        raise KeyboardInterrupt

    register(Reader(name="slow", sniff=lambda _: 0.0, read=interrupted))
    try:
        assert main([ris.name, "--format", "slow", "-o", "found.jsonl"]) == 130
    finally:
        unregister("slow")
    assert capsys.readouterr() == ("", "")
    assert files() == ["a.ris"]


@POSIX
def test_a_signal_is_an_interruption(folder: Path) -> None:
    """Ctrl-C while standard input says nothing ends the process with 130."""
    (folder / "a.ris").write_text(RIS * 100, encoding="utf-8")
    with start("a.ris", "-", "--to", "jsonl", program=("-c", INTERRUPTIBLE)) as process:
        assert process.stdout is not None
        assert process.stdout.read(1) == b"{"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (130, b"")


@POSIX
@pytest.mark.parametrize("arguments", [("--to", "jsonl"), ("--to", "json"), ("--diagnostics",)])
def test_nobody_reads_on(folder: Path, arguments: tuple[str, ...]) -> None:
    """A reader that goes away (`| head -n 0`) ends the command quietly."""
    (folder / "a.ris").write_text(RIS * 200, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        status, _, err = output_of("a.ris", *arguments, stdout=writing)
    finally:
        os.close(writing)
    assert (status, err) == (141, b"")


class _Failing(io.TextIOWrapper):
    """Standard output that fails, until the test is over."""

    error: OSError | None = None

    def flush(self) -> None:
        if self.error is not None:
            raise self.error
        super().flush()


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [(OSError(errno.ENOSPC, "disk full"), 2, "coprod: error: disk full\n"), (BrokenPipeError(), 141, "")],
    ids=["full", "broken"],
)
def test_output_that_fails_is_told_once(
    ris: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: OSError,
    status: int,
    said: str,
) -> None:
    """A full disk under standard output is one line on standard error, a broken pipe none."""
    stream = _Failing(io.BytesIO(), encoding="utf-8")
    stream.error = error
    monkeypatch.setattr(sys, "stdout", stream)
    assert main([ris.name]) == status
    stream.error = None
    assert capsys.readouterr().err == said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_device_does_not_complain_twice(ris: Path) -> None:
    """Python has nothing to add when it ends: what could not be written is dropped."""
    with Path("/dev/full").open("wb") as full:
        status, _, err = output_of(ris.name, stdout=full)
    assert (status, err) == (2, f"coprod: error: {os.strerror(errno.ENOSPC)}\n".encode())


def test_without_standard_output_json_is_refused(ris: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process whose standard output was closed cannot give JSON, and an account goes nowhere."""
    monkeypatch.setattr(sys, "stdout", None)
    assert main([ris.name, "--to", "json"]) == 2
    assert main([ris.name]) == 0
