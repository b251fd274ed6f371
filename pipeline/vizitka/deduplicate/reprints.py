"""Reprints: documents that mention the same words at the same distances, whatever their headlines."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from zlib import crc32

Steps = Sequence[int]
ALIKE = 0.8
FEWEST = 5
SKETCH = 4
CROWD = 400


def reprints(steps: Mapping[str, Steps], dates: Mapping[str, str]) -> dict[str, str]:
    """Of which document each reprint is one: the first by date, then by id.

    Two documents are one text where four of five steps from a mention to the next (both surfaces, the characters between them) are the
    same; a document of few mentions is no reprint.
    """
    buckets: dict[int, list[str]] = defaultdict(list)
    for document in sorted(steps, key=lambda document: (dates.get(document) or "9", document)):
        if len(steps[document]) >= FEWEST:
            for each in steps[document][:SKETCH]:
                buckets[each].append(document)
    found: dict[str, str] = {}
    for bucket in buckets.values():
        firsts: list[str] = []
        for document in bucket[:CROWD]:
            first = next((first for first in firsts if first not in found and _alike(steps[first], steps[document])), None)
            if first is None:
                firsts.append(document)
            elif first != document:
                found.setdefault(document, first)
    return {document: _source(first, found) for document, first in found.items()}


def steps(mentions: Sequence[tuple[int, str]]) -> Steps:
    """Sums of the steps from a mention (where it begins, its surface) to the next, sorted, each once."""
    found = {
        crc32(f"{surface}\x1f{following}\x1f{next_ - start}".encode("utf-8", "surrogatepass"))
        for (start, surface), (next_, following) in pairwise(mentions)
    }
    return array("I", sorted(found))


def _alike(one: Steps, other: Steps) -> bool:
    common = len(set(one).intersection(other))
    return common >= ALIKE * (len(one) + len(other) - common)


def _source(document: str, found: Mapping[str, str]) -> str:
    while document in found:
        document = found[document]
    return document
