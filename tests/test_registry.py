"""Which readers there are, and who wins where several want the same."""

import importlib.metadata
import io
import sys
import types
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, EntryPoints
from typing import Any

import pytest

from coprod import Paper, formats, iter_load, load, loads
from coprod.document import Document
from coprod.exceptions import LimitError, ReaderNameError, ReadError, UnknownFormatError, UnknownReaderError
from coprod.readers import ENTRY_POINT_GROUP, Reader, get, register, registry, unregister

RIS = "TY  - JOUR\nTI  - Zwölf Wehre\nER  - \n"
MINE = "%mine\nEin Wehr\n"

Plug = Callable[..., None]

OURS = ("ris", "search", "article", "summary", "study-group")


def reader(name: str = "mine", mark: str = "%mine", score: float = 1.0) -> Reader:
    """A reader of files that begin with a mark; every other line is a title."""

    def sniff(document: Document) -> float:
        return score if document.head.startswith(mark) else 0.0

    def read(document: Document) -> Iterator[Paper]:
        for number, line in document.lines():
            if number > 1:
                yield Paper(title=f"{name}: {line}")

    return Reader(name=name, suffixes=(f".{name}",), sniff=sniff, read=read)


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a test registers or plugs in is left behind."""
    monkeypatch.setattr(registry, "_registered", {})
    monkeypatch.setattr(registry, "_plugged", {})
    monkeypatch.setattr(registry, "_conflicts", [])


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    """Put packages in place that offer things as readers: name of the reader to what its entry point loads."""

    def plug(*offers: tuple[str, Any]) -> None:
        points = []
        for number, (name, thing) in enumerate(offers):
            module = types.ModuleType(f"coprod_plug_{number}")
            module.reader = thing  # type: ignore[attr-defined]
            monkeypatch.setitem(sys.modules, module.__name__, module)
            points.append(EntryPoint(name, f"{module.__name__}:reader", ENTRY_POINT_GROUP))

        def entry_points(*, group: str) -> EntryPoints:
            return EntryPoints(points).select(group=group)

        monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
        monkeypatch.setattr(registry, "_plugged", None)

    return plug


class TestRegister:
    """Readers of this process."""

    def test_a_reader_of_ones_own(self) -> None:
        """A registered reader is named, asked, and reads; taken back, it is gone."""
        mine = reader()
        assert register(mine) is mine
        assert formats() == (*OURS, "mine")
        assert get("mine") is mine
        found = loads(MINE)
        assert [paper.title for paper in found.papers] == ["mine: Ein Wehr"]
        assert (found.sources[0].reader, found.diagnostics) == ("mine", ())
        assert unregister("mine") is mine
        assert formats() == OURS
        with pytest.raises(UnknownFormatError):
            loads(MINE)

    def test_taking_back_what_is_not_there(self) -> None:
        """A name that was not registered is taken back in silence."""
        assert unregister("mine") is None
        assert unregister("ris") is None
        assert get("ris").name == "ris"

    def test_built_in(self) -> None:
        """The reader of RIS is there, and knows its suffix."""
        assert formats() == OURS
        assert get("ris").suffixes == (".ris",)

    def test_in_place_of_a_built_in_one(self) -> None:
        """A registered reader stands in for a built-in one of its name if it is told to, and is listed once."""
        register(reader("ris", mark="TY"), replace=True)
        assert formats() == OURS
        assert loads(RIS).papers[0].title == "ris: TI  - Zwölf Wehre"
        assert loads(RIS, format="ris").papers[0].title == "ris: TI  - Zwölf Wehre"
        unregister("ris")
        assert loads(RIS).papers[0].title == "Zwölf Wehre"

    @pytest.mark.parametrize("name", ["ris", "mine", "plugged"])
    def test_a_name_that_is_taken(self, name: str, plug: Plug) -> None:
        """A reader cannot take the name of another by mistake: of coprod, of this process, or of a package."""
        plug(("plugged", reader("plugged")))
        first = register(reader("mine"))
        second = reader(name)
        with pytest.raises(ReaderNameError) as caught:
            register(second)
        assert caught.value.name == name
        assert get(name) is not second
        assert register(second, replace=True) is second
        assert get(name) is second
        assert register(first, replace=True) is register(first)

    def test_in_place_of_one_of_a_package(self, plug: Plug) -> None:
        """A reader of a package is not asked while a registered one has its name."""
        plug(("mine", reader(score=0.5)))
        register(reader(score=0.0), replace=True)
        with pytest.raises(UnknownFormatError):
            loads(MINE)

    def test_the_surest_reads(self) -> None:
        """The reader with the highest score reads; of equal ones, the one that came first."""
        register(reader("half", score=0.5))
        register(reader("sure", score=0.9))
        register(reader("late", score=0.9))
        assert loads(MINE).sources[0].reader == "sure"

    def test_less_sure_than_a_built_in_one(self) -> None:
        """A built-in reader that is surer reads."""
        register(reader("mine", mark="TY", score=0.9))
        assert loads(RIS).sources[0].reader == "ris"

    def test_format_names_a_reader(self) -> None:
        """A reader that is named is not asked whether it knows the source."""
        register(reader())
        assert loads("what?\nEin Wehr\n", format="mine").papers[0].title == "mine: Ein Wehr"

    def test_an_unknown_name(self) -> None:
        """A name that no reader has is an error that lists those that there are."""
        register(reader())
        with pytest.raises(UnknownReaderError, match=f"known formats: {', '.join(OURS)}, mine") as caught:
            get("yours")
        assert (caught.value.format, caught.value.known) == ("yours", (*OURS, "mine"))


class TestPlugIns:
    """Readers of other packages."""

    def test_found_and_used(self, plug: Plug) -> None:
        """An entry point of the group is a reader: named, asked, and read with."""
        plug(("mine", reader()))
        assert formats() == (*OURS, "mine")
        assert get("mine").suffixes == (".mine",)
        found = loads(MINE)
        assert (found.papers[0].title, found.diagnostics) == ("mine: Ein Wehr", ())

    def test_loaded_only_when_needed(self, plug: Plug) -> None:
        """As long as a built-in reader knows the source, no other package is imported."""
        plug(("mine", reader()))
        del sys.modules["coprod_plug_0"]
        assert loads(RIS).diagnostics == ()
        assert get("ris").name == "ris"
        assert registry._plugged is None

    def test_loaded_once(self, plug: Plug, monkeypatch: pytest.MonkeyPatch) -> None:
        """Packages are looked for once in a process."""
        plug(("mine", reader()))
        assert loads(MINE).sources[0].reader == "mine"

        def entry_points(**_options: object) -> None:
            pytest.fail("looked for twice")

        monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
        assert loads(MINE).sources[0].reader == "mine"

    def test_under_a_built_in_name(self, plug: Plug) -> None:
        """A package that claims the name of a built-in reader is not used, and a warning says which one is not."""
        plug(("ris", reader("ris", mark="%")), ("mine", reader()))
        found = loads(MINE)
        assert found.sources[0].reader == "mine"
        assert [(d.code, d.severity) for d in found.diagnostics] == [("readers.conflict", "warning")]
        assert "'ris'" in found.diagnostics[0].message
        assert "coprod_plug_0:reader is not used" in found.diagnostics[0].message

    def test_two_of_one_name(self, plug: Plug) -> None:
        """Of two packages with one name the first in the order of the alphabet wins, and a warning names the other."""
        plug(("mine", reader("mine")), ("mine", reader("mine", mark="%", score=1.0)))
        found = loads(MINE)
        assert len(found) == 1
        assert [d.message for d in found.diagnostics] == [
            "two readers are named 'mine'; coprod_plug_1:reader is not used"
        ]

    def test_registered_before_plugged_in(self, plug: Plug) -> None:
        """What this process has registered wins over packages."""
        plug(("mine", reader("mine", mark="%", score=1.0)))
        mine = register(reader("mine"), replace=True)
        assert formats() == (*OURS, "mine")
        assert get("mine") is mine

    def test_one_that_cannot_be_loaded(self, plug: Plug) -> None:
        """A package that breaks when it is imported is told with its error, and breaks nothing."""
        plug(("broken", reader()), ("mine", reader()))
        del sys.modules["coprod_plug_0"]
        found = loads(MINE)
        assert found.sources[0].reader == "mine"
        assert [d.code for d in found.diagnostics] == ["readers.conflict"]
        assert "'broken'" in found.diagnostics[0].message
        assert "No module named 'coprod_plug_0'" in found.diagnostics[0].message
        assert formats() == (*OURS, "mine")

    @pytest.mark.parametrize("thing", [None, "reader", object(), Reader])
    def test_one_that_is_no_reader(self, plug: Plug, thing: object) -> None:
        """A package that offers something else than a Reader is told, and breaks nothing."""
        plug(("broken", thing), ("mine", reader()))
        found = loads(MINE)
        assert [d.code for d in found.diagnostics] == ["readers.conflict"]
        assert "'broken'" in found.diagnostics[0].message
        assert formats() == (*OURS, "mine")

    def test_one_that_cannot_look(self, plug: Plug) -> None:
        """A reader of another package that raises when it looks at a source breaks nothing."""

        def sniff(document: Document) -> float:
            raise ValueError(document.name)

        plug(("broken", Reader(name="broken", sniff=sniff, read=lambda _document: iter(()))), ("mine", reader()))
        found = loads(MINE)
        assert found.sources[0].reader == "mine"
        assert [d.code for d in found.diagnostics] == ["readers.conflict"]

    @pytest.mark.parametrize("score", [None, "much", ValueError("no\nscore")])
    def test_one_whose_score_is_none(self, plug: Plug, score: Any) -> None:
        """What looks at a source and gives no number is told with the source, and does not know it."""

        def sniff(_document: Document) -> Any:
            if isinstance(score, Exception):
                raise score
            return score

        plug(("broken", Reader(name="broken", sniff=sniff, read=lambda _document: iter(()))), ("mine", reader()))
        found = loads(MINE, name="a.mine")
        assert found.sources[0].reader == "mine"
        assert [(d.severity, d.source) for d in found.diagnostics] == [("warning", "a.mine")]
        assert "\n" not in found.diagnostics[0].message

    def test_errors_of_the_document_pass(self, plug: Plug) -> None:
        """What the file system and coprod raise is no fault of the reader that looks."""

        def sniff(_document: Document) -> float:
            raise PermissionError

        plug(("broken", Reader(name="broken", sniff=sniff, read=lambda _document: iter(()))))
        with pytest.raises(PermissionError):
            loads(MINE)

    def test_a_broken_one_is_told_with_the_unknown_format(self, plug: Plug) -> None:
        """Where nothing knows the only source, the exception says which reader broke when it looked."""

        def sniff(document: Document) -> float:
            raise ValueError(document.name)

        plug(("broken", Reader(name="broken", sniff=sniff, read=lambda _document: iter(()))))
        with pytest.raises(UnknownFormatError) as caught:
            loads("Zwölf Wehre")
        assert "'broken'" in caught.value.__notes__[0]

    def test_one_that_breaks_while_it_reads(self, plug: Plug) -> None:
        """An error of a reader of another package becomes one of ours, which names the reader and the source."""

        def read(document: Document) -> Iterator[Paper]:
            yield Paper(title="One")
            raise ZeroDivisionError(document.name)

        plug(("broken", Reader(name="broken", sniff=lambda _document: 1.0, read=read)))
        with pytest.raises(
            ReadError, match=r"a\.mine: the reader 'broken' failed: ZeroDivisionError: a\.mine"
        ) as caught:
            loads(MINE, name="a.mine")
        assert isinstance(caught.value.__cause__, ZeroDivisionError)
        assert caught.value.source == "a.mine"
        records = iter_load(io.StringIO(MINE))
        assert next(records) == Paper(title="One")
        with pytest.raises(ReadError):
            next(records)

    @pytest.mark.parametrize("given", [None, 3, ["a title"], [None]])
    def test_one_that_reads_something_else(self, plug: Plug, given: Any) -> None:
        """A reader of another package that gives no records is named in an error of ours."""
        plug(("broken", Reader(name="broken", sniff=lambda _document: 1.0, read=lambda _document: given)))
        with pytest.raises(ReadError, match="'broken'"):
            loads(MINE)

    def test_errors_of_ours_pass_a_reader(self) -> None:
        """What coprod raises inside a reader of this process reaches the caller as it is."""

        def read(document: Document) -> Iterator[Paper]:
            yield Paper(title="One")
            raise LimitError(source=document.name, limit="records", allowed=1)

        register(Reader(name="mine", sniff=lambda _document: 1.0, read=read))
        with pytest.raises(LimitError):
            loads(MINE)

    def test_nothing_plugged_in_knows_it(self, plug: Plug) -> None:
        """What no package knows either is unknown, and the names of all readers are listed."""
        plug(("mine", reader()))
        with pytest.raises(UnknownFormatError) as caught:
            loads("Zwölf Wehre")
        assert caught.value.known == (*OURS, "mine")

    def test_conflicts_are_told_in_every_reading(self, plug: Plug) -> None:
        """A conflict that was found once is told by each later `load`, of no source in particular."""
        plug(("ris", reader("ris")), ("mine", reader()))
        loads(MINE)
        found = load()
        assert [(d.code, d.source, d.line) for d in found.diagnostics] == [
            ("load.no-sources", None, None),
            ("readers.conflict", None, None),
        ]


def test_a_reader_is_frozen() -> None:
    """A reader cannot be changed after it was made."""
    with pytest.raises(AttributeError):
        reader().name = "yours"  # type: ignore[misc]
