"""Measures the search page reader against a plain script that reads the same page with CSS selectors. Judges nothing.

    python bench/search.py                 # ratio for a page of 100 results, and growth up to 5,000 results

Times are process CPU seconds, medians of runs in turn, everything included: parsing, sections, findings, quantities.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from html import escape

from bs4 import BeautifulSoup

import coprod

RUNS = 9
RESULTS = 100
SIZES = (100, 1000, 5000)

_WORDS = (
    "public", "service", "citizen", "government", "co-production", "user", "value", "policy", "analysis", "network",
    "local", "actor", "trust", "crisis", "evidence", "study", "case", "survey", "data", "model", "effect", "process",
    "outcome", "practice", "design", "theory", "community", "health", "care", "digital",
)  # fmt: skip
_NAMES = ("Anna", "Boris", "Carla", "Derek", "Elena", "Farid", "Greta", "Hugo", "Irena", "Jonas", "Karin", "Leon")
_LABELS = ("Purpose", "Design/methodology/approach", "Findings", "Practical implications", "Originality/value")


def page(results: int) -> str:
    """A search page in the layout of Emerald Insight, about 3 kB a result, the same for every run."""
    chance = random.Random(20260101)  # noqa: S311 - no secret
    rows = "".join(_row(chance, number) for number in range(results))
    count = f'<span class="intent_searchresultscount">1 – {results} of {results}</span>'
    return (
        f"<!DOCTYPE html><html><head><title>Search results | Emerald Insight</title></head><body>{count}"
        f'<section id="search_results__list"><div class="intent_search_results">{rows}</div></section></body></html>'
    )


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(12, 24))]
    if chance.random() < 0.2:
        words[4:5] = [f"{chance.randint(2, 99)}%", "of", "citizens"]
    return " ".join(words).capitalize() + "."


def _row(chance: random.Random, number: int) -> str:
    doi = f"10.9999/BENCH-{number:06}"
    people = [f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}sen" for _ in range(chance.randint(1, 4))]
    links = ", ".join(f'<a href="/insight/search?q={escape(name)}">{name}</a>' for name in people)
    texts = [f"{_sentence(chance)} {_sentence(chance)}" for _ in _LABELS]
    abstract = "".join(
        f"<p><strong>{label}</strong></p><p>{text}</p>" for label, text in zip(_LABELS, texts, strict=True)
    )
    words = "".join(
        f'<li class="list-inline-item mr-0 small"><a href="/insight/search?q={word}">{word}</a></li>'
        for word in chance.sample(_WORDS, 4)
    )
    date = f"Publication date: {chance.randint(1, 28)} May {2000 + number % 25}"
    head = (
        '<div class="small"><span class="intent_access">Access Restricted. View access options</span><div>Article</div>'
        f'<span class="intent_publication_date font-weight-normal">{date}</span></div><h2 class="h3 mt-0 mb-2">'
        f'<a class="intent_link" href="/insight/content/doi/{doi}/full/html">'
        f'<span class="intent_title">{_sentence(chance)[:-1]}</span></a></h2>'
        f'<p class="my-3 medium font-weight-light">{links}</p>'
        f'<p class="small">{texts[0][:150]}…</p><p class="small">{chance.randint(1, 5000)}</p>'
    )
    details = (
        f'<h3>Details</h3><div class="mb-1">Journal of Public Value, vol. {number % 40 + 1} no. {number % 6 + 1}</div>'
        '<div class="mb-1">Type: Research Article</div><div class="mb-1">ISSN: 0951-3558</div><h3>Keywords</h3>'
        f'<ul class="intent_keywords">{words}</ul>'
    )
    return (
        '<div class="intent_search_result container card-shadow is-animated Search-item__wrapper">'
        f'<div class="intent_item">{head}'
        f'<div class="intent_abstract pb-1 col-md-7 pt-2 pl-2 pr-4"><h3>Abstract</h3>{abstract}</div>'
        f'<div class="col-md-5">{details}</div></div></div>'
    )


def library(html: str) -> int:
    """Papers that coprod reads."""
    return len(coprod.loads(html, name="page.html").papers)


def script(html: str) -> int:
    """Rows that a plain script reads: the same fields, by selectors."""
    soup = BeautifulSoup(html, "html.parser")
    rows = [dict(_fields(row)) for row in soup.select("div.intent_search_result")]
    return len(rows)


def _fields(row: object) -> Iterator[tuple[str, object]]:
    one, many = row.select_one, row.select  # type: ignore[attr-defined]
    yield "access", one(".intent_access").get_text(" ", strip=True)
    yield "type", one("div.small > div").get_text(" ", strip=True)
    yield "date", one("span.intent_publication_date").get_text(" ", strip=True)
    yield "title", one("h2 a.intent_link .intent_title").get_text(" ", strip=True)
    yield "link", one("h2 a.intent_link")["href"]
    yield "authors", [name.get_text(strip=True) for name in many("p.my-3.medium.font-weight-light a")]
    yield "teaser", one(".intent_item > p:nth-of-type(2)").get_text(" ", strip=True)
    yield "metric", int(one(".intent_item > p:nth-of-type(3)").get_text(strip=True))
    yield "abstract", [part.get_text(" ", strip=True) for part in many("div.intent_abstract p")]
    yield "details", [part.get_text(" ", strip=True) for part in many("div.mb-1")]
    yield "keywords", [word.get_text(strip=True) for word in many(".intent_keywords li")]


def seconds(read: Callable[[str], int], html: str, results: int) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    found = read(html)
    spent = time.process_time() - start
    if found != results:
        raise SystemExit(f"{read.__name__}: {found} of {results} results")
    return spent


def main() -> None:
    """Prints the ratio and the growth."""
    html = page(RESULTS)
    pairs = [(seconds(library, html, RESULTS), seconds(script, html, RESULTS)) for _ in range(RUNS)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"{RESULTS} results, {len(html) / 1000:.0f} kB: coprod {ours:.3f} s, script {theirs:.3f} s")
    print(f"ratio {ours / theirs:.2f}")
    for size in SIZES:
        spent = statistics.median(seconds(library, page(size), size) for _ in range(3))
        print(f"{size} results: {spent:.2f} s, {spent / size * 1000:.2f} ms each")


if __name__ == "__main__":
    main()
