"""The objects: frozen, hashable, readable, and every field explained where it stands."""

import ast
import copy
import importlib
import inspect
import pickle
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import pytest

from coprod import (
    Abstract,
    Citation,
    Collection,
    Diagnostic,
    Finding,
    Item,
    Limits,
    Meeting,
    Metric,
    Name,
    Paper,
    PartialDate,
    Period,
    Quantity,
    Section,
    Source,
    SourceRef,
    Span,
    StudyGroup,
    Summary,
    Topic,
)
from coprod.models import FrozenMapping, Record
from coprod.models._base import freeze, shorten, storing_twin
from coprod.readers import Reader

EXAMPLES: list[Record] = [
    Abstract(text="We counted weirs.", sections=(Section(label="Methods", text="We counted."),)),
    Citation(text="(Oxenmoor 2031)", authors=("Oxenmoor",), year=2031),
    Collection(papers=(Paper(title="Weirs"),)),
    Diagnostic(code="ris.cut", severity="error", message="cut", lines=((1, 2),)),
    Finding(statement="Weirs hold.", kind="result"),
    Item(marker="iv", text="Meet."),
    Meeting(ordinal=1, city="Ebbport", status="held"),
    Metric(value=3, label="Citations", kind="citations", basis="stated"),
    Name(literal="Quillfeather, O.", family="Quillfeather", given="O."),
    Paper(
        title="Weirs", authors=(Name(literal="Quillfeather, O."),), extra={"DB": ("Tides",)}, identifiers={"pii": "S1"}
    ),
    PartialDate(year=2031, month=2),
    Period(label="Start", start=2013, end=2015),
    Quantity(text="some 70 weirs", value=Decimal(70), unit="weirs", modifiers=("approximate",)),
    Section(label="Methods", category="METHODS", text="We counted."),
    Source(name="a.ris", reader="ris", counts={"papers": 2}, databases={"Tides": 2}),
    SourceRef(name="a.ris", reader="ris", first_line=1, last_line=3),
    Span(source="a.ris", line=2, start=6, end=11),
    StudyGroup(code="SG X", name="Weirs"),
    Summary(provider="Somebody", sections=(Section(text="They counted."),)),
    Topic(number="1", title="Weirs", questions=("Why?",)),
]


YEAR = PartialDate(year=2031)


def classes_of(module: Any) -> Iterator[type[Any]]:
    """The attrs classes that are written in a module."""
    for _name, thing in inspect.getmembers(module, inspect.isclass):
        if attrs.has(thing) and thing.__module__ == module.__name__:
            yield thing


MODULES = sorted({type(example).__module__ for example in EXAMPLES} | {Limits.__module__, Reader.__module__})
CLASSES = [cls for module in MODULES for cls in classes_of(importlib.import_module(module))]


def test_every_model_is_here() -> None:
    """Every model has an example in this file."""
    assert {type(example) for example in EXAMPLES} == {cls for cls in CLASSES if issubclass(cls, Record)}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: type(example).__name__)
