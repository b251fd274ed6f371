"""The declensions of names, undone: which nominatives a spelling may stand for that no dictionary knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..morphology import REMEMBERED

VOWELS = "аеёиоуыэюя"
POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
HERS = ("ову", "еву", "ёву", "овой", "евой", "ёвой", "иной", "ыной", "ской", "цкой", "скую", "цкую")  # of a woman, not in the nominative
NOT_NOMINATIVE = {"masc": ("ова", "ева", "ёва", "ову", "еву", "ёву", "ская", "цкая", "ского", "цкого"), "femn": HERS}
HUSHING = "гкхжшчщ"

# Ending of the form, then of the nominative; A. A. Zaliznyak's declensions as far as names have them.
CONSONANT = {"gent": "а", "datv": "у", "accs": "а", "ablt": "ом ем ём", "loct": "е"}
SOFT = {"gent": "я", "datv": "ю", "accs": "я", "ablt": "ем ём", "loct": "е и"}
POSSESSIVES = {"gent": "а", "datv": "у", "accs": "а", "ablt": "ым", "loct": "е"}
ADJECTIVE = {"gent": "ого его", "datv": "ому ему", "accs": "ого его", "ablt": "ым им", "loct": "ом ем"}
WITH_A = {"gent": "ы", "datv": "е", "accs": "у", "ablt": "ой ей ою", "loct": "е"}
HUSHED_A = {"gent": "и"}
WITH_YA = {"gent": "и", "datv": "е и", "accs": "ю", "ablt": "ей ёй ею", "loct": "е и"}
POSSESSIVE_HERS = {"gent": "ой", "datv": "ой", "accs": "у", "ablt": "ой ою", "loct": "ой"}
ADJECTIVE_HERS = {"gent": "ой ей", "datv": "ой ей", "accs": "ую юю", "ablt": "ой ей", "loct": "ой ей"}
SOFT_HERS = {"gent": "и", "datv": "и", "ablt": "ью", "loct": "и"}
POSSESSIVES_MANY = {"nomn": "ы", "gent": "ых", "datv": "ым", "accs": "ых", "ablt": "ыми", "loct": "ых"}


Rule = tuple[int, str, str, Callable[[str], list[str]]]  # its place among all, the case, the ending, what the nominative may be


class Undone(NamedTuple):
    """A nominative singular, and the case and gender of the form that it was made of."""

    form: str
    case: str
    gender: str
    number: str = "sing"


@lru_cache(maxsize=REMEMBERED)
def undone(word: str) -> tuple[Undone, ...]:
    """What the word may be the form of; itself as a nominative and as a name that does not decline.

    >>> [(each.form, each.case) for each in undone("Мередовым") if (each.gender, each.number) == ("masc", "sing")]
    [('Мередовым', 'nomn'), ('Мередов', 'ablt')]
    """
    return tuple(dict.fromkeys(_undone(word)))


def _undone(word: str) -> Iterator[Undone]:
    for gender in ("masc", "femn"):
        if not word.endswith(NOT_NOMINATIVE[gender]):
            yield Undone(word, "nomn", gender)
        for _, case, ending, nominatives in _able(gender, word[2:][-3:]):
            for form in nominatives(word[: -len(ending)]):
                yield Undone(form, case, gender)
    for case, ending in POSSESSIVES_MANY.items():
        if word.endswith(ending) and word.removesuffix(ending).endswith(POSSESSIVE):
            yield Undone(word.removesuffix(ending), case, "masc", "plur")


@lru_cache(maxsize=REMEMBERED)
def _able(gender: str, last: str) -> list[Rule]:
    """The rules for a word with these last letters, in their order."""
    return sorted(rule for first in range(len(last)) for rule in RULES.get((gender, last[first:]), ()))


def _consonant(stem: str) -> list[str]:
    return [stem] if stem[-1] not in VOWELS + "ьъй" and not stem.endswith(("ов", "ев", "ёв")) else []


def _soft(stem: str) -> list[str]:
    return [f"{stem}й"] if stem[-1] in VOWELS else [f"{stem}ь", f"{stem[:-1]}ий"] if stem[-1] == "ь" else [f"{stem}ь"]


def _possessive(stem: str) -> list[str]:
    return [stem] if stem.endswith(POSSESSIVE) else []


def _adjective(stem: str) -> list[str]:
    if stem.endswith(POSSESSIVE) or stem[-1] in VOWELS:
        return []
    if stem[-1] in HUSHING:
        return [f"{stem}ий", f"{stem}ой"]
    return [f"{stem}ый", f"{stem}ой"] if stem[-1] not in "ьъй" else [f"{stem}ий"]


def _with_a(stem: str) -> list[str]:
    return [f"{stem}а"] if not stem.endswith(POSSESSIVE) and stem[-1] not in "ьъй" else []


def _hushed_a(stem: str) -> list[str]:
    return [f"{stem}а"] if stem[-1] in HUSHING else []


def _with_ya(stem: str) -> list[str]:
    return [f"{stem}я"] if stem[-1] not in f"{HUSHING}цбп" else []


def _possessive_hers(stem: str) -> list[str]:
    return [f"{stem}а"] if stem.endswith(POSSESSIVE) else []


def _adjective_hers(stem: str) -> list[str]:
    return [f"{stem}ая"] if stem[-1] not in VOWELS + "ьъй" else []


def _soft_hers(stem: str) -> list[str]:
    return [f"{stem}ь"] if stem[-1] not in VOWELS + "ьъй" else []


DECLENSIONS = {
    "masc": (
        (CONSONANT, _consonant), (SOFT, _soft), (POSSESSIVES, _possessive), (ADJECTIVE, _adjective), (WITH_A, _with_a),
        (HUSHED_A, _hushed_a), (WITH_YA, _with_ya),
    ),
    "femn": (
        (POSSESSIVE_HERS, _possessive_hers), (ADJECTIVE_HERS, _adjective_hers), (WITH_A, _with_a), (HUSHED_A, _hushed_a),
        (WITH_YA, _with_ya), (SOFT_HERS, _soft_hers),
    ),
}  # fmt: skip


def _rules() -> dict[tuple[str, str], list[Rule]]:
    """The rules by gender and the ending that they undo."""
    found: dict[tuple[str, str], list[Rule]] = {}
    for gender, tables in DECLENSIONS.items():
        cases = [(case, endings, nominatives) for table, nominatives in tables for case, endings in table.items()]
        told = [(case, ending, nominatives) for case, endings, nominatives in cases for ending in endings.split()]
        for number, (case, ending, nominatives) in enumerate(told):
            found.setdefault((gender, ending), []).append((number, case, ending, nominatives))
    return found


RULES = _rules()
