"""The page of the reference that lists the fields of every object says what the classes say."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import coprod

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "reference" / "model.md").read_text(encoding="utf-8")
CLASSES = [value for name in coprod.__all__ if attrs.has(value := getattr(coprod, name)) and hasattr(value, "to_dict")]


def script() -> ModuleType:
    """The script that writes the page."""
    spec = importlib.util.spec_from_file_location("model", DOCS / "model.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_as_the_script_writes_it() -> None:
    """Who changes a field or its docstring runs `python docs/model.py`."""
    assert script().page() == PAGE


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_field_is_on_the_page(cls: Any) -> None:
    """Each field of each object has a line with its type and its meaning, in the order of the class."""
    if cls is coprod.Collection:
        return
    part = PAGE.split(f"\n### {cls.__name__}\n", 1)[1].split("\n#", 1)[0]
    rows = re.findall(r"^\| `(\w+)` \| (\S.*?) \| (\S.*) \|$", part, re.MULTILINE)
    fields = [field.name for field in attrs.fields(cls)]
    assert [name for name, kind, _meaning in rows if not kind.endswith("(property)")] == fields


def test_there_are_classes() -> None:
    """The list of classes is not empty by a mistake."""
    assert len(CLASSES) > 15
