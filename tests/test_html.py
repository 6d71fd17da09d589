"""What a notebook shows of records is a table: text, links to the web, and nothing that runs."""

import html
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import coprod
from coprod import Collection, Diagnostic, Finding, Name, Paper, PartialDate, Quantity, Source, StudyGroup
from coprod.models import Record
from coprod.models._base import FrozenMapping
from tests.strategies import any_record

PAYLOADS: Final = (Path(__file__).parent / "data" / "payloads.txt").read_text(encoding="utf-8").splitlines()

ODD: Final = ["a\x00b", "\x1b[2J", "\u202egnp.exe", "\ud83d", "<\x00script>alert(1)</script>", "java\nscript:alert(1)"]
"""What a line of a file cannot hold."""

TAGS: Final = {"a", "br", "div", "p", "table", "tbody", "td", "th", "thead", "tr"}

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class Page(HTMLParser):
    """Tags, attributes and text of a page.

    Attributes:
        tags: Names of the tags that were opened.
        attributes: Their attributes, tag by tag.
        words: All text.
        other: Comments, declarations, instructions.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.words: list[str] = []
        self.other: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data: str) -> None:
        """Notes text."""
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        """Notes a comment."""
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        """Notes a declaration."""
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        """Notes an instruction."""
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        """Notes what is no declaration."""
        self.other.append(data)


def assert_harmless(text: str) -> Page:
    """Only the tags of a table, only links to the web, no controls, and text that can be encoded."""
    page = Page(text)
    assert set(page.tags) <= TAGS
    assert page.other == []
    for tag, name, value in page.attributes:
        assert (tag, name) in {("a", "href"), ("div", "class")}
        assert value is not None
        if tag == "a":
            parts = urlsplit(value)
            assert parts.scheme.lower() in {"http", "https"}
            assert parts.netloc
        else:
            assert value == "tex2jax_ignore mathjax_ignore"
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    return page


def paper_of(text: str) -> Paper:
    """A paper with the text in every field that takes any."""
    fields = {field.name: text for field in attrs.fields(Paper) if field.type in ("str | None", str | None)}
    return Paper(
        **fields,  # type: ignore[arg-type]
        authors=(Name(literal=text, family=text, affiliation=text),),
        issued=PartialDate(raw=text),
        urls=(text,),
        keywords=(text, text),
        identifiers={text: text},
        extra={text: (text,), "DB": (text,)},
    )


def records_of(text: str) -> list[Record]:
    """A record of each kind that holds the text wherever it can."""
    paper = paper_of(text)
    finding = Finding(statement=text, section=text, kind=text, quantities=(Quantity(text=text, unit=text),))
    group = StudyGroup(code=text, name=text, title=text, host=text, url=text, background=(text,))
    diagnostic = Diagnostic(code=text, severity=text, message=text, source=text, text=text)
    source = Source(name=text, reader=text)
    whole = Collection(
        papers=(paper, Paper(title="x", urls=(text,))),
        findings=(finding,),
        study_groups=(group,),
        diagnostics=(diagnostic,),
        sources=(source,),
    )
    return [paper, finding, group, diagnostic, source, whole]


def shown(record: Record) -> str:
    """What a notebook shows."""
    text: Any = record._repr_html_()
    assert isinstance(text, str)
    return text


def test_there_are_payloads() -> None:
    """The list has at least 40 payloads, each once."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 40


@pytest.mark.parametrize("payload", [*PAYLOADS, *ODD])
def test_a_payload_is_text(payload: str) -> None:
    """Whatever stands in a record becomes text, in every field of every kind of record."""
    wanted = " ".join(re.sub("[\x00-\x08\x0e-\x1f\u202e\ud83d]", "", payload).split())
    for record in records_of(payload):
        page = assert_harmless(shown(record))
        assert wanted in " ".join("".join(page.words).split())


@given(any_record())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
def test_any_record_can_be_shown(record: Record) -> None:
    """No record, however odd, makes the table break or run."""
    assert_harmless(shown(record))


@given(st.text(max_size=60) | st.text("htps:/.javscrdt\"'<>&\\ \t1a", max_size=60))
@settings(deadline=None)
def test_any_address_is_harmless(text: str) -> None:
    """A link leads to the web, or there is none."""
    for address in (text, f"https://{text}", f"10.1000/{text}"):
        assert_harmless(shown(Paper(doi=address, urls=(address,))))


# What is shown


def test_a_collection_is_a_short_table() -> None:
    """The first 20 records have a row, the others a number."""
    papers = tuple(Paper(title=f"Co-production {number}") for number in range(1000))
    text = shown(Collection(papers=papers))
    assert text.count("<tr>") == 21
    assert "<p>... and 980 more</p>" in text
    assert "Collection: 1000 papers, 0 findings" in text
    assert "more" not in shown(Collection(papers=papers[:20]))


def test_an_empty_collection_is_a_line() -> None:
    """Where there is no record there is no table."""
    assert Page(shown(Collection())).tags == ["div", "p"]


