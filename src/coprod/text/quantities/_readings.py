"""What kind of quantity a number is, from the signs directly around it.

In: a text and a number in a sentence. Out: a `Draft`, not yet with what it measures, or None. The readers stand in
`READERS` in the order of their trust; the first that knows the number wins.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from coprod.text.quantities._context import decade, is_year, modifier_after, modifier_before
from coprod.text.quantities._numbers import Number, number_at, same_scale, scaled, share
from coprod.text.quantities._phrases import Phrase, phrase_after
from coprod.text.quantities._units import MONEY_AFTER, MONEY_BEFORE, MONEY_SCALE, PERCENT, PHYSICAL, TIME


class Draft(NamedTuple):
    """A quantity that is read so far."""

    start: int
    end: int
    kind: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    modifiers: tuple[str, ...] = ()
    phrase: Phrase | None = None
    cue: tuple[int, int] | None = None
    """Where the words stand that say what is measured, if they stand in front."""


class Place(NamedTuple):
    """A number, and the sentence that it stands in."""

    text: str
    start: int
    end: int
    number: Number
    cues: list[re.Match[str]]
    """Names of statistics and means in the sentence."""


_NUMBER = r"[-−–]?(?:(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}+|[0-9]{1,9}+)(?:[.·][0-9]{1,9}+)?+|[.·][0-9]{1,9}+)"
_INTERVAL = re.compile(
    r"[\s,;:(\[]{0,3}(?:with an? )?(?P<level>(?:80|90|95|99)(?:\.[0-9])?\s?%?[\s-]?(?:CIs?|CrI|UI|HDI|(?:confidence|credible|uncertainty) intervals?)"
    r"(?:\s?\((?:CI|CrI)\))?(?:\s(?:of|from|was|ranging from))?|CI)[\s,=:(\[]{0,3}"
    rf"(?P<low>{_NUMBER})\s?%?\s?(?:[-–—−]|to|,|;|and|\.\.\.?)\s?(?P<high>{_NUMBER})(?:\s?%)?"
)
_BARE_INTERVAL = re.compile(rf"\s[(\[](?P<low>{_NUMBER})\s?(?:[-–—]|to|,)\s?(?P<high>{_NUMBER})[)\]]")
_OPERATED = re.compile(
    r"(?P<symbol>(?:Cohen['’]s |Hedges['’]? g?|Cronbach['’]s |adjusted |partial )?[^\W\d_](?:[\w²³*'’̂̄]|[-_](?=\w)){0,24})"
    r"(?:\s?\([^()]{0,30}\)|\s?\[[^\[\]]{0,30}\])?\s?(?P<sign>[=<>≤≥≈~≃≠]{1,2}|:)\s?[-−–+]?\Z"
)
_SYMBOLS = re.compile(
    r"(?:p(?:[-_ ]?value)?s?|a?or|a?hr|a?rr|irr|pr|smd|md|wmd|es|i2|i²|r2|r²|χ2|χ²|chi2|[a-zα-ω]|[a-z]2|[a-z]²|[α-ω]p?[2²]|sd|sem?|df|ci|cv|auc|auroc|rmsea|cfi|tli|srmr"
    r"|aic|bic|icc|bf\w{0,3}|[tfzq]s?|se|ave|vif|mae|rmse|mse|bleu|f1)\Z",
    re.IGNORECASE,
)
_MEAN_SYMBOLS = frozenset(("M", "Mdn", "MD", "mean", "Mean", "median", "Median", "average", "μ", "x̄", "Mage", "m"))
_CUE = re.compile(
    r"(?<![\w-])(?P<cue>(?:(?:adjusted|pooled|unadjusted|crude|summary) )?(?:(?:odds|hazards?|risk|rate|prevalence|incidence|likelihood|signal-to-noise) ratios?"
    r"|a?ORs?|a?HRs?|a?RRs?|IRRs?|PRs?|SMDs?|SDs?|SEM?s?|AUC|AUROC|ICC|RMSEA?|MAE|MSE|BLEU|CFI|TLI|RMSEA|SRMR|DSC"
    r"|relative risk|standard(?:ized|ised)? (?:deviation|error|mean difference)s?|mean difference|effect sizes?"
    r"|(?:auto)?correlations?(?: coefficients?)?|(?:regression |path |Gini )?coefficients?|Cronbach['’]s (?:alphas?|α)|alphas?|(?:Cohen['’]s )?(?:kappa|κ|d)|Hedges['’]? g"
    r"|F1(?:[- ]?scores?|[- ]?measure)?|F-scores?|accuracy|accuracies|precision|recall|sensitivity|specificity|p[- ]values?|p|[βρηωκαδ]|r|area under the (?:\w+ ){0,4}curve"
    r"|Dice(?: score| coefficient)?|BLEU score|z-?scores?|elasticity|elasticities|impact factor|heterogeneity|variance inflation factor))(?![\w])"
    r"|(?<![\w-])(?P<mean>[Mm]ean|[Mm]edian|[Aa]verage[ds]?|[Aa]veraging)(?!\w)"
)
_STATISTIC_GAP = re.compile(
    r"(?:\s?\([^()]{0,24}\))?,?(?:\s(?:of|was|were|is|are|at|equal to|reached|reaching|about|around|approximately|up to|above|below|over|under"
    r"|exceeded|exceeding|to|from|by)\b){0,2}[\s,:(\[]{0,2}[-−–+]?"
)
_MEAN_GAP = re.compile(
    r"(?:\s?\([^()]{0,16}\))?(?P<what>(?:,?\s[^\W\d_][\w'’-]*+){0,7}+)(?:\s?\([^()]{0,16}\))?[\s,:(=]{1,2}[-−–+]?"
)
_FURTHEST = 90
_SPREAD = re.compile(
    r"(?:\s?(?:years?|months?|days?|weeks?|points?|hours?|minutes?|%))?\s?(?:[(\[,;]\s?)?(?:±|\+/-|(?:SD|s\.d\.|standard deviation)\b[\s=:,]{0,3}(?:of )?)\s?"
    rf"{_NUMBER}"
)
_PLUS_MINUS = re.compile(rf"\s?(?:±|\+/-)\s?{_NUMBER}")
_SEPARATOR = re.compile(
    r"(?P<unit>\s?%|\spercent|\sper cent)?(?:\s?[-–—−‐‑]\s?(?=[0-9.$€£])|\s(?P<word>to|and|or)\s(?:up to )?)(?:[$€£])?(?=(?P<next>[0-9.]|[A-Za-z]))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?<!\w)(?:between|from|ranging from|ranged from|ranged between|ranging between)\s[$€£]?\Z", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\b(?:increas|decreas|rose|ris(?:e|en|ing)\b|f[ea]ll|declin|drop|grew|grow|reduc|improv|chang|went|climb|shr[aiu]nk|doubl|expand|sank|jump|lower|rais|declin)\w*\b"
    r"[^.;:]{0,60}\Z",
    re.IGNORECASE,
)
_IN_OR_OF = re.compile(r"\s(?:in(?: every)?|out of(?: every| the| a total of)?)\s(?=[0-9a-zA-Z])", re.IGNORECASE)
_SHARE_CUE = re.compile(
    r"\b(?:proportion|probability|likelihood|fraction|share|ratio|rate)\b[^.;,()0-9]{0,30}\(?\Z", re.IGNORECASE
)
_LISTED = re.compile(r"(?:,\s[0-9][0-9.]{0,6}){0,4},?\s(?:and|or|versus|vs\.?)\s(?=[0-9a-z])")
_AND_A_HALF = re.compile(r" and a half(?=[ -])", re.IGNORECASE)
_MONEY_ENDS = frozenset("$€£¥₹₩.sABCDEFGHIJKLMNOPQRSTUVWXYZ")
_TIMES = re.compile(
    r"(?P<unit>[- ]?fold\b|\s?[×x](?![\w]) ?(?=higher|faster|more|lower|speed)|\stimes(?=\s(?:as|more|higher|greater|larger|lower|less|faster|the|smaller|longer|likelier)\b))",
    re.IGNORECASE,
)


def read_operated(place: Place) -> Draft | None:
    """`p < .001`, `t(58) = 2.31`, `n = 60`, `M = 3.2`."""
    text, start, end, number, _ = place
    begin = max(start, number.start - 70)
    window = text[begin : number.start].rstrip("-−–+ \u00a0")
    if not window or window[-1] not in "=<>≤≥≈~:":
        return None
    found = _OPERATED.search(text[begin : number.start])
    if found is None:
        return None
    symbol, sign = found["symbol"], found["sign"]
    name = symbol.rsplit(" ", 1)[-1]
    unit, stop = _percent(text, number.end, end)
    value = signed(place)
    first = begin + found.start()
    draft = Draft(first, stop, "statistic", value, unit=unit, modifiers=_signs(sign))
    if name.lower() in ("n", "k") or re.fullmatch(r"[nN](?:_?\w{1,3}|\d)?", name):
        return draft._replace(kind="sample_size")
    if sign == ":" and not _SYMBOLS.match(name):
        return None
    if name in _MEAN_SYMBOLS:
        return with_interval(place, _after_spread(place, _timed(place, draft._replace(kind="mean"))))
    if _SYMBOLS.match(name):
        return with_interval(place, draft)
    if sign[0] in "<>≤≥≈~" or unit is not None or TIME.match(text, number.end, end):
        return None
    return with_interval(place, draft)


def _signs(sign: str) -> tuple[str, ...]:
    if sign[0] in "<≤":
        return ("upper_bound",)
    if sign[0] in ">≥":
        return ("lower_bound",)
    return ("approximate",) if sign[0] in "≈~≃" else ()


def signed(place: Place) -> Decimal:
    """The value, negative if a minus sign stands in front that is no hyphen."""
    text, start, _, number, _ = place
    at = number.start - 1
    if number.is_word or at < start or text[at] not in "-−–":
        return number.value
    is_minus = at == start or text[at - 1].isspace() or text[at - 1] in "(=<>[≈~,"
    return -number.value if is_minus else number.value


def _percent(text: str, at: int, end: int) -> tuple[str | None, int]:
    found = PERCENT.match(text, at, end)
    return (None, at) if found is None else (found["unit"], found.end())


def _timed(place: Place, draft: Draft) -> Draft:
    """The draft with a unit of time, or the noun behind, as its unit."""
    text, _, end, _, _ = place
    if draft.unit is not None:
        return draft
    found = TIME.match(text, draft.end, end)
    if found is not None:
        return draft._replace(unit=found["unit"], end=found.end())
    found = PHYSICAL.match(text, draft.end, end)
    return draft if found is None else draft._replace(unit=found["unit"], end=found.end())


def _after_spread(place: Place, draft: Draft) -> Draft:
    """The draft, where `± 12.1` follows directly, with these words in its text."""
    text, _, end, _, _ = place
    found = _PLUS_MINUS.match(text, draft.end, end)
    return draft if found is None else _timed(place, draft._replace(end=found.end()))


def with_interval(place: Place, draft: Draft) -> Draft:
    """The draft with the ends of the confidence interval behind it."""
    text, _, end, _, _ = place
    found = _INTERVAL.match(text, draft.end, end)
    if found is None and draft.kind == "statistic":
        found = _BARE_INTERVAL.match(text, draft.end, end)
    if found is None:
        return draft
    low, high = _limit(found["low"]), _limit(found["high"])
    stop, words = found.end(), found[0]
    opened = words.count("(") + words.count("[") - words.count(")") - words.count("]")
    while opened > 0 and text[stop : stop + 1] in (")", "]"):
        stop, opened = stop + 1, opened - 1
    return draft._replace(low=low, high=high, end=stop)


def _limit(printed: str) -> Decimal:
    return Decimal(printed.translate(str.maketrans("−–·", "--.", ",")))


def read_interval(place: Place) -> Draft | None:
    """`95% CI 1.2 to 4.4` on its own."""
    text, _, end, number, _ = place
    found = _INTERVAL.match(text, number.start, end) if number.value in (80, 90, 95, 99) else None
    if found is None:
        return None
    return Draft(found.start(), found.end(), "statistic", None, _limit(found["low"]), _limit(found["high"]))


def read_range(place: Place) -> Draft | None:
    """`5-10 years`, `between 20 and 30%`, `from 3 to 7`."""
    text, start, end, number, _ = place
    middle = _middle(place)
    if middle is None:
        return None
    unit, separator, is_timed = middle
    before = text[max(start, number.start - 20) : number.start]
    cue = _BETWEEN.search(before)
    if not _is_range(
        place, (separator["word"] or "-").lower(), None if cue is None else cue[0].lower(), is_timed=is_timed
    ):
        return None
    last = _last(place, separator.end())
    if last is None or (cue is None and last.value <= number.value):
        return None
    first = number.start if cue is None else number.start - len(before) + cue.start()
    modifier, first = modifier_before(text, first, start) if cue is None else (None, first)
    modifiers = ("range",) if modifier is None else (modifier, "range")
    low = same_scale(text, number, last)
    draft = Draft(first, last.end, "range", None, low, last.value, modifiers=modifiers)
    draft = _money_around(place, draft)
    return _with_unit(place, draft if draft.unit is not None else draft._replace(unit=unit))


def _is_range(place: Place, word: str, cue: str | None, *, is_timed: bool) -> bool:
    """Whether the word between two numbers joins the ends of a range."""
    text, start, _, number, _ = place
    if cue is not None and cue.startswith("from"):
        return word != "and" and _CHANGE.search(text, max(start, number.start - 70), number.start) is None
    if cue is not None:
        return word in ("and", "to", "-")
    if is_timed or word == "and" or (number.is_word and word == "-"):
        return False
    return word != "or" or number.is_word


def _last(place: Place, at: int) -> Number | None:
    """The other end of the range, if a number of the same kind stands there."""
    text, _, end, number, _ = place
    last = number_at(text, at, end)
    if last is None or last.is_word != number.is_word or is_year(text, number):
        return None
    after = text[last.end : last.end + 1]
    if after.isalnum() and not (TIME.match(text, last.end, end) or PHYSICAL.match(text, last.end, end)):
        return None
    return last


def _middle(place: Place) -> tuple[str | None, re.Match[str], bool] | None:
    """The unit before what parts the two ends of a range, its match, and whether a unit of time stands there."""
    text, _, end, number, _ = place
    found = _SEPARATOR.match(text, number.end, end)
    if found is not None:
        return (found["unit"] or "").strip() or None, found, False
    timed = TIME.match(text, number.end, end)
    found = None if timed is None else _SEPARATOR.match(text, timed.end(), end)
    return None if found is None or timed is None else (timed["unit"], found, True)


def _with_unit(place: Place, draft: Draft) -> Draft:
    """The draft with the unit that follows it: per cent, time, a physical unit or a noun."""
    text, _, end, _, _ = place
    for pattern in (PERCENT, TIME, PHYSICAL):
        found = pattern.match(text, draft.end, end)
        if found is not None:
            return draft._replace(unit=found["unit"], end=found.end())
    if draft.unit is not None:
        return draft
    phrase = phrase_after(text, draft.end, end, is_one=False)
    return draft if phrase is None else draft._replace(phrase=phrase, unit=text[phrase.unit : phrase.end])


def _money_around(place: Place, draft: Draft) -> Draft:
    """The draft with its currency, where it has one."""
    text, start, end, _, _ = place
    window = text[max(start, place.number.start - 12) : place.number.start]
    before = MONEY_BEFORE.search(window) if window.rstrip()[-1:] in _MONEY_ENDS else None
    if before is not None:
        scale = MONEY_SCALE.match(text, draft.end, end)
        stop = draft.end if scale is None else scale.end()
        return draft._replace(
            unit=before[0].strip(), start=min(draft.start, place.number.start - len(before[0])), end=stop
        )
    after = MONEY_AFTER.match(text, draft.end, end)
    return draft if after is None else draft._replace(unit=after["unit"].strip(" -"), end=after.end())


def read_money(place: Place) -> Draft | None:
    """`€3.2 million`, `$500`, `USD 40,000`, `12 euros`."""
    text, _, end, number, _ = place
    draft = _money_around(place, Draft(number.start, number.end, "money", number.value))
    if draft.unit is None:
        return None
    scale = MONEY_SCALE.match(text, number.end, end)
    return draft if scale is None else draft._replace(value=scaled(number.value, scale[1]))


def read_percentage(place: Place) -> Draft | None:
    """`26%`, `26 per cent`, `3 percentage points`."""
    unit, stop = _percent(place.text, place.number.end, place.end)
    if unit is None:
        return None
    first = place.number.start - (1 if signed(place) < 0 else 0)
    return with_interval(place, Draft(first, stop, "percentage", signed(place), unit=unit))


def read_share(place: Place) -> Draft | None:
    """`two thirds of`, `one in five`, `3 out of 10`, `0.34` where the sentence calls it a proportion."""
    text, start, end, number, _ = place
    if number.is_part:
        timed = TIME.match(text, number.end, end)
        if timed is not None:
            return Draft(number.start, timed.end(), "duration", number.value, unit=timed["unit"])
        return Draft(number.start, number.end, "proportion", number.value)
    found = _IN_OR_OF.match(text, number.end, end)
    if found is not None:
        whole = number_at(text, found.end(), end)
        if whole is not None and _is_whole_of(text, number, whole, found[0], end):
            return Draft(number.start, whole.end, "proportion", share(number.value, whole.value))
    if (
        number.value < 1
        and not number.is_word
        and _SHARE_CUE.search(text[max(start, number.start - 50) : number.start])
    ):
        return with_interval(place, Draft(number.start, number.end, "proportion", number.value))
    return None


def _is_whole_of(text: str, part: Number, whole: Number, link: str, end: int) -> bool:
    """Whether `part in whole` is a share, not a count in a year or in a number of places."""
    if part.value > whole.value or not part.is_whole or is_year(text, whole) or whole.value == 0:
        return False
    if "out" in link:
        return PERCENT.match(text, whole.end, end) is None
    return part.value < 10 and TIME.match(text, whole.end, end) is None and PERCENT.match(text, whole.end, end) is None


def read_mean(place: Place) -> Draft | None:
    """`mean age 54.3 years`, `averaged 4.5`, `54.3 ± 12.1 years`."""
    text, _, end, number, _ = place
    cue = _nearest(place, "mean")
    gap = None if cue is None else _MEAN_GAP.fullmatch(text, cue.end(), number.start)
    if gap is None and _SPREAD.match(text, number.end, end) is None:
        return None
    draft = _timed(place, Draft(number.start, number.end, "mean", signed(place)))
    if cue is not None and gap is not None:
        draft = draft._replace(cue=gap.span("what"))
        if " " not in gap["what"].strip() and not text[gap.end("what") : number.start].strip(" =:,-−–+"):
            draft = draft._replace(start=cue.start())
    draft = _after_spread(place, draft)
    if draft.unit is None:
        phrase = phrase_after(text, draft.end, end, is_one=number.value == 1)
        if phrase is not None:
            draft = draft._replace(phrase=phrase, unit=text[phrase.unit : phrase.end])
    return with_interval(place, draft)


def _nearest(place: Place, group: str) -> re.Match[str] | None:
    """The nearest cue of a group in front of the number, if it is near."""
    number = place.number
    last = bisect_left(place.cues, number.start, key=re.Match.end)
    for cue in reversed(place.cues[max(0, last - 3) : last + 1]):
        if cue.end() <= number.start <= cue.end() + _FURTHEST and cue[group]:
            return cue
    return None


def cues_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The names of statistics and means in a sentence, in order."""
    return list(_CUE.finditer(text, start, end))


