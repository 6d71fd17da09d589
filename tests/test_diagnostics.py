"""What was odd is told once for each kind, with all its lines."""

import pytest

from coprod import Diagnostic
from coprod.diagnostics import SEVERITIES, DiagnosticLog, occurrence


def log_of(*diagnostics: Diagnostic) -> tuple[Diagnostic, ...]:
    """What a log makes of some occurrences."""
    log = DiagnosticLog()
    log.extend(diagnostics)
    return log.results()


class TestShown:
    """How a diagnostic reads."""

    @pytest.mark.parametrize(
        ("diagnostic", "text"),
        [
            (occurrence("ris.cut", "error", "cut off", source="a.ris", line=3), "a.ris:3: error: cut off [ris.cut]"),
            (occurrence("load.x", "info", "read", source="a.ris"), "a.ris: info: read [load.x]"),
            (occurrence("load.x", "warning", "odd"), "<input>: warning: odd [load.x]"),
            (
                Diagnostic(code="ris.x", severity="info", message="odd", source="a.ris", line=3, count=2),
                "a.ris:3: info: odd (2 times) [ris.x]",
            ),
        ],
    )
    def test_str(self, diagnostic: Diagnostic, text: str) -> None:
        """One line: where, how bad, what, how often, and the code."""
        assert str(diagnostic) == text

    def test_repr(self) -> None:
        """A repr shows code, severity and place, not the raw text."""
        diagnostic = occurrence("ris.cut", "error", "cut off", source="a.ris", line=3, text="TI  - Cut")
        assert repr(diagnostic) == "Diagnostic(code='ris.cut', severity='error', source='a.ris', line=3, count=1)"


class TestOccurrence:
    """One occurrence."""

    def test_on_one_line(self) -> None:
        """An occurrence stands on its line."""
        diagnostic = occurrence("ris.x", "info", "odd", line=3, text="TI  - x", field="title", repair="cut")
        assert (diagnostic.line, diagnostic.lines, diagnostic.count) == (3, ((3, 3),), 1)
        assert (diagnostic.text, diagnostic.field, diagnostic.repair) == ("TI  - x", "title", "cut")

    def test_on_several_lines(self) -> None:
        """An occurrence on several lines names the first and the last."""
        assert occurrence("ris.x", "info", "odd", line=3, last=5).lines == ((3, 5),)

    def test_on_no_line(self) -> None:
        """What is about a whole source has no lines."""
        diagnostic = occurrence("load.x", "info", "odd")
        assert (diagnostic.line, diagnostic.lines) == (None, ())

    def test_severities(self) -> None:
        """There are three severities, from the lightest to the heaviest."""
        assert SEVERITIES == ("info", "warning", "error")


class TestLog:
    """Many occurrences."""

    def test_one_is_kept_as_it_is(self) -> None:
        """What occurred once is told as it was."""
        diagnostic = occurrence("ris.x", "info", "odd", line=3, text="TI  - x")
        assert log_of(diagnostic) == (diagnostic,)
        assert log_of() == ()

    def test_the_same_kind_is_counted(self) -> None:
        """Occurrences of one kind are one diagnostic: the first of them, with a count, all lines and the raw lines."""
        (told,) = log_of(
            occurrence("ris.x", "info", "odd: 1", source="a.ris", line=3, text="one"),
            occurrence("ris.x", "info", "odd: 2", source="a.ris", line=7, last=9, text="two\nlines"),
            occurrence("ris.x", "info", "odd: 3", source="a.ris", line=12),
        )
        assert (told.message, told.line, told.count) == ("odd: 1", 3, 3)
        assert told.lines == ((3, 3), (7, 9), (12, 12))
        assert told.text == "one\ntwo\nlines"

    def test_counts_add_up(self) -> None:
        """An occurrence that was counted before counts as many."""
        twice = Diagnostic(code="ris.x", severity="info", message="odd", line=3, count=2, lines=((3, 3), (4, 4)))
        (told,) = log_of(twice, occurrence("ris.x", "info", "odd", line=9))
        assert (told.count, told.lines, told.text) == (3, ((3, 3), (4, 4), (9, 9)), None)
        assert log_of(twice) == (twice,)

    def test_other_kinds_stand_apart(self) -> None:
        """Another code, severity or field is another kind."""
        told = log_of(
            occurrence("ris.x", "info", "odd", line=1),
            occurrence("ris.y", "info", "odd", line=2),
            occurrence("ris.x", "error", "odd", line=3),
            occurrence("ris.x", "info", "odd", line=4, field="doi"),
            occurrence("ris.x", "info", "odd", line=5, field="doi"),
        )
        assert [(d.code, d.severity, d.field, d.count) for d in told] == [
            ("ris.x", "info", None, 1),
            ("ris.y", "info", None, 1),
            ("ris.x", "error", None, 1),
            ("ris.x", "info", "doi", 2),
        ]

    def test_order(self) -> None:
        """Kinds are in the order of their first lines, then of their codes; what has no line comes first."""
        told = log_of(
            occurrence("ris.y", "info", "odd", line=5),
            occurrence("ris.x", "info", "odd", line=5),
            occurrence("ris.z", "info", "odd", line=2),
            occurrence("load.z", "info", "odd"),
        )
        assert [d.code for d in told] == ["load.z", "ris.z", "ris.x", "ris.y"]

    def test_order_of_the_lines(self) -> None:
        """The line of a kind is the first in the file, whichever was told first, and its lines are in order."""
        (told,) = log_of(occurrence("ris.x", "info", "odd", line=5), occurrence("ris.x", "info", "odd", line=4))
        assert (told.line, told.lines) == (4, ((4, 4), (5, 5)))

    def test_much_text(self) -> None:
        """Of a kind that occurs very often the first raw lines are kept, the first occurrence whole, and all lines."""
        long = "x" * 200_000
        (told,) = log_of(
            occurrence("ris.x", "info", "odd", line=1, text=long),
            *[occurrence("ris.x", "info", "odd", line=line, text="y" * 100) for line in range(2, 5_000)],
        )
        assert told.text is not None
        assert told.text.startswith(long)
        assert len(told.text) < 300_000
        assert len(told.lines) == told.count == 4_999

    def test_empty_text(self) -> None:
        """An empty raw line is a raw line."""
        (told,) = log_of(
            occurrence("ris.x", "info", "odd", line=1, text=""), occurrence("ris.x", "info", "odd", line=2, text="a")
        )
        assert told.text == "\na"

    def test_stop(self) -> None:
        """The first occurrence of severity "error" is handed over before it is counted; others are not."""
        handed: list[Diagnostic] = []

        def stop(diagnostic: Diagnostic) -> None:
            handed.append(diagnostic)
            raise RuntimeError

        log = DiagnosticLog(stop)
        log.add(occurrence("ris.x", "warning", "odd", line=1))
        error = occurrence("ris.y", "error", "bad", line=2)
        with pytest.raises(RuntimeError):
            log.add(error)
        assert handed == [error]
        assert [d.code for d in log.results()] == ["ris.x"]


def test_messages_that_come_in_turns() -> None:
    """Each that differs in more than a number is told once, in the order of the file."""
    said = ["of 2 parts", "torn", "of 3 parts", "torn", "lost"]
    (told,) = log_of(*[occurrence("ris.x", "info", message, line=line) for line, message in enumerate(said, 1)])
    assert told.message == "of 2 parts; also: torn; also: lost"
