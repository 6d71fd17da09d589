"""Damage to the markup of HTML pages: what programs and hands do to tags, attributes, comments and references.

In: drafts. Out: `KINDS`; each function changes a draft in one way, and its docstring says who does that. A page of text
has no markup: the functions leave it as it is.
"""

import re
from collections.abc import Callable
from typing import Final

from tests.damage.kinds import Kinds
from tests.damage.pages_words import LABELS
from tests.damage.variants import Draft

KINDS: Final = Kinds()

_START: Final = re.compile(r"<[a-z][a-z0-9]*(?: [^<>]*)?>")
_END: Final = re.compile(r"</[a-z][a-z0-9]*>")
_QUOTED: Final = re.compile(r' [a-z]+="[^"<>]+"')
_NO_LABEL: Final = rf"(?!(?:(?:[0-9][.)]? )?(?i:{'|'.join(map(re.escape, sorted(LABELS)))})|[^<>]*:)<)"
_NO_HIDDEN_LABEL: Final = rf"(?![^<>]*>{_NO_LABEL[3:-1]})"
"""What says what follows, as a heading or with a colon at its end, is not taken away: nothing shown would say it."""

_BLOCK: Final = r"(?:p|div|h[1-6]|li|ol|ul|span|section|a)"


def is_html(draft: Draft) -> bool:
    """Whether the draft is an HTML page."""
    return draft.valid.dialect.endswith("html")


def body_of(text: str) -> int:
    """Where the body begins; edits of the body leave the head alone."""
    return max(text.find("<body>"), 0)


def rewrite(draft: Draft, edit: Callable[[str], str]) -> None:
    """Edits the page as one text."""
    if is_html(draft):
        draft.lines = edit("\n".join(draft.lines)).split("\n")


def change_one(
    draft: Draft, pattern: str | re.Pattern[str], change: Callable[[str], str], *, head: bool = False
) -> None:
    """Changes one place that fits a pattern, in the body or anywhere."""

    def edit(text: str) -> str:
        found = list(re.compile(pattern).finditer(text, 0 if head else body_of(text)))
        if not found:
            return text
        one = draft.random.choice(found)
        return text[: one.start()] + change(one[0]) + text[one.end() :]

    rewrite(draft, edit)


# Tags -------------------------------------------------------------------------------------------------


@KINDS.of("forms")
def end_tag_missing(draft: Draft) -> None:
    """A template forgot to close an element."""
    change_one(draft, rf"</{_BLOCK}>", lambda _tag: "")


@KINDS.of("forms")
def end_tag_doubled(draft: Draft) -> None:
    """A template closed an element twice."""
    change_one(draft, rf"</{_BLOCK}>", lambda tag: tag + tag)


@KINDS.of("forms")
def every_end_tag_of_a_kind_missing(draft: Draft) -> None:
    """A program writes paragraphs and items without ends, as HTML 2 allowed."""
    name = draft.random.choice(["p", "li", "span"])
    rewrite(draft, lambda text: text.replace(f"</{name}>", ""))


@KINDS.of("forms")
def start_tag_missing(draft: Draft) -> None:
    """A program cut a tag out, and left its end."""
    change_one(draft, rf"<{_BLOCK}(?: [^<>]*)?>", lambda _tag: "")


@KINDS.of("forms")
def end_tags_crossed(draft: Draft) -> None:
    """Two elements end in the wrong order."""
    change_one(draft, r"</[a-z0-9]+></[a-z0-9]+>", lambda tags: "".join(reversed(re.findall(r"<[^>]+>", tags))))


@KINDS.of("forms")
def end_tag_without_its_sign(draft: Draft) -> None:
    """The `>` of a tag was lost."""
    change_one(draft, rf"</{_BLOCK}>", lambda tag: tag[:-1])


@KINDS.of("forms")
def start_tag_without_its_sign(draft: Draft) -> None:
    """The `>` of a start tag was lost, and text became attributes; where a heading is lost, see `label_lost`."""
    change_one(draft, rf"<{_BLOCK}(?: [^<>]*)?>(?=\w){_NO_LABEL}", lambda tag: tag[:-1] + " ")


@KINDS.of("forms")
def paragraph_inside_a_word(draft: Draft) -> None:
    """An editor left empty elements and emphasis within text."""
    change_one(draft, r"(?<=[a-z]) (?=[a-z]+ [a-z]+[^<>]*</p>)", lambda _gap: draft.random.choice(
        ["<span> </span>", " <b></b>", "<wbr> ", " <i>", "</i> ", " <a name='x'></a>"]
    ))  # fmt: skip


