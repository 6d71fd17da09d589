"""Names: what is split, what is not, and that the printed form stays."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.text.names import is_et_al, may_be_several, parse_name, split_names

SPLIT = [
    ("Wang, Huanming", "Wang", "Huanming"),
    ("Griffin, DK", "Griffin", "DK"),
    ("Wessels, K", "Wessels", "K"),
    ("Wang, H. M.", "Wang", "H. M."),
    ("Louderback, Eric R.", "Louderback", "Eric R."),
    ("Gomyo,Mie", "Gomyo", "Mie"),
    ("CROUDACE, ANGUS D.", "CROUDACE", "ANGUS D."),
    ("van der Berg, J", "van der Berg", "J"),
    ("Hoek, W. van der", "Hoek", "W. van der"),
    ("O'Neill-Smith, Ann-Marie B.", "O'Neill-Smith", "Ann-Marie B."),
    ("Abad-González, L", "Abad-González", "L"),
    ("E, Weinan", "E", "Weinan"),
    ("Smith, JR", "Smith", "JR"),
    ("Ivanov, IV", "Ivanov", "IV"),
    ("Schoumans, OF", "Schoumans", "OF"),
    ("An, Ngo The", "An", "Ngo The"),
    ("Company, Joan B.", "Company", "Joan B."),
    ("Service, Robert", "Service", "Robert"),
    ("Carvalho, Juliana G. de S.", "Carvalho", "Juliana G. de S."),
    ("Griffin DK", "Griffin", "DK"),
    ("Brownstein C D", "Brownstein", "C D"),
    ("Fanning E.", "Fanning", "E."),
    ("O'Connor JK", "O'Connor", "JK"),
    ("de la Fuente R", "de la Fuente", "R"),
    ("Pérez-de la Fuente R", "Pérez-de la Fuente", "R"),
    ("Curry Rogers K", "Curry Rogers", "K"),
    ("Álvarez-Parra S", "Álvarez-Parra", "S"),
    ("Li X-Y", "Li", "X-Y"),
]

SUFFIXED = [
    ("Ranola, R. F., Jr.", "Ranola", "R. F.", "Jr."),
    ("Kinley, D. H., III", "Kinley", "D. H.", "III"),
    ("Smith, John, JR", "Smith", "John", "JR"),
    ("Smith, John, PhD", "Smith", "John", "PhD"),
    ("Smith, John, MBA", "Smith", "John", "MBA"),
    ("Smith, Jr., John", "Smith", "John", "Jr."),
    ("Butler, MJ IV", "Butler", "MJ", "IV"),
    ("Dengah, H. J. François 2nd", "Dengah", "H. J. François", "2nd"),
    ("Driggers III, William B.", "Driggers", "William B.", "III"),
    ("Chamberlain JA Jr", "Chamberlain", "JA", "Jr"),
    ("Mercado A.R, Jr.", "Mercado", "A.R", "Jr."),
    ("Smith, Jr.", "Smith", None, "Jr."),
]

LITERAL = [
    "A. Paula Rodriguez Müller",
    "CAIZHI SHEN",
    "World Health Organization",
    "J. R. Smith",
    "J. H. Laros III",
    "Jianjun Huang",
    "Inamuddin",
    "IEEE",
    "Author 1",
    "[Anonymous]",
    "{World Bank}",
    "{World Bank, The}",
    "NCT00392093,",
    "Van Dung,",
    ", John",
    ",",
    "",
    "Department of Health, Education, and Welfare",
    "National Academies of Sciences, Engineering, and Medicine",
    "University of Leeds, School of Law",
    "Agriculture, Faculty of",
    "Women, Community",
    "Network, Multi-City Collaborative Research",
    "The Lancet, null",
    "Smith, et al.",
    "Cancer Research UK",
    "Proc Natl Acad Sci U S A",
    "BMC Biol",
    "GEOL SURVEY INDIA",
    "H B",
    "X. W. Xilinx",
    "Agrawal A, Gupta K.",
    "Biggs D, Turpie J. Fabricius C. Spenceley A.",
    "B., Puplampu B.",
    "Last, First, Other, Another, Fifth",
    "Valencia someone@example.org, Renato",
    "Trial, NCT00392093",
]


@pytest.mark.parametrize(("text", "family", "given_name"), SPLIT)
def test_a_name_with_a_basis_is_split(text: str, family: str, given_name: str) -> None:
    """A comma, or a family name with bare initials, splits a name; particles stay where they are printed."""
    name = parse_name(text)
    assert (name.family, name.given, name.suffix) == (family, given_name, None)
    assert name.literal == text


@pytest.mark.parametrize(("text", "family", "given_name", "suffix"), SUFFIXED)
def test_a_suffix_is_told_from_the_given_name(text: str, family: str, given_name: str, suffix: str) -> None:
    """A suffix is found in each of the places where exports print it."""
    name = parse_name(text)
    assert (name.family, name.given, name.suffix) == (family, given_name, suffix)


@pytest.mark.parametrize("text", LITERAL)
def test_without_a_basis_a_name_stays_whole(text: str) -> None:
    """Groups, names in reading order, run-together names and everything doubtful stay a literal."""
    name = parse_name(text)
    assert (name.family, name.given, name.suffix) == (None, None, None)
    assert name.literal == text


def test_an_editor_among_the_authors_has_a_role() -> None:
    """ERIC marks editors by a third part; it is a role, not a suffix."""
    name = parse_name("Hern, Matt, Ed.")
    assert (name.family, name.given, name.suffix, name.role) == ("Hern", "Matt", None, "editor")


@pytest.mark.parametrize("text", ["李明, 王伟", "김철수, 이영희"])
def test_two_whole_names_are_not_one(text: str) -> None:
    """A comma between two whole names in characters makes neither the given name of the other."""
    assert parse_name(text).family is None
    assert parse_name("李, 明").given == "明"


def test_outer_white_space_is_not_part_of_a_name() -> None:
    """White space around a name is dropped, white space within it is kept."""
    assert parse_name("  Wang,  Huan  Ming\t").literal == "Wang,  Huan  Ming"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Elliot, T; Almenar, JB; Rugani, B", ("Elliot, T", "Almenar, JB", "Rugani, B")),
        ("Elliot, T;", ("Elliot, T",)),
        ("World Bank; Wang, H", ("World Bank", "Wang, H")),
        ("Wessels, K and Mathieu, R and Skrovseth, PE", ("Wessels, K", "Mathieu, R", "Skrovseth, PE")),
        ("Wessels, K, and Mathieu, R", ("Wessels, K", "Mathieu, R")),
        ("Smith, J. & Jones, K.", ("Smith, J.", "Jones, K.")),
        ("Griffin DK and Larkin DM", ("Griffin DK", "Larkin DM")),
        ("A, B; C, D and E, F", ("A, B", "C, D", "E, F")),
        ("Adhikari, B. and", ("Adhikari, B.",)),
        ("Adhikari, B. and ", ("Adhikari, B.",)),
        ("I Plastinina, L Teslyuk, E Pikalova", ("I Plastinina", "L Teslyuk", "E Pikalova")),
        ("Golde T. E., DeKosky S. T., Galasko D.", ("Golde T. E.", "DeKosky S. T.", "Galasko D.")),
        ("M&uuml;ller, J; Ba, X", ("M&uuml;ller, J", "Ba, X")),
        ("&#268;ern&#x00FD;, D; Ba, X", ("&#268;ern&#x00FD;, D", "Ba, X")),
        ("AT&T; Ba, X", ("AT&T", "Ba, X")),
        ("李明, 王伟", ("李明", "王伟")),
        ("李明、王伟、张三", ("李明", "王伟", "张三")),
        ("김철수, 이영희", ("김철수", "이영희")),
    ],
)
def test_several_names_on_a_line_are_told_apart(text: str, names: tuple[str, ...]) -> None:
    """Semicolons, `and`, and commas between whole names separate names; entities do not."""
    assert split_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Wang, Huanming",
        "Ranola, R. F., Jr.",
        "Smith and Nephew plc",
        "Department of Health and Human Services",
        "Department of Health, Education, and Welfare",
        "National Academies of Sciences, Engineering, and Medicine",
        "AUSTRALASIAN INST MIN & MET",
        "Wang, H., Ran, B., Bouckaert",
        "Alexander, Fernand",
        "李, 明",
        "山田, 太郎",
        "김, 철수",
        "",
        ";",
        "; ;",
    ],
)
def test_one_name_is_not_broken(text: str) -> None:
    """A value that is one name, or not certainly several, is returned as it is."""
    assert split_names(text) == (text,)


@pytest.mark.parametrize(
    "text", ["et al", "et al.", " et al.", "et. al.", "Et Al.,", "...", "…", "and others", "[et al.]"]
)
def test_words_for_further_authors_are_no_name(text: str) -> None:
    """What stands for authors that were left out is known as such."""
    assert is_et_al(text)


@pytest.mark.parametrize("text", ["", " ", "Etal, A.", "Al, E.", "Anders, O.", "Others", "…, A", "(", "E"])
def test_names_are_not_taken_for_et_al(text: str) -> None:
    """A name, or nothing, does not stand for further authors."""
    assert not is_et_al(text)


HOSTILE = [
    "," * 300_000,
    ";" * 300_000,
    "a and " * 50_000,
    "A, B and " * 30_000,
    "Wang HM, " * 30_000,
    "&amp;" * 60_000,
    "A " * 150_000,
    " " * 300_000,
    "Jr " * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.timing
def test_hostile_text_takes_linear_time(text: str) -> None:
    """A text made to mislead is read in a moment; quadratic time would be minutes."""
    started = process_time()
    for read in (parse_name, split_names, is_et_al):
        read(text)
    assert process_time() - started < 15


names = st.one_of(st.text(), st.text(alphabet="ABab ,.;&'-é1", max_size=30))


@given(names)
def test_a_name_keeps_its_printed_form(text: str) -> None:
    """Whatever the text, the literal is the text without outer white space, and the parts come from it."""
    name = parse_name(text)
    assert name.literal == text.strip()
    for part in (name.family, name.given, name.suffix):
        assert part is None or (part and all(word in text for word in part.split()))


@given(names)
def test_splitting_loses_no_letter(text: str) -> None:
    """Whatever the text, the names hold all its letters but those of `and`, and there is always one."""
    parts = split_names(text)
    assert parts
    joined = "".join(parts)
    letters = [letter for letter in text.replace(" and", " ") if letter.isalnum()]
    assert [letter for letter in joined.replace(" and", " ") if letter.isalnum()] == letters


@given(names)
def test_every_name_of_a_line_is_one_name(text: str) -> None:
    """Whatever the text, is_et_al answers for each of its names."""
    assert all(is_et_al(part) in (True, False) for part in split_names(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Smith, J., Jones, A., Brown, B.", ("Smith, J.", "Jones, A.", "Brown, B.")),
        ("Smith, J. A., Jones, A. and Brown, B.", ("Smith, J. A.", "Jones, A.", "Brown, B.")),
        ("Smith, J., van der Berg, A., & Brown, B.", ("Smith, J.", "van der Berg, A.", "Brown, B.")),
        ("Smith, John, Jones, Ann", ("Smith, John, Jones, Ann",)),
        ("Smith, J., PhD, MD", ("Smith, J., PhD, MD",)),
    ],
)
def test_pairs_of_family_name_and_initials(text: str, names: tuple[str, ...]) -> None:
    """Family names and initials in turn are several names; given names in full are no basis."""
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("John Smith, Ann Jones, Bob Ray", True),
        ("John Smith and Ann Jones", True),
        ("Smith, John, Jones, Ann", True),
        ("Smith, J., PhD, MD", False),
        ("Ministry of Health, Labour and Welfare", False),
        ("Simon and Schuster", False),
        ("Smith, John", False),
    ],
)
def test_what_may_be_several_names(text: str, expected: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Words like names between commas or `and`, and no word of a group."""
    assert may_be_several(text) is expected
