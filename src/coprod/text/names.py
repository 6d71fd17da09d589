"""Names of persons and groups.

In: one value of an author field. Out: `Name` objects; the printed form is always kept.
A name is split only with a basis: a comma, or a family name with bare initials. Anything else,
and anything that holds a word of organisations, stays a literal. Nothing raises; time is linear.
"""

import re
from html.entities import html5

from coprod.models import Name


def _in_all_cases(words: str) -> frozenset[str]:
    """The words in lower case, capitalised and in capitals, each also with a full stop.

    Examples:
        >>> sorted(_in_all_cases("dept"))
        ['DEPT', 'DEPT.', 'Dept', 'Dept.', 'dept', 'dept.']
    """
    cased = [form for word in words.split() for form in (word, word.capitalize(), word.upper())]
    return frozenset(cased) | frozenset(form + "." for form in cased)


_GROUP_WORDS = _in_all_cases(
    "academies academy administration agency alliance assoc association authority authors bureaus center centers centre centres "
    "coalition collaboration collaborative collaborators college comm commission committee community company conference "
    "consortium convention cooperative corp corporation council department departments dept directorate division editors "
    "engineers enterprises faculty federation forum foundation fund gmbh government group groups inc initiative inst "
    "institut institute institutes institution instituto international investigators laboratories laboratory "
    "ltd ltda minist ministerio ministry museum nations network networks office organisation organization panel "
    "participants partnership plc program programme project publicat research researchers school secretariat section "
    "services societies society subcommittee survey taskforce team trial trialists trust unit universidad "
    "universidade universitat universite université universität universities university univ workgroup working"
)
"""Words that no person is called. Surnames that are also institutions (Bank, Board, Bureau, Service) are not here."""

_LINK_WORDS = frozenset(("of", "for", "the", "and", "&", "null"))
"""Words that stand in names of groups, and in lower case never in the name of one person."""

_GENERATIONS = frozenset(("Jr", "Jr.", "JR", "JR.", "jr", "jr.", "Sr", "Sr.", "SR.", "sr.", "2nd", "3rd", "4th", "III", "IIIrd"))
_SUFFIXES = _GENERATIONS | frozenset(("II", "IV", "2nd.", "3rd.", "Esq", "Esq."))
_THIRD_PARTS = _SUFFIXES | frozenset(
    ("V", "MD", "M.D.", "PhD", "Ph.D.", "Ph.D", "MSc", "M.Sc.", "MPH", "RN", "R.N.", "DDS", "Dr", "Dr.", "Prof", "Prof.", "SJ", "S.J.")
)
_EDITOR_MARKS = frozenset(("Ed", "Ed.", "Eds", "Eds.", "ed.", "eds.", "(Ed.)", "(Eds.)"))
_PARTICLES = frozenset(
    "af al av bin da dal das de dei del della den der di dos du e el ibn la las le lo los san ten ter van von y zu zum zur".split()
)
_NOT_IN_A_PERSON = _GROUP_WORDS | _LINK_WORDS
_NOT_A_PLAIN_PART = _NOT_IN_A_PERSON | _SUFFIXES

_COUNTRIES = frozenset(("EU", "UAE", "UK", "UN", "US", "USA"))
"""Capitals that stand at the end of a group's name ("Cancer Research UK") as initials stand at the end of a person's."""

_INITIALS = re.compile(r"[^\W\d_](?:[.\-]{0,2}[^\W\d_]){0,3}\.?")
_NOT_A_NAME = re.compile(r"[0-9{}@]|://")
_ENTITY_END = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][0-9A-Za-z]{1,31})$")
_MOST_WORDS = 10

_ET_AL_STARTS = frozenset("eEaA&.…[( ")
_ET_AL = frozenset(("et al", "et alii", "and others", "& others", "…", ""))


def parse_name(text: str) -> Name:
    """The name, split where the text gives a basis for it.

    Args:
        text: One author, e.g. `"Wang, Huanming"`.

    Examples:
        >>> parse_name("van der Berg, J").to_dict()
        {'literal': 'van der Berg, J', 'family': 'van der Berg', 'given': 'J'}
        >>> parse_name("Ranola, R. F., Jr.").suffix
        'Jr.'
        >>> parse_name("Griffin DK").family
        'Griffin'
        >>> parse_name("A. Paula Rodriguez Müller").family is None
        True
    """
    literal = text.strip()
    family, comma, given = literal.partition(",")
    if not comma:
        return _without_comma(literal)
    given = given.lstrip()
    if family.isalpha() and family not in _NOT_A_PLAIN_PART and given not in _NOT_A_PLAIN_PART:
        bare = given.replace(".", "").replace(" ", "")
        if bare == given and given.isalpha() or len(bare) <= 4 and given[-1:] == "." and bare.isupper() and bare.isalpha():
            return Name(literal=literal, family=family, given=given)
    return _with_comma(literal, family.rstrip(), given)


