"""Rows of names: one splitter for all pages, names given first or last, groups, degrees, and what was left out."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod.text.name_characters import names_in_characters
from coprod.text.name_rows import is_like_person, parted, without_suffixes

ROWS = {
    "Mia Dahl, PhD, Tom Ek, MD": ["Mia Dahl, PhD", "Tom Ek, MD"],
    "Mia Dahl, MD, PhD, Tom Ek, M.Sc.": ["Mia Dahl, MD, PhD", "Tom Ek, M.Sc."],
    "Mia Dahl, Ph.D.; Tom Ek, M.D.": ["Mia Dahl, Ph.D.", "Tom Ek, M.D."],
    "Mia Dahl, Ben Adler, Jr. and Tom Ek III": ["Mia Dahl", "Ben Adler, Jr.", "Tom Ek III"],
    "Mia Dahl • Tom Ek": ["Mia Dahl", "Tom Ek"],
    "Mia Dahl · Tom Ek | Ben Adler": ["Mia Dahl", "Tom Ek", "Ben Adler"],
    "Mia Dahl und Tom Ek": ["Mia Dahl", "Tom Ek"],
    "Mia Dahl et Tom Ek": ["Mia Dahl", "Tom Ek"],
    "MIA DAHL AND TOM EK": ["MIA DAHL", "TOM EK"],
    "Mia Dahl1, Tom Ek2* and Ben Adler3": ["Mia Dahl1", "Tom Ek2*", "Ben Adler3"],
    "Dahl and Ek": ["Dahl", "Ek"],
    "Dahl, Ek and Adler": ["Dahl", "Ek", "Adler"],
    "José Ortega y Gasset and Ana Costa": ["José Ortega y Gasset", "Ana Costa"],
    "Dahl, M., van der Ek, T. B., & Costa Lima, A.": ["Dahl, M.", "van der Ek, T. B.", "Costa Lima, A."],
    "Dahl, MJ, Ek, T": ["Dahl, MJ", "Ek, T"],
    "Dahl, M., Jr., Ek, T.": ["Dahl, M., Jr.", "Ek, T."],
    "Dahl M, Ek TB, Costa Lima A": ["Dahl M", "Ek TB", "Costa Lima A"],
    "Dahl, Mia; Ek, Tom": ["Dahl, Mia", "Ek, Tom"],
    "DAHL, Mia; EK, Tom and Costa Lima, Ana": ["DAHL, Mia", "EK, Tom", "Costa Lima, Ana"],
    "Dahl, Mia, Tom Ek, and Ben Adler": ["Dahl, Mia", "Tom Ek", "Ben Adler"],
    "Dahl, Mia, and Ek, Tom": ["Dahl, Mia", "Ek, Tom"],
    "Dahl, Mia": ["Dahl, Mia"],
    "Dahl, Ek, Adler, Costa": ["Dahl", "Ek", "Adler", "Costa"],
    "Mia Dahl, Tom Ek;": ["Mia Dahl", "Tom Ek"],
    "Mia Dahl, Oslo Harbour Museum; Tom Ek": ["Mia Dahl, Oslo Harbour Museum", "Tom Ek"],
}

GROUPS = {
    "Mia Dahl, Tom Ek, Jr. and Ministry of Food and Health": ["Mia Dahl", "Tom Ek, Jr.", "Ministry of Food and Health"],
    "Ministry of Food and Health and Mia Dahl": ["Ministry of Food and Health", "Mia Dahl"],
    "Ministry of Health and Social Care and Mia Dahl": ["Ministry of Health and Social Care", "Mia Dahl"],
    "Department for Ferries, Bridges and Rural Roads, Mia Dahl": [
        "Department for Ferries, Bridges and Rural Roads",
        "Mia Dahl",
    ],
    "Mia Dahl, Ferry and Bridge Authority": ["Mia Dahl", "Ferry and Bridge Authority"],
    "Ministry of Health and Ministry of Ferries": ["Ministry of Health", "Ministry of Ferries"],
    "World Ferry Network and OECD": ["World Ferry Network", "OECD"],
    "Department of Harbours, Ferries, and Bridges": ["Department of Harbours, Ferries, and Bridges"],
    "Ministry of Health, Tom Ek and Mia Dahl": ["Ministry of Health", "Tom Ek", "Mia Dahl"],
}

LEFT_OUT = {
    "Mia Dahl, Tom Ek, and others": (["Mia Dahl", "Tom Ek"], ["and others"]),
    "Mia Dahl, Tom Ek and 3 others": (["Mia Dahl", "Tom Ek"], ["and 3 others"]),
    "Mia Dahl, Tom Ek, and 12 more authors": (["Mia Dahl", "Tom Ek"], ["and 12 more authors"]),
    "Mia Dahl, Tom Ek +2 more": (["Mia Dahl", "Tom Ek"], ["+2 more"]),
    "Mia Dahl, + 3": (["Mia Dahl"], ["+ 3"]),
    "Mia Dahl, et al.": (["Mia Dahl"], ["et al."]),
    "Mia Dahl et Tom Ek [et al.]": (["Mia Dahl", "Tom Ek"], ["[et al.]"]),
    "M Dahl, T Ek…": (["M Dahl", "T Ek"], ["…"]),
    "M Dahl, ..., T Ek": (["M Dahl", "T Ek"], ["..."]),
    "Dahl, M.; Ek, T.; others": (["Dahl, M.", "Ek, T."], ["others"]),
    "Mia Dahl and colleagues": (["Mia Dahl"], ["and colleagues"]),
    "Ministry of Health and others": (["Ministry of Health"], ["and others"]),
    "et al.": ([], ["et al."]),
    "Thomas More, Mia Dahl": (["Thomas More", "Mia Dahl"], []),
    "More, T., Others, A.": (["More, T.", "Others, A."], []),
}

IN_CHARACTERS = {
    "李明, 王伟": ["李明", "王伟"],
    "李明，王伟，张三": ["李明", "王伟", "张三"],
    "山田、太郎": ["山田", "太郎"],
    "김철수, 이영희": ["김철수", "이영희"],
    "田中太郎, 山田花子": ["田中太郎", "山田花子"],
    "山田, 太郎": ["山田, 太郎"],
    "高橋, 健太": ["高橋, 健太"],
    "欧阳, 明": ["欧阳, 明"],
    "김, 철수": ["김, 철수"],
    "李, 明": ["李, 明"],
}


def names(text: str) -> list[str]:
    """The names of a row."""
    return [text[start:end] for start, end in parted(text).names]


@pytest.mark.parametrize(("row", "expected"), [*ROWS.items(), *GROUPS.items(), *IN_CHARACTERS.items()])
def test_a_row_comes_apart(row: str, expected: list[str]) -> None:
    """Every name is there once, with its suffixes; nothing is said to be left out."""
    assert names(row) == expected
    assert parted(row).left_out == ()


@pytest.mark.parametrize(("row", "expected"), LEFT_OUT.items())
def test_what_is_left_out_is_no_name(row: str, expected: tuple[list[str], list[str]]) -> None:
    """Words for more names are told apart from names that look like them."""
    assert (names(row), [row[start:end] for start, end in parted(row).left_out]) == expected


@pytest.mark.parametrize(("row", "expected"), IN_CHARACTERS.items())
def test_one_value_in_characters(row: str, expected: list[str]) -> None:
    """A value that should be one name is parted where the row would be, and only there."""
    assert list(names_in_characters(row)) == (expected if len(expected) > 1 else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mia Dahl, PhD", ("Mia Dahl", "PhD")),
        ("Mia Dahl MD PhD", ("Mia Dahl", "MD PhD")),
        ("Dahl, Mia, Jr.", ("Dahl, Mia", "Jr.")),
        ("Mia Dahl", ("Mia Dahl", None)),
        ("Dahl MD", ("Dahl MD", None)),
        ("PhD", ("PhD", None)),
        ("", ("", None)),
    ],
)
def test_suffixes(text: str, expected: tuple[str, str | None]) -> None:
    """Degrees and generations behind a whole name are no part of it; behind a family name they may be initials."""
    assert without_suffixes(text) == expected


@pytest.mark.parametrize(
    "text",
    ["a, " * 30_000, "Ministry, " * 30_000, "Ministry of A and " * 20_000, " " * 90_000, ", and" * 20_000,
     "Dahl, M., " * 20_000, " et  al" * 20_000, "李, " * 30_000, "Jr., " * 20_000, "+1 " * 20_000],
)  # fmt: skip
@pytest.mark.timing
def test_hostile_rows_take_linear_time(text: str) -> None:
    """A row made to mislead is parted in a moment; quadratic time would be minutes."""
    started = process_time()
    parted(text)
    without_suffixes(text)
    names_in_characters(text)
    assert process_time() - started < 15


WORDS = st.sampled_from(
    ["Mia", "Dahl", "M.", "and", "&", "und", "et", "et al.", "and others", "3 others", "…", ",", ";", "•", "、", "PhD",
     "Jr.", "Ministry", "of", "Health", "van", "李明", "王", " ", "(", "+2"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)))
def test_nothing_of_a_row_is_lost(text: str) -> None:
    """What is in no name and left out nowhere is a joint; places are in order, and none is empty."""
    row = parted(text)
    places = sorted([*row.names, *row.left_out])
    assert all(start < end for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    rest = "".join(text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *places, (len(text), len(text))]))
    for joint in ("and", "AND", "und", "UND", "et", "ET", "&", *",，、;；•|·●"):
        rest = rest.replace(joint, " ")
    assert not rest.strip()
    bare, suffix = without_suffixes(text)
    assert text.startswith(bare)
    assert suffix is None or suffix in text


@pytest.mark.parametrize("through", ["latin-1", "cp1252"])
@pytest.mark.parametrize("name", ["Émile Øst", "Jörg Öst", "Zoë Dupré-Čermák", "Ana Ünal"])
def test_letters_that_were_encoded_twice(name: str, through: str) -> None:
    """A name is one of a person though UTF-8 was taken for another encoding; what is none is not made one."""
    assert is_like_person(name)
    assert is_like_person(name.encode().decode(through))


@pytest.mark.parametrize("text", ["Ana £9", "Control × Dose", "élan écologique", "Å–Ö Region", "Ana Å\u202eBo"])
def test_signs_and_small_letters_that_were_encoded_twice(text: str) -> None:
    """What is no name is none encoded twice."""
    assert not is_like_person(text)
    assert not is_like_person(text.encode().decode("latin-1"))
