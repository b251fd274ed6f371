"""The base form of a phrase: its head and what agrees with it go to the nominative, what depends on it stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..inflection import NOTHING, NOWHERE, Asked, Evidence, Making, Neighbour, Phrase, as_written
from ..morphology import Grammar, is_acronym


class Sides(NamedTuple):
    """What stands beside a mention, and what its document shows elsewhere."""

    left: Neighbour = NOWHERE
    right: Neighbour = NOWHERE
    evidence: Evidence = NOTHING


ALONE = Sides()


def based(
    words: Sequence[str],
    grammars: Sequence[Grammar],
    kind: str = "",
    left: Neighbour = NOWHERE,
    right: Neighbour = NOWHERE,
    evidence: Evidence = NOTHING,
    number: str = "",
) -> Making[list[str]]:
    """The words of the phrase in its base form; ``number`` "one" also makes a plural head singular.

    >>> from ..inflection import alone, load
    >>> from ..seeds import load as seeds
    >>> gent = Grammar("NOUN", "gent", "sing", "femn")
    >>> alone(based(["Парламентской", "Ассамблеи"], [Grammar("ADJF", "gent", "sing", "femn"), gent]), load(seeds()))
    ['Парламентская', 'Ассамблея']
    >>> alone(based(["послов"], [Grammar("NOUN", "gent", "plur", "masc")], number="one"), load(seeds()))
    ['посол']
    """
    if len(words) == 1 and (words[0].isascii() or is_acronym(words[0])):
        return list(words)
    edits = yield Asked(Phrase(tuple(words), tuple(grammars), kind, left, right), evidence, number)
    return [as_written(edit.form, word) for edit, word in zip(edits, words, strict=True)]


def joined(forms: Sequence[str]) -> str:
    """Words with the spaces that Russian typography puts between them."""
    out = ""
    for form in forms:
        tight = not out or form in ",.;:)»”" or out[-1] in "(«„“"
        out += form if tight else f" {form}"
    return out
