"""Statistics and means: `p < .001`, `OR 1.45, 95% CI 1.10-1.92`, `mean age 54.3 years`, and sample sizes `n = 60`.

In: a number in a sentence, and the names of statistics in it. Out: a `Draft`, or None.
"""

import re
from bisect import bisect_left
from operator import attrgetter
from typing import Final, NamedTuple

from coprod.text.quantities._digits import NUMBER, decimal_of
from coprod.text.quantities._drafts import INTERVAL, Draft, Place, percent, signed, timed, with_interval
from coprod.text.quantities._numbers import share
from coprod.text.quantities._phrases import phrase_after
from coprod.text.quantities._units import TIME

_OPERATED = re.compile(
    r"(?<![^\W\d_])(?P<symbol>(?:Cohen['’]s |Hedges['’]? g?|Cronbach['’]s |adjusted |partial |)[^\W\d_](?:[\w²³*'’̂̄]"
    r"|[-_](?=\w)){0,59}+)"
    r"(?:\s?\([^()]{0,30}+\)|\s?\[[^\[\]]{0,30}+\])?\s?(?P<sign>[=<>≤≥≈~≃≠]{1,2}|:)\s?[-−–+]?\Z"
)
OPERATORS = frozenset("=<>≤≥≈~:")
"""The last characters of what stands between a symbol and its number."""

_BEHIND_SYMBOLS = "=<>≤≥≈~≃≠:-−–+ \u00a0"
SIGNED = 70
"""Characters in front of a number in which the symbol stands."""

_SIZE_SYMBOL = re.compile(r"[nN](?:_?\w{1,3}|\d)?")
_SYMBOLS = re.compile(
    r"(?:p(?:[-_ ]?value)?s?|a?or|a?hr|a?rr|irr|pr|smd|md|wmd|es|i2|i²|r2|r²|χ2|χ²|chi2|[a-zα-ω]|[a-z]2|[a-z]²"
    r"|[α-ω]p?[2²]|sd|sem?|df|ci|cv|auc|auroc|rmsea|cfi|tli|srmr"
    r"|aic|bic|icc|bf\w{0,3}|[tfzq]s?|se|ave|vif|mae|rmse|mse|bleu|f1)\Z",
    re.IGNORECASE,
)
_MEAN_SYMBOLS = frozenset(("M", "Mdn", "MD", "mean", "Mean", "median", "Median", "average", "μ", "x̄", "Mage", "m"))
_CUE = re.compile(
    r"[^a-zA-Z](?=[acdehiklmoprsuvzA-DF-IMOPRSTαβδηκρω])(?<![\w-])"
    r"(?:(?P<cue>(?:adjusted |pooled |unadjusted |crude |summary |)(?:(?:odds|hazards?|risk|rate"
    r"|prevalence|incidence|likelihood|signal-to-noise) ratios?"
    r"|a?(?:OR|HR|RR)s?|IRRs?|PRs?|SMDs?|SDs?|SEM?s?|AUC|AUROC|ICC|RMSEA?|MAE|MSE|BLEU|CFI|TLI|RMSEA|SRMR|DSC"
    r"|relative risk|standard(?:ized|ised|) (?:deviation|error|mean difference)s?|mean difference|effect sizes?"
    r"|autocorrelations?(?: coefficients?)?|correlations?(?: coefficients?)?|(?:regression|path|Gini) coefficients?"
    r"|coefficients?|Cronbach['’]s (?:alphas?|α)|alphas?|Cohen['’]s (?:kappa|κ|d)|kappa|Hedges['’]? g"
    r"|F1(?:[- ]?scores?|[- ]?measure)?|F-scores?|accuracy|accuracies|precision|recall|sensitivity|specificity|p[-"
    r" ]values?|[dprαβδηκρω]|area under the (?:\w+ ){0,4}curve"
    r"|Dice(?: score| coefficient)?|BLEU score|z-?scores?|elasticity|elasticities|impact factor|heterogeneity"
    r"|variance inflation factor))|(?P<mean>[Mm]ean|[Mm]edian|[Aa]verage[ds]?|[Aa]veraging))(?!\w)"
)
"""Names of statistics, and words for means. The letters that they begin with are looked for first: few words do."""

