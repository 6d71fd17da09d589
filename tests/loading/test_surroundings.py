"""The same input gives the same output, and the collector of garbage is left as it was."""

import gc
import io
import os
import subprocess
import sys
import threading

import pytest

from coprod import Collection, iter_load, load, loads
from coprod.exceptions import CoprodError
from tests.loading.samples import BROKEN, DATA, RIS


class TestSameInputSameOutput:
    """No clock, no randomness, no locale."""

    PROGRAM = "import coprod, sys; sys.stdout.buffer.write(coprod.load(sys.argv[1]).to_json().encode())"

    def run(self, **environment: str) -> bytes:
        """What another process reads of all cases."""
        command = [sys.executable, "-c", self.PROGRAM, str(DATA)]
        return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=True).stdout

    @pytest.mark.once
    def test_in_another_process(self) -> None:
        """Another seed of hashes, another locale and another time zone give the same JSON, byte for byte."""
        here = load(DATA).to_json().encode()
        assert self.run(PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Tokyo") == here
        assert self.run(PYTHONHASHSEED="2", LC_ALL="tr_TR.UTF-8", PYTHONUTF8="0") == here

    def test_twice(self) -> None:
        """Reading twice gives equal collections with equal hashes, whatever was remembered from the first."""
        assert load(DATA) == load(DATA)
        assert hash(load(DATA)) == hash(load(DATA))

    def test_threads(self) -> None:
        """Threads that read at the same time do not disturb each other."""
        contents = [
            (DATA / "several-authors-by-and" / "input.ris").read_bytes() * 200,
            RIS.encode() * 300,
            BROKEN.encode(),
        ]
        alone = [loads(content) for content in contents]
        found: dict[int, Collection] = {}
        start = threading.Barrier(6)

        def read(number: int) -> None:
            start.wait()
            found[number] = loads(contents[number % 3])

        threads = [threading.Thread(target=read, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [found[number] for number in range(6)] == alone * 2
        assert gc.isenabled()


class TestGarbageCollector:
    """The collector of Python pauses while records are made."""

    @pytest.mark.parametrize("enabled", [True, False])
    def test_is_left_as_it_was(self, *, enabled: bool) -> None:
        """After reading, also after an error, the collector is on or off as before."""
        was_enabled = gc.isenabled()
        (gc.enable if enabled else gc.disable)()
        try:
            loads(RIS)
            assert gc.isenabled() is enabled
            with pytest.raises(CoprodError):
                loads("")
            assert gc.isenabled() is enabled
        finally:
            (gc.enable if was_enabled else gc.disable)()

    def test_runs_while_iterating(self) -> None:
        """Between two records of `iter_load` the collector is on."""
        records = iter_load(io.StringIO(RIS * 2))
        next(records)
        assert gc.isenabled()
        assert len(list(records)) == 1
