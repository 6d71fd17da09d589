"""The grammar of coprod for users of rispy: `rispy.load(file, implementation=TolerantRisParser)`.

In: text or lines, and the options of `rispy.RisParser`. Out: rispy's own dicts: the same keys, lists and
`unknown_tag`. What plain rispy drops or refuses is read: tags in other forms, wrapped lines, records without TY or ER.
Nothing raises; what was odd is in `diagnostics` of the parser. A record without TY has no `type_of_reference`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from coprod.decoding import BOM, Block, split_lines
from coprod.diagnostics import Diagnostic
from coprod.document import HEAD
from coprod.readers.ris.forms import form_of
from coprod.readers.ris.raw import RawRecord
from coprod.readers.ris.tokens import read_records

if TYPE_CHECKING:

    class RisParser:
        """What we use of `rispy.RisParser`, which has no types."""

        START_TAG: str
        UNKNOWN_TAG: str
        mapping: dict[str, str]
        list_tags: list[str]
        delimiter_map: dict[str, str]
        ignore: list[str]
        skip_unknown_tags: bool
        enforce_list_tags: bool
        newline: str

        def __init__(self, **options: Any) -> None: ...
else:
    from rispy import RisParser

_MARKS: Final = re.compile(rf"(?:\A|(?<=[\r\n])){BOM}+")
"""Byte order marks at the start of a line."""

_SOURCE: Final = "<rispy>"
"""Name of the source in diagnostics; rispy does not tell it."""


class TolerantRisParser(RisParser):
    r"""A parser for rispy that reads what `coprod.load` reads; all options of `rispy.RisParser` count.

    Of a tag that repeats and is no list tag, rispy keeps the first value; with `enforce_list_tags=False`, all.

    Attributes:
        diagnostics: What was odd about the lines that were read last.

    Examples:
        >>> import rispy
        >>> text = "TY - JOUR\nAU - Alford, John\nTI - Engaging public sector clients\nER -"
        >>> rispy.loads(text, implementation=TolerantRisParser)[0]["authors"]
        ['Alford, John']
        >>> rispy.loads(text)
        []
    """

    diagnostics: tuple[Diagnostic, ...] = ()

    def parse(self, text: str) -> list[dict[str, Any]]:
        r"""The records of a text.

        Examples:
            >>> TolerantRisParser().parse("TY  - JOUR\nTI  - Trust")
            [{'type_of_reference': 'JOUR', 'title': 'Trust'}]
        """
        return self.parse_lines(text.split(self.newline))

    def parse_lines(self, lines: Iterable[str]) -> list[dict[str, Any]]:
        """The records of lines, with or without their ends.

        Examples:
            >>> TolerantRisParser().parse_lines(["TY  - JOUR", "TI  - Trust", "in government", "ER  - "])
            [{'type_of_reference': 'JOUR', 'title': 'Trust in government'}]
        """
        text = "".join(line if line.endswith(("\n", "\r")) else f"{line}\n" for line in lines)
        text = _MARKS.sub("", text) if BOM in text else text
        block = Block(1, split_lines(text.encode("utf-8", "surrogatepass")))
        items = list(read_records(_SOURCE, [block], form_of(text[:HEAD])))
        self.diagnostics = tuple(item for item in items if isinstance(item, Diagnostic))
        return [self._record(item) for item in items if isinstance(item, RawRecord)]

    def _record(self, raw: RawRecord) -> dict[str, Any]:
        """The dict of a record."""
        record: dict[str, Any] = {}
        if raw.type is not None:
            record[self.mapping[self.START_TAG]] = raw.type
        for place, tag in enumerate(raw.tags):
            if tag not in self.ignore:
                self._add(record, tag, raw.parts_of(place))
        return record

    def _add(self, record: dict[str, Any], tag: str, parts: list[str]) -> None:
        """Adds a value, which has one line or several, as rispy does."""
        delimiter = self.delimiter_map.get(tag)
        if tag not in self.mapping:
            self._add_unknown(record, tag, parts)
        elif delimiter:
            values = [value.strip() for value in delimiter.join(parts).split(delimiter)]
            self._add_values(record, tag, values, values)
        else:
            self._add_values(record, tag, parts, " ".join(parts))

    def _add_unknown(self, record: dict[str, Any], tag: str, parts: list[str]) -> None:
        if not self.skip_unknown_tags:
            name = self.mapping[self.UNKNOWN_TAG]
            record.setdefault(name, defaultdict(list))[tag].extend(parts)

    def _add_values(self, record: dict[str, Any], tag: str, values: list[str], value: str | list[str]) -> None:
        """All values of a list tag; of any other tag the first value, or all if the caller wants them."""
        name = self.mapping[tag]
        if tag in self.list_tags:
            _extend(record, name, values)
        elif name not in record:
            record[name] = value
        elif not self.enforce_list_tags:
            _extend(record, name, value if isinstance(value, list) else [value])


def _extend(record: dict[str, Any], name: str, values: list[str]) -> None:
    """Adds values to a list; a text that stands there becomes the first of it."""
    known = record.setdefault(name, [])
    if not isinstance(known, list):
        known = record[name] = [known]
    known.extend(values)


__all__ = ["TolerantRisParser"]
