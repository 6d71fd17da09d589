"""How shapes are made: parts that come again and again, parts with numbers in them.

In: parts. Out: a shape, which gives an input of about any size.
"""

from collections.abc import Callable

Shape = Callable[[int], str]


def repeated(part: str, before: str = "", after: str = "") -> Shape:
    """A part that comes again and again."""
    return lambda size: before + part * (size // len(part)) + after


def numbered(part: str, before: str = "", after: str = "") -> Shape:
    """A part that comes again and again with another number `{n}`, letters `{a}` and year `{y}`."""

    def shape(size: int) -> str:
        count = size // len(part)
        letters = [chr(97 + n // 26) + chr(97 + n % 26) for n in range(676)]
        parts = [part.format(n=n, a=letters[n % 676], y=1900 + n % 100) for n in range(count)]
        return before + "".join(parts) + after

    return shape


def behind(start: str, shapes: dict[str, Shape]) -> dict[str, Shape]:
    """The shapes with a begin that is read."""
    return {name: lambda size, shape=shape: start + shape(size) for name, shape in shapes.items()}  # type: ignore[misc]
