"""What may be of a result that was not read, or not as a whole.

In: the blocks of a page after its rows were read, and the DOIs of the papers. Out: those of them that say more than
furniture does: a DOI that no paper has, or names between a line above them and a date below. Nothing raises.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

from coprod.readers.search.lines import without_icons
from coprod.readers.search.people import are_names
from coprod.text.dates import parse_date
from coprod.text.identifiers import find_doi

if TYPE_CHECKING:
    from coprod.readers.pages.blocks import Block
    from coprod.readers.search.lines import Lines

_BELOW: Final = 4
"""Lines below names that are looked at for a date."""

_EXAMPLE: Final = "e.g."
"""What stands before the DOI that a form shows."""

_OF_DATES: Final = frozenset(("citation", "date"))


def of_results(
    blocks: Sequence["Block"],
    lines: "Lines",
    dois: AbstractSet[str],
    is_outside: Callable[["Block"], bool],
    *,
    by_tags: bool,
) -> "Iterator[Block]":
    """The blocks that nobody used and that may be of a result.

    Args:
        blocks: Those of the page, in order.
        lines: What the layout knows of lines.
        dois: The DOIs of the papers that were read.
        is_outside: Whether a block stands outside the rows; only there do links count.
        by_tags: Whether elements are the rows, so that lines of names cannot be of others.
    """
    for index, block in enumerate(blocks):
        if block.role is None and (
            _has_doi(block, dois, with_links=is_outside(block)) or (not by_tags and _is_authors(blocks, index, lines))
        ):
            yield block


def _has_doi(block: "Block", dois: AbstractSet[str], *, with_links: bool) -> bool:
    """Whether a block holds a DOI that none of the papers has."""
    found = [find_doi(block.text) if "10." in block.text and not block.text.startswith(_EXAMPLE) else None]
    found += [find_doi(link.href.partition("?")[0]) for link in block.links] if with_links else []
    return any(doi is not None and doi not in dois for doi in found)


def _is_authors(blocks: Sequence["Block"], index: int, lines: "Lines") -> bool:
    """Whether a line is names, below a line that may be a title, and not far above a date."""
    above = blocks[index - 1].text if index else ""
    if not above or lines.told(above) is not None or not are_names(without_icons(blocks[index].text)):
        return False
    return not are_names(above) and any(_is_date(block.text, lines) for block in blocks[index + 1 : index + 1 + _BELOW])


def _is_date(text: str, lines: "Lines") -> bool:
    told = lines.told(text)
    if told is not None:
        return any(take.field in _OF_DATES for take in told.takes)
    date = parse_date(text)
    return date is not None and date.month is not None
