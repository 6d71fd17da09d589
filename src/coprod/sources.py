"""What a caller hands over, as sources to read: paths, folders, open files, content.

In: the arguments of `load`. Out: `SourceFile`s in a fixed order, each of which opens to chunks of bytes or of text.
What can go wrong: what the file system raises; a text file whose encoding fails (`ReadError`); something that is
no source (`SourceTypeError`).
"""

import errno
import io
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final, Protocol

import attrs

from coprod.decoding import CHUNK
from coprod.exceptions import ReadError, SourceTypeError

STREAM_NAME: Final = "<stream>"

PathLike = str | os.PathLike[str]


class _Readable(Protocol):
    def read(self, size: int = ..., /) -> Any: ...


@attrs.frozen(kw_only=True)
class SourceFile:
    """One source that can be opened once."""

    name: str
    """Name that diagnostics and records show."""

    chunks: Callable[[], Iterator[bytes] | Iterator[str]]
    """Opens it."""

    whole: Callable[[], bytes] | None = None
    """Reads it at once. None: it can be read in chunks only."""

    path_below: str = ""
    """Its path from the folder below which it was found."""

    folder: Path | None = None
    """The folder below which it was found, as given; None for what the caller named."""

    path: str | None = None
    """Where it is, whatever led there. None: an open file, or content."""

    again: str | None = None
    """Name of the source before it that is the same file. None: there is none."""

    special: str | None = None
    """What it is below a folder, if it is no file: a pipe, which might never end, or a link that is not followed."""

    @property
    def in_folder(self) -> bool:
        """Whether it was found below a folder, not named by the caller."""
        return self.folder is not None


def expand(sources: Iterable[object]) -> Iterator[SourceFile]:
    """The sources in the order given; the files of a folder by name.

    A file below a folder has its path from there as its name. Where another source has the same, the name of the
    folder stands before it, and where that does not tell them apart, the folder as given.

    Raises:
        SourceTypeError: A source is neither a path nor an open file.
        OSError: A path does not exist.
    """
    found = [file for source in sources for file in _files_of(source)]
    for shown in (_own_name, Path.as_posix):
        found = _told_apart(found, shown)
    return _with_repeated(found)


def _with_repeated(files: Iterable[SourceFile]) -> Iterator[SourceFile]:
    """The files; one that was there before names the source that it was."""
    names: dict[str, str] = {}
    for file in files:
        if file.path in names:
            yield attrs.evolve(file, again=names[file.path])
            continue
        if file.path is not None:
            names[file.path] = file.name
        yield file


def _files_of(source: object) -> Iterator[SourceFile]:
    if isinstance(source, str | os.PathLike):
        yield from _from_path(source)
    elif hasattr(source, "read"):
        yield _from_file(source)
    else:
        raise SourceTypeError(type_name=type(source).__name__)


def _own_name(folder: Path) -> str:
    return folder.name


def _told_apart(files: list[SourceFile], shown: Callable[[Path], str]) -> list[SourceFile]:
    """The files; of those below folders that share their name with another, the name of the folder is a part."""
    counts = Counter(file.name for file in files)
    return [_with_folder(file, shown) if counts[file.name] > 1 else file for file in files]


def _with_folder(file: SourceFile, shown: Callable[[Path], str]) -> SourceFile:
    if file.folder is None:
        return file
    name = PurePosixPath(shown(file.folder), file.path_below).as_posix()
    return attrs.evolve(file, name=name)


def _from_path(source: PathLike) -> Iterator[SourceFile]:
    name = os.fsdecode(os.fspath(source))
    if not name:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
    path = Path(name)
    if path.is_dir():
        for below in files_below(path):
            relative = below.relative_to(path).as_posix()
            special = _special(below)
            whole = None if special is not None else below.read_bytes
            yield SourceFile(
                name=relative, path_below=relative, folder=path, chunks=_opener(below), whole=whole, special=special,
                path=os.path.realpath(below),
            )  # fmt: skip
    else:
        whole = path.read_bytes if path.is_file() else None
        yield SourceFile(name=name, chunks=_opener(path), whole=whole, path=os.path.realpath(path) if whole else None)


