"""What tells a body apart that is written small: «региональное отделение «Зари»», «кафедра истории», «чилийский парламент»."""

from __future__ import annotations

from functools import lru_cache

from .morphology import REMEMBERED, keys
from .seeds import Seeds

STAFF = frozenset({"body", "society", "unit"})  # sorts of organizations that may be of whom an office has: «аппарат [губернатора]»


@lru_cache(maxsize=REMEMBERED)
def is_branch(words: tuple[str, ...], seeds: Seeds) -> bool:
    """Do the words around the name of the whole tell which of its bodies is meant, or that it is one of those that it has in other places?

    >>> from .seeds import load
    >>> [is_branch(tuple(words.split()), load()) for words in ("регионального отделения", "отдела закупок", "миссии", "суда при")]
    [True, True, True, False]
    """
    own = [word for word in words if word not in seeds.words["host"]]
    return len(own) > 1 or any(not keys(word).isdisjoint(seeds.words["outpost"]) for word in own)


@lru_cache(maxsize=REMEMBERED)
def is_department(words: tuple[str, ...], seeds: Seeds) -> bool:
    """Does the noun of a department head the words, and do they tell which it is, without the name of the whole?

    >>> from .seeds import load
    >>> [is_department(tuple(words.split()), load()) for words in ("кафедрой истории", "управления завода", "совета директоров банка")]
    [True, False, False]
    """
    nouns = [word for word in words if not seeds.organization_nouns.keys().isdisjoint(keys(word))]
    free, roles = [word for word in words if word not in nouns and word not in seeds.words["own place"]], seeds.roles.keys()
    others = [word for word in free if roles.isdisjoint(keys(word))]
    told = bool(nouns and others) and not keys(nouns[0]).isdisjoint(seeds.words["department"])
    return told and not seeds.boards.longest(words, 0)


@lru_cache(maxsize=REMEMBERED)
def is_body_of_state(words: tuple[str, ...], seeds: Seeds) -> bool:
    """Is it the adjective of a state and a noun for its parliament, or for a body that each state has one of, or such a body of that one?

    >>> from .seeds import load
    >>> [is_body_of_state(tuple(words.split()), load()) for words in ("чилийского парламента", "генштаба чилийской армии", "новой армии")]
    [True, True, False]
    """
    bodies = seeds.words["state body"]
    of_state = len(words) > 1 and any(entry.kind == "adjective" for entry in seeds.phrases.whole(words[-2]))
    is_body = not keys(words[-1]).isdisjoint(bodies | seeds.words["parliament"])
    return of_state and is_body and all(keys(word) & bodies for word in words[:-2])
