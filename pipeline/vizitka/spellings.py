"""What the networks read of a word by its spelling alone: grammemes, letters, shape, and what the seeds say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from slovnet.shape import word_shape

from .morphology import keys, known, parses
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
    letters = np.array([numbered(word) for word in words], dtype=np.int32).reshape(-1, CHARS)
    marks = np.concatenate((_grammemes(words), _gazetteer(words, seeds)), axis=1)
    return Spellings(words, [lemma(word) for word in words], [word_shape(word) for word in words], marks, letters)


def _grammemes(words: Sequence[str]) -> Floats:
    """(words × grammemes) of each grammeme the score of the readings that have it."""
    out = np.zeros((len(words), len(GRAMMEMES)))
    read = [(row, parses(word)) for row, word in enumerate(words) if is_cyrillic(word)]
    if read:
        told = [reading for _, readings in read for reading in readings]
        numbers = {marks: number for number, marks in enumerate(dict.fromkeys(reading.marks for reading in told))}
        table = np.array(list(map(_row, numbers)))[[numbers[reading.marks] for reading in told]]
        table *= np.array([[reading.score] for reading in told])
        counts = [len(readings) for _, readings in read]
        out[[row for row, _ in read]] = np.add.reduceat(table, np.cumsum([0, *counts[:-1]]))
        out[[row for row, _ in read if known(words[row])], _GRAMMEME["known"]] = 1
    return out.astype(np.float32)


@lru_cache(maxsize=10_000)
def _row(marks: frozenset[str]) -> np.ndarray:
    return np.array([float(name in marks) for name in GRAMMEMES])


def _gazetteer(words: Sequence[str], seeds: Seeds) -> Floats:
    """(words × classes of the seeds) does a word belong to a class?"""
    out = np.zeros((len(words), len(GAZETTEER)), dtype=np.float32)
    told = [(row, _SAID[name]) for row, word in enumerate(words) for name in said(word, seeds)]
    if told:
        out[tuple(zip(*told, strict=True))] = 1
    return out


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
    classes = _classes(seeds)
    for key in keys(word):
        yield from classes.get(key, ())


@cache
def _classes(seeds: Seeds) -> dict[str, tuple[str, ...]]:
    """The classes of each key of the seeds."""
    members: tuple[tuple[str, Iterable[str]], ...] = (
        ("organization noun", seeds.organization_nouns), ("role adjective", seeds.role_adjectives), ("role verb", seeds.role_verbs),
        ("short noun", seeds.short_nouns), ("family first", seeds.family_first), ("particle", seeds.particles),
        ("particle", seeds.name_suffixes), ("status", seeds.status_prefixes),
    )  # fmt: skip
    told = [(key, name) for name, those in members for key in those]
    told += [(key, role.kind) for key, role in seeds.roles.items()]
    told += [(key, kind) for key, kind in seeds.organization_nouns.items() if kind in _SAID]
    told += [(key, GENDERS[name.gender]) for key, name in seeds.first_names.items() if name.gender in GENDERS]
    found: dict[str, tuple[str, ...]] = {}
    for key, name in told:
        found[key] = (*found.get(key, ()), name)
    return found


def numbered(word: str) -> list[int]:
    """Numbers of the characters; a long word keeps its start and its end."""
    word = word if len(word) <= CHARS else word[: CHARS // 2] + word[-CHARS // 2 :]
    return [_LETTER.get(letter, len(LETTERS)) for letter in word] + [0] * (CHARS - len(word))
