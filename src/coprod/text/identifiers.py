"""Identifiers: DOI, ISSN, ISBN, ORCID.

In: a value, or running text. Out: the identifier in its one normal form, or None.
Check digits are verified where there are any. Nothing raises; time is linear.
"""

import re
from functools import lru_cache

import attrs

from coprod.text._words import word_set

_NORMAL = r"10\.[0-9]{4,9}/(?!\(sici\)|[^:]*://)[-a-z0-9._:/()]{0,200}[a-z0-9]"
NORMAL_DOI = re.compile(_NORMAL)
"""A DOI that is as `clean_doi` gives it, in its usual letters."""

_PLAIN_DOI = re.compile(rf"(?:https?://(?:dx\.)?doi\.org/|doi: ?)?({_NORMAL})")
_DOI_START = re.compile(r"(?<![0-9])(?<![0-9]\.)10\.[0-9]{4,9}(?:\.[0-9]{1,9})?(?:/|%2[Ff])")
_DOI_CHARACTER = r"[^\s\"“”«»{}|^`\\\u200b-\u200f\u2060\ufeff]"
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]++(?!10\.[0-9]{4}|[,;(]|(?i:doi\b|pmid|https?:))")
"""Signs that show nothing, which programs put where a line of an address may break; not those before another value."""

_ONE_DOI = re.compile(r"(?:doi:?\s{0,3})?[^\s]+(?:\s{0,3}\[doi\])?", re.IGNORECASE)

_DOI_REST = re.compile(_DOI_CHARACTER + "{1,400}")
_DAMAGED_REST = re.compile(rf"(?: \\_ |\\_| \[ (?=[0-9]{{1,5}}:)|{_DOI_CHARACTER}){{1,400}}")
"""With the `\\_` that LaTeX writes for `_`, and spaces that some exports put around it and around a bracket."""

_LONGEST_REST = 400
"""What is longer is running text without spaces."""

_NEXT_ONE = re.compile(r"[,;@](?:doi:|10\.[0-9]{4})|&(?:amp;)?[a-z_.]{1,20}=", re.IGNORECASE)
_SCHEME = re.compile(r"[,;]?(?:https?|file)$", re.IGNORECASE)
_ANGLE = re.compile(r"[<>]")
_SICI_MARK = re.compile(r"<[0-9]{1,6}:[^<>]*>")
_TRUNCATED = re.compile(r"\[[0-9]{1,5}:[^\]]{0,300}$|\][0-9.]{2,5}co$|\(sici\)(?!.{0,300}co;2)")
"""DOIs of this old form end in `CO;2`; what programs that split at a semicolon leave of one is no DOI."""

_TRAILING = ".,;:!?'’‘*$\u00ad"
_BRACKETS = {")": "(", "]": "[", ">": "<"}
_OPENING = "([<"

_RESOLVERS = ("doi.org/", "hdl.handle.net/")
_FILE_TAIL = re.compile(r"\.(?:abstract|full|html?|pdf|short|xml)$", re.IGNORECASE)
_PATH_TAIL = re.compile(
    r"/(?:abstract|citation|email|epdf|epub|figures|full|full-text|fulltext|html|meta|metrics|pdf|references|summary"
    r"|tables|xml)(?:[/.].*)?$",
    re.IGNORECASE,
)
_PUBLISHER_TAILS = (
    ("/store/", re.compile(r"/asset/.*")),
    ("academic.oup.com", re.compile(r"/[0-9]{4,9}(?:/.*)?$")),
    ("oxfordscholarship.com", re.compile(r"/acprof-.*")),
    ("taylorfrancis.com", re.compile(r"(?<=[0-9])/[a-z].*", re.IGNORECASE)),
    ("biorxiv.org", re.compile(r"v[0-9]{1,2}(?:[./].*)?$")),
    ("medrxiv.org", re.compile(r"v[0-9]{1,2}(?:[./].*)?$")),
)
"""What the addresses of some publishers add behind the DOI: a number of the article, its title, a version."""


def clean_doi(text: str) -> str | None:
    """The DOI of a value that is one, in lower case, without address, prefix and closing punctuation.

    Args:
        text: The value of a DOI field, e.g. `"https://doi.org/10.1000/XYZ"`. Of several DOIs, the first.

    Examples:
        >>> clean_doi("https://dx.doi.org/10.1016/S0140-6736(05)66545-2")
        '10.1016/s0140-6736(05)66545-2'
        >>> clean_doi("doi:10.1000/xyz.")
        '10.1000/xyz'
        >>> clean_doi("DOI 1") is None
        True
    """
    plain = _PLAIN_DOI.fullmatch(text.lower())
    if plain is not None:
        return plain[1]
    is_one = not text.isascii() and _ONE_DOI.fullmatch(text.strip()) is not None
    return find_doi(_UNSEEN.sub("", text) if is_one else text)


def find_doi(text: str) -> str | None:
    """The first DOI in running text, cleaned as `clean_doi` does.

    Examples:
        >>> find_doi("Eur J Med Genet. 2020 Feb. doi: 10.1016/j.ejmg.2019.03.004. Epub 2019")
        '10.1016/j.ejmg.2019.03.004'
        >>> find_doi("version 10.2 of 2019") is None
        True
    """
    found = _locate(text) if "10." in text else None
    return found[0] if found is not None else None


def find_doi_span(text: str) -> tuple[int, int] | None:
    """Where in the text its first DOI stands: columns of its first character and behind its last.

    Examples:
        >>> find_doi_span("doi: 10.1000/XYZ.")
        (5, 16)
    """
    found = _locate(text) if "10." in text else None
    return found[1:] if found is not None else None


def _locate(text: str) -> tuple[str, int, int] | None:
    """The first DOI, its start and its end."""
    pattern = _DAMAGED_REST if "\\_" in text or " [ " in text else _DOI_REST
    for found in _DOI_START.finditer(text):
        rest = pattern.match(text, found.end())
        if rest is None:
            continue
        start, head = found.start(), found.end() - found.start()
        address = _address(text, start)
        raw = _cut(text[start : rest.end()], head, address)
        if len(raw) > head:
            doi = _decoded(raw, unquoting="%" in found[0] or bool(address))
            if doi:
                return doi, start, start + len(raw)
    return None


def _address(text: str, start: int) -> str:
    """The part of an address in front of a DOI, in lower case; "" if it does not stand in one."""
    head = text[max(0, start - 300) : start]
    if not head or head[-1].isspace():
        return ""
    token = head.split()[-1].lower()
    return token if "://" in token or "www." in token or "doi.org/" in token else ""


def _cut(raw: str, head: int, address: str) -> str:
    """The raw DOI without what follows it; its first `head` characters stay, alone where the rest is no DOI."""
    raw = _cut_at_angle(_cut_next(raw, head), head)
    if address:
        raw = _cut_query(raw, address)
    if len(raw) >= _LONGEST_REST:
        return raw[:head]
    if address and not any(resolver in address for resolver in _RESOLVERS):
        raw = _cut_tail(raw, address)
    return _without_trailing(raw, head)


def _cut_next(raw: str, head: int) -> str:
    """The raw DOI up to the next one, or an address, that follows without a space."""
    following = _NEXT_ONE.search(raw, head)
    if following is not None:
        raw = raw[: following.start()]
    colon = raw.find("://", head)
    return raw if colon < 0 else raw[:head] + _SCHEME.sub("", raw[head:colon])


def _cut_at_angle(raw: str, head: int) -> str:
    """The raw DOI up to a tag or a closing `>`; the `<1661::AID-X>` of old Wiley DOIs stays."""
    angle = _ANGLE.search(raw, head)
    if angle is None:
        return raw
    mark = _SICI_MARK.match(raw, angle.start())
    if mark is None:
        return raw[: angle.start()]
    later = _ANGLE.search(raw, mark.end())
    return raw if later is None else raw[: later.start()]


def _cut_query(raw: str, address: str) -> str:
    """The raw DOI without the query and the fragment of the address it stands in."""
    for mark in "?#&" if "?" in address else "?#":
        raw = raw.partition(mark)[0]
    return raw.partition(";jsessionid")[0]


def _cut_tail(raw: str, address: str) -> str:
    """The raw DOI without what a publisher's address adds: `/full`, `.pdf`, a number, a title."""
    raw = _FILE_TAIL.sub("", raw.rstrip(_TRAILING + "/"))
    raw = _PATH_TAIL.sub("", _FILE_TAIL.sub("", raw))
    for host, pattern in _PUBLISHER_TAILS:
        if host in address:
            raw = pattern.sub("", raw)
    return raw


def _without_trailing(raw: str, head: int) -> str:
    """The raw DOI without `[doi]`, punctuation and unbalanced brackets at its end."""
    end = len(raw)
    while end > head:
        last = raw[end - 1]
        opening = _BRACKETS.get(last)
        if raw[end - 5 : end].lower() == "[doi]":
            end -= 4
        elif opening is not None:
            if raw.count(last, 0, end) <= raw.count(opening, 0, end):
                break
        elif last not in _TRAILING and last not in _OPENING:
            break
        end -= 1
    return raw[: max(end, head)]


def _decoded(raw: str, *, unquoting: bool) -> str:
    """The DOI of a raw one in lower case, with LaTeX, entities and percent signs undone; "" if none is left."""
    doi = raw
    if "\\" in doi or "[" in doi:
        doi = doi.replace(" \\_ ", "_").replace("\\_", "_").replace(" [ ", "[")
    if unquoting and "%" in doi:
        from urllib.parse import unquote

        doi = unquote(doi)
    while "&amp;" in doi:
        doi = doi.replace("&amp;", "&")
    doi = doi.replace("&lt;", "<").replace("&gt;", ">").lower()
    doi = doi.replace("\u00ad", "")
    if doi != raw.lower():
        doi = _recut(doi)
    return "" if _TRUNCATED.search(doi) else doi


def _recut(doi: str) -> str:
    """A decoded DOI, without what decoding has shown not to belong to it."""
    found = _DOI_START.match(doi)
    rest = _DOI_REST.match(doi, found.end()) if found is not None else None
    if found is None or rest is None:
        return ""
    raw = _cut(doi[: rest.end()], found.end(), "")
    return raw if len(raw) > found.end() else ""


@attrs.frozen
class Serials:
    """What one value of a field for ISSN and ISBN holds."""

    issn: tuple[str, ...] = ()
    """ISSNs, `1234-567X`, in order, each once."""

    isbn: tuple[str, ...] = ()
    """ISBNs without hyphens, in order, each once."""

    rest: str = ""
    """What is neither: other words, numbers whose check digit fails."""


_CACHED = 80
"""Longest text that is remembered: records of one journal repeat its numbers, and a short key costs little memory."""

_SERIAL_GAPS = re.compile(r"[\s,;()\[\]<>/|:&+\"]+")
_DASHES = str.maketrans("‐‑‒–—−", "------")
_SERIAL_PREFIX = re.compile(r"(?:[ep]-?)?(?:issn|isbn)(?:-l|-1[03])?[-.]?(?=[0-9])|[ep](?=[0-9]{4}-)", re.IGNORECASE)
_QUALIFIERS = word_set(
    "print printed electronic online linking issn eissn e-issn pissn p-issn issn-l issnl isbn eisbn e-isbn isbn-10",
    "isbn-13 isbn10 isbn13 pbk hbk pb hb paperback hardback hardcover softcover cloth ebook e-book electronic-book pdf",
    "epub web internet cd-rom set alk paper bound pap br p e",
)
_DIGITS = "0123456789"


def parse_serials(text: str) -> Serials:
    """The ISSNs and ISBNs of one value.

    Examples:
        >>> parse_serials("1432-0703 (Electronic) 0090-4341 (Linking)").issn
        ('1432-0703', '0090-4341')
        >>> parse_serials("978-3-030-63761-3").isbn
        ('9783030637613',)
        >>> parse_serials("WP-6-012").rest
        'WP-6-012'
    """
    return _serials_cached(text) if len(text) <= _CACHED else _serials(text)


def _serials(text: str) -> Serials:
    """The ISSNs and ISBNs of a text of any length."""
    if len(text) == 9 and text[4] == "-" and is_issn(text):
        return Serials((text.upper(),))
    issn: dict[str, None] = {}
    isbn: dict[str, None] = {}
    rest: list[str] = []
    for token in _serial_tokens(text):
        number = token.replace("-", "").upper()
        if is_issn(number):
            issn[f"{number[:4]}-{number[4:]}"] = None
        elif is_isbn(number):
            isbn[number] = None
        elif token.rstrip(".").lower() not in _QUALIFIERS:
            rest.append(token)
    return Serials(tuple(issn), tuple(isbn), " ".join(rest))


_serials_cached = lru_cache(maxsize=4096)(_serials)


def _serial_tokens(text: str) -> list[str]:
    """The numbers and words of the value; a number that is printed with spaces is one."""
    if not text.isascii():
        text = text.translate(_DASHES)
    if "\\" in text:
        text = text.replace("$\\backslash$r", " ").replace("\\r", " ").replace("\\", " ")
    tokens = [_SERIAL_PREFIX.sub("", token) for token in _SERIAL_GAPS.split(text) if token.strip("-.")]
    digits = [token for token in tokens if token[0] in _DIGITS]
    if len(digits) < 2 or len(digits) > 6:
        return tokens
    joined = "".join(digits).replace("-", "").upper()
    if is_isbn(joined) or is_issn(joined):
        return [joined, *[token for token in tokens if token[0] not in _DIGITS]]
    return tokens


def is_issn(text: str) -> bool:
    """Whether the text is an ISSN, with or without hyphen, with the right check digit; zeros alone are none.

    Examples:
        >>> is_issn("1932-6203"), is_issn("19326203"), is_issn("1932-6204"), is_issn("0000-0000")
        (True, True, False, False)
    """
    number = text[:4] + text[5:] if text[4:5] == "-" else text
    if len(number) != 8 or not number[:7].isdigit() or not number.isascii():
        return False
    return _sum(number, 8) % 11 == 0 and number != "00000000"


def is_isbn(text: str) -> bool:
    """Whether the text is an ISBN of 10 or 13 digits without hyphens, with the right check digit.

    One digit ten times has it too, but fills a field up.

    Examples:
        >>> is_isbn("9783030637613"), is_isbn("0198526636"), is_isbn("9783030637614")
        (True, True, False)
    """
    if not text.isascii():
        return False
    if len(text) == 10:
        return text[:9].isdigit() and _sum(text, 10) % 11 == 0 and text.count(text[0]) < len(text)
    if len(text) != 13 or not text.isdigit() or text[:3] not in ("978", "979"):
        return False
    digits = [int(digit) for digit in text]
    return (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0


def _sum(number: str, weight: int) -> int:
    """The weighted sum of ISSN and ISBN-10, X counting as 10; 1 for a last character that is none."""
    last = number[-1]
    check = 10 if last in "Xx" else int(last) if last.isdigit() else -1
    if check < 0:
        return 1
    return sum([int(digit) * (weight - place) for place, digit in enumerate(number[:-1])]) + check


_ORCID = re.compile(r"(?<![0-9])([0-9]{4})-?([0-9]{4})-?([0-9]{4})-?([0-9]{3}[0-9Xx])(?![0-9])")


def clean_orcid(text: str) -> str | None:
    """The ORCID that the text holds, with hyphens, if its check digit is right.

    Examples:
        >>> clean_orcid("https://orcid.org/0000-0002-1825-0097")
        '0000-0002-1825-0097'
        >>> clean_orcid("0000-0002-1825-0098") is None
        True
    """
    found = _ORCID.search(text)
    if found is None:
        return None
    orcid = "-".join(found.groups()).upper()
    return orcid if _orcid_check(orcid.replace("-", "")) == orcid[-1] else None


def _orcid_check(digits: str) -> str:
    """The check character of an ORCID (ISO 7064, modulus 11-2)."""
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "X" if check == 10 else str(check)
