"""What a body inside another is called: «региональное отделение «Зари»» by its own words, «отдел «Зари»» by nothing but a title."""

from __future__ import annotations

from functools import lru_cache

from .morphology import REMEMBERED, keys
from .seeds import Seeds


@lru_cache(maxsize=REMEMBERED)
def is_branch(words: tuple[str, ...], seeds: Seeds) -> bool:
    """Do the words around the name of the whole tell which of its bodies is meant?

    >>> from .seeds import load
    >>> [is_branch(tuple(words.split()), load()) for words in ("регионального отделения", "миссии наблюдателей", "отдела закупок", "суда")]
    [True, True, False, False]
    """
    own = [word for word in words if word not in seeds.words["host"]]  # «представительство при …»
    if len(own) < 2:
        return False
    sorts = (seeds.organization_nouns[key] for word in own for key in sorted(keys(word)) if key in seeds.organization_nouns)
    return not keys(own[0]).isdisjoint(seeds.words["local"]) or next(sorts, "unit") != "unit"