class TestEveryModel:
    """What holds for all of them."""

    def test_frozen(self, example: Record) -> None:
        """No field can be set or deleted, and none can be added."""
        for name in (*[field.name for field in attrs.fields(type(example))], "another"):  # type: ignore[arg-type]
            with pytest.raises(AttributeError):
                setattr(example, name, None)
            with pytest.raises(AttributeError):
                delattr(example, name)
        assert not hasattr(example, "__dict__")

    def test_keyword_only(self, example: Record) -> None:
        """Fields are given by name."""
        with pytest.raises(TypeError, match="positional"):
            type(example)("x")  # type: ignore[call-arg]

    def test_equal_and_hashable(self, example: Record) -> None:
        """Equal objects have equal hashes, and can be members of a set."""
        again = type(example).from_dict(example.to_dict())
        assert again == example
        assert len({again, example}) == 1

    def test_differs_in_every_field(self, example: Record) -> None:
        """An object with another value in any field is another one."""
        for field in attrs.fields(type(example)):  # type: ignore[arg-type]
            if field.eq and field.init and field.converter is None:
                other = copy.copy(example)
                object.__setattr__(other, field.name, "something else")  # of a type that `__init__` may refuse
                assert other != example

    def test_travels(self, example: Record) -> None:
        """Pickled or copied, an object is equal to itself."""
        for again in (pickle.loads(pickle.dumps(example)), copy.copy(example), copy.deepcopy(example)):
            assert again == example
            assert hash(again) == hash(example)
            assert type(again) is type(example)

    def test_repr_is_short(self, example: Record) -> None:
        """A repr is one line with the name of the class, and stays short."""
        shown = repr(example)
        assert type(example).__name__ in shown
        assert "\n" not in shown
        assert len(shown) < 200

    def test_tuples_only(self, example: Record) -> None:
        """Everything in an object is as unchangeable as the object."""
        for field in attrs.fields(type(example)):  # type: ignore[arg-type]
            value = getattr(example, field.name)
            assert isinstance(value, str | int | Decimal | tuple | FrozenMapping | Record | None)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_field_is_explained(cls: type[Any]) -> None:
    """A docstring stands under every field; where the field may be None, it says what None means."""
    tree = ast.parse(inspect.cleandoc(inspect.getsource(cls)))
    (node,) = (node for node in tree.body if isinstance(node, ast.ClassDef))
    silent = []
    for place, statement in enumerate(node.body):
        if not isinstance(statement, ast.AnnAssign) or "ClassVar" in ast.unparse(statement.annotation):
            continue
        below = node.body[place + 1] if place + 1 < len(node.body) else None
        text = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else ""
        said = isinstance(text, str) and text.endswith((".", ")"))
        if not said or ("None" in ast.unparse(statement.annotation) and "None" not in str(text)):
            silent.append(ast.unparse(statement.target))
    assert not silent
    assert ast.get_docstring(node)


class TestFrozenMapping:
    """Mappings in the model."""

    MAPPING = FrozenMapping({"DB": ("Tides",), "AN": ("1",)})

    @pytest.mark.parametrize(
        "change",
        [
            lambda mapping: mapping.__setitem__("DB", ()),
            lambda mapping: mapping.__delitem__("DB"),
            lambda mapping: mapping.update({"DB": ()}),
            lambda mapping: mapping.setdefault("XX", ()),
            lambda mapping: mapping.pop("DB"),
            lambda mapping: mapping.popitem(),
            lambda mapping: mapping.clear(),
            lambda mapping: mapping.__ior__({"DB": ()}),
        ],
    )
    def test_read_only(self, change: Any) -> None:
        """Every way to change a dict is refused, and changes nothing."""
        with pytest.raises(TypeError, match="FrozenMapping is read-only"):
            change(self.MAPPING)
        assert self.MAPPING == {"DB": ("Tides",), "AN": ("1",)}

    def test_still_a_dict(self) -> None:
        """It reads, compares and looks like a dict, and a dict of one's own can be made of it."""
        own = self.MAPPING.copy()
        own["XX"] = ("one",)
        assert type(own) is dict
        assert len(self.MAPPING) == 2
        assert repr(self.MAPPING) == "{'DB': ('Tides',), 'AN': ('1',)}"
        assert type(self.MAPPING | {"XX": ()}) is dict

    def test_hash(self) -> None:
        """The order of the keys does not count in comparisons or hashes."""
        other = FrozenMapping({"AN": ("1",), "DB": ("Tides",)})
        assert other == self.MAPPING
        assert hash(other) == hash(self.MAPPING)

    def test_travels(self) -> None:
        """Pickled or copied it is equal and still read-only; a copy is the same object."""
        again = pickle.loads(pickle.dumps(self.MAPPING))
        assert (type(again), again) == (FrozenMapping, self.MAPPING)
        assert copy.copy(self.MAPPING) is copy.deepcopy(self.MAPPING) is self.MAPPING

    def test_in_a_model(self) -> None:
        """A dict that is given to a model is copied, so that later changes to it do not count."""
        given = {"DB": ("Tides",)}
        paper = Paper(extra=given)
        given["XX"] = ("one",)
        assert paper.extra == {"DB": ("Tides",)}
        assert type(paper.extra) is FrozenMapping
        assert freeze(self.MAPPING) is self.MAPPING
        assert Paper(extra=[("DB", ("Tides",))]).extra == {"DB": ("Tides",)}


