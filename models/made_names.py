"""Names made from the seeds and declined, to teach what news of Russia seldom shows: foreign surnames, countries, long organizations."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from vizitka.inflection import Phrase
from vizitka.inflection.endings import (
    ADJECTIVE,
    ADJECTIVE_HERS,
    CONSONANT,
    POSSESSIVE,
    POSSESSIVE_HERS,
    POSSESSIVES,
    SOFT,
    WITH_A,
    WITH_YA,
)
from vizitka.morphology import CASES, Grammar, inflect, parses, recase
from vizitka.phrases import spelled
from vizitka.seeds import Seeds, table

CONSONANTS = "бвгджзклмнпрстфхцчшщ"
PREPOSITIONS = {"gent": ("от", "у"), "datv": ("к",), "ablt": ("с",), "loct": ("о", "в")}
Made = tuple[Phrase, list[str], str]


def declined(name: str, gender: str, case: str, stiff: bool = False) -> str:
    """A name in a case.

    >>> declined("Мередов", "masc", "ablt"), declined("Попеску", "masc", "gent"), declined("Нгуен", "femn", "datv")
    ('Мередовым', 'Попеску', 'Нгуен')
    """
    if case == "nomn" or stiff:
        return name
    endings, cut = _paradigm(name, gender)
    choices = endings.get(case, "").split()
    return name[: len(name) - cut] + _fitting(choices, name[: len(name) - cut], case) if choices else name


def _fitting(choices: Sequence[str], stem: str, case: str) -> str:
    hush, soft = stem[-1] in "гкхжшчщ", stem[-1] in "жшчщц"
    if choices[0] == "ы":
        return "и" if hush else "ы"
    if choices[0] in ("ом", "ой") and len(choices) > 1:
        return "е" + choices[0][1] if soft else choices[0]
    if choices[0] in ("ого", "ому", "ым") and len(choices) > 1:
        return choices[1] if soft or (hush and choices[0] == "ым") else choices[0]
    return choices[0]


def _paradigm(name: str, gender: str) -> tuple[dict[str, str], int]:
    last = name[-1]
    if gender == "femn":
        if name.endswith(tuple(f"{end}а" for end in POSSESSIVE)) and len(name) > 4:
            return POSSESSIVE_HERS, 1
        if name.endswith("ая"):
            return ADJECTIVE_HERS, 2
        return (WITH_A, 1) if last == "а" else (WITH_YA, 1) if last == "я" else ({}, 0)
    if name.endswith(POSSESSIVE) and len(name) > 4:
        return POSSESSIVES, 0
    if name.endswith(("ский", "цкий", "ый")):
        return ADJECTIVE, 2
    if last in CONSONANTS:
        return CONSONANT, 0
    return (SOFT, 1) if last in "йь" else (WITH_A, 1) if last == "а" else (WITH_YA, 1) if last == "я" else ({}, 0)


def made(seeds: Seeds, count: int, seed: int = 5) -> Iterator[Made]:
    """People, then countries, places and organizations, half of them with the grammar that a sentence would show."""
    chance = random.Random(seed)
    firsts = [row for row in table("first_names") if row["gender"] in "mf" and row["name"].isalpha()]
    endings = [row for row in table("surname_endings") if len(row["ending"]) > 1]
    for _ in range(count):
        yield _person(chance, firsts, endings)
    names = [
        name for row in (*table("countries"), *table("places"), *table("organizations")) for name in (row["name"], row.get("full_name", ""))
    ]
    for name in names:
        for case in chance.sample(CASES, 4):
            found = _phrase(chance, name, case) if name else None
            if found:
                yield found


def _person(chance: random.Random, firsts: Sequence[dict[str, str]], endings: Sequence[dict[str, str]]) -> Made:
    row, end, case = chance.choice(firsts), chance.choice(endings), chance.choice((*CASES, "nomn", "nomn", "nomn"))
    gender = "masc" if row["gender"] == "m" else "femn"
    stem = chance.choice(firsts)["name"].rstrip("аяьй")[: chance.randint(2, 5)].capitalize()
    plain = stem + end["ending"] if chance.random() < 0.6 else stem + chance.choice(firsts)["name"].lower()[-3:]
    ending = end["ending"] if plain.endswith(end["ending"]) else ""
    stiff = bool(ending) and end["declines"] == "none"
    last = _hers(plain) if gender == "femn" else plain
    words, bases = (declined(row["name"], gender, case), declined(last, gender, case, stiff)), [row["name"], last]
    if chance.random() < 0.15:
        words, bases = words[1:], bases[1:]
    if len(words) == 2 and chance.random() < 0.2:
        middle = ["А", "."]
        words, bases = (words[0], *middle, words[1]), [bases[0], *middle, bases[1]]
    return _told(chance, words, bases, "person", tuple(Grammar("NOUN", case, "sing", gender) for _ in words), case)


def _hers(surname: str) -> str:
    if surname.endswith(POSSESSIVE) and len(surname) > 4:
        return f"{surname}а"
    return f"{surname[:-2]}ая" if surname.endswith(("ский", "цкий", "ный")) else surname


def _phrase(chance: random.Random, name: str, case: str) -> Made | None:
    """The leading adjectives and the noun after them in a case, where the dictionary knows them all."""
    words, out, grammars, done = spelled(name), [], [], False
    for word in words:
        reading = next((each for each in parses(word) if each.pos in ("ADJF", "PRTF", "NOUN") and each.case == "nomn"), None)
        if done or reading is None:
            out.append(word)
            grammars.append(Grammar(parses(word)[0].pos, parses(word)[0].case, parses(word)[0].number, parses(word)[0].gender))
            if not done:
                return None
            continue
        form = inflect(reading, case) if reading.source.is_known else None
        if form is None:
            return None
        out.append(recase(form, word))
        grammars.append(Grammar(reading.pos, case, reading.number, reading.gender))
        done = reading.pos == "NOUN"
    kind = "organization" if len(words) > 3 else "location"
    return _told(chance, tuple(out), words, kind, tuple(grammars), case) if done else None


def _told(chance: random.Random, words: tuple[str, ...], bases: list[str], kind: str, grammars: tuple[Grammar, ...], case: str) -> Made:
    if chance.random() < 0.5 and (case != "accs" or kind == "person"):
        return Phrase(words, (Grammar(),) * len(words), kind), bases, case
    before = PREPOSITIONS.get(case)
    left = (chance.choice(before), Grammar("PREP")) if before and chance.random() < 0.5 else ("", Grammar())
    return Phrase(words, grammars, kind, left), bases, case
