"""Titles of an organization's own people: «главный бухгалтер», «член правления», «первый проректор»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..morphology import REMEMBERED, keys, parses
from ..seeds import Seeds
from .tails import CIVIL, parted

ANY = CIVIL - {"media"}  # the media that a text names are mostly those that print it


class Inner(NamedTuple):
    """The sorts of organizations that a title is an inner one of, and the noun behind it that stands for one («директор [театра]»)."""

    sorts: frozenset[str] = frozenset()
    noun: str = ""


NOWHERE = Inner()


@lru_cache(maxsize=REMEMBERED)
def inner(title: str, seeds: Seeds) -> Inner:
    """Of which sorts of organizations a title is an inner one; of none where it may stand alone («поэт») or is of something else.

    >>> from ..seeds import load
    >>> [sorted(inner(title, load()).sorts) for title in ("первый проректор", "главный врач", "врач", "проректор турнира")]
    [['education'], ['health'], [], []]
    """
    words = title.split()
    for place, word in enumerate(words):
        head = next((key for part in (word, word.rpartition("-")[2]) for key in sorted(keys(part)) if key in seeds.staff), "")
        if head:
            return _told(words, place, head, seeds)
        if parses(word)[0].pos == "NOUN":
            break
    return NOWHERE


def _told(words: Sequence[str], place: int, head: str, seeds: Seeds) -> Inner:
    """Has a title what its head asks for, and behind it first a board, a unit, another inner role or the noun of an organization?"""
    (sorts, told), behind = seeds.staff[head], words[place + 1 :]
    tail = parted(" ".join(words), seeds)[1]
    noun = "" if tail in told or seeds.organization_nouns.get(tail) == "unit" else tail
    whole = Inner((ANY if "any" in sorts else frozenset()) | sorts - {"any"}, noun)
    if behind and "board" in told and seeds.boards.longest(behind, 0):
        return whole
    able = not told or any(_is_told(word, told, seeds) for word in (*words[:place], *behind))
    first = _governed(behind)
    belongs = not first or _is_told(first, told | {"unit"}, seeds) or not seeds.staff.keys().isdisjoint(keys(first))
    return whole if able and (belongs or (noun and first == words[-1])) else NOWHERE


def _governed(words: Sequence[str]) -> str:
    """The first noun behind a head, before a preposition or «и»: «заместитель главного [врача]»."""
    stop = next((place for place, word in enumerate(words) if parses(word)[0].pos in ("PREP", "CONJ")), len(words))
    return next((word for word in words[:stop] if parses(word)[0].pos == "NOUN" and all(p.pos != "ADJF" for p in parses(word))), "")


def _is_told(word: str, told: frozenset[str], seeds: Seeds) -> bool:
    unit = "unit" in told and any(seeds.organization_nouns.get(key) == "unit" for key in keys(word))
    return unit or not keys(word).isdisjoint(told)
