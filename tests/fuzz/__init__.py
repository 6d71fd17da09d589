"""Fuzzing: `python -m tests.fuzz TARGET`, and the inputs that once failed."""
