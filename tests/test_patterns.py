"""Every regular expression takes time in proportion to the text, also to texts that are made to hurt it.

`COPROD_TRAPS=50` leads each expression into more traps than the tests of every day do.
"""

import ast
import importlib
import inspect
import itertools
import os
import pkgutil
import re
import time
from collections import deque
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any, Final, NamedTuple

import pytest

import coprod
from coprod.readers.pages.markup import plain
from coprod.readers.ris import forms, joined
from tests.traps import Trap, traps

TRAPS: Final = int(os.environ.get("COPROD_TRAPS", "10"))
"""Traps that each pattern is led into; the likeliest come first."""

LEADING: Final = (100, 200)
"""Characters that lead up to a trap of long units, so that none takes for ever."""

TIMES: Final = (16, 24, 32, 48)
"""Repetitions that do so where the unit is short."""

SHORT_UNIT: Final = 4

SUSPECT: Final = 700
LARGEST: Final = 64_000

SLOW: Final = 0.02
"""Seconds from which on a time can be trusted."""

NOTICED: Final = 0.0001
"""Seconds for a short text that are worth a second look."""

GROWTH: Final = 3.0
"""Time for twice the text, in times for the text: 2 is in proportion, 4 is quadratic."""

DOUBTFUL: Final = 2.5
"""The same for short texts, which are measured less well."""

AT_START: Final = {"match", "fullmatch"}
"""Methods that try one place; the others try every place of a text."""

SHORT: Final = {"coprod.text.labels._JOINTS": 120}
"""Patterns that are only given texts of at most so many characters, which the code before them makes sure of."""

DEPTH: Final = 4
"""How deep patterns are looked for in tuples, mappings and objects."""


FORMS: Final = (forms.STANDARD, forms.Form("", "  -  ", True), forms.Form("> ", " - ", True), forms.Form("", "", False))

AT_RUN_TIME: Final[dict[str, tuple["re.Pattern[str]", ...]]] = {
    "coprod.readers.pages.markup.stand_ins": (plain("<p>").stand_ins(),),
    "coprod.readers.ris.joined.tag_inside": tuple(map(joined.tag_inside, FORMS)),
    "coprod.readers.ris.joined._hyphen_inside": tuple(joined._hyphen_inside(form)[0] for form in FORMS),
    "coprod.readers.search.layout._patterns": (),  # those of users; tests/search/test_layouts.py leads them into traps
}
"""Patterns that are made while a source is read, by the functions that make them, each with some of its own."""


def modules() -> Iterator[ModuleType]:
    """All modules of the library."""
    yield coprod
    for found in pkgutil.walk_packages(coprod.__path__, "coprod."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


class Use(NamedTuple):
    """A pattern, and the method that applies it to a text."""

    pattern: "re.Pattern[Any]"
    method: str


def uses_in(value: Any, depth: int = DEPTH) -> Iterator[Use]:
    """Patterns in a value, also behind their own methods; any other may be searched for."""
    owner = getattr(value, "__self__", None)
    if isinstance(value, re.Pattern):
        yield Use(value, "search")
    elif isinstance(owner, re.Pattern):
        yield Use(owner, value.__name__)
    elif depth and isinstance(value, Mapping):
        for item in [*value, *value.values()]:
            yield from uses_in(item, depth - 1)
    elif depth and isinstance(value, tuple | list | frozenset | set):
        for item in value:
            yield from uses_in(item, depth - 1)
    elif depth and _is_ours(value):
        slots = [name for cls in type(value).__mro__ for name in getattr(cls, "__slots__", ())]
        for name in [*getattr(value, "__dict__", {}), *slots]:
            yield from uses_in(getattr(value, name, None), depth - 1)


def _is_ours(value: Any) -> bool:
    """A class of the library, or an object of one."""
    home = value if isinstance(value, type) else type(value)
    return home.__module__.partition(".")[0] == "coprod"


def methods_of(name: str, source: str) -> set[str]:
    """The methods that the source calls on the pattern of that name, or on the patterns in the table of that name."""
    return set(re.findall(rf"\b{name}(?:\[.*?\])?\.([a-z]+)", source))


def all_patterns() -> dict[Use, str]:
    """Every pattern of the library as it is used, and where it stands."""
    sources = {module: inspect.getsource(module) for module in modules()}
    everything = "\n".join(sources.values())
    found: dict[Use, str] = {}
    for module, source in sources.items():
        for name, value in vars(module).items():
            uses = list(uses_in(value))
            if not uses:
                continue
            methods = methods_of(name, source if name.startswith("_") else everything)
            at_start = bool(methods) and methods <= AT_START
            for use in uses:
                is_named = at_start and use.method == "search" and not _is_ours(value)
                found.setdefault(use._replace(method="match") if is_named else use, f"{module.__name__}.{name}")
    # The same order in every process: sets have their own.
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0].method, str(item[0].pattern.pattern))))


