"""Whatever a RIS file holds, each value of each of its Papers leads back to the place that it came from."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import coprod
from tests.tracing import OF_THE_WHOLE_RECORD, agree, leaves, lines_of, text_at

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\ufeff")
WORDS = st.text(LETTERS, max_size=30)
PLAIN = st.lists(st.sampled_from(["co-production", "of", "the", "state:", "a", "review", "(2nd", "ed.)"]), min_size=1)
SENTENCES = PLAIN.map(" ".join)

ONE_NAME = [
    "Wang, Huanming",
    "Ran B",
    "van der Berg, J",
    "Ranola, R. F., Jr.",
    "Müller",
    "Ministry of Health",
    "Smith, J",
]
MORE_NAMES = [
    "Elliot, T; Almenar, JB",
    "et al.",
    "Wessels, K and Mathieu, R",
    "Smith, JR; Smith, J",
    "Brandsen, T, Ed.",
]
NAMES = st.sampled_from([*ONE_NAME, *MORE_NAMES, "Driggers III, William B.", "Ivanov, V., V", "Smith, Jr., J"])
YEARS = st.integers(1000, 2999).map(str)
MONTHS = st.sampled_from(["JAN", "Feb", "march", "4", "05", "Jun.", "JUL-DEC", "Sept", "okt", "SPR", "Fall", "winter"])
DAYS = st.integers(1, 31).map(str)
DATES = st.one_of(
    YEARS,
    MONTHS,
    st.builds("{}/{}/{}/".format, YEARS, st.integers(0, 13), st.integers(0, 32)),
    st.builds("{}///{}".format, YEARS, MONTHS),
    st.builds("{} {} {}".format, DAYS, MONTHS, YEARS),
    st.builds("{} {}".format, MONTHS, DAYS),
    st.builds("{}-{} {} {}".format, DAYS, DAYS, MONTHS, YEARS),
    st.builds("{}/{}/{}".format, DAYS, DAYS, YEARS),
    st.dates().map(str),
    st.dates().map(lambda date: date.strftime("%Y%m%d")),
)
NUMBERS = st.integers(1, 1999).map(str)
PAGES = st.one_of(
    NUMBERS,
    st.builds("{}{}{}".format, NUMBERS, st.sampled_from(["-", "--", "/", " – "]), NUMBERS),
    st.sampled_from(["e1234", "S28-36", "xi-xiv", "377/86", "183-93; quiz 193-4", "Article 77", "NA", "x + 497 pp."]),
)
DOI = st.builds(
    "10.{}/{}".format,
    st.integers(1000, 99999),
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,9}[A-Za-z0-9]", fullmatch=True),
)
DOIS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "doi: ", "https://doi.org/", "see https://a.org/doi/full/"]),
    DOI,
    st.sampled_from(["", ".", " [doi]", "; PMID: 12"]),
)
SERIALS = st.lists(
    st.sampled_from(
        ["1932-6203", "19326203", "0317-8471 (Print)", "978-3-030-63761-3", "0198526636", "ISSN 1050-124X", "1234"]
    ),
    min_size=1,
    max_size=3,
).map("; ".join)
KEYWORDS = st.lists(
    st.sampled_from(["trust", "*Trust", "co-production", "a", "public; service", "Health/ae [Effects]"]),
    min_size=1,
    max_size=4,
).map("; ".join)
URLS = st.lists(
    st.sampled_from(["https://a.org/x", "https://a.org/x/y", "www.b.org", "<Go to ISI>://WOS:1"]),
    min_size=1,
    max_size=3,
).map("; ".join)
NUMBERED = st.sampled_from(
    ["34589295 [PMID]", "PMID: 123", "PMC4659668", "pmc 4659668", "12345", "WOS:000391254200052"]
)
MARKED = st.sampled_from(
    ["CO<sub>2</sub> and <i>trust</i>", "p &lt; 0.05", "<jats:p>One.</jats:p><jats:p>Two.</jats:p>", "a & b"]
)
RIGHTS = st.sampled_from(["Copyright of X", "Publisher Copyright: © 2025 The Authors", "© 2020"])

VALUES: dict[str, SearchStrategy[str]] = {
    "AU A1 A2 A3 A4 ED": NAMES | WORDS,
    "PY Y1 DA Y2": DATES | WORDS,
    "SP EP SE C7": PAGES | WORDS,
    "DO M3 L3 U2": DOIS | SENTENCES,
    "SN": SERIALS | WORDS,
    "KW": KEYWORDS | WORDS,
    "UR L1 L2 LK": URLS | DOIS | WORDS,
    "AN U1 C2 C3 PMID PMC": NUMBERED,
    "TI T1 BT CT AB N2": SENTENCES | MARKED | WORDS,
    "AB N2 N1 RN": RIGHTS | DOIS | NUMBERED,
    "T2 T3 JF JO JA J2": st.sampled_from(["Public Administration", "Public Adm.", "PA", "A Review & More"]) | WORDS,
    "VL IS CP M1 PB CY LA DB DP AD XX ID": NUMBERS | SENTENCES | WORDS,
}

SEPARATORS = st.sampled_from(["  - ", "  - ", "  - ", " - ", "  -", "\t- ", "  – "])
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def tags() -> SearchStrategy[tuple[str, str]]:
    """A tag, and a value of a kind that it may have."""
    pairs = [st.tuples(st.sampled_from(names.split()), values) for names, values in VALUES.items()]
    return st.one_of(pairs)


def wrapped(pair: tuple[str, str], breaks: int, separator: str) -> str:
    """The lines of a tag, its value broken at some of its spaces."""
    tag, value = pair
    return f"{tag}{separator}{value.replace(' ', chr(10), breaks)}"


@st.composite
def records(draw: st.DrawFn, separator: str) -> str:
    """The lines of a record, now and then without TY or ER, or with text that belongs to no tag."""
    kind = draw(st.sampled_from(["JOUR", "JOUR", "CHAP", "EDBOOK", "CONF", "THES", "RPRT", "book", "NONSENSE"]))
    lines = [
        wrapped(pair, draw(st.sampled_from([0, 0, 0, 1, 5])), separator) for pair in draw(st.lists(tags(), max_size=12))
    ]
    begin = draw(st.sampled_from([f"TY{separator}{kind}\n"] * 5 + [""]))
    end = draw(
        st.sampled_from([f"ER{separator}\n"] * 5 + [f"ER{separator}", "", "\n", "Record #2 of 3\n", "\n\nstray\n"])
    )
    return f"{begin}{chr(10).join(lines)}\n{end}"


@st.composite
def files(draw: st.DrawFn) -> str:
    """The text of a file: records in one form, one kind of line ends, byte order marks."""
    separator = draw(SEPARATORS)
    texts = draw(st.lists(records(separator), min_size=1, max_size=3))
    marks = [draw(st.sampled_from(["", "", "", "\ufeff"])) for _text in texts]
    text = "".join(mark + record for mark, record in zip(marks, texts, strict=True))
    return text.replace("\n", draw(ENDS))


@given(files())
def test_every_value_leads_back_to_its_place(text: str) -> None:
    """Each text and number of each Paper has spans, and what stands there is the value or what it was made of."""
    found = coprod.loads(text, format="ris")
    lines = lines_of(text)
    for paper in found.papers:
        for path, value in leaves(paper):
            spans = found.locate(paper, path)
            assert spans, path
            assert path.startswith(OF_THE_WHOLE_RECORD) or agree(path, value, text_at(lines, spans)), (path, value)


@given(files())
def test_the_encoding_makes_no_difference(text: str) -> None:
    """The same file as UTF-16 has the same Papers in the same places."""
    ours, other = coprod.loads(text, format="ris"), coprod.loads(text.encode("utf-16"), format="ris")
    assert ours.papers == other.papers
    for paper in ours.papers:
        for path, _value in leaves(paper):
            assert ours.locate(paper, path) == other.locate(paper, path)
