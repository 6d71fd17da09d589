"""Hypothesis strategies for RIS: valid records with what they mean, and records with quirks.

`written_records()` gives valid records, each with the fields of the Paper that it means; `odd_records()` gives records
as real files have them. Works and persons are made of syllables. Damaged files: `ris_damage`.
"""

import itertools

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

Line = tuple[str, str]
"""A tag and its value."""

_SYLLABLES = ("bram", "dor", "fen", "gul", "har", "kel", "lim", "mor", "nub", "oxe", "pel", "quil", "tam", "wor", "zif")
_TYPES = {"JOUR": "article-journal", "CHAP": "chapter", "BOOK": "book", "RPRT": "report"}
_IN_CONTAINERS = ("JOUR", "CHAP")
_LETTERS = st.characters(codec="utf-8", categories=("L", "N", "M", "P", "Sm", "So"), exclude_characters="<&;*")
_ENDS = ("\n", "\r\n", "\r")


@attrs.frozen
class Written:
    """A record and what it means."""

    lines: tuple[Line, ...]
    """Tags and values, from TY to ER."""

    means: dict[str, object]
    """Fields of the Paper in the form of `to_dict`, but `id` and `source`."""

    def text(self, end: str = "\n") -> str:
        """The record as it stands in a file."""
        return "".join(f"{tag}  - {value}{end}" for tag, value in self.lines)


# A record has dozens of values. Hypothesis remembers every choice that it made, so a word is one choice, not one for
# each of its letters, and the signs of all scripts are few.
_WORDS = st.sampled_from(["".join(parts) for count in (2, 3) for parts in itertools.product(_SYLLABLES, repeat=count)])
_CAPITALISED = _WORDS.map(str.capitalize)
_TITLES = st.tuples(_CAPITALISED, st.just("") | st.text(_LETTERS, min_size=1, max_size=6)).map(" ".join).map(str.strip)
_NAMES = st.tuples(_CAPITALISED, _CAPITALISED | st.sampled_from(["Q.", "P. F.", "KL", "F"]))


def words() -> SearchStrategy[str]:
    """A word of syllables, such as `quilfenmor`."""
    return _WORDS


def titles() -> SearchStrategy[str]:
    """Running text in one line: a word of syllables, then perhaps letters and signs of all scripts."""
    return _TITLES


def _issn(digits: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True))
    check = (11 - total % 11) % 11
    return f"{digits[:4]}-{digits[4:]}{'X' if check == 10 else check}"


def _isbn(digits: str) -> str:
    digits = "978" + digits
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{(10 - total % 10) % 10}"


def _digits(count: int) -> SearchStrategy[str]:
    return st.integers(0, 10**count - 1).map(lambda number: str(number).zfill(count))


_DOI = st.tuples(_digits(4), words()).map(lambda parts: f"10.{parts[0]}/{parts[1]}")
_URL = words().map(lambda word: f"https://{word}.example.org/{word}")
_YEAR = st.integers(1000, 2999)
_ISSN = _digits(7).filter(lambda digits: digits.strip("0")).map(_issn)  # zeros alone fill a field up
_ISBN = _digits(9).map(_isbn)
_KEYWORDS = st.lists(_TITLES, max_size=3, unique=True)
_PEOPLE = st.lists(_NAMES, max_size=3, unique=True)
_URLS = st.lists(_URL, max_size=2, unique=True)


@st.composite
def written_records(draw: DrawFn) -> Written:
    """A valid record of one of four types, with any of the usual tags in any order, and what it means."""
    kind = draw(st.sampled_from(sorted(_TYPES)))
    means: dict[str, object] = {"type": _TYPES[kind]}
    lines: list[Line] = []
    for add in (_add_texts, _add_people, _add_numbers, _add_links):
        lines += add(draw, kind, means)
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line[0], []).append(line)
    order = draw(st.permutations(sorted(groups)))
    body = [line for tag in order for line in groups[tag]]
    extra = {tag: [value for _tag, value in groups[tag]] for tag in order if tag in ("CN", "DB", "ID")}
    if extra:
        means["extra"] = extra
    return Written((("TY", kind), *body, ("ER", "")), means)


