"""Text without markup.

In: a title or an abstract with HTML, JATS or MathML tags and entities, or another value with entities alone. Out: the
text that a reader sees. Only elements with a known name are tags, so `p < 0.05` stays; only names that HTML has are
entities, so `AT&T;` stays. Nothing raises; time is linear.
"""

import re
from html.entities import html5
from typing import Final

from coprod.text._words import word_set
from coprod.text.references import resolved

_BLOCKS = word_set(
    "abstract blockquote body br break center dd disp-formula disp-quote div dl dt figcaption figure h1 h2 h3 h4 h5",
    "h6 hr html label li list list-item ol p para pre sec section simpara st table tbody td tfoot th thead title tr ul",
)
"""Elements that stand apart from the text around them."""

_INLINES = word_set(
    "a abbr acronym alternatives b bdi bdo big bold cite code del dfn em emph ext-link fn font i img inf",
    "inline-formula inline-graphic ins it italic kbd mark math monospace named-content overline q roman s samp",
    "sans-serif sc scp small span strike strong styled-content sub sup tex-math tt u underline uri var wbr xref",
    "annotation mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt",
    "mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics",
)
_ABSTRACT_PARTS = word_set("abstracttext copyrightinformation")
"""Elements of PubMed's XML, which some exports leave in abstracts; their attribute `Label` is a heading."""

_APART = _BLOCKS | _ABSTRACT_PARTS
_KNOWN = _APART | _INLINES
_PREFIXES = frozenset(("jats", "mml", "m", "xhtml"))
_NUMBERED_PREFIX = re.compile(r"ns[0-9]{1,3}")

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_-]{0,40})(?=[\s/>])([^<>]*)>")
_ATTRIBUTES = re.compile(r"\s+[A-Za-z_:][A-Za-z0-9_:.-]{0,60}\s{0,3}=")
_LABEL = re.compile(r"\bLabel=\"([^\"]{1,100})\"", re.IGNORECASE)
_LONGEST_LABEL = 600
"""Characters of a label of 100 and what stands behind it, each of them an entity."""

_BODY: Final = r"(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
REFERENCE: Final = re.compile(f"&{_BODY}")
"""What may be an entity."""

AMPERSAND: Final = re.compile("&amp;")
"""The only entity that counts in an address, where `&copy` may begin a parameter."""

_ROUNDS: Final = 2
"""How often a text is decoded: exports encode what was encoded before."""

_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_RAISABLE = re.compile(r"[-+−–]?[0-9]{1,6}(?:[,–-][0-9]{1,3}){0,8}")


def strip_markup(text: str) -> str:
    """The text without tags and with its entities decoded.

    Args:
        text: Text that may hold markup. Text without any is returned as the same object.

    Examples:
        >>> strip_markup("CO<sub>2</sub> and <i>E. coli</i> (p &lt; 0.05)")
        'CO2 and E. coli (p < 0.05)'
        >>> strip_markup("<jats:p>First.</jats:p><jats:p>Second.</jats:p>")
        'First. Second.'
        >>> strip_markup("a<b and c>d, <5 years")
        'a<b and c>d, <5 years'
    """
    if "<" in text:
        text = _without_tags(text)
    for _ in range(_ROUNDS):
        if "&" not in text:
            break
        decoded = REFERENCE.sub(_character, text)
        if decoded == text:
            break
        text = _without_tags(decoded) if "<" in decoded else decoded
    return text


def _character(entity: re.Match[str]) -> str:
    """The character of an entity; the entity itself if there is none of that name, or none of that number."""
    name = entity[0][1:]
    if name[0] != "#":
        return html5.get(name, entity[0])
    found = resolved(entity[0])
    return entity[0] if found in _NO_CHARACTERS else found


_NO_CHARACTERS: Final = ("", "\ufffd")


def without_entities(text: str, entities: re.Pattern[str] = REFERENCE) -> str:
    """The text with its entities decoded, and with its tags.

    Args:
        text: Text that may hold entities. Text without any is returned as the same object.
        entities: What counts as one.

    Examples:
        >>> without_entities("M&uuml;ller &amp; S&#246;n, AT&T; R&D; <i>"), without_entities("?a&amp;copy;", AMPERSAND)
        ('Müller & Sön, AT&T; R&D; <i>', '?a&copy;')
    """
    for _ in range(_ROUNDS):
        if "&" not in text:
            break
        decoded = entities.sub(_character, text)
        if decoded == text:
            break
        text = decoded
    return text


