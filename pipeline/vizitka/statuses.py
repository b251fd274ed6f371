"""Marks of a role's status in running text: «бывший», «врио», «временно исполняющий обязанности»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .morphology import REMEMBERED, keys, parses
from .phrases import Entry, Phrases
from .seeds import Seeds
from .signs import APPOSED

LONGEST = 5


class Mark(NamedTuple):
    """Words ``first:last`` that say a status; ``governs`` where the role after it stands in the genitive, ``of_before`` where it is said of
    a name before the mark («Рогов, ранее директор»)."""

    first: int
    last: int
    status: str
    governs: bool
    of_before: bool = False


@lru_cache(maxsize=10_000)
def is_verb(word: str) -> bool:
    """«был», «избран» and «занимает» are forms of «бывший», «избранный» and «занимавший», but no marks; «исполняет обязанности» is one."""
    said = {parse.pos for parse in parses(word)}
    return bool(said & {"VERB", "PRTS", "INFN", "GRND"}) and not said & {"ADJF", "PRTF"}


@lru_cache(maxsize=REMEMBERED)
def is_present(word: str) -> bool:
    """«занимающий пост» has the lemmas of «занимавший пост», and tells what is held now."""
    said = parses(word)
    return bool(said) and all(parse.pos == "PRTF" and {"pres", "actv"} <= parse.marks for parse in said)


@lru_cache(maxsize=REMEMBERED)
def is_held(word: str) -> bool:
    """«занимаемая должность» has them too, and tells nothing of when."""
    return any(parse.pos == "PRTF" and {"pres", "pssv"} <= parse.marks for parse in parses(word))


def marks(words: Sequence[str], start: int, stop: int, seeds: Seeds) -> list[Mark]:
    """The marks in ``words[start:stop]``, the longest at each place."""
    found: list[Mark] = []
    for first in (place for place, word in enumerate(words[start:stop], start) if may_begin(word, seeds)):
        if found and first < found[-1].last:
            continue
        said = words[first : min(first + LONGEST, stop)]
        hit = _hit(seeds.statuses, said) or _hit(seeds.times, said)
        if not hit:
            continue
        kind, status = hit[1][0]
        if status != "acting" and kind != "apposed" and any(map(is_verb, words[first : first + hit[0]])):
            continue
        if status == "former" and is_held(words[first]):
            continue
        if status == "former" and is_present(words[first]):
            status = "current"
        if kind == "head" and not _is_once_first(words[first + hit[0] : stop], seeds):
            continue
        apposed = kind == "apposed"
        if status and (not apposed or (first > start and words[first - 1] in APPOSED)):  # not «Ранее министр заявил»
            begin = first - (status == "acting" and first > start and _goes_on(words[first - 1], words[first], seeds))
            found.append(Mark(begin, first + hit[0], status, kind == "genitive", apposed))
    return found


@lru_cache(maxsize=REMEMBERED)
def _goes_on(verb: str, word: str, seeds: Seeds) -> bool:
    """«[продолжит] исполнять обязанности»"""
    return any(parse.pos == "INFN" for parse in parses(word)) and not keys(verb).isdisjoint(seeds.words["remaining"])


def _is_once_first(words: Sequence[str], seeds: Seeds) -> bool:
    """«[первый] президент Перу», but not «первый заместитель», «первый президент, который …»: was it first of a row of holders?"""
    first = bool(words) and not keys(words[0]).isdisjoint(seeds.words["once first"])
    comma = words.index(",") + 1 if first and "," in words[:-1] else 0
    said = parses(words[comma])[0] if comma else None
    return first and not (said and (said.pos == "PRTF" or said.lemma in seeds.words["relative"]))


@lru_cache(maxsize=REMEMBERED)
def may_begin(word: str, seeds: Seeds) -> bool:
    return bool(seeds.statuses.starts(word) or seeds.times.starts(word))


def _hit(known: Phrases, words: Sequence[str]) -> tuple[int, list[Entry]] | None:
    return known.longest(words, 0) if known.starts(words[0]) else None


def is_behind(words: Sequence[str], seeds: Seeds) -> bool:
    """«директор [на тот момент]», «министр [в прошлом]», but not «в прошлом году»: do the words behind a role say that it is over?"""
    hit = _hit(seeds.times, words) if words else None
    return hit is not None and not "".join(words[hit[0] : hit[0] + 1]).islower()
