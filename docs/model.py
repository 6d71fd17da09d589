"""Writes the page of the reference that lists the fields of every object: `python docs/model.py`.

In: the classes of the model, as `coprod` exports them, and their docstrings. Out: `docs/reference/model.md`.
"""  # noqa: INP001 - a script

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Final

import coprod

PAGE: Final = Path(__file__).parent / "reference" / "model.md"

PARTS: Final[dict[str, tuple[type, ...]]] = {
    "Papers": (
        coprod.Paper, coprod.Name, coprod.PartialDate, coprod.Abstract, coprod.Summary, coprod.Section, coprod.Metric,
    ),
    "Findings": (coprod.Finding, coprod.Quantity),
    "Study groups": (
        coprod.StudyGroup, coprod.Topic, coprod.Meeting, coprod.Item, coprod.Period, coprod.Citation,
    ),
    "Where it came from": (coprod.SourceRef, coprod.Span, coprod.Source, coprod.Diagnostic),
}  # fmt: skip
"""The classes, in the order of the page."""

HEAD: Final = """\
# The model

<!-- Written by docs/model.py from the docstrings. -->

Each object that `coprod.load` gives, field by field. All of them are frozen, take keyword arguments only, and have
`to_dict`, `from_dict`, `to_json` and `from_json`. A field that has nothing to say is None, or `()` where it can hold
several values. From a field, `Collection.locate` leads back to its lines.

```python
>>> import coprod
>>> found = coprod.load("seeds/")
>>> paper = found.papers[0]
>>> paper.authors[1].family, paper.issued.year, paper.source.first_line
('Zhang', 2025, 1)
>>> found.locate(paper, "authors[1].family")[0].line
5
>>> {finding.kind for finding in found.findings} >= {"result", "recommendation"}
True

```
"""


def fields_of(cls: type) -> Iterator[tuple[str, str, str]]:
    """The fields and the properties of a class: name, type, meaning."""
    (definition,) = (node for node in ast.parse(dedent(inspect.getsource(cls))).body if isinstance(node, ast.ClassDef))
    nodes = definition.body
    for node, after in zip(nodes, [*nodes[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            said = after.value if isinstance(after, ast.Expr) else None
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield node.target.id, shown(node.annotation), " ".join(said.value.split())
        elif isinstance(node, ast.FunctionDef) and any(
            isinstance(decorator, ast.Name) and decorator.id == "property" for decorator in node.decorator_list
        ):
            meaning = (ast.get_docstring(node) or "").split("\n\n")[0]
            kind = shown(node.returns) if node.returns is not None else ""
            yield node.name, f"{kind} (property)", " ".join(meaning.split())


def shown(annotation: ast.expr) -> str:
    """A type, in the words of the page."""
    text = ast.unparse(annotation).replace("FrozenMapping[", "mapping[").strip("'\"")
    return " or ".join(part.strip() for part in text.split("|"))


def tables() -> Iterator[str]:
    """The page, part by part."""
    yield HEAD
    for part, classes in PARTS.items():
        yield f"\n## {part}\n"
        for cls in classes:
            meaning = " ".join((inspect.getdoc(cls) or "").split("\n\n")[0].split())
            yield f"\n### {cls.__name__}\n\n{meaning}\n\n| field | type | meaning |\n|---|---|---|\n"
            for name, kind, said in fields_of(cls):
                yield f"| `{name}` | {kind.replace('[', chr(92) + '[')} | {said} |\n"


def page() -> str:
    """The page as it should be."""
    return "".join(tables())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
