"""The same input gives the same output, byte for byte, wherever and beside whatever it is read."""

import gc
import multiprocessing
import os
import random
import shutil
import threading
import weakref
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

import pytest

from coprod import _gc, load, loads
from tests.surroundings import PATIENCE, differences

ROOT: Final = Path(__file__).parent.parent
FOLDERS: Final = (ROOT / "seeds", ROOT / "tests" / "data")

pytestmark = pytest.mark.once


def test_in_other_surroundings(tmp_path: Path) -> None:
    """Hash seed, locale, time zone, working directory and a process beside it change no byte."""
    other, size = differences(FOLDERS, ROOT, tmp_path)
    assert other == 0
    assert size > 10_000


def test_a_moved_folder(tmp_path: Path) -> None:
    """Where a folder stands, and how its path is written, does not show in what is below it."""
    shutil.copytree(ROOT / "seeds", tmp_path / "a" / "seeds")
    here = load(ROOT / "seeds").to_json()
    assert load(tmp_path / "a" / "seeds").to_json() == here
    assert load(f"{tmp_path}/a/../a/seeds/").to_json() == here


@pytest.mark.parametrize("ends", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_line_ends_of_another_platform(ends: bytes) -> None:
    """The line ends of a platform change nothing but the digest of the source."""
    content = (ROOT / "seeds" / "co-production-during-crises.ris").read_bytes().replace(b"\r\n", b"\n")
    assert b"\r" not in content
    one, other = loads(content), loads(content.replace(b"\n", ends))
    assert (other.papers, other.findings, other.study_groups) == (one.papers, one.findings, one.study_groups)
    assert other.diagnostics == one.diagnostics


class Shuffled:
    """What a file system lists, in an order of its own."""

    def __init__(self, entries: Iterable["os.DirEntry[str]"], rank: random.Random) -> None:
        found = list(entries)
        rank.shuffle(found)
        self._entries = iter(found)

    def __iter__(self) -> Iterator["os.DirEntry[str]"]:
        return self._entries

    def __next__(self) -> "os.DirEntry[str]":
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def close(self) -> None:
        """Has nothing open."""


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_a_folder(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system may list a folder in any order."""
    wanted = [load(folder).to_json() for folder in FOLDERS]
    scandir, listdir = os.scandir, os.listdir
    rank = random.Random(seed)
    listed: list[str] = []

    def shuffled(path: str) -> Shuffled:
        listed.append(path)
        with scandir(path) as entries:
            return Shuffled(entries, rank)

    monkeypatch.setattr(os, "scandir", shuffled)
    monkeypatch.setattr(os, "listdir", lambda path=".": rank.sample(found := listdir(path), len(found)))
    assert [load(folder).to_json() for folder in FOLDERS] == wanted
    assert listed


# At the same time


def _read(folder: Path) -> str:
    return load(folder).to_json()


def test_threads() -> None:
    """Threads that read at the same time get what one gets alone."""
    alone = [_read(folder) for folder in FOLDERS]
    found: dict[int, str] = {}
    ready = threading.Barrier(4)

    def work(number: int) -> None:
        ready.wait()
        found[number] = _read(FOLDERS[number % 2])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert [found[number] for number in range(4)] == alone * 2
    assert gc.isenabled()


def test_processes() -> None:
    """So do processes of a pool."""
    alone = [_read(folder) for folder in FOLDERS]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map_async(_read, FOLDERS * 2).get(PATIENCE) == alone * 2


# The collector, which all threads of a process share


def test_a_pause_ends_with_the_last_thread() -> None:
    """Whatever order threads come and go in, the collector is off while one is inside, and on afterwards."""
    inside, seen = [threading.Event() for _ in range(3)], []
    leave = [threading.Event() for _ in range(3)]

    def work(number: int) -> None:
        with _gc.paused():
            inside[number].set()
            assert leave[number].wait(PATIENCE)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for number, thread in enumerate(threads):
        thread.start()
        assert inside[number].wait(PATIENCE)
    for number in (1, 0, 2):
        seen.append(gc.isenabled())
        leave[number].set()
        threads[number].join(PATIENCE)
    assert seen == [False, False, False]
    assert gc.isenabled()


def test_a_pause_that_fails_ends_too() -> None:
    """After an exception inside of many threads the collector is on."""

    def fail() -> None:
        with _gc.paused():
            raise LookupError

    def work() -> None:
        for _ in range(200):
            with suppress(LookupError):
                fail()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert gc.isenabled()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_forked_process_begins_anew() -> None:
    """A process that is forked while another thread reads can read, and its collector is on."""
    inside, leave = threading.Event(), threading.Event()

    def work() -> None:
        with _gc.paused():
            inside.set()
            leave.wait(PATIENCE)

    thread = threading.Thread(target=work)
    thread.start()
    assert inside.wait(PATIENCE)
    with _gc._lock:
        child = os.fork()
        if child == 0:
            with _gc.paused():
                was_enabled = gc.isenabled()
            os._exit(0 if gc.isenabled() and not was_enabled else 1)
    leave.set()
    thread.join(PATIENCE)
    assert os.waitpid(child, 0)[1] == 0
    assert gc.isenabled()


class _Knot:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.own = self


def test_many_short_pauses_do_not_keep_garbage() -> None:
    """What the program has left in cycles is collected, however often it loads something small."""
    gc.collect()
    knots = [weakref.ref(_Knot()) for _ in range(100)]
    kept = []
    for _ in range(1500):
        kept.append(loads("TY  - JOUR\nTI  - Trust\nAU  - Alford, John\nER  - \n"))
        if not any(knot() for knot in knots):
            return
    pytest.fail(f"{sum(knot() is not None for knot in knots)} of 100 are still there after {len(kept)} loads")
