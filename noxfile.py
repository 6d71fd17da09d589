#!/usr/bin/env -S python3 -m nox -f
# /// script
# dependencies = ["nox>=2025.5.1"]
# ///
"""What is proved, and how: one session for each promise.

`nox` runs what a contributor runs every day, `nox --tags ci` everything but `damage`, `growth` and `bench`.
The Pythons are those of the classifiers, the lower bounds those of the dependencies: both stand in pyproject.toml only.
"""

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_external_run = True
nox.options.error_on_missing_interpreters = False

LOWEST = (
    *("tests/ris/test_cases.py", "tests/pages", "tests/search", "tests/article", "tests/serialise"),
    "tests/test_models.py",
    *("tests/loading", "tests/test_api.py", "tests/property/test_roundtrip.py"),
)
"""Tests of what the dependencies do for us."""
PYPROJECT = nox.project.load_toml("pyproject.toml")
PARALLEL = ("--numprocesses=auto", "--dist=worksteal")
TRUST = "once or timing"
"""Markers of the tests that are left to `nox -s trust`."""
PYTHONS = nox.project.python_versions(PYPROJECT)


def group(name: str) -> tuple[str, ...]:
    """The requirements of a dependency group."""
    return nox.project.dependency_groups(PYPROJECT, name)


def lowest(requirement: str) -> str:
    """`attrs>=23.2` becomes `attrs==23.2`."""
    name, bound, version = requirement.partition(">=")
    if not bound or "," in version:
        raise ValueError(f"not a name with a lower bound only: {requirement!r}")
    return f"{name}=={version}"


def runs(python: str) -> bool:
    """Whether the command is there and works: pyenv's shims stand on the PATH for inactive versions too, and fail."""
    path = shutil.which(python)
    return path is not None and subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0


