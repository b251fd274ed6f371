"""What the other words of a document say of the nominative that a word stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from ..morphology import REMEMBERED, fold
from .edits import edits


@lru_cache(maxsize=REMEMBERED)
def choices(word: str) -> frozenset[str]:
    """The folded forms that a word may get."""
    return frozenset(fold(edit.form) for edit in edits(word))


def support(words: Iterable[str]) -> Counter[str]:
    """Of how many spellings each form may be the nominative; names only, words that begin with a capital."""
    spellings = {fold(word): word for word in words if word[:1].isupper()}
    return Counter(form for word in spellings.values() for form in choices(word))


def shared(word: str, supported: Counter[str]) -> frozenset[str]:
    """The forms of a word that explain most spellings of the document, where they explain more than this one.

    >>> sorted(shared("Африне", support(["Африне", "Африна", "Африном"])))
    ['африн']
    """
    most = max((supported[form] for form in choices(word)), default=0)
    return frozenset(form for form in choices(word) if supported[form] == most) if most > 1 else frozenset()
