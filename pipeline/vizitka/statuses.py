"""Marks of a role's status in running text: «бывший», «врио», «временно исполняющий обязанности»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .morphology import parses
from .seeds import Seeds
from .signs import APPOSED

LONGEST = 5


class Mark(NamedTuple):
    """Words ``first:last`` that say a status; ``governs`` where the role after it stands in the genitive."""

    first: int
    last: int
    status: str
    governs: bool


@lru_cache(maxsize=10_000)
def is_verb(word: str) -> bool:
    """«был», «избран» and «занимает» are forms of «бывший», «избранный» and «занимавший», but no marks."""
    said = {parse.pos for parse in parses(word)}
    return bool(said & {"VERB", "PRTS", "INFN", "GRND"}) and not said & {"ADJF", "PRTF"}


def marks(words: Sequence[str], start: int, stop: int, seeds: Seeds) -> list[Mark]:
    """The marks in ``words[start:stop]``, the longest at each place."""
    found: list[Mark] = []
    for first in range(start, stop):
        if (found and first < found[-1].last) or not seeds.statuses.starts(words[first]):
            continue
        hit = seeds.statuses.longest(words[first : min(first + LONGEST, stop)], 0)
        if not hit or any(map(is_verb, words[first : first + hit[0]])):
            continue
        kind, status = hit[1][0]
        if status and (kind != "apposed" or (first > start and words[first - 1] in APPOSED)):  # not «Ранее министр заявил»
            found.append(Mark(first, first + hit[0], status, kind == "genitive"))
    return found
