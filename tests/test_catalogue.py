"""The catalogue of diagnostics has every code of the library, and no other; each with an example that shows it.

That the examples say what happens, `test_docs` proves.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

import coprod
from coprod import load, loads
from coprod.diagnostics import SEVERITIES

ROOT: Final = Path(__file__).parent.parent
PACKAGE: Final = Path(coprod.__file__).parent
PAGE: Final = ROOT / "docs" / "reference" / "diagnostics.md"

CODE: Final = re.compile(r"[a-z]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*")

FAMILIES: Final = frozenset(
    (
        "article",
        "encoding",
        "findings",
        "html",
        "layout",
        "load",
        "page",
        "readers",
        "ris",
        "search",
        "study-group",
        "summary",
    )
)
"""What stands before the full stop. A new family goes here."""

NO_CODES: Final = {
    "article.content": "a name that a page declares",
    "article.tag": "a name that a page declares",
    "html.parser": "a parser of Python",
    "search.layout": "a note of a document",
}
"""Words of the same form that are no codes, each with what it is."""

OPEN: Final = {
    "encoding.": {"encoding.cp1252", "encoding.utf-8"},
    "study-group.": {
        f"study-group.{word}"
        for word in (
            *("address", "called-off", "date-ambiguous", "lost-link", "not-read", "second-aim", "unmarked-list"),
            "unsure-name",
        )
    },
}
"""Codes that are put together when they are told: how they begin, and all that can follow."""


class Entry(NamedTuple):
    """A code in the catalogue."""

    severity: str
    prose: str
    examples: str


def entries() -> dict[str, Entry]:
    """The catalogue: a heading, a severity in bold, prose, and examples."""
    found = {}
    for part in PAGE.read_text(encoding="utf-8").split("\n### ")[1:]:
        head, _, body = part.partition("\n")
        prose, _, examples = body.partition("```python\n")
        match = re.match(r"\s*\*\*([a-z]+)\.\*\*\s+(.*)", prose, re.DOTALL)
        assert match, f"{head}: no severity in bold behind the heading"
        found[head.strip("` ")] = Entry(match[1], match[2], examples)
    return found


def texts_of(source: str) -> Iterator[str]:
    """Every text of a module; of an f-string, all up to the first hole that no constant fills, and a brace."""
    tree = ast.parse(source)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    constants = dict(_constants(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            whole = "".join(_part(part, constants) for part in node.values)
            yield whole.partition("{")[0] + "{" * ("{" in whole)


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Names of a module that stand for a text."""
    for node in tree.body:
        target = (
            node.target
            if isinstance(node, ast.AnnAssign)
            else node.targets[0]
            if isinstance(node, ast.Assign)
            else None
        )
        if isinstance(target, ast.Name) and isinstance(value := getattr(node, "value", None), ast.Constant):
            yield target.id, str(value.value)


def _part(part: ast.expr, constants: dict[str, str]) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    name = part.value if isinstance(part, ast.FormattedValue) else None
    return constants.get(name.id, "{") if isinstance(name, ast.Name) else "{"


def codes_of(source: str) -> Iterator[str]:
    """Every code that a module can tell."""
    for text in texts_of(source):
        if text.partition(".")[0] not in FAMILIES or text in NO_CODES:
            continue
        if CODE.fullmatch(text):
            yield text
        elif text.endswith("{") and CODE.fullmatch(f"{text[:-1]}x"):
            yield from OPEN.get(text[:-1], {text})


def codes_in_the_library() -> dict[str, str]:
    """Every code, and the first module that has it."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for code in codes_of(path.read_text(encoding="utf-8")):
            found.setdefault(code, path.relative_to(PACKAGE).as_posix())
    return found


ENTRIES: Final = entries()
CODES: Final = codes_in_the_library()


def test_every_code_is_in_the_catalogue() -> None:
    """No code is undocumented."""
    missing = [f"{code} ({module})" for code, module in CODES.items() if code not in ENTRIES]
    assert not missing, (
        f"add a section with meaning, severity and example to {PAGE.relative_to(ROOT)}, or, if it is no code, "
        f"a line to NO_CODES in this test: {', '.join(missing)}"
    )


def test_every_entry_is_a_code() -> None:
    """The catalogue has no code that the library has not."""
    assert sorted(ENTRIES.keys() - CODES.keys()) == []


def test_the_library_has_codes() -> None:
    """The search for codes finds those that are arguments, those in conditions, and those put together."""
    assert {"ris.missing-er", "ris.no-date", "ris.date-conflict", "encoding.cp1252", "load.no-sources"} <= CODES.keys()
    assert list(codes_of('tell("ris.a-b", f"ris.{kind}", f"{kind}.x", "ris.A", "a.ris", name["x.y"])')) == [
        "ris.a-b",
        "ris.{",
    ]
    assert list(codes_of('"""Tells ris.not-this."""')) == []


@pytest.mark.parametrize("code", ENTRIES)
def test_each_code_is_shown(code: str) -> None:
    """An entry says what it means and what to do, and its example shows the code with the severity of the entry."""
    entry = ENTRIES[code]
    assert entry.severity in SEVERITIES
    assert len(entry.prose.split()) > 10
    assert re.search(rf": {entry.severity}: .* \[{re.escape(code)}\]$", entry.examples, re.MULTILINE)


def test_what_is_told_is_in_the_catalogue() -> None:
    """No source of the tests gives a code that the catalogue has not, however the code was put together."""
    found = load(ROOT / "seeds") + load(ROOT / "tests" / "data")
    assert {diagnostic.code for diagnostic in found.diagnostics} <= ENTRIES.keys()
    assert len(found.diagnostics) > 50


# One mistake, often made


def test_one_mistake_is_told_once() -> None:
    """A mistake that a file makes 10,000 times is one diagnostic: the count, all lines, and the first raw lines."""
    whole = 10_000
    found = loads("".join(f"TY  - JOUR\nTI  - Trust {n}\nDO  - pending {n}\nER  - \n" for n in range(whole)))
    (told,) = found.diagnostics
    assert (told.code, told.count, told.line) == ("ris.not-a-doi", whole, 3)
    assert told.lines == tuple((line, line) for line in range(3, 4 * whole, 4))
    assert told.text is not None
    assert told.text.split("\n")[:2] == ["DO  - pending 0", "DO  - pending 1"]
    assert len(told.text) < 128 * 1024
    assert "(10000 times)" in str(told)
    shown = found.explain(told)
    assert "3 | DO  - pending 0\n  | ^^^^^^^^^^^^^^^" in shown
    assert shown.endswith("also in lines 7, 11, 15, 19, 23 and 9994 more")


@pytest.mark.once
@pytest.mark.parametrize("mistake", ["VL  - 1\n\nnot a tag\n", "PY  - soon\n", "AU  - et al.\n", "SN  - 1234-5678\n"])
def test_each_kind_of_mistake_is_told_once(mistake: str) -> None:
    """The same holds for mistakes of other kinds, and two kinds are told apart."""
    found = loads(f"TY  - JOUR\nTI  - Trust\n{mistake}DO  - pending\nER  - \n" * 10_000)
    assert [diagnostic.count for diagnostic in found.diagnostics] == [10_000, 10_000]
    assert all(len(diagnostic.lines) == 10_000 for diagnostic in found.diagnostics)
