"""Places that nobody knows and that somebody is said to head: «губернатор [Кауки]»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..morphology import keys
from ..seeds import Seeds
from .spans import Sentence, Span

HEADS = ("head of town", "head of land")
CONFIDENCE = 0.5


def lands(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """With the name that ends the role of who heads a place, where it is in nothing else."""
    roles = [span for span in found if span.kind == "role" and sentence.words[span.last - 1].istitle()]
    return sorted({*found, *_ending(sentence, roles, found, seeds)}) if roles else found


def _ending(sentence: Sentence, roles: Sequence[Span], found: Sequence[Span], seeds: Seeds) -> Iterator[Span]:
    named = {place for span in found if span.kind != "role" for place in range(span.first, span.last)}
    for role in roles:
        first = role.last
        while first > role.first + 1 and sentence.words[first - 1].istitle() and first - 1 not in named:
            first -= 1
        if first < role.last and any(not keys(sentence.words[first - 1]).isdisjoint(seeds.words[head]) for head in HEADS):
            yield Span(first, role.last, "location", "rule", CONFIDENCE)
