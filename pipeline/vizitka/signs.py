"""Signs and small words in mentions and between them: quotation marks, what sets a mention beside another, what joins several."""

from __future__ import annotations

QUOTES = '«»“”„"'
DASHES = frozenset("—–-−")
APPOSED = DASHES | frozenset(",(:")
JOINTS = frozenset({",", "и"})
LISTING = JOINTS | {"или"}  # between the members of a list
