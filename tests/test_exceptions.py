"""What is raised says what was seen, keeps its data, and travels between processes."""

import copy
import inspect
import pickle
import re

import pytest

from coprod import Diagnostic, exceptions
from coprod.exceptions import (
    CoprodError,
    LayoutError,
    LimitError,
    ReaderNameError,
    ReadError,
    SchemaError,
    SourceTypeError,
    UnknownEncodingError,
    UnknownFormatError,
    UnknownReaderError,
)

DIAGNOSTIC = Diagnostic(code="ris.cut", severity="error", message="cut", source="a.ris", line=3)

EXAMPLES: list[tuple[CoprodError, str, dict[str, object]]] = [
    (CoprodError("what?"), "what?", {}),
    (ReadError("what?"), "what?", {"source": None, "diagnostic": None}),
    (ReadError("cut", source="a.ris", diagnostic=DIAGNOSTIC), "cut", {"source": "a.ris", "diagnostic": DIAGNOSTIC}),
    (
        UnknownFormatError(source="a.pdf", seen="a PDF file", known=["ris", "mine"]),
        "a.pdf: no reader knows a PDF file; known formats: ris, mine",
        {"source": "a.pdf", "seen": "a PDF file", "known": ("ris", "mine"), "diagnostic": None},
    ),
    (
        UnknownFormatError(source=None, seen="a PDF file", known=()),
        "<input>: no reader knows a PDF file; known formats: none",
        {"source": None, "seen": "a PDF file", "known": (), "diagnostic": None},
    ),
    (
        LimitError(source="a.ris", limit="line_length", allowed=65536, line=3),
        "a.ris:3: more than limits.line_length = 65_536 allows; raise it with Limits(line_length=...)",
        {"source": "a.ris", "limit": "line_length", "allowed": 65536, "line": 3, "diagnostic": None},
    ),
    (
        LimitError(source=None, limit="records", allowed=3),
        "<input>: more than limits.records = 3 allows; raise it with Limits(records=...)",
        {"source": None, "limit": "records", "allowed": 3, "line": None, "diagnostic": None},
    ),
    (
        LimitError(source=None, limit="records", allowed=3, line=7),
        "<input>:7: more than limits.records = 3 allows; raise it with Limits(records=...)",
        {"source": None, "limit": "records", "allowed": 3, "line": 7, "diagnostic": None},
    ),
    (
        SourceTypeError(type_name="int"),
        "a source is a path, a folder or an open file, not int; content goes to loads()",
        {"type_name": "int"},
    ),
    (
        UnknownReaderError(format="riss", known=["ris"]),
        "no reader is named 'riss'; known formats: ris",
        {"format": "riss", "known": ("ris",)},
    ),
    (
        ReaderNameError(name="ris"),
        "a reader named 'ris' is there already; choose another name, or put yours in its place by replace=True",
        {"name": "ris"},
    ),
    (
        LayoutError("no such field", file="mine.toml", key="select.tittle"),
        "mine.toml: select.tittle: no such field",
        {"problem": "no such field", "file": "mine.toml", "key": "select.tittle"},
    ),
    (LayoutError("not a path"), "<layout>: not a path", {"problem": "not a path", "file": None, "key": None}),
    (UnknownEncodingError(encoding="klingon"), "unknown text encoding: 'klingon'", {"encoding": "klingon"}),
    (
        SchemaError(["$.a: unknown key", "$.b: expected int"]),
        "$.a: unknown key; $.b: expected int",
        {"problems": ("$.a: unknown key", "$.b: expected int")},
    ),
]

MANY = SchemaError(f"$[{number}]: expected int" for number in range(1050))
"""More problems than a message names."""

CLASSES = [
    thing for _name, thing in inspect.getmembers(exceptions, inspect.isclass) if issubclass(thing, BaseException)
]


def test_a_message_names_fifty_problems() -> None:
    """All of them are kept."""
    assert str(MANY).endswith("; $[49]: expected int; and 1,000 more")
    assert len(MANY.problems) == 1050


@pytest.mark.parametrize(("error", "message", "data"), EXAMPLES, ids=lambda value: type(value).__name__)
def test_data_and_message(error: CoprodError, message: str, data: dict[str, object]) -> None:
    """An exception says in one line what was seen, and has its data as attributes."""
    assert str(error) == message
    assert vars(error) == data


@pytest.mark.parametrize(
    "error", [error for error, _message, _data in EXAMPLES], ids=lambda error: type(error).__name__
)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_travels(error: CoprodError, protocol: int) -> None:
    """An exception is the same after pickling and after copying: class, message, data, notes."""
    error = copy.copy(error)
    error.add_note("in the harbour")
    for again in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert again is not error
        assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))


@pytest.mark.parametrize("cls", CLASSES)
def test_every_class_has_an_example(cls: type[CoprodError]) -> None:
    """No exception is left out above, nor in `__all__`."""
    assert cls in {type(error) for error, _message, _data in EXAMPLES}
    assert cls.__name__ in exceptions.__all__


def drawn() -> dict[str, tuple[str | None, list[str]]]:
    """The tree in the docstring: class to its parent and the exceptions of Python that it also is."""
    tree: dict[str, tuple[str | None, list[str]]] = {}
    parents: list[tuple[int, str]] = []
    assert exceptions.__doc__ is not None
    for line in exceptions.__doc__.splitlines():
        found = re.match(r"    ([│├└─ ]*)([A-Z]\w+Error)\b(.*)", line)
        if found is None:
            continue
        depth = len(found[1])
        while parents and parents[-1][0] >= depth:
            parents.pop()
        also = re.search(r"\(also an? (\w+)\)", found[3])
        tree[found[2]] = (parents[-1][1] if parents else None, [also[1]] if also else [])
        parents.append((depth, found[2]))
    return tree


def test_the_tree_is_as_drawn() -> None:
    """The tree at the top of the module shows every class, its parent, and which exception of Python it also is."""
    real = {}
    for cls in CLASSES:
        own = [base.__name__ for base in cls.__bases__ if issubclass(base, CoprodError)]
        other = [base.__name__ for base in cls.__bases__ if not issubclass(base, CoprodError) and base is not Exception]
        real[cls.__name__] = (own[0] if own else None, other)
    assert drawn() == real


def test_all_is_sorted() -> None:
    """`__all__` names every exception once, in order."""
    assert exceptions.__all__ == sorted(cls.__name__ for cls in CLASSES)
