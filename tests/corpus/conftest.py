"""The corpus is read in a session of its own; its figures stand at the end of the report.

Without the folder the tests are skipped. Where it is, and holds no file, they fail.
"""

from collections.abc import Callable

import pytest

from tests.corpus.files import FOLDER

_FIGURES = pytest.StashKey[list[str]]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what needs the corpus where there is none."""
    if FOLDER.is_dir():
        return
    skip = pytest.mark.skip(reason=f"there is no corpus at {FOLDER}; COPROD_CORPUS names another folder")
    for item in items:
        if "corpus" in item.path.parts:
            item.add_marker(skip)


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Puts a line of figures at the end of the report."""
    return pytestconfig.stash.setdefault(_FIGURES, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Shows the figures, also of tests that passed."""
    figures = config.stash.get(_FIGURES, [])
    if figures:
        terminalreporter.section("corpus")
    for line in figures:
        terminalreporter.write_line(line)
