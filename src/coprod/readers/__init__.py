"""Readers, one for each format, and how to add one of your own.

    from coprod import readers
    readers.register(readers.Reader(name="mine", suffixes=(".mine",), sniff=sniff, read=read))

A package offers a reader to everybody with an entry point in the group `coprod.readers`.
"""

from coprod.readers.registry import ENTRY_POINT_GROUP, Reader, get, register, unregister

__all__ = ["ENTRY_POINT_GROUP", "Reader", "get", "register", "unregister"]
