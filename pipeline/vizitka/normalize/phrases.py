"""The base form of a phrase: its head and what agrees with it go to the nominative, what depends on it stays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..inflection import NOTHING, NOWHERE, Evidence, Neighbour, Phrase, as_written, load
from ..morphology import REMEMBERED, Grammar, is_acronym
from ..seeds import Seeds


def based(
    words: Sequence[str],
    grammars: Sequence[Grammar],
    seeds: Seeds,
    kind: str = "",
    left: Neighbour = NOWHERE,
    right: Neighbour = NOWHERE,
    evidence: Evidence = NOTHING,
    number: str = "",
) -> list[str]:
    """The words of the phrase in its base form; ``number`` "one" also makes a plural head singular.

    >>> from ..seeds import load as seeds
    >>> gent = Grammar("NOUN", "gent", "sing", "femn")
    >>> based(["Парламентской", "Ассамблеи"], [Grammar("ADJF", "gent", "sing", "femn"), gent], seeds())
    ['Парламентская', 'Ассамблея']
    >>> based(["послов"], [Grammar("NOUN", "gent", "plur", "masc")], seeds(), number="one")
    ['посол']
    """
    if len(words) == 1 and (words[0].isascii() or is_acronym(words[0])):
        return list(words)
    return list(_based(Phrase(tuple(words), tuple(grammars), kind, left, right), evidence, number, seeds))


@lru_cache(maxsize=REMEMBERED)
def _based(phrase: Phrase, evidence: Evidence, number: str, seeds: Seeds) -> tuple[str, ...]:
    best = load(seeds).best(phrase, evidence, number)
    return tuple(as_written(edit.form, word) for edit, word in zip(best, phrase.words, strict=True))