_STATISTIC_GAP = re.compile(
    r"(?:\s?\([^()]{0,24}\))?,?(?:\s(?:of|was|were|is|are|at|equal to|reached|reaching|about|around|approximately|up"
    r" to|above|below|over|under"
    r"|exceeded|exceeding|to|from|by)\b){0,2}[\s,:(\[]{0,2}[-−–+]?"
)
_STATISTIC_LINK = re.compile(
    r"(?:\s(?:of|for|between|in|on|with|among|from)(?:\s[\w'’-]++){1,8}?)?\s(?:was|were|is|are|reached|equal(?:l?ed"
    r"|s)|stood"
    r" at)(?:\s(?:estimated (?:at|to be)|calculated (?:at|to be|as)|found to be|only|about|around|as (?:low|high) as"
    r"|approximately|nearly|below|above))?\s[-−–+]?"
)
_MEAN_GAP = re.compile(
    r"(?:\s?(?:\([^()]{0,16}\)|\[[^\[\]]{0,16}\]))?(?P<what>(?:,?\s[^\W\d_][\w'’-]*+|(?<=the|our|all|ese|its"
    r"|eir)\s[0-9][0-9,]{0,8}+(?=\s[a-z])){0,9}+)(?:\s?\([^()]{0,16}\))?[\s,:(=]{1,3}[-−–+]?"
)
_FURTHEST = 90
_LEVELS_OF_CONFIDENCE = (80, 90, 95, 99)
LEVELS = tuple(map(str, _LEVELS_OF_CONFIDENCE))
_INTERVAL_BEFORE = re.compile(r"(?<!\w)CIs?\s?\(?\Z")
_PART_OF_SIZE = re.compile(r"\s?(?:/|of)\s?(?P<whole>[0-9][0-9,]{0,9}+)(?![\w/]|[.,][0-9])")
_CUT = re.compile(r"/[0-9]")
_SIZES = re.compile(r"(?:,\s[0-9][0-9,]{0,9}+(?=,?\s)){0,8}+,?\s(?:and|&)\s[0-9][0-9,]{0,9}(?=[);.,:\s]|\Z)(?!\s[a-z])")
_CHAIN = re.compile(
    rf"\s?[<≤⩽]=?\s?[^\W\d_][\w./()]{{0,12}}(?:\s[^\W\d_][\w./()]{{0,12}}){{0,2}}\s?[<≤⩽]=?\s?(?P<high>{NUMBER})"
)
_SPREAD = re.compile(
    r"(?:\s?(?:years?|months?|days?|weeks?|points?|hours?|minutes?|%))?\s?(?:[(\[,;]\s?)?(?:±|\+/-|(?:SD|s\.d\."
    r"|standard deviation)\b[\s=:,]{0,3}(?:of )?)\s?"
    rf"{NUMBER}"
)
_DETERMINED = (" the", " these", " those", " all", " our", " its", " their", " both", " each of")
"""What a number is no mean behind: `the mean age of the 56 patients`."""

_ON_AVERAGE = re.compile(
    r"(?:\s[^\W\d_][\w'’/%°µ²³-]{0,14}+){0,2}?(?:\s(?:a|an|per|each|every|more|less|longer"
    r"|shorter)(?:\s\w{2,12}+)?)?,? on average\b"
)
_AVERAGE_BEHIND = 80
"""Characters in which these words end, at most."""

_AGE = re.compile(r"\bage[ds]?\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s[(\[][0-9][0-9.,\s–-]{0,16}+[)\]](?=\s)")
"""The spread of a mean without its name, in front of its unit: `74.2 [6.1] years`."""

_PLUS_MINUS = re.compile(rf"\s?(?:±|\+/-)\s?{NUMBER}")
BEHIND_STATISTICS = (_CHAIN, _SPREAD)
"""What stands directly behind a statistic or a mean that no words name."""


class _Cue(NamedTuple):
    """The name of a statistic, or a word for means."""

    start: int
    end: int
    is_mean: bool


_END = attrgetter("end")


def read_chain(place: Place) -> Draft | None:
    """`0.5 < z < 1.2`."""
    number = place.number
    found = _CHAIN.match(place.text, number.end, place.end)
    if found is None or number.is_word:
        return None
    first = number.start - (1 if signed(place) < 0 else 0)
    low, high = signed(place), decimal_of(found["high"])
    draft = Draft(first, found.end(), "range", None, low, high, modifiers=("range",))
    return timed(place, draft) if low <= high else None


