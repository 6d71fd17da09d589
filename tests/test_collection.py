"""A Collection looks up, adds, explains and locates what was read, with or without the sources."""

import copy
import io
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given

import coprod
from coprod import Collection, Diagnostic, Finding, Paper, SourceRef, Span, StudyGroup
from coprod.readers import Reader, registry
from tests.strategies import collections, diagnostics

RIS = "TY  - JOUR\nTI  - Trust\nDO  - pending\nER  - \n"
OTHER = "TY  - BOOK\nTI  - Control\nER  - \n"


def one(text: str = RIS, name: str = "a.ris") -> Collection:
    """A collection from one source."""
    return coprod.loads(text, name=name)


def without_source(found: Collection) -> Collection:
    """The same collection, after a journey through JSON."""
    return Collection.from_json(found.to_json())


# Look-ups and sums ------------------------------------------------------------------------------------


def test_iterating_gives_every_record() -> None:
    """Papers come first, then findings, then study groups, and the length counts them all."""
    paper, finding, group = Paper(title="A"), Finding(statement="B"), StudyGroup(name="C")
    found = Collection(papers=(paper,), findings=(finding,), study_groups=(group,))
    assert list(found) == [paper, finding, group]
    assert len(found) == 3
    assert not Collection()


def test_the_repr_counts() -> None:
    """In a notebook a collection is one line of numbers."""
    many = Collection(papers=(Paper(),) * 12, findings=(Finding(statement=""),) * 3, sources=one().sources * 2)
    assert repr(many) == "<Collection: 12 papers, 3 findings, 0 study groups, 0 diagnostics from 2 sources>"
    assert repr(one()) == "<Collection: 1 paper, 0 findings, 0 study groups, 1 diagnostic from 1 source>"


def test_a_paper_is_found_by_its_id() -> None:
    """`paper` gives the paper of an id; one that is not there raises KeyError, which names it."""
    found = one()
    identifier = found.papers[0].id or ""
    assert found.paper(identifier) is found.papers[0]
    with pytest.raises(KeyError, match="no paper has the id 'x'"):
        found.paper("x")


def test_a_sum_has_everything_of_both() -> None:
    """`a + b` has the records, diagnostics and sources of a, then those of b."""
    a, b = one(), one(OTHER, "b.ris")
    both = a + b
    assert both.papers == a.papers + b.papers
    assert both.diagnostics == a.diagnostics + b.diagnostics
    assert [source.name for source in both.sources] == ["a.ris", "b.ris"]


def test_a_sum_can_be_traced() -> None:
    """The records of a sum lead back to their sources, also where two sources have one name."""
    both = one() + one(OTHER)
    assert [both.locate(paper, "title")[0].end for paper in both.papers] == [11, 13]


def test_a_sum_keeps_a_source_once() -> None:
    """What both collections keep is kept once."""
    found = one()
    assert len((found + found)._kept["a.ris"]) == 1


@pytest.mark.parametrize("other", [(), None, 0, [Paper()], Paper()])
def test_only_collections_can_be_added(other: object) -> None:
    """A collection and anything else have no sum."""
    with pytest.raises(TypeError):
        _ = one() + other


def test_equality_does_not_ask_for_the_source() -> None:
    """A collection is equal to itself without its sources, and has the same hash."""
    found = one()
    assert without_source(found) == found
    assert hash(without_source(found)) == hash(found)
    assert one(OTHER) != found


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda found: pickle.loads(pickle.dumps(found))])
def test_a_copy_can_be_traced(again: object) -> None:
    """Copies and pickles are equal, and keep their sources."""
    found = coprod.load(io.BytesIO(RIS.encode()))
    assert callable(again)
    twin = again(found)
    assert twin == found
    assert twin.locate(twin.papers[0], "title") == found.locate(found.papers[0], "title")


def test_the_kept_sources_cannot_be_changed() -> None:
    """A collection is frozen, all of it."""
    found = one()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.papers = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        found._kept["a.ris"] = ()


# Tracing ----------------------------------------------------------------------------------------------