def add_pyenv_to_path() -> None:
    """Let nox find the Pythons that pyenv has installed but not activated."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    for version in PYTHONS:
        folders = sorted(root.glob(f"versions/{version}.*/bin"))
        if folders and not runs(f"python{version}"):
            os.environ["PATH"] = os.pathsep.join([str(folders[-1]), os.environ["PATH"]])


add_pyenv_to_path()


@nox.session(tags=["ci"])
def lint(session: nox.Session) -> None:
    """The code is in one style, and free of what Ruff, codespell and zizmor know to be wrong."""
    session.install(*group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("codespell", "--ignore-words-list=ser,titel,womens", "docs", *map(str, Path().glob("*.md")))
    session.run("zizmor", "--offline", "--quiet", ".github")


@nox.session(tags=["ci"])
def types(session: nox.Session) -> None:
    """The code is typed strictly, and so is all that a user can see of it."""
    session.install("-e", ".", *group("types"))
    session.run("mypy")
    session.run("pyright", "--ignoreexternal", "--verifytypes", "coprod")


@nox.session(tags=["ci"])
def docs(session: nox.Session) -> None:
    """The documentation builds without a warning, and its examples run."""
    session.install("-e", ".", *group("docs"), *group("tests"))
    session.run("sphinx-build", "--fail-on-warning", "--fresh-env", "-q", "docs", f"{session.create_tmp()}/html")
    session.run("pytest", "tests/test_docs.py")


@nox.session(tags=["ci"], default=False)
def build(session: nox.Session) -> None:
    """The wheel that is built from the sdist installs in an empty environment and reads the seeds."""
    session.install(*group("build"))
    folder = Path(session.create_tmp()).resolve()
    shutil.rmtree(folder)
    session.run("python", "-m", "build", "--outdir", str(folder))
    packages = sorted(map(str, folder.iterdir()))
    session.run("twine", "check", "--strict", *packages)
    session.run("python", "-m", "venv", str(folder / "empty"))
    commands = folder / "empty" / ("Scripts" if os.name == "nt" else "bin")
    wheel = next(package for package in packages if package.endswith(".whl"))
    session.run(str(commands / "python"), "-m", "pip", "install", "-q", wheel, external=True)
    session.run(str(commands / "coprod"), "seeds", external=True)


@nox.session(tags=["ci"], default=False)
def review(session: nox.Session) -> None:
    """The package is as sp-repo-review, pyroma and check-manifest want it: of what they ask, it lacks an address."""
    session.install(*group("review"))
    session.run("sp-repo-review", ".")
    session.run("pyroma", "--min=10", "--skip-tests=AuthorEmail,Url", ".")
    session.run("check-manifest")


@nox.session(python=PYTHONS[0], tags=["ci"], default=False)
def min_deps(session: nox.Session) -> None:
    """The tests pass with the lowest versions that the dependencies allow."""
    session.install("-e", ".", *group("tests"), *map(lowest, PYPROJECT["project"]["dependencies"]))
    session.run("pytest", *PARALLEL, "-m", f"not ({TRUST})", *(session.posargs or LOWEST))


@nox.session(python=PYTHONS[-1], tags=["ci"], default=False)
def trust(session: nox.Session) -> None:
    """Nothing is lost in damaged files, nothing takes for ever, nothing half written, the same answer everywhere."""
    session.install("-e", ".", *group("tests"))
    # By modules: what damage does is found out once for all tests of a module.
    session.run("pytest", "--numprocesses=auto", "--dist=loadscope", "-m", TRUST, *session.posargs)


@nox.session(tags=["ci"], default=False)
def corpus(session: nox.Session) -> None:
    """Files that nobody here wrote are read as they should be: those in the folder `COPROD_CORPUS`."""
    folder = Path(os.environ.get("COPROD_CORPUS", "../shared")).resolve()
    if not folder.is_dir():
        session.skip(f"there is no corpus at {folder}; COPROD_CORPUS names another folder")
    session.install("-e", ".", *group("tests"))
    session.run("pytest", *PARALLEL, "tests/corpus", *session.posargs, env={"COPROD_CORPUS": str(folder)})


@nox.session(default=False)
def damage(session: nox.Session) -> None:
    """Nothing of 10,000 damaged RIS files and 10,000 damaged pages is lost in silence; the tests try a few hundred."""
    session.install("-e", ".")
    count = ("--variants", "10000", "--jobs", str(os.cpu_count() or 1))
    session.run("python", "-m", "tests.damage", *(session.posargs or count))
    if not session.posargs:
        session.run("python", "-m", "tests.damage", "--pages", *count)


@nox.session(tags=["ci"], default=False)
def fuzz(session: nox.Session) -> None:
    """Every way into the library raises nothing but its own errors: 12 seconds each, or `-- --seconds N`."""
    session.install("-e", ".")
    session.install(*group("fuzz"), success_codes=[0, 1])  # without atheris it goes by chance
    options = session.posargs or ("--seconds", "12")

    def target(name: str) -> None:
        told = session.run("python", "-m", "tests.fuzz", name, *options, silent=True)
        session.log(str(told).strip().rpartition("\n")[2])

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(target, ("any_format", "as_text", "ris", "page", "from_json")))


@nox.session(default=False)
def growth(session: nox.Session) -> None:
    """The time of every reader grows with its input, for inputs that are made to hurt it; takes half an hour."""
    session.install(".")
    session.run("python", "-m", "tests.growth", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Reading RIS is no slower than rispy; the figures stand in the docs."""
    session.install(".")
    session.run("python", "bench/run.py", *session.posargs)


@nox.session(python=PYTHONS, tags=["ci"])
def tests(session: nox.Session) -> None:
    """The tests pass on each Python; on the newest they run at least 95 of 100 lines and branches."""
    session.install("-e", ".", *group("tests"))
    data = {"COVERAGE_FILE": str(Path(session.create_tmp()).resolve() / "coverage")}
    counts = session.python == PYTHONS[-1] and not session.posargs
    counted = ("--cov", "--cov-report=term-missing:skip-covered") if counts else ()
    session.run("pytest", *PARALLEL, "-m", f"not ({TRUST})", *counted, *session.posargs, env=data)
    if not session.posargs:
        same_pages(session)


def same_pages(session: nox.Session) -> None:
    """Fails if damaged pages give other objects here than on a Python before, though their HTML parsers differ."""
    folder = Path(session.cache_dir).resolve() / "pages"
    folder.mkdir(exist_ok=True)
    session.run("python", "-m", "tests.pages.damaged", str(folder / f"{session.python}.txt"))
    first, *pages = (folder / f"{session.python}.txt").read_text("utf-8").splitlines()
    others = [path.read_text("utf-8").splitlines() for path in sorted(folder.iterdir())]
    same = [lines for lines in others if lines[0] == first]
    different = sorted({line for lines in same for line in lines[1:]} ^ set(pages))
    if different:
        session.error(f"{len(different)} damaged pages differ between Pythons, the first is {different[0]}")
    session.log(f"{len(pages)} damaged pages are the same on {len(same)} Pythons")


if __name__ == "__main__":
    nox.main()
