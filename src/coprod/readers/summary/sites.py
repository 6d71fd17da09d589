"""The wording of sites that write summaries: what is printed on their pages, and is no rule of such pages.

In: nothing. Out: for each site its name, the lines that name it, and how its advertising is printed. The wording of
a site is in one place here; the modules that look for it name the site.
"""

import re
from typing import Final, NamedTuple


class Site(NamedTuple):
    """What is printed on the pages of a site."""

    name: str
    named: re.Pattern[str]
    """Lines that say that the page is one of the site."""

    logos: frozenset[str]
    """Lines that are its name, in small letters."""

    advertising: frozenset[str]
    """Lines of its advertising behind the sections, in small letters."""

    openings: re.Pattern[str]
    """How other lines of its advertising begin; how they go on changes."""

    first_words: frozenset[str]
    """Words that its name and its advertising begin with, in small letters."""

    own: frozenset[str]
    """The labels of its sections that no review, no post and no manual is likely to have, in small letters."""

    usual: frozenset[str]
    """The other labels of its sections, which pages of many kinds have; those of the methods and limits, too."""

    def says_so(self, line: str) -> bool:
        """Whether a line is printed on the pages of the site alone: its logo, or its advertising.

        Examples:
            >>> RESEARCHBUNNY.says_so("ResearchBunny Logo"), RESEARCHBUNNY.says_so("ResearchBunny")
            (True, False)
        """
        small = line.casefold()
        return (small in self.logos and small.endswith(" logo")) or self.advertises(line)

    def advertises(self, line: str) -> bool:
        """Whether a line is its advertising.

        Examples:
            >>> RESEARCHBUNNY.advertises("Listen, Learn & Level Up"), RESEARCHBUNNY.advertises("ResearchBunny Logo")
            (True, False)
        """
        return line.casefold() in self.advertising or self.openings.match(line) is not None

    def entitles(self, title: str) -> bool:
        """Whether the title of a window ends with the name of the site, as those of its pages do.

        Examples:
            >>> RESEARCHBUNNY.entitles("Ferries | ResearchBunny"), RESEARCHBUNNY.entitles("Why I left ResearchBunny")
            (True, False)
        """
        return title.rpartition("|")[1:] in (("|", self.name), ("|", f" {self.name}"))


RESEARCHBUNNY: Final = Site(
    name="ResearchBunny",
    named=re.compile(r"research\s?bunny(?: logo)?|.{0,60}\bwith researchbunny", re.IGNORECASE),
    logos=frozenset(("researchbunny", "research bunny", "researchbunny logo", "research bunny logo")),
    advertising=frozenset(
        (
            *("listen, learn & level up", "listen, learn and level up"),
            "listen to research audio papers with researchbunny",
        )
    ),
    openings=re.compile(
        r"over [0-9,]{1,9} hours of research content\b|"
        r"no more digging through pdfs\b|listen to research audio papers\b",
        re.IGNORECASE,
    ),
    first_words=frozenset(("listen", "no", "over", "research", "researchbunny")),
    own=frozenset(("literature review", "key findings")),
    usual=frozenset(("introduction", "methodology", "results", "discussion", "conclusion", "limitations")),
)
"""ResearchBunny, which reads summaries of papers aloud."""