def test_a_value_leads_to_its_source() -> None:
    """`locate` names the source, the line and the columns."""
    found = one()
    assert found.locate(found.papers[0], "title") == (Span(source="a.ris", line=2, start=6, end=11),)


def test_of_sources_of_one_name_the_right_one_is_taken() -> None:
    """Streams have one name; each record leads to the stream that it came from."""
    streams = [io.BytesIO(text.encode()) for text in (RIS, OTHER, RIS)]
    found = coprod.load(*streams)
    assert [found.locate(paper, "title")[0].end for paper in found.papers] == [11, 13, 11]
    with pytest.raises(LookupError, match="has no such part"):
        found.locate(found.papers[1], "colour")


def test_without_the_source_nothing_can_be_traced() -> None:
    """After a journey through JSON `locate` raises LookupError, which says what to do."""
    found = without_source(one())
    with pytest.raises(LookupError, match=r"'a\.ris' is not kept; load it"):
        found.locate(found.papers[0], "title")


def test_what_was_made_by_hand_cannot_be_traced() -> None:
    """A record without a source raises LookupError."""
    with pytest.raises(LookupError, match="made by hand"):
        one().locate(Finding(statement="A"), "statement")


def test_a_reader_that_cannot_trace_says_so() -> None:
    """A reader may have no `locate`; then LookupError names it."""

    def read(_document: object) -> Iterator[Finding]:
        yield Finding(statement="A", source=SourceRef(name="a", reader="mine", first_line=1, last_line=1))

    reader = registry.register(Reader(name="mine", sniff=lambda _document: 0.0, read=read))
    try:
        found = coprod.loads("A", name="a", format="mine")
        with pytest.raises(LookupError, match="the reader 'mine' cannot trace"):
            found.locate(found.findings[0], "statement")
    finally:
        assert registry.unregister("mine") is reader


def test_an_unknown_reader_is_named() -> None:
    """A record of a reader that is not installed here raises LookupError."""
    with pytest.raises(LookupError, match="no reader is named 'theirs'"):
        one().locate(Paper(source=SourceRef(name="a", reader="theirs", first_line=1, last_line=1)), "title")


# Explaining -------------------------------------------------------------------------------------------


def about(line: int | None = 1, **fields: Any) -> Diagnostic:
    """A diagnostic about a line of a.ris."""
    lines = () if line is None else ((line, line),)
    plain = Diagnostic(code="x", severity="info", message="odd", source="a.ris", line=line, lines=lines)
    return attrs.evolve(plain, **fields)


def test_the_line_and_a_marker_are_shown() -> None:
    """An explanation is the message, the line with its number, and a marker below it."""
    found = one()
    assert found.explain(found.diagnostics[0]) == (
        "a.ris:3: warning: no DOI; kept in extra [ris.not-a-doi]\n"
        "3 | DO  - pending\n"
        "  | ^^^^^^^^^^^^^"
    )  # fmt: skip


def test_an_explanation_needs_no_source() -> None:
    """What the diagnostic itself keeps is shown where the source is gone."""
    found = one()
    gone = without_source(found)
    assert gone.explain(gone.diagnostics[0]) == found.explain(found.diagnostics[0])


def test_the_marker_is_under_the_place() -> None:
    """Where the columns are known the marker is below them and nothing else."""
    assert one().explain(about(3, start=6, end=13)).splitlines()[1:] == ["3 | DO  - pending", "  |       ^^^^^^^"]


@pytest.mark.parametrize(
    ("line", "shown", "marker"),
    [
        ("A\tB", r"A\tB", "   ^"),
        ("A\x07B", r"A\x07B", "     ^"),
        ("A\u00a0B", r"A\xa0B", "     ^"),
        ("A\u2028B", r"A\u2028B", "       ^"),
        ("共B", "共B", "  ^"),
        ("e\u0301 B", "e\u0301 B", "  ^"),
    ],
)
def test_what_cannot_be_seen_is_escaped(line: str, shown: str, marker: str) -> None:
    """Tabs, controls and odd spaces are shown as escapes, and the marker stands below the place all the same."""
    place = line.index("B")
    text = one().explain(about(9, text=line, start=place, end=place + 1))
    assert text.splitlines()[1:] == [f"9 | {shown}", f"  | {marker}"]


