"""What looks alike on pages and is not the same: people and towns, plans and what was done, names and menus, calls."""

import pytest

from coprod import Collection, StudyGroup, loads

HEAD = "WG3: Toll Bridges\n\nAims\nThe group aims to study bridges.\n\n"


def found_in(text: str) -> Collection:
    """What a page holds."""
    return loads(text, format="study-group")


def read(text: str) -> StudyGroup:
    """The group of a page."""
    (group,) = found_in(text).study_groups
    return group


def told(text: str, code: str = "not-read") -> list[str]:
    """The lines of a page that are told with a code."""
    codes = [one for one in found_in(text).diagnostics if one.code == f"study-group.{code}"]
    return [line for one in codes for line in str(one.text).split("\n")]


def page(body: str) -> str:
    """A page in HTML."""
    return f"<html><head><title>x</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "line",
    [
        "2021 winner: Mara Lund.",
        "Winner 2021: Mara Lund",
        "Mara Lund (best paper award 2021)",
        "Best paper 2021: Mara Lund, Turin",
        "Keynote 2021: Mara Lund",
        "2021: Prof. Mara Lund",
        "Annual lecture 2021: Mara Lund",
    ],
)
def test_a_person_is_no_town(line: str) -> None:
    """A year and a colon make no meeting of a name; the line is told."""
    text = f"{HEAD}Conferences\n{line}\n"
    assert read(text).meetings == ()
    assert told(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "2021: Turin",
        "2021 host: Turin",
        "Location 2021: Turin",
        "3rd edition 2021: Turin",
        "EGPA 2021: Turin",
        "2021 Turin",
        "Turin 2021: a theme of its own",
        "2021 Turin (chair: Mara Lund)",
        "Best paper award of the workshop in Turin, 2021",
    ],
)
def test_a_year_and_a_town_are_a_meeting(line: str) -> None:
    """Words of places, acronyms and ordinals may stand before the colon; so may words of meetings anywhere."""
    (meeting,) = read(f"{HEAD}Conferences\n{line}\n").meetings
    assert (meeting.date and meeting.date.year, meeting.city) == (2021, "Turin")


def test_a_country_or_a_day_is_enough() -> None:
    """A prize may be given at a meeting."""
    text = "Prize ceremony, Turin, Italy, 2021\nPrize of the year, Turin, 3 May 2022\n"
    assert [one.city for one in read(f"{HEAD}Conferences\n{text}").meetings] == ["Turin", "Turin"]


@pytest.mark.parametrize(
    "line",
    [
        "WG3 organised nine panels.",
        "The working group has published a book.",
        "In 2015, we edited a handbook.",
        "Organised a panel of practitioners",
        "Two surveys were carried out.",
        "A summer school for inspectors took place.",
        "2019: our members presented the survey.",
    ],
)
@pytest.mark.parametrize("mark", ["", "- "])
def test_what_was_done_is_an_outcome(line: str, mark: str) -> None:
    """What a list of activities says in the past tense is planned no more."""
    group = read(f"{HEAD}Activities\n{mark}{line}\n{mark}Write a glossary of tolls\n")
    assert [item.text for item in group.outcomes] == [line]
    assert [item.text for item in group.plans] == ["Write a glossary of tolls"]


@pytest.mark.parametrize(
    "line",
    [
        "Organise nine panels.",
        "Jointly organised surveys of users",
        "Continue the survey that was carried out by the network",
        "Compare how tolls were produced.",
        "The survey was completed and will be repeated.",
        "We organised a panel and plan another.",
    ],
)
def test_what_is_to_come_is_a_plan(line: str) -> None:
    """A participle, another clause, or a word of the future."""
    group = read(f"{HEAD}Activities\n- {line}\n- Write a glossary of tolls\n")
    assert [item.text for item in group.plans] == [line, "Write a glossary of tolls"]


