"""All valid pages: one of them, by chance.

In: a random generator. Out: a page of one of the kinds that coprod reads.
"""

from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from tests.damage import pages_heads, pages_prose, pages_search
from tests.damage.marks import Mark
from tests.damage.variants import Valid

GENERATORS: Final[tuple[Callable[[Random, Mapping[str, Mark] | None], Valid], ...]] = (
    pages_search.emerald_html, pages_search.emerald_text, pages_search.acm_html, pages_search.highwire_html,
    pages_prose.summary_html, pages_prose.summary_text, pages_prose.group_html, pages_prose.group_text,
    pages_heads.citation_html, pages_heads.dublin_core_html, pages_heads.json_ld_html,
)  # fmt: skip


def valid_page(random: Random, *, behind: Mapping[str, Mark] | None = None) -> Valid:
    """A page of any kind; `behind` has the marks of a page that it may be joined to."""
    return random.choice(GENERATORS)(random, behind)