@KINDS.of("forms")
def tags_in_capitals(draft: Draft) -> None:
    """An old program writes tags in capitals."""
    rewrite(draft, lambda text: re.sub(r"</?[a-z][a-z0-9]*", lambda tag: tag[0].upper(), text))


@KINDS.of("forms")
def headings_are_paragraphs(draft: Draft) -> None:
    """A program makes headings by style alone."""
    tag = draft.random.choice(["div", "p"])
    rewrite(draft, lambda text: re.sub(r"(</?)h[1-6]\b", rf"\1{tag}", text))


@KINDS.of("forms")
def paragraphs_are_breaks(draft: Draft) -> None:
    """A program makes paragraphs by line breaks."""
    rewrite(draft, lambda text: re.sub(r"</p>", "<br><br>", re.sub(r"<p(?: [^<>]*)?>", "", text)))


@KINDS.of("forms")
def text_has_angle_brackets(draft: Draft) -> None:
    """Somebody wrote `p < 0.05` and `<n = 30>` without references."""
    sign = draft.random.choice([" < ", " <3 ", " <n = 30> ", " <- ", " <> ", " p<0.05 "])
    change_one(draft, r"(?<=[a-z]) (?=[a-z]+ [a-z]+[^<>]*</p>)", lambda _gap: sign)


@KINDS.of("forms")
def one_line(draft: Draft) -> None:
    """A server takes line ends out of its pages."""
    rewrite(draft, lambda text: re.sub(r"\n(?=<)|(?<=>)\n", "", text))


@KINDS.of("forms")
def lines_wrapped_in_markup(draft: Draft) -> None:
    """A program broke the lines of the source, in text and in tags."""
    rewrite(draft, lambda text: "\n".join(part for line in text.split("\n") for part in _folded(line)))


def _folded(line: str) -> list[str]:
    parts: list[str] = []
    while len(line) > 78 and (cut := line.rfind(" ", 1, 78)) > 0:
        parts.append(line[:cut])
        line = line[cut + 1 :]
    return [*parts, line]


# Attributes -------------------------------------------------------------------------------------------


@KINDS.of("forms")
def attribute_without_its_last_quote(draft: Draft) -> None:
    """A template forgot a quotation mark."""
    change_one(draft, _QUOTED, lambda attribute: attribute[:-1], head=True)


@KINDS.of("forms")
def attribute_without_its_first_quote(draft: Draft) -> None:
    """The other one."""
    change_one(draft, _QUOTED, lambda attribute: attribute.replace('"', "", 1), head=True)


@KINDS.of("forms")
def attribute_with_a_quote_inside(draft: Draft) -> None:
    """A title with quotation marks was written into an attribute."""
    change_one(draft, r'(?<=content=")[^"<>]{20,}(?=")', _quoted_word, head=True)


