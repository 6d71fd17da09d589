"""The JSON that the command writes."""

import io
import sys
from pathlib import Path

import pytest

import coprod
from coprod.__main__ import main
from coprod.serialise import from_jsonl
from tests.cli.running import files, odd_file, output_of


def test_json_goes_to_standard_output(ris: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`--to json` writes what `load` gives, in one line of UTF-8, and the account goes to standard error."""
    assert main([ris.name, "--to", "json"]) == 0
    out, err = capsysbinary.readouterr()
    assert out.endswith(b"}\n")
    assert b"\r" not in out
    assert coprod.Collection.from_json(out) == coprod.load(ris.name)
    assert b"1 source: 1 paper," in err


@pytest.mark.usefixtures("odd_reader")
def test_json_lines_have_every_record(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`--to jsonl` writes records of all kinds, diagnostics and sources."""
    names = [odd_file(folder, "pfgi", "1.odd"), odd_file(folder, "pfw", "2.odd")]
    assert main([*names, "--to", "jsonl"]) == 0
    out, err = capsysbinary.readouterr()
    assert from_jsonl(out.splitlines()) == coprod.load(*names)
    assert b"2 sources: 2 papers, 2 findings, 1 study group" in err


@pytest.mark.usefixtures("odd_reader")
def test_json_has_every_record(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`--to json` writes what `load` gives also where records of several kinds are mixed."""
    names = [odd_file(folder, "pfgi", "1.odd"), odd_file(folder, "gpfw", "2.odd")]
    main([*names, "--to", "json"])
    assert coprod.Collection.from_json(capsysbinary.readouterr().out) == coprod.load(*names)


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [(["-o", "f.json"], 1), (["-o", "f.JSONL"], 2), (["--to", "jsonl", "-o", "f.txt"], 2), (["--output=f.json"], 1)],
)
def test_a_file_gets_the_form_of_its_suffix(
    ris: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], lines: int
) -> None:
    """`-o` writes the form that `--to` or else the suffix says; the account stays on standard output."""
    assert main([ris.name, *arguments]) == 0
    (written,) = Path.cwd().glob("f.*")
    content = written.read_bytes()
    assert (content.count(b"\n"), content.count(b"\r")) == (lines, 0)
    assert "Müller" in content.decode()
    assert "1 source: 1 paper," in capsys.readouterr().out


def test_a_dash_is_standard_output(ris: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`-o -` writes no file of that name."""
    assert main([ris.name, "--to", "json", "-o", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b'{"schema_version"')
    assert files() == ["a.ris"]


def test_a_failure_leaves_the_old_file(ris: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If a source cannot be read, the file that would be written stays as it was."""
    Path("found.jsonl").write_text("before", encoding="utf-8")
    assert main([ris.name, "missing.ris", "-o", "found.jsonl"]) == 2
    assert Path("found.jsonl").read_text(encoding="utf-8") == "before"
    assert files() == ["a.ris", "found.jsonl"]
    assert capsys.readouterr().out == ""


def test_the_part_that_is_being_written_is_no_source(folder: Path, ris: Path) -> None:
    """A file that is written into the folder that is read is not read."""
    assert main([str(folder), "-o", "found.jsonl"]) == 0
    sources = from_jsonl(Path("found.jsonl").read_bytes().splitlines()).sources
    assert [source.name for source in sources] == [ris.name]


def test_a_stream_of_text_takes_json_too(ris: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard output was replaced by something without bytes, text is written."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main([ris.name, "--to", "json"]) == 0
    assert coprod.Collection.from_json(stream.getvalue()).papers[0].title == "Co-production"


def test_output_is_the_same_for_every_hash_seed(ris: Path) -> None:
    """Neither hash seed nor locale changes a byte."""
    Path("b.ris").write_text("TY  - JOUR\nZZ  - 1\nXX  - 2\nTY  - BOOK\nSN  - 7\nUR  - x\nDO  - y\n", encoding="utf-8")
    environments = [{"PYTHONHASHSEED": "1", "LC_ALL": "C"}, {"PYTHONHASHSEED": "2", "LC_ALL": "de_DE.UTF-8"}]
    arguments = (ris.name, "b.ris", "--to", "jsonl", "--diagnostics")
    first, second = (output_of(*arguments, env=environment) for environment in environments)
    assert first == second
    assert first[1].count(b"\n") > 5
