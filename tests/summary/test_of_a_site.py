"""What speaks of a site that writes summaries is no summary; and whole pages that only look cut off lose nothing."""

import pytest

import coprod
from coprod import Paper
from coprod.exceptions import UnknownFormatError

REVIEW = (
    "{}\n\nA month with the tool\n\nAda Costa, Ben Adler\n\n"
    "Limitations\n\nIt is slow and takes our money each month.\n\n"
    "Conclusion\n\nWe would take it again if it were quicker{}"
)
LONG = " and could read to us from more than one of the papers at once"
ADVERT = "\n\nListen, Learn & Level Up\n"
SECTIONS = (
    "{}\n\nKey Findings\n\nIt is slow and takes our money each month.\n\nConclusion\n\n"
    "We would take it again if it were quicker.\n\nListen, Learn & Level Up\n"
)
BODY = (
    "<h2>Methods</h2><p>We asked ninety people in two towns.</p><h2>Key Findings</h2><p>Most trust the other town.</p>"
)


@pytest.mark.parametrize("first", ["ResearchBunny", "ResearchBunny Logo", "How I read with ResearchBunny"])
@pytest.mark.parametrize("last", [".", LONG, f".{ADVERT}", f"{LONG}{ADVERT}"])
@pytest.mark.parametrize("label", ["Limitations", "Discussion", "Results"])
def test_a_review_of_the_site_is_no_summary(first: str, last: str, label: str) -> None:
    """Whole, without a full stop at its end, and with the logo and the advertising of the site."""
    with pytest.raises(UnknownFormatError):
        coprod.loads(REVIEW.format(first, last).replace("Limitations", label))


@pytest.mark.parametrize("first", ["e-readers and papers.", "iPads, and who reads on them.", "ers read on the bus."])
def test_a_review_that_begins_with_a_small_letter_is_no_summary(first: str) -> None:
    """Though it has a label that summaries have: nothing in it speaks of research."""
    with pytest.raises(UnknownFormatError):
        coprod.loads(SECTIONS.format(first))


@pytest.mark.parametrize("title", ["A month with ResearchBunny", "A month | ResearchBunny"])
def test_a_review_in_html_is_no_summary(title: str) -> None:
    """HTML need not have the tags at its end."""
    body = (
        REVIEW.format("A month", LONG).replace("\n\n", "<p>").replace("<p>Lim", "<h2>Lim").replace("<p>Con", "<h2>Con")
    )
    with pytest.raises(UnknownFormatError):
        coprod.loads(f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{body}")


REST = (
    "and nobody waits any longer.\n\nDiscussion\n\nThe survey shows that queues move out of the hall.\n\n"
    "Conclusion\n\nThe calls replaced the queues.\n\nListen, Learn & Level Up\n"
)
HOURS = "Over 10,000 hours of research content, read aloud.\n"


def test_the_rest_of_a_page_of_the_site() -> None:
    """Two lines of its advertising say whose page it was, though nothing else of it does; one may be quoted."""
    (paper,) = coprod.loads(REST + HOURS).papers
    assert paper.summary is not None
    assert [section.label for section in paper.summary.sections] == ["Discussion", "Conclusion"]
    with pytest.raises(UnknownFormatError):
        coprod.loads(REST)


ADVERTS = f"Listen, Learn & Level Up\n{HOURS}"
OTHERS = {
    "news": f"""A reading app\n\nAda Costa, Ben Adler\n\n{ADVERTS}\nIntroduction\n\nIt opened on Monday.

Conclusion\n\nThe mayor bought it.\n\nShare this post with your friends""",
    "its first page": f"""your research, read aloud.\n\n{ADVERTS}\nIntroduction\n\nMeet the app that reads to you.

Limitations\n\nThe free plan has three a week.\n""",
    "a mail": f"""> hi all, here is the app.\n\nResults\n\nSales of the app rose by 12%.

Discussion\n\nShould we buy it for us?\n\n{ADVERTS}""",
    "a club": """ers of our club met twice.\n\nLiterature Review\n\nWe read two novels in May.

Discussion\n\nTea was served.\n\nConclusion\n\nWe meet again in June.\n\nListen, Learn & Level Up\n""",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_its_advertising_on_other_pages(text: str) -> None:
    """Other pages that have two of the sections and the advertising are no summaries: none speaks of research."""
    with pytest.raises(UnknownFormatError):
        coprod.loads(text)


def read(text: str) -> Paper:
    """The paper of a page, of which every line is read."""
    found = coprod.loads(text)
    assert "page.not-read" not in {diagnostic.code for diagnostic in found.diagnostics}
    (paper,) = found.papers
    return paper


@pytest.mark.parametrize("word", ["iPads", "ebooks", "e-books", "eHealth"])
def test_a_title_with_a_small_letter_keeps_what_stands_below(word: str) -> None:
    """A whole page is not torn because of one small letter."""
    text = (
        f"{word} in villages: do they help?\nA study of three towns.\nMethods\nWe asked ninety people in two towns.\n"
    )
    paper = read(f"{text}Key Findings\nMost of them trust the other town.\n")
    said = f"{paper.title or ''}\n{paper.teaser or ''}"
    assert "do they help?" in said
    assert "A study of three towns." in said


@pytest.mark.parametrize("before", ["", "\n", "<p></p>"])
def test_a_fragment_keeps_its_title(before: str) -> None:
    """HTML without `<html>` that was copied with the tags at its end."""
    paper = read(
        f"{before}<h1>Do boats help villages?</h1><p>A study of three towns.</p>{BODY}</body></html>".lstrip("H")
    )
    assert (paper.title, paper.teaser) == ("Do boats help villages?", "A study of three towns.")
