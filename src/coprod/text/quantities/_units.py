"""Units behind (and currencies in front of) a number.

In: a text and where the number ends. Out: the match of the unit, or None.
"""

import re

PERCENT = re.compile(
    r"[\s\u00a0-]?(?P<unit>(?:wt|vol|at|mol)?\.?\s?%(?:[- ]points?\b)?|per\s?cent\b(?:age[- ]points?\b)?"
    r"|percentage[- ]points?\b|pct\b)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?:[\s\u00a0]|[-‐‑](?:and-)?)?(?:(?:consecutive|calendar|full|working|academic|further|additional|more) )?"
    r"(?P<unit>(?:milli|micro|nano)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)"
    r"|fortnights?"
    r"|secs?|mins?|hrs?|wks?|mos?|yrs?|ms|[µμnpf]s|[shdy](?=[\s,.;)\]]|\Z))(?!\w|[-‐‑](?!old|long|follow)[a-z])"
)
RATE = re.compile(
    r"(?:\s?/\s?|\s(?=per\s))(?P<unit>(?:per\s)?(?:1[ ,.\u00a0]?000[ ,.\u00a0]?000|10{0,2}[ ,.\u00a0]?000|100|"
    r"(?:hundred |ten )?thousand|million)(?![\w]|[.,][0-9])(?:(?:\s(?!(?:and|for|from|in|of|on|or|per|to|with)\b)"
    r"[A-Za-z][\w-]{1,20}){0,2}?\s[A-Za-z][\w-]{1,20}s(?!\w))?)"
)
"""Behind a rate: `per 100,000 person-years`."""

PER_MILLE = re.compile(r"\s?(?P<unit>‰|per mille\b)", re.IGNORECASE)
MONEY_BEFORE = re.compile(
    r"(?:(?:US|A|AU|C|CA|NZ|HK|S|R)?[$]|[€£¥₹₩]|(?<![A-Za-z])(?:USD|EUR|GBP|JPY|CHF|AUD|CAD|CNY|RMB|INR|SEK|NOK|DKK"
    r"|ZAR|BRL|NZD|SGD|KRW|PLN|US dollars|Rs\.?))"
    r"\s?\Z"
)
MONEY_SCALE = re.compile(r"\s?(bn|m|k|M|K)\b")
MONEY_AFTER = re.compile(
    r"(?P<unit>\s?[€£¥₹](?!\d)|[\s-](?:US )?(?:euros?|dollars?|pounds sterling|yen|yuan|rupees|cents|francs|kronor"
    r"|kroner|pesos|rand|florins|guilders|ducats|shillings|livres|pesetas|lire|escudos|roubles|rubles|rupiah|baht|naira"
    r"|shekels|dirhams|riyals|zloty|forints?|reais|drachmas?|th?alers|pence|sesterces|denarii|crowns|reales|maravedis|won"
    r"|kronur|Deutschmarks)\b"
    r"|\s?(?:USD|EUR|GBP|JPY|CHF|AUD|CAD|CNY|RMB|INR|SEK|NOK|DKK|ZAR|BRL)\b)"
)
POUNDS = re.compile(r"(?P<unit>[\s-]pounds)\b(?! sterling)")
"""Money or a weight."""

_PREFIXED = (
    "kg g mg µg μg ng pg km m cm mm µm μm nm pm km2 m2 cm2 mm2 m3 cm3 km² m² cm² m³ cm³ L mL ml dl dL µL "
    "μl l ha t Hz kHz MHz GHz THz B kB KB MB GB TB PB kbps Mbps Gbps K mK °C °F ° W mW kW MW GW kWh MWh "
    "GWh TWh V mV kV A mA µA eV meV keV MeV GeV TeV J kJ MJ Pa kPa MPa GPa bar mbar atm T mT N kN dB dBm "
    "ppm ppb fb pb mmHg mol mmol µmol nmol mM µM μM nM M mL rpm fps px bp kb Mb kbp Mbp kcal cal kDa Da pc kpc "
    "Mpc Gpc AU ly Ω kΩ lx lm cd Bq Gy Sv mSv IU U FLOPS GFLOPS TFLOPS"
).replace(" ", "|")
PHYSICAL = re.compile(
    rf"(?:[\s\u00a0-]|(?![LMUBAJN](?!\w)))(?P<unit>(?:{_PREFIXED})(?![\w%'’-])(?:⁻[¹²³])?(?:(?:/|\s?[·⋅]\s?)[A-Za-zµμ°]+[23²³]?(?!\w)"
    rf"|\s(?!(?:at|to|in|by|of|on|or|and|for|from|is)\b)[a-zA-Z]{{1,3}}\s?[−⁻-][1-3¹²³](?!\w)){{0,2}})"
)


def is_percent(unit: str | None) -> bool:
    """Whether the unit is one of per cent.

    Examples:
        >>> is_percent("per cent"), is_percent("years"), is_percent(None)
        (True, False, False)
    """
    return unit is not None and PERCENT.fullmatch(unit) is not None
