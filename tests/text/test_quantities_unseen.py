"""Signs that show nothing part neither numbers nor words."""

import pytest

from coprod.text.quantities import Found, quantities_in

TEXT = "Trust rose by 14.5% among 2,310 of 4,000 residents aged 18-65 (p = .03), over twelve years."


def clean(found: list[Found], sign: str) -> list[tuple[object, ...]]:
    """What was found, without the sign."""
    said = [found.quantity for found in found]
    texts = [[None if text is None else text.replace(sign, "") for text in (q.text, q.measures, q.of)] for q in said]
    rest = [(q.value, q.low, q.high, q.unit, q.kind, q.modifiers) for q in said]
    return [(*text, *more) for text, more in zip(texts, rest, strict=True)]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200d", "\u200e", "\u202e"])
def test_a_sign_anywhere(sign: str) -> None:
    """The numbers are the same, and every text stands at its place."""
    whole = clean(quantities_in(TEXT), sign)
    assert len(whole) >= 4
    for place in range(len(TEXT) + 1):
        text = TEXT[:place] + sign + TEXT[place:]
        found = quantities_in(text)
        assert clean(found, sign) == whole, text
        for one in found:
            assert text[one.start : one.end] == one.quantity.text
            for span, said in ((one.measures, one.quantity.measures), (one.of, one.quantity.of)):
                assert (span is None) == (said is None)
                assert span is None or text[span[0] : span[1]] == said


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\u2063", "\ufeff"])
def test_a_sign_that_may_part_words(sign: str) -> None:
    """Numbers on both sides of a place where a line may break are not made one."""
    for text in (f"Since 2019{sign}70 nurses were asked.", f"In 2020.{sign}12 nurses left."):
        assert all(found.quantity.value in (70, 12) for found in quantities_in(text)), text
