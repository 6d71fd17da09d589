"""RIS, whole, damaged, cut or none at all: what is read, what is told, and that nothing is lost."""

import itertools
import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coprod import Collection, Diagnostic, Limits, loads
from coprod.decoding import Block, Decoder, Note, detect
from coprod.exceptions import CoprodError
from coprod.models import FrozenMapping
from coprod.models._checks import check_types
from coprod.readers.ris.build import Builder
from coprod.readers.ris.forms import STANDARD, form_of
from coprod.readers.ris.raw import RawRecord, Stretch
from coprod.readers.ris.tokens import as_stretch, candidates, clean_record, read_records
from coprod.readers.ris.walker import Walker
from tests.property.ris_damage import Damaged, byte_soup, damaged_files, soup
from tests.property.ris_strategies import Line, Written, line_ends, odd_records, written_records

quick = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def ris(content: str | bytes) -> Collection:
    """The content, read as RIS."""
    return loads(content, name="a.ris", format="ris")


def lines_of(text: str) -> list[str]:
    """The lines of a text, as this library counts them."""
    return re.split("\r\n|\r|\n", text)


def own(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """The diagnostics but for that of an empty Collection."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.code != "load.no-records"]


def reader_of(content: str | bytes) -> str | None:
    """The reader that knows the content; None for an exception of ours."""
    try:
        return loads(content).sources[0].reader
    except CoprodError:
        return None


@given(records=st.lists(written_records(), min_size=1, max_size=4), end=line_ends(), gap=st.integers(0, 2))
@quick
def test_valid_records_come_back(records: list[Written], end: str, gap: int) -> None:
    """Valid records are read value for value, on the lines where they stand, without a warning or an error."""
    found = ris((end * gap).join(record.text(end) for record in records))
    line = 1
    for paper, record in zip(found.papers, records, strict=True):
        fields = paper.to_dict()
        del fields["id"]
        last = line + len(record.lines) - 1
        assert fields.pop("source") == {"name": "a.ris", "reader": "ris", "first_line": line, "last_line": last}
        assert fields == record.means
        line = last + 1 + gap
    assert [diagnostic for diagnostic in found.diagnostics if diagnostic.severity != "info"] == []


@given(data=st.data(), records=st.lists(written_records(), min_size=1, max_size=3), end=st.sampled_from(["\n", "\r\n"]))
@quick
def test_any_prefix(data: st.DataObject, records: list[Written], end: str) -> None:
    """A file cut at any byte gives the records before the cut as they were, and tells of the one that was cut."""
    content = end.join(record.text(end) for record in records).encode()
    cut = data.draw(st.integers(0, len(content) - 1))
    prefix = content[:cut]
    whole, found = ris(content), ris(prefix)
    complete = len(re.findall(rb"^ER  -", prefix, re.MULTILINE))
    assert found.papers[:complete] == whole.papers[:complete]
    assert len(found.papers) <= complete + 1
    rest = re.split(rb"^ER  -\s*", prefix, flags=re.MULTILINE)[-1]
    if rest.strip():
        last = len(prefix.rstrip().splitlines())
        assert any(first <= last <= end for diagnostic in own(found.diagnostics) for first, end in diagnostic.lines)
    else:
        assert own(found.diagnostics) == []
        assert len(found.papers) == complete


@given(data=st.data(), records=st.lists(written_records(), min_size=1, max_size=2))
@quick
def test_any_prefix_of_unknown_format(data: st.DataObject, records: list[Written]) -> None:
    """Whatever is left of a file, looking at it without knowing its format raises nothing but CoprodError."""
    content = "\n".join(record.text() for record in records).encode(
        data.draw(st.sampled_from(["utf-8", "utf-16", "utf-32"]))
    )
    prefix = content[: data.draw(st.integers(0, len(content)))]
    assert reader_of(prefix) in (None, "ris")


@given(content=st.binary(max_size=300) | byte_soup() | soup() | st.text(max_size=100))
@settings(quick, max_examples=150)
@example(content=b"\xff\xfe\x00")
@example(content="\ud800")
@example(content=b"\nKW -TY  -")
@example(content="TY  - JOUR\nstray\nER  - \ud800")
def test_anything(content: str | bytes) -> None:
    """Whatever is handed over, only CoprodError is raised, and every line that is named is a line of the source."""
    assert reader_of(content) in (None, "ris")
    found = ris(content)
    counted = content.count(b"\n") + content.count(b"\r") if isinstance(content, bytes) else len(lines_of(content))
    most = counted + 1
    end = 0
    for paper in found.papers:
        check_types(paper)
        assert type(paper.extra) is FrozenMapping
        assert paper.source is not None
        assert end <= paper.source.first_line <= paper.source.last_line <= most
        end = paper.source.last_line
    for diagnostic in found.diagnostics:
        assert all(1 <= first <= last <= most for first, last in diagnostic.lines)
        assert diagnostic.line is None or diagnostic.line in [first for first, _last in diagnostic.lines]
        assert diagnostic.count >= len(diagnostic.lines)


@given(content=soup())
@quick
def test_anything_survives_json(content: str) -> None:
    """Whatever was read survives JSON, but for half characters, which JSON text in UTF-8 cannot hold."""
    found = ris(content.replace("\ud800", ""))
    if not re.search("[\ud800-\udfff]", content):
        assert Collection.from_json(found.to_json().encode()) == found


def as_tuple(raw: RawRecord) -> tuple[object, ...]:
    """All that a raw record says."""
    places = range(len(raw.tags))
    return (
        raw.type,
        list(raw.tags),
        list(raw.values),
        raw.first_line,
        raw.last_line,
        raw.text,
        [raw.line_of(place) for place in places],
        [list(raw.parts_of(place)) for place in places],
    )


def encoded(lines: tuple[Line, ...]) -> list[bytes]:
    """The lines of a record as they stand in a block."""
    return [f"{tag}  - {value}".encode() for tag, value in lines]


@given(record=odd_records(), first=st.integers(1, 1000), blank=st.integers(0, 2))
@quick
def test_quick_and_careful_lines(record: tuple[Line, ...], first: int, blank: int) -> None:
    """Clean lines are cut into the same tags and values by the table and by the Walker."""
    block = Block(first, [b""] * blank + encoded(record))
    (candidate,) = candidates([block], STANDARD)
    assert not isinstance(candidate, Stretch)
    assert candidate[0] == first + blank
    quickly = clean_record(candidate, STANDARD.width)
    carefully = Walker("a.ris", as_stretch(candidate), STANDARD).walk()
    assert quickly is not None
    assert [as_tuple(item) for item in carefully if isinstance(item, RawRecord)] == [as_tuple(quickly)]
    assert len(carefully) == 1


@given(records=st.lists(odd_records(), min_size=1, max_size=6))
@settings(quick, max_examples=150)
def test_quick_and_careful_papers(records: list[tuple[Line, ...]]) -> None:
    """A Paper that is made by a recipe is the one that the careful way makes, and the same is told of it."""
    block = Block(1, [line for record in records for line in encoded(record)])
    builder, careful = Builder("a.ris"), Builder("a.ris")
    for candidate in candidates([block], STANDARD):
        assert not isinstance(candidate, Stretch)
        raw = clean_record(candidate, STANDARD.width)
        assert raw is not None
        expected = careful.paper(raw)
        paper = builder.usual.paper(candidate)
        if paper is not None:
            assert paper == expected
            assert paper.to_json() == expected.to_json()
            assert set(builder.usual.told(paper)) == set(careful.odd)


@given(records=st.lists(written_records(), min_size=1, max_size=4), data=st.data())
@quick
def test_a_blank_line_changes_nothing(records: list[Written], data: st.DataObject) -> None:
    """A blank line somewhere in a record, which makes it go the careful way, changes neither values nor diagnostics."""
    plain = "".join(record.text() for record in records)
    broken = ""
    for record in records:
        lines = record.text().splitlines(keepends=True)
        lines.insert(data.draw(st.integers(1, len(lines) - 1)), "\n")
        broken += "".join(lines)
    whole, found = ris(plain), ris(broken)
    for paper, other in zip(whole.papers, found.papers, strict=True):
        left, right = paper.to_dict(), other.to_dict()
        for name in ("id", "source"):
            del left[name], right[name]
        assert left == right
    assert [diagnostic.code for diagnostic in whole.diagnostics] == [
        diagnostic.code for diagnostic in found.diagnostics
    ]


def pieces(content: bytes, cuts: list[int]) -> Iterator[bytes]:
    """The content, cut at some places."""
    places = [0, *sorted(cut % (len(content) + 1) for cut in cuts), len(content)]
    for start, end in itertools.pairwise(places):
        yield content[start:end]


def tokens(content: bytes, cuts: list[int]) -> tuple[list[object], list[Note], set[str]]:
    """Raw records and diagnostics of a content that comes in pieces, and what was told of its encoding."""
    notes: list[Note] = []
    decoder = Decoder("a.ris", detect(content, None)[0], notes.append, Limits())
    form = form_of(content.decode("utf-8", "replace"))
    items: list[object] = [
        as_tuple(item) if isinstance(item, RawRecord) else item
        for item in read_records("a.ris", decoder.blocks(pieces(content, cuts)), form)
    ]
    return items, sorted(notes, key=str), decoder.used


@given(
    content=byte_soup() | damaged_files().map(lambda file: file.text.encode()),
    cuts=st.lists(st.integers(0, 10_000), max_size=30),
)
@settings(quick, max_examples=150)
@example(content=b"TY  - JOUR\nTI  - a\nTY  - JOUR\nTI  - b\nER  - ", cuts=[])
@example(content=b"TY  - JOUR\nER  - TY  - JOUR\nTI  - b\nER  - ", cuts=[])
@example(content=b"TY  - JOUR\r\nTI  - a\r\rER  - \r\n", cuts=[])
def test_pieces_of_any_size(content: bytes, cuts: list[int]) -> None:
    """Read in pieces of any size, byte by byte too, a content gives the same records and diagnostics as at once."""
    at_once = tokens(content, [])
    assert tokens(content, cuts) == at_once
    assert tokens(content, list(range(len(content)))) == at_once


def words_of(found: Collection) -> set[str]:
    """Every word in an object, in `extra` or in the text of a diagnostic."""
    objects = json.dumps([paper.to_dict() for paper in found.papers])
    told = "\n".join(diagnostic.text or "" for diagnostic in found.diagnostics)
    return set(re.findall(r"w[0-9]+z", f"{objects}\n{told}"))


@given(damaged=damaged_files())
@settings(quick, max_examples=250)
def test_nothing_is_lost(damaged: Damaged) -> None:
    """Whatever is missing, glued, blank or strange in a file, each word of it is in an object or in a diagnostic."""
    found = ris(damaged.text)
    assert damaged.words - words_of(found) == set()


@given(damaged=damaged_files())
@quick
def test_nothing_is_made_up(damaged: Damaged) -> None:
    """No text of a Paper has a word that is not in the file."""
    found = ris(damaged.text)
    assert words_of(found) <= damaged.words
    for paper in found.papers:
        for value in (paper.title, paper.volume, paper.container_title, *paper.keywords, *paper.notes):
            assert all(word in damaged.text for word in (value or "").split())


@given(
    records=st.lists(written_records(), min_size=1, max_size=3),
    stray=st.sampled_from(["Record #1 of 3", "12.", "", " "]),
)
@quick
def test_line_numbers(records: list[Written], stray: str) -> None:
    """The lines that a Paper names are those from its TY to its ER, whatever stands between the records."""
    text = "".join(f"{stray}\n{record.text()}" for record in records)
    lines = lines_of(text)
    found = ris(text)
    assert len(found.papers) == len(records)
    for paper, record in zip(found.papers, records, strict=True):
        assert paper.source is not None
        first, last = paper.source.first_line, paper.source.last_line
        assert "\n".join(lines[first - 1 : last]) + "\n" == record.text()
    told = [text for diagnostic in found.diagnostics for text in (diagnostic.text or "").split("\n")]
    assert told == ([stray] * len(records) if stray.strip() else [])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", ["Zwölf Wehre", "水門 😀", "ﬁn"])
def test_every_prefix_of_one_file(end: str, text: str) -> None:
    """One file, cut at each of its bytes, gives one record, then two, and tells of the one that was cut."""
    record = f"TY  - JOUR{end}TI  - {text}{end}PY  - 2031{end}ER  - {end}"
    content = (record + end + record).encode()
    for cut in range(len(content) + 1):
        found = ris(content[:cut])
        complete = len(re.findall(rb"^ER  -", content[:cut], re.MULTILINE))
        assert [paper.title for paper in found.papers[:complete]] == [text] * complete
        rest = re.split(rb"^ER  -\s*", content[:cut], flags=re.MULTILINE)[-1].strip()
        assert bool(own(found.diagnostics)) is bool(rest)
