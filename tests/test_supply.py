"""What the library imports is what it says it needs, with the lower bounds that known faults demand."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest

import coprod

ROOT: Final = Path(__file__).parent.parent
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SECURITY: Final = (ROOT / "SECURITY.md").read_text(encoding="utf-8")

PACKAGES: Final = {"bs4": "beautifulsoup4", "attr": "attrs"}
"""Packages by the name of their module, where the two differ."""

DEPENDENCIES: Final = dict(requirement.split(">=") for requirement in PROJECT["dependencies"])
FLOORS: Final = dict(requirement.split(">=") for requirement in PROJECT["optional-dependencies"]["floors"])
BOUNDS: Final = DEPENDENCIES | FLOORS


def imported() -> set[str]:
    """Names of all packages of others that the library imports, wherever in a module."""
    found = set()
    for path in Path(coprod.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return {PACKAGES.get(name, name) for name in found - sys.stdlib_module_names - {"coprod"}}


def required_by(package: str) -> set[str]:
    """Names of the packages that an installed one always requires, as its own metadata say."""
    requirements = importlib.metadata.requires(package) or []
    return {re.split(r"[^A-Za-z0-9._-]", one, maxsplit=1)[0] for one in requirements if ";" not in one}


def test_four_packages_are_demanded() -> None:
    """The core has no other dependencies, and imports them all."""
    assert DEPENDENCIES.keys() == {"attrs", "beautifulsoup4", "cattrs", "rispy"}
    assert imported() >= DEPENDENCIES.keys()


def test_what_is_imported_is_there() -> None:
    """What else is imported is required by one of the four, and has a lower bound in `floors`."""
    others = imported() - DEPENDENCIES.keys()
    assert others <= set().union(*map(required_by, DEPENDENCIES))
    assert others == FLOORS.keys()


@pytest.mark.parametrize(("package", "lowest"), [("beautifulsoup4", (4, 15)), ("soupsieve", (2, 9))])
def test_known_faults_set_lower_bounds(package: str, lowest: tuple[int, ...]) -> None:
    """The bounds are not below the versions that mend known faults, and SECURITY.md has them."""
    assert tuple(map(int, BOUNDS[package].split("."))) >= lowest
    assert re.search(rf"^\| {package} \| {re.escape(BOUNDS[package])} \|", SECURITY, re.MULTILINE)


def test_nothing_dangerous_is_imported() -> None:
    """The library has no use for what runs code, starts processes, unpickles or talks to others."""
    forbidden = {
        "pickle",
        "marshal",
        "shelve",
        "subprocess",
        "socket",
        "ssl",
        "http",
        "ftplib",
        "ctypes",
        "code",
        "xml",
    }
    used = set()
    for path in Path(coprod.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                used |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                used.add(node.module.partition(".")[0])
                assert not node.module.startswith("urllib.request")
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec", "__import__"}, f"{path}:{node.lineno}"
    assert used & forbidden == set()


def test_the_limits_are_promised_by_name() -> None:
    """SECURITY.md names every limit that a caller can set."""
    names = [field.name for field in coprod.Limits.__attrs_attrs__]
    assert [name for name in names if f"{name}=..." not in SECURITY] == []
