"""Many things in one source, each of which is full of short lines, short sentences or numbers.

In: a size. Out: an input of about so many characters.
"""

from typing import Final

from tests.growth.making import Shape, repeated

DENSE: Final[dict[str, str]] = {
    "digits": "1\n",
    "signs": "?\n",
    "letters": "a\n",
    "ranges": "1-2\n",
    "means": "Mean 12\n",
    "quantities": "3 kg 4 kg ",
    "sentences": "It is so. ",
    "quantities in sentences": "It is 3 kg. ",
    "statistics": "(M = 3.2, SD = 0.8) ",
    "numbers in words": "twenty three percent of ninety people, ",
    "shares in words": "ten percent ",
}
"""What each of the things says again and again."""

_SAID: Final = "We found that most people in the study trust each other."
_ASKED: Final = "We asked ninety people in a survey of two towns."
_LONGEST_SECTION: Final = 1_000
_LONGEST_ABSTRACT: Final = 2_000


def _page(text: str) -> str:
    """A summary that is known by its sections, the last two full of the text."""
    lines = (text * (_LONGEST_SECTION // len(text))).replace("\n", "<br>")
    sections = [("Introduction", _ASKED), ("Methods", _ASKED), ("Results", lines), ("Conclusions", lines)]
    return (
        "<!DOCTYPE html><html><body><h1>Trust in care is shared</h1><p>Ann Alford, Ben Brown</p>"
        + "".join(f"<h2>{label}</h2><p>{_SAID}</p><p>{said}</p>" for label, said in sections)
        + "</body></html>\n"
    )


def _result(text: str) -> str:
    """A result of a search page as a browser copies it."""
    said = text * (_LONGEST_ABSTRACT // len(text))
    return (
        "Article\nPublication date: 4 August 2022\n\nTrust in care\n\nAda Name and Bo Name\n\nAbstract\n\n"
        f"Purpose\n\nCare is shared.\n\nFindings\n\n{said}\n\nhttps://doi.org/10.1000/x\n"
    )


def _article(text: str) -> str:
    """An article that declares its abstract."""
    said = text * (_LONGEST_ABSTRACT // len(text))
    return (
        "<!DOCTYPE html><html><head><meta name='citation_title' content='Trust'>"
        f"<meta name='citation_abstract' content='Findings: {said}'></head><body></body></html>\n"
    )


PAGES: Final[dict[str, Shape]] = {f"joined pages: {name}": repeated(_page(text)) for name, text in DENSE.items()}
_HEAD: Final = "<!DOCTYPE html><html><head><meta name='citation_title' content='Trust'>"
ARTICLES: Final[dict[str, Shape]] = {
    **{f"joined: {name}": repeated(_article(text)) for name, text in DENSE.items()},
    "metadata of no name": repeated("<meta x y>", _HEAD),
    "many authors": repeated("<meta name='citation_author' content='Name, Ada B.'>", _HEAD),
    "authors in one": repeated("A B and ", f"{_HEAD}<meta name='citation_authors' content='", "'></head></html>"),
}
RESULTS: Final[dict[str, Shape]] = {
    f"results: {name}": repeated(_result(text), "Search results\n\n1 – 1 of 1\nPer page\n102050\n")
    for name, text in DENSE.items()
}
ONE: Final[dict[str, Shape]] = {f"nothing but {name}": repeated(text) for name, text in DENSE.items()}
"""The same as one thing."""
