"""Words that a page has run together, mostly where it lost the spaces around a link: «ответил|Рогов», «Седов|заявил|в»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import pairwise

from .morphology import EVERY, REMEMBERED, analyzer, keys, known, parses
from .seeds import load

SHORTEST = 6  # letters of a word that may be several
LETTERS = re.compile(f"[а-яёА-ЯЁ]{{{SHORTEST},}}")
HUMP = re.compile("(?<=[а-яё])(?=[А-ЯЁ])|(?<=[А-ЯЁ]{2})(?=[А-ЯЁ][а-яё]{3})")
CASES = frozenset({"gent", "datv", "ablt", "loct"})
TOLD = frozenset({"past", "3per"})
ENDS = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "ет", "ёт", "ит", "ут", "ют", "ат", "ят", "тся")  # of such verbs
LINKS = frozenset({"PREP", "CONJ", "PRCL"})
SMALL = LINKS | {"NPRO", "ADVB", "NUMR"}
SAID = frozenset({"CONJ", "NPRO", "PRCL"})
SHORT, LONG, VERB = 3, 5, 6  # letters of a known word beside a hump, of any word before a verb, of the verb


@lru_cache(maxsize=5 * REMEMBERED)
def joints(word: str) -> tuple[int, ...]:
    """Where the next of several words begins inside of what is written as one.

    >>> joints("ответилРогов"), joints("Седовзаявилв"), joints("МегаФон"), joints("сказалвице-спикер")
    ((7,), (5, 11), (), (6,))
    >>> joints("вниманиеполитолог"), joints("объявиливосемькандидатов"), joints("ужесточились")
    ((8,), (8, 14), ())
    """
    if (word.islower() or word.istitle()) and known(word):
        return ()
    runs = (found.span() for found in LETTERS.finditer(word))
    return tuple(first + place for first, last in runs if _is_odd(word[first:last]) for place in _within(word[first:last]))


def _is_odd(run: str) -> bool:
    """«ответилРогов»; «делАнны», though the dictionary knows «деланны»"""
    return not known(run) or (run[0].islower() and not run.islower())


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
        yield from (first + place for place in _told(run[first:last]) or _linked(run[first:last]) or _headed(run[first:last]))


def _is_apart(left: str, right: str) -> bool:
    """«ответил|Рогов», «Седова|Анна», «Польши|Рогов», «Седовзаявил|МИД», «БелТА|Анна», «СЕДОВА|Фото», «Седова|В», «Кику|Анна», but not
    «МегаФон»"""
    if len(left) >= LONG and ((left.isupper() and known(right)) or (left.istitle() and len(right) == 1)):
        return True
    if len(left) < LONG and not (len(left) >= SHORT and left.islower() and known(left)):
        return ((left.islower() and known(left)) or _is_public(left)) and _is_first_name(right)
    return left.islower() or _is_first_name(right) or _is_place(left, CASES) or bool(_told(left))


def _is_first_name(word: str) -> bool:
    """«Анна», but not «Маркет»"""
    if len(word) < SHORT or not word.istitle():
        return False
    return any("Name" in parse.marks for parse in parses(word)) if known(word) else not load().first_names.keys().isdisjoint(keys(word))


def _told(run: str) -> list[int]:
    """The joints around the longest verb: «Седов|заявил|в», «активно|поддерживает|кандидата», but not «само|ликвидировался»."""
    around = [] if known(run) else [(last - first, first, last) for first, last in _verbs(run)]
    length, first, last = max(around, default=(0, 0, 0))
    doubtful = length == VERB and last == len(run) and first < (VERB if run.islower() else LONG)  # «матка|питала», «Мет|ревели»
    if not length or doubtful or not _goes_before(run[:first], run[last:]):
        return []
    halves = () if _goes_after(run[last:]) else (last + _half(run[last:]),)
    return [place for place in (first, last, *halves) if 0 < place < len(run)]


def _linked(run: str) -> list[int]:
    """The joint before a small word: «Седов|также», «Шор|также», «Польша|вновь», «Лавров|в», «Польша|не»."""
    places = range(SHORT, len(run)) if run.istitle() and not known(run) else range(0)
    found = (place for place in places if _is_word(run[place:]) and _is_link(run[:place], run[place:]))
    return [place for place in found if not _is_name(run)][:1]


def _is_link(left: str, right: str) -> bool:
    """Does a small word begin where nothing else can end: «также», behind a short word that is a name; «вновь» behind a name; «Лавров|в»,
    «Санду|и», «Польши|по»?"""
    if len(right) >= LONG:
        pos = parses(right)[0].pos
        return (pos in LINKS and len(left) >= LONG) or (pos in LINKS | {"ADVB"} and _is_name(left))
    if len(left) < LONG:
        return False
    end = left[-1]
    if right in ("не", "по"):
        return _is_place(left)
    return ((right == "в" and end not in "аеёио") or (right == "и" and end == "у")) and _is_name(left)


def _headed(run: str) -> list[int]:
    """The joint between a noun and a role: «внимание|политолог», but not «видео|оператор», «четверть|финалист»."""
    places = range(VERB + 1, len(run) - LONG) if run.islower() and not known(run) else range(0)
    return [place for place in places if run[place:] in load().roles and _is_noun(run[:place])][:1]


def _is_noun(word: str) -> bool:
    """Is it a noun that declines and does not end as the first part of a word may?"""
    return word[-1] not in "оь" and _is_word(word) and parses(word)[0].pos == "NOUN" and "Fixd" not in parses(word)[0].marks


def _is_name(word: str) -> bool:
    """«Лаврова», «Яшина», «Анну», «Польши»"""
    told = any("Surn" in parse.marks and parse.source.is_known for parse in parses(word))
    return told or _is_place(word) or _is_public(word) or not load().first_names.keys().isdisjoint(keys(word))


def _is_public(word: str) -> bool:
    """«Кику», a surname of those whom the news names"""
    seeds = load()
    return word.istitle() and any(not found.isdisjoint(keys(word)) for found in (seeds.surnamed.keys(), seeds.public_surnames))


def _is_place(word: str, cases: Set[str] = EVERY) -> bool:
    """«Польши»"""
    return any("Geox" in parse.marks and parse.case in cases and parse.source.is_known for parse in parses(word)[:2])


def _verbs(run: str) -> Iterator[tuple[int, int]]:
    """Where a verb lies before what may be a word or two."""
    for last in range(VERB, len(run) + 1):
        if run.endswith(ENDS, 0, last):
            found = [(first, last) for first in range(last - VERB + 1) if _is_verb(run[first:last])]
            yield from found if found and (_goes_after(run[last:]) or _half(run[last:])) else ()


def _goes_before(word: str, behind: str) -> bool:
    """«МИД», «Седов», «Зуев», «активно», «она», «Как»; «уже», «но», «года» where something is behind the verb, but not «уже|сточатся»;
    nothing"""
    if len(word) >= LONG:
        return word.istitle() or word.isupper() or _is_word(word)
    if word.istitle():
        return len(word) >= SHORT and ((word[-1] not in "оь" and _is_name(word)) or _is_said(word.lower()))
    if word.islower() and len(word) >= (SHORT - bool(behind)) and _is_word(word):
        said = parses(word)[0].pos in (SAID | {"ADVB"} if behind else SAID)
        return said or (bool(behind) and not keys(word).isdisjoint(load().words["year"]))
    return not word or (len(word) > 1 and word.isupper())


def _is_said(word: str) -> bool:
    """«как», «что», «она»"""
    return _is_word(word) and parses(word)[0].pos in SAID


def _goes_after(word: str) -> bool:
    """«в», «сам», «кандидата», «президентка»; nothing"""
    if not word or word in load().roles or word in load().status_prefixes:
        return True
    return _is_word(word) and (len(word) > SHORT or parses(word)[0].pos in SMALL or "Apro" in parses(word)[0].marks)


def _half(run: str) -> int:
    """Where the second of two long words begins: «восемь|кандидатов», 0 for nowhere."""
    return next((place for place in range(LONG, len(run) - LONG) if _is_word(run[:place]) and _is_word(run[place:])), 0)


def _is_verb(word: str) -> bool:
    """«заявил», «сообщает», but not «сторожу», «строй»"""
    told = parses(word)[:2] if word.islower() and _is_word(word) else ()
    return any(parse.pos == "VERB" and parse.source.is_known and not parse.marks.isdisjoint(TOLD) for parse in told)


def _is_word(word: str) -> bool:
    """Does the dictionary know a word in small letters? What is tried once is not remembered."""
    return bool(analyzer().word_is_known(word))
