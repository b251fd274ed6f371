"""Signs and small words in mentions and between them: quotation marks, what sets a mention beside another, what joins several; and
what ends a line."""

from __future__ import annotations

import re

QUOTES = '«»“”„"'
MARKS = frozenset(QUOTES)  # in which "" is not, as it is in every str
DASHES = frozenset("—–-−")
APPOSED = DASHES | frozenset(",(:")
JOINTS = frozenset({",", "и"})
LISTING = JOINTS | {"или"}  # between the members of a list
BREAKS = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")  # what ends a line: Word writes \v or U+2028, a printer's page ends in \f
