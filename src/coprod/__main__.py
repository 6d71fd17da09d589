"""`python -m coprod`, and where the command `coprod` begins."""

import sys

from coprod.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
