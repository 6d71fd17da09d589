"""Runs the command: reads, writes, gives the account, ends with a status.

In: arguments. Out: an exit status, and text or JSON on the streams of the process. What goes wrong ends in one line
on standard error; a reader of our output that went away (`| head`) ends it without a word.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from errno import EBADF
from pathlib import Path
from typing import Final, TextIO

from coprod.cli._account import account
from coprod.cli._arguments import Arguments, UsageError, parse
from coprod.cli._reading import Reading
from coprod.cli._terminal import say, width
from coprod.exceptions import CoprodError

WELL: Final = 0
ERRORS: Final = 1
NOT_READ: Final = 2

# What shells report for a program that was ended by the signal: 128 and its number.
INTERRUPTED: Final = 128 + 2
PIPE_BROKEN: Final = 128 + 13


def main(argv: Sequence[str] | None = None) -> int:
    """Reads the sources that the arguments name, and says what was found and what was odd.

    Args:
        argv: The arguments, without the name of the program. None: those of the process.

    Returns:
        The exit status: 0; 1 if a diagnostic has the severity "error"; 2 if something could not be read or written,
        or the arguments are wrong; 130 after Ctrl-C; 141 if nobody reads the output any more.

    Examples:
        >>> main(["--to", "xml", "exports"])
        2
    """
    try:
        status = _run(argv)
        _flush()
    except BrokenPipeError:
        status = PIPE_BROKEN
    except KeyboardInterrupt:
        status = INTERRUPTED
    except (CoprodError, OSError, UsageError) as error:
        status = NOT_READ
        _complain(error)
    if status > ERRORS:
        _drop_output()
    return status


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = parse(argv)
    except SystemExit as end:  # --help and --version
        return int(end.code or WELL)
    reading = Reading(arguments)
    _write(reading, arguments)
    _give_account(reading, arguments)
    failed = any(diagnostic.severity == "error" for diagnostic in reading.diagnostics)
    return ERRORS if failed else WELL


def _write(reading: Reading, arguments: Arguments) -> None:
    """Reads to the end, and writes what the user wants written."""
    if arguments.to is None:
        reading.finish()
    elif arguments.output is None:
        _write_out(_lines(reading, arguments.to))
    else:
        _write_file(_lines(reading, arguments.to), arguments.output)


def _lines(reading: Reading, form: str) -> Iterator[str]:
    from coprod.serialise import to_json, to_jsonl

    if form == "jsonl":
        return to_jsonl(reading.all())
    return iter((to_json(reading.collection()),))


def _write_file(lines: Iterator[str], path: str) -> None:
    from coprod._files import written_whole

    try:
        with written_whole(path) as file:
            file.writelines(f"{line}\n".encode() for line in lines)
    except OSError as error:
        # What cannot be written to a file that is open has no name; what cannot be read has the name of its source.
        raise OSError(error.errno, error.strerror, error.filename or path) from error


def _write_out(lines: Iterator[str]) -> None:
    """UTF-8 and LF, whatever the terminal has; a stream that takes text only decides for itself."""
    stream = _needed(sys.stdout)
    binary = getattr(stream, "buffer", None)
    if binary is None:
        stream.writelines(f"{line}\n" for line in lines)
        return
    stream.flush()
    binary.writelines(f"{line}\n".encode() for line in lines)


def _needed(stream: TextIO | None) -> TextIO:
    """The stream, if the process has one: after `>&-` it has not."""
    if stream is None:
        raise OSError(EBADF, os.strerror(EBADF), "<stdout>")
    return stream


def _give_account(reading: Reading, arguments: Arguments) -> None:
    piped = arguments.to is not None and arguments.output is None
    lines = account(reading, columns=width(), everything=arguments.diagnostics)
    say(sys.stderr if piped else sys.stdout, lines)


def _complain(error: Exception) -> None:
    with suppress(OSError):
        say(sys.stderr, [f"coprod: error: {_sentence(error)}"])


def _sentence(error: Exception) -> str:
    """What went wrong, without the number that the operating system has for it.

    Examples:
        >>> _sentence(FileNotFoundError(2, "No such file or directory", "a.ris"))
        'a.ris: No such file or directory'
    """
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _drop_output() -> None:
    """Sends what a broken stream still holds to nowhere; Python would try to write it when it ends, and complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            _to_nowhere(stream)


def _to_nowhere(stream: TextIO) -> None:
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


__all__ = ["main"]
