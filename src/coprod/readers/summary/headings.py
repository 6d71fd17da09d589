"""Headings of summary pages: lines that are the label of a section.

In: the text of a line. Out: where the label stands in it, its category, and where text behind it begins. A line is
judged by its words alone, so that HTML and plain text give the same sections.
"""

import functools
import re
from typing import Final, NamedTuple

from coprod.readers.pages.blocks import INVISIBLE
from coprod.text._words import word_set
from coprod.text.labels import category_of

OVERRIDES: Final = {
    "Literature Review": "BACKGROUND",
    "Review of Literature": "BACKGROUND",
    "Theoretical Framework": "BACKGROUND",
    "Key Takeaways": "CONCLUSIONS",
    "Main Takeaways": "CONCLUSIONS",
    "Takeaways": "CONCLUSIONS",
    "Key Insights": "CONCLUSIONS",
    "Main Insights": "CONCLUSIONS",
    "TL;DR": "CONCLUSIONS",
    "TLDR": "CONCLUSIONS",
    "Why it matters": "CONCLUSIONS",
    "What it means": "CONCLUSIONS",
    "Strengths and Limitations": "CONCLUSIONS",
    "What they found": "RESULTS",
    "What the study found": "RESULTS",
    "Experimental Results": "RESULTS",
    "Method used": "METHODS",
    "Methods used": "METHODS",
    "What they did": "METHODS",
    "How they did it": "METHODS",
}
"""Labels that mean something else on summary pages than in abstracts, or that abstracts do not have."""

_NO_SECTION: Final = re.compile(
    r"(?:contact|funding|title|notes?|home|key ?words?|abbreviations|registration|history|citations?)\b", re.IGNORECASE
)
"""Labels of abstracts that are no sections of a summary."""

_USUAL: Final = re.compile(
    r"introduction|(?:(?:theoretical|research|study) )?(?:background|context)|literature review|related work|overview|"
    r"(?:research |study |data and |materials and )?(?:methods?|methodology|design|approach)(?: used)?|"
    r"(?:research |study )?(?:aims?|objectives?|purpose|questions?)(?: and .{1,20})?|"
    r"(?:key |main |major |principal |core |research )?(?:findings|results)(?: and .{1,20})?|discussions?|"
    r"summary of (?:the )?(?:key |main |major |principal |core )?(?:findings|results)|"
    r"conclusions?(?: and .{1,20})?|(?:study )?limitations?(?: and .{1,20})?|"
    r"(?:practical |policy |theoretical |managerial |social )?implications(?: (?:for|of) .{1,30})?|"
    r"(?:key |main )?take-?aways?(?:\(s\))?|(?:key |main )(?:insights|points|messages)|tl;?dr|"
    r"recommendations|contributions?|future (?:research|directions|work)|"
    r"significance",
    re.IGNORECASE,
)
"""Labels that open a section wherever they stand alone; others need a paragraph below them."""

FIRST_WORDS: Final = word_set(
    "aim aims and approach background conclusion conclusions context contribution contributions core data design",
    "discussion discussions experimental findings future how implications introduction key limitation limitations",
    "literature main major managerial materials method methodology methods objective objectives overview policy",
    "practical principal purpose question questions recommendations related research result results review",
    "significance so social strengths study summary take takeaway takeaways theoretical tl tldr what when where which",
    "who whom why",
)
"""Words that the usual labels and questions can begin with, in small letters."""

TAKEAWAYS: Final = re.compile(
    r"(?:key |main )?take-?aways?(?:\(s\))?|(?:key |main )(?:insights|points|messages)|tl;?dr", re.IGNORECASE
)
"""Labels of what a reader should keep in mind, which are on other pages too."""

_STUDY: Final = (
    r"(?:it|they|we|(?:the|this) (?:main |key )?(?:authors?|researchers?|scientists|team|study|research|review|paper|"
    r"article|trial|results?|findings?|evidence))\b"
)
_STRESSED: Final = re.compile(
    r"(?<=\bof )(?:the )?(?:key|main|major|principal|core) (?=findings|results)", re.IGNORECASE
)
"""Words before findings that say nothing of the category: "Summary of main findings"."""

