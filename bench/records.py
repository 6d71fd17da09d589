"""Synthetic RIS records of about 2.5 kB, the same for every run: 27 lines, drawn from pools with a fixed seed."""

import random
from collections.abc import Iterator

_WORDS = [
    "public",
    "service",
    "citizen",
    "government",
    "co-production",
    "user",
    "value",
    "policy",
    "analysis",
    "network",
    "local",
    "actor",
    "trust",
    "crisis",
    "evidence",
    "study",
    "case",
    "survey",
    "data",
    "model",
    "effect",
    "process",
    "outcome",
    "practice",
    "design",
    "theory",
    "community",
    "health",
    "care",
    "digital",
    "platform",
    "professional",
    "volunteer",
    "participation",
    "accountability",
    "governance",
    "resilience",
    "capacity",
]
_FAMILIES = [
    f"{start}{middle}{end}"
    for start in ("Al", "Bo", "Ci", "Du", "Fe")
    for middle in ("r", "nn", "st", "mb")
    for end in ("ado", "ius", "er", "son", "øe")
]
_GIVEN = ["Anna", "B. K.", "Chen", "Désirée", "Eva M.", "F.", "Guo Li", "Hana"]
_JOURNALS = [
    f"Journal of {first} {second}"
    for first in ("Public", "Applied", "Social", "Digital")
    for second in ("Studies", "Policy", "Economics", "Health")
]


def records(count: int, seed: int = 1) -> Iterator[str]:
    """Text of so many records, each with its line ends."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    for number in range(count):
        yield _record(rng, number)


def _sentence(rng: random.Random, words: int) -> str:
    return " ".join(rng.choices(_WORDS, k=words)).capitalize() + "."


def _record(rng: random.Random, number: int) -> str:
    journal = rng.choice(_JOURNALS)
    first = rng.randrange(1, 900)
    year = rng.randrange(1990, 2026)
    lines = ["TY  - JOUR"]
    lines += [f"AU  - {rng.choice(_FAMILIES)}{'aeiouys'[number % 7]}, {rng.choice(_GIVEN)}" for _ in range(4)]
    lines += [
        f"TI  - {_sentence(rng, 12)[:-1]}",
        f"T2  - {journal}",
        f"JF  - {journal}",
        f"PY  - {year}",
        f"DA  - {year}/{rng.randrange(1, 13):02d}/{rng.randrange(1, 29):02d}",
        f"VL  - {rng.randrange(1, 80)}",
        f"IS  - {rng.randrange(1, 13)}",
        f"SP  - {first}",
        f"EP  - {first + 15}",
        f"SN  - {_issn(rng.randrange(1000, 1400))}",
        f"DO  - 10.{rng.randrange(1000, 9999)}/synthetic.{number}",
        f"UR  - https://example.org/articles/{number}",
        f"AB  - {' '.join(_sentence(rng, 18) for _ in range(12))}",
    ]
    lines += [f"KW  - {rng.choice(_WORDS)} {rng.choice(_WORDS)}" for _ in range(5)]
    lines += ["LA  - English", f"AN  - SYN:{number:09d}", "DB  - Synthetic", "N1  - Made for measuring.", "ER  - ", ""]
    return "\n".join(lines) + "\n"


def _issn(number: int) -> str:
    digits = f"{number:04d}{number * 7 % 1000:03d}"
    check = -sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True)) % 11
    return f"{digits[:4]}-{digits[4:]}{'X' if check == 10 else check}"
