"""The public face: what `import coprod` gives, and what it does not cost."""

import inspect
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

import pytest

import coprod
from coprod import exceptions, models, readers

PINNED = [
    "Collection", "Diagnostic", "Finding", "Limits", "Name", "Paper", "PartialDate", "StudyGroup",
    "exceptions", "formats", "iter_load", "load", "loads", "readers",
]  # fmt: skip

OPTIONS = {"format": None, "encoding": None, "strict": False, "repair": True, "layouts": (), "limits": coprod.Limits()}


@pytest.mark.parametrize("module", [coprod, exceptions, readers, models], ids=lambda module: module.__name__)
def test_all_is_sorted(module: object) -> None:
    """`__all__` is sorted, names nothing twice, and nothing that is not there."""
    names = module.__all__  # type: ignore[attr-defined]
    assert names == sorted(set(names))
    assert all(hasattr(module, name) for name in names)


@pytest.mark.parametrize("name", PINNED)
def test_pinned_names(name: str) -> None:
    """What the design promises is there."""
    assert name in coprod.__all__


def test_every_model_is_public() -> None:
    """Every model is an attribute of `coprod`."""
    hidden = {"FrozenMapping", "Record"}
    assert set(models.__all__) - hidden <= set(coprod.__all__)


def test_dir() -> None:
    """`dir(coprod)` shows the public names and the version, and nothing else."""
    assert dir(coprod) == sorted([*coprod.__all__, "__version__"])


def test_version() -> None:
    """The version is that of the installed package."""
    try:
        installed = version("coprod")
    except PackageNotFoundError:
        with pytest.raises(PackageNotFoundError):
            coprod.__version__
    else:
        assert coprod.__version__ == installed


def test_unknown_names() -> None:
    """A name that is not there is an AttributeError that says so."""
    with pytest.raises(AttributeError, match="module 'coprod' has no attribute 'laod'"):
        coprod.laod


def test_import_is_cheap() -> None:
    """`import coprod` imports no parser of any format and no serialiser, and neither does listing the formats."""
    program = (
        "import sys, coprod; coprod.formats();"
        "dear = ('bs4', 'rispy', 'cattrs', 'coprod.readers.ris', 'coprod.serialise');"
        "print([name for name in dear if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert (run.stdout.strip(), run.stderr) == ("[]", "")


def test_reading_ris_needs_no_page_parser() -> None:
    """Reading RIS imports neither bs4 nor cattrs."""
    program = (
        "import sys, coprod; coprod.loads('TY  - JOUR\\nTI  - Weirs\\nER  - ').papers[0].title;"
        "print([name for name in ('bs4', 'cattrs') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("function", [coprod.load, coprod.loads, coprod.iter_load])
def test_options(function: object) -> None:
    """The three ways in have the same options with the same defaults, by name only."""
    parameters = inspect.signature(function).parameters  # type: ignore[arg-type]
    options = {name: parameters[name].default for name in OPTIONS}
    assert options == OPTIONS
    assert all(parameters[name].kind is inspect.Parameter.KEYWORD_ONLY for name in OPTIONS)


def test_formats() -> None:
    """Formats are named in a tuple, built-in ones first."""
    assert coprod.formats()[0] == "ris"
    assert isinstance(coprod.formats(), tuple)


def test_the_facade_is_names_only() -> None:
    """`coprod/__init__.py` has 60 lines at most, and no class or public function of its own."""
    source = inspect.getsource(coprod)
    assert source.count("\n") <= 60
    assert not [line for line in source.splitlines() if line.startswith(("class ", "def ")) and "def __" not in line]
