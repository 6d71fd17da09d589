"""No text of a page is left out in silence, but for known phrases: a mark in any line is in the group or told."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod import Collection, StudyGroup, loads

DATA = Path(__file__).parent.parent / "data" / "pages" / "study-group"
PAGES = sorted(path for path in DATA.glob("*.*") if path.suffix in (".html", ".txt"))
HEAD = "SG IV: Harbours\n\nAim\nThe aim is to study harbours.\n\n"

MARK = "Zyqqua"
"""A word of no page."""

LINES = (
    "{} / Bruges", "Groups / {}", "Home / {}", "Home > Groups > {}", "{} > Next", "{} | Next", "Ghent | {} | Back",
    "This site uses cookies. Contact the chair, {}, Ghent.", "We use cookies at {}.", "{} :", "{} »",
    "By using the hall of {} we saved cookies for all", "Log in to {}", "Share this with {}", "Back to {}",
    "Skip to {}", "Search {}", "Read more about {}", "Powered by {}", "Last updated by {}, Ghent", "© {}",
    "(c) 2019 {}", "Copyright {}", "© 2019 {}. All rights reserved.", "Follow {}", "More {}", "Next {}", "Print {}",
    "Menu {}", "Accept {}", "Terms of {}", "Privacy {}", "Previous meeting: {}", "Past meetings in {}", "Meetings {}",
    "{} activities", "For {} we plan to:", "The aims of {} are:", "To register with {}:",
    "Topics of {} (Bern, May 2014)",
)  # fmt: skip
"""Lines that look like those that every page has, or like headings and announcements."""

WITHIN = ("{}", "({})", "{}:", "{}.", "/ {}", "{} |", "– {}", "“{}”", "{} 1999", "{}@harbour.example")
"""What stands beside the words of a line."""


def read(text: str) -> StudyGroup:
    """The group of a page."""
    (group,) = loads(text, format="study-group").study_groups
    return group


def said(found: Collection) -> str:
    """All that the objects and the diagnostics hold."""
    return "\n".join([record.to_json() for record in found] + [one.text or "" for one in found.diagnostics])


def told(text: str, code: str = "not-read") -> list[str]:
    """The lines that the diagnostics of a code hold."""
    found = loads(text, format="study-group").diagnostics
    return [line for one in found if one.code == f"study-group.{code}" for line in (one.text or "").split("\n")]


def places(lines: list[str], *, is_html: bool) -> Iterator[int]:
    """Where a line can be put in: in HTML, between the elements of the body."""
    for index in range(len(lines) + 1):
        if not is_html or (0 < index < len(lines) and re.search(r"</(?:p|h[1-6]|li|ul|ol)>\s*\Z", lines[index - 1])):
            yield index


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_line_vanishes(path: Path) -> None:
    """A line with a word of its own is in the group or told, wherever it stands and whatever it looks like."""
    lines = path.read_text(encoding="utf-8").split("\n")
    is_html = path.suffix == ".html"
    lost = []
    for number, index in enumerate(places(lines, is_html=is_html)):
        for at, form in enumerate(LINES):
            if (number + at) % 8:
                continue
            line = form.format(MARK)
            if is_html:
                tag = "li" if lines[index - 1].rstrip().endswith("</li>") else "p"
                line = f"<{tag}>{line}</{tag}>"
            gap = [""] * (at % 2)
            page = "\n".join([*lines[:index], *gap, line, *gap, *lines[index:]])
            if MARK not in said(loads(page, format="study-group")):
                lost.append((index + 1, line))
    assert lost == []


@pytest.mark.parametrize("path", [path for path in PAGES if path.suffix == ".txt"], ids=lambda path: path.name)
def test_no_word_vanishes(path: Path) -> None:
    """So is a word within a line of which other words are read."""
    lines = path.read_text(encoding="utf-8").split("\n")
    lost = []
    for index, line in enumerate(lines):
        words = line.split()
        for at, form in enumerate(WITHIN):
            if not words or (index + at) % 3:
                continue
            place = (0, len(words), len(words) // 2)[at % 3]
            marked = " ".join([*words[:place], form.format(MARK), *words[place:]])
            if MARK not in said(loads("\n".join([*lines[:index], marked, *lines[index + 1 :]]), format="study-group")):
                lost.append((index + 1, marked))
    assert lost == []


def test_towns_with_a_slash_are_a_place() -> None:
    """A slash makes no path of a line."""
    for ordinal, word in enumerate(("First", "Second", "Third"), 1):
        (meeting,) = read(f"{HEAD}Meetings\n{word} workshop: Antwerp / Mechelen, 7-8 May 2015").meetings
        assert (meeting.city, meeting.date and meeting.date.iso) == ("Antwerp / Mechelen", "2015-05-07/2015-05-08")
        assert meeting.ordinal == ordinal


@pytest.mark.parametrize("form", ["{}", "<ul><li>{}</li></ul>"])
def test_people_with_a_slash_are_read(form: str) -> None:
    """A slash may stand between name and institution."""
    page = "<h1>SG IV: Harbours</h1><h2>Chairs</h2>" if "<" in form else HEAD + "Chairs\n"
    people = read(page + form.format("Eva Frost / University of Bern")).people
    assert [(one.literal, one.affiliation) for one in people] == [("Eva Frost", "University of Bern")]


def test_topics_titles_and_books_with_a_slash_are_read() -> None:
    """So it may in topics, titles of books and in the name of the group."""
    group = read(
        "SG IV: Work / rest\n\nTopics\n1. Fire / water\n2. Land > sea\n\nPublications\nFire / water. Bern 2015.\n"
    )
    assert group.name == "Work / rest"
    assert [topic.title for topic in group.topics] == ["Fire / water", "Land > sea"]
    assert [item.text for item in group.publications] == ["Fire / water. Bern 2015."]


def test_the_third_of_lettered_items_is_read() -> None:
    """`(c)` is the mark of an item, and a sign of rights only before a year."""
    assert [topic.title for topic in read("SG IV: Harbours\n\nTopics\n(a) Fish\n(b) Salt\n(c) Tar").topics] == [
        "Fish", "Salt", "Tar",
    ]  # fmt: skip


def test_paths_and_notes_are_told_and_not_read() -> None:
    """What only looks like furniture gets into no field."""
    lines = ["Home > Groups > Sails", "This site uses cookies, and Sails does so, too.", "Sails | Next", "© 2020 Sails"]
    page = HEAD + "\n".join(lines)
    assert read(page).to_json().count("Sails") == 0
    assert told(page) == lines


@pytest.mark.parametrize(
    "line",
    ["Read more", "Home", "Contact | Privacy | Sitemap", "Skip to main content", "© 2020. All rights reserved.",
     "Log in", "Home > Study groups > SG IV"],
)  # fmt: skip
def test_known_phrases_are_silent(line: str) -> None:
    """A line of which every word is known as furniture, or is that of the group's name, is neither read nor told."""
    assert loads(f"{line}\n\n{HEAD}", format="study-group").diagnostics == ()
    assert "Read more" not in said(loads(HEAD + "Read more", format="study-group"))