def _add_texts(draw: DrawFn, kind: str, means: dict[str, object]) -> list[Line]:
    lines = []
    for tag, field in (("TI", "title"), ("PB", "publisher"), ("CY", "place"), ("LA", "language")):
        if draw(st.booleans()):
            means[field] = draw(titles())
            lines.append((tag, str(means[field])))
    if draw(st.booleans()):
        text = draw(titles())
        means["abstract"] = {"text": text}
        lines.append(("AB", text))
    if kind in _IN_CONTAINERS and draw(st.booleans()):
        means["container_title"] = draw(titles())
        lines.append(("T2", str(means["container_title"])))
    keywords = draw(_KEYWORDS)
    if keywords:
        means["keywords"] = keywords
        lines += [("KW", keyword) for keyword in keywords]
    return lines + [(tag, draw(words())) for tag in ("CN", "DB", "ID") if draw(st.booleans())]


def _add_people(draw: DrawFn, kind: str, means: dict[str, object]) -> list[Line]:
    lines = []
    for tag, field in (("AU", "authors"), ("A2", "editors")):
        names = draw(_PEOPLE) if tag == "AU" or kind == "CHAP" else []
        if names:
            means[field] = [{"literal": ", ".join(name), "family": name[0], "given": name[1]} for name in names]
            lines += [(tag, ", ".join(name)) for name in names]
    return lines


def _add_numbers(draw: DrawFn, kind: str, means: dict[str, object]) -> list[Line]:
    lines = []
    if draw(st.booleans()):
        year = draw(_YEAR)
        means["issued"] = {"year": year}
        lines.append(("PY", str(year)))
    for tag, field in (("VL", "volume"), ("IS", "issue")):
        if draw(st.booleans()):
            means[field] = str(draw(st.integers(1, 999)))
            lines.append((tag, str(means[field])))
    if kind in _IN_CONTAINERS and draw(st.booleans()):
        first = draw(st.integers(1, 999))
        means["first_page"], means["last_page"] = str(first), str(first + draw(st.integers(0, 50)))
        lines += [("SP", str(means["first_page"])), ("EP", str(means["last_page"]))]
    if kind in _IN_CONTAINERS and draw(st.booleans()):
        field, numbers = ("issn", _ISSN) if kind == "JOUR" else ("isbn", _ISBN)
        number = draw(numbers)
        means[field] = [number]
        lines.append(("SN", number))
    return lines


def _add_links(draw: DrawFn, _kind: str, means: dict[str, object]) -> list[Line]:
    lines = []
    if draw(st.booleans()):
        means["doi"] = draw(_DOI)
        lines.append(("DO", str(means["doi"])))
    urls = draw(_URLS)
    if urls:
        means["urls"] = urls
        lines += [("UR", url) for url in urls]
    return lines


def line_ends() -> SearchStrategy[str]:
    """LF, CRLF or CR."""
    return st.sampled_from(_ENDS)


# Records with quirks, for ways that must not differ -------------------------------------------------

