"""How two names of people agree: equal, a variant of each other, less written out, or gainsaying each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..morphology import REMEMBERED, fold
from ..naming import Name
from ..seeds import Seeds
from ..transliteration import cyrillic, is_latin

ENDING = re.compile(r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ом|ем|ым|им|ой|ей|ою|ею|ую|юю|ая|яя|ии|ия|ию|ие|ий|ый|[аяоеуюыиэйь])$")
MAN = re.compile(r"(?:[ое]в|[иы]н|[сц]к(?:ий|ой))$")
WOMAN = re.compile(r"(?:[ое]ва|[иы]на|[сц]кая)$")
HEARD_ALIKE = str.maketrans("бвгджзхцчщ", "пфктшскккш")
VOWELS = re.compile(r"[аеиоуыэюяйьъ]")
SHORTEST, LONG_SOUND = 5, 6
RARE_SURNAME, RARE_FIRST_NAME = 20e-6, 100e-6
NEWSWORTHY = 300_000
NUMBER, SOVEREIGN = re.compile("[IVX]+"), 0.5  # «Елизавета II»


def is_initial(part: str) -> bool:
    """«А.», and a clipped first name without a vowel («Дж»)."""
    return part.endswith(".") or (0 < len(part) <= 2 and VOWELS.search(cyrillic(part)) is None)


def is_full(name: Name) -> bool:
    """Are a first name and a surname written out?"""
    return bool(name.first and name.last) and not is_initial(name.first)


@lru_cache(maxsize=5 * REMEMBERED)
def fullness(name: Name) -> int:
    """A written first name counts most, then a surname, a patronymic, initials.

    >>> fullness(Name("А. В. Бортников", "А.", "В.", "Бортников")) < fullness(Name("Юрий Ушаков", "Юрий", "", "Ушаков"))
    True
    """
    points = {"first": 8, "last": 4, "patronymic": 2}
    written = sum(worth for part, worth in points.items() if getattr(name, part) and not is_initial(getattr(name, part)))
    return written * 2 + sum(bool(getattr(name, part)) and is_initial(getattr(name, part)) for part in points)


@lru_cache(maxsize=5 * REMEMBERED)
def written(name: Name) -> tuple[int, int, int]:
    """How much of a name is written out: its parts, its words, then its initials.

    >>> written(Name("Мария К. Рохас", "Мария", "К.", "Рохас")) < written(Name("Мария Корина Рохас", "Мария Корина", "", "Рохас"))
    True
    """
    words = [word for part in (name.first, name.patronymic, name.last) for word in part.split() if not is_initial(word)]
    return fullness(name) // 2, len(words), fullness(name)


# Spellings ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=5 * REMEMBERED)
def plain(word: str) -> str:
    """A spelling without what transliterations and typists differ in.

    >>> plain("Петрэус") == plain("Петреус"), plain("Анджелина") == plain("Анжелина"), plain("Остхофф") == plain("Остхоф")
    (True, True, True)
    >>> plain("Майя") == plain("Мая"), plain("Йонас") == plain("Онас")
    (True, False)
    """
    word = cyrillic(word).replace("дж", "ж").replace("э", "е").replace("ь", "").replace("ъ", "")
    word = re.sub(r"(?<=[аеёиоуыюя])й(?=[аеёиоуыюя])", "", word)
    return re.sub(r"(.)\1", r"\1", re.sub(r"[-’'`\s.]", "", word))


@lru_cache(maxsize=5 * REMEMBERED)
def stem(word: str) -> str:
    """What the forms of a name share, whatever its base form was taken to be.

    >>> stem("Мандела"), stem("Манделы"), stem("Небензя"), stem("Яровой"), stem("Ли")
    ('мандел', 'мандел', 'небенз', 'яров', 'ли')
    """
    word = plain(word)
    bare = ENDING.sub("", word)
    return bare if len(bare) >= 3 else word


@lru_cache(maxsize=5 * REMEMBERED)
def heard(word: str) -> str:
    """A spelling in which consonants are one that are written now so and now so in foreign names.

    >>> heard("Азия") == heard("Асия"), heard("Гайко") == heard("Хайко"), heard("Дональт") == heard("Дональд")
    (True, True, True)
    """
    return plain(word).translate(HEARD_ALIKE)


@lru_cache(maxsize=5 * REMEMBERED)
def consonants(word: str) -> str:
    """The skeleton that variants of foreign names share.

    >>> consonants("Мохаммед") == consonants("Мухаммад")
    True
    """
    return VOWELS.sub("", plain(word))


@lru_cache(maxsize=5 * REMEMBERED)
def skeleton(word: str) -> str:
    """The consonants of a spelling as it is heard, which survive another alphabet.

    >>> skeleton("Ulrich") == skeleton("Ульрих"), skeleton("Musk") == skeleton("Маск")
    (True, True)
    """
    return VOWELS.sub("", heard(word))


def is_transliterated(one: str, other: str) -> bool:
    """Are they one name, once in Latin and once in Cyrillic letters?"""
    return is_latin(one) != is_latin(other) and skeleton(one) == skeleton(other) != ""


@lru_cache(maxsize=5 * REMEMBERED)
def pieces(part: str) -> tuple[str, ...]:
    """The words of a part, without particles in lower case.

    >>> pieces("ван Эйк"), pieces("Диас-Канель Бермудес")
    (('Эйк',), ('Диас', 'Канель', 'Бермудес'))
    """
    return tuple([word for word in re.split(r"[-\s]+", part) if word and not word.islower()])


def is_near(one: str, other: str) -> bool:
    """One letter more, less, other, or two exchanged, in words of five letters or more, not at their beginning.

    >>> is_near("громыко", "громыка"), is_near("лавров", "лаврвов"), is_near("зуев", "зубов")
    (True, True, False)
    """
    if min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = next((place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])


# Parts ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=REMEMBERED)
def full_forms(first: str, seeds: Seeds) -> frozenset[str]:
    """A first name and the full names that it may be short for."""
    entry = seeds.first_names.get(fold(first))
    return frozenset({fold(first), *(fold(full) for full in (entry.full_names if entry else ()))})


@lru_cache(maxsize=5 * REMEMBERED)
def firsts(one: str, other: str, seeds: Seeds) -> str:
    """How two first names (or patronymics) agree: ``equal``, ``initial``, ``variant``, ``near``, ``unknown``; "" where they do not."""
    if not one or not other:
        return "unknown"
    if fold(one) == fold(other):
        return "equal"
    if is_initial(one) or is_initial(other):
        return "initial" if fold(one)[0] == fold(other)[0] else ""
    if plain(one) == plain(other) or set(pieces(one)) < set(pieces(other)) or set(pieces(other)) < set(pieces(one)):
        return "variant"
    if full_forms(one, seeds) & full_forms(other, seeds):
        return "variant"
    if fold(one) in seeds.first_names and fold(other) in seeds.first_names and "slavic" in origins(one, other, seeds):
        return ""
    if heard(one) == heard(other) or is_transliterated(one, other) or (len(consonants(one)) > 2 and consonants(one) == consonants(other)):
        return "variant"
    return "near" if is_near(plain(one), plain(other)) and certain_gender(one, seeds) == certain_gender(other, seeds) else ""


def origins(one: str, other: str, seeds: Seeds) -> set[str]:
    return {seeds.first_names[fold(first)].origin for first in (one, other)}


def certain_gender(first: str, seeds: Seeds) -> str:
    entry = seeds.first_names.get(fold(first))
    return entry.gender if entry and entry.gender in ("m", "f") else ""


@lru_cache(maxsize=5 * REMEMBERED)
def lasts(one: str, other: str) -> str:
    """How two surnames agree: ``equal``, ``form``, ``gender`` (of a husband and a wife), ``part``, ``near``; "" where they do not."""
    if not one or not other:
        return ""
    if plain(one) == plain(other):
        return "equal"
    stems, others = [stem(word) for word in pieces(one)], [stem(word) for word in pieces(other)]
    if stems and stems == others:
        return "gender" if _is_couple(fold(one), fold(other)) else "form"
    if is_transliterated(one, other):
        return "form"
    if stems and others and (set(stems) < set(others) or set(others) < set(stems)):
        return "part"
    return "near" if is_near(plain(one), plain(other)) and not _is_couple(one, other) else ""


def _is_couple(one: str, other: str) -> bool:
    """«Громов», «Громова»."""
    return any(MAN.search(man) and WOMAN.search(woman) for man, woman in ((one, other), (other, one)))


def agreement(one: Name, other: Name, seeds: Seeds) -> str:
    """How two names agree: ``patronymic``, ``equal``, ``variant``, ``near``, ``initials``, ``surname``, ``first``; "" where they do not.

    >>> from ..naming import parts
    >>> from ..seeds import load
    >>> agreement(parts("Сергей Лавров", load()), parts("Сергей Викторович Лавров", load()), load())
    'equal'
    >>> agreement(parts("Мария Громова", load()), parts("Марина Громова", load()), load())
    ''
    """
    if not one.last or not other.last:
        return _without_surname(one, other, seeds) or _alone(one, other) or _alone(other, one)
    if _ends(one, other) or _ends(other, one):
        return "first"
    last, first, middle = (
        lasts(one.last, other.last),
        firsts(one.first, other.first, seeds),
        firsts(one.patronymic, other.patronymic, seeds),
    )
    if not last or not first or not middle:
        return "variant" if _are_heard_alike(one, other, seeds) else ""
    if first == "unknown":
        return "surname" if last in ("equal", "form", "part") else ""
    if first == "initial":
        return "initials" if last in ("equal", "form") else ""
    if (first, last) == ("equal", "equal"):
        return "patronymic" if middle == "equal" else "variant" if middle == "near" else "equal"
    if "near" in (first, last):
        return "near" if {first, last} == {"near", "equal"} else ""
    return "" if last == "part" and first != "equal" else "variant"


def _are_heard_alike(one: Name, other: Name, seeds: Seeds) -> bool:
    """«Сайфул Малук», «Саиф уль-Малук»: foreign names of one sound, whatever their vowels, and where their parts are cut."""
    ours = sound(one.whole)
    if len(ours) < LONG_SOUND or ours != sound(other.whole):
        return False
    genders = {certain_gender(name.first, seeds) for name in (one, other)} - {""}
    foreign = not (fold(one.first) in seeds.first_names and fold(other.first) in seeds.first_names)
    return len(genders) < 2 and foreign and not _is_couple(fold(one.last), fold(other.last))


@lru_cache(maxsize=5 * REMEMBERED)
def sound(whole: str) -> str:
    """The consonants of a whole name as they are heard."""
    return skeleton(whole.replace(" ", ""))


def _alone(one: Name, other: Name) -> str:
    """What may be a first name is the surname of the other («Биби», «Асия Биби»), and a surname what may be a patronymic («Радович»,
    «Небойша Радович»)."""
    lone = one.first and not one.last and not one.patronymic and not is_initial(one.first) and " " not in one.first
    if lone:
        return "surname" if lasts(one.first, other.last) == "equal" else ""
    return "surname" if not other.last and lasts(one.whole, other.patronymic) == "equal" else ""


def _ends(one: Name, other: Name) -> bool:
    """«Чхоль» of «Ким Хен Чхоль»: the last of the three words of a name that puts the surname first."""
    words = other.whole.split()
    return len(words) == 3 and words[0] == other.last and one.whole == one.last == words[2]


def _without_surname(one: Name, other: Name, seeds: Seeds) -> str:
    """«Пётр Ильич» is «Пётр Ильич Зуев»; «Елизавета II» is «Елизаветы II» and no Елизавета without a number."""
    if not one.first or not other.first or is_initial(one.first) or is_initial(other.first):
        return ""
    middle = firsts(one.patronymic, other.patronymic, seeds)
    if one.last or other.last:
        written = one.patronymic if not one.last else other.patronymic
        if written:
            return "equal" if middle == "equal" and firsts(one.first, other.first, seeds) == "equal" else ""
        return (
            "first"
            if fold(one.first) in (fold(other.first), *map(fold, pieces(other.first))) or stem(one.first) == stem(other.first)
            else ""
        )
    if middle in ("equal", "unknown") and plain(one.first) == plain(other.first):
        return "equal" if middle == "equal" or " " in one.first else "first"
    return (
        "first"
        if middle == "unknown" and [stem(word) for word in one.first.split()] == [stem(word) for word in other.first.split()]
        else ""
    )


def completes(one: Name, other: Name, seeds: Seeds) -> bool:
    """May a first name with a patronymic be those of a person with a surname, whose own are written shortly or not at all? Of a surname
    that is known a first name that is («В. Путин» is no Валерий).

    >>> from ..naming import parts
    >>> from ..seeds import load
    >>> completes(parts("Ольга Борисовна", load()), parts("О. Громова", load()), load())
    True
    """
    middle = firsts(one.patronymic, other.patronymic, seeds)
    men = seeds.surnamed.get(fold(other.last), ()) if is_initial(other.first) else ()
    known = [fold(man.name) for man in men if man.name[0] == other.first[0]]
    if known and not any(name.startswith(f"{fold(one.first)} ") for name in known):
        return False
    return firsts(one.first, other.first, seeds) in ("equal", "initial") and middle in ("equal", "initial", "unknown")


# Keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=5 * REMEMBERED)
def blocks(name: Name, seeds: Seeds) -> tuple[str, ...]:
    """The keys of which two full names share one at least where they may be one person's."""
    return tuple(dict.fromkeys(_blocks(name, seeds)))


