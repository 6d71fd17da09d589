"""What a page tells of a group, part by part.

In: the parts of a page. Out: a `Gathered`: passages for every field of a `StudyGroup`, none of them built yet.
Every sentence outside lists of people and publications is also looked through for meetings, numbers of members,
organisers, publications and the year of foundation.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import attrs

from coprod.readers.pages.blocks import Passage, joined
from coprod.readers.study_group import announced as announcing
from coprod.readers.study_group import facts, lists, organisers
from coprod.readers.study_group import meetings as meeting_rules
from coprod.readers.study_group import people as people_rules
from coprod.readers.study_group import topics as topic_rules
from coprod.readers.study_group.called_off import is_called_off
from coprod.readers.study_group.cues import has_any
from coprod.readers.study_group.dates import dates_in, may_hold_date
from coprod.readers.study_group.deadlines import parted
from coprod.readers.study_group.doubtful import lines_of_institutions, one_to_a_line, settled
from coprod.readers.study_group.gathered import Gathered, Listed, Span
from coprod.readers.study_group.headings import end_of_words, list_kind
from coprod.readers.study_group.lists import Row
from coprod.readers.study_group.outline import Part, may_be_heading
from coprod.readers.study_group.tense import is_past
from coprod.text.sentences import sentences

_SHORTEST: Final = 4
"""Characters of the shortest sentence that tells something: a year."""


def _has_cue(text: str) -> bool:
    """Whether a text has a word of those that sentences tell facts with, or a title in quotation marks."""
    return has_any(text, facts.CUES) or "“" in text


def _may_tell(text: str) -> bool:
    """Whether a text has anything by which a sentence tells something: a cue, a person, a date."""
    return _has_cue(text) or has_any(text, organisers.CUES) or may_hold_date(text)


class Gatherer:
    """Goes through the parts."""

    def __init__(self) -> None:
        self.found: Gathered = Gathered()
        self._year: int | None = None

    def go(self, parts: Iterable[Part]) -> Gathered:
        """What the parts tell."""
        ways: dict[str, Callable[[Part], None]] = {
            "start": self._background,
            "background": self._background,
            "aim": self._aim,
            "topics": self._topics,
            "plans": self._lists,
            "outcomes": self._lists,
            "period": self._period,
            "meetings": self._meetings,
            "people": self._people,
            "members": self._members,
            "founded": self._founded,
            "publications": self._publications,
            "url": self._url,
        }
        for part in parts:
            ways.get(part.kind, self._other)(self._without_deadlines(part))
        if not self.found.aims:
            self._aim_of_prose()
        return self.found

    # Parts

    def _without_deadlines(self, part: Part) -> Part:
        """The part without what it tells authors to do."""
        if part.kind not in ("start", "background", "topics"):
            return part
        kept, left = parted(part.rows)
        for row in left:
            self._scan(row.body)
        return attrs.evolve(part, rows=kept) if left else part

    def _background(self, part: Part) -> None:
        for row in self._without_lists(part, part.kind):
            told = self._scan(row.body)
            if not told and announcing.is_prose(row.body.text):
                self._keep_background(row.body)

    def _keep_background(self, text: Passage) -> None:
        self.found.background.append(text)
        self.found.cited.append(text)

    def _aim(self, part: Part) -> None:
        stated = bool(self.found.aims)
        aims = self.found.more_aims if stated else self.found.aims
        for row in self._without_lists(part, "aim"):
            if row.is_item or not self._scan(row.body):
                aims.append(row.body)
                self.found.cited.append(row.body)

    def _topics(self, part: Part) -> None:
        end = announcing.end_of_topics(part.rows)
        self._topics_of(part, part.rows[:end])
        if part.rows[end:]:
            self._background(attrs.evolve(part, kind="background", rows=part.rows[end:]))

    def _topics_of(self, part: Part, rows: Sequence[Row]) -> None:
        before, told = topic_rules.topics_of(rows)
        if before and announcing.is_short_rest(part, before[0]):
            self._take_topics([topic_rules.told_of_item(before.pop(0))])
        bare = [] if told else announcing.bare_items_in(before)
        if bare:
            self.found.unmarked.append(joined([row.body for row in bare]))
            before = before[: -len(bare)]
            told = [topic_rules.told_of_item(row) for row in bare]
        if not told and any(any(topic_rules.questions_in(row.body)) for row in before):
            self._of_questions(before)
            return
        among_items = any(row.is_item for row in rows)
        for row in before:
            inline = lists.inline_list(row.body)
            if inline is not None:
                self._inline(inline, "topics")
                self._keep_background(inline.lead.stripped(""))
            elif announcing.is_lead(row.body.text):
                self._leave(row)
            elif not self._scan(row.body):
                self._take_bare(row, among_items=among_items)
        self._take_topics(told)

    def _take_bare(self, row: Row, *, among_items: bool = False) -> None:
        """Takes a row among topics: as one of them, if it is no prose and they have no marks, else as background."""
        if among_items or not announcing.is_bare_title(row.body.text):
            self._keep_background(row.body)
            return
        self.found.unmarked.append(row.body)
        self._take_topics([topic_rules.told_of_item(row)])

    def _take_topics(self, told: Iterable[topic_rules.Told]) -> None:
        for topic in told:
            self.found.topics.append(topic)
            self.found.cited.extend([*([topic.title] if topic.title is not None else []), *topic.text])

    def _lists(self, part: Part) -> None:
        """Plans and outcomes: their lists, or paragraphs where there is no list."""
        rest = self._without_lists(part, part.kind)
        has_list = bool(rest) and any(row.is_item or lists.inline_list(row.body) is not None for row in part.rows)
        for row in rest:
            told = self._scan(row.body, meeting_rules.Context(status=part.heading.status))
            if self.found.aims and not told and facts.states_aim(row.body.text):
                self.found.more_aims.append(row.body)
            elif not has_list and not told and not facts.is_call(row.body.text):
                self._take_item(part.kind, Listed(None, None, row.body))

    def _period(self, part: Part) -> None:
        first_of = {id(row.block): row for row in reversed(part.rows)}
        passages = [row.block.passage() if row.is_item else row.body for row in first_of.values()]
        passages.reverse()
        self._year = part.heading.start if part.heading.end is None else None
        for passage in passages:
            self._scan(passage)
            self.found.cited.append(passage)
        self._year = None
        self.found.periods.append(Span(part, joined(passages) if passages else None))

    def _meetings(self, part: Part) -> None:
        year = part.heading.start if part.heading.end is None else None
        context = meeting_rules.Context(is_list=True, status=part.heading.status, year=year)
        for row in part.rows:
            alone = meeting_rules.year_alone(row.body.text)
            if alone is not None:
                context = context._replace(year=alone)
                self.found.furniture.append(row.block)
                continue
            before = len(self.found.mentions)
            self._scan(row.body, context)
            if before == len(self.found.mentions) and row is not part.rows[0] and may_be_heading(row, part):
                context = context._replace(status=None)

    def _people(self, part: Part) -> None:
        role = part.label.part(0, end_of_words(part.label.text)) if part.label is not None else None
        role = role if role is not None and people_rules.is_role(role.text) else None
        expects_affiliation, above = False, -1  # lines of an affiliation follow one another
        below: defaultdict[int, list[Passage]] = defaultdict(list)
        read = [people_rules.people_in_line(row.body, role) for row in part.rows]
        alone, one = len(part.rows) == 1, one_to_a_line(read, role)
        institutions = lines_of_institutions([row.body.text for row in part.rows], read)
        for index, (row, people) in enumerate(zip(part.rows, read, strict=True)):
            if index in institutions:
                (below[len(self.found.people) - 1] if institutions[index] else self.found.unsure).append(row.body)
                continue
            found, unsure = settled(row.body, people, alone=alone, one=one, role=role)
            if unsure is not None:
                self.found.unsure.append(unsure)
            if found:
                self.found.people.extend(found)
                expects_affiliation, above = found[-1].affiliation is None and len(found) == 1, -1
            elif expects_affiliation and above in (-1, index - 1) and people_rules.is_affiliation(row.body.text):
                above = index
                below[len(self.found.people) - 1].append(row.body)
            elif people_rules.is_role(row.body.text) and self._gives_role(row, part, role):
                pass
            elif not self._scan(row.body) and row.block.gap and len(row.body.text.split()) > 12:
                self._keep_background(row.body)
        for index, lines in below.items():
            person = self.found.people[index]
            whole = joined([*([person.affiliation] if person.affiliation is not None else []), *lines])
            self.found.people[index] = person._replace(affiliation=whole)

    def _gives_role(self, row: Row, part: Part, role: Passage | None) -> bool:
        """Whether a line of its own is the role of the person above it."""
        if (
            not self.found.people
            or row is part.rows[0]
            or self.found.people[-1].role not in (None, role and people_rules.singular(role).text)
        ):
            return False
        self.found.people[-1] = self.found.people[-1]._replace(role=row.body.text, role_from=row.body)
        return True

    def _members(self, part: Part) -> None:
        label = part.label
        for row in part.rows:
            if label is not None and row.body.text.replace(",", "").isdecimal():
                whole = joined([label, row.body], ": ")
                for quantity, _place, _found in facts.participation_in(whole):
                    self.found.participation.append((quantity, row.body, None, label))
            elif not self._scan(row.body):
                self.found.people.extend(people_rules.people_in_line(row.body))

    def _founded(self, part: Part) -> None:
        for row in part.rows:
            dates = dates_in(row.body.text)
            if dates and self.found.founded is None and len(row.body.text.split()) <= 6:
                self.found.founded = (dates[0].date, row.body.part(dates[0].start, dates[0].end))
            elif not self._scan(row.body):
                self._keep_background(row.body)

    def _publications(self, part: Part) -> None:
        for row in part.rows:
            if facts.is_lost_link(row.body.text):
                self.found.lost.append(row.body)
            self.found.publications.append(Listed(row.ordinal, row.marker, row.body))

    def _url(self, part: Part) -> None:
        address = part.rows[0].body
        if self.found.url is None:
            self.found.url = address.part(0, len(address.text.rstrip(".,;")))

    def _other(self, part: Part) -> None:
        for row in part.rows:
            self._scan(row.body)

    # Lists

    def _without_lists(self, part: Part, kind: str) -> list[Row]:
        """The rows of a part that are in no list; its lists are taken."""
        rest: list[Row] = []
        current, index = kind, 0
        while index < len(part.rows):
            row = part.rows[index]
            items = [] if current == "aim" else list(announcing.items_at(part.rows, index))
            inline = lists.inline_list(row.body)
            if items:
                if not row.is_item:
                    self.found.unmarked.append(joined([item.body for item in items]))
                self._take_list(current, items)
                index += len(items)
                continue
            announced = current if inline is None else list_kind(inline.lead.text, current)
            if inline is not None and announced not in ("aim", "background", "start"):
                self._inline(inline, announced)
                self._announce(row, inline.lead.stripped(""), rest, part, announced)
            elif row.body.text.endswith(":") and not row.is_item and index + 1 < len(part.rows):
                current = list_kind(row.body.text, kind)
                self._announce(row, row.body, rest, part, current)
            else:
                rest.append(row)
            index += 1
        return rest

    def _announce(self, row: Row, lead: Passage, rest: list[Row], part: Part, kind: str) -> None:
        """What announces a list is text of its part if it is more than one clause; among aims, also if it says more."""
        says_more = kind == "aim" or len(lead.text.split()) > announcing.LONGEST_LEAD or facts.states_aim(lead.text)
        if (part.kind == "aim" and says_more) or (lead and not facts.is_one_sentence(lead.text)):
            rest.append(row._replace(body=lead))
        else:
            self._scan(lead)
            self._leave(row)

    def _leave(self, row: Row) -> None:
        """What only announces a list is no content, unless it has a number."""
        if not any(map(str.isdigit, row.body.text)):
            self.found.furniture.append(row.block)

    def _take_list(self, kind: str, items: Sequence[Row]) -> None:
        if kind == "topics":
            before, told = topic_rules.topics_of(items)
            self._take_topics(map(topic_rules.told_of_item, items) if before else told)
            return
        for row in items:
            self._take_item(kind, Listed(row.ordinal, row.marker, row.body))
            if kind != "publications":
                self._scan(row.body, in_list=True)

    def _take_item(self, kind: str, item: Listed) -> None:
        if kind == "plans" and not is_past(item.text.text):
            self.found.plans.append(item)
        elif kind in ("plans", "outcomes"):
            self.found.outcomes.append(item)
        elif kind == "publications":
            self.found.publications.append(item)
            return
        elif announcing.is_prose(item.text.text):
            self._keep_background(item.text)
            return
        self.found.cited.append(item.text)

    def _of_questions(self, rows: Iterable[Row]) -> None:
        """A part without topics that asks: each line that is a question is a topic, and all prose that asks is one."""
        prose = topic_rules.Told(None, None, None)
        for row in rows:
            if row.body.text.endswith("?") and facts.is_one_sentence(row.body.text):
                self._take_topics([topic_rules.Told(None, None, None, [row.body])])
            elif any(topic_rules.questions_in(row.body)):
                prose.text.append(row.body)
            elif not self._scan(row.body):
                if prose.text and announcing.is_bare_title(row.body.text):
                    self._take_topics([prose])
                    prose = topic_rules.Told(None, None, None)
                self._take_bare(row)
        if prose.text:
            self._take_topics([prose])

    def _inline(self, inline: lists.Inline, kind: str) -> None:
        for marker, text in inline.items:
            if kind == "topics":
                self._take_topics([topic_rules.told_of_inline(marker, text)])
            else:
                self._take_item(kind, Listed(marker.text, marker, text))

    # Sentences

    def _scan(self, passage: Passage, context: meeting_rules.Context | None = None, *, in_list: bool = False) -> bool:
        """Takes what single sentences tell; whether every one of them told something of its own."""
        if passage and not _may_tell(passage.text):
            return False
        found = self.found
        context = context or meeting_rules.Context(year=self._year)
        all_told, goes_on = True, False
        for start, end in facts.clauses(passage):
            if end - start < _SHORTEST:
                all_told = goes_on = False
                continue
            sentence = passage.part(start, end)
            if goes_on != context.goes_on:
                context = context._replace(goes_on=goes_on)
            lost, numbers = self._facts_of(sentence, in_list=in_list) if _has_cue(sentence.text) else (False, 0)
            mentions = meeting_rules.told_in(sentence, context)
            found.mentions.extend(mentions)
            is_off = not mentions and is_called_off(sentence.text)
            if is_off and goes_on:
                found.mentions[-1].called_off = True
            if (is_off and (goes_on or dates_in(sentence.text))) or any(told.called_off for told in mentions):
                found.called_off.append(sentence)
            goes_on = bool(mentions)
            persons = organisers.people_in_sentence(sentence)
            found.people.extend(persons)
            founded = facts.founded_in(sentence)
            if founded is not None and found.founded is None:
                found.founded = founded
            room = 12 * (numbers + (founded is not None)) + 40 * bool(persons)
            all_told = all_told and bool(mentions or lost or len(sentence.text.split()) <= room)
        return all_told

    def _facts_of(self, sentence: Passage, *, in_list: bool) -> tuple[bool, int]:
        """Takes lost links, numbers and publications; whether a link was lost, and how many numbers there are."""
        lost = facts.is_lost_link(sentence.text)
        if lost:
            self.found.lost.append(sentence)
        numbers = list(facts.participation_in(sentence))
        self.found.participation.extend((*number, sentence) for number in numbers)
        if not in_list and facts.is_publication(sentence.text):
            self.found.publications.append(Listed(None, None, sentence))
        return lost, len(numbers)

    def _aim_of_prose(self) -> None:
        """The first sentence of the prose that says what the group is for."""
        for paragraph in self.found.background:
            for start, end in sentences(paragraph.text):
                if facts.states_aim(paragraph.text[start:end]):
                    self.found.aims.append(paragraph.part(start, end))
                    if (start, end) == (0, len(paragraph.text)):
                        self.found.background.remove(paragraph)
                    return
