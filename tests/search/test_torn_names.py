"""Names torn apart at given and family name, above a line that is whole."""

import pytest

import coprod

CITED = "bioRxiv 2020.01.02.00000{0}; doi: https://doi.org/10.9999/2020.01.02.00000{0}"


def read(*rows: str) -> list[tuple[str | None, list[str], str | None]]:
    """Title, names and DOI of each paper of a page of plain text."""
    lines = [f"{len(rows)} Results"]
    for number, row in enumerate(rows, 1):
        lines += [row, CITED.format(number)]
    papers = coprod.loads("\n".join(lines)).papers
    return [(paper.title, [name.literal for name in paper.authors], paper.doi) for paper in papers]


TWO = ["Ana M. Costa Dias", "Ben Adler"]


@pytest.mark.parametrize("joint", [",", ";", "and", "&"])
def test_names_on_two_lines_each_above_a_whole_line(joint: str) -> None:
    """They are the authors, and what is above is the title."""
    row = f"Queues of ants\nAna M.\nCosta Dias\n{joint}\nBen\nAdler"
    other = f"Ferries in fog\nMia\nDahl\n{joint}\nAna\nCosta"
    assert read(row, other) == [
        ("Queues of ants", TWO, "10.9999/2020.01.02.000001"),
        ("Ferries in fog", ["Mia Dahl", "Ana Costa"], "10.9999/2020.01.02.000002"),
    ]


def test_that_they_were_torn_is_told() -> None:
    """The names are; the line below them is whole, and is not told."""
    page = f"1 Results\nQueues of ants\nAna M.\nCosta Dias\n,\nBen\nAdler\n{CITED.format(1)}"
    (told,) = [told for told in coprod.loads(page).diagnostics if told.code == "search.torn-lines"]
    assert told.text == "Ana M. Costa Dias, Ben Adler"


@pytest.mark.parametrize("names", ["Ana Costa, Ben Adler", "Ana Costa\n,\nBen Adler", "Ana Costa,\nBen Adler"])
def test_names_on_one_line_each(names: str) -> None:
    """They stay as they are, whatever the title above is."""
    for title in ("Queues of ants", "Urban Water"):
        assert read(f"{title}\n{names}") == [
            (title, ["Ana Costa", "Ben Adler"], "10.9999/2020.01.02.000001")
        ]  # fmt: skip


def test_a_group_behind_a_torn_name() -> None:
    """A name of one line is no part of the one above."""
    assert read("Queues of ants\nAna\nCosta\n,\nSleep Group") == [
        ("Queues of ants", ["Ana Costa", "Sleep Group"], "10.9999/2020.01.02.000001")
    ]


def test_names_below_a_torn_row() -> None:
    """No line of the row above is looked at, even if it is a DOI alone."""
    names = "Queues of ants\nAna M.\nCosta Dias\n,\nBen\nAdler\n"
    row = names + CITED.replace(" https://doi.org/", "\n")
    page = "2 Results\n" + "\n".join(row.format(number) for number in (1, 2))
    assert [(paper.title, [name.literal for name in paper.authors]) for paper in coprod.loads(page).papers] == [
        ("Queues of ants", TWO),
        ("Queues of ants", TWO),
    ]
