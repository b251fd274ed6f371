"""Words that a page has run together, mostly where it lost the spaces around a link: «ответил|Рогов», «Седов|заявил|в»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from .morphology import REMEMBERED, analyzer, keys, known, parses
from .seeds import load

LETTERS = re.compile("[а-яёА-ЯЁ]{6,}")
HUMP = re.compile("(?<=[а-яё])(?=[А-ЯЁ])")
CASES = frozenset({"gent", "datv", "ablt", "loct"})
TOLD = frozenset({"past", "3per"})
ENDS = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "ет", "ёт", "ит", "ут", "ют", "ат", "ят", "тся")  # of such verbs
LINKS = frozenset({"PREP", "CONJ", "PRCL"})
SMALL = LINKS | {"NPRO", "ADVB", "NUMR"}
SHORT, LONG, VERB = 3, 5, 6  # letters of a known word beside a hump, of any word before a verb, of the verb


@lru_cache(maxsize=REMEMBERED)
def joints(word: str) -> tuple[int, ...]:
    """Where the next of several words begins inside of what is written as one.

    >>> joints("ответилРогов"), joints("Седовзаявилв"), joints("МегаФон"), joints("сказалвице-спикер")
    ((7,), (5, 11), (), (6,))
    """
    runs = (found.span() for found in LETTERS.finditer(word))
    return tuple(first + place for first, last in runs if not known(word[first:last]) for place in _within(word[first:last]))


def _within(run: str) -> Iterator[int]:
    """The joints of a run of letters that no dictionary knows."""
    humps = [found.start() for found in HUMP.finditer(run)]
    begin, places = 0, [0]
    for place, stop in pairwise((*humps, len(run))):
        if _is_apart(run[begin:place], run[place:stop]):
            places.append(place)
            begin = place
    for first, last in pairwise((*places, len(run))):
        yield from (first,) if first else ()
        yield from (first + place for place in _told(run[first:last]) or _linked(run[first:last]))


def _is_apart(left: str, right: str) -> bool:
    """«ответил|Рогов», «Седова|Анна», «Польши|Рогов», «Седовзаявил|МИД», but not «МегаФон»"""
    if len(left) < LONG and not (len(left) >= SHORT and left.islower() and known(left)):
        return left.islower() and known(left) and _is_first_name(right)
    return left.islower() or _is_first_name(right) or _is_of_place(left) or bool(_told(left))


def _is_first_name(word: str) -> bool:
    """«Анна», but not «Маркет»"""
    if len(word) < SHORT or not word.istitle():
        return False
    return any("Name" in parse.marks for parse in parses(word)) if known(word) else not keys(word).isdisjoint(load().first_names)


def _is_of_place(word: str) -> bool:
    """«Польши»"""
    return any("Geox" in parse.marks and parse.case in CASES and parse.source.is_known for parse in parses(word)[:2])


def _told(run: str) -> list[int]:
    """The joints around the longest verb: «Седов|заявил|в», «активно|поддерживает|кандидата», but not «само|ликвидировался»."""
    around = [] if known(run) else [(last - first, first, last) for first, last in _verbs(run)]
    _, first, last = max(around, default=(0, 0, 0))
    doubtful = run[:first].islower() and last - first == VERB  # «мат|капитала»
    return [place for place in (first, last) if 0 < place < len(run)] if _goes_before(run[:first]) and not doubtful else []


def _linked(run: str) -> list[int]:
    """The joint before a small word: «Седов|также», «Седов|после»."""
    places = range(LONG, len(run) - LONG + 1) if run.istitle() and not known(run) else range(0)
    return [place for place in places if _is_word(run[place:]) and parses(run[place:])[0].pos in LINKS][:1]


def _verbs(run: str) -> Iterator[tuple[int, int]]:
    """Where a verb lies before what may be a word."""
    for last in range(VERB, len(run) + 1):
        if run.endswith(ENDS, 0, last) and _goes_after(run[last:]):
            yield from ((first, last) for first in range(last - VERB + 1) if _is_verb(run[first:last]))


def _goes_before(word: str) -> bool:
    """«МИД», «Седов», «активно»; nothing"""
    if len(word) < LONG:
        return not word or (len(word) > 1 and word.isupper())
    return word.istitle() or word.isupper() or _is_word(word)


def _goes_after(word: str) -> bool:
    """«в», «кандидата», «президентка»; nothing"""
    return not word or word in load().roles or (_is_word(word) and (len(word) > SHORT or parses(word)[0].pos in SMALL))


def _is_verb(word: str) -> bool:
    """«заявил», «сообщает», but not «сторожу», «строй»"""
    told = parses(word)[:2] if word.islower() and _is_word(word) else ()
    return any(parse.pos == "VERB" and parse.source.is_known and not parse.marks.isdisjoint(TOLD) for parse in told)


def _is_word(word: str) -> bool:
    """Does the dictionary know a word in small letters? What is tried once is not remembered."""
    return bool(analyzer().word_is_known(word))