def test_every_kind_has_its_row() -> None:
    """A row says what it is, what it says, what it appeared in, and where to find it."""
    found = Collection(
        papers=(
            Paper(title="Trust", container_title="Voice & Choice", doi="10.1000/a", urls=("https://example.org",)),
            Paper(title="Rivers", urls=("https://example.org/?a=1&b=2",)),
        ),
        findings=(Finding(statement="Trust matters.", section="Results"),),
        study_groups=(StudyGroup(title="Study Group", host="IIAS", url="ftp://example.org"),),
    )
    rows = re.findall("<tr>(.*?)</tr>", shown(found))[1:]
    assert [html.unescape(re.sub("(?:<[^>]*>)+", "|", row)) for row in rows] == [
        "|paper|Trust|Voice & Choice|10.1000/a|",
        "|paper|Rivers|https://example.org/?a=1&b=2|",
        "|finding|Trust matters.|Results|",
        "|study group|Study Group|IIAS|ftp://example.org|",
    ]
    assert 'href="https://doi.org/10.1000/a"' in rows[0]
    assert 'href="https://example.org/?a=1&amp;b=2"' in rows[1]
    assert "<a" not in rows[3]


def test_a_record_shows_what_it_states() -> None:
    """A record has a row for each field that is not empty, and long fields are cut."""
    paper = Paper(title="x" * 5000, keywords=tuple(map(str, range(100))), extra={"DB": ("Scopus", "WoS")})
    text = shown(paper)
    assert re.findall("<th>(.*?)</th>", text) == ["title", "keywords", "extra"]
    assert "... and 80 more" in text
    assert "DB: Scopus, WoS" in text
    assert len(text) < 1500


def test_numbers_that_python_does_not_write() -> None:
    """A year of 5,000 digits and a number that is none are shown as something, and nothing is raised."""
    odd = Collection(papers=(Paper(issued=PartialDate(year=10**5000)),))
    assert "4300 digits" in shown(odd)
    assert "NaN" in shown(Quantity(text="x", value=Decimal("sNaN")))
    assert "FrozenMapping" not in shown(Paper(extra=FrozenMapping({"DB": ("x",)})))


# In a browser


def browser() -> str | None:
    """A headless browser, if there is one: `COPROD_BROWSER`, or Chromium under one of its names."""
    names = [os.environ["COPROD_BROWSER"]] if "COPROD_BROWSER" in os.environ else BROWSERS
    return next(filter(None, map(shutil.which, names)), None)


# Counts every call that a payload makes; touches every element, and follows every link but for those to the web.
TEMPLATE: Final = """<!DOCTYPE html><html><head><meta charset="utf-8"><script>
let executed = 0;
window.alert = () => executed++;
addEventListener("click", event => event.preventDefault(), true);
function touch() {
  for (const element of document.querySelectorAll("#shown *")) {
    if (typeof element.focus === "function") element.focus();
    for (const name of ["mouseover", "focus", "toggle", "error", "load"]) element.dispatchEvent(new Event(name));
    if (element.protocol && !["http:", "https:"].includes(element.protocol)) executed++;
    if (element.tagName !== "A") element.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
  }
  const copy = document.createElement("div");
  copy.innerHTML = document.getElementById("shown").innerHTML;
  document.body.append(copy);
  setTimeout(() => { document.body.textContent = "executed:" + executed; }, 500);
}
addEventListener("load", () => setTimeout(touch, 200));
</script></head><body><div id="shown">%s</div></body></html>"""

FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=5000",
    "--dump-dom",
)


def executed(content: str, folder: Path) -> int:
    """How many payloads a browser runs when it shows the content."""
    program = browser()
    if program is None:
        pytest.skip("no headless Chromium here; COPROD_BROWSER names one")
    page = folder / "page.html"
    page.write_text(TEMPLATE.replace("%s", content), encoding="utf-8")
    command = [program, *FLAGS, f"--user-data-dir={folder / 'profile'}", page.as_uri()]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    match = re.search(rb"executed:([0-9]+)", done.stdout.rpartition(b"<body")[2])
    assert match, done.stdout[-500:]
    return int(match[1])


@pytest.mark.once
def test_a_browser_runs_nothing(tmp_path: Path) -> None:
    """Of all payloads, in all kinds of records, headless Chromium runs none; the same payloads as they are do run."""
    content = "".join(shown(record) for payload in PAYLOADS for record in records_of(payload))
    assert executed(content, tmp_path) == 0
    bare = "".join(f"<div>{payload}</div>" for payload in PAYLOADS if payload.startswith(("<img", "<svg onload")))
    assert executed(bare, tmp_path) > 3


def test_it_is_imported_when_it_is_used() -> None:
    """`import coprod` does not pay for tables."""
    code = "import coprod, sys; sys.exit('coprod._html' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(Path(coprod.__file__).parents[1])}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