def _with_comma(literal: str, family: str, given: str) -> Name:
    """A name with one comma or more, if it looks like a person's."""
    if not family or not given or len(literal) > 200 or not _is_person(literal):
        return Name(literal=literal)
    given, comma, third = given.partition(",")
    if comma:
        return _of_three(literal, family, given.rstrip(), third.strip())
    if given in _GENERATIONS:
        return Name(literal=literal, family=family, suffix=given)
    if is_et_al(given) or _holds_two(family, given):
        return Name(literal=literal)
    return _with_inner_suffix(literal, family, given)


def _is_person(literal: str) -> bool:
    """Whether nothing in the text speaks of a group, a number or an address."""
    words = literal.replace(",", " ").split()
    if len(words) > _MOST_WORDS or not _NOT_IN_A_PERSON.isdisjoint(words):
        return False
    if _NOT_A_NAME.search(literal) is None:
        return True
    others = " ".join([word for word in words if word not in _SUFFIXES])
    return _NOT_A_NAME.search(others) is None


def _of_three(literal: str, family: str, second: str, third: str) -> Name:
    """`Last, First, Jr.`, `Last, Jr., First`, `Last, First, Ed.`; a literal if it is none of them."""
    if third in _THIRD_PARTS and second:
        return Name(literal=literal, family=family, given=second, suffix=third)
    if third in _EDITOR_MARKS and second:
        return Name(literal=literal, family=family, given=second, role="editor")
    if second in _SUFFIXES and third and "," not in third:
        return Name(literal=literal, family=family, given=third, suffix=second)
    if not third and second:
        return _with_inner_suffix(literal, family, second)
    return Name(literal=literal)


def _with_inner_suffix(literal: str, family: str, given: str) -> Name:
    """`Last, First Jr.` and `Last Jr., First`; without a suffix just family and given."""
    if " " in given:
        head, _, last = given.rpartition(" ")
        if last in _SUFFIXES:
            return Name(literal=literal, family=family, given=head.rstrip(), suffix=last)
    if " " in family:
        head, _, last = family.rpartition(" ")
        if last in _SUFFIXES:
            return Name(literal=literal, family=head.rstrip(), given=given, suffix=last)
    return Name(literal=literal, family=family, given=given)


def _holds_two(family: str, given: str) -> bool:
    """Whether both sides of a comma are a name with initials: `Agrawal A, Gupta K`."""
    return " " in family and " " in given and _split_initials(family) is not None and _split_initials(given) is not None


def _without_comma(literal: str) -> Name:
    """A name without a comma: family name and bare initials, or a literal."""
    parts = _split_initials(literal)
    if parts is None:
        return Name(literal=literal)
    family, given, suffix = parts
    return Name(literal=literal, family=family, given=given, suffix=suffix)


def _split_initials(text: str) -> tuple[str, str, str | None] | None:
    """Family name, initials and suffix of `"Chamberlain JA Jr"`; None if it is not of that form.

    Examples:
        >>> _split_initials("de la Fuente R")
        ('de la Fuente', 'R', None)
        >>> _split_initials("J. R. Smith")
    """
    words = text.split(" ", _MOST_WORDS) if len(text) <= 100 else []
    suffix = words.pop() if len(words) > 2 and words[-1] in _SUFFIXES else None
    first = len(words)
    while first > 1 and _are_initials(words[first - 1]):
        first -= 1
    initials = words[first:]
    if not initials or len(initials) > 4 or not _is_family(words[:first]) or initials[-1] in _COUNTRIES:
        return None
    return " ".join(words[:first]), " ".join(initials), suffix


def _are_initials(word: str) -> bool:
    """Whether a word is one to four capitals, with or without full stops and hyphens."""
    return word.isupper() and len(word) <= 10 and _INITIALS.fullmatch(word) is not None