def entity_columns(text: str, entities: re.Pattern[str] = REFERENCE) -> tuple[str, list[int]]:
    """The text with its entities decoded, and the column that each of its characters, and its end, had before.

    Examples:
        >>> entity_columns("R&amp;D")
        ('R&D', [0, 1, 6, 7])
    """
    columns = list(range(len(text) + 1))
    for _ in range(_ROUNDS):
        pieces: list[str] = []
        starts: list[int] = []
        end = 0
        for entity in entities.finditer(text):
            character = _character(entity)
            pieces += (text[end : entity.start()], character)
            starts += columns[end : entity.start()]
            starts += [columns[entity.start()]] * len(character)
            if character == entity[0]:
                starts[-len(character) :] = columns[entity.start() : entity.end()]
            end = entity.end()
        text = "".join((*pieces, text[end:]))
        columns = starts + columns[end:]
    return text, columns


def holds_tags(text: str) -> bool:
    """Whether there are tags of known elements in the text.

    Examples:
        >>> holds_tags("<p>Read.</p>"), holds_tags("p < 0.05 <0.01>")
        (True, False)
    """
    return "<" in text and any(_element(tag) is not None for tag in _TAG.finditer(text))


def _is_known(entities: re.Pattern[str], text: str) -> bool:
    entity = entities.fullmatch(text)
    return entity is not None and _character(entity) != text


_TWICE: Final = re.compile(f"&amp;({_BODY})")
"""An entity that was encoded again."""


def split_at_semicolons(text: str, entities: re.Pattern[str] = REFERENCE) -> list[str]:
    """The pieces between semicolons, as they stand; one that closes an entity parts nothing.

    Examples:
        >>> split_at_semicolons("R&amp;D; AT&T; caf&amp;eacute;s")
        ['R&amp;D', ' AT&T', ' caf&amp;eacute;s']
    """
    pieces = text.split(";")
    if "&" not in text or len(pieces) == 1:
        return pieces
    ends = {entity.end() for entity in entities.finditer(text) if _character(entity) != entity[0]}
    ends |= {again.end() for again in _TWICE.finditer(text) if _is_known(entities, "&" + again[1])}
    joined: list[str] = []
    start = end = 0
    for piece in pieces:
        end += len(piece) + 1
        if end not in ends:
            joined.append(text[start : end - 1])
            start = end
    return joined


def _without_tags(text: str) -> str:
    """The text without the tags of known elements; white space is collapsed where one was removed."""
    pieces: list[str] = []
    end = 0
    joint = _NO_JOINT
    for tag in _TAG.finditer(text):
        name = _element(tag)
        if name is None:
            continue
        added = _append(pieces, text[end : tag.start()], joint)
        joint = _joint(name, tag[1], "" if added else joint)
        if name in _ABSTRACT_PARTS and _append_label(pieces, tag[3]):
            joint = _NO_JOINT
        end = tag.end()
    if end == 0:
        return text
    if not _append(pieces, text[end:], joint) and joint == _GAP and pieces:
        pieces[-1] = pieces[-1].rstrip()
    return "".join(pieces)


_NO_JOINT, _GAP, _RAISING = "", "gap", "raising"
"""What the tags in front of a piece of text do to it: nothing, keep it apart, put it in superscript."""


def _joint(name: str, slash: str, before: str) -> str:
    """What a tag does to the text behind it, together with the tags right before it."""
    if before == _GAP or name in _APART:
        return _GAP
    return _RAISING if name == "sup" and not slash else _NO_JOINT


def _element(tag: re.Match[str]) -> str | None:
    """The name of the element that a tag belongs to, without prefix; None if it is no tag."""
    prefix, _, name = tag[2].lower().rpartition(":")
    known = prefix in _PREFIXES or _NUMBERED_PREFIX.fullmatch(prefix) if prefix else name in _KNOWN
    attributes = tag[3].rstrip("/ \t\r\n")
    return name if known and (not attributes or _ATTRIBUTES.match(attributes)) else None


def _append(pieces: list[str], piece: str, joint: str) -> bool:
    """Adds the text between two tags to the pieces; says whether there was any."""
    if joint == _GAP or (pieces and pieces[-1][-1].isspace() and piece[:1].isspace()):
        piece = piece.lstrip()
    if not piece:
        return False
    if joint == _GAP and pieces:
        pieces[-1] = pieces[-1].rstrip() + " "
    elif joint == _RAISING and pieces and not pieces[-1][-1].isspace():
        piece = superscript(piece)
    pieces.append(piece)
    return True


def _append_label(pieces: list[str], attributes: str) -> bool:
    """Adds the heading that the attributes of a part of an abstract name; says whether they do."""
    found = _LABEL.search(attributes)
    if found is None or (pieces and resolved(pieces[-1][-_LONGEST_LABEL:]).rstrip(": ").endswith(resolved(found[1]))):
        return False
    return _append(pieces, found[1] + ": ", _GAP)


def superscript(text: str) -> str:
    """A number in superscript characters, so that 10<sup>5</sup> does not become 105; other text as it is.

    Examples:
        >>> superscript("&#x2212;5"), superscript("th")
        ('⁻⁵', 'th')
    """
    number = REFERENCE.sub(_character, text) if len(text) < 20 else ""
    return number.translate(_RAISED) if _RAISABLE.fullmatch(number) else text