_QUESTIONS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), category)
    for pattern, category in (
        (rf".{{0,20}}{_STUDY} want(?:ed)? to (?:find out|know|learn)\b.{{0,20}}", "OBJECTIVE"),
        (rf"what .{{0,30}}\blimit\w*(?: of {_STUDY})?.{{0,20}}", "CONCLUSIONS"),
        (rf"what (?:do|does|did) {_STUDY}.{{0,20}}\bmean\b.{{0,30}}|(?:so|and) what", "CONCLUSIONS"),
        (rf"why (?:is|does|do|are) (?:that|{_STUDY}).{{0,20}}\b(?:important|matter)\b.{{0,20}}", "CONCLUSIONS"),
        (
            rf"what (?:did|do|does|have|has) {_STUDY} (?:find|found|discover|discovered|show|shown)\b.{{0,20}}",
            "RESULTS",
        ),
        (rf"what (?:were|was|are) {_STUDY}.{{0,30}}", "RESULTS"),
        (rf"(?:how|what) (?:did|was|were|have|has) {_STUDY}.{{0,20}}", "METHODS"),
        (r"what (?:is|was) (?:already )?known.{0,40}", "BACKGROUND"),
        (rf"why (?:was|is|did|do) {_STUDY}.{{0,30}}", "BACKGROUND"),
    )
)
"""Headings that are questions, and what they ask for."""

_ORNAMENT: Final = "\u2190-\u21ff\u2300-\u25a9\u25ab-\u25ce\u25d0-\u25e5\u25e7-\u2bff\U0001f000-\U0001faff\ufe0e\ufe0f"
"""Arrows, emoji and other pictures, but no marks of lists and no signs of mathematics."""

_OPENING: Final = re.compile(
    rf"[#*_\s{INVISIBLE}{_ORNAMENT}]*+"
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,2}[.):]?|\d{1,2}\ufe0f?\u20e3|[IVX]{1,4}[.):]|[A-H][.)])\s+)?+"
    rf"[*_\s{_ORNAMENT}{INVISIBLE}]*+(?=\w)"
)
_COUNT: Final = re.compile(r"(?<!\s)\s*+\([0-9]{1,3}\)\Z")
"""How many there are, behind a heading: "Key findings (3)"."""

_LAST_ORNAMENTS: Final = re.compile(rf"(?<![{_ORNAMENT}\s])[{_ORNAMENT}\s]++\Z")
_CLOSING: Final = f" \t*_#:：.–—-{INVISIBLE}"
_SUBNUMBER: Final = re.compile(r"[#*_\s]*+\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.):]?\s+[A-Z]")
_BARE_NUMBER: Final = re.compile(r"[#*_\s]*+\d{1,2}\s")
"""A number without punctuation may as well count something: "12 Cities"."""

_RUN_IN: Final = re.compile(
    r"([A-Z][A-Za-z ]{2,40}|TL;DR)(?:[*_]{0,3}:[*_]{0,3}\s*+|\s[–—-]\s++|\.\s?[*_]{2}\s*+)"
    rf"(?=[*_]{{0,3}}[A-ZÀ-ÖØ-Þ0-9“\"‘'(€$£~≈<>+−{_ORNAMENT}])"
)
_ASKING: Final = re.compile(r"(?:What|Who|Whom|Where|When|Why|How|Which)\s(?=\w)")
_LONGEST: Final = 70
_MOST_ORNAMENTS: Final = 8
_MOST_WORDS: Final = 8


class Heading(NamedTuple):
    """A line that is a heading, or begins with one."""

    start: int
    end: int
    """Where the label stands, without number, colon and marks of emphasis."""

    category: str | None
    behind: int | None = None
    """Where text on the same line begins; None: there is none."""

    usual: bool = False
    """Whether it opens a section where a line alone says no more; others need a paragraph below them."""

    sub: bool = False
    """Whether its number says that it is below another."""


