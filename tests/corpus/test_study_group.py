"""The page of a study group in the corpus: every item of level A of the gold, where each stands, and no line lost."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import coprod
from coprod import Collection, StudyGroup
from tests.corpus.files import FOLDER

GOLD = FOLDER / "gold" / "002.json"


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    """What a careful reader takes from the page."""
    known: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return known


@pytest.fixture(scope="module")
def wanted(gold: dict[str, Any]) -> dict[str, Any]:
    """The study group of the gold."""
    (group,) = gold["study_groups"]
    return dict(group)


@pytest.fixture(scope="module")
def path(gold: dict[str, Any]) -> Path:
    """The page."""
    return FOLDER / "seeds" / str(gold["file"])


@pytest.fixture(scope="module")
def found(path: Path) -> Collection:
    """What coprod reads."""
    return coprod.load(path)


@pytest.fixture(scope="module")
def group(found: Collection) -> StudyGroup:
    """The study group."""
    (only,) = found.study_groups
    return only


def test_head(group: StudyGroup, wanted: dict[str, Any]) -> None:
    """Code, name, title, host and aim are those of the page; what it does not say is None."""
    assert (group.code, group.name, group.title) == (wanted["code"], wanted["name"]["value"], wanted["title"]["value"])
    assert (group.host, group.aim) == (wanted["host"]["name"], wanted["aim"]["value"])
    assert (group.url, group.founded, group.people) == (None, None, ())
    assert list(group.background) == [paragraph["value"] for paragraph in wanted["background"]]


def test_topics(group: StudyGroup, wanted: dict[str, Any]) -> None:
    """Every topic has its number, title, paragraphs and questions."""
    assert [(one.number, one.title, list(one.text), list(one.questions)) for one in group.topics] == [
        (str(one["number"]), one["title_clean"], one["text"], one["questions"]) for one in wanted["topics"]
    ]


def test_meetings(group: StudyGroup, wanted: dict[str, Any]) -> None:
    """Every meeting is there once, with date, place, ordinal and status."""
    ours = {
        one.city: (one.ordinal, one.date.iso if one.date is not None else None, one.country, one.status)
        for one in group.meetings
    }
    assert len(group.meetings) == len(ours)
    assert ours == {
        one["city"]: (one["ordinal"], one["date"], one["country"], one["status"]) for one in wanted["meetings"]
    }


def test_lists_and_periods(group: StudyGroup, wanted: dict[str, Any]) -> None:
    """Plans, outcomes and periods are complete, with their markers and years."""
    for name in ("plans", "outcomes"):
        items = [(item.marker, item.text) for item in getattr(group, name)]
        assert items == [(item["marker"], item["text"]) for item in wanted[name]]
    assert [(one.label, one.start, one.end, one.text) for one in group.periods] == [
        (one["label"], one["start"], one["end"], "\n".join(one["text"])) for one in wanted["periods"]
    ]


def test_numbers_and_citations(group: StudyGroup, wanted: dict[str, Any]) -> None:
    """Numbers of participants and citations in the text are those of the gold, in its order."""
    assert [(one.text, one.value, one.unit, one.kind, one.measures, one.of) for one in group.participation] == [
        (one["text"], one["value"], one["unit"], one["kind"], one["measures"], one["of"])
        for one in wanted["participation"]
    ]
    assert [(one.text, list(one.authors), one.year) for one in group.citations] == [
        (one["text"], one["authors"], one["year"]) for one in wanted["citations"]
    ]


def test_publications(group: StudyGroup, wanted: dict[str, Any], path: Path) -> None:
    """Each publication of the gold lies in one of ours."""
    line = path.read_text(encoding="utf-8").split("\n")[84]
    for one in wanted["publications"]:
        said = line[one["source"]["start"] : one["source"]["end"]].strip(" .")
        assert any(said in item.text for item in group.publications), said


def test_every_line_is_accounted_for(found: Collection, group: StudyGroup, gold: dict[str, Any], path: Path) -> None:
    """Every line that the gold uses is in the group or told, but for headings and what announces a list."""
    lines = path.read_text(encoding="utf-8").split("\n")
    told = {number for one in found.diagnostics for first, last in one.lines for number in range(first, last + 1)}
    kept = " ".join(group.to_json().replace("\\n", " ").replace('\\"', '"').split())
    rest = {
        int(number): uses
        for number, uses in gold["line_accounting"]["uses"].items()
        if int(number) not in told and _start_of(lines[int(number) - 1]) not in kept
    }
    assert {number for number, uses in rest.items() if not {"heading", "intro"} & set(uses)} == set()


def _start_of(line: str) -> str:
    """The first words of a line, without its marker and its closing stop."""
    return re.sub(r"^(?:\([ivx]+\)|[0-9]+\.)\s+", "", line).strip(" .:")[:60]


def test_values_stand_where_the_gold_says(found: Collection, group: StudyGroup, wanted: dict[str, Any]) -> None:
    """Lines and columns of topics, plans, outcomes and citations are those of the gold."""
    for name, part in (("plans", "text"), ("outcomes", "text"), ("citations", "text")):
        for index, one in enumerate(wanted[name]):
            assert _places(found, group, f"{name}[{index}].{part}") == [_place(one["source"])]
    for index, one in enumerate(wanted["topics"]):
        source = dict(one["source"][0])
        source["end"] -= len(one["title"]) - len(one["title_clean"])
        assert _places(found, group, f"topics[{index}].title") == [_place(source)]
    assert _places(found, group, "participation[0].text") == [_place(wanted["participation"][0]["source"])]


def _places(found: Collection, group: StudyGroup, name: str) -> list[tuple[int, int | None, int | None]]:
    return [(span.line, span.start, span.end) for span in found.locate(group, name)]


def _place(source: dict[str, int]) -> tuple[int, int | None, int | None]:
    return source["line"], source["start"], source["end"]


def test_nothing_is_made_up(group: StudyGroup, tell: Callable[[str], None]) -> None:
    """What must not be read out of the page is not in the group."""
    assert len(group.meetings) == len({(one.city, one.date.year if one.date else None) for one in group.meetings})
    assert {one.date.year for one in group.meetings if one.date and one.city == "Washington, D.C."} == {2017}
    assert not any("?big" in question for topic in group.topics for question in topic.questions)
    assert not any(re.search(r"[0-9]s\b|-", one.text[-6:]) for one in group.citations)
    assert "iv" in [item.marker for item in group.plans]
    assert len(group.topics[4].text) == 2
    tell(f"study group: {len(group.topics)} topics, {len(group.meetings)} meetings, {len(group.citations)} citations")


def test_it_is_chosen(found: Collection) -> None:
    """The reader of study groups is chosen by the content."""
    assert [source.reader for source in found.sources] == ["study-group"]
