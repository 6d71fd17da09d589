"""The abstract of a row: its text, and its labelled parts.

In: the passages of an abstract, one for each line or paragraph. Out: `Part`s. A label stands on a line of its own,
before a colon or a dash, or is glued to its text; it is one only if the tables or the layout know it, or if it is
written as those around it. Nothing raises; time is linear.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from coprod.readers.pages.blocks import INVISIBLE, Passage, joined
from coprod.readers.pages.sections import Part, part_of
from coprod.text.abstracts import parts_of
from coprod.text.labels import category_of

_INLINE: Final = re.compile(r"([^\W\d_][^:–—]{2,60}?)\s{0,2}(?::|[–—-](?=\s))\s{0,2}(?=\S)")
_RUN_IN: Final = re.compile(r"[A-Z][a-z]++(?:[/ ][a-z]++){0,3}+(?=\s?[A-Z])")
"""What may be a label that lost the line break behind it: the first words, up to the next capital letter."""

_MARK: Final = re.compile("[:–-]")
_LONGEST: Final = 60
_ENDS: Final = (".", "!", "?", ";", ",", "…")
_AROUND: Final = f" :–—-{INVISIBLE}"


def category(label: str, categories: Mapping[str, str]) -> str | None:
    """The category of a label; those of the layout, in small letters, come first."""
    bare = label.strip(_AROUND)
    return categories.get(bare.casefold()) or category_of(bare)


def parts(passages: Sequence[Passage], categories: Mapping[str, str]) -> list[Part]:
    """The labelled parts of an abstract; none if it is not structured.

    Args:
        passages: The lines of the abstract, in order.
        categories: Labels that mean something else, or are no labels elsewhere.
    """
    labels = [_label(passage, passages[index + 1 : index + 2], categories) for index, passage in enumerate(passages)]
    known = [label for label in labels if label is not None]
    if not any(label.text == passage.text.strip(_AROUND) for label, passage in _pairs(labels, passages)):
        inline = _inline(passages)
        if inline or len({category(label.text, categories) for label in known}) < 2:
            return inline
    return _by_lines(passages, _with_unknown(_with_run_in(labels, passages, categories), passages), categories)


def _pairs(labels: Sequence[Passage | None], passages: Sequence[Passage]) -> list[tuple[Passage, Passage]]:
    return [(label, passage) for label, passage in zip(labels, passages, strict=True) if label is not None]


def _label(passage: Passage, behind: Sequence[Passage], categories: Mapping[str, str]) -> Passage | None:
    """The label that a line is, or begins with; None if there is none that is known."""
    text = passage.text
    if len(text) <= _LONGEST and behind and category(text, categories) is not None:
        return passage.stripped(_AROUND)
    found = _INLINE.match(text) if _MARK.search(text, 0, _LONGEST) is not None else None
    if found is not None and category(found[1], categories) is not None:
        return passage.part(*found.span(1))
    return None


def _inline(passages: Sequence[Passage]) -> list[Part]:
    """The parts of an abstract that carries its labels in the text."""
    whole = joined(passages)
    found = parts_of(whole.text)
    return [
        part_of(whole.part(*part.label) if part.label is not None else None, part.category, [whole.part(*part.text)])
        for part in found
    ]


def _with_run_in(
    labels: Sequence[Passage | None], passages: Sequence[Passage], categories: Mapping[str, str]
) -> list[Passage | None]:
    """The labels, and those that lost their line break, where two others kept theirs and none says the same.

    What stands below a label alone on its line is its text.
    """
    known = {category(label.text, categories) for label in labels if label is not None}
    found = list(labels)
    for index, passage in enumerate(passages if len(known) > 1 else ()):
        above = labels[index - 1] if index else None
        is_text = above is not None and above.text == passages[index - 1].text.strip(_AROUND)
        run = _RUN_IN.match(passage.text) if labels[index] is None and not is_text else None
        says = category(run[0], categories) if run is not None else None
        if run is not None and says is not None and says not in known:
            found[index] = passage.part(*run.span())
    return found


def _with_unknown(labels: list[Passage | None], passages: Sequence[Passage]) -> list[Passage | None]:
    """The labels, and lines between them that are written as labels: short, alone, with a text below."""
    found = list(labels)
    for index, passage in enumerate(passages[:-1]):
        behind = passages[index + 1].text
        if (
            index
            and labels[index] is None
            and _is_short(passage.text)
            and not _is_short(behind)
            and not _is_short(passages[index - 1].text)
        ):
            found[index] = passage.part(0, len(passage.text.rstrip(" :")))
    return found


def _is_short(text: str) -> bool:
    """Whether a line may be a heading."""
    return len(text) <= _LONGEST and not text.endswith(_ENDS) and text[:1].isupper()


def _by_lines(
    passages: Sequence[Passage], labels: Sequence[Passage | None], categories: Mapping[str, str]
) -> list[Part]:
    parts: list[Part] = []
    label: Passage | None = None
    texts: list[Passage] = []
    for passage, new in zip(passages, labels, strict=True):
        if new is None:
            texts.append(passage)
            continue
        if label is not None or texts:
            parts.append(_part(label, texts, categories))
        label, texts = new, []
        rest = passage.text[passage.text.find(new.text) + len(new.text) :].lstrip(_AROUND)
        if rest:
            texts.append(passage.part(len(passage.text) - len(rest), len(passage.text)))
    parts.append(_part(label, texts, categories))
    return parts


def _part(label: Passage | None, texts: Sequence[Passage], categories: Mapping[str, str]) -> Part:
    return part_of(label, category(label.text, categories) if label is not None else None, texts)