def files_below(folder: Path) -> Iterator[Path]:
    """Files below a folder, sorted by their path, and links to other folders, which are not followed."""
    found: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=_raise):
        found += [Path(parent, name) for name in files]
        found += [path for path in (Path(parent, name) for name in folders) if path.is_symlink()]
    return iter(sorted(found, key=Path.as_posix))


_OF_SYSTEM: Final = re.compile(r"\.DS_Store|\._.+|desktop\.ini|Thumbs\.db|~\$.+|\.~lock\..+#", re.IGNORECASE)
"""What file managers and word processors keep beside the files of a user."""


def is_of_system(name: str) -> bool:
    """Whether a file below a folder is one that the user did not put there, by its name.

    Examples:
        >>> is_of_system("notes/.DS_Store"), is_of_system("~$notes.docx"), is_of_system("desktop.ris")
        (True, True, False)
    """
    return _OF_SYSTEM.fullmatch(name.rpartition("/")[2]) is not None


def _special(path: Path) -> str | None:
    """What something below a folder is that is not opened; None for a file."""
    if path.is_file():
        return None
    if path.is_dir():
        return "a link to a folder; name that folder to read it"
    return "a link that leads nowhere" if path.is_symlink() else "a pipe, a socket or a device"


def _raise(error: OSError) -> None:
    raise error


def _opener(path: Path) -> Callable[[], Iterator[bytes]]:
    def chunks() -> Iterator[bytes]:
        try:
            file = path.open("rb")
        except ValueError as error:
            raise ReadError(f"{path}: {error}", source=str(path)) from error
        with file:
            while chunk := _read(file, path):
                yield chunk

    return chunks


def _read(file: IO[bytes], path: Path) -> bytes:
    """The next bytes; an error has the name of the file."""
    try:
        return file.read(CHUNK)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _from_file(file: Any) -> SourceFile:
    name = getattr(file, "name", None)
    shown = name if isinstance(name, str) and name else STREAM_NAME
    return SourceFile(name=shown, chunks=_reading(file, shown))


def _reading(file: _Readable, name: str) -> Callable[[], Iterator[Any]]:
    def chunks() -> Iterator[Any]:
        kind: type | None = None
        while True:
            try:
                chunk = file.read(CHUNK)
            except UnicodeError as error:
                message = f"{name}: cannot be decoded as {getattr(file, 'encoding', 'text')}; open it in binary mode"
                raise ReadError(message, source=name) from error
            except (EOFError, ValueError) as error:
                raise ReadError(f"{name}: cannot be read: {error}", source=name) from error
            if chunk is None:
                raise ReadError(f"{name}: has nothing to read at the moment; hand over a blocking stream", source=name)
            if not isinstance(chunk, str | bytes | bytearray | memoryview):
                raise ReadError(f"{name}: gives {type(chunk).__name__}, neither text nor bytes", source=name)
            if not chunk:
                return
            piece = chunk if isinstance(chunk, str) else bytes(chunk)
            if not isinstance(piece, kind := kind or type(piece)):
                raise ReadError(f"{name}: gives text and bytes in turn", source=name)
            yield piece

    return chunks


def from_content(content: str | bytes, name: str) -> SourceFile:
    """Content that is at hand already.

    Raises:
        TypeError: It is neither text nor bytes.

    Examples:
        >>> from_content("TY  - JOUR", "<string>").name
        '<string>'
    """
    if not isinstance(content, str | bytes | bytearray | memoryview):
        raise TypeError(f"content is text or bytes, not {type(content).__name__}; paths and open files go to load()")
    stream: IO[Any] = io.StringIO(content, newline="") if isinstance(content, str) else io.BytesIO(content)
    return SourceFile(name=name, chunks=_reading(stream, name))
