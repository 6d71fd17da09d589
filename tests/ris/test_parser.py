"""Users of rispy get our grammar in rispy's shape: what plain rispy reads right is the same, what it drops is there."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from rispy.config import LIST_TYPE_TAGS, TAG_KEY_MAPPING

import coprod
from coprod.readers import ris
from coprod.readers.ris import TolerantRisParser

ROOT = Path(__file__).parents[2]
CASES = sorted(path.parent for path in ROOT.glob("tests/data/ris/*/expected.json"))

SCALAR_TAGS = sorted(set(TAG_KEY_MAPPING) - set(LIST_TYPE_TAGS) - {"TY", "ER", "UK"})
MANY_TAGS = [*LIST_TYPE_TAGS, "ED", "U1", "XX", "L3"]


def tolerant(text: str, **options: Any) -> list[dict[str, Any]]:
    """What our parser reads."""
    records: list[dict[str, Any]] = rispy.loads(text, implementation=TolerantRisParser, **options)
    return records


def plain(text: str, **options: Any) -> list[dict[str, Any]]:
    """What the parser of rispy reads."""
    records: list[dict[str, Any]] = rispy.loads(text, **options)
    return records


# What rispy reads right -------------------------------------------------------------------------------

VALUES = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"), max_size=40).map(
    str.strip
)
WRAPS = st.lists(st.from_regex(r"[a-z]{1,9}( [a-z;]{1,9}){0,3}", fullmatch=True), max_size=3)


def lines_of_tag(tag: str, value: str, wraps: list[str]) -> list[str]:
    """A tag with its value, which goes on over further lines unless it is empty or rispy loses them."""
    return [f"{tag}  - {value}", *(wraps if value and tag in TAG_KEY_MAPPING else [])]


@st.composite
def records(draw: st.DrawFn) -> str:
    """A record as the specification wants it: list tags and unknown ones as often as they like, any other once."""
    once = draw(st.lists(st.sampled_from(SCALAR_TAGS), unique=True, max_size=8))
    often = draw(st.lists(st.sampled_from(MANY_TAGS), max_size=8))
    tags = draw(st.permutations([*once, *often]))
    lines = [line for tag in tags for line in lines_of_tag(tag, draw(VALUES), draw(WRAPS))]
    return "\n".join([f"TY  - {draw(st.sampled_from(['JOUR', 'BOOK', 'THES']))}", *lines, "ER  - ", ""])


FILES: SearchStrategy[str] = st.lists(records(), max_size=4).map("\n".join)


@given(FILES)
@settings(deadline=None, max_examples=40)
def test_valid_files_give_what_rispy_gives(text: str) -> None:
    """Of a file that keeps to the specification, every record is equal to rispy's, and so it is of an open file."""
    expected = plain(text)
    assert tolerant(text) == expected
    assert rispy.load(io.StringIO(text, newline="\n"), implementation=TolerantRisParser) == expected


OPTIONS: dict[str, dict[str, Any]] = {
    "mapping": {"mapping": {**TAG_KEY_MAPPING, "TI": "heading", "ED": "editors"}},
    "list_tags": {"list_tags": ["AU", "TI", "DO"]},
    "ignore": {"ignore": ["TI", "KW"]},
    "skip_unknown_tags": {"skip_unknown_tags": True},
    "enforce_list_tags": {"enforce_list_tags": False},
    "delimiter_tags_mapping": {"delimiter_tags_mapping": {"KW": ",", "TI": ";"}},
    "delimiter and no list": {"delimiter_tags_mapping": {"TI": ";"}, "enforce_list_tags": False},
    "no delimiter": {"delimiter_tags_mapping": {}},
}

REPEATED = (
    "TY  - JOUR\n"
    "AU  - Ran, Bing\n"
    "TI  - One; two\n"
    "TI  - Three; four\n"
    "KW  - a, b\n"
    "KW  - c\n"
    "ED  - Alford, John\n"
    "ED  - Wang, Huanming\n"
    "UR  - https://a.org/1; https://a.org/2\n"
    "UR  - https://a.org/3\n"
    "DO  - \n"
    "ER  - \n"
)


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_the_options_of_rispy_count(options: dict[str, Any]) -> None:
    """Every option of `RisParser` changes the result as it does in rispy, for repeated tags as well."""
    assert tolerant(REPEATED, **options) == plain(REPEATED, **options)


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_the_options_of_rispy_count_for_wrapped_values(options: dict[str, Any]) -> None:
    """The same for values that go on over lines."""
    text = "TY  - JOUR\nAU  - Ran, Bing\nWang, H\nTI  - One; two\nthree; four\nKW  - a, b\nc, d\nER  - \n"
    if "ignore" not in options:
        assert tolerant(text, **options) == plain(text, **options)
    else:
        assert tolerant(text, **options) == [{"type_of_reference": "JOUR", "authors": ["Ran, Bing", "Wang, H"]}]


def test_the_option_newline_counts() -> None:
    """Lines end where the caller says that they do."""
    text = "TY  - JOUR|TI  - One|ER  - |"
    assert tolerant(text, newline="|") == [{"type_of_reference": "JOUR", "title": "One"}]


def test_what_rispy_writes_is_read_as_it_was() -> None:
    """Records survive a journey through rispy's writer."""
    records = plain(REPEATED)
    assert tolerant(rispy.dumps(records)) == plain(rispy.dumps(records))


# What rispy does not read -----------------------------------------------------------------------------

