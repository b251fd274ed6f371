"""What an organization's name says however it is written: «партия "Труд"» is «Партия «Труд»», «МИД ФРГ» the «МИД Германии»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import dropwhile

from ..morphology import REMEMBERED, is_acronym, keys, parses
from ..phrases import spelled
from ..seeds import Seeds
from ..transliteration import cyrillic, is_latin
from .names import skeleton

QUOTES = frozenset("«»“”„‟\"'‘’")
LONG = 6
SHORT = 2
COUNTRIES, PLACES = frozenset({"country", "adjective"}), frozenset({"place", "place adjective"})
APART = frozenset({"company", "media", "party", "sport"})  # nothing is of two of these sorts
TOLD = "[<"  # what stands for countries and places


@lru_cache(maxsize=REMEMBERED)
def key(name: str, seeds: Seeds) -> str:
    """Equal for the spellings of one name: without quotation marks, legal form, a noun that tells nothing of what is quoted,
    and «страны»; countries as codes behind all else, and letters without what transliterations differ in, of a name of its own without
    vowels; what the seeds know inside it by its name.

    >>> from ..seeds import load
    >>> key("компания «Норд-Стрим»", load()), key("Норд Стрим", load())
    ('нртстрм', 'нртстрм')
    >>> key("охранная фирма «Щит»", load()) == key("«Щит»", load()) == key("сеть магазинов «Щит»", load())
    True
    >>> key("партия «Победа»", load()) == key("авиакомпания «Победа»", load())
    False
    >>> key("партия «Тахрир-е-Бадахан»", load()) == key("Tehrir-i-Badakhan", load())
    True
    >>> key("Кабинет Министров Соединенного Королевства", load()) == key("Кабинет министров Британии", load())
    True
    >>> key("российское посольство в Чили", load()) == key("Посольство России в Чили", load())
    True
    >>> key("Тульский районный суд", load()) == key("районный суд Тулы", load())
    True
    >>> key("отдел российского МИДа", load()) == key("Отдел Министерства иностранных дел России", load())
    True
    """
    words = spelled(name)
    kept = [word for word in _proper(words, seeds) if not (word in QUOTES or word in seeds.legal_forms or word in seeds.words["own state"])]
    whole = list(_whole(kept or words, seeds))
    said = sorted(filter(None, _said(whole, seeds)), key=lambda word: word[0] in TOLD)
    bare = "".join(word if word[0] in TOLD else skeleton(word) for word in said)
    return bare if len(bare) >= LONG and not _is_described(kept or words, seeds) else "".join(said)


@lru_cache(maxsize=REMEMBERED)
def is_common(name: str, is_small: bool, seeds: Seeds) -> bool:
    """May several bodies bear a name, because it says what they are, not whose or where? One of several words must be
    written small, unless a body that every state has heads it («Министерство труда и соцзащиты»).

    >>> from ..seeds import load
    >>> [is_common(name, True, load()) for name in ("Министерство обороны", "суд города", "ГУ МЧС", "посольство Перу", "посольство в Чили")]
    [True, True, True, True, True]
    >>> is_common("- парламент", True, load())  # of a list, a mark of which was taken along
    True
    >>> [is_common(name, True, load()) for name in ("пресс-служба МЧС", "делегация Перу", "ЧВК", "Перу", "ГУ МЧС по региону")]
    [True, True, True, True, True]
    >>> [is_common(name, False, load()) for name in ("Совет директоров", "Наблюдательный совет АО", "Совет директоров «Зари»")]
    [True, True, False]
    >>> [is_common(name, True, load()) for name in ("суд Тулы", "пресс-служба МЧС Перу", "посольство Перу в Чили", "перуанская армия")]
    [False, False, False, False]
    """
    if name in seeds.organizations:
        return seeds.organizations[name].is_general
    words = spelled(name)
    if any(not keys(word).isdisjoint(seeds.words["mission"]) for word in words):
        return not _is_placed(words, seeds)
    if _is_team(words, seeds) or _is_short(name, seeds) or _is_of_a_body(words, seeds) or _is_board(words, seeds):
        return True
    if any(word in QUOTES or (word[0].isupper() and not is_acronym(word)) for word in words[1:]):
        return False
    if words[-1] in seeds.words["own place"]:
        return True
    if not is_small and len(words) > 1 and keys(words[0]).isdisjoint(seeds.words["state body"] | seeds.words["ministry"]):
        return False
    if any(not keys(word).isdisjoint(seeds.words["local"]) for word in words):
        return True
    if any(is_acronym(word) for word in words) or _is_states(words, seeds):
        return False
    return _is_described(words, seeds)


def is_definition(name: str, acronym: str, seeds: Seeds) -> bool:
    """Does a name tell what an acronym stands for, or only what sort of thing bears it, and not one of several that do?

    >>> from ..seeds import load
    >>> [is_definition(name, "УФРН", load()) for name in ("Управление по работе с населением", "компания УФРН", "тульское УФРН")]
    [True, True, False]
    """
    others = [word for word in spelled(name) if word != acronym and word not in QUOTES]
    sorts = (word in seeds.legal_forms or not keys(word).isdisjoint(seeds.organization_nouns) for word in others)
    return acronym not in spelled(name) or all(sorts)


@lru_cache(maxsize=REMEMBERED)
def is_common_place(name: str, seeds: Seeds) -> bool:
    """May several places bear a name that the seeds do not know, as many districts, villages and streets are called alike?

    >>> from ..seeds import load
    >>> [is_common_place(name, load()) for name in ("Советский район", "Николаевка", "Киев", "Гафуровский район", "район")]
    [True, True, False, False, True]
    >>> is_common_place("Тверская", load())  # a street or a station
    True
    """
    if name in seeds.places:
        return False
    entries = seeds.phrases.whole(name) if " " not in name else []
    adjective = bool(entries) and all(entry.kind == "place adjective" for entry in entries)
    return adjective or all(not keys(word).isdisjoint(seeds.words["common place"]) for word in spelled(name))


@lru_cache(maxsize=REMEMBERED)
def is_of_several(name: str, seeds: Seeds) -> bool:
    """May a name or an adjective be that of several states?

    >>> from ..seeds import load
    >>> [is_of_several(name, load()) for name in ("конголезский", "Перу", "СССР")]
    [True, False, False]
    """
    return len({entry.key for entry in seeds.phrases.whole(name)}) > 1


@lru_cache(maxsize=REMEMBERED)
def land_of(name: str, seeds: Seeds) -> str:
    """The land that is a state to some and a place to others, "" for another name.

    >>> from ..seeds import load
    >>> land_of("ДНР", load()), land_of("Приднестровье", load()), land_of("СССР", load())
    ('Донецкая Народная Республика', 'Приднестровье', '')
    """
    places = {entry.key for entry in seeds.phrases.whole(name) if entry.kind == "place"}
    known = [seeds.places[key] for key in places]
    return known[0].name if len(known) == 1 and known[0].kind == "region" and not known[0].country_code else ""


def _is_team(words: list[str], seeds: Seeds) -> bool:
    """«Российская делегация», «сборная России», but not «сборная России по шахматам»: may it be another each time?"""
    return "по" not in words and any(not keys(word).isdisjoint(seeds.words["team"]) for word in words)


def _is_board(words: list[str], seeds: Seeds) -> bool:
    """«Наблюдательный совет», «Совет директоров АО»: is it a board of nobody that is named?"""
    board = seeds.boards.longest(words, 0)
    return board is not None and all(word in seeds.legal_forms for word in words[board[0] :])


def _is_short(name: str, seeds: Seeds) -> bool:
    """Two letters, letters that stand for what many are («ЧВК»), or what a country is called?"""
    letters = is_acronym(name) and (len(name) <= SHORT or name.lower() in seeds.words["common letters"])
    return letters or any(entry.kind == "country" for entry in seeds.phrases.whole(name))


def _is_of_a_body(words: list[str], seeds: Seeds) -> bool:
    """«Пресс-служба [МЧС]»: is it a part of a body that several states have, and nothing says which?"""
    for place in range(1, len(words)):
        stop, entries = seeds.phrases.longest(words, place) or (place, [])
        if any(entry.kind == "organization" and seeds.organizations[entry.key].is_general for entry in entries):
            others = (*words[1:place], *words[stop:])
            return all(word.islower() for word in others) and not any(said[:1] == "[" for said in _said(words, seeds))
    return False


def _is_states(words: list[str], seeds: Seeds) -> bool:
    """«Украинская армия», «польское внешнеполитическое ведомство»: a body that each state has one of, and whose?"""
    body = not keys(words[-1]).isdisjoint(seeds.words["state body"]) or list(_whole(words, seeds)) != words
    return body and len(words) > 1 and any(said[:1] == "[" for said in _said(words, seeds))


def _is_placed(words: list[str], seeds: Seeds) -> bool:
    """Do the words say of a mission whose it is and where?"""
    host = next((place for place, word in enumerate(words) if word in seeds.words["host"]), 0)
    return any(said[:1] == "[" for said in _said(words[:host], seeds))


def _is_described(words: list[str], seeds: Seeds) -> bool:
    """«Администрация региона»: Russian words that say what it is, no name of its own («Норд-Стрим», «движение Талибан»)?"""
    others = [word for word in words if seeds.organization_nouns.keys().isdisjoint(keys(word))]
    return len(others) < len(words) and not any(is_strange(word) for word in others)


@lru_cache(maxsize=REMEMBERED)
def is_strange(word: str) -> bool:
    """Is a word none of Russian, as foreign names are, whose vowels are written now so and now so?

    >>> is_strange("Лаббаик"), is_strange("Labbaik"), is_strange("нефть"), is_strange("Каменская"), is_strange("СОШ")
    (True, True, False, False, False)
    """
    if is_acronym(word) or not word[0].isalpha():
        return False
    return not any(parse.source.is_known or parse.pos == "ADJF" for parse in parses(cyrillic(word)))


def _proper(words: list[str], seeds: Seeds) -> list[str]:
    """What stands behind «компания», «охранная фирма», «сеть магазинов», «акционерное общество» in quotation marks or in Latin letters;
    but all of «партия «Победа»», which is not the airline."""
    form = seeds.full_forms.longest(words, 0)
    if form and form[0] < len(words) and words[form[0]] in QUOTES:
        return words[form[0] :]
    quotation = next((place for place, word in enumerate(words) if word in QUOTES or is_latin(word)), 0)
    before = dropwhile(lambda word: not keys(word).isdisjoint(seeds.words["sort"]), words[:quotation])
    noun, *others = [*before] or ["-"]
    plain = not keys(noun).isdisjoint(seeds.plain_nouns) and all(map(str.islower, others))
    sorts = {seeds.organization_nouns[key] for key in keys(noun) & seeds.organization_nouns.keys()} if plain else set()
    named = _quoted(seeds).get(" ".join(word for word in words[quotation:] if word not in QUOTES), sorts) if plain else sorts
    return words if not plain or (set() < sorts <= APART and sorts != named) else words[quotation:]


@lru_cache(maxsize=1)
def _quoted(seeds: Seeds) -> dict[str, set[str]]:
    """The kinds of the companies, media and parties that the seeds know by a quotation, by what it says."""
    kinds: dict[str, set[str]] = {}
    for each in seeds.organizations.values():
        found = re.search("«(.+)»$", each.name) if each.kind in APART else None
        if found:
            kinds.setdefault(" ".join(spelled(found[1])), set()).add(each.kind)
    return kinds


def _whole(words: list[str], seeds: Seeds) -> Iterator[str]:
    """With the names of what the seeds know inside: «отдел [МИДа]», «отдел [Министерства иностранных дел]»."""
    place = 0
    while place < len(words):
        stop, entries = seeds.phrases.longest(words, place) or (place + 1, [])
        known = {entry.key for entry in entries if entry.kind == "organization"}
        yield from spelled(known.pop()) if len(known) == 1 and stop - place < len(words) else words[place:stop]
        place = stop


def _said(words: list[str], seeds: Seeds) -> Iterator[str]:
    """The words, countries as codes, and the places of courts by their names («[Тульский] суд», «суд [Тулы]»)."""
    words = [cyrillic(word) if is_latin(word) else word for word in words]
    court = any(not keys(word).isdisjoint(seeds.words["court"]) for word in words)
    place = 0
    while place < len(words):
        stop, entries = seeds.phrases.longest(words, place) or (place + 1, [])
        codes = {entry.key for entry in entries if entry.kind in COUNTRIES}
        towns = {entry.key for entry in entries if court and entry.kind in PLACES}
        if len(codes) == 1 or (len(towns) == 1 and not codes):
            yield f"[{codes.pop()}]" if codes else f"<{towns.pop()}>"
            place = stop
        else:
            yield sounded(words[place])
            place += 1


def sounded(word: str) -> str:
    """«Стокхольм» and «Стоккхольм»: letters doubled or not, э or е, with or without marks, Latin or Cyrillic.

    >>> sounded("Норд-Стримм"), sounded("Gazprom")
    ('нордстрим', 'газпром')
    """
    return re.sub(r"([^\W\d])\1", r"\1", re.sub(r"\W", "", cyrillic(word).replace("э", "е")))
