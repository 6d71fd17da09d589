"""Pure functions from text to value objects.

In: a `str`, one value as it was printed. Out: a value object, a cleaned `str`, or None.
Nothing here knows files, formats or lines, and nothing here raises on any text.
"""
