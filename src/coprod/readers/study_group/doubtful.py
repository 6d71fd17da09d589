"""Lines of two names of which the second may be a person or an institution: `Ann Lee, Bocconi Milano`.

In: the rows of a list of people, and the role that its heading gives. Out: the people of a row, and what stays in
doubt. What stands around the line decides: a role of one, or lines with one person and an institution each. Where
nothing does, the second name is not read, and told.
"""

from collections.abc import Sequence
from typing import Final

from coprod.readers.pages.blocks import Passage
from coprod.readers.study_group.lists import Row
from coprod.readers.study_group.people import Person, is_doubtful_pair, people_in_line, singular
from coprod.readers.study_group.words import ROLES

_LOOKED_AT: Final = 40
"""Lines of a list that are looked at for what they hold."""


def one_to_a_line(rows: Sequence[Row], role: Passage | None) -> bool:
    """Whether each line of a list holds one person: the role is that of one, or a line has person and institution."""
    if role is not None and singular(role).text == role.text and role.text.split()[-1].lower() in ROLES:
        return True
    found = [people_in_line(row.body) for row in rows[:_LOOKED_AT]]
    return any(len(people) == 1 and people[0].affiliation is not None for people in found)


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
    if alone and role is not None and singular(role).text != role.text:
        return people, None
    return [first], second.name
