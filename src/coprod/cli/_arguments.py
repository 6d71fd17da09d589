"""What a user asked for.

In: the arguments of the command. Out: `Arguments`. What can go wrong: `UsageError`; `SystemExit` with status 0
behind `--help` and `--version`, as argparse has it.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NoReturn

import attrs

from coprod.cli._terminal import say
from coprod.sources import files_below

STANDARD: Final = "-"
"""Stands for standard input, and as FILE for standard output."""

FORMS: Final = ("json", "jsonl")
"""What `--to` writes; also the suffixes that tell it."""

_ABOUT: Final = """\
Read RIS files and whatever else a literature review collects, and say what was found and what was odd.
With --to, write all of it as JSON (one object) or as JSON Lines (an object for each record).
"""

_HINT: Final = "(coprod --help shows how)"

_STATUS: Final = """\
exit status: 0 (also for a folder without files), or 1 if a diagnostic has the severity "error", or 2 if something
could not be read or written
"""


@attrs.frozen(kw_only=True)
class Arguments:
    """The arguments, checked."""

    paths: tuple[str, ...]
    """Files and folders; "-" is standard input."""

    to: str | None
    """"json", "jsonl", or None: the account only."""

    output: str | None
    """File to write. None: standard output."""

    format: str | None
    """Name of a reader. None: by content."""

    encoding: str | None
    """Encoding of the sources. None: by content."""

    strict: bool
    """Whether the first error ends the reading."""

    repair: bool
    """Whether titles and abstracts are cleaned."""

    layouts: tuple[str, ...]
    """Files with layouts of search pages."""

    diagnostics: bool
    """Whether all diagnostics are printed."""


class UsageError(Exception):
    """The arguments do not fit together."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} {_HINT}")


class _Version(argparse.Action):
    """Looks the version up when it is asked for; it is slow to find."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        say(sys.stdout, [f"coprod {_version()}"])
        parser.exit()


def _version() -> str:
    import coprod

    try:
        return coprod.__version__
    except ImportError:
        return "(not installed)"


def parse(argv: Sequence[str] | None) -> Arguments:
    """The arguments; None stands for those of the process.

    Raises:
        UsageError: They do not fit together.

    Examples:
        >>> parse(["exports", "-o", "found.jsonl"]).to
        'jsonl'
    """
    before, behind = _split(sys.argv[1:] if argv is None else argv)
    given = vars(_parser().parse_intermixed_args(before))
    paths = (*given.pop("paths"), *behind)
    if not paths:
        raise UsageError(f"the following arguments are required: PATH {_HINT}")
    given["layouts"] = tuple(given["layouts"])
    output = given.pop("output")
    form = given.pop("to") or _form(output)
    if output == "":
        raise UsageError("argument -o: a name of a file is expected")
    if output == STANDARD:
        output = None
    if output is not None:
        _refuse_source(output, paths)
    return Arguments(paths=paths, output=output, to=form, **given)


def _split(argv: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The arguments before and behind `--`, which argparse loses where paths stand between options.

    Examples:
        >>> _split(["--strict", "--", "-a.ris"])
        (['--strict'], ['-a.ris'])
    """
    end = argv.index("--") if "--" in argv else len(argv)
    return argv[:end], argv[end + 1 :]


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="coprod",
        usage="coprod [OPTION ...] PATH ...",
        description=_ABOUT,
        epilog=_STATUS,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or - for standard input")
    _add_writing(parser)
    _add_reading(parser)
    parser.add_argument("--diagnostics", action="store_true", help="explain all diagnostics, each with its lines")
    parser.add_argument(
        "--version", nargs=0, default=argparse.SUPPRESS, action=_Version, help="print the version and exit"
    )
    return parser


def _add_writing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", choices=FORMS, help="write what was read; the account then goes to standard error")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write it to FILE, whole or not at all; .json or .jsonl tell the form"
    )


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", metavar="NAME", help="read every source as this format, without looking")
    parser.add_argument(
        "--layout", metavar="FILE", dest="layouts", action="append", default=[],
        help="read search pages of the layout in this TOML file too; may be given several times",
    )  # fmt: skip
    parser.add_argument("--encoding", metavar="NAME", help="encoding of sources without a byte order mark")
    parser.add_argument(
        "--strict", action="store_true",
        help='stop at the first diagnostic of severity "error", and at a file that no reader knows, in a folder too',
    )  # fmt: skip
    parser.add_argument(
        "--no-repair", dest="repair", action="store_false", help="leave markup in titles and abstracts as it is"
    )


def _form(output: str | None) -> str | None:
    """The form that the suffix of a file tells; None without a file."""
    if output is None:
        return None
    suffix = Path(output).suffix.lower().removeprefix(".")
    if suffix not in FORMS:
        raise UsageError(f"argument -o: {output!r} ends neither in .json nor in .jsonl; say --to json or --to jsonl")
    return suffix


def _refuse_source(output: str, paths: Sequence[str]) -> None:
    """A file that is read must not be overwritten with what was read from it."""
    if not Path(output).exists():
        return
    for path in paths:
        for file in _sources_of(Path(path), output):
            with suppress(OSError):
                if file.samefile(output):
                    raise UsageError(f"argument -o: {output!r} is one of the sources")


def _sources_of(path: Path, output: str) -> Iterable[Path]:
    """The file, or the files of a folder; of a folder none, if it may be the place of what was written before."""
    if not path.is_dir():
        return [path]
    if Path(output).suffix.lower().removeprefix(".") in FORMS:
        return []
    with suppress(OSError):
        return files_below(path)
    return []


__all__ = ["STANDARD", "Arguments", "UsageError", "parse"]
