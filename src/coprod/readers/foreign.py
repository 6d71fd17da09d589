"""Names what no reader reads: formats that people hand over by mistake, or that are not read yet.

In: the head of a document. Out: words for an error message, such as "a PDF file". Looks at the content; the
suffix of the name does not count. Nothing raises.
"""

import csv
import re
from typing import TYPE_CHECKING, Final
from unicodedata import category

from coprod.readers.shown import lines_of, title_of
from coprod.readers.walls import wall

if TYPE_CHECKING:
    from coprod.document import Document

_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (doc, xls, ppt)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file"),
    (b"Rar!\x1a\x07", "a rar file"),
    (b"\x28\xb5\x2f\xfd", "a zstandard file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "an RTF document"),
)

_OFFICE: Final[tuple[tuple[bytes, str], ...]] = (
    (b"xl/", "an Excel workbook (xlsx)"),
    (b"word/", "a Word document (docx)"),
    (b"ppt/", "a PowerPoint file (pptx)"),
    (b"mimetypeapplication/epub", "an EPUB book"),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file"),
)

_MHTML: Final = (
    r"\A(?:[A-Za-z-]+: [^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n){0,9}){1,20}?(?i:Content-Type: multipart/related)"
)

_TEXTS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern, re.MULTILINE | flags), name)
    for pattern, flags, name in (
        (r"\A\s*@[A-Za-z]+\s*[{(]", 0, "BibTeX"),
        (r"^@(?:article|book|inproceedings|incollection|misc|phdthesis|techreport)\s*[{(]", re.IGNORECASE, "BibTeX"),
        (r"^PMID- ?[0-9]", 0, "MEDLINE (nbib)"),
        (r"\A\s*FN (?:Clarivate|Thomson|ISI|Web of)", 0, "Web of Science native export"),
        (r"^PT [A-Z]\r?\n(?:(?:[A-Z0-9]{2}| {2}) [^\r\n]*\r?\n){0,50}?(?:AU|TI) ", 0, "Web of Science native export"),
        (r"\A\s*(?:PT\tAU\t|\ufeff?PT\t)", 0, "Web of Science native export (tab delimited)"),
        (r"\A\s*%[0A-Z] \S", 0, "Refer (EndNote tagged)"),
        (r"<xml>\s*<records>\s*<record>", 0, "EndNote XML"),
        (r"<PubmedArticleSet", 0, "PubMed XML"),
        (r"\A\s*(?:<\?xml[^>]{0,200}>\s*)?<mods", 0, "MODS XML"),
        (_MHTML, 0, "a web page with all its files in one (MHTML)"),
    )
)

_IS_MHTML: Final = re.compile(_MHTML)

_LONGEST_SUMMARY: Final = 9_000
"""Characters: what is longer is hardly a summary."""

_PRINTED: Final = re.compile(r"[ -~\t\r\n\f]++")
_HTML: Final = re.compile(r"<html|<!doctype html|<body|<head", re.IGNORECASE)

_ROWS_OF_PAPERS: Final = re.compile(
    r"^\| ?(?:paper|title|study|article|citation)s? ?"
    r"(?=\|(?:[^\n]{0,500}\|)? ?(?:authors?|year|doi|journal) ?\|)[^\n]{0,999}\n"
    r"\|[ :|-]{3,999}\n\|[^\n]{1,9999}\n\|",
    re.IGNORECASE | re.MULTILINE,
)
"""The first rows of a table in Markdown with a row for each of several papers."""

_TYPES: Final = (
    "JOUR|BOOK|CHAP|CONF|CPAPER|THES|RPRT|GEN|ELEC|EJOUR|EBOOK|ECHAP|MGZN|NEWS|UNPB|ABST|INPR|ICOMM|DATA|EDBOOK"
)
"""The types of reference that most files have."""

_NAMED: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"\A\s*<\?xml"), "an XML file"),
    (re.compile(r"\A\s*[\[{]\s*[\"\[{\]}]"), "a JSON file"),
    (
        _ROWS_OF_PAPERS,
        "a table of several papers, a row for each, which is not read; give the summary of each paper alone",
    ),
    (
        re.compile(rf"(?:\A|[\r\n])[^A-Za-z\r\n]{{0,9}}TY[\t :=–-]{{1,9}}(?:{_TYPES})[\t ]{{0,9}}(?=[\r\n]|\Z)"),
        "RIS whose tags are damaged; it should read `TY  - JOUR`",
    ),
    (re.compile(r"^ResearchBunny", re.MULTILINE), "a summary page of ResearchBunny without its sections"),
    (
        re.compile(r"^Search results|^[0-9,]+ \S [0-9,]+ of [0-9,]+\s*$", re.MULTILINE),
        "a publisher's search page, whose layout is not known",
    ),
)

_NO_RESULTS: Final = re.compile(
    r"(?:did not|didn['’]t) (?:match|return) any|(?:returned|found|there (?:are|were)) no (?:results|matches|records)|"
    r"\bno (?:search )?(?:results|matches|records|documents|articles|items) (?:(?:were|was|are) )?(?:found|match)|"
    r"^(?:0|no) (?:results|records|matches)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ERROR: Final = re.compile(
    r"\b(?:404|page (?:was )?not found|not be found|(?:error|http) [45][0-9]{2}|[45][0-9]{2} error|forbidden|"
    r"bad gateway|server error|service unavailable|gateway time-?out|too many requests)\b",
    re.IGNORECASE,
)
"""What the title of a page says that a site sends in the place of the one that was asked for."""

