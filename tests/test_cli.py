"""The command line: the account, JSON, the exit status, and what must never reach a terminal."""

import doctest
import errno
import io
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

import coprod
from coprod import Diagnostic, Finding, Paper, StudyGroup
from coprod.__main__ import main
from coprod.cli._terminal import cut, say, width
from coprod.document import Document
from coprod.readers import Reader, register
from coprod.readers.registry import unregister
from coprod.serialise import from_jsonl

ROOT = Path(__file__).parent.parent
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


@pytest.fixture
def odd_reader() -> Iterator[Reader]:
    """A reader whose records and diagnostics a test can choose."""
    yield register(Reader(name="odd", sniff=lambda document: float(document.head.startswith("%odd")), read=read_odd))
    unregister("odd")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and a terminal of 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture
def ris(folder: Path) -> Path:
    """A RIS file with one paper."""
    path = folder / "a.ris"
    path.write_text(RIS, encoding="utf-8")
    return path


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


# The account


@pytest.mark.usefixtures("odd_reader")
def test_the_account_of_one_source(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A source has a line with its numbers and one with its diagnostics; the total and the gravest follow."""
    assert main([odd_file(folder, "ppfgiw")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "papers  findings  groups  reader  source",
        f"     2         1       1  odd     {folder}/a.odd",
        "        warning: odd.warning 1; info: odd.info 3",
        "",
        "1 source: 2 papers, 1 finding, 1 study group; diagnostics: 1 warning, 1 info",
        "",
        "a.odd:7: warning: something odd [odd.warning]",
        "a.odd:1: info: something odd (3 times) [odd.info]",
        "    1 | first",
    ]


def test_a_valid_file_has_a_short_account(ris: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is odd, nothing more is said."""
    assert main([ris.name]) == 0
    assert capsys.readouterr().out == (
        "papers  findings  groups  reader  source\n"
        "     1         -       -  ris     a.ris\n"
        "\n"
        "1 source: 1 paper, 0 findings, 0 study groups; no diagnostics\n"
    )


@pytest.mark.usefixtures("ris")
def test_a_source_that_was_not_read_says_why(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in a folder that no reader knows stands in the account with what it looks like."""
    (folder / "b.pdf").write_bytes(b"%PDF-1.7")
    assert main([str(folder)]) == 0
    out = capsys.readouterr().out
    assert "\n        warning: not read: a PDF file [load.unknown-format]\n" in out
    assert "2 sources (1 not read): 1 paper," in out


def test_an_empty_folder_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without files gives an account, and a diagnostic of no source."""
    assert main([str(folder)]) == 0
    out = capsys.readouterr().out
    assert "0 sources: 0 papers, 0 findings, 0 study groups; diagnostics: 1 warning" in out
    assert "<input>: warning: no file to read [load.no-sources]" in out


@pytest.mark.usefixtures("odd_reader")
def test_sources_of_the_same_name_are_told_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files of one name in two folders have each their own diagnostics."""
    odd_file(folder, "pw", "one/a.odd")
    odd_file(folder, "p", "two/a.odd")
    odd_file(folder, "pi", "three/a.odd")
    main(["one", "two", "three"])
    assert capsys.readouterr().out.splitlines()[1:6] == [
        "     1         -       -  odd     one/a.odd",
        "        warning: odd.warning 1",
        "     1         -       -  odd     two/a.odd",
        "     1         -       -  odd     three/a.odd",
        "        info: odd.info 3",
    ]


def test_a_long_list_of_codes_is_wrapped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes that do not fit into the terminal go on in the next line, each with its number."""

    def read(_: Document) -> Iterator[Any]:
        yield from (odd(f"odd.code-number-{number}", "info", count=5) for number in range(10))

    register(Reader(name="many", sniff=lambda _: 2.0, read=read))
    try:
        main([odd_file(folder, "")])
    finally:
        unregister("many")
    lines = [line for line in capsys.readouterr().out.splitlines() if re.search(r"number-\d \d", line)]
    assert len(lines) > 1
    assert all(len(line) <= 80 and line.startswith(" " * 8) and line.rstrip(",")[-1] == "5" for line in lines)


@pytest.mark.usefixtures("odd_reader")
def test_the_gravest_stand_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Diagnostics are listed by severity, those of a severity that nobody knows last."""
    assert main([odd_file(folder, "pmiwe")]) == 1
    out = capsys.readouterr().out
    assert re.findall(r"\[odd\.(\w+)\]", out) == ["error", "warning", "info", "mishap"]
    assert "diagnostics: 1 error, 1 warning, 1 info, 1 mishap" in out


@pytest.mark.usefixtures("odd_reader")
def test_ten_are_shown_unless_all_are_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list ends after ten and says how many are left; `--diagnostics` shows them."""
    names = [odd_file(folder, "pi", f"{number}.odd") for number in range(13)]
    main(names)
    short = capsys.readouterr().out
    main([*names, "--diagnostics"])
    long = capsys.readouterr().out
    assert short.count("[odd.info]") == 10
    assert short.endswith("\n… and 3 more; --diagnostics shows all\n")
    assert long.count("[odd.info]") == 13
    assert "more;" not in long


@pytest.mark.usefixtures("odd_reader")
def test_diagnostics_are_explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--diagnostics` shows the lines with a marker below the place, as wide as the terminal at most."""
    main([odd_file(folder, "iel"), "--diagnostics"])
    out = capsys.readouterr().out
    assert "    9 | " + "x" * 71 + "…\n      | " + "^" * 72 + "\n" in out
    assert "a.odd:1: info: something odd (3 times) [odd.info]\n    1 | first\n      | ^^^^^\n" in out
    assert "    4 | TY  - JOUR  ER  -\n      |             ^^^^^\n    also in lines 7, 9\n" in out
    assert max(len(line) for line in out.splitlines() if " | " in line) == 80


@pytest.mark.usefixtures("odd_reader")
def test_raw_lines_are_cut_to_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The raw line fills the terminal and is no wider."""
    monkeypatch.setenv("COLUMNS", "100")
    main([odd_file(folder, "e")])
    assert "\n    9 | " + "x" * 91 + "…\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "columns", "result"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("公共", 4, "公共"),
        ("公共服", 4, "公…"),
        ("e\u0301e\u0301", 2, "e\u0301e\u0301"),
        ("", 3, ""),
    ],
)
def test_text_is_cut_by_what_it_takes(text: str, columns: int, result: str) -> None:
    """Wide letters count twice, accents not at all."""
    assert cut(text, columns) == result


@pytest.mark.parametrize(("columns", "expected"), [("120", 120), ("7", 40), ("nonsense", 80)])
def test_the_width_has_a_lower_bound(monkeypatch: pytest.MonkeyPatch, columns: str, expected: int) -> None:
    """A terminal of a few columns does not cut everything away."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "__stdout__", None)
    assert width() == expected


# What a terminal must not get


@pytest.mark.usefixtures("odd_reader")
def test_control_characters_do_not_reach_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a document nor a file name can move the cursor or turn the direction of writing."""
    name = "a.odd" if os.name == "nt" else f"a\n{OVERLAY}.odd"
    for option, shown in (([], "a[2J31m b"), (["--diagnostics"], r"a\x1b[2J\x07\x7f\x9b31m\u202e\u2066\u200f\tb")):
        main([odd_file(folder, "pc", name), *option])
        out = capsys.readouterr().out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200f\u202a-\u202e\u2066-\u2069]", out)
        assert f"    2 | {shown}\n" in out
        assert out.splitlines()[1].endswith("a.odd" if os.name == "nt" else "a [2J31m.odd")


def test_an_error_is_one_line_whatever_it_names(capsys: pytest.CaptureFixture[str]) -> None:
    """A file name cannot break the line of an error, or move the cursor."""
    assert main([f"missing\n{OVERLAY}.ris"]) == 2
    err = capsys.readouterr().err
    assert err == f"coprod: error: missing [2J31m.ris: {os.strerror(errno.ENOENT)}\n"


def test_letters_that_the_terminal_lacks_are_replaced() -> None:
    """A narrow encoding gives question marks, not an exception."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="")
    say(stream, ["Müller \udcff 公"])
    stream.flush()
    assert stream.buffer.getvalue() == b"M?ller ? ?\n"


def test_a_narrow_terminal_gets_an_account(folder: Path) -> None:
    """With standard output in ASCII, the account is printed, and JSON is UTF-8 all the same."""
    (folder / "ü.ris").write_text(RIS, encoding="utf-8")
    ascii_only = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    status, out, err = output_of("ü.ris", env=ascii_only)
    assert (status, err) == (0, b"")
    assert b" ris     ?" in out
    status, out, err = output_of("ü.ris", "--to", "json", env=ascii_only)
    assert status == 0
    assert "Müller" in out.decode()


# JSON


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


# The page of the documentation


PAGE = (ROOT / "docs/how-to/command-line.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"^```console\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
BEFORE = 'coprod() { python -m coprod "$@"; }\npython() { "$COPROD_PYTHON" "$@"; }\n'


@POSIX
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
