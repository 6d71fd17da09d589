"""How much a source may ask of the machine before reading stops with a clear error."""

import attrs

from coprod.models._checks import check_types


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds that a caller can raise; passing one raises `LimitError` with the name of the limit.

    Raises:
        TypeError: A bound is no whole number; says which.
        ValueError: A bound is below zero; says which.

    Examples:
        >>> Limits(line_length=1_000).records is None
        True
    """

    line_length: int = 64 * 1024 * 1024
    """Bytes of one line, as UTF-8."""

    records: int | None = None
    """Records of one source: papers, findings and study groups. None: no limit."""

    source_bytes: int | None = None
    """Bytes of one source. None: no limit."""

    page_bytes: int = 32 * 1024 * 1024
    """Characters of one page, HTML or plain text."""

    page_text: int = 250_000
    """Characters of one thing: of an abstract, and what a browser shows of a summary, of a study group's page, or of
    one result of a search page."""

    density: int = 64_000
    """Lines, sentences, metadata and, twice, numbers of a source of pages: so many in a source of up to a million
    characters, and so many more for each million more."""

    nesting: int = 5_000
    """Elements of an HTML page, one inside the other."""

    pages: int = 500
    """Pages that were joined to one file."""

    def __attrs_post_init__(self) -> None:
        check_types(self)
        for name, bound in attrs.asdict(self).items():
            if isinstance(bound, bool):
                raise TypeError(f"Limits.{name} must be int, not bool")
            if bound is not None and bound < 0:
                raise ValueError(f"Limits.{name} must not be below zero, as {bound} is")


DEFAULT_LIMITS = Limits()