def read_statistic(place: Place) -> Draft | None:
    """`OR 1.45, 95% CI 1.10-1.92`, `a correlation of .31`, `accuracy was 0.93`."""
    text, _, end, number, _ = place
    cue = None if number.is_word else _nearest(place, "cue")
    if cue is None or _STATISTIC_GAP.fullmatch(text, cue.end(), number.start) is None:
        return None
    if TIME.match(text, number.end, end) is not None and "difference" not in cue[0]:
        return None
    is_beside = not text[cue.end() : number.start].strip(" =:,-−–+")
    first = cue.start() if is_beside else number.start - (1 if signed(place) < 0 else 0)
    return with_interval(place, _timed(place, Draft(first, number.end, "statistic", signed(place), cue=cue.span())))


def read_times(place: Place) -> Draft | None:
    """`2.5-fold`, `three times higher`."""
    found = _TIMES.match(place.text, place.number.end, place.end)
    if found is None:
        return None
    number = place.number
    return Draft(number.start, found.end(), "statistic", number.value, unit=found["unit"].strip(" -"))


def read_duration(place: Place) -> Draft | None:
    """`six months`, `an 18-month follow-up`."""
    text, _, end, number, _ = place
    half = _AND_A_HALF.match(text, number.end, end)
    found = TIME.match(text, number.end if half is None else half.end(), end)
    if (
        found is None
        or (number.is_word and len(found["unit"]) < 3)
        or (is_year(text, number) and len(found["unit"]) == 1)
    ):
        return None
    value, unit = decade(number.value if half is None else number.value + Decimal("0.5"), found["unit"])
    return Draft(number.start, found.end(), "duration", value, unit=unit)


