"""Summary pages of all kinds: what is read, from HTML and from text, and what is none."""

import json
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from bs4 import BeautifulSoup

import coprod
from coprod import Collection, Finding, Paper
from coprod.exceptions import UnknownFormatError

DATA = Path(__file__).parents[1] / "data" / "pages"
CASES = sorted({path.stem for path in (DATA / "summary").glob("*.html")})
NONE = sorted((DATA / "summary-none").iterdir())
LEFT_OUT = ("page.hidden", "page.navigation")

ONLY_HTML_KNOWS: dict[str, tuple[str, ...]] = {
    "sections below another": ("category",),  # by the level of the heading; text has only its number
    "title of two words": ("title",),  # by <h1>; in text, a first line of two words may be a part of the site
}
"""What HTML adds; none of the cases has it, so the records of a case are equal."""


def path_of(case: str, suffix: str) -> Path:
    """The file of a case."""
    return DATA / "summary" / f"{case}{suffix}"


def expected_of(case: str) -> dict[str, Any]:
    """What a careful reader takes from a case."""
    found: dict[str, Any] = json.loads(path_of(case, ".json").read_text(encoding="utf-8"))
    return found


def shown(collection: Collection) -> dict[str, Any]:
    """What a case expects of a page."""
    (paper,) = collection.papers
    assert paper.summary is not None
    found: dict[str, Any] = {
        "title": paper.title,
        "authors": [[name.literal, name.family] for name in paper.authors],
        "teaser": paper.teaser,
        "extra": {label: list(values) for label, values in paper.extra.items()},
        "provider": paper.summary.provider,
        "sections": [[section.label, section.category] for section in paper.summary.sections],
        "findings": [[finding.kind, finding.statement] for finding in collection.findings],
        "diagnostics": sorted({told.code for told in collection.diagnostics if told.code not in LEFT_OUT}),
    }
    if paper.issued is not None:
        found["issued"] = paper.issued.iso
    if paper.doi is not None:
        found["doi"] = paper.doi
    if paper.abstract is not None:
        found["abstract"] = paper.abstract.text
    return found


def bare(record: Paper | Finding) -> Paper | Finding:
    """A record without what depends on the page that it stands on."""
    if isinstance(record, Finding):
        return attrs.evolve(record, id=None, source=None, paper=None)
    return attrs.evolve(record, id=None, source=None)


def records(collection: Collection) -> list[Paper | Finding]:
    """The papers and findings, to be compared."""
    return [*map(bare, collection.papers), *map(bare, collection.findings)]


def test_there_are_cases() -> None:
    """Each case has an HTML form, a text rendering and an expectation."""
    assert len(CASES) >= 8
    assert all(path_of(case, suffix).is_file() for case in CASES for suffix in (".html", ".txt", ".json"))


@pytest.mark.parametrize("suffix", [".html", ".txt"])
@pytest.mark.parametrize("case", CASES)
def test_case(case: str, suffix: str) -> None:
    """A page is known as a summary, and gives what a careful reader takes from it."""
    collection = coprod.load(path_of(case, suffix))
    assert collection.sources[0].reader == "summary"
    assert shown(collection) == expected_of(case)
    assert not [told for told in collection.diagnostics if told.severity != "info"]


@pytest.mark.parametrize("case", CASES)
def test_html_and_text_are_equal(case: str) -> None:
    """HTML and a browser's text of it give the same Paper and the same Findings."""
    html, text = coprod.load(path_of(case, ".html")), coprod.load(path_of(case, ".txt"))
    assert records(html) == records(text)


@pytest.mark.parametrize("case", CASES)
def test_torn_text_is_equal_or_told(case: str) -> None:
    """A rendering that tears lines apart gives the same records, or says that something is wrong."""
    soup = BeautifulSoup(path_of(case, ".html").read_bytes(), "html.parser")
    for tag in soup(["script", "style", "nav"]):
        tag.decompose()
    torn = coprod.loads(soup.get_text("\n"), format="summary")
    assert torn.papers
    expected = records(coprod.load(path_of(case, ".txt")))
    codes = {told.code for told in torn.diagnostics}
    assert records(torn) == expected or codes - set(expected_of(case)["diagnostics"])


@pytest.mark.parametrize("suffix", [".html", ".txt"])
@pytest.mark.parametrize("case", CASES)
def test_every_value_is_located(case: str, suffix: str) -> None:
    """Labels, texts, titles, names, statements and quantities lead to the words of the page."""
    collection = coprod.load(path_of(case, suffix))
    (paper,) = collection.papers
    assert paper.summary is not None
    wanted: list[tuple[Any, str, str | None]] = [(paper, "title", paper.title), (paper, "teaser", paper.teaser)]
    wanted += [(paper, f"authors[{index}].literal", name.literal) for index, name in enumerate(paper.authors)]
    wanted += [(paper, f"extra.{label}[0]", values[0]) for label, values in paper.extra.items()]
    for index, section in enumerate(paper.summary.sections):
        wanted.append((paper, f"summary.sections[{index}].label", section.label))
        wanted.append((paper, f"summary.sections[{index}].text", section.text))
        for place, quantity in enumerate(section.quantities):
            wanted.append((paper, f"summary.sections[{index}].quantities[{place}].text", quantity.text))
    for finding in collection.findings:
        wanted.append((finding, "statement", finding.statement))
        for place, quantity in enumerate(finding.quantities):
            wanted.append((finding, f"quantities[{place}].text", quantity.text))
    lines = path_of(case, suffix).read_text(encoding="utf-8").split("\n")
    for record, path, value in wanted:
        spans = collection.locate(record, path)
        located = " ".join(lines[span.line - 1][span.start : span.end] for span in spans)
        assert words_of(located) == words_of(value or ""), path


