"""What tells at once that a text has nothing never says so of one that has something; what is found soon is the same.

Each cheap look of the reader is held against what it guards, over texts made of the words that matter to it.
"""

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from coprod.models import PartialDate
from coprod.readers.pages.blocks import attribute
from coprod.readers.study_group import dates, facts, furniture, headings, organisers, same_meeting
from coprod.readers.study_group.meetings import Told
from coprod.readers.study_group.words import PARTICLES
from coprod.text.sentences import sentences


def texts_of(words: str, most: int = 8) -> st.SearchStrategy[str]:
    """Texts of these words, with or without spaces between them."""
    return st.lists(st.tuples(st.sampled_from(words.split()), st.sampled_from(("", " ", " "))), max_size=most).map(
        lambda parts: "".join(word + space for word, space in parts)
    )


@given(st.from_regex(furniture._PHRASES, fullmatch=True))
def test_each_phrase_of_pages_begins_as_they_do(phrase: str) -> None:
    """No known phrase is passed over because of its first word."""
    assert furniture._may_be_phrase(phrase)


@given(texts_of("We met . ? ! 26.-28. June at : on: A here。 x e.g. …"))
def test_a_line_without_a_stop_is_one_sentence(text: str) -> None:
    """A text that no sign parts is one sentence."""
    if not facts._may_part(text):
        assert sentences(text) == [(0, len(text))]
    assert facts.is_one_sentence(text) == (len(sentences(text)) == 1)


@given(texts_of("the our main aims goal group it seeks to wants is are was at committed set up exists care Sg , ."))
def test_aims_are_told_by_their_words(text: str) -> None:
    """What states an aim has one of the words that are looked for first."""
    assert facts.states_aim(text) == (facts._AIM.search(text) is not None)


@given(texts_of("13 6 31 45 June jun. Sept May Auguſt 2014 1999 2100 . ; ) ( , - and to of Monday spring 1st x", 9))
def test_usual_dates_are_read_as_all_are(text: str) -> None:
    """A date in its usual form is the same if its words are read one by one."""
    found = dates._dates_in.__wrapped__(text)
    with patch.object(dates, "_USUAL", re.compile("(?!)")):
        assert found == dates._dates_in.__wrapped__(text)


@given(texts_of("Anna BELL ( ) , . ; : and de the of (Norway) x(y é ⓐ a) .b 2014"), st.integers(0, 60))
def test_names_end_where_they_do_word_by_word(text: str, most: int) -> None:
    """Names end at the same word if each word is looked at."""
    end = min(most, len(text))
    depth, expected = 0, end
    for word in organisers._WORD.finditer(text, 0, end):
        bare = word[0].strip("(),.;:")
        is_name = bare in PARTICLES or bare in organisers._JOINING
        if depth == 0 and bare[:1].islower() and not is_name:
            expected = word.start()
            break
        depth += word[0].count("(") - word[0].count(")")
    assert organisers._end_of_names(text, 0, end) == expected


@given(texts_of("aims past Upcoming 2013-2015 2016 2014– / ² special issue care group phase 1 June : . ( )"))
def test_headings_have_years_only_with_a_dash(text: str) -> None:
    """Without words of headings, a line heads a part only by a range of years."""
    found = headings.heading_in(text)
    if found is not None and not headings.WORDS_OF_HEADINGS.intersection(headings._words_in(text)):
        assert found.kind == "period"
        assert any(dash in text for dash in "-–—/")


_CITIES = st.sampled_from((None, "Bern", "Berne", "Be", "The Hague", "Hague", "Bergen", "B"))
Mention = tuple[str | None, int | None, int | None]
"""City, month and number of a meeting."""

_MENTIONS = st.lists(st.tuples(_CITIES, st.sampled_from((None, 5, 6)), st.sampled_from((None, 1, 2))), max_size=30)


@given(_MENTIONS, st.sampled_from((1, 2, 5, 200)))
def test_meetings_are_found_by_their_cities(
    mentions: list[tuple[str | None, int | None, int | None]], most: int
) -> None:
    """Each mention is put with the first of the last meetings that it may be of, as if each was looked at."""
    told = [
        Told(
            attribute(str(number), 1),
            (PartialDate(year=2014, month=month), attribute("2014", 1)),
            None if city is None else attribute(city, 1),
            None,
            None,
            None if ordinal is None else (ordinal, attribute(str(ordinal), 1)),
        )
        for number, (city, month, ordinal) in enumerate(mentions)
    ]
    expected: list[same_meeting.Known] = []
    known: list[same_meeting.Known] = []
    for mention in told:
        city = same_meeting._city(mention)
        comparable = city is not None or mention.date[0].month is not None
        among = known[-most:] if comparable else []
        one = next((one for one in among if same_meeting._are_one(one.summed, mention)), None)
        if one is not None:
            one.add(mention)
            continue
        expected.append(same_meeting.Known(mention, [mention], city))
        known += expected[-1:] if comparable else []
    with patch.object(same_meeting, "_COMPARED", most):
        found = same_meeting.gathered(told)
    assert [[id(told) for told in one.mentions] for one in found] == [
        [id(told) for told in one.mentions] for one in expected
    ]