@functools.lru_cache(maxsize=1024)
def heading_of(text: str, *, is_alone: bool = False) -> Heading | None:
    """The heading that a line is, if its label is known.

    Args:
        text: The line.
        is_alone: Whether no paragraph stands below it, so that only a usual heading, and one with text behind it, is
            asked for.

    Examples:
        >>> heading_of("2. LITERATURE REVIEW:")
        Heading(start=3, end=20, category='BACKGROUND', behind=None, usual=True, sub=False)
        >>> found = heading_of("Key Findings: Trust rose.")
        >>> found.category, "Key Findings: Trust rose."[found.behind:]
        ('RESULTS', 'Trust rose.')
        >>> heading_of("## 🔑 Key findings (3)").category, heading_of("- **Limitations:** One town.").category
        ('RESULTS', 'CONCLUSIONS')
        >>> heading_of("Trust rose in all cities.") is None
        True
    """
    mark = _BULLET.match(text)
    if mark is None:
        return _heading(text, is_alone=is_alone)
    found = _heading(text[mark.end() :], is_alone=is_alone)
    if found is None:
        return None
    start, end, category, behind, usual, sub = found
    usual = usual and (behind is not None or text.rstrip("*_ ").endswith(":"))
    behind = None if behind is None else behind + mark.end()
    return Heading(start + mark.end(), end + mark.end(), category, behind, usual, sub)


def _heading(text: str, *, is_alone: bool) -> Heading | None:
    """The same, of a line without a mark of a list."""
    start, end = _label(text)
    label = text[start:end]
    asked = _asked(label)
    if asked is not None:
        return Heading(start, end, asked, None, True, is_below(text))
    run_in = _RUN_IN.match(text, start)
    if run_in is not None and (run_in.end() == len(text) or _USUAL.fullmatch(run_in[1]) is None):
        run_in = None
    if 0 < len(label) <= _LONGEST and len(label.split()) <= _MOST_WORDS and not label[0].islower():
        usual = _USUAL.fullmatch(label) is not None or label.title() in OVERRIDES
        counts = usual or not (text.endswith(".") or (is_alone and run_in is None))
        category = _category(label) if counts else None
        if category is not None:
            return Heading(start, end, category, None, usual, is_below(text))
    if run_in is not None:
        return Heading(start, run_in.end(1), _category(run_in[1]), run_in.end(), usual=True)
    return None


def _label(text: str) -> tuple[int, int]:
    """Where the words of a heading begin and end."""
    opening = _OPENING.match(text)
    start = opening.end() if opening is not None else 0
    label = text.rstrip(_CLOSING)
    if not label.isascii():
        last = _LAST_ORNAMENTS.search(label, max(start, len(label) - _MOST_ORNAMENTS))
        label = label[: last.start()].rstrip(_CLOSING) if last is not None else label
    if label.endswith(")"):
        count = _COUNT.search(label, max(start, len(label) - _MOST_ORNAMENTS))
        label = label[: count.start()].rstrip(_CLOSING) if count is not None else label
    return start, max(start, len(label))


def label_of(text: str) -> str:
    """The words of a line as those of a heading, without number, count, pictures and marks.

    Examples:
        >>> label_of("## 7. Related papers (12)")
        'Related papers'
    """
    start, end = _label(text)
    return text[start:end]


def _asked(label: str) -> str | None:
    """The category of a question that is a heading.

    Examples:
        >>> _asked("What did we find?"), _asked("What did we want to find out?"), _asked("Why do towns read?")
        ('RESULTS', 'OBJECTIVE', None)
    """
    if not label.endswith("?") or len(label) > _LONGEST or not label.startswith(("What", "How", "Why", "So", "And")):
        return None
    return next((category for pattern, category in _QUESTIONS if pattern.fullmatch(label[:-1].rstrip())), None)


def _category(label: str) -> str | None:
    return None if _NO_SECTION.match(label) else category_of(_STRESSED.sub("", label), OVERRIDES)


def with_capital(text: str) -> str:
    """A line with a capital where its label begins, if that is a small letter of ASCII.

    Examples:
        >>> with_capital("2. key findings")
        '2. Key findings'
    """
    start, _end = _label(text)
    first = text[start : start + 1]
    return f"{text[:start]}{first.upper()}{text[start + 1 :]}" if first.isascii() and first.islower() else text