def words_of(text: str) -> str:
    """The letters of a text, without markup, marks of lists and white space."""
    plain = BeautifulSoup(text, "html.parser").get_text() if "<" in text else text
    return re.sub(r"\s+", "", plain)


@pytest.mark.parametrize("case", CASES)
def test_every_line_is_accounted_for(case: str) -> None:
    """Each line of a text is in a record, in a diagnostic, or furniture that a rule knows."""
    collection = coprod.load(path_of(case, ".txt"))
    text = json.dumps(collection.to_dict(), ensure_ascii=False)
    furniture = re.compile(
        r"logo|ResearchBunny( Logo)?|00:00( 00:00)?|Contents|Listen, Learn.*|Over 10,000.*|No more digging.*|"
        r"listen to .*|"
        r"Background|Methodology|Findings|Conclusion|Home|Sign in|Abstract"
    )
    for line in path_of(case, ".txt").read_text(encoding="utf-8").splitlines():
        words = re.findall(r"\w+", re.sub(r"^(?:[0-9.]+|By|Published:|Authors:|Journal:|Year:) ", "", line))
        assert furniture.fullmatch(line) or all(word in text for word in words), line


@pytest.mark.parametrize("path", NONE, ids=lambda path: path.name)
def test_other_pages_are_no_summaries(path: Path) -> None:
    """A README, a post of a blog, a full paper, news, a list of abstracts and a menu are not taken for summaries."""
    try:
        collection = coprod.load(path)
    except UnknownFormatError:
        return
    assert collection.sources[0].reader != "summary"


def test_there_are_other_pages() -> None:
    """There is something to refuse."""
    assert len(NONE) >= 6


@pytest.mark.parametrize("path", NONE, ids=lambda path: path.name)
def test_a_named_format_does_not_raise(path: Path) -> None:
    """With `format="summary"` any page is read, or told to hold nothing."""
    collection = coprod.load(path, format="summary")
    assert collection.papers or [told for told in collection.diagnostics if told.code == "load.no-records"]


def test_declared_metadata_fill_the_paper() -> None:
    """What the head declares fills the paper of a summary page too; the page itself is known as an article."""
    path = DATA / "summary-declared" / "page.html"
    assert coprod.load(path).sources[0].reader == "article"
    collection = coprod.load(path, format="summary")
    (paper,) = collection.papers
    assert (paper.title, paper.doi, paper.year) == ("Keepers of bridges", "10.1000/bridge.12", 2021)
    assert [name.family for name in paper.authors] == ["Sample", "Example"]
    assert paper.summary is not None
    assert [section.category for section in paper.summary.sections] == ["OBJECTIVE", "RESULTS", "CONCLUSIONS"]
    assert [(finding.kind, finding.section) for finding in collection.findings] == [
        ("result", None),
        ("result", "What did they find?"),
        ("interpretation", "Why does it matter?"),
    ]
    assert not collection.diagnostics


def test_headings_may_be_buttons() -> None:
    """A page whose sections are folded up has its headings in buttons; other buttons are no text."""
    page = (
        "<html><body><h1>Night buses and nurses</h1><h3><button>Methods</button></h3><p>We rode 31 buses in two towns."
        "</p><details><summary><button>Key Findings</button></summary><p>More nurses came by bus than before.</p>"
        "</details><button>Share</button></body></html>"
    )
    (paper,) = coprod.loads(page).papers
    assert paper.summary is not None
    assert [section.label for section in paper.summary.sections] == ["Methods", "Key Findings"]


ITEMS = ("Background", "Night buses are rare in towns.", "Methods", "We rode 31 buses in two towns.", "Results")


@pytest.mark.parametrize(
    "page",
    [
        "\n".join([*ITEMS, "- Nurses came 12% sooner", "- Costs fell", ""]),
        "<html><body>"
        + "".join(f"<h2>{text}</h2>" if " " not in text else f"<p>{text}</p>" for text in ITEMS)
        + "<ul><li>Nurses came 12% sooner</li><li>Costs fell</li></ul></body></html>",
    ],
    ids=["text", "html"],
)
def test_items_of_a_list_need_no_full_stop(page: str) -> None:
    """A section may be a list of short items that end without a full stop."""
    (paper,) = coprod.loads(page).papers
    assert paper.summary is not None
    assert [section.label for section in paper.summary.sections] == ["Background", "Methods", "Results"]
    assert paper.summary.sections[-1].text == "Nurses came 12% sooner\nCosts fell"


def test_marks_of_markdown_do_not_hide_the_end() -> None:
    """References end the last section, also below a Markdown heading; a takeaway is a conclusion."""
    page = (
        "## Methods\nWe rode 31 buses in two towns.\n## Results\nMost of the nurses came sooner.\n## Key takeaway\n"
        "Run more buses at night.\n## References\nDoe, J. (2019). On buses and nurses. Bus Review, 1, 2-3.\n"
    )
    collection = coprod.loads(page)
    (paper,) = collection.papers
    assert paper.summary is not None
    assert [section.label for section in paper.summary.sections] == ["Methods", "Results", "Key takeaway"]
    assert [finding.kind for finding in collection.findings] == ["result", "interpretation"]
    assert any("References" in (told.text or "") for told in collection.diagnostics)


def test_walls_are_named() -> None:
    """A page that keeps programs out holds no summary, and a diagnostic says what it is."""
    collection = coprod.load(DATA / "article" / "wall.html", format="summary")
    assert not collection.papers
    assert {told.code for told in collection.diagnostics} == {"load.no-records", "page.wall"}