PATTERNS: Final = all_patterns() | {
    Use(pattern, "search"): place for place, made in AT_RUN_TIME.items() for pattern in made
}


def calls_of_re(module: ModuleType) -> Iterator[tuple[str, str]]:
    """Functions of a module in which `re` is called, and what of it."""
    for function in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(function, ast.FunctionDef | ast.Lambda):
            name = f"{module.__name__}.{getattr(function, 'name', 'lambda')}"
            for call in ast.walk(function):
                called = call.func if isinstance(call, ast.Call) else None
                if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "re":
                    yield name, called.attr


MADE_ONCE: Final = {
    "coprod.readers.study_group.cues.__init__",
    "coprod.text.quantities._context._bounds_by_end",
    "coprod.text.quantities._looks.either",
    "coprod.text.statements._cue",
}
"""Functions whose patterns stay in variables of modules, where `all_patterns` finds them."""


def test_no_pattern_escapes_the_traps() -> None:
    """Every pattern stands in a variable of a module, or is made by a function of which some are tried."""
    calls = {call for module in modules() for call in calls_of_re(module)}
    assert {what for _function, what in calls} <= {"compile", "escape"}
    assert {function for function, what in calls if what == "compile"} == MADE_ONCE | AT_RUN_TIME.keys()


def seconds(use: Use, trap: Trap, size: int) -> float:
    """How long the trap takes."""
    text: Any = trap.of(size)
    if isinstance(use.pattern.pattern, bytes):
        text = text.encode("utf-8", "surrogatepass")
    apply = getattr(use.pattern, use.method if use.method in AT_START else "finditer")
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        deque(apply(text) or (), maxlen=0) if apply.__name__ == "finditer" else apply(text)
        best = min(best, time.process_time() - began)
        if not NOTICED < best < SLOW:
            break
    return best


def growth(use: Use, trap: Trap) -> float:
    """How much longer twice the text takes; 0 where it is too quick to tell."""
    unit = len(trap.unit)
    for size in (unit * times for times in TIMES) if unit <= SHORT_UNIT else LEADING:
        if seconds(use, trap, size) > SLOW:
            return float("inf")
    first = seconds(use, trap, SUSPECT)
    if first < NOTICED or seconds(use, trap, 2 * SUSPECT) < DOUBTFUL * first:
        return 0
    size = SUSPECT
    while (first := seconds(use, trap, size)) < SLOW:
        size *= 2
        if size > LARGEST:
            return 0
    return min(seconds(use, trap, 2 * size) / min(first, seconds(use, trap, size)) for _ in range(3))


def slowest(use: Use) -> tuple[float, Trap | None]:
    """The worst growth, and the trap that shows it; looks no further behind one that is too much."""
    worst: tuple[float, Trap | None] = (0, None)
    for trap in itertools.islice(traps(use.pattern), TRAPS):
        grown = growth(use, trap)
        if grown > GROWTH:  # a machine that others use too is slow at times
            grown = min(grown, growth(use, trap), growth(use, trap))
        worst = max(worst, (grown, trap), key=lambda pair: pair[0])
        if worst[0] > GROWTH:
            break
    return worst


pytestmark = pytest.mark.once


@pytest.mark.parametrize("use", PATTERNS, ids=[f"{place}-{n}" for n, place in enumerate(PATTERNS.values())])
def test_time_grows_with_the_text(use: Use) -> None:
    """No text that is made of what the pattern looks for takes more than in proportion to its length."""
    if PATTERNS[use] in SHORT:
        assert max(seconds(use, trap, SHORT[PATTERNS[use]]) for trap in traps(use.pattern)) < SLOW
        return
    grown, trap = slowest(use)
    told = f"{PATTERNS[use]} ({use.method}) = {use.pattern.pattern!r}"
    assert grown <= GROWTH, f"{told}: {grown:.1f} times the time for twice {trap}; see SHORT"


@pytest.mark.parametrize("expression", [r"(a+)+b", r"\s+$", r"<!--.*?-->"])
def test_the_traps_find_what_is_slow(expression: str) -> None:
    """Patterns that are known to take more than in proportion are found out."""
    assert slowest(Use(re.compile(expression), "search"))[0] > DOUBTFUL


@pytest.mark.parametrize("expression", [r"(?<!a)a+b", r"(?<!\s)\s++$", r"[A-Z]{2}  - ", r"\bx{1,5}y", r"(?m)^\s{0,9}:"])
def test_the_traps_let_quick_patterns_pass(expression: str) -> None:
    """Patterns that take time in proportion are not accused."""
    assert slowest(Use(re.compile(expression), "search"))[0] <= GROWTH


def test_there_are_patterns() -> None:
    """The search for patterns finds those of several modules, in tuples too."""
    assert len(PATTERNS) > 50
    assert {"coprod.readers.foreign._TEXTS", "coprod.cli._terminal._CONTROLS"} <= set(PATTERNS.values())
