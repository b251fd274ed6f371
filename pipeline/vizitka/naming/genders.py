"""The gender that one word of a name in any case tells of them all: «Лейсан Ильдаровну», «Айгюн Вагиф кызы», «Инобат Седовой»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..inflection import Neighbour, edits
from ..inflection.choices import STIFF
from ..morphology import EVERY, REMEMBERED, Grammar, fold, may_be, name_cases, parses
from ..seeds import FirstName, Seeds
from .order import SIGNS

ENDS = (
    (re.compile(r"(?:[оеё]в|инич|льич)н(?:ы|е|у|ой|ою)$"), "femn"),
    (re.compile(r"[оеё]вич(?:а|у|ем|е)$"), "masc"),
    (re.compile(r"[сц]кую$"), "femn"),
    (re.compile(r"(?:[сц]к(?:ого|ому|им)|[оеё]вым|[иы]ным)$"), "masc"),
)
HIS = re.compile(r"(?:[оеё]ва|[сц]кого)$")  # of a man, not in the nominative
HER_FATHER = re.compile(r"[оеё]вн(?:ы|е|у|ой|ою)$")
FAMILY = re.compile(r"(?:[оеё]в|[иы]н)(?:а|у|ой|ым)?$|[сц]к(?:ий|ая|ой|ого|ому|ую|им)$")
HERS = re.compile(r"(?:[оеё]в|[иы]н)ой$")  # or «Яровой»
SEXES = {"m": "masc", "f": "femn"}


def told(words: Sequence[str], seeds: Seeds) -> str:
    """The gender of a name by a patronymic, the ending of a surname or a first name, "" where they leave it open.

    >>> from ..seeds import load
    >>> names = ("Сат Азиане Викторовне", "Айгюн Вагиф кызы", "Малике Седовой", "Инне Яровой", "Эльнура Седова", "Гани Седова")
    >>> [told(name.split(), load()) for name in names]
    ['femn', 'femn', 'femn', 'femn', '', 'masc']
    """
    child = next((seeds.children[word] for word in words[1:] if word in seeds.children), "")
    return child or next(filter(None, map(_ended, reversed(words))), "") or _first_gender(words, seeds)


@lru_cache(maxsize=REMEMBERED)
def _ended(word: str) -> str:
    """By the ending."""
    if HERS.search(word):
        his = any((parse.case, parse.gender) == ("nomn", "masc") and parse.source.is_known for parse in parses(word))
        return "" if his else "femn"
    return next((gender for end, gender in ENDS if end.search(word)), "")


def _first_gender(words: Sequence[str], seeds: Seeds) -> str:
    """By the first name, which stands before the surname or behind one that ends as Russian ones do."""
    long = [word for word in words if word not in SIGNS and len(word) > 1]
    is_last = bool(long) and bool(FAMILY.search(long[0])) and not _entries(long[0], seeds)
    genders = _genders(long[is_last], seeds) if len(long) > is_last else frozenset()
    if len(long) == 2 and HIS.search(long[1]) and fold(long[0]) in seeds.first_names and not long[0].endswith(STIFF):
        return ""  # «Нуржан Седова», a woman
    return SEXES.get(next(iter(genders)), "") if len(genders) == 1 else ""


@lru_cache(maxsize=REMEMBERED)
def _genders(word: str, seeds: Seeds) -> frozenset[str]:
    entry = seeds.first_names.get(fold(word))
    if entry and entry.gender == "f" and word.endswith(("а", "я")):
        return frozenset()  # «Лайма» may be a man's that no table knows
    if entry and word.endswith(STIFF):
        return frozenset(entry.gender)
    return frozenset(entry.gender for entry in _entries(word, seeds))


def _entries(word: str, seeds: Seeds) -> list[FirstName]:
    """The first names that a word may be a form of."""
    forms = {fold(edit.form) for edit in edits(word)}
    return [seeds.first_names[form] for form in forms & seeds.first_names.keys()]


def agreed(words: Sequence[str], grammars: Sequence[Grammar], left: Neighbour, seeds: Seeds) -> Sequence[Grammar]:
    """In the case that a patronymic shows («Куулару Аяну [Маадыровичу]»), or of a first name that has no nominative («[Милице] Йович»)."""
    able = shown(words) or _his_cases(words, seeds) or _title_cases(words, left)
    able = able or (_first_cases(words, seeds) if left[0] and left[1].case != "nomn" else [])
    if not able or all(said.case in able for said in grammars if said.case):
        return grammars
    case = next((said.case for said in grammars if said.case in able), able[0])
    return [said._replace(case=case) if said.case else said for said in grammars]


def _his_cases(words: Sequence[str], seeds: Seeds) -> list[str]:
    """«Гани Седова», a man by his first name."""
    return ["accs", "gent"] if len(words) > 1 and HIS.search(words[-1]) and _first_gender(words, seeds) == "masc" else []


def _title_cases(words: Sequence[str], left: Neighbour) -> list[str]:
    """«наградили депутата [Баиру Манджиеву]», but not «вручили орден [Баиру Манджиеву]»: the accusative of whoever stands right before."""
    titled = words[-1].endswith(("у", "ю")) and left[1][:3] == ("NOUN", "accs", "sing")
    return ["accs"] if titled and len(words) > 1 and may_be(left[0], "gent") else []


def _first_cases(words: Sequence[str], seeds: Seeds) -> list[str]:
    able = name_cases(words[0]) if len(words) > 1 and fold(words[0]) not in seeds.first_names else EVERY
    return sorted(able) if "datv" in able <= {"ablt", "datv", "loct"} else []


def shown(words: Sequence[str]) -> list[str]:
    """The cases, not the nominative, that the patronymic of a name shows."""
    fathers = (word for word in words[1:] if HER_FATHER.search(word) or any("Patr" in parse.marks for parse in parses(word)[:1]))
    cases = map(name_cases, fathers)
    return next((sorted(able) for able in cases if "nomn" not in able), [])
