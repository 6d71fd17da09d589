"""Looks at the first words of lines: what they rule out, the exact patterns do not find."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod.readers.pages.blocks import Block
from coprod.readers.pages.tree import Piece
from coprod.readers.summary import ends, facts, furniture, headings, labelled, mentions, outline, sites, tables
from coprod.readers.summary.cues import cues_of
from coprod.text import notices

Pattern = re.Pattern[str]
Says = Callable[[str], bool]

MARKS = ("", "", "# ", "- ", "• ", "**", "1. ", "1) ", "2.1 ", "(3) ", "IV. ", "B) ", "C. ", "🔑 ", "- **", "“", "> ")
TAILS = ("", "", ":", ": ", ".", "**", " x", ": trust", ": Trust rose", "?", ": 2020")


def _is_fact(text: str) -> bool:
    """Whether a line is data of a study, where it stands first."""
    every = frozenset(("fact",))
    return bool(facts.facts_in([Block([Piece(text, 1, 0)])], [every])) or facts.is_fact(text)


def _is_heading(text: str) -> bool:
    """Whether a line is a heading that needs nothing below it, and asks nothing."""
    found = headings.heading_of(text, is_alone=True)
    return found is not None and "?" not in text and (found.usual or found.behind is not None)


def _is_offered(text: str) -> bool:
    return furniture.may_be_of_a_tool(text) or furniture.may_be_menu(text)


SAID: dict[str, tuple[Says, tuple[Pattern, ...]]] = {
    "abstract": (lambda text: outline.ABSTRACT.match(text) is not None, (outline.ABSTRACT,)),
    "above": (
        lambda text: furniture.is_above_the_text(text) or furniture.may_be_before_the_text(text) or _is_offered(text),
        (furniture._MENU, furniture._TIMES, furniture._KIND_OF_PAGE, furniture._OPENINGS, furniture._MAY_BE_MENU),
    ),
    "announced": (lambda text: mentions._ANNOUNCED.match(text) is not None, (mentions._ANNOUNCED,)),
    "caption": (tables.is_caption, (tables._CAPTION,)),
    "end": (
        lambda text: ends.end_of(text) is not None,
        (ends._OF_OTHERS, ends._BEHIND, ends._LEGAL, ends._LEGAL_WORD, ends._COPYRIGHT),
    ),
    "fact": (_is_fact, (facts._LABEL, facts._OF_QUOTES, facts._NOTHING)),
    "field": (
        lambda text: labelled.is_field(text) or labelled.is_title_field(text),
        (labelled._LABELLED,),
    ),
    "furniture": (furniture.is_furniture, (furniture._NOTICE, furniture._RULE)),
    "heading": (_is_heading, (headings._USUAL, headings._RUN_IN, headings.TAKEAWAYS)),
    "offered": (
        _is_offered,
        (
            *(furniture._NOTICE, furniture._OF_TOOLS, furniture._OFFERS, furniture._SURE_OFFERS),
            *(furniture._MAY_BE_MENU, sites.RESEARCHBUNNY.openings),
        ),
    ),
}
"""For each kind of line what tells it exactly, and the patterns by which it does."""

SMALL = st.characters(max_codepoint=0x2FF, exclude_characters="\n")


def _matching(pattern: Pattern) -> st.SearchStrategy[str]:
    """Texts that begin with a match of a pattern."""
    return st.from_regex(re.compile(rf"\A(?:{pattern.pattern})", pattern.flags), alphabet=SMALL)


@pytest.mark.parametrize(("kind", "number"), [(kind, n) for kind, said in SAID.items() for n in range(len(said[1]))])
def test_what_the_first_word_rules_out_no_pattern_finds(kind: str, number: int) -> None:
    """A line without the cue of a kind is none of that kind."""
    is_said, patterns = SAID[kind]

    @settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(MARKS), _matching(patterns[number]), st.sampled_from(TAILS))
    def check(mark: str, text: str, tail: str) -> None:
        line = " ".join(f"{mark}{text}{tail}".split())
        assert kind in cues_of([line])[0] or not is_said(line)

    check()


SITE = sorted(sites.RESEARCHBUNNY.logos | sites.RESEARCHBUNNY.advertising)


@pytest.mark.parametrize("text", [*headings.OVERRIDES, *SITE])
def test_lines_that_are_known_whole(text: str) -> None:
    """Labels and the wording of a site are cues."""
    cues = cues_of([text])[0]
    assert "heading" in cues if text in headings.OVERRIDES else {"end", "furniture"} & cues


@pytest.mark.parametrize("text", ["Towns: 2020", "(i) care", "- Boats at night", "Care", "12 boats"])
def test_most_lines_have_no_cue(text: str) -> None:
    """The look tells most lines from headings, labels and buttons."""
    assert cues_of([text]) == [frozenset()]


@pytest.mark.parametrize("pattern", [notices._RIGHTS, notices._CERTAIN, notices._REGISTERED, notices._LIKELY])
def test_notices_begin_with_their_first_words(pattern: Pattern) -> None:
    """A sentence that does not begin as notices do is none by any pattern but that of publishers."""

    @settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(("", "", " ", "[", "((")), _matching(pattern))
    def check(before: str, sentence: str) -> None:
        text = before + sentence
        assert notices._may_be_notice(text) or pattern.match(text) is None

    check()
