"""The README and the pages of the documentation say what is true."""

import doctest
import importlib.util
import re
import shutil
from pathlib import Path

import pytest

import coprod

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NEEDS_PANDAS = re.compile(r"^import pandas$", re.MULTILINE)
HAS_PANDAS = importlib.util.find_spec("pandas") is not None
"""Only `nox -s docs` installs pandas; elsewhere the example that imports it is left out."""


def blocks(page: Path) -> list[tuple[int, str]]:
    """The Python examples of a page, each with the number of the line before its first."""
    text = page.read_text(encoding="utf-8")
    return [(text.count("\n", 0, match.start(1)), match[1]) for match in BLOCK.finditer(text)]


def run(source: str, name: str, line: int, names: dict[str, object]) -> None:
    """Run one example, as a dialogue if it has prompts."""
    if not source.startswith(">>>"):
        exec(compile("\n" * line + source, name, "exec"), names)  # noqa: S102 - examples are run
        return
    example = doctest.DocTestParser().get_doctest(source, names, name, name, line)
    report: list[str] = []
    doctest.DocTestRunner().run(example, out=report.append, clear_globs=False)
    names.update(example.globs)
    assert not report, "".join(report)


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python example of a page runs, one after the other, in a folder that has the seeds."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    for line, source in blocks(page):
        if HAS_PANDAS or not NEEDS_PANDAS.search(source):
            run(source, str(page), line, names)


def test_the_readme_has_examples() -> None:
    """The README shows the library at work, so the test above has something to run."""
    assert len(blocks(ROOT / "README.md")) > 1


def test_ci_runs_the_command_of_the_readme() -> None:
    """What `.ci/run` runs after its heading is a command of the README, to the letter."""
    command = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1]
    assert f"```sh\n{command}\n```" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", coprod.__all__)
def test_the_reference_has_every_public_name(name: str) -> None:
    """What `coprod` exports is in the reference, and so are its two modules."""
    page = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    assert re.search(rf"^\.\. auto\w+:: (coprod\.)?{name}$", page, re.MULTILINE)