_HEADING: Final = re.compile(
    r"^[\W\d]{0,9}((?:Introduction|Background|Literature Review|Objectives?|Methods?|Methodology|"
    r"(?:Key |Main )?(?:Findings|Results|Takeaways)|Discussion|Conclusions?|Limitations|Implications))[\W\d]{0,9}$",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that are headings of a summary page; its reader knows many more."""

_FEWEST_LINES: Final = 3
"""A text of fewer lines is no page of any kind."""

_FEWEST_CELLS: Final = 3
_LONGEST_HEADING: Final = 40
_LONGEST_ROW: Final = 20_000

_BINARY_SHARE: Final = 0.1
"""A text has fewer control characters than this."""

_NULS: Final = re.compile("\0+")
_FEW_NULS: Final = 2
_NUL_SHARE: Final = 0.002
"""A text that a program damaged has a few NULs, or a row of them; a binary file is full of them."""


def describe(document: "Document") -> str:
    """What a document looks like, in words.

    Examples:
        >>> from coprod.document import Document
        >>> describe(Document("a.ris", iter([b"%PDF-1.7"])))
        'a PDF file'
        >>> describe(Document("a.ris", iter([])))
        'an empty file'
    """
    if not document.head_bytes and not document.head:
        return "an empty file"
    if not document.head.strip():
        return "a file of white space"
    magic = _by_magic(document.head_bytes)
    if magic is not None:
        return magic
    if _has_controls(document.head):
        return "a binary file"
    return _by_text(document.head)


def _by_magic(head: bytes) -> str | None:
    for start, name in _MAGIC:
        if head.startswith(start):
            return _inside_zip(head) if name == "a zip file" else name
    return None


def _inside_zip(head: bytes) -> str:
    for mark, name in _OFFICE:
        if mark in head:
            return name
    return "a zip file"


def is_mhtml(head: str) -> bool:
    """Whether a text is a web page with all its files in one, in which the page is coded as in a mail.

    Examples:
        >>> is_mhtml('From: <Saved by Blink>\\nMIME-Version: 1.0\\nContent-Type: multipart/related;\\n')
        True
    """
    return _IS_MHTML.match(head) is not None


def is_binary(document: "Document") -> bool:
    """Whether a document is no text.

    Examples:
        >>> from coprod.document import Document
        >>> is_binary(Document("a.pdf", iter([b"%PDF-1.7"])))
        True
    """
    return _by_magic(document.head_bytes) is not None or _has_controls(document.head)


def _has_controls(text: str) -> bool:
    sample = _NULS.sub("\0", text[:4096])
    odd = sum(letter == "\ufffd" or _is_control(letter) for letter in _PRINTED.sub("", sample))
    return sample.count("\0") > _FEW_NULS + len(sample) * _NUL_SHARE or odd > len(sample) * _BINARY_SHARE


def _is_control(letter: str) -> bool:
    """Whether a letter shows nothing: no space of any width, and no end of a line."""
    return not letter.isprintable() and letter not in "\t\r\n\f" and category(letter) != "Zs"


def _by_text(text: str) -> str:
    for pattern, name in _TEXTS:
        if pattern.search(text):
            return f"{name}, which is not read yet"
    if _HTML.search(text):
        return wall(text) or _by_page(text)
    for pattern, name in _NAMED:
        if pattern.search(text):
            return name
    if _is_table(text):
        return "a table (CSV), which is not read; most sites that give one give RIS too"
    if len(text.strip().splitlines()) < _FEWEST_LINES:
        return "plain text of no known format"
    return _by_headings(text) or (
        "plain text of no known format (no tags of RIS, no list of results, and no two headings of a summary, "
        "such as Methods and Key Findings)"
    )


def _is_table(text: str) -> bool:
    """Whether the first two lines have as many cells, three or more, and the first of them only short ones."""
    lines = text.lstrip().splitlines()[:2]
    for delimiter in ",;\t" if len(lines) == 2 and max(map(len, lines)) < _LONGEST_ROW else "":
        head, *rows = csv.reader(lines, delimiter=delimiter)
        if rows and len(head) == len(rows[0]) >= _FEWEST_CELLS and max(map(len, head)) <= _LONGEST_HEADING:
            return True
    return False


def _by_page(html: str) -> str:
    """What an HTML page looks like."""
    title = title_of(html)
    titled = f" ({title!r})" if title else ""
    text = "\n".join(lines_of(html))
    if not text.strip():
        return f"an HTML page{titled} without any text; save it from the browser, once it shows its text"
    if _ERROR.search(title):
        return f"an HTML page{titled} by which a site says that it cannot show the page"
    if _NO_RESULTS.search(text):
        return f"an HTML page{titled} of a search that found nothing"
    return _by_headings(text) or (
        f"an HTML page{titled} that declares no article and has no headings of a summary; if it lists search results, "
        "give its layout with layouts= or --layout"
    )


def _by_headings(text: str) -> str | None:
    """What a text with headings of a summary page looks like that is not taken for one."""
    headings = list(dict.fromkeys(_HEADING.findall(text)))
    if len(headings) < 2:
        return None
    why = "is longer than one of a paper" if len(text) > _LONGEST_SUMMARY else "does not read like one of a paper"
    return (
        f"a summary page by its headings ({headings[0]!r}, {headings[1]!r}) that {why}; "
        'format="summary" or --format summary reads it as one'
    )