def is_usual(text: str, most_words: int) -> bool:
    """Whether a line is a label of so many words at most that opens a section wherever it stands alone.

    Examples:
        >>> is_usual("limitations", 2), is_usual("limitations of boats", 2), is_usual("boats", 2)
        (True, False, False)
    """
    label = label_of(text)
    return label.count(" ") < most_words and (_USUAL.fullmatch(label) is not None or label.title() in OVERRIDES)


def may_be_heading(text: str) -> bool:
    """Whether a line looks like a heading whose label is not known: short, with a capital, without an end.

    Examples:
        >>> may_be_heading("Why groups matter"), may_be_heading("Groups matter.")
        (True, False)
    """
    if len(text) > _LONGEST or text[-1:] in '.!,;:)]”"':
        return False
    start, _end = _label(text)
    return text[start : start + 1].isupper() and text.count(" ", start) < _MOST_WORDS and not _BARE_NUMBER.match(text)


def may_ask(text: str) -> bool:
    """Whether a line looks like a heading that says what is answered below it.

    Examples:
        >>> may_ask("2. Who was asked"), may_ask("Boats at night"), may_ask("Who was asked?")
        (True, False, False)
    """
    label = label_of(text)
    return _ASKING.match(label) is not None and may_be_heading(text) and not label.endswith("?")


def is_below(text: str) -> bool:
    """Whether a line begins with a number such as 4.1.

    Examples:
        >>> is_below("4.1 Money"), is_below("4. Results")
        (True, False)
    """
    return _SUBNUMBER.match(text) is not None


def unknown_heading(text: str) -> Heading:
    """The heading that a line is whose label is not known."""
    start, end = _label(text)
    return Heading(start, end, None, sub=is_below(text))


_BULLET: Final = re.compile(r"[•‣▪◦●*–-]\s{1,3}(?=\S)")
_PICTURE: Final = re.compile(rf"[{_ORNAMENT}]++\s{{0,3}}(?=\w)")

LIST_MARK: Final = re.compile(
    rf"(?:[•‣▪◦●*–-]\s{{1,3}}|\(?[0-9]{{1,2}}[.)]\s{{1,3}}|[0-9]\ufe0f?\u20e3\s{{0,3}}|(?=[{_ORNAMENT}]))"
    rf"(?:[{_ORNAMENT}]++[{INVISIBLE}{_ORNAMENT}]*+\s{{0,3}})?(?=\S)"
)
"""What stands before an item of a list: a mark, a number, a picture."""


def is_item(text: str) -> bool:
    """Whether a line is an item of a list that says something, with or without a full stop.

    Examples:
        >>> is_item("- Costs fell"), is_item("Costs fell"), is_item("- Home")
        (True, False, False)
    """
    mark = None if text[:1].isalpha() else _BULLET.match(text) or _PICTURE.match(text)
    return mark is not None and " " in text[mark.end() :] and heading_of(text[mark.end() :]) is None


def words_from(text: str) -> int:
    """Where the words of a line begin, behind marks of lists and of Markdown, pictures and a number.

    Examples:
        >>> "- 📄 **Title:** Trust"[words_from("- 📄 **Title:** Trust") :]
        'Title:** Trust'
    """
    mark = LIST_MARK.match(text)
    start = mark.end() if mark is not None else 0
    opening = _OPENING.match(text, start)
    return opening.end() if opening is not None else start


def is_prose(text: str) -> bool:
    """Whether a line is a paragraph, or the begin of one.

    Examples:
        >>> is_prose("Trust rose in all of the cities."), is_prose("Key Findings")
        (True, False)
    """
    words = text.count(" ") + 1
    return words > 11 or (words > 3 and text.rstrip("\"”’')]*_")[-1:] in (".", "!", "?", ":"))


def says_below(text: str) -> bool:
    """Whether a line that stands below a heading is its text: a paragraph, an item of a list, or a short sentence.

    Examples:
        >>> says_below("Only one city."), says_below("- Costs fell"), says_below("Sign up")
        (True, True, False)
    """
    return " " in text and (text.endswith((".", "!")) or is_prose(text) or is_item(text))