def read_operated(place: Place) -> Draft | None:
    """`p < .001`, `t(58) = 2.31`, `n = 60`, `M = 3.2`."""
    text, start, end, number = place
    begin = max(start, number.start - SIGNED)
    window = text[begin : number.start]
    is_signed = window.rstrip("-−–+ \u00a0")[-1:] in OPERATORS
    found = _OPERATED.search(window, _first_of_symbol(window)) if is_signed else None
    if found is None:
        return None
    name = found["symbol"].rsplit(" ", 1)[-1]
    if _CUT.match(text, number.end, end) is not None and name.lower() != "n":
        return None
    unit, stop = percent(text, number.end, end)
    first = begin + found.start()
    draft = Draft(first, stop, "statistic", signed(place), unit=unit, modifiers=_signs(found["sign"]))
    return _named(place, draft, name, found["sign"])


def _first_of_symbol(window: str) -> int:
    """Where a symbol may begin: without brackets before its sign it has at most one space, as in `Cohen's d`."""
    words = window.rstrip(_BEHIND_SYMBOLS).rsplit(None, 2)
    return len(words[0]) if len(words) == 3 and words[-1][-1] not in ")]" else 0


def _named(place: Place, draft: Draft, name: str, sign: str) -> Draft | None:
    """The draft with the kind that its symbol tells; None if it is no symbol: `age > 65 years`."""
    if name.lower() in ("n", "k") or _SIZE_SYMBOL.fullmatch(name):
        return _part_of_size(place, draft) or _listed(place, draft._replace(kind="sample_size"))
    if sign == ":" and not _SYMBOLS.match(name):
        return None
    if name in _MEAN_SYMBOLS:
        measured = _after_spread(place, timed(place, draft._replace(kind="mean")))
        return with_interval(
            place, _as_time(place, measured, "median" if name.lower().startswith(("md", "med")) else name)
        )
    if _SYMBOLS.match(name):
        return with_interval(place, draft)
    is_measured = draft.unit is not None or TIME.match(place.text, place.number.end, place.end) is not None
    return None if sign[0] in "<>≤≥≈~" or is_measured else with_interval(place, draft)


def _part_of_size(place: Place, draft: Draft) -> Draft | None:
    """The share that `n = 41/50` is."""
    text, _, end, number = place
    found = _PART_OF_SIZE.match(text, number.end, end)
    whole = None if found is None else decimal_of(found["whole"])
    if found is None or whole is None or number.value > whole:
        return None
    return draft._replace(end=found.end(), kind="proportion", value=share(number.value, whole))


def _listed(place: Place, draft: Draft) -> Draft:
    """The draft, or the whole list where several sizes follow: `Ns = 84, 112 and 96`."""
    found = _SIZES.match(place.text, draft.end, place.end)
    if found is None:
        return draft
    return draft._replace(end=found.end(), value=None, modifiers=(*draft.modifiers, "list"))


def _signs(sign: str) -> tuple[str, ...]:
    if sign[0] in "<≤":
        return ("upper_bound",)
    if sign[0] in ">≥":
        return ("lower_bound",)
    return ("approximate",) if sign[0] in "≈~≃" else ()


def _after_spread(place: Place, draft: Draft) -> Draft:
    """The draft, where `± 12.1` follows directly, with these words in its text."""
    text, _, end, _ = place
    found = _PLUS_MINUS.match(text, draft.end, end)
    return draft if found is None else timed(place, draft._replace(end=found.end()))


def read_interval(place: Place) -> Draft | None:
    """`95% CI 1.2 to 4.4` on its own."""
    text, start, end, number = place
    is_level = text.startswith(LEVELS, number.start) and number.value in _LEVELS_OF_CONFIDENCE
    found = INTERVAL.match(text, number.start, end) if is_level else None
    if is_level and found is None:
        named = _INTERVAL_BEFORE.search(text, max(start, number.start - 5), number.start)
        found = None if named is None else INTERVAL.match(text, named.start(), end)
    if found is None:
        return None
    return Draft(found.start(), found.end(), "statistic", None, decimal_of(found["low"]), decimal_of(found["high"]))


