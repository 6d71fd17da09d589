"""Parts of structured abstracts."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.text.abstracts import parts_of, sections_of

PURPOSE = ("Purpose", "OBJECTIVE", "We ask how many read.")
METHODS = ("Methods", "METHODS", "We counted them twice.")
FINDINGS = ("Findings", "RESULTS", "Most of them read.")


def written(*parts: tuple[str, str, str], form: str) -> str:
    """An abstract with these parts."""
    return "".join(form.format(label=label, upper=label.upper(), text=text) for label, _category, text in parts)


FORMS = [
    "{label}: {text} ",
    "{label}:{text} ",
    "{upper}: {text} ",
    "{upper}: {text}",
    "{label} - {text} ",
    "{label} – {text} ",
    "{label}—{text} ",
    "{label}-{text} ",
    "{label}. {text} ",
    "{label}.—{text} ",
    "{label} {text} ",
    "{upper} {text} ",
    "{upper}  {text} ",
    "{label}{text}",
    "{upper}{text}",
    "[{label}] {text} ",
    "[{upper}]: {text}\n",
    "【{label}】{text}",
    "{label}\n{text}\n",
    "{upper}\n\n{text}\n\n",
]

SPLIT = [
    ("Abstract Background Trust is low. Methods We asked 9 mayors.", [None, "Background", "Methods"]),
    ("Trust is low. AIM: To see why. RESULTS: It is lower than it was.", [None, "AIM", "RESULTS"]),
    ("AIM: To see why it is low. RESULTS Trust fell. CONCLUSION: It fell.", ["AIM", "CONCLUSION"]),
    ("AIM: To see. VOICES: None were heard here. RESULTS: Trust fell.", ["AIM", "VOICES", "RESULTS"]),
    ("AIM: To see why RESULTS: Trust fell.", ["AIM", "RESULTS"]),
    ('Aim: To see why.", Results: Trust fell.', ["Aim", "Results"]),
    ("BACKGROUND AND AIMS Trust is low. METHODS MEDLINE was searched.", ["BACKGROUND AND AIMS", "METHODS"]),
    ("CONTEXT: Trust is low. METHODS/DESIGN: A survey.", ["CONTEXT", "METHODS/DESIGN"]),
    ("What is known on the subject?: Little. Results: Trust fell.", ["What is known on the subject", "Results"]),
    ("[Purpose] We ask [1] who reads [Results] Trust fell [see Methods]. [Note] It fell.", ["Purpose", "Results"]),
    ("Summary Background Trust is low. Findings Trust fell again.", [None, "Background", "Findings"]),
    ("Background Rain falls. Results Roofs lost 4 mm.", ["Background", "Results"]),
    ("Background Rain falls. Findings Roofs leak. Funding By mayors.", ["Background", "Findings", "Funding"]),
    ("Background Rain fell a lot. Findings Roofs leak. Funding None.", ["Background", "Findings", "Funding"]),
]

WHOLE = [
    "[Results] of the poll and [Methods] of the survey.",
    "Purpose] We ask how many read. Findings] Most of them read.",
    "[Purpose] We ask how many read [1].",
    "",
    " ",
    "Purpose",
    "Purpose: ",
    "Purpose: We ask how many read.",
    "The results: methods matter. The methods: results matter.",
    "Methods for counting differ. Results of elections are read. Conclusions follow.",
    "Results indicate that trust fell. Conclusions are drawn.",
    "Background knowledge helps. Methods vary. Results show that it does.",
    "We asked for three things: Methods, Results and Conclusions.",
    "This chapter contains sections titled: Introduction Methods and Results References",
    "Introduction. Methods. Results. Conclusions. References.",
    "Introduction Methods Results Conclusions References",
    "Introduction 1. Methods 2. Results 3.",
    "Introduction A to C Methods D to E Results F",
    "Trust fell (results: see below). We compare methods: a survey and a diary.",
    "Citizens trust mayors. Results: trust rose.",
    "Conclusions: we draw none. Conclusions: we draw none.",
    "Aims of the study were two. Group: A; method: B.",
]


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str) -> None:
    """Labels are found before a colon, a dash, a full stop, a line end, a space, or glued to their text."""
    parts = (PURPOSE, METHODS, FINDINGS)
    found = sections_of(written(*parts, form=form))
    upper = "{upper}" in form
    assert [(part.label, part.category, part.text) for part in found] == [
        (label.upper() if upper else label, category, text) for label, category, text in parts
    ]


@pytest.mark.parametrize(("text", "labels"), SPLIT)
def test_parts(text: str, labels: list[str | None]) -> None:
    """Text before the first label is a part without one; an unknown label in capitals counts among known ones."""
    assert [section.label for section in sections_of(text)] == labels


@pytest.mark.parametrize("number", ["({})", "{})", "{}."])
@pytest.mark.parametrize("end", [".", ";"])
def test_labels_may_be_numbered(number: str, end: str) -> None:
    """A number before a label is no text, nor is a semicolon before that; numbers in the text stay."""
    labels = ("Background", "Methods", "Results", "Conclusions")
    texts = ("Trust is low", "(1) A survey, (2) a diary", "Trust rose by 12", "Ask more")
    parts = zip(range(1, 5), labels, texts, strict=True)
    text = " ".join(f"{number.format(rank)} {label}: {words}{end}" for rank, label, words in parts)
    stop = "." if end == "." else ""
    last = f"{texts[-1]}{end}"
    assert [(section.label, section.text) for section in sections_of(text)] == [
        *((label, words + stop) for label, words in zip(labels[:-1], texts[:-1], strict=True)),
        (labels[-1], last),
    ]


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_not_structured(text: str) -> None:
    """Words that could be labels, but stand in sentences, alone, or in a table of contents, split nothing."""
    assert parts_of(text) == ()


def test_the_end_of_an_abstract_stays() -> None:
    """A statement of rights stays in the last text."""
    assert sections_of("AIM: To see. RESULTS: Seen. © 2020 Example")[-1].text == "Seen. © 2020 Example"


def test_unknown_labels_are_unassigned() -> None:
    """A label in capitals that is not known has the category UNASSIGNED, a text without label has none."""
    found = sections_of("Trust is low here. AIM: To see. VOICES: None were heard. RESULTS: Seen at last.")
    assert [section.category for section in found] == [None, "OBJECTIVE", "UNASSIGNED", "RESULTS"]


WORDS = st.sampled_from(
    [
        *("Purpose", "METHODS", "Results", "Findings", "we", "The", "n = 3", "é", "("),
        *(":", ": ", " - ", "-", ".", "\n", " "),
    ]
)


@given(st.lists(WORDS, max_size=40).map("".join))
def test_nothing_is_lost(text: str) -> None:
    """Labels and texts come in order, do not overlap, and leave only white space and separators between them."""
    parts = parts_of(text)
    end = 0
    for part in parts:
        for start, stop in [part.label, part.text] if part.label is not None else [part.text]:
            assert not text[end:start].strip(" \t\r\n:.–—-?")
            assert end <= start <= stop
            end = stop
    assert not parts or not text[end:].strip()


PIECES = ["a", " ", ".", "Results", "Results: ", "RESULTS ", ". RESULTS: ", ". A", "Methods, ", "-", "\n"]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.timing
def test_time_is_linear(piece: str) -> None:
    """An abstract of a megabyte takes less than two seconds."""
    text = "Aims: x. " + piece * (1_000_000 // len(piece))
    start = process_time()
    parts_of(text)
    assert process_time() - start < 2
