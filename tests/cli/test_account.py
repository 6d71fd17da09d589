"""The account that the command prints, and what must never reach a terminal."""

import errno
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coprod.__main__ import main
from coprod.cli._terminal import cut, say, width
from coprod.document import Document
from coprod.readers import Reader, register
from coprod.readers.registry import unregister
from tests.cli.running import OVERLAY, RIS, odd, odd_file, output_of

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
