"""A file is written whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from coprod._files import written_whole

WINDOWS = os.name == "nt"


def mode(path: Path) -> int:
    """The permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that stands there already."""
    path = tmp_path / "found.json"
    path.write_bytes(b"before")
    return path


def write(path: str | Path, content: bytes = b"after") -> None:
    """Write a file in two pieces."""
    with written_whole(path) as file:
        file.write(content[:2])
        file.write(content[2:])


def test_a_new_file_has_all_that_was_written(tmp_path: Path) -> None:
    """What was written stands in the file, and nothing stands beside it."""
    write(tmp_path / "found.json")
    assert (tmp_path / "found.json").read_bytes() == b"after"
    assert names(tmp_path) == ["found.json"]


def test_an_existing_file_stays_until_the_end(target: Path) -> None:
    """Whoever looks while the file is written sees the old one, whole."""
    with written_whole(target) as file:
        file.write(b"after")
        file.flush()
        assert target.read_bytes() == b"before"
    assert target.read_bytes() == b"after"


@pytest.mark.parametrize("error", [ValueError, OSError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_an_exception_leaves_everything_as_it_was(target: Path, error: type[BaseException]) -> None:
    """After an exception the old file stands there, and no part of the new one."""

    def fail() -> None:
        with written_whole(target) as file:
            file.write(b"after")
            raise error

    with pytest.raises(error):
        fail()
    assert target.read_bytes() == b"before"
    assert names(target.parent) == ["found.json"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_at_the_end_leaves_everything_as_it_was(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """A disk that fails in the last moment costs nothing, and the error names the file that was asked for."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, step, fail)
    monkeypatch.setattr(Path, step, fail, raising=False)
    with pytest.raises(OSError, match="broken") as caught:
        write(target)
    assert caught.value.filename == str(target)
    assert target.read_bytes() == b"before"
    assert names(target.parent) == ["found.json"]


def test_a_missing_folder_is_named_as_the_caller_named_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error of a folder that is not there shows the path that was given, not that of the hidden part."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError) as caught:
        write("nowhere/found.json")
    assert caught.value.filename == "nowhere/found.json"


def test_a_relative_path_stays_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is relative to the folder that was current when the block began."""
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path)
    with written_whole("found.json") as file:
        os.chdir("below")
        file.write(b"after")
    assert (tmp_path / "found.json").read_bytes() == b"after"


@pytest.mark.skipif(WINDOWS, reason="Windows has other permissions")
@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o664, 0o755])
def test_permissions_of_an_existing_file_stay(target: Path, permissions: int) -> None:
    """Who could read and write the old file can read and write the new one, and nobody else, also meanwhile."""
    target.chmod(permissions)
    with written_whole(target):
        (part,) = set(target.parent.iterdir()) - {target}
        assert mode(part) & ~permissions == 0
    assert mode(target) == permissions


@pytest.mark.skipif(WINDOWS, reason="Windows has other permissions")
def test_permissions_of_a_new_file_are_those_of_the_umask(tmp_path: Path) -> None:
    """A new file is as readable as any other that the user makes."""
    write(tmp_path / "found.json")
    (tmp_path / "other").touch()
    assert mode(tmp_path / "found.json") == mode(tmp_path / "other")


def test_a_file_that_must_not_be_written_is_refused(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protection against writing counts, though the folder would let the file be replaced."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError) as caught:
        write(target)
    assert caught.value.filename == str(target)
    assert target.read_bytes() == b"before"


@pytest.mark.skipif(WINDOWS, reason="links need a privilege on Windows")
def test_a_link_stays_a_link(target: Path) -> None:
    """The file that a link leads to is replaced, not the link."""
    link = target.with_name("link.json")
    link.symlink_to("found.json")
    write(link)
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is not replaced by a file."""
    with pytest.raises(OSError, match=r"directory|Permission"):
        write(tmp_path)
    assert tmp_path.is_dir()


@pytest.mark.skipif(WINDOWS, reason="a device of POSIX")
def test_a_device_is_written_to() -> None:
    """A device is not replaced by a file."""
    write("/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
