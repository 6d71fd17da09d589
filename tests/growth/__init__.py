"""Inputs made to hurt, and how the time grows with them: `python -m tests.growth`."""