def read_listed(place: Place) -> Draft | None:
    """`6` in `6 and 12 months`, `5` in `5, 10 and 20%`: the unit stands behind the last of a list."""
    text, _, end, number, _ = place
    rest = _LISTED.match(text, number.end, end)
    last = None if rest is None else number_at(text, rest.end(), end)
    if last is None or last.is_word != number.is_word:
        return None
    for pattern, kind in ((PERCENT, "percentage"), (TIME, "duration"), (PHYSICAL, "statistic")):
        found = pattern.match(text, last.end, end)
        if found is not None:
            return Draft(number.start, number.end, kind, number.value, unit=found["unit"], modifiers=("list",))
    return None


def read_physical(place: Place) -> Draft | None:
    """`5 mg`, `9 T`, `300 K`."""
    found = PHYSICAL.match(place.text, place.number.end, place.end)
    if found is None or place.number.is_word:
        return None
    first = place.number.start - (1 if signed(place) < 0 else 0)
    return with_interval(place, Draft(first, found.end(), "statistic", signed(place), unit=found["unit"]))


READERS: tuple[Callable[[Place], Draft | None], ...] = (
    read_interval,
    read_operated,
    read_range,
    read_money,
    read_percentage,
    read_statistic,
    read_mean,
    read_share,
    read_times,
    read_duration,
    read_physical,
    read_listed,
)
