"""Names in Latin letters as a Russian text would write them, to be compared with those that it does write."""

from __future__ import annotations

import re
from functools import cache

from .morphology import fold
from .seeds import table

LATIN = re.compile(r"[a-zß-öø-ɏəș-ț]+")


def cyrillic(word: str) -> str:
    """A word folded, its Latin letters as Cyrillic ones by ``seeds/transliteration.tsv``.

    >>> cyrillic("Gazprom"), cyrillic("ТАСС"), cyrillic("Bahçeli")
    ('газпром', 'тасс', 'бахчели')
    """
    return LATIN.sub(lambda found: _sounds().sub(lambda each: _letters()[each.group()], found.group()), fold(word))


def is_latin(word: str) -> bool:
    """Does a word have Latin letters?"""
    return LATIN.search(fold(word)) is not None


@cache
def _letters() -> dict[str, str]:
    return {row["latin"]: row["cyrillic"] for row in table("transliteration")}


@cache
def _sounds() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _letters()), key=len, reverse=True)))