class TestPaper:
    """What a Paper says beyond its fields."""

    @pytest.mark.parametrize(
        ("paper", "text"),
        [
            (Paper(), "untitled paper"),
            (Paper(title="Weirs"), "Weirs"),
            (Paper(issued=YEAR), "2031"),
            (Paper(title="Weirs", issued=PartialDate(month=3)), "Weirs"),
            (Paper(title="Weirs", authors=(Name(literal="O. Q."),)), "O. Q., Weirs"),
            (Paper(authors=(Name(literal="O. Q.", family="Q"), Name(literal="IIAS")), issued=YEAR), "Q and IIAS 2031"),
            (
                Paper(title="Weirs", authors=(Name(literal="Q, O", family="Q"),) * 3, issued=YEAR),
                "Q et al. 2031, Weirs",
            ),
        ],
    )
    def test_str(self, paper: Paper, text: str) -> None:
        """A paper is shown as one cites it: who, when, what, as far as that is known."""
        assert str(paper) == text

    def test_repr(self) -> None:
        """A repr shows what `str` shows, cut, and the DOI."""
        assert repr(Paper(title="Weirs", doi="10.5555/w")) == "<Paper Weirs doi=10.5555/w>"
        assert repr(Paper(title="weir " * 100)) == f"<Paper {'weir ' * 19}weir…>"

    def test_full_title(self) -> None:
        """Title and subtitle stand together; a subtitle alone is no title."""
        assert Paper(title="Weirs", subtitle="a review").full_title == "Weirs: a review"
        assert Paper(title="Weirs").full_title == "Weirs"
        assert Paper(subtitle="a review").full_title is None

    def test_year_and_journal(self) -> None:
        """Year and journal are short ways to the date and the container."""
        paper = Paper(issued=PartialDate(year=2031), container_title="Annals of Shared Work")
        assert (paper.year, paper.journal) == (2031, "Annals of Shared Work")
        assert (Paper().year, Paper().journal) == (None, None)


class TestPartialDate:
    """Dates as text."""

    @pytest.mark.parametrize(
        ("date", "iso"),
        [
            (PartialDate(year=2022, month=8, day=4), "2022-08-04"),
            (PartialDate(year=2022, month=8), "2022-08"),
            (PartialDate(year=2022), "2022"),
            (PartialDate(year=987), "0987"),
            (PartialDate(year=2022, day=4), "2022"),
            (PartialDate(year=2022, season="spring"), "2022"),
            (PartialDate(month=8, raw="AUG"), None),
            (PartialDate(), None),
            (
                PartialDate(year=2016, month=6, day=13, end=PartialDate(year=2016, month=6, day=14)),
                "2016-06-13/2016-06-14",
            ),
            (PartialDate(year=2016, end=PartialDate(month=3)), "2016"),
        ],
    )
    def test_iso(self, date: PartialDate, iso: str | None) -> None:
        """ISO 8601 goes as far as the date is known; without a year there is none."""
        assert date.iso == iso

    @pytest.mark.parametrize(
        ("date", "text"),
        [
            (PartialDate(year=2022, month=8, raw="Aug. 2022"), "2022-08"),
            (PartialDate(month=8, raw="AUG"), "AUG"),
            (PartialDate(season="spring"), "spring"),
            (PartialDate(), ""),
        ],
    )
    def test_str(self, date: PartialDate, text: str) -> None:
        """A date is shown as ISO 8601, or as it was printed."""
        assert str(date) == text


