"""Names that many bodies bear: «Верховный суд», «Министерство иностранных дел»."""

from __future__ import annotations

from functools import lru_cache

from .morphology import REMEMBERED, keys
from .seeds import Seeds


@lru_cache(maxsize=REMEMBERED)
def is_general(name: str, seeds: Seeds) -> bool:
    """May several bodies bear a name of two words or more, which says only what they are?

    >>> from .seeds import load
    >>> is_general("Верховный суд", load()), is_general("Генеральный штаб", load()), is_general("Газпром нефть", load())
    (True, True, False)
    """
    if name in seeds.organizations:
        return seeds.organizations[name].kind == "generic"
    words = name.split()
    return len(words) > 1 and any(not seeds.organization_nouns.keys().isdisjoint(keys(word)) for word in words)