def test_a_long_line_is_cut_around_the_place() -> None:
    """Of a line of thousands of characters the part around the place is shown."""
    line = "a" * 5000 + "HERE" + "b" * 5000
    _message, shown, marker = one().explain(about(9, text=line, start=5000, end=5004)).splitlines()
    assert "HERE" in shown
    assert max(len(shown), len(marker)) < 120
    assert shown[marker.index("^") :].startswith("HERE")
    assert marker.count("^") == 4


def test_a_long_place_is_cut() -> None:
    """A whole line of thousands of characters is cut at its end."""
    _message, shown, marker = one().explain(about(9, text="a" * 5000)).splitlines()
    assert (len(shown), len(marker)) == (105, 104)


def test_several_lines_are_shown() -> None:
    """All lines of an occurrence are shown, each with its marker, up to five."""
    shown = one().explain(about(8, lines=((8, 15),), text="\n".join("abcdefgh"))).splitlines()
    assert shown[1:5] == [" 8 | a", "   | ^", " 9 | b", "   | ^"]
    assert shown[-1] == "... and 3 more lines"


def test_other_occurrences_are_named() -> None:
    """Of a mistake that was made often the first is shown, and the lines of the others."""
    lines = tuple((line, line) for line in range(2, 10))
    assert one().explain(about(2, lines=lines[:2], count=2)).endswith("\nalso in line 3")
    assert one().explain(about(2, lines=lines, count=8)).endswith("\nalso in lines 3, 4, 5, 6, 7 and 2 more")


def test_of_sources_of_one_name_the_one_with_the_text_is_shown() -> None:
    """An explanation shows the line of the source that the diagnostic is about."""
    both = one(OTHER) + one()
    assert "3 | DO  - pending" in both.explain(both.diagnostics[0])


def test_a_diagnostic_about_no_line_is_its_message() -> None:
    """Where there is no line and no text, the message is all."""
    assert one().explain(about(None)) == "a.ris: info: odd [x]"
    assert one().explain(about(None, text="raw")).splitlines()[1:] == [" | raw", " | ^^^"]


def test_a_blank_line_has_a_marker_too() -> None:
    """A place without a character is marked with one sign."""
    assert one().explain(about(9, text="")).splitlines()[1:] == ["9 | ", "  | ^"]


def test_names_do_not_control_the_terminal() -> None:
    """The name of a file may hold escapes and line ends; what is shown has them spelled out."""
    found = coprod.loads("TY  - JOUR\nDO  - pending\nER  - ", name="a\x1b[31m\n\u202egnp.ris")
    (diagnostic,) = found.diagnostics
    shown = found.explain(diagnostic)
    assert shown.splitlines()[0] == str(diagnostic)
    assert str(diagnostic).startswith("a\\x1b[31m\\n\\u202egnp.ris:2: ")
    assert all(line.isprintable() for line in shown.splitlines())


@pytest.mark.parametrize(
    ("line", "before"), [("共x", 2), ("e\u0301x", 1), ("ก\u0e31x", 1), ("❤\ufe0fx", 1), ("\tx", 2)]
)
def test_the_marker_stands_below_its_place(line: str, before: int) -> None:
    """Letters of two columns, and those that are put on the one before them."""
    place = line.index("x")
    shown = one().explain(about(9, text=line, start=place, end=place + 1)).splitlines()[2]
    assert shown == "  | " + " " * before + "^"


@pytest.mark.once
@given(diagnostics(), collections())
def test_anything_can_be_explained(diagnostic: Diagnostic, found: Collection) -> None:
    """No diagnostic, however odd, makes `explain` raise, and the message comes first."""
    assert found.explain(diagnostic).startswith(str(diagnostic))
    assert (found + one()).explain(attrs.evolve(diagnostic, source="a.ris")).startswith("a.ris")
