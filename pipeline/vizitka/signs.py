"""Signs and small words between mentions: what sets a mention beside another, what joins several."""

from __future__ import annotations

DASHES = frozenset("—–-−")
APPOSED = DASHES | frozenset(",(:")
JOINTS = frozenset({",", "и"})
