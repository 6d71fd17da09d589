"""Where all texts of a field stand, asked at once and one by one."""

import random
import time
from collections.abc import Callable

import pytest

import coprod
from coprod import Paper, Span

TAGS = ("KW", "UR", "L1", "SN", "N1", "RN", "AU", "A2", "AN", "C1", "C3", "DB", "XX", "T2", "DO", "PY", "DA", "AB")
VALUES = (
    "trust",
    "*trust; crisis",
    "trust\ncrisis; trust\nx",
    "one\ntwo\ntwo",
    "R&amp;D",
    "caf&eacute;s; x;x",
    "o\ufb00er",
    "ΣΑΣ",
    "()",
    "-",
    "https://a.org/x",
    "https://a.org/x; https://a.org",
    "(https://a.org/(x)) https://a.org/(x)",
    "https://a.org/x https://a.org/x\nhttps://b.org",
    "1932-6203",
    "19326203 0317-8471",
    "978-3-030-63761-3 1932-6203",
    "Copyright of B",
    "note <i>x</i>",
    "Ran, B; Smith, J (EDITOR)",
    "PMID: 123",
    "10.1000/x",
    "2020/03/04",
)
TEXTS = ("keywords", "urls", "notes", "issn", "isbn", "authors", "editors", "contributors")


def record(lines: str) -> str:
    """A record of these lines."""
    return f"TY  - JOUR\n{lines}ER  - \n"


def odd_record(seed: int) -> str:
    """A record of tags and values that were drawn."""
    drawn = random.Random(seed)
    return record("".join(f"{drawn.choice(TAGS)}  - {drawn.choice(VALUES)}\n" for _ in range(drawn.randint(3, 25))))


def parts_of(paper: Paper, field: str) -> list[str]:
    """The paths of the items of a field."""
    if field == "extra":
        return [f"extra.{tag}[{index}]" for tag, values in paper.extra.items() for index in range(len(values))]
    if field == "identifiers":
        return [f'identifiers["{kind}"]' for kind in paper.identifiers]
    return [f"{field}[{index}]" for index in range(len(getattr(paper, field)))]


@pytest.mark.parametrize("seed", range(60))
def test_the_whole_stands_where_its_items_stand(seed: int) -> None:
    """The spans of a field are those of its items, each once; of a collection that was asked nothing before, too."""
    text = odd_record(seed)
    for field in (*TEXTS, "extra", "identifiers"):
        found, fresh = coprod.loads(text, format="ris"), coprod.loads(text, format="ris")
        (paper,) = found.papers
        alone: list[Span] = [span for path in parts_of(paper, field) for span in found.locate(paper, path)]
        assert fresh.locate(paper, field) == tuple(dict.fromkeys(alone)), field


@pytest.mark.parametrize(
    ("value", "field", "places"),
    [
        ("KW  - a; b; a", "keywords", [6, 9]),
        ("UR  - https://a.org/x; https://a.org", "urls", [6, 23]),
        ("SN  - 19326203 0317-8471", "issn", [6, 15]),
        ("XX  - a\nXX  - a", "extra", [6, 6]),
    ],
)
def test_each_item_has_its_own_place(value: str, field: str, places: list[int]) -> None:
    """Equal items stand one after the other, and each address between marks."""
    found = coprod.loads(record(f"{value}\n"))
    assert [span.start for span in found.locate(found.papers[0], field)] == places


def lines_with(line: str) -> Callable[[int], str]:
    """Makes a record of so many of a line, each with its number."""
    return lambda count: record("".join(line.replace("#", str(number)) + "\n" for number in range(count)))


def rows_with(tag: str, item: str) -> Callable[[int], str]:
    """Makes a record of one line with so many items."""
    return lambda count: record(f"{tag}  - {'; '.join(item.replace('#', str(number)) for number in range(count))}\n")


def serials_on_a_line(count: int) -> str:
    """A record of one line with so many ISSNs, printed without their hyphens."""
    return record(f"SN  - {'; '.join(issns(count))}\n")


def issns(count: int) -> list[str]:
    """So many ISSNs, with their check digits."""
    found = []
    for number in range(1_000_000, 1_000_000 + count):
        check = -sum(int(digit) * (8 - place) for place, digit in enumerate(str(number))) % 11
        found.append(f"{number}{'X' if check == 10 else check}")
    return found


LARGE = {
    "equal values of a tag": (lines_with("U1  - x"), "extra"),
    "keywords": (lines_with("KW  - word#"), "keywords"),
    "keywords on a line": (rows_with("KW", "word#"), "keywords"),
    "addresses": (lines_with("UR  - https://a.org/x#"), "urls"),
    "addresses on a line": (rows_with("UR", "https://a.org/x#"), "urls"),
    "serial numbers on a line": (serials_on_a_line, "issn"),
    "notes with markup": (lines_with("N1  - note <i>#</i>"), "notes"),
    "values that were repaired": (lines_with("KW  - o\ufb00er &amp; #"), "keywords"),
    "lines of a keyword": (lambda count: record("TI  - Trust\nKW  - a\n" + "IS-95\n" * count), "keywords"),
    "sections": (
        lambda count: record(f"AB  - {'AIM: We ask. RESULTS: They do. ' * (count // 2)}\n"),
        "abstract.sections",
    ),
}


@pytest.mark.timing
@pytest.mark.parametrize(("make", "field"), LARGE.values(), ids=LARGE)
def test_a_field_of_many_values_takes_time_in_proportion(make: Callable[[int], str], field: str) -> None:
    """Four times as many values take about four times the time to locate, asked at once and one by one."""
    spent = {}
    for count in (2_000, 8_000):
        text = make(count)
        spent[count] = min(_seconds(coprod.loads(text), field) for _ in range(3))
    assert spent[8_000] < 8 * spent[2_000] + 0.2, spent


def _seconds(found: coprod.Collection, field: str) -> float:
    """CPU time of locating a field of the only paper, whole and then by its parts."""
    (paper,) = found.papers
    start = time.process_time()
    assert found.locate(paper, field)
    for path in parts_of(paper, field) if field != "abstract.sections" else ():
        found.locate(paper, path)
    return time.process_time() - start
