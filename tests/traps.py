"""Strings that make a regular expression slow, made of what the expression itself is looking for.

In: a compiled pattern. Out: traps, each a prefix, a unit to repeat and a suffix: the prefix leads to a repetition, the
unit feeds it, the suffix lets it fail. What a node of the expression matches is told by the parser of `re`.
"""

import importlib
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeVar

_T = TypeVar("_T")

_parser: Final[Any] = importlib.import_module("re._parser")
_constants: Final[Any] = importlib.import_module("re._constants")

_REPEATS: Final = {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}

_ENDLESS: Final = 50
"""Repetitions from which on a repeat counts as endless."""

_CATEGORIES: Final = {
    _constants.CATEGORY_DIGIT: "1",
    _constants.CATEGORY_SPACE: " ",
    _constants.CATEGORY_WORD: "a",
    _constants.CATEGORY_NOT_DIGIT: "a",
    _constants.CATEGORY_NOT_SPACE: "a",
    _constants.CATEGORY_NOT_WORD: " ",
}

_COMMON: Final = (" ", "a", "A", "1", ",", ".", "\n")
"""What many expressions repeat in one way or another."""

_LETTERS: Final = "aA1 -.,;:/()<>&\"'\n\t\u00a0é"
"""What may stand for a class that only says what it is not."""

_MOST_UNITS: Final = 14
_MOST_PREFIXES: Final = 3


class Trap(NamedTuple):
    """A string of any length."""

    prefix: str
    unit: str
    suffix: str

    def of(self, size: int) -> str:
        """The trap with about so many characters."""
        return self.prefix + self.unit * max(size // len(self.unit), 1) + self.suffix


def traps(pattern: "re.Pattern[Any]") -> Iterator[Trap]:
    """All traps for a pattern, the likeliest first."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = _parser.parse(text, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    repeats = list(_repeats(tree, ""))
    bodies = [body for _, body in repeats]
    pairs = [one + two for one, two in itertools.pairwise(bodies)]
    prefixes = _distinct((prefix for prefix, _ in repeats), _MOST_PREFIXES)
    units = _distinct(
        filter(None, [*bodies, *prefixes, *pairs[:2], _sample(tree), *_letters(tree), *_COMMON]), _MOST_UNITS
    )
    own = [*repeats, *(("", unit) for unit in units), *itertools.product(prefixes, units)]
    for prefix, unit in _distinct(own, len(own)):
        if unit:
            yield Trap(prefix, unit, "\x00")


def _distinct(texts: Iterable[_T], most: int) -> list[_T]:
    """The first of them, each once."""
    return list(dict.fromkeys(texts))[:most]


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """Every endless repeat: a sample of what stands before it, and of what it repeats."""
    for operation, argument in tree:
        if operation in _REPEATS:
            _low, high, body = argument
            if high == _constants.MAXREPEAT or high >= _ENDLESS:
                yield before, _sample(body)
            yield from _repeats(body, before)
        else:
            for part in _parts(operation, argument):
                yield from _repeats(part, before)
        before += _sample([(operation, argument)])


def _parts(operation: Any, argument: Any) -> list[Any]:
    """The expressions inside of a node that does not repeat."""
    if operation is _constants.SUBPATTERN:
        return [argument[-1]]
    if operation is _constants.BRANCH:
        return list(argument[1])
    if operation in {_constants.ASSERT, _constants.ASSERT_NOT}:
        return [argument[1]]
    if operation is _constants.ATOMIC_GROUP:
        return [argument]
    if operation is _constants.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part is not None]
    return []


def _sample(tree: Any) -> str:
    """A text that the expression matches, or nearly."""
    found = ""
    for operation, argument in tree:
        if operation in _REPEATS:
            low, _high, body = argument
            found += _sample(body) * min(max(low, 1), 8)
        elif operation in {_constants.ASSERT, _constants.ASSERT_NOT}:
            continue
        elif parts := _parts(operation, argument):
            found += _sample(parts[0])
        else:
            found += _letter(operation, argument)
    return found


def _letter(operation: Any, argument: Any) -> str:
    """One character that the node matches; none for what matches a place."""
    if operation is _constants.LITERAL:
        return chr(argument)
    if operation is _constants.NOT_LITERAL:
        return next(letter for letter in _LETTERS if ord(letter) != argument)
    if operation is _constants.ANY:
        return "a"
    return _of_class(argument) if operation is _constants.IN else ""


def _of_class(items: list[tuple[Any, Any]]) -> str:
    """A character of a class."""
    if items[0][0] is _constants.NEGATE:
        refused = items[1:]
        return next((letter for letter in _LETTERS if not any(_has(item, letter) for item in refused)), "\U0001f600")
    operation, argument = items[0]
    if operation is _constants.RANGE:
        return chr(argument[0])
    return _CATEGORIES.get(argument, "a") if operation is _constants.CATEGORY else chr(argument)


def _has(item: tuple[Any, Any], letter: str) -> bool:
    operation, argument = item
    if operation is _constants.RANGE:
        return bool(argument[0] <= ord(letter) <= argument[1])
    if operation is _constants.CATEGORY:
        name = str(argument).rpartition("_")[2].lower()
        inside = {"digit": letter.isdigit(), "space": letter.isspace(), "word": letter.isalnum()}[name]
        return inside is not ("_NOT_" in str(argument))
    return bool(argument == ord(letter))


def _letters(tree: Any) -> Iterator[str]:
    """One character for each class and each literal anywhere in the expression."""
    for operation, argument in tree:
        if operation in _REPEATS:
            yield from _letters(argument[2])
        elif parts := _parts(operation, argument):
            for part in parts:
                yield from _letters(part)
        elif letter := _letter(operation, argument):
            yield letter
