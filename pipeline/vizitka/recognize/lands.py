"""Places that nobody knows and that somebody is said to head («губернатор [Кауки]», «мэр города [Северный]»), that stand in a list of
places («в [Зареченской] и Киевской областях»), or whose district looks like a body («городской округ [Химки]»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..morphology import keys
from ..seeds import Seeds
from ..signs import LISTING
from .spans import Sentence, Span

HEADS = ("head of town", "head of land")  # «губернатор»
PLACES = ("settlement", "district")
CONFIDENCE = 0.5


def lands(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """With the name that ends the role of who heads a place and the adjectives of a list of places, where they are in nothing else."""
    found = list({span[:3]: span for span in (_named(each, sentence, seeds) for each in found)}.values())
    several = [span for span in found if span.kind == "location" and sentence.grammars[span.last - 1].number == "plur"]
    found = sorted({*found, *_listed(sentence, several, found)}) if several else found
    roles = [span for span in found if span.kind == "role" and sentence.words[span.last - 1].istitle()]
    return sorted({*found, *_ending(sentence, roles, found, seeds)}) if roles else found


def _named(span: Span, sentence: Sentence, seeds: Seeds) -> Span:
    """«городского округа [Химки]», of what is taken for an organization: an adjective, a noun for a part of a region, and its name."""
    if span.kind != "organization" or span.last - span.first < 3 or not sentence.is_adjective(span.first):
        return span
    names = sentence.words[span.first + 2 : span.last]
    district = _is_one(sentence.words[span.first + 1], ("district",), seeds) and all(map(str.istitle, names))
    return span._replace(first=span.first + 2, kind="location") if district else span


def _ending(sentence: Sentence, roles: Sequence[Span], found: Sequence[Span], seeds: Seeds) -> Iterator[Span]:
    named = {place for span in found if span.kind != "role" for place in range(span.first, span.last)}
    for role in roles:
        first = role.last
        while first > role.first + 1 and sentence.words[first - 1].istitle() and first - 1 not in named:
            first -= 1
        if first < role.last and (_is_one(sentence.words[first - 1], HEADS, seeds) or _is_settlement(sentence, first - 1, seeds)):
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


def _is_settlement(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«мэр [города] Северный», «глава [округа] Северный»"""
    word = sentence.words[place]
    return word.islower() and sentence.case(place) == "gent" and _is_one(word, PLACES, seeds)


def _is_one(word: str, sorts: Sequence[str], seeds: Seeds) -> bool:
    return any(not keys(word).isdisjoint(seeds.words[sort]) for sort in sorts)
