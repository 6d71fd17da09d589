"""Ids of records.

In: an id, as `load` gives it: a short hash of what the record says, and a rank among records that say the same
(`"7eb6bb9a9f5b-2"`). Out: its parts. Nothing raises.
"""


def bare_id(identifier: str | None) -> str | None:
    """An id without its rank.

    Examples:
        >>> bare_id("7eb6bb9a9f5b-2"), bare_id(None)
        ('7eb6bb9a9f5b', None)
    """
    return identifier and identifier.partition("-")[0]
