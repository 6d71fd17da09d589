"""The part of a damaged text that is JSON.

In: a text that is no JSON. Out: what is whole before the damage, closed so that it is JSON of its own, and where the
damage is. The place is found here, as it differs between releases of Python in the errors of `json`.
What can go wrong: nothing. Where brackets do not match, the part is empty: one is missing or too many somewhere before,
so that nobody knows to what the members belong.
"""

import re
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    r'[ \t\n\r]*+(?:(?P<text>"(?:[^"\\]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+")|(?P<mark>[\[\]{},:])|'
    r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][-+]?[0-9]++)?+|true|false|null|NaN|-?Infinity)"
)
_REST: Final = re.compile(r'\s*+(?:"(?:[^"\\]++|\\.)*+\\?(?:"\s*+)?|[-+.\w]*+)\Z', re.DOTALL)
"""What is left of a key or a value of a text that ends too early."""

_MARK: Final = re.compile(r"[\[\]{},:]")
_AFTER: Final = {
    ("value", "text"): "end", ("value", "plain"): "end", ("value", "{"): "first key", ("value", "["): "first value",
    ("first value", "text"): "end", ("first value", "plain"): "end", ("first value", "{"): "first key",
    ("first value", "["): "first value", ("first value", "]"): "end",
    ("next value", "text"): "end", ("next value", "plain"): "end", ("next value", "{"): "first key",
    ("next value", "["): "first value", ("next value", "]"): "end",
    ("first key", "text"): "colon", ("first key", "}"): "end",
    ("next key", "text"): "colon", ("next key", "}"): "end",
    ("colon", ":"): "value",
    ("end", ","): "next", ("end", "}"): "end", ("end", "]"): "end",
}  # fmt: skip
"""What may stand behind which kind of token; "next" is a key or a value."""


class Whole(NamedTuple):
    """What is whole of a text."""

    text: str
    """JSON of its own, with the line breaks of the text; empty if nothing is whole."""

    damage: int
    """Offset of the damage; of the first comma that is too many, if that is all."""

    behind: str
    """What stands behind the damage."""

    is_all: bool
    """Whether nothing is wrong but commas before closing brackets."""


def whole_part(text: str) -> Whole:
    """The members and values that are whole before the damage.

    A value is whole if its own bracket closes it, or if the next key or value, or the end of the text, stands behind
    its comma: what looks like one may be the beginning of a text with quotation marks in it.

    Examples:
        >>> whole_part('{"name": "Ana", "age": [1, 2').text, whole_part('{"name": "An').text
        ('{"name": "Ana", "age": [1]}', '{}')
        >>> whole_part('{"name": "Ferries", "old" and new", "age": 5}').text, whole_part('{"age": [5,],}').text
        ('{}', '{"age": [5 ] }')
    """
    opened: list[str] = []
    commas: list[int] = []
    state, place = "value", 0
    whole = (0, "")
    perhaps: tuple[int, str] | None = None
    while (token := _TOKEN.match(text, place)) is not None:
        kind = token["mark"] or ("text" if token["text"] else "plain")
        after = _AFTER.get((state, kind))
        if after is None or (state == "end" and (not opened or kind not in (",", opened[-1]))):
            break
        place = token.end()
        if kind == ",":
            whole, perhaps = perhaps or whole, (place - 1, "".join(reversed(opened)))
            after = "next key" if opened[-1] == "}" else "next value"
        elif kind in ("{", "["):
            opened.append("}" if kind == "{" else "]")
            whole, perhaps = (place, "".join(reversed(opened))), None
        elif kind in ("}", "]"):
            opened.pop()
            commas += [perhaps[0]] if perhaps is not None and state.startswith("next") else []
            whole, perhaps = (place, "".join(reversed(opened))), None
        elif kind == ":":
            whole, perhaps = perhaps or whole, None
        state = after
    damage = len(text) - len(text[place:].lstrip(" \t\n\r"))
    if not opened and state == "end" and damage == len(text):
        return Whole(_without(text, commas), commas[0] if commas else damage, "", is_all=True)
    if perhaps is not None and _REST.match(text, perhaps[0] + 1) is not None:
        whole = perhaps
    if state == "end" and (_MARK.search(text, damage) if not opened else _is_bracket(text[:place], text[damage:])):
        whole = (0, "")
    return Whole(_without(text[: whole[0]], commas) + whole[1], damage, text[damage:], is_all=False)


def _is_bracket(before: str, behind: str) -> bool:
    """Whether a closing bracket stands where another ought to, or one that is missing would be the next."""
    return behind[0] in "]}" if behind else before[-1:] in ("]", "}")


def _without(text: str, commas: list[int]) -> str:
    """A text with a space in the place of each of some commas."""
    starts = [0, *[comma + 1 for comma in commas]]
    return " ".join(text[start:end] for start, end in zip(starts, [*commas, len(text)], strict=True))
