"""Inputs made to hurt: for each reader, shapes that any size can be asked of.

In: a size. Out: an input of about so many characters.
"""

from typing import Final

from tests.growth.making import Shape, behind, numbered, repeated
from tests.growth.many import ARTICLES, ONE, PAGES, RESULTS
from tests.growth.prose import GROUP, MIXED, PEOPLE, PLANS, SUMMARIES, TOPICS
from tests.growth.records import RECORDS

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
    "links to publications": numbered("<a href=https://doi.org/10.1000/{n}>y</a> ", _BODY + "<p>"),
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
_SEARCH: Final = (
    "Search results\n\n1 – 1 of 1\nPer page\n102050\nArticle\nPublication date: 4 August 2022\n\nA Name and B Name\n\n"
    "Abstract\n\nPurpose\n\n"
)


SNIFFED: Final = "sniffed"
"""Stands where a name of a reader does, for inputs of which the library has to find out the reader."""

_OPEN_TAGS: Final = {
    f"open {tag}": repeated(f"<{tag}>", "<html><body><h2>Key Findings</h2><p>It is 5%.</p>")
    for tag in ("script", "style", "title", "textarea", "noscript", "template", "button", "h1", "p")
}
_LOST_SIGNS: Final = {
    name: repeated(part, "<html><body><h2>Key Findings</h2><p>It is 5%.</p>", "</p>")
    for name, part in {"tags without <": '<p>x</p> div class="y">', "tags without >": "<h4 Ada Costa"}.items()
} | {"blank lines before >": repeated("\n", "<html><body><h2>Key Findings</h2><p>It is 5%.", "> x</p>")}


def _texts(shapes: dict[str, Shape]) -> dict[str, Shape]:
    return {f"text: {name}": shape for name, shape in shapes.items()}


SHAPES: Final[dict[str, dict[str, Shape]]] = {
    "ris": RECORDS,
    SNIFFED: {**MARKUP, **_OPEN_TAGS, **_LOST_SIGNS, **PROSE, **PAGES},
    "article": {**MARKUP, **ARTICLES},
    "search": {**MARKUP, **RESULTS, **_texts(behind(_SEARCH, {**PROSE, **ONE}))},
    "summary": {**MARKUP, **SUMMARIES, **_texts(behind(_SUMMARY, {**PROSE, **MIXED, **ONE}))},
    "study-group": {
        **MARKUP,
        **_texts(behind(f"{GROUP}Meetings\n", {**PROSE, **MIXED, **ONE})),
        **_texts(behind(f"{GROUP}Chairs\n", PEOPLE)),
        **_texts(behind(f"{GROUP}Topics\n", TOPICS)),
        **_texts(behind(f"{GROUP}Plans\n", PLANS)),
    },
}
"""Shapes for each reader."""