def read_mean(place: Place) -> Draft | None:
    """`mean age 54.3 years`, `averaged 4.5`, `54.3 ± 12.1 years`, `6.9 hours a night on average`."""
    text, _, end, number = place
    cue = _nearest(place, is_mean=True)
    gap = None if cue is None else _MEAN_GAP.fullmatch(text, cue.end, number.start)
    if gap is not None and gap["what"].endswith(_DETERMINED):
        gap = None
    if (
        gap is None
        and _SPREAD.match(text, number.end, end) is None
        and _ON_AVERAGE.match(text, number.end, end) is None
    ):
        return None
    draft = timed(place, Draft(number.start - (1 if signed(place) < 0 else 0), number.end, "mean", signed(place)))
    if cue is not None and gap is not None:
        draft = draft._replace(cue=gap.span("what"))
        if " " not in gap["what"].strip() and not text[gap.end("what") : number.start].strip(" =:,-−–+"):
            draft = draft._replace(start=cue.start)
    draft = _with_unit_behind(place, _after_spread(place, draft))
    if draft.unit is None:
        phrase = phrase_after(text, draft.end, end, is_one=number.value == 1)
        if phrase is not None:
            draft = draft._replace(phrase=phrase, unit=text[phrase.unit : phrase.end])
    return with_interval(
        place, _as_time(place, draft, None if gap is None or cue is None else text[cue.start : cue.end] + gap["what"])
    )


def _with_unit_behind(place: Place, draft: Draft) -> Draft:
    """The draft, with a spread in brackets in its text if its unit stands behind that."""
    found = _IN_BRACKETS.match(place.text, draft.end, place.end) if draft.unit is None else None
    measured = draft if found is None else timed(place, draft._replace(end=found.end()))
    return draft if measured.unit is None else measured


def _as_time(place: Place, draft: Draft, words: str | None) -> Draft:
    """A duration, where a time is a median, or a measure with its uncertainty; ages are means."""
    text, start, _, number = place
    if TIME.match(text, number.end, draft.end) is None and TIME.search(text, number.end, draft.end) is None:
        return draft
    is_age = _AGE.search(text, max(start, number.start - 60), number.start) is not None
    is_measured = words is None and _PLUS_MINUS.match(text, number.end, draft.end) is not None
    is_median = words is not None and words.lower().startswith("median")
    return draft._replace(kind="duration") if (is_median or is_measured) and not is_age else draft


def _nearest(place: Place, *, is_mean: bool) -> _Cue | None:
    """The nearest name of a mean, or of a statistic, in front of the number, if it is near."""
    at = place.number.start
    cues = _cues_in(place.text, place.start, place.end)
    if not cues:
        return None
    last = bisect_left(cues, at, key=_END)
    for cue in reversed(cues[max(0, last - 3) : last + 1]):
        if cue.end <= at <= cue.end + _FURTHEST and cue.is_mean == is_mean:
            return cue
    return None


def has_cue(place: Place) -> bool:
    """Whether a statistic or a mean may be named in front of the number, or `on average` stands behind it."""
    text, start, end, number = place
    cues = _cues_in(text, start, end)
    return (bool(cues) and cues[0].end <= number.start) or (
        text.find(" on average", number.end, min(end, number.end + _AVERAGE_BEHIND)) > 0
    )


class _Kept(NamedTuple):
    """The cues of a sentence."""

    text: str
    start: int
    end: int
    cues: list[_Cue]


_KEPT: Final = [_Kept("", 0, 0, [])]
"""Those that were looked for last; one place, which is filled at once, so that threads cannot mix them."""


def _cues_in(text: str, start: int, end: int) -> list[_Cue]:
    """The names of statistics and means in a sentence, in order; each of its numbers asks for them.

    Those of the sentence before are kept. A text is known by its identity, since comparing one with another that is
    the same takes time in the length of it.
    """
    kept = _KEPT[0]
    if kept.text is not text or kept.start != start or kept.end != end:
        found = _CUE.finditer(f" {text[start:end]}")
        cues = [_Cue(start + cue.start(), start - 1 + cue.end(), cue["mean"] is not None) for cue in found]
        _KEPT[0] = kept = _Kept(text, start, end, cues)
    return kept.cues


def read_statistic(place: Place) -> Draft | None:
    """`OR 1.45, 95% CI 1.10-1.92`, `a correlation of .31`, `accuracy was 0.93`."""
    text, _, end, number = place
    cue = None if number.is_word else _nearest(place, is_mean=False)
    if cue is None or not any(gap.fullmatch(text, cue.end, number.start) for gap in (_STATISTIC_GAP, _STATISTIC_LINK)):
        return None
    if TIME.match(text, number.end, end) is not None and "difference" not in text[cue.start : cue.end]:
        return None
    is_beside = not text[cue.end : number.start].strip(" =:,-−–+")
    first = cue.start if is_beside else number.start - (1 if signed(place) < 0 else 0)
    return with_interval(place, timed(place, Draft(first, number.end, "statistic", signed(place), cue=cue[:2])))
