"""Tags inside a line, in every form that a lost line end leaves: cut, or told; never swallowed."""

import pytest

import coprod
from coprod import Collection

CUT = [
    # behind a capital, before a value that no word has behind it
    ("TY  - JOUR\nTI  - Tides of the USAAU  - Oxenmoor, Pell\nER  - \n", {"title": "Tides of the USA"}),
    ("TY  - JOUR\nTI  - T\nJO  - BMJVL  - 3\nER  - \n", {"container_title": "BMJ", "volume": "3"}),
    ("TY  - JOURAU  - Oxenmoor, PellTI  - Tides at homeER  - ", {"title": "Tides at home", "type": "article-journal"}),
    ("TY  - JOUR\nTI  - T\nLA  - ENER  - \n", {"language": "EN"}),
    # where a file writes one space
    ("TY - JOUR\nT1 - Tides AU - Oxenmoor, Pell\nPY - 2031\nER -\n", {"title": "Tides"}),
    ("TY - JOUR T1 - Tides AU - Oxenmoor, Pell KW - care PY - 2031 ER -\n", {"keywords": ("care",)}),
    ("TY - JOUR\nVL - 9104SP - 79504\nKW - riversDO - 10.9999/ab.c\nIS - 7ER -\n", {"volume": "9104", "issue": "7"}),
    # behind an abstract, before a value of its own
    ("TY  - JOUR\nTI  - T\nAB  - It goes out. UR  - https://a.org/x\nER  - \n", {"urls": ("https://a.org/x",)}),
    ("TY  - JOUR\nTI  - T\nAB  - It goes out. DO  - doi:10.9999/abc\nER  - \n", {"doi": "10.9999/abc"}),
    # near the beginning of a line that goes on
    ("TY  - JOUR\nTI  - Tides in\ncare AU  - Oxenmoor, Pell\nER  - \n", {"title": "Tides in care"}),
    # tags of nobody, on a line that surely holds several
    ("TY  - JOUR TI  - Tides CY  - Bern WE  - SSCI PY  - 2031 ER  - ", {"place": "Bern", "extra": {"WE": ("SSCI",)}}),
    # the end of the file, as Web of Science writes it
    ("TY  - JOUR TI  - Tides PY  - 2031 ER  -  EF\n", {"title": "Tides"}),
]
NOT_CUT = [
    ("TY  - JOUR\nTI  - WELFARE POLICY  - A REVIEW\nER  - \n", {"title": "WELFARE POLICY  - A REVIEW"}),
    ("TY  - JOUR\nTI  - CARE IN THE ER  - TYPE 2\nER  - \n", {"title": "CARE IN THE ER  - TYPE 2"}),
    ("TY  - JOUR\nTI  - Tides ZZ  - x\nER  - \n", {"title": "Tides ZZ  - x"}),
    ("TY  - JOUR\nAU  - Gull Watchers WHOTI  - Tides\nER  - \n", {"title": None}),
    ("TY  - JOUR\nTI  - T\nAB  - We used AU  - as a tag and TI  - too.\nER  - \n", {"authors": (), "title": "T"}),
]
PROSE = [
    "TY - JOUR\nTI - Effects of T1/T2 - weighted imaging\nAD - Univ Campinas, SP - 13083 Brazil\nSP - 12\nER - \n",
    "TY - JOUR\nTI - Tides\nAB - Care in the hospital (ED - 12%, ward - 3%). Load VL - 1000 copies.\nER - \n",
    "TY - JOUR\nTI - The AU - African Union, and trust\nAB - Plan (DO - CHECK - ACT).\nER - \n",
    "TY - JOUR\nTI - Tides - IT - a way\nAU - Oxenmoor, Pell\nER -\n",
    "TY - JOUR\nTI - Tides\nAB - Nurses of the ED - and of the GP - agreed: it IS - in part - so.\nER -\n",
]


def fields(found: Collection, expected: dict[str, object]) -> dict[str, object]:
    """What the first paper has of the fields that are asked for."""
    return {field: getattr(found.papers[0], field) for field in expected}


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_a_tag_inside_a_line_is_read(text: str, expected: dict[str, object]) -> None:
    """The line is cut before the tag, which is told, and each value can be traced."""
    found = coprod.loads(text)
    assert fields(found, expected) == expected
    assert "ris.glued" in {told.code for told in found.diagnostics}
    for field in expected:
        assert found.locate(found.papers[0], field)


@pytest.mark.parametrize(("text", "expected"), NOT_CUT)
def test_what_may_be_a_word_is_told(text: str, expected: dict[str, object]) -> None:
    """What looks like a tag and may be prose is read as text, and told with its line."""
    found = coprod.loads(text)
    assert fields(found, expected) == expected
    (told,) = (told for told in found.diagnostics if told.code == "ris.tag-like-text")
    assert "  - " in (told.text or "")


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_hyphens_is_left_alone(text: str) -> None:
    """Capitals before a hyphen with one space are prose, in a file that writes its tags so, too."""
    found = coprod.loads(text)
    assert len(found.papers) == 1
    assert found.papers[0].title == text.partition("TI - ")[2].partition("\n")[0]
    assert [told.code for told in found.diagnostics] == ["ris.tag-form"]


