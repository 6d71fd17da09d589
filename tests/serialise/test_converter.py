"""How users bring their own converter."""

import subprocess
import sys
from decimal import Decimal

import attrs
import cattrs
import pytest
from cattrs.preconf.json import make_converter as make_json_converter

from coprod import Collection, Name, Paper, PartialDate, serialise
from coprod.serialise import UnknownKeyWarning
from tests.serialise.samples import COLLECTION, PAPER


@attrs.frozen
class Vote:
    """A class of a user, with a record in it and with a number that users write as text."""

    paper: Paper
    points: int
    weight: Decimal | None = None
    tags: tuple[str, ...] = ()


class TestConverter:
    """Users' own converters."""

    def test_the_global_converter_is_left_alone(self) -> None:
        """Making and using our converter teaches the converter of all other programs nothing."""
        serialise.make_converter().structure(PAPER.to_dict(), Paper)
        assert "schema_version" not in cattrs.global_converter.unstructure(Collection())
        assert cattrs.global_converter.structure({"year": "2022"}, PartialDate) == PartialDate(year=2022)

    def test_only_records_are_touched(self) -> None:
        """The user's classes are read as before, and the records within them strictly."""
        converter = cattrs.Converter()
        converter.register_structure_hook(Decimal, lambda value, _: Decimal(value) * 2)
        serialise.configure_converter(converter)
        data = {"paper": {"title": "a"}, "points": "3", "weight": 2, "tags": "xy"}
        assert converter.structure(data, Vote) == Vote(Paper(title="a"), 3, Decimal(4), ("x", "y"))
        with pytest.raises(cattrs.ClassValidationError) as caught:
            converter.structure({"paper": {"keywords": "xy"}, "points": "3"}, Vote)
        assert serialise.problems(caught.value) == ("$.paper.keywords: expected list, got str",)

    def test_written_within_the_users_class(self) -> None:
        """A record within the user's class is written as it is alone."""
        converter = cattrs.Converter()
        serialise.configure_converter(converter)
        plain = converter.unstructure(Vote(PAPER, 1))
        assert (plain["paper"], plain["points"], plain["weight"]) == (PAPER.to_dict(), 1, None)

    def test_hooks_of_the_user_count(self) -> None:
        """A hook of the user for a record is used within our records too."""
        converter = serialise.make_converter()
        converter.register_unstructure_hook(Name, str)
        converter.register_structure_hook(Name, lambda value, _: Name(literal=value))
        paper = Paper(authors=(Name(literal="IIAS"),))
        assert converter.unstructure(paper) == {"authors": ["IIAS"]}
        assert converter.structure({"authors": ["IIAS"]}, Paper) == paper

    def test_options_of_the_user_do_not_change_the_form(self) -> None:
        """A converter with other options writes and reads records in the same form."""
        converter = cattrs.Converter(omit_if_default=False, forbid_extra_keys=False, prefer_attrib_converters=True)
        serialise.configure_converter(converter)
        assert converter.unstructure(COLLECTION) == COLLECTION.to_dict()
        with pytest.raises(cattrs.ClassValidationError) as caught:
            converter.structure({"extra": {"DB": "abc"}, "colour": 1}, Paper)
        assert serialise.problems(caught.value) == ('$.extra["DB"]: expected list, got str', "$.colour: unknown key")

    def test_other_libraries(self) -> None:
        """The converters that cattrs prepares for other libraries can be taught our records."""
        converter = make_json_converter()
        serialise.configure_converter(converter)
        assert converter.loads(converter.dumps(COLLECTION), Collection) == COLLECTION

    def test_problems_without_detail(self) -> None:
        """Without detailed validation the first problem is raised as it is."""
        converter = serialise.make_converter(detailed_validation=False)
        assert converter.structure(COLLECTION.to_dict(), Collection) == COLLECTION
        with pytest.raises(ValueError, match=r"^expected str, got int$"):
            converter.structure({"issued": {"year": "2022"}, "title": 5}, Paper)

    def test_problems_of_lists(self) -> None:
        """Problems are found in lists of records, too; what is no problem of ours keeps its words."""
        with pytest.raises(cattrs.BaseValidationError) as caught:
            serialise.make_converter().structure([{}, {"title": 5}], list[Paper])
        assert serialise.problems(caught.value) == ("$[1].title: expected str, got int",)
        assert serialise.problems(OSError("disk full")) == ("$: disk full",)

    def test_problems_of_whole_objects(self) -> None:
        """What a class says of all its values together stands at the path of the object."""
        error = cattrs.ClassValidationError("", [ValueError("starts after its end")], PartialDate)
        assert serialise.problems(error) == ("$: starts after its end",)

    def test_dropped_keys(self) -> None:
        """A converter that drops keys tells the class, for it does not know the path."""
        converter = serialise.make_converter(unknown="drop")
        with pytest.warns(UnknownKeyWarning, match="^Paper: unknown key 'colour', dropped$"):
            assert converter.structure({"title": "a", "colour": 1}, Paper) == Paper(title="a")

    def test_cattrs_is_imported_when_it_is_used(self) -> None:
        """`import coprod` does not pay for cattrs."""
        look = "print('cattrs' in sys.modules)"
        code = f"import sys, coprod; {look}; coprod.Paper().to_dict(); {look}"
        shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        assert shown.stdout.split() == ["False", "True"]