_VALUES: dict[str, tuple[str, ...]] = {
    "AU": (
        "Fenmor, Q.",
        "Fenmor Q",
        "Fen Mor",
        "Institute of Weirs",
        "et al.",
        "Fenmor, Q. and",
        "A, B; C, D",
        "NA",
        "",
        "...",
    ),
    "A1": ("Quilkel, T", "Weir Group"),
    "A2": ("Oxemor, P", "Oxemor, P"),
    "TI": ("Weirs", "<i>Weirs</i>", "Weirs &amp; locks", "WEIRS.", ""),
    "T1": ("Weirs", "Locks"),
    "T2": ("Tidal Review", "Annals of Work", "a review", "NA"),
    "JO": ("Tidal Review", "Tid. Rev."),
    "JF": ("Tidal Review", "Tidal Review"),
    "JA": ("Tid. Rev.",),
    "BT": ("A book",),
    "PY": ("2031", "2031///", "2031/05/06/", "NA", "0000", "in press", "", "999"),
    "Y1": ("2031", "2030", "2031/05//"),
    "DA": ("MAY", "MAY 6", "2031/05/06", "JUL-DEC", "2029"),
    "Y2": ("2032/01/01",),
    "VL": ("7", "NA", "", "7"),
    "IS": ("2", "2-3", "none"),
    "CP": ("2", "9th Forum on Weirs"),
    "SP": ("12", "12-19", "e12", "377/86", "NA", "x + 9 pp.", ""),
    "EP": ("19", "9", "NA"),
    "SN": ("9912-0011", "99120011", "9912-0012", "9912-0011 9912-002X", "9781234567897", "NA"),
    "DO": ("10.5555/weir", "10.5555/WEIR", "https://doi.org/10.5555/weir", "NA", "none such", "10.5555/a 10.5555/b"),
    "UR": (
        "https://a.example.org/1",
        "https://doi.org/10.5555/weir",
        "www.example.org; http://b.example.org",
        "NA",
        "<Go>",
    ),
    "L1": ("https://a.example.org/1.pdf", "internal-pdf://1.pdf"),
    "L3": ("10.5555/weir",),
    "AB": ("We counted.", "© Weir Press", "Copyright of Weir Press", "<p>We counted.</p>", "p &lt; 0.05", ""),
    "N2": ("We counted.", "They counted."),
    "N1": ("A note", "doi: 10.5555/weir", "PMID: 99000001", "Publisher Copyright: © Weir Press"),
    "KW": ("weir", "*lock", "weir; lock", "weir, lock", "Weir", ""),
    "M1": ("3",),
    "M3": ("Article", "10.5555/weir", "10.5555/WEIR"),
    "AN": ("99000001", "WOS:1"),
    "DB": ("PubMed", "Tides"),
    "DP": ("EBSCOhost",),
    "U1": ("99000001 [PMID]",),
    "U2": ("10.5555/weir",),
    "C1": ("Ebbport",),
    "C2": ("PMC9999991", "text"),
    "C3": ("Proceedings",),
    "C7": ("e99", "NA"),
    "LA": ("English", "NA"),
    "PB": ("Weir Press", "NULL"),
    "CY": ("Ebbport",),
    "ET": ("2",),
    "ID": ("1",),
    "ZZ": ("unknown", ""),
}
"""Values that each tag has in real files, plain and odd."""

_USUAL = ("AU", "AU", "TI", "T2", "PY", "VL", "IS", "SP", "EP", "SN", "DO", "UR", "AB", "KW", "KW", "LA", "PB", "DB")


@st.composite
def odd_records(draw: DrawFn) -> tuple[Line, ...]:
    """A record of any type with tags and values as real files have them, plain ones more often than odd ones."""
    kinds = ("JOUR", "JOUR", "JOUR", "CHAP", "CONF", "BOOK", "THES", "RPRT", "WEB", "EDBOOK", "jour", "HTML", "")
    kind = draw(st.sampled_from(kinds))
    tags = draw(st.lists(st.sampled_from(_USUAL), max_size=10) | st.lists(st.sampled_from(sorted(_VALUES)), max_size=8))
    if draw(st.booleans()):
        tags = sorted(tags, key=_USUAL.index) if set(tags) <= set(_USUAL) else tags
    plain = st.sampled_from([0, 0, 0, 1])
    body = [(tag, _VALUES[tag][0] if not draw(plain) else draw(st.sampled_from(_VALUES[tag]))) for tag in tags]
    return (("TY", kind), *body, ("ER", ""))
