"""Inputs made to hurt: for each reader, shapes that any size can be asked of.

In: a size. Out: an input of about so many characters.
"""

from collections.abc import Callable
from typing import Final

Shape = Callable[[int], str]


def repeated(part: str, before: str = "", after: str = "") -> Shape:
    """A part that comes again and again."""
    return lambda size: before + part * (size // len(part)) + after


RECORD: Final = "TY  - JOUR\nTI  - Trust\n"
END: Final = "\nER  - \n"

RIS: Final[dict[str, Shape]] = {
    "records": repeated("TY  - JOUR\nAU  - Alford, John\nTI  - Trust\nPY  - 2009\nER  - \n"),
    "tags in a record": repeated("KW  - care\n", RECORD, END),
    "unknown tags": repeated("ZZ  - care\n", RECORD, END),
    "different unknown tags": lambda size: RECORD + "".join(f"X{n % 10}  - {n}\n" for n in range(size // 12)) + END,
    "authors": lambda size: RECORD + "".join(f"AU  - Alford{n}, John\n" for n in range(size // 22)) + END,
    "authors on a line": repeated("Alford, J.; ", RECORD + "AU  - ", END),
    "keywords on a line": repeated("care; ", RECORD + "KW  - ", END),
    "abstracts": repeated("AB  - care\n", RECORD, END),
    "dates": repeated("PY  - 2009/01/01/\n", RECORD, END),
    "dois": lambda size: RECORD + "".join(f"DO  - 10.1000/{n}\n" for n in range(size // 18)) + END,
    "dois on a line": repeated("10.1000/x; ", RECORD + "DO  - ", END),
    "doi of slashes": repeated("/", RECORD + "DO  - 10.1000", END),
    "serials": repeated("1234-5679 ", RECORD + "SN  - ", END),
    "pages": repeated("1-", RECORD + "SP  - ", END),
    "digits of a page": repeated("1", RECORD + "SP  - ", END),
    "date of digits": repeated("1", RECORD + "PY  - ", END),
    "date of slashes": repeated("/", RECORD + "PY  - 2009", END),
    "name of commas": repeated(",", RECORD + "AU  - Alford", END),
    "name of initials": repeated("A. ", RECORD + "AU  - Alford, ", END),
    "name of capitals": repeated("A ", RECORD + "AU  - ", END),
    "blank lines": repeated("\n"),
    "lines of space": repeated(" \n", RECORD),
    "continuation lines": repeated("care\n", RECORD + "AB  - x\n", END),
    "stray lines": repeated("care\n"),
    "TY only": repeated("TY  - JOUR\n"),
    "ER only": repeated("ER  - \n", RECORD),
    "one long line": repeated("care ", RECORD + "AB  - ", END),
    "one line": repeated("a"),
    "carriage returns": repeated("KW  - care\r", RECORD, END),
    "marks": repeated("\ufeff", RECORD + "AB  - ", END),
    "markup": repeated("<i>care</i>", RECORD + "TI  - ", END),
    "open markup": repeated("<i", RECORD + "AB  - ", END),
    "less": repeated("<", RECORD + "AB  - ", END),
    "references": repeated("&lt;", RECORD + "AB  - ", END),
    "ampersands": repeated("&", RECORD + "AB  - ", END),
    "labels": repeated("Purpose: care. ", RECORD + "AB  - Purpose: care. Findings: ", END),
    "tags in lower case": repeated("kw  - care\n", RECORD, END),
    "tags in other forms": repeated("KW - care\nKW\t- care\n", RECORD, END),
    "nul": repeated("\0", RECORD + "AB  - "),
}

_BODY: Final = "<!DOCTYPE html><html><head><title>Search results | Emerald Insight</title></head><body>"
_META: Final = "<html><head><meta name='citation_title' content='Trust'><meta name='citation_author' content='"

MARKUP: Final[dict[str, Shape]] = {
    "less": repeated("<", _BODY),
    "open quotes": repeated('<a x="', _BODY),
    "open tags": repeated("<a ", _BODY),
    "both quotes": repeated("<a x='\"", _BODY),
    "open comments": repeated("<!--", _BODY),
    "comments, one end": repeated("<!-- a >", _BODY),
    "open cdata": repeated("<![CDATA[", _BODY),
    "cdata": repeated("<![CDATA[ x>", _BODY),
    "open end tags": repeated("</a", _BODY),
    "open instructions": repeated("<?", _BODY),
    "unmatched ends": repeated("</div>", _BODY),
    "nested": lambda size: _BODY + ("<div>" * 4000 + "x" + "</div>" * 4000) * (size // 44_000 + 1),
    "unclosed": lambda size: _BODY + "<b>" * 4000 + "x</i>" * (size // 5),
    "attributes": lambda size: f"{_BODY}<p {' '.join(f'a{n}=1' for n in range(size // 8))}>x",
    "references": repeated("&amp;", _BODY),
    "ampersands": repeated("&", _BODY),
    "long reference": repeated("1", _BODY + "&#"),
    "scripts": repeated("<script>", _BODY),
    "links": repeated("<a href=x>y</a> ", _BODY + "<p>"),
    "breaks": repeated("x<br>", _BODY),
    "list": repeated("<li>care</li>", _BODY + "<ol>"),
    "cells": repeated("<td>x</td>", _BODY + "<table><tr>"),
    "hidden": repeated("<p hidden>x</p>", _BODY),
    "headings": repeated("<h2>Results</h2>", _BODY),
    "meta": repeated("<meta name='citation_author' content='Alford, J.'>", _META + "x'>", "</head></html>"),
    "name in meta": repeated("A. ", _META, "'></head></html>"),
    "json-ld": repeated("[", '<html><head><script type="application/ld+json">', "</script></head></html>"),
    "text": repeated("care ", _BODY + "<p>"),
}

PROSE: Final[dict[str, Shape]] = {
    "words": repeated("care "),
    "sentences": repeated("Trust rose by 12% in care. "),
    "lines": repeated("Trust rose by 12% in care.\n"),
    "digits": repeated("1"),
    "numbers": repeated("1 "),
    "commas": repeated("1,"),
    "points": repeated("1."),
    "signs": repeated("n=", "", "60"),
    "brackets": repeated("("),
    "percent": repeated("%"),
    "number words": repeated("one hundred and "),
    "hyphens": repeated("a-"),
    "capitals": repeated("A. "),
    "citations": repeated("(Alford 2009; "),
    "ranges": repeated("1-2-"),
    "dates": repeated("13-14 June "),
    "questions": repeated("?"),
    "lost quotes": repeated(" ?a", "", "’"),
    "no-break spaces": repeated("\u00a0"),
    "one word": repeated("a"),
    "headings": repeated("Results\n"),
    "items": repeated("(i) care\n"),
    "topics": repeated("1. Care\n"),
    "quotation marks": repeated("“"),
    "colons": repeated("Purpose: "),
}

_SUMMARY: Final = "ResearchBunny Logo\nIntroduction\nCare is shared.\nKey Findings\n"
_GROUP: Final = "SG X: Care\nAim of the study group:\nCare is shared.\nMeetings\n"
_SEARCH: Final = (
    "Search results\n\n1 – 1 of 1\nPer page\n102050\nArticle\nPublication date: 4 August 2022\n\nA Name and B Name\n\n"
    "Abstract\n\nPurpose\n\n"
)


def _behind(start: str, shapes: dict[str, Shape]) -> dict[str, Shape]:
    return {name: lambda size, shape=shape: start + shape(size) for name, shape in shapes.items()}  # type: ignore[misc]


SNIFFED: Final = "sniffed"
"""Stands where a name of a reader does, for inputs of which the library has to find out the reader."""

_OPEN_TAGS: Final = {
    f"open {tag}": repeated(f"<{tag}>", "<html><body><h2>Key Findings</h2><p>It is 5%.</p>")
    for tag in ("script", "style", "title", "textarea", "noscript", "template", "button", "h1", "p")
}

SHAPES: Final[dict[str, dict[str, Shape]]] = {
    "ris": {
        **RIS,
        "custom tags": repeated("C1  - abs i\n", RECORD, END),
        "notes": repeated("N1  - note\n", RECORD, END),
    },
    SNIFFED: {**MARKUP, **_OPEN_TAGS, **PROSE},
    "article": MARKUP,
    "search": {**MARKUP, **{f"text: {name}": shape for name, shape in _behind(_SEARCH, PROSE).items()}},
    "summary": {**MARKUP, **{f"text: {name}": shape for name, shape in _behind(_SUMMARY, PROSE).items()}},
    "study-group": {**MARKUP, **{f"text: {name}": shape for name, shape in _behind(_GROUP, PROSE).items()}},
}
"""Shapes for each reader."""
