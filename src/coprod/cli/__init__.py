"""The command line: sources in, a short account of them out, and JSON on request.

In: arguments. Out: text for a person on stdout (on stderr where stdout has the JSON), and an exit status.
What goes wrong is one line on stderr. Nothing here knows a format; all reading is `coprod.iter_load`.
"""

from coprod.cli._main import main

__all__ = ["main"]
