"""How Sphinx builds the documentation: Markdown pages, and the reference from the docstrings."""

import re
from importlib.metadata import version as version_of

from sphinx.application import Sphinx

project = "coprod"
author = "coprod contributors"
copyright = "2026, coprod contributors"  # noqa: A001 - Sphinx wants this name
version = release = version_of("coprod")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"

myst_heading_anchors = 3
napoleon_use_ivar = True
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"

CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")


def to_rst(_app: Sphinx, what: str, _name: str, _object: object, _options: object, lines: list[str]) -> None:
    """Let Sphinx read the docstrings as they are meant: backticks mean code, a colon in a field's text is a colon."""
    lines[:] = CODE.sub(r"``\1``", "\n".join(lines)).split("\n")
    if what == "attribute":
        lines[:0] = ["..", ""]  # a first line without a colon, and without a trace on the page


def setup(app: Sphinx) -> None:
    """Come before napoleon, which has the default priority."""
    app.connect("autodoc-process-docstring", to_rst, priority=400)
