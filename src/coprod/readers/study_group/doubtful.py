"""Lines of two names of which the second may be a person or an institution: `Ann Lee, Bocconi Milano`.

In: the people of each line of a list, and the role that its heading gives. Out: the people of a row, and what stays in
doubt. What stands around the line decides: a role of one, or lines with one person and an institution each. Where
nothing does, the second name is not read, and told.
"""

from collections.abc import Sequence
from typing import Final

from coprod.readers.pages.blocks import Passage
from coprod.readers.study_group.people import Person, is_affiliation, is_doubtful_pair, may_be_institution, singular
from coprod.readers.study_group.words import ROLES

_PAIR: Final = 2
_LOOKED_AT: Final = 40
"""Lines of a list that are looked at for what they hold."""


def one_to_a_line(lines: Sequence[Sequence[Person]], role: Passage | None) -> bool:
    """Whether each line of a list holds one person: the role is that of one, or a line has person and institution."""
    if role is not None and singular(role).text == role.text and role.text.split()[-1].lower() in ROLES:
        return True
    return any(len(people) == 1 and people[0].affiliation is not None for people in lines[:_LOOKED_AT])


def settled(
    line: Passage, people: list[Person], *, alone: bool, one: bool, role: Passage | None
) -> tuple[list[Person], Passage | None]:
    """The people of a line, and what may be a person or an institution.

    Args:
        line: The line.
        people: The people that its form shows.
        alone: Whether the list has no other line.
        one: Whether each line of the list holds one person.
        role: The role that the heading gives.
    """
    if len(people) != 2 or people[0].affiliation is not None or not is_doubtful_pair(line.text):
        return people, None
    first, second = people
    if one or second.affiliation is not None:
        end = second.affiliation if second.affiliation is not None else second.name
        start = line.text.find(second.name.text, len(first.name.text))
        return [first._replace(affiliation=line.part(start, line.text.find(end.text, start) + len(end.text)))], None
    if alone and role is not None and singular(role).text != role.text and not may_be_institution(second.name.text):
        return people, None
    return [first], second.name


def lines_of_institutions(texts: Sequence[str], lines: Sequence[Sequence[Person]]) -> dict[int, bool]:
    """The lines below a lone person that may be a person or an institution; whether they are an institution.

    An institution is one where another line of the list is; not if the line below is one, which is that of a person.

    Args:
        texts: The lines of a list.
        lines: The people of each.

    Examples:
        >>> from coprod.readers.pages.blocks import attribute
        >>> from coprod.readers.study_group.people import people_in_line
        >>> texts = ["Ann Lee", "Northport University", "Eva Frost", "Chatham House"]
        >>> lines_of_institutions(texts, [people_in_line(attribute(text, 1)) for text in texts])
        {3: True}
    """
    are_institutions = [not people and is_affiliation(text) for text, people in zip(texts, lines, strict=True)]
    doubtful = [
        index
        for index in range(1, len(lines))
        if _is_lone(lines[index - 1])
        and _is_lone(lines[index])
        and may_be_institution(lines[index][0].name.text)
        and not any(are_institutions[index + 1 : index + 2])
    ]
    known = any(are_institutions)
    return {index: known for index in doubtful if known or len(lines) == _PAIR}


def _is_lone(people: Sequence[Person]) -> bool:
    return len(people) == 1 and people[0].affiliation is None
