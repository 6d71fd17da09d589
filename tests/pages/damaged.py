"""Two thousand damaged pages, and what this Python reads in each: `python -m tests.pages.damaged FILE`.

In: the HTML pages of tests/data/pages. Out: a line for each damaged page, with a hash of the JSON of what was read,
below a hash of the code and the pages. The session `tests` compares the lines of all Pythons, whose HTML parsers
differ.
"""

import hashlib
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import coprod
from coprod.exceptions import CoprodError

PAGES = Path(__file__).parents[1] / "data" / "pages"
COUNT = 2000
BITS = (
    *("<", ">", '"', "'", "</", "<!--", "-->", "<!", "<![CDATA[", "<?", "&", "&#", "&#x", "/", "=", "<p", "</p", "\0"),
    *("<script>", "</script", "<title>", "</title>", "<textarea>", "<style>", "<plaintext>", "--!>", "<!-->", "</ p>"),
    *("<a href=", "&#150;", "&notin;", "&amp"),
)


def damaged_pages(count: int = COUNT, seed: int = 11) -> Iterator[tuple[str, str, str | None]]:
    """Name, text and reader of pages with one to six edits inside their markup."""
    chance = random.Random(seed)
    pages = [(path, path.read_text("utf-8")) for path in sorted(PAGES.rglob("*.html"))]
    if not pages:
        raise LookupError(f"no pages below {PAGES}")
    for number in range(count):
        path, text = pages[number % len(pages)]
        reader = next((name for name in coprod.formats() if name in path.parts), None)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(text) + 1)
            if chance.random() < 0.7:
                at = text.find(chance.choice("<>&\"'"), at) + chance.randint(0, 1) or at
            kind = chance.randrange(4)
            if kind == 0:
                text = text[:at] + text[at + chance.randint(1, 4) :]
            elif kind == 1:
                text = text[:at]
            else:
                text = text[:at] + chance.choice(BITS) + text[at:]
        yield f"{number:04} {path.name}", text, reader


def what_is_read(text: str, reader: str | None) -> str:
    """A hash of the JSON of what was read, or the name of the error."""
    try:
        found = coprod.loads(text, format=reader)
    except CoprodError as error:
        return type(error).__name__
    return hashlib.sha256(found.to_json().encode("utf-8", "surrogatepass")).hexdigest()[:16]


def version() -> str:
    """A hash of the code that reads and of the pages that are read."""
    digest = hashlib.sha256()
    for folder in (Path(coprod.__file__).parent, PAGES, Path(__file__).parent):
        for file in sorted([*folder.rglob("*.py"), *folder.rglob("*.toml"), *folder.rglob("*.html")]):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def main(path: str) -> None:
    """Writes the lines into a file."""
    lines = [f"{name} {what_is_read(text, reader)}\n" for name, text, reader in damaged_pages()]
    Path(path).write_text(f"{version()}\n{''.join(lines)}", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
