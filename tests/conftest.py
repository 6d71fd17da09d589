"""Generated input is the same in every run; `COPROD_CHANCE=1` looks at other input each time."""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
if not os.environ.get("COPROD_CHANCE"):
    settings.load_profile("same")