def _quoted_word(text: str) -> str:
    words = text.split(" ")
    words[len(words) // 2] = f'"{words[len(words) // 2]}"'
    return " ".join(words)


@KINDS.of("forms")
def attributes_without_quotes(draft: Draft) -> None:
    """A program leaves quotation marks away where they seem not to be needed."""
    rewrite(draft, lambda text: re.sub(r'="([\w-]+)"', r"=\1", text))


@KINDS.of("forms")
def attributes_in_single_quotes(draft: Draft) -> None:
    """A program writes the other ones."""
    rewrite(draft, lambda text: re.sub(r'="([^"\'<>]*)"', r"='\1'", text))


@KINDS.of("forms")
def classes_lost(draft: Draft) -> None:
    """A reader's view, or a mail program, took the classes away."""
    rewrite(draft, lambda text: re.sub(r' class="[^"]*"', "", text))


@KINDS.of("forms")
def class_of_a_part_lost(draft: Draft) -> None:
    """A publisher renamed the class of one element of one row."""
    change_one(draft, r' class="[^"]*"', lambda _class: ' class="new"')


@KINDS.of("forms")
def links_lost(draft: Draft) -> None:
    """A program took the links away."""
    rewrite(draft, lambda text: re.sub(r"</?a\b[^<>]*>", "", text))


# Comments, hidden parts, scripts ----------------------------------------------------------------------


@KINDS.of("forms")
def comment_not_closed(draft: Draft) -> None:
    """A comment has no end."""
    _before_a_line(draft, "<!-- to do: check ")


@KINDS.of("forms")
def comment_not_closed_before_another(draft: Draft) -> None:
    """A comment has no end, and another one far behind has."""
    if is_html(draft):
        draft.lines.insert(len(draft.lines) - 2, "<!-- end of page -->")
        _before_a_line(draft, "<!-- row ")


@KINDS.of("forms")
def comment_in_a_text(draft: Draft) -> None:
    """A comment of a server stands within a value."""
    change_one(draft, r"(?<=[a-z]) (?=[a-z]+ [a-z]+[^<>]*</)", lambda _gap: " <!-- x > 3 --> ")


@KINDS.of("forms")
def declaration_not_closed(draft: Draft) -> None:
    """A part of another language was left in the page."""
    sign = draft.random.choice(["<![CDATA[", "<?php echo 1;", "<!ENTITY x", "<%"])
    _before_a_line(draft, sign)


def _before_a_line(draft: Draft, sign: str) -> None:
    if is_html(draft):
        first = next((place for place, line in enumerate(draft.lines) if line == "<body>"), 0)
        place = draft.random.randrange(first + 1, len(draft.lines))
        draft.lines[place] = sign + draft.lines[place]


@KINDS.of("forms")
def element_that_holds_text_not_closed(draft: Draft) -> None:
    """A script, a style or a form field has no end."""
    _before_a_line(draft, f"<{draft.random.choice(['textarea', 'style', 'script', 'title', 'noscript', 'select'])}>")


@KINDS.of("forms")
def hidden_part(draft: Draft) -> None:
    """A page hides what opens by a click."""
    how = draft.random.choice(['style="display:none"', "hidden", 'aria-hidden="true"', 'style="visibility: hidden"'])
    change_one(draft, rf"<(?:p|div|li)(?=(?: [^<>]*)?>\S){_NO_HIDDEN_LABEL}", lambda tag: f"{tag} {how}")


@KINDS.of("forms")
def inside_an_element_without_text(draft: Draft) -> None:
    """A part of the page stands where a browser without scripts would show it, or in a button."""
    name = draft.random.choice(["noscript", "template", "button", "select", "nav", "iframe"])
    change_one(draft, r"<p>[^<>]*[^<>:]</p>", lambda paragraph: f"<{name}>{paragraph}</{name}>")


@KINDS.of("forms")
def inside_tables(draft: Draft) -> None:
    """A mail program put everything into a table."""
    rewrite(draft, lambda text: text.replace("<body>", "<body><table><tr><td>").replace(
        "</body>", "</td></tr></table></body>"))  # fmt: skip


@KINDS.of("forms")
def deep_inside(draft: Draft) -> None:
    """A page builder nests."""
    depth = draft.random.randrange(5, 60)
    rewrite(draft, lambda text: text.replace("<body>", "<body>" + "<div>" * depth))


# References -------------------------------------------------------------------------------------------


@KINDS.of("forms")
def references_escaped_twice(draft: Draft) -> None:
    """A program escaped what was escaped."""

    def edit(text: str) -> str:
        named = text.replace("–", "&ndash;").replace("é", "&eacute;").replace("à", "&#224;").replace("…", "&hellip;")
        return named.replace("&", "&amp;")

    rewrite(draft, edit)


@KINDS.of("forms")
def references_for_letters(draft: Draft) -> None:
    """A program writes letters beyond ASCII as references, some of them without a semicolon."""
    end = draft.random.choice([";", ";", ""])
    rewrite(draft, lambda text: "".join(one if one.isascii() else f"&#{ord(one)}{end}" for one in text))


@KINDS.of("forms")
def references_broken(draft: Draft) -> None:
    """References that are none."""
    sign = draft.random.choice([" &#; ", " &#xzz; ", " &nosuch; ", " & ", " &amp ", " &#0; ", " &#999999999999; "])
    change_one(draft, r"(?<=[a-z]) (?=[a-z]+ [a-z]+[^<>]*</)", lambda _gap: sign)


@KINDS.of("forms")
def no_break_references(draft: Draft) -> None:
    """An editor writes its spaces as references."""
    rewrite(draft, lambda text: text[: body_of(text)] + re.sub(
        r"(?<=[a-z.,]) (?=[a-zA-Z])(?![^<>]*>)", lambda _gap: draft.random.choice(["&nbsp;", " "]),
        text[body_of(text) :]))  # fmt: skip
