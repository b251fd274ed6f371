"""What the other words of a document say of the nominative that a word stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from ..morphology import REMEMBERED, fold
from .edits import edits


@lru_cache(maxsize=REMEMBERED)
def choices(word: str) -> frozenset[str]:
    """The folded forms that a word may get."""
    return frozenset(map(fold, {edit.form for edit in edits(word)}))


def shared(words: Iterable[str]) -> Callable[[str], frozenset[str]]:
    """Tells of a word of a document the forms that explain most of its spellings, where they explain more than one; of these only names
    count, words that begin with a capital.

    >>> sorted(shared(["Африне", "Африна", "Африном"])("Африне"))
    ['африн']
    """
    alike: dict[str, dict[str, str]] = {}
    for word in dict.fromkeys(words):
        if word[:1].isupper():
            alike.setdefault(_stem(word), {})[fold(word)] = word

    @cache
    def supported(stem: str) -> Sequence[frozenset[str]]:
        names = alike.get(stem, {})
        return list(map(choices, names.values())) if len(names) > 1 else ()

    return cache(lambda word: _most(word, supported(_stem(word))))


@lru_cache(maxsize=REMEMBERED)
def _stem(word: str) -> str:
    """What all forms of a word begin with, also where a vowel comes and goes: «Лев» and «Льва» with «лв»."""
    low = fold(word)
    return low[:1] + next((letter for letter in low[1:] if letter not in "аеиоуыэюяьъ"), "")


def _most(word: str, supported: Sequence[frozenset[str]]) -> frozenset[str]:
    """The forms of a word that most of these have, where more than one has them."""
    if not supported:
        return frozenset()
    told = {form: sum([form in able for able in supported]) for form in choices(word)}
    most = max(told.values())
    return frozenset(form for form, count in told.items() if count == most) if most > 1 else frozenset()
