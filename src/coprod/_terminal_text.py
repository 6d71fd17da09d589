"""How text looks on a terminal: what cannot be seen, and how wide a letter is."""

import unicodedata


def visible(text: str) -> str:
    r"""The text, with an escape for each letter that cannot be seen or would control the terminal.

    Examples:
        >>> visible("ü"), visible("a\t"), visible("\u2028")
        ('ü', 'a\\t', '\\u2028')
    """
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )


def columns(letter: str) -> int:
    r"""Columns of a letter: two if it is East Asian, none if it is put on, above or below the one before it.

    Examples:
        >>> columns("a"), columns("\u5171"), columns("\u0301"), columns("\u0e31"), columns("\ufe0f")
        (1, 2, 0, 0, 0)
    """
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


__all__ = ["columns", "visible"]
