"""Places that nobody knows and that somebody is said to head («губернатор [Кауки]», «мэр города [Северный]»), or that stand in a list of
places («в [Зареченской] и Киевской областях»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..morphology import keys
from ..seeds import Seeds
from ..signs import LISTING
from .spans import Sentence, Span

HEADS = ("head of town", "head of land")
CONFIDENCE = 0.5


def lands(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """With the name that ends the role of who heads a place and the adjectives of a list of places, where they are in nothing else."""
    several = [span for span in found if span.kind == "location" and sentence.grammars[span.last - 1].number == "plur"]
    found = sorted({*found, *_listed(sentence, several, found)}) if several else found
    roles = [span for span in found if span.kind == "role" and sentence.words[span.last - 1].istitle()]
    return sorted({*found, *_ending(sentence, roles, found, seeds)}) if roles else found


def _ending(sentence: Sentence, roles: Sequence[Span], found: Sequence[Span], seeds: Seeds) -> Iterator[Span]:
    named = {place for span in found if span.kind != "role" for place in range(span.first, span.last)}
    for role in roles:
        first = role.last
        while first > role.first + 1 and sentence.words[first - 1].istitle() and first - 1 not in named:
            first -= 1
        if first < role.last and (_is_head(sentence.words[first - 1], seeds) or _is_settlement(sentence, first - 1, seeds)):
            yield Span(first, role.last, "location", "rule", CONFIDENCE)


def _listed(sentence: Sentence, several: Sequence[Span], found: Sequence[Span]) -> Iterator[Span]:
    """«в [Зареченской], [Сумской] и Киевской областях»: adjectives written large before one that has the noun of all."""
    named = {place for span in found if span.kind != "role" for place in range(span.first, span.last)}
    for whole in several:
        place = whole.first - 2
        while sentence.is_adjective(place + 2) and sentence.word(place + 1) in LISTING and _is_alike(sentence, place, whole.first):
            if place not in named:
                yield Span(place, place + 1, "location", "rule", CONFIDENCE)
            place -= 2


def _is_alike(sentence: Sentence, place: int, other: int) -> bool:
    """Is it an adjective written large, in the case of another?"""
    return sentence.is_adjective(place) and sentence.words[place].istitle() and sentence.case(place) == sentence.case(other)


def _is_head(word: str, seeds: Seeds) -> bool:
    """«губернатор»"""
    return any(not keys(word).isdisjoint(seeds.words[head]) for head in HEADS)


def _is_settlement(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«мэр [города] Северный»"""
    word = sentence.words[place]
    return word.islower() and sentence.case(place) == "gent" and not keys(word).isdisjoint(seeds.words["settlement"])
