"""A file that is written whole or not at all.

In: a path and, inside a `with` block, bytes. Out: the file, once the block has ended and all of it is on the disk.
After an exception, Ctrl-C included, whatever stood at the path still stands there, and nothing new stands beside it.
What can go wrong: what the file system raises (`OSError`), under the name that the caller gave.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES
from pathlib import Path
from typing import BinaryIO

PathLike = str | os.PathLike[str]

_NEW_FILE = 0o666
"""Permissions of a new file, of which the umask takes its part."""


@contextmanager
def written_whole(path: PathLike) -> Iterator[BinaryIO]:
    """A binary file that becomes the file at `path` when the block ends.

    Permissions of an existing file stay; a link stays, and the file that it leads to is replaced. A device or
    a pipe cannot be replaced, and is written to as it is.

    Args:
        path: Where the file will stand; its folder exists.

    Raises:
        OSError: What the file system raises; a file that must not be written is refused, not replaced.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with written_whole(f"{folder}/found.json") as file:
        ...         file.write(b"{}")
        ...     Path(folder, "found.json").read_bytes()
        2
        b'{}'
    """
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        with open(path, "wb") as file:  # noqa: PTH123 - a path of any kind, under the name given
            yield file
    else:
        with _replacing(path, mode) as file:
            yield file


def _mode(path: PathLike) -> int | None:
    """Kind and permissions of what stands at the path; None if nothing does."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - the error has the name given
    except FileNotFoundError:
        return None
    if not os.access(path, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), os.fspath(path))
    return mode


@contextmanager
def _replacing(path: PathLike, mode: int | None) -> Iterator[BinaryIO]:
    target = Path(os.path.realpath(path))
    part = target.with_name(f".coprod-{os.urandom(8).hex()}.part")
    try:
        with _named(path):
            file = _create(part, mode)
        with file:
            yield file
            with _named(path):
                _store(file)
        with _named(path):
            _put(part, target, mode)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


@contextmanager
def _named(path: PathLike) -> Iterator[None]:
    """Errors of the file beside the path get the name that the caller knows."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def _create(part: Path, mode: int | None) -> BinaryIO:
    """A new file that nobody can read who could not read the old one."""
    permissions = _NEW_FILE if mode is None else stat.S_IMODE(mode) & _NEW_FILE
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return open(os.open(part, flags, permissions), "wb")  # noqa: PTH123 - the caller closes it


def _store(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _put(part: Path, target: Path, mode: int | None) -> None:
    if mode is not None:
        part.chmod(stat.S_IMODE(mode))
    part.replace(target)


__all__ = ["written_whole"]
