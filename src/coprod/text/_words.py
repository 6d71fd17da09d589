"""Lists of words, written as one text each."""


def word_set(*texts: str) -> frozenset[str]:
    """The words of the texts.

    Examples:
        >>> sorted(word_set("st nd", "rd"))
        ['nd', 'rd', 'st']
    """
    return frozenset(word for text in texts for word in text.split())