@pytest.mark.parametrize(
    "sign", ["\u2028", "\0", "\x0b", "\x1c", "\x1a", "\x85", "\u00ad", "\u200f", "\ufeff", "\ufffd"]
)
def test_a_sign_within_a_tag(sign: str) -> None:
    """A sign that shows nothing, between the spaces of a tag, hides nothing."""
    found = coprod.loads(f"TY  - JOUR\nTI  - Tides\nVL {sign} - 7\nER  - \n")
    assert (found.papers[0].title, found.papers[0].volume) == ("Tides", "7")
    assert [told.code for told in found.diagnostics if told.severity == "warning"] == ["ris.other-form"]


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff"])
def test_signs_instead_of_line_ends(sign: str) -> None:
    """Records whose line ends became a sign without width are read, and can be traced."""
    lines = ["TY  - JOUR", "TI  - Tides", "AU  - Oxenmoor, Pell", "ER  - "]
    found = coprod.loads(sign.join([*lines, *lines]))
    assert [paper.type for paper in found.papers] == ["article-journal"] * 2
    assert all(found.locate(paper, "title") and found.locate(paper, "type") for paper in found.papers)


@pytest.mark.parametrize("line", ["I\u2028S - 7", "U 2 - 10.9999/x", "V_L - 7"])
def test_a_sign_between_the_letters_of_a_tag(line: str) -> None:
    """What hides a tag altogether is told, where its line goes on from the value above."""
    found = coprod.loads(f"TY - JOUR\nTI - T\nJF - Gulls\n{line}\nER - \n")
    assert [told.line for told in found.diagnostics if told.code == "ris.tag-like-text"] == [4]


@pytest.mark.parametrize("mark", ["\ufeff", "ï»¿", "Ã¯Â»Â¿"])
def test_a_mark_between_records_on_a_line(mark: str) -> None:
    """A byte order mark, also one that was encoded twice or three times, does not hide the TY behind it."""
    found = coprod.loads(f"TY  - JOUR\nTI  - Tides\nER  - {mark}TY  - BOOK\nTI  - Gulls\nER  - \n")
    assert [(paper.type, paper.title) for paper in found.papers] == [("article-journal", "Tides"), ("book", "Gulls")]


@pytest.mark.parametrize("line", ["AB: It rose in towns.", "VL= 7", "**VL** - 7", "VL--7"])
def test_other_signs_behind_a_tag(line: str) -> None:
    """A line that begins with a tag and a sign that no form has is told where it goes on from words."""
    found = coprod.loads(f"TY  - JOUR\nTI  - T\nKW  - tides\n{line}\nER  - \n")
    assert {told.code for told in found.diagnostics} == {"ris.wrapped-value"}


def test_records_without_a_title_that_ran_together() -> None:
    """DOIs, years and volumes that begin again are two works, parted at the blank line between them."""
    numbers = "VL  - {0}\nPY  - 203{0}\nDO  - 10.9999/{0}\n"
    first, second = numbers.format(1), numbers.format(2)
    text = f"TY  - JOUR\nAU  - Oxenmoor, Pell\n{first}\nAB  - It goes out.\nTI  - Gulls\n{second}ER  - \n"
    found = coprod.loads(text)
    assert [(paper.title, paper.doi, paper.abstract is None) for paper in found.papers] == [
        (None, "10.9999/1", True),
        ("Gulls", "10.9999/2", False),
    ]
    assert [(told.code, told.line) for told in found.diagnostics if told.severity == "warning"] == [
        ("ris.run-together", 7)
    ]


ONE_WORK = [
    "DO  - 10.9999/abc\nSP  - 1\nDO  - https://doi.org/10.9999/abc\nPY  - 2031/05\nSP  - 1-12\n",
    "DO  - 10.9999/a\nDO  - 10.9999/b\nDO  - 10.9999/c\nSP  - 1\nSP  - 2\nSP  - 3\nPY  - 2032\nPY  - 2033\n",
    "DO  - 10.9999/abc\nIS  - 1\nDO  - 10.9999/abc.pub2\nPY  - 2033\nIS  - 2\nAU  - Oxenmoor, Pell\n",
]


@pytest.mark.parametrize("tags", ONE_WORK)
def test_one_work_with_two_forms_of_its_numbers(tags: str) -> None:
    """DOIs that name one work, however written, part no record."""
    assert len(coprod.loads(f"TY  - JOUR\nTI  - Tides\nPY  - 2031\n{tags}ER  - \n").papers) == 1


@pytest.mark.parametrize("line", ["A.1 - Do users trust?", "T-1 - the first cell line", "C 1 - one-carbon units"])
def test_items_of_an_abstract(line: str) -> None:
    """A number of an item, or an abbreviation, is prose where an abstract goes on."""
    found = coprod.loads(f"TY  - JOUR\nTI  - T\nAB  - We asked three questions.\n{line}\nER  - \n")
    assert not found.diagnostics


def test_the_form_is_told_where_it_stands() -> None:
    """The line of `ris.tag-form` is the first that is written so; other codes show the tag as the file writes it."""
    found = coprod.loads("Provider: Gulls\nContent: text\n\nTY - FOOB\nTI - Tides\nVL - 1\nVL - 2\nER - \n")
    told = {told.code: (told.line, told.text) for told in found.diagnostics}
    assert told["ris.tag-form"][0] == 4
    assert told["ris.unknown-type"] == (4, "TY - FOOB")
    assert told["ris.repeated-tag"] == (7, "VL - 2")
