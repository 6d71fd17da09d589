"""Character references in RIS: the quick way and the careful way agree, and nothing is resolved that is none."""

import itertools
import time

import pytest

from coprod import Collection, loads
from coprod.readers.ris.usual import Usual
from coprod.readers.ris.vocabulary import TAGS as TAG_NAMES

TAGS = sorted((TAG_NAMES | {"XX"}) - {"TY", "ER"})
VALUES = (
    "R&amp;D policy",
    "M&uuml;ller, J; O&#x27;Brien, K",
    "12&#8211;19",
    "https://example.org/a?b=1&amp;c=2",
    "https://example.org/a?b=1&copy;=2",
    "&copy; 2031 Weir Press",
    "&nbsp;",
    "AT&T; R&D &notit;",
    "<p>p &lt; 0.05</p>",
    "tea &amp;amp; cake",
    "one; two",
)
KINDS = ("JOUR", "BOOK", "CHAP", "CONF", "EDBOOK", "THES")


def ris(text: str, *, repair: bool = True) -> Collection:
    """The text, read as RIS."""
    return loads(text, name="a.ris", format="ris", repair=repair)


@pytest.mark.parametrize("tag", TAGS)
def test_both_ways_agree(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The quick way gives what the careful way gives, whatever reference stands in whatever tag."""
    texts = [f"TY  - {kind}\n{tag}  - {value}\nER  - " for kind, value in itertools.product(KINDS, VALUES)]
    found = [ris(text, repair=repair) for text in texts for repair in (True, False)]
    monkeypatch.setattr(Usual, "paper", lambda _usual, _candidate: None)
    assert [ris(text, repair=repair) for text in texts for repair in (True, False)] == found


@pytest.mark.parametrize("tag", TAGS)
def test_every_resolved_value_is_told_and_kept(tag: str) -> None:
    """A record without a reference in its fields keeps the value as printed, and is told; or it has it as it stands."""
    found = ris(f"TY  - JOUR\n{tag}  - Weirs &amp; M&uuml;ller\nER  - ")
    (paper,) = found.papers
    fields = {field: value for field, value in paper.to_dict().items() if field not in ("extra", "source")}
    is_resolved = "Weirs & Müller" in str(fields)
    assert is_resolved == ("ris.markup" in [diagnostic.code for diagnostic in found.diagnostics])
    if is_resolved:
        assert paper.extra[tag] == ("Weirs &amp; M&uuml;ller",)
    else:
        assert "Weirs &amp; M&uuml;ller" in str(paper.to_dict())


@pytest.mark.parametrize("value", ["AT&T;", "R&D", "a&notit;b", "a & b; c", "&;", "&#;", "&#x110000;", "&#0;"])
def test_what_is_no_reference_stays(value: str) -> None:
    """A name that HTML does not have, and a number that is no character, stay as they are."""
    found = ris(f"TY  - JOUR\nJO  - {value}\nTI  - {value}\nER  - ")
    assert (found.papers[0].container_title, found.papers[0].title) == (value, value)
    assert found.diagnostics == ()


def test_many_references_take_linear_time() -> None:
    """Ten thousand values with references are read in seconds, whether a field takes them or not."""
    lines = "".join(f"KW  - caf&eacute; {number}\nT2  - tea &amp; {number}\n" for number in range(10_000))
    begin = time.process_time()
    found = ris(f"TY  - THES\n{lines}ER  - ")
    assert time.process_time() - begin < 10
    assert len(found.papers[0].keywords) == 10_000
    assert len(found.papers[0].extra["T2"]) == 10_000
