"""Marks of a role's status in running text: «бывший», «врио», «временно исполняющий обязанности»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .seeds import Seeds

LONGEST = 5


class Mark(NamedTuple):
    """Words ``first:last`` that say a status; ``governs`` where the role after it stands in the genitive."""

    first: int
    last: int
    status: str
    governs: bool


def marks(words: Sequence[str], start: int, stop: int, seeds: Seeds) -> list[Mark]:
    """The marks in ``words[start:stop]``, the longest at each place."""
    found: list[Mark] = []
    for first in range(start, stop):
        if (found and first < found[-1].last) or not seeds.statuses.starts(words[first]):
            continue
        hit = seeds.statuses.longest(words[first : min(first + LONGEST, stop)], 0)
        if hit:
            found.append(Mark(first, first + hit[0], hit[1][0].key, hit[1][0].kind == "genitive"))
    return found
