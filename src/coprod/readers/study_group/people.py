"""People of a group: names with affiliations and roles.

In: a line of a list of people. Out: the people in it. A name is two to six words with capitals that are no words of
institutions, places or roles; whoever is not named so is not taken.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from coprod.models import Name
from coprod.readers.pages.blocks import Passage
from coprod.readers.study_group.places import is_country
from coprod.readers.study_group.words import (
    ACADEMIC,
    DEEDS,
    GATHERING,
    INSTITUTION,
    NO_PLACE,
    OF_HALLS,
    PARTICLES,
    ROLE_FILLERS,
    ROLES,
    SURNAMES_TOO,
)
from coprod.text._words import word_set

_SEPARATOR = re.compile(
    r"(?=[ ,;|•():/&a–—-])(?: ?[,;|•] | ?[()] ?| ?: | ?[,;]\Z|(?: |(?<=\)))[-–—/] |(?<=\) )[-–—/] "
    r"| (?:from|at) (?=the |[^\W\d_])|,? (?:and|&) (?=[^\W\d_])|(?<=[ )])(?:and|&) (?=[^\W\d_])|,(?=[^\W\d_]))"
)
_FIRST_WORD = re.compile(r"\s*+(\S++)\s++")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’.‐-]*\Z")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?)+\Z|[^\W\d_a-z]\Z")
_ADDRESS = re.compile(
    r"(?<!\S)\S{0,80}?(?:@|\[at\]|\(at\)|://|www\.)\S{0,200}|\+?(?<![0-9])[0-9][0-9 ()./-]{6,25}[0-9]"
)
_E_MAIL_LABEL = re.compile(r"(?:e-?mail|tel|phone|fax|website|web|contact)\.?:?\s*\Z", re.IGNORECASE)

_ARTICLES: Final = frozenset(("El", "La", "Los", "Las", "Il", "Lo", "Le", "Les", "The"))

_NO_STOP: Final = re.compile(r"(?<=[^\W_]{3})(?<!\.[^\W_]{3})\.\Z")
"""The full stop that ends a sentence and no initial."""

_LONGEST_SYLLABLE: Final = 2
"""Letters of a surname that may stand first, as in `Ku Hyejin`."""

_MOST_INITIALS: Final = 4
"""Letters of initials that stand together, as in `names.parse_name`."""

SMALL: Final = frozenset(("of", "for", "the", "in", "at", "on", "to", "with", "from"))


_DEEDS: Final = re.compile(rf"(?:{'|'.join(sorted(DEEDS))}|who|which|was|were|is|are|has|have|had|took)\b")
"""What a text begins with that says what somebody did."""


class Person(NamedTuple):
    """A person in a passage."""

    name: Passage
    affiliation: Passage | None
    role: str | None
    role_from: Passage | None

    def built(self) -> Name:
        """The name, split if it is two words without initials."""
        words = self.name.text.split()
        family = given = None
        if len(words) == 2 and not any(_INITIALS.match(word) or _are_bare(word, *words) for word in words):
            given, family = words
        affiliation = self.affiliation.text if self.affiliation is not None else None
        return Name(literal=self.name.text, family=family, given=given, role=self.role, affiliation=affiliation)


def _are_bare(word: str, *words: str) -> bool:
    """Whether a word is initials without full stops: capitals alone, beside a word in mixed case."""
    return word.isupper() and len(word) <= _MOST_INITIALS and not all(map(str.isupper, words))


class _Atom(NamedTuple):
    """A stretch between separators."""

    start: int
    end: int
    text: str
    before: str
    """The separator in front of it."""


def people_in_line(line: Passage, role: Passage | None = None) -> list[Person]:
    """The people of a line of a list.

    Args:
        line: Such as `"Chair, Anna Bell, Norway"` or `"Anna Bell (Northport University) Chair"`.
        role: The role that a heading gives.

    Examples:
        >>> from coprod.readers.pages.blocks import Block
        >>> from coprod.readers.pages.tree import Piece
        >>> line = Block([Piece("Anna Bell, Northport University, Norway (Chair)", 1, 0)]).passage()
        >>> [(one.name.text, one.affiliation.text, one.role) for one in people_in_line(line)]
        [('Anna Bell', 'Northport University, Norway', 'Chair')]
    """
    atoms = list(_atoms(line.text))
    if not any(is_person(atom.text) for atom in atoms):
        return []
    people: list[Person] = []
    lead: _Atom | None = None
    index = 0
    while index < len(atoms):
        atom = atoms[index]
        if is_person(atom.text) and _may_begin(atoms, index, people) and not (people and _has_article(atom.text)):
            person, index = _person(line, atoms, index, lead, role)
            people.append(person)
            continue
        if is_role(atom.text):
            lead = atom
        index += 1
    return people


def is_doubtful_pair(text: str) -> bool:
    """Whether a line is two names with a comma between them, perhaps with a country or an address behind them.

    Examples:
        >>> is_doubtful_pair("Ann Lee, Bocconi Milano, Italy"), is_doubtful_pair("Ann Lee and Eva Frost")
        (True, False)
    """
    atoms = [atom for atom in _atoms(text) if not _is_address(atom.text) and not _E_MAIL_LABEL.fullmatch(atom.text)]
    if len(atoms) == 3 and is_country(atoms[2].text):
        atoms.pop()
    return len(atoms) == 2 and all(is_person(atom.text) for atom in atoms) and atoms[1].before.strip() == ","


def _atoms(text: str) -> Iterator[_Atom]:
    """What stands between commas, brackets, dashes and `and`; not cut inside brackets but at commas."""
    start, before = 0, ""
    for separator in _SEPARATOR.finditer(text):
        if separator.start() > start:
            yield _Atom(start, separator.start(), text[start : separator.start()], before)
            before = ""
        before += separator[0].strip() or separator[0]
        start = separator.end()
    if start < len(text):
        yield _Atom(start, len(text), text[start:], before)


def _may_begin(atoms: list[_Atom], index: int, people: list[Person]) -> bool:
    """Whether a person can stand here: at the start, behind `;`, `and`, a role, or before an affiliation."""
    before = atoms[index].before
    if index == 0 or not people or ";" in before or "and" in before or "&" in before or is_role(atoms[index - 1].text):
        return True
    return before.strip() in (",", "),", ")", "|", "•")


def _person(
    line: Passage, atoms: list[_Atom], index: int, lead: _Atom | None, role: Passage | None
) -> tuple[Person, int]:
    """The person that begins at an atom, and the index behind what belongs to it."""
    name = _without_titles(line.part(atoms[index].start, atoms[index].end))
    said = line.part(lead.start, lead.end) if lead is not None else None
    parts: list[_Atom] = []
    index += 1
    while index < len(atoms):
        atom = atoms[index]
        if _is_address(atom.text):
            index += 1
            continue
        if is_role(atom.text) and ";" not in atom.before and lead is None and not _leads(atoms, index):
            said = line.part(atom.start, atom.end)
            index += 1
            if parts:
                break
            continue
        if is_role(atom.text):
            break
        if _begins_next(atoms, index, parts):
            break
        if _DEEDS.match(atom.text) is not None:
            index = _behind_deed(atoms, index)
            if parts:
                break
            continue
        if not _are_titles(atom.text) and _E_MAIL_LABEL.fullmatch(atom.text) is None:
            parts.append(atom)
        index += 1
    affiliation = _affiliation(line, parts)
    said = said if said is not None else role
    value = None if said is None else singular(core(said))
    return Person(name, affiliation, None if value is None else value.text, value), index


def _leads(atoms: list[_Atom], index: int) -> bool:
    """Whether the role is that of the person behind it: `Treasurer: Eva Frost`."""
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    return after is not None and ":" in after.before


def _behind_deed(atoms: list[_Atom], index: int) -> int:
    """The index behind what says that somebody did something: the bracket that it stands in, or all up to a `;`."""
    ends = ");" if "(" in atoms[index].before else ";"
    following = range(index + 1, len(atoms))
    return next((after for after in following if any(end in atoms[after].before for end in ends)), len(atoms))


def _affiliation(line: Passage, parts: list[_Atom]) -> Passage | None:
    if not parts:
        return None
    whole = line.part(parts[0].start, parts[-1].end)
    opened = whole.text.count("(") - whole.text.count(")")
    if opened > 0 and line.text[parts[-1].end : parts[-1].end + 1] == ")":
        whole = line.part(parts[0].start, parts[-1].end + 1)
    trimmed = whole.stripped(",;-–| ")
    if trimmed.text.endswith(".") and trimmed.text[-3:-2] not in (".", " "):
        trimmed = trimmed.part(0, len(trimmed.text) - 1)
    if trimmed.text.endswith(")") and "(" not in trimmed.text:
        trimmed = trimmed.part(0, len(trimmed.text) - 1)
    address = _ADDRESS.search(trimmed.text)
    if address is not None:
        trimmed = trimmed.part(0, address.start()).stripped(",;-–|(: ")
        label = _E_MAIL_LABEL.search(trimmed.text)
        trimmed = trimmed.part(0, label.start()).stripped(",;-–|( ") if label is not None else trimmed
    return trimmed or None


def _begins_next(atoms: list[_Atom], index: int, affiliation: list[_Atom]) -> bool:
    """Whether an atom begins the next person."""
    atom = atoms[index]
    if ";" in atom.before:
        return True
    if not is_person(atom.text) or _has_article(atom.text):
        return False
    if "and" in atom.before or "&" in atom.before or (not affiliation and "(" not in atom.before):
        return "(" not in atom.before
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    return (")" in atom.before and "(" not in atom.before) or (
        after is not None
        and "(" in after.before
        and not is_role(after.text)
        and atom.before.strip() == ","
        and any("(" in other.before for other in affiliation)
    )


def _has_article(text: str) -> bool:
    """Whether a name begins as those of institutions do: `El Colegio`, `La Sapienza`."""
    return text.split(maxsplit=1)[0] in _ARTICLES if text.strip() else False


@lru_cache(maxsize=256)
def is_person(text: str) -> bool:
    """Whether a text is the name of a person, as far as its form says.

    Examples:
        >>> is_person("Prof. Dr. Anna van der Bell"), is_person("Northport University"), is_person("Steering Committee")
        (True, False, False)
    """
    words = [word for word in text.strip().rstrip(",").split() if word.lower().rstrip(",") not in ACADEMIC]
    if not 2 <= len(words) <= 6 or is_country(text):
        return False
    lowered = [word.lower().strip(".,") for word in words]
    if not _NOT_NAMES.isdisjoint(lowered) or _is_of_hall(words, lowered):
        return False
    if not _CAPITAL.match(words[-1]) or (words[-1].isupper() and len(words[-1]) > 3 and not words[0].isupper()):
        return (
            words[-1].isupper()
            and len(words) > 1
            and all(_CAPITAL.match(word) for word in words)
            and lowered[-1] not in NO_PLACE
        )
    if _INITIALS.match(words[-1]):
        return len(words) == 2 and len(words[0]) > 2 and _CAPITAL.match(words[0]) is not None
    return all(_CAPITAL.match(word) or word in PARTICLES for word in words)


def _is_of_hall(words: list[str], lowered: list[str]) -> bool:
    """Whether a word that is a surname, too, stands as in the name of an institution: `KU Leuven`, `City Hall`."""
    found = [index for index, word in enumerate(lowered) if word in SURNAMES_TOO]
    if not found:
        return False
    leads = found[0] == 0 and (words[0].isupper() or len(words[0]) > _LONGEST_SYLLABLE)
    return leads or len(found) > 1 or not OF_HALLS.isdisjoint(lowered)


def may_be_institution(name: str) -> bool:
    """Whether the last word of a name is one of institutions, too.

    Examples:
        >>> may_be_institution("Chatham House"), may_be_institution("Anna Bell")
        (True, False)
    """
    return name.lower().rsplit(None, 1)[-1] in SURNAMES_TOO


_NOT_NAMES: Final = (
    (NO_PLACE - {"may", "april", "august", "june", "a", "e", "i", "de"})
    | INSTITUTION
    | ROLES
    | GATHERING
    | word_set("bureau advisory steering executive editorial honorary team kingdom republic states")
)


_WORDS_OF_ROLES: Final = ROLES | frozenset(("committee", "board", "bureau", "team"))
_BESIDE_ROLES: Final = _WORDS_OF_ROLES | ROLE_FILLERS | SMALL | {""}


@lru_cache(maxsize=256)
def is_role(text: str) -> bool:
    """Whether a text is a role and nothing else.

    Examples:
        >>> is_role("Co-Chair of the Study Group"), is_role("Anna Bell")
        (True, False)
    """
    words = [word.strip(".,:()") for word in text.lower().replace("/", " ").split()]
    return len(words) <= 8 and not _WORDS_OF_ROLES.isdisjoint(words) and _BESIDE_ROLES.issuperset(words)


_GROUP_BEFORE = re.compile(
    r"(?:the |our )?(?:(?:permanent )?study|standing|working|research) (?:group|committee)(?:[’']s)? "
    r"|(?:the )?(?:psg|sg|rc|wg) ?(?:[0-9ivx]+ )?",
    re.IGNORECASE,
)
_GROUP_BEHIND = re.compile(r" (?:of|for) (?:the|our|this) ", re.IGNORECASE)


def core(role: Passage) -> Passage:
    """The role without the group that it is one of.

    Examples:
        >>> from coprod.readers.pages.blocks import attribute
        >>> core(attribute("Study Group Co-Chairs", 1)).text, core(attribute("Chair of the Study Group", 1)).text
        ('Co-Chairs', 'Chair')
    """
    before, behind = _GROUP_BEFORE.match(role.text), _GROUP_BEHIND.search(role.text)
    start = before.end() if before is not None else 0
    end = behind.start() if behind is not None else len(role.text)
    return role.part(start, end) if start < end and is_role(role.text[start:end]) else role


def singular(role: Passage) -> Passage:
    """The role of one, of a heading that names several: `Co-chairs` is `Co-chair`.

    Examples:
        >>> from coprod.readers.pages.blocks import attribute
        >>> singular(attribute("Convenors", 1)).text, singular(attribute("Steering Committee", 1)).text
        ('Convenor', 'Steering Committee')
    """
    last = role.text.rsplit(" ", 1)[-1]
    if last.lower().endswith("s") and (last.lower()[:-1] in ROLES | {"person", "officer"}):
        return role.part(0, len(role.text) - 1)
    return role


def is_affiliation(text: str) -> bool:
    """Whether a line names an institution or a country.

    Examples:
        >>> is_affiliation("Northport University"), is_affiliation("Bergen, Norway"), is_affiliation("We meet often.")
        (True, True, False)
    """
    parts = text.split(",")
    if len(text.split()) > 20 or text[-1:] in ".?!":
        return False
    words = [word.lower().strip(".,()") for word in text.split()]
    return any(word in INSTITUTION or word in SURNAMES_TOO for word in words) or is_country(parts[-1])


def _are_titles(text: str) -> bool:
    return all(word.lower().strip("(),") in ACADEMIC for word in text.split())


def _without_titles(name: Passage) -> Passage:
    """The name without academic titles around it."""
    text = name.text
    start, end = 0, len(text)
    while (word := _FIRST_WORD.match(text, start, end)) is not None and word[1].lower().strip(",") in ACADEMIC:
        start = word.end()
    while (last := text[start:end].rsplit(None, 1)) and len(last) == 2 and last[1].lower().strip(",") in ACADEMIC:
        end -= len(text[start:end]) - len(last[0])
    bare = name.part(start, end).stripped(",")
    stop = _NO_STOP.search(bare.text)
    return bare if stop is None else bare.part(0, stop.start())


def _is_address(text: str) -> bool:
    return _ADDRESS.search(text) is not None and len(_ADDRESS.sub("", text).split()) <= 2
