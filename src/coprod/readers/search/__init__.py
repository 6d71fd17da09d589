"""Publishers' search pages: each row becomes a Paper.

In: HTML or plain text of a page whose rows a layout knows. Out: Papers and Findings. Layouts are data:
`register_layout` adds one for the process, `load(..., layouts=[...])` for one call.
What can go wrong: `LayoutError` for a layout that cannot be used.
"""

from coprod.readers.search.known import layouts, register_layout, unregister_layout
from coprod.readers.search.layout import Layout
from coprod.readers.search.reader import READER

__all__ = ["READER", "Layout", "layouts", "register_layout", "unregister_layout"]