ODD = {
    "a byte order mark": ("\ufeffTY  - JOUR\nTI  - A\nER  - \n", [{"type_of_reference": "JOUR", "title": "A"}]),
    "a byte order mark in mid-file": (
        "TY  - JOUR\nER  - \n\ufeffTY  - BOOK\nER  - \n",
        [{"type_of_reference": "JOUR"}, {"type_of_reference": "BOOK"}],
    ),
    "one space in front of the hyphen": ("TY - JOUR\nTI - A\nER -", [{"type_of_reference": "JOUR", "title": "A"}]),
    "no space behind the hyphen": (
        "TY  - JOUR\nTI  -Abc\nVL  - 3\nER  - ",
        [{"type_of_reference": "JOUR", "title": "Abc", "volume": "3"}],
    ),
    "a record without ER": (
        "TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B\n",
        [{"type_of_reference": "JOUR", "title": "A"}, {"type_of_reference": "BOOK", "title": "B"}],
    ),
    "a record without TY": ("TI  - A\nER  - \n", [{"title": "A"}]),
    "bare CR": ("TY  - JOUR\rTI  - A\rER  - \r", [{"type_of_reference": "JOUR", "title": "A"}]),
    "CRLF": ("TY  - JOUR\r\nTI  - A\r\n b\r\nER  - \r\n", [{"type_of_reference": "JOUR", "title": "A b"}]),
    "blank lines in a value": (
        "TY  - JOUR\nAB  - A\n\nb\nKW  - c\n\nER  - \n",
        [{"type_of_reference": "JOUR", "abstract": "A b", "keywords": ["c"]}],
    ),
    "text between records": (
        "Record #1 of 1\nTY  - JOUR\nTI  - A\nER  - \nstray\n",
        [{"type_of_reference": "JOUR", "title": "A"}],
    ),
    "a wrapped value of a repeated tag": (
        "TY  - JOUR\nTI  - A\nTI  - B\nc\nER  - \n",
        [{"type_of_reference": "JOUR", "title": "A"}],
    ),
    "a tag of MEDLINE": (
        "TY  - JOUR\nPMID- 12\nTI  - A\nER  - \n",
        [{"type_of_reference": "JOUR", "title": "A", "unknown_tag": {"PMID": ["12"]}}],
    ),
    "half a character": ("TY  - JOUR\nTI  - \ud83d\nER  - \n", [{"type_of_reference": "JOUR", "title": "\ud83d"}]),
    "nothing": ("", []),
    "no record": ("Dear reader\n", []),
}


@pytest.mark.parametrize(("text", "expected"), ODD.values(), ids=ODD)
def test_what_rispy_drops_is_read(text: str, expected: list[dict[str, Any]]) -> None:
    """A file that plain rispy refuses, drops or mixes up gives its records."""
    assert tolerant(text) == expected


def test_a_repeated_tag_keeps_all_values_if_the_caller_wants_them() -> None:
    """With `enforce_list_tags=False` the second value of a tag is there, wrapped or not."""
    text = "TY  - JOUR\nTI  - A\nTI  - B\nc\nER  - \n"
    assert tolerant(text, enforce_list_tags=False)[0]["title"] == ["A", "B c"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_as_many_records_as_papers(path: Path) -> None:
    """Both ways into the grammar find the same records in every file of the tests."""
    (file,) = path.glob("input.*")
    options = json.loads((path / "expected.json").read_text(encoding="utf-8")).get("options", {})
    papers = coprod.load(file, **{**options, "format": "ris"}).papers
    text = "\n".join(_lines(file, options))
    assert len(tolerant(text)) == len(papers)


def _lines(file: Path, options: dict[str, Any]) -> list[str]:
    """The lines of a file, decoded by the library."""
    from coprod.document import Document, Options

    with file.open("rb") as stream:
        document = Document(file.name, iter([stream.read()]), Options(encoding=options.get("encoding")))
    return [line for _number, line in document.lines()]


def test_the_seeds_are_read_from_a_path() -> None:
    """`rispy.load` takes a path, and reads the seed that plain rispy finds nothing in."""
    path = ROOT / "seeds" / "co-production-during-crises.ris"
    (record,) = rispy.load(path, encoding="utf-8", implementation=TolerantRisParser)
    assert record["authors"] == ["Wang, Huanming", "Zhang, Sihan", "Ran, Bing"]
    assert record["notes"] == [
        "Publisher Copyright:",
        "© 2025 The Author(s). Published with license by Taylor & Francis Group, LLC.",
    ]


# What else a user may want ----------------------------------------------------------------------------


def test_what_was_odd_is_told() -> None:
    """A parser that is kept tells what was odd about the lines that it read last."""
    parser = TolerantRisParser()
    parser.parse("TY  - JOUR\nTI  - A\nTY  - BOOK\nER  - \n")
    assert [diagnostic.code for diagnostic in parser.diagnostics] == ["ris.missing-er"]
    parser.parse("TY  - JOUR\nER  - \n")
    assert parser.diagnostics == ()


def test_a_subclass_may_have_other_defaults() -> None:
    """Class variables of rispy work as they do there."""

    class Terse(TolerantRisParser):
        DEFAULT_IGNORE = ("TI",)
        DEFAULT_LIST_TAGS = ("DO",)

    assert Terse().parse("TY  - JOUR\nTI  - A\nDO  - b\nER  - ") == [{"type_of_reference": "JOUR", "doi": ["b"]}]


def test_the_reader_has_no_other_attributes() -> None:
    """The parser is imported when it is asked for, and nothing else is made up."""
    assert issubclass(TolerantRisParser, rispy.RisParser)
    with pytest.raises(AttributeError, match="no attribute 'LenientRisParser'"):
        _ = ris.LenientRisParser
