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


def shared(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Of each word of a document the forms that explain most of its spellings, where they explain more than one; of these only names count,
    words that begin with a capital.

    >>> sorted(shared(["Африне", "Африна", "Африном"])["Африне"])
    ['африн']
    """
    all_ = dict.fromkeys(words)
    spellings = {fold(word): word for word in all_ if word[:1].isupper()}
    supported = Counter(form for word in spellings.values() for form in choices(word))
    return {word: _most(choices(word), supported) for word in all_}


def _most(forms: frozenset[str], supported: Counter[str]) -> frozenset[str]:
    most = max((supported[form] for form in forms), default=0)
    return frozenset(form for form in forms if supported[form] == most) if most > 1 else frozenset()