@pytest.mark.parametrize(
    "lines",
    [
        "Website\nhttps://bridges.example/wg3\n",
        "Website: https://bridges.example/wg3.\n",
        "URL:\nhttps://bridges.example/wg3\n",
    ],
)
@pytest.mark.parametrize(
    "above", ["Activities\nWe write a glossary of tolls.\n", "Background\nBridges have tolls.\n", ""]
)
def test_the_address_below_a_label_is_the_url(lines: str, above: str) -> None:
    """Neither of both lines is anything else, and what follows is read as before."""
    text = f"{HEAD}{above}{lines}\nTolls were once paid in salt.\n"
    group = read(text)
    assert group.url == "https://bridges.example/wg3"
    assert [item.text for item in group.plans] == ["We write a glossary of tolls."][: above.startswith("Act")]
    assert group.background[-1] == "Tolls were once paid in salt."
    assert told(text) == []
    (span,) = found_in(text).locate(group, "url")
    assert text.split("\n")[span.line - 1].endswith(("/wg3", "/wg3."))


@pytest.mark.parametrize(
    "lines",
    [
        "Chair\nMara Lund, Bell University\nWebsite\nhttps://lund.example\n",
        "Meetings\nTurin, Italy, 3 May 2021\nWebsite: https://conference.example\n",
        "Activities\nWebsite\nWe write a glossary of tolls.\n",
        "Conference website\nhttps://conference.example\n",
    ],
)
def test_other_addresses_are_not_the_url(lines: str) -> None:
    """The address of a person or a meeting, or no address at all."""
    assert read(HEAD + lines).url is None
    assert "https" not in lines or any("https" in line for line in told(HEAD + lines))


def test_the_canonical_address_counts_more() -> None:
    """The address in the text is told if it is another."""
    head = '<html><head><link rel="canonical" href="https://bridges.example/a"></head><body><h1>WG3: Bridges</h1>'
    text = head + "<h2>Aims</h2><p>To study tolls.</p><h2>Website</h2><p>https://bridges.example/{}</p></body></html>"
    assert [read(text.format(name)).url for name in "ab"] == ["https://bridges.example/a"] * 2
    assert [told(text.format(name)) for name in "ab"] == [[], ["https://bridges.example/b"]]


def test_a_roman_number_is_the_code() -> None:
    """The number before the words for a group is its code; a menu gives no name."""
    menu = "<div><a href='/'>Bridge Net Main Page</a> | <a href='/g'>Working Groups</a></div>"
    text = page(f"{menu}<h2>VI. Working Group on Toll Bridges</h2><h3>Aims</h3><p>The group aims to study tolls.</p>")
    group = read(text)
    assert (group.code, group.name) == ("VI", "Working Group on Toll Bridges")
    assert told(text) == ["Bridge Net Main Page | Working Groups"]


def test_the_heading_counts_more_than_a_menu() -> None:
    """Of several lines with codes, a heading is the title."""
    menu = "".join(f"<p>{code}. Working Group on {name}</p>" for code, name in (("I", "Ferries"), ("II", "Bridges")))
    group = read(page(f"{menu}<h2>II. Working Group on Bridges</h2><h3>Aims</h3><p>The group aims to study tolls.</p>"))
    assert (group.code, group.title) == ("II", "II. Working Group on Bridges")


@pytest.mark.parametrize("line", ["I. Bell leads the group", "VI. Objectives of tolls", "6. Working Group on Tolls"])
def test_other_numbers_are_no_codes(line: str) -> None:
    """An initial, a numbered heading, an item of a list."""
    assert read(f"{line}\nAims\nThe group aims to study tolls.\n").code is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("PSG IV: Toll Bridges - EGPA", "Toll Bridges"),
        ("PSG IV: Toll Bridges | Bridge Net", "Toll Bridges"),
        ("PSG IV: Toll Bridges | EGPA - Home", "Toll Bridges"),
        ("PSG IV: Toll Bridges – European Group for Public Administration (EGPA)", "Toll Bridges"),
        ("Standing Group on Toll Bridges - ECPR", "Standing Group on Toll Bridges"),
        ("Home | Standing Group on Toll Bridges", "Standing Group on Toll Bridges"),
        ("PSG IV - Toll Bridges", "Toll Bridges"),
        ("PSG IV - EGPA", None),
        ("PSG IV: Toll Bridges - AI", "Toll Bridges - AI"),
        ("PSG IV: Bridges - European Comparison and Law", "Bridges - European Comparison and Law"),
        ("Standing Group on Tolls – Tariffs and Rules", "Standing Group on Tolls – Tariffs and Rules"),
    ],
)
def test_the_site_is_no_part_of_the_name(title: str, name: str | None) -> None:
    """What stands behind a bar, or an association behind a dash, is left out of the name; a second title is not."""
    group = read(f"{title}\nAims\nThe group aims to study tolls.\n")
    assert (group.title, group.name) == (title, name)


