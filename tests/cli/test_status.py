"""Options, the exit status, and what is loaded."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import coprod
from coprod.__main__ import main
from tests.cli.running import NOTHING, RIS, files

# Options and status


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "required: PATH"),
        (["--strict", "--"], "required: PATH"),
        (["a.ris", "--to", "xml"], "invalid choice: 'xml'"),
        (["a.ris", "-o", "found.txt"], "'found.txt' ends neither in .json nor in .jsonl"),
        (["a.ris", "-o", "-"], "'-' ends neither"),
        (["a.ris", "--to", "json", "-o", "./a.ris"], "'./a.ris' is one of the sources"),
        (["a.ris", "--to", "json", "-o", ""], "argument -o: a name of a file is expected"),
        (["a.ris", "--layout", "nowhere.toml"], f"nowhere.toml: {os.strerror(errno.ENOENT)}"),
        ([".", "--to", "json", "-o", "a.ris"], "'a.ris' is one of the sources"),
        (["a.ris", "--diag"], "unrecognized arguments: --diag"),
        (["a.ris", "--format", "bibtex"], "no reader is named 'bibtex'; known formats: ris"),
        (["a.ris", "--encoding", "klingon"], "unknown text encoding: 'klingon'"),
        (["missing.ris"], f"missing.ris: {os.strerror(errno.ENOENT)}"),
        (["a.ris", "missing.ris"], f"missing.ris: {os.strerror(errno.ENOENT)}"),
        (["nothing.txt"], "no reader knows plain text of no known format"),
        (["a.ris", "-o", "nowhere/found.json"], f"nowhere/found.json: {os.strerror(errno.ENOENT)}"),
        (["nothing.txt", "--format", "ris", "--strict"], "[load.no-records]"),
        (["a.ris", "nothing.txt", "--strict"], "no reader knows plain text of no known format"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    ris: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Status 2 comes with one line on standard error, nothing on standard output, and no file."""
    ris.with_name("nothing.txt").write_text(NOTHING, encoding="utf-8")
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("coprod: error: ")
    assert said in err
    assert err.count("\n") == 1
    assert files() == ["a.ris", "nothing.txt"]


@pytest.mark.skipif(not hasattr(os, "link"), reason="the system has no links")
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_source_is_not_overwritten_by_another_name(
    folder: Path, capsys: pytest.CaptureFixture[str], link: Callable[[str, str], None]
) -> None:
    """A link that leads to a source is that source."""
    (folder / "a.ris").write_text(RIS, encoding="utf-8")
    link("a.ris", "found.json")
    assert main(["a.ris", "-o", "found.json"]) == 2
    assert "'found.json' is one of the sources" in capsys.readouterr().err
    assert (folder / "a.ris").read_text(encoding="utf-8") == RIS


def test_what_was_written_into_a_folder_is_written_again(ris: Path) -> None:
    """JSON that an earlier run left below the folder that is read is no source to keep."""
    assert main([".", "-o", "found.json"]) == 0
    first = ris.with_name("found.json").read_bytes()
    assert main([".", "-o", "found.json"]) == 0
    again = coprod.Collection.from_json(ris.with_name("found.json").read_text("utf-8"))
    assert again.papers == coprod.Collection.from_json(first.decode()).papers != ()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_device_is_named(ris: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be written says where."""
    assert main([ris.name, "--to", "json", "-o", "/dev/full"]) == 2
    assert f"/dev/full: {os.strerror(errno.ENOSPC)}" in capsys.readouterr().err


def test_an_error_in_a_source_is_status_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A diagnostic of severity "error" shows in the status; what could be read is written all the same."""
    (folder / "nothing.txt").write_text(NOTHING, encoding="utf-8")
    assert main(["nothing.txt", "--format", "ris", "-o", "found.json"]) == 1
    assert "error: load.no-records 1" in capsys.readouterr().out
    assert Path("found.json").exists()


def test_options_may_stand_between_paths(ris: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Paths before and behind an option are read in their order; `--` ends the options."""
    ris.rename("-b.ris")
    Path("a.ris").write_text(RIS, encoding="utf-8")
    assert main(["a.ris", "--diagnostics", "./-b.ris"]) == 0
    assert re.findall(r"\S*\.ris$", capsys.readouterr().out, re.MULTILINE) == ["a.ris", "./-b.ris"]
    assert main(["a.ris", "--diagnostics", "--", "-b.ris"]) == 0
    assert re.findall(r"\S*\.ris$", capsys.readouterr().out, re.MULTILINE) == ["a.ris", "-b.ris"]


def test_encoding_and_repair_reach_the_reader(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`--encoding` and `--no-repair` do what the options of `load` do."""
    content = "TY  - JOUR\nTI  - <i>Łódź</i>\nER  - \n".encode("cp1250")
    (folder / "a.ris").write_bytes(content)
    assert main(["a.ris", "--encoding", "cp1250", "--no-repair", "--to", "json"]) == 0
    found = coprod.Collection.from_json(capsysbinary.readouterr().out)
    assert found == coprod.load("a.ris", encoding="cp1250", repair=False)
    assert found.papers[0].title == "<i>Łódź</i>"


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` explains the exit status, on standard output."""
    assert main(["--help"]) == 0
    assert "exit status: 0" in capsys.readouterr().out


@pytest.mark.parametrize("version", ["1.2.3", None])
def test_the_version_is_that_of_the_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], version: str | None
) -> None:
    """`--version` prints what the package says, and says so where it was not installed."""

    def version_of(name: str) -> str:
        if version is None:
            raise ModuleNotFoundError(name)
        return version

    monkeypatch.setattr("importlib.metadata.version", version_of)
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"coprod {version or '(not installed)'}\n"


def test_a_folder_without_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to read is told, and no failure."""
    assert main([str(tmp_path)]) == 0
    assert "load.no-sources" in capsys.readouterr().out


def test_strict_stops_at_an_unknown_file_below_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As --help says."""
    (tmp_path / "weirs.txt").write_text("Seeing groups of weirs\n", encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--strict"]) == 2
    assert "no reader knows" in capsys.readouterr().err


# What is loaded


def test_what_is_not_needed_is_not_imported(ris: Path) -> None:
    """`import coprod` leaves argparse alone, and the command leaves bs4 alone when it reads RIS."""
    code = (
        "import sys, coprod\n"
        "assert 'argparse' not in sys.modules\n"
        "from coprod.__main__ import main\n"
        f"assert main([{ris.name!r}, '--to', 'json']) == 0\n"
        "sys.exit(str(sorted({'bs4', 'rispy'} & set(sys.modules))) if 'bs4' in sys.modules else 0)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(coprod.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
