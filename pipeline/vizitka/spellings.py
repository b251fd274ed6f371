"""What the networks read of a word by its spelling alone: grammemes, letters, shape, and what the seeds say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from slovnet.shape import word_shape

from .morphology import keys, parses
from .seeds import Seeds
from .types import Floats, Ints

CHARS = 18
GRAMMEMES = (
    "NOUN", "ADJF", "ADJS", "COMP", "VERB", "INFN", "PRTF", "PRTS", "GRND", "NUMR", "ADVB", "NPRO", "PRED", "PREP", "CONJ", "PRCL",
    "INTJ", "NUMB", "LATN", "UNKN", "PNCT", "ROMN", "anim", "inan", "masc", "femn", "neut", "ms-f", "sing", "plur", "Sgtm", "Pltm",
    "Fixd", "nomn", "gent", "datv", "accs", "ablt", "loct", "voct", "gen2", "acc2", "loc2", "Abbr", "Name", "Surn", "Patr", "Geox",
    "Orgn", "Trad", "Subx", "Supr", "Qual", "Apro", "Anum", "Poss", "perf", "impf", "tran", "intr", "pres", "past", "futr", "impr",
    "indc", "excl", "1per", "2per", "3per", "actv", "pssv", "Init", "Infr", "Slng", "Arch", "Litr", "Erro", "Dist", "Ques", "Dmns",
    "Prnt", "Adjx", "V-be", "V-en", "V-ie", "V-bi", "Fimp", "Prdx", "Coun", "Coll", "V-sh", "Af-p", "Inmx", "Vpre", "Anph", "known",
)  # fmt: skip
GAZETTEER = (
    "country", "adjective", "inhabitant", "organization", "place", "place adjective", "begins known", "office", "rank", "occupation",
    "role adjective", "role verb", "status", "body", "unit", "company", "organization noun", "short noun", "legal form", "man", "woman",
    "family first", "particle",
)  # fmt: skip
LETTERS = (
    " абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    ".,-«»\"()'–—:;?!%№$€/&+"
)
CYRILLIC = re.compile("[а-яёА-ЯЁ]")
GENDERS = {"m": "man", "f": "woman"}
_GRAMMEME = {name: place for place, name in enumerate(GRAMMEMES)}
_SAID = {name: place for place, name in enumerate(GAZETTEER)}
_LETTER = {letter: place for place, letter in enumerate(LETTERS)}


class Spellings(NamedTuple):
    """Some spellings, a row or an item each: word, lemma, shape, marks (grammemes by score, then the gazetteer's), letters."""

    words: Sequence[str]
    lemmas: list[str]
    shapes: list[str]
    marks: Floats
    letters: Ints


def spellings(words: Sequence[str], seeds: Seeds) -> Spellings:
    """The features of some words."""
    marks = np.zeros((len(words), len(GRAMMEMES) + len(GAZETTEER)), dtype=np.float32)
    told = [(row, place, share) for row, word in enumerate(words) for place, share in _marked(word, seeds)]
    rows, places, shares = zip(*told, strict=True) if told else ((), (), ())
    np.add.at(marks, (list(rows), list(places)), np.array(shares, dtype=np.float32))
    letters = np.array([numbered(word) for word in words], dtype=np.int32).reshape(-1, CHARS)
    return Spellings(words, [lemma(word) for word in words], [word_shape(word) for word in words], marks, letters)


def lemma(word: str) -> str:
    """The dictionary's likeliest lemma; digits count by their number.

    >>> lemma("Министрам"), lemma("2025"), lemma("NASA")
    ('министр', '0000', 'nasa')
    """
    if is_cyrillic(word):
        return parses(word)[0].lemma
    return "0" * len(word) if word.isdigit() else word.lower()


def is_cyrillic(word: str) -> bool:
    return CYRILLIC.search(word) is not None


def _marked(word: str, seeds: Seeds) -> Iterator[tuple[int, float]]:
    """The marks of a word and how much of them: of a grammeme the score of the readings that have it."""
    if is_cyrillic(word):
        readings = parses(word)
        for reading in readings:
            yield from ((place, reading.score) for place in _places(reading.marks))
        if readings[0].source.is_known:
            yield _GRAMMEME["known"], 1.0
    for name in set(said(word, seeds)):
        yield len(GRAMMEMES) + _SAID[name], 1.0


@lru_cache(maxsize=10_000)
def _places(marks: frozenset[str]) -> tuple[int, ...]:
    return tuple(_GRAMMEME[name] for name in marks if name in _GRAMMEME)


def said(word: str, seeds: Seeds) -> Iterator[str]:
    """The classes of the seeds that a word belongs to.

    >>> from vizitka import seeds
    >>> sorted(set(said("министров", seeds.load())))
    ['office']
    """
    if not word[:1].isalpha():
        return
    for node in seeds.phrases.starts(word):
        yield from (entry.kind for entry in node.entries)
        if node.onward:
            yield "begins known"
    if seeds.statuses.starts(word):
        yield "status"
    if word in seeds.legal_forms:
        yield "legal form"
    for key in keys(word):
        yield from _said_of(key, seeds)


def _said_of(key: str, seeds: Seeds) -> Iterator[str]:
    if key in seeds.roles:
        yield seeds.roles[key].kind
    if key in seeds.organization_nouns:
        yield "organization noun"
        if seeds.organization_nouns[key] in _SAID:
            yield seeds.organization_nouns[key]
    if key in seeds.first_names and seeds.first_names[key].gender in GENDERS:
        yield GENDERS[seeds.first_names[key].gender]
    for name, members in (("role adjective", seeds.role_adjectives), ("role verb", seeds.role_verbs), ("short noun", seeds.short_nouns),
                          ("family first", seeds.family_first), ("particle", seeds.particles), ("particle", seeds.name_suffixes),
                          ("status", seeds.status_prefixes)):  # fmt: skip
        if key in members:
            yield name


def numbered(word: str) -> list[int]:
    """Numbers of the characters; a long word keeps its start and its end."""
    word = word if len(word) <= CHARS else word[: CHARS // 2] + word[-CHARS // 2 :]
    return [_LETTER.get(letter, len(LETTERS)) for letter in word] + [0] * (CHARS - len(word))