@pytest.mark.parametrize("site", ["EGPA", "BNET", "The Bridge Net"])
def test_the_heading_counts_more_than_the_title_of_the_window(site: str) -> None:
    """Where a line repeats the title in the same words, without the site, it is the heading of the page."""
    text = f"PSG IV: Bridges and Tolls - {site}\nPSG IV: Tolls and Bridges\nAims\nThe group aims to study tolls.\n"
    group = read(text)
    assert (group.title, group.name) == ("PSG IV: Tolls and Bridges", "Tolls and Bridges")
    assert group.host == (site if site.isupper() else None)
    assert told(text) == ([] if site.isupper() else [f"PSG IV: Bridges and Tolls - {site}"])


def test_a_code_below_is_no_heading() -> None:
    """A line with nothing but the code repeats no title."""
    assert read("RC32 - Tolls\nRC32\nAims\nThe group aims to study tolls.\n").title == "RC32 - Tolls"


@pytest.mark.parametrize(
    "line",
    [
        "Abstracts (one page) should be submitted by 5 May 2024.",
        "Submit your abstract no later than 5 May 2024.",
        "Proposals are due on 5 May 2024.",
        "Deadline for papers: 5 May 2024",
        "Please send your proposal to the chairs.",
        "Registration is open until 5 May 2024.",
        "Notification of acceptance: 5 May 2024",
    ],
)
@pytest.mark.parametrize("above", ["Topics\n- Salt\n- Rope\n", "Background\nBridges have tolls.\n"])
def test_deadlines_are_told(line: str, above: str) -> None:
    """What authors are to do is no topic and no background."""
    text = f"{HEAD}{above}\n{line}\n"
    group = read(text)
    assert [(one.title, one.text) for one in group.topics] == [("Salt", ()), ("Rope", ())][: 2 * above.startswith("T")]
    assert group.background == ("Bridges have tolls.",)[: above.startswith("B")]
    assert told(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Tax returns are due by 5 May 2024.",
        "The deadline of the directive was 5 May 2014.",
        "Papers may deal with tariffs.",
        "Claims should be submitted by letter.",
        "Papers submitted until 2010 say little of it.",
    ],
)
def test_prose_about_deadlines_is_prose(line: str) -> None:
    """A deadline of somebody else, and a topic of papers."""
    assert read(f"{HEAD}Background\n{line}\n").background == (line,)
    assert read(f"{HEAD}Topics\n1. Salt\n{line}\n").topics[0].text == (line,)


def test_lines_behind_an_announcement_are_topics() -> None:
    """Each line is a topic, also where the last one stands above prose that is longer."""
    lines = ["Salt and rope", "Bridges of stone", "Bridges that are moved by the wind and the tide."]
    group = read("\n".join([f"{HEAD}Background\nWe look for papers on these topics:", *lines]))
    assert [one.title for one in group.topics] == [line.rstrip(".") for line in lines]


def test_a_purpose_is_no_number_of_members() -> None:
    """Whom a group wants to train has not taken part."""
    group = read("WG3: Toll Bridges\n\nAims\nTo train 20 young scholars a year.\n\nMembers\nIt has 64 members.\n")
    assert [one.text for one in group.participation] == ["64"]
    assert group.aim == "To train 20 young scholars a year."


def test_what_was_cancelled_is_told_without_a_word_for_meetings() -> None:
    """An item that stays what it is: only the diagnostic says that it was not held."""
    text = f"{HEAD}Activities\n\nCancelled: Riga, 7-8 May 2020.\nPostponed: seminar in Turku, May 2021.\n"
    assert told(text, "called-off") == ["Cancelled: Riga, 7-8 May 2020.", "Postponed: seminar in Turku, May 2021."]
