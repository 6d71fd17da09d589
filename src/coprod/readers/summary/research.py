"""Whether a text speaks of research: what a summary of a paper has, and news, reports of a year and posts have not.

In: the lines of a page. Out: how many different signs of research they have.
"""

import itertools
import re
from collections.abc import Iterable
from typing import Final

_SIGNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"\b(?:studies|(?:this|the|our|present|current|previous|earlier|prior|case|field) study|"
            r"study (?:finds?|found|shows?|reveals?|examines?|explores?|covers?))\b"
        ),
        r"\b(?:(?:this|the) (?:paper|article)|(?:paper|article) (?:examines?|explores?|argues?|shows?|finds?))\b",
        r"\b(?:research(?:ers?|ed|ing)?|scholars?|scientists?|academics?)\b",
        r"\b(?:the authors?|et al)\b",
        r"\b(?:survey|interview|questionnaire|focus group)(?:s|ed|ees?)?\b",
        r"\b(?:participant|respondent|interviewee|informant|household|patient)s?\b",
        r"\b(?:data|dataset|samples?|sampling)\b",
        (
            r"\b(?:regressions?|correlations?|variance|coefficients?|hypothes[ei]s|covariates?|significan(?:t|tly|ce)|"
            r"(?:confidence|credible) intervals?|odds ratio)\b"
        ),
        r"\b(?:experiment(?:s|al)?|trials?|randomi[sz]ed|control group|difference-in-differences|quasi-experiment)\b",
        (
            r"\b(?:ethnograph(?:y|ic)|case stud(?:y|ies)|action research|content analysis|grounded theory|"
            r"meta-analys[ei]s|systematic review|literature|registers)\b"
        ),
        r"\b(?:empirical|theor(?:y|ies|etical)|conceptual|framework|methodolog\w+|longitudinal|cross-sectional)\b",
        r"\b(?:analy[sz]e[ds]?|analys[ei]s|evidence|findings?)\b",
        r"\b(?:p ?[<=>] ?0?\.[0-9]|[np] ?= ?[0-9]|r ?= ?[-−]?0?\.[0-9])|β|\b95 ?% ci\b",
        r"\b(?:doi|10\.[0-9]{4,9}/|arxiv|peer[- ]review(?:ed)?|journal|preprint)\b",
    )
)
"""Words and signs that reports of research have; each row is one sign."""

FEWEST_SIGNS: Final = 2
"""A text with fewer does not say that it is about a paper."""

_LABELS_OF_RESEARCH: Final = (
    re.compile(
        r"(?:research |study |data and |materials and )?(?:methods?|methodology)(?: used)?|study design|"
        r"research (?:design|questions?)|(?:how|what|why) .{1,60}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:research |study |data and |materials and )?(?:methods?|methodology)(?: used)?|(?:how|what|why) .{1,60}|"
        r"literature review|related work|(?:key|main|major|principal) (?:findings|results)(?: .{1,30})?|"
        r"(?:study )?limitations?(?: .{1,30})?|theoretical .{1,30}|research .{1,30}|study design|"
        r"(?:practical |policy |theoretical |managerial |social )?implications(?: .{1,40})?|"
        r"future (?:research|work|directions)",
        re.IGNORECASE,
    ),
)
"""Labels of sections that research has and hardly anything else; those of the methods, and questions, count twice."""


def signs_of_research(lines: Iterable[str], enough: int) -> int:
    """How many different signs of research the lines have; no more are looked for than are enough.

    Examples:
        >>> signs_of_research(["A survey of 90 participants (n = 90).", "The study found more trust."], 3)
        3
        >>> signs_of_research(["Loans rose by 12%. We opened a café."], 3)
        0
    """
    text = "\n".join(lines)
    found = (sign for sign in _SIGNS if sign.search(text) is not None)
    return sum(1 for _sign in itertools.islice(found, max(enough, 0)))


def signs_of_labels(labels: Iterable[str]) -> int:
    """How many signs of research the labels of the sections are.

    Examples:
        >>> signs_of_labels(["Methods", "Results"]), signs_of_labels(["Objectives", "Results", "Outlook"])
        (2, 0)
    """
    known = set(labels)
    return sum(pattern.fullmatch(label) is not None for label in known for pattern in _LABELS_OF_RESEARCH)