def test_a_subject_that_sites_also_link_to_is_read() -> None:
    """`Privacy` is a topic among topics, and furniture beside furniture."""
    page = "<h1>SG IV: Harbours</h1><h2>Topics</h2><ul><li>Fish</li><li>Privacy</li><li>Salt</li></ul>"
    page += "<p>Imprint</p><p>Privacy</p><p>Log in</p>"
    assert [topic.title for topic in read(page).topics] == ["Fish", "Privacy", "Salt"]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Chairs\nAnna Bell, Bern University, Treasurer and Webmaster", ["and Webmaster"]),
        ("The group was founded in 1999 by sailors and has 30 members.", ["by sailors and has"]),
        ("The chairs of the group are Anna Bell and Eva Frost, who live in Malta.", ["who live in Malta"]),
        ("Meetings\nWe met in Bern in June 2016.\n\nThe meeting in Bern in June 2016 dealt with tar.",
         ["The meeting in Bern in June 2016 dealt with tar"]),
        ("News\nA ship came. Please find the form here.", ["A ship came."]),
        ("Board (2021-2024)\nAnna Bell, Bern University", ["2021-2024"]),
        ("Meetings 2019\n4 June, Bern\n\n2020\n3 May, Ghent\n\n2021", ["2021"]),
    ],
)  # fmt: skip
def test_what_is_left_of_a_line_is_told(text: str, rest: list[str]) -> None:
    """Words beside a value are told; years that meetings have, titles of people and joining words are not."""
    assert [line for line in told(HEAD + text) if line != "News"] == rest


def test_what_announces_a_list_is_told_if_it_says_more() -> None:
    """Where the announcement has no word of its own, it is silent."""
    items = "\n(i) Meet.\n(ii) Write."
    assert told(f"{HEAD}Plans\nTo reach these aims, we plan to:{items}") == []
    assert told(f"{HEAD}Plans\nOn Malta we plan to:{items}") == ["On Malta we plan to:"]


@pytest.mark.parametrize("subject", ["Care", "Digital", "Co-production", "Urban water"])
@pytest.mark.parametrize(
    ("noun", "field"), [("activities", "plans"), ("plans", "plans"), ("outcomes", "outcomes"), ("topics", "topics")]
)
def test_a_heading_may_have_words_of_its_own(subject: str, noun: str, field: str) -> None:
    """It heads the list below whatever its subject is, and is told for the sake of that."""
    for form in ("{}\n(i) Sail north\n(ii) Fish", "{}:\n- Sail north\n- Fish", "{}\n\nSail north\nFish"):
        if field == "topics" and not form.startswith("{}\n("):
            continue
        page = HEAD + form.format(f"{subject} {noun}")
        group = read(page)
        assert group.aim == "The aim is to study harbours."
        assert len(getattr(group, field)) == 2
        assert [line.rstrip(":") for line in told(page)] == [f"{subject} {noun}"]


def test_a_heading_of_html_may_have_words_of_its_own() -> None:
    """So in HTML; words of the name of the group need not be told."""
    page = "<h1>SG IV: Harbours</h1><h2>Aim</h2><p>To see.</p>"
    page += "<{0}>Harbours activities</{0}><ul><li>Sail</li><li>Fish</li></ul>"
    for tag in ("h2", "p"):
        assert [item.text for item in read(page.format(tag)).plans] == ["Sail", "Fish"]
        assert told(page.format(tag)) == []


@pytest.mark.parametrize(
    "line",
    ["Care activities.", "- Care activities", "The group pursues three aims", "Activities in harbours", "Young sailors",
     "Care for old ships activities"],
)  # fmt: skip
def test_other_short_lines_head_nothing(line: str) -> None:
    """Sentences, items and lines without a word of headings at their end stay where they stand."""
    group = read(f"{HEAD}{line}\n- Sail north\n- Fish")
    assert (group.plans, group.topics) == ((), ())


def test_a_topic_that_ends_like_a_heading_is_a_topic() -> None:
    """Among topics a short line is one, and below it stands its text."""
    group = read(
        "SG IV: Harbours\n\nTopics\n\nPublic water programmes\n\nWho pays for the water of towns, and who says so?"
    )
    assert [topic.title for topic in group.topics] == ["Public water programmes"]