def _is_family(words: list[str]) -> bool:
    """Whether the words are a family name: at most two of them not particles, and written in mixed case."""
    names = [word for word in words if word not in _PARTICLES]
    if not 0 < len(names) <= 2 or not _NOT_IN_A_PERSON.isdisjoint(words):
        return False
    return all([_is_family_word(name) for name in names])


def _is_family_word(word: str) -> bool:
    """`O'Connor`, `Pérez-de`, `Wu`; not `J`, `ACM`, `A.` or `COVID-19`."""
    if len(word) < 2 or not word[0].isupper() or word.isupper():
        return False
    return word.isalpha() or word.replace("-", "").replace("'", "").replace("’", "").replace("‐", "").isalpha()


def split_names(text: str) -> tuple[str, ...]:
    """The names that one value holds, as printed; mostly one.

    Examples:
        >>> split_names("Elliot, T; Almenar, JB; Rugani, B")
        ('Elliot, T', 'Almenar, JB', 'Rugani, B')
        >>> split_names("Wessels, K and Mathieu, R")
        ('Wessels, K', 'Mathieu, R')
        >>> split_names("Department of Health and Human Services")
        ('Department of Health and Human Services',)
    """
    if ";" not in text and " and" not in text and text.count(",") < 2 and " & " not in text:
        return (text,)
    if ";" not in text:
        return _split_by_and(text)
    parts = _split_by_semicolon(text)
    return tuple([name for part in parts for name in _split_by_and(part)]) or (text,)


def _split_by_semicolon(text: str) -> list[str]:
    """The parts between semicolons, but not at the end of an entity (`M&uuml;ller`)."""
    if "&" not in text:
        return [part.strip() for part in text.split(";") if part.strip()]
    cuts = [found.start() for found in re.finditer(";", text) if not _ends_entity(text, found.start())]
    parts = [text[start + 1 : end] for start, end in zip([-1, *cuts], [*cuts, len(text)], strict=True)]
    return [part.strip() for part in parts if part.strip()]


def _ends_entity(text: str, end: int) -> bool:
    """Whether the semicolon at this place closes an entity."""
    found = _ENTITY_END.search(text[max(0, end - 34) : end])
    return found is not None and (found[1][0] == "#" or found[1] + ";" in html5)


def _split_by_and(text: str) -> tuple[str, ...]:
    """The parts between `and`, where each is a split name; then the parts between commas."""
    if " and" not in text and " & " not in text:
        return _split_by_comma(text)
    cleaned = _without_trailing_and(text)
    parts = [part.strip(" ,") for part in cleaned.replace(" & ", " and ").split(" and ")]
    if len(parts) > 1:
        names = [name for part in parts for name in _split_by_comma(part)]
        return tuple(names) if all([_has_basis(name) for name in names]) else (cleaned,)
    return _split_by_comma(cleaned)


def _without_trailing_and(text: str) -> str:
    """The text without an `and` at its end.

    Examples:
        >>> _without_trailing_and("Adhikari, B. and")
        'Adhikari, B.'
    """
    stripped = text.rstrip()
    return stripped[:-4].rstrip() if stripped.endswith(" and") else text


def _has_basis(text: str) -> bool:
    """Whether the text is a name that can be split."""
    return parse_name(text).family is not None


def _split_by_comma(text: str) -> tuple[str, ...]:
    """The parts between commas, where each is initials and a family name, or the other way round."""
    if text.count(",") < 2:
        return (text,)
    parts = [part.strip() for part in text.rstrip(" ,").split(",")]
    if len(parts) < 3 or not all([_is_whole_name(part) for part in parts]):
        return (text,)
    return tuple(parts)


def _is_whole_name(text: str) -> bool:
    """`I Plastinina`, `J. R. Smith`, `Wang HM`: a family name with initials on either side."""
    if " " not in text or len(text) > 100:
        return False
    if _split_initials(text) is not None:
        return True
    words = text.split()
    last = len(words)
    first = 0
    while first < last and _are_initials(words[first]):
        first += 1
    return 0 < first <= 4 and _is_family(words[first:])


def is_et_al(text: str) -> bool:
    """Whether the text stands for names that were left out.

    Examples:
        >>> is_et_al("et al."), is_et_al("..."), is_et_al("Etal, A.")
        (True, True, False)
    """
    if text[:1] not in _ET_AL_STARTS or len(text) > 30:
        return False
    words = " ".join(text.lower().replace(".", " ").replace(",", " ").split()).strip("[]()")
    return words in _ET_AL and (words != "" or "." in text)
