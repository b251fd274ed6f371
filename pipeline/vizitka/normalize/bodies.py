"""Names that bodies of many states bear: «Верховный суд», «Министерство иностранных дел»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..morphology import REMEMBERED, fold, keys
from ..seeds import Seeds


def whole(names: Iterable[str], seeds: Seeds) -> dict[str, str]:
    """Which of a document's names a shorter one stands for, where it can be only one.

    >>> from ..seeds import load
    >>> whole(["Верховный суд", "Верховный суд Пакистана", "Газпром", "Газпром нефть"], load())
    {'Верховный суд': 'Верховный суд Пакистана'}
    """
    told = {name: fold(name).split() for name in sorted(names)}
    meant = {name: [other for other in told if _goes_on(told[name], told[other], other, seeds)] for name in told if is_general(name, seeds)}
    return {name: longer[0] for name, longer in meant.items() if len(longer) == 1}


def _goes_on(words: Sequence[str], more: Sequence[str], other: str, seeds: Seeds) -> bool:
    """Is the other name the same with whose it is: «Пакистана», but not «страны»?"""
    rest = other.split()[len(words) :]
    return more[: len(words)] == words and bool(rest) and rest[0][0].isupper() and rest[-1] not in seeds.words["own state"]


@lru_cache(maxsize=REMEMBERED)
def is_general(name: str, seeds: Seeds) -> bool:
    """May several bodies bear a name of two words or more, which says only what they are?

    >>> from ..seeds import load
    >>> is_general("Верховный суд", load()), is_general("Генеральный штаб", load()), is_general("Газпром нефть", load())
    (True, True, False)
    """
    if name in seeds.organizations:
        return seeds.organizations[name].kind == "generic"
    words = name.split()
    return len(words) > 1 and any(not seeds.organization_nouns.keys().isdisjoint(keys(word)) for word in words)
