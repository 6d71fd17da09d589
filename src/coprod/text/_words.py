"""Lists of words, written as one text each."""


def word_set(*texts: str) -> frozenset[str]:
    """The words of the texts.

    Examples:
        >>> sorted(word_set("st nd", "rd"))
        ['nd', 'rd', 'st']
    """
    return frozenset(word for text in texts for word in text.split())


_SAME_LETTERS = str.maketrans({"ſ": "s", "ı": "i", "\u0307": None, "\u212a": "k"})


def plain(word: str) -> str:
    """A word that a pattern without case has found, as tables have it: such a pattern takes `ſ` for an s, `İ` for an i.

    Examples:
        >>> plain("June"), plain("Auguſt"), plain("APRİL")
        ('june', 'august', 'april')
    """
    lowered = word.lower()
    return lowered if lowered.isascii() else lowered.translate(_SAME_LETTERS)
