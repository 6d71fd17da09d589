"""Each page of tests/data/pages/study-group is read as its `.json` says, from HTML and from text.

A case is `name.html`, `name.txt` (what a browser copies of it) and `name.json`:

    the fields of the study group; a date as ISO 8601, people as [name, affiliation, role], plans and outcomes as
    [marker, text], citations as [text, authors, year], participation as [text, unit]
    html_only    fields that only the HTML form knows
    furniture    lines of the text form that are headings, announcements of lists, menus and the like
    not_read     texts of the diagnostics for what no field holds
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

import coprod
from coprod import Collection, Diagnostic, PartialDate, StudyGroup
from coprod.document import Document
from coprod.readers.pages.blocks import Passage
from coprod.readers.pages.draft import Traced
from coprod.readers.study_group.reading import traced
from tests.study_group.plain import plain

DATA = Path(__file__).parent.parent / "data" / "pages" / "study-group"
CASES = sorted(path.stem for path in DATA.glob("*.json"))
PAGES = sorted(path for path in DATA.glob("*.*") if path.suffix in (".html", ".txt"))
LEFT_OUT = ("study-group.not-read", "study-group.lost-link", "study-group.second-aim")


def expected_of(case: str) -> dict[str, Any]:
    """What the page of a case says."""
    expected: dict[str, Any] = json.loads((DATA / f"{case}.json").read_text(encoding="utf-8"))
    return expected


def left_out(found: Collection) -> list[str]:
    """The texts that no field holds, in the order of the diagnostics."""
    texts = [
        " ".join(line.split())
        for one in found.diagnostics
        if one.code in LEFT_OUT
        for line in (one.text or "").split("\n")
    ]
    return sorted(texts)


def test_there_are_enough_pages() -> None:
    """There are ten groups or more, each as HTML and as text."""
    assert len(CASES) >= 10
    assert len(PAGES) == 2 * len(CASES)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("suffix", [".html", ".txt"])
def test_the_page_is_read(case: str, suffix: str) -> None:
    """Every field is as expected, and what no field holds is told."""
    expected = expected_of(case)
    only = expected.pop("html_only", {})
    del expected["furniture"]
    wanted = sorted(expected.pop("not_read", []))
    if suffix == ".html":
        expected |= only
    found = coprod.load(DATA / f"{case}{suffix}")
    assert [source.reader for source in found.sources] == ["study-group"]
    (group,) = found.study_groups
    assert plain(group) == expected
    assert left_out(found) == wanted
    assert {one.severity for one in found.diagnostics if one.code.startswith("study-group.")} <= {"info"}


@pytest.mark.parametrize("case", CASES)
def test_html_and_text_are_one(case: str) -> None:
    """HTML and text give equal groups, but for the fields that only HTML knows."""
    only = dict.fromkeys([*expected_of(case).get("html_only", {}), "id", "source", "url"])
    groups = [coprod.load(DATA / f"{case}{suffix}").study_groups[0].to_dict() for suffix in (".html", ".txt")]
    html, text = ({name: value for name, value in group.items() if name not in only} for group in groups)
    assert html == text


@pytest.mark.parametrize("case", CASES)
def test_torn_lines_are_read_or_told(case: str) -> None:
    """The text of `get_text`, which tears lines apart, gives an equal group or a diagnostic."""
    page = BeautifulSoup((DATA / f"{case}.html").read_text(encoding="utf-8"), "html.parser")
    found = coprod.loads(page.get_text("\n"), format="study-group")
    whole = coprod.load(DATA / f"{case}.html").study_groups[0]
    assert found.diagnostics or [plain(group) for group in found.study_groups] == [plain(whole)]


@pytest.mark.parametrize("case", CASES)
def test_every_line_is_accounted_for(case: str) -> None:
    """Every line is in the group or in a diagnostic, but for headings and furniture, which the case lists."""
    path = DATA / f"{case}.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    items = list(traced(Document(path.name, iter([path.read_bytes()]))))
    (record,) = (item for item in items if isinstance(item, Traced))
    seen = {number for passage in record.trace.in_detail().values() for number in _lines_of(passage)}
    seen |= {
        number
        for item in items
        if isinstance(item, Diagnostic)
        for first, last in item.lines
        for number in range(first, last + 1)
    }
    rest = [line.strip() for number, line in enumerate(lines, 1) if line.strip() and number not in seen]
    assert rest == expected_of(case)["furniture"]


def _lines_of(passage: Passage) -> Iterator[int]:
    for cut in passage.cuts:
        yield from range(cut.block.line, cut.block.last_line + 1)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_values_are_traced(path: Path) -> None:
    """The spans of each text value hold the value; those of one group lie inside its lines."""
    found = coprod.load(path)
    (group,) = found.study_groups
    lines = path.read_text(encoding="utf-8").split("\n")
    checked = 0
    for name, value in _texts(group):
        spans = found.locate(group, name)
        assert spans, name
        if any(span.end is None for span in spans):
            continue
        said = " ".join(lines[span.line - 1][span.start : span.end] for span in spans)
        assert _bare(said) == _bare(value), name
        checked += 1
    assert checked > 3


def _texts(group: StudyGroup) -> list[tuple[str, str]]:
    """Paths and values of what is verbatim in the page."""
    pairs = [(name, getattr(group, name)) for name in ("code", "name", "title", "host", "aim")]
    pairs += [(f"background[{index}]", text) for index, text in enumerate(group.background)]
    for index, topic in enumerate(group.topics):
        pairs.append((f"topics[{index}].title", topic.title))
        pairs += [(f"topics[{index}].text[{at}]", text) for at, text in enumerate(topic.text)]
        pairs += [(f"topics[{index}].questions[{at}]", text) for at, text in enumerate(topic.questions)]
    for index, meeting in enumerate(group.meetings):
        pairs += [(f"meetings[{index}].{name}", getattr(meeting, name)) for name in ("city", "country", "text")]
        pairs.append((f"meetings[{index}].date", _printed(meeting.date)))
    for name in ("plans", "outcomes", "publications"):
        pairs += [(f"{name}[{index}].text", item.text) for index, item in enumerate(getattr(group, name))]
    pairs += [(f"citations[{index}].text", one.text) for index, one in enumerate(group.citations)]
    pairs += [(f"participation[{index}].text", one.text) for index, one in enumerate(group.participation)]
    for index, person in enumerate(group.people):
        pairs += [(f"people[{index}].{name}", getattr(person, name)) for name in ("literal", "affiliation")]
    for index, period in enumerate(group.periods):
        pairs += [(f"periods[{index}].{name}", getattr(period, name)) for name in ("label", "text")]
    return [(name, value) for name, value in pairs if value]


def _printed(date: PartialDate | None) -> str | None:
    return None if date is None else date.raw or date.iso


def _bare(text: str) -> str:
    return re.sub(r"<[^>]*>|\s", "", text).replace("?", "‘").replace("&amp;", "&")


SEED = Path(__file__).parents[2] / "seeds" / "study-group.txt"


def test_the_seed_has_an_html_form() -> None:
    """The page of the seeds and its HTML form give equal groups; only HTML knows the address."""
    (text,) = coprod.load(SEED).study_groups
    (html,) = coprod.load(DATA / "seed-form" / "page.html").study_groups
    assert plain(html) == plain(text) | {"url": "https://iias.example/study-groups/sg-x"}
    assert html.participation == text.participation
    assert (len(text.topics), len(text.meetings), len(text.plans), len(text.outcomes)) == (8, 5, 6, 3)


def test_marks_are_not_needed() -> None:
    """A page that lost the marks of its lists gives the same lists, without the marks; a diagnostic says so."""
    whole = SEED.read_text(encoding="utf-8")
    found = coprod.loads(re.sub(r"^(?:\([ivx]+\)|[0-9]\.) ", "", whole, flags=re.MULTILINE))
    (group,) = found.study_groups
    (marked,) = coprod.loads(whole).study_groups
    assert [topic.title for topic in group.topics] == [topic.title for topic in marked.topics]
    for name in ("plans", "outcomes"):
        assert [item.text for item in getattr(group, name)] == [item.text for item in getattr(marked, name)]
    assert "study-group.unmarked-list" in [one.code for one in found.diagnostics]


def test_repair_can_be_switched_off() -> None:
    """Without repair a lost quote stays as it is, and begins no question."""
    found = coprod.load(SEED, repair=False)
    assert not any(one.code == "page.lost-quote" for one in found.diagnostics)
    repaired = coprod.load(SEED).study_groups[0]
    for topic, other in zip(found.study_groups[0].topics, repaired.topics, strict=True):
        assert [one.replace("?", "‘") for one in topic.questions] == [one.replace("?", "‘") for one in other.questions]
