"""Valid summary pages and pages of study groups in which every value carries marks.

In: a random generator. Out: the lines of a page, as HTML or as a browser copies it. The reader must give no warning and
no error on any of them.
"""

from collections.abc import Mapping
from random import Random
from typing import Final

from tests.damage.marks import Mark
from tests.damage.pages_words import Writing, of, page_of, row_of
from tests.damage.variants import Valid

_SECTIONS: Final = (
    "Introduction", "Literature Review", "Methodology", "Key Findings", "Discussion", "Conclusion", "Limitations",
)  # fmt: skip
_ADVERTISING: Final = (
    "Listen, Learn & Level Up",
    "Over 10,000 hours of research content, read aloud for the way to work.",
    "listen to research audio papers with researchbunny",
)
_MONTHS: Final = ("January", "April", "June", "October")


# Summaries --------------------------------------------------------------------------------------------


def summary_html(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """A summary page of ResearchBunny."""
    writing = Writing(random, behind)
    title, names, sections = _summary(writing)
    level = random.choice(["h2", "h3", 'div class="s"'])
    body = [
        '<header><img src="r.svg" alt="ResearchBunny Logo"></header>',
        "<main>",
        of("h1", title),
        of("div", row_of(names, ", ")),
        "<div>~4 min • <span>Intermediate</span> • English</div>",
    ]
    for label, paragraphs in sections:
        body.append(f"<{level}>{label}</{level.split()[0]}>")
        body += [of("p", paragraph) for paragraph in paragraphs]
    body += ["</main>", "<footer>", *[of("p", text) for text in _ADVERTISING], "</footer>"]
    page_of(writing, "Summary | ResearchBunny", [], body)
    return writing.valid("summary html")


def summary_text(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """A summary page as a browser copies it, or as `get_text` gives it, without title and names."""
    writing = Writing(random, behind)
    title, names, sections = _summary(writing)
    apart = random.choice([[], [""]])
    writing.add("ResearchBunny Logo", *apart, title, *apart, row_of(names, ", "), *apart)
    for label, paragraphs in sections:
        writing.add(label, *apart)
        for paragraph in paragraphs:
            writing.add(paragraph, *apart)
    writing.add(*_ADVERTISING)
    return writing.valid("summary text")


def _summary(writing: Writing) -> tuple[str, list[str], list[tuple[str, list[str]]]]:
    writing.record()
    writing.value()
    title = writing.title()
    names = [*writing.names(), *writing.names(2)]
    sections = []
    for label in _SECTIONS:
        writing.value()
        paragraphs = [writing.sentences(writing.random.randrange(1, 4)) for _ in range(writing.random.randrange(1, 3))]
        sections.append((label, paragraphs))
    return title, names, sections


# Study groups -----------------------------------------------------------------------------------------


def group_html(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """The home page of a study group."""
    writing = Writing(random, behind)
    group = _Group(writing)
    body = [
        '<div class="content">',
        of("h1", group.title),
        "<h3>Aim of the study group:</h3>",
        of("p", group.aim),
        "<h3>Research topic:</h3>",
        *[of("p", text) for text in group.background],
        "<p>The study group will look at:</p>",
        "<ol>",
    ]
    for title, texts in group.topics:
        body += ["<li>", of("strong", title), *[of("p", text) for text in texts], "</li>"]
    body += ["</ol>", "<h3>Plan of activities and outcomes:</h3>", "<p>In order to reach these aims, we plan to:</p>"]
    body += ['<ol type="i">', *[of("li", text) for text in group.plans], "</ol>"]
    body += ["<p>These activities should result in:</p>"]
    body += ['<ol type="i">', *[of("li", text) for text in group.outcomes], "</ol>"]
    body += ["<h3>Start-up 2013-2015:</h3>", of("p", group.meetings), "<h3>Chairs</h3>"]
    body += [f'<div class="person">{of("h4", name)}{of("p", place)}</div>' for name, place in group.people]
    body += ["</div>", "<footer><p>Contact | Privacy | Sitemap</p></footer>"]
    page_of(writing, "Study Group - INAW", [], body)
    return writing.valid("study-group html")


def group_text(random: Random, behind: Mapping[str, Mark] | None = None) -> Valid:
    """The same as a browser copies it."""
    writing = Writing(random, behind)
    group = _Group(writing)
    parts = [group.title, "Aim of the study group:", group.aim, "Research topic:", *group.background]
    parts += ["The study group will look at:"]
    for number, (title, texts) in enumerate(group.topics, 1):
        parts += [f"{number}. {title}", *texts]
    parts += ["Plan of activities and outcomes:", "In order to reach these aims, we plan to:"]
    parts += [f"({number}) {text}" for number, text in zip(("i", "ii", "iii", "iv"), group.plans, strict=False)]
    parts += ["These activities should result in:"]
    parts += [f"({number}) {text}" for number, text in zip(("i", "ii", "iii", "iv"), group.outcomes, strict=False)]
    parts += ["Start-up 2013-2015:", group.meetings, "Chairs"]
    parts += [f"{name}, {place}" for name, place in group.people]
    for part in parts:
        writing.add(part, "")
    return writing.valid("study-group text")


class _Group:
    """The values of a study group."""

    def __init__(self, writing: Writing) -> None:
        writing.record()
        random = writing.random
        writing.value()
        self.title = f"SG {random.choice(['IV', 'X', 'VII'])}: {writing.title()}"
        writing.value()
        self.aim = f"The aim of the study group is to discuss {writing.phrase(12)}."
        self.background = []
        for _ in range(2):
            writing.value()
            self.background.append(writing.sentences(2))
        self.topics = []
        for _ in range(random.randrange(2, 5)):
            writing.value()
            title = writing.title()
            texts = [writing.sentences(2), f"How {writing.phrase(8)}?"]
            self.topics.append((title, texts))
        self.plans = self._items(writing)
        self.outcomes = self._items(writing)
        self.meetings = self._meetings(writing)
        self.people = []
        for _ in range(2):
            writing.value()
            name = writing.name()
            self.people.append((name, f"University of {writing.marker.name()}, Portugal"))

    def _items(self, writing: Writing) -> list[str]:
        items = []
        for _ in range(writing.random.randrange(2, 5)):
            writing.value()
            items.append(f"{writing.phrase(6)};".capitalize())
        return items

    def _meetings(self, writing: Writing) -> str:
        random = writing.random
        said = []
        for ordinal in ("first", "second", "third"):
            writing.value()
            date = f"{random.choice(_MONTHS)} {random.randrange(2013, 2016)}"
            said.append(f"The {ordinal} meeting was held in {writing.marker.name()}, Italy, {date}.")
        return " ".join(said)
