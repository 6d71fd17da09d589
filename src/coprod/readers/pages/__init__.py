"""What all readers of pages share: from HTML or plain text to one sequence of blocks, and back to the lines.

    Document -> tree (HTML only) -> blocks -> a reader's drafts -> records with a trace

A reader works on the blocks of a `Page` and does not ask whether they came from HTML or from text. What it
makes of them it keeps as `Passage`s, so that every value leads back to its lines and columns.
"""
