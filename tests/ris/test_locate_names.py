"""Where all names of a record stand, asked at once and one by one."""

import time

import pytest

import coprod

RIS = """TY  - EDBOOK
AU  - Alford, John
AU  - Costa, Ana; Alford, John
A1  - Adler, B (Ed.)
AU  - Costa, Ana
A2  - Roe, Ben
A2  - Alford, John
TI  - Ferries
ER  -
"""


@pytest.mark.parametrize("kind", ["EDBOOK", "JOUR", "CHAP"])
@pytest.mark.parametrize("field", ["authors", "editors", "contributors"])
def test_all_names_stand_where_each_of_them_stands(kind: str, field: str) -> None:
    """The spans of a field are those of its names, each once."""
    found = coprod.loads(RIS.replace("EDBOOK", kind))
    (paper,) = found.papers
    names = range(len(getattr(paper, field)))
    alone = [span for index in names for span in found.locate(paper, f"{field}[{index}]")]
    assert found.locate(paper, field) == tuple(dict.fromkeys(alone))


def test_many_names() -> None:
    """They are looked for once: a paper of 20,000 authors is no matter of minutes."""
    lines = "".join(f"AU  - Costa{number % 9_000}, Ana\n" for number in range(20_000))
    found = coprod.loads(f"TY  - JOUR\n{lines}ER  - \n")
    start = time.process_time()
    assert len(found.locate(found.papers[0], "authors")) == 20_000
    assert time.process_time() - start < 10


def test_many_tags_on_one_line() -> None:
    """The line is cut once: a record of 20,000 tags that were joined to one line is no matter of minutes."""
    found = coprod.loads(f"TY  - JOUR TI  - Ferries {'KW  - tides ' * 20_000}ER  - ")
    start = time.process_time()
    assert len(found.locate(found.papers[0], "keywords")) >= 1
    assert time.process_time() - start < 5