def _blocks(name: Name, seeds: Seeds) -> Iterator[str]:
    initials = {form[0] for form in full_forms(pieces(name.first)[0] if pieces(name.first) else name.first, seeds)}
    for word in pieces(name.last) or [name.last]:
        for initial in sorted(initials):
            yield f"{initial} {stem(word)}"
    first = min(full_forms(name.first, seeds))
    yield f"{first} {plain(name.last)[:3]}-"
    yield f"{first} -{stem(name.last)[-4:]}"
    yield f"{skeleton(name.first)} {skeleton(name.last)}"
    yield sound(name.whole)


@lru_cache(maxsize=5 * REMEMBERED)
def namesakes(name: Name, seeds: Seeds) -> float:
    """How many people in the news may be expected to bear a name, by the shares of its parts among people; a number makes it one's own."""
    if any(NUMBER.fullmatch(word) for word in name.whole.split()[1:]):
        return SOVEREIGN
    last = fold(name.last)
    rate = max((seeds.surname_rates.get(each, 0.0) for each in (last, last.removesuffix("а"), f"{last[:-2]}ий")), default=0.0)
    first = seeds.first_name_rates.get(fold(name.first), 0.0) if not is_initial(name.first) else 0.1
    middle = 0.02 if name.patronymic and not is_initial(name.patronymic) else 1.0
    return NEWSWORTHY * (max(rate, RARE_SURNAME) if last else 1.0) * (max(first, RARE_FIRST_NAME) if name.first else 1.0) * middle
