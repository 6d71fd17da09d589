"""The one way in: sources to a Collection, or to an iterator of records.

In: paths, folders, open files or content, and the options. Out: records in the order of the sources, with
diagnostics and an account of each source. What can go wrong: `CoprodError`, and what the file system raises.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from coprod import _gc
from coprod._ranks import Item, Ranks
from coprod.collection import Collection
from coprod.diagnostics import Diagnostic, DiagnosticLog, Severity, occurrence
from coprod.document import Document, Kept, Options
from coprod.exceptions import CoprodError, LimitError, ReadError, UnknownFormatError
from coprod.limits import DEFAULT_LIMITS, Limits
from coprod.models import Finding, FrozenMapping, Paper, Source, StudyGroup
from coprod.readers import foreign, registry
from coprod.sources import SourceFile, expand, from_content, is_of_system

_KINDS: Final[dict[type, str]] = {Paper: "papers", Finding: "findings", StudyGroup: "study_groups"}
_YIELDED: Final = frozenset((*_KINDS, Diagnostic))


def formats() -> tuple[str, ...]:
    """Names of all readers, built-in and plugged in.

    Examples:
        >>> "ris" in formats()
        True
    """
    return registry.names()


def load(
    *sources: object,
    format: str | None = None,  # noqa: A002 - the option's name
    encoding: str | None = None,
    strict: bool = False,
    repair: bool = True,
    layouts: Iterable[object] = (),
    limits: Limits = DEFAULT_LIMITS,
) -> Collection:
    """Reads everything that the sources hold.

    Args:
        sources: Paths, folders (every file below them) and files opened in binary or text mode.
            A `str` is always a path; content goes to `loads`. What is below a folder is named by its path from
            there; if two sources would have one name, that of the folder stands before it: `a/export.ris`.
        format: Name of the reader; None looks at the content of each source.
        encoding: Encoding of the sources that have no byte order mark; what it cannot decode is tried as
            UTF-8 and as cp1252, line by line.
        strict: Raise at the first diagnostic of severity "error", and at a file that no reader knows, below a
            folder too.
        repair: Clean markup from titles and abstracts; the raw value stays reachable either way.
        layouts: Layouts of pages, for the readers that use them.
        limits: How much a source may ask of the machine.

    Returns:
        The records in the order of the sources, with what was odd about them.

    Raises:
        UnknownFormatError: No reader knows the only source, or `strict` and no reader knows one of them.
        ReadError: `strict`, and something of severity "error" was met; or a limit was passed.
        CoprodError: An option names something that is not there, or a source is none.
        OSError: What the file system raises.

    Examples:
        >>> import io
        >>> found = load(io.BytesIO(b"TY  - JOUR\\nTI  - Co-production\\nPY  - 2009\\nER  - "))
        >>> found.papers[0].title, found.papers[0].year
        ('Co-production', 2009)
    """
    options = Options(encoding=encoding, strict=strict, repair=repair, layouts=layouts, limits=limits)
    with _gc.paused():
        return _collect(list(expand(sources)), format, options)


def loads(
    content: str | bytes,
    *,
    name: str = "<string>",
    format: str | None = None,  # noqa: A002 - the option's name
    encoding: str | None = None,
    strict: bool = False,
    repair: bool = True,
    layouts: Iterable[object] = (),
    limits: Limits = DEFAULT_LIMITS,
) -> Collection:
    """Reads content that is at hand; the options are those of `load`.

    Args:
        content: Text or bytes.
        name: Name that records and diagnostics show.
        format, encoding, strict, repair, layouts, limits: As in `load`.

    Raises:
        UnknownFormatError: No reader knows the content.
        ReadError, CoprodError: As in `load`.

    Examples:
        >>> loads("TY  - JOUR\\nAU  - Alford, John\\nER  - ").papers[0].authors[0].family
        'Alford'
    """
    options = Options(encoding=encoding, strict=strict, repair=repair, layouts=layouts, limits=limits)
    with _gc.paused():
        return _collect([from_content(content, name)], format, options)


def iter_load(
    *sources: object,
    on_diagnostic: Callable[[Diagnostic], None] | None = None,
    format: str | None = None,  # noqa: A002 - the option's name
    encoding: str | None = None,
    strict: bool = False,
    repair: bool = True,
    layouts: Iterable[object] = (),
    limits: Limits = DEFAULT_LIMITS,
) -> "RecordIterator":
    """Reads record by record, in constant memory but for the hashes that tell equal records apart.

    Args:
        sources: As in `load`.
        on_diagnostic: Called with each diagnostic when its source has been read; without it they gather
            in `.diagnostics` of the iterator.
        format, encoding, strict, repair, layouts, limits: As in `load`.

    Returns:
        An iterator of Paper, Finding and StudyGroup, each kind in the order of `load`.

    Raises:
        UnknownFormatError, ReadError, CoprodError, OSError: As in `load`, while iterating.

    Examples:
        >>> import io
        >>> file = io.BytesIO(b"TY  - JOUR\\nTI  - One\\nER  - \\nTY  - JOUR\\nTI  - Two\\nER  - ")
        >>> [paper.title for paper in iter_load(file)]
        ['One', 'Two']
    """
    options = Options(encoding=encoding, strict=strict, repair=repair, layouts=layouts, limits=limits)
    return RecordIterator(list(expand(sources)), format, options, on_diagnostic)


class RecordIterator:
    """Records one by one, and what was odd so far.

    Attributes:
        diagnostics: Of the sources that have been read; empty where a callback takes them.
        sources: The sources that have been read.
    """

    def __init__(
        self,
        sources: list[SourceFile],
        format_name: str | None,
        options: Options,
        on_diagnostic: Callable[[Diagnostic], None] | None = None,
    ) -> None:
        self._gathered: list[Diagnostic] = []
        self._read: list[Source] = []
        tell = on_diagnostic if on_diagnostic is not None else self._gathered.append
        self._session = Session(format_name, options, tell, self._read.append, alone=_is_alone(sources))
        self._records = self._walk(sources)

    def _walk(self, sources: list[SourceFile]) -> Iterator[Item]:
        for source in sources:
            yield from self._session.read(source)
        self._session.finish(sources)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was odd in the sources that have been read."""
        return tuple(self._gathered)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that have been read."""
        return tuple(self._read)

    def __iter__(self) -> "RecordIterator":
        return self

    def __next__(self) -> Item:
        return next(self._records)

    def __repr__(self) -> str:
        return f"<RecordIterator: {len(self._read)} sources read>"


def _is_alone(sources: list[SourceFile]) -> bool:
    return len(sources) == 1 and not sources[0].in_folder


def _collect(sources: list[SourceFile], format_name: str | None, options: Options) -> Collection:
    diagnostics: list[Diagnostic] = []
    read: list[Source] = []
    kept: dict[str, tuple[Kept, ...]] = {}
    by_kind: dict[type, list[Any]] = {kind: [] for kind in _KINDS}
    session = Session(format_name, options, diagnostics.append, read.append, alone=_is_alone(sources))
    for source in sources:
        for item in session.read(source, kept):
            by_kind[type(item)].append(item)
    session.finish(sources)
    return Collection(
        papers=tuple(by_kind[Paper]),
        findings=tuple(by_kind[Finding]),
        study_groups=tuple(by_kind[StudyGroup]),
        diagnostics=tuple(diagnostics),
        sources=tuple(read),
        kept=kept,
    )


class Session:
    """One call of `load`: reads source after source, tells equal records apart."""

    def __init__(
        self,
        format_name: str | None,
        options: Options,
        tell: Callable[[Diagnostic], None],
        note_source: Callable[[Source], None],
        *,
        alone: bool,
    ) -> None:
        self._reader = registry.get(format_name) if format_name is not None else None
        self._options = _with_layouts(options)
        self._tell = tell
        self._note_source = note_source
        self._alone = alone
        self._ranks = Ranks()

    def read(self, source: SourceFile, kept: dict[str, tuple[Kept, ...]] | None = None) -> Iterator[Item]:
        """The records of one source; its content goes to `kept` if that is given."""
        log = DiagnosticLog(_stop if self._options.strict else None)
        if source.special is not None:
            self._refuse(source, source.special, log)
            return
        if source.again is not None:
            message = f"the same file as {source.again!r}, which was read before; its records are there twice"
            log.add(occurrence("load.same-file", "warning", message, source=source.name))
        document = Document(source.name, source.chunks(), self._options)
        reader = self._reader or registry.choose(document, log.add)
        if reader is None:
            self._refuse(source, foreign.describe(document), log)
            return
        if kept is not None:
            kept[source.name] = (*kept.get(source.name, ()), document.keep(source.whole))
        yield from self._read_document(document, reader, log)

    def _read_document(self, document: Document, reader: registry.Reader, log: DiagnosticLog) -> Iterator[Item]:
        account = Account()
        add, tell_apart = account.add, self._ranks.tell_apart
        items = reader.read(document) if registry.is_built_in(reader) else _of_other(reader, document)
        allowed = document.options.limits.records
        for item in items if allowed is None else _limited(items, document.name, allowed):
            if type(item) is Diagnostic:
                log.add(item)
            else:
                add(item)  # type: ignore[arg-type]
                yield tell_apart(item)  # type: ignore[arg-type]
        document.drain()
        log.extend(document.told())
        if not account.counts:
            message = f"no record in the format {reader.name!r}"
            log.add(occurrence("load.no-records", "error", message, source=document.name))
        for diagnostic in log.results():
            self._tell(diagnostic)
        self._note_source(account.source(document, reader.name))

    def _refuse(self, source: SourceFile, seen: str, log: DiagnosticLog) -> None:
        """A source that no reader knows: an error if it is the only one or `strict`, else a diagnostic."""
        of_system = source.in_folder and is_of_system(source.name)
        if (self._alone or self._options.strict) and not of_system:
            error = UnknownFormatError(source=source.name, seen=seen, known=registry.names())
            for diagnostic in log.results():
                error.add_note(str(diagnostic))
            raise error
        severity: Severity = "info" if of_system else "warning" if source.in_folder else "error"
        message = f"not read: {seen}"
        log.add(occurrence("load.unknown-format", severity, message, source=source.name))
        for diagnostic in log.results():
            self._tell(diagnostic)
        self._note_source(Source(name=source.name))

    def finish(self, sources: list[SourceFile]) -> None:
        """What is to be said when all sources have been read."""
        if not sources:
            self._tell(occurrence("load.no-sources", "warning", "no file to read"))
        for conflict in registry.conflicts():
            self._tell(conflict)


def _with_layouts(options: Options) -> Options:
    """The options with layouts that were read, so that a wrong one is told whatever the sources are."""
    if not options.layouts:
        return options
    from coprod.readers.search.known import as_layout

    read = map(as_layout, options.layouts)
    return Options(
        encoding=options.encoding, strict=options.strict, repair=options.repair, layouts=read, limits=options.limits
    )


def _limited(items: Iterator[Item | Diagnostic], source: str, allowed: int) -> Iterator[Item | Diagnostic]:
    """Records, as many as the limit allows, and diagnostics."""
    count = 0
    for item in items:
        if not isinstance(item, Diagnostic):
            count += 1
            if count > allowed:
                line = item.source.first_line if item.source is not None else None
                raise LimitError(source=source, limit="records", allowed=allowed, line=line)
        yield item


def _of_other(reader: registry.Reader, document: Document) -> Iterator[Item | Diagnostic]:
    """What a reader of others yields; where it breaks, or yields something else, a ReadError names it."""
    failed = f"{document.name}: the reader {reader.name!r}"
    try:
        for item in reader.read(document):
            yield _checked(item)
    except (CoprodError, OSError, MemoryError):
        raise
    except Exception as error:
        raise ReadError(f"{failed} failed: {registry.shown_error(error)}", source=document.name) from error


def _checked(item: Item | Diagnostic) -> Item | Diagnostic:
    if type(item) not in _YIELDED:
        raise TypeError(f"it gave an object of type {type(item).__name__!r}")
    return item


def _stop(diagnostic: Diagnostic) -> None:
    raise ReadError(str(diagnostic), source=diagnostic.source, diagnostic=diagnostic)


class Account:
    """How many records of each kind, and of each database, a source holds."""

    def __init__(self) -> None:
        self._kinds: dict[type, int] = {}
        self._databases: dict[str, int] = {}

    def add(self, item: Item) -> None:
        """Counts a record."""
        kind = type(item)
        self._kinds[kind] = self._kinds.get(kind, 0) + 1
        if kind is Paper:
            for name in item.extra.get("DB", ()):  # type: ignore[union-attr]
                self._databases[name] = self._databases.get(name, 0) + 1

    @property
    def counts(self) -> dict[str, int]:
        """Records by kind."""
        return {_KINDS[kind]: count for kind, count in self._kinds.items()}

    def source(self, document: Document, reader: str) -> Source:
        """The account of a document that was read to its end."""
        return Source(
            name=document.name,
            reader=reader,
            encoding=document.encoding,
            sha256=document.sha256,
            counts=FrozenMapping(self.counts),
            databases=FrozenMapping(self._databases),
        )