class TestOtherText:
    """How the other objects are shown."""

    @pytest.mark.parametrize(
        ("record", "text"),
        [
            (Name(literal="Quillfeather, O.", family="Quillfeather"), "Quillfeather, O."),
            (Abstract(text="We counted."), "We counted."),
            (Finding(statement="Weirs hold."), "Weirs hold."),
            (StudyGroup(title="SG X: Weirs and Locks", code="SG X", name="Weirs"), "SG X: Weirs and Locks"),
            (StudyGroup(code="SG X", name="Weirs"), "SG X: Weirs"),
            (StudyGroup(name="Weirs"), "Weirs"),
            (StudyGroup(), "untitled study group"),
        ],
    )
    def test_str(self, record: Record, text: str) -> None:
        """A text or a name stands for the object."""
        assert str(record) == text

    @pytest.mark.parametrize(
        ("record", "shown"),
        [
            (Span(source="a.ris", line=2, start=0), "Span(source='a.ris', line=2, start=0)"),
            (Name(literal="Quillfeather, O."), "Name(literal='Quillfeather, O.')"),
            (Item(text="word " * 100), f"Item(text='{'word ' * 11}word…')"),
            (Item(text="two\nlines"), "Item(text='two lines')"),
            (Topic(text=("a", "b"), questions=("Why?",)), "Topic(text=<2>, questions=('Why?',))"),
            (Source(name="a.ris", counts={"papers": 2}), "Source(name='a.ris', counts={papers})"),
            (
                Finding(id="x", statement="Weirs hold.", kind="result", section="Results"),
                "Finding(statement='Weirs hold.', kind='result')",
            ),
        ],
    )
    def test_repr(self, record: Record, shown: str) -> None:
        """A repr shows what is known: text cut, tuples counted, mappings by their keys."""
        assert repr(record) == shown

    @pytest.mark.parametrize(
        ("text", "width", "short"),
        [("", 5, ""), ("a  b\n c", 5, "a b c"), ("abcdef", 5, "abcd…"), ("abcde", 5, "abcde"), (" " * 100, 5, "…")],
    )
    def test_shorten(self, text: str, width: int, short: str) -> None:
        """A text is cut to one line of a width, and what was cut is marked."""
        assert shorten(text, width) == short


@pytest.mark.parametrize("cls", [Paper, SourceRef, Name])
def test_twins_store_the_same(cls: type[Any]) -> None:
    """What readers make through a twin class is the same object, with the same defaults, once it has its class."""
    required = {field.name: "x" for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    twin = storing_twin(cls)(**required)
    twin.__class__ = cls
    assert twin == cls(**required)
    assert hash(twin) == hash(cls(**required))
    assert twin.to_dict() == cls(**required).to_dict()


class TestTypes:
    """What a paper, a finding and a study group may hold."""

    @pytest.mark.parametrize(
        ("cls", "field", "value", "message"),
        [
            (Paper, "title", 5, "Paper.title must be str or None, not int"),
            (Paper, "issued", "2019", "Paper.issued must be PartialDate or None, not str"),
            (Paper, "authors", [Name(literal="Alford")], "Paper.authors must be tuple, not list"),
            (Paper, "keywords", "trust", "Paper.keywords must be tuple, not str"),
            (Finding, "statement", None, "Finding.statement must be str, not NoneType"),
            (StudyGroup, "topics", "trust", "StudyGroup.topics must be tuple, not str"),
        ],
    )
    def test_another_type(self, cls: type[Any], field: str, value: object, message: str) -> None:
        """A value of another type is refused where the object is made, with the name of the field."""
        with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
            cls(**{field: value})

    def test_a_class_below(self) -> None:
        """A string of one's own class is a string."""

        class Title(str):
            __slots__ = ()

        assert Paper(title=Title("Trust")) == Paper(title="Trust")

    def test_right_after_wrong(self) -> None:
        """What was refused once is refused again, and does not spoil what is right."""
        paper = Paper(volume="3")
        for _ in range(2):
            with pytest.raises(TypeError, match=r"Paper\.volume"):
                attrs.evolve(paper, volume=3)  # type: ignore[arg-type]
            assert attrs.evolve(paper, volume="4").volume == "4"
